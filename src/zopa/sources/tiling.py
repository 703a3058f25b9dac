"""Common runs of words in two texts.

Greedy string tiling (Wise 1993; on newspaper copy of agency text: Clough et al. 2002, METER), with the runs found
through the word shingles that both texts hold.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

MIN_SHARED_WORDS = 12
"""Shorter common runs are what everybody quotes of an official, not copying."""
MIN_CONTINUED_WORDS = 6
"""Inside near-copies a run as short as this counts beside a longer one: copy with words changed here and there."""
MAX_GAP_WORDS = 80
"""In both texts, between a short run and the counted run that it continues."""
MAX_PLACES = 24
"""Of one shingle in a text that are looked at: words that stand more often in a row are a refrain, or no text."""
CONTINUED_SHARE = 0.15
"""Of the shorter text that long runs must make up before short ones beside them count."""


@dataclass(frozen=True, slots=True, order=True)
class SharedRun:
    """`size` words from word `a` of one text that are also those from word `b` of another."""

    a: int
    b: int
    size: int


@dataclass
class Shingled:
    """Words of a text with the hashes of its shingles, worked out when first asked for.

    A hash only proposes a place; the words there are always compared.
    """

    keys: tuple[str, ...]

    @cached_property
    def long(self) -> list[int]:
        """Hash of the shingle of `MIN_SHARED_WORDS` words that starts at each word."""
        return _hash_shingles(self.keys, MIN_SHARED_WORDS)

    @cached_property
    def held(self) -> frozenset[int]:
        """All of `long`, for finding what two texts have in common."""
        return frozenset(self.long)

    @cached_property
    def short(self) -> list[int]:
        """The same as `long` for `MIN_CONTINUED_WORDS` words."""
        return _hash_shingles(self.keys, MIN_CONTINUED_WORDS)


def find_runs(a: Shingled, b: Shingled) -> tuple[SharedRun, ...]:
    """Maximal common runs of two texts.

    Args:
        a: one text.
        b: the other.

    Returns:
        Runs in the order of `a`. Each is 12 words or longer, or, in near-copies, 6 words or longer and close to one
        already counted. A stretch that stands twice in one text and once in the other is found both times.
    """
    common = a.held & b.held
    if not common:
        return ()
    places_a, places_b = _places(a.long, common), _places(b.long, common)
    found = _match(a.keys, b.keys, places_a, places_b)
    seen = covered((run.b, run.size) for run in found)
    for back in _match(b.keys, a.keys, places_b, places_a):
        if not seen.issuperset(range(back.a, back.a + back.size)):
            found.append(SharedRun(back.b, back.a, back.size))
    if sum(run.size for run in found) >= CONTINUED_SHARE * min(len(a.keys), len(b.keys)):
        found += _find_continued(a, b, found)
    return tuple(sorted(set(found)))


def covered(spans: Iterable[tuple[int, int]]) -> set[int]:
    """Every word in some of the spans, each given by its first word and size."""
    return {word for start, size in spans for word in range(start, start + size)}


def _hash_shingles(keys: tuple[str, ...], size: int) -> list[int]:
    return [hash(keys[at : at + size]) for at in range(len(keys) - size + 1)]


def _places(hashes: list[int], wanted: frozenset[int]) -> dict[int, list[int]]:
    """Where each of the wanted shingles starts, in order of their first places."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, value in enumerate(hashes):
        if value in wanted and len(places[value]) < MAX_PLACES:
            places[value].append(at)
    return places


def _match(
    a: tuple[str, ...], b: tuple[str, ...], places_a: dict[int, list[int]], places_b: dict[int, list[int]]
) -> list[SharedRun]:
    """Runs of `a` found in `b`, left to right, the longest at each place; none overlaps another in `a`."""
    starts = sorted((at, value) for value, places in places_a.items() for at in places)
    runs: list[SharedRun] = []
    reached = 0
    for at, value in starts:
        if at < reached:
            continue
        run = max(
            (SharedRun(at, place, _extend(a, b, at, place)) for place in places_b[value]), key=lambda one: one.size
        )
        if run.size >= MIN_SHARED_WORDS:
            runs.append(run)
            reached = at + run.size
    return runs


