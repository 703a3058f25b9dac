"""Every passage that a brief refers to, and where a click on it leads."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING
from urllib.parse import quote

from zopa.report.hidden import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zopa.sources import Passage
    from zopa.views.types import Brief, Line, Section

Span = tuple[int, int]


def find_passages(brief: Brief) -> dict[str, frozenset[Span]]:
    """Spans that any line, cell or finding refers to, by document id; only of documents that the brief holds."""
    known = {entry.document.id for entry in brief.documents}
    spans: defaultdict[str, set[Span]] = defaultdict(set)
    for passage in _all_passages(brief):
        if passage.source in known and passage.start < passage.end:
            spans[passage.source].add((passage.start, passage.end))
    return {source: frozenset(found) for source, found in spans.items()}


def anchor_id(source: str, start: int, end: int) -> str:
    """The id of a passage's target in the full text."""
    return visible(f"doc-{source}-{start}-{end}")


def anchor_link(passage: Passage, spans: Mapping[str, frozenset[Span]]) -> str | None:
    """The link to a passage, or None where the brief does not hold its document."""
    if (passage.start, passage.end) not in spans.get(passage.source, frozenset[Span]()):
        return None
    return "#" + quote(anchor_id(passage.source, passage.start, passage.end), safe="")


def _all_passages(brief: Brief) -> Iterator[Passage]:
    page = brief.first_page
    yield from _of_lines(page.standfirst)
    for section in (*page.sections, *brief.parts, brief.figures, brief.timeline, brief.process):
        yield from _of_section(section)
    for finding in brief.findings:
        yield from finding.passages
    for speaker in brief.speakers:
        yield from _of_lines(speaker.lines)
    for entry in brief.documents:
        yield from _of_lines(entry.overlaps)


def _of_section(section: Section) -> Iterator[Passage]:
    yield from _of_lines(section.lines)
    if section.table is not None:
        for head, cells in section.table.rows:
            yield from _of_lines((head,))
            for cell in cells:
                for piece in cell:
                    yield from piece.passages


def _of_lines(lines: Iterable[Line]) -> Iterator[Passage]:
    for line in lines:
        for piece in line.pieces:
            yield from piece.passages
