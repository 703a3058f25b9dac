"""A document's full text as markup, cut where passages and marks begin and end, each of them a target.

Spans may nest and cross. They are opened and closed like brackets; one that crosses another's end is closed there and
opened again behind it. All parts of a passage carry ``data-p="start-end"`` and together hold exactly its text; the
first one carries the id, so that a link works, and highlights, without a script.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from markupsafe import Markup, escape

from zopa.report.hidden import visible, visible_slices
from zopa.report.passages import anchor_id

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.sources import Document, Passage

_PASSAGE = Markup('<span class="p"{} data-p="{}">')
_LEFT_OUT = Markup('<span class="left-out"{} data-why="{}">')
_POINTED = Markup('<span class="pointed"{} tabindex="0" data-why="{}">')
_MARK = Markup("<mark>{}</mark>")
_ID = Markup(' id="{}"')
_END = Markup("</span>")


@dataclass(frozen=True, slots=True)
class _Span:
    """Something that begins and ends in a text: a passage, or a mark with its reason."""

    start: int
    end: int
    anchor: str
    data: str
    opening: Markup

    def open_tag(self, *, first: bool) -> Markup:
        return self.opening.format(_ID.format(self.anchor) if first else "", self.data)


def mark_id(source: str, number: int) -> str:
    """The id of a document's mark, by its place in `Document.marks`."""
    return visible(f"mark-{source}-{number}")


def render_text(document: Document, spans: Iterable[tuple[int, int]]) -> Markup:
    """The text as read, escaped, with hidden characters shown; every span in `spans` and every mark is a target."""
    length = len(document.text)
    marked = [span for span in _all_spans(document, spans) if 0 <= span.start < span.end <= length]
    marked.sort(key=lambda span: (span.start, -span.end))
    cuts = sorted({0, length, *(span.start for span in marked), *(span.end for span in marked)})
    out: list[Markup] = []
    stack: list[_Span] = []
    waiting = iter(marked)
    coming = next(waiting, None)
    for at, shown in zip(cuts, visible_slices(document.text, cuts), strict=False):
        _close(stack, at, out)
        while coming is not None and coming.start == at:
            out.append(coming.open_tag(first=True))
            stack.append(coming)
            coming = next(waiting, None)
        out.append(escape(shown))
    out.extend(_END for _ in stack)
    return Markup("").join(out)


def render_marked(passage: Passage, marked: Iterable[Passage]) -> Markup:
    """A passage's text with the words that decide a finding inside ``<mark>``; marks that overlap run together."""
    inside = sorted(m for m in marked if m.source == passage.source and passage.start <= m.start < m.end <= passage.end)
    cuts, in_mark = [0], [False]
    for mark in inside:
        start, end = max(mark.start - passage.start, cuts[-1]), mark.end - passage.start
        if end > start:
            cuts += [start, end]
            in_mark += [True, False]
    shown = visible_slices(passage.text, [*cuts, len(passage.text)])
    return Markup("").join(_MARK.format(part) if on else escape(part) for part, on in zip(shown, in_mark, strict=True))


def _all_spans(document: Document, spans: Iterable[tuple[int, int]]) -> list[_Span]:
    source = document.id
    passages = [_Span(a, b, anchor_id(source, a, b), f"{a}-{b}", _PASSAGE) for a, b in spans]
    marks = [
        _Span(m.start, m.end, mark_id(source, at), visible(m.reason), _LEFT_OUT if m.left_out else _POINTED)
        for at, m in enumerate(document.marks)
    ]
    return marks + passages


def _close(stack: list[_Span], at: int, out: list[Markup]) -> None:
    """Close what ends at `at`, and open again what had to be closed with it."""
    if all(span.end > at for span in stack):
        return
    lowest = next(depth for depth, span in enumerate(stack) if span.end <= at)
    out.extend(_END for _ in stack[lowest:])
    kept = [span for span in stack[lowest:] if span.end > at]
    out.extend(span.open_tag(first=False) for span in kept)
    stack[lowest:] = kept


def mark_code(text: str) -> Markup:
    """Our own words for a page, with what stands between backticks as code; everything is escaped."""
    parts = [visible(part) for part in text.split("`")]
    return Markup("").join(
        Markup("<code>{}</code>").format(part) if n % 2 else escape(part) for n, part in enumerate(parts)
    )
