"""Finding statements under limits: a document that takes too long costs itself alone."""

from __future__ import annotations

import threading
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from zopa.errors import Problem
from zopa.run import read_accounts, recording
from zopa.run.talks import open_talks, page
from zopa.sources import Document, Limits, read_document
from zopa.statements import read_record
from zopa.text import default_vocabulary

BODY = 'Outlet: {0} Post\n\nMira Colt of the harbour union said that the dock stays shut. "We wait," she told {0}.\n'
EXAMPLE = Path(__file__).parents[3] / "examples" / "camp-david-1978"


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that hangs in the second document that it is given."""
    real = recording.call_limited
    asked: list[str] = []

    def call(function: str, *arguments: Any, file: str, limits: Limits) -> Any:
        asked.append(file)
        if len(asked) == 2:
            return real("time:sleep", 60, file=file, limits=Limits(0.3))
        return real(function, *arguments, file=file, limits=limits)

    monkeypatch.setattr(recording, "call_limited", call)


def document(folder: Path, name: str) -> Document:
    (folder / name).write_text(BODY.format(name), encoding="utf-8")
    found, _ = read_document(folder / name)
    assert found
    return found


def test_a_record_from_a_worker_is_the_same(tmp_path: Path):
    """With the shipped vocabulary and with one that travels."""
    one, words = document(tmp_path, "a.txt"), default_vocabulary()
    assert recording.record_document(one) == (read_record(one, words), ())
    assert recording.record_document(one, words) == (read_record(one, words), ())


def test_a_text_that_hangs_costs_itself(tmp_path: Path, slow: None):
    """It is told with its file and a cure; the others are read."""
    for name in ("a.txt", "b.txt", "c.txt"):
        document(tmp_path, name)
    accounts = read_accounts([tmp_path])
    assert [bool(record.statements) for record in accounts.records] == [True, False, True]
    found = [p for p in accounts.problems if p.code == "too-slow"]
    assert [(p.severity, p.file) for p in found] == [("error", str(tmp_path / "b.txt"))]
    assert found[0].cure


def test_a_text_of_a_case_that_hangs_is_told(slow: None):
    """Statements of a case are found when they are first asked for; what goes wrong then stands on the page."""
    talks = open_talks(EXAMPLE)
    names = [document.id for document in talks.documents][:3]
    assert [bool(talks.records[name].statements) for name in names] == [True, False, True]
    assert [p.code for p in talks.late] == ["too-slow"]
    assert any("too-slow" in line for line in page(talks, "x", []).problems)


def test_who_speaks_is_looked_up_only_where_asked():
    """Whether a red line was stated needs the documents of red lines, not all of them."""
    talks = open_talks(EXAMPLE)
    assert len(talks.tellers) > 0
    assert not talks.records.known
    _ = talks.stated
    assert len(talks.records.known) < len(talks.documents)


def test_the_words_of_a_case_are_unpacked_once(monkeypatch: pytest.MonkeyPatch):
    """They travel with every text, and what the reader finds in them is found for the first."""
    used: list[Any] = []
    monkeypatch.setattr("zopa.statements.read_record", lambda document, words: used.append(words))
    words = replace(default_vocabulary(), given_names=frozenset({("Mira", "f")}))
    one = Document("a", "a.txt", BODY, "", "text")
    for _ in range(2):
        recording.read_here(one, recording._packed(words))
    assert used == [words, words]
    assert used[0] is used[1]


def test_many_texts_of_a_case_are_read_by_two(monkeypatch: pytest.MonkeyPatch):
    """Each is read once and has the record that it has alone, in the order of the documents; so is what went wrong."""
    talks = open_talks(EXAMPLE)
    alone = {document.id: recording.record_document(document, talks.vocabulary)[0] for document in talks.documents}
    real, threads = recording.record_document, set[str]()

    def note(document: Document, words: Any) -> Any:
        threads.add(threading.current_thread().name)
        record, _ = real(document, words)
        return record, (Problem("warning", document.id, None, "too-slow", "", ""),)

    monkeypatch.setattr(recording, "record_document", note)
    monkeypatch.setattr("zopa.run.talks._MANY", 2)
    monkeypatch.setattr("zopa.run.talks.MANY_JOBS", 2)
    assert {d.id: r for d, r in zip(talks.documents, talks.accounts.records, strict=True)} == alone
    assert [problem.file for problem in talks.late] == [document.id for document in talks.documents]
    assert all(name.startswith("zopa-read") for name in threads)
