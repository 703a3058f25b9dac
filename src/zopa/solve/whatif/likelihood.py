"""Shares of draws in words: a named scale of likelihood, and what of it can be told from so many draws.

The scale is that of the Office of the Director of National Intelligence, Intelligence Community Directive 203 (2015), section D.6.e(2).
The interval is Wilson's (1927), J. Am. Stat. Assoc. 22:209-212, which holds near 0 and 1 too.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.solve.whatif.possible import Answers

Holds = Literal["throughout", "mostly", "flips"]
SCALE: tuple[tuple[float, str], ...] = (
    (0.05, "almost no chance"),
    (0.20, "very unlikely"),
    (0.45, "unlikely"),
    (0.55, "roughly even chance"),
    (0.80, "likely"),
    (0.95, "very likely"),
    (1.00, "almost certain"),
)
"""Upper end of each band, and its word."""
MOSTLY = 0.95
"""From so many draws on an answer holds mostly: the highest band of the scale."""
_Z = 1.959964  # 95 % of a normal distribution lie within


@dataclass(frozen=True, slots=True)
class Tally:
    """How often an answer is yes.

    Attributes:
        yes: draws in which it is.
        decided: draws in which it is yes or no.
        low, high: of the share that unlimited draws would show, 95 %; (0, 1) where nothing was decided.
    """

    yes: int
    decided: int
    low: float
    high: float

    @property
    def share(self) -> float:
        """The share of the decided draws, 0 where there is none."""
        return self.yes / self.decided if self.decided else 0.0

    @property
    def holds(self) -> Holds:
        """Whether one answer holds in all draws, in nearly all, or flips."""
        if self.decided and self.yes in {0, self.decided}:
            return "throughout"
        return "mostly" if max(self.share, 1 - self.share) >= MOSTLY else "flips"

    @property
    def words(self) -> str:
        """The share on the scale; "in every draw" and "in no draw" where it never flips."""
        if not self.decided:
            return "cannot tell"
        if self.yes == self.decided:
            return "in every draw"
        return "in no draw" if self.yes == 0 else say_likelihood(self.share)


def tally(answers: Answers) -> Tally:
    """How often an answer is yes; draws in which it was not decided are left out."""
    known = answers[answers >= 0]
    yes, decided = int(np.count_nonzero(known)), len(known)
    low, high = wilson(yes, decided)
    return Tally(yes, decided, low, high)


def span(tallies: Sequence[Tally]) -> Tally:
    """Several readings as one: the widest interval, never their mean, because nobody has weighed them."""
    return Tally(
        sum(t.yes for t in tallies), sum(t.decided for t in tallies), min((t.low for t in tallies), default=0.0),
        max((t.high for t in tallies), default=1.0),
    )  # fmt: skip


def say_likelihood(share: float) -> str:
    """The word of the scale for a share from 0 to 1."""
    return next(word for end, word in SCALE if share <= end or end == 1.0)


def wilson(yes: int, decided: int) -> tuple[float, float]:
    """The interval of a share; (0, 1) for nothing decided."""
    if not decided:
        return 0.0, 1.0
    share, spread = yes / decided, _Z**2 / decided
    middle = (share + spread / 2) / (1 + spread)
    half = _Z / (1 + spread) * math.sqrt(share * (1 - share) / decided + spread / (4 * decided))
    return (0.0 if yes == 0 else max(0.0, middle - half)), (1.0 if yes == decided else min(1.0, middle + half))
