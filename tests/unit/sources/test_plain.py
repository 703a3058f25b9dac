"""Plain files are read; whatever else stands under a name is told at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from zopa.sources.plain import read_plain


def test_a_file_and_a_link_to_it_are_read(tmp_path: Path):
    """All of their bytes; an empty file has none."""
    (tmp_path / "a").write_bytes(b"The toll is low.\r\n")
    (tmp_path / "b").symlink_to("a")
    (tmp_path / "c").touch()
    assert [read_plain(tmp_path / name) for name in "abc"] == [b"The toll is low.\r\n"] * 2 + [b""]


def test_what_is_no_file_is_refused_at_once(tmp_path: Path):
    """A pipe that nobody writes to, a device, a folder, nothing."""
    os.mkfifo(tmp_path / "pipe")
    for place, told in (
        (tmp_path / "pipe", "a pipe"),
        (Path("/dev/zero"), "a device"),
        (tmp_path, "a folder"),
        (tmp_path / "none", "No such"),
    ):
        with pytest.raises(OSError, match=told):
            read_plain(place)
    with pytest.raises(ValueError, match="null"):
        read_plain("a\0b")
