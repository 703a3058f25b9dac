"""What a decision maker can reach from every state at once: the least or most of a value over its moves.

All concepts are max-min sweeps over these three operations, so that no list of moves is ever built where options give the
moves. `OptionMoves` sorts the states into blocks that differ only in the decision maker's own options; `ListedMoves` holds
explicit moves, for merged states, for general graphs and wherever moves depend on pairs of states.

Values are int64 arrays of shape (n_states,); `HIGH` and `LOW` stand for "nothing to reach".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

import numpy as np

from zopa.errors import ZopaError

if TYPE_CHECKING:
    from collections.abc import Callable

    from numpy.typing import NDArray

    from zopa.model.conflict import Conflict, Ints, Ranks
    from zopa.model.formula import Patterns

HIGH = np.int64(1 << 32)
LOW = -HIGH
_GAP = 1 << 34
"""More than `HIGH` - `LOW`: keeps the running least of one sub-block from reaching into the next."""
_CHUNK = 1 << 22
MAX_LISTED = 1 << 26
"""Most explicit moves of one decision maker: 64 million, about 1 GiB while they are sorted."""


class StabilityLimitError(ZopaError):
    """A question would take more memory or time than its stated limit; told before anything is spent."""

    def __init__(self, what: str, count: int, limit: int) -> None:
        super().__init__(f"{count:,} {what}, {limit:,} is the limit")
        self.count = count
        self.limit = limit


class Step(Protocol):
    """One move, of some kind, by one decision maker."""

    def least(self, values: Ints) -> Ints:
        """Least value over the states that can be reached (`OptionMoves`: or staying)."""
        ...


class MoveTable(Step, Protocol):
    """All moves of one decision maker."""

    def most(self, values: Ints) -> Ints:
        """Greatest value over the states that can be reached (`OptionMoves`: or staying)."""
        ...

    def improving(self, ranks: Ranks) -> Step:
        """Only the moves that raise the rank."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class ListedMoves:
    """Explicit moves, sorted by where they start; no state leads to itself, and `least` and `most` never count staying.

    Attributes:
        n_states: number of states.
        sources: shape (n_moves,), ascending.
        targets: shape (n_moves,).
    """

    n_states: int
    sources: Ints
    targets: Ints

    def least(self, values: Ints) -> Ints:
        """Least value over the moves from each state, `HIGH` where there are none."""
        found = np.full(self.n_states, HIGH)
        if len(self.sources):
            starts = np.flatnonzero(np.r_[True, self.sources[1:] != self.sources[:-1]])
            found[self.sources[starts]] = np.minimum.reduceat(values[self.targets], starts)
        return found

    def most(self, values: Ints) -> Ints:
        """Greatest value over the moves from each state, `LOW` where there are none."""
        return -self.least(-values)

    def improving(self, ranks: Ranks) -> ListedMoves:
        """Only the moves that raise the rank."""
        return self.keep(ranks[self.targets] > ranks[self.sources])

    def keep(self, kept: NDArray[np.bool_]) -> ListedMoves:
        """Only the moves marked in `kept`, shape (n_moves,)."""
        return ListedMoves(self.n_states, self.sources[kept], self.targets[kept])

    def from_state(self, state: int) -> Ints:
        """Where one state leads."""
        first, last = np.searchsorted(self.sources, [state, state + 1])
        return self.targets[first:last]


class OptionMoves:
    """Moves by changing own options: blocks of states alike in everything else, sub-blocks by the one-way options.

    `stage` counts one-way options as bits that can only be set; a sub-block leads to itself and to those sub-blocks of its
    block whose stage has all its bits. Without one-way options a block is its only sub-block.
    """

    def __init__(self, patterns: Patterns, own: int, rising: int, falling: int) -> None:
        word = patterns.dtype.type
        everything = (1 << 8 * patterns.itemsize) - 1
        stage = (patterns & word(rising)) | (~patterns & word(falling))
        block_of = np.unique(patterns & word(~own & everything), return_inverse=True)[1].astype(np.int64)
        self.n_states = len(patterns)
        if rising or falling:
            stages, stage_of = np.unique(stage, return_inverse=True)
            keys, self._part_of = np.unique(block_of * len(stages) + stage_of, return_inverse=True)
            blocks, part_stages = keys // len(stages), stages[keys % len(stages)]
            pairs = list_pairs(blocks, lambda first, second: part_stages[first] & ~part_stages[second] == 0)
            self._above = ListedMoves(len(keys), *pairs)
        else:
            self._part_of = block_of
            self._above = None
        self._n_parts = int(self._part_of.max()) + 1
        self._order = np.argsort(self._part_of, kind="stable")
        self._starts = np.searchsorted(self._part_of[self._order], np.arange(self._n_parts))

    def least(self, values: Ints) -> Ints:
        """Least value over the states that can be reached, and the state's own."""
        part = np.minimum.reduceat(values[self._order], self._starts)
        if self._above:
            part = np.minimum(part, self._above.least(part))
        return part[self._part_of]

    def most(self, values: Ints) -> Ints:
        """Greatest value over the states that can be reached, and the state's own."""
        return -self.least(-values)

    def improving(self, ranks: Ranks) -> Step:
        """Only the moves that raise the rank."""
        return _Ladder(self._part_of, self._above, ranks)


