"""The Kalai-Smorodinsky solution: the greatest smallest ratio of a party's gain to its best gain inside the zone.

Kalai and Smorodinsky (1975), Econometrica 43(3):513-518, for two parties and convex sets; on a finite set the ratios can seldom be
equal, and the smallest is maximised (it is not the spread of the ratios that is made small). A party whose best gain is 0 can
gain nothing anywhere and is left out of the ratio.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.solve.deals.maxmin import smallest, solve_max_min
from zopa.solve.deals.solution import trivial, undecided

if TYPE_CHECKING:
    from zopa.solve.deals.solution import Gains, Solution, SolverTask

SOURCE = "Kalai and Smorodinsky 1975"


def kalai_smorodinsky(problem: SolverTask) -> Solution:
    """Acceptable deals whose smallest ratio of gain to best gain is the greatest; every acceptable deal where nobody can gain."""
    if (told := trivial(problem, "kalai-smorodinsky", SOURCE)) is not None:
        return told
    best = problem.best_gains
    if best is None:
        return undecided("kalai-smorodinsky", SOURCE)
    return solve_max_min(problem, "kalai-smorodinsky", [g or None for g in best], SOURCE)


def kalai_smorodinsky_value(problem: SolverTask, gains: Gains) -> float:
    """The smallest ratio."""
    return float(smallest(gains, [g or None for g in problem.best_gains or ()]))
