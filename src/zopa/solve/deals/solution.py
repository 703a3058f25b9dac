"""What every solution concept shares: gains, the certificate, all ties, and how a solution is told.

A solution is a set of deals of the zone of possible agreement: all that maximise the concept. A gain is points above the no-deal
value; a party without one gains from 0. Concepts are compared exactly, in Python integers and fractions.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from zopa.solve.deals.listing import list_zopa, raise_floors
from zopa.solve.deals.outcome import Outcome, build_outcomes
from zopa.solve.deals.programme import Programme, build_programme, solve_programme

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from numpy.typing import NDArray

    from zopa.model.frame import Deal, Frame
    from zopa.solve.deals.merge import Frontier

Concept = Literal["nash", "weighted-nash", "kalai-smorodinsky", "egalitarian", "leximin", "utilitarian"]
Gains = tuple[int, ...]
"""Points above the no-deal value, per veto party, none negative inside the zone."""

TOLERANCE = 2e-6
"""The integer programme proves to 1e-6 of a utility; a bound within twice that of the value counts as met."""
NEAR = 1e-9
"""Points of the frontier within this part of the best in floating point are compared exactly."""
MAX_DEALS = 10_000


@dataclass(frozen=True, slots=True)
class Certificate:
    """Why the deals of a solution are the best.

    Attributes:
        value: what the concept maximises, of the deals named, in utility; products of gains are given as such.
        bound: no acceptable deal reaches more than this. Equal to `value` where exact.
        method: "frontier" (every efficient deal was compared, exactly) or "integer programme".
        proven: the bound meets the value, within 2e-6 for the integer programme.
    """

    value: float
    bound: float
    method: Literal["frontier", "integer programme"]
    proven: bool


@dataclass(frozen=True, slots=True)
class Solution:
    """All acceptable deals that maximise a concept.

    `outcomes` holds at most 10,000 of them, `count` how many there are (None: not counted), `complete` whether all are listed.
    Empty only where the zone is, or, without certificate, where the solver stopped undecided.
    """

    concept: Concept
    outcomes: tuple[Outcome, ...]
    count: int | None
    complete: bool
    certificate: Certificate | None
    source: str


@dataclass(frozen=True)
class SolverTask:
    """A frame with what solvers of concepts look up again and again; `frontier` None where it is too large.

    `below`: points below its no-deal value, per veto party, from which gains are counted where the talks themselves cost it something;
    empty where they cost nobody anything.
    """

    frame: Frame
    frontier: Frontier | None = None
    witness: Deal | None = None
    below: tuple[int, ...] = ()

    @cached_property
    def parties(self) -> tuple[int, ...]:
        """The veto parties."""
        return self.frame.veto_parties

    @cached_property
    def start(self) -> tuple[int, ...]:
        """Points that gains are counted from, per veto party."""
        below = self.below or (0,) * len(self.parties)
        return tuple((self.frame.no_deal[p] or 0) - less for p, less in zip(self.parties, below, strict=True))

    @cached_property
    def scale(self) -> tuple[int, ...]:
        """Points that are utility 1, per veto party."""
        return tuple(self.frame.scale[p] for p in self.parties)

    @cached_property
    def gains(self) -> NDArray[np.int64]:
        """Gains at every point of the frontier, shape (n_points, n_veto_parties)."""
        assert self.frontier is not None
        return self.frontier.points - np.array(self.start, dtype=np.int64)

    @cached_property
    def programme(self) -> Programme:
        """The zone as an integer programme."""
        return build_programme(self.frame)

    @cached_property
    def best_gains(self) -> Gains | None:
        """The best gain of each veto party inside the zone; None where the zone is empty or undecided."""
        if self.frontier is not None:
            return tuple(int(g) for g in self.gains.max(axis=0)) if len(self.gains) else None
        best: list[int] = []
        for n, party in enumerate(self.parties):
            answer = solve_programme(self.programme, self.programme.points_row(party, 1.0 / self.scale[n]))
            if answer.deal is None or answer.status != "optimal":
                return None
            best.append(self.gain(answer.deal)[n])
        return tuple(best)

    def gain(self, deal: Deal) -> Gains:
        """Gains of a deal, per veto party."""
        total = self.frame.total(deal)
        return tuple(total[p] - s for p, s in zip(self.parties, self.start, strict=True))

    def gain_row(self, n: int) -> tuple[dict[int, float], float]:
        """The gain of veto party `n` in utility, as coefficients and a constant."""
        return self.programme.points_row(self.parties[n], 1.0 / self.scale[n]), -self.start[n] / self.scale[n]


def best_points(problem: SolverTask, rough: NDArray[np.float64], exact: Callable[[Gains], Any]) -> NDArray[np.int64]:
    """Points of the frontier that maximise a concept.

    Args:
        problem: with its frontier.
        rough: shape (n_points,), the concept in floating point, accurate to better than `NEAR`.
        exact: the concept of gains, exactly.
    """
    top = rough.max()
    near = np.flatnonzero(rough >= top - NEAR * max(1.0, abs(top)))
    values = [exact(tuple(row)) for row in problem.gains[near].tolist()]
    best = max(values)
    return near[[n for n, value in enumerate(values) if value == best]]


def tell_points(problem: SolverTask, concept: Concept, which: NDArray[np.int64], value: float, source: str) -> Solution:
    """The solution that consists of the deals at some points of the frontier."""
    assert problem.frontier is not None
    places: list[int] = which.tolist()
    count = sum(problem.frontier.deals_at[n] for n in places)
    deals = problem.frontier.deals(which, limit=MAX_DEALS)
    certificate = Certificate(value, value, "frontier", proven=True)
    return Solution(concept, build_outcomes(problem.frame, deals), count, len(deals) == count, certificate, source)


def tell_floors(
    problem: SolverTask,
    concept: Concept,
    floors: Sequence[int],
    certificate: Certificate,
    found: Sequence[Deal],
    source: str,
) -> Solution:
    """The solution that consists of all acceptable deals with at least some gains, per veto party.

    `found` are such deals known before; they stand alone where all could not be listed.
    """
    asked = {p: s + floor for p, s, floor in zip(problem.parties, problem.start, floors, strict=True)}
    listed = list_zopa(raise_floors(problem.frame, asked), limit=MAX_DEALS)
    deals = list(listed.deals) if listed.count is not None else sorted(set(found))[:MAX_DEALS]
    complete = listed.count == len(deals)
    return Solution(concept, build_outcomes(problem.frame, deals), listed.count, complete, certificate, source)


def tell_programme(
    problem: SolverTask, concept: Concept, deal: Deal, certificate: Certificate, source: str
) -> Solution:
    """The solution around one best deal: all deals with exactly its points; ties with other points are not looked for."""
    told = tell_floors(problem, concept, problem.gain(deal), certificate, [deal], source)
    return replace(told, count=None, complete=False)


def trivial(problem: SolverTask, concept: Concept, source: str) -> Solution | None:
    """The solution where nothing is to be weighed: an empty zone, or nobody who must agree; else None."""
    empty = not len(problem.frontier.points) if problem.frontier is not None else problem.witness is None
    if empty:
        return Solution(concept, (), 0, True, None, source)
    if not problem.parties:
        found = [problem.witness] if problem.witness is not None else []
        return tell_floors(problem, concept, (), Certificate(0.0, 0.0, "frontier", proven=True), found, source)
    return None


def undecided(concept: Concept, source: str) -> Solution:
    """No deal, because the solver stopped without an answer."""
    return Solution(concept, (), None, False, None, source)


def programme_certificate(value: float, bound: float, *, optimal: bool) -> Certificate:
    """A certificate of the integer programme."""
    bound = max(value, bound)
    return Certificate(value, bound, "integer programme", optimal and bound - value <= TOLERANCE * max(1.0, abs(value)))


def in_utility(problem: SolverTask, gains: Gains) -> tuple[Fraction, ...]:
    """Gains on the 0 to 1 scale, exactly."""
    return tuple(Fraction(g, s) for g, s in zip(gains, problem.scale, strict=True))
