"""All solution concepts by name, and the check of what they certify."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from zopa.solve.deals.egalitarian import egalitarian, egalitarian_value
from zopa.solve.deals.kalai_smorodinsky import kalai_smorodinsky, kalai_smorodinsky_value
from zopa.solve.deals.leximin import leximin, leximin_value
from zopa.solve.deals.nash import nash, nash_value
from zopa.solve.deals.solution import Concept, SolverTask
from zopa.solve.deals.utilitarian import utilitarian, utilitarian_value

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.model.frame import Frame
    from zopa.solve.deals.solution import Gains, Solution

CONCEPTS: dict[Concept, Callable[[SolverTask], Solution]] = {
    "nash": nash,
    "weighted-nash": partial(nash, weighted=True),
    "kalai-smorodinsky": kalai_smorodinsky,
    "egalitarian": egalitarian,
    "leximin": leximin,
    "utilitarian": utilitarian,
}
VALUES: dict[Concept, Callable[[SolverTask, Gains], float]] = {
    "nash": nash_value,
    "weighted-nash": partial(nash_value, weighted=True),
    "kalai-smorodinsky": kalai_smorodinsky_value,
    "egalitarian": egalitarian_value,
    "leximin": leximin_value,
    "utilitarian": utilitarian_value,
}
CLOSE = 1e-9
"""Two evaluations of one value in floating point differ by less, relative to 1 or to the value."""


def check_certificate(frame: Frame, solution: Solution) -> bool:
    """Whether every deal named is acceptable and has the value that the certificate states, and none passes the bound.

    A solution without certificate must name no deal.
    """
    certificate = solution.certificate
    if certificate is None:
        return not solution.outcomes
    if not frame.veto_parties:
        return all(frame.in_zopa(outcome.choice) for outcome in solution.outcomes)
    problem = SolverTask(frame)
    for outcome in solution.outcomes:
        if not frame.in_zopa(outcome.choice):
            return False
        value = VALUES[solution.concept](problem, problem.gain(outcome.choice))
        if abs(value - certificate.value) > CLOSE * max(1.0, value):
            return False
    return certificate.value <= certificate.bound + CLOSE
