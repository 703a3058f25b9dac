"""How many strict preference profiles make a state hold: how demanding it is, whatever anybody prefers today.

Kinsara, Kilgour and Hipel (2015) went through all permutations, m! for each decision maker. For Nash, GMR and SMR only the states
ranked below the one in question matter, so that subsets are counted instead; SEQ and SIM depend on all rankings at once and are
gone through where they are few.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations, product
from math import factorial
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.stability.equilibria import Concept, find_stable
from zopa.solve.stability.graph import build_graph, change_ranks
from zopa.solve.stability.inverse_rules import find_legal
from zopa.solve.stability.preferences import with_ranks

if TYPE_CHECKING:
    from zopa.model.conflict import Conflict, Ints
    from zopa.model.formula import Truth

MAX_PROFILES = 20_000
"""Profiles gone through one by one: some seconds."""
MAX_RELEVANT = 20
"""States whose subsets are gone through: a million subsets."""


@dataclass(frozen=True, slots=True)
class ProfileCount:
    """In how many of all strict preference profiles a state is an equilibrium."""

    holding: int
    total: int


def count_profiles(conflict: Conflict, state: int, concept: Concept) -> ProfileCount | None:
    """Strict rankings of all states by all decision makers under which a state is an equilibrium; None where too many."""
    total = factorial(conflict.n_states) ** len(conflict.decision_makers)
    if concept in ("seq", "sim"):
        return None if total > MAX_PROFILES else ProfileCount(_go_through(conflict, state, concept), total)
    holding = 1
    for maker in range(len(conflict.decision_makers)):
        count = _count_rankings(conflict, maker, state, concept)
        if count is None:
            return None
        holding *= count
    return ProfileCount(holding, total)


def _go_through(conflict: Conflict, state: int, concept: Concept) -> int:
    graph = build_graph(conflict)
    rankings = [np.array(order, np.int32) for order in permutations(range(conflict.n_states))]
    holding = 0
    for profile in product(rankings, repeat=len(conflict.decision_makers)):
        found = find_stable(with_ranks(conflict, profile), [concept], change_ranks(graph, profile))
        holding += bool(found.equilibria(concept)[state])
    return holding


def _count_rankings(conflict: Conflict, maker: int, state: int, concept: Concept) -> int | None:
    """Strict rankings of one decision maker under which the state is stable for it, under Nash, GMR or SMR."""
    conditions = _list_conditions(conflict, maker, state, concept)
    relevant = sorted({q for ways in conditions for way in ways for q in way})
    if not relevant:
        return factorial(conflict.n_states)
    if len(relevant) > MAX_RELEVANT:
        return None
    place = {q: at for at, q in enumerate(relevant)}
    below = np.arange(1 << len(relevant), dtype=np.int64)  # which of the relevant states rank below the one in question
    good: Truth = np.ones(len(below), np.bool_)
    for ways in conditions:
        masks = [sum(1 << place[q] for q in way) for way in ways]
        good &= np.logical_or.reduce([below & mask == mask for mask in masks])
    sizes: Ints = np.add.reduce([below[good] >> bit & 1 for bit in range(len(relevant))], dtype=np.int64)
    rest = factorial(conflict.n_states) // factorial(len(relevant) + 1)
    return sum(
        int(count) * factorial(size) * factorial(len(relevant) - size) * rest
        for size, count in enumerate(np.bincount(sizes))
    )


def _list_conditions(conflict: Conflict, maker: int, state: int, concept: Concept) -> list[list[frozenset[int]]]:
    """For each move the ways in which it does not pay: sets of states all of which rank below the one in question."""
    others = [other for other in range(len(conflict.decision_makers)) if other != maker]
    conditions: list[list[frozenset[int]]] = []
    for move in conflict.moves(maker, state):
        ways = [frozenset({int(move)})]
        for answer in find_legal(conflict, others, int(move)) if concept != "nash" else ():
            counters = conflict.moves(maker, answer) if concept == "smr" else ()
            ways.append(frozenset({answer, *(int(q) for q in counters)}) - {state})
        conditions.append(ways)
    return conditions
