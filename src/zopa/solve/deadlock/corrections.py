"""Smallest sets of demands that some deal breaks: giving them up, and nothing less, makes a deal possible.

For each choice of no-deal values that are dropped, the others hold, and the red lines, conditions and laws that a deal breaks
are to be few. Where the deals that satisfy the others are few they are all looked at. Else the issues are merged one by one, with
what each partial deal breaks. Where that is too much an integer programme lets demands be broken at the price of one each; sets
found are excluded, so they come by size (minimal correction sets: Liffiton and Sakallah 2008, Journal of Automated Reasoning
40:1-33).
"""

from __future__ import annotations

import heapq
from dataclasses import dataclass, replace
from itertools import combinations
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deadlock.labels import find_labelled
from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.listing import list_zopa
from zopa.solve.deals.programme import Programme, build_programme, exclude_row, literal_row, solve_programme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.model.frame import Deal, FrameCondition
    from zopa.solve.deadlock.members import Demands
    from zopa.solve.deals.programme import Row

MAX_SETS = 100
MAX_KNOWN = (
    1_000  # sets found where merging alone finds them: more than are told, for the conflicts follow from all of them
)
MAX_LISTED = 20_000  # deals looked at one by one
MAX_PROSPECTS = 4_000  # what listing them may keep in work: a tenth of a second, lost where there are more
SIZES = (
    2,
    3,
    4,
    5,
    6,
    8,
)  # of sets looked for by merging, one after the other while more are asked for; then of any size
MAX_DROPPED = 12  # veto parties with a no-deal value, of which all choices are gone through


@dataclass(frozen=True, slots=True)
class Relaxation:
    """A minimal set of demands to give up, by number, and a deal that breaks exactly these."""

    given_up: frozenset[int]
    deal: Deal


@dataclass(frozen=True, slots=True)
class Corrections:
    """Minimal sets by size; `complete` False where there may be more."""

    sets: tuple[Relaxation, ...]
    complete: bool


def find_corrections(demands: Demands, *, limit: int = MAX_SETS) -> Corrections:
    """The minimal sets to give up, smallest first; the empty set alone where a deal exists.

    They end at `limit` where an integer programme is needed for more, else at a thousand.
    """
    values = demands.numbers("no-deal")
    found: list[Relaxation] = []
    streams: list[tuple[int, int, Relaxation | None, _Stream]] = []
    complete = len(values) <= MAX_DROPPED
    choices = [c for size in range(len(values) + 1) for c in combinations(values, size)] if complete else [values]
    waiting = [_Stream(demands, frozenset(dropped), number) for number, dropped in enumerate(choices)][::-1]
    while len(found) < (limit if any(s.slow for *_, s in streams) else max(limit, MAX_KNOWN)):
        # A choice of no-deal values comes into play once sets of its size are due.
        while waiting and (not streams or len(waiting[-1].dropped) <= streams[0][0]):
            stream = waiting.pop()
            complete &= _push(streams, stream, found)
        if not streams:
            return Corrections(tuple(found), complete)
        _, _, best, stream = heapq.heappop(streams)
        if best is not None and not any(known.given_up <= best.given_up for known in found):
            found.append(best)
            if not best.given_up:
                return Corrections(tuple(found), complete=True)
        complete &= _push(streams, stream, found)
    return Corrections(tuple(found), complete=False)


