"""All feasible states as bit patterns, without building the infeasible ones first; merging; a limit before memory is spent."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.model.conflict import Ranks
    from zopa.model.formula import Formula, Patterns

MAX_STATES = 1 << 22
"""About four million: two decision makers are then analysed in some ten seconds and two GiB."""


class TooManyStatesError(Exception):
    """More states are feasible, or would have to be looked at, than the limit allows; `count` of them at least."""

    def __init__(self, count: int, free: int) -> None:
        super().__init__(count, free)
        self.count = count
        self.free = free


def pattern_type(n_options: int) -> type[np.unsignedinteger[Any]]:
    """The machine word that holds one bit for each option."""
    return np.uint32 if n_options <= 32 else np.uint64


def find_feasible(n_options: int, infeasible: Sequence[Formula], limit: int = MAX_STATES) -> Patterns:
    """All patterns in which no formula of `infeasible` holds, in ascending order; empty if there is none.

    Options are added one at a time, those that complete a formula soonest first, and each formula prunes as soon as all
    its options are there. Options that no formula names only multiply, so their number is checked before anything else.

    Raises:
        TooManyStatesError: more than `limit` patterns would be needed at any time.
    """
    kind = pattern_type(n_options)
    named = frozenset[int]().union(*(formula.options() for formula in infeasible))
    free = [option for option in range(n_options) if option not in named]
    if 1 << len(free) > limit:
        raise TooManyStatesError(1 << len(free), len(free))
    patterns = np.zeros(1, kind)
    present: set[int] = set()
    waiting = sorted(infeasible, key=lambda formula: len(formula.options()))
    while waiting:
        formula = min(waiting, key=lambda formula: len(formula.options() - present))
        waiting.remove(formula)
        for option in sorted(formula.options() - present):
            patterns = _add_option(patterns, option, limit, len(free))
            present.add(option)
        patterns = patterns[~formula.evaluate(patterns)]
    if len(patterns) << len(free) > limit:
        raise TooManyStatesError(len(patterns) << len(free), len(free))
    for option in free:
        patterns = _add_option(patterns, option, limit, len(free))
    patterns.sort()
    return patterns


def _add_option(patterns: Patterns, option: int, limit: int, free: int) -> Patterns:
    if 2 * len(patterns) > limit:
        raise TooManyStatesError(2 * len(patterns), free)
    return np.concatenate([patterns, patterns | patterns.dtype.type(1 << option)])


def merge_states(patterns: Patterns, merged: Sequence[Formula]) -> tuple[Ranks, Patterns, Patterns]:
    """Make one state of all patterns in which a formula of `merged` holds, formula by formula.

    Returns:
        `state_of`, `states` and `varies` as in `Conflict`. Groups that share a pattern become one.
    """
    group = np.arange(len(patterns), dtype=np.int32)
    for formula in merged:
        inside = np.unique(group[formula.evaluate(patterns)])
        if len(inside):
            group[np.isin(group, inside)] = inside[0]
    lowest, state_of = np.unique(group, return_inverse=True)
    states = patterns[lowest]
    varies = np.zeros(len(states), patterns.dtype)
    if len(states) < len(patterns):
        np.bitwise_or.at(varies, state_of, patterns ^ states[state_of])
    return state_of.astype(np.int32), states, varies
