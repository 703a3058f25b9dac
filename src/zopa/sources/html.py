"""Web pages: all visible text in order; what trafilatura leaves out of the main text is marked."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.sources.encoding import decode_bytes, find_encoding_problems
from zopa.sources.extract import Extract, Reading
from zopa.sources.main_text import mark_main_text
from zopa.sources.page_facts import read_page_facts
from zopa.sources.problems import tell_problem
from zopa.sources.reasons import HEADING, HIDDEN, TITLE
from zopa.sources.visible_text import parse_page, read_visible_text

if TYPE_CHECKING:
    from zopa.errors import Problem
    from zopa.sources.types import Mark
    from zopa.sources.visible_text import Element, VisibleText

_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*(?:[\"']\s*)?([\w-]+)|<\?xml[^>]{0,80}encoding=[\"']([\w-]+)", re.IGNORECASE
)
_HEAD_BYTES = 4_096
_FEW_WORDS = 40  # a page that shows fewer, and hides
_MANY_TIMES = 3  # so many times more, is shown by a script


def read_html(data: bytes, file: str) -> Reading:
    """The visible text of a web page.

    Args:
        data: the file's bytes; a broken or cut page is read as far as it goes.
        file: its path as given, for problems.

    Returns:
        The extract, with marks outside the main text and on headings, and title, author, site and date from the page's
        own metadata; None and a problem when the bytes are no text or nothing is visible.
    """
    declared = _CHARSET.search(data[:_HEAD_BYTES])
    name = (declared.group(1) or declared.group(2)).decode("ascii", "replace") if declared else None
    decoded = decode_bytes(data, name)
    if decoded is None:
        message = "expected a web page, got bytes that are no text in any encoding known here."
        return None, (tell_problem("binary-file", file, message, "Save the page again from the browser."),)
    problems = find_encoding_problems(decoded, file)
    page = parse_page(decoded.text)
    seen, told = _read_page(page, file) if page is not None else (None, ())
    if page is None or seen is None or not seen.text.strip():
        message = "expected visible text, got a page that shows none without its scripts."
        cure = "Open it in a browser and save what it shows, or copy the text."
        return None, (*problems, tell_problem("html-without-text", file, message, cure))
    marks, found = mark_main_text(decoded.text, seen)
    facts = read_page_facts(page, found, seen.text)
    title = facts.sure.get("title")
    titled = tuple(_name_title(mark, seen.text, title.value if title else "") for mark in marks)
    extract = Extract(seen.text, decoded.encoding, (*seen.others, *titled), facts.sure, facts.likely)
    return extract, (*problems, *told)


def _read_page(page: Element, file: str) -> tuple[VisibleText, tuple[Problem, ...]]:
    """What the page shows; with what it hides, where hiding leaves next to nothing of it."""
    seen = read_visible_text(page)
    told: list[Problem] = []
    shown = len(seen.text.split()) - sum(
        len(seen.text[m.start : m.end].split()) for m in seen.others if m.reason == HIDDEN
    )
    if shown < _FEW_WORDS:
        whole = read_visible_text(page, hidden=True)
        if len(whole.text.split()) > _MANY_TIMES * shown:
            seen = whole
            message = "expected visible text, got a page that hides its text until a script shows it; it is read."
            told.append(tell_problem("html-hidden", file, message, "Compare it with what a browser shows.", "note"))
    if seen.unescaped:
        message = f"expected text, got {seen.unescaped} sign(s) that were escaped twice, such as &quot;; they are read."
        told.append(tell_problem("html-escaped-twice", file, message, "Compare the text with the page.", "note"))
    return seen, tuple(told)


def _name_title(mark: Mark, text: str, title: str) -> Mark:
    """`mark`, or a mark on the title where it lies on the heading that says the same."""
    same = mark.reason == HEADING and text[mark.start : mark.end].casefold() == title.casefold()
    return replace(mark, reason=TITLE) if same else mark
