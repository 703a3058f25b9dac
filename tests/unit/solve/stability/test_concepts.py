"""The five concepts against the definitions, word for word, on random conflicts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.unit.solve.stability.conflicts import random_conflict

from zopa.model.conflict import ConflictOption
from zopa.solve.stability import CONCEPTS, Concept, build_graph, find_stable, graph_of_moves, moves
from zopa.solve.stability.gmr import gmr
from zopa.solve.stability.moves import OptionMoves, StabilityLimitError, list_moves, list_pairs
from zopa.solve.stability.nash import nash
from zopa.solve.stability.seq import seq
from zopa.solve.stability.smr import smr

if TYPE_CHECKING:
    from zopa.solve.stability.equilibria import StableSets


def compare_with_oracle(seeds: range, *, merged: bool) -> int:
    """How many stabilities were compared; the first one that differs fails."""
    compared = 0
    for seed in seeds:
        conflict, oracle = random_conflict(seed, merged=merged)
        found = find_stable(conflict)
        for concept in CONCEPTS:
            expected = [[getattr(oracle, concept)(i, s) for s in oracle.states] for i in oracle.makers]
            assert found.by_concept[concept].tolist() == expected, (seed, concept)
            compared += len(oracle.makers) * len(oracle.states)
    return compared


def test_two_thousand_random_conflicts() -> None:
    """Two to four decision makers, infeasible states, one-way options, ties: all five concepts agree everywhere."""
    assert compare_with_oracle(range(2_000), merged=False) > 100_000


def test_merged_states() -> None:
    """With merged states moves are no longer transitive, and legal sequences must be kept account of."""
    assert compare_with_oracle(range(5_000, 5_400), merged=True) > 20_000


@pytest.mark.slow
def test_many_more_random_conflicts() -> None:
    """The same on four thousand others."""
    compare_with_oracle(range(10_000, 13_000), merged=False)
    compare_with_oracle(range(20_000, 21_000), merged=True)


def test_nobody_moves_twice_in_a_row() -> None:
    """In a general graph an opponent alone cannot go on by itself; with a second one between it can."""
    # 0 -(first)-> 1 -(second)-> 2 -(second)-> 3; only 3 is bad enough for the first to regret its move
    worth = [1, 2, 2, 0]
    alone = graph_of_moves([[(0, 1)], [(1, 2), (2, 3)]], [worth, [0, 1, 2, 3]])
    assert not gmr(alone, 0)[0]
    assert not seq(alone, 0)[0]
    third = graph_of_moves([[(0, 1)], [(1, 2), (2, 3)], [(2, 2)]], [worth, [0, 1, 2, 3], [0, 0, 0, 0]])
    assert not gmr(third, 0)[0]
    between = graph_of_moves([[(0, 1)], [(1, 2), (4, 3)], [(2, 4)]], [[*worth, 2], [0, 1, 2, 4, 3], [0, 0, 0, 0, 1]])
    assert gmr(between, 0)[0]
    assert seq(between, 0)[0]
    assert smr(between, 0)[0]
    assert not nash(between, 0)[0]


def test_alone() -> None:
    """Without opponents nothing deters: all concepts are Nash stability."""
    conflict, _ = random_conflict(3, makers=2, options=4)
    alone = type(conflict)(
        conflict.decision_makers[:1],
        tuple(ConflictOption(o.id, o.name, 0) for o in conflict.options),
        conflict.patterns,
        conflict.state_of,
        conflict.states,
        conflict.varies,
        conflict.preferences[:1],
    )
    found = find_stable(alone)
    best = alone.preferences[0].ranks == alone.preferences[0].ranks.max()
    assert all(found.by_concept[concept][0].tolist() == best.tolist() for concept in CONCEPTS)


def test_indifferent_to_everything() -> None:
    """Who prefers nothing stays everywhere."""
    conflict, _ = random_conflict(3, makers=3, options=4)
    flat = np.zeros(conflict.n_states, np.int32)
    even = type(conflict.preferences[0])(flat)
    calm = type(conflict)(
        conflict.decision_makers, conflict.options, conflict.patterns, conflict.state_of, conflict.states, conflict.varies,
        (even, even, even),
    )  # fmt: skip
    assert all(find_stable(calm).equilibria(concept).all() for concept in CONCEPTS)


def test_only_what_is_asked_for() -> None:
    """Concepts can be found one by one, and give the same."""
    conflict, _ = random_conflict(8, makers=3, options=5)
    everything: StableSets = find_stable(conflict)
    for concept in CONCEPTS:
        single: list[Concept] = [concept]
        alone = find_stable(conflict, single)
        assert list(alone.by_concept) == single
        assert alone.by_concept[concept].tolist() == everything.by_concept[concept].tolist()


def test_one_way_options_as_blocks_and_as_lists() -> None:
    """Moves by blocks give the same least values as the moves one by one."""
    dice = np.random.default_rng(4)
    for seed in range(60):
        conflict, _ = random_conflict(seed)
        ranks = dice.integers(0, 9, conflict.n_states).astype(np.int32)
        values = dice.integers(-50, 50, conflict.n_states).astype(np.int64)
        for maker in range(len(conflict.decision_makers)):
            ways = [conflict.mask(maker, *way) for way in ((), ("to-yes",), ("to-no",))]  # type: ignore[arg-type]
            blocks, listed = OptionMoves(conflict.patterns, *ways), list_moves(conflict, maker)
            assert blocks.least(values).tolist() == np.minimum(values, listed.least(values)).tolist()
            assert blocks.most(values).tolist() == np.maximum(values, listed.most(values)).tolist()
            expected = np.minimum(values, listed.improving(ranks).least(values))
            assert blocks.improving(ranks).least(values).tolist() == expected.tolist()


def test_too_many_moves_are_refused_before_they_are_listed() -> None:
    """A block of a hundred thousand states would have ten thousand million moves."""
    blocks = np.zeros(100_000, np.int64)
    with pytest.raises(StabilityLimitError, match="is the limit"):
        list_pairs(blocks, lambda first, _: first >= 0)


def test_the_limit_counts_allowed_moves(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is listed is counted, by blocks and by stages of one-way options."""
    monkeypatch.setattr(moves, "MAX_LISTED", 40)
    with pytest.raises(StabilityLimitError, match="would have to be listed"):
        list_pairs(np.zeros(20, np.int64), lambda first, _: first >= 0)
    patterns = np.arange(64, dtype=np.uint32)
    with pytest.raises(StabilityLimitError, match="would have to be listed"):
        OptionMoves(patterns, 63, 3, 0).improving(patterns.astype(np.int32))


def test_many_options_and_few_states() -> None:
    """With more options than fit into a table joint states are searched for; the answer is that of few options."""
    conflict, oracle = random_conflict(77, makers=3, options=5)
    unused = tuple(ConflictOption(f"u{k}", "never taken", k % 3) for k in range(25))
    wide = replace(conflict, options=(*conflict.options, *unused))
    found = find_stable(wide).by_concept
    for concept in CONCEPTS:
        assert found[concept].tolist() == [
            [getattr(oracle, concept)(i, s) for s in oracle.states] for i in oracle.makers
        ]


def test_graph_keeps_ranks_of_the_conflict() -> None:
    """The graph of a conflict has a set of moves for each decision maker and is transitive unless states are merged."""
    conflict, _ = random_conflict(3)
    graph = build_graph(conflict)
    assert len(graph.moves) == len(graph.ranks) == len(conflict.decision_makers)
    assert graph.transitive
    merged, _ = random_conflict(3, merged=True)
    assert build_graph(merged).transitive == (not merged.merged)
