"""Documents, statements, findings and the brief of documents as plain dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa import __version__
from zopa.json_output.talks import talks_json

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.accounts import Comparison, Finding
    from zopa.errors import Problem
    from zopa.sources import Document, Originator, Overlap, Passage
    from zopa.statements import Speaker, Statement
    from zopa.text import DateRef, Figure
    from zopa.views import Brief
    from zopa.views.types import Line, Piece, Section

LIMIT = 10_000

Json = dict[str, Any]


def envelope(kind: str, problems: Iterable[Problem] = ()) -> Json:
    """The members that every document has."""
    return {"zopa": __version__, "kind": kind, "problems": [problem_json(problem) for problem in problems]}


def limited(name: str, rows: Sequence[Json], limit: int) -> Json:
    """``name: rows`` cut at `limit`, with ``name_count`` and ``truncated``."""
    cut: Json = {name: list(rows[:limit]), f"{name}_count": len(rows)}
    if len(rows) > limit:
        cut["truncated"] = True
    return cut


def problem_json(problem: Problem) -> Json:
    """A problem."""
    return {
        "severity": problem.severity, "file": problem.file, "line": problem.line, "code": problem.code,
        "message": problem.message, "cure": problem.cure,
    }  # fmt: skip


def passage_json(passage: Passage) -> Json:
    """A passage: source, start, end, text."""
    return {"source": passage.source, "start": passage.start, "end": passage.end, "text": passage.text}


def document_json(document: Document, originator: str | None = None) -> Json:
    """A document without its text; guesses as plain values, their evidence under ``evidence``."""
    guesses = {
        "title": document.title, "author": document.author, "publisher": document.publisher,
        "published": document.published, "language": document.language,
    }  # fmt: skip
    own = document.originator.value if document.originator else "unknown"
    return {
        "id": document.id,
        "path": document.path,
        **{what: guess.value if guess else None for what, guess in guesses.items()},
        "sha256": document.sha256,
        "originator": originator or own,
        "marks": [
            {"start": m.start, "end": m.end, "reason": m.reason, "left_out": m.left_out} for m in document.marks
        ],
        "format": document.format,
        "encoding": document.encoding,
        "evidence": {what: guess.evidence for what, guess in guesses.items() if guess},
    }  # fmt: skip


def statement_json(statement: Statement) -> Json:
    """A statement."""
    return {
        "id": statement.id,
        "within": statement.within,
        "form": statement.form,
        "status": statement.status,
        "passage": passage_json(statement.passage),
        "content": [passage_json(part) for part in statement.content],
        "speaker": speaker_json(statement.speaker) if statement.speaker else None,
        "cue": passage_json(statement.cue) if statement.cue else None,
        "reported_by": list(statement.reported_by),
        "also_said_by": list(statement.also_said_by),
        "act": statement.act,
        "plover": statement.plover,
        "deed": passage_json(statement.deed) if statement.deed else None,
        "hedged": statement.hedged,
        "negated": statement.negated,
        "prediction": statement.prediction,
        "judgement": statement.judgement,
        "party": statement.party,
        "target": statement.target,
        "issues": list(statement.issues),
        "figures": [figure_json(figure) for figure in statement.figures],
        "dates": [date_json(date) for date in statement.dates],
        "found_by": statement.found_by,
    }


def speaker_json(speaker: Speaker) -> Json:
    """A speaker: the canonical name, and where the mention beside the cue and the antecedent stand."""
    return {
        "name": speaker.name,
        "start": speaker.start,
        "end": speaker.end,
        "named_at": passage_json(speaker.named_at) if speaker.named_at else None,
        "inferred": speaker.inferred,
        "party": speaker.party,
        "parties": list(speaker.parties),
        "anonymous": speaker.anonymous,
    }


def figure_json(figure: Figure) -> Json:
    """A figure."""
    return {
        "value": figure.value, "high": figure.high, "unit": figure.unit, "of": figure.of,
        "approximate": figure.approximate, "bound": figure.bound, "passage": passage_json(figure.passage),
    }  # fmt: skip


def date_json(date: DateRef) -> Json:
    """A date: first and last day meant, or null where the text does not let it be known."""
    return {
        "from": date.from_.isoformat() if date.from_ else None,
        "to": date.to.isoformat() if date.to else None,
        "precision": date.precision,
        "passage": passage_json(date.passage),
    }


def finding_json(finding: Finding) -> Json:
    """A finding."""
    return {
        "relation": finding.relation,
        "about": finding.about,
        "why": finding.why,
        "passages": [passage_json(passage) for passage in finding.passages],
        "originators": list(finding.originators),
        "weight": finding.weight,
        "slot": finding.slot,
        "issues": list(finding.issues),
        "statements": list(finding.statements),
        "found_by": finding.found_by,
    }


def overlap_json(overlap: Overlap) -> Json:
    """An overlap; ``share`` is the larger of the two shares, each document's own is beside it."""
    return {
        "a": overlap.a,
        "b": overlap.b,
        "share": max(overlap.share_a, overlap.share_b),
        "share_a": overlap.share_a,
        "share_b": overlap.share_b,
        "passages": [[passage_json(a), passage_json(b)] for a, b in overlap.passages],
    }


