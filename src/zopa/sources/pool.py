"""Reading many files in several processes: in order, interruptible, and safe from a reader that crashes."""

from __future__ import annotations

import multiprocessing
import signal
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from zopa.errors import Problem
from zopa.sources.problems import tell_problem
from zopa.sources.read import read_document, show_path
from zopa.sources.types import Document

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Read = tuple[Document | None, tuple[Problem, ...]]
_AHEAD = 8  # files handed out per process before the first of them is back: bounds what waits in memory


def read_all(
    files: Sequence[str | Path], *, jobs: int = 1, progress: Callable[[int, int], None] | None = None
) -> Iterator[Read]:
    """What `read_document` gives for each file, in the order of `files`.

    Args:
        files: files, "-" among them.
        jobs: processes; with 1, or a single file, everything is read in this one.
        progress: called with files done and files in all after each of them.

    Yields:
        Documents with id of their own, not yet unique, and problems.

    Raises:
        KeyboardInterrupt: on an interrupt, after the other processes were told to stop.
    """
    jobs = min(jobs, len(files))
    reads = (read_document(file) for file in files) if jobs <= 1 else _read_in_pool(files, jobs)
    for done, read in enumerate(reads, start=1):
        if progress is not None:
            progress(done, len(files))
        yield read


def _read_in_pool(files: Sequence[str | Path], jobs: int) -> Iterator[Read]:
    """Files handed out a few ahead; those a crashed process leaves unread are read one process each."""
    if not _can_open():
        yield from (read_document(file) for file in files)
        return
    pool = _open_pool(jobs)
    waiting: list[tuple[str | Path, Future[Read] | None]] = []
    given = 0
    broken = False
    try:
        while given < len(files) or waiting:
            while given < len(files) and len(waiting) < jobs * _AHEAD:
                waiting.append((files[given], None if broken or files[given] == "-" else _submit(pool, files[given])))
                given += 1
            file, future = waiting.pop(0)
            if file == "-":
                yield read_document(file)
                continue
            try:
                read = future.result() if future is not None else _read_alone(file)
            except BrokenProcessPool:
                broken = True
                read = _read_alone(file)
            yield read
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _can_open() -> bool:
    """Whether processes can be started at all: not from a script without a main guard or read from standard input."""
    with _open_pool(1) as pool:
        try:
            return pool.submit(int).result() == 0
        except BrokenProcessPool:
            return False


def _submit(pool: ProcessPoolExecutor, file: str | Path) -> Future[Read] | None:
    try:
        return pool.submit(read_document, file)
    except BrokenProcessPool:
        return None


def _read_alone(file: str | Path) -> Read:
    """One file in a process of its own, so that a crash costs only it."""
    with _open_pool(1) as pool:
        try:
            return pool.submit(read_document, file).result()
        except BrokenProcessPool:
            message = "expected a document, but the library that reads it crashed."
            cure = "Save the document as plain text and read that; please report the file."
            return None, (tell_problem("reader-failed", show_path(file), message, cure),)


def _open_pool(jobs: int) -> ProcessPoolExecutor:
    methods = multiprocessing.get_all_start_methods()
    context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
    return ProcessPoolExecutor(jobs, mp_context=context, initializer=_ignore_interrupt)


def _ignore_interrupt() -> None:
    """Only the main process acts on an interrupt; it then stops the others."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
