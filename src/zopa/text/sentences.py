"""Paragraphs and sentences of a document, as spans of the text as read; what is left out of analysis has neither."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.sources.reasons import BLOCK_QUOTE, LINE_BREAK, LIST_ITEM, STRUCTURE_REASONS, reason_kind
from zopa.text.quotations import Quoted, find_quoted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.sources import Document

_ABBREVIATIONS = frozenset(
    "mr mrs ms dr prof gen lt col maj sgt capt cmdr adm sen rep gov st rev hon pres sec amb no nos vs etc e.g i.e inc ltd co "
    "corp bros jr sr jan feb mar apr jun jul aug sep sept oct nov dec art arts para fig ca approx dept est min vol ed "
    "mt ft al cf p pp".split()
)
_TERMINAL = re.compile(
    r"(?<![.!?…؟。])[.!?…؟。]++(?:[”\"'’»\)\]]|[ \u00a0\u202f]»)*(?:\s*\(\([a-z]{2}\)\))?"
    r"(?:(?=\s|$)|(?<=[a-z]{3}[.!?])(?=[A-Z][a-z]+[\s’'])|(?<=[a-z]{3}[.!?][”\"])(?=[A-Z][a-z]+[\s’']))"  # a lost blank
)
_BULLET = re.compile(r"[ \t]*(?:[•‣▪●◦*\-–—·]|[QA]:|\(?\d{1,2}[.)]|\(?[a-z]\))[ \t]+")
_DATELINE = re.compile(
    r"[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]+){0,3}(?:/[A-Z][A-Z.]+)?(?:, [A-Z][\w.]+(?: [A-Z]\w+)?)?(?:, \w+\.? \d{1,2}(?:, \d{4})?)?"
    r"(?: ?\([A-Za-z][\w .&/\-]{1,30}\))? ?(?:--?|[–—:])[ \u00a0]+(?=[\"“'‘«]?[A-Z])"
)
_PLACE = re.compile(
    r"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,2} (?:--?|[–—•·])[ \u00a0]+(?=[\"“'‘«]?[A-Z])"
)  # "Lima • The ..."
_LABEL = re.compile(r"[A-Z][\w.'’\-]+(?: [A-Z][\w.'’\-]+){0,3}: ")
_STAMPED = re.compile(r"[ \t]*[\[(]?\d{1,2}:\d\d(?::\d\d)?[\])]?[ \t]+[^\W\d_a-z]")  # "[00:14] Ann Lee: ..."
LONGEST_SENTENCE = 1_000  # characters; the longest of some 2,500 in our texts has 600
_PLACES = tuple(re.compile(place) for place in (r"[,;:](?=\s)", r"\s", r"[^\w\s]"))  # for a cut, the best first
_HARD_WRAP_WIDTH = (45, 130)  # columns between which a text's full lines lie when an editor has broken them


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A block of text.

    Attributes:
        start, end: its words, without the sign of a list or a dateline before them.
        sentences: spans of them, in order.
        quoted: its quotations.
        is_item: it is an item of a list.
        set_apart: number of the block quotation that it stands in, or -1.
    """

    start: int
    end: int
    sentences: tuple[tuple[int, int], ...]
    quoted: tuple[Quoted, ...]
    is_item: bool = False
    set_apart: int = -1


@dataclass(frozen=True, slots=True)
class _Layout:
    """What the layout of a document tells: block quotations, starts of items, borders, whether lines are paragraphs."""

    set_apart: list[tuple[int, int]]
    items: frozenset[int]
    borders: list[int]
    breaks: frozenset[int] | None  # places at which a line goes on in its paragraph; None where nothing tells


def _layout_of(document: Document) -> _Layout:
    marks = [(reason_kind(m.reason), m) for m in document.marks]
    outer: list[tuple[int, int]] = []
    for kind, mark in sorted(marks, key=lambda one: (one[1].start, -one[1].end)):
        if kind == BLOCK_QUOTE and not (outer and mark.start < outer[-1][1]):
            outer.append((mark.start, mark.end))
    return _Layout(
        outer,
        frozenset(m.start for kind, m in marks if kind == LIST_ITEM),
        sorted({place for kind, m in marks if kind in STRUCTURE_REASONS for place in (m.start, m.end)}),
        frozenset(m.start for kind, m in marks if kind == LINE_BREAK) if document.format == "html" else None,
    )


