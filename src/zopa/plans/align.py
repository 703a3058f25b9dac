"""Points of two versions that belong together, across renumbering, merging and splitting.

Likeness proposes: words weighted by how rare they are in the two texts (tf-idf), with a little for the same number and the same
place. The pairs are the assignment with the greatest likeness in all (Kuhn 1955, Munkres 1957). What is left over belongs to a pair
that it completes (split, merged) or stands alone (added, dropped). A person's word overrides all of it.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.plans.types import Point

Group = tuple[tuple[int, ...], tuple[int, ...]]
"""Indices of points in either version that belong together."""
_ALIKE = 0.22  # likeness from which two points may be one; measured on own rewritings, see tests/unit/plans
_NUMBER, _PLACE = 0.05, 0.05  # added for the same number, and for the same place in the order: they only break ties
_PART = 0.5  # share of a point's words that must come from the pair that it is taken to complete
_GAIN = 0.12  # by how much it must complete it
_STOP = frozenset(
    "a an and are as at be been by for from has have in into is it its of on or shall such that the their there this to under until "
    "was were which will with would must may should not no any all other between both each also within upon these those".split()
)


def align_points(
    a: Sequence[Point], b: Sequence[Point], by_hand: Mapping[str, Sequence[str]] | None = None
) -> tuple[Group, ...]:
    """Groups of points that belong together, in the order of the first version, then what is new.

    Args:
        a: the earlier version.
        b: the later one.
        by_hand: number in the first -> numbers in the second, as a person says; an empty list: it was dropped.
    """
    fixed = {i: tuple(j for j, q in enumerate(b) if q.number in set(wanted)) for i, p in enumerate(a)
             if (wanted := (by_hand or {}).get(p.number)) is not None}  # fmt: skip
    taken = {j for group in fixed.values() for j in group}
    vectors_a, vectors_b = _vectors([p.text for p in a], [p.text for p in b])
    groups: list[Group] = [((i,), group) for i, group in fixed.items()]
    free_a, free_b = [i for i in range(len(a)) if i not in fixed], [j for j in range(len(b)) if j not in taken]
    pairs = _pairs(a, b, vectors_a, vectors_b, free_a, free_b)
    left_a, left_b = [i for i in free_a if i not in pairs], [j for j in free_b if j not in pairs.values()]
    joined_a: dict[int, list[int]] = {}
    joined_b: dict[int, list[int]] = {}
    for j in left_b[:]:
        home = _completes(vectors_b[j], {i: (vectors_a[i], vectors_b[pairs[i]]) for i in pairs})
        if home is not None:
            joined_b.setdefault(home, []).append(j)
            left_b.remove(j)
    for i in left_a[:]:
        homes = {i2: (vectors_b[j2], vectors_a[i2]) for i2, j2 in pairs.items() if i2 not in joined_b}
        home = _completes(vectors_a[i], homes)
        if home is not None:
            joined_a.setdefault(home, []).append(i)
            left_a.remove(i)
    groups += [
        (tuple(sorted((i, *joined_a.get(i, ())))), tuple(sorted((j, *joined_b.get(i, ()))))) for i, j in pairs.items()
    ]
    groups += [((i,), ()) for i in left_a]
    return (*sorted(groups), *(((), (j,)) for j in left_b))


def likeness(a: str, b: str) -> float:
    """How alike two texts are, 0 to 1, by themselves."""
    (left,), (right,) = _vectors([a], [b])
    return _cosine(left, right)


def _pairs(
    a: Sequence[Point], b: Sequence[Point], vectors_a: list[dict[str, float]], vectors_b: list[dict[str, float]],
    free_a: list[int], free_b: list[int],
) -> dict[int, int]:  # fmt: skip
    """The assignment with the greatest likeness in all, without pairs that are not alike."""
    if not free_a or not free_b:
        return {}
    import numpy as np  # noqa: PLC0415 - slow to import, and most commands align no plans
    from scipy import optimize  # noqa: PLC0415

    gain = np.zeros((len(free_a), len(free_b)))
    bare = np.zeros_like(gain)
    for x, i in enumerate(free_a):
        for y, j in enumerate(free_b):
            bare[x, y] = _cosine(vectors_a[i], vectors_b[j])
            near = 1 - abs(i / max(1, len(a) - 1) - j / max(1, len(b) - 1))
            gain[x, y] = bare[x, y] + _NUMBER * (a[i].number == b[j].number) + _PLACE * near
    gain[bare < _ALIKE] = 0
    rows, columns = cast("Any", optimize).linear_sum_assignment(gain, maximize=True)  # the library is only partly typed
    found: list[tuple[int, int]] = [(int(x), int(y)) for x, y in zip(rows, columns, strict=True)]
    return {free_a[x]: free_b[y] for x, y in found if bare[x, y] >= _ALIKE}


def _completes(part: dict[str, float], homes: Mapping[int, tuple[dict[str, float], dict[str, float]]]) -> int | None:
    """The pair (whole, half) whose whole holds most of `part` that its half does not hold; None where none holds enough.

    What is told in the half already is no gain; so two points about one subject are not a split of a third.
    """
    total = math.fsum(weight * weight for weight in part.values())
    best: tuple[float, int] | None = None
    for key, (whole, half) in homes.items():
        inside = math.fsum(w * w for word, w in part.items() if word in whole) / total if total else 0.0
        size = math.fsum(w * w for w in whole.values())
        gain = (
            math.fsum(w * w for word, w in whole.items() if word in part and word not in half) / size if size else 0.0
        )
        if inside >= _PART and gain >= _GAIN and (best is None or inside * gain > best[0]):
            best = (inside * gain, key)
    return best[1] if best else None


def _vectors(a: Sequence[str], b: Sequence[str]) -> tuple[list[dict[str, float]], list[dict[str, float]]]:
    """Words of each text with their weights; words that stand in most points of both versions weigh little."""
    bags = [Counter(_words(text)) for text in (*a, *b)]
    spread = Counter(word for bag in bags for word in bag)
    weights = {word: math.log((1 + len(bags)) / (1 + count)) + 1 for word, count in spread.items()}
    vectors = [{word: (1 + math.log(count)) * weights[word] for word, count in bag.items()} for bag in bags]
    return vectors[: len(a)], vectors[len(a) :]


def _cosine(a: dict[str, float], b: dict[str, float]) -> float:
    size = math.sqrt(math.fsum(w * w for w in a.values()) * math.fsum(w * w for w in b.values()))
    return math.fsum(weight * b[word] for word, weight in a.items() if word in b) / size if size else 0.0


def _words(text: str) -> list[str]:
    """Content words, their commonest English endings cut, and figures."""
    words = re.findall(r"\d[\d,.]*\d|\d|[^\W\d_]{2,}", text.lower())
    return [_stem(word) for word in words if word not in _STOP]


def _stem(word: str) -> str:
    for ending in ("isation", "ization", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
