"""What waiting does, told for a reader: who says that time helps whom, what is due, gates; then what follows if they are right."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.case import apply_reading
from zopa.views.letters import assign_letters
from zopa.views.process_page import gate_line
from zopa.views.silence import say_deal, say_filed
from zopa.views.terms import gap
from zopa.views.types import Line, Piece, Section, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case import Case
    from zopa.model.frame import Frame
    from zopa.solve.deals import Outcome
    from zopa.solve.pace import PatientDeal
    from zopa.sources import Document, Passage
    from zopa.views.timeline import ProcessView

_MOVED = 8  # issues that one line names


@dataclass(frozen=True, slots=True)
class TimeWord:
    """A claim about time: by whom, whom time helps and hurts (party ids, "" for none), in which words, passages for and against."""

    says: tuple[str, ...]
    helps: str
    hurts: str
    what: str
    disputed_by: tuple[str, ...]
    passages: tuple[Passage, ...]
    against: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Tried:
    """One party's patience tried alone: its word, and what would be agreed then."""

    party: str
    word: str
    found: PatientDeal


@dataclass(frozen=True, slots=True)
class PaceUnder:
    """What patience does under one reading.

    Attributes:
        reading, title: id and descriptive title.
        frame: what was computed on.
        usual: what would be agreed if all are as patient as filed, alike where nothing is filed.
        tried: for each party that must agree, a very patient and a very impatient one.
        last: party that proposes first to the deal that offers in turn lead to by the deadline, and the month; empty without one.
        closes: month in which drifting no-deal values leave no deal; None where they do not, or none drifts.
    """

    reading: str
    title: str
    frame: Frame
    usual: PatientDeal
    tried: tuple[Tried, ...] = ()
    last: Mapping[str, tuple[Outcome | None, int]] | None = None
    closes: int | None = None


@dataclass(frozen=True, slots=True)
class Pace:
    """What came of it.

    Attributes:
        claims: what is said of time.
        process: gates and calendar.
        readings: what follows, by reading.
        discounts: party id to what a gain in a month is worth now, of those of whom something is filed or was asked.
        words: party id to how it was filed.
        deadlines: party id to its day.
        months: until the first deadline, None without one.
        risk: of a breakdown each month.
        drift: party id to the change of its no-deal value a month.
    """

    claims: tuple[TimeWord, ...]
    process: ProcessView
    readings: tuple[PaceUnder, ...]
    discounts: Mapping[str, float]
    words: Mapping[str, str]
    deadlines: Mapping[str, str]
    months: int | None
    risk: float
    drift: Mapping[str, float]


def build_pace_sections(case: Case, made: Pace, documents: Sequence[Document]) -> list[Section]:
    """Claims, dates, gates; what follows from patience, what a month costs; the annex with the numbers."""
    letters = assign_letters(documents)
    gates = tuple(gate_line(gate, letters) for gate in made.process.open_gates)
    sections = [
        Section("time-claims", "Who says that time helps whom", _claims(case, made)),
        Section("time-dates", "Dates that bear on it", _dates(case, made)),
        Section(
            "time-gates",
            "Gates still open, and who holds them",
            gates or (say_filed("gates", unread=made.process.unread),),
        ),
        Section("time-patience", "What follows if they are right", tuple(_patience(case, made)), note=_NOTE),
        Section("time-months", "What a month costs", tuple(_months(case, made))),
        *(_annex(case, made, under) for under in made.readings),
    ]
    return [section for section in sections if section.filled]


_NOTE = (
    "If offers follow each other and each side would rather agree today than in a month, the more patient side gets more: the agreed "
    "package is the Nash solution weighted by patience. Each party is tried alone as very patient and as very impatient; the others stay "
    "as they are filed. This says in which direction waiting moves a package; it is no forecast."
)


def _claims(case: Case, made: Pace) -> tuple[Line, ...]:
    lines: list[Line] = []
    for claim in made.claims:
        whom = " and ".join(
            [f"helps {case.party_name(claim.helps)}"] * bool(claim.helps)
            + [f"hurts {case.party_name(claim.hurts)}"] * bool(claim.hurts)
        )
        says = ", ".join(case.party_name(name) for name in claim.says) or "not named"
        pieces = [Piece(f"{says}: ", tone="label"), Piece(f"time {whom or 'matters'}")]
        pieces += [Piece(f" – {claim.what}", claim.passages)] if claim.what else [Piece(" (passage)", claim.passages)]
        if claim.disputed_by or claim.against:
            by = ", ".join(case.party_name(name) for name in claim.disputed_by) or "other words"
            pieces.append(Piece(f"; disputed by {by}", claim.against))
        lines.append(Line((*pieces, Piece(".")), tag="disputed" if claim.disputed_by or claim.against else None))
    return tuple(lines) or (say_filed("time"),)


def _dates(case: Case, made: Pace) -> tuple[Line, ...]:
    due = [(row.date, row.what, row.status, row.passages) for row in made.process.calendar]
    own = [
        (day, f"{case.party_name(p)} needs an agreement by then", "deadline", ()) for p, day in made.deadlines.items()
    ]
    lines = tuple(
        Line((Piece(f"{date}: ", tone="label"), Piece(f"{what}.", passages)), tag=status)
        for date, what, status, passages in sorted((*due, *own), key=lambda row: row[0])
    )
    return lines or (say_filed("calendar", unread=made.process.unread),)


