"""What a command writes where somebody told it to: never over what it has read, and over nothing that zopa did not write itself."""

from __future__ import annotations

import hashlib
import io
import os
import re
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.case import CASE_FILE, parse_case
from zopa.errors import InputError, Problem
from zopa.folder.archive import PROBLEM_CODES as _ARCHIVE_CODES
from zopa.folder.atomic import write_atomic
from zopa.folder.case_folder import OWN, SOURCES, case_home, is_case, read_case_text
from zopa.folder.record_file import RECORD_FILE, RecordFile
from zopa.sources.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from zopa.run.documents import Accounts
    from zopa.run.talks import Talks

PROBLEM_CODES = {
    **{code: _ARCHIVE_CODES[code] for code in ("no-such-folder", "cannot-write", "would-overwrite")},
    "output-is-input": "the file to write is one that was read, or a document or file of the case",
    "output-is-link": "a link stands where a file was to be written",
}
MADE = "made with zopa"
"""What every Word, Excel and picture file that zopa writes says of itself."""
_MARKS = re.compile(
    r'<meta name="generator" content="zopa">|^- program: zopa \d|^PRODID:-//zopa//|^<!-- made with zopa -->\s*\Z|^[\s{]*"program": "zopa"',
    re.MULTILINE,
)
_PICTURE = b"\x89PNG\r\n"
_STREAMS = ("/dev/stdout", "/dev/stderr", "/dev/fd/", "/proc/self/fd/")


def files_read(source: Talks | Accounts | str | Path) -> Iterator[str]:
    """The files behind documents, a case, or a path as it was given: what no output may replace."""
    if isinstance(source, (str, Path)):
        yield from _case_files(case_home(source)) if is_case(source) else (str(source),)
        return
    yield from (document.path for document in source.documents)
    corrections = source.corrections
    if isinstance(corrections, RecordFile):
        yield corrections.path


def _case_files(home: Path) -> Iterator[str]:
    """Everything that a case is made of: its file, corrections, documents and drafts, listed or not."""
    yield from (str(home / name) for name in (CASE_FILE, RECORD_FILE))
    for folder in (SOURCES, OWN):
        yield from (str(place) for place in (home / folder).rglob("*"))
    case = parse_case(read_case_text(home)[0]).case
    listed = [*(s.file for s in case.sources.values()), *(d.text for d in case.drafts.values() if d.text)]
    yield from (str(home / name) for name in listed)


def write_output(path: str | Path, data: bytes, *, read: Iterable[str] = (), force: bool = False) -> None:
    """Write a file that a person asked for, in one step or not at all.

    Args:
        path: where; a device or a pipe is written to, not replaced.
        data: its bytes.
        read: files that the command has read; none of them is ever replaced.
        force: replace a file even where zopa did not write it.

    Raises:
        InputError: the file was read, is somebody else's or a link, or cannot be written; nothing was written then.
    """
    place = Path(path)
    try:
        if str(place).startswith(_STREAMS) or (place.exists() and not place.is_file() and not place.is_dir()):
            place.write_bytes(data)
            return
        expected = _check(place, data, tuple(read), force=force)
        done = write_atomic(place, data, expected)
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or str(error)
        cure = "Free some space, or name another file with -o."
        raise _problem(place, "cannot-write", f"Expected to write {place}, but: {told}.", cure) from error
    if not done:
        message = f"Expected {place} as it was when the command began, found it changed; nothing was written."
        raise _problem(place, "would-overwrite", message, "Look at it, then give the command again.")


def _check(place: Path, data: bytes, read: tuple[str, ...], *, force: bool) -> str:
    """The hash of the file that will be replaced, "" for none.

    Raises:
        InputError: it must not be replaced.
    """
    if not place.parent.is_dir():
        message = f"Expected a folder to write into, found none at {place.parent}."
        raise _problem(place, "no-such-folder", message, "Make it first, or give another -o.")
    if any(_same(place, other) for other in read):
        message = f"Expected a file to write that is not read here, got {place}, which is; nothing was written."
        raise _problem(place, "output-is-input", message, "Name another file with -o.")
    if place.is_symlink():
        message = f"Expected a file, found a link at {place}, which leads to {os.path.realpath(place)}."
        raise _problem(place, "output-is-link", message, "Name with -o the file itself, or another one.")
    if not place.exists():
        return ""
    there = read_plain(place)
    if not force and not _is_ours(there, data):
        message = f"{place} exists and was not written by zopa; nothing was written."
        raise _problem(place, "would-overwrite", message, "Name another file with -o, or replace it with --force.")
    return hashlib.sha256(there).hexdigest()


def _same(place: Path, other: str) -> bool:
    """Whether two paths lead to one file, by whatever links and names."""
    if not other or other == "-":
        return False
    try:
        return os.path.realpath(place) == os.path.realpath(other) or (place.exists() and place.samefile(other))
    except (OSError, ValueError):
        return False


def _is_ours(there: bytes, data: bytes) -> bool:
    """Whether zopa wrote a file: it says so itself, or, where its form has no room for that (CSV), it begins as the new one does."""
    if there.startswith(b"PK"):
        return MADE in _zip_comment(there)
    if there.startswith(_PICTURE):
        return MADE.encode() in there[:400]
    if _MARKS.search(there.decode("utf-8", "replace")):
        return True
    head = data.partition(b",")[0]
    return there == data or (data.startswith(b"\xef\xbb\xbf") and there.partition(b",")[0] == head)


def _zip_comment(there: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(there)) as archive:
            return archive.read("docProps/core.xml").decode("utf-8", "replace")
    except (OSError, ValueError, KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
        return ""


def _problem(place: Path, code: str, message: str, cure: str) -> InputError:
    return InputError((Problem("error", str(place), None, code, message, cure),))