def find_paragraphs(document: Document) -> list[Paragraph]:
    """Paragraphs of what is analysed, in order; empty for a document of which nothing is."""
    text = document.plain
    layout = _layout_of(document)
    blocks: list[tuple[int, int]] = []
    for start, end in document.analysed():
        blocks.extend(_blocks(text, start, end, layout))
    quoted = find_quoted(text, blocks)
    datelines = _find_datelines(text, blocks)
    paragraphs: list[Paragraph] = []
    for start, end in blocks:
        inside = tuple(span for span in quoted if start <= span.start and span.end <= end)
        bullet = _BULLET.match(text, start, end)
        first = datelines.get(start) or (bullet.end() if bullet and bullet.end() < end else start)
        sentences = tuple(find_sentences(text, first, end, inside))
        apart = bisect_right(layout.set_apart, (start, len(text))) - 1
        apart = apart if apart >= 0 and start < layout.set_apart[apart][1] else -1
        is_item = bullet is not None or bool(layout.items.intersection(range(max(0, start - 2), start + 1)))
        paragraphs.append(Paragraph(first, end, sentences, inside, is_item=is_item, set_apart=apart))
    return paragraphs


def _find_datelines(text: str, blocks: list[tuple[int, int]]) -> dict[int, int]:
    """Where the words behind a dateline begin, by the start of its paragraph: "LIMA (PAPER) - ...", "OHIO, May 3 — ...", "Lima • ...".

    A place and a colon alone may be a speaker's label too: they count only where no other paragraph opens so.
    """
    found = {
        start: match for start, end in blocks if (match := _DATELINE.match(text, start, end)) and match.end() < end
    }
    places = {start: match for start, end in blocks if (match := _PLACE.match(text, start, end)) and match.end() < end}
    found = {**places, **found} if len(places) == 1 else found  # several are labels of a list
    labels = [
        start for start, match in found.items() if match.group().rstrip().endswith(":") and "(" not in match.group()
    ]
    others = sum(bool(_LABEL.match(text, start, end)) for start, end in blocks)
    return {start: match.end() for start, match in found.items() if start not in labels or others == 1}


def _blocks(text: str, start: int, end: int, layout: _Layout) -> list[tuple[int, int]]:
    """Spans of paragraphs: lines, joined where a line break stands in mid-sentence."""
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\r\n]+", text[start:end]) if m.group().strip()]
    lines = [(start + a, start + b) for a, b in lines]
    wrapped = layout.breaks is None and _is_hard_wrapped([b - a for a, b in lines])
    blocks: list[tuple[int, int]] = []
    for a, b in lines:
        if blocks and not _parted(layout, blocks[-1][1], a) and _joins(text, blocks[-1], (a, b), wrapped=wrapped):
            blocks[-1] = (blocks[-1][0], b)
        else:
            blocks.append((a, b))
    return [_trimmed(text, a, b) for a, b in blocks]


def _parted(layout: _Layout, before: int, after: int) -> bool:
    """True where the layout tells that a paragraph ends between two lines."""
    at = bisect_left(layout.borders, before)
    border = at < len(layout.borders) and layout.borders[at] <= after
    return border or (layout.breaks is not None and layout.breaks.isdisjoint(range(before, after)))


def _is_hard_wrapped(widths: list[int]) -> bool:
    low, high = _HARD_WRAP_WIDTH
    if len(widths) < 4 or max(widths) > high + 10:
        return False
    return sum(low <= width <= high for width in widths) >= 0.5 * len(widths)


