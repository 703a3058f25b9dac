"""Words for shares, and what so many draws can tell of one."""

from __future__ import annotations

import numpy as np
import pytest

from zopa.solve.whatif import say_likelihood, span, tally


@pytest.mark.parametrize(
    ("share", "word"),
    [
        (0.01, "almost no chance"),
        (0.05, "almost no chance"),
        (0.06, "very unlikely"),
        (0.3, "unlikely"),
        (0.5, "roughly even chance"),
        (0.632, "likely"),
        (0.8, "likely"),
        (0.9, "very likely"),
        (0.97, "almost certain"),
        (1.0, "almost certain"),
    ],
)
def test_scale(share: float, word: str) -> None:
    """The words of Intelligence Community Directive 203, at and between the ends of their bands."""
    assert say_likelihood(share) == word


def test_holds_and_interval() -> None:
    """All draws alike: throughout; nearly all: mostly; else flips. The interval is Wilson's."""
    yes = tally(np.ones(100, dtype=np.int8))
    assert (yes.holds, yes.words, yes.high) == ("throughout", "in every draw", 1.0)
    assert yes.low == pytest.approx(0.963, abs=0.001)
    assert tally(np.zeros(100, dtype=np.int8)).words == "in no draw"
    assert tally((np.arange(100) < 97).astype(np.int8)).holds == "mostly"
    half = tally((np.arange(100) < 50).astype(np.int8))
    assert (half.holds, half.words) == ("flips", "roughly even chance")
    assert (half.low, half.high) == (pytest.approx(0.4038, abs=1e-3), pytest.approx(0.5962, abs=1e-3))


def test_undecided_is_left_out() -> None:
    """Draws in which nothing was decided count for nothing; none decided is not known."""
    assert tally(np.array([1, -1, -1, 1], dtype=np.int8)).decided == 2
    none = tally(np.full(3, -1, dtype=np.int8))
    assert (none.words, none.low, none.high) == ("cannot tell", 0.0, 1.0)


def test_readings_together_are_no_mean() -> None:
    """Never under one reading and always under the other is anything from never to always."""
    both = span([tally(np.ones(50, dtype=np.int8)), tally(np.zeros(50, dtype=np.int8))])
    assert (both.low, both.high, both.holds) == (0.0, 1.0, "flips")
