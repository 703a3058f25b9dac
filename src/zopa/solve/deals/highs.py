"""The one place that calls the solver HiGHS, through scipy (which has no types), in a process of its own.

So a call can be ended at any moment (Ctrl-C, a budget that is used up, a case that has changed meanwhile), takes no more memory than
it may, stands in nobody's way, and nothing that compiled code prints reaches our standard output. A process is kept for the next call.
"""

from __future__ import annotations

import atexit
import contextlib
import os
import subprocess
import sys
import threading
from dataclasses import dataclass
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.solve.budget import current_budget
from zopa.solve.deals.worker import INFEASIBLE, receive, send

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

Row = tuple[dict[int, float], float, float]
"""Coefficients by column, lower and upper bound."""

TIME_LIMIT_S = 60.0
GRACE_S = 20.0
"""Seconds that a call may take beyond its own limit, which the solver looks at only now and then; then its process is ended."""
MEMORY_BYTES = int(os.environ.get("ZOPA_SOLVER_MIB", "4096")) * 2**20
"""Memory of the solver's process, as the system counts addresses: 28 issues with twenty conditions take a tenth of it."""
_LOOK_S = 0.1  # between two looks at the budget
_LINE = "import sys; sys.path[:] = {path!r}; from zopa.solve.deals.worker import run_worker; run_worker({memory})"


@dataclass(frozen=True, slots=True)
class Raw:
    """What the solver says: columns (None where it has none), the objective, a bound, and how it ended."""

    x: NDArray[np.float64] | None
    value: float
    bound: float
    optimal: bool
    infeasible: bool


def maximise(
    objective: NDArray[np.float64],
    rows: Sequence[Row],
    bounds: tuple[NDArray[np.float64], NDArray[np.float64]],
    whole: NDArray[np.float64],
    time_limit_s: float = TIME_LIMIT_S,
) -> Raw:
    """Maximise over columns within bounds (lower, upper), of which those with `whole` 1 are integers.

    Raises:
        SolverStoppedError: the budget is used up, or somebody has cancelled.
    """
    starts = np.cumsum([0, *(len(row) for row, _, _ in rows)]).astype(np.int32)
    columns = np.array([column for row, _, _ in rows for column in row], dtype=np.int32)
    values = np.array([value for row, _, _ in rows for value in row.values()], dtype=np.float64)
    limits = [lo for _, lo, _ in rows], [hi for _, _, hi in rows]
    seconds = min(time_limit_s, current_budget().left())
    answer = _ask((-objective, (values, columns, starts), limits, bounds, whole, seconds), seconds)
    if answer is None:
        current_budget().left()
        return Raw(None, 0.0, np.inf, optimal=False, infeasible=False)
    x, value, bound, status = answer
    if x is None:
        current_budget().left()
        return Raw(None, 0.0, np.inf, optimal=False, infeasible=status == INFEASIBLE)
    return Raw(x, -value, -bound, status == 0, infeasible=False)


def warm_up() -> None:
    """Start a process that the next call will need; it gets ready while other work is done here."""
    _POOL.give_back(_POOL.take())


class _Process:
    """One process of the solver, and a thread that reads what it says."""

    def __init__(self) -> None:
        line = _LINE.format(path=sys.path, memory=MEMORY_BYTES)
        self.process = subprocess.Popen(  # noqa: S603 - this program itself
            [sys.executable, "-c", line], stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        self.answers: SimpleQueue[Any] = SimpleQueue()
        threading.Thread(target=self._listen, daemon=True).start()

    def _listen(self) -> None:
        assert self.process.stdout
        with contextlib.suppress(EOFError, OSError, ValueError):
            while True:
                self.answers.put((receive(self.process.stdout),))
        self.answers.put(None)

    def ask(self, question: object, seconds: float) -> Any:
        """The answer; None where the process had no memory left, was too slow, or died.

        Raises:
            SolverStoppedError: the budget is used up, or somebody has cancelled.
        """
        assert self.process.stdin
        budget, waited = current_budget(), 0.0
        try:
            send(self.process.stdin, question)
        except OSError:
            return None
        while waited < seconds + GRACE_S:
            try:
                told = self.answers.get(timeout=_LOOK_S)
            except Empty:
                waited += _LOOK_S
                budget.left()
            else:
                return told[0] if told else None
        return None

    @property
    def alive(self) -> bool:
        """Whether it can be asked again."""
        return self.process.poll() is None

    def end(self) -> None:
        """End it at once, whatever it does."""
        self.process.kill()
        self.process.wait()
        for stream in (self.process.stdin, self.process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):
                    stream.close()


class _Pool:
    """Processes that wait for the next call; as many as there are calls at a time."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._idle: list[_Process] = []
        self._all: set[_Process] = set()
        self._owner = os.getpid()

    def take(self) -> _Process:
        """A process that nobody else asks."""
        with self._lock:
            if self._owner != os.getpid():  # a fork has its parent's processes in hand, which are not its own
                self._idle, self._all, self._owner = [], set(), os.getpid()
            while self._idle:
                process = self._idle.pop()
                if process.alive:
                    return process
                self._end(process)
            process = _Process()
            self._all.add(process)
            return process

    def give_back(self, process: _Process) -> None:
        """Keep it for the next call."""
        with self._lock:
            self._idle.append(process)

    def drop(self, process: _Process) -> None:
        """End it, whatever it does."""
        with self._lock:
            self._end(process)

    def end(self) -> None:
        """End all, as this program ends."""
        with self._lock:
            for process in tuple(self._all) if self._owner == os.getpid() else ():
                self._end(process)

    def _end(self, process: _Process) -> None:
        self._all.discard(process)
        process.end()


_POOL = _Pool()
atexit.register(_POOL.end)


def _ask(question: object, seconds: float) -> Any:
    """What the solver's process says; it is ended where it did not come to an answer, by whatever stopped it."""
    process = _POOL.take()
    answer = None
    try:
        answer = process.ask(question, seconds)
    finally:
        if answer is None or not process.alive:
            _POOL.drop(process)
        else:
            _POOL.give_back(process)
    return answer
