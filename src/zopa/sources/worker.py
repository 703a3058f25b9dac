"""One process that works for this one, so that no document can hang, crash or fill the process that asks.

The parent sends the name of a function of ours with what it takes, and reads what it gives, both as a length and a pickle, over the
worker's standard streams. Past the time the parent kills it; should the parent be gone, the system's alarm does. Memory is limited by
the system.
"""

from __future__ import annotations

import contextlib
import os
import pickle
import selectors
import signal
import struct
import subprocess
import sys
import time
from dataclasses import dataclass
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING, Any, BinaryIO

from zopa.sources.forked import ForkedProcess, forks_safely

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from zopa.sources.limits import Limits

_LENGTH = struct.Struct(">Q")
_CHUNK = 1 << 20
_GRACE_SECONDS = 5.0  # after the limit, in which the parent kills the worker before its own alarm does
_START_SECONDS = 60.0  # until a new worker answers at all, on a busy machine
_READ_EVERY = 0.2  # seconds between two looks at the worker's memory
_FULL_SHARE = 0.6  # of the memory limit: a worker that died with so much in use died of it
_PROGRAM = "import sys; from zopa.sources.worker import serve; serve(sys.argv[1:])"


@dataclass(frozen=True, slots=True)
class Request:
    """One call: ``module:function`` of ours with its arguments, in the folder from which relative paths count."""

    function: str
    arguments: tuple[Any, ...]
    named: Mapping[str, Any]
    folder: str | None
    seconds: float
    memory_mb: int


class BreachError(Exception):
    """Why a worker gave no answer: ``time``, ``memory`` or ``crash``."""


