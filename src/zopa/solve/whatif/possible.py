"""Whether each of many frames has an acceptable deal, exactly.

Most frames need no solver. A deal known from another one is acceptable here too; or a weighting of the parties proves that none can be:
for these weights the best deal, issue by issue, gives less than the weighted no-deal values (weak duality; Geoffrion 1974, Math. Prog.
Study 2:82-114). Such weights are sought by multiplying up those of whoever has too little (Freund and Schapire 1999, Games Econ.
Behav. 29:79-103). What is then open is decided by integer programme, whose answer is checked in integers: so no answer depends on
what was known before.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from zopa.model.frame import FrameLegal
from zopa.solve.deals.programme import build_programme, solve_programme
from zopa.solve.whatif.draw import frame_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.model.frame import Deal, Frame
    from zopa.solve.whatif.draw import Batch, Flags

Answers = NDArray[np.int8]
Weights = NDArray[np.float64]
YES, NO, UNDECIDED = 1, 0, -1
"""What an answer is in one draw; undecided: the solver stopped, or the draw was not looked at."""
_MARGIN = 1e-9  # of a weighted utility: far above what rounding does to a sum of some hundred terms
_STEPS = 40  # of the search for weights
_RATE = 4.0  # how fast weights move with a gain, which is at most 1


@dataclass(eq=False)
class Pool:
    """What is known of the frames of a batch: deals that satisfy the conditions, and weights that proved a zone empty."""

    batch: Batch
    deals: list[Deal] = field(default_factory=list["Deal"])
    fits: list[Flags] = field(default_factory=list["Flags"])
    weights: list[Weights] = field(default_factory=list["Weights"])

    def add(self, deal: Deal) -> Flags:
        """Remember a deal; in which frames it is acceptable."""
        if deal in self.deals:
            return self.fits[self.deals.index(deal)]
        self.deals.append(deal)
        self.fits.append(suits(self.batch, deal))
        return self.fits[-1]


def suits(batch: Batch, deal: Sequence[int]) -> Flags:
    """In which frames a deal is acceptable, shape (n,): red lines, laws, conditions and no-deal values, in integers."""
    if not batch.frame.in_deal_space(deal):
        return np.zeros(batch.size, dtype=np.bool_)
    veto = list(batch.frame.veto_parties)
    total = np.zeros((batch.size, len(veto)), dtype=np.int64)
    good = np.ones(batch.size, dtype=np.bool_)
    for issue, (option, allowed) in enumerate(zip(deal, batch.allowed, strict=True)):
        good &= allowed[:, option]
        total += batch.points[issue][:, option, veto]
    return good & (total >= batch.floors[:, veto]).all(axis=1)


def decide(pool: Pool, *, within: Sequence[frozenset[int] | None] | None = None, only: Flags | None = None) -> Answers:
    """In which frames an acceptable deal exists.

    Args:
        pool: the frames and what is known of them; what is found is added.
        within: for each issue the options to which deals are held, None for all of them.
        only: frames to look at; the others stay undecided.

    Returns:
        Shape (n,): 1 there is one, 0 there is none, -1 undecided.
    """
    return _Search(pool, within or (None,) * len(pool.batch.frame.issues), only).run()


class _Search:
    """One question to all frames: which are answered and how."""

    def __init__(self, pool: Pool, within: Sequence[frozenset[int] | None], only: Flags | None) -> None:
        batch = pool.batch
        self.pool, self.batch, self.within = pool, batch, within
        self.open = np.zeros(batch.worth.shape[:3], dtype=np.bool_)  # options that may be taken, padded as `worth` is
        for issue, (flags, options) in enumerate(zip(batch.allowed, within, strict=True)):
            held = slice(None) if options is None else sorted(options)
            self.open[:, issue, : flags.shape[1]][:, held] = flags[:, held]
        veto = list(batch.frame.veto_parties)
        self.floors = batch.floors[:, veto] / batch.scale[:, veto]
        self.answer: Answers = np.full(batch.size, UNDECIDED, dtype=np.int8)
        self.todo: Flags = np.ones(batch.size, dtype=np.bool_) if only is None else only.copy()

    def run(self) -> Answers:
        self.settle(self.open.any(axis=2).sum(axis=1) < len(self.within), NO)
        for deal, fits in zip(self.pool.deals, self.pool.fits, strict=True):
            if self.inside(deal):
                self.settle(fits, YES)
        for weights in self.pool.weights:
            self.prove(weights)
        while self.todo.any():
            self.look_at(int(np.argmax(self.todo)))
        return self.answer

    def settle(self, which: Flags, answer: int) -> None:
        self.answer[self.todo & which] = answer
        self.todo &= ~which

    def inside(self, deal: Deal) -> bool:
        return all(options is None or option in options for option, options in zip(deal, self.within, strict=True))

    def prove(self, weights: Weights) -> None:
        """Settle the frames of which these weights prove that no deal is acceptable."""
        at = np.flatnonzero(self.todo)
        if not len(at):
            return
        best = np.where(self.open[at], self.batch.worth[at] @ weights, -np.inf).max(axis=2).sum(axis=1)
        self.settle(_flags(self.batch.size, at[best - self.floors[at] @ weights < -_MARGIN]), NO)

    def look_at(self, number: int) -> None:
        """Settle one frame, and as many others as what is found settles too."""
        found = self.weigh(number)
        if isinstance(found, np.ndarray):
            self.pool.weights.append(found)
            self.prove(found)
            return
        if found is None:
            answer = solve_programme(build_programme(self.frame(number)))
            found = answer.deal
            if found is None:
                decided = NO if answer.status == "infeasible" else UNDECIDED
                self.settle(_flags(self.batch.size, np.array([number])), decided)
                return
        self.settle(self.pool.add(found), YES)

    def frame(self, number: int) -> Frame:
        frame = frame_at(self.batch, number)
        held = [
            FrameLegal("held", i, tuple(o for o in range(len(frame.options[i])) if o not in options), "", blocks=True)
            for i, options in enumerate(self.within) if options is not None
        ]  # fmt: skip
        return replace(frame, legal=(*frame.legal, *held))

    def weigh(self, number: int) -> Weights | Deal | None:
        """Weights that prove that no deal is acceptable, or an acceptable deal, or None where this way finds neither."""
        worth, open_, floors = self.batch.worth[number], self.open[number], self.floors[number]
        weights = np.full(len(floors), 1 / max(len(floors), 1))
        issues = np.arange(len(worth))
        for _ in range(_STEPS):
            chosen = np.where(open_, worth @ weights, -np.inf).argmax(axis=1)
            gains = worth[issues, chosen].sum(axis=0) - floors
            if gains @ weights < -2 * _MARGIN:
                return weights
            if gains.min(initial=0.0) >= -_MARGIN:
                deal = tuple(chosen.tolist())
                if self.batch.frame.in_deal_space(deal) and self.pool.add(deal)[number]:
                    return deal
            weights = weights * np.exp(-_RATE * gains)
            weights /= weights.sum()
        return None


def _flags(size: int, at: NDArray[np.int64]) -> Flags:
    found = np.zeros(size, dtype=np.bool_)
    found[at] = True
    return found
