"""How long an ensemble takes: draws of a made-up case of four parties and sixteen issues, with the solutions of theories of bargaining."""

from __future__ import annotations

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
    """Seconds of so many exact draws with so many processes, how often a deal is possible, and how many draws were left undecided."""
    case = generate_vague(1)
    settings = EnsembleSettings(draws, 0, 0, CONCEPTS if solutions else (), conflicts=False)
    start = time.perf_counter()
    with workers(jobs) as executor:
        found = solve_ensemble(case, settings, executor=executor)
    seconds = time.perf_counter() - start
    deal = found.readings[0].answers[Question("deal")]
    return {"seconds": seconds, "possible": float(np.mean(deal == 1)), "undecided": float(np.sum(deal < 0))}
