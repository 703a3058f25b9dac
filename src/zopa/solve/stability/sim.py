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
    from collections.abc import Callable, Sequence

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
    """For each of some patterns, the own options that one decision maker may choose: staying, then its improvements.

    Attributes:
        first: shape (n,), where the choices of each pattern begin.
        counts: shape (n,).
        bits: the chosen own options, by pattern.
    """

    first: Ints
    counts: Ints
    bits: Patterns

    def moves(self, wanted: Truth) -> tuple[Ints, Patterns]:
        """Of the wanted patterns the improvements alone: number of the pattern, and own options."""
        row = np.repeat(np.arange(len(self.counts)), self.counts)
        kept = wanted[row]
        kept[self.first] = False
        return row[kept], self.bits[kept]


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

    def choices(self, places: Ints) -> _Choices:
        """From each place the own options that it has and those of every improvement."""
        sizes = self.sizes[places]
        rows = np.repeat(np.arange(len(places)), sizes)
        within = np.arange(len(rows)) - np.repeat(np.cumsum(sizes) - sizes, sizes)
        there = self._order[np.repeat(self._starts[places], sizes) + within]
        good = self.ranks[there] > np.repeat(self.ranks[places], sizes)
        rows, there = rows[good], there[good]
        if self._rising or self._falling:
            old, new = self._patterns[places[rows]], self._patterns[there]
            good = (old & ~new & self._rising == 0) & (new & ~old & self._falling == 0)
            rows, there = rows[good], there[good]
        counts = np.bincount(rows, minlength=len(places)) + 1
        first = np.cumsum(counts) - counts
        bits = np.empty(len(rows) + len(places), self._patterns.dtype)
        staying = np.zeros(len(bits), np.bool_)
        staying[first] = True
        bits[staying] = self._patterns[places] & self._own
        bits[~staying] = self._patterns[there] & self._own
        return _Choices(first, counts, bits)


def sim(conflict: Conflict, makers: Sequence[int], possible: Truth | None = None) -> Truth:
    """Where every improvement can be undone by what the others do at the same time, shape (len(makers), n_states).

    A merged state is stable where each of its patterns is. Without others it is Nash stability.

    Args:
        conflict: options, states and preferences.
        makers: numbers of the decision makers to answer for.
        possible: of the shape of the answer: states that may be stable at all, where that is known.
    """
    fast = [sim_two(conflict, maker) for maker in makers]
    if fast and all(part is not None for part in fast):
        return np.array(fast)
    unstable = np.zeros((len(makers), len(conflict.patterns)), np.bool_)
    if possible is not None:
        unstable = ~possible[:, conflict.state_of]
    improvements = [_Improvements(conflict, number) for number in range(len(conflict.decision_makers))]
    values = [_lookup(conflict, improvements[maker].ranks) for maker in makers]
    step = max(_ROOM // max(int(part.sizes.max()) for part in improvements), 1)
    for start in range(0, len(conflict.patterns), step):
        places = np.arange(start, min(start + step, len(conflict.patterns)))
        choices = [part.choices(places) for part in improvements]
        for row, maker in enumerate(makers):
            level = improvements[maker].ranks[places]
            open_ = ~unstable[row, places]
            unstable[row, start + _undeterred(choices, maker, level, open_, values[row])] = True
    stable = np.ones((len(makers), conflict.n_states), np.bool_)
    for row in range(len(makers)):
        stable[row, conflict.state_of[unstable[row]]] = False
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
    choices: list[_Choices], maker: int, level: Ints, open_: Truth, value: Callable[[Patterns], Ints]
) -> Ints:
    """Places among the `open_` ones with an improvement that no joint answer undoes; answers come in growing batches."""
    answers = [part for number, part in enumerate(choices) if number != maker]
    total: NDArray[np.float64] = np.ones(len(level))
    for answer in answers:
        total = total * answer.counts
    row, bits = choices[maker].moves(open_)  # one entry for each improvement that is not yet deterred
    found: list[Ints] = []
    tried, batch = 1, 1  # the first joint answer is that everybody stays
    while len(row):
        spent = total[row] <= tried
        found.append(_distinct(row[spent]))
        lost = np.zeros(len(level), np.bool_)
        lost[found[-1]] = True
        row, bits = row[~lost[row]], bits[~lost[row]]
        alive = _distinct(row)
        batch = min(batch, max(_ROOM // max(len(row), 1), 1))
        joint = _joint_answers(answers, alive, tried + np.arange(batch), total)
        at = np.searchsorted(alive, row)
        undone = (value(joint[at] | bits[:, None]) <= level[row][:, None]).any(axis=1)
        row, bits = row[~undone], bits[~undone]
        tried, batch = tried + batch, 2 * batch
    return np.concatenate(found) if found else np.zeros(0, np.int64)


def _distinct(ascending: Ints) -> Ints:
    return ascending[np.r_[True, ascending[1:] != ascending[:-1]]] if len(ascending) else ascending


def _joint_answers(answers: list[_Choices], rows: Ints, numbers: Ints, total: NDArray[np.float64]) -> Patterns:
    """The others' options in the answers of these numbers, shape (n_rows, n_numbers); beyond the last one, the last."""
    left = np.minimum(numbers, total[rows][:, None] - 1).astype(np.int64)
    joint = np.zeros(left.shape, answers[0].bits.dtype) if answers else np.zeros(left.shape, np.uint32)
    for answer in answers:
        left, digit = np.divmod(left, answer.counts[rows][:, None])
        joint |= answer.bits[answer.first[rows][:, None] + digit]
    return joint
