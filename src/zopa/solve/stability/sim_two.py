"""Simultaneous stability of two decision makers on many states, in time n * sqrt(n) instead of n * n.

For fixed own options a0 the opponent's improvements from (b0, a0) are a beginning of its options sorted by its own ranks,
so that the worst joint outcomes of all b0 come from one running minimum.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from zopa.model.conflict import Conflict, ConflictOption, Ints, Ranks
    from zopa.model.formula import Truth

_WORST = np.int32(-1)
_NEVER = np.int32(np.iinfo(np.int32).max)
_MAX_STAGES = 64
"""Six one-way options; with more, the pairs of stages outweigh what is won."""


def sim_two(conflict: Conflict, maker: int) -> Truth | None:
    """Where the decision maker is stable, shape (n_states,); None where this way does not apply.

    It applies to two decision makers, no merged states, at most `_MAX_STAGES` stages of the opponent's one-way options, and at
    least a quarter of all combinations feasible.
    """
    if (
        len(conflict.decision_makers) != 2
        or conflict.merged
        or 1 << conflict.mask(1 - maker, "to-yes", "to-no").bit_count() > _MAX_STAGES
        or 1 << len(conflict.options) > 4 * conflict.n_states
    ):
        return None
    mine, theirs, allowed = _tables(conflict, maker)
    stages = _stages(conflict, 1 - maker, mine)
    stable = np.ones(mine.shape, np.bool_)
    for a0 in range(mine.shape[1]):
        for stage in stages:
            stage.sort(theirs[:, a0])
        for stage in stages:
            outcome = stage.find_outcomes(theirs[:, a0], stages)
            best = outcome.max(axis=1) if allowed[a0].all() else outcome[:, allowed[a0]].max(axis=1)
            stable[stage.rows, a0] = best <= stage.mine[:, a0]
    return stable[_coordinates(conflict, maker)]


class _Stage:
    """Rows of the table in which the opponent's one-way options have gone equally far.

    The opponent stays, or takes a row with a better rank whose stage has everything that the stage of the start has. In each
    stage these rows are a beginning of its rows by rank, so that a running least holds the answer. Arrays are made once and
    filled anew for each of the own options: the system's handing out of memory would take most of the time.
    """

    def __init__(self, bits: int, rows: Ints, mine: Ranks) -> None:
        self.bits, self.rows, self.mine = bits, rows, mine[rows]
        self._missing = self.mine == _NEVER
        self._full = not self._missing.any()
        self._least = np.full((len(rows) + 1, mine.shape[1]), _NEVER)
        self._falling = np.zeros(len(rows), np.int32)
        self._picked, self._outcome = np.empty_like(self.mine), np.empty_like(self.mine)

    def sort(self, ranks: Ranks) -> None:
        """Sort the rows by the opponent's ranks, its best first, and find the running least of the own ones."""
        order = np.argsort(-ranks[self.rows], kind="stable")
        self._falling = -ranks[self.rows[order]]
        least = self._least
        np.take(self.mine, order, axis=0, out=least[1:], mode="clip")
        for row in range(2, len(least)):  # many times faster than np.minimum.accumulate along this axis
            np.minimum(least[row - 1], least[row], out=least[row])

    def find_outcomes(self, ranks: Ranks, stages: list[_Stage]) -> Ranks:
        """Worst joint outcome for each row to start from and each own move, `_WORST` where the move is not feasible."""
        outcome = self.mine
        for other in stages:
            if self.bits & ~other.bits == 0:
                better = np.searchsorted(other._falling, -ranks[self.rows], side="left")
                np.take(other._least, better, axis=0, out=self._picked, mode="clip")
                outcome = np.minimum(outcome, self._picked, out=self._outcome)
        if not self._full:
            np.copyto(outcome, _WORST, where=self._missing)
        return outcome


def _stages(conflict: Conflict, maker: int, mine: Ranks) -> list[_Stage]:
    """The rows by how far the decision maker's one-way options have gone; a bit that is set stays set."""
    own = [option for option in conflict.options if option.owner == maker]
    rising, falling = (_directed(own, way) for way in ("to-yes", "to-no"))
    rows = np.arange(1 << len(own))
    stage = (rows & rising) | (~rows & falling)
    return [_Stage(int(bits), np.flatnonzero(stage == bits), mine) for bits in np.unique(stage)]


def _directed(own: list[ConflictOption], way: str) -> int:
    return sum(1 << bit for bit, option in enumerate(own) if option.direction == way)


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
    rising, falling = (_directed(own, way) for way in ("to-yes", "to-no"))
    here, there = np.arange(shape[1])[:, None], np.arange(shape[1])[None, :]
    return mine, theirs, (here & ~there & rising == 0) & (there & ~here & falling == 0)
