"""Stability where preferences are unknown: four extensions of each concept.

Li, Hipel, Kilgour and Fang (2004), IEEE Transactions on Systems, Man and Cybernetics A 34:507-520. Extensions ``a`` and ``c``
let a decision maker leave for what is better or unknown, ``b`` and ``d`` only for what is better; in ``a`` and ``b`` only what is
surely no better deters, in ``c`` and ``d`` the unknown deters too. So ``a`` finds the states that hold whatever the unknown turns
out to be, as far as the decision maker itself is concerned. The answers of others under SEQ, and here under SIM too, are moves
to what each of them prefers or may prefer. SIM is not in the paper; it is extended in the same manner.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np

from zopa.model.conflict import UNKNOWN
from zopa.solve.stability.equilibria import CONCEPTS, Concept
from zopa.solve.stability.graph import legal_after
from zopa.solve.stability.moves import ListedMoves, StabilityLimitError, list_moves

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.model.conflict import Conflict, Ints
    from zopa.model.formula import Patterns, Truth

Extension = Literal["a", "b", "c", "d"]
EXTENSIONS: tuple[Extension, ...] = ("a", "b", "c", "d")
MAX_UNCERTAIN_STATES = 1 << 12
"""Each state is swept by itself, so the time grows with the square of their number; this many take about a minute."""


@dataclass(frozen=True, slots=True, eq=False)
class _Parts:
    """What all questions about one conflict share: moves one by one, and those to what is better or unknown."""

    conflict: Conflict
    moves: tuple[ListedMoves, ...]
    hopeful: tuple[ListedMoves, ...]


def find_uncertain(
    conflict: Conflict, extensions: Sequence[Extension] = EXTENSIONS, concepts: Sequence[Concept] = CONCEPTS
) -> dict[Extension, dict[Concept, Truth]]:
    """Stability under unknown preferences: for each extension and concept an array of shape (n_makers, n_states).

    Without anything unknown all four extensions are the ordinary concepts.

    Raises:
        StabilityLimitError: more than `MAX_UNCERTAIN_STATES` states.
    """
    if conflict.n_states > MAX_UNCERTAIN_STATES:
        raise StabilityLimitError("states to sweep one by one", conflict.n_states, MAX_UNCERTAIN_STATES)
    makers = range(len(conflict.decision_makers))
    moves = tuple(list_moves(conflict, maker) for maker in makers)
    hopeful = tuple(
        listed.keep(conflict.preferences[maker].compare(listed.targets, listed.sources) > 0)
        for maker, listed in enumerate(moves)
    )
    parts = _Parts(conflict, moves, hopeful)
    found: dict[Extension, dict[Concept, Truth]] = {
        extension: {concept: np.ones((len(makers), conflict.n_states), np.bool_) for concept in concepts}
        for extension in extensions
    }
    for maker in makers:
        for state in range(conflict.n_states):
            relation = conflict.preferences[maker].compare(
                np.arange(conflict.n_states), np.full(conflict.n_states, state)
            )
            for extension in extensions:
                for concept in concepts:
                    stable = _is_stable(parts, maker, state, concept, _Rule(extension, relation))
                    found[extension][concept][maker, state] = stable
    return found


@dataclass(frozen=True, slots=True, eq=False)
class _Rule:
    """What counts as leaving, deterring and escaping, for states compared with the one in question (shape (n_states,))."""

    extension: Extension
    relation: Any

    @property
    def leaves(self) -> Truth:
        return self.relation > 0 if self.extension in "ac" else self.relation == 1

    @property
    def deters(self) -> Truth:
        return (self.relation <= 0) | ((self.relation == UNKNOWN) & (self.extension in "cd"))

    @property
    def escapes(self) -> Truth:
        return self.relation > 0 if self.extension in "ab" else self.relation == 1


def _is_stable(parts: _Parts, maker: int, state: int, concept: Concept, rule: _Rule) -> bool:
    reached = parts.moves[maker].from_state(state)
    leaving = reached[rule.leaves[reached]]
    if concept == "nash" or not len(leaving):
        return not len(leaving)
    if concept == "sim":
        return _is_simultaneous(parts, maker, state, rule)
    others = [listed for number, listed in enumerate(parts.moves) if number != maker]
    deterrents = rule.deters
    if concept == "smr":
        escapes = parts.moves[maker].least(np.where(rule.escapes, 0, 1).astype(np.int64)) == 0
        deterrents = deterrents & ~escapes
    if concept == "seq":
        others = [listed for number, listed in enumerate(parts.hopeful) if number != maker]
    return bool(_answered(others, deterrents, leaving).all())


def _answered(others: list[ListedMoves], deterrents: Truth, leaving: Ints) -> Truth:
    """Which of the states after leaving the others can take, in at least one move, to a deterrent.

    A state to leave for may itself be a deterrent, where the unknown counts as both, so that no move is not enough.
    """
    found = np.zeros(len(leaving), np.bool_)
    after = legal_after(others, np.where(deterrents, 0, 1).astype(np.int64), transitive=False)[1]
    for other, least in zip(others, after, strict=True):
        found |= other.least(least)[leaving] == 0
    return found


def _is_simultaneous(parts: _Parts, maker: int, state: int, rule: _Rule) -> bool:
    conflict = parts.conflict
    for member in conflict.members(state):
        pattern = conflict.patterns[member]
        rest = np.zeros(1, conflict.patterns.dtype)
        for other in range(len(conflict.decision_makers)):
            if other != maker:
                chosen = _own_choices(conflict, other, pattern, state, rule=None)
                rest = np.bitwise_or.outer(
                    rest, np.append(chosen, pattern & chosen.dtype.type(conflict.mask(other)))
                ).ravel()
        for own in _own_choices(conflict, maker, pattern, state, rule=rule):
            at = conflict.find_patterns(rest | own)
            if not rule.deters[conflict.state_of[at[at >= 0]]].any():
                return False
    return True


def _own_choices(conflict: Conflict, maker: int, pattern: Any, state: int, rule: _Rule | None) -> Patterns:
    """Own options in every move from one pattern to what is better or unknown, or by the rule to what one would leave for."""
    word = conflict.patterns.dtype.type
    own, rising, falling = (
        word(conflict.mask(maker)),
        word(conflict.mask(maker, "to-yes")),
        word(conflict.mask(maker, "to-no")),
    )
    there = conflict.patterns[(conflict.patterns ^ pattern) & ~own == 0]
    there = there[(pattern & ~there & rising == 0) & (there & ~pattern & falling == 0)]
    states = conflict.state_of[conflict.find_patterns(there)].astype(np.int64)
    if rule is not None:
        return there[rule.leaves[states]] & own
    return there[conflict.preferences[maker].compare(states, np.full(len(states), state)) > 0] & own
