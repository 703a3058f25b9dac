"""Random conflicts for tests, as the program has them and as the oracle has them."""

from __future__ import annotations

import random

import numpy as np
from tests.unit.solve.stability.oracle import Oracle

from zopa.model.conflict import Conflict, ConflictOption, DecisionMaker, Preference
from zopa.model.conflict_preferences import rank_scores

DIRECTIONS = ("both", "both", "to-yes", "to-no")


def random_conflict(
    seed: int, *, makers: int | None = None, options: int | None = None, merged: bool = False
) -> tuple[Conflict, Oracle]:
    """Two to four decision makers, up to six options, some infeasible states, one-way options and ties."""
    dice = random.Random(seed)
    n = makers or dice.randint(2, 4)
    k = options or dice.choice([*range(n, 6), *range(n, 6), 6])
    owners = [*range(n), *(dice.randrange(n) for _ in range(k - n))]
    dice.shuffle(owners)
    one_way = dice.random() < 0.5
    directions = [dice.choice(DIRECTIONS) if one_way else "both" for _ in range(k)]
    keep = dice.choice([1.0, 1.0, 0.8, 0.5])
    patterns = [p for p in range(1 << k) if dice.random() < keep] or [0]
    groups = {p: p for p in patterns}
    if merged:
        for _ in range(dice.randint(1, 2)):
            together = dice.sample(patterns, min(len(patterns), dice.randint(2, 4)))
            lowest = min(groups[p] for p in together)
            joined = {groups[p] for p in together}
            groups = {p: lowest if g in joined else g for p, g in groups.items()}
    numbers = {g: at for at, g in enumerate(sorted(set(groups.values())))}
    group = {p: numbers[g] for p, g in groups.items()}
    levels = dice.choice([2, 4, len(numbers), 1000])
    worth = [{s: dice.randrange(levels) for s in range(len(numbers))} for _ in range(n)]
    word = np.uint32
    all_patterns = np.array(patterns, word)
    state_of = np.array([group[p] for p in patterns], np.int32)
    states = np.array(sorted(numbers), word)
    varies = np.zeros(len(states), word)
    np.bitwise_or.at(varies, state_of, all_patterns ^ states[state_of])
    conflict = Conflict(
        tuple(DecisionMaker(f"d{i}", f"D{i}") for i in range(n)),
        tuple(ConflictOption(f"o{j}", f"O{j}", owners[j], directions[j]) for j in range(k)),  # type: ignore[arg-type]
        all_patterns,
        state_of,
        states,
        varies,
        tuple(Preference(rank_scores(np.array([w[s] for s in range(len(w))], np.int64))) for w in worth),
    )
    return conflict, Oracle(owners, directions, patterns, group, worth)
