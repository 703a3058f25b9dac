"""Many draws solved: which answers each gives under each reading.

The draws are cut into pieces of a fixed size, and each piece is solved from nothing, so that the answers are the same to the bit
wherever and in whatever order the pieces are solved. Anything with the interface of `concurrent.futures.Executor` may solve them.
"""

from __future__ import annotations

from collections import Counter
from concurrent.futures import Executor, Future, as_completed
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

import numpy as np

from zopa.solve.whatif.blocking import BlockingConflict, find_blocking
from zopa.solve.whatif.draw import draw_batch, draw_coordinates
from zopa.solve.whatif.packages import SafePackage, find_packages
from zopa.solve.whatif.piece import PieceAnswers, PieceTask, Question, solve_piece

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Sequence

    from zopa.model.vague import VagueCase, VagueFrame
    from zopa.solve.deals.solution import Concept
    from zopa.solve.whatif.draw import Coordinates, Ints
    from zopa.solve.whatif.possible import Answers

T = TypeVar("T")
R = TypeVar("R")
PIECE = 64
"""Draws of one piece: some seconds of work at most, so that progress is seen and little is lost by an interrupt."""
CANDIDATES = 200
"""Deals that are tried in every draw as a package: those that were of use in the most pieces."""
DRAWS = 500
LOOKED = 64
"""Draws in which every option is tried: the first of a quasi-random sequence, which lie as evenly as all of them."""


@dataclass(frozen=True, slots=True)
class EnsembleSettings:
    """How much to solve.

    `draws`, `seed` of them, `looked`: draws in which options are tried, `concepts`: solutions to find in each draw, `conflicts`: whether to
    count what blocks, `packages`: whether to look for packages that suit most draws.
    """

    draws: int = DRAWS
    seed: int = 0
    looked: int = LOOKED
    concepts: tuple[Concept, ...] = ()
    conflicts: bool = True
    packages: bool = True


@dataclass(frozen=True, eq=False)
class ReadingEnsemble:
    """What the draws give under one reading.

    Attributes:
        reading: id.
        answers: for each question, shape (draws,): 1 yes, 0 no, -1 undecided or not looked at.
        conflicts: what blocks, where something does; none where it was stopped.
        packages: deals that are acceptable in the most draws.
        solutions: for each concept, shape (draws, n_issues): the option of its deal, -1 where there is none.
        gap: the largest certified gap of these, as a part; 0 where all are exact.
    """

    reading: str
    answers: dict[Question, Answers]
    conflicts: tuple[BlockingConflict, ...]
    packages: tuple[SafePackage, ...]
    solutions: dict[Concept, Ints]
    gap: float = 0.0


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
    executor = executor or InTurn()
    at = draw_coordinates(settings.draws, case.coordinates, settings.seed)
    pieces = [at[start : start + PIECE] for start in range(0, len(at), PIECE)]
    count = len(case.readings)
    tasks = [
        PieceTask(vague, piece, max(0, min(settings.looked - n * PIECE, PIECE)), settings.concepts)
        for n, piece in enumerate(pieces) for _, vague in case.readings
    ]  # fmt: skip

    told = [0]

    def tell(done: Collection[int]) -> None:
        finished = sum(len(pieces[n]) for n in _whole(done, count))
        if progress and finished > told[-1]:
            told.append(finished)
            progress(finished, len(at))

    found, stopped = _solve_all(executor, solve_piece, tasks, tell)
    kept = _whole(found, count)
    drawn = np.concatenate([pieces[n] for n in kept]) if kept else at[:0]
    joined = [
        _Joined(reading, vague, drawn, [found[n * count + r] for n in kept])
        for r, (reading, vague) in enumerate(case.readings)
    ]  # fmt: skip
    counted = joined if settings.conflicts and kept and not stopped else []
    conflicts, cut = _solve_all(executor, _block, counted, lambda _: None)
    readings = tuple(_join(row, conflicts.get(r, ()), settings) for r, row in enumerate(joined)) if kept else ()
    return Ensemble(case, drawn, readings, len(at), settings.seed, stopped or cut)


def _whole(done: Collection[int], count: int) -> list[int]:
    """Pieces that are finished under every reading."""
    pieces = sorted({task // count for task in done})
    return [piece for piece in pieces if all(piece * count + r in done for r in range(count))]


def _solve_all(
    executor: Executor, solve: Callable[[T], R], tasks: Sequence[T], tell: Callable[[Collection[int]], None]
) -> tuple[dict[int, R], bool]:
    """What came of each task that was finished, and whether somebody stopped it."""
    pending: dict[Future[R], int] = {}
    done: dict[int, R] = {}

    def keep(future: Future[R]) -> None:
        done[pending[future]] = future.result()
        tell(done)

    try:
        for number, task in enumerate(tasks):
            future = executor.submit(solve, task)
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


@dataclass(frozen=True, eq=False)
class _Joined:
    """The finished pieces of one reading."""

    reading: str
    vague: VagueFrame
    at: Coordinates
    pieces: Sequence[PieceAnswers]

    def answers(self, question: Question) -> Answers:
        return np.concatenate([piece.answers[question] for piece in self.pieces])


def _block(joined: _Joined) -> tuple[BlockingConflict, ...]:
    return find_blocking(draw_batch(joined.vague, joined.at), joined.answers(Question("deal")))


def _join(joined: _Joined, conflicts: tuple[BlockingConflict, ...], settings: EnsembleSettings) -> ReadingEnsemble:
    """The pieces of one reading as one."""
    pieces = joined.pieces
    answers = {question: joined.answers(question) for question in pieces[0].answers}
    known = Counter(deal for piece in pieces for deal in piece.deals)
    candidates = sorted(known, key=lambda deal: (-known[deal], deal))[:CANDIDATES]
    packages = find_packages(draw_batch(joined.vague, joined.at), candidates) if settings.packages else ()
    solutions: dict[Concept, Ints] = {
        c: np.concatenate([piece.solutions[c] for piece in pieces]) for c in pieces[0].solutions
    }
    gap = max(piece.gap for piece in pieces)
    return ReadingEnsemble(joined.reading, answers, conflicts, packages, solutions, gap)
