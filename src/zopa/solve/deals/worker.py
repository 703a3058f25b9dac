"""The solver HiGHS in a process of its own: reads programmes from standard input, writes what the solver says of each.

What compiled code prints to standard output goes nowhere, because here it belongs to nobody (HiGHS has a line that no option turns off).
"""

from __future__ import annotations

import os
import pickle
import signal
import struct
import sys
from importlib import import_module
from typing import IO, TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray

HEAD = struct.Struct("<Q")
"""The length of a message, before it."""
INFEASIBLE = 2  # proved
SOLVE_ERROR = 4  # HiGHS gives up, nearly always in its presolve: without it the same programme is solved
Asked = tuple[Any, ...]
"""Objective, matrix as (values, columns, starts), (lower, upper) of the rows, (lower, upper) of the columns, whole, seconds."""


def send(stream: IO[bytes], message: object) -> None:
    """Write one message."""
    data = pickle.dumps(message, pickle.HIGHEST_PROTOCOL)
    stream.write(HEAD.pack(len(data)) + data)
    stream.flush()


def receive(stream: IO[bytes]) -> Any:
    """Read one message.

    Raises:
        EOFError: the other side is gone.
    """
    head = stream.read(HEAD.size)
    if len(head) < HEAD.size:
        raise EOFError
    data = stream.read(HEAD.unpack(head)[0])
    return pickle.loads(data)  # noqa: S301 - from the process that we started, or that started us


def run_worker(memory_bytes: int) -> None:
    """Answer until the other side is gone; Ctrl-C is for that side, which ends this process."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    answers = os.fdopen(os.dup(1), "wb")
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    _limit_memory(memory_bytes)
    solvers = import_module("scipy.optimize"), import_module("scipy.sparse")
    while True:
        try:
            asked: Asked = receive(sys.stdin.buffer)
        except EOFError:
            return
        try:
            answer = solve(asked, *solvers)
        except MemoryError:
            answer = None
        send(answers, answer)


def solve(asked: Asked, optimize: Any, sparse: Any) -> tuple[NDArray[np.float64] | None, float, float, int]:
    """Columns (None for none), value and bound of the minimum, and how it ended, in scipy's words."""
    objective, (values, columns, starts), limits, bounds, whole, seconds = asked
    matrix = sparse.csr_array((values, columns, starts), shape=(len(starts) - 1, len(objective)))
    limited = optimize.LinearConstraint(matrix, *limits) if len(starts) > 1 else ()
    options: dict[str, Any] = {"mip_rel_gap": 0.0, "time_limit": seconds}
    found = _minimise(optimize, objective, whole, bounds, limited, options)
    if found.x is None and found.status == SOLVE_ERROR:
        found = _minimise(optimize, objective, whole, bounds, limited, options | {"presolve": False})
    if found.x is None:
        return None, 0.0, 0.0, int(found.status)
    bound = found.fun if found.mip_dual_bound is None else found.mip_dual_bound
    return np.asarray(found.x), float(found.fun), float(bound), int(found.status)


def _minimise(
    optimize: Any, objective: Any, whole: Any, bounds: Sequence[Any], limited: Any, options: dict[str, Any]
) -> Any:
    return optimize.milp(
        objective, integrality=whole, bounds=optimize.Bounds(*bounds), constraints=limited, options=options
    )


def _limit_memory(size: int) -> None:
    """Let this process have no more memory than that; nothing where the system has no such limit."""
    try:
        resource: Any = import_module("resource")
        resource.setrlimit(resource.RLIMIT_AS, (size, size))
    except (ImportError, AttributeError, ValueError, OSError):
        return
