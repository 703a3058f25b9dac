"""Tables for spreadsheets: CSV with a byte-order mark, and XLSX; no text of a document is ever taken for a formula."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

from zopa.report.flow import quoted, spaced
from zopa.report.hidden import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.views.types import Piece, Section, Table

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (28, 44)  # characters of the first column and of the others
_LONGEST_CELL, _LONGEST_NAME = 32_000, 31  # limits of XLSX


def table_rows(table: Table) -> list[list[str]]:
    """The table as text: its head, then its rows."""
    return [
        list(table.columns),
        *([_text(head.pieces), *(_text(cell) for cell in cells)] for head, cells in table.rows),
    ]


def render_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV with a byte-order mark, as spreadsheets want it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def render_xlsx(sections: Iterable[Section]) -> bytes:
    """One sheet for each section that has a table."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import, and only wanted here
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    book = Workbook()
    book.properties.creator, book.properties.description = "zopa", "made with zopa"
    book.remove(book.worksheets[0])
    for section in sections:
        if section.table is None:
            continue
        sheet = book.create_sheet("".join(c for c in section.title if c not in "[]:*?/\\")[:_LONGEST_NAME] or "Table")
        for row in table_rows(section.table):
            sheet.append([safe_cell(cell)[:_LONGEST_CELL] for cell in row])
        for cell in sheet[1]:
            cell.font = Font(bold=True)
        for number, column in enumerate(sheet.columns):
            sheet.column_dimensions[column[0].column_letter].width = _WIDTHS[min(number, 1)]  # type: ignore[union-attr]
            for cell in column:
                cell.alignment = Alignment(wrap_text=True, vertical="top")
        sheet.freeze_panes = "B2"
    if not book.worksheets:
        book.create_sheet("Empty")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def safe_cell(text: str) -> str:
    """The text as one line that no spreadsheet takes for a formula."""
    line = one_line(text)
    return f"'{line}" if line.startswith(_FORMULA) else line


def _text(pieces: tuple[Piece, ...]) -> str:
    return "".join(gap + quoted(piece) for gap, piece in spaced(pieces))
