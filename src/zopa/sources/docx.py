"""Word documents: everything that a reader of the document sees with its tracked changes accepted."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.sources.docx_changes import read_comments
from zopa.sources.docx_numbers import Numbers, attribute
from zopa.sources.docx_package import DocxError, WordArchive, local_name
from zopa.sources.docx_styles import Styles
from zopa.sources.docx_text import BOXED, QUOTED, Walker, WordLine, WordPiece, count_characters
from zopa.sources.extract import Extract, Reading
from zopa.sources.problems import tell_problem
from zopa.sources.reasons import BLOCK_QUOTE, NOTE, NOTE_MARK, PAGE_FURNITURE, TEXT_BOX, TITLE
from zopa.sources.types import Guess, Mark, Revision

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.errors import Problem
    from zopa.sources.docx_package import Element

_NO_AUTHOR = {"", "python-docx", "author", "user", "admin", "administrator", "unknown", "un-named"}
_POINTED = {BOXED: TEXT_BOX, QUOTED: BLOCK_QUOTE, NOTE: NOTE}
_RULES = frozenset({"separator", "continuationSeparator", "continuationNotice"})  # footnotes that are lines, not text


def read_docx(data: bytes, file: str) -> Reading:
    """The text of a Word document: one line for each paragraph and table row, cells parted by tabs.

    Args:
        data: the file's bytes.
        file: its path as given, for problems.

    Returns:
        The extract: body with text boxes and automatic numbers, then footnotes and endnotes, then page headers and
        footers. Tracked changes are read as accepted, and told. Marks on what is struck out or hidden, in boxes and
        notes, and on headings; title and author from the file's properties. None and a problem when it cannot be opened.
    """
    try:
        archive = WordArchive(data)
        root = archive.tree(archive.document)
    except DocxError as fault:
        message = f"expected a Word document (.docx), got {fault}."
        return None, (tell_problem("docx-broken", file, message, "Open it in a word processor and save it as .docx."),)
    styles = Styles(archive.related("styles"))
    walker = Walker(styles, Numbers(archive.related("numbering"), styles), read_comments(archive.related("comments")))
    body = [one for one in root if local_name(one) == "body"]
    lines = [line for one in body for line in walker.read(one)]
    notes = _find_notes(archive, walker)
    for label, element in notes:
        lines += _label(label, walker.read(element))
    edges = [*archive.related("header"), *archive.related("footer")]
    lines += [
        WordLine(line.pieces, PAGE_FURNITURE, changes=line.changes)
        for edge in edges
        for line in walker.read(edge)
        if line.text.strip()
    ]
    if walker.waiting and lines:
        lines[-1].changes = (*lines[-1].changes, *walker.waiting)
    text, marks = _lay_out(lines)
    held = count_characters([*body, *(element for _, element in notes), *edges])
    extract = Extract(text, None, marks, _read_properties(archive, text, marks), revisions=_place(lines))
    apart = bool(archive.related("aFChunk")) or next(root.iter("{*}subDoc"), None) is not None
    return extract, tuple(_tell(archive, walker, (held, apart), file))


def _find_notes(archive: WordArchive, walker: Walker) -> list[tuple[str, Element]]:
    """The notes that the text refers to, with their labels."""
    held: dict[tuple[str, str], Element] = {}
    for kind, part in (("footnote", "footnotes"), ("endnote", "endnotes")) if walker.notes else ():
        for one in (one for root in archive.related(part) for one in root):
            if local_name(one) == kind and attribute(one, "type") not in _RULES:
                held[kind, attribute(one, "id")] = one
    return [(label, held.pop((kind, name))) for kind, name, label in tuple(walker.notes) if (kind, name) in held]


def _label(label: str, lines: list[WordLine]) -> list[WordLine]:
    """The lines of a note, with its label in front of the first."""
    full = [line for line in lines if line.text.strip()]
    first = next(iter(full), None)
    if first is not None:
        bare = first.pieces[0].text.lstrip(" \t")
        first.pieces[0] = WordPiece(bare, first.pieces[0].reason)
        first.pieces.insert(0, WordPiece(f"{label} " if label else "", NOTE_MARK))
    return [replace(line, pointed=(*line.pointed, NOTE)) for line in full]


def _place(lines: list[WordLine]) -> tuple[Revision, ...]:
    """Tracked changes and comments, each with the start of its line in the text."""
    placed: list[Revision] = []
    at = 0
    for line in lines:
        placed += [replace(change, start=at) for change in line.changes]
        at += len(line.text) + 1
    return tuple(placed)


def _lay_out(lines: list[WordLine]) -> tuple[str, tuple[Mark, ...]]:
    """The text and its marks."""
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for line in lines:
        start = at
        for piece in line.pieces:
            if piece.reason and piece.text.strip() and not line.reason:
                marks.append(Mark(at, at + len(piece.text), piece.reason))
            pieces.append(piece.text)
            at += len(piece.text)
        if at > start and line.text.strip():
            marks += [Mark(start, at, line.reason)] if line.reason else []
            marks += [Mark(start, at, _POINTED[reason], left_out=False) for reason in line.pointed]
        pieces.append("\n")
        at += 1
    return "".join(pieces)[:-1], tuple(marks)


def _read_properties(archive: WordArchive, text: str, marks: Iterable[Mark]) -> dict[str, Guess]:
    properties = archive.properties()
    guesses: dict[str, Guess] = {}
    titled = next((mark for mark in marks if mark.reason == TITLE), None)
    if titled is not None:
        value = text[titled.start : titled.end].strip()
        start = text.find(value, titled.start)
        guesses["title"] = Guess(value, "paragraph in the style Title", start, start + len(value))
    elif properties.get("title", "") not in {"", "Word Document"}:
        guesses["title"] = Guess(" ".join(properties["title"].split()), "file property title")
    if properties.get("creator", "").lower() not in _NO_AUTHOR:
        guesses["author"] = Guess(" ".join(properties["creator"].split()), "file property author")
    return guesses


def _tell(archive: WordArchive, walker: Walker, whole: tuple[int, bool], file: str) -> Iterable[Problem]:
    """Notes on tracked changes and on what could not be read, of the characters held and of other documents embedded."""
    held, apart = whole
    counts = walker.counts
    if counts.inserted or counts.deleted:
        message = (
            f"expected a final text, got tracked changes ({counts.inserted} characters inserted, {counts.deleted} "
            "deleted); it is read with all of them accepted."
        )
        cure = "Accept or reject the changes in a word processor to have another version read."
        yield tell_problem("docx-changes", file, message, cure, "note")
    faults = [f"its part {name} cannot be read" for name in archive.missing]
    if held != counts.read:
        faults.append(f"{abs(held - counts.read)} of {held} characters stand where zopa does not look")
    if apart:
        faults.append("it embeds another document")
    if faults:
        message = f"expected a whole Word document, but {'; '.join(faults[:3])}."
        yield tell_problem(
            "docx-incomplete", file, message, "Save it again in a word processor, or as plain text.", "warning"
        )
