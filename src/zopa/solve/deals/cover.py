"""A cover of a frontier that is too large to list: few deals, and a bound on what they miss that holds by construction.

The issues are cut into two halves. Of each half the undominated partial deals are found exactly; every pair of them that makes
an acceptable deal falls into a cell of a grid over the parties' points, and one deal is kept for each cell that no other cell
dominates. An acceptable deal is dominated by some pair, and the deal kept for a cell is less than one cell worse for each party: so
for every acceptable deal some deal of the cover gives each veto party its utility less the bound (an additive epsilon-approximation,
Papadimitriou and Yannakakis 2000, FOCS, 86-92). The halves are exact and every deal kept is acceptable, so nothing is estimated.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.deals.halves import Half, merge_halves
from zopa.solve.deals.kernels import nondominated
from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.outcome import Outcome, build_outcomes
from zopa.solve.deals.rules import build_layers, order_issues

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from numpy.typing import NDArray

    from zopa.model.frame import Frame, Points

TARGET = 0.02
"""Two hundredths of a utility (design, section 10)."""
MAX_CELLS = 30_000_000  # of the grid; the cells grow where more would be needed
MAX_PAIRS = 1_500_000_000  # pairs of partial deals that are looked at one by one: about 20 s
CHUNK = 1 << 17  # pairs in work at a time: they stay in the cache
SLIP = 1e-3  # of a cell: single precision errs by less on a grid of at most a few thousand cells a side
GROUP = 64  # partial deals near each other that are tried as one first
ROUNDS = 48  # groups between two looks at which cells have become hopeless


@dataclass(frozen=True, slots=True)
class Cover:
    """Acceptable deals, none of which dominates another, and what they can miss.

    `bound`: for every acceptable deal some outcome gives each veto party at least its utility less this. Without outcomes, bound 0,
    where the zone is empty. `pairs`: how many pairs of partial deals were looked at.
    """

    outcomes: tuple[Outcome, ...]
    points: Points
    bound: float
    pairs: int


def find_cover(frame: Frame, *, target: float = TARGET, progress: Callable[[int, int], None] | None = None) -> Cover:
    """Cover the frontier to within `target` of a utility.

    Args:
        frame: the negotiation, with a veto party.
        target: bound asked for; a larger one comes back where the grid would need too many cells.
        progress: called with (groups of partial deals done, groups).

    Raises:
        TooLargeError: too many partial deals matter in a half, or too many pairs.
    """
    veto = list(frame.veto_parties)
    layers = build_layers(frame, order_issues(frame), frame.allowed)
    if not layers:
        return Cover((), np.zeros((0, len(veto)), dtype=np.int64), 0.0, 0)
    front, back = merge_halves(frame, layers)
    grid = _Grid.build(frame, front, back, target)
    pairs = 0
    for done, total, (ones, others) in _promising_pairs(front, back, grid):
        pairs += len(ones) * len(others)
        if pairs > MAX_PAIRS:
            raise TooLargeError(f"More than {MAX_PAIRS:,} pairs of partial deals would have to be looked at.")
        grid.add(front, ones, back, others)
        if progress:
            progress(done, total)
    ones, others = grid.best()
    points = front.points[ones] + back.points[others]
    keep = np.flatnonzero(nondominated(points))
    keep = keep[np.lexsort(tuple(-points[keep][:, p] for p in reversed(range(len(veto)))))] if veto else keep[:1]
    deals = np.column_stack([front.deals(ones[keep])[:, ::-1], back.deals(others[keep])])
    back_in_order = np.argsort([layer.issue for layer in layers])
    chosen = [tuple(row) for row in deals[:, back_in_order].tolist()]
    return Cover(build_outcomes(frame, chosen), points[keep], grid.bound, pairs)


def _promising_pairs(
    front: Half, back: Half, grid: _Grid
) -> Iterator[tuple[int, int, tuple[NDArray[Any], NDArray[Any]]]]:
    """Pairs of partial deals that meet in one state, without those that cannot matter, as (groups done, groups, pairs).

    Partial deals near each other form groups. Two groups are left out where even the best of both, party by party, is
    unacceptable or falls into a cell that is hopeless. The most promising groups come first. Yielded are places in the front half
    and in the back half, of which every pair is meant.
    """
    groups: list[tuple[float, int, NDArray[Any]]] = []
    partners: dict[int, tuple[list[NDArray[Any]], Points]] = {}
    for state in np.intersect1d(front.state, back.state).tolist():
        others = _groups(back.points, np.flatnonzero(back.state == state))
        best = np.array([back.points[group].max(axis=0) for group in others])
        partners[state] = others, best
        for group in _groups(front.points, np.flatnonzero(front.state == state)):
            hope = grid.share(front.points[group].max(axis=0) + best).sum(axis=1).max()
            groups.append((-float(hope), state, group))
    groups.sort(key=lambda entry: entry[:2])
    for n, (_, state, group) in enumerate(groups):
        if n % ROUNDS == 0:
            grid.bury()
        others, best = partners[state]
        hopeful = np.flatnonzero(grid.hopeful(front.points[group].max(axis=0) + best))
        step = max(1, CHUNK // (len(group) * GROUP))
        for start in range(0, len(hopeful), step):
            chosen: list[int] = hopeful[start : start + step].tolist()
            part = np.concatenate([others[m] for m in chosen])
            yield n, len(groups), (group, part)


def _groups(points: Points, which: NDArray[Any]) -> list[NDArray[Any]]:
    """Places `which`, cut along the widest party again and again until at most `GROUP` stand together."""
    if len(which) <= GROUP or not points.shape[1]:
        return [which]
    own = points[which]
    widest = int((own.max(axis=0) - own.min(axis=0)).argmax())
    order = np.argsort(own[:, widest], kind="stable")
    half = len(which) // 2
    return _groups(points, which[order[:half]]) + _groups(points, which[order[half:]])


@dataclass(slots=True)
class _Grid:
    """Cells over the veto parties' points: for each the pair that stands for it, as front * `width` + back, or -1."""

    low: NDArray[np.int64]
    base_front: NDArray[np.int64]
    step: NDArray[np.int64]
    floor: NDArray[np.int64]
    shape: tuple[int, ...]
    width: int
    pair: NDArray[np.int64]
    buried: NDArray[np.bool_]
    bound: float

    @staticmethod
    def build(frame: Frame, front: Half, back: Half, target: float) -> _Grid:
        veto = frame.veto_parties
        nothing = not len(front.points) or not len(back.points)
        zero = np.zeros(len(veto), dtype=np.int64)
        high = zero if nothing else front.points.max(axis=0) + back.points.max(axis=0)
        low = zero if nothing else front.points.min(axis=0) + back.points.min(axis=0)
        floor = np.array([low[n] if (v := frame.no_deal[p]) is None else v for n, p in enumerate(veto)], dtype=np.int64)
        low = np.maximum(low, np.minimum(floor, high))
        scale = np.array([frame.scale[p] for p in veto], dtype=np.float64)
        while True:
            step = np.maximum(1, np.floor(target / (1 + 2 * SLIP) * scale)).astype(np.int64)
            shape = tuple(int(n) for n in (high - low) // step + 2)
            if np.prod(np.array(shape, dtype=float)) <= MAX_CELLS:
                break
            target *= 1.1
        bound = float((np.where(step > 1, step * (1 + 2 * SLIP), 0) / scale).max()) if veto else 0.0
        base = zero if nothing else front.points.min(axis=0)
        empty = np.full(shape, -1, dtype=np.int64)
        hopeless = np.zeros(shape, dtype=bool)
        return _Grid(low, base, step, floor, shape, max(len(back.points), 1), empty, hopeless, bound)

    def share(self, points: Points) -> NDArray[np.float64]:
        """How far points lie between the low and the high end of the grid."""
        return (points - self.low) / (np.array(self.shape) * self.step)

    def hopeful(self, points: Points) -> NDArray[np.bool_]:
        """Points that are acceptable and do not fall into a buried cell."""
        good = np.all(points >= self.floor, axis=1)
        cell = self._cells(np.maximum(points, self.low))
        return good & ~self.buried.reshape(-1)[cell]

    def add(self, front: Half, ones: NDArray[Any], back: Half, others: NDArray[Any]) -> None:
        """Put every acceptable pair into its cell.

        In single precision first: it errs by less than `SLIP` of a cell, which the bound allows for. Who survives is checked exactly.
        """
        mine = ((front.points[ones] - self.base_front) / self.step).astype(np.float32)
        theirs = ((back.points[others] - (self.low - self.base_front)) / self.step).astype(np.float32)
        asked = ((self.floor - self.low) / self.step - SLIP).astype(np.float32)
        good = np.ones((len(ones), len(others)), dtype=bool)
        cell = np.zeros((len(ones), len(others)), dtype=np.int32)
        for n, size in enumerate(self.shape):
            height = mine[:, n, None] + theirs[None, :, n]
            good &= height >= asked[n]
            cell *= np.int32(size)
            cell += height.astype(np.int32)
        cell *= good
        good &= ~self.buried.reshape(-1)[cell]
        row, column = np.nonzero(good)
        points = front.points[ones[row]] + back.points[others[column]]
        exact = np.flatnonzero(np.all(points >= self.floor, axis=1))
        row, column = row[exact], column[exact]
        self.pair.reshape(-1)[cell[row, column]] = ones[row] * self.width + others[column]

    def bury(self) -> None:
        """Mark the cells that a deal found dominates: whatever falls there, another cell stands for it."""
        self.buried = self._below() | (self.pair >= 0)

    def _cells(self, points: Points) -> NDArray[np.int64]:
        cell = np.zeros(len(points), dtype=np.int64)
        for n, size in enumerate(self.shape):
            cell = cell * size + (points[:, n] - self.low[n]) // self.step[n]
        return cell

    def _below(self) -> NDArray[np.bool_]:
        """Cells from which another occupied cell is reached by going up."""
        above = self.pair >= 0
        for axis in range(above.ndim):
            above = np.flip(np.logical_or.accumulate(np.flip(above, axis), axis), axis)
        below = np.zeros(self.shape, dtype=bool)
        for axis in range(above.ndim):
            inner = tuple(slice(None, -1) if n == axis else slice(None) for n in range(above.ndim))
            beyond = tuple(slice(1, None) if n == axis else slice(None) for n in range(above.ndim))
            below[inner] |= above[beyond]
        return below

    def best(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The pairs in cells that no other cell dominates."""
        pairs = self.pair[(self.pair >= 0) & ~self._below()]
        return pairs // self.width, pairs % self.width
