"""Two versions of a plan compared point by point."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from zopa.plans.align import align_points, likeness
from zopa.plans.diff import find_changes, find_runs, plain_words
from zopa.plans.types import Redline, RedlinePoint, Status, WordRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.plans.align import Group
    from zopa.plans.types import Point


def build_redline(
    a: Sequence[Point], b: Sequence[Point], by_hand: Mapping[str, Sequence[str]] | None = None
) -> Redline:
    """What became of each point: one status each, by the precedence split, merged, changed, moved, same, added, dropped.

    A new number alone is `same`; `moved` is a change of order among points that are otherwise the same.

    Args:
        a: the earlier version; may be empty.
        b: the later one; may be empty.
        by_hand: as for `zopa.plans.align.align_points`.
    """
    groups = align_points(a, b, by_hand)
    moved = _moved(groups)
    points = [_point(a, b, group, moved=group in moved, by_hand=by_hand) for group in groups]
    return Redline(tuple(_ordered(points, a)), tuple(a), tuple(b))


def _point(
    a: Sequence[Point], b: Sequence[Point], group: Group, *, moved: bool, by_hand: Mapping[str, Sequence[str]] | None
) -> RedlinePoint:
    left, right = tuple(a[i] for i in group[0]), tuple(b[j] for j in group[1])
    hand = any(point.number in (by_hand or {}) for point in left)
    if not right:
        return RedlinePoint("dropped", left, (), runs=(WordRun("deleted", left[0].text),), set_by_hand=hand)
    if not left:
        return RedlinePoint("added", (), right, runs=(WordRun("inserted", right[0].text),))
    before, after = (" ".join(point.text for point in side) for side in (left, right))
    same = plain_words(before) == plain_words(after)
    status: Status = (
        "split"
        if len(right) > 1
        else "merged"
        if len(left) > 1
        else "changed"
        if not same
        else "moved"
        if moved
        else "same"
    )
    return RedlinePoint(
        status,
        left,
        right,
        find_changes(before, after),
        find_runs(before, after),
        1.0 if hand else likeness(before, after),
        hand,
    )


def _moved(groups: Sequence[Group]) -> set[Group]:
    """Pairs that leave the order: those outside a longest run of pairs that rises in both versions (Schensted 1961)."""
    pairs = sorted((group for group in groups if group[0] and group[1]), key=lambda g: g[0])
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, (_, right) in enumerate(pairs):
        at = bisect_left(tails, right[0])
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(right[0])
            ends.append(n)
        else:
            tails[at], ends[at] = right[0], n
    kept: set[int] = set()
    n = ends[-1] if ends else -1
    while n >= 0:
        kept.add(n)
        n = before[n]
    return {pair for n, pair in enumerate(pairs) if n not in kept}


def _ordered(points: Sequence[RedlinePoint], a: Sequence[Point]) -> list[RedlinePoint]:
    """In the order of the second version; what was dropped stands behind what stood before it in the first."""
    order = {point: n for n, point in enumerate(a)}
    kept = sorted((p for p in points if p.b), key=lambda p: p.b[0].start)
    for point in sorted((p for p in points if not p.b), key=lambda p: order[p.a[0]]):
        ahead = [n for n, other in enumerate(kept) if other.a and order[other.a[-1]] < order[point.a[0]]]
        near = max(ahead, key=lambda n: order[kept[n].a[-1]], default=-1)
        kept.insert(near + 1, point)
    return kept
