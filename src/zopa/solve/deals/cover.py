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

from zopa.solve.deals.halves import Half, merge_back, merge_front
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
MAX_PAIRS = 1_000_000_000  # pairs of partial deals looked at: about 20 s
CHUNK = 1 << 20  # pairs in work at a time


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
        progress: called with (pairs, all pairs).

    Raises:
        TooLargeError: too many partial deals matter in a half, or too many pairs.
    """
    veto = list(frame.veto_parties)
    layers = build_layers(frame, order_issues(frame), frame.allowed)
    if not layers:
        return Cover((), np.zeros((0, len(veto)), dtype=np.int64), 0.0, 0)
    cut = len(layers) // 2
    front, back = merge_front(frame, layers, cut), merge_back(frame, layers, cut)
    pairs = int(np.dot(*(np.bincount(half.state, minlength=len(layers[cut - 1].states)) for half in (front, back))))
    if pairs > MAX_PAIRS:
        raise TooLargeError(f"{pairs:,} pairs of partial deals, more than {MAX_PAIRS:,}.")
    grid = _Grid.build(frame, front, back, target)
    for seen, (ones, others) in _pairs(front, back):
        grid.add(front.points[ones] + back.points[others], ones, others)
        if progress:
            progress(seen, pairs)
    ones, others = grid.best()
    points = front.points[ones] + back.points[others]
    keep = np.flatnonzero(nondominated(points))
    keep = keep[np.lexsort(tuple(-points[keep][:, p] for p in reversed(range(len(veto)))))] if veto else keep[:1]
    deals = np.column_stack([front.deals(ones[keep]), back.deals(others[keep])])
    back_in_order = np.argsort([layer.issue for layer in layers])
    chosen = [tuple(row) for row in deals[:, back_in_order].tolist()]
    return Cover(build_outcomes(frame, chosen), points[keep], grid.bound, pairs)


def _pairs(front: Half, back: Half) -> Iterator[tuple[int, tuple[NDArray[Any], NDArray[Any]]]]:
    """All pairs of partial deals that meet in one state, in chunks, with how many there were so far."""
    seen = 0
    for state in np.intersect1d(front.state, back.state):
        ones, others = np.flatnonzero(front.state == state), np.flatnonzero(back.state == state)
        step = max(1, CHUNK // len(others))
        for start in range(0, len(ones), step):
            part = ones[start : start + step]
            seen += len(part) * len(others)
            yield seen, (np.repeat(part, len(others)), np.tile(others, len(part)))


@dataclass(slots=True)
class _Grid:
    """Cells over the veto parties' points: for each the pair that stands for it, as front * `width` + back, or -1."""

    low: NDArray[np.int64]
    step: NDArray[np.int64]
    floor: NDArray[np.int64]
    shape: tuple[int, ...]
    width: int
    pair: NDArray[np.int64]
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
            step = np.maximum(1, np.floor(target * scale)).astype(np.int64)
            shape = tuple(int(n) for n in (high - low) // step + 1)
            if np.prod(np.array(shape, dtype=float)) <= MAX_CELLS:
                break
            target *= 1.1
        bound = float(((step - 1) / scale).max()) if veto else 0.0
        return _Grid(low, step, floor, shape, max(len(back.points), 1), np.full(shape, -1, dtype=np.int64), bound)

    def add(self, points: Points, ones: NDArray[Any], others: NDArray[Any]) -> None:
        """Put acceptable deals into their cells."""
        good = np.ones(len(points), dtype=bool)
        for n, least in enumerate(self.floor):
            good &= points[:, n] >= least
        kept = np.flatnonzero(good)
        cell = np.zeros(len(kept), dtype=np.int64)
        for n, size in enumerate(self.shape):
            cell = cell * size + (points[kept, n] - self.low[n]) // self.step[n]
        self.pair.reshape(-1)[cell] = ones[kept] * self.width + others[kept]

    def best(self) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
        """The pairs in cells that no other cell dominates."""
        above = self.pair >= 0
        for axis in range(above.ndim):
            flipped = np.flip(above, axis)
            above = np.flip(np.logical_or.accumulate(flipped, axis), axis)
        alone = self.pair >= 0
        for axis in range(above.ndim):
            inner = tuple(slice(None, -1) if n == axis else slice(None) for n in range(above.ndim))
            next_ = tuple(slice(1, None) if n == axis else slice(None) for n in range(above.ndim))
            alone[inner] &= ~above[next_]
        pairs = self.pair[alone]
        return pairs // self.width, pairs % self.width
