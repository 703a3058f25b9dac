"""Two versions of a plan compared point by point, at every level."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zopa.plans.align import align_points, pair_articles
from zopa.plans.diff import find_changes
from zopa.plans.folding import fold, follow_references, plain_words
from zopa.plans.likeness import likeness
from zopa.plans.runs import find_runs, longest_rise
from zopa.plans.types import Redline, RedlinePoint, Status, WordRun

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.plans.align import Group
    from zopa.plans.types import Plan, Point

_PARTS = ("heading", "preamble", "annex", "footnote", "closing")


def compare_plans(a: Plan, b: Plan, by_hand: Mapping[str, Sequence[str]] | None = None) -> Redline:
    """The redline of two texts: rows of points, and rows of headings, preamble, annexes, footnotes and closing lines."""
    made = build_redline(a.points, b.points, by_hand)
    parts: list[RedlinePoint] = []
    for part in _PARTS:
        left, right = ([p for p in plan.parts if p.part == part] for plan in (a, b))
        parts += build_redline(left, right).points
    return Redline(made.points, made.a, made.b, tuple(parts), made.numbers)


def build_redline(
    a: Sequence[Point], b: Sequence[Point], by_hand: Mapping[str, Sequence[str]] | None = None
) -> Redline:
    """What became of each point: one status each, by the precedence split, merged, changed, moved, same, added, dropped.

    A new number alone is `same`, and so is a reference that only follows one; `moved` is a change of order among points that are
    otherwise the same. An article that moved as a whole is one row, and its points are `same`.

    Args:
        a: the earlier version; may be empty.
        b: the later one; may be empty.
        by_hand: as for `zopa.plans.align.align_points`.
    """
    articles = pair_articles(a, b)
    groups = align_points(a, b, by_hand, articles)
    numbers = _numbers(a, b, groups, articles)
    wholes, moved = _moves(a, b, groups, articles)
    points = [_point(a, b, group, numbers, moved=group in moved, hand=by_hand or {}) for group in groups]
    points += [_whole(a, b, old, new) for old, new in wholes]
    return Redline(tuple(_ordered(points, a)), tuple(a), tuple(b), (), numbers)


def _numbers(
    a: Sequence[Point], b: Sequence[Point], groups: Sequence[Group], articles: Mapping[str, str]
) -> dict[str, str]:
    """Number in the first version -> number in the second, of points and of articles."""
    numbers = dict(articles)
    for left, right in groups:
        if left and right:
            numbers[a[left[0]].number] = b[right[0]].number
    return numbers


def _point(
    a: Sequence[Point], b: Sequence[Point], group: Group, numbers: Mapping[str, str], *, moved: bool,
    hand: Mapping[str, Sequence[str]],
) -> RedlinePoint:  # fmt: skip
    left, right = tuple(a[i] for i in group[0]), tuple(b[j] for j in group[1])
    by_hand = any(point.number in hand for point in left)
    if not right:
        return RedlinePoint("dropped", left, (), runs=(WordRun("deleted", left[0].text),), set_by_hand=by_hand)
    if not left:
        return RedlinePoint("added", (), right, runs=(WordRun("inserted", right[0].text),))
    before, after = (" ".join(point.text for point in side) for side in (left, right))
    status: Status
    status = "split" if len(right) > 1 else "merged" if len(left) > 1 else "moved" if moved else "same"
    if plain_words(before) == plain_words(after) and before.count("[") == after.count("["):
        return RedlinePoint(status, left, right, (), find_runs(before, after), 1.0, by_hand)
    followed = follow_references(before, after, numbers, next(iter(left)).within)
    changes = find_changes(followed, after)
    same = not changes and fold(followed) == fold(after)
    if not same and status in {"moved", "same"}:
        status = "changed"
    share = 1.0 if by_hand else likeness(before, after)
    return RedlinePoint(status, left, right, changes, find_runs(before, after), share, by_hand)


def _whole(a: Sequence[Point], b: Sequence[Point], old: str, new: str) -> RedlinePoint:
    """The row of an article that moved as a whole: its first points stand for it, and its words stay with them."""
    left = next(p for p in a if p.within == old)
    right = next(p for p in b if p.within == new)
    return RedlinePoint("moved", (_stand_in(left, old),), (_stand_in(right, new),), share=1.0, whole=True)


def _stand_in(point: Point, number: str) -> Point:
    from dataclasses import replace  # noqa: PLC0415

    return replace(point, number=number, text="", end=point.start, spans=())


def _moves(
    a: Sequence[Point], b: Sequence[Point], groups: Sequence[Group], articles: Mapping[str, str]
) -> tuple[list[tuple[str, str]], set[Group]]:
    """Articles that left the order as a whole, and pairs that left the order within their article or left their article."""
    pairs = sorted((group for group in groups if group[0] and group[1]), key=lambda g: g[0])
    inside: dict[tuple[str, str], list[Group]] = defaultdict(list)
    for group in pairs:
        inside[a[group[0][0]].within, b[group[1][0]].within].append(group)
    homes = [(old, new) for old, new in inside if articles.get(old) == new and old]
    place = {new: n for n, new in enumerate(dict.fromkeys(point.within for point in b))}
    rank = {old: n for n, old in enumerate(dict.fromkeys(point.within for point in a))}
    homes.sort(key=lambda pair: rank[pair[0]])
    kept = set(longest_rise([place[new] for _, new in homes]))
    away = [pair for n, pair in enumerate(homes) if n not in kept]
    wholes = [pair for pair in away if len(inside[pair]) > 1]
    moved = {group for pair in away if len(inside[pair]) == 1 for group in inside[pair]}
    for (old, new), some in inside.items():
        if old and new and articles.get(old) != new and (old in articles or new in articles.values()):
            moved |= set(some)
        else:
            rising = set(longest_rise([group[1][0] for group in some]))
            moved |= {group for n, group in enumerate(some) if n not in rising}
    return wholes, moved


def _ordered(points: Sequence[RedlinePoint], a: Sequence[Point]) -> list[RedlinePoint]:
    """In the order of the second version; what was dropped stands behind what stood before it in the first."""
    kept = sorted((p for p in points if p.b), key=lambda p: (p.b[0].start, not p.whole))
    order = {id(point): n for n, point in enumerate(a)}
    after: dict[int, int] = {}
    for n, point in enumerate(kept):
        for old in point.a:
            if id(old) in order:
                after[order[id(old)]] = n
    home = -1
    gone: dict[int, list[RedlinePoint]] = defaultdict(list)
    dropped = {order[id(p.a[0])]: p for p in points if not p.b}
    for n in range(len(a)):
        home = after.get(n, home)
        if n in dropped:
            gone[home].append(dropped[n])
    rows = list(gone[-1])
    for n, point in enumerate(kept):
        rows += [point, *gone[n]]
    return rows
