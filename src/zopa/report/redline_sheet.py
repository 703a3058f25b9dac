"""A redline as a spreadsheet in four columns: first text, second text, change, status."""

from __future__ import annotations

import io
from typing import TYPE_CHECKING

from zopa.report.hidden import one_line
from zopa.report.tables import safe_cell
from zopa.views.redline import change_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.plans import Point, Redline, RedlinePoint

_WIDTHS = (60, 60, 40, 12)  # characters
_LONGEST_CELL = 32_000  # a limit of XLSX


def render_redline_sheet(redline: Redline, names: Sequence[str]) -> bytes:
    """The redline as bytes of an .xlsx file, the points first, then headings, preamble and annexes."""
    from openpyxl import Workbook  # noqa: PLC0415 - slow to import, and only wanted here
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "Redline"
    sheet.append([safe_cell(one_line(cell)) for cell in (names[0], names[-1], "Change", "Status")])
    for row in (*redline.points, *redline.parts):
        sheet.append([safe_cell(cell)[:_LONGEST_CELL] for cell in _cells(row)])
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    for number, width in enumerate(_WIDTHS, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width
    for cells in sheet.iter_rows():
        for cell in cells:
            cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def _cells(row: RedlinePoint) -> tuple[str, str, str, str]:
    changes = "; ".join(change_words(change) for change in row.changes)
    return _side(row.a), _side(row.b), one_line("the whole article moved" if row.whole else changes), row.status


def _side(points: Sequence[Point]) -> str:
    """Number and words of a row on one side, each point on a line of its own."""
    return "\n".join(one_line(f"{point.number}  {' '.join(point.text.split())}").strip() for point in points)
