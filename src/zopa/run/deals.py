"""The chain over deals: a case under each reading -> Frame -> is there a deal, which, and what blocks it."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.case import reading_title
from zopa.errors import InputError, Problem, UsageError
from zopa.run.talks import page
from zopa.solve.budget import SolverBudget, SolverStoppedError, current_budget, within
from zopa.solve.deadlock import find_deadlock
from zopa.solve.deals import Settings, analyse, find_robust
from zopa.views.deadlock import DeadlockUnder, build_deadlock_sections
from zopa.views.deals import Deals, DealsUnder, build_deals_sections
from zopa.views.types import Line, Piece, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Sequence

    from zopa.model.frame import Frame
    from zopa.run.talks import Talks
    from zopa.solve.deadlock import DeadlockResult
    from zopa.views import Brief

SECONDS = 300.0
"""How long deals or deadlocks of one case may take unless told otherwise; the largest frames of the budgets take a tenth of it."""
PROBLEM_CODES = {
    "solver-stopped": "the solver was not ready within the time that it has",
    "nothing-confirmed": "deals were asked for, but no party or no issue with options of the case is confirmed",
    "no-veto": "deals were asked for, but no party of the case must agree",
}


def frames(talks: Talks, readings: Sequence[str] = (), *, everything: bool = False) -> dict[str, Frame]:
    """The frame of each reading; all of them unless some are named.

    Args:
        talks: the case.
        readings: ids.
        everything: leave out red lines and no-deal values, and keep the conditions.

    Raises:
        InputError: nothing is confirmed, so there is nothing to compute on; or nobody must agree.
        UsageError: the case has no such reading.
    """
    found = {reading: talks.frame(reading) for reading in readings or talks.readings}
    first = next(iter(found.values()))
    path = talks.folder.loaded.path
    if not first.parties or not first.issues:
        what = "party" if not first.parties else "issue with options"
        message = f"Expected a confirmed {what}, found none: what is only proposed reaches no solver."
        cure = "Take `status: proposed` away where you stand behind it, and give the issues options."
        raise InputError((*talks.problems, Problem("error", path, None, "nothing-confirmed", message, cure)))
    if not first.veto_parties:
        message, cure = (
            "Expected a party that must agree, found none.",
            "Write `veto: yes` for those without whom no deal stands.",
        )
        raise InputError((*talks.problems, Problem("error", path, None, "no-veto", message, cure)))
    if everything:
        found = {
            name: replace(f, red_lines=(), no_deal=(None,) * len(f.parties), unknown=()) for name, f in found.items()
        }
    return found


def deals(
    talks: Talks, readings: Sequence[str] = (), *, everything: bool = False, settings: Settings | None = None, seconds: float = SECONDS,
    progress: Callable[[str, int, int], None] | None = None,
) -> Deals:  # fmt: skip
    """Is there a deal, which deals are efficient, where the drafts stand, under each reading.

    Raises:
        InputError, UsageError: as `frames`.
    """
    settings = settings or Settings()
    found: list[DealsUnder] = []
    under = frames(talks, readings, everything=everything)
    with solving(seconds):
        for number, (reading, frame) in enumerate(under.items()):
            if progress:
                progress(f"reading {reading}", number, len(under))
            result = analyse(frame, replace(settings, arithmetic=settings.arithmetic and number == 0))
            found.append(DealsUnder(reading, reading_title(talks.case, reading), frame, result))
            if result.interrupted:
                return Deals(tuple(found), ())
        return Deals(tuple(found), find_robust(under) if len(under) > 1 else ())


@contextmanager
def solving(seconds: float) -> Generator[None]:
    """Solve what is inside within so many seconds, and within what is left of any limit around it.

    Raises:
        InputError: the time was up before anything could be told.
    """
    outer = current_budget()
    try:
        with within(SolverBudget(seconds, outer)):
            yield
    except SolverStoppedError as stopped:
        if outer.cancelled:
            raise
        cure = "Give it more time with --time-limit SECONDS, or name one reading with --reading."
        raise InputError((Problem("error", "", None, "solver-stopped", str(stopped), cure),)) from stopped


def deals_page(talks: Talks, made: Deals) -> Brief:
    """The deals as a page: the answer first, solutions and shares in the annex."""
    return page(talks, "Which deals remain possible", build_deals_sections(talks.case, made.readings, made.robust))


def deadlock(
    talks: Talks,
    readings: Sequence[str] = (),
    *,
    limit: int = 100,
    seconds: float = SECONDS,
    progress: Callable[[str, int, int], None] | None = None,
) -> tuple[DeadlockUnder, ...]:
    """What blocks a deal and every minimal way out, under each reading; how near a zone is to closing where there is one.

    Raises:
        InputError, UsageError: as `frames`.
    """
    found: list[DeadlockUnder] = []
    under = frames(talks, readings)
    with solving(seconds):
        for number, (reading, frame) in enumerate(under.items()):
            if progress:
                progress(f"reading {reading}", number, len(under))
            result = find_deadlock(frame, limit=limit)
            found.append(DeadlockUnder(reading, reading_title(talks.case, reading), frame, result))
    return tuple(found)


def deadlock_page(talks: Talks, made: Sequence[DeadlockUnder]) -> Brief:
    """What blocks as a page."""
    sections: list[Section] = []
    shown: list[tuple[DeadlockUnder, str]] = []
    for under in made:
        result = under.result
        same = next((title for other, title in shown if _alike(other.result, result)), under.title)
        shown.append((under, same))
        if same != under.title:
            told = Line((Piece(f"The same as under: {same}."),))
            sections.append(Section(f"blocks-{under.reading}", f"What blocks: {under.title}", (told,)))
            continue
        sections += build_deadlock_sections(talks.case, under.frame, result, talks.evidence, under.title, under.reading)
    return page(talks, "What blocks", sections)


def _alike(a: DeadlockResult, b: DeadlockResult) -> bool:
    """Whether the same demands stand against each other, and the same is asked of the same parties."""
    asked = [[(way.asks, way.give_up) for way in (*r.ways_out, *r.legal_ways_out)] for r in (a, b)]
    return (a.zopa_exists, a.conflicts) == (b.zopa_exists, b.conflicts) and asked[0] == asked[1]


def parse_readings(talks: Talks, readings: Sequence[str]) -> tuple[str, ...]:
    """Readings as named on the command line, checked.

    Raises:
        UsageError: the case has no such reading.
    """
    wrong = [reading for reading in readings if reading not in talks.readings]
    if wrong:
        raise UsageError(f"Expected one of the readings {', '.join(talks.readings)}, got {', '.join(wrong)}.")
    return tuple(readings)
