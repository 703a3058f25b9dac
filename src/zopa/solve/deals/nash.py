"""The Nash solution: the greatest product of gains over no-deal, also weighted by power.

Nash (1950), Econometrica 18(2):155-162, for convex sets; weighted: Harsanyi and Selten (1972), Management Science 18(5):80-106. Here on
a finite set of deals, where it need not be one deal. Inside the zone no gain is negative, so two losses never make a product.
"""

from __future__ import annotations

import math
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.listing import raise_floors
from zopa.solve.deals.programme import build_programme, solve_programme
from zopa.solve.deals.solution import (
    TOLERANCE,
    Certificate,
    Concept,
    Gains,
    Solution,
    SolverTask,
    best_points,
    tell_floors,
    tell_points,
    tell_programme,
    trivial,
    undecided,
)

if TYPE_CHECKING:
    from zopa.model.frame import Deal
    from zopa.solve.deals.programme import Answer, Programme, Row

TANGENTS = 12  # of the logarithm of each gain to begin with; more are added where the solver goes
ROUNDS = 40


def nash(problem: SolverTask, *, weighted: bool = False) -> Solution:
    """Acceptable deals that maximise the product of gains, each to the power of the party's power where `weighted`.

    All products 0: every acceptable deal. A party of power 0 does not count in the weighted product. Empty only where the zone is.
    """
    concept: Concept = "weighted-nash" if weighted else "nash"
    source = "Harsanyi and Selten 1972" if weighted else "Nash 1950"
    if (told := trivial(problem, concept, source)) is not None:
        return told
    weights = _weights(problem, weighted=weighted)
    if problem.frontier is not None:
        return _from_frontier(problem, concept, weights, source)
    return _by_programme(problem, concept, weights, source)


def nash_value(problem: SolverTask, gains: Gains, *, weighted: bool = False) -> float:
    """The product of gains, in utility."""
    weights = _weights(problem, weighted=weighted)
    factors = zip(gains, problem.scale, weights, strict=True)
    return math.prod((g / s) ** float(w) for g, s, w in factors if w)


def _weights(problem: SolverTask, *, weighted: bool) -> tuple[Fraction, ...]:
    return tuple(problem.frame.power[p] if weighted else Fraction(1) for p in problem.parties)


def _from_frontier(problem: SolverTask, concept: Concept, weights: tuple[Fraction, ...], source: str) -> Solution:
    with np.errstate(divide="ignore"):
        logs = np.log(problem.gains / np.array(problem.scale, dtype=float))
    rough = sum((float(w) * logs[:, n] for n, w in enumerate(weights) if w), start=np.zeros(len(logs)))
    if np.isneginf(rough).all():
        return _every_deal(problem, concept, problem.frontier.deals(limit=100) if problem.frontier else [], source)
    common = math.lcm(*(w.denominator for w in weights))
    powers = [int(w * common) for w in weights]
    which = best_points(problem, rough, lambda gains: math.prod(g**e for g, e in zip(gains, powers, strict=True) if e))
    value = nash_value(problem, tuple(problem.gains[which[0]].tolist()), weighted=concept == "weighted-nash")
    told = tell_points(problem, concept, which, value, source)
    if all(weights):
        return told
    # Who has no power may do worse in a deal of the same product: such deals tie without being efficient.
    rows = {tuple(g if w else 0 for g, w in zip(row, weights, strict=True)) for row in problem.gains[which].tolist()}
    if len(rows) > 1 or told.certificate is None:
        return told
    return tell_floors(problem, concept, rows.pop(), told.certificate, [o.choice for o in told.outcomes], source)


def _every_deal(problem: SolverTask, concept: Concept, found: list[Deal], source: str) -> Solution:
    method = "integer programme" if problem.frontier is None else "frontier"
    certificate = Certificate(0.0, 0.0, method, proven=True)
    return tell_floors(problem, concept, (0,) * len(problem.parties), certificate, found, source)


def _by_programme(problem: SolverTask, concept: Concept, weights: tuple[Fraction, ...], source: str) -> Solution:
    """Outer approximation (Duran and Grossmann 1986, Math. Prog. 36:307-339).

    Tangents bound the logarithms from above, so the optimum of each round is a bound, and the deal that it finds a value.
    """
    counted = [n for n, w in enumerate(weights) if w]
    best = problem.best_gains
    if best is None:
        return undecided(concept, source)
    floors = {problem.parties[n]: problem.start[n] + 1 for n in counted}
    positive = build_programme(raise_floors(problem.frame, floors))
    first = solve_programme(positive)
    if first.deal is None:
        if first.status == "undecided" or problem.witness is None:
            return undecided(concept, source)
        return _every_deal(problem, concept, [problem.witness], source)
    programme = positive.with_rows(
        extra=[(-math.log(problem.scale[n]) - 1, math.log(best[n] / problem.scale[n])) for n in counted]
    )
    rows = [_tangent(programme, problem, counted, n, t) for n in counted for t in _spread(best[n] / problem.scale[n])]
    programme = programme.with_rows(*rows)
    objective = {len(programme.columns) + k: float(weights[n]) for k, n in enumerate(counted)}
    champion, value, bound, optimal = first.deal, _log(problem, first.deal, weights), math.inf, False
    for _ in range(ROUNDS):
        answer = solve_programme(programme, objective)
        if answer.deal is None:
            break
        bound, optimal = _tighten(bound, answer)
        if (found := _log(problem, answer.deal, weights)) > value:
            champion, value = answer.deal, found
        if bound - value <= TOLERANCE / 4:
            break
        gains = problem.gain(answer.deal)
        rows = [_tangent(programme, problem, counted, n, gains[n] / problem.scale[n]) for n in counted]
        programme = programme.with_rows(*rows)
    certificate = Certificate(
        nash_value(problem, problem.gain(champion), weighted=concept == "weighted-nash"),
        math.exp(max(bound, value)), "integer programme", optimal and bound - value <= TOLERANCE,
    )  # fmt: skip
    return tell_programme(problem, concept, champion, certificate, source)


def _tighten(bound: float, answer: Answer) -> tuple[float, bool]:
    return min(bound, answer.bound), answer.status == "optimal"


def _spread(best: float) -> list[float]:
    """Gains at which to lay tangents, close together where the logarithm bends."""
    return [float(t) for t in np.geomspace(best / 200, best, TANGENTS)]


def _tangent(programme: Programme, problem: SolverTask, counted: list[int], n: int, at: float) -> Row:
    """The logarithm of a gain lies below its tangent: log g <= log t + (g - t) / t."""
    row, constant = problem.gain_row(n)
    coefficients = {column: -value / at for column, value in row.items()}
    coefficients[len(programme.columns) + counted.index(n)] = 1.0
    return coefficients, -np.inf, math.log(at) - 1.0 + constant / at


def _log(problem: SolverTask, deal: Deal, weights: tuple[Fraction, ...]) -> float:
    gains = zip(problem.gain(deal), problem.scale, weights, strict=True)
    return sum(float(w) * math.log(g / s) for g, s, w in gains if w)
