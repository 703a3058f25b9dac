"""Two halves of a merge: undominated partial deals over the first issues, and over the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.merge import find_bounds, undominated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.model.frame import Frame, Points
    from zopa.solve.deals.rules import Layer

MAX_POINTS = 200_000  # partial deals kept in one layer of a half


@dataclass(frozen=True, slots=True)
class Half:
    """Partial deals: `points` (n, n_veto_parties) and `state` (n,) of the conditions at the cut.

    Per layer, in the order of merging, `options` and `nodes` lead from a partial deal to its option and to the deal it came from.
    """

    points: Points
    state: NDArray[Any]
    options: list[NDArray[Any]]
    nodes: list[NDArray[Any]]
    forward: bool

    def deals(self, which: NDArray[Any]) -> NDArray[np.int64]:
        """Options of partial deals, shape (n, n_issues of the half), in the order of the layers."""
        columns: list[NDArray[Any]] = []
        node = which
        for option, following in zip(reversed(self.options), reversed(self.nodes), strict=True):
            columns.append(option[node])
            node = following[node]
        if self.forward:
            columns.reverse()
        return np.column_stack(columns) if columns else np.zeros((len(which), 0), dtype=np.int64)


def merge_front(frame: Frame, layers: Sequence[Layer], cut: int) -> Half:
    """Undominated partial deals over the layers before the cut that can still reach every no-deal value."""
    veto = list(frame.veto_parties)
    bounds = find_bounds(frame, tuple(layers))
    points, state = np.zeros((1, len(veto)), dtype=np.int64), np.zeros(1, dtype=np.int64)
    options: list[NDArray[Any]] = []
    nodes: list[NDArray[Any]] = []
    for n, layer in enumerate(layers[:cut]):
        worth = frame.points[layer.issue][np.array(layer.options)][:, veto]
        after = layer.step[state].reshape(-1)
        sums = (points[:, None, :] + worth[None, :, :]).reshape(len(after), len(veto))
        kept = np.flatnonzero(after >= 0)
        if bounds:
            kept = kept[bounds.reachable(n, sums[kept], after[kept])]
        kept = kept[undominated(sums[kept], after[kept], layer.states)]
        kept = kept[_first_of_equals(sums[kept], after[kept])]
        points, state = sums[kept], after[kept]
        options.append(np.array(layer.options)[kept % len(layer.options)])
        nodes.append(kept // len(layer.options))
        _check(points)
    return Half(points, state, options, nodes, forward=True)


def merge_back(frame: Frame, layers: Sequence[Layer], cut: int) -> Half:
    """Undominated completions from the cut on, for each state at the cut."""
    veto = list(frame.veto_parties)
    points, state = np.zeros((1, len(veto)), dtype=np.int64), np.zeros(1, dtype=np.int64)
    options: list[NDArray[Any]] = []
    nodes: list[NDArray[Any]] = []
    for layer in reversed(layers[cut:]):
        worth = frame.points[layer.issue][np.array(layer.options)][:, veto]
        # Every completion of a state serves each state and option that lead there.
        before, choice = np.nonzero(layer.step >= 0)
        target = layer.step[before, choice]
        order = np.argsort(state, kind="stable")
        starts = np.searchsorted(state[order], np.arange(len(layer.states) + 1))
        sizes = starts[target + 1] - starts[target]
        row = np.repeat(np.arange(len(target)), sizes)
        nth = np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        node = order[starts[target[row]] + nth]
        sums, states = points[node] + worth[choice[row]], before[row]
        kept = undominated(sums, states, np.arange(len(layer.step))[:, None] * [[1, -1]])
        kept = kept[_first_of_equals(sums[kept], states[kept])]
        points, state = sums[kept], states[kept]
        options.append(np.array(layer.options)[choice[row[kept]]])
        nodes.append(node[kept])
        _check(points)
    return Half(points, state, options, nodes, forward=False)


def _first_of_equals(sums: Points, state: NDArray[Any]) -> NDArray[Any]:
    """One of all partial deals with equal points in one state."""
    return np.sort(np.unique(np.column_stack([sums, state]), axis=0, return_index=True)[1])


def _check(points: Points) -> None:
    if len(points) > MAX_POINTS:
        raise TooLargeError(f"More than {MAX_POINTS:,} partial deals matter in one half.")
