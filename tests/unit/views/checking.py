"""What must hold of whatever a view shows: passages are exact, and quotation marks hold exact excerpts of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zopa.sources import Document, Passage
    from zopa.views import Brief, Line, Piece, Section

_MARKS = " “”\"«»„'‘’"


def text_of(line: Line) -> str:
    """A line's pieces as one string."""
    return "".join(piece.text for piece in line.pieces)


def line_pieces(lines: Iterable[Line]) -> Iterator[Piece]:
    """Pieces of lines."""
    for line in lines:
        yield from line.pieces


def section_pieces(section: Section) -> Iterator[Piece]:
    """Pieces of a section, its table's among them."""
    yield from line_pieces(section.lines)
    if section.table:
        for head, cells in section.table.rows:
            yield from head.pieces
            for cell in cells:
                yield from cell


def brief_pieces(brief: Brief) -> Iterator[Piece]:
    """Every piece that a brief shows."""
    yield from line_pieces(brief.first_page.standfirst)
    for section in (*brief.first_page.sections, brief.figures, brief.timeline, brief.process):
        yield from section_pieces(section)
    for entry in brief.speakers:
        yield from line_pieces(entry.lines)
    for document in brief.documents:
        yield from line_pieces(document.overlaps)


def is_excerpt(piece: Piece) -> bool:
    """True where the piece's words stand in its passages, up to white space, ellipses and quotation marks at edges."""
    whole = " ".join(" ".join(passage.text for passage in piece.passages).split())
    parts = [part.strip(_MARKS) for part in " ".join(piece.text.split()).split(" …")]
    return bool(piece.passages) and any(parts) and all(part in whole for part in parts)


def false_quotes(pieces: Iterable[Piece]) -> list[Piece]:
    """Pieces in quotation marks that are no excerpt of the passage behind them."""
    return [piece for piece in pieces if piece.tone == "quote" and not is_excerpt(piece)]


def brief_passages(brief: Brief) -> Iterator[Passage]:
    """Every passage that a brief rests on."""
    for piece in brief_pieces(brief):
        yield from piece.passages
    for finding in brief.findings:
        yield from (*finding.passages, *finding.marked)


def wrong_passages(passages: Iterable[Passage], documents: Iterable[Document]) -> list[Passage]:
    """Passages that are not the exact characters at their place."""
    texts = {document.id: document.text for document in documents}
    return [p for p in passages if texts[p.source][p.start : p.end] != p.text or not p.text]


def json_passages(value: Any) -> Iterator[dict[str, Any]]:
    """Every passage in a JSON value, however deep."""
    if isinstance(value, dict):
        if {"source", "start", "end", "text"} <= value.keys():
            yield value
        for inner in value.values():
            yield from json_passages(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from json_passages(inner)
