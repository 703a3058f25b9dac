"""The grid: parties by issues, each cell with its stance, its voice, its passages and the day of its last word.

A stance is the first of these that holds: contested (accounts or readings disagree), red line, priority (a first choice with a
salience of 75 or more), supports, accepts, opposes, open, unknown. Unknown is not neutral: nothing is filed there yet.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from zopa.case.numbers import middle, option_values, salience_range
from zopa.case.readings import BASE, apply_reading
from zopa.case.speakers import NOBODY, Voice, voice_of
from zopa.case.trust import evidence_day
from zopa.views.charts.ranges import draw_ranges
from zopa.views.charts.voices import draw_voices
from zopa.views.letters import label
from zopa.views.types import Line, Piece, Section, Table

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from zopa.case import Case, Evidence, Position
    from zopa.case.ledger import Basis
    from zopa.case.speakers import Teller
    from zopa.sources import Passage

Stance = Literal["contested", "red line", "priority", "supports", "accepts", "opposes", "open", "unknown"]
STANCES: tuple[Stance, ...] = (
    "contested", "red line", "priority", "supports", "accepts", "opposes", "open", "unknown",
)  # fmt: skip
SIGNS: dict[Stance, str] = {
    "contested": "≠", "red line": "▮", "priority": "▲", "supports": "△", "accepts": "○", "opposes": "✕", "open": "◇", "unknown": "·",
}  # fmt: skip
VOICE_SIGNS: dict[Voice, str] = {"quoted": "*", "reported": "~", "other-side": "°", "author": "!"}
HIGH = 75  # design, section 9: a first choice with so much salience is a priority
_WORDS = 14  # words of a quote that a cell shows
_SHOWN = 2  # quotes that a cell shows


@dataclass(frozen=True, slots=True)
class StanceWord:
    """One piece of evidence in a cell: the passage, who says it, how the party is heard in it, and when."""

    passage: Passage
    teller: Teller
    voice: Voice
    for_: str
    day: str
    status: str | None
    credibility: int | None
    reported_by: str = ""


@dataclass(frozen=True, slots=True)
class Side:
    """One of the sides of a contested cell: what it says and whose it is (a reading's title, or an account's)."""

    what: str
    of: str
    passages: tuple[Passage, ...] = ()


@dataclass(frozen=True, slots=True)
class Cell:
    """Where a party stands on an issue.

    Attributes:
        party, issue: ids.
        stance: by precedence.
        options: those that the stance is about: the first choice; what is accepted or opposed; none for open and unknown.
        red_line: stated, inferred or None; `excluded` are the options that cross it.
        salience: its middle, None where nobody has said it.
        words: evidence, best voice first, then latest first.
        sides: of a contested cell.
        last: day of the last word, "" where there is none.
        voice: the best voice, None without evidence.
        basis: evidence, judgement, default (medium salience assumed) or unknown.
        proposed: zopa proposed it and nobody has confirmed it.
    """

    party: str
    issue: str
    stance: Stance
    options: tuple[str, ...] = ()
    red_line: Literal["stated", "inferred"] | None = None
    excluded: tuple[str, ...] = ()
    salience: float | None = None
    words: tuple[StanceWord, ...] = ()
    sides: tuple[Side, ...] = ()
    last: str = ""
    voice: Voice | None = None
    basis: Basis = "unknown"
    proposed: bool = False


@dataclass(frozen=True, slots=True)
class Grid:
    """All cells, parties alphabetical by name, issues in the case's order."""

    case: Case
    parties: tuple[str, ...]
    issues: tuple[str, ...]
    cells: tuple[Cell, ...]

    def cell(self, party: str, issue: str) -> Cell:
        """The cell of a party and an issue of the grid."""
        return next(c for c in self.cells if (c.party, c.issue) == (party, issue))


