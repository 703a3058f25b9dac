"""The value at which an answer flips, one input moved alone while everything else stays as filled."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from zopa.solve.deals.outcome import Outcome, build_outcome
from zopa.solve.deals.programme import build_programme, solve_programme
from zopa.solve.deals.unknowns import FULL_SALIENCE, find_witness, reweigh, with_no_deal

if TYPE_CHECKING:
    from zopa.model.frame import Frame
    from zopa.model.vague import VagueInput

HALVINGS = 12  # of the range of a salience: to a fortieth of a point


@dataclass(frozen=True, slots=True)
class FlipValue:
    """Where the answer whether a deal is possible flips.

    Attributes:
        value: a no-deal value on the 0 to 1 scale, or a salience from 0 to 100; above it no deal is left, or below it where `below`.
        below: a deal is possible above the value, not below it.
        best: for a no-deal value, the acceptable deal that is worth just that to the party; None for a salience.
    """

    value: float
    below: bool = False
    best: Outcome | None = None


def find_flip(frame: Frame, item: VagueInput) -> FlipValue | None:
    """The flip value of a no-deal value or a salience; None where the answer never flips, or the input is another.

    Args:
        frame: the reading as filled.
        item: what to move.
    """
    if item.kind == "no-deal":
        return _no_deal_flip(frame, item.party)
    if item.kind == "salience" and item.issue is not None and frame.salience:
        return _salience_flip(frame, item.party, item.issue)
    return None


def _no_deal_flip(frame: Frame, party: int) -> FlipValue | None:
    """The most that any deal gives the party which the others accept: with more than that in hand it needs none."""
    free = with_no_deal(frame, party, None)
    programme = build_programme(free)
    best = solve_programme(programme, programme.points_row(party, 1.0 / max(free.scale[party], 1))).deal
    if best is None:
        return None
    outcome = build_outcome(free, best)
    value = outcome.utility[frame.parties[party]]
    return FlipValue(value, best=outcome) if value < 1 else None


def _salience_flip(frame: Frame, party: int, issue: int) -> FlipValue | None:
    low, high = Fraction(0), FULL_SALIENCE
    at_low = find_witness(reweigh(frame, party, issue, low)) is not None
    at_high = find_witness(reweigh(frame, party, issue, high)) is not None
    if at_low == at_high:
        return None
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        if (find_witness(reweigh(frame, party, issue, middle)) is not None) == at_low:
            low = middle
        else:
            high = middle
    return FlipValue(float((low + high) / 2), below=at_high)
