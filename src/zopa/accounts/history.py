"""What accounts tell of long ago, left out: it is no outcome and no position of the talks at hand."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from zopa.statements import Record


def without_history(record: Record, published: date | None) -> Record:
    """The record without deeds of more than a year before: "a treaty was signed in 1931" is history, no outcome and no position."""
    if published is None:
        return record
    ends: dict[int, set[date]] = {}  # by the start of a sentence, the last days of all times that it tells
    for statement in record.statements:
        for told in statement.dates:
            sentence = bisect_right(record.deeds, told.passage.start, key=lambda d: d.passage.start) - 1
            if told.to and sentence >= 0 and told.passage.end <= record.deeds[sentence].passage.end:
                ends.setdefault(record.deeds[sentence].passage.start, set()).add(told.to)
    oldest = published - _HISTORY
    kept = tuple(
        deed for deed in record.deeds
        if not (deed.date and deed.date.to and deed.date.to < oldest)
        and not any(word.removeprefix("in ").isdigit() and int(word.removeprefix("in ")) < published.year - 1 for word in deed.manner)
        and (deed.date or not (days := ends.get(deed.passage.start)) or max(days) >= oldest)
    )  # fmt: skip
    return replace(record, deeds=kept)


_HISTORY = timedelta(days=366)
