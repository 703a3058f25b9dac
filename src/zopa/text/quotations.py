"""Quotation marks: which spans of a text stand in them, in any of the usual styles.

Straight, curly, guillemets, low-high; nested; over several paragraphs (each opened anew, the last closed); unclosed ones,
which end with their paragraph. Where an editor or a converter has mixed the styles ("...”, „..."), a mark of another style
closes, if it stands as a closing mark does and none of the right style does its work.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from zopa.text.split import UNSEEN

# opening mark -> its closing marks. The curly right mark also closes the low one (German, Polish, Ukrainian print).
_PAIRS = {
    "“": "”", "„": "“”", "«": "»", "‘": "’", "‹": "›", '"': '"', "'": "'", "”": "”", "»": "«", "›": "‹",
    "‟": "”", "‚": "‘’", "❝": "❞", "「": "」", "『": "』", "＂": "＂", "″": "″",
}  # fmt: skip
_MARK = re.compile("[‚“”„«»‘’‹›‟❝❞「」『』＂″\"']")
_OPENING = "‚“„«‹‟❝「『"  # these do nothing else
_APOSTROPHES = "'’"
_APOSTROPHE = re.compile("['’]")
_DOUBLE, _SINGLE = '"“”„', "'‘’‚"  # styles that are mixed with one another
_BEHIND = ".,;:!?…)]}—–-"  # what may follow a closing mark, besides white space
_GLUE = "\u00a0\u202f\u2009\u200a"  # spaces that some print sets between a mark and the words in it
_INVISIBLE = frozenset(UNSEEN)


@dataclass(frozen=True, slots=True)
class Quoted:
    """A span in quotation marks.

    Attributes:
        start, end: with the marks.
        inner_start, inner_end: without them.
        depth: 0 for an outer quotation, 1 for one inside it, and so on.
        closed: False when the paragraph ended before the closing mark.
        continues: True when it takes up the unclosed quotation of the paragraph before.
    """

    start: int
    end: int
    inner_start: int
    inner_end: int
    depth: int
    closed: bool
    continues: bool = False


_OPEN_AT_ONCE = 50  # marks, apostrophes that are none among them; nobody quotes so deep


def find_quoted(text: str, paragraphs: list[tuple[int, int]]) -> list[Quoted]:
    """All quoted spans of `text`, ordered by start; each lies inside one of `paragraphs` (spans of `text`)."""
    found: list[Quoted] = []
    open_style = ""
    for start, end in paragraphs:
        spans, still_open = _quoted_in(text, start, end)
        tail = _tail_of(text, start, end, open_style, spans)
        if tail:
            spans.insert(0, tail)
        elif spans and open_style and text[spans[0].start] in open_style and not text[start : spans[0].start].strip():
            spans[0] = _continued(spans[0])
        open_style = still_open
        found.extend(spans)
    return found


def _tail_of(text: str, start: int, end: int, open_style: str, spans: list[Quoted]) -> Quoted | None:
    """The rest of a quotation that the paragraph before left open, where this one only closes it."""
    if not open_style:
        return None
    first = spans[0].start if spans else end
    for at in range(start, first):
        if (
            text[at] in _PAIRS[open_style]
            and text[at] not in _APOSTROPHES
            and not text[start:at].isspace()
            and at > start
        ):
            return Quoted(start, at + 1, start, at, 0, closed=True, continues=True)
    return None


def _continued(span: Quoted) -> Quoted:
    return Quoted(span.start, span.end, span.inner_start, span.inner_end, span.depth, span.closed, continues=True)


def _quoted_in(text: str, start: int, end: int) -> tuple[list[Quoted], str]:
    """Quoted spans of one paragraph, and the opening mark of one left open at its end ("" if none)."""
    stack: list[int] = []
    spans: list[Quoted] = []
    for match in _MARK.finditer(text, start, end):
        at, mark = match.start(), match.group()
        depth = _closes(text, stack, at, mark, end)
        if depth is not None:
            spans.append(Quoted(stack[depth], at + 1, stack[depth] + 1, at, depth, closed=True))
            del stack[depth:]
        elif _opens(text, stack, at, mark, (start, end)):
            stack.append(at)
    left_open = ""
    # An apostrophe that never closed was no quotation mark; a real opening mark runs to the end of its paragraph.
    real = [at for at in stack if text[at] not in "'‘"]
    if real:
        at, tail = real[0], end - (len(text[start:end]) - len(text[start:end].rstrip()))
        if tail > at + 1:
            spans.append(Quoted(at, tail, at + 1, tail, 0, closed=False))
            left_open = text[at]
    spans = [span for span in spans if span.inner_end > span.inner_start]
    return _depths(sorted(spans, key=lambda span: (span.start, -span.end))), left_open


def _depths(spans: list[Quoted]) -> list[Quoted]:
    """The same spans with `depth` counted from what really encloses them."""
    result: list[Quoted] = []
    around: list[int] = []  # ends of the spans that have begun, the nearest last
    for span in spans:
        while around and around[-1] <= span.start:
            around.pop()
        depth = len(around)
        around.append(span.end)
        result.append(Quoted(span.start, span.end, span.inner_start, span.inner_end, depth, span.closed))
    return result


def _closes(text: str, stack: list[int], at: int, mark: str, end: int) -> int | None:
    """Index in `stack` of the opening mark that `mark` closes, or None."""
    if mark in _APOSTROPHES and _inside_word(text, at):
        return None
    after = _after(text, at, end)
    for depth in range(len(stack) - 1, max(-1, len(stack) - 1 - _OPEN_AT_ONCE), -1):
        opening = text[stack[depth]]
        if mark not in _PAIRS[opening]:
            continue
        if opening == mark and after.isalnum():
            continue  # a straight mark before a letter opens
        if mark in _APOSTROPHES and _plural_possessive(text, at, end, opening):
            return None
        if text[at - 1].isspace() and text[at - 1] not in _GLUE and opening == mark and not after.isspace():
            continue
        return depth
    return _closes_another_style(text, stack, at, mark, end)


def _closes_another_style(text: str, stack: list[int], at: int, mark: str, end: int) -> int | None:
    """The same for a mark of another style than the opening one: it must stand as a closing mark does."""
    if not stack:
        return None
    depth, opening = len(stack) - 1, text[stack[-1]]
    before, after = _before(text, at), _after(text, at, end)
    stands = not before.isspace() and before not in "([{" and (after.isspace() or after in _BEHIND)
    if not stands:
        return None
    if opening in _DOUBLE and mark in _DOUBLE and not before.isdigit():
        return depth
    if opening in _SINGLE and mark in _SINGLE and (before in _BEHIND or after in _BEHIND):
        return None if _plural_possessive(text, at, end, opening) else depth
    return None


def _opens(text: str, stack: list[int], at: int, mark: str, bounds: tuple[int, int]) -> bool:
    start, end = bounds
    before = text[at - 1] if at > start else " "
    if before in _INVISIBLE:
        before = _before(text, at) if at - 1 > start else " "
    after = _after(text, at, end)
    if mark in _OPENING and after.isspace():  # French print sets a space behind it, others with care
        return mark == "«" or (before.isspace() and _closed_later(text, at, end))
    if mark in _OPENING:
        return True
    if after.isspace():
        return False
    if mark == "»":
        return not stack and not before.isalnum()  # »…« (German print); elsewhere it closes
    if mark == "”":
        return not stack and (before.isspace() or before in "([—–-") and after.isalnum()  # Swedish, or a slip
    if mark == "’":
        return False
    free = before.isspace() or before in '([{—–-/:,“"‘«'
    if mark in "'‘":
        return free and after.isalnum() and not _elided(text, at) and _single_closes(text, at, end)
    return free or not before.isalnum()


def _closed_later(text: str, at: int, end: int) -> bool:
    """True where the words behind an opening mark and a space are closed before the next opening mark."""
    for match in _MARK.finditer(text, at + 1, end):
        if match.group() in _PAIRS[text[at]]:
            return True
        if match.group() == text[at]:
            return False
    return False


def _after(text: str, at: int, end: int) -> str:
    """The first character behind a mark that is seen and no narrow space; a blank at the end of the paragraph."""
    at += 1
    while at < end and (text[at] in _INVISIBLE or text[at] in _GLUE):
        at += 1
    return text[at] if at < end else " "


def _before(text: str, at: int) -> str:
    """The last character before a mark that is seen and no narrow space; a blank at the start of the text."""
    at -= 1
    while at >= 0 and (text[at] in _INVISIBLE or text[at] in _GLUE):
        at -= 1
    return text[at] if at >= 0 else " "


def _inside_word(text: str, at: int) -> bool:
    return 0 < at < len(text) - 1 and text[at - 1].isalnum() and text[at + 1].isalnum()


def _elided(text: str, at: int) -> bool:
    """True for "'90s", "'em", "'twas": an apostrophe that stands for left-out letters."""
    return bool(re.match(r"['‘](?:\d\ds?\b|em\b|tis\b|twas\b|cause\b)", text[at : at + 8]))


def _single_closes(text: str, at: int, end: int) -> bool:
    """True when a single mark opened at `at` is closed later in the paragraph, at the end of a word."""
    closing = "’" if text[at] in "‘’" else "'"
    for match in _APOSTROPHE.finditer(text, at + 1, end):
        place = match.start()
        if _inside_word(text, place):
            continue
        before = _before(text, place)
        if not before.isspace() and (
            text[place] == closing or before in _BEHIND or _after(text, place, end) in _BEHIND
        ):
            return True
    return False


def _plural_possessive(text: str, at: int, end: int, opening: str) -> bool:
    """True for the mark in "states' rights" inside a quotation that is closed later."""
    if opening not in "'‘" or text[at - 1] not in "sS":
        return False
    if at + 2 >= end or not (text[at + 1] == " " and text[at + 2].islower()):
        return False
    return _single_closes(text, at, end)
