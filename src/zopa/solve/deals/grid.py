"""Every deal at once, for spaces that fit into memory: one cell per deal, one axis per issue."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

    from zopa.model.frame import Frame

MAX_CELLS = 10_000_000
"""80 MB of points for one party."""
MAX_ISSUES = 30  # axes; issues with one option take none


@dataclass(frozen=True, slots=True)
class IntegerGrid:
    """Counts over a whole deal space.

    `zopa` and `deal_space` are numbers of deals; `acceptable` [issue][option] how many deals of the zone have the option.
    """

    zopa: int
    deal_space: int
    acceptable: tuple[tuple[int, ...], ...]


def fits_grid(frame: Frame) -> bool:
    """Whether a deal space is small enough to look at each deal."""
    return frame.deal_count <= MAX_CELLS and sum(len(options) > 1 for options in frame.options) <= MAX_ISSUES


def count_on_grid(frame: Frame) -> IntegerGrid:
    """Look at every deal; all zero where an issue has no option."""
    sizes = [len(options) for options in frame.options]
    wide = [i for i, size in enumerate(sizes) if size != 1]
    space: NDArray[Any] = np.ones([sizes[i] for i in wide], dtype=bool)
    axes = {issue: n for n, issue in enumerate(wide)}
    for condition in frame.conditions:
        for clause in condition.clauses:
            holds: NDArray[Any] = np.zeros((1,) * len(wide), dtype=bool)
            for issue, options in clause:
                holds = holds | _along(_member(options, sizes[issue]), axes.get(issue), len(wide))
            space &= holds
        if condition.at_most is not None:
            number: NDArray[Any] = np.zeros((1,) * len(wide), dtype=np.int16)
            for issue, options in condition.literals:
                number = number + _along(_member(options, sizes[issue]), axes.get(issue), len(wide)).astype(np.int16)
            space &= number <= condition.at_most
    total = int(np.count_nonzero(space))
    zone = space
    for issue, options in enumerate(frame.allowed):
        if len(options) < sizes[issue]:
            zone &= _along(_member(frozenset(options), sizes[issue]), axes.get(issue), len(wide))
    for party in frame.veto_parties:
        if (least := frame.no_deal[party]) is not None:
            zone &= _totals(frame, party, axes) >= least
    return IntegerGrid(int(np.count_nonzero(zone)), total, _by_option(zone, sizes, axes))


def _totals(frame: Frame, party: int, axes: dict[int, int]) -> NDArray[np.int64]:
    """Points of one party for every deal: sums grow axis by axis, so the work is little more than one addition a deal."""
    totals: NDArray[Any] = np.zeros((1,) * len(axes), dtype=np.int64)
    for issue in reversed(range(len(frame.issues))):
        totals = totals + _along(frame.points[issue][:, party], axes.get(issue), len(axes))
    return totals


def _member(options: frozenset[int], size: int) -> NDArray[np.bool_]:
    member = np.zeros(size, dtype=bool)
    member[[o for o in options if o < size]] = True
    return member


def _along(row: NDArray[Any], axis: int | None, axes: int) -> NDArray[Any]:
    """A row of values per option, laid along the axis of its issue; an issue with one option has none."""
    shape = [1] * axes
    if axis is not None:
        shape[axis] = len(row)
    return row.reshape(shape)


def _by_option(zone: NDArray[np.bool_], sizes: Sequence[int], axes: dict[int, int]) -> tuple[tuple[int, ...], ...]:
    whole = int(np.count_nonzero(zone))
    counts: list[tuple[int, ...]] = []
    for issue, size in enumerate(sizes):
        axis = axes.get(issue)
        if axis is None:
            counts.append((whole,) * size)
            continue
        cut = np.moveaxis(zone, axis, 0)
        counts.append(tuple(int(np.count_nonzero(cut[option])) for option in range(size)))
    return tuple(counts)
