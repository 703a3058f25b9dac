"""The inverse question: which fewest changes of preference would make a state hold?

Kinsara, Kilgour and Hipel (2015), Inverse approach to the graph model, asked for all preferences that do and tried every
permutation. Here the rankings are 0-1 variables of a linear program: x(s, q) says that s is at least as good as q. What it
minimises is the distance of Kendall (1938) with ties as in Kemeny (1959): a pair turned round counts 1, a pair that becomes tied
or untied counts 1/2.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from zopa.model.conflict_preferences import rank_scores
from zopa.solve.stability.equilibria import Concept, find_stable
from zopa.solve.stability.inverse_rules import require_stable
from zopa.solve.stability.moves import StabilityLimitError
from zopa.solve.stability.preferences import with_ranks
from zopa.solve.stability.program import Program

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.model.conflict import Conflict, Ranks

MAX_INVERSE_STATES = 40
"""Each decision maker has a variable for every ordered pair of states; this many are solved in some seconds."""
Relation = Literal["better", "worse", "same"]
_RELATIONS: dict[int, Relation] = {1: "better", -1: "worse", 0: "same"}


@dataclass(frozen=True, slots=True)
class PreferenceChange:
    """One pair of states that a decision maker would have to compare otherwise: numbers, and how `state` compares."""

    maker: int
    state: int
    other: int
    before: Relation
    after: Relation

    @property
    def weight(self) -> float:
        """1 where the pair is turned round, 1/2 where it becomes tied or untied."""
        return 0.5 if "same" in (self.before, self.after) else 1.0


@dataclass(frozen=True, slots=True, eq=False)
class Persuasion:
    """The cheapest persuasion.

    Attributes:
        state: what is to hold.
        concept: in which sense.
        distance: pairs turned round, ties made or broken counting 1/2; 0 where the state holds already; None where no change
            of those who may change is enough.
        changes: all pairs concerned.
        ranks: the new ranks of every decision maker, shape (n_states,) each; empty where `distance` is None.
    """

    state: int
    concept: Concept
    distance: float | None
    changes: tuple[PreferenceChange, ...]
    ranks: tuple[Ranks, ...]


def find_persuasion(
    conflict: Conflict,
    state: int,
    concept: Concept,
    *,
    frozen: Sequence[int] = (),
    kept: Sequence[tuple[int, int, int]] = (),
    ties: bool = True,
) -> Persuasion:
    """Fewest preference changes that make a state an equilibrium under a concept.

    Args:
        conflict: preferences that are unknown count as indifferent.
        state: number of the state that is to hold.
        concept: any of the five.
        frozen: decision makers whose preferences cannot change.
        kept: (decision maker, state, other state) of single comparisons that cannot change.
        ties: whether a strict preference may become indifference; otherwise it can only be turned round.

    Returns:
        One cheapest answer, checked by solving the changed conflict; there may be others as cheap.

    Raises:
        StabilityLimitError: more than `MAX_INVERSE_STATES` states.
    """
    if conflict.n_states > MAX_INVERSE_STATES:
        raise StabilityLimitError("states to rank anew", conflict.n_states, MAX_INVERSE_STATES)
    program = Program([preference.ranks for preference in conflict.preferences], frozen=frozen, ties=ties)
    for maker, first, second in kept:
        program.keep(maker, first, second)
    for maker in range(len(conflict.decision_makers)):
        require_stable(program, conflict, maker, state, concept)
    scores = program.solve()
    if scores is None:
        return Persuasion(state, concept, None, (), ())
    renewed = tuple(rank_scores(score) for score in scores)
    if not find_stable(with_ranks(conflict, renewed), [concept]).equilibria(concept)[state]:
        raise AssertionError("the program's answer does not hold")
    changes = tuple(_list_changes(conflict, renewed))
    return Persuasion(state, concept, sum(change.weight for change in changes), changes, renewed)


def _list_changes(conflict: Conflict, renewed: Sequence[Ranks]) -> list[PreferenceChange]:
    found: list[PreferenceChange] = []
    for maker, (preference, ranks) in enumerate(zip(conflict.preferences, renewed, strict=True)):
        before = np.sign(preference.ranks[:, None].astype(np.int64) - preference.ranks[None, :])
        after = np.sign(ranks[:, None].astype(np.int64) - ranks[None, :])
        found += [
            PreferenceChange(maker, int(s), int(q), _RELATIONS[int(before[s, q])], _RELATIONS[int(after[s, q])])
            for s, q in np.argwhere(np.triu(before != after, 1))
        ]
    return found
