"""The exact frontier: merge the issues one by one, and keep after each only what can still matter.

A partial deal is dropped where another in the same state of the conditions, or in one that needs less, is at least as good for
every veto party and better for one (whatever completes the first completes the second), or where it can no longer reach the
no-deal values. Partial deals with equal points in the same state become one node that remembers all ways to it, so every deal
on the frontier can be listed, also those of equal worth. The principle is the merging of Nemhauser and Ullmann (1969,
Management Science 15(9):494-505) for two objectives, here for several, with states for the conditions.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.budget import current_budget
from zopa.solve.deals.kernels import beaten_by, nondominated, strong_points
from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.rules import Layer, best_ahead, build_layers, order_issues

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from zopa.model.frame import Deal, Frame, Points

MAX_POINTS = 500_000  # partial deals kept in one layer: about 200 MB with their candidates
LAYERS_AT_MOST = 4  # so many times that in all layers together: about six seconds
STATES_COUNT = (
    4  # so many times a partial deal counts where conditions are open: comparing across states takes as much longer
)
CROSS_STATES = 4_096  # up to so many states, each is also held against those that need less
BOUND_DIRECTIONS = 24  # weightings of the no-deal values, of which each bounds what can still be reached
TRIED = 500  # partial deals on which all these are tried before they are held against the rest


@dataclass(frozen=True, slots=True)
class Links:
    """Ways into the nodes of one layer: those of node n stand from `starts[n]` to `starts[n + 1]`."""

    starts: NDArray[np.int64]
    parent: NDArray[np.int64]
    option: NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Frontier:
    """Efficient deals of the zone of possible agreement.

    `points` (n_points, n_veto_parties), in falling order; `deals_at` counts the deals that share each point; their total is
    `count`. Empty where the zone is empty.
    """

    frame: Frame
    points: Points
    deals_at: tuple[int, ...]
    order: tuple[int, ...]
    links: tuple[Links, ...]

    @property
    def count(self) -> int:
        """Deals on the frontier."""
        return sum(self.deals_at)

    def deals(self, which: NDArray[np.int64] | None = None, *, limit: int = 10_000) -> list[Deal]:
        """Deals at the points `which` (by default all), at most `limit`, in the order of the points."""
        node = np.arange(len(self.points)) if which is None else np.asarray(which, dtype=np.int64)
        if not len(node):
            return []
        chosen = np.empty((len(node), 0), dtype=np.int64)
        for link in reversed(self.links):
            ways = link.starts[node + 1] - link.starts[node]
            row = np.repeat(np.arange(len(node)), ways)[:limit]
            nth = np.arange(len(row)) - np.r_[0, np.cumsum(ways)[:-1]][row]
            at = link.starts[node[row]] + nth
            chosen = np.column_stack([link.option[at], chosen[row]])
            node = link.parent[at]
        back = np.argsort(self.order)
        return [tuple(row) for row in chosen[:limit, back].tolist()]


def find_frontier(
    frame: Frame, *, max_points: int = MAX_POINTS, progress: Callable[[int, int], None] | None = None
) -> Frontier:
    """The exact frontier of the zone of possible agreement, over the veto parties.

    Args:
        frame: the negotiation.
        max_points: partial deals that one layer may keep; all layers together four times as many.
        progress: called with (issues merged, issues) after each.

    Returns:
        All efficient deals; empty where the zone is. Without a veto party nothing dominates, and every deal is efficient.

    Raises:
        TooLargeError: a layer would keep more, or the conditions leave too many states open.
    """
    order = order_issues(frame)
    layers = build_layers(frame, order, frame.allowed)
    points, links, deals_at = _start(frame)
    if frame.issues and not layers:
        return Frontier(frame, points[:0], (), order, ())
    bounds = find_bounds(frame, layers) if layers else None
    state, kept_so_far = np.zeros(1, dtype=np.int64), 0
    for n, layer in enumerate(layers):
        current_budget().left()
        sums, after, alive = extend(frame, frame.veto_parties, layer, points, state)
        if bounds:
            alive = alive[bounds.reachable(n, sums[alive], after[alive])]
        kept = alive[undominated(sums[alive], after[alive], layer.states)]
        points, state, link = join_equal(sums[kept], after[kept], kept, layer)
        kept_so_far += len(points) * (STATES_COUNT if len(layer.states) > 1 else 1)
        if len(points) > max_points or kept_so_far > LAYERS_AT_MOST * max_points:
            raise TooLargeError(f"Too many partial deals matter after {n + 1} of {len(layers)} issues.")
        deals_at = np.add.reduceat(deals_at[link.parent], link.starts[:-1]) if len(points) else deals_at[:0]
        links.append(link)
        if progress:
            progress(n + 1, len(layers))
    if not layers and not frame.in_zopa(()):
        points = points[:0]
    return Frontier(frame, points, tuple(deals_at[: len(points)].tolist()), order, tuple(links))


def _start(frame: Frame) -> tuple[Points, list[Links], NDArray[Any]]:
    """The one deal of no issue."""
    return np.zeros((1, len(frame.veto_parties)), dtype=np.int64), [], np.ones(1, dtype=_counter(frame))


def extend(
    frame: Frame, parties: Sequence[int], layer: Layer, points: Points, state: NDArray[Any]
) -> tuple[Points, NDArray[Any], NDArray[np.int64]]:
    """Every partial deal with every option of one more issue.

    Returns:
        The points of `parties`, the states, and the places where no condition broke; place is parent times options plus option.
    """
    worth = frame.points[layer.issue][np.array(layer.options, dtype=np.int64)][:, list(parties)]
    after = layer.step[state].reshape(-1)
    sums = (points[:, None, :] + worth[None, :, :]).reshape(len(after), len(parties))
    return sums, after, np.flatnonzero(after >= 0)


def _counter(frame: Frame) -> np.dtype[Any]:
    """Machine integers where they can hold every count, else Python's."""
    return np.dtype(np.int64 if frame.deal_count < 2**62 else object)


