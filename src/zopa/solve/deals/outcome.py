"""A deal with what it is worth, in the case's own labels."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.model.frame import Deal, Frame


@dataclass(frozen=True, slots=True)
class Outcome:
    """One deal.

    Attributes:
        deal: issue id to option id.
        utility: party id to utility, 0 to 1, of every party, also of those without veto.
        choice: option index of each issue.
        points: exact points of each party.
    """

    deal: dict[str, str]
    utility: dict[str, float]
    choice: Deal
    points: tuple[int, ...]


def build_outcome(frame: Frame, deal: Deal) -> Outcome:
    """A deal as an outcome."""
    points = frame.total(deal)
    return Outcome(frame.label(deal), dict(zip(frame.parties, frame.utility(points), strict=True)), tuple(deal), points)


def build_outcomes(frame: Frame, deals: Iterable[Deal]) -> tuple[Outcome, ...]:
    """Deals as outcomes, in their order."""
    chosen = [tuple(deal) for deal in deals]
    return tuple(
        Outcome(frame.label(deal), dict(zip(frame.parties, frame.utility(points), strict=True)), deal, tuple(points))
        for deal, points in zip(chosen, frame.totals(chosen).tolist(), strict=True)
    )