def _extend(a: tuple[str, ...], b: tuple[str, ...], at: int, place: int) -> int:
    """How many words from `at` and from `place` are the same: by doubling steps, then word by word."""
    limit = min(len(a) - at, len(b) - place)
    size, step = 0, 16
    while size + step <= limit and a[at + size : at + size + step] == b[place + size : place + size + step]:
        size += step
        step *= 2
    while size < limit and a[at + size] == b[place + size]:
        size += 1
    return size


def _find_continued(a: Shingled, b: Shingled, found: list[SharedRun]) -> list[SharedRun]:
    """Short runs close to counted ones, in the same order in both texts, read forward and then backward."""
    used_a = covered((run.a, run.size) for run in found)
    used_b = covered((run.b, run.size) for run in found)
    places = _free_places(b, used_b)
    counted = sorted(found)
    added: list[SharedRun] = []
    free = _free_runs(a, b, places, used_a, used_b)
    for run in [*free, *free[::-1]]:
        span_a, span_b = range(run.a, run.a + run.size), range(run.b, run.b + run.size)
        if used_a.isdisjoint(span_a) and used_b.isdisjoint(span_b) and _continues_some(counted, run):
            added.append(run)
            counted.insert(bisect_left(counted, run), run)
            used_a.update(span_a)
            used_b.update(span_b)
    return added


def _free_places(b: Shingled, used: set[int]) -> dict[int, list[int]]:
    """Short shingles of `b` that no counted run holds."""
    places: dict[int, list[int]] = defaultdict(list)
    for at, value in enumerate(b.short):
        if at not in used and at + MIN_CONTINUED_WORDS - 1 not in used and len(places[value]) < MAX_PLACES:
            places[value].append(at)
    return places


def _free_runs(
    a: Shingled, b: Shingled, places: dict[int, list[int]], used_a: set[int], used_b: set[int]
) -> list[SharedRun]:
    """Runs of words that no counted run holds, at every place of `b` where they stand, in the order of `a`."""
    runs: list[SharedRun] = []
    reached = 0
    for at, value in enumerate(a.short):
        if at < reached or at in used_a or value not in places:
            continue
        sizes = [(_extend_free((a.keys, b.keys), (at, place), used_a, used_b), place) for place in places[value]]
        here = [SharedRun(at, place, size) for size, place in sizes if size >= MIN_CONTINUED_WORDS]
        if here:
            runs += here
            reached = at + min(run.size for run in here)
    return runs


def _extend_free(
    keys: tuple[tuple[str, ...], tuple[str, ...]], at: tuple[int, int], used_a: set[int], used_b: set[int]
) -> int:
    longest = _extend(*keys, *at)
    size = 0
    while size < longest and at[0] + size not in used_a and at[1] + size not in used_b:
        size += 1
    return size


def _continues_some(counted: list[SharedRun], run: SharedRun) -> bool:
    """Whether `run` stands shortly before or after one of the counted runs (ordered by `a`) in both texts."""
    middle = bisect_left(counted, run)
    for at in range(middle - 1, -1, -1):
        one = counted[at]
        if run.a - one.a - one.size > 2 * MAX_GAP_WORDS:
            break
        if _gap(one, run) is not None:
            return True
    for at in range(middle, len(counted)):
        one = counted[at]
        if one.a - run.a - run.size > MAX_GAP_WORDS:
            break
        if _gap(run, one) is not None:
            return True
    return False


def _gap(first: SharedRun, second: SharedRun) -> int | None:
    """Words between two runs in the text where they stand further apart; None where too many or out of order."""
    gap_a, gap_b = second.a - first.a - first.size, second.b - first.b - first.size
    close = 0 <= gap_a <= MAX_GAP_WORDS and 0 <= gap_b <= MAX_GAP_WORDS
    return max(gap_a, gap_b) if close else None
