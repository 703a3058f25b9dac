"""The chain from a case to its brief: everything that can be computed, and why the rest cannot."""

from __future__ import annotations

import itertools
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zopa.case.values import first_day
from zopa.errors import InputError
from zopa.run import deals as run_deals
from zopa.run.changes import changes
from zopa.run.documents import build_material
from zopa.run.kept import find_kept
from zopa.run.plans import redline_drafts
from zopa.run.process import process
from zopa.run.stability import conflict_of, improvements
from zopa.run.talks import grid, made
from zopa.solve.deals import Settings
from zopa.solve.stability import StabilityLimitError, analyse
from zopa.views.case_brief import CaseAnalysis, ComparedDrafts, build_case_brief

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.run.talks import Talks
    from zopa.solve.stability import StabilityResult
    from zopa.views import Brief
    from zopa.views.changes import Changes
    from zopa.views.deadlock import DeadlockUnder
    from zopa.views.deals import Deals

PERIOD_DAYS = 14  # what changed is told of so many days, unless the caller names another


def case_brief(
    talks: Talks,
    *,
    since: str | None = None,
    progress: Callable[[str, int, int], None] | None = None,
) -> Brief:
    """The brief of a case.

    Args:
        talks: the case.
        since: what changed since this day; two weeks before the case's day unless given.
        progress: called with (what, done, total).
    """
    return build_case_brief(
        analyse_case(talks, since=since, progress=progress), problems=talks.problems, made=made(talks)
    )


def analyse_case(
    talks: Talks, *, since: str | None = None, progress: Callable[[str, int, int], None] | None = None
) -> CaseAnalysis:
    """Everything that a brief shows."""
    steps = ["accounts compared", "what changed", "drafts", "deals", "what blocks", "what would hold"]

    def tell(step: int) -> None:
        if progress:
            progress(steps[step], step, len(steps))

    tell(0)
    accounts = talks.accounts
    material = build_material(accounts, talks.comparison)
    tell(1)
    changed = _changes(talks, since)
    tell(2)
    drafts = _drafts(talks)
    tell(3)
    deals, why = _deals(talks)
    tell(4)
    deadlock = _deadlock(talks) if deals else ()
    tell(5)
    stability, moves = _stability(talks)
    known = find_kept(talks)
    return CaseAnalysis(
        talks.case, material, talks.evidence, grid(talks), process(talks), talks.ledger, deals, deadlock, stability, moves, changed,
        drafts, why, known.found, known.state,
    )  # fmt: skip


def _changes(talks: Talks, since: str | None) -> Changes | None:
    day = talks.as_of or talks.case.as_of
    if since is None and not day:
        return None
    start = since or (date.fromisoformat(first_day(day)) - timedelta(days=PERIOD_DAYS)).isoformat()
    return changes(talks, start)


def _drafts(talks: Talks) -> tuple[ComparedDrafts, ...]:
    """Each draft that has a text against the one before it."""
    written = [
        name for name, draft in talks.case.drafts.items() if draft.text and (talks.folder.path / draft.text).is_file()
    ]
    compared: list[ComparedDrafts] = []
    for before, after in itertools.pairwise(written):
        try:
            found = redline_drafts(talks, before, after)
        except InputError:  # a text without numbered points cannot be compared point by point; `zopa redline` tells it
            continue
        compared.append(ComparedDrafts((found.names[0], found.names[-1]), found.redline, found.favours))
    return tuple(compared)


def _deals(talks: Talks) -> tuple[Deals | None, str]:
    try:
        return run_deals.deals(talks, settings=Settings(limit=200)), ""
    except InputError as error:
        told = [problem.message for problem in error.problems if problem.code in run_deals.PROBLEM_CODES]
        return None, f"No deal can be computed: {' '.join(told)}"


def _deadlock(talks: Talks) -> tuple[DeadlockUnder, ...]:
    return run_deals.deadlock(talks, ("base",))


def _stability(talks: Talks) -> tuple[StabilityResult | None, tuple[tuple[str, str, str], ...]]:
    """What would hold, with the moves by which somebody gains; None where the case has no moves that can be computed on."""
    try:
        conflict = conflict_of(talks)[0]
        return analyse(conflict, limit=200), improvements(conflict)
    except (InputError, StabilityLimitError):
        return None, ()
