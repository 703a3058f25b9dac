"""A file written in one step or not at all, and never over what somebody else has written meanwhile."""

from __future__ import annotations

import hashlib
import os
import shutil
import tempfile
from pathlib import Path


def hash_file(path: Path) -> str:
    """SHA-256 of a file's bytes, hexadecimal; "" where there is no file."""
    try:
        return hashlib.sha256(path.read_bytes()).hexdigest()
    except FileNotFoundError:
        return ""


def write_atomic(path: Path, data: bytes, expected: str) -> bool:
    """Write `data` to `path` if the hash of what stands there is still `expected`; False, and nothing done, if it is not.

    A link stays a link, and the file keeps its permissions.

    Raises:
        OSError: the folder or the file cannot be written.
    """
    real = Path(os.path.realpath(path))
    handle, draft = tempfile.mkstemp(prefix=f".{real.name}.", suffix=".part", dir=real.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        if real.exists():
            shutil.copymode(real, draft)
        else:
            Path(draft).chmod(0o666 & ~_umask())
        if hash_file(real) != expected:
            return False
        Path(draft).replace(real)
        return True
    finally:
        Path(draft).unlink(missing_ok=True)


def _umask() -> int:
    mask = os.umask(0)
    os.umask(mask)
    return mask
