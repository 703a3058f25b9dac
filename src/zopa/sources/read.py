"""One file into one Document: bytes, format, extract, marks, guesses."""

from __future__ import annotations

import hashlib
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.sources.dates import find_dates
from zopa.sources.formats import MAX_BYTES, READERS, SUFFIXES, describe_foreign, find_format
from zopa.sources.furniture import find_furniture
from zopa.sources.head import read_head
from zopa.sources.letters import find_look_alikes, find_run_together
from zopa.sources.lines import split_lines
from zopa.sources.names import is_stream, make_id, read_stream, show_path
from zopa.sources.origin import find_origin
from zopa.sources.plain import open_plain
from zopa.sources.problems import tell_problem
from zopa.sources.publisher import guess_language, guess_publisher
from zopa.sources.reasons import DATELINE, STRUCTURE_REASONS
from zopa.sources.repeats import find_repeats
from zopa.sources.types import Document, Guess, Mark

if TYPE_CHECKING:
    from zopa.errors import Problem
    from zopa.sources.extract import Extract, Reading

_START_BYTES = 4_096
_TEXT_FORMATS = {"text", "markdown", "html"}
_LANGUAGE_CHARS = 6_000


def read_document(
    path: str | Path, *, data: bytes | None = None, ids: set[str] | None = None, language: str = ""
) -> tuple[Document | None, tuple[Problem, ...]]:
    """Read one saved document in this process, without limits.

    Args:
        path: a file, or "-" for the bytes of standard input.
        data: the file's bytes where the caller has them; `path` then only names them.
        ids: ids that are taken; the document's own is made unique among them and added.
        language: ISO 639-1 code where the caller knows it; for any other words it is guessed, as where it is not given. What
            the text itself declares comes first.

    Returns:
        The document and notes on it; None and at least one error where nothing could be read. Never raises for what a
        file holds.
    """
    file = show_path(path)
    if data is None:
        data, problem = _load(path, file)
        if data is None:
            return None, (problem,) if problem is not None else ()
    reading, kind = _extract(data, file)
    extract, problems = reading
    if extract is None or kind is None:
        return None, problems
    if not extract.text.strip():
        return None, (*problems, _tell_empty(file))
    known = Guess(language, "given") if re.fullmatch("[a-z]{2}", language) else None
    return _build_document(extract, file, kind, data, make_id(file, ids), known), problems


def _load(path: str | Path, file: str) -> tuple[bytes | None, Problem | None]:
    """The bytes of a file that is not too large, or the problem."""
    if is_stream(path):
        data = read_stream(path)
        return data, None if data is not None else _tell_unreadable(file, "a stream that is closed")
    try:
        return _load_file(Path(path), file)
    except (FileNotFoundError, NotADirectoryError):
        message = "expected a file, found none of this name."
        return None, tell_problem("missing-file", file, message, "Check the spelling and the folder.")
    except (OSError, ValueError) as error:  # ValueError: a name with a zero byte
        return None, _tell_unreadable(file, getattr(error, "strerror", None) or str(error))


def _load_file(path: Path, file: str) -> tuple[bytes | None, Problem | None]:
    """What a file holds. It is opened without waiting: a pipe without a writer would never open."""
    if path.is_dir():
        return None, _tell_directory(file)
    with open_plain(path) as stream:
        status = os.fstat(stream.fileno())
        start = stream.read(_START_BYTES)
        limit = MAX_BYTES[find_format(file, start) or "text"]
        if status.st_size > limit:
            return None, _tell_too_large(file, status.st_size, limit)
        return start + stream.read(limit + 1 - len(start)), None


def _extract(data: bytes, file: str) -> tuple[Reading, str | None]:
    """The extract of the file's format, and the format."""
    kind = find_format(file, data[:_START_BYTES])
    if not data.strip():
        return (None, (_tell_empty(file),)), None
    if kind is None or (kind in _TEXT_FORMATS and describe_foreign(data) is not None):
        return (None, (_tell_foreign(file, data, kind),)), None
    if len(data) > MAX_BYTES[kind]:
        return (None, (_tell_too_large(file, len(data), MAX_BYTES[kind]),)), None
    try:
        return READERS[kind](data, file), kind
    except MemoryError:  # a limit, told by the process that set it
        raise
    except Exception as error:  # noqa: BLE001 - a fault of a library on one file must not stop the others
        message = f"expected {kind.upper()}, but its reader failed: {type(error).__name__}: {str(error)[:120]}."
        cure = "Save the document as plain text and read that; please report the file."
        return (None, (tell_problem("reader-failed", file, message, cure),)), None