def _patience(case: Case, made: Pace) -> list[Line]:
    veto = {under.frame.parties[p] for under in made.readings for p in under.frame.veto_parties}
    filed = "; ".join(f"{case.party_name(party)}: {word}" for party, word in made.words.items())
    silent = ", ".join(sorted(case.party_name(party) for party in veto - set(made.words)))
    lines = [Line((Piece(f"Patience as filed – {filed}."),))] if filed else []
    if silent:
        told = gap(f"nothing is filed of the patience of {silent}")
        lines.append(Line((Piece("Who is the more patient is open: "), told, Piece("; they count alike."))))
    if bare := ", ".join(sorted(case.party_name(party) for party in veto if case.parties[party].no_deal is None)):
        told = gap(f"what {bare} would have without a deal")
        lines.append(Line((Piece("Not filed is "), told, Piece("; gains are counted from nothing there."))))
    for under in made.readings:
        lines += _under(case, made, under)
    return lines


def _under(case: Case, made: Pace, under: PaceUnder) -> list[Line]:
    head = Piece(f"{under.title}: ", tone="label")
    if under.usual.outcome is None:
        told = "no deal is possible on what is filled in, so patience moves none; waiting only changes what each has without one."
        return [Line((head, Piece(told)), tag="no-deal")]
    if (empty := say_deal("known", under.frame)).tone == "gap":
        return [Line((head, empty), tag="cannot-tell")]
    lines = [Line((head, Piece(_moved(case, under, tried)))) for tried in under.tried]
    lines += [_last(case, made, under, first, *found) for first, found in (under.last or {}).items()]
    if made.drift:
        named = ", ".join(case.party_name(party) for party in made.drift)
        told = (
            f"in month {under.closes} no deal is left"
            if under.closes is not None
            else "a deal stays possible as far as was looked"
        )
        lines.append(Line((head, Piece(f"as the no-deal value of {named} drifts, {told}."))))
    return lines


def _moved(case: Case, under: PaceUnder, tried: Tried) -> str:
    """What would be agreed otherwise if one party were more or less patient."""
    name = f"were {case.party_name(tried.party)} {tried.word}"
    usual = under.usual.outcome
    if tried.found.outcome is None or usual is None:
        return f"{name}, no package follows."
    moved = [i for i, option in tried.found.outcome.deal.items() if usual.deal[i] != option]
    if not moved:
        return f"{name}, the agreed package would be the same."
    judged = apply_reading(case, under.reading)
    told = "; ".join(
        f"{judged.issue_name(i)}: {judged.option_name(i, tried.found.outcome.deal[i])} instead of {judged.option_name(i, usual.deal[i])}"
        for i in moved[:_MOVED]
    )
    more = f"; and {len(moved) - _MOVED} more" if len(moved) > _MOVED else ""
    return f"{name}, the agreed package would have {told}{more}."


def _last(case: Case, made: Pace, under: PaceUnder, first: str, outcome: Outcome | None, month: int) -> Line:
    head = Piece(f"{under.title}: ", tone="label")
    months = f"with offers once a month for {made.months} month(s), {case.party_name(first)} first, "
    if outcome is None or under.usual.outcome is None:
        return Line((head, Piece(f"{months}nobody would agree.")))
    moved = [i for i, option in outcome.deal.items() if under.usual.outcome.deal[i] != option]
    when = "at once" if month == 0 else f"in month {month + 1}"
    differs = (
        "on the same package"
        if not moved
        else f"on a package that differs on {', '.join(case.issue_name(i) for i in moved[:_MOVED])}"
    )
    return Line((head, Piece(f"{months}they would agree {when} {differs}.")))


def _months(case: Case, made: Pace) -> list[Line]:
    """Who loses most of its own gain by a month: scales of different parties are not compared."""
    lines: list[Line] = []
    for party, discount in sorted(made.discounts.items(), key=lambda row: case.party_name(row[0])):
        lost = next((words for end, words in _LOST if 1 - discount <= end))
        lines.append(
            Line(
                (
                    Piece(f"{case.party_name(party)}: ", tone="label"),
                    Piece(f"a month without the agreed package costs it {lost} of what it gains by it."),
                )
            )
        )
    if lines or not any(under.usual.outcome for under in made.readings):
        return lines
    return [say_filed("patience")]


_LOST = (
    (0.0, "nothing"), (0.015, "about a hundredth"), (0.04, "some hundredths"), (0.07, "about a twentieth"), (0.15, "about a tenth"),
    (0.3, "about a quarter"), (0.6, "about half"), (1.0, "most"),
)  # fmt: skip


def _annex(case: Case, made: Pace, under: PaceUnder) -> Section:
    title = f"Annex: {under.title}"
    if under.usual.outcome is None:
        return Section(f"annex-{under.reading}", title)
    outcomes = [("as filed", under.usual), *((f"{case.party_name(t.party)} {t.word}", t.found) for t in under.tried)]
    veto = [under.frame.parties[p] for p in under.frame.veto_parties]
    rows = tuple(
        (
            Line((Piece(name),)),
            (*((Piece(f"{found.weights[p]:.3f}"),) for p in veto), *((Piece(f"{found.outcome.utility[p]:.3f}"),) for p in veto),
             *((Piece(f"{found.month_cost[p]:.4f}"),) for p in veto)),
        )
        for name, found in outcomes if found.outcome is not None
    )  # fmt: skip
    columns = (
        "Patience",
        *(f"{kind} {case.party_name(p)}" for kind in ("weight", "utility", "a month costs") for p in veto),
    )
    discounts = ", ".join(f"{case.party_name(p)} {made.discounts[p]:.3f}" for p in veto if p in made.discounts)
    note = (
        f"A gain in a month is worth now: {discounts or 'nothing filed'}; others 0.970. Weights in proportion to 1 / -log of it (Binmore, "
        f"Rubinstein and Wolinsky 1986); of tied deals the first. Risk of a breakdown each month {made.risk:.3f}."
    )
    return Section(f"annex-{under.reading}", title, table=Table(columns, rows), note=note)
