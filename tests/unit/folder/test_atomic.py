"""Files are written whole or not at all, by one writer at a time, and nobody's change is lost."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest
from benchmarks.bench_writers import measure_kills, measure_sketch_kills, measure_writers

from zopa.folder import atomic
from zopa.folder.atomic import hash_file, write_atomic

LINUX = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="what Linux can")


def test_written_only_over_what_was_expected(tmp_path: Path) -> None:
    file = tmp_path / "a"
    assert write_atomic(file, b"one", "")
    assert not write_atomic(file, b"two", "")
    assert not write_atomic(file, b"two", "0" * 64)
    assert write_atomic(file, b"two", hash_file(file))
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"two")]


@LINUX
def test_permissions_stay_and_private_files_are_private(tmp_path: Path) -> None:
    file = tmp_path / "a"
    write_atomic(file, b"one", "", private=True)
    assert file.stat().st_mode & 0o777 == 0o600
    file.chmod(0o640)
    write_atomic(file, b"two", hash_file(file))
    assert file.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("there", [True, False])
def test_a_link_is_followed_only_where_that_is_meant(tmp_path: Path, there: bool) -> None:
    if there:
        (tmp_path / "real").write_bytes(b"mine")
    (tmp_path / "link").symlink_to(tmp_path / "real")
    with pytest.raises(OSError, match="link"):
        write_atomic(tmp_path / "link", b"theirs", hash_file(tmp_path / "link"))
    assert (tmp_path / "real").exists() is there
    assert write_atomic(tmp_path / "link", b"new", hash_file(tmp_path / "real"), follow=True)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_bytes() == b"new"


@pytest.mark.parametrize("unnamed", [True, False])
def test_what_goes_wrong_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, unnamed: bool) -> None:
    """With files that have no name until they are whole, and on systems that have none."""
    file = tmp_path / "a"
    if not unnamed:
        monkeypatch.setattr(atomic, "_open_unnamed", lambda *_: None)
    assert write_atomic(file, b"old", "")
    for name in ("fsync", "replace"):
        with monkeypatch.context() as patch:
            patch.setattr(os if name == "fsync" else Path, name, lambda *_: (_ for _ in ()).throw(KeyboardInterrupt))
            with pytest.raises(KeyboardInterrupt):
                write_atomic(file, b"new", hash_file(file))
        assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("a", b"old")]


def test_what_a_killed_writer_left_is_taken_away_and_nothing_else(tmp_path: Path) -> None:
    parts = [".zopa-0123456789abcdef.part", "mine.part", ".zopa-mine.part", ".a.part"]
    for name in parts:
        (tmp_path / name).write_bytes(b"x")
    write_atomic(tmp_path / "a", b"x", "")
    assert sorted(p.name for p in tmp_path.iterdir()) == sorted([*parts[1:], "a"])


def test_a_writer_waits_for_the_other_and_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The second one compares only after the first one has renamed; one that never ends is told."""
    file = tmp_path / "a"
    file.write_bytes(b"old")
    seen, compared, go_on = hash_file(file), threading.Event(), threading.Event()
    real = atomic._write_draft
    first = threading.current_thread()

    def slowly(*words: object) -> Path:
        if threading.current_thread() is not first:
            compared.set()
            go_on.wait(10)
        return real(*words)  # type: ignore[arg-type]

    monkeypatch.setattr(atomic, "_write_draft", slowly)
    done: list[bool] = []
    other = threading.Thread(target=lambda: done.append(write_atomic(file, b"theirs", seen)))
    other.start()
    assert compared.wait(10)
    with monkeypatch.context() as patch:
        patch.setattr(atomic, "WAIT_S", 0.05)
        with pytest.raises(OSError, match="another program"):
            write_atomic(file, b"mine", seen)
    go_on.set()
    assert not write_atomic(file, b"mine", seen)
    other.join()
    assert (done, file.read_bytes()) == ([True], b"theirs")


@LINUX
def test_the_folder_is_put_on_the_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """File and folder are synchronised, in this order."""
    told: list[bool] = []
    real = os.fsync
    monkeypatch.setattr(
        os, "fsync", lambda handle: (told.append(Path(f"/proc/self/fd/{handle}").is_dir()), real(handle))
    )
    write_atomic(tmp_path / "a", b"x", "")
    assert told == [False, True]


def test_two_programs_lose_nothing() -> None:
    found = measure_writers(25)
    assert found["accepted"] == 50
    assert (found["lost"], found["comments lost"], found["parts left"]) == (0, 0, 0)


@pytest.mark.slow
def test_a_thousand_rounds_lose_nothing() -> None:
    found = measure_writers(1_000)
    assert (found["accepted"], found["lost"], found["parts left"]) == (2_000, 0, 0)


@pytest.mark.slow
def test_kills_leave_nothing_half() -> None:
    """A writer and a sketch that are killed: the old case or the new one, and the command can be given again."""
    found = measure_kills(60)
    assert (found["half"], found["lost"], found["parts after the next write"]) == (0, 0, 0)
    assert measure_sketch_kills(6) == {"kills": 6, "half": 0, "not repeated": 0}
