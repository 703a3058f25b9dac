"""Printed lines into paragraphs: joined, de-hyphenated, with running heads and page numbers set apart."""

from __future__ import annotations

import itertools
import re
from collections import Counter, defaultdict
from dataclasses import dataclass

from zopa.sources.lines import ends_sentence
from zopa.sources.reasons import HIDDEN, PAGE_FURNITURE
from zopa.sources.types import Mark

_WIDE_GAP = 1.35  # of the usual distance between lines: more than this parts paragraphs
_INDENT_POINTS = 8.0
_FEW_LINES = 7  # in a column of no more, each counts; in a longer one the widest tenth may be headings
_EDGE_LINES = 2  # running heads and footers stand within so many lines of a page's edge
_ITEM = re.compile(
    r"\(?(?:[ivx]{1,5}|[IVX]{1,5}|[a-zA-Z])[.)](?:\s|$)"
)  # "ii)", "b."; behind the end of a sentence only
_LABEL = re.compile(r"(?:[^\W\d_]{2,20}\.?|§) \(?(?:\d{1,4}|[IVXLC]{1,7})[.)]?")  # "Article 5" on a line of its own
_MOST_DIGITS = 6  # of a page's number
_DIGITS = re.compile(r"\d+")
_MIN_PAGES = 3  # on so many pages a line must stand to be a running head
_PAGE_NUMBER = re.compile(
    r"(?:page\s+|seite\s+|с\.\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:/|of|von|из)\s*\d{1,4})?", re.IGNORECASE
)
_MAX_NUMBER_CHARS = 60
_MAX_STAMP_CHARS = 400
_DAY = r"(?:\d{1,4}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2} \w{3,9} \d{4}|\w{3,9} \d{1,2}, \d{4})"
_TIME = re.compile(rf"{_DAY},? {{1,3}}(?:at )?\d{{1,2}}[:.]\d\d(?:[:.]\d\d)?(?: ?[AaPp]\.?[Mm]\.?)?(?= |$)")
_TIME_LAST = re.compile(rf"(?:^| ){_DAY},? {{1,3}}(?:at )?\d{{1,2}}[:.]\d\d(?: ?[AaPp]\.?[Mm]\.?)?$")
_ADDRESS = re.compile(r"(?:https?|file)://")
_HYPHENS = "-\u00ad\u2010\ufffe\x02"
_SOFT = re.compile("[\u00ad\ufffe\x02]")
_BULLET = re.compile(r"(?:[•‣▪●◦–—-]|\(?\d{1,2}[.)]|\(?[a-z]\))\s")


@dataclass(frozen=True, slots=True)
class PageLine:
    """One printed line: its text, left and right edge and baseline in points; None where not known.

    A line that runs from right to left has negative edges, the lower where it begins. `hidden` is one that nobody sees.
    """

    text: str
    left: float | None = None
    right: float | None = None
    top: float | None = None
    hidden: bool = False


def build_text(pages: list[list[PageLine]]) -> tuple[str, tuple[Mark, ...]]:
    """The text of all pages and marks on running heads, footers and page numbers.

    A paragraph that a page break cuts is joined; what stood between its halves follows it.

    Args:
        pages: lines of each page, top to bottom.

    Returns:
        Paragraphs parted by an empty line, and the marks; ("", ()) for pages without lines.
    """
    apart = {**dict.fromkeys(_find_furniture(pages), PAGE_FURNITURE), **_find_hidden(pages)}
    words = _whole_words(pages)
    blocks: list[tuple[str, str]] = []
    waiting: list[tuple[str, str]] = []
    current = ""
    before: PageLine | None = None
    last: float | None = None  # margin of the column in which `before` stands
    for number, page in enumerate(pages):
        shown = [line for at, line in enumerate(page) if (number, at) not in apart]
        pitch = _usual_pitch(shown)
        for column in _find_columns(shown, pitch):
            margin = _usual_margin(column)
            for at, line in enumerate(column):
                anew = at == 0  # at the head of a page or a column, where the distance means nothing
                if before is not None and _starts_paragraph(
                    before, line, last if anew else margin, None if anew else pitch
                ):
                    blocks.append((current, ""))
                    blocks += waiting
                    current, waiting = "", []
                current = _join(current, line.text, words)
                before, last = line, margin
        waiting += [(line.text, apart[number, at]) for at, line in enumerate(page) if (number, at) in apart]
    return _lay_out([*blocks, (current, ""), *waiting])


