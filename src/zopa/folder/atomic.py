"""The one way in which zopa writes a file: in one step or not at all, and never over what somebody else has written meanwhile.

Who writes into a folder holds its lock (the folder itself, so that no file is left behind) from the comparison until the folder is on the
disk. Two programs or two tabs that write at once therefore follow each other, and the second one is told that the file has changed.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import sys
import tempfile
import time
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.sources.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Generator

WAIT_S = 30.0
"""Seconds to wait for another writer, who needs some milliseconds."""
_PART = re.compile(r"\.zopa-[0-9a-f]{16}\.part")  # what a writer that was killed may leave behind


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal; "" where there is no file."""
    try:
        return hashlib.sha256(read_plain(path)).hexdigest()
    except FileNotFoundError:
        return ""


def write_atomic(path: Path, data: bytes, expected: str, *, follow: bool = False, private: bool = False) -> bool:
    """Write `data` to `path` if the hash of what stands there is still `expected`; False, and nothing done, if it is not.

    Args:
        path: where to write; a file that is there keeps its permissions.
        data: its new bytes.
        expected: "" where no file is to stand there yet.
        follow: where `path` is a link, write what it leads to, which was read through it; otherwise a link is refused.
        private: a new file can be read by its owner only.

    Raises:
        OSError: the folder or the file cannot be written, or a link stands there.
    """
    real = Path(os.path.realpath(path)) if follow else path
    with locked(real.parent):
        _sweep(real.parent)
        if real.is_symlink():
            raise OSError(errno.ELOOP, "a link stands there, and nothing is written through a link", str(path))
        if hash_file(real) != expected:
            return False
        draft = _write_draft(real.parent, data, 0o600 if private else 0o666, real if expected else None)
        try:
            draft.replace(real)
        finally:
            draft.unlink(missing_ok=True)
        _sync(real.parent)
    return True


def remove_atomic(path: Path, expected: str) -> bool:
    """Take a file away if its hash is still `expected`; False, and nothing done, if it is not. A link is followed, as in reading.

    Raises:
        OSError: the folder cannot be written.
    """
    real = Path(os.path.realpath(path))
    with locked(real.parent):
        if hash_file(real) != expected:
            return False
        real.unlink(missing_ok=True)
        _sync(real.parent)
    return True


@contextmanager
def locked(folder: Path) -> Generator[None]:
    """Hold the lock on a folder; whoever else writes into it by `write_atomic` waits.

    Raises:
        OSError: the folder cannot be opened, or another writer keeps the lock for longer than `WAIT_S`.
    """
    handle = _open_lock(folder)
    try:
        _lock(handle)
        yield
    finally:
        os.close(handle)  # and the lock goes with it


if sys.platform == "win32":  # pragma: no cover - has no locks on folders

    def _open_lock(folder: Path) -> int:
        key = hashlib.sha256(os.path.realpath(folder).encode()).hexdigest()[:24]
        return os.open(Path(tempfile.gettempdir(), f"zopa-{key}.lock"), os.O_RDWR | os.O_CREAT, 0o600)

    def _take(handle: int) -> None:
        import msvcrt  # noqa: PLC0415 - only there

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)

    def _sync(folder: Path) -> None:
        """Nothing to do: a folder cannot be synchronised there."""

else:
    import fcntl

    def _open_lock(folder: Path) -> int:
        return os.open(folder, os.O_RDONLY | os.O_DIRECTORY)

    def _take(handle: int) -> None:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def _sync(folder: Path) -> None:
        """Put the folder's list of names on the disk, so that a new name outlives a loss of power."""
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        try:
            with suppress(OSError):  # a file system that cannot do it has nothing to offer instead
                os.fsync(handle)
        finally:
            os.close(handle)


def _lock(handle: int) -> None:
    until = time.monotonic() + WAIT_S
    while True:
        try:
            _take(handle)
        except OSError as error:
            if error.errno not in {errno.EACCES, errno.EAGAIN, errno.EDEADLK}:
                return  # a file system without locks: the comparison before the rename is all there is
            if time.monotonic() > until:
                message = f"another program has been writing there for more than {WAIT_S:.0f} seconds"
                raise OSError(errno.EAGAIN, message) from error
            time.sleep(0.002)
        else:
            return


def _sweep(folder: Path) -> None:
    """Take away what writers left that were killed; who holds the lock is the only one who writes."""
    for entry in os.scandir(folder):
        if _PART.fullmatch(entry.name) and entry.is_file(follow_symlinks=False):
            with suppress(OSError):
                Path(entry.path).unlink()


def _write_draft(folder: Path, data: bytes, mode: int, like: Path | None = None) -> Path:
    """A new file beside its place that holds the data, on the disk; it has no name before it is whole, where the system can do that.

    It has the permissions of `like`, or else `mode` less what the system takes away.
    """
    draft = folder / f".zopa-{secrets.token_hex(8)}.part"
    unnamed = _open_unnamed(folder, mode)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, mode) if unnamed is None else unnamed
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            if like is not None and hasattr(os, "fchmod"):
                os.fchmod(file.fileno(), like.stat().st_mode & 0o7777)
            os.fsync(file.fileno())
            if unnamed is not None:
                _give_name(unnamed, folder, draft.name)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
    return draft


def _open_unnamed(folder: Path, mode: int) -> int | None:
    """A file without a name, which is gone with the program that writes it; None where the system has none or cannot name it later."""
    flag: int = getattr(os, "O_TMPFILE", 0)
    if not flag or not Path("/proc/self/fd").is_dir():
        return None
    try:
        return os.open(folder, flag | os.O_WRONLY, mode)
    except OSError:
        return None  # not on this file system; what else is wrong is met again, and told, by the named file


def _give_name(handle: int, folder: Path, name: str) -> None:
    place = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
    try:
        os.link(f"/proc/self/fd/{handle}", name, dst_dir_fd=place, follow_symlinks=True)
    finally:
        os.close(place)
