"""The assumption ledger: every value that rests on a judgement, a default or nothing, whose it is and of when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zopa.case.types import Case, Position

Basis = Literal["evidence", "judgement", "default", "unknown"]


@dataclass(frozen=True, slots=True)
class Assumption:
    """One value and what it rests on.

    Attributes:
        path: where in the case it stands, or would stand.
        party, issue: ids; "" where the value belongs to neither.
        what: salience, order of options, no-deal value, red line, power, patience, position, grade.
        value: as written, or what fills the gap.
        basis: evidence, judgement (by a named analyst), default (a filling of ours) or unknown.
        by, on: who judged, when; "" for a default.
    """

    path: tuple[str | int, ...]
    party: str
    issue: str
    what: str
    value: str
    basis: Basis
    by: str = ""
    on: str = ""

    @property
    def dotted(self) -> str:
        """The path as one word, as readings write it."""
        return ".".join(str(part) for part in self.path)


def build_ledger(case: Case, stated: Callable[[str, str], bool]) -> tuple[Assumption, ...]:
    """The assumptions behind a case, by party and issue in its order.

    Args:
        case: the case.
        stated: whether the red line of (party, issue) was stated by the party itself.
    """
    return (
        *_parties(case),
        *(a for p in case.parties for i in case.issues for a in _position(case, p, i, stated)),
        *_readings(case),
        *_sources(case),
    )


def has_evidence(position: Position, *kinds: str) -> bool:
    """Whether a position carries evidence for one of `kinds`."""
    return any(item.for_ in kinds for item in position.evidence)


def _parties(case: Case) -> Iterator[Assumption]:
    for name, party in case.parties.items():
        path = ("parties", name)
        by, on = party.by or case.analyst, party.on or case.as_of
        if party.no_deal is not None:
            told = any(item.for_ == "no-deal" for item in party.evidence)
            yield Assumption((*path, "no-deal"), name, "", "no-deal value", str(party.no_deal),
                             "evidence" if told else "judgement", by, on)  # fmt: skip
        elif party.must_agree:
            yield Assumption((*path, "no-deal"), name, "", "no-deal value", "no constraint", "unknown")
        if party.patience is not None:
            yield Assumption((*path, "patience"), name, "", "patience", str(party.patience), "judgement", by, on)
        if party.power != 1:
            yield Assumption((*path, "power"), name, "", "power", str(party.power), "judgement", by, on)


def _position(case: Case, party: str, issue: str, stated: Callable[[str, str], bool]) -> Iterator[Assumption]:
    path = ("positions", party, issue)
    position = case.position(party, issue)
    if position is None:
        yield Assumption(path, party, issue, "position", "weight 0", "unknown")
        return
    by, on = position.by or case.analyst, position.on or case.as_of
    if position.prefers or position.values:
        value = str(position.prefers) if position.prefers else ", ".join(f"{o} {v}" for o, v in position.values.items())
        basis: Basis = (
            "evidence" if position.prefers and has_evidence(position, "position", "red-line") else "judgement"
        )
        yield Assumption((*path, "prefers"), party, issue, "order of options", value, basis, by, on)
        if position.salience is None:
            yield Assumption((*path, "salience"), party, issue, "salience", "medium (50)", "default")
        else:
            basis = "evidence" if has_evidence(position, "salience") else "judgement"
            yield Assumption((*path, "salience"), party, issue, "salience", str(position.salience), basis, by, on)
    else:
        yield Assumption((*path, "prefers"), party, issue, "order of options", "weight 0", "unknown")
    if position.red_line is not None:
        told = stated(party, issue)
        value = f"{position.red_line} ({'stated' if told else 'inferred'})"
        yield Assumption(
            (*path, "red-line"), party, issue, "red line", value, "evidence" if told else "judgement", by, on
        )


def _readings(case: Case) -> Iterator[Assumption]:
    for name, reading in case.readings.items():
        by, on = reading.by or case.analyst, reading.on or case.as_of
        for dotted, value in reading.set.items():
            yield Assumption(("readings", name, "set", dotted), "", "", f"reading: {reading.title}", f"{dotted} = {value}",
                             "judgement", by, on)  # fmt: skip


def _sources(case: Case) -> Iterator[Assumption]:
    for name, source in case.sources.items():
        if source.grade:
            yield Assumption(("sources", name, "grade"), "", "", "grade of a source", f"{name}: {source.grade}",
                             "judgement", source.graded_by or case.analyst, case.as_of)  # fmt: skip
