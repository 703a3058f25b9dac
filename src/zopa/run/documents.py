"""The chain over documents: documents -> statements -> accounts -> brief."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, cast

from zopa import __version__
from zopa.errors import InputError, Problem, UsageError
from zopa.run.recording import record_document
from zopa.sources import DEFAULT_LIMITS, Document, Limits, read_documents
from zopa.sources.pool import in_order
from zopa.text import Vocabulary, default_vocabulary

if TYPE_CHECKING:
    from datetime import date

    from zopa.accounts import Comparison
    from zopa.accounts.edits import EditDo, EditOf, TalksEdit
    from zopa.folder import RecordFile
    from zopa.statements import Record, Statement
    from zopa.statements.readers import Reader
    from zopa.views import Brief, Material

Progress = Callable[[str, int, int], None]

PROBLEM_CODES = {
    "unread-language": "a document is in a language that zopa does not read, so it was compared with none",
    "no-documents": "nothing that was given could be read as a document",
    "no-statements": "a document was read, but it holds no statement",
    "one-document": "a comparison was asked for with fewer than two documents",
    "later-than-as-of": "a document was left out because it was published after the date asked for",
    "undated-as-of": "a document without a date was kept although a date was asked for",
}


@dataclass(frozen=True, slots=True)
class Accounts:
    """Documents with what was read in them, in one order, and everything that was wrong with the input.

    `corrections` is the file of corrections that was applied, or None; `record_problems` are those among `problems` that
    concern it; `readers` are the names of the readers; what was published after `as_of` was left out.
    """

    documents: tuple[Document, ...]
    records: tuple[Record, ...]
    vocabulary: Vocabulary
    problems: tuple[Problem, ...]
    corrections: RecordFile | None = None
    record_problems: tuple[Problem, ...] = ()
    readers: tuple[str, ...] = ("rules",)
    as_of: date | None = None


@dataclass(frozen=True, slots=True)
class Corrected:
    """A statement before and after a correction; `after` is None where it was rejected."""

    before: Statement
    after: Statement | None


def read_accounts(  # noqa: PLR0913 - one parameter for each option of the commands on documents
    paths: Sequence[str | Path],
    record: str | Path | None = None,
    *,
    as_of: date | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    readers: Sequence[Reader] = (),
    limits: Limits = DEFAULT_LIMITS,
) -> Accounts:
    """Documents and their statements, as corrected.

    Args:
        paths: files and folders; "-" is standard input.
        record: file of corrections; by default the ``record.yaml`` of the folder, where a single folder is given.
        as_of: documents published later are left out.
        jobs: processes to read with.
        progress: called with (what, done, total).
        readers: of `zopa.statements.readers.build_readers`; by default the rules.
        limits: of time and memory, for the reading of each document, and again for finding its statements.

    Raises:
        InputError: not one document could be read; it holds every problem.
    """
    documents, problems = read_sources(paths, as_of=as_of, jobs=jobs, progress=progress, limits=limits)
    vocabulary = default_vocabulary()
    records, told = _read_records(documents, vocabulary, readers, progress, (jobs, limits))
    names = tuple(reader.name for reader in readers) or ("rules",)
    problems = (*problems, *told, *_silent(documents, records))
    accounts = Accounts(documents, records, vocabulary, problems, readers=names, as_of=as_of)
    file, found = _read_record_file(paths, record)
    return apply_record(accounts, file, found) if file else accounts


def apply_record(accounts: Accounts, file: RecordFile, problems: Iterable[Problem] = ()) -> Accounts:
    """The accounts with the corrections of `file`, in the place of those applied before; `problems` are the file's own."""
    records, found = _corrected(accounts, file)
    told = (*problems, *found)
    others = [problem for problem in accounts.problems if problem not in accounts.record_problems]
    return replace(accounts, records=records, problems=(*others, *told), corrections=file, record_problems=told)


