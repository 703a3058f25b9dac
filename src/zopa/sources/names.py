"""What a path names: an id for its document, and streams that this process was given; light, so that a command need not load a reader."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

from zopa.sources.formats import MAX_BYTES

_STREAM = re.compile(r"/dev/stdin|/dev/fd/\d+|/proc/self/fd/\d+")


def show_path(path: str | Path) -> str:
    """`path` as given, as a string that any terminal and file can hold (undecodable bytes replaced)."""
    return os.fsencode(os.fspath(path)).decode("utf-8", errors="replace")


def make_id(file: str, ids: set[str] | None = None) -> str:
    """A slug of the file's stem, unique among `ids`, to which it is added; "document" where no letter is left."""
    stem = "stdin" if file == "-" else Path(file).stem
    slug = re.sub(r"[^\w]+|_+", "-", stem.lower()).strip("-") or "document"
    taken = ids if ids is not None else set[str]()
    unique, number = slug, 2
    while unique in taken:
        unique, number = f"{slug}-{number}", number + 1
    taken.add(unique)
    return unique


def is_stream(path: str | Path) -> bool:
    """Whether `path` is standard input, or another stream that this process was given (``/dev/fd/63``)."""
    return str(path) == "-" or _STREAM.fullmatch(str(path)) is not None


def read_stream(path: str | Path) -> bytes | None:
    """The bytes of a stream that this process was given, up to one more than the largest limit; None where it is closed."""
    try:
        if str(path) == "-":
            return sys.stdin.buffer.read(max(MAX_BYTES.values()) + 1)
        with Path(path).open("rb") as stream:
            return stream.read(max(MAX_BYTES.values()) + 1)
    except (OSError, ValueError):
        return None
