"""A redline as a Word document with real tracked changes: accepted it is the second text, rejected the first (but for its order)."""

from __future__ import annotations

import io
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import docx
from docx import oxml
from docx.oxml.ns import qn

from zopa.plans import WordRun
from zopa.report.docx import safe_xml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from zopa.plans import Point, Redline, RedlinePoint

Paragraph = tuple[str, list[WordRun]]
"""Its style, and its words with what became of them."""


def render_redline_docx(redline: Redline, texts: tuple[str, str], *, author: str, day: str) -> bytes:
    """The redline as bytes of a .docx file.

    Every word of both texts is in it once, with its number, so that zopa reads the file back as the second text.

    Args:
        redline: the comparison, with its headings, preamble and annexes.
        texts: both texts as read, from which numbers are taken as they are printed.
        author: whom Word names as the author of the changes.
        day: ISO date that Word shows on them.
    """
    document = docx.Document()
    document.core_properties.comments = "made with zopa"
    stamp = {"author": safe_xml(author), "date": f"{day}T00:00:00Z"}
    number = 0
    for style, runs in _paragraphs(redline, texts):
        paragraph: Any = cast(
            "Any", document.add_paragraph(style=style or None)
        )._p  # the library offers no tracked changes
        kinds = {run.kind for run in runs if run.text}
        if kinds in ({"deleted"}, {"inserted"}):
            number += 1
            _mark_end(paragraph, number, stamp, deleted=kinds == {"deleted"})
        for run in runs:
            number += 1
            paragraph.append(_element(run, number, stamp))
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def _paragraphs(redline: Redline, texts: tuple[str, str]) -> Iterator[Paragraph]:
    """All parts in the order of the second text; what was dropped stands behind what stood before it in the first."""
    rows = [row for row in (*redline.points, *redline.parts) if not row.whole]
    placed: list[tuple[int, RedlinePoint, int]] = [(p.spans[0][0], row, n) for row in rows for n, p in enumerate(row.b)]
    placed.sort(key=lambda item: item[0])
    spot = {p.spans[0][0]: row.b[0].spans[0][0] if row.b else None for row in rows for p in row.a}
    gone: dict[int, list[RedlinePoint]] = defaultdict(list)
    dropped = {row.a[0].spans[0][0]: row for row in rows if not row.b}
    here = -1
    for start in sorted(spot):
        if start in dropped:
            gone[here].append(dropped[start])
        else:
            here = cast("int", spot[start])
    yield from _lay_out(_dropped(row, texts[0]) for row in gone[-1])
    for unit in _units([_kept(row, n, texts) for _, row, n in placed]):
        yield from _join(unit)
        yield from _lay_out(_dropped(row, texts[0]) for item in unit if item.opens for row in gone[item.start])


@dataclass(frozen=True, slots=True)
class _Item:
    """A part as it is to be written: where it starts, where its words start behind number and heading, and whether it opens its row."""

    start: int
    body: int
    style: str
    label: list[WordRun]
    runs: list[WordRun]
    opens: bool = False


def _units(items: Sequence[_Item]) -> Iterator[tuple[_Item, ...]]:
    """Each item, together with the heading that stands between its number and its words."""
    at = 0
    while at < len(items):
        inside = at + 1 < len(items) and bool(items[at].label) and items[at + 1].start < items[at].body
        yield tuple(items[at : at + 1 + inside])
        at += 1 + inside


def _join(unit: tuple[_Item, ...]) -> list[Paragraph]:
    """One paragraph; where a heading stands behind the number, one for both and one for the words."""
    first = unit[0]
    if len(unit) == 1:
        return [(first.style, [*first.label, *first.runs])]
    heading = unit[1]
    return [(heading.style, [*first.label, *heading.label, *heading.runs]), (first.style, first.runs)]


def _lay_out(items: Iterable[_Item]) -> Iterator[Paragraph]:
    for unit in _units(list(items)):
        yield from _join(unit)