class _Stream:
    """Sets to give up that drop exactly some no-deal values, smallest first."""

    def __init__(self, demands: Demands, dropped: frozenset[int], number: int = 0) -> None:
        self.demands = demands
        self.number = number
        self.dropped = dropped
        values = demands.numbers("no-deal")
        self.others = [n for n in range(len(demands.members)) if n not in values]
        self.base = demands.only([n for n in values if n not in dropped])
        self._listed: Iterator[Relaxation] | None = None
        self._sizes: list[int] = []  # of sets still to be looked for by merging, one after the other
        self._reached = len(dropped) - 1  # every set up to this size has been found
        self._programme: Programme | None = None
        self._excluded: set[frozenset[int]] = set()

    @property
    def slow(self) -> bool:
        """Whether an integer programme is solved for each set."""
        return self._programme is not None

    def next(self, found: list[Relaxation]) -> Relaxation | int | None:
        """The next set that holds none of those found; the size that it has at least, to ask again when that is due; None at the end.

        Raises:
            TimeoutError: the solver stopped undecided.
        """
        if any(known.given_up <= self.dropped for known in found):
            return None
        if self._listed is None:
            self._begin(found)
            assert self._listed is not None
        for correction in self._listed:
            if not any(known.given_up <= correction.given_up for known in found):
                return correction
        if self._programme is not None:
            return self._solve(found)
        if not self._sizes:
            return None
        due, self._listed = self._reached + 1, None
        return due

    def _begin(self, found: list[Relaxation]) -> None:
        """Look at every deal where they are few, else merge up to the next size, else write the programme."""
        if self._reached < len(self.dropped):
            self._sizes = [size for size in SIZES if size > len(self.dropped)] + [len(self.demands.members)]
            listed = list_zopa(self.base, limit=MAX_LISTED, max_points=MAX_PROSPECTS)
            if listed.count is not None and listed.count <= MAX_LISTED:
                self._sizes, self._listed = [], self._smallest_of(listed.deals)
                return
        self._reached = self._sizes.pop(0)
        values = set(self.demands.numbers("no-deal"))
        known = [k.given_up - self.dropped for k in found if k.given_up & values <= self.dropped]
        try:
            labelled = find_labelled(self.base, self.demands, known, self._reached - len(self.dropped))
        except TooLargeError:
            self._sizes, self._listed, self._programme = [], iter(()), self._build()
            return
        if labelled.whole:
            self._sizes = []
        self._listed = iter([Relaxation(broken | self.dropped, deal) for broken, deal in labelled.sets])

    def _smallest_of(self, deals: tuple[Deal, ...]) -> Iterator[Relaxation]:
        best: dict[frozenset[int], Deal] = {}
        for deal in deals:
            best.setdefault(self.demands.broken_by(deal) | self.dropped, deal)
        kept: list[frozenset[int]] = []
        for given_up in sorted(best, key=lambda s: (len(s), sorted(s))):
            if not any(other <= given_up for other in kept):
                kept.append(given_up)
                yield Relaxation(given_up, best[given_up])

    def _build(self) -> Programme:
        programme = replace(build_programme(self.base), binary_extra=True)
        first = len(programme.columns)
        frame = self.demands.frame
        rows: list[Row] = []
        for column, n in enumerate(self.others, first):
            kind, place = self.demands.members[n].kind, self.demands.place[n]
            if kind == "condition":
                rows += _elastic_condition(programme, frame.conditions[place], column)
            else:
                barred = frame.red_lines[place] if kind == "red-line" else frame.legal[place]
                literals = [(barred.issue, frozenset(barred.options))]
                rows.append((literal_row(programme.columns, literals) | {column: -1.0}, -np.inf, 0.0))
        return programme.with_rows(*rows, extra=[(0.0, 1.0)] * len(self.others))

    def _solve(self, found: list[Relaxation]) -> Relaxation | None:
        assert self._programme is not None
        first = len(self._programme.columns)
        column = {n: first + k for k, n in enumerate(self.others)}
        while True:
            self._exclude(found, column)
            answer = solve_programme(self._programme, dict.fromkeys(column.values(), -1.0))
            if answer.status == "undecided":
                raise TimeoutError
            if answer.deal is None:
                return None
            broken = self.demands.broken_by(answer.deal) | self.dropped
            self._excluded.add(broken & set(self.others))
            # What follows is no smaller: told so, the solver need not prove it again.
            size = float(round(-answer.value))
            at_least: Row = dict.fromkeys(column.values(), 1.0), size, np.inf
            self._programme = self._programme.with_rows(_fewer(broken, column), at_least)
            if len(broken) - len(self.dropped) <= round(-answer.value) and broken >= self.dropped:
                return Relaxation(broken, answer.deal)
            self._programme = self._programme.with_rows(
                exclude_row(self._programme, answer.deal)
            )  # passed by rounding only

    def _exclude(self, found: list[Relaxation], column: dict[int, int]) -> None:
        """Sets found in other streams, so far as they bind here."""
        assert self._programme is not None
        for known in found:
            rest = known.given_up & set(self.others)
            if known.given_up - rest <= self.dropped and rest not in self._excluded:
                self._excluded.add(rest)
                self._programme = self._programme.with_rows(_fewer(rest, column))


def _fewer(given_up: frozenset[int], column: dict[int, int]) -> Row:
    """Not all of these."""
    row = {column[n]: 1.0 for n in given_up if n in column}
    return row, -np.inf, len(row) - 1.0


def _push(heap: list[tuple[int, int, Relaxation | None, _Stream]], stream: _Stream, found: list[Relaxation]) -> bool:
    """Put the next set of a stream in line; False where the solver could not say whether there is one."""
    try:
        following = stream.next(found)
    except TimeoutError:
        return False
    if isinstance(following, int):
        heapq.heappush(heap, (following, stream.number, None, stream))
    elif following is not None:
        heapq.heappush(heap, (len(following.given_up), stream.number, following, stream))
    return True


def _elastic_condition(programme: Programme, condition: FrameCondition, column: int) -> list[Row]:
    rows: list[Row] = [
        (literal_row(programme.columns, clause, cap=1.0) | {column: 1.0}, 1.0, np.inf) for clause in condition.clauses
    ]
    if condition.at_most is not None:
        room = -float(len(condition.literals))
        rows.append(
            (literal_row(programme.columns, condition.literals) | {column: room}, -np.inf, float(condition.at_most))
        )
    return rows
