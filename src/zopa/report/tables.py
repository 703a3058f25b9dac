"""Tables for spreadsheets: CSV with a byte-order mark, and XLSX; no text of a document is ever taken for a formula."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

from zopa.report.flow import quoted, spaced
from zopa.report.hidden import one_line

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from openpyxl import Workbook

    from zopa.views.types import Piece, Section, Table

_ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")  # what no sheet can hold
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
_WIDTHS = (28, 44)  # characters of the first column and of the others
_LONGEST_CELL, _LONGEST_NAME = 32_000, 31  # limits of XLSX


def table_rows(table: Table) -> list[list[str]]:
    """The table as text: its head, then its rows."""
    return [
        list(table.columns),
        *([_text(head.pieces), *(_text(cell) for cell in cells)] for head, cells in table.rows),
    ]


def page_rows(sections: Sequence[Section]) -> list[list[str]]:
    """Everything on a page as one table: the table itself where the page is nothing else, else a row for each line and each row.

    Then ``Part`` names the section, ``Kind`` the tag of a line, and each column of a table keeps its name.
    """
    told = [section for section in sections if section.lines or section.table or section.note]
    if len(told) == 1 and told[0].table and not told[0].lines:
        return table_rows(told[0].table)
    names = list(dict.fromkeys(name for section in told if section.table for name in section.table.columns[1:]))
    rows = [["Part", "What", *names, "Kind"]]
    for section in told:
        blank = [""] * len(names)
        rows += [[section.title, section.note, *blank, "note"]] if section.note else []
        rows += [[section.title, _text(line.pieces), *blank, line.tag or ""] for line in section.lines]
        if section.table is None:
            continue
        columns = section.table.columns[1:]
        for head, *cells in table_rows(section.table)[1:]:
            there = dict(zip(columns, cells, strict=False))
            rows.append([section.title, head, *(there.get(name, "") for name in names), "row"])
    return rows


def render_csv(rows: Iterable[Sequence[str]]) -> str:
    """Rows as CSV with a byte-order mark, as spreadsheets want it."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerows([safe_cell(cell) for cell in row] for row in rows)
    return "\ufeff" + out.getvalue()


def render_xlsx(sections: Sequence[Section]) -> bytes:
    """One sheet for each section, with its table or its lines; what stands beside a table, and the notes, on a last one."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import, and only wanted here

    book = Workbook()
    book.properties.creator, book.properties.description = "zopa", "made with zopa"
    book.remove(book.worksheets[0])
    beside: list[list[str]] = []
    for section in sections:
        told = [[_text(line.pieces), line.tag or ""] for line in section.lines]
        if section.table is not None:
            _add_sheet(book, section.title, table_rows(section.table))
            beside += [[section.title, *row] for row in told]
        elif told:
            _add_sheet(book, section.title, [["What", "Kind"], *told])
        beside += [[section.title, section.note, "note"]] if section.note else []
    if beside:
        _add_sheet(book, "Notes", [["Part", "What", "Kind"], *beside])
    if not book.worksheets:
        book.create_sheet("Empty")
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _add_sheet(book: Workbook, title: str, rows: Sequence[Sequence[str]]) -> None:
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415

    sheet = book.create_sheet("".join(c for c in title if c not in "[]:*?/\\")[:_LONGEST_NAME].strip("'") or "Table")
    for row in rows:
        sheet.append([safe_cell(cell)[:_LONGEST_CELL] for cell in row])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, column in enumerate(sheet.columns):
        sheet.column_dimensions[column[0].column_letter].width = _WIDTHS[min(number, 1)]  # type: ignore[union-attr]
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions


def safe_cell(text: str) -> str:
    """The text as one line that no spreadsheet takes for a formula."""
    line = _ILLEGAL.sub("\ufffd", one_line(text))
    return f"'{line}" if line.startswith(_FORMULA) else line


def _text(pieces: tuple[Piece, ...]) -> str:
    return "".join(gap + quoted(piece) for gap, piece in spaced(pieces))
