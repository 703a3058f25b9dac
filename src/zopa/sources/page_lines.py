"""Printed lines into paragraphs: joined, de-hyphenated, with running heads and page numbers set apart."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass

from zopa.sources.lines import ends_sentence
from zopa.sources.reasons import PAGE_FURNITURE
from zopa.sources.types import Mark

_SHORT_LINE = 0.85  # of the usual right edge: a line that ends before it may end a paragraph
_WIDE_GAP = 1.35  # of the usual distance between lines: more than this parts paragraphs
_INDENT_POINTS = 8.0
_EDGE_LINES = 2  # running heads and footers stand within so many lines of a page's edge
_MIN_PAGES = 3  # on so many pages a line must stand to be a running head
_PAGE_NUMBER = re.compile(
    r"(?:page\s+|seite\s+|с\.\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|of|von|из)\s*\d{1,4})?", re.IGNORECASE
)
_MAX_NUMBER_CHARS = 60
_HYPHENS = "-\u00ad\u2010\ufffe\x02"
_SOFT = re.compile("[\u00ad\ufffe\x02]")
_BULLET = re.compile(r"(?:[•‣▪●◦–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One printed line: its text, left and right edge and baseline in points; None where not known."""

    text: str
    left: float | None = None
    right: float | None = None
    top: float | None = None


def build_text(pages: list[list[PageLine]]) -> tuple[str, tuple[Mark, ...]]:
    """The text of all pages and marks on running heads, footers and page numbers.

    A paragraph that a page break cuts is joined; what stood between its halves follows it.

    Args:
        pages: lines of each page, top to bottom.

    Returns:
        Paragraphs parted by an empty line, and the marks; ("", ()) for pages without lines.
    """
    furniture = _find_furniture(pages)
    words = _whole_words(pages)
    blocks: list[tuple[str, bool]] = []
    waiting: list[str] = []
    current = ""
    before: PageLine | None = None
    last: float | None = None  # margin of the page on which `before` stands
    for number, page in enumerate(pages):
        margin, pitch = _measure([line for at, line in enumerate(page) if (number, at) not in furniture])
        fresh = True  # the first line of running text on this page
        for at, line in enumerate(page):
            if (number, at) in furniture:
                waiting.append(line.text)
                continue
            if before is not None and _starts_paragraph(
                before, line, last if fresh else margin, None if fresh else pitch
            ):
                blocks.append((current, False))
                blocks.extend((text, True) for text in waiting)
                current, waiting = "", []
            current = _join(current, line.text, words)
            before, last, fresh = line, margin, False
    blocks.append((current, False))
    blocks.extend((text, True) for text in waiting)
    return _lay_out(blocks)


def _lay_out(blocks: list[tuple[str, bool]]) -> tuple[str, tuple[Mark, ...]]:
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for raw, is_furniture in blocks:
        text = _SOFT.sub("", raw)
        if not text:
            continue
        if is_furniture:
            marks.append(Mark(at, at + len(text), PAGE_FURNITURE))
        pieces.append(text)
        at += len(text) + 2
    return "\n\n".join(pieces), tuple(marks)


def _find_furniture(pages: list[list[PageLine]]) -> set[tuple[int, int]]:
    """Places (page, line) of page numbers, and of lines that stand at the edge of several pages, numbers aside."""
    edges: dict[tuple[int, int], str] = {}
    for number, page in enumerate(pages):
        near = {*range(min(_EDGE_LINES, len(page))), *range(max(0, len(page) - _EDGE_LINES), len(page))}
        for at in near:
            edges[number, at] = re.sub(r"\d+", "#", page[at].text.casefold())
    seen = Counter(edges.values())
    outermost = {(number, at) for number, page in enumerate(pages) for at in (0, len(page) - 1)}
    return {
        place
        for place, key in edges.items()
        if seen[key] >= _MIN_PAGES
        or (place in outermost and len(pages) > 1 and _is_page_number(pages[place[0]][place[1]].text))
    }


def _is_page_number(text: str) -> bool:
    return len(text) <= _MAX_NUMBER_CHARS and _PAGE_NUMBER.fullmatch(text) is not None


def _measure(page: list[PageLine]) -> tuple[float | None, float | None]:
    """Usual right edge of some lines and usual distance between them; None where too little is known."""
    rights = sorted(line.right for line in page if line.right is not None)
    tops = [line.top for line in page if line.top is not None]
    gaps = [a - b for a, b in itertools.pairwise(tops) if a - b > 1]
    margin = rights[int(len(rights) * 0.9)] if rights else None
    pitch = (
        sorted(gaps)[len(gaps) // 4] if len(gaps) > 1 else None
    )  # low: headings and gaps are wider, none is narrower
    return margin, pitch


def _starts_paragraph(before: PageLine, line: PageLine, margin: float | None, pitch: float | None) -> bool:
    """Whether `line` opens a paragraph; `pitch` is None across a page break, where the distance means nothing."""
    if before.text[-1] in _HYPHENS and line.text[0].islower():
        return False
    if _BULLET.match(line.text):
        return True
    if pitch is not None and before.top is not None and line.top is not None:
        gap = before.top - line.top
        if gap > _WIDE_GAP * pitch or gap < -pitch:  # a step up: a new column
            return not line.text[0].islower()
        if before.left is not None and line.left is not None and line.left - before.left > _INDENT_POINTS:
            return ends_sentence(before.text)
    if line.text[0].islower():
        return False
    short = before.right is not None and margin is not None and before.right < _SHORT_LINE * margin
    return short or (margin is None and ends_sentence(before.text) and len(before.text) < 60)


def _whole_words(pages: list[list[PageLine]]) -> set[str]:
    """Hyphenated words that stand unbroken inside a line: their hyphen is kept at a line's end too."""
    return {word.lower() for page in pages for line in page for word in re.findall(r"\b\w+-\w+", line.text[:-1])}


def _join(text: str, line: str, words: set[str]) -> str:
    if not text:
        return line
    if text[-1] not in _HYPHENS:
        return f"{text} {line}"
    first = re.match(r"\w+", line)
    stem = re.search(r"(\w+)[^\w]$", text)
    if first is None or stem is None:
        return f"{text} {line}"
    own = f"{stem.group(1)}-{first.group()}".lower() in words
    if own or not first.group()[0].islower() or stem.group(1).isdigit():
        return f"{text[:-1]}-{line}"  # "Witkoff-" + "Kushner", "19-" + "point": a hyphen of its own
    return text[:-1] + line
