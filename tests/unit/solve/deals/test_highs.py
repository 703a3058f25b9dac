"""The solver works in a process of its own: it prints nothing here, can be ended, has limits, and stands in nobody's way."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time

import numpy as np
import pytest

from zopa.solve.budget import SolverBudget, SolverStoppedError, current_budget, within
from zopa.solve.deals import highs
from zopa.solve.deals.highs import Raw, maximise

EASY = (np.array([1.0, 2.0]), [({0: 1.0, 1: 1.0}, -np.inf, 1.0)], (np.zeros(2), np.ones(2)), np.ones(2))


def hard(size: int = 50, rows: int = 6):
    """A programme that takes hours: a market split (Cornuejols and Dawande 1998), half of each of six sums of random weights."""
    chance = np.random.default_rng(3)
    weights = chance.integers(0, 99, (rows, size))
    return (
        np.ones(size),
        [({n: float(w) for n, w in enumerate(row)}, float(row.sum() // 2), float(row.sum() // 2)) for row in weights],
        (np.zeros(size), np.ones(size)),
        np.ones(size),
    )


def test_the_best_is_found_and_the_impossible_is_known() -> None:
    found = maximise(*EASY)
    assert found.x is not None
    assert (found.x.tolist(), found.value, found.bound, found.optimal) == ([0.0, 1.0], 2.0, 2.0, True)
    barred = maximise(np.ones(1), [({0: 1.0}, 2.0, 3.0)], (np.zeros(1), np.ones(1)), np.ones(1))
    assert (barred.x, barred.infeasible) == (None, True)
    assert maximise(np.ones(1), [], (np.zeros(1), np.ones(1)), np.ones(1)).value == 1.0


def test_two_calls_at_a_time_leave_standard_output_alone() -> None:
    """What is printed before, between and after many calls in many threads is all there, and nothing else is."""
    code = """
import sys, threading, numpy as np
from zopa.solve.deals.highs import maximise
def run():
    for n in range(25):
        maximise(np.array([1.0, 2.0]), [({0: 1.0, 1: 1.0}, -np.inf, 1.0)], (np.zeros(2), np.ones(2)), np.ones(2))
        sys.stdout.write("line\\n")
threads = [threading.Thread(target=run) for _ in range(4)]
[t.start() for t in threads]
[t.join() for t in threads]
print("end")
"""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", code], capture_output=True, text=True, check=True, timeout=120
    )
    assert sorted(done.stdout.split()) == sorted(["line"] * 100 + ["end"])
    assert done.stderr == ""


def test_a_call_ends_when_its_budget_does() -> None:
    """Told as stopped, not as an answer; the next call works."""
    started = time.monotonic()
    with within(SolverBudget(1.0)), pytest.raises(SolverStoppedError, match="1 seconds"):
        maximise(*hard())
    assert time.monotonic() - started < 10
    assert maximise(*EASY).optimal


def test_a_call_can_be_cancelled_from_another_thread() -> None:
    budget = SolverBudget()
    told: list[BaseException] = []

    def run() -> None:
        with within(SolverBudget(600, budget)):
            try:
                maximise(*hard())
            except SolverStoppedError as stopped:
                told.append(stopped)

    thread = threading.Thread(target=run)
    thread.start()
    time.sleep(0.5)
    assert maximise(*EASY).optimal  # nobody waits for the slow one
    budget.cancel()
    thread.join(10)
    assert not thread.is_alive()
    assert len(told) == 1


def test_ctrl_c_works_at_once() -> None:
    code = f"""
import sys; sys.path[:] = {sys.path!r}
from tests.unit.solve.deals.test_highs import hard
from zopa.solve.deals.highs import maximise
print("go", flush=True)
maximise(*hard())
"""
    with subprocess.Popen(
        [sys.executable, "-c", code], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout
        assert process.stdout.readline() == "go\n"
        time.sleep(1.5)
        started = time.monotonic()
        os.kill(process.pid, signal.SIGINT)
        _, told = process.communicate(timeout=20)
        assert time.monotonic() - started < 3
    assert "KeyboardInterrupt" in told


def test_a_process_that_dies_or_has_no_memory_is_no_answer(monkeypatch: pytest.MonkeyPatch) -> None:
    """Undecided, and the next call has a process of its own."""
    monkeypatch.setattr(highs, "MEMORY_BYTES", 1_000_000)
    monkeypatch.setattr(highs, "_POOL", highs._Pool())
    assert maximise(*EASY) == Raw(None, 0.0, np.inf, optimal=False, infeasible=False)
    monkeypatch.setattr(highs, "MEMORY_BYTES", 4 * 2**30)
    process = highs._POOL.take()
    highs._POOL.give_back(process)
    process.process.kill()
    process.process.wait()
    assert maximise(*EASY).optimal
    highs._POOL.end()


def test_budgets_within_budgets() -> None:
    """The tighter one holds; outside there is no limit."""
    assert current_budget().left() == float("inf")
    with within(SolverBudget(50)) as outer, within(SolverBudget(500, outer)) as inner:
        assert current_budget() is inner
        assert inner.left() <= 50
        outer.cancel()
        assert inner.cancelled
        with pytest.raises(SolverStoppedError):
            inner.left()
    assert current_budget().left() == float("inf")