def _build_document(extract: Extract, file: str, kind: str, data: bytes, name: str, language: Guess | None) -> Document:
    text = extract.text
    lines = split_lines(text)
    structured = {mark.start for mark in extract.marks if mark.left_out}
    own = tuple(line for line in lines if line.start not in structured)
    origin, origin_marks = find_origin(own)
    named = {(mark.start, mark.end) for mark in origin_marks}
    head = read_head(tuple(line for line in own if (line.start, line.end) not in named), text)
    title = extract.guesses.get("title")
    head_marks = [mark for mark in head.marks if mark.reason != "title" or title is None or _same(text, mark, title)]
    marks = (*extract.marks, *head_marks, *origin_marks, *find_furniture(own), *find_repeats(text))
    pointed = (*find_look_alikes(text), *find_run_together(text))
    guesses: dict[str, Guess | None] = {"publisher": guess_publisher(own), "originator": origin, **head.guesses}
    guesses |= extract.guesses
    guesses = {**extract.likely, **guesses}
    if "published" not in guesses:
        guesses["published"] = _date_of_dateline(text, origin_marks)
    ordered = order_marks((*marks, *pointed))
    analysed = Document(name, file, text, "", kind, marks=ordered).analysed()
    if "language" not in guesses:  # to guess it takes a while: the models are large
        guesses["language"] = language or guess_language(_sample(text, analysed))
    return Document(
        name,
        file,
        text,
        hashlib.sha256(data).hexdigest(),
        kind,
        extract.encoding,
        marks=ordered,
        revisions=extract.revisions,
        **{
            field: guesses.get(field)
            for field in ("title", "author", "publisher", "published", "language", "originator")
        },
    )


def order_marks(marks: tuple[Mark, ...]) -> tuple[Mark, ...]:
    """Marks by start, without empty ones and without those that lie inside another of the same effect.

    Of two marks on the same span the first given stays, since it knows more. Blocks (a quotation, an item of a list) are
    compared only among themselves: what is marked inside them stays.
    """
    kept: list[Mark] = []
    ranked = sorted(enumerate(marks), key=lambda item: (item[1].start, -item[1].end, item[0]))
    reach: dict[tuple[bool, str], int] = {}
    for _, mark in ranked:
        key = (mark.left_out, mark.reason if mark.reason in STRUCTURE_REASONS else "")
        if mark.end > mark.start and mark.end > reach.get(key, -1):
            kept.append(mark)
            reach[key] = mark.end
    return tuple(sorted(kept))


def _same(text: str, mark: Mark, title: Guess) -> bool:
    return text[mark.start : mark.end].strip("#*_ \t").casefold() == title.value.casefold()


def _sample(text: str, spans: tuple[tuple[int, int], ...]) -> str:
    """The first few thousand characters of what is analysed."""
    pieces: list[str] = []
    left = _LANGUAGE_CHARS
    for start, end in spans:
        pieces.append(text[start : min(end, start + left)])
        left -= end - start
        if left <= 0:
            break
    return " ".join(pieces)


def _tell_empty(file: str) -> Problem:
    message = "expected text, got an empty file or only white space."
    return tell_problem("empty-file", file, message, "Save the document again, with its text.")


def _tell_directory(file: str) -> Problem:
    message = "expected a file, got a folder."
    return tell_problem("unreadable-file", file, message, "Name a file in it, or read the folder with read_documents.")


def _tell_unreadable(file: str, why: str) -> Problem:
    message = f"expected a file that can be opened, got: {why}."
    return tell_problem("unreadable-file", file, message, "Check its permissions, or copy it to a folder of your own.")


def _tell_too_large(file: str, size: int, limit: int) -> Problem:
    message = f"expected at most {limit / 1e6:.0f} MB for this format, got {size / 1e6:.0f} MB."
    return tell_problem("too-large", file, message, "Split the file, or save only the document's text.")


def _tell_foreign(file: str, data: bytes, kind: str | None) -> Problem:
    what = describe_foreign(data) or "an unknown format"
    code = "unknown-format" if kind is None else "binary-file"
    readable = ", ".join(SUFFIXES)
    return tell_problem(
        code, file, f"expected a document ({readable}), got {what}.", "Save it as one of these formats."
    )


def _date_of_dateline(text: str, marks: tuple[Mark, ...]) -> Guess | None:
    """The full date in the first dateline of a wire ("DOHA, March 11, 2025 (Reuters) -"), or None."""
    for mark in marks:
        if mark.reason == DATELINE:
            for found in find_dates(text[mark.start : mark.end]):
                line = text.count("\n", 0, mark.start) + 1
                return Guess(found.iso, f"line {line}, dateline", mark.start + found.start, mark.start + found.end)
    return None
