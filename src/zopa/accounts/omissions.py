"""What one account leaves out that another gives a line to: an outcome, a meeting, a side of what blocks.

Said only where the contrary could have been seen: both accounts are read and tell of the same parties, and the one that leaves it out
is no older.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import date

    from zopa.accounts.issues import Dispute
    from zopa.accounts.outcome import TalksOutcome
    from zopa.accounts.parties import Participants
    from zopa.sources import Passage
    from zopa.statements import Record

SWITCHED_OFF = frozenset(
    {"outcome"}
)  # kinds that are told elsewhere in other words too often: four of four on foreign stories
_STEM = 5  # letters by which a word is looked for in the other account, whatever its ending
_PARTIES = 2  # that two accounts must share to tell of the same talks
_BY_ONE_WORD = ("outcome", "meeting")  # touched by any one of their words
_ROOM = 3  # omissions of one account; more is a different account, not an omission


@dataclass(frozen=True, slots=True)
class Omission:
    """What `source` does not touch and `told_by` tells in `passage`; `kind`: outcome, meeting, block or red line."""

    source: str
    told_by: str
    passage: Passage
    kind: str


def find_omissions(
    records: Sequence[Record],
    dispute: Dispute,
    outcome: TalksOutcome,
    participants: Participants,
    published: Mapping[str, date | None],
) -> tuple[Omission, ...]:
    """What each account leaves out, at most three things, the gravest first; empty for a single account."""
    stems = {record.source: _stems(record) for record in records}
    sides = {r.source: {name for key, name in participants.names.items() if key[0] == r.source} for r in records}
    found: list[Omission] = []
    told = [t for t in _told(records, dispute, outcome) if t.kind not in SWITCHED_OFF and _most(t, stems)]
    for source, own in stems.items():
        mine: dict[tuple[str, frozenset[str]], Omission] = {}
        for item in told:
            teller = item.passage.source
            if teller == source or _touches(item, own) or len(sides[source] & sides[teller]) < _PARTIES:
                continue
            if not _older(source, teller, published) and item.passage not in [o.passage for o in mine.values()]:
                mine.setdefault((item.kind, item.stems), Omission(source, teller, item.passage, item.kind))
        found += list(mine.values())[:_ROOM]
    return tuple(found)


@dataclass(frozen=True, slots=True)
class _Lined:
    """What is given a line, with the stems of the words by which another account would touch it."""

    kind: str
    passage: Passage
    stems: frozenset[str]


def _touches(item: _Lined, stems: frozenset[str]) -> bool:
    common = len(item.stems & stems)
    return common > 0 if item.kind in _BY_ONE_WORD else common * 2 > len(item.stems)


def _most(item: _Lined, stems: Mapping[str, frozenset[str]]) -> bool:
    """True where most accounts touch it: what one alone tells is its own news, no omission of all others."""
    others = [words for source, words in stems.items() if source != item.passage.source]
    touching = sum(_touches(item, words) for words in others)
    return bool(item.stems) and (len(others) == 1 or touching * 2 >= len(others))


def _told(records: Sequence[Record], dispute: Dispute, outcome: TalksOutcome) -> Iterator[_Lined]:
    """What is given a line, the gravest first."""
    issues = {issue.label: issue for issue in dispute.issues}
    for block in dispute.blocks:
        for _, want in block.sides:
            if want.issue in issues and want.voice != "other-side":
                yield _Lined("block", want.passage, _cut(issues[want.issue].words))
    for account in outcome.accounts:
        yield _Lined("outcome", account.passage, _cut(class_of("outcome_word")))
    for record in records:
        for meeting in record.meetings:
            if meeting.status == "held" and len(meeting.parties) > 1 and meeting.place and not meeting.what:
                yield _Lined(
                    "meeting",
                    meeting.passage,
                    _cut({meeting.place.lower(), *(name.split()[-1].lower() for name in meeting.participants)}),
                )
    for want in dispute.wants:
        if want.stance == "never" and want.issue in issues and want.voice != "other-side":
            yield _Lined("red line", want.passage, _cut(issues[want.issue].words))


def _older(one: str, two: str, published: Mapping[str, date | None]) -> bool:
    a, b = published.get(one), published.get(two)
    return a is not None and b is not None and a < b


def _stems(record: Record) -> frozenset[str]:
    return _cut({word for s in record.statements for word in _words(s.passage.text)})


def _words(text: str) -> set[str]:
    return set(re.findall(r"[^\W_]+", text.lower()))


def _cut(words: set[str] | frozenset[str]) -> frozenset[str]:
    return frozenset(part[:_STEM] for word in words for part in _words(word) if len(part) >= _STEM - 1)
