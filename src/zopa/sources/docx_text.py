"""The text of a Word document as a reader sees it once all tracked changes are accepted."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from zopa.sources.docx_changes import find_paragraph_changes, find_remarks, find_row_changes
from zopa.sources.docx_numbers import Numbers, attribute, render_number
from zopa.sources.docx_package import local_name
from zopa.sources.raised import NOTE, read_raised
from zopa.sources.reasons import HIDDEN, NOTE_MARK, STRUCK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zopa.sources.docx_package import Element
    from zopa.sources.docx_styles import Styles
    from zopa.sources.types import Revision

GONE = frozenset({"del", "moveFrom"})
"""Elements around what is no longer there once the tracked changes are accepted."""
_UNSEEN = frozenset(
    {"pPr", "rPr", "tblPr", "trPr", "tcPr", "sdtPr", "sectPr", "tblGrid", "instrText", "delInstrText", "delText"}
)
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_NOTES = {"footnoteReference": "footnote", "endnoteReference": "endnote"}
_OFF = frozenset({"0", "false", "off", "none"})


@dataclass(slots=True)
class WordPiece:
    """A stretch of a line, and the reason to leave it out, if any."""

    text: str
    reason: str = ""


@dataclass(slots=True)
class WordLine:
    """A paragraph or a row of a table.

    Attributes:
        pieces: its stretches, in order.
        reason: why the whole of it is left out, or "".
        pointed: why the whole of it is pointed at, or "".
        changes: what the file tracks in it, and in what was struck before it.
    """

    pieces: list[WordPiece]
    reason: str = ""
    pointed: tuple[str, ...] = ()
    changes: tuple[Revision, ...] = ()

    @property
    def text(self) -> str:
        """All of its characters."""
        return "".join(piece.text for piece in self.pieces)


@dataclass(slots=True)
class Counts:
    """What was read, and what the file holds beside it."""

    read: int = 0
    inserted: int = 0
    deleted: int = 0


@dataclass(slots=True)
class _Paragraph:
    """What is collected of one paragraph."""

    pieces: list[WordPiece] = field(default_factory=list[WordPiece])
    marks: list[str] = field(default_factory=list[str])
    boxes: list[Element] = field(default_factory=list["Element"])

    def add(self, text: str, reason: str = "") -> None:
        if self.pieces and self.pieces[-1].reason == reason:
            self.pieces[-1].text += text
        else:
            self.pieces.append(WordPiece(text, reason))


class Walker:
    """Reads the lines of the parts of one document.

    Attributes:
        counts: of characters, over all parts read so far.
        notes: (kind, id, label) of every note that the text refers to, in order.
        waiting: tracked changes and comments that belong to the next line.
    """

    def __init__(self, styles: Styles, numbers: Numbers, comments: Mapping[str, Revision] | None = None) -> None:
        self.counts = Counts()
        self.waiting: list[Revision] = []
        self._comments = comments or {}
        self.notes: list[tuple[str, str, str]] = []
        self._styles = styles
        self._numbers = numbers
        self._held: _Paragraph | None = None  # of a paragraph whose end was deleted: it goes on in the next

    def read(self, container: Element) -> list[WordLine]:
        """The lines of a body, a cell, a box or a note."""
        outer, self._held = self._held, None
        lines = [line for child in container for line in self._read_block(child)]
        if self._held is not None and self._held.pieces:
            lines += self._finish(self._held, "", "")
        self._held = outer
        return lines

    def _read_block(self, element: Element) -> Iterator[WordLine]:
        name = local_name(element)
        if name == "p":
            yield from self._read_paragraph(element)
        elif name == "tbl":
            for row in _children(element, "tr"):
                yield from self._read_row(row)
        elif name == "AlternateContent":
            for part in chosen(element):
                yield from self._read_block(part)
        elif name not in _UNSEEN and name not in GONE:
            for child in element:
                yield from self._read_block(child)

    def _read_paragraph(self, element: Element) -> Iterator[WordLine]:
        properties = next((child for child in element if local_name(child) == "pPr"), None)
        style = _value(properties, "pStyle")
        made, self._held = self._held or _Paragraph(), None
        held = bool(made.pieces)
        self.waiting += find_paragraph_changes(element)
        self.waiting += [self._comments[name] for name in find_remarks(element) if name in self._comments]
        self._walk(element, made, "", raised=False)
        if _end_is_deleted(properties):
            self._held = made
            return
        if not made.pieces and not made.boxes and any(local_name(child) in GONE for child in element):
            return  # a paragraph that was struck or moved away as a whole
        label = "" if held and not made.pieces else self._numbers.next_label(properties, style)
        yield from self._finish(made, label, style)

    def _finish(self, made: _Paragraph, label: str, style: str) -> Iterator[WordLine]:
        """The paragraph's line, the marks of notes behind it, then what stands in its boxes."""
        pieces = [WordPiece(label), *made.pieces] if label else made.pieces
        marks = [WordPiece(f" {mark}", NOTE_MARK) for mark in made.marks]
        quoted = (QUOTED,) if self._styles.is_quote(style) else ()
        if pieces or marks or not made.boxes:
            yield WordLine([*pieces, *marks], self._styles.reason(style) or "", quoted, self._changes())
        for box in made.boxes:
            for line in self.read(box):
                yield replace(line, pointed=(*line.pointed, BOXED))

    def _changes(self) -> tuple[Revision, ...]:
        changes, self.waiting = tuple(self.waiting), []
        return changes

    def _read_row(self, row: Element) -> Iterator[WordLine]:
        """One line for the row; a line for each paragraph where a cell holds several."""
        self.waiting += find_row_changes(row)
        if _is_deleted_row(row):
            return
        cells = [self.read(cell) for cell in _children(row, "tc") if not _goes_on_above(cell)]
        if all(len(lines) <= 1 and not any(line.pointed for line in lines) for lines in cells):
            pieces: list[WordPiece] = []
            for at, lines in enumerate(cells):
                pieces += [WordPiece("\t")] if at else []
                pieces += [_flat(piece) for line in lines for piece in line.pieces]
            yield WordLine(
                pieces, changes=tuple(change for lines in cells for line in lines for change in line.changes)
            )
        else:
            yield from (line for lines in cells for line in lines if line.text.strip())

    def _walk(self, element: Element, made: _Paragraph, reason: str, *, raised: bool) -> None:
        """Add what an element of a paragraph shows."""
        for child in element:
            name = local_name(child)
            if name == "t":
                self._add(_held(child), made, reason, raised=raised)
            elif name in _SIGNS or name == "sym":
                made.add(_SIGNS.get(name) or _symbol(child), reason)
            elif name in _NOTES:
                self._add_note(child, made, _NOTES[name])
            elif name == "txbxContent":
                made.boxes.append(child)
            elif name == "ruby":
                self._read_ruby(child, made, reason)
            elif name == "AlternateContent":
                for part in chosen(child):
                    self._walk(part, made, reason, raised=raised)
            elif name in GONE:
                self.counts.deleted += sum(
                    len(one.text or "") for one in child.iter() if local_name(one) in {"t", "delText"}
                )
            elif name not in _UNSEEN:
                if name in {"ins", "moveTo"}:
                    self.counts.inserted += sum(len(one.text or "") for one in child.iter() if local_name(one) == "t")
                inner, up = _run_reason(child) if name == "r" else ("", False)
                self._walk(child, made, inner or reason, raised=up or raised)

    def _read_ruby(self, element: Element, made: _Paragraph, reason: str) -> None:
        """What stands on the line, and in brackets behind it how it is read: glued together they would be another word."""
        for name, before, behind in (("rubyBase", "", ""), ("rt", "(", ")")):
            for part in _children(element, name):
                made.add(before, reason)
                self._walk(part, made, reason, raised=False)
                made.add(behind, reason)

    def _add(self, text: str, made: _Paragraph, reason: str, *, raised: bool) -> None:
        self.counts.read += len(text)
        if raised and not reason:
            kind, shown = read_raised("".join(piece.text for piece in made.pieces[-2:]), text)
            if kind == NOTE:
                made.marks.append(shown)
                return
            text = shown
        if text:
            made.add(text, reason)

    def _add_note(self, element: Element, made: _Paragraph, kind: str) -> None:
        count = sum(kind == one for one, _, _ in self.notes) + 1
        label = f"[{render_number(count, 'lowerRoman' if kind == 'endnote' else 'decimal')}]"
        own = attribute(element, "customMarkFollows") not in {"", *_OFF}
        self.notes.append((kind, attribute(element, "id"), "" if own else label))
        if not own:
            made.marks.append(label)


