"""The utilitarian solution: the greatest sum of utilities of the veto parties.

Harsanyi (1955), Journal of Political Economy 63(4):309-321. The sum compares utilities between parties, on scales that run from 0 to 1 for
each; it has no regard for who gets what beyond the no-deal values.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.programme import solve_programme
from zopa.solve.deals.solution import (
    best_points,
    in_utility,
    programme_certificate,
    tell_points,
    tell_programme,
    trivial,
    undecided,
)

if TYPE_CHECKING:
    from zopa.solve.deals.solution import Gains, Solution, SolverTask

SOURCE = "Harsanyi 1955"


def utilitarian(problem: SolverTask) -> Solution:
    """Acceptable deals with the greatest sum of utilities; empty only where the zone is."""
    if (told := trivial(problem, "utilitarian", SOURCE)) is not None:
        return told
    if problem.frontier is not None:
        rough = (problem.gains / np.array(problem.scale, dtype=float)).sum(axis=1)
        which = best_points(problem, rough, lambda gains: sum(in_utility(problem, gains), Fraction(0)))
        value = utilitarian_value(problem, tuple(problem.gains[which[0]].tolist()))
        return tell_points(problem, "utilitarian", which, value, SOURCE)
    objective: dict[int, float] = {}
    for n in range(len(problem.parties)):
        for column, value in problem.gain_row(n)[0].items():
            objective[column] = objective.get(column, 0.0) + value
    answer = solve_programme(problem.programme, objective)
    if answer.deal is None:
        return undecided("utilitarian", SOURCE)
    value = utilitarian_value(problem, problem.gain(answer.deal))
    certificate = programme_certificate(value, answer.bound, optimal=answer.status == "optimal")
    return tell_programme(problem, "utilitarian", answer.deal, certificate, SOURCE)


def utilitarian_value(problem: SolverTask, gains: Gains) -> float:
    """The sum of utilities."""
    return float(
        sum((Fraction(g + s, w) for g, s, w in zip(gains, problem.start, problem.scale, strict=True)), Fraction(0))
    )