@dataclass(frozen=True, slots=True)
class CaseEvidence:
    """What the views know of a case's evidence: passages and tellers by path, which red lines were stated, which paths are denials."""

    passages: Mapping[tuple[str | int, ...], Passage]
    tellers: Mapping[tuple[str | int, ...], Teller]
    stated: Callable[[str, str], bool]
    denials: frozenset[tuple[str | int, ...]] = frozenset()

    def words(self, case: Case, party: str, issue: str) -> tuple[StanceWord, ...]:
        """The evidence for a position, best voice first, the latest word first."""
        position = case.position(party, issue)
        found: list[StanceWord] = []
        for n, item in enumerate(position.evidence if position else ()):
            path = ("positions", party, issue, "evidence", n)
            passage = self.passages.get(path)
            if passage is not None:
                found.append(_word(case, item, passage, self.tellers.get(path, NOBODY), party))
        order = list(VOICE_SIGNS)
        found.sort(key=lambda w: w.day, reverse=True)
        return tuple(sorted(found, key=lambda w: order.index(w.voice)))


def build_grid(case: Case, evidence: CaseEvidence, *, reading: str = BASE, track: str | None = None) -> Grid:
    """The grid of a case under a reading; `track` keeps only its issues."""
    shown = apply_reading(case, reading)
    parties = tuple(sorted(shown.parties, key=lambda p: shown.party_name(p).lower()))
    issues = tuple(i for i, issue in shown.issues.items() if track is None or issue.track == track)
    cells = tuple(_cell(case, shown, evidence, party, issue) for issue in issues for party in parties)
    return Grid(shown, parties, issues, cells)


def _word(case: Case, item: Evidence, passage: Passage, teller: Teller, party: str) -> StanceWord:
    return StanceWord(passage, teller, voice_of(item, teller, party), item.for_, evidence_day(case, item), item.status,
                item.credibility, item.reported_by)  # fmt: skip


def _cell(written: Case, case: Case, evidence: CaseEvidence, party: str, issue: str) -> Cell:
    position = case.position(party, issue)
    if position is None:
        return Cell(party, issue, "unknown")
    words = evidence.words(case, party, issue)
    names = tuple(case.issues[issue].options)
    excluded = position.red_line.excluded(names) if position.red_line else ()
    sides = _sides(written, case, party, issue, words)
    stance, options = _stance(position, names, contested=bool(sides))
    return Cell(
        party, issue, stance, options,
        red_line=None if not position.red_line else "stated" if evidence.stated(party, issue) else "inferred",
        excluded=excluded,
        salience=float(middle(salience_range(position))) if position.salience else None,
        words=words, sides=sides,
        last=max((w.day for w in words), default=""),
        voice=words[0].voice if words else None,
        basis="evidence" if words else "judgement" if position.prefers or position.values or position.red_line else "unknown",
        proposed=position.status == "proposed" or case.issues[issue].status == "proposed" or case.parties[party].status == "proposed",
    )  # fmt: skip


def _stance(position: Position, names: tuple[str, ...], *, contested: bool) -> tuple[Stance, tuple[str, ...]]:
    values = option_values(position, names)
    best = max((middle(v) for v in values.values()), default=None) if values else None
    first = tuple(o for o, v in (values or {}).items() if middle(v) == best)
    ordered = bool(first) and len(first) < len(names)
    high = ordered and position.salience is not None and middle(salience_range(position)) >= HIGH
    if contested:
        return "contested", first if ordered else position.accepts
    if position.red_line:
        return "red line", first if ordered else ()
    if ordered:
        return ("priority" if high else "supports"), first
    if position.accepts:
        return "accepts", position.accepts
    if position.opposes:
        return "opposes", position.opposes
    if position.stance:
        return position.stance, ()
    return ("open" if position.evidence or position.prefers or position.opening else "unknown"), ()


def _sides(written: Case, case: Case, party: str, issue: str, words: tuple[StanceWord, ...]) -> tuple[Side, ...]:
    """The sides of a cell whose accounts disagree: a denial among its quotes, or a reading that sets it otherwise."""
    denials = tuple(w.passage for w in words if w.for_ == "denial")
    position = case.position(party, issue)
    own = _told(case, party, issue)
    sides: list[Side] = []
    if denials and position:
        sides.append(Side(own, "as written", tuple(w.passage for w in words if w.for_ != "denial")))
        sides.append(Side("denied", "denial", denials))
    for reading, judged in written.readings.items():
        if any(dotted.startswith(f"positions.{party}.{issue}") for dotted in judged.set):
            told = _told(apply_reading(written, reading), party, issue)
            if told != own:
                sides = sides or [Side(own, "as written", tuple(w.passage for w in words))]
                sides.append(Side(told, judged.title))
    return tuple(sides)


