"""The case as it was known on a day: what was published, said or held later is not in it.

A position whose evidence is all later is unknown on that day; one that never had evidence is an analyst's judgement and stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeVar

from zopa.case.build import type_case
from zopa.case.values import first_day

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.case.entry import Entry, Evidence
    from zopa.case.process import Meeting
    from zopa.case.types import Case, Draft, Position

T = TypeVar("T", bound="Entry")


def case_as_of(case: Case, day: str) -> Case:
    """The case without what came after `day` (ISO)."""
    later = {name for name, source in case.sources.items() if source.published and first_day(source.published) > day}

    def kept(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
        return tuple(e for e in evidence if e.source not in later and not (e.said and first_day(e.said) > day))

    def known(entry: Any) -> Any:
        """The entry with the evidence of that day; None where it had some and all of it is later."""
        left = kept(entry.evidence)
        return None if entry.evidence and not left else entry.model_copy(update={"evidence": left})

    process = case.process
    changed = case.model_copy(
        update={
            "as_of": day,
            "sources": {n: s for n, s in case.sources.items() if n not in later},
            "parties": {n: p.model_copy(update={"evidence": kept(p.evidence)}) for n, p in case.parties.items()},
            "positions": {
                party: {issue: left for issue, p in own.items() if (left := _position(p, known)) is not None}
                for party, own in case.positions.items()
            },
            "conditions": _each(case.conditions, known),
            "drafts": {n: left for n, d in case.drafts.items() if (left := _draft(d, known, day)) is not None},
            "process": process.model_copy(
                update={
                    "meetings": tuple(
                        m for meeting in process.meetings if (m := _meeting(meeting, known, day)) is not None
                    ),
                    "channels": _each(process.channels, known),
                    "gates": _each(process.gates, known),
                    "calendar": _each(process.calendar, known),
                    "time": _each(process.time, known),
                }
            ),
            "readings": {n: r.model_copy(update={"evidence": kept(r.evidence)}) for n, r in case.readings.items()},
        }
    )
    return type_case(changed.model_dump(by_alias=True, exclude_defaults=True, mode="json"))[0]


def _each(entries: Iterable[T], known: Any) -> tuple[T, ...]:
    return tuple(left for entry in entries if (left := known(entry)) is not None)


def _position(position: Position, known: Any) -> Position | None:
    """The position with what its evidence of that day carries: a red line whose evidence is later is not known yet."""
    left: Position | None = known(position)
    if left is None:
        return None
    gone = {e.for_ for e in position.evidence} - {e.for_ for e in left.evidence}
    return left.model_copy(
        update={
            **({"red_line": None} if "red-line" in gone else {}),
            **({"salience": None} if "salience" in gone else {}),
        }
    )


def _draft(draft: Draft, known: Any, day: str) -> Draft | None:
    return None if draft.date and first_day(draft.date) > day else known(draft)


def _meeting(meeting: Meeting, known: Any, day: str) -> Meeting | None:
    """A meeting to come is planned on that day, if somebody had spoken of it by then."""
    left: Meeting | None = known(meeting)
    if left is None or not left.date or first_day(left.date) <= day:
        return left
    return (
        left.model_copy(update={"status": "planned"})
        if left.evidence and left.status == "held"
        else (left if left.evidence and left.status != "cancelled" else None)
    )
