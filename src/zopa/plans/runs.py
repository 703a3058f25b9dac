"""Two texts word for word, in time that grows with their length however they look."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.plans.types import WordRun

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_WIDE = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Scripts without spaces between words: each sign is compared by itself."""
TOKENS = re.compile(rf" ?(?:\d[\d,.]*\d|[{_WIDE}]|[^\W{_WIDE}]+(?:['’][^\W{_WIDE}]+)?|[^\w\s])")
_SMALL = 60_000  # cells that are compared one by one; beyond, words that stand once in either text part the texts first
_GLUE = frozenset(" the| a| an| of| to| and| or| in| ,|,| .".split("|"))
Opcode = tuple[int, int, int, int]


def find_runs(a: str, b: str) -> tuple[WordRun, ...]:
    """The two texts word for word; what was replaced stands deleted, then inserted."""
    left, right = _tokens(a), _tokens(b)
    runs: list[WordRun] = []
    i = j = 0
    for i0, i1, j0, j1 in (*_joined(left, match_tokens(left, right)), (len(left), len(left), len(right), len(right))):
        if i0 > i:
            runs.append(WordRun("deleted", "".join(left[i:i0])))
        if j0 > j:
            runs.append(WordRun("inserted", "".join(right[j:j0])))
        if i1 > i0:
            runs.append(WordRun("same", "".join(left[i0:i1])))
        i, j = i1, j1
    return _spaced(runs)


def match_tokens(left: Sequence[str], right: Sequence[str]) -> list[Opcode]:
    """Stretches that are the same in both, in order: (start, end) in the first, (start, end) in the second."""
    found: list[Opcode] = []
    waiting: list[Opcode] = [(0, len(left), 0, len(right))]
    while waiting:
        i0, i1, j0, j1 = waiting.pop()
        while i0 < i1 and j0 < j1 and left[i0] == right[j0]:
            found.append((i0, i0 + 1, j0, j0 + 1))
            i0, j0 = i0 + 1, j0 + 1
        while i0 < i1 and j0 < j1 and left[i1 - 1] == right[j1 - 1]:
            i1, j1 = i1 - 1, j1 - 1
            found.append((i1, i1 + 1, j1, j1 + 1))
        if i0 == i1 or j0 == j1:
            continue
        if (i1 - i0) * (j1 - j0) <= _SMALL:
            blocks = SequenceMatcher(None, left[i0:i1], right[j0:j1], autojunk=False).get_matching_blocks()
            found += [(i0 + x, i0 + x + n, j0 + y, j0 + y + n) for x, y, n in blocks if n]
            continue
        anchors = _anchors(left, right, (i0, i1, j0, j1))
        edges = [(i0 - 1, j0 - 1), *anchors, (i1, j1)]
        found += [(x, x + 1, y, y + 1) for x, y in anchors]
        if anchors:
            waiting += [(x + 1, u, y + 1, v) for (x, y), (u, v) in pairwise(edges) if u > x + 1 and v > y + 1]
    return _merged(sorted(found))


def _anchors(left: Sequence[str], right: Sequence[str], area: Opcode) -> list[tuple[int, int]]:
    """Places of words that stand once in either stretch, in an order that rises in both."""
    i0, i1, j0, j1 = area
    once_left, once_right = Counter(left[i0:i1]), Counter(right[j0:j1])
    places = {right[j]: j for j in range(j0, j1) if once_right[right[j]] == 1}
    pairs = [(i, places[left[i]]) for i in range(i0, i1) if once_left[left[i]] == 1 and left[i] in places]
    return [pairs[n] for n in longest_rise([j for _, j in pairs])]


def longest_rise(values: Sequence[int]) -> list[int]:
    """Places of a longest run of values that rises (Schensted 1961)."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for n, value in enumerate(values):
        at = bisect_left(tails, value)
        before.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(value)
            ends.append(n)
        else:
            tails[at], ends[at] = value, n
    kept: list[int] = []
    n = ends[-1] if ends else -1
    while n >= 0:
        kept.append(n)
        n = before[n]
    return kept[::-1]


def _tokens(text: str) -> list[str]:
    words = " ".join(text.split())
    return TOKENS.findall(f" {words}") if words else []


def _merged(found: list[Opcode]) -> list[Opcode]:
    merged: list[Opcode] = []
    for i0, i1, j0, j1 in found:
        if merged and merged[-1][1] == i0 and merged[-1][3] == j0:
            merged[-1] = (merged[-1][0], i1, merged[-1][2], j1)
        else:
            merged.append((i0, i1, j0, j1))
    return merged


def _joined(left: Sequence[str], same: Sequence[Opcode]) -> Iterator[Opcode]:
    """Without a lone small word between two changes, so that a replaced phrase stays whole."""
    for n, (i0, i1, j0, j1) in enumerate(same):
        inside = 0 < n < len(same) - 1
        if inside and i1 - i0 == 1 and left[i0].lower() in _GLUE and _replaces(same, n):
            continue
        yield i0, i1, j0, j1


def _replaces(same: Sequence[Opcode], n: int) -> bool:
    """Whether words were replaced on both sides of a stretch, not only added or dropped."""
    before, here, after = same[n - 1], same[n], same[n + 1]
    return here[0] > before[1] and here[2] > before[3] and after[0] > here[1] and after[2] > here[3]


def _spaced(runs: list[WordRun]) -> tuple[WordRun, ...]:
    """The space before the very first word of either text is ours and goes."""
    first = {"a": True, "b": True}
    out: list[WordRun] = []
    for run in runs:
        sides = {"same": "ab", "deleted": "a", "inserted": "b"}[run.kind]
        if all(first[side] for side in sides) and run.text[:1] == " ":
            run = WordRun(run.kind, run.text[1:])  # noqa: PLW2901
        for side in sides:
            first[side] = False
        out.append(run)
    return tuple(out)
