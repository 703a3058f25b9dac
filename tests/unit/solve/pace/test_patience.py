"""Patience on the deals of a frame: who waits better gets more, a month costs, drifting values close a zone."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from zopa.model import Frame, build_frame
from zopa.solve.deals import find_frontier
from zopa.solve.deals.outcome import build_outcomes
from zopa.solve.pace import EVEN, closing_month, offered_deal, patient_deal
from zopa.solve.pace.offers import offers_in_turn

STEPS = 40


def pie(no_deal: tuple[Fraction | None, Fraction | None] = (None, None)) -> Frame:
    """One issue with 41 ways to share it between two."""
    values = [Fraction(n, STEPS) for n in range(STEPS + 1)]
    return build_frame(
        ["a", "b"],
        ["pie"],
        [[f"s{n}" for n in range(STEPS + 1)]],
        [[Fraction(1)]] * 2,
        [[values], [values[::-1]]],
        list(no_deal),
    )


@pytest.mark.parametrize(("first", "second"), [(0.9, 0.9), (0.81, 0.9), (0.99, 0.9)])
def test_weighted_nash_of_a_pie(first: float, second: float) -> None:
    """Of a pie each gets its weight, to a slice: by patience, the less patient the less."""
    frame = pie()
    found = patient_deal(frame, find_frontier(frame), {"a": first, "b": second})
    assert found.outcome is not None
    assert found.outcome.utility["a"] == pytest.approx(found.weights["a"], abs=1 / STEPS)
    assert (found.weights["a"] > found.weights["b"]) == (first > second)


def test_the_same_without_a_frontier() -> None:
    """By integer programme the same deal as by comparing the frontier."""
    frame = pie()
    one, other = patient_deal(frame, find_frontier(frame), {"a": 0.8}), patient_deal(frame, None, {"a": 0.8})
    assert one.outcome == other.outcome


def test_month_cost() -> None:
    """A month without the deal costs a party what its discount takes from its gain over no-deal."""
    frame = pie((Fraction(1, 5), Fraction(1, 5)))
    found = patient_deal(frame, None, {"a": 0.9, "b": 0.9})
    assert found.outcome is not None
    assert found.month_cost["a"] == pytest.approx(0.1 * (found.outcome.utility["a"] - 0.2))
    assert 0 < EVEN < 1


@pytest.mark.parametrize("costs", [{"a": 0.02}, {"b": 0.04}, {"a": 0.03, "b": 0.01}])
def test_costly_talks_against_offers_in_turn(costs: dict[str, float]) -> None:
    """What a month of talks costs moves the package as offers once a day for years do: away from whoever pays it."""
    frame = pie()
    discounts, part = {"a": 0.9, "b": 0.8}, 1 / 30
    found = patient_deal(frame, find_frontier(frame), discounts, costs)
    daily = {p: d**part for p, d in discounts.items()}
    paid = {p: c * (1 - daily[p]) / (1 - discounts[p]) for p, c in costs.items()}
    shares = np.linspace(0, 1, 4001)
    gains = np.stack([shares, 1 - shares], axis=1)
    agreed = [
        offers_in_turn(gains, list(daily.values()), 6_000, first=n, costs=[paid.get(p, 0.0) for p in "ab"]).gains[0] for n in (0, 1)
    ]  # fmt: skip
    assert found.outcome is not None
    assert found.outcome.utility["a"] == pytest.approx(sum(agreed) / 2, abs=1 / STEPS)
    free = patient_deal(frame, find_frontier(frame), discounts)
    assert free.outcome is not None
    poorer = costs.get("a", 0) / (1 - 0.9) * free.weights["b"] > costs.get("b", 0) / (1 - 0.8) * free.weights["a"]
    assert (found.outcome.utility["a"] < free.outcome.utility["a"]) is poorer
    programme = patient_deal(frame, None, discounts, costs)
    assert programme.outcome == found.outcome
    assert found.month_cost["a"] == pytest.approx(0.1 * found.outcome.utility["a"] + costs.get("a", 0))


def test_a_cost_that_nobody_could_bear() -> None:
    """Who loses nothing by waiting could pay without end: nothing follows, and that is said."""
    with pytest.raises(ValueError, match="below 1"):
        patient_deal(pie(), None, {"a": 1.0}, {"a": 0.1})
    with pytest.raises(ValueError, match="costs of 0 or more"):
        offers_in_turn(np.ones((1, 2)), (0.9, 0.9), 2, costs=(0.1, -0.1))


def test_no_deal_no_cost() -> None:
    """Where no deal is possible there is none to wait for."""
    frame = pie((Fraction(3, 5), Fraction(3, 5)))
    found = patient_deal(frame, None, {})
    assert (found.outcome, dict(found.month_cost)) == (None, {})


def test_offers_to_the_last_month() -> None:
    """With one month left the proposer takes all; with more, patience counts, and agreement is at once."""
    frame = pie()
    deals = build_outcomes(frame, find_frontier(frame).deals(limit=100))
    last, month = offered_deal(frame, deals, {"a": 0.9, "b": 0.9}, 1, first="b")
    assert last is not None
    assert (last.utility["b"], month) == (1.0, 0)
    early, _ = offered_deal(frame, deals, {"a": 0.9, "b": 0.5}, 6, first="b")
    assert early is not None
    assert early.utility["a"] > 0.5


def test_drift_closes_the_zone() -> None:
    """What is worth more without a deal every month leaves none in the first month in which it must; falling values never."""
    frame = pie((Fraction(1, 2), Fraction(1, 4)))
    assert closing_month(frame, {"a": Fraction(1, 20)}, 24) == 6  # 0.5 + 6 / 20 + 0.25 passes 1
    assert closing_month(frame, {"a": Fraction(-1, 20)}, 24) is None
    assert closing_month(frame, {"a": Fraction(1, 20)}, 3) is None
