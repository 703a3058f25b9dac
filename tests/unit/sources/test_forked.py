"""A worker that is a copy of its parent: as good as a new interpreter, and made only where that is safe."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="copies are made on Linux only")
HEAD = """
import sys
from zopa.sources import Limits, pool, worker
from zopa.sources.forked import ForkedProcess, forks_safely
made = []
class Noted(ForkedProcess):
    def __init__(self, work):
        made.append(1)
        super().__init__(work)
worker.ForkedProcess = Noted
few = Limits(seconds=1.0, memory_mb=200)
"""


def run(code: str, folder: Path, given: str = "") -> str:
    """What a program of one thread prints; it must say nothing on standard error."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    done = subprocess.run(
        [sys.executable, "-c", HEAD + code], cwd=folder, env=environment, input=given, capture_output=True, text=True,
        check=False, timeout=120,
    )  # fmt: skip
    assert done.stderr == ""
    return done.stdout


def test_a_copy_reads_as_a_new_interpreter_does(tmp_path: Path):
    """The same document, from a copy and from a new process."""
    (tmp_path / "a.md").write_text("# A pier\n\nThe harbour union met the port on Monday.\n", encoding="utf-8")
    told = run(
        "one = pool.read_document('a.md')\n"
        "pool.end_workers()\n"
        "worker.forks_safely = lambda: False\n"
        "print(len(made), one == pool.read_document('a.md'), one[0].title.value)\n",
        tmp_path,
    )
    assert told == "1 True A pier\n"


@pytest.mark.parametrize(
    ("call", "code"),
    [
        ("'time:sleep', 60", "too-slow"),
        ("'builtins:bytearray', 4 << 30", "too-much-memory"),
        ("'os:abort'", "reader-failed"),
        ("'os:_exit', 3", "reader-failed"),
    ],
)
def test_a_copy_is_under_limits(tmp_path: Path, call: str, code: str):
    """What breaks one is told, and the next call is answered by another copy."""
    told = run(
        f"found = pool.call_limited({call}, file='a.txt', limits=few)\n"
        "print(found[0], found[1][0].code, pool.call_limited('builtins:len', 'abc', file='b.txt'), len(made))\n",
        tmp_path,
    )
    assert told == f"None {code} (3, ()) 2\n"


@pytest.mark.parametrize(
    "before",
    [
        "import os; os.environ['OPENBLAS_NUM_THREADS'] = '1'; import numpy",
        "import threading, time; threading.Thread(target=time.sleep, args=(1,), daemon=True).start()",
        "import sys; sys.platform = 'darwin'",
    ],
)
def test_no_copy_where_something_else_runs(tmp_path: Path, before: str):
    """Threads hold locks, large libraries have threads of their own: a new interpreter is started."""
    assert run(f"{before}\nprint(forks_safely())\n", tmp_path) == "False\n"


def test_a_copy_holds_nothing_of_its_parent(tmp_path: Path):
    """A lock that the parent had, and gave up, is free although the copy lives; what the parent had not yet printed is printed once."""
    code = (
        "import fcntl, os\n"
        "sys.stdout.write('once ')\n"
        "held = open('lock', 'w')\n"
        "fcntl.flock(held, fcntl.LOCK_EX)\n"
        "pool.start_worker(pool.READ)\n"
        "held.close()\n"
        "fcntl.flock(open('lock', 'w'), fcntl.LOCK_EX | fcntl.LOCK_NB)\n"
        "pool.call_limited('builtins:print', 'from a library', file='a.txt')\n"
        "print('free', len(made))\n"
    )
    assert run(code, tmp_path) == "once free 1\n"


def test_a_copy_leaves_standard_input_alone(tmp_path: Path):
    """What stands on standard input is the parent's, although the copy was made before it was read."""
    told = run(
        "pool.start_worker(pool.READ)\npool.call_limited('builtins:input', file='x', limits=few)\n"
        "document, _ = pool.read_document('-')\nprint(document.text, len(made))\n",
        tmp_path,
        "The union met the port on Monday.\n",
    )
    assert "The union met the port" in told


def test_an_interrupt_ends_the_copy(tmp_path: Path):
    """Ctrl-C while a copy works ends the program at once, and the copy with it; so does the death of the program."""
    for number in (signal.SIGINT, signal.SIGKILL):
        environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
        code = (
            f"{HEAD}\npool.start_worker()\n"
            "print(pool.call_limited('os:getpid', file='a')[0], flush=True)\n"
            "pool.call_limited('time:sleep', 3, file='a.txt')\n"
        )
        running = subprocess.Popen(
            [sys.executable, "-c", code], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
        )
        assert running.stdout
        child = int(running.stdout.readline())
        began = time.monotonic()
        running.send_signal(number)
        running.wait(timeout=10)
        running.communicate()
        if number == signal.SIGINT:
            assert time.monotonic() - began < 2.5
        while Path(f"/proc/{child}").exists() and time.monotonic() - began < 10:
            time.sleep(0.05)
        assert not Path(f"/proc/{child}").exists()


def test_a_worker_does_beforehand_what_it_is_told_to(tmp_path: Path):
    """It loads what it will be asked for, and calls what ends in "()"; so many workers as are wanted wait."""
    told = run(
        "pool.start_worker('os:getcwd()', 'os.path:join', count=2)\npool.start_worker(count=2)\n"
        "print(len(made))\npool.end_workers()\npool.start_worker('os:abort()')\n"
        "print(pool.call_limited('os:getpid', file='a.txt')[1][0].code)\n",
        tmp_path,
    )
    assert told == "2\nreader-failed\n"
