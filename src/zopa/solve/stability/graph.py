"""The graph model proper: who can move from which state to which, and how each ranks the states."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.stability.moves import HIGH, ListedMoves, Moves, OptionMoves, Step, list_moves

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.model.conflict import Conflict, Ints, Ranks


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
    moves: tuple[Moves, ...]
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
        TooManyMovesError: merged states or many one-way options would need too many explicit moves.
    """
    makers = range(len(conflict.decision_makers))
    moves: tuple[Moves, ...]
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
    listed: list[Moves] = []
    for pairs in moves:
        ordered = np.array(sorted({(a, b) for a, b in pairs if a != b}), np.int64).reshape(-1, 2)
        listed.append(ListedMoves(n_states, ordered[:, 0], ordered[:, 1]))
    return _complete(n_states, tuple(listed), tuple(np.array(r, np.int32) for r in ranks), transitive=False)


def _complete(n_states: int, moves: tuple[Moves, ...], ranks: tuple[Ranks, ...], *, transitive: bool) -> Graph:
    improving = tuple(move.improving(rank) for move, rank in zip(moves, ranks, strict=True))
    return Graph(n_states, moves, improving, ranks, transitive)


def legal_least(steps: Sequence[Step], values: Ints, *, transitive: bool, cost: int = 0) -> Ints:
    """Least value that can be reached by legal sequences: any number of steps, none at all too, nobody twice in a row.

    Where moves are not transitive, states are looked at together with who moved last, which is exact (Fang, Hipel and
    Kilgour 1993, definition of the reachable list of a coalition).

    Args:
        steps: one for each mover.
        values: shape (n_states,), int64.
        transitive: whether each mover's moves are; then who moved last does not matter.
        cost: added for each step; with 0 at one state and `HIGH` elsewhere it counts the steps to it.
    """
    if transitive:
        return _transitive_least(steps, values, cost)
    after = [values] * len(steps)  # least from a state where this mover has just moved
    while True:
        moved = [np.minimum(step.least(after[mover]) + cost, HIGH) for mover, step in enumerate(steps)]
        renewed = [
            np.minimum.reduce([values, *(m for mover, m in enumerate(moved) if mover != last)])
            for last in range(len(steps))
        ]
        if all(np.array_equal(old, new) for old, new in zip(after, renewed, strict=True)):
            return np.minimum.reduce([values, *moved])
        after = renewed


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
