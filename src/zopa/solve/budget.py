"""How long solving may take, and the way to end it from outside: a budget that every call of the solver looks at."""

from __future__ import annotations

import threading
import time
from contextlib import contextmanager
from contextvars import ContextVar
from typing import TYPE_CHECKING

from zopa.errors import ZopaError

if TYPE_CHECKING:
    from collections.abc import Generator


class SolverStoppedError(ZopaError):
    """The time is up, or somebody has cancelled: what was found until then stands, and nothing more is known."""


class SolverBudget:
    """Time for some calls of the solver together, from now on.

    Args:
        seconds: None for no limit.
        outer: a budget that holds as well.
    """

    def __init__(self, seconds: float | None = None, outer: SolverBudget | None = None) -> None:
        self.seconds = seconds
        self._outer = outer
        self._until = None if seconds is None else time.monotonic() + seconds
        self._cancelled = threading.Event()

    def cancel(self) -> None:
        """End what is being solved under this budget, at once; from any thread."""
        self._cancelled.set()

    @property
    def cancelled(self) -> bool:
        """Whether somebody has cancelled."""
        return self._cancelled.is_set() or (self._outer is not None and self._outer.cancelled)

    def left(self) -> float:
        """Seconds that are left; infinite without a limit.

        Raises:
            SolverStoppedError: none are left, or it was cancelled.
        """
        if self.cancelled:
            raise SolverStoppedError("The solver was cancelled.")
        outside = float("inf") if self._outer is None else self._outer.left()
        if self._until is None:
            return outside
        left = self._until - time.monotonic()
        if left <= 0:
            raise SolverStoppedError(f"The solver was stopped after {self.seconds:g} seconds, the limit that was set.")
        return min(left, outside)


_CURRENT: ContextVar[SolverBudget | None] = ContextVar("solver budget", default=None)
_ENDLESS = SolverBudget()


def current_budget() -> SolverBudget:
    """The budget of what is being solved here; one without limits where none was set."""
    return _CURRENT.get() or _ENDLESS


@contextmanager
def within(budget: SolverBudget) -> Generator[SolverBudget]:
    """Solve what is inside under a budget."""
    before = _CURRENT.set(budget)
    try:
        yield budget
    finally:
        _CURRENT.reset(before)
