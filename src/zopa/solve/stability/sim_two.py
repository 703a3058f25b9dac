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
    stable = np.ones(mine.shape, np.bool_)
    for a0 in range(mine.shape[1]):
        order = np.argsort(-theirs[:, a0], kind="stable")
        sorted_ranks = -theirs[order, a0]
        better = np.searchsorted(sorted_ranks, -theirs[:, a0], side="left")  # how many answers are improvements
        worst = np.empty((len(order) + 1, mine.shape[1]), np.int32)
        worst[0] = _NEVER
        np.minimum.accumulate(mine[order], axis=0, out=worst[1:])
        outcome = np.minimum(mine, worst[better])
        outcome[mine == _NEVER] = _WORST  # no move to what is not feasible
        best = outcome[:, allowed[a0]].max(axis=1) if not allowed[a0].all() else outcome.max(axis=1)
        stable[:, a0] = best <= mine[:, a0]
    return stable[_coordinates(conflict, maker)]


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
