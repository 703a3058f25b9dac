"""Common runs of words in two texts.

Greedy string tiling (Wise 1993; on newspaper copy of agency text: Clough et al. 2002, METER), with the runs found
through an index of word shingles.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MIN_SHARED_WORDS = 12
"""Shorter common runs are what everybody quotes of an official, not copying."""
MIN_CONTINUED_WORDS = 6
"""Inside near-copies a run as short as this counts beside a longer one: copy with words changed here and there."""
MAX_GAP_WORDS = 80
"""In both texts, between a short run and the counted run that it continues."""
CONTINUED_SHARE = 0.15
"""Of the shorter text that long runs must make up before short ones beside them count."""


@dataclass(frozen=True, slots=True)
class Run:
    """`size` words from word `a` of one text that are also those from word `b` of another."""

    a: int
    b: int
    size: int


def find_runs(a: tuple[str, ...], b: tuple[str, ...]) -> tuple[Run, ...]:
    """Maximal common runs of two texts.

    Args:
        a: words of one text, as compared.
        b: words of the other.

    Returns:
        Runs in the order of `a`. Each is 12 words or longer, or, in near-copies, 6 words or longer and close to one
        already counted. A stretch that stands twice in one text and once in the other is found both times.
    """
    index = _index(b, MIN_SHARED_WORDS)
    found = _match(a, b, index, MIN_SHARED_WORDS)
    if not found:
        return ()
    seen_b = covered((run.b, run.size) for run in found)
    back = _match(b, a, _index(a, MIN_SHARED_WORDS), MIN_SHARED_WORDS)
    found += [Run(run.b, run.a, run.size) for run in back if not seen_b.issuperset(range(run.a, run.a + run.size))]
    if sum(run.size for run in found) >= CONTINUED_SHARE * min(len(a), len(b)):
        found += _find_continued(a, b, found)
    return tuple(sorted(set(found), key=lambda run: (run.a, run.b)))


def _index(keys: tuple[str, ...], size: int) -> dict[tuple[str, ...], list[int]]:
    places: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for at in range(len(keys) - size + 1):
        places[keys[at : at + size]].append(at)
    return places


def _match(a: tuple[str, ...], b: tuple[str, ...], index: dict[tuple[str, ...], list[int]], least: int) -> list[Run]:
    """Runs of `a` found in `b`, left to right, the longest at each place; none overlaps another in `a`."""
    runs: list[Run] = []
    at = 0
    while at + least <= len(a):
        places = index.get(a[at : at + least])
        if not places:
            at += 1
            continue
        run = max((Run(at, place, _extend(a, b, at, place)) for place in places), key=lambda one: one.size)
        runs.append(run)
        at += run.size
    return runs


def _extend(a: tuple[str, ...], b: tuple[str, ...], at: int, place: int) -> int:
    size = 0
    limit = min(len(a) - at, len(b) - place)
    while size < limit and a[at + size] == b[place + size]:
        size += 1
    return size


def covered(spans: Iterable[tuple[int, int]]) -> set[int]:
    """Every word in some of the spans, each given by its first word and size."""
    return {word for start, size in spans for word in range(start, start + size)}


def _find_continued(a: tuple[str, ...], b: tuple[str, ...], found: list[Run]) -> list[Run]:
    """Short runs close to counted ones, in the same order in both texts."""
    used_a = covered([(run.a, run.size) for run in found])
    used_b = covered([(run.b, run.size) for run in found])
    index = _index(b, MIN_CONTINUED_WORDS)
    added: list[Run] = []
    anchors = sorted(found, key=lambda run: run.a)
    for forward in (True, False):
        for run in _free_runs(a, b, index, used_a, used_b, forward=forward):
            if any(_continues(anchor, run) for anchor in anchors):
                added.append(run)
                anchors.append(run)
                used_a.update(range(run.a, run.a + run.size))
                used_b.update(range(run.b, run.b + run.size))
    return added


def _free_runs(
    a: tuple[str, ...],
    b: tuple[str, ...],
    index: dict[tuple[str, ...], list[int]],
    used_a: set[int],
    used_b: set[int],
    *,
    forward: bool,
) -> list[Run]:
    """Runs of words that no counted run holds, in either direction of reading."""
    runs: list[Run] = []
    at = 0
    while at + MIN_CONTINUED_WORDS <= len(a):
        best = Run(at, 0, 0)
        for place in index.get(a[at : at + MIN_CONTINUED_WORDS], ()):
            size = 0
            limit = min(_extend(a, b, at, place), len(a) - at)
            while size < limit and at + size not in used_a and place + size not in used_b:
                size += 1
            best = max(best, Run(at, place, size), key=lambda one: one.size)
        if best.size >= MIN_CONTINUED_WORDS:
            runs.append(best)
        at += max(1, best.size if best.size >= MIN_CONTINUED_WORDS else 1)
    return runs if forward else runs[::-1]


def _continues(anchor: Run, run: Run) -> bool:
    """Whether `run` stands shortly before or after `anchor` in both texts."""
    if run.a >= anchor.a + anchor.size:
        return run.a - anchor.a - anchor.size <= MAX_GAP_WORDS and 0 <= run.b - anchor.b - anchor.size <= MAX_GAP_WORDS
    return 0 <= anchor.a - run.a - run.size <= MAX_GAP_WORDS and 0 <= anchor.b - run.b - run.size <= MAX_GAP_WORDS
