"""Simultaneous stability of two decision makers on many states, in time n * sqrt(n) instead of n * n.

For fixed own options a0 the opponent's improvements from (b0, a0) are a beginning of its options sorted by its own ranks,
so that the worst joint outcomes of all b0 come from one running minimum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from zopa.model.conflict import Conflict, Ints, Ranks
    from zopa.model.formula import Truth

_WORST = np.int32(-1)
_NEVER = np.int32(np.iinfo(np.int32).max)


def sim_two(conflict: Conflict, maker: int) -> Truth | None:
    """Where the decision maker is stable, shape (n_states,); None where this way does not apply.

    It applies to two decision makers, no merged states, an opponent without one-way options, and at least a quarter of all
    combinations feasible.
    """
    opponent = 1 - maker
    if (
        len(conflict.decision_makers) != 2
        or conflict.merged
        or conflict.mask(opponent, "to-yes", "to-no")
        or 1 << len(conflict.options) > 4 * conflict.n_states
    ):
        return None
    mine, theirs, allowed = _tables(conflict, maker)
    full = 1 << len(conflict.options) == conflict.n_states
    stable = np.ones(mine.shape, np.bool_)
    for a0 in range(mine.shape[1]):
        order = np.argsort(-theirs[:, a0], kind="stable")
        ordered = mine[order]
        outcome = _worst_outcomes(ordered, theirs[order, a0])
        if not full:
            outcome[ordered == _NEVER] = _WORST  # no move to what is not feasible
        best = outcome.max(axis=1) if allowed[a0].all() else outcome[:, allowed[a0]].max(axis=1)
        stable[order, a0] = best <= ordered[:, a0]
    return stable[_coordinates(conflict, maker)]


def _worst_outcomes(ordered: Ranks, ranks: Ranks) -> Ranks:
    """Worst joint outcome for each start and each own move, with the rows in the opponent's order, its best first.

    The opponent stays or takes an improvement: any row further up with a better rank.
    """
    worst = ordered.copy()
    for row in range(1, len(worst)):  # many times faster than np.minimum.accumulate along this axis
        np.minimum(worst[row - 1], worst[row], out=worst[row])
    better = np.searchsorted(-ranks, -ranks, side="left")
    tied = better != np.arange(len(ranks))
    if tied.any():
        above = np.r_[np.full((1, ordered.shape[1]), _NEVER), worst][better[tied]]
        worst[tied] = np.minimum(ordered[tied], above)
    return worst


def _coordinates(conflict: Conflict, maker: int) -> tuple[Ints, Ints]:
    """Row (the opponent's options) and column (own options) of each state."""
    places: list[Ints] = []
    for number in (1 - maker, maker):
        place = np.zeros(conflict.n_states, np.int64)
        bits = [bit for bit, option in enumerate(conflict.options) if option.owner == number]
        for to, bit in enumerate(bits):
            place |= ((conflict.states >> conflict.states.dtype.type(bit)).astype(np.int64) & 1) << to
        places.append(place)
    return places[0], places[1]


def _tables(conflict: Conflict, maker: int) -> tuple[Ranks, Ranks, Truth]:
    """Own ranks (`_NEVER` where not feasible), the opponent's (`_WORST`), and which own options may follow which."""
    own = [option for option in conflict.options if option.owner == maker]
    shape = (1 << len(conflict.options) - len(own), 1 << len(own))
    at = _coordinates(conflict, maker)
    mine = np.full(shape, _NEVER)
    theirs = np.full(shape, _WORST)
    mine[at] = conflict.preferences[maker].ranks
    theirs[at] = conflict.preferences[1 - maker].ranks
    rising, falling = (
        sum(1 << bit for bit, option in enumerate(own) if option.direction == way) for way in ("to-yes", "to-no")
    )
    here, there = np.arange(shape[1])[:, None], np.arange(shape[1])[None, :]
    return mine, theirs, (here & ~there & rising == 0) & (there & ~here & falling == 0)
