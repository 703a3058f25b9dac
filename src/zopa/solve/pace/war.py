"""Fighting or waiting as bargaining: what can be agreed beforehand, when shifting power breaks an agreement, who gives in first.

Fearon (1995), Int. Organ. 49:379-414; Powell (2006), Int. Organ. 60:169-203; the war of attrition of Maynard Smith (1974), J. Theor. Biol.
47:209-221; reputation for obstinacy in Abreu and Gul (2000), Econometrica 68:85-117. The pie is 1 throughout.
"""

from __future__ import annotations

import math
from dataclasses import dataclass


def bargaining_range(chance: float, cost_own: float, cost_other: float) -> tuple[float, float]:
    """Shares of the first side that both prefer to war: from ``p - c1`` to ``p + c2``, within 0 to 1.

    Args:
        chance: that the first side wins, 0 to 1.
        cost_own: of war to the first side, as a share of the pie, 0 or more.
        cost_other: of war to the other side.

    Raises:
        ValueError: a number is out of its range.
    """
    if not 0 <= chance <= 1 or min(cost_own, cost_other) < 0:
        raise ValueError(
            f"Expected a chance from 0 to 1 and costs of 0 or more, got {chance}, {cost_own}, {cost_other}."
        )
    return max(0.0, chance - cost_own), min(1.0, chance + cost_other)


def best_demand(chance: float, cost_own: float, most_cost: float) -> tuple[float, float]:
    """The demand of the first side that does not know the other's cost of war, uniform up to `most_cost`, and the risk of war that it runs.

    Demand ``p + (cb - c1) / 2``, risk ``(cb - c1) / (2 cb)``; where its own cost is no less than `most_cost`: ``p`` and no risk.

    Raises:
        ValueError: a number is out of its range, or the demand would pass the pie.
    """
    bargaining_range(chance, cost_own, most_cost)
    gap = most_cost - cost_own
    if gap <= 0:
        return chance, 0.0
    if chance + gap / 2 > 1:
        raise ValueError(f"Expected a demand within the pie, got {chance + gap / 2}: the formula holds inside it only.")
    return chance + gap / 2, gap / (2 * most_cost)


def breaks_agreement(now: float, later: float, discount: float, cost_own: float, cost_other: float) -> bool:
    """Whether a rising side's coming strength makes the declining side attack although both know it: ``d p' - p > (1 - d)(cB + d cA)``.

    `p` and `p'` are the rising side's chance to win now and in the next period, B the declining side.

    Args:
        now: chance of the rising side to win a war now.
        later: its chance to win one in the next period.
        discount: 0 to 1, of both.
        cost_own: of war, once, to the declining side.
        cost_other: of war, once, to the rising side.

    Raises:
        ValueError: a number is out of its range.
    """
    if not (0 <= now <= 1 and 0 <= later <= 1 and 0 <= discount <= 1) or min(cost_own, cost_other) < 0:
        raise ValueError("Expected chances and a discount from 0 to 1, and costs of 0 or more.")
    return discount * later - now > (1 - discount) * (cost_own + discount * cost_other)


@dataclass(frozen=True, slots=True)
class Attrition:
    """A war of attrition in which each side holds out at random: rates of giving in, the chance that the first wins, the mean length."""

    exit_own: float
    exit_other: float
    wins: float
    mean_length: float


def attrition(prize_own: float, prize_other: float, cost_own: float, cost_other: float) -> Attrition:
    """Mixed strategies: each gives in at the rate that makes the other indifferent, ``h1 = c2 / v2``, ``h2 = c1 / v1``.

    Args:
        prize_own: what winning is worth to the first side, above 0.
        prize_other: what it is worth to the other.
        cost_own: of holding out to the first side, per unit of time, above 0.
        cost_other: of holding out to the other.

    Raises:
        ValueError: a number is not above 0.
    """
    if min(prize_own, prize_other, cost_own, cost_other) <= 0:
        raise ValueError("Expected prizes and costs above 0.")
    first, second = cost_other / prize_other, cost_own / prize_own
    return Attrition(first, second, second / (first + second), 1 / (first + second))


def attrition_time(prize: float, cost: float = 1.0) -> float:
    """How long a side holds out that knows its own prize only, prizes of both uniform from 0 to 1: ``(-v - log(1 - v)) / c``.

    Raises:
        ValueError: the prize is not from 0 to below 1, or the cost not above 0.
    """
    if not 0 <= prize < 1 or cost <= 0:
        raise ValueError(f"Expected a prize from 0 to below 1 and a cost above 0, got {prize} and {cost}.")
    return (-prize - math.log1p(-prize)) / cost


@dataclass(frozen=True, slots=True)
class Obstinacy:
    """Two sides that may be obstinate: when doubt ends, which rate each gives in at, the chance that each gives in at once."""

    end: float
    rate_own: float
    rate_other: float
    at_once_own: float
    at_once_other: float


def obstinacy(
    demand_own: float, demand_other: float, rate_own: float, rate_other: float, doubt_own: float, doubt_other: float
) -> Obstinacy:
    """Demands that exclude each other, each held by an obstinate type with a small probability: the weaker side gives in at once or fights.

    ``h_i = r_j (1 - a_i) / (a_1 + a_2 - 1)``, ``T_i = -log(z_i) / h_i``, both end at the smaller T; who would last longer gives in at once
    with ``1 - z_i exp(h_i T)``.

    Args:
        demand_own: share that the first side demands, below 1.
        demand_other: share that the other demands; both together above 1.
        rate_own: discount rate of the first side, above 0.
        rate_other: discount rate of the other.
        doubt_own: probability that the first side is obstinate, between 0 and 1.
        doubt_other: probability that the other is.

    Raises:
        ValueError: a number is out of its range.
    """
    if not (0 < demand_own < 1 and 0 < demand_other < 1) or demand_own + demand_other <= 1:
        raise ValueError("Expected demands below 1 that exclude each other.")
    if min(rate_own, rate_other) <= 0 or not (0 < doubt_own < 1 and 0 < doubt_other < 1):
        raise ValueError("Expected rates above 0 and probabilities between 0 and 1.")
    over = demand_own + demand_other - 1
    own, other = rate_other * (1 - demand_own) / over, rate_own * (1 - demand_other) / over
    end = min(-math.log(doubt_own) / own, -math.log(doubt_other) / other)
    at_once = [max(0.0, 1 - doubt * math.exp(rate * end)) for doubt, rate in ((doubt_own, own), (doubt_other, other))]
    return Obstinacy(end, own, other, at_once[0], at_once[1])
