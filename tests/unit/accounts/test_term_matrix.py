"""How often terms stand in texts, and what each of them weighs there."""

from __future__ import annotations

import math

import pytest

from zopa.accounts.term_matrix import count_terms, weigh_terms


def test_a_column_for_each_term_in_the_order_of_letters() -> None:
    """ "net" stands twice in the second text; the third is empty."""
    assert count_terms([["net", "cod"], ["net", "ice", "net"], []]).toarray().tolist() == [
        [1, 0, 1],
        [0, 1, 2],
        [0, 0, 0],
    ]


def test_rare_and_repeated_terms_weigh_more_and_rows_have_length_one() -> None:
    """By hand: three texts; "net" is in two, "cod" and "ice" in one each; a repeated term weighs 1 + ln 2 times as much."""
    common, rare = math.log(4 / 3) + 1, math.log(4 / 2) + 1
    twice = (1 + math.log(2)) * common
    first, second = math.hypot(common, rare), math.hypot(twice, rare)
    weights = weigh_terms([["net", "cod"], ["net", "ice", "net"], []]).toarray()
    assert weights[0].tolist() == pytest.approx([rare / first, 0, common / first])
    assert weights[1].tolist() == pytest.approx([0, rare / second, twice / second])
    assert weights[2].tolist() == [0, 0, 0]


def test_nothing_is_known_of_no_texts() -> None:
    """No text and no term: an empty matrix."""
    assert count_terms([]).shape == (0, 0)
    assert weigh_terms([[]]).shape == (1, 0)