QUOTED, BOXED = "quoted", "boxed"


def chosen(alternate: Element) -> list[Element]:
    """Of several forms of one thing, the first that holds text; the last where none does."""
    forms = [one for one in alternate if local_name(one) in {"Choice", "Fallback"}]
    for form in forms:
        if any(local_name(one) == "t" for one in form.iter()):
            return [form]
    return forms[-1:]


def count_characters(roots: Iterable[Element]) -> int:
    """Characters in the runs under `roots`, without what is deleted and without second forms of one thing."""
    total = 0
    waiting = list(roots)
    while waiting:
        element = waiting.pop()
        name = local_name(element)
        if name == "t":
            total += len(_held(element))
        if name not in GONE and not (name == "tr" and _is_deleted_row(element)):
            waiting += chosen(element) if name == "AlternateContent" else element
    return total


def _held(element: Element) -> str:
    """The characters of a text element; an entity, which is never expanded, stands as its name."""
    return "".join(element.itertext()) if len(element) else element.text or ""


def _is_deleted_row(element: Element) -> bool:
    return any(local_name(child) == "trPr" and _has(child, "del") for child in element)


def _children(element: Element, name: str) -> Iterator[Element]:
    """Children of that name, also those inside content controls and the like, never those of an inner table."""
    for child in element:
        kind = local_name(child)
        if kind == name:
            yield child
        elif kind not in _UNSEEN and kind not in GONE and kind not in {"tbl", "tr", "tc", "p"}:
            yield from _children(child, name)


