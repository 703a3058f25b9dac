"""Offers in turn about a pie of 1, by two sides for whom time costs: who proposes first gets what.

Rubinstein (1982), Econometrica 50:97-109; with outside options Binmore, Shaked and Sutton (1989), Q. J. Econ. 104:753-770; with a risk of
breakdown Binmore, Rubinstein and Wolinsky (1986), RAND J. Econ. 17:176-188. A discount is what a gain of 1 in the next period is worth now.
"""

from __future__ import annotations

import math


def rubinstein(own: float, other: float) -> float:
    """The share of the first proposer where offers go on without end: ``(1 - d2) / (1 - d1 d2)``.

    Args:
        own: discount of the proposer, 0 to 1.
        other: discount of the responder, 0 to 1.

    Raises:
        ValueError: a discount is not from 0 to 1, or both are 1: then nothing is determined.
    """
    _check(own, other)
    if own == other == 1:
        raise ValueError(
            "Expected a discount below 1 for one side at least, got 1 for both: any share can be held out for."
        )
    return (1 - other) / (1 - own * other)


def rubinstein_outside(own: float, other: float, outside_own: float, outside_other: float) -> float:
    """The same where the responder may leave for an outside option: it counts only where it is better than waiting.

    ``x1 = 1 - max(d2 x2, w2)``, ``x2 = 1 - max(d1 x1, w1)``, the shares of each as proposer.

    Args:
        own: discount of the proposer, 0 to 1.
        other: discount of the responder, 0 to 1; not 1 where `own` is.
        outside_own: what the proposer gets elsewhere, 0 or more.
        outside_other: what the responder gets elsewhere, 0 or more.

    Raises:
        ValueError: as `rubinstein`; an outside option is negative, or both together are more than the pie: then nobody agrees.
    """
    plain = rubinstein(own, other)
    if min(outside_own, outside_other) < 0 or outside_own + outside_other > 1:
        raise ValueError(
            f"Expected outside options of 0 or more that leave something to share, got {outside_own} and {outside_other}."
        )
    # Each option binds or does not: of the four systems the one that agrees with itself.
    candidates = (
        plain, 1 - outside_other, 1 - other * (1 - outside_own), 1 - max(other * (1 - outside_own), outside_other),
    )  # fmt: skip
    return min(candidates, key=lambda share: abs(share - _reply(share, own, other, outside_own, outside_other)))


def rubinstein_breakdown(
    own: float, other: float, risk: float, broken_own: float = 0.0, broken_other: float = 0.0
) -> float:
    """The same where talks break down for good after a refusal with some probability, and each then has what it has without a deal.

    ``x1 = 1 - d2 ((1 - r) x2 + r b2)``, ``x2 = 1 - d1 ((1 - r) x1 + r b1)``.

    Args:
        own: discount of the proposer, 0 to 1.
        other: discount of the responder, 0 to 1.
        risk: of a breakdown in a period, 0 to 1; above 0 where both discounts are 1.
        broken_own: what the proposer has after a breakdown.
        broken_other: what the responder has after it; both together at most 1.

    Raises:
        ValueError: a number is out of its range.
    """
    _check(own, other, risk)
    if own == other == 1 and risk == 0:
        raise ValueError(
            "Expected a discount below 1 or a risk of breakdown, got neither: any share can be held out for."
        )
    if min(broken_own, broken_other) < 0 or broken_own + broken_other > 1:
        raise ValueError(
            f"Expected values after a breakdown that sum to 1 at most, got {broken_own} and {broken_other}."
        )
    stay = 1 - risk
    constant = 1 - other * stay * (1 - own * risk * broken_own) - other * risk * broken_other
    return constant / (1 - own * other * stay**2)


def finite_share(own: float, other: float, periods: int) -> float:
    """The share of the first proposer where offers end after so many periods: ``x <- 1 - d x``, from 1 in the last.

    Args:
        own: discount of the first proposer, 0 to 1.
        other: discount of the responder, 0 to 1.
        periods: 1 or more.

    Raises:
        ValueError: a discount or the number of periods is out of its range.
    """
    _check(own, other)
    if periods < 1:
        raise ValueError(f"Expected 1 period or more, got {periods}.")
    both, rounds = own * other, (periods + 1) // 2  # rounds: how often the first proposer proposes
    geometric = float(rounds) if both == 1 else (1 - both**rounds) / (1 - both)
    if periods % 2:  # the first proposer is the last one too
        return (1 - other) * (geometric - both ** (rounds - 1)) + both ** (rounds - 1)
    return (1 - other) * geometric


def limit_weights(rates: tuple[float, ...]) -> tuple[float, ...]:
    """The weights of the Nash solution to which offers in turn tend as the time between them goes to 0: in proportion to patience.

    For two sides ``r2 / (r1 + r2)`` (Binmore, Rubinstein and Wolinsky 1986); for more, with unanimity, in proportion to ``1 / r``
    (Kultti and Vartiainen 2010, Math. Soc. Sci. 60:113-118).

    Args:
        rates: discount rate of each per unit of time, 0 or more, ``-log(discount)``.

    Returns:
        Weights that sum to 1; where some rates are 0 those share the weight alike and the others have none.

    Raises:
        ValueError: there is none, or a rate is negative.
    """
    if not rates or min(rates) < 0:
        raise ValueError(f"Expected discount rates of 0 or more, got {rates}.")
    if 0 in rates:
        free = sum(rate == 0 for rate in rates)
        return tuple(1 / free if rate == 0 else 0.0 for rate in rates)
    patience = [1 / rate for rate in rates]
    return tuple(p / math.fsum(patience) for p in patience)


def _reply(share: float, own: float, other: float, outside_own: float, outside_other: float) -> float:
    return 1 - max(other * (1 - max(own * share, outside_own)), outside_other)


def _check(*shares: float) -> None:
    for share in shares:
        if not 0 <= share <= 1:
            raise ValueError(f"Expected a number from 0 to 1, got {share}.")
