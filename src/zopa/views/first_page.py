"""The first page: at most forty lines, ranked by consequence; what is missing is said as loudly as what is found.

Order of questions: what is known; which text; who is heard; is it a negotiation, through whom, in what sequence; what
blocks; only then which deals remain possible (which documents alone cannot tell).
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.accounts.theses import is_commentary
from zopa.views.care import build_care
from zopa.views.deadlines import build_deadlines
from zopa.views.letters import around, balanced, excerpt_of, label, surname
from zopa.views.outcome import build_bottom_line
from zopa.views.process import build_gates, build_meetings
from zopa.views.silence import say_silence
from zopa.views.types import FirstPage, Line, Piece, Section
from zopa.views.unread import unread, unread_lines
from zopa.views.wants import build_wants, cut, find_unheard, find_unplaced, has_voiceless, not_quoted

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.accounts import Finding
    from zopa.accounts.issues import Want
    from zopa.sources import Document, Passage
    from zopa.statements import Statement
    from zopa.views.material import Material

MAX_LINES = 40
_VERDICTS = 2  # lines of opposite verdicts
_VOICES = 3  # speakers of unknown side that a line names
_ROOM = {"both": 5, "contradict": 6, "halves": 3, "gates": 2, "care": 5, "deadlines": 3, "theses": 4, "omissions": 3}


def build_first_page(material: Material, title: str) -> FirstPage:
    """The first page of a set of documents."""
    sections = [
        Section("bottom", "Bottom line", tuple(build_bottom_line(material))),
        Section(
            "both",
            "Both say" if len(material.documents) == 2 else "Several say",
            tuple(_both(material)),
            note=_both_note(material),
        ),
        Section("contradict", "They contradict each other", tuple(contradiction_lines(material))),
        Section("halves", "Same speaker, different halves", tuple(_halves(material))),
        build_wants(material),
        Section("process", "Gates and channels", (*build_gates(material, _ROOM["gates"]), *build_meetings(material))),
        Section("deadlines", "Deadlines", tuple(build_deadlines(material, _ROOM["deadlines"]))),
        Section("theses", "What each account argues", tuple(_theses(material))),
        Section("omissions", "What one account leaves out", tuple(_omissions(material))),
        Section("unheard", "Who is not heard", tuple(_unheard(material))),
        Section("blocks", _blocks_title(material), tuple(_blocks(material))),
        Section("find-out", "Find out first", tuple(_find_out(material))),
        Section("care", "Handle with care", tuple(build_care(material)[: _ROOM["care"]])),
    ]
    kept = [s for s in sections if s.filled]
    top = (*unread_lines(material.documents), *_standfirst(material))
    return FirstPage(title, top, tuple(number_sections(kept)))


def number_sections(sections: list[Section]) -> Iterable[Section]:
    """The same sections with running numbers; rows of a table count as lines."""
    number = 0
    for section in _fitted(sections):
        lines: list[Line] = []
        for line in section.lines:
            number += 1
            lines.append(replace(line, number=number))
        table = section.table
        if table:
            rows: list[tuple[Line, tuple[tuple[Piece, ...], ...]]] = []
            for head, cells in table.rows:
                number += 1
                rows.append((replace(head, number=number), cells))
            table = replace(table, rows=tuple(rows))
        yield replace(section, lines=tuple(lines), table=table)


def _fitted(sections: list[Section]) -> list[Section]:
    """The sections cut to `MAX_LINES` lines together: the longest gives up its last line first, each keeps its first."""
    sizes = [len(s.lines) + (len(s.table.rows) if s.table else 0) for s in sections]
    while sum(sizes) > MAX_LINES:
        longest = max(range(len(sizes)), key=lambda i: (sizes[i], i))
        sizes[longest] -= 1
    return [
        replace(s, table=replace(s.table, rows=s.table.rows[:size])) if s.table else replace(s, lines=s.lines[:size])
        for s, size in zip(sections, sizes, strict=True)
    ]


def _standfirst(material: Material) -> tuple[Line, ...]:
    """How many documents, of when, of what kind; one line that names each with its letter where they are few."""
    dates = sorted(d.published.value for d in material.documents if d.published)
    when = (
        f"dated {dates[0]}"
        if dates and dates[0] == dates[-1]
        else f"dated {dates[0]} to {dates[-1]}"
        if dates
        else "of unknown date"
    )
    count = len(material.documents)
    lines = [
        Line((Piece(f"{_kinds(material)} {count} document{'s' if count != 1 else ''} {when}."),), tag="confidence")
    ]
    if count <= 12:
        pieces: list[Piece] = []
        for document in material.documents:
            who = [g.value for g in (document.author, document.publisher) if g]
            name = ", ".join(dict.fromkeys(who)) or (document.title.value if document.title else document.id)
            pieces += [Piece("  ")] if pieces else []
            pieces += [label(material.letters[document.id]), Piece(f" = {name}.")]
        lines.append(Line(tuple(pieces)))
    return tuple(lines)


def _kinds(material: Material) -> str:
    """What the documents are, as far as their texts tell; nobody has graded them."""
    commentary = [
        material.letters[record.source]
        for document, record in zip(material.documents, material.records, strict=True)
        if is_commentary(record.statements) or (document.title and _OPINION.search(document.title.value))
    ]
    reads = f"{_all(commentary, len(material.records))} as commentary. " if commentary else ""
    wires = [material.letters[d.id] for d in material.documents if _wire(material, d)]
    if wires:
        known = f"{', '.join(wires)} {'name' if len(wires) > 1 else 'names'} a wire or an official source."
    else:
        silence = say_silence(material, "source")
        known = silence.pieces[0].text if silence else ""
    return f"{reads}{known} No source is graded."


def _wire(material: Material, document: Document) -> bool:
    """True where the publisher, or whom the text names as its source, is a wire agency or an official body."""
    origin = material.comparison.originators.get(document.id)
    names = [origin.name if origin and origin.named else "", document.publisher.value if document.publisher else ""]
    return any(_WIRE.search(name) for name in names)


_WIRE = re.compile(
    r"\b(?:Reuters|Associated Press|AP|AFP|Agence France|Bloomberg|dpa|ANSA|EFE|Xinhua|TASS|Interfax|RIA|Ukrinform|Anadolu|"
    r"Kyodo|Yonhap|IRNA|WAFA|SANA|PTI|UPI|Ministry|Embassy|Government|White House|Kremlin|State Department|United Nations|"
    r"European Commission|European Council|NATO|Press Service|Office of)\b"
)


def _all(letters: list[str], total: int) -> str:
    if len(letters) == total:
        return "All read" if total > 1 else "It reads"
    return ", ".join(letters) + (" read" if len(letters) > 1 else " reads")


_OPINION = re.compile(r"\b(?:commentary|opinion|op-ed|analysis|column|editorial)\b", re.IGNORECASE)


def _sides(material: Material, finding: Finding, size: int = 12, most: int = 4, *, each: bool = False) -> list[Piece]:
    """Each passage of a finding behind its document's letter, cut to the words that decide; with `each` one a document."""
    pieces: list[Piece] = []
    last = ""
    chosen = _statements(material, finding)
    if each:
        chosen = list({statement.source: statement for statement in reversed(chosen)}.values())[::-1]
    for number, statement in enumerate(chosen[:most]):
        letter = material.letters[statement.source]
        pieces += [Piece("; ")] if number else []
        if letter != last:
            pieces += [label(letter, (statement.passage,)), Piece(" ")]
        pieces.append(around(statement, finding.marked, size))
        last = letter
    return pieces


