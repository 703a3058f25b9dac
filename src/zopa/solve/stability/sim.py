"""Simultaneous stability: an improvement does not pay if the others, acting at the same time, can make it turn out no better.

Fraser and Hipel (1979, 1984), Conflict Analysis: Models and Resolutions. In option form: the decision maker moves from s to
s1; each other stays or takes one of its own improvements from s; the joint state has everybody's own options as each chose
them. It must be feasible and no better than s to deter.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.stability.sim_two import sim_two

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from zopa.model.conflict import Conflict, Ints
    from zopa.model.formula import Patterns, Truth

_ROOM = 1 << 21
"""Pairs or joint states looked at in one go: some tens of megabytes."""
_TABLE = 1 << 22
"""Up to so many patterns, feasible or not, values are looked up in a table instead of by search."""
NOTHING = np.int64(1 << 32)


@dataclass(frozen=True, slots=True, eq=False)
class _Choices:
    """For each of some patterns, the own options of one decision maker that it may choose; sorted by pattern.

    Attributes:
        first: shape (n,), where the choices of each pattern begin.
        counts: shape (n,).
        bits: the chosen own options.
    """

    first: Ints
    counts: Ints
    bits: Patterns


class _Improvements:
    """Improvements of one decision maker from given patterns, found block by block."""

    def __init__(self, conflict: Conflict, maker: int) -> None:
        word: Any = conflict.patterns.dtype.type
        self._patterns = conflict.patterns
        self._own: np.unsignedinteger[Any] = word(conflict.mask(maker))
        self._rising, self._falling = (word(conflict.mask(maker, way)) for way in ("to-yes", "to-no"))
        self.ranks = conflict.preferences[maker].ranks[conflict.state_of].astype(np.int64)
        fixed: Patterns = conflict.patterns & ~self._own
        self._order = np.argsort(fixed, kind="stable")
        ordered: Patterns = fixed[self._order]
        self._starts: Ints = np.searchsorted(ordered, fixed, side="left")
        self.sizes: Ints = np.searchsorted(ordered, fixed, side="right") - self._starts

    def choices(self, places: Ints, *, stay: bool) -> _Choices:
        """Own options of every improvement from each place; with `stay` those that it has come first."""
        sizes = self.sizes[places]
        rows = np.repeat(np.arange(len(places)), sizes)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        there = self._order[np.repeat(self._starts[places], sizes) + within]
        here = places[rows]
        old, new = self._patterns[here], self._patterns[there]
        good = (
            (self.ranks[there] > self.ranks[here])
            & (old & ~new & self._rising == 0)
            & (new & ~old & self._falling == 0)
        )
        rows, bits = rows[good], new[good] & self._own
        counts = np.bincount(rows, minlength=len(places))
        if stay:
            bits = np.insert(bits, np.cumsum(counts) - counts, self._patterns[places] & self._own)
            counts = counts + 1
        return _Choices(np.cumsum(counts) - counts, counts, bits)


def sim(conflict: Conflict, maker: int, possible: Truth | None = None) -> Truth:
    """Where every improvement can be undone by what the others do at the same time, shape (n_states,).

    A merged state is stable where each of its patterns is. Without others it is Nash stability.

    Args:
        conflict: options, states and preferences.
        maker: number of the decision maker.
        possible: states that may be stable at all, if that is known; the others are not looked at.
    """
    fast = sim_two(conflict, maker)
    if fast is not None:
        return fast
    improvements = [_Improvements(conflict, number) for number in range(len(conflict.decision_makers))]
    others = [part for number, part in enumerate(improvements) if number != maker]
    value = _lookup(conflict, improvements[maker].ranks)
    unstable = np.zeros(len(conflict.patterns), np.bool_)
    places = np.arange(len(conflict.patterns))
    if possible is not None:
        unstable = ~possible[conflict.state_of]
        places = places[~unstable]
    widest = max(int(part.sizes.max()) for part in improvements)
    step = max(_ROOM // widest, 1)
    for start in range(0, len(places), step):
        chunk = places[start : start + step]
        unstable[chunk[_undeterred(chunk, improvements[maker], others, value)]] = True
    stable = np.ones(conflict.n_states, np.bool_)
    stable[conflict.state_of[unstable]] = False
    return stable


def _lookup(conflict: Conflict, ranks: Ints) -> Callable[[Patterns], Ints]:
    """Rank of a pattern, `NOTHING` where it is not feasible."""
    if 1 << len(conflict.options) <= _TABLE:
        table = np.full(1 << len(conflict.options), NOTHING)
        table[conflict.patterns] = ranks
        return lambda patterns: table[patterns]
    padded = np.r_[ranks, NOTHING]
    return lambda patterns: padded[conflict.find_patterns(patterns)]


def _undeterred(
    places: Ints,
    own: _Improvements,
    others: list[_Improvements],
    value: Callable[[Patterns], Ints],
) -> Ints:
    """Which of the places have an improvement that no joint answer undoes; answers are tried in growing batches."""
    moves = own.choices(places, stay=False)
    answers = [other.choices(places, stay=True) for other in others]
    total = (
        np.prod([answer.counts for answer in answers], axis=0, dtype=np.float64) if answers else np.ones(len(places))
    )
    level = own.ranks[places]
    row = np.repeat(np.arange(len(places)), moves.counts)  # one entry for each improvement that is not yet deterred
    bits = moves.bits
    found: list[Ints] = []
    tried, batch = 1, 1  # the first joint answer is that everybody stays
    while len(row):
        spent = total[row] <= tried
        found.append(np.unique(row[spent]))
        lost = np.zeros(len(places), np.bool_)
        lost[found[-1]] = True
        row, bits = row[~lost[row]], bits[~lost[row]]
        alive = np.unique(row)
        batch = min(batch, max(_ROOM // max(len(row), 1), 1))
        joint = _joint_answers(answers, alive, tried + np.arange(batch), total)
        at = np.searchsorted(alive, row)
        undone = np.zeros(len(row), np.bool_)
        for answer in joint.T:
            undone |= value(answer[at] | bits) <= level[row]
        row, bits = row[~undone], bits[~undone]
        tried, batch = tried + batch, 2 * batch
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _joint_answers(answers: list[_Choices], rows: Ints, numbers: Ints, total: NDArray[np.float64]) -> Patterns:
    """The others' options in the answers of these numbers, shape (n_rows, n_numbers); beyond the last one, the last."""
    left = np.minimum(numbers, total[rows][:, None] - 1).astype(np.int64)
    joint = np.zeros(left.shape, answers[0].bits.dtype) if answers else np.zeros(left.shape, np.uint32)
    for answer in answers:
        left, digit = np.divmod(left, answer.counts[rows][:, None])
        joint |= answer.bits[answer.first[rows][:, None] + digit]
    return joint
