"""Points of two versions that belong together, across renumbering, merging, splitting and moves between articles.

What is the same belongs together. For the rest likeness proposes: words weighted by how rare they are in the two texts (tf-idf), with
a little for the same number, the same place and the same article. The pairs are the assignment with the greatest likeness in all
(Kuhn 1955, Munkres 1957). What is left over belongs to a pair that it completes (split, merged) or stands alone (added, dropped).
A person's word overrides all of it.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Any, cast

from zopa.plans.folding import fold
from zopa.plans.likeness import build_vectors, likely_pairs

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.plans.likeness import Vector
    from zopa.plans.types import Point

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Indices of points in either version that belong together."""
_ALIKE = 0.22  # likeness from which two points may be one; measured on own rewritings, see tests/unit/plans
_AT_HOME = 0.1  # the same for two points with one number in articles that belong together
_NUMBER, _PLACE, _ARTICLE = 0.05, 0.05, 0.12  # added for the same number, place and article: they only break ties
_PART = 0.5  # share of a point's words that must come from the pair that it is taken to complete
_GAIN = 0.12  # by how much it must complete it
_CUT_OFF = 0.6  # share of a short part's words that the half beside it has lost
_TELLING = (
    4  # words from which two points that are the same may stand in articles that have nothing to do with each other
)
_SHORT, _COMMON_WORDS = 40, 0.45  # words of a point that its number alone may pair, and the share of words it must keep
_WORD = re.compile(r"[^\W_]+")
_MOST = (
    1_500  # points of either version whose best assignment is sought exactly; beyond, the most alike are paired first
)
_HOMES = 8  # pairs that a point left over may complete, the most alike


def align_points(
    a: Sequence[Point], b: Sequence[Point], by_hand: Mapping[str, Sequence[str]] | None = None,
    articles: Mapping[str, str] | None = None,
) -> tuple[Group, ...]:  # fmt: skip
    """Groups of points that belong together, in the order of the first version, then what is new.

    Args:
        a: the earlier version.
        b: the later one.
        by_hand: number in the first -> numbers in the second, as a person says; an empty list: it was dropped.
        articles: article of the first -> article of the second that it became, as `pair_articles` finds.
    """
    fixed = {i: tuple(j for j, q in enumerate(b) if q.number in set(wanted)) for i, p in enumerate(a)
             if (wanted := (by_hand or {}).get(p.number)) is not None}  # fmt: skip
    taken = {j for group in fixed.values() for j in group}
    free_a, free_b = [i for i in range(len(a)) if i not in fixed], [j for j in range(len(b)) if j not in taken]
    homes = articles or {}
    pairs = _same(a, b, free_a, free_b, homes)
    done = set(pairs.values())
    rest_a, rest_b = [i for i in free_a if i not in pairs], [j for j in free_b if j not in done]
    vectors_a, vectors_b = build_vectors([fold(p.text) for p in a], [fold(p.text) for p in b])
    pairs |= _alike((a, b), (vectors_a, vectors_b), rest_a, rest_b, homes)
    pairs |= _by_number(
        a, b, [i for i in rest_a if i not in pairs], [j for j in rest_b if j not in pairs.values()], homes
    )
    return _grouped(a, b, (vectors_a, vectors_b), pairs, fixed, taken)


def pair_articles(a: Sequence[Point], b: Sequence[Point]) -> dict[str, str]:
    """Article of the first version -> article of the second that it became, by all its words."""
    from zopa.plans.types import Point as Whole  # noqa: PLC0415 - the name is a type elsewhere here

    sides: list[list[Point]] = []
    for points in (a, b):
        texts: dict[str, list[str]] = defaultdict(list)
        heads: dict[str, str] = {}
        for point in points:
            if point.within:
                texts[point.within].append(point.text)
                heads.setdefault(point.within, point.heading)
        sides.append(
            [Whole(number, f"{heads[number]} {heads[number]} {' '.join(text)}", 0, 0) for number, text in texts.items()]
        )
    left, right = sides
    pairs = _same(left, right, list(range(len(left))), list(range(len(right))), {})
    done = set(pairs.values())
    rest_a, rest_b = [i for i in range(len(left)) if i not in pairs], [j for j in range(len(right)) if j not in done]
    vectors = build_vectors([p.text for p in left], [p.text for p in right])
    pairs |= _alike((left, right), vectors, rest_a, rest_b, {})
    return {left[i].number: right[j].number for i, j in pairs.items()}


