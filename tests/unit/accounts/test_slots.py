"""What fills the slots of a sentence."""

from __future__ import annotations

import pytest

from zopa.accounts.slots import may_both_hold, opposites, read_slots


def test_numbers_and_dates_are_told_apart() -> None:
    """A day, a year and a weekday are dates; "one" is no number; a range is one number."""
    slots = read_slots("On Tuesday, 4 March, one of 30 boats waited from 5 to 9 hours in 2024, or 3-4 days.")
    assert [(c.value, c.high) for c in slots.counts] == [(30, 30), (5, 5), (9, 9), (3, 4)]
    assert [d.key for d in slots.dates] == ["weekday tuesday", "day 4", "month 3", "year 2024"]


@pytest.mark.parametrize(
    ("text", "keys"),
    [
        ("The boat came on March 4.", ["month 3", "day 4"]),
        ("May we go? In May we went.", ["month 5"]),
        ("He left yesterday, not last week.", ["relative yesterday", "relative last week"]),
        ("It cost 2024 crowns.", []),
    ],
)
def test_parts_of_dates(text: str, keys: list[str]) -> None:
    """Days before and after the month, relative words, and numbers that are no year."""
    assert [d.key for d in read_slots(text).dates] == keys


@pytest.mark.parametrize(
    ("text", "times"), [("It is not so, nor was it.", 2), ("Not only boats came.", 0), ("They didn’t fail to come.", 2)]
)
def test_negations(text: str, times: int) -> None:
    """ "Not only" denies nothing."""
    assert len(read_slots(text).negations) == times


@pytest.mark.parametrize(
    ("one", "two", "both"),
    [
        ("300 boats", "300.5 boats", True),
        ("300 boats", "310 boats", False),
        ("about 300 boats", "310 boats", True),
        ("at least 200 boats", "300 boats", True),
        ("at least 350 boats", "300 boats", False),
        ("up to 350 boats", "300 boats", True),
        ("at least 200 boats", "at least 300 boats", False),
        ("5 to 9 boats", "7 boats", True),
        ("5 to 9 boats", "5 to 12 boats", False),
        ("300 boats", "more than 200 boats", True),
        ("300 boats", "under 200 boats", False),
    ],
)
def test_numbers_that_may_both_hold(one: str, two: str, both: bool) -> None:
    """Rounding, bounds and ranges leave room."""
    a, b = (read_slots(f"They saw {text}.").counts[0] for text in (one, two))
    assert may_both_hold(a, b) is both
    assert may_both_hold(b, a) is both


def test_opposites_go_both_ways() -> None:
    """Whoever accepts does not reject, and the reverse."""
    assert "reject" in opposites()["accept"]
    assert all(word in opposites()[other] for word, others in opposites().items() for other in others)
