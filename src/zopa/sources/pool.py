"""Reading in processes of their own: under limits, in order, interruptible, and safe from a reader that crashes."""

from __future__ import annotations

import atexit
import contextlib
import os
import sys
import threading
from collections import deque
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from zopa.errors import Problem
from zopa.sources.limits import DEFAULT_LIMITS, Limits
from zopa.sources.names import is_stream, make_id, read_stream, show_path
from zopa.sources.problems import tell_problem
from zopa.sources.types import Document
from zopa.sources.worker import BreachError, Worker, build_request, find_function

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

Asked = TypeVar("Asked")
Told = TypeVar("Told")
Read = tuple[Document | None, tuple[Problem, ...]]
READ = "zopa.sources.read:read_document"
"""What reads a document, by name: the worker loads it, not every command."""
_AHEAD = 8  # files handed out per process before the first of them is back: bounds what waits in memory
_MAX_IDLE = 2  # workers kept for the next document: to start one takes longer than to read a short text


def read_document(
    path: str | Path,
    *,
    data: bytes | None = None,
    ids: set[str] | None = None,
    language: str = "",
    limits: Limits = DEFAULT_LIMITS,
) -> Read:
    """Read one saved document, in a process of its own and under limits.

    Args:
        path: a file, or "-" for the bytes of standard input.
        data: the file's bytes where the caller has them; `path` then only names them.
        ids: ids that are taken; the document's own is made unique among them and added.
        language: ISO 639-1 code where the caller knows it; for any other words it is guessed, as where it is not given. What
            the text itself declares comes first.
        limits: of time and memory.

    Returns:
        The document and notes on it; None and at least one error where nothing could be read. Never raises for what a
        file holds.
    """
    file = show_path(path)
    if data is None and is_stream(path):  # ours, and no other process has it
        data = read_stream(path)
        if data is None:
            return None, (_tell(file, "unreadable-file", "expected a stream that can be read, got none."),)
    document, problems = _read(str(path), data, language, limits, file)
    if document is None or not ids:
        if document is not None and ids is not None:
            ids.add(document.id)
        return document, problems
    return replace(document, id=make_id(document.path, ids)), problems


