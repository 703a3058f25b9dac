"""The whole chain in one short function each: what a newcomer reads first.

documents -> statements -> accounts -> views -> brief. The command line and the workbench only call these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa import __version__
from zopa.accounts import Comparison, compare_accounts
from zopa.errors import InputError, Problem
from zopa.record import Record, Vocabulary, default_vocabulary, read_record
from zopa.sources import Document, read_documents
from zopa.views import Brief, Material, build_brief

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

Progress = Callable[[str, int, int], None]

PROBLEM_CODES = {
    "no-documents": "nothing that was given could be read as a document",
    "no-statements": "a document was read, but it holds no statement",
    "one-document": "a comparison was asked for with fewer than two documents",
    "later-than-as-of": "a document was left out because it was published after the date asked for",
    "undated-as-of": "a document without a date was kept although a date was asked for",
}


@dataclass(frozen=True, slots=True)
class Accounts:
    """Documents with what was read in them, in one order, and everything that was wrong with the input."""

    documents: tuple[Document, ...]
    records: tuple[Record, ...]
    vocabulary: Vocabulary
    problems: tuple[Problem, ...]


def read_accounts(
    paths: Sequence[str | Path], *, as_of: date | None = None, jobs: int = 1, progress: Progress | None = None
) -> Accounts:
    """Documents and their statements.

    Args:
        paths: files and folders; "-" is standard input.
        as_of: documents published later are left out.
        jobs: processes to read with.
        progress: called with (what, done, total).

    Raises:
        InputError: not one document could be read; it holds every problem.
    """
    documents, problems = read_sources(paths, as_of=as_of, jobs=jobs, progress=progress)
    vocabulary = default_vocabulary()
    records = tuple(_read_records(documents, vocabulary, jobs, progress))
    return Accounts(documents, records, vocabulary, (*problems, *_silent(documents, records)))


def read_sources(
    paths: Sequence[str | Path], *, as_of: date | None = None, jobs: int = 1, progress: Progress | None = None
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Documents as read, and every problem; InputError where nothing could be read."""
    documents, problems = read_documents(paths, jobs=jobs, progress=_told(progress, "reading"))
    kept, left_out = _until(documents, as_of)
    if not kept and any(problem.severity == "error" for problem in problems):
        raise InputError((*problems, *left_out))
    if not kept:
        gap = Problem(
            "error", "", None, "no-documents", "Expected at least one readable document, found none.",
            "Give .txt, .md, .html, .pdf or .docx files, or a folder that holds some.",
        )  # fmt: skip
        raise InputError((*problems, *left_out, gap))
    return kept, (*problems, *left_out)


def compare(accounts: Accounts) -> Comparison:
    """What the accounts agree on, dispute, and what only one of them says.

    Raises:
        InputError: fewer than two documents.
    """
    if len(accounts.documents) < 2:
        message = f"Expected two documents or more to compare, got {len(accounts.documents)}."
        cure = "Name another account of the same talks; `zopa statements` reads a single one."
        path = "".join(document.path for document in accounts.documents)
        raise InputError(
            (
                *accounts.problems,
                Problem("error", path, None, "one-document", message, cure),
            )
        )
    return compare_accounts(accounts.documents, accounts.records)


def brief(accounts: Accounts, *, title: str | None = None) -> Brief:
    """The brief of a set of documents, as data; a single document gives a page without a comparison."""
    comparison = compare_accounts(accounts.documents, accounts.records)
    material = Material(accounts.documents, accounts.records, comparison, accounts.vocabulary)
    return build_brief(material, title=title or material.default_title, problems=accounts.problems, made=made(accounts))


def made(accounts: Accounts) -> tuple[tuple[str, str], ...]:
    """How a result was made: version, reader, documents with their hashes."""
    hashes = ", ".join(f"{d.id} {d.sha256[:12]}" for d in accounts.documents)
    return (
        ("program", f"zopa {__version__}"),
        ("reader", "rules (offline, deterministic)"),
        ("comparison", "slots over tf-idf proposals; a conflict is never decided by similarity"),
        ("documents", hashes),
    )


def _until(documents: Iterable[Document], as_of: date | None) -> tuple[tuple[Document, ...], list[Problem]]:
    """Documents published by `as_of`; those without a date stay, with a note."""
    if as_of is None:
        return tuple(documents), []
    kept: list[Document] = []
    problems: list[Problem] = []
    for document in documents:
        day = document.published.value if document.published else None
        if day is not None and day > as_of.isoformat():
            message = f"Published {day}, after {as_of}: left out."
            problems.append(
                Problem("note", document.path, None, "later-than-as-of", message, "Give a later --as-of to include it.")
            )
            continue
        if day is None:
            message = f"No publication date found, so it is unknown whether it is later than {as_of}: kept."
            problems.append(
                Problem("warning", document.path, None, "undated-as-of", message, "Add a date line or front matter.")
            )
        kept.append(document)
    return tuple(kept), problems


def _silent(documents: Sequence[Document], records: Sequence[Record]) -> list[Problem]:
    """Documents in which nobody says anything."""
    return [
        Problem(
            "warning", document.path, None, "no-statements", "Expected sentences, found no statement in this document.",
            "Look at `zopa text FILE`: the text may be an image, a list of links, or left out as boilerplate.",
        )
        for document, record in zip(documents, records, strict=True)
        if not record.statements
    ]  # fmt: skip


def _read_records(
    documents: Sequence[Document], vocabulary: Vocabulary, jobs: int, progress: Progress | None
) -> Iterable[Record]:
    told = _told(progress, "finding statements")
    if jobs <= 1 or len(documents) < 2 * jobs:
        for done, document in enumerate(documents, 1):
            yield read_record(document, vocabulary)
            if told:
                told(done, len(documents))
        return
    with ProcessPoolExecutor(jobs) as pool:
        chunk = max(1, len(documents) // (jobs * 8))
        for done, record in enumerate(pool.map(_read_with_default, documents, chunksize=chunk), 1):
            yield record
            if told:
                told(done, len(documents))


def _read_with_default(document: Document) -> Record:
    return read_record(document, default_vocabulary())


def _told(progress: Progress | None, what: str) -> Callable[[int, int], None] | None:
    """The same progress for one stage."""
    if progress is None:
        return None
    return lambda done, total: progress(what, done, total)
