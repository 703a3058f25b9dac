"""One zip of a folder: what may be in it, always the same bytes for the same content, and never over a file of another kind.

Only plain files inside the folder are read: no link is followed, whatever it leads to.
"""

from __future__ import annotations

import io
import os
import zipfile
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from zopa.errors import InputError, Problem
from zopa.folder.atomic import hash_file, write_atomic
from zopa.sources.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

Kind = Literal["share", "pack"]
PROBLEM_CODES = {
    "no-such-folder": "the folder to write into does not exist",
    "cannot-write": "a file could not be written",
    "would-overwrite": "a file of that name exists, and zopa did not write it",
    "pack-unreadable": "a file that was to be packed cannot be opened",
}
_MARK = "zopa "  # the archive's comment: which command wrote it
_DAY = (1980, 1, 1, 0, 0, 0)  # the earliest that a zip can say; the files' own times would differ between machines
_MODE = 0o100644 << 16
_CACHES = frozenset({"__pycache__"})


def plain_file(home: Path, file: str) -> str | None:
    """The path of a file relative to its folder, with slashes; None for a link, for what lies outside, and for no file."""
    real = home.resolve()
    try:
        place = Path(os.path.normpath(real / file))
        inside = place.is_relative_to(real) and place.resolve() == place  # a link on the way leads elsewhere
        return place.relative_to(real).as_posix() if inside and place.is_file() else None
    except (OSError, ValueError, RuntimeError):
        return None


def list_files(home: Path) -> Iterator[str]:
    """Every plain file of a folder, sorted; no hidden ones, caches, links, or zips that zopa wrote."""
    found: list[str] = []
    for folder, folders, names in os.walk(home.resolve()):
        folders[:] = [name for name in folders if not name.startswith(".") and name not in _CACHES]
        for name in names:
            place = Path(folder, name)
            told = None if name.startswith(".") else plain_file(home, str(place.relative_to(home.resolve())))
            if told is not None and not archive_kind(place):
                found.append(told)
    yield from sorted(found)


def read_members(home: Path, names: Iterable[str]) -> dict[str, bytes]:
    """The bytes of files of a folder by their paths in it.

    Raises:
        InputError: one cannot be opened.
    """
    members: dict[str, bytes] = {}
    for name in names:
        try:
            members[name] = read_plain(home / name)
        except OSError as error:
            raise _problem(home / name, "pack-unreadable", f"Expected a file that can be opened, got: {error.strerror}.",
                           "Check its permissions.") from error  # fmt: skip
    return members


def build_zip(members: Mapping[str, bytes], kind: Kind) -> bytes:
    """A zip of the members by their names, sorted; the same members give the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in sorted(members):
            entry = zipfile.ZipInfo(name, _DAY)
            entry.create_system, entry.external_attr, entry.compress_type = 3, _MODE, zipfile.ZIP_DEFLATED
            archive.writestr(entry, members[name], compresslevel=9)
        archive.comment = (_MARK + kind).encode()
    return out.getvalue()


def archive_kind(path: Path) -> str:
    """Which command wrote a zip, "" for any other file."""
    try:
        with zipfile.ZipFile(path) as archive:
            told = archive.comment.decode("ascii", "replace")
    except (OSError, zipfile.BadZipFile, ValueError, NotImplementedError):
        return ""
    return told.removeprefix(_MARK) if told.startswith(_MARK) else ""


def check_target(path: Path, kind: Kind) -> str:
    """The hash of the file that a zip will replace, "" for none.

    Raises:
        InputError: the folder does not exist, or what stands there is no zip of this kind that zopa wrote.
    """
    if not path.parent.is_dir():
        raise _problem(path, "no-such-folder", f"Expected a folder to write into, found none at {path.parent}.",
                       "Make it first, or give another -o.")  # fmt: skip
    if path.is_symlink() or (path.exists() and archive_kind(path) != kind):
        raise _problem(path, "would-overwrite", f"Expected no file, or one that `zopa {kind}` wrote, found another.",
                       "Name another file with -o, or move that one away.")  # fmt: skip
    return hash_file(path)


def write_zip(path: Path, data: bytes, kind: Kind, expected: str) -> None:
    """Write a zip in one step or not at all, over nothing or over the file whose hash `check_target` gave.

    Raises:
        InputError: what stands there has changed since, or the file cannot be written; nothing was written then.
    """
    try:
        done = write_atomic(path, data, expected)
    except OSError as error:
        raise _problem(path, "cannot-write", f"Expected to write {path}, but: {error.strerror or error}.",
                       "Free some space or take another folder with -o.") from error  # fmt: skip
    if not done:
        raise _problem(path, "would-overwrite", "Expected the file as it was when the command began, found it changed.",
                       f"Look at it, then give `zopa {kind}` again.")  # fmt: skip


def _problem(path: Path, code: str, message: str, cure: str) -> InputError:
    return InputError((Problem("error", str(path), None, code, message, cure),))
