"""The brief as a Word document: the same content as the page, each cited piece followed by its place."""

from __future__ import annotations

import io
import re
from dataclasses import replace
from typing import TYPE_CHECKING, Any, cast

import docx
from docx.shared import Pt

from zopa.report.charts.picture import has_library, render_picture
from zopa.report.flow import common_relation, quoted, shown_tag, spaced
from zopa.report.hidden import visible
from zopa.report.markdown import reference
from zopa.report.naming import document_byline, document_name, kicker
from zopa.report.words import NOT_SEARCHED, RELATIONS, VOICES, tag_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from zopa.accounts import Finding
    from zopa.views.charts import Chart
    from zopa.views.types import Brief, Line, Piece, Section, Table

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")  # what XML cannot hold
_SMALL = 9  # points, in tables


def render_docx(brief: Brief) -> bytes:
    """The whole brief as bytes of a .docx file, without the full texts of the documents."""
    letters = {entry.document.id: entry.letter for entry in brief.documents}
    document: Any = cast("Any", docx).Document()  # the library is only partly typed
    document.core_properties.title = safe_xml(brief.first_page.title)
    document.core_properties.comments = "made with zopa"
    document.add_heading(safe_xml(brief.first_page.title), level=0)
    document.add_paragraph(safe_xml(" · ".join(kicker(brief))))
    for line in brief.first_page.standfirst:
        _write_line(document.add_paragraph(), line, letters)
    for section in (*brief.first_page.sections, *brief.parts):
        _write_section(document, section, letters)
    document.add_paragraph("Signs: " + ", ".join(f"{sign} {meaning}" for sign, meaning in VOICES.items()) + ".")
    _write_findings(document, brief.findings, letters)
    for section in (brief.figures, brief.timeline, brief.process):
        _write_section(document, section, letters)
    _write_foot(document, brief)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _write_section(document: Any, section: Section, letters: Mapping[str, str]) -> None:
    if not section.filled:
        return
    document.add_heading(safe_xml(section.title), level=1)
    if section.note:
        document.add_paragraph(safe_xml(section.note)).runs[0].italic = True
    if section.chart:
        _write_chart(document, section, section.chart)
    common = common_relation(section.lines)
    for line in section.lines:
        _write_line(document.add_paragraph(style="List Bullet" if line.number is None else None), line, letters, common)
    if section.table is not None:
        _write_table(document, section.table, letters)


def _write_chart(document: Any, section: Section, chart: Chart) -> None:
    """The picture, where the extra that draws pictures is there, and the text equivalent."""
    if has_library():
        sheet = document.sections[0]
        picture = io.BytesIO(render_picture([replace(section, title="")], "png"))
        drawn = document.add_picture(picture, width=sheet.page_width - 2 * sheet.left_margin)
        # its heading and its text stand on the same sheet
        room = int(0.85 * (sheet.page_height - 2 * sheet.top_margin))
        if drawn.height > room:
            drawn.width, drawn.height = drawn.width * room // drawn.height, room
    document.add_paragraph(safe_xml(chart.text)).runs[0].italic = True


def _write_line(paragraph: Any, line: Line, letters: Mapping[str, str], common: str | None = None) -> None:
    if line.number is not None:
        paragraph.add_run(f"{line.number} ").bold = True
    _write_pieces(paragraph, line.pieces, letters)
    if tag := shown_tag(line, common):
        paragraph.add_run(f" ({tag_words(tag)})").italic = True


def _write_pieces(paragraph: Any, pieces: Iterable[Piece], letters: Mapping[str, str]) -> None:
    for space, piece in spaced(pieces):
        run = paragraph.add_run(safe_xml(space + quoted(piece)))
        run.bold = piece.tone in {"label", "added"}
        run.italic = piece.tone in {"gap", "soft"}
        run.font.strike = piece.tone == "removed"
        places = [f"[{reference(passage, letters)}]" for passage in piece.passages]
        if places:
            paragraph.add_run(safe_xml(" " + " ".join(places))).font.size = Pt(_SMALL)


def _write_table(document: Any, table: Table, letters: Mapping[str, str]) -> None:
    width = max([len(table.columns), *(len(cells) + 1 for _, cells in table.rows)])
    grid: Any = document.add_table(rows=1, cols=width, style="Table Grid")
    heads = [""] * (width - len(table.columns)) + list(table.columns)
    for cell, head in zip(grid.rows[0].cells, heads, strict=True):
        cell.paragraphs[0].add_run(safe_xml(head)).bold = True
    for head, cells in table.rows:
        row = grid.add_row().cells
        _write_line(row[0].paragraphs[0], head, letters)
        for cell, pieces in zip(row[1:], cells, strict=False):
            _write_pieces(cell.paragraphs[0], pieces, letters)
    for row in grid.rows:
        for cell in row.cells:
            for run in cell.paragraphs[0].runs:
                run.font.size = Pt(_SMALL)


def _write_findings(document: Any, findings: tuple[Finding, ...], letters: Mapping[str, str]) -> None:
    for key, told in RELATIONS.items():
        found = [finding for finding in findings if finding.relation == key]
        if found:
            document.add_heading(f"{told.heading} ({len(found)})", level=1)
            document.add_paragraph(told.note).runs[0].italic = True
        for finding in found:
            document.add_paragraph(safe_xml(finding.about)).runs[0].bold = True
            for passage in finding.passages:
                document.add_paragraph(
                    safe_xml(f"“{passage.text}” [{reference(passage, letters)}]"), style="List Bullet"
                )
            document.add_paragraph(safe_xml(finding.why))


def _write_foot(document: Any, brief: Brief) -> None:
    document.add_heading("Documents", level=1)
    for entry in brief.documents:
        name = " · ".join((document_name(entry.document), *document_byline(entry.document)))
        document.add_paragraph(safe_xml(f"{entry.letter}: {name}"), style="List Bullet")
    document.add_heading("How this was made", level=1)
    for problem in brief.problems:
        document.add_paragraph(safe_xml(f"could not be used: {problem}"))
    for label, value in (*brief.made, ("not searched", NOT_SEARCHED)):
        document.add_paragraph(safe_xml(f"{label}: {value}"))


def safe_xml(text: str) -> str:
    """The text without what XML cannot hold, hidden characters shown by name."""
    return visible(_CONTROL.sub("\ufffd", text))
