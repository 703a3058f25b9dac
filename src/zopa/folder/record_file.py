"""``record.yaml``: the corrections that people have made, read with every problem at once and written with care.

What its text means is in `record_text`, imported only where there is a file: most folders hold none.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.errors import InputError
from zopa.folder.atomic import write_atomic
from zopa.folder.record_problems import RecordTeller
from zopa.sources.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.errors import Problem
    from zopa.statements.corrections import Correction

RECORD_FILE = "record.yaml"
_MAX_BYTES = 20_000_000  # some ten thousand corrections; more is another file
_BOM = b"\xef\xbb\xbf"


@dataclass(frozen=True, slots=True)
class RecordFile:
    """The corrections of a file, with its text and the hash of its bytes ("" for a file that does not exist yet).

    `talks` are the entries about found parties, people and issues, each as checked words by key, with its `line`.
    `broken` is True where it could not be read as text; nothing is added to it then.
    """

    path: str
    corrections: tuple[Correction, ...] = ()
    text: str = ""
    sha256: str = ""
    broken: bool = False
    talks: tuple[Mapping[str, str], ...] = ()


def read_record_file(path: str | Path, *, missing_ok: bool = False) -> tuple[RecordFile, tuple[Problem, ...]]:
    """Read a file of corrections, with every problem in it; entries with an error are left out, the others stand."""
    place = Path(path)
    tell = RecordTeller(str(path))
    try:
        if place.stat().st_size > _MAX_BYTES:
            message = f"expected at most {_MAX_BYTES:,} bytes, got {place.stat().st_size:,}."
            return RecordFile(str(path), broken=True), (
                tell("record-unreadable", message, "Split it; name one with --record."),
            )
        data = read_plain(place)
    except FileNotFoundError:
        if missing_ok:
            return RecordFile(str(path)), ()
        message = "expected a file of corrections, found none of this name."
        return RecordFile(str(path)), (tell("record-missing", message, "Check the spelling and the folder."),)
    except (OSError, ValueError) as error:
        message = f"expected a file that can be opened, got: {getattr(error, 'strerror', None) or error}."
        return RecordFile(str(path), broken=True), (tell("record-unreadable", message, "Check its permissions."),)
    return _decode(data, str(path), tell)


def _decode(data: bytes, path: str, tell: RecordTeller) -> tuple[RecordFile, tuple[Problem, ...]]:
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        problem = tell("record-unreadable", "expected UTF-8, got another encoding.", "Save the file as UTF-8.", line)
        return RecordFile(path, sha256=sha256, broken=True), (problem,)
    from zopa.folder.record_text import parse_record_text  # noqa: PLC0415 - as told above

    corrections, talks, problems = parse_record_text(text, path)
    return RecordFile(path, corrections, text, sha256, talks=talks), problems


def append_corrections(
    file: RecordFile, corrections: Sequence[Correction], talks: Sequence[Mapping[str, str]] = ()
) -> RecordFile:
    """Add corrections, and entries about parties, people and issues, to a file, made where it does not exist, and return it as it is now.

    Raises:
        InputError: the file is no file of corrections, was changed since it was read, or cannot be written; nothing was
            written then.
    """
    from zopa.folder.record_text import extend_record_text, parse_record_text  # noqa: PLC0415 - as told above

    tell = RecordTeller(file.path)
    text = extend_record_text(file, corrections, talks, tell)
    path = Path(file.path)
    try:
        mark = _BOM if file.sha256 and read_plain(path).startswith(_BOM) else b""
        data = mark + text.encode("utf-8")
        done = write_atomic(path, data, file.sha256, follow=True)
    except OSError as error:
        message = f"expected a file that can be written, got: {error.strerror}."
        raise InputError((tell("record-unreadable", message, "Check the folder and its permissions."),)) from error
    if not done:
        message = "expected the file as it was read, found it changed by somebody else; nothing was written."
        raise InputError((tell("record-changed", message, "Give the command again."),))
    read, edits, _ = parse_record_text(text, file.path)
    return RecordFile(file.path, read, text, hashlib.sha256(data).hexdigest(), talks=edits)
