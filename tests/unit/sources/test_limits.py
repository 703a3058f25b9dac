"""Reading under limits: what takes too long or too much, crashes, or is no file, costs itself alone."""

from __future__ import annotations

import contextlib
import os
import signal
import socket
import subprocess
import sys
import threading
import time
from dataclasses import replace
from pathlib import Path

import pytest

from zopa.sources import Limits, pool, read_document, read_documents, worker

from .test_read import BODY

PROGRAM = """
import os, signal, time
import zopa.sources.read as reading
real = reading.read_document
real("warm.txt", data=b"Some words to load what every text needs. " * 9)
def read_document(path, **options):
    name = str(path)
    if "slow" in name: time.sleep(60)
    if "bad" in name: os.kill(os.getpid(), signal.SIGKILL)
    if "large" in name: held = bytearray(4 << 30)
    if "grows" in name:
        held = []
        while True: held.append(bytearray(b"x" * (8 << 20)))
    return real(path, **options)
reading.read_document = read_document
from zopa.sources.worker import serve
serve()
"""


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch):
    """Workers that fail by the name of the file, with limits that a test can wait for."""
    pool.end_workers()
    monkeypatch.setattr(worker, "_PROGRAM", PROGRAM)
    monkeypatch.setattr(worker, "forks_safely", lambda: False)
    yield Limits(seconds=1.5, memory_mb=300)
    pool.end_workers()


def write(folder: Path, *names: str) -> list[Path]:
    for name in names:
        (folder / name).write_text(f"{name}\n\n{BODY}\n", encoding="utf-8")
    return [folder / name for name in names]


@pytest.mark.parametrize("jobs", [1, 3])
@pytest.mark.parametrize(
    ("name", "code"),
    [("slow.txt", "too-slow"), ("large.txt", "too-much-memory"), ("grows.txt", "too-much-memory"), ("bad.txt", "reader-failed")],
)  # fmt: skip
def test_a_breach_costs_one_file(tmp_path: Path, faulty: Limits, name: str, code: str, jobs: int):
    """The breach is a problem with its place and a cure; the documents before and after it are read."""
    files = write(tmp_path, "a.txt", name, "c.txt", "d.txt")
    limits = replace(faulty, seconds=30.0) if code == "too-much-memory" else faulty  # to fill memory takes a while
    documents, problems = read_documents(files, jobs=jobs, limits=limits)
    assert [document.id for document in documents] == ["a", "c", "d"]
    assert [(one.severity, one.code, one.file) for one in problems] == [("error", code, str(files[1]))]
    assert problems[0].cure


def test_a_limit_is_told_with_its_option(tmp_path: Path, faulty: Limits):
    """The user reads which limit it was, and what sets it."""
    _, problems = read_document(write(tmp_path, "slow.txt")[0], limits=faulty)
    assert "within 1.5 s" in problems[0].message
    assert "--max-seconds" in problems[0].cure


def test_limits_above_nothing():
    """A limit of nothing is a mistake of the caller."""
    with pytest.raises(ValueError, match="above 0"):
        Limits(seconds=0)


def test_one_worker_reads_one_document_after_another(tmp_path: Path):
    """The process is kept: starting one takes longer than reading a short text."""
    pool.end_workers()
    started: list[int] = []
    start = worker.Worker.__init__

    def count(self: worker.Worker, functions: tuple[str, ...]) -> None:
        started.append(1)
        start(self, functions)

    worker.Worker.__init__ = count  # pyright: ignore[reportAttributeAccessIssue]
    try:
        documents, _ = read_documents(write(tmp_path, *(f"{n}.txt" for n in range(5))))
    finally:
        worker.Worker.__init__ = start
    assert len(documents) == 5
    assert len(started) == 1


def test_relative_paths_count_from_where_the_caller_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """A worker that was started elsewhere reads what the caller means."""
    write(tmp_path, "first.txt")
    (tmp_path / "in").mkdir()
    write(tmp_path / "in", "second.txt")
    monkeypatch.chdir(tmp_path)
    assert read_document("first.txt")[0] is not None
    monkeypatch.chdir(tmp_path / "in")
    document, _ = read_document("second.txt")
    assert document is not None
    assert document.path == "second.txt"