def _goes_on_above(cell: Element) -> bool:
    """Whether the cell is the continuation of a merged one and holds nothing of its own."""
    properties = next((child for child in cell if local_name(child) == "tcPr"), None)
    merged = None if properties is None else next((one for one in properties if local_name(one) == "vMerge"), None)
    goes_on = merged is not None and attribute(merged, "val") in {"", "continue"}
    return goes_on and not any(local_name(one) in {"t", "sym"} for one in cell.iter())


def _flat(piece: WordPiece) -> WordPiece:
    """The piece on one line: a row is one."""
    return WordPiece(re.sub(r"\s*\n\s*", " ", piece.text), piece.reason)


def _run_reason(run: Element) -> tuple[str, bool]:
    """Why a run is left out, "" if it is not; and whether it is raised."""
    properties = next((child for child in run if local_name(child) == "rPr"), None)
    if properties is None:
        return "", False
    values = {local_name(one): attribute(one, "val") for one in properties}
    on = {name for name, value in values.items() if value not in _OFF}
    reason = HIDDEN if "vanish" in on else STRUCK if on & {"strike", "dstrike"} else ""
    return reason, values.get("vertAlign") == "superscript"


def _end_is_deleted(properties: Element | None) -> bool:
    runs = [] if properties is None else [child for child in properties if local_name(child) == "rPr"]
    return any(_has(run, "del") or _has(run, "moveFrom") for run in runs)


def _has(element: Element, name: str) -> bool:
    return any(local_name(child) == name for child in element)


def _value(properties: Element | None, name: str) -> str:
    found = None if properties is None else next((one for one in properties if local_name(one) == name), None)
    return "" if found is None else attribute(found, "val")


def _symbol(element: Element) -> str:
    code = attribute(element, "char")
    return chr(int(code, 16)) if re.fullmatch(r"[0-9A-Fa-f]{4}", code) and not 0xD800 <= int(code, 16) < 0xE000 else ""
