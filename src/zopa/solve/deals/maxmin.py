"""Deals that maximise the smallest of scaled gains: what the egalitarian and the Kalai-Smorodinsky solution share.

Each party's gain is divided by a measure of its own. A deal is best exactly where every party has at least the best smallest
value times its measure; so all best deals are a zone of their own, efficient or not.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.programme import solve_programme
from zopa.solve.deals.solution import (
    Certificate,
    Concept,
    Gains,
    Solution,
    SolverTask,
    best_points,
    programme_certificate,
    tell_floors,
    undecided,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.model.frame import Deal


def solve_max_min(problem: SolverTask, concept: Concept, measure: Sequence[int | None], source: str) -> Solution:
    """All acceptable deals that maximise the smallest gain over measure.

    Args:
        problem: of a zone that is not empty.
        concept: whose solution this is.
        measure: per veto party, in points; None leaves a party out. All None: every acceptable deal.
        source: the literature.
    """
    if all(m is None for m in measure):
        method = "frontier" if problem.frontier is not None else "integer programme"
        found = _some_deals(problem)
        floors = (0,) * len(measure)
        return tell_floors(problem, concept, floors, Certificate(0.0, 0.0, method, proven=True), found, source)
    if problem.frontier is not None:
        counted = [n for n, m in enumerate(measure) if m is not None]
        rough = (problem.gains[:, counted] / np.array([measure[n] for n in counted], dtype=float)).min(axis=1)
        which = best_points(problem, rough, lambda gains: smallest(gains, measure))
        value = smallest(tuple(problem.gains[which[0]].tolist()), measure)
        found = problem.frontier.deals(which)
        certificate = Certificate(float(value), float(value), "frontier", proven=True)
        return tell_floors(problem, concept, _floors(value, measure), certificate, found, source)
    return _by_programme(problem, concept, measure, source)


def smallest(gains: Gains, measure: Sequence[int | None]) -> Fraction:
    """The smallest gain over measure, exactly; 0 where everybody is left out."""
    return min((Fraction(g, m) for g, m in zip(gains, measure, strict=True) if m is not None), default=Fraction(0))


def _floors(value: Fraction, measure: Sequence[int | None]) -> list[int]:
    return [0 if m is None else math.ceil(value * m) for m in measure]


def _some_deals(problem: SolverTask) -> list[Deal]:
    if problem.frontier is not None:
        return problem.frontier.deals(limit=100)
    return [problem.witness] if problem.witness is not None else []


def _by_programme(problem: SolverTask, concept: Concept, measure: Sequence[int | None], source: str) -> Solution:
    """Maximise z with z at most every gain over measure; then all deals as good as the one found, and the best of them."""
    most = max(_most(problem, n) / m for n, m in enumerate(measure) if m is not None)
    programme = problem.programme.with_rows(extra=[(0.0, most)])
    z = len(programme.columns)
    for n, m in enumerate(measure):
        if m is not None:
            row = problem.programme.points_row(problem.parties[n], -1.0 / m)
            programme = programme.with_rows((row | {z: 1.0}, -np.inf, -problem.start[n] / m))
    answer = solve_programme(programme, {z: 1.0})
    if answer.deal is None:
        return undecided(concept, source)
    value, deal = smallest(problem.gain(answer.deal), measure), answer.deal
    certificate = programme_certificate(float(value), answer.bound, optimal=answer.status == "optimal")
    told = tell_floors(problem, concept, _floors(value, measure), certificate, [deal], source)
    if not told.complete:
        return told
    # Every deal at least as good is listed: the best among them is the best of all, exactly.
    exact = max((smallest(problem.gain(o.choice), measure) for o in told.outcomes), default=value)
    certificate = Certificate(float(exact), float(exact), "integer programme", proven=True)
    return tell_floors(problem, concept, _floors(exact, measure), certificate, [deal], source)


def _most(problem: SolverTask, n: int) -> int:
    """More than any gain of veto party `n` inside the zone, in points."""
    return sum(int(rows[:, problem.parties[n]].max()) for rows in problem.frame.points) - problem.start[n]