def test_no_process_to_be_had(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Where none can be started, everything is read in this one."""
    pool.end_workers()

    def refuse(self: worker.Worker, functions: tuple[str, ...]) -> None:
        raise OSError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(worker.Worker, "__init__", refuse)
    documents, problems = read_documents(write(tmp_path, "a.txt", "b.txt"), jobs=2)
    assert [one.id for one in documents] == ["a", "b"]
    assert problems == ()


def test_threads_read_side_by_side(tmp_path: Path):
    """Two screens that read at once get each its own document."""
    files = write(tmp_path, *(f"{n}.txt" for n in range(8)))
    found: dict[str, str] = {}

    def read(file: Path) -> None:
        document, _ = read_document(file)
        assert document is not None
        found[file.stem] = document.id

    threads = [threading.Thread(target=read, args=(file,)) for file in files]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {file.stem: file.stem for file in files}


def test_an_interrupt_works_at_once(tmp_path: Path):
    """Ctrl-C while a document hangs ends the program and the process that reads."""
    write(tmp_path, "slow.txt")
    code = (
        "import zopa.sources.worker as worker\n"
        f"worker._PROGRAM = {PROGRAM!r}\n"
        "worker.forks_safely = lambda: False\n"
        "from zopa.sources import read_documents\n"
        "print('ready', flush=True)\n"
        "read_documents(['slow.txt'])\n"
    )
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    running = subprocess.Popen(
        [sys.executable, "-c", code], cwd=tmp_path, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    )
    with running:
        assert running.stdout is not None
        running.stdout.readline()
        time.sleep(1.0)  # until it waits for the worker
        running.send_signal(signal.SIGINT)
        begun = time.monotonic()
        _, told = running.communicate(timeout=20)
    assert time.monotonic() - begun < 5
    assert b"KeyboardInterrupt" in told


def test_a_pipe_is_refused(tmp_path: Path):
    """A FIFO without a writer would never open; it is told, and the others are read."""
    os.mkfifo(tmp_path / "pipe.txt")
    write(tmp_path, "a.txt")
    documents, problems = read_documents([tmp_path])
    assert [one.id for one in documents] == ["a"]
    assert [one.code for one in problems] == ["unreadable-file"]
    assert "pipe" in problems[0].message


def test_a_device_and_a_socket_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """Neither is a document, whatever its name; a link to one is none either."""
    (tmp_path / "endless.txt").symlink_to("/dev/zero")
    monkeypatch.chdir(tmp_path)  # names of sockets are short
    with socket.socket(socket.AF_UNIX) as listening:
        listening.bind("s.txt")
        for name in ("/dev/zero", tmp_path / "endless.txt", tmp_path / "s.txt"):
            document, problems = read_document(name)
            assert document is None
            assert problems[0].code == "unreadable-file"


def test_a_link_to_itself(tmp_path: Path):
    """It is told as what it is, named alone and in its folder."""
    (tmp_path / "loop.txt").symlink_to(tmp_path / "loop.txt")
    for given in (tmp_path / "loop.txt", tmp_path):
        documents, problems = read_documents([given])
        assert documents == ()
        assert problems[0].code in {"unreadable-file", "missing-file"}


def test_links_that_leave_the_folder(tmp_path: Path):
    """A folder stands for what is in it: a link out of it is told and not followed; a link within it is."""
    inside, outside = tmp_path / "in", tmp_path / "out"
    inside.mkdir()
    outside.mkdir()
    write(inside, "a.txt")
    write(outside, "secret.txt", "more.txt")
    (inside / "secret.txt").symlink_to(outside / "secret.txt")
    (inside / "folder").symlink_to(outside)
    documents, problems = read_documents([inside])
    assert [one.id for one in documents] == ["a"]
    assert [one.code for one in problems] == ["link-outside", "link-outside"]


def test_a_stream_of_this_process():
    """What a shell hands over as ``<(command)`` is read here, since no other process has it."""
    reading, writing = os.pipe()
    os.write(writing, BODY.encode())
    os.close(writing)
    try:
        document, _ = read_document(f"/dev/fd/{reading}")
    finally:
        os.close(reading)
    assert document is not None
    assert document.text == BODY


@pytest.mark.parametrize("name", ["a\0b.txt", "x" * 240 + ".txt", "x" * 300 + ".txt", "\udce4.txt", "\uffff.txt"])
def test_odd_names(tmp_path: Path, name: str):
    """A name that no file has, or that is long or odd, gives a document or one clear line."""
    path = os.fspath(tmp_path / name)
    with contextlib.suppress(OSError, ValueError):
        Path(path).write_text(BODY)
    document, problems = read_document(path)
    assert (document is None) == any(one.severity == "error" for one in problems)
    for one in problems:
        str(one).encode("utf-8")
