"""How often a state holds where preferences are unknown, vague or tied: draw what is open many times and count.

Each draw settles everything that is open: an unknown statement is wanted or its opposite is, with even chances; a vague one takes
any place among the statements; the two states of an unknown pair may change places; states that are tied get an order. The
shares are no probabilities of what will happen: they say how much an answer rests on what nobody has said.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.model.conflict_preferences import rank_scores, rank_truth
from zopa.solve.stability.equilibria import CONCEPTS, Concept, find_stable
from zopa.solve.stability.graph import build_graph, change_ranks
from zopa.solve.stability.preferences import with_ranks

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from numpy.typing import NDArray

    from zopa.model.conflict import Conflict, Preference, Ranks
    from zopa.model.formula import Truth


@dataclass(frozen=True, slots=True, eq=False)
class Robustness:
    """Shares of the draws in which states are equilibria.

    Attributes:
        shares: concept -> shape (n_states,), from 0 (never) to 1 (always).
        draws: how many.
        seed: of the random numbers; the same seed gives the same shares.
        open_questions: what was drawn, in words; empty where nothing is open, and then all draws are alike.
    """

    shares: Mapping[Concept, NDArray[np.float64]]
    draws: int
    seed: int
    open_questions: tuple[str, ...]


def sample_equilibria(
    conflict: Conflict,
    *,
    draws: int = 500,
    seed: int = 0,
    concepts: Sequence[Concept] = CONCEPTS,
    break_ties: bool = True,
) -> Robustness:
    """In what share of the draws each state is an equilibrium, per concept.

    Args:
        conflict: with preferences that leave something open.
        draws: at least one.
        seed: of the random numbers.
        concepts: which to count.
        break_ties: whether indifference counts as open too; otherwise it is a judgement that stays.
    """
    dice = np.random.default_rng(seed)
    graph = build_graph(conflict)
    counts = {concept: np.zeros(conflict.n_states, np.int64) for concept in concepts}
    for _ in range(draws):
        ranks = [settle(preference, dice, break_ties=break_ties) for preference in conflict.preferences]
        found = find_stable(with_ranks(conflict, ranks), concepts, change_ranks(graph, ranks))
        for concept in concepts:
            counts[concept] += found.equilibria(concept)
    shares: dict[Concept, NDArray[np.float64]] = {concept: counts[concept] / draws for concept in concepts}
    return Robustness(shares, draws, seed, tuple(_list_open(conflict, break_ties=break_ties)))


def settle(preference: Preference, dice: np.random.Generator, *, break_ties: bool) -> Ranks:
    """Ranks with everything settled that is open, shape (n_states,)."""
    ranks = preference.ranks
    if preference.truth is not None:
        ranks = rank_truth(_draw_statements(preference, preference.truth, dice), len(ranks))
    if preference.unknown_pairs is not None:
        ranks = ranks.copy()
        for first, second in preference.unknown_pairs[dice.random(len(preference.unknown_pairs)) < 0.5]:
            ranks[[first, second]] = ranks[[second, first]]
    if break_ties:
        order = np.lexsort((dice.random(len(ranks)), ranks))
        ranks = np.empty(len(order), np.int64)
        ranks[order] = np.arange(len(order))
    return rank_scores(ranks.astype(np.int64))


def _draw_statements(preference: Preference, truth: Truth, dice: np.random.Generator) -> list[Truth]:
    """Truth of the statements, most important first: vague ones at a place drawn anew, unknown ones perhaps turned round."""
    drawn: list[Truth] = []
    vague: list[Truth] = []
    for statement, holds in zip(preference.statements, truth, strict=True):
        if statement.kind == "vague":
            vague.append(holds)
        else:
            drawn.append(~holds if statement.kind == "unknown" and dice.random() < 0.5 else holds)
    for holds in vague:
        drawn.insert(int(dice.integers(len(drawn) + 1)), holds)
    return drawn


def _list_open(conflict: Conflict, *, break_ties: bool) -> list[str]:
    found: list[str] = []
    for maker, preference in zip(conflict.decision_makers, conflict.preferences, strict=True):
        found += [f"{maker.name}: {s.formula.text} ({s.kind})" for s in preference.statements if s.kind != "known"]
        if preference.unknown_pairs is not None:
            pairs = [(conflict.label(int(a)), conflict.label(int(b))) for a, b in preference.unknown_pairs]
            found += [f"{maker.name}: {first} or {second} (unknown)" for first, second in pairs]
        tied = len(preference.ranks) - int(preference.ranks.max()) - 1
        if break_ties and tied:
            found.append(f"{maker.name}: {tied} ties")
    return found
