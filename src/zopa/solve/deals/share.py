"""How much of the deal space is acceptable: exactly where it can be counted, else from a sample with its interval.

The deal space is all deals that the conditions allow. Counted deal by deal up to ten million; beyond that by merging, where few
different prospects arise; else estimated from deals drawn evenly from the deal space, with the interval of Clopper and Pearson (1934,
Biometrika 26:404-413).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.grid import IntegerGrid, count_on_grid, fits_grid
from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.listing import list_zopa
from zopa.solve.deals.rules import Layer, build_layers, count_deals, order_issues

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.model.frame import Deal, Frame

SAMPLES = 100_000
CONFIDENCE = 0.95
MAX_TRIES = 50  # rounds of drawing from all deals where the conditions are too tangled to draw from theirs


@dataclass(frozen=True, slots=True)
class Share:
    """The acceptable part of the deal space.

    Attributes:
        count: acceptable deals, exactly; None where only sampled.
        of: deals that the conditions allow; None where they could not be counted.
        share: count over of, or the part of the sample; None where no sampled deal is acceptable although one exists: it is then
            below `interval[1]`, and never 0.
        interval: the share lies in it, for certain where counted, else at `confidence`.
        exact: counted.
        samples, hits, seed: of the sample; 0 where counted.
        found: acceptable deals met on the way, some.
        acceptable: [issue][option] acceptable deals that have the option; None where not counted on a grid.
    """

    count: int | None
    of: int | None
    share: float | None
    interval: tuple[float, float]
    exact: bool
    samples: int = 0
    hits: int = 0
    seed: int = 0
    confidence: float = 1.0
    found: tuple[Deal, ...] = ()
    acceptable: tuple[tuple[int, ...], ...] | None = None


def find_share(frame: Frame, exists: bool | None, *, samples: int = SAMPLES, seed: int = 0) -> Share:
    """The share of acceptable deals; an empty deal space has share 0."""
    if fits_grid(frame):
        return _from_grid(count_on_grid(frame))
    layers = _deal_space(frame)
    of = None if layers is None else count_deals(layers)
    if exists is False:
        return Share(0, of, 0.0, (0.0, 0.0), exact=True)
    listed = list_zopa(frame, limit=100)
    if listed.count is not None and of is not None:
        part = listed.count / of if of else 0.0
        return Share(listed.count, of, part, (part, part), exact=True, found=listed.deals)
    deals = _draw(frame, layers, samples, np.random.Generator(np.random.PCG64(seed)))
    return _estimate(frame, deals, of, exists is True, seed)


def clopper_pearson(hits: int, samples: int, confidence: float = CONFIDENCE) -> tuple[float, float]:
    """The exact interval of a proportion; (0, 1) for no samples."""
    from scipy.special import betaincinv  # noqa: PLC0415 - slow to import

    tail = (1 - confidence) / 2
    low = 0.0 if hits == 0 else float(betaincinv(hits, samples - hits + 1, tail))
    high = 1.0 if hits == samples else float(betaincinv(hits + 1, samples - hits, 1 - tail))
    return low, high


def _from_grid(grid: IntegerGrid) -> Share:
    part = grid.zopa / grid.deal_space if grid.deal_space else 0.0
    return Share(grid.zopa, grid.deal_space, part, (part, part), exact=True, acceptable=grid.acceptable)


def _estimate(frame: Frame, deals: NDArray[np.int64], of: int | None, exists: bool, seed: int) -> Share:
    good = _acceptable(frame, deals)
    hits, samples = int(np.count_nonzero(good)), len(deals)
    low, high = clopper_pearson(hits, samples)
    if exists:
        low = max(low, 1 / (of or frame.deal_count))
    found = tuple(tuple(row) for row in np.unique(deals[good], axis=0)[:1_000].tolist())
    share = hits / samples if hits else None if exists or not samples else 0.0
    return Share(None, of, share, (low, high), False, samples, hits, seed, CONFIDENCE, found)


def _acceptable(frame: Frame, deals: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Which of the deals, all of the deal space, lie in the zone; shape (n_deals, n_issues) to (n_deals,)."""
    good = np.ones(len(deals), dtype=bool)
    for issue, options in enumerate(frame.allowed):
        good &= np.isin(deals[:, issue], options)
    for party in frame.veto_parties:
        if (least := frame.no_deal[party]) is not None:
            total = np.zeros(len(deals), dtype=np.int64)
            for issue, points in enumerate(frame.points):
                total += points[deals[:, issue], party]
            good &= total >= least
    return good


def _deal_space(frame: Frame) -> tuple[Layer, ...] | None:
    try:
        return build_layers(frame, order_issues(frame), [range(len(options)) for options in frame.options])
    except TooLargeError:
        return None


def _draw(
    frame: Frame, layers: tuple[Layer, ...] | None, samples: int, random: np.random.Generator
) -> NDArray[np.int64]:
    """Deals drawn evenly from the deal space, shape (n_deals, n_issues); fewer where conditions are too tangled."""
    if layers is None:
        return _draw_and_reject(frame, samples, random)
    deals = np.zeros((samples, len(frame.issues)), dtype=np.int64)
    if not layers:
        return deals[:0]
    ahead: list[NDArray[np.float64]] = [np.ones(len(layers[-1].states))]
    for layer in reversed(layers):
        ahead.insert(0, np.where(layer.step >= 0, ahead[0][layer.step], 0.0).sum(axis=1))
    state = np.zeros(samples, dtype=np.int64)
    for n, layer in enumerate(layers):
        weights = np.where(layer.step >= 0, ahead[n + 1][layer.step], 0.0).cumsum(axis=1)
        pick = random.random(samples) * weights[state, -1]
        chosen = (weights[state] <= pick[:, None]).sum(axis=1)
        deals[:, layer.issue] = np.array(layer.options)[chosen]
        state = layer.step[state, chosen].astype(np.int64)
    return deals


def _draw_and_reject(frame: Frame, samples: int, random: np.random.Generator) -> NDArray[np.int64]:
    kept: list[NDArray[np.int64]] = []
    for _ in range(MAX_TRIES):
        drawn = np.column_stack([random.integers(0, len(options), samples // 10 + 1) for options in frame.options])
        kept.append(drawn[[frame.in_deal_space(deal) for deal in drawn.tolist()]])
        if sum(len(rows) for rows in kept) >= samples:
            break
    return np.concatenate(kept)[:samples]
