"""The value at which an answer flips: on one side of it there is a deal, on the other none."""

from __future__ import annotations

from fractions import Fraction

import pytest

from zopa.model import Frame, build_frame
from zopa.model.vague import VagueInput
from zopa.solve.deals.unknowns import find_witness, reweigh, with_no_deal
from zopa.solve.whatif import find_flip

HALF = Fraction(1, 2)


def frame(least: tuple[Fraction | None, Fraction | None]) -> Frame:
    """Two opposed on land, agreed on aid."""
    values = [
        [[Fraction(1), HALF, Fraction(0)], [Fraction(1), Fraction(0)]],
        [[Fraction(0), HALF, Fraction(1)], [Fraction(1), Fraction(0)]],
    ]
    weights = [[Fraction(60), Fraction(40)], [Fraction(50), Fraction(50)]]
    return build_frame(["a", "b"], ["land", "aid"], [["x", "y", "z"], ["yes", "no"]], weights, values, list(least))


def test_no_deal_value() -> None:
    """What the best deal that the other accepts is worth to the party; a step more and there is none."""
    made = frame((None, Fraction(3, 4)))
    found = find_flip(made, VagueInput("parties.a.no-deal", "no-deal", "unknown", 0, None, (0,)))
    assert found is not None
    assert found.best is not None
    assert found.value == pytest.approx(0.7)  # half of the land and the aid
    assert found.best.deal == {"land": "y", "aid": "yes"}
    at = int(found.value * made.scale[0])
    assert find_witness(with_no_deal(made, 0, at)) is not None
    assert find_witness(with_no_deal(made, 0, at + 1)) is None


def test_salience() -> None:
    """Above some weight of the land the party that must give it up needs no deal any more, or below it."""
    made = frame((Fraction(7, 10), Fraction(9, 10)))
    found = find_flip(made, VagueInput("positions.a.land.salience", "salience", "word", 0, 0, (0,)))
    assert found is not None
    for side in (-1, 1):
        exists = find_witness(reweigh(made, 0, 0, Fraction(found.value + side * 0.1))) is not None
        assert exists == ((side > 0) == found.below)


def test_none() -> None:
    """Nothing flips where the other accepts nothing, where any weight will do, and for an order of options."""
    shut = frame((None, Fraction(11, 10)))
    assert find_flip(shut, VagueInput("parties.a.no-deal", "no-deal", "unknown", 0, None, (0,))) is None
    easy = frame((None, None))
    assert find_flip(easy, VagueInput("parties.a.no-deal", "no-deal", "unknown", 0, None, (0,))) is None
    assert find_flip(easy, VagueInput("positions.a.land.salience", "salience", "word", 0, 0, (0,))) is None
    assert find_flip(easy, VagueInput("positions.a.land.prefers", "values", "rank", 0, 0, (0,))) is None
