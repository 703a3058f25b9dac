"""The chain of pace: a case -> who says that time helps whom, gates and dates -> what follows from patience, by reading."""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from datetime import date
from fractions import Fraction
from typing import TYPE_CHECKING

from zopa.case import reading_title
from zopa.case.values import WORDS_OF_PATIENCE, last_day, parse_patience
from zopa.errors import InputError, Problem, UsageError
from zopa.run.deals import SECONDS, frames, solving
from zopa.run.talks import page
from zopa.solve.deals import TooLargeError, find_frontier
from zopa.solve.deals.outcome import build_outcomes
from zopa.solve.pace import EVEN, closing_month, offered_deal, patient_deal
from zopa.views.pace import Pace, PaceUnder, TimeWord, Tried, build_pace_sections
from zopa.views.timeline import process_of_case
from zopa.views.unread import unread_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.model.frame import Frame
    from zopa.run.talks import Talks
    from zopa.solve.deals import Frontier, Outcome
    from zopa.solve.pace import PatientDeal
    from zopa.views import Brief

DAYS_A_MONTH = 30.4375
HORIZON = 60
"""Months in which drifting no-deal values are looked at."""
POINTS = 20_000
"""Partial deals that a frontier may keep here; beyond, solutions come from the integer programme and offers in turn are not told."""
OFFERED = 2_000  # efficient deals among which offers are made
PROBLEM_CODES = {"deadline-past": "`zopa pace` was asked about a deadline that lies before the day of the case"}


@dataclass(frozen=True, slots=True)
class PaceSettings:
    """What to try beyond what is filed.

    `patience`: party id to a word or a number, in the place of what is filed; `drift`: party id to the change of its no-deal value a month;
    `risk`: of a breakdown each month; `months`: until offers end, in the place of the first deadline.
    """

    patience: Mapping[str, str] = field(default_factory=dict[str, str])
    drift: Mapping[str, str] = field(default_factory=dict[str, str])
    risk: float = 0.0
    months: int | None = None


def pace(
    talks: Talks, readings: Sequence[str] = (), settings: PaceSettings | None = None, *, seconds: float = SECONDS
) -> Pace:
    """Who says that time helps whom, and what follows if they are right, under each reading.

    Raises:
        InputError: nothing is confirmed, nobody must agree, a deadline is in the past, or the time was up.
        UsageError: no such reading or party, or patience, drift or risk out of its range.
    """
    settings = settings or PaceSettings()
    if not 0 <= settings.risk < 1:
        raise UsageError(f"Expected a risk of breakdown from 0 to below 1, got {settings.risk}.")
    under = frames(talks, readings)
    words, discounts, costs = _patience(talks, settings)
    drift = {party: _drift(talks, party, value) for party, value in settings.drift.items()}
    deadlines = {p: party.deadline for p, party in talks.case.parties.items() if party.deadline}
    months = settings.months or _months(talks, deadlines)
    found: list[PaceUnder] = []
    with solving(seconds):
        for reading, frame in under.items():
            kept = {
                frame.parties[p]: discounts.get(frame.parties[p], EVEN) * (1 - settings.risk)
                for p in frame.veto_parties
            }
            told = PaceUnder(reading, reading_title(talks.case, reading), frame, patient_deal(frame, None, kept, costs))
            found.append(
                told if told.usual.outcome is None else _tried(told, _Terms(kept, costs, settings.risk, months), drift)
            )
    shown = {party: float(value) for party, value in drift.items()}
    told = process_of_case(talks.case, talks.filed, unread=unread_words(talks.documents))
    return Pace(_claims(talks), told, tuple(found), discounts, words, deadlines, months, settings.risk, shown, costs)


def pace_page(talks: Talks, made: Pace) -> Brief:
    """What waiting does as a page; numbers only in the annex."""
    return page(talks, "What waiting does", build_pace_sections(talks.case, made, talks.documents))


def _claims(talks: Talks) -> tuple[TimeWord, ...]:
    found: list[TimeWord] = []
    for n, claim in enumerate(talks.case.process.time):
        if claim.proposed:
            continue
        path = ("process", "time", n, "evidence")
        placed = [
            (item.for_, talks.anchored.passages[(*path, k)])
            for k, item in enumerate(claim.evidence)
            if (*path, k) in talks.anchored.passages
        ]
        for_, against = (tuple(p for kind, p in placed if (kind == "denial") == denied) for denied in (False, True))
        found.append(TimeWord(claim.says, claim.helps, claim.hurts, claim.what, claim.disputed_by, for_, against))
    return tuple(found)


