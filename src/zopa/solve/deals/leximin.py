"""The leximin solution: the greatest smallest gain, among those the greatest second smallest, and so on.

Sen (1970), Collective Choice and Social Welfare, chapter 9; in bargaining: Imai (1983), Econometrica 51(2):389-401. Its deals are always
efficient.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.maxmin import solve_max_min
from zopa.solve.deals.programme import gain_range, solve_programme
from zopa.solve.deals.solution import (
    NEAR,
    in_utility,
    programme_certificate,
    tell_points,
    tell_programme,
    trivial,
    undecided,
)

if TYPE_CHECKING:
    from fractions import Fraction

    from zopa.solve.deals.programme import Answer, Row
    from zopa.solve.deals.solution import Gains, Solution, SolverTask

SOURCE = "Sen 1970; Imai 1983"
SLACK = 1e-7  # by which the sums reached before may fall short: what the solver cannot tell apart


def leximin(problem: SolverTask) -> Solution:
    """Acceptable deals whose gains, sorted from the smallest, come last in the dictionary order; empty only where the zone is."""
    if (told := trivial(problem, "leximin", SOURCE)) is not None:
        return told
    if problem.frontier is None:
        return _among_egalitarian(problem) or _by_programme(problem)
    rough = np.sort(problem.gains / np.array(problem.scale, dtype=float), axis=1)
    left = np.arange(len(rough))
    for column in range(rough.shape[1]):
        values = rough[left, column]
        left = left[values >= values.max() - NEAR]
        exact = [sorted_gains(problem, tuple(row))[column] for row in problem.gains[left].tolist()]
        best = max(exact)
        left = left[[n for n, value in enumerate(exact) if value == best]]
    value = leximin_value(problem, tuple(problem.gains[left[0]].tolist()))
    return tell_points(problem, "leximin", left, value, SOURCE)


def sorted_gains(problem: SolverTask, gains: Gains) -> tuple[Fraction, ...]:
    """Gains in utility from the smallest, exactly."""
    return tuple(sorted(in_utility(problem, gains)))


def leximin_value(problem: SolverTask, gains: Gains) -> float:
    """The smallest gain, in utility; the others decide only among equals."""
    return float(min(in_utility(problem, gains)))


def _among_egalitarian(problem: SolverTask) -> Solution | None:
    """The best of the egalitarian deals, of which leximin deals are some, compared exactly; None where these are too many to list."""
    equal = solve_max_min(problem, "leximin", problem.scale, SOURCE)
    if not equal.complete or equal.certificate is None:
        return None
    ranked = [(sorted_gains(problem, problem.gain(outcome.choice)), outcome) for outcome in equal.outcomes]
    best = max(gains for gains, _ in ranked)
    kept = tuple(outcome for gains, outcome in ranked if gains == best)
    return replace(equal, outcomes=kept, count=len(kept))


def _by_programme(problem: SolverTask) -> Solution:
    """One programme for each k: maximise the sum of the k smallest gains, keeping the sums reached before.

    The certificate is that of the smallest gain; the later ones are decided to within what the solver can tell apart.
    The sum of the k smallest is the maximum of k t - sum of max(0, t - gain) over t (Ogryczak and Tamir 2003, Inf. Proc. Lett. 85:117-122).
    """
    programme, count = problem.programme, len(problem.parties)
    _, most = gain_range(problem.frame)
    first: Answer | None = None
    deal, optimal = None, True
    for k in range(1, count + 1):
        t = len(programme.columns) + len(programme.extra)
        rows: list[Row] = []
        for n in range(count):
            row, constant = problem.gain_row(n)  # short of t by at least t - gain
            rows.append((row | {t: -1.0, t + 1 + n: 1.0}, -constant, np.inf))
        programme = programme.with_rows(*rows, extra=[(0.0, most)] * (count + 1))
        objective = {t: float(k)} | {t + 1 + n: -1.0 for n in range(count)}
        answer = solve_programme(programme, objective)
        if answer.deal is None:
            optimal = False
            break
        first = first or answer
        optimal = optimal and answer.status == "optimal"
        if deal is None or sorted_gains(problem, problem.gain(answer.deal)) > sorted_gains(problem, problem.gain(deal)):
            deal = answer.deal
        programme = programme.with_rows((objective, answer.value - SLACK, np.inf))
    if deal is None or first is None:
        return undecided("leximin", SOURCE)
    value = leximin_value(problem, problem.gain(deal))
    certificate = programme_certificate(value, first.bound, optimal=optimal)
    return tell_programme(problem, "leximin", deal, certificate, SOURCE)