def _statements(material: Material, finding: Finding) -> list[Statement]:
    """The statements of a finding, one for each passage of a document, fragments behind nothing they stand in."""
    chosen: dict[tuple[int, int, str], Statement] = {}
    for key in finding.statements:
        statement = material.by_statement[key]
        place = (statement.passage.start, statement.passage.end, statement.source)
        if finding.relation == "selective-quotation":
            place = (statement.content[0].start, statement.content[-1].end, statement.source)
        chosen.setdefault(place, statement)
    return list(chosen.values())


def _both(material: Material) -> list[Line]:
    lines: list[Line] = []
    shown: list[set[Passage]] = []
    for finding in material.findings("corroborated"):
        if len(lines) == _ROOM["both"]:
            break
        if any(len(set(finding.passages) & known) > 1 for known in shown):
            continue  # another slot of sentences that agree in one already
        shown.append(set(finding.passages))
        one = finding.slot == "wording"
        if finding.slot == "meeting":
            lines.append(_meeting_line(material, finding))
            continue
        soft = " One originator, the speaker." if one else ""
        pieces = [
            Piece(f"{_headline(_bare(finding))}. " if finding.slot != "act" else ""),
            *_sides(material, finding, each=finding.slot != "wording"),
            Piece(f".{soft}"),
        ]
        lines.append(Line(tuple(p for p in pieces if p.text), tag="corroborated"))
    return lines


