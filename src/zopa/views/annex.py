"""Behind the first page: who said what, figures, timeline, and the documents with what was left out and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.excerpts import excerpt, excerpt_of
from zopa.views.letters import label
from zopa.views.silence import NO_SOURCE_NAMED, NOT_FOUND, say_silence
from zopa.views.types import DocumentEntry, Line, Piece, Section, SpeakerEntry, Table

if TYPE_CHECKING:
    from zopa.sources import Document, Overlap, Passage
    from zopa.statements import Statement
    from zopa.text import DateRef
    from zopa.views.material import Material

_SIDE_BY_SIDE = 4  # documents whose figures fit beside each other on a desktop page


def build_speakers(material: Material) -> tuple[SpeakerEntry, ...]:
    """Each speaker with what they are given as saying: by party, then name; unnamed ones last."""
    said: dict[str, list[Statement]] = {}
    for statement in material.statements:
        if statement.speaker and statement.form != "own-voice":
            said.setdefault(statement.speaker.name, []).append(statement)
    entries = [
        SpeakerEntry(name, _party(statements), tuple(_said(material, s) for s in _outer(statements)))
        for name, statements in said.items()
    ]
    anonymous = {
        name for name, statements in said.items() if all(s.speaker and s.speaker.anonymous for s in statements)
    }
    return tuple(sorted(entries, key=lambda e: (e.name in anonymous, e.party is None, e.party or "", e.name)))


def _party(statements: list[Statement]) -> str | None:
    return next((s.speaker.party for s in statements if s.speaker and s.speaker.party), None)


def _outer(statements: list[Statement]) -> list[Statement]:
    """Without fragments whose reported sentence is already told."""
    ids = {s.id for s in statements}
    return [s for s in statements if s.within not in ids]


def _said(material: Material, statement: Statement) -> Line:
    kind = {"quotation": "quoted", "reported": "reported"}.get(statement.form, "")
    notes = [statement.status] if statement.status and statement.status != "verbatim" else []
    notes += ["hedged"] if statement.hedged else []
    notes += ["name inferred"] if statement.speaker and statement.speaker.inferred else []
    notes += [f"as told by {', '.join(statement.reported_by)}"] if statement.reported_by else []
    notes += [f"also given to {', '.join(statement.also_said_by)}"] if statement.also_said_by else []
    tail = f" ({', '.join([kind, *notes])})"
    return Line(
        (
            label(material.letters[statement.source], (statement.passage,)),
            Piece(" "),
            excerpt_of(statement, 40),
            Piece(tail, tone="soft"),
        )
    )


def _gap(material: Material, key: str) -> Line:
    return say_silence(material, key) or Line(())


def build_figures(material: Material) -> Section:
    """Every figure with what it measures: documents side by side where they are few, one line for each value otherwise."""
    rows: dict[str, dict[str, dict[str, Passage]]] = {}
    for statement in material.statements:
        if statement.within is None:
            for figure in statement.figures:
                words = " ".join(figure.passage.text.split())
                told = rows.setdefault(figure.of or figure.unit, {}).setdefault(statement.source, {})
                told.setdefault(words, statement.passage)
    ordered = sorted(rows.items(), key=lambda row: (-len(row[1]), row[0].lower()))
    if not ordered:
        return Section("figures", "Figures", (_gap(material, "figures"),))
    if len(material.documents) <= _SIDE_BY_SIDE:
        sources = [d.id for d in material.documents]
        cells = tuple((Line((Piece(of),)), tuple(_values(told.get(s, {})) for s in sources)) for of, told in ordered)
        columns = ("What is measured", *(material.letters[s] for s in sources))
        return Section("figures", "Figures", table=Table(columns, cells))
    lines = [
        Line(
            (
                Piece(f"{of}: "),
                Piece(words, (passage,), "quote"),
                Piece(" "),
                label(material.letters[source], (passage,)),
            )
        )
        for of, told in ordered
        for source, values in told.items()
        for words, passage in values.items()
    ]
    return Section("figures", "Figures", tuple(lines))


def _values(values: dict[str, Passage]) -> tuple[Piece, ...]:
    """The figures of one document for one measure, or the gap."""
    pieces: list[Piece] = []
    for words, passage in values.items():
        pieces += [Piece(", ")] if pieces else []
        pieces.append(Piece(words, (passage,), "quote"))
    return tuple(pieces) or (NOT_FOUND,)


def build_timeline(material: Material) -> Section:
    """Dated statements, earliest first; dates that cannot be resolved are left to the text."""
    dated: list[tuple[DateRef, Statement]] = [
        (d, s)
        for s in material.statements
        if s.within is None
        for d in s.dates
        if d.from_ is not None and d.to is not None
    ]
    dated.sort(key=lambda row: (row[0].from_, row[0].to, row[1].id))
    lines = tuple(
        Line(
            (
                Piece(f"{_span(day)}: "),
                label(material.letters[s.source], (s.passage,)),
                Piece(" "),
                excerpt(s.passage, 26),
            )
        )
        for day, s in dated
    )
    return Section(
        "timeline",
        "Timeline",
        lines or (_gap(material, "dates"),),
        note="Dates as the texts give them, read against each document's own date.",
    )


def _span(day: DateRef) -> str:
    if day.from_ == day.to:
        return str(day.from_)
    return f"{day.from_} to {day.to}"


def build_documents(material: Material) -> tuple[DocumentEntry, ...]:
    """Facts about each document with the evidence for each guess, and what it shares with others."""
    return tuple(
        DocumentEntry(
            material.letters[d.id],
            d,
            _facts(material, d),
            tuple(_overlap(material, d, o) for o in _overlaps(material, d)),
            _originator(material, d),
        )
        for d in material.documents
    )


def _originator(material: Material, document: Document) -> str:
    origin = material.comparison.originators.get(document.id)
    return origin.name if origin and origin.named else "unknown"


def _facts(material: Material, document: Document) -> tuple[tuple[str, str, str], ...]:
    guesses = (
        ("Title", document.title),
        ("Author", document.author),
        ("Publisher", document.publisher),
        ("Published", document.published),
        ("Language", document.language),
    )
    facts = [(what, guess.value, guess.evidence) if guess else (what, "unknown", "") for what, guess in guesses]
    origin = _originator(material, document)
    words = sum(len(document.text[a:b].split()) for a, b in document.analysed())
    left_out = sum(mark.end - mark.start for mark in document.marks if mark.left_out)
    encoding = f", {document.encoding}" if document.encoding else ""
    facts += [
        ("Originator", origin, NO_SOURCE_NAMED if origin == "unknown" else "named in the text"),
        ("File", document.path, f"{document.format}{encoding}; sha256 {document.sha256[:16]}…"),
        ("Analysed", f"{words:,} words", f"{left_out:,} characters left out, marked in the text below"),
    ]  # fmt: skip
    return tuple(facts)


def _overlaps(material: Material, document: Document) -> list[Overlap]:
    """What a document shares with others, the most first."""
    found = [o for o in material.comparison.overlaps if document.id in {o.a, o.b}]
    return sorted(found, key=lambda o: o.share_a if o.a == document.id else o.share_b, reverse=True)


def _overlap(material: Material, document: Document, overlap: Overlap) -> Line:
    other = overlap.b if overlap.a == document.id else overlap.a
    share = overlap.share_a if overlap.a == document.id else overlap.share_b
    own = [pair[0] if overlap.a == document.id else pair[1] for pair in overlap.passages]
    return Line(
        (Piece(f"{share:.0%} of it stands word for word in "), label(material.letters[other], own[:1]), Piece("."))
    )
