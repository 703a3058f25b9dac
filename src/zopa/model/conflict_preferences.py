"""From statements or rankings to integer ranks: exact for any number of statements.

Option prioritising: the score of a state is the sum over its true statements of 2^(k-j), so that each statement outweighs
all later ones together (Peng, Hipel and Kilgour 1997). Only the order of the scores matters, so states are ordered statement
by statement and ranked again before a machine word overflows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.model.conflict import Ints, Preference, PreferenceStatement, Ranks

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.model.formula import Formula, Patterns, Truth

_SMALL = 1 << 22
"""Scores below this are ranked by a table instead of a sort."""


def rank_scores(scores: Ints) -> Ranks:
    """Ranks from 0 without gaps, in the order of the scores; equal where they are equal."""
    if len(scores) and scores.min() >= 0 and scores.max() < _SMALL:
        present = np.zeros(int(scores.max()) + 1, np.bool_)
        present[scores] = True
        return (np.cumsum(present) - 1)[scores].astype(np.int32)
    return np.unique(scores, return_inverse=True)[1].astype(np.int32)


def rank_truth(truth: Sequence[Truth], n_states: int) -> Ranks:
    """Ranks by prioritised statements, most important first; all equal without statements."""
    scores = np.zeros(n_states, np.int64)
    room = 1
    for holds in truth:
        if room >= 1 << 61:
            scores = rank_scores(scores).astype(np.int64)
            room = n_states
        scores = 2 * scores + holds
        room *= 2
    return rank_scores(scores)


def prioritise(
    statements: Sequence[PreferenceStatement], states: Patterns, unknown_pairs: Ints | None = None
) -> Preference:
    """Preference by option prioritising; a merged state is judged by its lowest pattern."""
    sure = all(statement.kind == "known" for statement in statements)
    truth = None if sure else np.array([statement.formula.evaluate(states) for statement in statements])
    known = (
        (statement.formula.evaluate(states) for statement in statements)
        if truth is None
        else [row for row, statement in zip(truth, statements, strict=True) if statement.kind != "unknown"]
    )
    return Preference(rank_truth(list(known), len(states)), tuple(statements), truth, unknown_pairs)


def always_opposite(first: Formula, second: Formula, limit: int = 12) -> bool | None:
    """Whether two statements contradict each other in every combination of their options; None beyond `limit` options."""
    named = sorted(first.options() | second.options())
    if len(named) > limit:
        return None
    small = np.arange(1 << len(named), dtype=np.uint64)
    patterns = np.zeros(len(small), np.uint64)
    for place, option in enumerate(named):
        patterns |= (small >> np.uint64(place) & np.uint64(1)) << np.uint64(option)
    return bool((first.evaluate(patterns) != second.evaluate(patterns)).all())