def _joins(text: str, before: tuple[int, int], after: tuple[int, int], *, wrapped: bool) -> bool:
    between = text[before[1] : after[0]]
    if len(re.findall(r"\r\n|\n|\r", between)) > 1 or _BULLET.match(text, after[0], after[1]):
        return False
    opens = _STAMPED.match(text, *after) or _LABEL.match(text, *after)
    last = text[before[0] : before[1]].rstrip()
    if opens and last.endswith((".", "!", "?", "”", '"', "»", ":")):
        return False
    first = text[after[0] : after[1]].lstrip()
    if first[0].islower() and not re.search(r"[.!?:;…]['”\"»)]*$", last):
        return True
    return wrapped and before[1] - before[0] >= _HARD_WRAP_WIDTH[0]


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def find_sentences(text: str, start: int, end: int, quoted: tuple[Quoted, ...] = ()) -> list[tuple[int, int]]:
    """Spans of the sentences of ``text[start:end]``, in order, without the white space between them.

    A quotation of several sentences is cut into them, except where a cue follows the closing mark in lower case. What is longer than
    any sentence is cut between two words, since what is looked for in a sentence takes more than twice as long in one of twice its length.
    """
    sentences: list[tuple[int, int]] = []
    at = start
    for match in _TERMINAL.finditer(text, start, end):
        if match.end() < end and not _ends_sentence(text, match, end, quoted):
            continue
        sentences.extend(_cut(text, *_trimmed(text, at, match.end())))
        at = match.end()
    sentences.extend(_cut(text, *_trimmed(text, at, end)))
    return sentences


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A sentence in pieces of about `LONGEST_SENTENCE` characters: behind a comma, else a blank, else another mark; a word stays whole."""
    while end - start > LONGEST_SENTENCE:
        cut = _cut_at(text, start, end)
        a, b = _trimmed(text, start, cut)
        if b > a:
            yield a, b
        start, end = _trimmed(text, cut, end)
    if end > start:
        yield start, end


def _cut_at(text: str, start: int, end: int) -> int:
    """The last place in the later half of the longest piece at which it may be cut, else the first place behind that."""
    until = start + LONGEST_SENTENCE
    for place in _PLACES:
        found = [match.end() for match in place.finditer(text, start + LONGEST_SENTENCE // 2, until)]
        if found:
            return found[-1]
    later = _PLACES[-1].search(text, until, end)
    return later.end() if later else end


def _ends_sentence(text: str, match: re.Match[str], end: int, quoted: tuple[Quoted, ...]) -> bool:
    following = text[match.end() : min(end, match.end() + 40)].lstrip()
    if not following:
        return True
    opener = following.lstrip("“\"'‘«„([—–- ")
    if opener and opener[0].islower():
        return False
    if match.group().startswith((".", "…")) and match.group()[0] == "." and len(match.group()) == 1:
        word = re.search(r"[\w.]+$", text[max(0, match.start() - 20) : match.start()])
        if word and _is_abbreviation(word.group(), following):
            return False
    if match.group().startswith(("...", "…")) and any(q.start < match.start() < q.end - 1 for q in quoted):
        return opener[:1].isupper() and not following.startswith(("[", "("))
    return True


def _is_abbreviation(word: str, following: str) -> bool:
    low = word.lower()
    if low in _ABBREVIATIONS:
        return not (low == "no" and not following[:1].isdigit())
    if re.fullmatch(r"(?:[a-z]\.)*[a-z]", low) and "." in low:  # "U.S" before its last dot: a new sentence only rarely
        return not re.match(r"(?:The|A|An|He|She|It|They|But|In|On|At|This|That|We|I)\b", following)
    return len(word) == 1 and word.isupper()  # an initial: "J. Smith"


_SIGNED = re.compile(  # "- Name, of the charity Open Hand", "(Name, adviser)"
    r"[-–—―‒~]{1,3}\s?[^\W\d_][^\n]{2,80}|\([^\W\d_][^().!?\n]{2,80}\)\.?"
)


def merge_sentences(paragraph: Paragraph, text: str) -> list[tuple[int, int]]:
    """Sentences of a paragraph, joined where one quotation runs over several of them, or a dash signs the one before."""
    merged: list[tuple[int, int]] = []
    for start, end in paragraph.sentences:
        quoted = [q for q in paragraph.quoted if q.depth == 0]
        joined = merged and any(q.start < merged[-1][1] - 1 and q.end > start + 1 for q in quoted)
        signs = merged and merged[-1][1] in {q.end for q in quoted} and _SIGNED.fullmatch(text, start, end)
        if joined or signs:
            merged[-1] = (merged[-1][0], end)
        else:
            merged.append((start, end))
    return merged
