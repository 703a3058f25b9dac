"""Many draws solved: which answers each gives under each reading.

The draws are cut into pieces of a fixed size, and each piece is solved from nothing, so that the answers are the same to the bit
wherever and in whatever order the pieces are solved. Anything with the interface of `concurrent.futures.Executor` may solve them.
"""

from __future__ import annotations

from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.whatif.blocking import BlockingConflict, find_blocking
from zopa.solve.whatif.draw import draw_batch, draw_coordinates
from zopa.solve.whatif.packages import SafePackage, find_packages
from zopa.solve.whatif.piece import PieceAnswers, PieceTask, Question, solve_piece

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zopa.model.vague import VagueCase
    from zopa.solve.deals.solution import Concept
    from zopa.solve.whatif.draw import Coordinates, Ints
    from zopa.solve.whatif.possible import Answers

PIECE = 64
"""Draws of one piece: some seconds of work at most, so that progress is seen and little is lost by an interrupt."""
DRAWS = 500
LOOKED = 64
"""Draws in which every option is tried: the first of a quasi-random sequence, which lie as evenly as all of them."""


@dataclass(frozen=True, slots=True)
class EnsembleSettings:
    """How much to solve: `draws`, `seed` of them, `looked` draws in which options are tried, solution `concepts` to find in each."""

    draws: int = DRAWS
    seed: int = 0
    looked: int = LOOKED
    concepts: tuple[Concept, ...] = ()


@dataclass(frozen=True, eq=False)
class ReadingEnsemble:
    """What the draws give under one reading.

    Attributes:
        reading: id.
        answers: for each question, shape (draws,): 1 yes, 0 no, -1 undecided or not looked at.
        conflicts: what blocks, where something does.
        packages: deals that are acceptable in the most draws.
        solutions: for each concept, shape (draws, n_issues): the option of its deal, -1 where there is none.
    """

    reading: str
    answers: dict[Question, Answers]
    conflicts: tuple[BlockingConflict, ...]
    packages: tuple[SafePackage, ...]
    solutions: dict[Concept, Ints]


@dataclass(frozen=True, eq=False)
class Ensemble:
    """The draws and what they give.

    Attributes:
        case: what was drawn from.
        at: shape (draws, n_coordinates): the draws that were finished.
        readings: in the order of the case.
        asked: draws that were asked for; 1 where nothing is vague.
        seed: of the draws.
        interrupted: the user stopped it; what is there stands.
    """

    case: VagueCase
    at: Coordinates
    readings: tuple[ReadingEnsemble, ...]
    asked: int
    seed: int
    interrupted: bool = False

    @property
    def draws(self) -> int:
        """Draws that were finished, each under every reading."""
        return len(self.at)


class InTurn(Executor):
    """An executor without processes: what is submitted is done at once."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        """Do it, and hold what came of it."""
        future: Future[Any] = Future()
        future.set_running_or_notify_cancel()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - whoever asks for the result gets it, as from any executor
            future.set_exception(error)
        return future


def solve_ensemble(
    case: VagueCase, settings: EnsembleSettings | None = None, *, executor: Executor | None = None,
    progress: Callable[[int, int], None] | None = None,
) -> Ensemble:  # fmt: skip
    """Draw and solve.

    Args:
        case: what to draw from; where nothing is vague there is one draw.
        settings: how much.
        executor: who solves the pieces; nobody but this process unless given.
        progress: called with (draws finished, draws).

    An interrupt returns what was finished, marked so.
    """
    settings = settings or EnsembleSettings()
    at = draw_coordinates(settings.draws, case.coordinates, settings.seed)
    starts = range(0, len(at), PIECE)
    tasks = [
        PieceTask(case, at[start : start + PIECE], max(0, min(settings.looked - start, PIECE)), settings.concepts)
        for start in starts
    ]
    done, interrupted = _solve_all(tasks, executor or InTurn(), progress, len(at))
    kept = sorted(done)
    drawn = np.concatenate([tasks[n].at for n in kept]) if kept else at[:0]
    readings = (
        tuple(_join(case, r, drawn, [done[n][r] for n in kept]) for r in range(len(case.readings))) if kept else ()
    )
    return Ensemble(case, drawn, readings, len(at), settings.seed, interrupted)


def _solve_all(
    tasks: Sequence[PieceTask], executor: Executor, progress: Callable[[int, int], None] | None, total: int
) -> tuple[dict[int, tuple[PieceAnswers, ...]], bool]:
    """The answers of each piece that was finished, and whether somebody stopped it."""
    pending: dict[Future[tuple[PieceAnswers, ...]], int] = {}
    done: dict[int, tuple[PieceAnswers, ...]] = {}

    def keep(future: Future[tuple[PieceAnswers, ...]]) -> None:
        done[pending[future]] = future.result()
        if progress:
            progress(sum(len(tasks[n].at) for n in done), total)

    try:
        for number, task in enumerate(tasks):
            future = executor.submit(solve_piece, task)
            pending[future] = number
            if future.done():
                keep(future)
        for future in as_completed([f for f, n in pending.items() if n not in done]):
            keep(future)
    except KeyboardInterrupt:
        for future, number in pending.items():
            future.cancel()
            if number not in done and future.done() and not future.cancelled() and future.exception() is None:
                done[number] = future.result()
        return done, True
    return done, False


def _join(case: VagueCase, number: int, at: Coordinates, pieces: Sequence[PieceAnswers]) -> ReadingEnsemble:
    """The pieces of one reading as one."""
    reading, vague = case.readings[number]
    answers = {
        question: np.concatenate([piece.answers[question] for piece in pieces]) for question in pieces[0].answers
    }
    batch = draw_batch(vague, at)
    candidates = sorted({deal for piece in pieces for deal in piece.deals})
    solutions: dict[Concept, Ints] = {
        c: np.concatenate([piece.solutions[c] for piece in pieces]) for c in pieces[0].solutions
    }
    deal = answers[Question("deal")]
    return ReadingEnsemble(reading, answers, find_blocking(batch, deal), find_packages(batch, candidates), solutions)
