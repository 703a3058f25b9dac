"""Small values of the case file: read as a person means them, or refused with a sentence."""

from __future__ import annotations

from decimal import Decimal

import pytest

from zopa.case.values import (
    first_day,
    last_day,
    parse_amount,
    parse_day,
    parse_no_deal,
    parse_ranking,
    parse_red_line,
    parse_salience,
    parse_truth,
)


def test_a_ranking_has_tiers_and_ties() -> None:
    """`>` parts tiers, `=` ties, spaces do not matter, and it prints as it is written."""
    ranking = parse_ranking("a>b = c  > d")
    assert ranking.tiers == (("a",), ("b", "c"), ("d",))
    assert str(ranking) == "a > b = c > d"
    assert parse_ranking("a = b").tiers == (("a", "b"),)


@pytest.mark.parametrize(
    ("text", "told"),
    [("a > a", "once"), ("a > ", "name of one option"), ("a & b", "name of one option"), ("", "name of one")],
)
def test_a_ranking_that_is_none(text: str, told: str) -> None:
    """An option twice, or none, is told."""
    with pytest.raises(ValueError, match=told):
        parse_ranking(text)


def test_red_lines() -> None:
    """`not` excludes what it names, `only` everything else."""
    assert parse_red_line("not a or b").excluded(("a", "b", "c")) == ("a", "b")
    assert parse_red_line("only a").excluded(("a", "b", "c")) == ("b", "c")
    assert parse_red_line("ONLY a, b").excluded(("a", "b", "c")) == ("c",)
    for text in ("never a", "not", "only "):
        with pytest.raises(ValueError, match="not OPTION"):
            parse_red_line(text)


def test_no_deal_values() -> None:
    """Words about a draft, a number or a range; nothing outside 0 to 1."""
    assert (parse_no_deal("better than us-28").kind, parse_no_deal("better than us-28").draft) == (
        "better than",
        "us-28",
    )
    assert str(parse_no_deal("0.2..0.40")) == "0.2..0.4"
    for text in ("better", "1.2", "-0.1", "half", "0.5..0.2"):
        with pytest.raises(ValueError, match="expected"):
            parse_no_deal(text)


def test_salience_in_words_and_numbers() -> None:
    """High 75, medium 50, low 25; a range has its midpoint."""
    assert [parse_salience(w).amount.middle for w in ("high", "Medium", "low", "60..80", "7")] == [75, 50, 25, 70, 7]
    for text in ("very high", "-3", "80..60", "nan", "1e400"):
        with pytest.raises(ValueError, match="expected"):
            parse_salience(text)


def test_numbers_are_exact() -> None:
    """A decimal keeps its value: nothing becomes binary."""
    assert parse_amount("0.1").low == Decimal("0.1")
    assert str(parse_amount("0.10")) == "0.1"


def test_dates_as_precise_as_they_are_known() -> None:
    """A year, a month, a day or a span; the ends are days."""
    assert [first_day(parse_day(d)) for d in ("2025", "2025-02", "2025-02-03", "2025-04..2025-06")] == [
        "2025-01-01", "2025-02-01", "2025-02-03", "2025-04-01",
    ]  # fmt: skip
    assert [last_day(parse_day(d)) for d in ("2025", "2024-02", "2025-04..2025-06")] == [
        "2025-12-31",
        "2024-02-29",
        "2025-06-30",
    ]
    for text in ("12:30", "2025-13", "2025-02-30", "1.10", "yesterday", "2025-06..2025-04"):
        with pytest.raises(ValueError, match="expected"):
            parse_day(text)


def test_yes_and_no() -> None:
    """Words for yes and no; Norway is neither."""
    assert parse_truth("YES") is True
    assert parse_truth("no") is False
    with pytest.raises(ValueError, match="yes or no"):
        parse_truth("Norway")
