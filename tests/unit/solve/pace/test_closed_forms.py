"""Every closed form against a number that was found without it, to 1e-9."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from scipy import integrate, optimize

from zopa.solve.pace import (
    attrition,
    attrition_time,
    bargaining_range,
    best_demand,
    breaks_agreement,
    finite_share,
    limit_weights,
    obstinacy,
    offers_in_turn,
    rubinstein,
    rubinstein_breakdown,
    rubinstein_outside,
)

EXACT = 1e-9
DISCOUNTS = [(0.5, 0.5), (0.9, 0.6), (0.3, 0.95), (0.0, 0.7), (0.7, 0.0), (1.0, 0.8), (0.8, 1.0)]


def iterate(own: float, other: float, outside: tuple[float, float] = (0, 0), rounds: int = 4_000) -> float:
    """The first proposer's share by going back from a far end, one offer after the other."""
    share = 1.0
    for _ in range(rounds):
        share = 1 - max(own * share, outside[0])
        share = 1 - max(other * share, outside[1])
    return share


@pytest.mark.parametrize(("own", "other"), DISCOUNTS)
def test_rubinstein(own: float, other: float) -> None:
    """Offers without end are the limit of ever longer finite ones."""
    assert rubinstein(own, other) == pytest.approx(iterate(own, other), abs=EXACT)


@pytest.mark.parametrize(("own", "other"), [(0.5, 0.5), (0.9, 0.6), (0.3, 0.95)])
@pytest.mark.parametrize("outside", list(itertools.product([0, 0.1, 0.3, 0.45], [0, 0.2, 0.35, 0.5])))
def test_outside_options(own: float, other: float, outside: tuple[float, float]) -> None:
    """An outside option counts only where it is better than waiting, for either side, for both and for none."""
    assert rubinstein_outside(own, other, *outside) == pytest.approx(iterate(own, other, outside), abs=EXACT)


def test_small_outside_option_changes_nothing() -> None:
    """The outside-option principle: what is less than waiting gives is no threat."""
    assert rubinstein_outside(0.9, 0.9, 0.1, 0.4) == pytest.approx(rubinstein(0.9, 0.9), abs=EXACT)
    assert rubinstein_outside(0.9, 0.9, 0.1, 0.6) == pytest.approx(0.4, abs=EXACT)


@pytest.mark.parametrize(("own", "other"), DISCOUNTS)
@pytest.mark.parametrize("risk", [0.05, 0.5, 1.0])
def test_breakdown(own: float, other: float, risk: float) -> None:
    """Iterated with a risk and what each has after a breakdown."""
    share = 1.0
    for _ in range(2_000):
        share = 1 - own * ((1 - risk) * share + risk * 0.1)
        share = 1 - other * ((1 - risk) * share + risk * 0.3)
    assert rubinstein_breakdown(own, other, risk, 0.1, 0.3) == pytest.approx(share, abs=EXACT)


@pytest.mark.parametrize(("own", "other"), DISCOUNTS)
@pytest.mark.parametrize("periods", range(1, 9))
def test_finite(own: float, other: float, periods: int) -> None:
    """The formula is the recursion ``x <- 1 - d x``, the discount that of whoever responds."""
    share = 1.0
    for left in range(periods - 1):
        proposer_is_first = (periods - 2 - left) % 2 == 0
        share = 1 - (other if proposer_is_first else own) * share
    assert finite_share(own, other, periods) == pytest.approx(share, abs=EXACT)
    assert finite_share(1, 1, periods) == periods % 2


def test_backward_induction_over_deals_is_the_formula() -> None:
    """On a fine pie offers in turn come within a slice of the finite share, and agreement is at once."""
    slices = 20_000
    pie = np.linspace(0, 1, slices + 1)
    gains = np.stack([pie, 1 - pie], axis=1)
    for periods in (1, 2, 5, 10):
        found = offers_in_turn(gains, (0.9, 0.8), periods)
        assert found.gains[0] == pytest.approx(finite_share(0.9, 0.8, periods), abs=periods / slices)
        assert found.period == 0


def brute(gains: list[tuple[float, ...]], discounts: tuple[float, ...], periods: int, first: int) -> tuple[float, ...]:
    """What everybody expects, by recursion."""
    if periods == 0:
        return (0.0,) * len(discounts)
    later = brute(gains, discounts, periods - 1, (first + 1) % len(discounts))
    waiting = tuple(d * v for d, v in zip(discounts, later, strict=True))
    fit = [g for g in gains if all(a >= b - 1e-12 for a, b in zip(g, waiting, strict=True))]
    return max(fit, key=lambda g: (g[first], sum(g))) if fit else waiting


@pytest.mark.parametrize("seed", range(20))
def test_backward_induction_against_recursion(seed: int) -> None:
    """Three parties, some random deals: the same expectations as by plain recursion."""
    rng = np.random.default_rng(seed)
    gains = rng.integers(0, 12, (9, 3)) / 12
    discounts = tuple(rng.integers(5, 11, 3) / 10)
    found = offers_in_turn(gains, discounts, 4, first=seed % 3)
    assert found.gains == pytest.approx(brute([tuple(g) for g in gains.tolist()], discounts, 4, seed % 3), abs=EXACT)


def test_no_deal_no_period_and_risk() -> None:
    """Nothing to offer or no time: no deal and no gain. A certain breakdown leaves the responder nothing to wait for."""
    assert offers_in_turn(np.zeros((0, 2)), (0.9, 0.9), 5).deal is None
    assert offers_in_turn(np.ones((1, 2)), (0.9, 0.9), 0).gains == (0.0, 0.0)
    gains = np.array([[1.0, 0.0], [0.5, 0.5], [0.0, 1.0]])
    assert offers_in_turn(gains, (1, 1), 2, risk=1.0).deal == 0


