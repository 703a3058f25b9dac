"""Levers: a salience or a no-deal value held for a moment, and what the answers would then be; nothing is written.

A held value is one draw less of what if: the frame as filled has it, and so has every draw, while all else is drawn as before.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from typing import TYPE_CHECKING

from zopa.case import BASE, reading_title
from zopa.case.numbers import middle, party_numbers
from zopa.case.readings import set_values
from zopa.case.to_frame import to_frame
from zopa.case.vague import to_vague
from zopa.errors import UsageError
from zopa.model.vague import VagueCase
from zopa.solve.budget import SolverBudget, SolverStoppedError, current_budget, within
from zopa.solve.deals import TooLargeError, find_frontier
from zopa.solve.deals.drafts import find_refusals
from zopa.solve.deals.exists import find_plain_reason
from zopa.solve.deals.programme import build_programme, solve_programme
from zopa.solve.deals.unknowns import find_silent
from zopa.solve.whatif import EnsembleSettings, Question, hold_inputs, solve_ensemble, tally

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case import Case
    from zopa.model.frame import Frame
    from zopa.run.talks import Talks
    from zopa.solve.whatif import Tally

FRONTIER_POINTS = 20_000
"""Partial deals that the frontier may keep: so many take under a tenth of a second; beyond, only whether there is a deal is told."""
SECONDS = 20.0
"""For the answer to one move of a slider; beyond, it stays undecided."""
NO_LIMIT = -1
"""A no-deal value that limits nothing."""
DRAWS = 64
"""For each reading: enough for a word of likelihood, and few enough to follow a slider."""
_LEAST = ".no-deal"


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
    """What the deals would be, everything else as filled.

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


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the draws give with the levers as they stand: whether a deal is possible; by draft name, whether it can stand."""

    deal: Tally
    drafts: tuple[tuple[str, Tally], ...]


class LeverBench:
    """The levers of a case under all its readings side by side; what does not depend on them is made once."""

    def __init__(self, talks: Talks) -> None:
        self.talks = talks

    @cached_property
    def cases(self) -> dict[str, Case]:
        """The case under each reading."""
        return {reading: self.talks.under(reading) for reading in self.talks.readings}

    @cached_property
    def vague(self) -> VagueCase:
        """The case with what is vague in it."""
        return to_vague(self.talks.case, self.talks.anchored.passages, stated=self.talks.stated)

    @cached_property
    def still(self) -> list[Drawn]:
        """What the draws give while no lever is moved."""
        return self.draw({})

    def move(self, moved: Mapping[str, int]) -> list[tuple[str, Moved]]:
        """The title of each reading, and what the deals would be under it."""
        told = self.cases.items()
        return [
            (reading_title(self.talks.case, name), move(self.talks, moved, name, under=case)) for name, case in told
        ]

    def draw(self, moved: Mapping[str, int]) -> list[Drawn]:
        """What the draws give under each reading."""
        return [draw(self.talks, moved, name, under=case, vague=self.vague) for name, case in self.cases.items()]


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
    _check(talks, moved)
    frame = _frame(talks, moved, under or talks.under(reading))
    try:
        with within(SolverBudget(SECONDS, current_budget())):
            return _solve(frame)
    except SolverStoppedError:
        return Moved(None, "", None, (), _drafts(frame))


def draw(
    talks: Talks, moved: Mapping[str, int], reading: str = BASE, *, under: Case | None = None, vague: VagueCase | None = None
) -> Drawn:  # fmt: skip
    """What the draws give with some levers held, all else as vague as it is.

    Args:
        talks: the case.
        moved: as in `move`.
        reading: the reading that the levers are moved under.
        under: the case under that reading, where it was made before.
        vague: the case with what is vague in it, where it was made before.

    Raises:
        UsageError: as `move`.
    """
    _check(talks, moved)
    vague = vague or to_vague(talks.case, talks.anchored.passages, stated=talks.stated)
    whole = dict(vague.readings)[reading]
    frame = _frame(talks, moved, under or talks.under(reading)) if moved else whole.frame
    held = hold_inputs(whole, frame, {_place(frame, path): _value(path, value) for path, value in moved.items()})
    settings = EnsembleSettings(DRAWS, looked=0, conflicts=False, packages=False)
    found = solve_ensemble(VagueCase(((reading, held),), vague.coordinates), settings)
    answers = found.readings[0].answers
    drafts = tuple((d.name or d.id, tally(answers[Question("draft", draft=d.id)])) for d in frame.drafts)
    return Drawn(tally(answers[Question("deal")]), drafts)


def _check(talks: Talks, moved: Mapping[str, int]) -> None:
    known = {lever.path for party in talks.case.parties for lever in levers(talks, party)}
    for path, value in moved.items():
        if path not in known or not NO_LIMIT <= value <= 100 or (value == NO_LIMIT and not path.endswith(_LEAST)):
            raise UsageError(f"Expected a lever of the case and a value from 0 to 100, got {path!r} and {value}.")


def _place(frame: Frame, path: str) -> tuple[int, int | None]:
    """The party and the issue of a lever."""
    _, party, *issue = path.split(".")
    at = frame.parties.index(party)
    return (at, None) if path.endswith(_LEAST) else (at, frame.issues.index(issue[0]))


def _value(path: str, value: int) -> Fraction | None:
    """The value of a lever on the scale of the case."""
    if path.endswith(_LEAST):
        return None if value == NO_LIMIT else Fraction(value, 100)
    return Fraction(value)


def _frame(talks: Talks, moved: Mapping[str, int], case: Case) -> Frame:
    told = {path: _written(path, value) for path, value in moved.items()}
    after, wrong = set_values(case, told)
    if wrong:  # a slider that moves nothing must not look as if it did
        raise UsageError(" ".join(f"{finding.message} {finding.cure}" for finding in wrong))
    return to_frame(after, stated=talks.stated)


def _written(path: str, value: int) -> str:
    """The value as a case file would hold it."""
    if path.endswith(_LEAST):
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
