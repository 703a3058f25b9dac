from __future__ import annotations

from pathlib import Path

import pytest

from zopa.sources import read_documents

from .test_read import BODY


def write(folder: Path, *names: str) -> None:
    for name in names:
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"{name}\n\n{BODY}\n", encoding="utf-8")


def test_folder(tmp_path: Path):
    """A folder stands for its readable files, recursive and sorted, without hidden ones; others are named."""
    write(tmp_path, "b.txt", "a/z.md", "a/.hidden/x.txt", ".secret.txt", "c.html", "picture.png")
    documents, problems = read_documents([tmp_path])
    assert [Path(one.path).relative_to(tmp_path).as_posix() for one in documents] == ["a/z.md", "b.txt", "c.html"]
    assert [(one.severity, one.code) for one in problems] == [("note", "skipped-files")]
    assert "picture.png" in problems[0].message


def test_ids_are_unique(tmp_path: Path):
    """Files of one name in several folders get suffixes, in order."""
    write(tmp_path, "a/report.txt", "b/report.txt", "c/Report.md")
    documents, _ = read_documents([tmp_path])
    assert [one.id for one in documents] == ["report", "report-2", "report-3"]


def test_one_bad_file_stops_no_other(tmp_path: Path):
    """Errors are told and the rest is read."""
    write(tmp_path, "a.txt", "c.txt")
    (tmp_path / "b.txt").write_bytes(b"")
    documents, problems = read_documents([tmp_path, tmp_path / "none.txt"])
    assert [one.id for one in documents] == ["a", "c"]
    assert [one.code for one in problems] == ["empty-file", "missing-file"]


def test_same_file_twice(tmp_path: Path):
    """A file that is named again, by a link or with its folder, is read once with a note."""
    write(tmp_path, "a.txt")
    (tmp_path / "link.txt").symlink_to(tmp_path / "a.txt")
    documents, problems = read_documents([tmp_path / "a.txt", tmp_path])
    assert len(documents) == 1
    assert [one.code for one in problems] == ["same-file-twice", "same-file-twice"]


def test_folders_without_documents(tmp_path: Path):
    """An empty folder is an error with a cure; no paths are no documents."""
    assert [one.code for one in read_documents([tmp_path])[1]] == ["empty-folder"]
    assert read_documents([]) == ((), ())


def test_link_in_a_circle(tmp_path: Path):
    """A link back to its own folder is skipped with a note."""
    write(tmp_path, "a/x.txt")
    (tmp_path / "a" / "back").symlink_to(tmp_path)
    documents, problems = read_documents([tmp_path])
    assert [one.id for one in documents] == ["x"]
    assert [one.code for one in problems] == ["link-loop"]


def test_folder_that_may_not_be_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """The system's refusal to list a folder is a problem of that folder."""
    write(tmp_path, "a.txt", "shut/b.txt")
    listing = Path.iterdir

    def refuse(self: Path):
        if self.name == "shut":
            raise PermissionError(13, "Permission denied")
        return listing(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    documents, problems = read_documents([tmp_path])
    assert [one.id for one in documents] == ["a"]
    assert [one.code for one in problems] == ["unreadable-file"]


def test_progress(tmp_path: Path):
    """Progress is told after each file, read or not."""
    write(tmp_path, "a.txt", "b.txt")
    seen: list[tuple[int, int]] = []
    read_documents([tmp_path, "none"], progress=lambda done, total: seen.append((done, total)))
    assert seen == [(1, 3), (2, 3), (3, 3)]


def test_several_processes_read_the_same(tmp_path: Path):
    """The documents and their order do not depend on the number of processes."""
    write(tmp_path, *(f"{number:02}.txt" for number in range(20)))
    (tmp_path / "07.txt").write_bytes(b"\x89PNG")
    assert read_documents([tmp_path], jobs=3) == read_documents([tmp_path])


def test_interrupt_stops_the_processes(tmp_path: Path):
    """An interrupt comes through, and no process is left to wait for."""
    write(tmp_path, *(f"{number:02}.txt" for number in range(40)))

    def interrupt(done: int, total: int) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        read_documents([tmp_path], jobs=2, progress=interrupt)
