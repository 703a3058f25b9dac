"""The brief of a case: the page that answers, and behind it every part in the order in which a desk asks.

First page: what is known, which text, who is heard, is it a negotiation and through whom, what blocks, and only then which deals
remain possible. Behind it: what changed, process, grid, drafts, what blocks, what would hold, what to find out next, assumptions, quality
of information, indicators, annex. A part whose analysis is missing is left out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from zopa.views.brief import build_brief
from zopa.views.case_checks import build_indicators, build_quality
from zopa.views.case_find_out import build_find_out_all, build_find_out_first
from zopa.views.changes import build_changes_sections
from zopa.views.charts.timeline import draft_days
from zopa.views.compared import build_contradicted
from zopa.views.deadlock import build_deadlock_sections, first_sentence
from zopa.views.deals import build_deals_sections, reading_line
from zopa.views.first_page import number_sections
from zopa.views.grid import SIGNS, build_grid_charts, build_grid_section
from zopa.views.ledger import build_ledger_section
from zopa.views.outcome import build_bottom_line
from zopa.views.process_page import build_process_sections, gate_line, meeting_line
from zopa.views.redline import build_redline_section
from zopa.views.sharing import case_sentences
from zopa.views.silence import say_deal, say_filed
from zopa.views.stability import build_stability_sections
from zopa.views.stability import first_sentence as stability_sentence
from zopa.views.terms import gap, member_passages, member_words, way_words
from zopa.views.types import Brief, FirstPage, Line, Piece, Section, Table
from zopa.views.unread import unread_lines
from zopa.views.ways_out import without_ways_out

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.case import Assumption, Case
    from zopa.errors import Problem
    from zopa.plans import Redline
    from zopa.solve.stability import StabilityResult
    from zopa.views.changes import Changes
    from zopa.views.deadlock import DeadlockUnder
    from zopa.views.deals import Deals
    from zopa.views.find_out import FindOut
    from zopa.views.grid import CaseEvidence, Cell, Grid
    from zopa.views.material import Material
    from zopa.views.redline import Favour
    from zopa.views.timeline import ProcessView

_ROOM = {"contradict": 3, "gates": 3, "channels": 2, "grid": 8, "blocks": 3, "readings": 4, "find-out": 3}
_OFFICIAL = {"official", "wire"}
_CELL_WORDS = 7  # words of an option that a cell of the first page shows


@dataclass(frozen=True, slots=True)
class ComparedDrafts:
    """Two drafts of the case, point by point."""

    names: tuple[str, str]
    redline: Redline
    favours: Mapping[int, tuple[Favour, ...]]


@dataclass(frozen=True, slots=True)
class CaseAnalysis:
    """Everything that a brief of a case shows; None or empty for what could not be computed.

    `found_out`: what a run of what if on this very case says is worth knowing; `asked`: whether there is such a run, only one of another
    state of the case, or none.
    """

    case: Case
    material: Material
    evidence: CaseEvidence
    grid: Grid
    process: ProcessView
    ledger: tuple[Assumption, ...]
    deals: Deals | None = None
    deadlock: tuple[DeadlockUnder, ...] = ()
    stability: StabilityResult | None = None
    moves: tuple[tuple[str, str, str], ...] = ()
    changes: Changes | None = None
    drafts: tuple[ComparedDrafts, ...] = ()
    why_no_deals: str = ""
    found_out: FindOut | None = None
    asked: Literal["never", "old", "now"] = "never"

    @property
    def letters(self) -> Mapping[str, str]:
        """Document id -> letter."""
        return self.material.letters

    @property
    def has_official(self) -> bool:
        """Whether any source of the case is official or a wire agency; without one no headline about a deal is given."""
        return any(source.class_ in _OFFICIAL for source in self.case.sources.values())


def build_case_brief(
    analysis: CaseAnalysis,
    *,
    problems: Sequence[Problem] = (),
    made: Sequence[tuple[str, str]] = (),
    ways_out: bool = True,
    left_out: Sequence[str] = (),
) -> Brief:
    """The brief of a case.

    Args:
        analysis: what was found.
        problems: of the case and its documents.
        made: how it was made.
        ways_out: whether it tells what parties could give up to open a deal.
        left_out: sentences that say what a brief for others does without, told at its top.
    """
    analysis = analysis if ways_out else without_ways_out(analysis)
    title = analysis.case.title or analysis.material.default_title
    base = build_brief(analysis.material, title=title, problems=problems, made=made)
    told = tuple(Line((gap(sentence),), tag="confidence") for sentence in (*case_sentences(analysis.case), *left_out))
    top = (*unread_lines(analysis.material.documents), *_standfirst(analysis), *told)
    page = FirstPage(title, top, tuple(number_sections(_first_sections(analysis))))
    return replace(base, first_page=page, parts=tuple(_parts(analysis)))


def _standfirst(a: CaseAnalysis) -> tuple[Line, ...]:
    """What the documents are, as graded by people; said at the top where none is official or wire."""
    case = a.case
    classes = [source.class_ or "unclassed" for source in case.sources.values()]
    told = ", ".join(f"{classes.count(c)} {c}" for c in dict.fromkeys(sorted(classes)))
    graded = sum(bool(source.grade) for source in case.sources.values())
    count = len(a.material.documents)
    day = case.as_of or "an unnamed day"
    if count:
        head = f"{count} document{'s' if count != 1 else ''} as of {day}: {told}. {graded} graded by an analyst."
    else:
        head = f"No document, as of {day}."
    lines = [Line((Piece(head),), tag="confidence")]
    if not a.has_official:
        lines.append(say_filed("no-official", tag="confidence"))
    weak = sum(item.basis in {"default", "unknown"} for item in a.ledger)
    judged = sum(item.basis == "judgement" for item in a.ledger)
    by = f" by {case.analyst}" if case.analyst else " by nobody who is named"
    lines.append(
        Line((Piece(f"{judged} values rest on judgement{by}, {weak} on a default or on nothing."),), tag="confidence")
    )
    return tuple(lines)


def _first_sections(a: CaseAnalysis) -> list[Section]:
    sections = [
        Section("bottom", "Bottom line", tuple(_bottom(a))),
        Section("process", "Gates and channels", tuple(_process(a))),
        Section("unheard", "Who is not heard", tuple(_unheard(a))),
        Section(
            "contradict", "They contradict each other", tuple(build_contradicted(a.material)[: _ROOM["contradict"]])
        ),
        _stands(a),
        Section("blocks", "What blocks", tuple(_blocks(a))),
        Section("possible", "Which deals remain possible", tuple(_possible(a))),
        Section("holds", "What would hold", tuple(_holds(a))),
        build_find_out_first(a, room=_ROOM["find-out"]),
    ]
    return [section for section in sections if section.filled]


def _bottom(a: CaseAnalysis) -> list[Line]:
    """Settled or not; whether a deal is possible, where sources allow a headline; what is disputed."""
    told = build_bottom_line(a.material)
    lines = told[:1]
    if a.has_official and a.deadlock:
        under = a.deadlock[0]
        lines.append(Line((_deal_sentence(a), *_red_line_passages(a, under)), tag="bottom"))
    elif a.why_no_deals:
        lines.append(Line((gap(a.why_no_deals),), tag="bottom"))
    else:
        lines.append(say_filed("no-headline", tag="bottom"))
    return [*lines, *told[1:]]


def _deal_sentence(a: CaseAnalysis) -> Piece:
    under = a.deadlock[0]
    zopa = a.deals.readings[0].result.zopa if a.deals else None
    if zopa and zopa.exists and zopa.certain == "cannot tell":
        silent = "; ".join(flip.text for flip in zopa.flips[:2])
        return say_deal("stated", under.frame, silent=silent)
    return Piece(first_sentence(a.case, under.frame, under.result))


def _red_line_passages(a: CaseAnalysis, under: DeadlockUnder) -> list[Piece]:
    """The passages behind the red lines of the smallest conflict."""
    members = under.result.conflicts[0] if under.result.conflicts else ()
    passages = tuple(p for m in members for p in member_passages(a.evidence, m)[:1])
    return [Piece(" (the red lines in their words)", passages, "soft")] if passages else []


def _process(a: CaseAnalysis) -> list[Line]:
    lines = [gate_line(gate, a.letters) for gate in a.process.open_gates[: _ROOM["gates"]]]
    if len(a.process.open_gates) > _ROOM["gates"]:
        lines.append(Line((Piece(f"{len(a.process.open_gates) - _ROOM['gates']} more gates behind this page."),)))
    recent = [m for m in a.process.meetings if m.status in {"held", "cancelled", "refused"} and m.date][
        -_ROOM["channels"] :
    ]
    return [*lines, *(meeting_line(m, a.letters) for m in reversed(recent))]


def _unheard(a: CaseAnalysis) -> list[Line]:
    names = a.process.not_heard
    lines = [say_filed("unheard", tag="unheard", names=", ".join(names))] if names else []
    silent = [c for c in (a.changes.positions if a.changes else ()) if c.kind == "silent"]
    if silent:
        told = "; ".join(f"{c.party} on {c.issue}" for c in silent[:4])
        lines.append(Line((Piece(f"Gone silent: {told}."),), tag="unheard"))
    searched = a.process.not_searched
    lines.append(Line((gap(f"Not searched: {', '.join(searched) or 'anything beyond the sources of the case'}."),)))
    return lines


def _stands(a: CaseAnalysis) -> Section:
    """Who stands where on the issues that matter most: red lines facing each other first."""
    case, grid = a.case, a.grid
    shown = [p for p in grid.parties if any(grid.cell(p, i).stance != "unknown" for i in grid.issues)]

    def weight(issue: str) -> tuple[int, float]:
        cells = [grid.cell(p, issue) for p in shown]
        return -sum(bool(c.red_line) for c in cells), -sum(c.salience or 0 for c in cells)

    issues = sorted((i for i in grid.issues if any(grid.cell(p, i).stance != "unknown" for p in shown)), key=weight)[
        : _ROOM["grid"]
    ]
    if not issues:
        return Section("wants", "Who stands where")
    rows = tuple(
        (Line((Piece(case.issue_name(i)),)), tuple(_stand(case, grid.cell(p, i), a.letters) for p in shown))
        for i in issues
    )
    note = f"{len(grid.issues)} issues in the case; unknown is not neutral."
    return Section(
        "wants", "Who stands where", table=Table(("Issue", *(case.party_name(p) for p in shown)), rows), note=note
    )


def _stand(case: Case, cell: Cell, letters: Mapping[str, str]) -> tuple[Piece, ...]:
    if cell.stance == "unknown":
        return (gap("unknown"),)
    options = " or ".join(case.option_name(cell.issue, o) for o in cell.options)
    if not options and cell.excluded:
        options = "never " + " or ".join(case.option_name(cell.issue, o) for o in cell.excluded)
    words = options.split()
    told = " ".join(words[:_CELL_WORDS]) + (" …" if len(words) > _CELL_WORDS else "")
    red = f" ({cell.red_line})" if cell.stance == "red line" else ""
    head = Piece(f"{SIGNS[cell.stance]} {cell.stance}{red}", tuple(w.passage for w in cell.words), "label")
    sources = list(dict.fromkeys(letters.get(w.passage.source, w.passage.source) for w in cell.words))
    behind = Piece(f" {', '.join(sources[:3])}" if sources else " judgement", tone="soft")
    return (head, Piece(f": {told}" if told else ""), behind)


def _blocks(a: CaseAnalysis) -> list[Line]:
    """Red lines facing each other; then one way out for each veto party, alphabetical, never ranked."""
    if not a.deadlock:
        return []
    under = a.deadlock[0]
    result = under.result
    lines: list[Line] = []
    for members in result.conflicts[: _ROOM["blocks"]]:
        pieces: list[Piece] = []
        for n, member in enumerate(members):
            pieces += [Piece(" against ")] if n else []
            pieces.append(Piece(member_words(a.case, under.frame, member), member_passages(a.evidence, member)))
        if pieces:
            lines.append(Line(tuple(pieces), tag="block"))
    for party, ways in result.by_party.items():
        if party:
            told = way_words(a.case, under.frame, min(ways, key=lambda way: (len(way.asks), len(way.give_up))))
            lines.append(Line((Piece(f"A way out {told}."),), tag="way-out"))
    return lines


def _possible(a: CaseAnalysis) -> list[Line]:
    """One line a reading, named by what it says; readings are the analyst's and are never counted as votes."""
    if a.deals is None or not a.has_official:
        return []
    return [reading_line(under) for under in a.deals.readings[: _ROOM["readings"]]]


