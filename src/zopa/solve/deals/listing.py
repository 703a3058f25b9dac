"""All deals of a zone, and how many they are, without looking at each.

Issues are merged as for the frontier but nothing is dropped for being dominated. Points beyond what a party can still need are
cut off, so that partial deals with the same prospects become one; the counts stay exact.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.merge import Frontier, Links, extend, find_bounds, join_equal
from zopa.solve.deals.rules import best_ahead, build_layers, order_issues

if TYPE_CHECKING:
    from collections.abc import Mapping

    from numpy.typing import NDArray

    from zopa.model.frame import Deal, Frame

MAX_POINTS = 60_000  # different prospects in one layer


@dataclass(frozen=True, slots=True)
class Listing:
    """Deals, at most as many as asked for, and their exact number; `count` None: too many prospects to count."""

    deals: tuple[Deal, ...]
    count: int | None


def list_zopa(frame: Frame, *, limit: int = 10_000, max_points: int = MAX_POINTS) -> Listing:
    """The deals of the zone of possible agreement; in the order of the issues' options where all are listed.

    Empty with count 0 where the zone is empty; no deals and count None where it would take too much to count.
    """
    try:
        zone = _merge_all(frame, max_points)
    except TooLargeError:
        return Listing((), None)
    return Listing(tuple(sorted(zone.deals(limit=limit))), zone.count)


def raise_floors(frame: Frame, floors: Mapping[int, int]) -> Frame:
    """The frame in which parties ask for at least so many points, by party index; its zone is what is that good."""
    asked = list(frame.no_deal)
    for party, least in floors.items():
        old = asked[party]
        asked[party] = least if old is None else max(old, least)
    return replace(frame, no_deal=tuple(asked))


def _merge_all(frame: Frame, max_points: int) -> Frontier:
    """All deals of the zone, as one node with all the ways to it."""
    floors = {p: least for p in frame.veto_parties if (least := frame.no_deal[p]) is not None}
    parties = list(floors)
    order = order_issues(frame)
    layers = build_layers(frame, order, frame.allowed)
    empty = Frontier(frame, np.zeros((0, 0), dtype=np.int64), (), order, ())
    if not layers:
        whole = not frame.issues and frame.in_zopa(())
        return replace(empty, points=np.zeros((1, 0), dtype=np.int64), deals_at=(1,)) if whole else empty
    least = np.array([floors[p] for p in parties], dtype=np.int64)
    worst = best_ahead(layers, [-rows[:, parties] for rows in frame.points])
    bounds = find_bounds(frame, layers)
    points, state = np.zeros((1, len(parties)), dtype=np.int64), np.zeros(1, dtype=np.int64)
    links: list[Links] = []
    counts: NDArray[Any] = np.array([1], dtype=object)
    for n, layer in enumerate(layers):
        sums, after, kept = extend(frame, parties, layer, points, state)
        if bounds:
            kept = kept[bounds.reachable(n, sums[kept], after[kept], own=True)]
        sure = least + worst[n][after[kept]]  # `worst` is the negative of the least that the issues ahead add
        points, state, link = join_equal(np.minimum(sums[kept], sure.astype(np.int64)), after[kept], kept, layer)
        if len(points) > max_points:
            raise TooLargeError(f"More than {max_points:,} different prospects after {n + 1} of {len(layers)} issues.")
        counts = np.add.reduceat(counts[link.parent], link.starts[:-1]) if len(points) else counts[:0]
        links.append(link)
    return replace(empty, points=points, deals_at=tuple(int(c) for c in counts), links=tuple(links))