def read_all(
    files: Sequence[str | Path],
    *,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> Iterator[Read]:
    """What `read_document` gives for each file, in the order of `files`.

    Args:
        files: files, "-" among them.
        jobs: how many are read at a time, each in a process of its own.
        progress: called with files done and files in all after each of them.
        limits: of time and memory, for each file.

    Yields:
        Documents with ids of their own, not yet unique, and problems. One that breaks a limit stops no other.

    Raises:
        KeyboardInterrupt: on an interrupt, after the processes that read were ended.
    """
    reads = in_order(lambda file: read_document(file, limits=limits), files, jobs=jobs)
    for done, read in enumerate(reads, start=1):
        if progress is not None:
            progress(done, len(files))
        yield read


def in_order(ask: Callable[[Asked], Told], items: Sequence[Asked], *, jobs: int) -> Iterator[Told]:
    """What a function that asks workers gives for each item, in order; `jobs` of them at a time, each by a thread with its worker."""
    jobs = min(jobs, len(items))
    if jobs <= 1:
        yield from map(ask, items)
        return
    pool = ThreadPoolExecutor(jobs, thread_name_prefix="zopa-read")
    waiting: deque[Future[Told]] = deque()
    given = 0
    try:
        while given < len(items) or waiting:
            while given < len(items) and len(waiting) < jobs * _AHEAD:
                waiting.append(pool.submit(ask, items[given]))
                given += 1
            yield waiting.popleft().result()
    except BaseException:
        pool.shutdown(wait=False, cancel_futures=True)
        end_workers()
        raise
    pool.shutdown()


class _Staff:
    """The workers of this process: those that wait for the next document, and those at work."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[Worker] = []
        self._busy: list[Worker] = []

    def take(self, functions: tuple[str, ...] = (READ,)) -> Worker:
        """One that is free, or a new one that loads some functions; those of a process that was forked from are not ours."""
        with self._lock:
            self._idle = [worker for worker in self._idle if worker.owner == os.getpid()]
            worker = self._idle.pop() if self._idle else None
        worker = worker or Worker(functions)
        with self._lock:
            self._busy.append(worker)
        return worker

    def give_back(self, worker: Worker, *, alive: bool) -> None:
        """Keep it for the next document, if it lives, was not ended meanwhile, and few wait."""
        with self._lock:
            ours = worker in self._busy
            if ours:
                self._busy.remove(worker)
            keep = ours and alive and len(self._idle) < _MAX_IDLE
            if keep:
                self._idle.append(worker)
        if not keep:
            worker.kill()

    def end(self) -> None:
        """End all of ours."""
        with self._lock:
            workers = [worker for worker in (*self._idle, *self._busy) if worker.owner == os.getpid()]
            self._idle, self._busy = [], []
        for worker in workers:
            worker.kill()


_STAFF = _Staff()


def start_worker(*functions: str, count: int = 1) -> None:
    """Have a process before it is asked for, so that it is ready when the rest of the program is.

    Args:
        count: so many processes.
        functions: ``module:function`` of what it will be asked for, and loads meanwhile; ``module:function()`` of what it calls
            meanwhile.
    """
    if os.name == "posix" and sys.executable:
        ready: list[Worker] = []
        with contextlib.suppress(OSError):
            ready += (_STAFF.take(functions) for _ in range(min(count, _MAX_IDLE)))
        for worker in ready:
            _STAFF.give_back(worker, alive=True)


def end_workers() -> None:
    """End the processes that read; the next document starts a new one."""
    _STAFF.end()


atexit.register(end_workers)


def _read(path: str, data: bytes | None, language: str, limits: Limits, file: str) -> Read:
    """What a worker reads."""
    named = {"data": data, "language": language}
    read, breach = call_limited(READ, path, file=file, limits=limits, **named)
    return (None, breach) if read is None else read


def call_limited(
    function: str, *arguments: Any, file: str, limits: Limits = DEFAULT_LIMITS, **named: Any
) -> tuple[Any, tuple[Problem, ...]]:
    """What a function of ours gives for a document, called in a process of its own and under limits.

    Args:
        function: ``module:function``; what it takes and gives must be able to travel.
        arguments: of the function.
        file: the document, as problems name it.
        limits: of time and memory.
        named: further arguments of the function.

    Returns:
        What it gives and no problem; or None and an error, where it broke a limit or its process died. Where no process can be
        started it is called here, without limits.
    """
    worker = None
    if os.name == "posix" and sys.executable:
        with contextlib.suppress(OSError):
            worker = _STAFF.take()
    if worker is None:
        return find_function(function)(*arguments, **named), ()
    alive = False
    try:
        given = worker.ask(build_request(function, arguments, named, limits))
        alive = True
    except BreachError as breach:
        return None, (_tell_breach(file, str(breach), limits),)
    finally:
        _STAFF.give_back(worker, alive=alive)
    return given, ()


def _tell_breach(file: str, what: str, limits: Limits) -> Problem:
    if what == "time":
        message = f"expected to read it within {limits.seconds:g} s, but it takes longer; its reading was stopped."
        return _tell(file, "too-slow", message, "Split it, save it as plain text, or allow more with --max-seconds.")
    if what == "memory":
        message = (
            f"expected to read it with {limits.memory_mb} MiB of memory, but it takes more; its reading was stopped."
        )
        return _tell(
            file, "too-much-memory", message, "Split it, save it as plain text, or allow more with --max-memory."
        )
    message = "expected a document, but the library that reads it crashed."
    return _tell(
        file, "reader-failed", message, "Save the document as plain text and read that; please report the file."
    )


def _tell(file: str, code: str, message: str, cure: str = "Save it to a file and name that.") -> Problem:
    return tell_problem(code, file, message, cure)