@dataclass(frozen=True, slots=True)
class Bounds:
    """What can still be reached: per layer and state the most that the issues ahead can add, exactly and under weights."""

    columns: list[int]
    least: NDArray[np.int64]
    ahead: list[NDArray[Any]]
    weights: NDArray[np.float64]
    least_weighted: NDArray[np.float64]
    ahead_weighted: list[NDArray[Any]]

    def reachable(self, n: int, sums: Points, state: NDArray[np.int32], *, own: bool = False) -> NDArray[np.bool_]:
        """Partial deals that may still reach every no-deal value, after layer `n`.

        `sums` has a column for each veto party, or, where `own`, for each that has a no-deal value.
        """
        columns = range(len(self.columns)) if own else self.columns
        floors = (self.least - self.ahead[n])[state if len(self.ahead[n]) > 1 else slice(None)]
        good = np.ones(len(sums), dtype=bool)
        for p, column in enumerate(columns):
            good &= sums[:, column] >= floors[:, p]
        left = np.flatnonzero(good)
        # Weights cost more than the floors themselves: a few partial deals tell whether they would drop any.
        few = left[:: max(1, len(left) // TRIED)]
        if not self._reachable_weighted(n, sums[few][:, columns], state[few]).all():
            good[left] = self._reachable_weighted(n, sums[left][:, columns], state[left])
        return good

    def _reachable_weighted(self, n: int, own: Points, state: NDArray[np.int32]) -> NDArray[np.bool_]:
        # The margin covers rounding of the weighted sums, so that nothing reachable is dropped.
        margin = 1e-9 * (1.0 + np.abs(self.least_weighted))
        possible = own @ self.weights + self.ahead_weighted[n][state] >= self.least_weighted - margin
        every: NDArray[np.bool_] = np.all(possible, axis=1)
        return every


def find_bounds(frame: Frame, layers: tuple[Layer, ...]) -> Bounds | None:
    """The bounds of a frame; None where no veto party has a no-deal value."""
    veto = frame.veto_parties
    columns = [n for n, p in enumerate(veto) if frame.no_deal[p] is not None]
    if not columns:
        return None
    parties = [veto[n] for n in columns]
    least = np.array([frame.no_deal[p] for p in parties], dtype=np.int64)
    generator = np.random.Generator(np.random.PCG64(7))  # fixed: it decides speed, never the answer
    mixed = generator.dirichlet(np.ones(len(columns)), BOUND_DIRECTIONS if len(columns) > 1 else 0).T
    scale = np.array([frame.scale[p] for p in parties], dtype=float)[:, None]
    weights = np.column_stack([np.ones((len(columns), 1)), mixed.reshape(len(columns), -1)]) / scale
    exact = [rows[:, parties] for rows in frame.points]
    weighted = [rows @ weights for rows in exact]
    return Bounds(columns, least, best_ahead(layers, exact), weights, least @ weights, best_ahead(layers, weighted))


def undominated(sums: Points, state: NDArray[np.integer[Any]], states: NDArray[np.integer[Any]]) -> NDArray[np.int64]:
    """Places of the partial deals to keep, per state and then across states."""
    if len(states) == 1 or not sums.size:
        return np.flatnonzero(nondominated(sums))
    order = np.argsort(state, kind="stable")
    present, starts = np.unique(state[order], return_index=True)
    groups: list[NDArray[np.int64]] = np.split(order, starts[1:])
    groups = [group[nondominated(sums[group])] for group in groups]
    if 1 < len(present) <= CROSS_STATES:
        strong = [strong_points(sums[group]) for group in groups]
        rows = states[present]
        for n, group in enumerate(groups):
            easier = [int(m) for m in np.flatnonzero(np.all(rows >= rows[n], axis=1)) if m != n]
            if easier:
                groups[n] = group[~beaten_by(sums[group], np.concatenate([strong[m] for m in easier]))]
    return np.concatenate(groups)


def join_equal(
    sums: Points, state: NDArray[np.int32], place: NDArray[np.int64], layer: Layer
) -> tuple[Points, NDArray[np.int64], Links]:
    """Equal points in equal states become one node, in falling order of points; `place` is parent times options plus option."""
    keys = (*(-sums[:, p] for p in reversed(range(sums.shape[1]))), state)
    order = np.lexsort(keys)
    sums, state, place = sums[order], state[order], place[order]
    new = np.ones(len(place), dtype=bool)
    new[1:] = (state[1:] != state[:-1]) | (sums[1:] != sums[:-1]).any(axis=1)
    starts = np.flatnonzero(new)
    options = np.array(layer.options, dtype=np.int64)
    link = Links(np.append(starts, len(place)), place // len(options), options[place % len(options)])
    return sums[starts], state[starts].astype(np.int64), link
