"""What knowing something would be worth, by conditioning the same draws.

Two measures of how an answer depends on an input, both by sorting the draws into classes of the input:

* the *shift*: how far the distribution of the answer moves on average once the class is known (Borgonovo 2007, Reliab. Eng. Syst. Saf.
  92:771-784: delta, half the expected distance between the distributions; moment-independent, 0 exactly where the two are independent);
* the *changes*: how often the answer that one would give changes (Howard 1966, IEEE Trans. Syst. Sci. Cybern. 2:22-26: perfect
  information has value only where it changes a decision).

Draws are finite, so an input that means nothing shows some shift as well: what shuffled draws show on average is taken off, and a
shift that most of them reach counts as none.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from zopa.solve.whatif.facets import Labels
    from zopa.solve.whatif.possible import Answers

    Counts = NDArray[np.float64]
    Told = NDArray[np.uint8]

SHUFFLES = 40
RESAMPLES = 100
LUCKY = 0.95
"""Share of the shuffles that a shift must pass to count."""


@dataclass(frozen=True, slots=True)
class Information:
    """What knowing the class of an input would do to an answer.

    Attributes:
        shift: how far the answer's distribution moves on average, 0 to 1, less what chance shows.
        changes: how often the likeliest answer becomes another, 0 to 1, as the draws have it; 0 where the shift is none.
        gain: how much more often the likeliest answer is right once the class is known, 0 to 1, as the draws have it.
        classes: label of each class, its share of the draws, and how often the answer is yes in it.
    """

    shift: float
    changes: float
    gain: float
    classes: tuple[tuple[int, float, float], ...]


NOTHING = Information(0.0, 0.0, 0.0, ())


class AskedAnswers:
    """The answers to one question, prepared for many inputs.

    Args:
        answers: shape (n,), 0, 1, ... for each draw, negative where it was not decided; such draws are left out.
        seed: of the shuffles.
    """

    def __init__(self, answers: Answers, seed: int = 0) -> None:
        self.known: NDArray[np.bool_] = answers >= 0
        y = answers[self.known].astype(np.int64)
        self.flips = len(y) > 0 and bool((y != y[0]).any())
        kinds = int(y.max()) + 1 if len(y) else 0
        rng = np.random.default_rng(seed)
        rows = [y, *(rng.permutation(y) for _ in range(SHUFFLES if self.flips else 0))]
        self._y = y
        self._seed = seed
        self._told = np.stack([(row[:, None] == np.arange(kinds)) for row in rows], axis=1).astype(np.uint8)

    def find(self, labels: Labels) -> Information:
        """What the class of an input, shape (n,), tells of the answer; nothing where the answer never flips."""
        if not self.flips:
            return NOTHING
        names, x = np.unique(labels[self.known], return_inverse=True)
        if len(names) < 2:
            return NOTHING
        plain = _count(x, self._told[:, :1])
        if _shifts(plain)[0] <= _usual_chance(plain[:, 0]):
            return NOTHING  # below what chance shows on average, so below what it rarely passes
        counts = _count(x, self._told)
        shifts = _shifts(counts)
        shift, chance = float(shifts[0]), shifts[1:]
        if shift <= np.quantile(chance, LUCKY):
            return NOTHING
        sizes = counts[:, 0].sum(axis=1)
        inside, overall = counts[:, 0] / sizes[:, None], counts[:, 0].sum(axis=0) / sizes.sum()
        usual, share = int(np.argmax(overall)), sizes / sizes.sum()
        changes = float(share[inside.max(axis=1) > inside[:, usual]].sum())
        gain = float((share * inside.max(axis=1)).sum() - overall[usual])
        classes = tuple(
            (int(name), float(part), float(row[1])) for name, part, row in zip(names, share, inside, strict=True)
        )
        return Information(max(0.0, shift - float(chance.mean())), changes, gain, classes)

    def interval(self, labels: Labels) -> tuple[float, float]:
        """From where to where the shift lies, 90 % of resampled draws (Efron 1979, Ann. Stat. 7:1-26); (0, 0) where there is none."""
        found = self.find(labels)
        if found is NOTHING:
            return 0.0, 0.0
        rng = np.random.default_rng(self._seed)
        _, x = np.unique(labels[self.known], return_inverse=True)
        told = self._told[:, :1]
        picks = [rng.integers(0, len(x), len(x)) for _ in range(RESAMPLES)]
        spread = np.array([float(_shifts(_count(_dense(x[pick]), told[pick]))[0]) for pick in picks])
        low, high = np.quantile(spread - spread.mean(), [0.05, 0.95])
        return max(0.0, found.shift + float(low)), min(1.0, found.shift + float(high))


def find_shift(outcome: NDArray[np.float64], values: NDArray[np.float64], bins: int) -> float:
    """Borgonovo's delta of a number on a number, from equally frequent classes of both; a lower bound that rises with `bins`.

    Args:
        outcome: shape (n,).
        values: shape (n,), of the input.
        bins: classes of each.
    """
    y, x = (_ranks(column, bins) for column in (outcome, values))
    return float(_shifts(_count(x, (y[:, None] == np.arange(bins))[:, None].astype(np.uint8)))[0])


def _dense(x: NDArray[np.int64]) -> NDArray[np.int64]:
    """The same classes numbered without gaps: a resample may miss one."""
    return np.unique(x, return_inverse=True)[1]


def _ranks(column: NDArray[np.float64], bins: int) -> NDArray[np.int64]:
    order = np.argsort(np.argsort(column, kind="stable"), kind="stable")
    return (order * bins // len(column)).astype(np.int64)


def _count(x: NDArray[np.int64], told: Told) -> Counts:
    """Draws of each class with each answer, shape (n_classes, n_rows, n_answers), for several rows of answers at once.

    Every class from 0 to the last one must occur. Sums of sorted rows, and no matrix product: the threads of one would wait for each other.
    """
    order = np.argsort(x, kind="stable")
    starts = np.searchsorted(x[order], np.arange(int(x.max()) + 1))
    return np.add.reduceat(told[order], starts, axis=0, dtype=np.float64)


def _usual_chance(counts: Counts) -> float:
    """What an input that means nothing would show on average, shape (n_classes, n_answers): each share strays as a normal number."""
    sizes, total = counts.sum(axis=1), counts.sum()
    overall = counts.sum(axis=0) / total
    stray = np.sqrt(2 / np.pi * np.outer(sizes * (1 - sizes / total), overall * (1 - overall)))
    return float(stray.sum() / total / 2) * _SURE


_SURE = 0.8  # of that average: the normal number is a little off for small classes, and nothing may be dropped that chance seldom shows


def _shifts(counts: Counts) -> Counts:
    """The shift in each row of answers."""
    sizes = counts.sum(axis=2, keepdims=True)
    inside = counts / np.maximum(sizes, 1)
    overall = counts.sum(axis=0) / np.maximum(sizes.sum(axis=0), 1)
    share = sizes[:, :, 0] / np.maximum(sizes.sum(axis=0)[:, 0], 1)
    return (share * np.abs(inside - overall).sum(axis=2)).sum(axis=0) / 2
