"""Which points are dominated: the kernels of the frontier, by number of parties.

A point is dominated where another is at least as good for everybody and better for somebody. Equal points do not dominate
each other and are all kept. One party: the maximum; two: a sorted sweep; three and more: a few strong points remove most
others, then an exact pass over the rest, by the library moocore where it is installed (Fonseca, Paquete and López-Ibáñez 2006
describe its algorithms), else block by block in plain numpy.
"""

from __future__ import annotations

from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from zopa.model.frame import Points

Mask = NDArray[np.bool_]

ELITE = 48  # strong points for the first pass: more cost more than they remove (measured on 28 x 4 x 4)
SMALL = 192  # up to here every pair is compared at once
BLOCK = 512  # points compared with the survivors at a time
CHUNK = 1 << 20  # comparisons in work at a time: they stay in the cache
_HAS_MOOCORE = find_spec("moocore") is not None


def nondominated(points: Points) -> Mask:
    """True for each point that no other dominates.

    Args:
        points: shape (n_points, n_parties), higher is better.

    Returns:
        Shape (n_points,); empty for no points; all True where there is no party.
    """
    count, parties = len(points), int(points.shape[1])
    if parties == 0 or count <= 1:
        return np.ones(count, dtype=bool)
    if parties == 1:
        return np.equal(points[:, 0], points[:, 0].max())
    if parties == 2:
        return _sweep(points)
    if count <= SMALL:
        return ~beaten_by(points, points)
    keep = np.flatnonzero(~beaten_by(points, strong_points(points)))
    if len(keep) > SMALL:
        exact = _by_library(points[keep]) if _HAS_MOOCORE and len(keep) > BLOCK else _by_blocks(points[keep])
    else:
        exact = ~beaten_by(points[keep], points[keep])
    mask = np.zeros(count, dtype=bool)
    mask[keep[exact]] = True
    return mask


def _sweep(points: Points) -> Mask:
    """Two parties: in falling order of the first, a point stands where it beats all before it for the second."""
    order = np.lexsort((-points[:, 1], -points[:, 0]))
    first, second = points[order, 0], points[order, 1]
    # A run shares one value for the first party; its best comes first, and only its equals stand beside it.
    starts = np.flatnonzero(np.r_[True, first[1:] != first[:-1]])
    best = second[starts]
    before = np.r_[np.iinfo(np.int64).min, np.maximum.accumulate(best)[:-1]]
    run = np.cumsum(np.r_[False, first[1:] != first[:-1]])
    mask = np.empty(len(points), dtype=bool)
    mask[order] = (second == best[run]) & (best > before)[run]
    return mask


def strong_points(points: Points) -> Points:
    """Points that dominate many, some 48 at most: the best under fixed spread-out weights, on scales made alike."""
    low, high = points.min(axis=0), points.max(axis=0)
    scaled = (points - low) / np.maximum(high - low, 1)
    generator = np.random.Generator(np.random.PCG64(7))  # a fixed choice: it decides speed, never the answer
    weights = generator.dirichlet(np.ones(points.shape[1]), ELITE)
    return points[np.unique(np.argmax(weights @ np.ascontiguousarray(scaled.T), axis=1))]


def beaten_by(points: NDArray[np.integer[Any]], others: NDArray[np.integer[Any]]) -> Mask:
    """True for each point that some of `others` dominates, pair by pair; shapes (n, n_parties) and (m, n_parties)."""
    beaten = np.zeros(len(points), dtype=bool)
    if not others.size:
        return beaten
    step = max(1, CHUNK // len(others))
    for start in range(0, len(points), step):
        block = points[start : start + step]
        as_good = others[:, 0] >= block[:, 0, None]
        better = others[:, 0] > block[:, 0, None]
        for p in range(1, points.shape[1]):
            as_good &= others[:, p] >= block[:, p, None]
            better |= others[:, p] > block[:, p, None]
        beaten[start : start + step] = (as_good & better).any(axis=1)
    return beaten


def _by_library(points: Points) -> Mask:
    import moocore  # noqa: PLC0415 - optional and slow to import: only where it pays

    library: Any = moocore  # pyright: ignore[reportUnknownVariableType] - it has no types
    # Ranks instead of points: small whole numbers are exact as floats on any scale.
    ranks = np.column_stack([np.unique(points[:, p], return_inverse=True)[1] for p in range(points.shape[1])])
    mask: Mask = library.is_nondominated(ranks.astype(float), maximise=True, keep_weakly=True)
    return mask


def _by_blocks(points: Points) -> Mask:
    """In falling order of the first party, each block of points against itself and against the survivors before it.

    Whoever dominates stands before, so the first party need not be compared again, and a point beaten by a beaten point is
    beaten by a survivor too.
    """
    unique, inverse = np.unique(points, axis=0, return_inverse=True)
    ranks = np.column_stack([np.unique(unique[:, p], return_inverse=True)[1] for p in range(unique.shape[1])])
    ranks = ranks[::-1].astype(np.int32)  # np.unique sorts rows in rising order
    kept = np.empty((len(ranks), ranks.shape[1]), dtype=np.int32, order="F")
    alive = np.empty(len(ranks), dtype=bool)
    size = 0
    for start in range(0, len(ranks), BLOCK):
        block = ranks[start : start + BLOCK]
        beaten = _matched(block, kept[:size])
        left = np.flatnonzero(~beaten)
        beaten[left] = beaten_by(block[left], block[left])
        alive[start : start + BLOCK] = ~beaten
        fresh = block[~beaten]
        kept[size : size + len(fresh)] = fresh
        size += len(fresh)
    return alive[::-1][inverse.reshape(-1)]


def _matched(block: NDArray[np.int32], others: NDArray[np.int32]) -> Mask:
    """Points that some of `others`, all different and none worse for the first party, equals or beats for the rest."""
    found = np.zeros(len(block), dtype=bool)
    step = max(1, CHUNK // len(block))
    for start in range(0, len(others), step):
        part = others[start : start + step]
        left = np.flatnonzero(~found)
        as_good = part[:, 1] >= block[left, 1, None]
        for p in range(2, block.shape[1]):
            as_good &= part[:, p] >= block[left, p, None]
        found[left] = as_good.any(axis=1)
    return found


def has_library() -> bool:
    """Whether moocore is installed, which makes large frontiers faster and changes no answer."""
    return _HAS_MOOCORE
