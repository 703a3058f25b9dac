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
from zopa.views.compared import agreed_note, build_agreed, build_contradicted, build_halves
from zopa.views.deadlines import build_deadlines
from zopa.views.excerpts import cut, sentence_key
from zopa.views.letters import label
from zopa.views.offers import build_offers
from zopa.views.outcome import build_bottom_line
from zopa.views.papers import build_terms
from zopa.views.process import build_gates, build_meetings
from zopa.views.silence import say_silence
from zopa.views.sticking import build_sticking_points
from zopa.views.types import FirstPage, Line, Piece, Section
from zopa.views.unread import unread_lines
from zopa.views.wants import (
    LINE_VERBS,
    build_wants,
    find_unheard,
    has_unplaced_report,
    reported_parties,
    says_of,
    short_name,
    stance_key,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.accounts.blocks import Block
    from zopa.accounts.wants import Want
    from zopa.sources import Document, Passage
    from zopa.views.material import Material
    from zopa.views.wants import Stance

MAX_LINES = 40


_BLOCKS = 4
_VOICES = 3  # speakers of unknown side that a line names
_ROOM = {"gates": 5, "sticking": 3, "care": 5, "deadlines": 5, "theses": 4, "omissions": 3, "terms": 4}


def build_first_page(material: Material, title: str) -> FirstPage:
    """The first page of a set of documents."""
    blocks = _blocks(material)
    stances = {stance_key(*side) for sides in _blocking(material) for side in sides}
    quoted = {sentence_key(material, p) for line in blocks for piece in line.pieces for p in piece.passages}
    sections = [
        Section("bottom", "Bottom line", tuple(build_bottom_line(material))),
        Section(
            "both",
            "Both say" if len(material.documents) == 2 else "Several say",
            tuple(build_agreed(material)),
            note=agreed_note(material),
        ),
        Section("contradict", "They contradict each other", tuple(build_contradicted(material))),
        Section("halves", "Same speaker, different halves", tuple(build_halves(material))),
        build_wants(material, quoted, stances),
        build_offers(material),
        Section("terms", "What drafts and offers hold", tuple(build_terms(material, quoted, _ROOM["terms"]))),
        Section("process", "Gates and channels", tuple(_process(material))),
        Section("deadlines", "Deadlines and next dates", tuple(build_deadlines(material, _ROOM["deadlines"]))),
        Section("theses", "What each account argues", tuple(_theses(material))),
        Section("omissions", "Told elsewhere", tuple(_omissions(material))),
        Section("unheard", "Who is not heard in their own words", tuple(_unheard(material))),
        Section(
            "blocks",
            _blocks_title(material),
            (*build_sticking_points(material, quoted, _ROOM["sticking"]), *blocks),
        ),
        Section("find-out", "Find out first", tuple(_find_out(material))),
        Section("care", "Handle with care", tuple(build_care(material)[: _ROOM["care"]])),
    ]
    kept = [s for s in _without_repeats(material, sections) if s.filled]
    top = (*unread_lines(material.documents), *_standfirst(material))
    return FirstPage(title, top, tuple(number_sections(kept)))


def _without_repeats(material: Material, sections: list[Section]) -> list[Section]:
    """The sections, what one account is told to leave out only where no other line tells it."""
    told = {
        sentence_key(material, passage)
        for s in sections if s.key != "omissions"
        for line in (*s.lines, *(head for head, _ in (s.table.rows if s.table else ())))
        for piece in line.pieces for passage in piece.passages
    }  # fmt: skip
    return [
        replace(s, lines=tuple(line for line in s.lines if not told & {sentence_key(material, p) for x in line.pieces for p in x.passages}))
        if s.key == "omissions" else s
        for s in sections
    ]  # fmt: skip


# Kinds of line that were right in less than three of four cases, of at least twelve, on foreign stories: meetings in none of 13.
SWITCHED_OFF = frozenset({"meetings"})


def _process(material: Material) -> list[Line]:
    meetings = build_meetings(material) if "meetings" not in SWITCHED_OFF else []
    return [*build_gates(material, _ROOM["gates"]), *meetings]


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
    limits = [line for key in ("part", "no-deal") if (line := say_silence(material, key)) is not None]
    told = [piece for n, line in enumerate(limits) for piece in ((Piece(" "), *line.pieces) if n else line.pieces)]
    return (*lines, Line(tuple(told)))


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


def _unheard(material: Material) -> list[Line]:
    """Sides whose words nobody gives, and sides whose words are only reported: two lines, since the second are heard after a fashion."""
    unquoted, reported = find_unheard(material), reported_parties(material)
    silent = "not-quoted" if has_unplaced_report(material) else "unheard"  # whoever is reported may be theirs
    told = {
        silent: [party for party in unquoted if party not in reported],
        "unquoted": [party for party in unquoted if party in reported],
    }
    lines = (say_silence(material, key, tag="unheard", names=", ".join(names)) for key, names in told.items() if names)
    return [line for line in lines if line]


def _theses(material: Material) -> list[Line]:
    """What the author of each opinion text argues, in their own words; none that only tells how the talks ended."""
    outcome = {told.passage.start for told in material.talks.outcome.accounts}
    return [
        Line(
            (
                label(material.letters[t.source], (t.passage,)),
                Piece(" argues: "),
                cut(material, t.passage, 30, 40),
                Piece("."),
            ),
            tag="thesis",
        )
        for t in material.talks.theses[: _ROOM["theses"]]
        if not any(t.passage.start <= start < t.passage.end for start in outcome)
    ]


def _omissions(material: Material) -> list[Line]:
    """What an account does not touch that another gives a line to."""
    lines: list[Line] = []
    for omission in material.talks.omissions[: _ROOM["omissions"]]:
        source, told_by = (material.letters[name] for name in (omission.source, omission.told_by))
        silence = say_silence(material, "omission", tag="omission", source=source, told_by=told_by)
        if silence:
            lines.append(replace(silence, pieces=(*silence.pieces, cut(material, omission.passage, 20), Piece("."))))
    return lines


def _blocks_title(material: Material) -> str:
    """A settled outcome is blocked by nothing any more, but may leave something open."""
    return "What it leaves open" if material.talks.outcome.state == "settled" else "What blocks, on this record"


def _apart(blocks: Sequence[Block]) -> list[Block]:
    """The blocks, those that one clause tells together as one: "refused to improve wages, pensions and leave"."""
    by_words: dict[tuple[Passage, ...], list[Block]] = {}
    for block in blocks:
        by_words.setdefault(tuple(want.passage for _, want in block.sides), []).append(block)
    return [replace(alike[0], issue=", ".join(b.issue for b in alike)) for alike in by_words.values()]


def _blocks(material: Material) -> list[Line]:
    """One line for each issue on which the sides stand against each other: who asks and who refuses, each with the words."""
    lines: list[Line] = []
    for sides in _blocking(material):
        shown = {cut(material, want.core).text for _, want in sides}
        pieces: list[Piece] = []
        if len(shown) == 1 and len(sides) > 1:
            told = ", ".join(_does(material, party, want) for party, want in sides)
            pieces = [Piece(f"{told[:1].upper()}{told[1:]}: "), *_told(material, sides[-1][1]), Piece(".")]
        for together in _by_clause(material, sides) if not pieces else ():
            does = _does(material, " and ".join(party for party, _ in together), together[0][1])
            pieces += [Piece(f"{' ' if pieces else ''}{does[:1].upper()}{does[1:]}: ")]
            pieces += [*_told(material, together[-1][1]), Piece(".")]
        lines.append(Line(tuple(pieces), tag="block"))
    return lines


def _by_clause(material: Material, sides: list[tuple[str, Want]]) -> list[list[tuple[str, Want]]]:
    """Sides of one stance that one sentence tells stand together."""
    found: dict[tuple[str, tuple[str, int]], list[tuple[str, Want]]] = {}
    for party, want in sides:
        found.setdefault((want.stance, sentence_key(material, want.passage)), []).append((party, want))
    return list(found.values())


def _blocking(material: Material) -> list[list[tuple[str, Want]]]:
    """The sides of each block, who asks first; a block that tells nothing new beside those before is left out."""
    found: list[list[tuple[str, Want]]] = []
    told: set[Stance] = set()
    for block in _apart(material.talks.dispute.blocks):
        sides = sorted(block.sides, key=lambda side: side[1].stance in {"refuses", "never"})[:4]
        keys = {stance_key(*side) for side in sides}
        if not keys <= told:
            found.append(sides)
        told |= keys
    return found[:_BLOCKS]


def _does(material: Material, party: str, want: Want) -> str:
    """ "Norway refuses", "Norway refuses, as Peru says"."""
    verb = {**LINE_VERBS, "wants": "asks"}.get(want.stance, want.stance)
    says = says_of(material, want)
    first, *rest = verb.split(" ", 1)
    does = (
        first.removesuffix("s")
        if " and " in party and not material.talks.participants.named(party)
        else material.does(party, first)
    )
    return " ".join([party, does, *rest]) + says


def _told(material: Material, want: Want) -> list[Piece]:
    return [label(material.letters[want.passage.source], (want.passage,)), Piece(" "), cut(material, want.core)]


def _find_out(material: Material) -> list[Line]:
    """What to look for next, from what is disputed, halved, hedged and missing."""
    disputed = [f for f in material.findings("contradicted") if f.slot != "denial"][:3]
    asks = ["the text itself" if f.slot == "authorship" else f.about.rstrip("?.") for f in disputed]
    asks += [
        f"{short_name(material, f.about.split(' on one occasion')[0])} in full"
        for f in material.findings("selective-quotation")[:2]
    ]
    asks += [f"the own words of {party}" for party in find_unheard(material)]
    beyond = any(f.slot == "authorship" for f in disputed) or find_unheard(material)
    unique = (
        list(dict.fromkeys(asks)) if beyond else []
    )  # what is disputed and "Y in full" alone only say what stands above
    return [Line((Piece("; ".join(_plain(ask) for ask in unique) + "."),))] if unique else []


def _plain(ask: str) -> str:
    return ask[:1].lower() + ask[1:] if ask.startswith(_QUESTIONS) else ask


_QUESTIONS = ("Any ", "Who ", "What ", "Whether ", "The ", "How ")
