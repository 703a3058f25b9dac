"""The bytes of a plain file, opened without waiting: a pipe without a writer would never open, a device never end."""

from __future__ import annotations

import errno
import os
import stat
from typing import TYPE_CHECKING, BinaryIO

if TYPE_CHECKING:
    from pathlib import Path


def open_plain(path: str | Path) -> BinaryIO:
    """A file opened for reading; the caller closes it.

    Raises:
        OSError: it cannot be opened, or is a folder, a pipe, a socket or a device; `strerror` tells which.
        ValueError: the name holds a zero byte.
    """
    _check(os.stat(path).st_mode, path)  # noqa: PTH116 - of a str too
    handle = os.open(path, os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
    stream = os.fdopen(handle, "rb")
    try:
        _check(os.fstat(handle).st_mode, path)  # changed between the two looks
    except OSError:
        stream.close()
        raise
    return stream


def read_plain(path: str | Path) -> bytes:
    """All bytes of a file.

    Raises:
        OSError, ValueError: as `open_plain`.
    """
    with open_plain(path) as stream:
        return stream.read()


def _check(mode: int, path: str | Path) -> None:
    if stat.S_ISREG(mode):
        return
    kinds = ((stat.S_ISFIFO, "a pipe (FIFO)"), (stat.S_ISSOCK, "a socket"), (stat.S_ISDIR, "a folder"))
    told = next((name for asks, name in kinds if asks(mode)), "a device")
    raise OSError(errno.EISDIR if told == "a folder" else errno.EINVAL, told, str(path))