def _bare(finding: Finding) -> str:
    """What a finding is about, without what its figure measures: the passages beside it tell that."""
    measured = finding.slot == "figure" and "length of" not in finding.about
    about = finding.about.split(" (")[0] if measured else finding.about
    return balanced(about)


def _meeting_line(material: Material, finding: Finding) -> Line:
    pieces: list[Piece] = [Piece(f"{_headline(finding.about)}: ")]
    for number, passage in enumerate(finding.passages):
        pieces += [Piece(", ")] if number else []
        pieces.append(label(material.letters[passage.source], (passage,)))
    return Line((*pieces, Piece(".")), tag="corroborated")


def _headline(about: str) -> str:
    return about[:1].upper() + about[1:]


def _both_note(material: Material) -> str:
    known = {o.name for o in material.comparison.originators.values() if o.named}
    return "" if len(known) > 1 else "Whether they know it independently of each other is unknown."


def contradiction_lines(material: Material) -> list[Line]:
    """One line for each contradiction and opposed judgement, the gravest first, accounts beside each other."""
    lines: list[Line] = []
    opposed = material.findings("opposed-judgement")
    judged = [f for f in opposed if f.slot == "evaluation"][_VERDICTS:]  # more of the same kind stand behind the page
    opposed = [f for f in opposed if f not in judged]
    for finding in [*material.findings("contradicted"), *opposed][: _ROOM["contradict"]]:
        note = finding.why.split("; ", 1)[1] if finding.relation == "contradicted" and "; " in finding.why else ""
        if finding.relation == "opposed-judgement":
            note = "predictions, not facts." if finding.slot == "prediction" else "judgements, not facts."
        mark = "" if finding.about.endswith("?") else "."
        pieces = [Piece(f"{_headline(finding.about)}{mark} "), *_sides(material, finding), Piece(". ")]
        pieces += [Piece(note[:1].upper() + note[1:], tone="soft")] if note else []
        lines.append(Line(tuple(pieces), tag=finding.relation))
    return lines


def _halves(material: Material) -> list[Line]:
    lines: list[Line] = []
    for finding in material.findings("selective-quotation")[: _ROOM["halves"]]:
        by_letter: dict[str, list[Statement]] = {}
        for statement in _statements(material, finding):
            by_letter.setdefault(material.letters[statement.source], []).append(statement)
        name = finding.about.split(" on one occasion")[0]
        pieces: list[Piece] = [Piece(f"{surname(name)}. ")]
        for letter, statements in by_letter.items():
            longest = sorted(statements, key=lambda s: -len(s.said))[:2]
            pieces += [Piece("Only "), label(letter), Piece(": ")]
            for number, statement in enumerate(longest):
                pieces += [Piece(", ")] if number else []
                pieces.append(excerpt_of(statement, 12))
            pieces.append(Piece(". "))
        lines.append(
            Line((*pieces, Piece("Get the full text of what was said.", tone="soft")), tag="selective-quotation")
        )
    return lines


