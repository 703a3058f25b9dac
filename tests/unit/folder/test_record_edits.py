"""Entries about parties, people and issues are taken out of record.yaml; what else stands there stays, and nobody's change is lost."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from zopa.errors import InputError
from zopa.folder import read_record_file
from zopa.folder.documents_folder import open_documents
from zopa.folder.record_edits import drop_talks_entry, record_bytes, restore_record_file

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.folder import RecordFile

TEXT = """\
analyst: desk-1   # who writes
corrections:
  # the first
  - {what: party, do: reject, name: Peru, on: 2031-03-15}   # no side
  - {what: statement, do: reject, source: hill, exact: yes we can}   # ours
  # the last
  - what: issue
    do: rename
    name: toll
    to: Toll
"""


@pytest.fixture
def file(tmp_path: Path) -> RecordFile:
    (tmp_path / "record.yaml").write_text(TEXT, encoding="utf-8")
    return read_record_file(tmp_path / "record.yaml")[0]


def test_one_entry_goes_and_the_rest_stays(file: RecordFile, tmp_path: Path) -> None:
    """Byte for byte; each can be the one."""
    after = drop_talks_entry(file, file.talks[0])
    assert [entry["name"] for entry in after.talks] == ["toll"]
    text = (tmp_path / "record.yaml").read_text(encoding="utf-8")
    assert text == TEXT.replace("  - {what: party, do: reject, name: Peru, on: 2031-03-15}   # no side\n", "")
    last = drop_talks_entry(after, after.talks[0])
    assert last.talks == ()
    assert last.corrections == file.corrections
    assert (tmp_path / "record.yaml").read_text(encoding="utf-8") == text[: text.index("  - what: issue")]


def test_line_ends_of_another_system_stay(tmp_path: Path) -> None:
    (tmp_path / "record.yaml").write_bytes(TEXT.replace("\n", "\r\n").encode())
    file = read_record_file(tmp_path / "record.yaml")[0]
    drop_talks_entry(file, file.talks[1])
    data = (tmp_path / "record.yaml").read_bytes()
    assert data.count(b"\n") == data.count(b"\r\n") > 4


def test_a_file_changed_meanwhile_is_left_alone(file: RecordFile, tmp_path: Path) -> None:
    theirs = TEXT + "# theirs\n"
    (tmp_path / "record.yaml").write_text(theirs, encoding="utf-8")
    with pytest.raises(InputError, match="record-changed"):
        drop_talks_entry(file, file.talks[0])
    assert not restore_record_file(tmp_path / "record.yaml", b"", file.sha256)
    assert not restore_record_file(tmp_path / "record.yaml", b"x", file.sha256)
    assert (tmp_path / "record.yaml").read_text(encoding="utf-8") == theirs


def test_an_entry_that_is_not_there_is_told(file: RecordFile) -> None:
    with pytest.raises(InputError, match="record-changed"):
        drop_talks_entry(file, {**file.talks[0], "line": "99"})


@pytest.mark.parametrize(
    "text",
    [
        "analyst: d\ncorrections: [{what: party, do: reject, name: Peru}, {what: party, do: reject, name: Norway}]\n",
        "analyst: d\ncorrections:\n- {what: party, do: reject, name: &p Peru}\n- {what: party, do: rename, name: *p , to: x}\n",
        "analyst: d\ncorrections:\n  -\n    what: party\n\n    do: reject\n    name: Peru\n  - {what: party, do: reject, name: Norway}\n",
    ],
)
def test_an_entry_that_has_no_lines_of_its_own_is_left_to_a_person(tmp_path: Path, text: str) -> None:
    """Without it the file would say something else, or nothing."""
    (tmp_path / "record.yaml").write_text(text, encoding="utf-8")
    file = read_record_file(tmp_path / "record.yaml")[0]
    assert file.talks
    with pytest.raises(InputError, match="record-shape"):
        drop_talks_entry(file, file.talks[0])
    assert (tmp_path / "record.yaml").read_text(encoding="utf-8") == text


def test_a_full_disk_is_told(file: RecordFile, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> None:
        raise OSError(28, os.strerror(28))

    monkeypatch.setattr("zopa.folder.atomic._write_draft", full)
    with pytest.raises(InputError, match="record-unreadable"):
        drop_talks_entry(file, file.talks[0])
    assert (tmp_path / "record.yaml").read_bytes() == record_bytes(file)


def test_a_file_that_was_not_there_goes_again(file: RecordFile, tmp_path: Path) -> None:
    assert restore_record_file(tmp_path / "record.yaml", b"", file.sha256)
    assert not (tmp_path / "record.yaml").exists()
    assert record_bytes(read_record_file(tmp_path / "record.yaml", missing_ok=True)[0]) == b""


def test_a_document_that_cannot_be_read_stops_no_other(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"no pdf")
    (tmp_path / "b.txt").write_text("Mayor Olin said that the toll must fall.\n", encoding="utf-8")
    folder = open_documents(tmp_path)
    assert [document.id for document in folder.documents] == ["b"]
    assert any(problem.file.endswith("a.pdf") for problem in folder.problems)
    assert (folder.sha256, list(folder.loaded.case.sources)) == ("", ["b"])
