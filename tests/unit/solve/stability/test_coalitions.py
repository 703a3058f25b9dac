"""Coalitions against the definitions, in both variants."""

from __future__ import annotations

from typing import get_args

import pytest
from tests.unit.solve.stability.conflicts import random_conflict

from zopa.solve.stability import (
    StabilityLimitError,
    build_graph,
    coalition_stable,
    coalitions,
    find_stable,
    universally_stable,
)
from zopa.solve.stability.coalitions import CoalitionConcept, Variant, list_coalitions

CONCEPTS: tuple[CoalitionConcept, ...] = get_args(CoalitionConcept)
VARIANTS: tuple[Variant, ...] = get_args(Variant)


def test_coalitions_against_the_definitions() -> None:
    """Every coalition, every concept, both variants, with merged states among them."""
    compared = 0
    for seed in range(150):
        conflict, oracle = random_conflict(seed, merged=seed % 3 == 0)
        if conflict.n_states > 16:
            continue
        graph = build_graph(conflict)
        for group in list_coalitions(list(oracle.makers)):
            for concept in CONCEPTS:
                for variant in VARIANTS:
                    expected = [oracle.coalition(concept, group, s, variant) for s in oracle.states]
                    found = coalition_stable(graph, group, concept, variant)
                    assert found.tolist() == expected, (seed, group, concept, variant)
                    compared += len(expected)
    assert compared > 20_000


def test_the_variants_differ() -> None:
    """Answers of sub-coalitions deter more: somewhere 2008 is stable where 2001 is not, and never the other way round."""
    differ = 0
    for seed in range(120):
        conflict, _ = random_conflict(seed, makers=4, options=4)
        graph = build_graph(conflict)
        first, second = (coalition_stable(graph, (0,), "seq", variant) for variant in VARIANTS)
        assert not (first & ~second).any()
        differ += int((second & ~first).sum())
    assert differ


def test_a_coalition_of_one_is_its_member() -> None:
    """A single member is stable where the decision maker is."""
    conflict, _ = random_conflict(21, makers=3, options=5)
    graph = build_graph(conflict)
    found = find_stable(conflict, CONCEPTS)
    for maker in range(3):
        for concept in CONCEPTS:
            alone = coalition_stable(graph, (maker,), concept)
            assert alone.tolist() == found.by_concept[concept][maker].tolist()


def test_universal_stability() -> None:
    """Stable for every coalition is what it says, and no more than an equilibrium."""
    conflict, _ = random_conflict(22, makers=3, options=5)
    graph = build_graph(conflict)
    for concept in CONCEPTS:
        found = universally_stable(graph, concept)
        each = [
            coalition_stable(graph, group, concept) for group in ((0,), (1,), (2,), (0, 1), (0, 2), (1, 2), (0, 1, 2))
        ]
        assert found.tolist() == [all(states) for states in zip(*each, strict=True)]
        assert not (found & ~find_stable(conflict, [concept]).equilibria(concept)).any()


def test_limits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many states or decision makers are refused with the number and the limit."""
    conflict, _ = random_conflict(22, makers=3, options=5)
    graph = build_graph(conflict)
    monkeypatch.setattr(coalitions, "MAX_UNIVERSAL_MAKERS", 2)
    with pytest.raises(StabilityLimitError, match="3 decision makers"):
        universally_stable(graph, "nash")
    monkeypatch.setattr(coalitions, "MAX_COALITION_STATES", 4)
    with pytest.raises(StabilityLimitError, match="4 is the limit"):
        coalition_stable(graph, (0,), "nash")
