"""Which of very many points are dominated, exactly, in plain numpy: a grid for most of them, slabs of the grid for the rest.

Each party but the last has its scale cut into cells. A point is dominated where some point in a cell higher for all these parties is
at least as good for the last: one running maximum over the grid tells that for every point at once. Whatever else dominates a
point shares its cell for one party or another, so what is left is compared within slabs of equal cells, party by party. (Divide
and conquer by dominance, Kung, Luccio and Preparata 1975, Journal of the ACM 22:469-476, with many parts at once.)
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.model.frame import Points

    Mask = NDArray[np.bool_]
    Column = NDArray[np.integer[Any]]

FEW = 8_192  # points up to which comparing pairs, each with all before it, is as fast as the grid
CELLS_PER_POINT = 16  # a finer grid leaves less to compare and costs more itself (measured on 28 x 4 x 4)
MAX_CELLS = 12_000_000  # 48 MB
SLAB = 256  # points that a slab should hold at least
MAX_AXES = 10  # with more parties a grid of that size has too few cells on a side
BINS = 13  # bits of a column by which cells are told: 8,192 steps
BLOCK = 128  # points compared with those before them at a time


def sift(points: Points) -> Mask:
    """True for each point that no other dominates.

    Args:
        points: shape (n_points, n_parties), higher is better; at least one party, and equal points are all kept.

    Returns:
        Shape (n_points,).
    """
    return _sift([_shorten(points[:, p]) for p in range(points.shape[1])])


def _sift(columns: Sequence[Column]) -> Mask:
    """The same by columns, each from 0 up; those that tell no point apart are left out."""
    columns = [column for column in columns if column.any()] or [columns[0]]
    if len(columns) == 1:
        return np.equal(columns[0], columns[0].max())
    if len(columns[0]) <= FEW or len(columns) > MAX_AXES + 1:
        return _by_pairs(columns)
    return _by_grid(columns)


def _shorten(column: Column) -> Column:
    """The same order from 0 up, in 32 bits."""
    column = column - column.min()
    if column.max() >= 2**31:
        column = np.unique(column, return_inverse=True)[1].reshape(-1)
    return column.astype(np.int32)


def _by_grid(columns: Sequence[Column]) -> Mask:
    count, axes = len(columns[0]), len(columns) - 1
    side = max(2, min(int(min(MAX_CELLS, CELLS_PER_POINT * count) ** (1 / axes)) - 1, count // SLAB))
    cells = [_cells(column, side) for column in columns[:-1]]
    left = np.flatnonzero(~_beaten_from_above(cells, columns[-1], side))
    columns, cells = [column[left] for column in columns], [cell[left] for cell in cells]
    alive = np.ones(len(left), dtype=bool)
    for axis in range(axes):
        which = np.flatnonzero(alive)
        which = which[np.argsort(cells[axis][which], kind="stable")]
        cuts = np.flatnonzero(np.diff(cells[axis][which])) + 1
        # Nearly equal within a slab, the column of its axis stands last, where equal values do no harm to a grid.
        ordered = [column[which] for column in (*columns[:axis], *columns[axis + 1 :], columns[axis])]
        for start, stop in zip([0, *cuts], [*cuts, len(which)], strict=True):
            if stop - start > 1:
                slab = [column[start:stop] for column in ordered]
                alive[which[start:stop]] = _sift([column - column.min() for column in slab])
    mask = np.zeros(count, dtype=bool)
    mask[left[alive]] = True
    return mask


def _cells(column: Column, side: int) -> NDArray[np.int32]:
    """Cells 0 to `side` - 1, rising with the column, with about as many points in each.

    The lowest and the highest value never share a cell, so every slab is smaller than the whole.
    """
    steps = column >> max(0, int(column.max()).bit_length() - BINS)
    sizes = np.bincount(steps)
    middle = np.cumsum(sizes) - sizes / 2
    return (middle * side / len(column)).astype(np.int32)[steps]


def _beaten_from_above(cells: Sequence[NDArray[np.int32]], last: Column, side: int) -> Mask:
    """Points for which some point in a higher cell on every axis is at least as good for the last party."""
    wide, axes = side + 1, len(cells)
    place = np.zeros(len(last), dtype=np.int32)
    for cell in cells:
        place *= wide
        place += cell
    best = np.full(wide**axes, -1, dtype=np.int32)
    np.maximum.at(best, place, last.astype(np.int32, copy=False))
    grid = best.reshape((wide,) * axes)
    for axis in range(axes):
        along = np.moveaxis(grid, axis, 0)
        for n in range(side - 1, -1, -1):
            np.maximum(along[n : n + 1], along[n + 1 : n + 2], out=along[n : n + 1])
    return best[place + sum(wide**axis for axis in range(axes))] >= last


def _by_pairs(columns: Sequence[Column]) -> Mask:
    """In falling order, each block of points against itself and those before it."""
    total = columns[0].astype(np.int64)
    for column in columns[1:]:
        total += column
    order = np.lexsort((-total, -columns[0].astype(np.int64)))
    first, total = columns[0][order], total[order]
    rest = [_narrow(column[order]) for column in columns[1:]]
    # Whoever dominates stands before, with more for the first party or in sum: equal points have one rank and stand in one block.
    new = np.ones(len(first) + 1, dtype=bool)
    new[1:-1] = (first[1:] != first[:-1]) | (total[1:] != total[:-1])
    rank = np.cumsum(new[:-1], dtype=np.int32)
    ends = np.flatnonzero(new)
    stops = ends[np.searchsorted(ends, np.arange(BLOCK, len(first) + BLOCK, BLOCK).clip(max=len(first)))]
    beaten = np.zeros(len(first), dtype=bool)
    start = 0
    for stop in stops.tolist():
        if stop == start:  # a long run of equals reached beyond the next stop
            continue
        as_good = rest[0][:stop] >= rest[0][start:stop, None]
        for column in rest[1:]:
            as_good &= column[:stop] >= column[start:stop, None]
        as_good[:, start:] &= rank[start:stop] < rank[start:stop, None]
        np.logical_or.reduce(as_good, axis=1, out=beaten[start:stop])
        start = stop
    mask = np.empty(len(first), dtype=bool)
    mask[order] = ~beaten
    return mask


def _narrow(column: Column) -> Column:
    """In 16 bits where they suffice: comparing is twice as fast."""
    return column.astype(np.uint16) if column.max() < 2**16 else column
