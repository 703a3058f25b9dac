"""Two halves of a merge: undominated partial deals over the first issues, and over the last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.merge import extend, find_bounds, undominated

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.model.frame import Frame, Points
    from zopa.solve.deals.merge import Bounds
    from zopa.solve.deals.rules import Layer

MAX_POINTS = 400_000  # partial deals in one half


@dataclass(slots=True)
class Half:
    """Partial deals that grow by one issue at a time.

    `points` (n, n_veto_parties) and `state` (n,) of the conditions at the open end. Per layer, in the order of merging, `options` and
    `nodes` lead from a partial deal to its option and to the deal it came from.
    """

    points: Points
    state: NDArray[Any]
    options: list[NDArray[Any]]
    nodes: list[NDArray[Any]]

    def deals(self, which: NDArray[Any]) -> NDArray[np.int64]:
        """Options of partial deals, shape (n, n_layers), the layer merged last first."""
        columns: list[NDArray[Any]] = []
        node = which
        for option, following in zip(reversed(self.options), reversed(self.nodes), strict=True):
            columns.append(option[node])
            node = following[node]
        return np.column_stack(columns) if columns else np.zeros((len(which), 0), dtype=np.int64)


def merge_halves(frame: Frame, layers: Sequence[Layer], max_points: int = MAX_POINTS) -> tuple[Half, Half]:
    """Undominated partial deals from the first layer on, and completions from the last back, until they meet.

    The half with fewer partial deals grows, so that neither becomes much larger than the other.

    Raises:
        TooLargeError: a half would keep more than `max_points`.
    """
    veto = list(frame.veto_parties)
    bounds = find_bounds(frame, tuple(layers))
    front, back = (
        Half(np.zeros((1, len(veto)), dtype=np.int64), np.zeros(1, dtype=np.int64), [], []) for _ in range(2)
    )
    first, last = 0, len(layers)
    while first < last:
        if len(front.points) <= len(back.points):
            _grow_front(front, frame, layers[first], first, bounds)
            first += 1
        else:
            last -= 1
            _grow_back(back, frame, layers[last])
        if max(len(front.points), len(back.points)) > max_points:
            raise TooLargeError(f"More than {max_points:,} partial deals matter in one half.")
    return front, back


def _grow_front(half: Half, frame: Frame, layer: Layer, n: int, bounds: Bounds | None) -> None:
    """Partial deals with one more issue that can still reach every no-deal value."""
    sums, after, kept = extend(frame, frame.veto_parties, layer, half.points, half.state)
    if bounds:
        kept = kept[bounds.reachable(n, sums[kept], after[kept])]
    kept = kept[undominated(sums[kept], after[kept], layer.states)]
    kept = kept[_first_of_equals(sums[kept], after[kept])]
    half.points, half.state = sums[kept], after[kept]
    half.options.append(np.array(layer.options)[kept % len(layer.options)])
    half.nodes.append(kept // len(layer.options))


def _grow_back(half: Half, frame: Frame, layer: Layer) -> None:
    """Completions with one issue more before them: each serves every state and option that lead to it."""
    worth = frame.points[layer.issue][np.array(layer.options)][:, list(frame.veto_parties)]
    before, choice = np.nonzero(layer.step >= 0)
    target = layer.step[before, choice]
    order = np.argsort(half.state, kind="stable")
    starts = np.searchsorted(half.state[order], np.arange(len(layer.states) + 1))
    sizes = starts[target + 1] - starts[target]
    row = np.repeat(np.arange(len(target)), sizes)
    nth = np.arange(len(row)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
    node = order[starts[target[row]] + nth]
    sums, states = half.points[node] + worth[choice[row]], before[row]
    # States are told apart and never compared: what a state may still be completed with has no order of its own here.
    incomparable = np.arange(len(layer.step))[:, None] * [[1, -1]]
    kept = undominated(sums, states, incomparable)
    kept = kept[_first_of_equals(sums[kept], states[kept])]
    half.points, half.state = sums[kept], states[kept]
    half.options.append(np.array(layer.options)[choice[row[kept]]])
    half.nodes.append(node[kept])


def _first_of_equals(sums: Points, state: NDArray[Any]) -> NDArray[Any]:
    """One of all partial deals with equal points in one state."""
    return np.sort(np.unique(np.column_stack([sums, state]), axis=0, return_index=True)[1])