def _holds(a: CaseAnalysis) -> list[Line]:
    if a.stability is None:
        return []
    names = {p: a.case.party_name(p) for p in a.case.parties}
    title = a.case.moves.title or "a small model of our own"
    return [
        Line((Piece(f"{title[:1].upper()}{title[1:]}: ", tone="label"), Piece(stability_sentence(a.stability, names))))
    ]


def _parts(a: CaseAnalysis) -> list[Section]:
    """Everything behind the first page, in the order of the design; keys are unique on the page."""
    names = {p: a.case.party_name(p) for p in a.case.parties}
    parts: list[Section] = []
    if a.changes:
        changed = build_changes_sections(a.changes, a.letters)
        parts += [
            replace(s, key=f"changed-{s.key}", title=f"What changed since {a.changes.since}: {s.title.lower()}")
            for s in changed
        ]
    parts += [
        replace(s, key=f"process-{s.key}") for s in build_process_sections(a.process, a.letters, draft_days(a.case))
    ]
    parts += [build_grid_section(a.grid, a.letters), *build_grid_charts(a.grid)]
    for n, compared in enumerate(a.drafts):
        section = build_redline_section(compared.redline, compared.names, dict(compared.favours), a.case)
        parts.append(
            replace(section, key=f"redline-{n}", title=f"{compared.names[0]} and {compared.names[1]}, point by point")
        )
    annex: list[Section] = []
    if a.deals:
        deals = build_deals_sections(a.case, a.deals.readings, a.deals.robust)
        annex = [s for s in deals if s.key.startswith("annex-")]
        parts += [replace(s, key=f"deals-{s.key}") for s in deals if s not in annex]
    for under in a.deadlock[:1]:
        parts += build_deadlock_sections(a.case, under.frame, under.result, a.evidence, under.title, under.reading)
    if a.stability:
        told = build_stability_sections(a.stability, names, a.moves)
        annex += [s for s in told if s.key == "concepts"]
        parts += [replace(s, key=f"stability-{s.key}") for s in told if s.key != "concepts"]
    parts.append(build_find_out_all(a))
    parts.append(build_ledger_section(a.case, a.ledger))
    parts.append(build_quality(a.case, a.evidence, a.letters))
    parts.append(build_indicators(a.case, a.process, a.evidence))
    return [section for section in (*parts, *annex) if section.filled]