def _patience(talks: Talks, settings: PaceSettings) -> tuple[dict[str, str], dict[str, float], dict[str, float]]:
    """Words, discounts and costs of a month of those of whom something is filed or asked."""
    words: dict[str, str] = {}
    discounts: dict[str, float] = {}
    costs: dict[str, float] = {}
    for party in settings.patience:
        _known(talks, party)
    for party, entry in talks.case.parties.items():
        given = settings.patience.get(party)
        try:
            told = parse_patience(given) if given is not None else entry.patience
        except ValueError as error:
            raise UsageError(f"Patience of {party}: {error}.") from error
        if told is not None:
            words[party] = str(told)
            discounts |= {party: float(told.amount.middle)} if told.amount else {}
            costs |= {party: float(told.cost)} if told.cost else {}
    return words, discounts, costs


def _drift(talks: Talks, party: str, value: str) -> Fraction:
    _known(talks, party)
    try:
        drift = Fraction(value)
    except (ValueError, ZeroDivisionError):
        raise UsageError(f"Expected a change a month such as 0.02 for {party}, got {value!r}.") from None
    if not -1 <= drift <= 1:
        raise UsageError(f"Expected a change a month from -1 to 1 for {party}, got {value}.")
    return drift


def _known(talks: Talks, party: str) -> None:
    if party not in talks.case.parties:
        raise UsageError(f"Expected one of the parties {', '.join(talks.case.parties)}, got {party!r}.")


def _months(talks: Talks, deadlines: Mapping[str, str]) -> int | None:
    """Months from the day of the case to the first deadline, at least 1; None without a deadline or a day."""
    today = talks.as_of or talks.case.as_of
    if not deadlines or not today:
        return None
    now = date.fromisoformat(last_day(today))
    days = {party: date.fromisoformat(last_day(day)) for party, day in deadlines.items()}
    late = {party: day for party, day in days.items() if day < now}
    if late:
        party, day = next(iter(late.items()))
        line = talks.folder.loaded.line(("parties", party, "deadline"))
        message = f"Expected a deadline after {now}, the day of the case, got {day} for {party}."
        problem = Problem(
            "error",
            talks.folder.loaded.path,
            line,
            "deadline-past",
            message,
            "Correct it or take it out: what is past ends no talks.",
        )
        raise InputError((*talks.problems, problem))
    return max(1, math.ceil(min((day - now).days for day in days.values()) / DAYS_A_MONTH))


@dataclass(frozen=True, slots=True)
class _Terms:
    """Discounts with the risk in them, costs of a month, the risk, months until offers end."""

    discounts: Mapping[str, float]
    costs: Mapping[str, float]
    risk: float
    months: int | None


def _tried(told: PaceUnder, terms: _Terms, drift: Mapping[str, Fraction]) -> PaceUnder:
    """With each party's patience tried, offers until the last month, and drifting no-deal values."""
    frame, discounts, costs = told.frame, terms.discounts, terms.costs
    parties = sorted(discounts, key=frame.name)
    frontier = _frontier(frame)

    def agreed(party: str, word: str) -> PatientDeal:
        other = {**discounts, party: float(WORDS_OF_PATIENCE[word]) * (1 - terms.risk)}
        return patient_deal(frame, frontier, other, costs)

    tried = tuple(Tried(p, word, agreed(p, word)) for p in parties for word in ("very patient", "very impatient"))
    last: dict[str, tuple[Outcome | None, int]] | None = None
    if terms.months is not None and frontier is not None:
        deals = build_outcomes(frame, frontier.deals(limit=OFFERED))
        last = {p: offered_deal(frame, deals, discounts, terms.months, first=p, costs=costs) for p in parties}
    closes = closing_month(frame, drift, HORIZON) if drift else None
    usual = patient_deal(frame, frontier, discounts, costs)
    return replace(told, usual=usual, tried=tried, last=last, closes=closes)


def _frontier(frame: Frame) -> Frontier | None:
    try:
        return find_frontier(frame, max_points=POINTS)
    except TooLargeError:
        return None
