"""The sieve against all pairs: many parties, equal points, columns that tell little, values far apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest

from zopa.solve.deals import sieve
from zopa.solve.deals.kernels import beaten_by, nondominated

if TYPE_CHECKING:
    from zopa.model.frame import Points


def draw(kind: str, seed: int, parties: int) -> Points:
    """Some hundred points of one kind, some of them twice."""
    rng = np.random.default_rng(seed)
    if kind == "front":  # all near one sphere, so that few are dominated
        points = np.abs(rng.normal(size=(700, parties)))
        points = (points / np.linalg.norm(points, axis=1)[:, None] * 1_000).astype(np.int64)
    elif kind == "coarse":  # a handful of values
        points = rng.integers(0, 4, size=(700, parties))
    elif kind == "mixed":  # a constant party, one with two values, others fine
        points = rng.integers(0, 2_000, size=(700, parties))
        points[:, 0] = 7
        points[:, 1] = rng.integers(0, 2, size=700)
    elif kind == "skewed":  # most near nothing, one far off
        points = np.exp(rng.uniform(0, 34, size=(700, parties))).astype(np.int64)
    else:  # nearly all at the top for one party
        points = rng.integers(0, 50, size=(700, parties))
        points[1:, -1] = 2**52
        points[1:, 0] = 90
    return np.concatenate([points, points[:60]]) - 1_000


@pytest.mark.parametrize("kind", ["front", "coarse", "mixed", "skewed", "top"])
@pytest.mark.parametrize("parties", [2, 3, 4, 6])
def test_agrees_with_pairs(kind: str, parties: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Exactly the points that no other dominates, by pairs alone and with grids within grids."""
    for seed in range(4):
        points = draw(kind, seed, parties)
        wanted = ~beaten_by(points, points)
        assert (nondominated(points) == wanted).all()
        monkeypatch.setattr(sieve, "FEW", 150)
        monkeypatch.setattr(sieve, "SLAB", 20)
        monkeypatch.setattr(sieve, "BLOCK", 5)
        assert (sieve.sift(points) == wanted).all()
        monkeypatch.undo()


def test_all_equal() -> None:
    """Equal points do not dominate each other, however many."""
    assert sieve.sift(np.full((9_000, 4), 3)).all()


def test_more_parties_than_a_grid_has_axes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pair by pair then."""
    monkeypatch.setattr(sieve, "FEW", 150)
    points = np.random.default_rng(3).integers(0, 3, size=(200, 13))
    assert (sieve.sift(points) == ~beaten_by(points, points)).all()


def test_large_sets() -> None:
    """With the constants as they are: what is kept dominates nothing kept, and all else is beaten by something kept."""
    rng = np.random.default_rng(5)
    points = rng.integers(0, 3_000, size=(30_000, 4))
    kept = sieve.sift(points)
    assert not beaten_by(points[kept], points[kept]).any()
    assert beaten_by(points[~kept], points[kept]).all()
