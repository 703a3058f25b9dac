"""A page in the form that the ending of its file's name asks for."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from zopa.errors import UsageError
from zopa.report.charts.picture import render_picture
from zopa.report.fit import render_file
from zopa.report.markdown import render_markdown
from zopa.report.tables import page_rows, render_csv, render_xlsx

if TYPE_CHECKING:
    from zopa.views.types import Brief

ENDINGS = (".html", ".md", ".csv", ".xlsx", ".svg", ".png")


def render_page(page: Brief, name: str) -> bytes:
    """The page as bytes: HTML, Markdown, its tables as CSV or XLSX, or its charts as a picture.

    Raises:
        UsageError: the name has another ending; or a picture is asked for of a page without charts, or without the extra that draws it.
    """
    ending = PurePath(name).suffix.lower()
    if ending in {".html", ".htm"}:
        return render_file(page).encode("utf-8")
    if ending in {".md", ".markdown"}:
        return render_markdown(page).encode("utf-8")
    sections = (*page.first_page.sections, *page.parts)
    if ending in {".svg", ".png"}:
        return render_picture(sections, "svg" if ending == ".svg" else "png")
    if ending == ".csv":
        return render_csv(page_rows(sections)).encode("utf-8")
    if ending == ".xlsx":
        return render_xlsx(sections)
    raise UsageError(f"Expected a file name that ends in {', '.join(ENDINGS)}, got {name!r}.")