def _dropped(row: RedlinePoint, text: str) -> _Item:
    point = row.a[0]
    label = _label(point, text)
    return _Item(
        point.spans[0][0], point.start, _style(point), [WordRun("deleted", label)] if label else [], list(row.runs)
    )


def _kept(row: RedlinePoint, n: int, texts: tuple[str, str]) -> _Item:
    """One part of the second text; the first of a row holds the words that it lost."""
    point = row.b[n]
    new = _label(point, texts[1])
    old = _label(row.a[n], texts[0]) if n < len(row.a) else ""
    runs = list(row.runs) if len(row.b) == 1 else _cut(row.runs, [len(p.text.split()) for p in row.b])[n]
    if new and runs and n:  # the space before the first word of a later part of a split point
        runs[0] = WordRun(runs[0].kind, runs[0].text.lstrip())
    label = [WordRun("same", new)] if old == new else [WordRun("deleted", old), WordRun("inserted", new)]
    return _Item(point.spans[0][0], point.start, _style(point), [run for run in label if run.text], runs, opens=n == 0)


def _cut(runs: Sequence[WordRun], sizes: Sequence[int]) -> list[list[WordRun]]:
    """Runs of a split point, cut where the words of each of its parts end."""
    parts: list[list[WordRun]] = [[] for _ in sizes]
    at, left = 0, sizes[0]
    glued = False  # the last word of the second text goes on in the next run
    for run in runs:
        if run.kind == "deleted":
            parts[at].append(run)
            continue
        for piece in _words(run.text):
            fresh = not glued or piece[0].isspace()
            if fresh and piece.strip():
                while left == 0 and at + 1 < len(sizes):
                    at, left = at + 1, sizes[at + 1]
                left -= 1
            glued = not piece[-1].isspace()
            parts[at].append(WordRun(run.kind, piece))
    return parts


def _words(text: str) -> list[str]:
    """The text in pieces, each a word with the space before it."""
    pieces: list[str] = []
    for char in text:
        if not pieces or (char.isspace() and not pieces[-1].isspace()):
            pieces.append("")
        pieces[-1] += char
    return pieces


def _label(point: Point, text: str) -> str:
    """The number as it is printed, with a space behind it; "" for what has none."""
    pieces = [text[s : min(e, point.start)] for s, e in point.spans if s < point.start]
    if not pieces and point.text.startswith("["):  # the number stands behind square brackets that belong to the words
        pieces = [text[s:e] for s, e in point.spans[1:2] if point.end > e]
    label = " ".join(" ".join(pieces).split()).strip("*_# ") if point.part != "heading" or pieces else ""
    inset = (
        "  " * point.number.count(".") if point.part == "point" else ""
    )  # so that it can be told what stands under what
    return f"{inset}{label} " if label else ""


def _style(point: Point) -> str:
    return "Heading 3" if point.part == "heading" else ""


def _mark_end(paragraph: Any, number: int, stamp: dict[str, str], *, deleted: bool) -> None:
    """The end of a paragraph that came or went as a whole comes or goes with it."""
    properties: Any = _new("w:rPr")
    properties.append(_stamped("w:del" if deleted else "w:ins", number, stamp))
    paragraph.get_or_add_pPr().append(properties)


def _element(run: WordRun, number: int, stamp: dict[str, str]) -> Any:
    """A run of the document: as it is, inside ``w:ins``, or as deleted text inside ``w:del``."""
    element: Any = _new("w:r")
    text: Any = _new("w:delText" if run.kind == "deleted" else "w:t")
    text.text = safe_xml(run.text)
    text.set(qn("xml:space"), "preserve")
    element.append(text)
    if run.kind == "same":
        return element
    change = _stamped("w:del" if run.kind == "deleted" else "w:ins", number, stamp)
    change.append(element)
    return change


def _stamped(tag: str, number: int, stamp: dict[str, str]) -> Any:
    change: Any = _new(tag)
    change.set(qn("w:id"), str(number))
    for key, value in stamp.items():
        change.set(qn(f"w:{key}"), value)
    return change


def _new(tag: str) -> Any:
    """An empty element; the library is only partly typed."""
    return cast("Any", oxml).OxmlElement(tag)
