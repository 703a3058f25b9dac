"""How long an ensemble takes: draws of a made-up case of four parties and sixteen issues, with the solutions of theories of bargaining."""

from __future__ import annotations

import os
import random
import time

import numpy as np

from benchmarks.generate_frames import Shape, generate_frame
from zopa.model.vague import FLOOR_GRID, GRID, FloorRule, SalienceRule, VagueCase, VagueFrame, ValueRule
from zopa.run.whatif import workers
from zopa.solve.whatif import EnsembleSettings, Question, solve_ensemble

CONCEPTS = ("nash", "kalai-smorodinsky", "egalitarian")


def generate_vague(seed: int, parties: int = 4, issues: int = 16, options: int = 4) -> VagueCase:
    """Every salience a range, every ranking vague between its ends, every no-deal value between 50 and 70 % of the scale."""
    rng = random.Random(seed)
    frame = generate_frame(seed, Shape(issues=issues, options=options, parties=parties, conditions=4, red_lines=4))
    salience: list[tuple[SalienceRule, ...]] = []
    values: list[tuple[ValueRule, ...]] = []
    at = parties
    for _ in range(parties):
        weights: list[SalienceRule] = []
        orders: list[ValueRule] = []
        for _ in range(issues):
            low = rng.randint(5, 75)
            weights.append(SalienceRule(low * GRID, (low + 25) * GRID, at))
            ranked = rng.sample(range(options), options)
            orders.append(ValueRule(tuple((o,) for o in ranked), at=tuple(range(at + 1, at + options - 1))))
            at += options - 1
        salience.append(tuple(weights))
        values.append(tuple(orders))
    floors = tuple(FloorRule("amount", FLOOR_GRID // 2, FLOOR_GRID * 7 // 10, at=p) for p in range(parties))
    return VagueCase((("base", VagueFrame(frame, (), tuple(salience), tuple(values), floors)),), at)


def measure_ensemble(draws: int, *, solutions: bool, jobs: int = 2) -> dict[str, float]:
    """What so many exact draws take with so many processes, and what came of them.

    Returns:
        Seconds by the clock; seconds that processors worked, of which two cores that do nothing else need about half (the clock says more
        where others use the machine); the share of draws with a deal; draws left undecided; with `solutions` the draws with a deal for
        which one of them was not found, and the largest certified gap of those that were, as a part.
    """
    case = generate_vague(1)
    settings = EnsembleSettings(draws, 0, 0, CONCEPTS if solutions else (), conflicts=False)
    start, worked = time.perf_counter(), _worked()
    with workers(jobs) as executor:
        found = solve_ensemble(case, settings, executor=executor)
    seconds, worked = time.perf_counter() - start, _worked() - worked
    under = found.readings[0]
    deal = under.answers[Question("deal")]
    told = {
        "seconds": seconds,
        "worked": worked,
        "possible": float(np.mean(deal == 1)),
        "undecided": float(np.sum(deal < 0)),
    }
    if solutions:
        lacking = sum(int(np.sum((rows[:, 0] < 0) & (deal == 1))) for rows in under.solutions.values())
        told |= {"unsolved": float(lacking), "gap": under.gap}
    return told


def _worked() -> float:
    """Seconds that this process and those that it has waited for have worked."""
    times = os.times()
    return times.user + times.system + times.children_user + times.children_system