def _corrected(accounts: Accounts, file: RecordFile) -> tuple[tuple[Record, ...], list[Problem]]:
    """The records as corrected, and problems with the corrections."""
    if not file.corrections:  # nothing to import the tools of correcting for
        return tuple(record.as_read or record for record in accounts.records), []
    from zopa.statements.corrections import apply_corrections, check_sources

    told: list[Problem] = [*check_sources(accounts.documents, file.corrections)]
    records: list[Record] = []
    for document, record in zip(accounts.documents, accounts.records, strict=True):
        corrected, found = apply_corrections(document, record, file.corrections, accounts.vocabulary)
        records.append(corrected)
        told += found
    return tuple(records), told


def correct(accounts: Accounts, edits: Sequence[str], *, by: str, on: str) -> tuple[Accounts, tuple[Corrected, ...]]:
    """Write corrections into the file of corrections, and apply it.

    Args:
        accounts: as read, with the file that is to hold the corrections.
        edits: "ID reject" or "ID field=value ...", each for one statement.
        by: the analyst.
        on: ISO date.

    Returns:
        The accounts as corrected, and each statement before and after.

    Raises:
        UsageError: an id, a field or a value is not known, or there is no file to write to; nothing was written.
        InputError: the file was changed meanwhile or cannot be written; nothing was written.
    """
    from zopa.folder import append_corrections
    from zopa.statements.editing import build_correction, find_statement, parse_edit

    if accounts.corrections is None:
        raise UsageError(
            "Expected a file for corrections; name it with --record, or give the folder that is to hold it."
        )
    if not by.strip():
        raise UsageError("Expected the name of who corrects; give it with --by.")
    wanted = [parse_edit(edit) for edit in edits]
    before = [find_statement(accounts.records, edit.id) for edit in wanted]
    documents = {document.id: document for document in accounts.documents}
    corrections = [
        build_correction(documents[s.source], s, edit, by=by.strip(), on=on, vocabulary=accounts.vocabulary)
        for s, edit in zip(before, wanted, strict=True)
    ]
    path = accounts.corrections.path
    file = append_corrections(accounts.corrections, [replace(correction, file=path) for correction in corrections])
    own = [problem for problem in accounts.record_problems if problem.code != "record-missing"]
    kept = [problem for problem in own if problem.code.startswith("record-")]
    after = apply_record(accounts, file, kept)
    now = {statement.id: statement for record in after.records for statement in record.statements}
    return after, tuple(Corrected(statement, now.get(statement.id)) for statement in before)


