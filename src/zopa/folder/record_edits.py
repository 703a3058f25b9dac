"""Entries of ``record.yaml`` taken back: the file as it was before an edit, or without one entry about a party, person or issue."""

from __future__ import annotations

import hashlib
import re
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.errors import InputError, Problem
from zopa.folder.atomic import remove_atomic, write_atomic
from zopa.folder.record_file import read_record_file
from zopa.folder.record_text import parse_record_text

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.folder.record_file import RecordFile

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
_BOM = b"\xef\xbb\xbf"


def record_bytes(file: RecordFile) -> bytes:
    """The bytes of a file of corrections as it was read; none for one that does not exist."""
    data = file.text.encode("utf-8")
    return data if hashlib.sha256(data).hexdigest() == file.sha256 or not file.sha256 else _BOM + data


def restore_record_file(path: Path, before: bytes, expected: str) -> bool:
    """Write a file of corrections as it was before an edit; the file goes where there was none. False where it was changed meanwhile.

    Raises:
        OSError: it cannot be written.
    """
    return write_atomic(path, before, expected, follow=True) if before else remove_atomic(path, expected)


def drop_talks_entry(file: RecordFile, entry: Mapping[str, str]) -> RecordFile:
    """A file of corrections without one of its `talks`; every other line keeps its bytes.

    Raises:
        InputError: the entry does not stand there any more, the file was changed meanwhile or cannot be written; nothing was written.
    """
    text = _without(file, entry)
    path = Path(file.path)
    mark = _BOM if record_bytes(file).startswith(_BOM) else b""
    try:
        done = write_atomic(path, mark + text.encode("utf-8"), file.sha256, follow=True)
    except OSError as error:
        message = f"expected a file that can be written, got: {error.strerror}."
        raise _refused(file, "record-unreadable", message, "Check the folder and its permissions.") from error
    if not done:
        message = "expected the file as it was read, found it changed by somebody else; nothing was written."
        raise _refused(file, "record-changed", message, "Load the page again.")
    return read_record_file(path)[0]


def _without(file: RecordFile, entry: Mapping[str, str]) -> str:
    """The text less the lines of the entry; what is left reads as it did."""
    lines = _LINE.findall(file.text)
    first = int(entry.get("line") or 0) - 1
    if entry not in file.talks or not 0 <= first < len(lines):
        message = "expected the entry where it was read, found none there."
        raise _refused(file, "record-changed", message, "Load the page again, or take it out by hand.")
    depth = len(lines[first]) - len(lines[first].lstrip(" "))
    last = first + 1  # comments before the next entry are about that one, and stay
    for number in range(first + 1, len(lines)):
        if not _is_aside(lines[number]) and not lines[number].startswith(" " * (depth + 1)):
            break
        last = last if _is_aside(lines[number]) else number + 1
    text = "".join((*lines[:first], *lines[last:]))
    corrections, talks, problems = parse_record_text(text, file.path)
    same = corrections == file.corrections and [_told(e) for e in talks] == [_told(e) for e in file.talks if e != entry]
    if not same or len(problems) != len(parse_record_text(file.text, file.path)[2]):
        message = "expected an entry on lines of its own, found one that others depend on."
        raise _refused(file, "record-shape", message, "Nothing was written; take it out by hand.")
    return text


def _is_aside(line: str) -> bool:
    """True for a blank line and for a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def _told(entry: Mapping[str, str]) -> dict[str, str]:
    return {key: value for key, value in entry.items() if key != "line"}


def _refused(file: RecordFile, code: str, message: str, cure: str) -> InputError:
    return InputError((Problem("error", file.path, None, code, message, cure),))
