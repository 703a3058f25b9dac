"""A copy of this process that does one thing and ends: it starts in a fourth of the time that a new interpreter takes.

A fork is safe only where nothing else runs: other threads hold locks that nobody would open in the copy. So it is made where the
system says that this process has one thread, and before any large library is loaded.
"""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import sys
import threading
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from collections.abc import Callable

_LARGE = "numpy"  # with threads of its own, and memory that would count as the copy's


def forks_safely() -> bool:
    """Whether this process may be copied: one thread as the system counts, no large library; False where that cannot be told."""
    if not sys.platform.startswith("linux") or _LARGE in sys.modules or threading.active_count() > 1:
        return False
    try:
        return len(os.listdir("/proc/self/task")) == 1  # noqa: PTH208 - names alone
    except OSError:
        return False


class ForkedProcess:
    """A copy of this process that runs `work` with pipes for its standard input and output, and ends with it.

    Like `subprocess.Popen` as far as a worker needs it: `pid`, `stdin`, `stdout`, `kill` and `wait`.

    Raises:
        OSError: no process can be started.
    """

    def __init__(self, work: Callable[[], None]) -> None:
        theirs_in, ours_out = os.pipe()
        ours_in, theirs_out = os.pipe()
        try:
            self.pid = os.fork()
        except OSError:
            for end in (theirs_in, ours_out, ours_in, theirs_out):
                os.close(end)
            raise
        if self.pid == 0:
            _run(work, theirs_in, theirs_out)
        os.close(theirs_in)
        os.close(theirs_out)
        os.read(ours_in, 1)  # until it has let go of what is ours: a lock that we give up must be free
        self.stdin = os.fdopen(ours_out, "wb")
        self.stdout = os.fdopen(ours_in, "rb")
        self._ended = False
        self._lock = threading.Lock()  # after its end another process may have its number

    def kill(self) -> None:
        """End it at once; nothing happens where it has ended and was waited for."""
        with self._lock, contextlib.suppress(ProcessLookupError):
            if not self._ended:
                os.kill(self.pid, signal.SIGKILL)

    def wait(self) -> None:
        """Wait until it has ended."""
        with self._lock, contextlib.suppress(ChildProcessError):
            if not self._ended:
                os.waitpid(self.pid, 0)
            self._ended = True


def _run(work: Callable[[], None], given: int, told: int) -> NoReturn:
    """What the copy does: nothing of its parent's stays open, and none of its parent's endings are run."""
    code = 1
    try:
        os.setsid()
        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)
        os.dup2(given, 0)
        os.dup2(told, 1)
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, 2)
        for name in os.listdir("/proc/self/fd"):  # noqa: PTH208 - names alone; locks and pipes of others among them
            if int(name) > 2:
                with contextlib.suppress(OSError):
                    os.close(int(name))
        os.write(1, b"+")
        gc.freeze()  # a file of the parent's that were thrown away here would close one of ours
        work()
        code = 0
    finally:
        os._exit(code)
