"""Stability against coalitions: what a group can leave together where every member gains.

Kilgour, Hipel, Fang and Peng (2001), Group Decision and Negotiation 10:159-175; Inohara and Hipel (2008), Systems
Engineering 11:353-371. The papers differ in how those outside answer sequentially: in the 2001 variant each of them by its own
improvements, in the 2008 variant any of their sub-coalitions by improvements of all its members.
"""

from __future__ import annotations

from itertools import chain, combinations
from typing import TYPE_CHECKING, Literal

import numpy as np

from zopa.solve.stability.graph import can_reach
from zopa.solve.stability.moves import ListedMoves, StabilityLimitError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.model.conflict import Ints
    from zopa.model.formula import Truth
    from zopa.solve.stability.graph import Graph
    from zopa.solve.stability.moves import Step

CoalitionConcept = Literal["nash", "gmr", "smr", "seq"]
Variant = Literal["2001", "2008"]
MAX_COALITION_STATES = 1 << 13
"""Each state is swept by itself, so the time grows with the square of their number; this many take about a minute."""
MAX_UNIVERSAL_MAKERS = 10
"""A thousand coalitions."""


def coalition_stable(
    graph: Graph, coalition: Sequence[int], concept: CoalitionConcept, variant: Variant = "2001"
) -> Truth:
    """Where a coalition is stable, shape (n_states,).

    A coalition of one is stable where its member is, save under ``seq`` of 2008 with two others or more: together they may answer by
    what neither would do alone, so that it is stable there and perhaps elsewhere.

    The coalition improves on s by a legal sequence of its members to a state that each of them prefers to s. It is deterred
    where those outside can then reach a state that is no better than s for at least one member; for ``smr`` also everything
    that the coalition can do from there must leave some member, not always the same, no better off.

    Args:
        graph: moves and ranks.
        coalition: numbers of its members, at least one.
        concept: ``nash``, ``gmr``, ``smr`` or ``seq``.
        variant: whose improvements answer under ``seq``.

    Raises:
        StabilityLimitError: more than `MAX_COALITION_STATES` states.
    """
    if graph.n_states > MAX_COALITION_STATES:
        raise StabilityLimitError("states to sweep one by one for coalitions", graph.n_states, MAX_COALITION_STATES)
    members = [graph.moves[maker] for maker in coalition]
    outside = [maker for maker in range(len(graph.moves)) if maker not in coalition]
    answers = _answers(graph, outside, concept, variant)
    stable = np.ones(graph.n_states, np.bool_)
    for state in range(graph.n_states):
        no_better = _no_better(graph, coalition, state)
        undeterred = ~no_better
        if concept != "nash" and answers:
            deterrents = no_better
            if concept == "smr":
                deterrents = no_better & ~can_reach(members, ~no_better, transitive=graph.transitive)
            undeterred &= ~can_reach(answers, deterrents, transitive=graph.transitive)
        if undeterred.any():
            stable[state] = not can_reach(members, undeterred, transitive=graph.transitive)[state]
    return stable


def universally_stable(graph: Graph, concept: CoalitionConcept, variant: Variant = "2001") -> Truth:
    """Where every coalition is stable, that of all and those of one included, shape (n_states,)."""
    makers = len(graph.moves)
    if makers > MAX_UNIVERSAL_MAKERS:
        raise StabilityLimitError("decision makers for universal stability", makers, MAX_UNIVERSAL_MAKERS)
    found = [coalition_stable(graph, group, concept, variant) for group in list_coalitions(range(makers))]
    return np.logical_and.reduce(found)


def list_coalitions(makers: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """All non-empty groups, smaller ones first."""
    return chain.from_iterable(combinations(makers, size) for size in range(1, len(makers) + 1))


def _no_better(graph: Graph, coalition: Sequence[int], state: int) -> Truth:
    """States that are no better than this one for at least one member."""
    return np.logical_or.reduce([graph.ranks[maker] <= graph.ranks[maker][state] for maker in coalition])


def _answers(graph: Graph, outside: Sequence[int], concept: CoalitionConcept, variant: Variant) -> list[Step]:
    if concept != "seq":
        return [graph.moves[maker] for maker in outside]
    if variant == "2001":
        return [graph.improving[maker] for maker in outside]
    return [
        graph.improving[group[0]] if len(group) == 1 else _list_improvements(graph, group)
        for group in list_coalitions(outside)
    ]


def _list_improvements(graph: Graph, coalition: Sequence[int]) -> ListedMoves:
    """Moves of a coalition, by legal sequences of its members, to states that each of them prefers."""
    members = [graph.moves[maker] for maker in coalition]
    sources: list[Ints] = []
    targets: list[Ints] = []
    for target in range(graph.n_states):
        goal = np.zeros(graph.n_states, np.bool_)
        goal[target] = True
        better = np.logical_and.reduce([graph.ranks[maker] < graph.ranks[maker][target] for maker in coalition])
        found = np.flatnonzero(better & can_reach(members, goal, transitive=graph.transitive)).astype(np.int64)
        sources.append(found)
        targets.append(np.full(len(found), target))
    source, target = np.concatenate(sources), np.concatenate(targets)
    order = np.lexsort((target, source))
    return ListedMoves(graph.n_states, source[order], target[order])
