"""The lines of a text without page headers and footers, and whether one only goes on where the last one broke off."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.plans.types import Span

_WORD = re.compile(r"[^\W_]+")
_GOES_ON = frozenset(
    "an and article articles art as at by chapter de der des du for from in into la le no nos number of on or para paragraph "
    "paragraphs paras per point points under rule section sections sub-paragraph subparagraph subparagraphs than that the "
    "through to with within annex annexes appendix clause clauses und upon which та page pages see least most over".split()
)
_ENDS = ".;:!?)]”\"'’»。；：！？）*_|"


@dataclass(frozen=True, slots=True)
class PlanLine:
    """A line from `start` to `end` without its white space; `indent` in columns; `after_blank`: an empty line stands before it."""

    start: int
    end: int
    text: str
    indent: int
    after_blank: bool
    titled: bool = False


def read_lines(
    text: str, left_out: Sequence[Span] = (), titles: Sequence[Span] = (), *, whole: bool = False
) -> list[PlanLine]:
    """Lines that hold anything, in order.

    Args:
        text: the text as read.
        left_out: spans that are no part of it; a paragraph goes on over a page's header.
        titles: spans that the document's format sets as headings.
        whole: each line is a paragraph, as in Word; none goes on in the next.
    """
    lines: list[PlanLine] = []
    blank = True
    heads = sorted(titles)
    starts = [start for start, _ in heads]
    for start, end in kept_spans(len(text), left_out):
        for match in re.finditer(r"[^\n\r\f\v\x85\u2028\u2029]+", text[start:end]):
            raw = match.group()
            if not raw.strip():
                continue
            first = start + match.start() + len(raw) - len(raw.lstrip())
            last = start + match.start() + len(raw.rstrip())
            gap = text[lines[-1].end : first] if lines else "\n\n"
            blank = whole or len(re.findall(r"\r\n|[\n\r\f\v\x85\u2028\u2029]", gap)) > 1
            at = bisect_right(starts, first) - 1
            titled = at >= 0 and heads[at][1] > first
            indent = sum(4 if c == "\t" else 1 for c in raw[: len(raw) - len(raw.lstrip())])
            lines.append(PlanLine(first, last, text[first:last], indent, blank, titled))
    return lines


def kept_spans(length: int, left_out: Sequence[Span]) -> list[Span]:
    """Spans of a text of some length outside those left out."""
    kept: list[Span] = []
    at = 0
    for start, end in sorted(left_out):
        if start > at:
            kept.append((at, start))
        at = max(at, end)
    if at < length:
        kept.append((at, length))
    return kept


def goes_on(line: str) -> bool:
    """Whether a line breaks off where a number may follow ("within", "Article", "paragraphs 1 and")."""
    found = re.search(r"([;,]?)\s*([^\W\d_][\w-]*)\W*$", line)
    if found is None or line[-1] in _ENDS or line.rstrip()[-1] in "—–":  # "in a language, of—" opens a list
        return False
    word = found[2].lower()
    return word in _GOES_ON and not (found[1] and word in {"and", "or", "und", "y", "и"})


def ends_there(line: str) -> bool:
    """Whether a line ends a sentence or an item of a list."""
    return line[-1:] in _ENDS or bool(re.search(r"[;,]\s*(?:and|or|und|et|y|и)?$", line))


def count_words(text: str) -> int:
    """Words and figures of a text; signs are none."""
    return len(_WORD.findall(text))