def _told(case: Case, party: str, issue: str) -> str:
    """What a position comes to in a few words."""
    position = case.position(party, issue)
    if position is None:
        return "not known"
    names = tuple(case.issues[issue].options)
    _, options = _stance(position, names, contested=False)
    parts = [" or ".join(case.option_name(issue, o) for o in options)] if options else []
    if position.red_line:
        parts.append("never " + " or ".join(case.option_name(issue, o) for o in position.red_line.excluded(names)))
    return "; ".join(parts) or "no order of options known"


def build_grid_section(grid: Grid, letters: Mapping[str, str]) -> Section:
    """The grid as a table: parties in columns, issues in rows."""
    case = grid.case
    rows = tuple(
        (
            Line((Piece(case.issue_name(issue)),), tag=None),
            tuple(_pieces(case, grid.cell(party, issue), letters) for party in grid.parties),
        )
        for issue in grid.issues
    )
    note = "Unknown is not neutral: nothing is filed. " + ", ".join(
        f"{sign} {stance}" for stance, sign in SIGNS.items() if stance != "unknown"
    )
    if not rows or not grid.parties:
        gap = Line((Piece("The case has no parties or no issues yet.", tone="gap"),))
        return Section("grid", "Parties and issues", (gap,))
    return Section(
        "grid",
        "Parties and issues",
        table=Table(("Issue", *(case.party_name(p) for p in grid.parties)), rows),
        note=f"{note}.",
    )


def build_grid_charts(grid: Grid) -> list[Section]:
    """What the grid looks like: positions between the options, and who is heard on what; without what cannot be drawn."""
    charts = draw_ranges(grid)
    told = [f" ({n} of {len(charts)})" if len(charts) > 1 else "" for n in range(1, len(charts) + 1)]
    ranges = [
        Section(f"ranges-{n}", f"Between the options{which}", chart=chart)
        for n, (which, chart) in enumerate(zip(told, charts, strict=True), 1)
    ]
    voices = Section("voices", "Who is heard on what", chart=draw_voices(grid))
    return [section for section in (*ranges, voices) if section.filled]


def _pieces(case: Case, cell: Cell, letters: Mapping[str, str]) -> tuple[Piece, ...]:
    if cell.stance == "unknown":
        return (Piece("unknown: not filed yet", tone="gap"),)
    head = f"{SIGNS[cell.stance]} {'proposed: ' if cell.proposed else ''}{cell.stance}"
    pieces: list[Piece] = [Piece(head, tone="label")]
    options = " or ".join(case.option_name(cell.issue, o) for o in cell.options)
    if cell.sides:
        pieces += [piece for side in cell.sides for piece in _side(side, letters)]
    elif options:
        pieces.append(Piece(f": {options}"))
    if cell.red_line and not cell.sides:
        never = " or ".join(case.option_name(cell.issue, o) for o in cell.excluded)
        pieces.append(Piece(f"; never {never} ({cell.red_line})"))
    for word in cell.words[:_SHOWN]:
        pieces += [
            Piece(VOICE_SIGNS[word.voice], tone="voice"), label(letters.get(word.passage.source, word.passage.source), (word.passage,)),
            Piece(" "), Piece(_cut(word.passage.text), (word.passage,), "quote"),
            Piece(f" {word.day}" if word.day else " undated", tone="soft"),
        ]  # fmt: skip
    if len(cell.words) > _SHOWN:
        pieces.append(
            Piece(f" and {len(cell.words) - _SHOWN} more", tuple(w.passage for w in cell.words[_SHOWN:]), "soft")
        )
    if not cell.words:
        pieces.append(Piece(" an analyst's judgement, no passage", tone="soft"))
    return tuple(pieces)


def _side(side: Side, letters: Mapping[str, str]) -> list[Piece]:
    del letters
    return [Piece(" — "), Piece(side.what, side.passages), Piece(f" ({side.of})", tone="soft")]


def _cut(text: str) -> str:
    words = text.split()
    return " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