def _unheard(material: Material) -> list[Line]:
    unheard = find_unheard(material)
    lines: list[Line] = []
    unplaced = find_unplaced(material)
    silence = say_silence(material, "unheard", tag="unheard", names=", ".join(unheard)) if unheard else None
    if unplaced or (has_voiceless(material) and not_quoted(material)):
        names = " or ".join([s.name for s in unplaced if not s.anonymous][:_VOICES]) or "somebody unnamed"
        silence = say_silence(material, "unplaced", tag="unheard", names=names)
    if silence is not None:
        lines.append(silence)
    elif not unread(material.documents):
        silent = not_quoted(material)
        heard = [party for party in material.negotiating if party not in silent]
        told = heard[0] if len(heard) == 1 else f"Each of {', '.join(heard)}"
        lines += [Line((Piece(f"{told} is quoted at least once."),))] if heard else []
    beyond = say_silence(material, "beyond")
    return [*lines, beyond] if beyond else lines


def _theses(material: Material) -> list[Line]:
    """What the author of each opinion text argues, in their own words."""
    return [
        Line(
            (label(material.letters[t.source], (t.passage,)), Piece(" argues: "), cut(t.passage, 30), Piece(".")),
            tag="thesis",
        )
        for t in material.talks.theses[: _ROOM["theses"]]
    ]


def _omissions(material: Material) -> list[Line]:
    """What an account does not touch that another gives a line to."""
    lines: list[Line] = []
    for omission in material.talks.omissions[: _ROOM["omissions"]]:
        source, told_by = (material.letters[name] for name in (omission.source, omission.told_by))
        silence = say_silence(material, "omission", tag="omission", source=source, told_by=told_by)
        if silence:
            lines.append(replace(silence, pieces=(*silence.pieces, cut(omission.passage, 20), Piece("."))))
    return lines


def _blocks_title(material: Material) -> str:
    """A settled outcome is blocked by nothing any more, but may leave something open."""
    return "What it leaves open" if material.talks.outcome.state == "settled" else "What blocks, on this record"


def _blocks(material: Material) -> list[Line]:
    """One line for each issue on which the sides stand against each other, with the words of each."""
    lines: list[Line] = []
    for block in material.talks.dispute.blocks[:4]:
        head = f"{block.issue[:1].upper()}{block.issue[1:]}: "
        if len(block.sides) == 1:
            lines.append(Line((Piece(head), *_complaint(material, block.sides[0][1]), Piece(".")), tag="block"))
            continue
        pieces: list[Piece] = [Piece(head)]
        for number, (party, want) in enumerate(
            sorted(block.sides, key=lambda side: side[1].stance in {"refuses", "never"})[:4]
        ):
            pieces += [Piece("; ")] if number else []
            pieces += [Piece(f"{_STANCE_WORDS[want.stance]} {party} ("), *_told(material, want), Piece(")")]
        lines.append(Line((*pieces, Piece(".")), tag="block"))
    if not lines and material.talks.outcome.state != "settled":
        silence = say_silence(material, "blocks")
        return [silence] if silence else []
    return lines


_STANCE_WORDS = {
    "wants": "asked for by",
    "offers": "offered by",
    "accepts": "accepted by",
    "refuses": "refused by",
    "never": "a red line of",
}


def _complaint(material: Material, want: Want) -> list[Piece]:
    """One side's word about what another refuses."""
    return [Piece(f"refused by {want.party}, as {want.by} says ("), *_told(material, want), Piece(")")]


def _told(material: Material, want: Want) -> list[Piece]:
    return [label(material.letters[want.passage.source], (want.passage,)), Piece(" "), cut(want.core)]


def _find_out(material: Material) -> list[Line]:
    """What to look for next, from what is disputed, halved, hedged and missing."""
    disputed = material.findings("contradicted")[:3]
    asks = ["the text itself" if f.slot == "authorship" else f.about.rstrip("?.") for f in disputed]
    asks += [
        f"{surname(f.about.split(' on one occasion')[0])} in full" for f in material.findings("selective-quotation")[:2]
    ]
    asks += [f"the own words of {party}" for party in find_unheard(material)]
    gate = next((g for r in material.records for g in r.gates if g.kind == "precondition"), None)
    if gate:
        asks.append("what exactly the conditions are")
    unique = list(dict.fromkeys(asks))
    return [Line((Piece("; ".join(_plain(ask) for ask in unique) + "."),))] if unique else []


def _plain(ask: str) -> str:
    return ask[:1].lower() + ask[1:] if ask.startswith(("Any ", "Who ", "What ")) else ask
