"""From the status quo to where things could end: the shortest ways, and who has to move first.

Li, Kilgour and Hipel (2005), Status quo analysis in the graph model; Xu, Kilgour, Hipel and Kemkes (2010), European Journal of
Operational Research 207:318-329. Nobody moves twice in a row. A way by improvements is one on which each step is better for who
takes it; a way by any moves says only what is possible.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.stability.graph import Graph, build_graph, legal_after
from zopa.solve.stability.moves import HIGH

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.model.conflict import Conflict, Ints
    from zopa.model.formula import Truth
    from zopa.solve.stability.moves import Step


@dataclass(frozen=True, slots=True)
class PathStep:
    """One step of a way: who moves, and to which state."""

    maker: int
    state: int


@dataclass(frozen=True, slots=True)
class Way:
    """How a state can be reached.

    Attributes:
        target: the state.
        moves: a shortest way, None where there is none; empty where the start is the target.
        first: decision makers who can begin a way, not only a shortest one, that never comes back to the start; a single one
            must move first.
    """

    target: int
    moves: tuple[PathStep, ...] | None
    first: tuple[int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class _Avoiding:
    """A step that never enters or leaves one state."""

    step: Step
    state: int

    def least(self, values: Ints) -> Ints:
        """As that of the step, with nothing to be had at the state."""
        values = values.copy()
        values[self.state] = HIGH
        found = self.step.least(values)
        found[self.state] = HIGH
        return found


def find_way(conflict: Conflict, start: int, target: int, *, improving: bool, graph: Graph | None = None) -> Way:
    """The shortest way from one state to another, by any moves or by improvements only."""
    if start == target:
        return Way(target, (), ())
    graph = graph or build_graph(conflict)
    steps = [_Avoiding(step, start) for step in (graph.improving if improving else graph.moves)]
    movers = list(range(len(steps)))
    nearest, after = count_steps(steps, np.arange(graph.n_states) == target, transitive=graph.transitive)
    begun = [after[maker][_options(conflict, maker, start, improving=improving)] for maker in movers]
    fewest = [int(found.min()) if len(found) else int(HIGH) for found in begun]
    first = tuple(maker for maker in movers if fewest[maker] < HIGH)
    if not first:
        return Way(target, None, ())
    nearest[start] = min(fewest) + 1
    return Way(target, walk(conflict, start, (nearest, after), movers, improving=improving), first)


def count_steps(steps: Sequence[Step], goal: Truth, *, transitive: bool) -> tuple[Ints, Sequence[Ints]]:
    """Fewest steps to the goal from every state, `HIGH` where there is no way, and the same after each mover's move."""
    return legal_after(steps, np.where(goal, 0, HIGH), transitive=transitive, cost=1)


def walk(
    conflict: Conflict,
    start: int,
    counted: tuple[Ints, Sequence[Ints]],
    movers: Sequence[int],
    *,
    improving: bool,
) -> tuple[PathStep, ...]:
    """A shortest way along counted steps to a goal that can be reached; the earlier mover and lower state where several are.

    Args:
        conflict: options and preferences.
        start: where to begin.
        counted: of `count_steps`, with one entry for each of `movers`.
        movers: numbers of those who may move.
        improving: whether the steps counted were improvements.
    """
    nearest, after = counted
    found: list[PathStep] = []
    here, left, last = start, int(nearest[start]), -1
    while left:
        left -= 1
        for at, maker in enumerate(movers):
            reached = _options(conflict, maker, here, improving=improving) if maker != last else np.zeros(0, np.int64)
            good = np.sort(reached[after[at][reached] == left])
            if len(good):
                here, last = int(good[0]), maker
                found.append(PathStep(maker, here))
                break
    return tuple(found)


def _options(conflict: Conflict, maker: int, state: int, *, improving: bool) -> Ints:
    return conflict.improvements(maker, state) if improving else conflict.moves(maker, state)