def _same(
    a: Sequence[Point], b: Sequence[Point], free_a: Sequence[int], free_b: Sequence[int], homes: Mapping[str, str]
) -> dict[int, int]:
    """Points whose words are the same; of several, those at home in one article, with one number, in one order."""
    by_text: dict[str, tuple[list[int], list[int]]] = defaultdict(lambda: ([], []))
    for side, (points, free) in enumerate(((a, free_a), (b, free_b))):
        for n in free:
            by_text[fold(points[n].text)][side].append(n)
    pairs: dict[int, int] = {}
    for text, sides in by_text.items():
        left, right = sides
        if not left or not right:
            continue
        for n in range(3 if len(text.split()) >= _TELLING or not homes or len(text) > 20 else 2):
            waiting: dict[tuple[str, ...], list[int]] = defaultdict(list)
            for j in reversed(right):
                waiting[_home(b[j], n)].append(j)
            for i in left:
                key = _home(a[i], n, homes)
                if waiting[key]:
                    pairs[i] = waiting[key].pop()
            taken = {pairs[i] for i in left if i in pairs}
            left, right = [i for i in left if i not in pairs], [j for j in right if j not in taken]
    return pairs


def _home(point: Point, n: int, homes: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Where a point is at home: article and number at first, then the article, then nowhere; `homes` leads to the other version."""
    article = (homes or {}).get(point.within, point.within)
    return ((article, _last(point)), (article,), ())[n]


def _last(point: Point) -> str:
    return point.number.rsplit(".", 1)[-1]


def _alike(
    points: tuple[Sequence[Point], Sequence[Point]], vectors: tuple[Sequence[Vector], Sequence[Vector]],
    free_a: Sequence[int], free_b: Sequence[int], homes: Mapping[str, str],
) -> dict[int, int]:  # fmt: skip
    """The assignment with the greatest likeness in all, without pairs that are not alike."""
    a, b = points
    found = likely_pairs([vectors[0][i] for i in free_a], [vectors[1][j] for j in free_b], _AT_HOME)
    edges: list[tuple[float, int, int]] = []
    for x, y, bare in found:
        i, j = free_a[x], free_b[y]
        at_home = bool(a[i].within) and homes.get(a[i].within) == b[j].within
        if bare < (_AT_HOME if at_home and _last(a[i]) == _last(b[j]) else _ALIKE):
            continue
        near = 1 - abs(i / max(1, len(a) - 1) - j / max(1, len(b) - 1))
        gain = bare + _NUMBER * (a[i].number == b[j].number) + _PLACE * near + _ARTICLE * at_home
        edges.append((gain, i, j))
    pairs: dict[int, int] = {}
    for component in _components(edges):
        pairs |= _assigned(component)
    return pairs


def _by_number(
    a: Sequence[Point], b: Sequence[Point], left_a: Sequence[int], left_b: Sequence[int], homes: Mapping[str, str]
) -> dict[int, int]:
    """Short points that were left over with one number in one article, if a good part of their words is the same.

    Headings, annexes and closing lines with one number are one, whatever they say.
    """
    waiting = {(b[j].within, _last(b[j])): j for j in reversed(left_b)}
    pairs: dict[int, int] = {}
    for i in left_a:
        j = waiting.get((homes.get(a[i].within, a[i].within), _last(a[i])))
        if j is None or j in pairs.values():
            continue
        left, right = (_WORD.findall(fold(point.text)) for point in (a[i], b[j]))
        short = max(len(left), len(right)) <= _SHORT
        if a[i].part != "point" or (short and SequenceMatcher(None, left, right).ratio() >= _COMMON_WORDS):
            pairs[i] = j
    return pairs


def _components(edges: Sequence[tuple[float, int, int]]) -> list[list[tuple[float, int, int]]]:
    """Edges that hang together through a point."""
    parent: dict[tuple[int, int], tuple[int, int]] = {}

    def root(node: tuple[int, int]) -> tuple[int, int]:
        parent.setdefault(node, node)
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for _, i, j in edges:
        parent[root((0, i))] = root((1, j))
    together: dict[tuple[int, int], list[tuple[float, int, int]]] = defaultdict(list)
    for edge in edges:
        together[root((0, edge[1]))].append(edge)
    return list(together.values())


def _assigned(edges: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    rows, columns = sorted({i for _, i, _ in edges}), sorted({j for _, _, j in edges})
    if len(rows) == 1 or len(columns) == 1:
        _, i, j = max(edges, key=lambda e: (e[0], -e[1], -e[2]))
        return {i: j}
    if max(len(rows), len(columns)) > _MOST:
        return _greedy(edges)
    import numpy as np  # noqa: PLC0415 - slow to import, and most commands align no plans
    from scipy import optimize  # noqa: PLC0415

    at_row, at_column = {i: n for n, i in enumerate(rows)}, {j: n for n, j in enumerate(columns)}
    gain = np.zeros((len(rows), len(columns)))
    for value, i, j in edges:
        gain[at_row[i], at_column[j]] = value
    xs, ys = cast("Any", optimize).linear_sum_assignment(gain, maximize=True)  # the library is only partly typed
    return {rows[x]: columns[y] for x, y in zip(xs.tolist(), ys.tolist(), strict=True) if gain[x, y] > 0}


def _greedy(edges: Sequence[tuple[float, int, int]]) -> dict[int, int]:
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, i, j in sorted(edges, key=lambda e: (-e[0], e[1], e[2])):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def _grouped(
    a: Sequence[Point], b: Sequence[Point], vectors: tuple[list[Vector], list[Vector]], pairs: Mapping[int, int],
    fixed: Mapping[int, tuple[int, ...]], taken: set[int],
) -> tuple[Group, ...]:  # fmt: skip
    """Pairs with what completes them, and what stands alone."""
    vectors_a, vectors_b = vectors
    paired_b = set(pairs.values())
    left_a = [i for i in range(len(a)) if i not in pairs and i not in fixed]
    left_b = [j for j in range(len(b)) if j not in paired_b and j not in taken]
    changed = {
        i: j for i, j in pairs.items() if vectors_a[i] != vectors_b[j]
    }  # a point that stayed as it was lost nothing
    joined_b = _completing(
        [vectors_b[j] for j in left_b],
        {i: (vectors_a[i], vectors_b[j]) for i, j in changed.items()},
        {n: {i for i, k in changed.items() if abs(k - j) == 1} for n, j in enumerate(left_b)},
    )
    homes = {i: (vectors_b[j], vectors_a[i]) for i, j in changed.items() if i not in joined_b.values()}
    beside = {n: {i - 1, i + 1} & homes.keys() for n, i in enumerate(left_a)}
    joined_a = _completing([vectors_a[i] for i in left_a], homes, beside)
    groups: list[Group] = [((i,), group) for i, group in fixed.items()]
    more_a: dict[int, list[int]] = defaultdict(list)
    more_b: dict[int, list[int]] = defaultdict(list)
    for n, home in joined_a.items():
        more_a[home].append(left_a[n])
    for n, home in joined_b.items():
        more_b[home].append(left_b[n])
    groups += [(tuple(sorted((i, *more_a[i]))), tuple(sorted((j, *more_b[i])))) for i, j in pairs.items()]
    groups += [((i,), ()) for n, i in enumerate(left_a) if n not in joined_a]
    return (*sorted(groups), *(((), (j,)) for n, j in enumerate(left_b) if n not in joined_b))


def _completing(
    parts: Sequence[Vector], homes: Mapping[int, tuple[Vector, Vector]], beside: Mapping[int, set[int]]
) -> dict[int, int]:
    """Place of a part -> the pair that it completes; `beside` gives the pairs that it stands right before or behind."""
    keys = list(homes)
    near: dict[int, list[tuple[float, int]]] = defaultdict(list)
    for n, at, alike in likely_pairs(parts, [homes[key][0] for key in keys], _GAIN):
        near[n].append((-alike, keys[at]))
    found: dict[int, int] = {}
    for n in {*near, *beside}:
        tried = [key for _, key in sorted(near.get(n, []))[:_HOMES]] + sorted(beside.get(n, set()))
        home = _completes(parts[n], {key: homes[key] for key in tried}, beside.get(n, set()))
        if home is not None:
            found[n] = home
    return found


def _completes(part: Vector, homes: Mapping[int, tuple[Vector, Vector]], beside: set[int]) -> int | None:
    """The pair (whole, half) whose whole holds most of `part` that its half does not hold; None where none holds enough.

    What is told in the half already is no gain; so two points about one subject are not a split of a third. A short part beside the
    half gains little of a long whole: it is enough that most of its words were cut off there.
    """
    total = math.fsum(weight * weight for weight in part.values())
    best: tuple[float, int] | None = None
    for key, (whole, half) in homes.items():
        inside = math.fsum(w * w for word, w in part.items() if word in whole) / total if total else 0.0
        size = math.fsum(w * w for w in whole.values())
        gain = (
            math.fsum(w * w for word, w in whole.items() if word in part and word not in half) / size if size else 0.0
        )
        cut_off = [w for word, w in part.items() if word in whole and word not in half]
        short = key in beside and len(cut_off) > 1 and math.fsum(w * w for w in cut_off) >= _CUT_OFF * total
        if inside >= _PART and (gain >= _GAIN or short) and (best is None or inside * gain > best[0]):
            best = (inside * gain, key)
    return best[1] if best else None
