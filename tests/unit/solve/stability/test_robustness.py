"""Shares of draws in which states hold."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from zopa.model.conflict_build import build_conflict
from zopa.solve.stability import CONCEPTS, find_stable, sample_equilibria

if TYPE_CHECKING:
    from zopa.model.conflict import Conflict


def build(first: dict[str, Any], second: dict[str, Any]) -> Conflict:
    data = {"one": {"options": {"a": None}} | first, "two": {"options": {"b": None}} | second}
    conflict, problems = build_conflict(data)
    assert conflict is not None, problems
    return conflict


def test_nothing_open() -> None:
    """Where nothing is open every draw is the same: shares are 0 or 1, as the plain answer says."""
    conflict = build({"prefers": ["a", "b"]}, {"ranking": ["YY", "NN", "YN", "NY"]})
    found = sample_equilibria(conflict, draws=3)
    stable = find_stable(conflict)
    assert found.open_questions == ()
    for concept in CONCEPTS:
        assert found.shares[concept].tolist() == stable.equilibria(concept).astype(float).tolist()


def test_an_unknown_statement() -> None:
    """Wanted or its opposite, with even chances; the same seed gives the same shares."""
    conflict = build({"prefers": ["? a", "b"]}, {"prefers": ["b", "a"]})
    found = sample_equilibria(conflict, draws=400, seed=5)
    held = dict(zip(("NN", "YN", "NY", "YY"), found.shares["nash"], strict=True))
    assert held["NN"] == held["YN"] == 0
    assert held["NY"] + held["YY"] == 1
    assert held["NY"] == pytest.approx(0.5, abs=0.1)
    assert found.shares["nash"].tolist() == sample_equilibria(conflict, draws=400, seed=5).shares["nash"].tolist()
    assert found.open_questions == ("one: a (unknown)", "one: 2 ties")


def test_a_vague_statement() -> None:
    """It may stand before or after the other: each of two places in half of the draws."""
    conflict = build({"prefers": ["b iff a", "~ a"]}, {"prefers": ["b"]})
    found = sample_equilibria(conflict, draws=400, seed=1)
    assert found.shares["nash"].tolist() == [0, 0, 0, 1]
    against = build({"prefers": ["!a if b", "~ a"]}, {"prefers": ["b"]})
    shares = sample_equilibria(against, draws=400, seed=1).shares["nash"]
    assert shares[2] == pytest.approx(0.5, abs=0.1)
    assert shares[2] + shares[3] == 1


def test_ties_and_unknown_pairs() -> None:
    """Ties are broken at random unless they are a judgement; the states of an unknown pair change places or not."""
    tied = build({"ranking": [["NN", "YN", "NY", "YY"]]}, {"prefers": ["b"]})
    assert sample_equilibria(tied, draws=20, break_ties=False).shares["nash"].tolist() == [0, 0, 1, 1]
    broken = sample_equilibria(tied, draws=400).shares["nash"]
    assert broken[2] == pytest.approx(0.5, abs=0.1)
    assert broken[2] + broken[3] == 1
    pair = build({"ranking": ["NY", "YY", "NN", "YN"], "unknown": [["NY", "YY"]]}, {"prefers": ["b"]})
    found = sample_equilibria(pair, draws=400)
    assert found.shares["nash"][2] == pytest.approx(0.5, abs=0.1)
    assert found.open_questions[0] == "one: NY or YY (unknown)"
    assert np.isclose(found.shares["nash"].sum(), 1)
