"""Which points are dominated: the kernels of the frontier, by number of parties.

A point is dominated where another is at least as good for everybody and better for somebody. Equal points do not dominate
each other and are all kept. One party: the maximum; two: a sorted sweep; three and more: pair by pair for a few points, the
sieve for many.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from zopa.solve.deals.sieve import sift

if TYPE_CHECKING:
    from zopa.model.frame import Points

Mask = NDArray[np.bool_]

ELITE = 48  # strong points held against another state: more cost more than they remove (measured on 28 x 4 x 4)
SMALL = 192  # up to here every pair is compared at once
CHUNK = 1 << 20  # comparisons in work at a time: they stay in the cache


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
    return ~beaten_by(points, points) if count <= SMALL else sift(points)


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