def read_sources(
    paths: Sequence[str | Path],
    *,
    as_of: date | None = None,
    jobs: int = 1,
    progress: Progress | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Documents as read, and every problem; InputError where nothing could be read."""
    documents, problems = read_documents(paths, jobs=jobs, progress=_told(progress, "reading"), limits=limits)
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
    from zopa.text.languages import is_read

    comparison = compare_all(accounts)
    unread = tuple(_tell_unread(document) for document in accounts.documents if not is_read(document))
    return replace(comparison, problems=(*comparison.problems, *unread))


def _tell_unread(document: Document) -> Problem:
    message = f"Expected a language that zopa reads (English), got {document.language.value if document.language else ''}: not compared."
    return Problem(
        "warning", document.path, None, "unread-language", message, "Give a translation, or read it yourself."
    )


def compare_all(accounts: Accounts) -> Comparison:
    """The comparison as corrected, of one document too; `problems` are those with corrections of findings."""
    from zopa.accounts import compare_accounts
    from zopa.accounts.corrections import apply_corrections as correct_comparison

    comparison = compare_accounts(accounts.documents, accounts.records)
    corrections = accounts.corrections.corrections if accounts.corrections else ()
    return correct_comparison(comparison, accounts.documents, accounts.records, corrections)[0]


def brief(accounts: Accounts, *, title: str | None = None, comparison: Comparison | None = None) -> Brief:
    """The brief of a set of documents, as data; a single document gives a page without a comparison.

    `comparison` is that of `compare_all`, where it was made before.
    """
    from zopa.views import build_brief

    comparison = comparison or compare_all(accounts)
    material = build_material(accounts, comparison)
    problems = (*accounts.problems, *comparison.problems, *material.talks.problems)
    return build_brief(material, title=title or material.default_title, problems=problems, made=made(accounts))


def build_material(accounts: Accounts, comparison: Comparison) -> Material:
    """What pages are made from, with what a person says of parties, people and issues."""
    from zopa.views import Material

    return Material(
        accounts.documents, accounts.records, comparison, accounts.vocabulary, talks_edits(accounts.corrections)
    )


def talks_edits(file: RecordFile | None) -> tuple[TalksEdit, ...]:
    """What a file of corrections says of found parties, people and issues."""
    from zopa.accounts.edits import TalksEdit

    if file is None:
        return ()
    return tuple(
        TalksEdit(
            cast("EditOf", entry["what"]), cast("EditDo", entry["do"]), entry["name"], entry["to"], entry["by"], entry["on"],
            entry["note"], file.path, int(entry["line"]) if entry.get("line") else None,
        )
        for entry in file.talks
    )  # fmt: skip


def made(accounts: Accounts) -> tuple[tuple[str, str], ...]:
    """How a result was made: version, reader, documents with their hashes."""
    hashes = ", ".join(f"{d.id} {d.sha256[:12]}" for d in accounts.documents)
    return (
        ("program", f"zopa {__version__}"),
        ("reader", _reader_words(accounts)),
        ("comparison", "slots over tf-idf proposals; a conflict is never decided by similarity"),
        ("documents", hashes),
        *((("as of", accounts.as_of.isoformat()),) if accounts.as_of else ()),
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


def _reader_words(accounts: Accounts) -> str:
    """Who read, and who corrected what was read."""
    told = "rules (offline, deterministic)" if accounts.readers == ("rules",) else " + ".join(accounts.readers)
    corrections = accounts.corrections.corrections if accounts.corrections else ()
    if not corrections:
        return told
    people = ", ".join(sorted({correction.by for correction in corrections}))
    return f"{told}; {len(corrections)} correction(s) by {people}"


def _read_record_file(
    paths: Sequence[str | Path], record: str | Path | None
) -> tuple[RecordFile | None, tuple[Problem, ...]]:
    """The file of corrections that is named, or that the single folder given holds or may come to hold."""
    from zopa.folder import RECORD_FILE, read_record_file

    if record is not None:
        return read_record_file(record)
    if len(paths) == 1 and str(paths[0]) != "-" and Path(paths[0]).is_dir():
        return read_record_file(Path(paths[0]) / RECORD_FILE, missing_ok=True)
    return None, ()


def _read_records(
    documents: Sequence[Document],
    vocabulary: Vocabulary,
    readers: Sequence[Reader],
    progress: Progress | None,
    how: tuple[int, Limits],
) -> tuple[tuple[Record, ...], tuple[Problem, ...]]:
    """The record of each document, and problems of optional readers."""
    told = _told(progress, "finding statements")
    records: list[Record] = []
    problems: list[Problem] = []
    for record, found in _each_record(documents, vocabulary, readers, *how):
        records.append(record)
        problems += found
        if told:
            told(len(records), len(documents))
    return tuple(records), tuple(problems)


def _each_record(
    documents: Sequence[Document], vocabulary: Vocabulary, readers: Sequence[Reader], jobs: int, limits: Limits
) -> Iterable[tuple[Record, tuple[Problem, ...]]]:
    if any(reader.name != "rules" for reader in readers):
        from zopa.statements.readers import read_with

        return (read_with(readers, document, vocabulary) for document in documents)
    return in_order(lambda document: record_document(document, limits=limits), documents, jobs=jobs)


def _told(progress: Progress | None, what: str) -> Callable[[int, int], None] | None:
    """The same progress for one stage."""
    if progress is None:
        return None
    return lambda done, total: progress(what, done, total)
