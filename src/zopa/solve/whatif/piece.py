"""One piece of an ensemble: some draws of one reading of a case, solved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.concepts import CONCEPTS
from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.merge import find_frontier
from zopa.solve.deals.solution import SolverTask
from zopa.solve.whatif.draw import draw_batch, frame_at
from zopa.solve.whatif.possible import NO, UNDECIDED, YES, Answers, Pool, decide

if TYPE_CHECKING:
    from zopa.model.frame import Deal, Frame, FrameDraft
    from zopa.model.vague import VagueFrame
    from zopa.solve.deals.merge import Frontier
    from zopa.solve.deals.solution import Certificate, Concept
    from zopa.solve.whatif.draw import Batch, Coordinates, Ints

POINTS = 50_000
"""Partial deals that a frontier may keep: so many take about as long as the integer programmes of three concepts."""
KEPT = 24
"""Deals that a piece hands on as candidates for a package: those that suit most of its draws."""


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked of every draw.

    `kind`: ``deal`` (is one acceptable to all who must agree), ``draft`` (does nobody refuse it, and some way of filling it suits all),
    ``takes`` (would this party refuse it for anything that it says), ``option`` (does some acceptable deal have it).
    """

    kind: str
    draft: str = ""
    party: str = ""
    issue: str = ""
    option: str = ""


@dataclass(frozen=True, eq=False)
class PieceAnswers:
    """What a piece came to under one reading.

    Attributes:
        answers: for each question, shape (n,): 1 yes, 0 no, -1 undecided or not looked at.
        deals: some deals that suit many of the draws, those that suit most first.
        solutions: for each concept, shape (n, n_issues): the option of its deal, -1 where there is none.
        gap: by how much any deal could at most be better than one of these, as a part of it, by their certificates; 0 where all are exact.
    """

    answers: dict[Question, Answers]
    deals: tuple[Deal, ...]
    solutions: dict[Concept, Ints]
    gap: float = 0.0


@dataclass(frozen=True, slots=True)
class PieceTask:
    """What to solve.

    `vague`: one reading; `at`: coordinates of the draws; `looked`: how many of them are asked which options survive; `concepts`: solutions
    to find in each.
    """

    vague: VagueFrame
    at: Coordinates
    looked: int
    concepts: tuple[Concept, ...] = ()


def solve_piece(task: PieceTask) -> PieceAnswers:
    """The answers of some draws under one reading."""
    vague = task.vague
    batch = draw_batch(vague, task.at)
    pool = Pool(batch)
    deal = decide(pool)
    answers = {Question("deal"): deal}
    for draft in vague.frame.drafts:
        answers |= _place(pool, draft)
    answers |= _surviving(pool, (deal == YES) & (np.arange(batch.size) < task.looked), deal, task.looked)
    order = sorted(range(len(pool.deals)), key=lambda n: (-int(pool.fits[n].sum()), pool.deals[n]))
    solutions, gap = _solutions(batch, pool, deal, task.concepts)
    return PieceAnswers(answers, tuple(pool.deals[n] for n in order[:KEPT]), solutions, gap)


def _place(pool: Pool, draft: FrameDraft) -> dict[Question, Answers]:
    """In which draws a draft can stand, and who takes it."""
    batch = pool.batch
    frame = batch.frame
    found: dict[Question, Answers] = {}
    for party in frame.veto_parties:
        crossed = np.zeros(batch.size, dtype=np.bool_)
        most = np.zeros(batch.size, dtype=np.int64)
        for issue, terms in enumerate(draft.terms):
            open_ = sorted(terms) if terms is not None else list(range(len(frame.options[issue])))
            left = ~batch.barred[issue][:, open_, party]
            worth = batch.points[issue][:, open_, party]
            if terms is not None:
                crossed |= ~left.any(axis=1)
            most += np.where(left | ~left.any(axis=1, keepdims=True), worth, 0).max(axis=1)
        takes = ~crossed & (most >= batch.floors[:, party])
        found[Question("takes", draft=draft.id, party=frame.parties[party])] = takes.astype(np.int8)
    all_take = np.ones(batch.size, dtype=np.bool_)
    for takes in found.values():
        all_take &= takes == YES
    stands = decide(pool, within=draft.terms, only=all_take)
    stands[~all_take] = NO
    return {Question("draft", draft=draft.id): stands, **found}


def _surviving(
    pool: Pool, open_: np.ndarray[tuple[int], np.dtype[np.bool_]], deal: Answers, looked: int
) -> dict[Question, Answers]:
    """Which options some acceptable deal has, in the first draws; where there is no deal none has any."""
    frame = pool.batch.frame
    found: dict[Question, Answers] = {}
    for issue, options in enumerate(frame.options):
        for option, name in enumerate(options):
            within = tuple(frozenset({option}) if i == issue else None for i in range(len(frame.issues)))
            survives = decide(pool, within=within, only=open_)
            survives[:looked][deal[:looked] == NO] = NO
            found[Question("option", issue=frame.issues[issue], option=name)] = survives
    return found


def _solutions(
    batch: Batch, pool: Pool, deal: Answers, concepts: tuple[Concept, ...]
) -> tuple[dict[Concept, Ints], float]:
    """The option of each concept's deal on each issue, in each draw with a deal, of tied deals the first; and the largest gap."""
    gap = 0.0
    shape = (batch.size, len(batch.frame.issues))
    found: dict[Concept, Ints] = {concept: np.full(shape, UNDECIDED, dtype=np.int64) for concept in concepts}
    for number in np.flatnonzero(deal == YES).tolist() if concepts else ():
        witness = next(d for d, fits in zip(pool.deals, pool.fits, strict=True) if fits[number])
        frame = frame_at(batch, number)
        task = SolverTask(frame, _frontier(frame), witness)
        for concept, rows in found.items():
            solution = CONCEPTS[concept](task)
            if solution.outcomes:
                rows[number] = min(outcome.choice for outcome in solution.outcomes)
            gap = max(gap, _gap(solution.certificate))
    return found, gap


def _gap(certificate: Certificate | None) -> float:
    """How far the bound lies above the value, as a part of the bound; 0 without a certificate, for then there is no deal."""
    if certificate is None or certificate.bound <= certificate.value:
        return 0.0
    return 1 - certificate.value / certificate.bound


def _frontier(frame: Frame) -> Frontier | None:
    """The efficient deals, on which every concept is compared exactly; None where merging is no faster than integer programmes."""
    try:
        return find_frontier(frame, max_points=POINTS)
    except TooLargeError:
        return None
