"""The chain: documents in, statements, comparison and brief out; what is left out is told."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest
from views.texts import COURIER, HERALD

import zopa
from zopa import run
from zopa.errors import InputError

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.run import Accounts


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two accounts of 13 March, one of 15 March, one without a date."""
    for name, text in {
        "a.txt": COURIER,
        "b.txt": HERALD,
        "late.txt": HERALD.replace("2024-03-13", "2024-03-15"),
        "undated.txt": "Ethiopia rejected the limit, officials said.",
    }.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


def ids(accounts: Accounts) -> list[str]:
    return [document.id for document in accounts.documents]


def codes(problems: tuple[zopa.Problem, ...]) -> list[tuple[str, str]]:
    return [(problem.code, problem.severity) for problem in problems]


def test_documents_and_records_stand_in_one_order(folder: Path) -> None:
    """Each record is that of the document at its place; nothing is wrong with good input."""
    accounts = run.read_accounts([folder])
    assert ids(accounts) == ["a", "b", "late", "undated"]
    assert [record.source for record in accounts.records] == ids(accounts)
    assert accounts.problems == ()
    assert all(record.statements for record in accounts.records)


def test_as_of_leaves_out_what_was_published_later(folder: Path) -> None:
    """Later documents go, with a note; those of the day stay; undated ones stay, with a warning."""
    accounts = run.read_accounts([folder], as_of=date(2024, 3, 13))
    assert ids(accounts) == ["a", "b", "undated"]
    assert codes(accounts.problems) == [("later-than-as-of", "note"), ("undated-as-of", "warning")]
    assert [problem.file for problem in accounts.problems] == [str(folder / "late.txt"), str(folder / "undated.txt")]
    assert ids(run.read_accounts([folder], as_of=date(2024, 3, 15))) == ["a", "b", "late", "undated"]


def test_as_of_before_everything_is_an_error_that_says_why(folder: Path) -> None:
    """Where nothing is left, every document left out is named, and that none is left."""
    with pytest.raises(InputError) as caught:
        run.read_accounts([folder / "a.txt", folder / "late.txt"], as_of=date(2020, 1, 1))
    assert [code for code, _ in codes(caught.value.problems)] == [
        "later-than-as-of",
        "later-than-as-of",
        "no-documents",
    ]


def test_nothing_readable_is_an_error_with_every_problem(tmp_path: Path) -> None:
    """All problems at once, not only the first."""
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    with pytest.raises(InputError) as caught:
        run.read_accounts([tmp_path / "empty.txt", tmp_path / "missing.txt"])
    assert codes(caught.value.problems) == [("empty-file", "error"), ("missing-file", "error")]


def test_no_paths_at_all() -> None:
    """An empty list gives no silent nothing."""
    with pytest.raises(InputError) as caught:
        run.read_accounts([])
    assert codes(caught.value.problems) == [("no-documents", "error")]


def test_a_document_without_statements_is_told(tmp_path: Path) -> None:
    """A warning, and the others go on."""
    (tmp_path / "list.txt").write_text("1, 2, 3", encoding="utf-8")
    (tmp_path / "a.txt").write_text(COURIER, encoding="utf-8")
    accounts = run.read_accounts([tmp_path])
    assert codes(accounts.problems) == [("no-statements", "warning")]
    assert len(accounts.documents) == 2


def test_compare_needs_two_documents(folder: Path, tmp_path: Path) -> None:
    """One document is an error that also tells what became of the other."""
    with pytest.raises(InputError) as caught:
        run.compare(run.read_accounts([folder / "a.txt", tmp_path / "missing.txt"]))
    assert [code for code, _ in codes(caught.value.problems)] == ["missing-file", "one-document"]
    assert caught.value.problems[-1].file == str(folder / "a.txt")


def test_brief_of_one_document_has_no_findings(folder: Path) -> None:
    """A brief needs no second document."""
    brief = run.brief(run.read_accounts([folder / "a.txt"]))
    assert not [f for f in brief.findings if f.relation != "single-source"]
    assert brief.speakers


def test_brief_takes_a_title_and_says_how_it_was_made(folder: Path) -> None:
    """The title given, or one from the texts; version and hashes of the documents."""
    accounts = run.read_accounts([folder / "a.txt", folder / "b.txt"])
    assert run.brief(accounts, title="The dam").first_page.title == "The dam"
    brief = run.brief(accounts)
    assert brief.first_page.title not in {"", "The dam"}
    made = dict(brief.made)
    assert zopa.__version__ in " ".join(made.values())
    assert all(document.sha256[:12] in made["documents"] for document in accounts.documents)


def test_errors_stand_in_the_brief(folder: Path, tmp_path: Path) -> None:
    """What could not be read is on the page, one line each."""
    brief = run.brief(run.read_accounts([folder / "a.txt", tmp_path / "missing.txt"]))
    (line,) = brief.problems
    assert "missing-file" in line
    assert "\n" not in line


def test_two_processes_give_what_one_gives(folder: Path) -> None:
    """The number of processes changes nothing that is found."""
    assert run.read_accounts([folder], jobs=2) == run.read_accounts([folder], jobs=1)


@pytest.mark.parametrize("jobs", [1, 2])
def test_progress_counts_every_document_of_each_stage(folder: Path, jobs: int) -> None:
    """Reading, then finding statements, each up to its total."""
    told: list[tuple[str, int, int]] = []
    run.read_accounts([folder], jobs=jobs, progress=lambda *row: told.append(row))
    stages = list(dict.fromkeys(what for what, _, _ in told))
    assert stages == ["reading", "finding statements"]
    for stage in stages:
        assert [(done, total) for what, done, total in told if what == stage] == [(n, 4) for n in range(1, 5)]


def test_the_package_gives_the_same_functions() -> None:
    """`zopa.compare` and its like are those of `run`; an unknown name is told."""
    assert zopa.read_accounts is run.read_accounts
    assert zopa.compare is run.compare
    assert zopa.brief is run.brief
    assert {name for name in zopa.__all__ if not hasattr(zopa, name)} == set()
    with pytest.raises(AttributeError, match="solve_everything"):
        zopa.solve_everything  # noqa: B018 - the look-up is what is tested
