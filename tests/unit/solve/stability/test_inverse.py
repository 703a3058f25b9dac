"""The inverse question and counts of profiles, against going through all rankings."""

from __future__ import annotations

from functools import cache
from itertools import permutations, product
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.unit.solve.stability.conflicts import random_conflict

from zopa.model.conflict_build import build_conflict
from zopa.model.conflict_preferences import rank_scores
from zopa.solve.stability import (
    CONCEPTS,
    StabilityLimitError,
    build_graph,
    count_profiles,
    counting,
    find_persuasion,
    find_stable,
    inverse,
)
from zopa.solve.stability.graph import change_ranks
from zopa.solve.stability.preferences import with_ranks

if TYPE_CHECKING:
    from zopa.model.conflict import Conflict, Ranks


@cache
def weak_orders(n: int) -> list[Ranks]:
    """All rankings of n states, ties included."""
    found = {tuple(rank_scores(np.array(scores)).tolist()) for scores in product(range(n), repeat=n)}
    return [np.array(ranks, np.int32) for ranks in sorted(found)]


def distance(first: Ranks, second: Ranks) -> float:
    a, b = (np.sign(np.subtract.outer(r.astype(int), r.astype(int))) for r in (first, second))
    return float(np.abs(a - b).sum()) / 4


def cheapest(conflict: Conflict, frozen: tuple[int, ...], *, ties: bool) -> dict[tuple[str, int], float]:
    """The least distance to any profile under which a state is an equilibrium, by trying all."""
    graph = build_graph(conflict)
    old = [preference.ranks for preference in conflict.preferences]
    choices = [[r] if i in frozen else weak_orders(conflict.n_states) for i, r in enumerate(old)]
    best: dict[tuple[str, int], float] = {}
    for profile in product(*choices):
        if not ties and any(_new_tie(before, after) for before, after in zip(old, profile, strict=True)):
            continue
        cost = sum(distance(before, after) for before, after in zip(old, profile, strict=True))
        found = find_stable(with_ranks(conflict, profile), CONCEPTS, change_ranks(graph, profile))
        for concept in CONCEPTS:
            for state in np.flatnonzero(found.equilibria(concept)):
                best[concept, int(state)] = min(best.get((concept, int(state)), np.inf), cost)
    return best


def _new_tie(before: Ranks, after: Ranks) -> bool:
    return bool((np.equal.outer(after, after) & ~np.equal.outer(before, before)).any())


def check(conflict: Conflict, frozen: tuple[int, ...] = (), *, ties: bool = True) -> None:
    expected = cheapest(conflict, frozen, ties=ties)
    for concept in CONCEPTS:
        for state in range(conflict.n_states):
            found = find_persuasion(conflict, state, concept, frozen=frozen, ties=ties)
            assert found.distance == expected.get((concept, state)), (concept, state)
            assert not {change.maker for change in found.changes} & set(frozen)


def small(seeds: range, makers: int, least: int, most: int) -> list[Conflict]:
    found = (random_conflict(seed, makers=makers, options=makers, merged=seed % 3 == 0)[0] for seed in seeds)
    return [conflict for conflict in found if least <= conflict.n_states <= most]


def test_two_decision_makers() -> None:
    """The program finds the least distance, for every state and concept."""
    for conflict in small(range(12), 2, 2, 3):
        check(conflict)
    check(random_conflict(100, makers=2, options=2)[0])


def test_three_decision_makers() -> None:
    """With three, answers by improvements take several steps and couple their preferences."""
    conflicts = small(range(100, 200), 3, 3, 3)[:2]
    assert conflicts
    for conflict in conflicts:
        check(conflict)


def test_frozen_parties_and_no_new_ties() -> None:
    """Frozen parties keep their rankings, where needed at the price of no answer; new ties can be ruled out."""
    for conflict in small(range(40), 2, 3, 3)[:4]:
        check(conflict, (0,))
        check(conflict, (0, 1))
        check(conflict, ties=False)


def test_comparisons_that_are_kept() -> None:
    """Single comparisons stay where that is demanded: the answer costs more, or there is none."""
    conflict, _ = build_conflict(
        {
            "x": {"options": {"a": None, "b": None}, "ranking": ["YN", "NY", "YY", "NN"]},
            "status-quo": {"a": "no", "b": "no"},
        }
    )
    assert conflict is not None
    labels = {conflict.label(state): state for state in range(4)}
    second = labels["NY"]
    free = find_persuasion(conflict, second, "nash")
    assert free.distance == 0.5
    held = find_persuasion(conflict, second, "nash", kept=[(0, second, labels["YN"])])
    assert held.distance is None
    third = find_persuasion(conflict, labels["YY"], "nash", kept=[(0, second, labels["YN"])])
    assert third.distance == 1.5
    assert third.ranks[0][labels["YN"]] > third.ranks[0][second]
    assert find_persuasion(conflict, second, "nash", frozen=[0], kept=[(0, 0, 1)]).distance is None


def test_what_holds_needs_no_persuasion() -> None:
    """An equilibrium costs nothing and changes nobody."""
    conflict, _ = random_conflict(31, makers=3, options=4)
    stable = find_stable(conflict)
    for concept in CONCEPTS:
        for state in np.flatnonzero(stable.equilibria(concept)):
            found = find_persuasion(conflict, int(state), concept)
            assert found.distance == 0
            assert not found.changes


def test_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many states are refused."""
    monkeypatch.setattr(inverse, "MAX_INVERSE_STATES", 3)
    with pytest.raises(StabilityLimitError, match="3 is the limit"):
        find_persuasion(random_conflict(31, makers=3, options=4)[0], 0, "nash")


def test_counts_of_profiles() -> None:
    """Counted by subsets or one by one, the number is that of all strict profiles tried."""
    for conflict in small(range(30), 2, 3, 4)[:2]:
        graph = build_graph(conflict)
        rankings = [np.array(order, np.int32) for order in permutations(range(conflict.n_states))]
        holding = {concept: np.zeros(conflict.n_states, int) for concept in CONCEPTS}
        for profile in product(rankings, repeat=2):
            found = find_stable(with_ranks(conflict, profile), CONCEPTS, change_ranks(graph, profile))
            for concept in CONCEPTS:
                holding[concept] += found.equilibria(concept)
        for concept in CONCEPTS:
            for state in range(conflict.n_states):
                count = count_profiles(conflict, state, concept)
                assert count is not None
                assert (count.holding, count.total) == (holding[concept][state], len(rankings) ** 2)


def test_who_cannot_move_is_content_with_every_ranking() -> None:
    """Where nobody can leave, all profiles hold."""
    conflict, _ = build_conflict(
        {"x": {"options": {"a": {"direction": "to-yes"}}, "prefers": []}, "status-quo": {"a": "yes"}}
    )
    assert conflict is not None
    count = count_profiles(conflict, 1, "nash")
    assert count is not None
    assert (count.holding, count.total) == (2, 2)


def test_subsets_have_a_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where too many states matter there is no count."""
    monkeypatch.setattr(counting, "MAX_RELEVANT", 2)
    assert count_profiles(random_conflict(31, makers=3, options=4)[0], 0, "gmr") is None


def test_too_many_profiles_are_not_counted() -> None:
    """Where profiles would have to be gone through one by one and are many, there is no count."""
    conflict, _ = random_conflict(31, makers=3, options=4)
    assert count_profiles(conflict, 0, "seq") is None
    assert count_profiles(conflict, 0, "nash") is not None
