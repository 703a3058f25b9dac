"""Zips of a folder: the same bytes for the same content, no links, and no file of another kind is overwritten."""

from __future__ import annotations

import io
import os
import zipfile
from typing import TYPE_CHECKING

import pytest

from zopa.errors import InputError
from zopa.folder.archive import archive_kind, build_zip, check_target, list_files, plain_file, read_members, write_zip

if TYPE_CHECKING:
    from pathlib import Path


def test_the_same_members_give_the_same_bytes() -> None:
    """Whatever their order and the day."""
    one = build_zip({"b.txt": b"2", "a/é.txt": b"1"}, "share")
    assert one == build_zip({"a/é.txt": b"1", "b.txt": b"2"}, "share")
    with zipfile.ZipFile(io.BytesIO(one)) as archive:
        assert archive.namelist() == ["a/é.txt", "b.txt"]
        assert archive.testzip() is None


def test_only_plain_files_inside_the_folder(tmp_path: Path) -> None:
    """Links, what lies outside, folders and what does not exist are no files to pack."""
    home = tmp_path / "home"
    (home / "in").mkdir(parents=True)
    (home / "in" / "a.txt").write_text("a")
    (tmp_path / "out.txt").write_text("secret")
    (home / "link.txt").symlink_to(tmp_path / "out.txt")
    (home / "inner.txt").symlink_to(home / "in" / "a.txt")
    (home / "folder").symlink_to(tmp_path, target_is_directory=True)
    assert plain_file(home, "in/a.txt") == "in/a.txt"
    assert plain_file(home, "in/../in/./a.txt") == "in/a.txt"
    assert plain_file(home, str(home / "in" / "a.txt")) == "in/a.txt"
    for wrong in (
        "link.txt",
        "inner.txt",
        "folder/out.txt",
        "../out.txt",
        "in",
        "none.txt",
        "",
        "a\0b",
        str(tmp_path / "out.txt"),
    ):
        assert plain_file(home, wrong) is None, wrong


def test_a_folder_lists_no_hidden_files_caches_links_and_own_zips(tmp_path: Path) -> None:
    """What the user sees in it is listed; what zopa packed before is not packed again."""
    for name in ("case.yaml", "sources/a.md", ".zopa/index", "sources/.part", "__pycache__/x.pyc"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("x")
    (tmp_path / "link").symlink_to(tmp_path / "case.yaml")
    (tmp_path / "old.zip").write_bytes(build_zip({"a": b""}, "pack"))
    with zipfile.ZipFile(tmp_path / "theirs.zip", "w") as archive:
        archive.writestr("a", "b")
    os.mkfifo(tmp_path / "pipe")
    assert list(list_files(tmp_path)) == ["case.yaml", "sources/a.md", "theirs.zip"]


def test_a_file_that_cannot_be_opened_is_told(tmp_path: Path) -> None:
    """By its path, with what to do."""
    (tmp_path / "a").write_bytes(b"1")
    assert read_members(tmp_path, ["a"]) == {"a": b"1"}
    with pytest.raises(InputError) as told:
        read_members(tmp_path, ["a", "gone"])
    assert told.value.problems[0].code == "pack-unreadable"


def test_only_a_zip_of_the_same_kind_is_replaced(tmp_path: Path) -> None:
    """Anything else stays, and the problem says what to do."""
    target = tmp_path / "talks.zip"
    write_zip(target, build_zip({"a": b"1"}, "share"), "share", check_target(target, "share"))
    write_zip(target, build_zip({"a": b"2"}, "share"), "share", check_target(target, "share"))
    assert archive_kind(target) == "share"
    others = {"text.zip": b"mine", "pack.zip": build_zip({}, "pack"), "empty.zip": b""}
    for name, data in others.items():
        (tmp_path / name).write_bytes(data)
        with pytest.raises(InputError) as told:
            check_target(tmp_path / name, "share")
        assert told.value.problems[0].code == "would-overwrite"
        assert "-o" in told.value.problems[0].cure
        assert (tmp_path / name).read_bytes() == data
    (tmp_path / "broken").symlink_to(tmp_path / "nowhere")
    for wrong in (tmp_path, tmp_path / "broken"):
        with pytest.raises(InputError):
            check_target(wrong, "share")
    with pytest.raises(InputError) as told:
        check_target(tmp_path / "none" / "a.zip", "share")
    assert told.value.problems[0].code == "no-such-folder"


def test_a_file_that_changed_meanwhile_is_left(tmp_path: Path) -> None:
    """Somebody else's work of the last minute is not lost, and no half file is left."""
    target = tmp_path / "talks.zip"
    expected = check_target(target, "share")
    target.write_bytes(b"meanwhile")
    with pytest.raises(InputError) as told:
        write_zip(target, b"zip", "share", expected)
    assert told.value.problems[0].code == "would-overwrite"
    assert [p.name for p in tmp_path.iterdir()] == ["talks.zip"]
    assert target.read_bytes() == b"meanwhile"