class Worker:
    """A working process and the pipes to it; for one thread at a time."""

    def __init__(self, functions: tuple[str, ...] = ()) -> None:
        """Start it; it loads some functions before it is asked for them.

        Raises:
            OSError: no process can be started.
        """
        self._process = ForkedProcess(partial(serve, functions)) if forks_safely() else _spawn(functions)
        self.owner = os.getpid()
        self._fresh = True

    def ask(self, request: Request) -> Any:
        """What the worker's function gave.

        Raises:
            BreachError: it took too long or too much, or died; it is gone then.
        """
        try:
            self._send(request)
            extra, self._fresh = (_START_SECONDS if self._fresh else 0.0), False
            answer: tuple[Any] | None = self._receive(request, extra)
        except (OSError, ValueError) as error:  # its pipes were closed under us
            self.kill()
            raise BreachError("crash") from error
        except BaseException:
            self.kill()
            raise
        if answer is None:  # it met the limit of memory itself
            self.kill()
            raise BreachError("memory")
        return answer[0]

    def kill(self) -> None:
        """End it at once; nothing happens where it has ended."""
        with contextlib.suppress(OSError):
            self._process.kill()
        for stream in (self._process.stdin, self._process.stdout):
            with contextlib.suppress(OSError):
                if stream is not None:
                    stream.close()
        self._process.wait()

    def _send(self, request: Request) -> None:
        stream = self._process.stdin
        try:
            if stream is not None:
                _write(stream, request)
        except (OSError, ValueError) as error:  # ValueError: ended by another thread, on an interrupt
            raise BreachError("crash") from error

    def _receive(self, request: Request, extra: float) -> Any:
        """The answer; past the limit, or where the worker dies, a breach."""
        stream = self._process.stdout
        if stream is None or stream.closed:
            raise BreachError("crash")
        data, wanted, used = bytearray(), _LENGTH.size, 0
        until = time.monotonic() + request.seconds + extra
        with selectors.DefaultSelector() as selector:
            selector.register(stream, selectors.EVENT_READ)
            while len(data) < wanted:
                left = until - time.monotonic()
                if left <= 0:
                    raise BreachError("time")
                if not selector.select(min(left, _READ_EVERY)):
                    used = max(used, self._memory_mb())
                    continue
                piece = os.read(stream.fileno(), _CHUNK)
                if not piece:
                    full = used > _FULL_SHARE * request.memory_mb
                    raise BreachError("memory" if full else "crash")
                if not data and extra:  # its first sign of life: from here on its time counts
                    until, extra, piece = time.monotonic() + request.seconds, 0.0, piece[1:]
                data += piece
                if wanted == _LENGTH.size and len(data) >= wanted:
                    wanted += _LENGTH.unpack(data[:wanted])[0]
        return pickle.loads(data[_LENGTH.size :])  # noqa: S301 - written by our own process

    def _memory_mb(self) -> int:
        """What the worker holds now; 0 where the system does not tell."""
        try:
            with open(f"/proc/{self._process.pid}/statm", "rb") as file:  # noqa: PTH123 - five times a second
                return int(file.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
        except (OSError, ValueError, IndexError):
            return 0


def _spawn(functions: tuple[str, ...]) -> subprocess.Popen[bytes]:
    """A new interpreter, where a fork of this one is not safe: it takes four times as long to start."""
    paths = os.pathsep.join(path or os.getcwd() for path in sys.path)  # noqa: PTH109 - as the import system has it
    return subprocess.Popen(  # noqa: S603 - our own interpreter and program
        [sys.executable, "-c", _PROGRAM, *functions], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": paths}, start_new_session=True,
    )  # fmt: skip


def build_request(function: str, arguments: tuple[Any, ...], named: Mapping[str, Any], limits: Limits) -> Request:
    """A request from where we are."""
    try:
        folder = os.getcwd()  # noqa: PTH109 - a string travels lighter
    except OSError:
        folder = None
    return Request(function, arguments, named, folder, limits.seconds, limits.memory_mb)


def find_function(name: str) -> Callable[..., Any]:
    """The function that ``module:function`` names."""
    module, _, function = name.partition(":")
    return getattr(import_module(module), function)


def serve(functions: Iterable[str] = ()) -> None:
    """Answer requests on standard input until it ends: what the worker process runs, with some functions loaded, or called, first."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent acts on an interrupt, and kills us
    signal.signal(signal.SIGALRM, signal.SIG_DFL)  # ends us even inside a library
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # what a library prints is no answer
    for name in functions:  # after the streams are safe
        _prepare(name)
    answers.write(b"+")  # awake: the time of the first document starts here
    answers.flush()
    requests = os.fdopen(os.dup(0), "rb")  # sys.stdin of a fork may hold what was meant for its parent
    while (request := _next(requests)) is not None:
        signal.setitimer(signal.ITIMER_REAL, request.seconds + _GRACE_SECONDS)
        try:
            if request.folder is not None:
                os.chdir(request.folder)
            function = find_function(request.function)
            _limit_memory(request.memory_mb)
            answer = (function(*request.arguments, **request.named),)
        except MemoryError:
            answer = None
        finally:
            _limit_memory(None)
            signal.setitimer(signal.ITIMER_REAL, 0)
        _write(answers, answer)


def _prepare(name: str) -> None:
    """Load the function that ``module:function`` names; call it where the name ends in "()"."""
    function = find_function(name.removesuffix("()"))
    if name.endswith("()"):
        function()


def _next(stream: BinaryIO) -> Request | None:
    """The next request; None at the end."""
    head = stream.read(_LENGTH.size)
    return pickle.loads(stream.read(_LENGTH.unpack(head)[0])) if len(head) == _LENGTH.size else None  # noqa: S301 - as above


def _write(stream: Any, value: object) -> None:
    data = pickle.dumps(value, protocol=pickle.HIGHEST_PROTOCOL)
    stream.write(_LENGTH.pack(len(data)) + data)
    stream.flush()


def _limit_memory(memory_mb: int | None) -> None:
    """Let the process grow by so much more, or without limit; nothing where the system cannot."""
    try:
        import resource  # noqa: PLC0415 - not on every system

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        with open("/proc/self/statm", "rb") as file:  # noqa: PTH123 - once a document
            now = int(file.read().split()[0]) * os.sysconf("SC_PAGE_SIZE")
        wanted = hard if memory_mb is None else now + (memory_mb << 20)
        resource.setrlimit(resource.RLIMIT_AS, (wanted if hard < 0 else min(wanted, hard), hard))
    except (ImportError, OSError, ValueError):
        return
