"""Further questions to the graph model: what coalitions could do, what would make a state hold, how sure it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.views.terms import gap
from zopa.views.types import Line, Piece, Section, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

_SHOWN = 12


@dataclass(frozen=True, slots=True)
class Coalitions:
    """States at which no coalition, of one or of all, is better off leaving: concept -> labels."""

    variant: str
    stable: Mapping[str, tuple[str, ...]]


@dataclass(frozen=True, slots=True)
class Asked:
    """One comparison that a decision maker would have to make otherwise, in labels and names."""

    decision_maker: str
    state: str
    other: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class MakeHold:
    """The fewest changes of preference that make a state hold; `distance` None where none of those who may change can do it."""

    state: str
    concept: str
    distance: float | None
    changes: tuple[Asked, ...]


@dataclass(frozen=True, slots=True)
class HowSure:
    """In what share of the draws each state holds, concept -> state -> share; what was left open."""

    shares: Mapping[str, Mapping[str, float]]
    draws: int
    seed: int
    open_questions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StabilityMore:
    """What was asked beyond the plain answer; None where it was not."""

    coalitions: Coalitions | None = None
    make_hold: MakeHold | None = None
    how_sure: HowSure | None = None


def build_more_sections(more: StabilityMore, names: Mapping[str, str]) -> list[Section]:
    """A section for each question that was asked."""
    sections: list[Section] = []
    if more.coalitions:
        sections.append(_coalitions(more.coalitions))
    if more.make_hold:
        sections.append(_make_hold(more.make_hold, names))
    if more.how_sure:
        sections.append(_how_sure(more.how_sure))
    return sections


def _coalitions(found: Coalitions) -> Section:
    lines = [
        Line(
            (
                Piece(f"{concept}: ", tone="label"),
                Piece(", ".join(states[:_SHOWN]) + (", …" if len(states) > _SHOWN else "") or "none"),
            )
        )
        for concept, states in found.stable.items()
    ]
    note = f"States that no coalition, of one or of all, would leave together; answers as defined in {found.variant}."
    return Section("coalitions", "What no coalition would leave", tuple(lines), note=note)


def _make_hold(found: MakeHold, names: Mapping[str, str]) -> Section:
    title = f"What would make {found.state} hold ({found.concept})"
    if found.distance is None:
        return Section(
            "make-hold", title, (Line((gap("No change of preference of those who may change would be enough."),)),)
        )
    if not found.changes:
        return Section("make-hold", title, (Line((Piece("It holds already."),)),))
    lines = tuple(
        Line((Piece(f"{names.get(c.decision_maker, c.decision_maker)}: ", tone="label"),
              Piece(f"would have to find {c.state} {_than(c.after)} {c.other} (now {c.before}).")))
        for c in found.changes
    )  # fmt: skip
    note = f"The fewest changes: {found.distance:g} pair(s) turned round, ties counting half. Others may be as few."
    return Section("make-hold", title, lines, note=note)


def _than(relation: str) -> str:
    return "as good as" if relation == "same" else f"{relation} than"


def _how_sure(found: HowSure) -> Section:
    """States that hold in some draw, most often first."""
    states = sorted(
        {s for shares in found.shares.values() for s, share in shares.items() if share},
        key=lambda s: (-sum(shares.get(s, 0) for shares in found.shares.values()), s),
    )[:_SHOWN]
    rows = tuple(
        (
            Line((Piece(state),)),
            tuple((Piece(_share(shares.get(state, 0.0), found.draws)),) for shares in found.shares.values()),
        )
        for state in states
    )
    open_ = "; ".join(found.open_questions) or "nothing: every preference is written down"
    note = f"In {found.draws} draws (seed {found.seed}) of what is unknown, tied or vague. Open: {open_}."
    if not rows:
        return Section("how-sure", "How often a state holds", (Line((gap("No state holds in any draw."),)),), note=note)
    return Section("how-sure", "How often a state holds", table=Table(("State", *found.shares), rows), note=note)


def _share(share: float, draws: int) -> str:
    if share in {0.0, 1.0}:
        return "always" if share else "never"
    return f"{round(share * draws)} of {draws}"
