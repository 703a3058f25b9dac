"""The graph model proper: who can move from which state to which, and how each ranks the states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.stability.moves import HIGH, ListedMoves, MoveTable, OptionMoves, Step, list_moves

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.model.conflict import Conflict, Ints, Ranks
    from zopa.model.formula import Truth


@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """Moves and ranks, all that Nash, GMR, SMR and SEQ ask for.

    Attributes:
        n_states: number of states.
        moves: one for each decision maker.
        improving: the moves of each that it prefers.
        ranks: shape (n_states,) each, higher is better.
        transitive: whether two moves of one decision maker always make one move of its own; then sequences need not keep
            account of who moved last. True for options, false for merged states and general graphs.
    """

    n_states: int
    moves: tuple[MoveTable, ...]
    improving: tuple[Step, ...]
    ranks: tuple[Ranks, ...]
    transitive: bool

    def others(self, maker: int, *, improving: bool = False) -> list[Step]:
        """The moves of everybody else."""
        steps: Sequence[Step] = self.improving if improving else self.moves
        return [step for number, step in enumerate(steps) if number != maker]


def build_graph(conflict: Conflict) -> Graph:
    """The graph that the options of a conflict make.

    Raises:
        StabilityLimitError: merged states or many one-way options would need too many explicit moves.
    """
    makers = range(len(conflict.decision_makers))
    moves: tuple[MoveTable, ...]
    if conflict.merged:
        moves = tuple(list_moves(conflict, maker) for maker in makers)
    else:
        moves = tuple(
            OptionMoves(
                conflict.patterns, conflict.mask(i), conflict.mask(i, "to-yes"), conflict.mask(i, "to-no")
            )
            for i in makers
        )  # fmt: skip
    ranks = tuple(preference.ranks for preference in conflict.preferences)
    return _complete(conflict.n_states, moves, ranks, transitive=not conflict.merged)


def graph_of_moves(moves: Sequence[Iterable[tuple[int, int]]], ranks: Sequence[Sequence[int]]) -> Graph:
    """A general graph: for each decision maker its moves (from, to) and its ranks of all states, higher is better."""
    n_states = len(ranks[0])
    listed: list[MoveTable] = []
    for pairs in moves:
        ordered = np.array(sorted({(a, b) for a, b in pairs if a != b}), np.int64).reshape(-1, 2)
        listed.append(ListedMoves(n_states, ordered[:, 0], ordered[:, 1]))
    return _complete(n_states, tuple(listed), tuple(np.array(r, np.int32) for r in ranks), transitive=False)


def change_ranks(graph: Graph, ranks: Sequence[Ranks]) -> Graph:
    """The same moves under other preferences."""
    return _complete(graph.n_states, graph.moves, tuple(ranks), transitive=graph.transitive)


def _complete(n_states: int, moves: tuple[MoveTable, ...], ranks: tuple[Ranks, ...], *, transitive: bool) -> Graph:
    improving = tuple(move.improving(rank) for move, rank in zip(moves, ranks, strict=True))
    return Graph(n_states, moves, improving, ranks, transitive)


def legal_least(steps: Sequence[Step], values: Ints, *, transitive: bool) -> Ints:
    """Least value that can be reached by legal sequences: any number of steps, none at all too, nobody twice in a row.

    Args:
        steps: one for each mover.
        values: shape (n_states,), int64.
        transitive: whether each mover's moves are; then who moved last does not matter.
    """
    return legal_after(steps, values, transitive=transitive)[0]


def legal_after(steps: Sequence[Step], values: Ints, *, transitive: bool, cost: int = 0) -> tuple[Ints, Sequence[Ints]]:
    """As `legal_least`, and beside it the least from each state where one of the movers has just moved.

    Where moves are not transitive, states are looked at together with who moved last, which is exact (Fang, Hipel and
    Kilgour 1993, definition of the reachable list of a coalition). Where they are, two moves in a row are one move, and the
    arrays are all the same.

    Args:
        steps: one for each mover.
        values: shape (n_states,), int64.
        transitive: whether each mover's moves are.
        cost: added for each step; with 0 at some states and `HIGH` elsewhere it counts the steps to the nearest.

    Returns:
        The least with everybody free to move, and for each mover the least after its move.
    """
    if transitive:
        found = _transitive_least(steps, values, cost)
        return found, [found] * len(steps)
    after = [values] * len(steps)
    while True:
        moved = [np.minimum(step.least(after[mover]) + cost, HIGH) for mover, step in enumerate(steps)]
        renewed = [
            np.minimum.reduce([values, *(m for mover, m in enumerate(moved) if mover != last)])
            for last in range(len(steps))
        ]
        if all(np.array_equal(old, new) for old, new in zip(after, renewed, strict=True)):
            return np.minimum.reduce([values, *moved]), after
        after = renewed


def can_reach(steps: Sequence[Step], goal: Truth, *, transitive: bool) -> Truth:
    """From which states a legal sequence leads into the goal, or which lie in it already; shape (n_states,)."""
    return legal_least(steps, np.where(goal, 0, 1).astype(np.int64), transitive=transitive) == 0


def _transitive_least(steps: Sequence[Step], values: Ints, cost: int) -> Ints:
    """Step after step until nothing gets less; a single mover needs one step, for its moves are transitive."""
    unchanged = 0
    at = 0
    while unchanged < len(steps):
        step = steps[at % len(steps)]
        found = np.minimum(values, step.least(values) + cost)
        at += 1
        unchanged = 1 if not np.array_equal(found, values) else unchanged + 1
        values = found
    return values
