"""Offers in turn over the deals of a frame, up to a last period: backward induction.

In each period one party proposes a deal or lets the period pass; all others that must agree accept or refuse. A party accepts what gives
it at least what it expects from the next period, which counts less: a gain over no-deal that comes a period later is worth its discount.
After the last period there is no deal. Stahl (1972), Bargaining Theory; Rubinstein (1982), Econometrica 50:97-109.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Sequence

Gains = NDArray[np.float64]
_SAME = 1e-12  # gains so near count as equal: far below what a step of a scale is


@dataclass(frozen=True, slots=True)
class Offers:
    """What comes of offers in turn.

    Attributes:
        deal: number of the deal that is agreed, None where none is.
        period: in which it is agreed, from 0; the number of periods where none is.
        gains: what each expects at the start: its gain, discounted to then.
    """

    deal: int | None
    period: int
    gains: tuple[float, ...]


def offers_in_turn(
    gains: Gains, discounts: Sequence[float], periods: int, *, first: int = 0, risk: float = 0.0, costs: Sequence[float] = ()
) -> Offers:  # fmt: skip
    """The deal on which parties agree that all look ahead.

    Args:
        gains: shape (n_deals, n_parties), gains over no-deal of the parties that must agree, 0 or more.
        discounts: of each per period, 0 to 1.
        periods: how often somebody proposes; parties take turns in their order.
        first: number of the party that proposes first.
        risk: of a breakdown after each period without agreement; then nobody gains anything.
        costs: of each for a period that passes while talks go on, 0 or more; empty where they cost nothing.

    Returns:
        No deal where there are no deals or no periods. Of deals alike to the proposer the one that gives the others most together, then
        the first. A proposer that expects no less from waiting than from any deal that the others accept still proposes where it is equal.

    Raises:
        ValueError: shapes disagree, a gain or a cost is negative, or a discount or the risk is not from 0 to 1.
    """
    if gains.ndim != 2 or gains.shape[1] != len(discounts):
        raise ValueError(f"Expected gains of {len(discounts)} parties, got an array of shape {gains.shape}.")
    if (gains < 0).any() or not all(0 <= d <= 1 for d in (*discounts, risk)):
        raise ValueError("Expected gains of 0 or more, and discounts and a risk from 0 to 1.")
    count = gains.shape[1]
    paid = np.array(costs or (0.0,) * count)
    if len(paid) != count or (paid < 0).any():
        raise ValueError(f"Expected {count} costs of 0 or more, got {tuple(costs)}.")
    worth = np.array(discounts) * (1 - risk)
    expected = np.zeros(count)
    deal: int | None = None
    period = periods
    for now in range(periods - 1, -1, -1):
        waiting = worth * expected - (
            paid if now < periods - 1 else 0.0
        )  # after the last period no talks cost anything
        proposer = (first + now) % max(count, 1)
        agreed = np.flatnonzero((gains >= waiting - _SAME).all(axis=1))
        if len(agreed):
            own, total = gains[agreed, proposer], gains[agreed].sum(axis=1)
            best = agreed[np.lexsort((agreed, -total, -np.round(own / _SAME) * _SAME))[0]]
            deal, period, expected = int(best), now, gains[best]
        else:
            expected = waiting
    return Offers(deal, period, tuple(expected.tolist()))
