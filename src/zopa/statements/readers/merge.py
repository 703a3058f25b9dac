"""What several readers have found in one document, as one record."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.sources.anchors import core

if TYPE_CHECKING:
    from zopa.sources import Document
    from zopa.statements.types import Record, Statement


def merge_records(document: Document, first: Record, second: Record) -> Record:
    """The union: one statement where both have the same content, with `found_by` joined; the first one's reading of it stands.

    What only the second has is added, its id made unique by suffix. A speaker that the first did not find is taken from the
    second. Order is that of the document. Meetings, gates and names are the first one's.
    """
    statements = list(first.statements)
    at = {_extent(document, statement): number for number, statement in reversed(list(enumerate(statements)))}
    ids = {statement.id for statement in statements}
    for other in second.statements:
        number = at.get(_extent(document, other))
        if number is not None:
            statements[number] = _joined(statements[number], other)
            continue
        unique, suffix = other.id, 2
        while unique in ids:
            unique, suffix = f"{other.id}-{suffix}", suffix + 1
        ids.add(unique)
        at[_extent(document, other)] = len(statements)
        statements.append(replace(other, id=unique, within=None))
    statements.sort(key=lambda s: (s.content[0].start, -s.content[-1].end, s.within is not None))
    return replace(first, statements=tuple(statements))


def _extent(document: Document, statement: Statement) -> tuple[int, int]:
    return core(document.text, statement.content[0].start, statement.content[-1].end)


def _joined(first: Statement, second: Statement) -> Statement:
    finders = dict.fromkeys([*first.found_by.split("+"), *second.found_by.split("+")])
    joined = replace(first, found_by="+".join(finders))
    if first.form == "quotation" and first.speaker is None and second.speaker is not None:
        return replace(joined, speaker=second.speaker, party=first.party or second.speaker.party)
    return joined
