"""What waiting does, told for a reader: who says that time helps whom, what is due, gates; then what follows if they are right."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.case import apply_reading
from zopa.solve.deals.unknowns import find_silent
from zopa.solve.pace import EVEN
from zopa.views.letters import assign_letters
from zopa.views.process_page import cited, gate_line
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
        costs: party id to what a month of talks costs it, as a part of the best that it could have.
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
    costs: Mapping[str, float] = field(default_factory=dict[str, float])


def build_pace_sections(case: Case, made: Pace, documents: Sequence[Document]) -> list[Section]:
    """Claims, dates, gates; what follows from patience, what a month costs; the annex with the numbers."""
    letters = assign_letters(documents)
    gates = tuple(gate_line(gate, letters) for gate in made.process.open_gates)
    sections = [
        Section("time-claims", "Who says that time helps whom", _claims(case, made, letters)),
        Section("time-dates", "Dates that bear on it", _dates(case, made, letters)),
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


def _claims(case: Case, made: Pace, letters: Mapping[str, str]) -> tuple[Line, ...]:
    lines: list[Line] = []
    for claim in made.claims:
        whom = " and ".join(
            [f"helps {case.party_name(claim.helps)}"] * bool(claim.helps)
            + [f"hurts {case.party_name(claim.hurts)}"] * bool(claim.hurts)
        )
        says = ", ".join(case.party_name(name) for name in claim.says) or "not named"
        pieces = [Piece(f"{says}: ", tone="label"), Piece(f"time {whom or 'matters'}")]
        pieces += [Piece(f" – {claim.what}")] if claim.what else []
        pieces += cited(claim.passages, letters)
        if claim.disputed_by or claim.against:
            by = ", ".join(case.party_name(name) for name in claim.disputed_by) or "other words"
            pieces += [Piece(f"; disputed by {by}"), *(cited(claim.against, letters) if claim.against else [])]
        lines.append(Line((*pieces, Piece(".")), tag="disputed" if claim.disputed_by or claim.against else None))
    return tuple(lines) or (say_filed("time"),)


def _dates(case: Case, made: Pace, letters: Mapping[str, str]) -> tuple[Line, ...]:
    due = [(row.date, row.what, row.status, row.passages) for row in made.process.calendar]
    own = [
        (day, f"{case.party_name(p)} needs an agreement by then", "deadline", ()) for p, day in made.deadlines.items()
    ]
    lines = tuple(
        Line(
            (Piece(f"{date}: ", tone="label"), Piece(what), *(cited(passages, letters) if passages else [])),
            tag=status,
        )
        for date, what, status, passages in sorted((*due, *own), key=lambda row: row[0])
    )
    return lines or (say_filed("calendar", unread=made.process.unread),)


def _patience(case: Case, made: Pace) -> list[Line]:
    veto = {under.frame.parties[p] for under in made.readings for p in under.frame.veto_parties}
    filed = "; ".join(f"{case.party_name(party)}: {_filed(word)}" for party, word in made.words.items())
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


def _filed(told: str) -> str:
    """Patience as filed, without decimals: those stand in the annex."""
    parts = ["a cost of each month of talks" if part.startswith("costs ") else part for part in told.split(", ")]
    return ", ".join("a number of the desk" if part[:1].isdigit() else part for part in parts)


def _under(case: Case, made: Pace, under: PaceUnder) -> list[Line]:
    head = Piece(f"{under.title}: ", tone="label")
    if under.usual.outcome is None:
        told = "no deal is possible on what is filled in, so patience moves none; waiting only changes what each has without one."
        return [Line((head, Piece(told)), tag="no-deal")]
    if (empty := say_deal("known", under.frame)).tone == "gap":
        return [Line((head, empty), tag="cannot-tell")]
    lines = [*_silent(under, head), *(Line((head, Piece(told))) for told in _moved(case, under))]
    lines += [Line((head, Piece(told))) for told in _last(case, made, under)]
    if made.drift:
        named = ", ".join(case.party_name(party) for party in made.drift)
        told = (
            f"in month {under.closes} no deal is left"
            if under.closes is not None
            else "a deal stays possible as far as was looked"
        )
        lines.append(Line((head, Piece(f"as the no-deal value of {named} drifts, {told}."))))
    return lines


def _silent(under: PaceUnder, head: Piece) -> list[Line]:
    """Who must agree and has said nothing: whatever follows below follows only if it takes anything."""
    silent = dict.fromkeys(under.frame.name(under.frame.parties[unknown.party]) for unknown in find_silent(under.frame))
    told = "must agree, and nothing is filed of what it would take; what follows holds only if it takes anything."
    return [Line((head, gap(f"{name} {told}")), tag="cannot-tell") for name in silent]


def _moved(case: Case, under: PaceUnder) -> list[str]:
    """What would be agreed otherwise if one party were more or less patient; those that change it alike in one sentence."""
    usual = under.usual.outcome
    alike: dict[tuple[tuple[str, str], ...] | None, list[str]] = {}
    for tried in under.tried:
        found = tried.found.outcome
        changed = (
            None
            if found is None or usual is None
            else tuple((i, o) for i, o in found.deal.items() if usual.deal[i] != o)
        )
        alike.setdefault(changed, []).append(f"{case.party_name(tried.party)} {tried.word}")
    if list(alike) == [()]:
        return ["were any one of them very patient or very impatient, the agreed package would be the same."]
    judged = apply_reading(case, under.reading)
    return [f"were {' or '.join(who)}, {_changed(judged, usual, changed)}" for changed, who in alike.items()]


def _changed(judged: Case, usual: Outcome | None, changed: tuple[tuple[str, str], ...] | None) -> str:
    if changed is None or usual is None:
        return "no package follows."
    if not changed:
        return "the agreed package would be the same."
    told = "; ".join(
        f"{judged.issue_name(i)}: {judged.option_name(i, o)} instead of {judged.option_name(i, usual.deal[i])}"
        for i, o in changed[:_MOVED]
    )
    more = f"; and {len(changed) - _MOVED} more" if len(changed) > _MOVED else ""
    return f"the agreed package would have {told}{more}."


def _last(case: Case, made: Pace, under: PaceUnder) -> list[str]:
    """What offers up to the last month lead to, by who proposes first; those with the same end in one sentence."""
    usual = under.usual.outcome
    alike: dict[str, list[str]] = {}
    for first, (outcome, month) in (under.last or {}).items():
        if outcome is None or usual is None:
            end = "nobody would agree."
        else:
            moved = [case.issue_name(i) for i, option in outcome.deal.items() if usual.deal[i] != option]
            when = "at once" if month == 0 else f"in month {month + 1}"
            differs = f"on a package that differs on {', '.join(moved[:_MOVED])}" if moved else "on the same package"
            end = f"they would agree {when} {differs}."
        alike.setdefault(end, []).append(case.party_name(first))
    months = f"{made.months} months" if made.months != 1 else "1 month"
    return [
        f"with offers once a month for {months}, {'whoever is' if len(alike) == 1 else ' or '.join(who)} first, {end}"
        for end, who in alike.items()
    ]


def _months(case: Case, made: Pace) -> list[Line]:
    """Who loses most of its own gain by a month: scales of different parties are not compared."""
    lines: list[Line] = []
    told = {p: _lost(1 - made.discounts[p]) for p in made.discounts}
    for party in sorted({*told, *made.costs}, key=case.party_name):
        parts = (
            [f"a month without the agreed package costs it {told[party]} of what it gains by it"]
            if party in told
            else []
        )
        if cost := made.costs.get(party):
            parts.append(
                f"each month of talks costs it {_lost(cost)} of the best that it could have, whatever is agreed"
            )
        lines.append(Line((Piece(f"{case.party_name(party)}: ", tone="label"), Piece(f"{'; '.join(parts)}."))))
    if lines or not any(under.usual.outcome for under in made.readings):
        return lines
    return [say_filed("patience")]


def _lost(part: float) -> str:
    return next(words for end, words in _LOST if part <= end)


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
            tuple((Piece(told),) for told in (
                case.party_name(p), f"{found.weights[p]:.3f}", f"{found.outcome.utility[p]:.3f}", f"{found.month_cost[p]:.4f}",
            )),
        )
        for name, found in outcomes if found.outcome is not None for p in veto
    )  # fmt: skip
    columns = ("Patience", "Party", "Weight", "Utility", "A month costs")
    discounts = ", ".join(f"{case.party_name(p)} {made.discounts[p]:.3f}" for p in veto if p in made.discounts)
    note = (
        f"A gain in a month is worth now: {discounts or 'nothing filed'}; others {EVEN:.3f}. Weights in proportion to 1 / -log of it "
        "(Binmore, Rubinstein and Wolinsky 1986); of tied deals the first. "
        f"Risk of a breakdown each month {made.risk:.3f}.{_paid(case, made)}"
    )
    return Section(f"annex-{under.reading}", title, table=Table(columns, rows), note=note)


def _paid(case: Case, made: Pace) -> str:
    if not made.costs:
        return ""
    told = ", ".join(f"{case.party_name(p)} {cost:.3f}" for p, cost in made.costs.items())
    return f" A month of talks costs: {told}; its gains count from so much over (1 - discount) below its no-deal value (Muthoo 1999)."
