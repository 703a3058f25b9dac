"""Smallest sets of red lines and laws that a deal breaks while the no-deal values hold, by merging the issues one at a time.

A partial deal is known by what it has broken so far and by its points, cut off where they surely suffice. It is dropped where
another has broken no more and has no fewer points, where it cannot reach the no-deal values any more, where it holds a set known
before, or where it has broken more than was asked for. What is left at the end are the minimal sets, exactly. (Labels for shortest
paths with several criteria: Martins 1984, European Journal of Operational Research 16:236-245.)
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.merge import extend, find_bounds
from zopa.solve.deals.rules import best_ahead, build_layers, order_issues

if TYPE_CHECKING:
    from collections.abc import Collection

    from numpy.typing import NDArray

    from zopa.model.frame import Deal, Frame, Points
    from zopa.solve.deadlock.members import Demands

    Broken = NDArray[np.uint64]  # a bit for each demand, by number
    Places = NDArray[np.int64]

MAX_DEMANDS = 63  # bits of one number
MAX_LABELS = 40_000  # partial deals in work after one issue: about a second
BLOCK = 128  # partial deals compared with those before them at a time


@dataclass(frozen=True, slots=True)
class Labelled:
    """Minimal sets, each with a deal that breaks exactly these red lines and laws; `whole` False where larger ones were cut off."""

    sets: tuple[tuple[frozenset[int], Deal], ...]
    whole: bool


def find_labelled(base: Frame, demands: Demands, known: Collection[frozenset[int]], most: int) -> Labelled:
    """Minimal sets of at most `most` demands, of those that are not no-deal values, smallest first.

    Args:
        base: the frame in which only the no-deal values that must hold stand.
        demands: of the whole frame.
        known: sets of which none is to be held.
        most: demands in a set.

    Raises:
        TooLargeError: conditions are among the demands, or too many partial deals matter.
    """
    if base.conditions or demands.numbers("condition") or len(demands.members) > MAX_DEMANDS:
        raise TooLargeError("Labels tell red lines and laws, and no more than 63 demands.")
    parties = [p for p in base.veto_parties if base.no_deal[p] is not None]
    layers = build_layers(base, order_issues(base), base.allowed)
    if not layers:
        return Labelled((), whole=True)
    bounds = find_bounds(base, layers)
    least = np.array([base.no_deal[p] for p in parties], dtype=np.int64)
    worst = best_ahead(layers, [-rows[:, parties] for rows in base.points])
    breaks = _breaks(demands)
    barred = [_bits(s) for s in known]
    points, broken = np.zeros((1, len(parties)), dtype=np.int64), np.zeros(1, dtype=np.uint64)
    links: list[Places] = []
    whole = True
    for n, layer in enumerate(layers):
        state = np.zeros(len(points), dtype=np.int64)
        sums, after, place = extend(base, parties, layer, points, state)
        sets = (broken[:, None] | breaks[layer.issue][None, :]).reshape(-1)
        if bounds:
            place = place[bounds.reachable(n, sums, after, own=True)]
        for bits in barred:
            place = place[(sets[place] & bits) != bits]
        few = _count(sets[place]) <= most
        whole &= bool(few.all())
        place = place[few]
        if len(place) > MAX_LABELS:
            raise TooLargeError(f"More than {MAX_LABELS:,} partial deals matter after {n + 1} of {len(layers)} issues.")
        sums = np.minimum(sums[place], least + worst[n][0])  # `worst` is the negative of the least that is still added
        kept = _undominated(sums, sets[place])
        points, broken = sums[kept], sets[place[kept]]
        links.append(place[kept])
    found = [(_members(bits), deal) for bits, deal in zip(broken.tolist(), _deals(base, layers, links), strict=True)]
    return Labelled(tuple(sorted(found, key=lambda entry: (len(entry[0]), sorted(entry[0])))), whole)


def _breaks(demands: Demands) -> list[Broken]:
    """For each issue and option the red lines and laws that it breaks."""
    frame = demands.frame
    bits = [np.zeros(len(options), dtype=np.uint64) for options in frame.options]
    for n, (member, place) in enumerate(zip(demands.members, demands.place, strict=True)):
        if member.kind in ("red-line", "legal"):
            barred = frame.red_lines[place] if member.kind == "red-line" else frame.legal[place]
            bits[barred.issue][list(barred.options)] |= _bits([n])
    return bits


def _count(broken: Broken) -> NDArray[np.int64]:
    """Members of each set (numpy counts bits itself from version 2 on)."""
    return np.unpackbits(broken.view(np.uint8).reshape(-1, 8), axis=1).sum(axis=1, dtype=np.int64)


def _bits(members: Collection[int]) -> np.uint64:
    return np.uint64(sum(1 << n for n in members))


def _members(bits: int) -> frozenset[int]:
    return frozenset(n for n in range(MAX_DEMANDS) if bits >> n & 1)


def _undominated(points: Points, broken: Broken) -> Places:
    """Places of the partial deals to keep; one of those that are equal in everything."""
    order = np.lexsort((-points.sum(axis=1), _count(broken)))  # whoever dominates stands before, or is equal
    rows = [_shorten(column[order]) for column in points.T]
    broken = broken[order]
    kept, kept_rows, kept_broken = order.copy(), [row.copy() for row in rows], broken.copy()
    size = 0
    for start in range(0, len(order), BLOCK):
        stop = min(start + BLOCK, len(order))
        own = broken[start:stop], [row[start:stop] for row in rows]
        left = np.flatnonzero(~_matched((kept_broken[:size], [row[:size] for row in kept_rows]), own).any(axis=1))
        own = own[0][left], [row[left] for row in own[1]]
        left = left[~np.tril(_matched(own, own), -1).any(axis=1)] + start
        fresh = slice(size, size + len(left))
        kept[fresh], kept_broken[fresh] = order[left], broken[left]
        for target, row in zip(kept_rows, rows, strict=True):
            target[fresh] = row[left]
        size += len(left)
    return kept[:size]


def _matched(others: tuple[Broken, list[NDArray[Any]]], block: tuple[Broken, list[NDArray[Any]]]) -> NDArray[np.bool_]:
    """Shape (n_block, n_others): whether the other has broken no more and has no fewer points."""
    matched = (others[0] & ~block[0][:, None]) == 0
    for other, own in zip(others[1], block[1], strict=True):
        matched &= other >= own[:, None]
    return matched


def _shorten(column: NDArray[np.int64]) -> NDArray[Any]:
    """From 0 up and in 32 bits where they suffice: comparing is faster."""
    column = column - column.min(initial=np.iinfo(np.int64).max)
    return column.astype(np.int32) if column.max(initial=0) < 2**31 else column


def _deals(base: Frame, layers: Any, links: list[Places]) -> list[Deal]:
    """The deals at the end of the merge, from the place of each partial deal: parent times options plus option."""
    node = np.arange(len(links[-1]))
    chosen = np.zeros((len(node), len(base.issues)), dtype=np.int64)
    for layer, place in zip(reversed(layers), reversed(links), strict=True):
        at = place[node]
        chosen[:, layer.issue] = np.array(layer.options, dtype=np.int64)[at % len(layer.options)]
        node = at // len(layer.options)
    return [tuple(row) for row in chosen.tolist()]
