"""Ways from the status quo, against a plain search over states and last movers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.unit.solve.stability.conflicts import random_conflict

from zopa.solve.stability import build_graph, find_way

if TYPE_CHECKING:
    from tests.unit.solve.stability.oracle import Oracle


def search(oracle: Oracle, start: int, target: int, *, improving: bool) -> tuple[int | None, set[int]]:
    """Fewest legal moves from start to target, and who can begin any way there that never comes back."""
    step = oracle.improvements if improving else oracle.moves
    layer, seen, fewest = {(start, -1)}, {(start, -1)}, None
    count = 0
    while layer and fewest is None:
        if any(s == target for s, _ in layer):
            fewest = count
        layer = {(q, j) for s, last in layer for j in oracle.makers if j != last for q in step(j, s)} - seen
        seen |= layer
        count += 1
    first = set()
    for j in oracle.makers:
        reached, todo = set(), [(q, j) for q in step(j, start)]
        while todo:
            node = todo.pop()
            if node not in reached and node[0] != start:
                reached.add(node)
                todo += [(q, k) for k in oracle.makers if k != node[1] for q in step(k, node[0])]
        if any(s == target for s, _ in reached):
            first.add(j)
    return fewest, first


def test_ways_against_a_plain_search() -> None:
    """Length, first movers and every step of the way, by any moves and by improvements, merged states too."""
    found = 0
    for seed in range(120):
        conflict, oracle = random_conflict(seed, merged=seed % 2 == 0)
        graph = build_graph(conflict)
        start = seed % conflict.n_states
        for target in oracle.states:
            for improving in (False, True):
                way = find_way(conflict, start, target, improving=improving, graph=graph)
                fewest, first = search(oracle, start, target, improving=improving)
                assert (None if way.moves is None else len(way.moves)) == fewest, (seed, target)
                if start == target:
                    continue
                assert set(way.first) == first, (seed, target)
                here, last = start, -1
                for move in way.moves or ():
                    step = oracle.improvements if improving else oracle.moves
                    assert move.maker != last
                    assert move.state in step(move.maker, here)
                    here, last = move.state, move.maker
                assert way.moves is None or here == target
                found += bool(way.moves)
    assert found > 1_000
