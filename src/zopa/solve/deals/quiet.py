"""Keep a library from writing to standard output, which belongs to the one document that ``--json`` prints."""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Generator


@contextmanager
def quiet_output() -> Generator[None]:
    """Send what compiled code prints to standard output nowhere (HiGHS has a line that no option turns off).

    Does nothing where standard output is closed.
    """
    try:
        saved = os.dup(1)
    except OSError:
        yield
        return
    _flush()
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.close(nowhere)
    try:
        yield
    finally:
        _flush()
        os.dup2(saved, 1)
        os.close(saved)


def _flush() -> None:
    """Empty the buffer of the C library, so that each text goes where it was meant to go."""
    if sys.stdout is not None:
        with suppress(ValueError, OSError):  # closed, or a pipe that nobody reads: not ours to report
            sys.stdout.flush()
    library = "ucrtbase" if sys.platform == "win32" else None
    ctypes.CDLL(library).fflush(None)
