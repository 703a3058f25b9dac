"""The brief as a file that can be mailed: at most 2 MB, with long lists cut, and saying so, where it would be more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.report.html import render_html
from zopa.report.passages import find_passages
from zopa.views.shortening import shorten

if TYPE_CHECKING:
    from zopa.views.types import Brief, DocumentEntry

MOST_BYTES = 2_000_000
LIMITS = (300, 100, 40, 15, 5)
"""Rows of each list that are tried in turn."""
_WHERE = "are left out, so that this file stays small: `zopa compare`, `zopa statements` and `zopa process` list them"
_CUT = "lists are cut so that this file stays within 2 MB; `zopa compare`, `zopa statements` and `zopa process` list everything"
_TARGET = 110  # bytes of markup that a passage adds to the text which it stands in


def render_file(brief: Brief) -> str:
    """The brief as one HTML file of at most `MOST_BYTES`.

    Where the whole brief is larger, its lists are cut further and further. Where even short ones are too much, the texts of documents
    go, those first that fewest passages rest on. What was done stands under *How this was made*. Only where no text is left can
    the file be larger.
    """
    cut, page = brief, render_html(brief)
    for limit in LIMITS:
        if _fits(page):
            return page
        cut = replace(shorten(brief, lines=limit, findings=limit, where=_WHERE), made=(*brief.made, ("Cut", _CUT)))
        page = render_html(cut)
    spans = find_passages(cut)
    by_use = sorted(cut.documents, key=lambda entry: len(spans.get(entry.document.id, ())))
    left_out: set[str] = set()
    while not _fits(page) and len(left_out) < len(by_use):
        excess = len(page.encode("utf-8")) - MOST_BYTES
        for entry in by_use:
            if excess > 0 and entry.document.id not in left_out:
                left_out.add(entry.document.id)
                excess -= len(entry.document.text.encode("utf-8")) + _TARGET * len(spans.get(entry.document.id, ()))
        told = f"{_CUT}; so are the texts of {len(left_out)} documents, which `zopa text` shows"
        kept = tuple(_without_text(entry) if entry.document.id in left_out else entry for entry in cut.documents)
        page = render_html(replace(cut, documents=kept, made=(*brief.made, ("Cut", told))))
    return page


def _fits(page: str) -> bool:
    return len(page.encode("utf-8")) <= MOST_BYTES


def _without_text(entry: DocumentEntry) -> DocumentEntry:
    return replace(entry, document=replace(entry.document, text="", marks=()))
