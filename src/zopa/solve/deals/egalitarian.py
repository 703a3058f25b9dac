"""The egalitarian solution: the greatest smallest gain, in utility.

Kalai (1977), Econometrica 45(7):1623-1630, theorem 1, for sets where gains can be given away; on a finite set the deals that
maximise the smallest gain. Deals that leave the smallest gain as it is and others worse off tie with efficient ones; leximin
does not have them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.solve.deals.maxmin import smallest, solve_max_min
from zopa.solve.deals.solution import trivial

if TYPE_CHECKING:
    from zopa.solve.deals.solution import Gains, Solution, SolverTask

SOURCE = "Kalai 1977"


def egalitarian(problem: SolverTask) -> Solution:
    """Acceptable deals whose smallest gain is the greatest; empty only where the zone is."""
    told = trivial(problem, "egalitarian", SOURCE)
    return told if told is not None else solve_max_min(problem, "egalitarian", problem.scale, SOURCE)


def egalitarian_value(problem: SolverTask, gains: Gains) -> float:
    """The smallest gain, in utility."""
    return float(smallest(gains, problem.scale))
