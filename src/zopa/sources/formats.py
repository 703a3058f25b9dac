"""Which format a file is in, by its content first and its name second, and which function reads it."""

from __future__ import annotations

import re
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.sources.extract import Reading


def _reader(name: str) -> Callable[[bytes, str], Reading]:
    """The function ``read_NAME`` of the module of a format, which is loaded when it is first called."""

    def read(data: bytes, file: str) -> Reading:
        return getattr(import_module(f"zopa.sources.{name}"), f"read_{name}")(data, file)

    return read


READERS = {name: _reader(name) for name in ("text", "markdown", "html", "pdf", "docx")}
"""One reader for each format, called with the file's bytes and its path."""

SUFFIXES = {
    ".txt": "text", ".text": "text",
    ".md": "markdown", ".markdown": "markdown",
    ".html": "html", ".htm": "html", ".xhtml": "html",
    ".pdf": "pdf",
    ".docx": "docx",
}  # fmt: skip
"""File name endings, lower case; in a folder only files with one of them are read."""

MAX_BYTES = {"text": 20_000_000, "markdown": 20_000_000, "html": 20_000_000, "pdf": 200_000_000, "docx": 100_000_000}
"""Largest file by format; 20 MB of text are some 3 million words, far beyond any account of talks."""

FOREIGN = {
    b"\x89PNG": "a PNG picture", b"\xff\xd8\xff": "a JPEG picture", b"GIF8": "a GIF picture",
    b"\x1f\x8b": "a gzip archive",
    b"PK\x03\x04": "a ZIP archive", b"\x7fELF": "a program", b"\xd0\xcf\x11\xe0": "an old or encrypted Office file",
    b"{\\rtf": "an RTF document", b"MZ\x90": "a program", b"7z\xbc\xaf": "a 7z archive",
}  # fmt: skip
"""First bytes of formats that are not read, and what to call them."""

_HTML_START = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_MAX_COMMENTS = 500  # the first bytes that are looked at hold no more
_SPACE = b" \t\r\n\f\v\xef\xbb\xbf"  # and the byte-order mark


def find_format(path: str, start: bytes) -> str | None:
    """The format of a file.

    Args:
        path: its path; "-" has no ending.
        start: its first few hundred bytes.

    Returns:
        A key of `READERS`; None where the first bytes tell a format that is not read. A known ending wins, except that
        the bytes of a PDF are read as such under any name.
    """
    if b"%PDF-" in start[:1024] and start.lstrip()[:5] == b"%PDF-":
        return "pdf"
    named = SUFFIXES.get(PurePath(path).suffix.lower())
    if named is not None:
        return named
    if (start.startswith(b"PK\x03\x04") and b"word/" in start) or b"[Content_Types].xml" in start[:200]:
        return "docx"
    if describe_foreign(start) is not None:
        return None
    return "html" if _HTML_START.match(_skip_prologue(start)) else "text"


def _skip_prologue(start: bytes) -> bytes:
    """What follows white space, an XML declaration and comments."""
    rest = start.lstrip(_SPACE)
    at = len(start) - len(rest)
    for opening, closing in ((b"<?xml", b">"), *((b"<!--", b"-->"),) * _MAX_COMMENTS):
        if start[at : at + len(opening)].lower() == opening:
            end = start.find(closing, at + len(opening))
            if end < 0:
                return b""
            at = end + len(closing)
            while at < len(start) and start[at] in _SPACE:
                at += 1
    return start[at:]


def describe_foreign(start: bytes) -> str | None:
    """What to call the format that these first bytes belong to, or None where they are none of the usual ones."""
    return next((name for magic, name in FOREIGN.items() if start.startswith(magic)), None)