def _lay_out(blocks: list[tuple[str, str]]) -> tuple[str, tuple[Mark, ...]]:
    """The blocks, parted by empty lines, and marks on those with a reason to be left out."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for raw, reason in blocks:
        text = _SOFT.sub("", raw)
        if not text:
            continue
        if reason:
            marks.append(Mark(at, at + len(text), reason))
        pieces.append(text)
        at += len(text) + 2
    return "\n\n".join(pieces), tuple(marks)


def _find_hidden(pages: list[list[PageLine]]) -> dict[tuple[int, int], str]:
    return {(number, at): HIDDEN for number, page in enumerate(pages) for at, line in enumerate(page) if line.hidden}


def _find_columns(lines: list[PageLine], pitch: float | None) -> list[list[PageLine]]:
    """Lines that stand under one another: a step up, or a change of direction, opens the next column."""
    columns: list[list[PageLine]] = []
    for line in lines:
        before = columns[-1][-1] if columns else None
        steps = (before.top, line.top) if before is not None else (None, None)
        up = steps[0] is not None and steps[1] is not None and pitch is not None and steps[1] - steps[0] > pitch
        turned = before is not None and ((before.left or 0) < 0) != ((line.left or 0) < 0)
        if before is None or up or turned:
            columns.append([])
        columns[-1].append(line)
    return columns


def _find_stamps(page: list[PageLine]) -> set[int]:
    """Lines that a browser prints on a page: time and title, address, number; found where one line tells the time."""
    tops = sorted((line.top for line in page if line.top is not None), reverse=True)
    edge = set(tops[:_EDGE_LINES]) | set(tops[-_EDGE_LINES:])
    near = [at for at, line in enumerate(page) if line.top in edge and len(line.text) <= _MAX_STAMP_CHARS]
    if not any(_TIME.match(page[at].text) or _TIME_LAST.search(page[at].text) for at in near):
        return set()
    return {
        at
        for at in near
        if _TIME.match(page[at].text)
        or _TIME_LAST.search(page[at].text)
        or _ADDRESS.search(page[at].text)
        or _is_page_number(page[at].text)
    }


def _find_furniture(pages: list[list[PageLine]]) -> set[tuple[int, int]]:
    """Places (page, line) of page numbers, and of lines that stand at the edge of several pages, the pages' numbers aside."""
    edges: dict[tuple[int, int], str] = {}
    for number, page in enumerate(pages):
        near = {*range(min(_EDGE_LINES, len(page))), *range(max(0, len(page) - _EDGE_LINES), len(page))}
        for at in near:
            edges[number, at] = page[at].text.casefold()
    running = _find_running(edges)
    outermost = {(number, at) for number, page in enumerate(pages) for at in (0, len(page) - 1)}
    stamps = {(number, at) for number, page in enumerate(pages) for at in _find_stamps(page)}
    return stamps | {
        place
        for place in edges
        if place in running
        or (place in outermost and len(pages) > 1 and _is_page_number(pages[place[0]][place[1]].text))
    }


def _find_running(edges: dict[tuple[int, int], str]) -> set[tuple[int, int]]:
    """Of the lines at pages' edges, those that stand on several pages: word for word, or with a number that counts the pages.

    "Article 5" at the head of one page and "Article 30" at that of another count no pages: they are text.
    """
    same = Counter(key for _, key in {(number, key) for (number, _), key in edges.items()})
    counted: dict[tuple[str, int, int], set[tuple[int, int]]] = defaultdict(set)
    for (number, at), key in edges.items():
        bare = _DIGITS.sub("#", key)
        for n, digits in enumerate(_DIGITS.findall(key)):
            if len(digits) <= _MOST_DIGITS:
                counted[bare, n, int(digits) - number].add((number, at))
    paged = (places for places in counted.values() if len({number for number, _ in places}) >= _MIN_PAGES)
    return {place for place, key in edges.items() if same[key] >= _MIN_PAGES}.union(*paged)


def _is_page_number(text: str) -> bool:
    return len(text) <= _MAX_NUMBER_CHARS and _PAGE_NUMBER.fullmatch(text) is not None


def _usual_margin(column: list[PageLine]) -> float | None:
    """Usual right edge of some lines; None where it is not known."""
    rights = sorted(line.right for line in column if line.right is not None)
    last = len(rights) - 1
    return rights[int(last * 0.9) if last >= _FEW_LINES else last] if rights else None


def _usual_pitch(lines: list[PageLine]) -> float | None:
    """Usual distance between lines; None where too little is known."""
    tops = [line.top for line in lines if line.top is not None]
    gaps = [a - b for a, b in itertools.pairwise(tops) if a - b > 1]
    return sorted(gaps)[len(gaps) // 4] if len(gaps) > 1 else None  # low: headings and gaps are wider, none is narrower


def _starts_paragraph(before: PageLine, line: PageLine, margin: float | None, pitch: float | None) -> bool:
    """Whether `line` opens a paragraph; `pitch` is None across a break of page or column, where distance means nothing."""
    if before.text[-1] in _HYPHENS and line.text[0].islower():
        return False
    ended = ends_sentence(before.text) or before.text[-1] in ";:"
    if _BULLET.match(line.text) or (ended and (_LABEL.fullmatch(line.text) or _ITEM.match(line.text))):
        return True
    if pitch is not None and before.top is not None and line.top is not None:
        if before.top - line.top > _WIDE_GAP * pitch:
            return not line.text[0].islower()
        if before.left is not None and line.left is not None and line.left - before.left > _INDENT_POINTS:
            return ends_sentence(before.text)
    if line.text[0].islower():
        return False
    if margin is None or before.right is None or before.left is None:
        return margin is None and ends_sentence(before.text) and len(before.text) < 60
    return before.right + _width_of_first_word(line) < margin


def _width_of_first_word(line: PageLine) -> float:
    """Of its first word and the space before it: where so much was left, the line before ended on purpose."""
    if line.left is None or line.right is None:
        return 0.0
    first = len(line.text.split(maxsplit=1)[0]) + 1
    return (line.right - line.left) * min(1.0, first / len(line.text))


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
