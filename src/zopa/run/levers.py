"""Levers: a salience or a no-deal value moved for a moment, and what the deals would then be; nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from zopa.case import BASE
from zopa.case.numbers import middle, party_numbers
from zopa.case.readings import set_values
from zopa.case.to_frame import to_frame
from zopa.errors import UsageError
from zopa.solve.budget import SolverBudget, SolverStoppedError, current_budget, within
from zopa.solve.deals import TooLargeError, find_frontier
from zopa.solve.deals.drafts import find_refusals
from zopa.solve.deals.exists import find_plain_reason
from zopa.solve.deals.programme import build_programme, solve_programme
from zopa.solve.deals.unknowns import find_silent

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case import Case
    from zopa.model.frame import Frame
    from zopa.run.talks import Talks

FRONTIER_POINTS = 20_000
"""Partial deals that the frontier may keep: so many take under a tenth of a second; beyond, only whether there is a deal is told."""
SECONDS = 20.0
"""For the answer to one move of a slider; beyond, it stays undecided."""
NO_LIMIT = -1
"""A no-deal value that limits nothing."""


@dataclass(frozen=True, slots=True)
class Lever:
    """Something that can be moved: `path` in the case, who and what it concerns, and where it stands, in hundredths.

    `value` is `NO_LIMIT` where no no-deal value is set.
    """

    path: str
    party: str
    issue: str
    value: int


@dataclass(frozen=True, slots=True)
class Moved:
    """What the deals would be.

    Attributes:
        exists: whether a deal is acceptable to every party that must agree; None where that stayed undecided.
        reason: one sentence where there is none for a plain reason.
        count: efficient deals; None where there are too many to find at once.
        best: for each veto party, what it would have in its best and in its worst efficient deal, in hundredths.
        drafts: each draft's name, and the veto parties that no way of filling its open points suits.
    """

    exists: bool | None
    reason: str
    count: int | None
    best: tuple[tuple[str, int, int], ...]
    drafts: tuple[tuple[str, tuple[str, ...]], ...]


def levers(talks: Talks, party: str) -> tuple[Lever, ...]:
    """What can be moved for a party: its no-deal value, and its salience on each issue on which its wishes are known.

    Raises:
        UsageError: the case has no such party.
    """
    if party not in talks.case.parties:
        raise UsageError(f"Expected one of the parties {', '.join(talks.case.parties)}, got {party!r}.")
    numbers = party_numbers(talks.case, party)
    least = NO_LIMIT if numbers.no_deal is None else round(middle(numbers.no_deal) * 100)
    rows = [Lever(f"parties.{party}.no-deal", party, "", least)]
    rows += [
        Lever(f"positions.{party}.{issue}.salience", party, issue, round(middle(span)))
        for issue, span in numbers.salience.items()
    ]
    return tuple(rows)


def move(talks: Talks, moved: Mapping[str, int], reading: str = BASE, *, under: Case | None = None) -> Moved:
    """The deals with some levers moved.

    Args:
        talks: the case.
        moved: by path of a lever: a salience from 0 to 100, or a no-deal value in hundredths of the party's scale.
        reading: the reading that the levers are moved under.
        under: the case under that reading, where it was made before.

    Raises:
        UsageError: a path is that of no lever, or a value is out of range or cannot be set.
    """
    known = {lever.path for party in talks.case.parties for lever in levers(talks, party)}
    for path, value in moved.items():
        if path not in known or not NO_LIMIT <= value <= 100:
            raise UsageError(f"Expected a lever of the case and a value from 0 to 100, got {path!r} and {value}.")
    frame = _frame(talks, moved, under or talks.under(reading))
    try:
        with within(SolverBudget(SECONDS, current_budget())):
            return _solve(frame)
    except SolverStoppedError:
        return Moved(None, "", None, (), _drafts(frame))


def _frame(talks: Talks, moved: Mapping[str, int], case: Case) -> Frame:
    told = {path: _written(path, value) for path, value in moved.items()}
    after, wrong = set_values(case, told)
    if wrong:  # a slider that moves nothing must not look as if it did
        raise UsageError(" ".join(f"{finding.message} {finding.cure}" for finding in wrong))
    return to_frame(after, stated=talks.stated)


def _written(path: str, value: int) -> str:
    """The value as a case file would hold it."""
    if path.endswith(".no-deal"):
        return "" if value == NO_LIMIT else str(value / 100)
    return str(value)


def _solve(frame: Frame) -> Moved:
    drafts = _drafts(frame)
    reason = find_plain_reason(frame)
    if reason:
        return Moved(False, reason, 0, (), drafts)
    try:
        found = find_frontier(frame, max_points=FRONTIER_POINTS)
    except TooLargeError:
        answer = solve_programme(build_programme(frame))
        exists = None if answer.status == "undecided" and answer.deal is None else answer.deal is not None
        return Moved(exists, "", None, (), drafts)
    if not len(found.points):
        return Moved(False, "", 0, (), drafts)
    ends = [(found.points[:, k].max(), found.points[:, k].min()) for k in range(len(frame.veto_parties))]
    best = tuple(
        (frame.name(frame.parties[p]), _hundredths(int(most), frame.scale[p]), _hundredths(int(least), frame.scale[p]))
        for p, (most, least) in zip(frame.veto_parties, ends, strict=True)
    )
    silent = dict.fromkeys(frame.name(frame.parties[unknown.party]) for unknown in find_silent(frame))
    if silent:  # as on the page of the deals: nobody can say that such a party would take anything
        return Moved(None, f"Nothing is known of what {' and '.join(silent)} would take.", found.count, best, drafts)
    return Moved(True, "", found.count, best, drafts)


def _drafts(frame: Frame) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each draft's name, and who refuses it for what it says."""
    return tuple(
        (
            draft.name or draft.id,
            tuple(frame.name(frame.parties[p]) for p in frame.veto_parties if find_refusals(frame, draft, p)),
        )
        for draft in frame.drafts
    )


def _hundredths(points: int, scale: int) -> int:
    return round(Fraction(points, scale) * 100)
