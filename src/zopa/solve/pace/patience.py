"""What patience does to the deals of a frame: the Nash solution weighted by it, offers over time, months and drifting no-deal values."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.nash import nash
from zopa.solve.deals.outcome import Outcome, build_outcome
from zopa.solve.deals.solution import SolverTask
from zopa.solve.deals.unknowns import find_witness
from zopa.solve.pace.offers import offers_in_turn
from zopa.solve.pace.rubinstein import limit_weights

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.model.frame import Frame
    from zopa.solve.deals.merge import Frontier

EVEN = 0.97
"""Discount per month of a party of which nothing is said: a third is lost in a year. All alike, it only sets the scale of costs."""
_WEIGHT_GRID = 10_000  # weights of the Nash solution as fractions


@dataclass(frozen=True, slots=True)
class PatientDeal:
    """What the parties agree on if they are as patient as said.

    Attributes:
        weights: party id to its weight.
        outcome: the deal of the weighted Nash solution; None where there is none.
        month_cost: party id to what a month without this deal costs it, in utility: the gain that comes later, and what talks cost.
    """

    weights: Mapping[str, float]
    outcome: Outcome | None
    month_cost: Mapping[str, float]


def patient_deal(
    frame: Frame, frontier: Frontier | None, discounts: Mapping[str, float], costs: Mapping[str, float] | None = None
) -> PatientDeal:
    """The limit of offers in turn as the time between them goes to 0: the Nash solution weighted by patience, on the real deals.

    For a party to whom each month of talks costs something, gains count from what talks without end would leave it, its cost over its
    discount below its no-deal value (Muthoo 1999, Bargaining Theory with Applications, chapter 6): the dearer the talks, the weaker it is.

    Args:
        frame: the negotiation.
        frontier: its efficient deals, where they are known.
        discounts: party id to what a gain in a month is worth now, above 0 up to 1; `EVEN` for those not named.
        costs: party id to what a month of talks costs it, in utility; nothing for those not named.

    Raises:
        ValueError: a party that waits for nothing (discount 1) has a cost: it could hold out without end.
    """
    veto = [frame.parties[p] for p in frame.veto_parties]
    kept = [discounts.get(party, EVEN) for party in veto]
    paid = [(costs or {}).get(party, 0.0) for party in veto]
    if any(cost and d == 1 for cost, d in zip(paid, kept, strict=True)):
        raise ValueError("Expected a discount below 1 for a party to which talks cost something.")
    weights = dict(zip(veto, limit_weights(tuple(-math.log(d) for d in kept)), strict=True))
    power = tuple(Fraction(round(weights.get(party, 0) * _WEIGHT_GRID), _WEIGHT_GRID) for party in frame.parties)
    witness = find_witness(frame)
    if witness is None:
        return PatientDeal(weights, None, {})
    rows = zip(frame.veto_parties, kept, paid, strict=True)
    below = tuple(round(frame.scale[p] * cost / (1 - d)) if cost else 0 for p, d, cost in rows)
    task = SolverTask(replace(frame, power=power), frontier, witness, below if any(below) else ())
    found = nash(task, weighted=True).outcomes
    if not found:
        return PatientDeal(weights, None, {})
    outcome = min(found, key=lambda o: o.choice)
    gains = _gains(frame, outcome)
    lost = {party: (1 - d) * gain + cost for party, d, gain, cost in zip(veto, kept, gains, paid, strict=True)}
    return PatientDeal(weights, outcome, lost)


def offered_deal(  # noqa: PLR0913 - what offers depend on
    frame: Frame,
    deals: Sequence[Outcome],
    discounts: Mapping[str, float],
    months: int,
    *,
    first: str,
    risk: float = 0.0,
    costs: Mapping[str, float] | None = None,
) -> tuple[Outcome | None, int]:
    """The deal that offers in turn lead to, one a month until the last, and the month in which it is agreed.

    Args:
        frame: the negotiation.
        deals: those that may be offered: its efficient ones.
        discounts: as in `patient_deal`.
        months: until offers end.
        first: id of the party that proposes first.
        risk: of a breakdown each month.
        costs: as in `patient_deal`.
    """
    veto = [frame.parties[p] for p in frame.veto_parties]
    gains = np.array([_gains(frame, deal) for deal in deals]).reshape(len(deals), len(veto))
    kept = [discounts.get(party, EVEN) for party in veto]
    paid = [(costs or {}).get(party, 0.0) for party in veto]
    found = offers_in_turn(gains, kept, months, first=veto.index(first), risk=risk, costs=paid)
    return (None if found.deal is None else build_outcome(frame, deals[found.deal].choice)), found.period


def closing_month(frame: Frame, drift: Mapping[str, Fraction], months: int) -> int | None:
    """The first month in which no deal is left as no-deal values drift; None where one is left in every month.

    Args:
        frame: the negotiation now.
        drift: party id to the change of its no-deal value each month, in utility; a party without a no-deal value starts from 0.
        months: how far to look.
    """
    for month in range(months + 1):
        if find_witness(_drifted(frame, drift, month)) is None:
            return month
    return None


def _drifted(frame: Frame, drift: Mapping[str, Fraction], month: int) -> Frame:
    floors: list[int | None] = []
    for party, least, scale in zip(frame.parties, frame.no_deal, frame.scale, strict=True):
        moved = drift.get(party)
        floors.append(least if moved is None else max(0, math.ceil((least or 0) + moved * month * scale)))
    return replace(frame, no_deal=tuple(floors))


def _gains(frame: Frame, outcome: Outcome) -> list[float]:
    """Gains of the veto parties over no-deal, in utility."""
    return [(outcome.points[p] - (frame.no_deal[p] or 0)) / frame.scale[p] for p in frame.veto_parties]
