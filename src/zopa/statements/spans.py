"""Spans of what is said: without quotation marks, without the punctuation around it."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from zopa.sources.reasons import MARKUP, reason_kind

if TYPE_CHECKING:
    from zopa.sources import Document
    from zopa.statements.clauses import ClauseUnit
    from zopa.text.quotations import Quoted

_LEAD = 3  # words that a label before a quotation may have
Span = tuple[int, int]  # start and end in the text as read


def inner_span(text: str, quotation: Quoted) -> Span | None:
    """What stands between the marks, without white space and a last comma; None where nothing does."""
    start, end = quotation.inner_start, quotation.inner_end
    while end > start and (text[end - 1].isspace() or text[end - 1] == ","):
        end -= 1
    while start < end and text[start].isspace():
        start += 1
    return (start, end) if end > start else None


def trimmed_span(text: str, start: int, end: int) -> Span:
    """A stretch of the author's words without the punctuation that parts it from others."""
    while end > start + 1 and text[end - 1] in " \n,;:":
        end -= 1
    while start < end - 1 and text[start] in " \n,;:":
        start += 1
    return start, end


def tokens_of(unit: ClauseUnit, span: Span) -> tuple[int, int]:
    """First and last token of the unit that a span of the text touches."""
    inside = [i for i, token in enumerate(unit.tokens) if token.end > span[0] and token.start < span[1]]
    return (inside[0], inside[-1]) if inside else (0, 0)


def covering(unit: ClauseUnit, start: int, end: int) -> Quoted | None:
    """The outer quotation that holds all words of a span; None where none does."""
    return next(
        (
            q
            for q in unit.quotations
            if q.start <= end
            and all(q.start <= t.start < q.end for t in unit.tokens if t.is_word and start <= t.start < end)
            and any(t.is_word and start <= t.start < end for t in unit.tokens)
        ),
        None,
    )


def said_span(text: str, unit: ClauseUnit, start: int, end: int) -> Span | None:
    """What a span of the unit says: the inside of the quotation that covers it, or its words without marks around them."""
    quotation = covering(unit, start, end)
    if quotation is not None:
        return inner_span(text, quotation)
    while end > start and text[end - 1] in ".,;:—–- \n":
        end -= 1
    while start < end and text[start] in ",;:—– \n":
        start += 1
    return (start, end) if end > start else None


def behind_lead(unit: ClauseUnit, start: int, end: int) -> int:
    """Where the quotation of a span begins, if only a sign, a time or a short label ("Then:") stands before it; else `start`."""
    inside = [i for i, token in enumerate(unit.tokens) if start <= token.start < end]
    opening = next((i for i in inside if unit.opens_quote(i)), None)
    if opening is None or opening == inside[0]:
        return start
    words = [t for t in unit.tokens[inside[0] : opening] if t.is_word]
    label = unit.low(opening - 1) == ":" and len(words) <= _LEAD
    return unit.tokens[opening].start if label or not any(t.text[0].isalpha() for t in words) else start


def lines_of(document: Document, start: int, end: int) -> list[Span]:
    """The span, cut where a sign of layout (">") stands at the head of a line in it."""
    spans: list[Span] = []
    at = bisect_left(document.marks, start, key=lambda mark: mark.start)
    for mark in document.marks[at:]:
        if mark.start >= end:
            break
        quoting = reason_kind(mark.reason) == MARKUP and ">" in document.text[mark.start : mark.end]
        if quoting and mark.start > start:
            spans.append(trimmed_span(document.plain, start, mark.start))
            start = mark.end
    return [*spans, (start, end)]
