"""Smallest sets of demands that no deal can meet together.

A set of demands conflicts exactly where it meets every set that must be given up (Reiter 1987, Artificial Intelligence
32:57-95): minimal conflicts are the minimal hitting sets of the minimal corrections. Where all corrections are known the
conflicts follow from them; else each candidate, smallest first, is put to the integer programme: either no deal meets it and it is a
conflict, or a deal does and what that deal breaks is one more set to hit (Ignatiev et al. 2015, CP, LNCS 9255:173-182).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.highs import maximise
from zopa.solve.deals.programme import build_programme, solve_programme

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.solve.deadlock.corrections import Corrections
    from zopa.solve.deadlock.members import Demands
    from zopa.solve.deals.highs import Row

Numbers = frozenset[int]

MAX_SETS = 100
MAX_PARTIAL = 20_000  # hitting sets in work at a time; more, and the conflicts are looked for one by one
MAX_CALLS = 500  # candidates put to the solver


@dataclass(frozen=True, slots=True)
class Conflicts:
    """Minimal conflicting sets, smallest first; `complete` False where there may be more."""

    sets: tuple[Numbers, ...]
    complete: bool


def find_conflicts(demands: Demands, corrections: Corrections, *, limit: int = MAX_SETS) -> Conflicts:
    """The minimal conflicts, at most `limit`; none where a deal exists."""
    known = [correction.given_up for correction in corrections.sets]
    if any(not given_up for given_up in known):
        return Conflicts((), complete=True)
    if corrections.complete:
        hitting = minimal_hitting_sets(known)
        if hitting is not None:
            ordered = sorted(hitting, key=lambda s: (len(s), sorted(s)))
            return Conflicts(tuple(ordered[:limit]), len(ordered) <= limit)
    return _one_by_one(demands, known, limit)


def minimal_hitting_sets(sets: Iterable[Numbers]) -> list[Numbers] | None:
    """All minimal sets that meet each of `sets` (Berge 1989, Hypergraphs, chapter 2); None where too many are in work."""
    partial = [0]  # sets as bits
    for group in sorted((_bits(s) for s in sets), key=int.bit_count):
        good = [s for s in partial if s & group]
        lacking = [s for s in partial if not s & group]
        for bit in (1 << n for n in _members(group)):
            # Only a set that meets the group in this member alone can lie inside one that is grown by it.
            rivals = [s for s in good if s & group == bit]
            grown = [s | bit for s in lacking]
            good += [s for s in grown if not any(rival & s == rival for rival in rivals)]
            if len(good) > MAX_PARTIAL:
                return None
        partial = good
    return [_members(s) for s in partial]


def _bits(members: Iterable[int]) -> int:
    return sum(1 << n for n in members)


def _members(bits: int) -> Numbers:
    return frozenset(n for n in range(bits.bit_length()) if bits >> n & 1)


def _one_by_one(demands: Demands, known: list[Numbers], limit: int) -> Conflicts:
    """Smallest candidate first; a candidate that a deal meets adds what that deal breaks."""
    found: list[Numbers] = []
    to_hit = list(known)
    for _ in range(MAX_CALLS):
        candidate = _smallest_hitting_set(to_hit, found, len(demands.members))
        if candidate is None:
            return Conflicts(tuple(found), complete=True)
        answer = solve_programme(build_programme(demands.only(candidate)))
        if answer.deal is not None:
            to_hit.append(_shrink(demands, demands.broken_by(answer.deal)))
        elif answer.status == "infeasible":
            found.append(candidate)
            if len(found) == limit:
                break
        else:
            break
    return Conflicts(tuple(found), complete=False)


def _shrink(demands: Demands, broken: Numbers) -> Numbers:
    """A smaller set to give up, by one try: keep all but half of it. Fewer members make a stronger set to hit."""
    every = frozenset(range(len(demands.members)))
    ordered = sorted(broken)
    answer = solve_programme(build_programme(demands.only(every - frozenset(ordered[: len(ordered) // 2]))))
    return broken if answer.deal is None else broken & demands.broken_by(answer.deal) or broken


def _smallest_hitting_set(sets: Sequence[Numbers], excluded: Sequence[Numbers], size: int) -> Numbers | None:
    """A smallest set that meets each of `sets` and holds none of `excluded`; None where there is none."""
    rows: list[Row] = [(dict.fromkeys(group, 1.0), 1.0, np.inf) for group in sets]
    rows += [(dict.fromkeys(group, 1.0), -np.inf, len(group) - 1.0) for group in excluded]
    found = maximise(-np.ones(size), rows, (np.zeros(size), np.ones(size)), np.ones(size))
    return None if found.x is None else frozenset(np.flatnonzero(found.x > 0.5).tolist())