def test_limit_weights() -> None:
    """Rubinstein's share tends to ``r2 / (r1 + r2)`` as offers follow faster; patience without end takes all."""
    rates = (0.3, 0.1)
    step = 1e-6
    share = rubinstein(math.exp(-rates[0] * step), math.exp(-rates[1] * step))
    assert limit_weights(rates)[0] == pytest.approx(share, abs=1e-6)
    assert limit_weights(rates)[0] == pytest.approx(0.1 / 0.4, abs=EXACT)
    assert limit_weights((0.2, 0.2, 0.4)) == pytest.approx((0.4, 0.4, 0.2), abs=EXACT)
    assert limit_weights((0.0, 0.2)) == (1.0, 0.0)


def test_fearon() -> None:
    """The range, and the demand that maximises what the first side expects over the other's unknown cost."""
    assert bargaining_range(0.6, 0.1, 0.2) == pytest.approx((0.5, 0.8), abs=EXACT)
    chance, cost, most = 0.5, 0.1, 0.4

    def loss(demand: float) -> float:
        war = min(max((demand - chance) / most, 0), 1)
        return -((1 - war) * demand + war * (chance - cost))

    found = optimize.minimize_scalar(loss, bounds=(chance, 1), method="bounded", options={"xatol": 1e-12})
    demand, risk = best_demand(chance, cost, most)
    assert demand == pytest.approx(found.x, abs=1e-6)  # a maximum is flat: its place is found to half the digits
    assert -loss(demand) >= -found.fun - EXACT
    assert risk == pytest.approx((demand - chance) / most, abs=EXACT)
    assert best_demand(0.5, 0.4, 0.4) == (0.5, 0.0)


@pytest.mark.parametrize("later", [0.5, 0.6, 0.7, 0.9])
def test_commitment(later: float) -> None:
    """War exactly where the declining side loses more by waiting than the whole pie of this period can make good."""
    now, discount, own, other = 0.4, 0.9, 0.05, 0.1
    # Flow pie 1, war settles it for good. Waiting leaves the declining side this period's whole pie and what war then leaves it at least.
    fight_now = (1 - now) / (1 - discount) - own
    best_wait = 1 + discount * ((1 - later) / (1 - discount) + other)
    assert breaks_agreement(now, later, discount, own, other) == (fight_now > best_wait)


def test_attrition() -> None:
    """The rates make the other indifferent; chance and length by integrating the race of the two."""
    found = attrition(2.0, 1.0, 0.3, 0.1)
    assert found.exit_own * 1.0 == pytest.approx(0.1, abs=EXACT)  # the other's prize times my rate is its cost
    wins = integrate.quad(lambda t: found.exit_other * math.exp(-(found.exit_own + found.exit_other) * t), 0, np.inf)[0]
    length = integrate.quad(lambda t: math.exp(-(found.exit_own + found.exit_other) * t), 0, np.inf)[0]
    assert (found.wins, found.mean_length) == (pytest.approx(wins, abs=EXACT), pytest.approx(length, abs=EXACT))


@pytest.mark.parametrize("prize", [0.0, 0.3, 0.8, 0.99])
def test_attrition_with_private_prizes(prize: float) -> None:
    """The integral ``(1/c) int v f / (1 - F)`` for uniform prizes."""
    number = integrate.quad(lambda v: v / (1 - v), 0, prize, epsabs=1e-13)[0] / 0.5
    assert attrition_time(prize, 0.5) == pytest.approx(number, abs=EXACT)


def test_obstinacy() -> None:
    """At the end both are surely obstinate: the survivors' doubt has grown to 1, after whoever lags gave in at once."""
    found = obstinacy(0.7, 0.6, 0.1, 0.2, 0.05, 0.2)
    for doubt, rate, at_once in (
        (0.05, found.rate_own, found.at_once_own),
        (0.2, found.rate_other, found.at_once_other),
    ):
        still_there = (1 - at_once) * math.exp(-rate * found.end)
        assert doubt / still_there == pytest.approx(1, abs=EXACT)
    assert min(found.at_once_own, found.at_once_other) == pytest.approx(0, abs=EXACT)


@pytest.mark.parametrize(
    "call",
    [
        lambda: rubinstein(1, 1),
        lambda: rubinstein(1.2, 0.5),
        lambda: rubinstein_outside(0.5, 0.5, 0.7, 0.7),
        lambda: rubinstein_breakdown(0.5, 0.5, 2),
        lambda: finite_share(0.5, 0.5, 0),
        lambda: limit_weights(()),
        lambda: limit_weights((-0.1, 1)),
        lambda: bargaining_range(1.1, 0, 0),
        lambda: best_demand(0.95, 0.0, 0.9),
        lambda: breaks_agreement(0.5, 0.6, 1.5, 0, 0),
        lambda: attrition(0, 1, 1, 1),
        lambda: attrition_time(1.0),
        lambda: obstinacy(0.4, 0.5, 0.1, 0.1, 0.1, 0.1),
        lambda: offers_in_turn(np.ones((2, 2)), (0.9,), 2),
        lambda: offers_in_turn(-np.ones((2, 1)), (0.9,), 2),
    ],
)
def test_out_of_range(call: object) -> None:
    """What no formula covers is refused in words."""
    with pytest.raises(ValueError, match="Expected"):
        call()  # type: ignore[operator]