def documents_json(documents: Sequence[Document], originators: Mapping[str, Originator] | None = None) -> list[Json]:
    """All documents of a set; with `originators`, what copies name counts too."""
    known = {source: origin.name for source, origin in (originators or {}).items() if origin.named}
    return [document_json(document, known.get(document.id)) for document in documents]


def comparison_json(comparison: Comparison, findings: Sequence[Finding], limit: int) -> Json:
    """Findings (as filtered) and overlaps."""
    return {
        **limited("findings", [finding_json(finding) for finding in findings], limit),
        "overlaps": [overlap_json(overlap) for overlap in comparison.overlaps],
    }


def brief_json(brief: Brief, limit: int = LIMIT) -> Json:
    """The first page and what stands behind it, as sections of lines of pieces."""
    page = brief.first_page
    speakers = [
        {"name": e.name, "party": e.party, "lines": [line_json(line) for line in e.lines]} for e in brief.speakers
    ]
    return {
        "documents": [document_json(entry.document, entry.originator) for entry in brief.documents],
        "title": page.title,
        "standfirst": [line_json(line) for line in page.standfirst],
        "first_page": [section_json(section) for section in page.sections],
        **limited("findings", [finding_json(finding) for finding in brief.findings], limit),
        **limited("speakers", speakers, limit),
        "figures": section_json(brief.figures),
        "timeline": section_json(brief.timeline),
        "process": section_json(brief.process),
        "parts": [section_json(section) for section in brief.parts],
        "made": dict(brief.made),
        **(talks_json(brief.talks, limit) if brief.talks else {}),
    }


def section_json(section: Section) -> Json:
    """A section with its lines and, where it has one, its table."""
    result: Json = {
        "key": section.key, "title": section.title, "note": section.note,
        "lines": [line_json(line) for line in section.lines],
    }  # fmt: skip
    if section.table:
        result["table"] = {
            "columns": list(section.table.columns),
            "rows": [
                {"head": line_json(head), "cells": [pieces_json(cell) for cell in cells]}
                for head, cells in section.table.rows
            ],
        }
    return result


def line_json(line: Line) -> Json:
    """A line: its number, its tag, its text and pieces."""
    return {"number": line.number, "tag": line.tag, "pieces": pieces_json(line.pieces)}


def pieces_json(pieces: Sequence[Piece]) -> list[Json]:
    """Pieces with the passages behind them."""
    return [
        {"text": piece.text, "tone": piece.tone, "passages": [passage_json(p) for p in piece.passages]}
        for piece in pieces
    ]
