"""Word documents: paragraphs and tables in the order in which they stand."""

from __future__ import annotations

import io
import re
import zipfile
from typing import TYPE_CHECKING

from zopa.sources.extract import Extract, Reading
from zopa.sources.problems import tell_problem
from zopa.sources.reasons import HEADING, TITLE
from zopa.sources.types import Guess, Mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from docx.document import Document as WordDocument
    from docx.table import Table
    from docx.text.paragraph import Paragraph

_MAX_UNPACKED_BYTES = 300_000_000  # a small file that unpacks to more than this is no letter or article
_HEADING_STYLE = re.compile(r"heading \d|title|subtitle", re.IGNORECASE)
_NO_AUTHOR = {"", "python-docx", "author", "user", "admin", "administrator", "unknown"}


def read_docx(data: bytes, file: str) -> Reading:
    """The text of a Word document: one line for each paragraph and table row, cells parted by tabs.

    Args:
        data: the file's bytes.
        file: its path as given, for problems.

    Returns:
        The extract, with title and author from the file's properties; None and a problem when it cannot be opened.
    """
    fault = _find_fault(data)
    if fault:
        message = f"expected a Word document (.docx), got {fault}."
        return None, (tell_problem("docx-broken", file, message, "Open it in a word processor and save it as .docx."),)
    import docx  # noqa: PLC0415 - slow to import

    word = docx.Document(io.BytesIO(data))
    pieces: list[str] = []
    marks: list[Mark] = []
    at = 0
    for text, reason in _find_blocks(word):
        if reason is not None and text.strip():
            marks.append(Mark(at, at + len(text), reason))
        pieces.append(text)
        at += len(text) + 1
    text = "\n".join(pieces)
    return Extract(text, None, tuple(marks), _read_properties(word, text, marks)), ()


def _find_fault(data: bytes) -> str:
    """What keeps the bytes from being a Word document, in words; "" if nothing does."""
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        return "an encrypted or old (.doc) Office file"
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            names = set(archive.namelist())
            unpacked = sum(info.file_size for info in archive.infolist())
    except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError):
        return "a file that is no ZIP archive or is cut off"
    if not {"[Content_Types].xml", "_rels/.rels"} <= names:
        return "a ZIP archive without a Word document in it"
    return "an archive that unpacks to far more than a document" if unpacked > _MAX_UNPACKED_BYTES else ""


def _find_blocks(word: WordDocument) -> Iterator[tuple[str, str | None]]:
    """Each paragraph and table row with the reason to mark it, if any."""
    from docx.table import Table  # noqa: PLC0415 - slow to import

    for item in word.iter_inner_content():
        if isinstance(item, Table):
            yield from ((row, None) for row in _read_rows(item))
        else:
            yield item.text, _reason(item)


def _read_rows(table: Table) -> Iterator[str]:
    """Rows of a table; a cell that is merged over several columns or rows is read once."""
    seen: set[object] = set()
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            if cell._tc not in seen:  # pyright: ignore[reportPrivateUsage] - the cell's only identity
                seen.add(cell._tc)  # pyright: ignore[reportPrivateUsage]
                cells.append(" ".join(cell.text.split("\n")).strip())
        yield "\t".join(cells)


def _reason(paragraph: Paragraph) -> str | None:
    name = paragraph.style.name if paragraph.style is not None else None
    if name is None or not _HEADING_STYLE.fullmatch(name):
        return None
    return TITLE if name.lower() == "title" else HEADING


def _read_properties(word: WordDocument, text: str, marks: list[Mark]) -> dict[str, Guess]:
    properties = word.core_properties
    guesses: dict[str, Guess] = {}
    titled = next((mark for mark in marks if mark.reason == TITLE), None)
    if titled is not None:
        value = text[titled.start : titled.end].strip()
        start = text.find(value, titled.start)
        guesses["title"] = Guess(value, "paragraph in the style Title", start, start + len(value))
    elif properties.title and properties.title.strip() not in {"", "Word Document"}:
        guesses["title"] = Guess(properties.title.strip(), "file property title")
    if properties.author and properties.author.strip().lower() not in _NO_AUTHOR:
        guesses["author"] = Guess(properties.author.strip(), "file property author")
    return guesses