class _Ladder:
    """Moves within blocks that raise a rank: each sub-block sorted by rank, then the least of everything further up."""

    def __init__(self, part_of: Ints, above: ListedMoves | None, ranks: Ranks) -> None:
        self._n_states = len(part_of)
        width = int(ranks.max()) + 1
        place = part_of * width + ranks
        self._order = np.argsort(place, kind="stable")
        ordered = place[self._order]
        parts = ordered // width
        self._shift = parts * _GAP
        ends = np.r_[np.flatnonzero(ordered[1:] != ordered[:-1]) + 1, self._n_states]
        following = np.repeat(ends, np.diff(np.r_[0, ends]))
        self._following = _stay_in(parts, following, parts)
        self._beyond: ListedMoves | None = None
        if above is not None and len(above.sources):
            states, others = _expand(part_of, above)
            places = np.searchsorted(ordered, others * width + ranks[states], side="right")
            places = _stay_in(parts, places, others)
            real = places < self._n_states
            self._beyond = ListedMoves(self._n_states, states[real], places[real])

    def least(self, values: Ints) -> Ints:
        """Least value over the states that are better and can be reached, and the state's own."""
        ordered = values[self._order]
        upwards = np.minimum.accumulate((ordered + self._shift)[::-1])[::-1] - self._shift
        upwards = np.r_[upwards, HIGH]
        found = np.empty(self._n_states, np.int64)
        found[self._order] = np.minimum(ordered, upwards[self._following])
        return np.minimum(found, self._beyond.least(upwards)) if self._beyond else found


def _stay_in(parts: Ints, places: Ints, wanted: Ints) -> Ints:
    """Places in the sorted order, or the end where a place lies in another sub-block than wanted."""
    places = places.copy()
    places[np.r_[parts, -1][places] != wanted] = len(parts)
    return places


def _expand(part_of: Ints, above: ListedMoves) -> tuple[Ints, Ints]:
    """Every state with every sub-block above its own, by state."""
    n_parts = above.n_states
    first = np.searchsorted(above.sources, np.arange(n_parts))
    counts = np.bincount(above.sources, minlength=n_parts)[part_of]
    total = int(counts.sum())
    if total > MAX_LISTED:
        raise StabilityLimitError("moves would have to be listed", total, MAX_LISTED)
    states = np.repeat(np.arange(len(part_of)), counts)
    within = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
    return states, above.targets[first[part_of[states]] + within]


def list_pairs(block_of: Ints, allowed: Callable[[Ints, Ints], NDArray[np.bool_]]) -> tuple[Ints, Ints]:
    """All ordered pairs of members of a block that are allowed, the first ascending.

    Args:
        block_of: shape (n,), ascending.
        allowed: which of the pairs (first, second) to keep; called with a few million at a time.

    Raises:
        StabilityLimitError: more than `MAX_LISTED` pairs are kept, or more than sixteen times as many would be looked at.
    """
    starts = np.searchsorted(block_of, block_of, side="left")
    sizes = np.searchsorted(block_of, block_of, side="right") - starts
    ends = np.cumsum(sizes)
    if len(ends) and ends[-1] > 16 * MAX_LISTED:
        raise StabilityLimitError("moves would have to be listed", int(ends[-1]), MAX_LISTED)
    kept: list[tuple[Ints, Ints]] = []
    count = done = 0
    while done < len(block_of):
        before = int(ends[done - 1]) if done else 0
        until = max(int(np.searchsorted(ends, before + _CHUNK, side="right")), done + 1)
        first = np.repeat(np.arange(done, until), sizes[done:until])
        second = np.arange(len(first)) - (ends[first] - sizes[first] - before) + starts[first]
        keep = allowed(first, second) & (first != second)
        kept.append((first[keep], second[keep]))
        count += int(keep.sum())
        if count > MAX_LISTED:
            raise StabilityLimitError("moves would have to be listed", count, MAX_LISTED)
        done = until
    sources, targets = zip(*kept, strict=True)
    return np.concatenate(sources), np.concatenate(targets)


def list_moves(conflict: Conflict, maker: int) -> ListedMoves:
    """The moves of one decision maker, one by one; a merged state moves wherever one of its patterns does."""
    word = conflict.patterns.dtype.type
    own = conflict.mask(maker)
    fixed = conflict.patterns & ~word(own)
    order = np.argsort(fixed, kind="stable")
    patterns, blocks = conflict.patterns[order], np.unique(fixed[order], return_inverse=True)[1].astype(np.int64)
    rising, falling = (word(conflict.mask(maker, direction)) for direction in ("to-yes", "to-no"))

    def allowed(first: Ints, second: Ints) -> NDArray[np.bool_]:
        here, there = patterns[first], patterns[second]
        return (here & ~there & rising == 0) & (there & ~here & falling == 0)

    first, second = list_pairs(blocks, allowed)
    states = conflict.state_of[order].astype(np.int64)
    sources, targets = states[first], states[second]
    keys = np.unique((sources * conflict.n_states + targets)[sources != targets])
    return ListedMoves(conflict.n_states, keys // conflict.n_states, keys % conflict.n_states)
