"""Conflict: who can do what, which combinations can be, and who prefers which; immutable arrays and labels.

A state says of every option whether it is taken. It is kept as a bit pattern (option k is bit k), never as a row of an
n x n matrix, so that a conflict may have millions of states. States that are one and the same to everybody may be merged:
then several patterns stand for one state. Moves follow from the options: a decision maker changes any of its own, in the
directions that they allow, to any feasible state.

Preferences are integer ranks, higher is better, equal is indifferent. Where a preference is unknown, the comparison is
*unknown*, which is not the same as indifferent.

Fang, Hipel and Kilgour (1993), Interactive Decision Making: The Graph Model for Conflict Resolution.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from zopa.model.formula import Formula, Patterns, Truth

Direction = Literal["both", "to-yes", "to-no"]
Kind = Literal["known", "unknown", "vague"]
Ints = NDArray[np.int64]
Ranks = NDArray[np.int32]
UNKNOWN = 2
"""What `Preference.compare` gives for two states of which nobody knows which is better."""
MAX_OPTIONS = 64
"""A pattern is one machine word."""


@dataclass(frozen=True, slots=True)
class DecisionMaker:
    """Somebody who controls options: identifier and name."""

    id: str
    name: str


@dataclass(frozen=True, slots=True)
class ConflictOption:
    """Something that a decision maker can do or leave.

    Attributes:
        id: identifier, unique within its owner.
        name: as shown.
        owner: number of the decision maker who controls it.
        direction: ``both``, ``to-yes`` (once taken it stays taken) or ``to-no`` (once left it stays left).
    """

    id: str
    name: str
    owner: int
    direction: Direction = "both"


@dataclass(frozen=True, slots=True)
class PreferenceStatement:
    """One statement of an option prioritising.

    Attributes:
        formula: what the decision maker would like to hold.
        kind: ``known``; ``unknown``: whether it is wanted or its opposite is not known; ``vague``: wanted, but how
            important it is beside the others is not known (its place in the list is then only the usual one).
    """

    formula: Formula
    kind: Kind = "known"


@dataclass(frozen=True, slots=True, eq=False)
class Preference:
    """What one decision maker prefers.

    Attributes:
        ranks: shape (n_states,), from 0 (worst) upwards without gaps, equal where indifferent. An unknown statement
            counts here as if it decided nothing.
        statements: the prioritised statements, most important first; empty where states were ranked by hand.
        truth: shape (n_statements, n_states), where each holds; kept only where a statement is unknown or vague.
        unknown_pairs: shape (n_pairs, 2), states whose comparison was declared unknown.
    """

    ranks: Ranks
    statements: tuple[PreferenceStatement, ...] = ()
    truth: Truth | None = None
    unknown_pairs: Ints | None = None

    @property
    def has_unknown(self) -> bool:
        """Whether any comparison is unknown."""
        return self.unknown_pairs is not None or any(statement.kind == "unknown" for statement in self.statements)

    def compare(self, states: Ints, others: Ints) -> NDArray[np.int8]:
        """1 where the state is better than the other, -1 worse, 0 indifferent, `UNKNOWN` unknown; elementwise.

        By statements the most important one on which two states differ decides; where it is unknown, so is the answer.
        """
        result = np.sign(self.ranks[states].astype(np.int64) - self.ranks[others]).astype(np.int8)
        if self.truth is not None and self.has_unknown:
            result[:] = 0
            for statement, holds in zip(self.statements, self.truth, strict=True):
                here, there = holds[states].astype(np.int8), holds[others].astype(np.int8)
                decides = (result == 0) & (here != there)
                result[decides] = UNKNOWN if statement.kind == "unknown" else (here - there)[decides]
        if self.unknown_pairs is not None:
            n_states = len(self.ranks)
            pairs = np.concatenate([self.unknown_pairs, self.unknown_pairs[:, ::-1]])
            result[np.isin(states * n_states + others, pairs[:, 0] * n_states + pairs[:, 1])] = UNKNOWN
        return result


@dataclass(frozen=True, slots=True, eq=False)
class Conflict:
    """Decision makers, options, states and preferences.

    Attributes:
        decision_makers: in the order of the case; at least one.
        options: option k is bit k of a pattern.
        patterns: shape (n_patterns,), all feasible patterns in ascending order.
        state_of: shape (n_patterns,), the state that each pattern belongs to; states are numbered by their lowest pattern.
        states: shape (n_states,), the lowest pattern of each state.
        varies: shape (n_states,), bits in which the patterns of a merged state differ; 0 for a single pattern.
        preferences: one for each decision maker.
        status_quo: number of the state at the start, or None where it is not said.
        infeasible: the formulas that ruled patterns out, as far as formulas did.
        merging: the formulas that merged patterns.
    """

    decision_makers: tuple[DecisionMaker, ...]
    options: tuple[ConflictOption, ...]
    patterns: Patterns
    state_of: Ranks
    states: Patterns
    varies: Patterns
    preferences: tuple[Preference, ...]
    status_quo: int | None = None
    infeasible: tuple[Formula, ...] = ()
    merging: tuple[Formula, ...] = ()

    @property
    def n_states(self) -> int:
        """How many states there are."""
        return len(self.states)

    @property
    def merged(self) -> bool:
        """Whether several patterns stand for one state anywhere."""
        return len(self.patterns) != len(self.states)

    @property
    def has_unknown(self) -> bool:
        """Whether anybody's preference is unknown anywhere."""
        return any(preference.has_unknown for preference in self.preferences)

    def mask(self, decision_maker: int, *directions: Direction) -> int:
        """Bits of the options of a decision maker, only those of the given directions where any is given."""
        return sum(
            1 << bit
            for bit, option in enumerate(self.options)
            if option.owner == decision_maker and (not directions or option.direction in directions)
        )

    def label(self, state: int) -> str:
        """The state in option order: Y taken, N left, - either (a merged state)."""
        pattern, varies = int(self.states[state]), int(self.varies[state])
        return "".join(
            "-" if varies >> bit & 1 else "Y" if pattern >> bit & 1 else "N" for bit in range(len(self.options))
        )

    def find_state(self, label: str) -> int | None:
        """Number of the state with this label, or None; a full pattern also finds the merged state that it is part of."""
        if len(label) != len(self.options) or set(label) - set("YN-"):
            return None
        at = self.find_patterns(np.array([sum(1 << k for k, c in enumerate(label) if c == "Y")], self.patterns.dtype))
        if at[0] < 0:
            return None
        state = int(self.state_of[at[0]])
        return state if "-" not in label or self.label(state) == label else None

    def find_patterns(self, patterns: Patterns) -> Ints:
        """Place of each pattern in `patterns`, -1 where it is not feasible."""
        at = np.searchsorted(self.patterns, patterns).astype(np.int64)
        at[at == len(self.patterns)] = 0
        at[self.patterns[at] != patterns] = -1
        return at

    def members(self, state: int) -> Ints:
        """Places in `patterns` of the patterns of a state."""
        if not self.merged:
            return np.array([state])
        return np.flatnonzero(self.state_of == state).astype(np.int64)

    def moves(self, decision_maker: int, state: int) -> Ints:
        """States that the decision maker can reach in one move, ascending; never the state itself."""
        kind: Any = self.patterns.dtype.type
        fixed = kind(~self.mask(decision_maker) & (1 << 8 * self.patterns.itemsize) - 1)
        rising = kind(self.mask(decision_maker, "to-yes"))
        falling = kind(self.mask(decision_maker, "to-no"))
        found: list[Ints] = []
        for pattern in self.patterns[self.members(state)]:
            allowed = (self.patterns ^ pattern) & fixed == 0
            if rising or falling:
                allowed &= (pattern & ~self.patterns & rising == 0) & (self.patterns & ~pattern & falling == 0)
            found.append(self.state_of[np.flatnonzero(allowed)].astype(np.int64))
        reached = np.unique(np.concatenate(found))
        return reached[reached != state]

    def improvements(self, decision_maker: int, state: int) -> Ints:
        """States that it can reach in one move and prefers, best first."""
        reached = self.moves(decision_maker, state)
        ranks = self.preferences[decision_maker].ranks
        better = reached[ranks[reached] > ranks[state]]
        return better[np.argsort(-ranks[better], kind="stable")]
