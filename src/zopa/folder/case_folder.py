"""A case folder: ``case.yaml`` beside ``sources/``, made by `init_case`, filled by `add_documents`, opened by `open_case`.

The user's files are never altered: documents are copied under stable names, and ``case.yaml`` only gains entries, with its comments
and its order kept. Everything is written beside its place and moved there, so that an interrupt leaves the old state or the new one.
"""

from __future__ import annotations

import errno
import hashlib
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from zopa.case import CASE_FILE, Loaded, parse_case
from zopa.case.schema import SCHEMA_FILE, shipped_schema
from zopa.errors import InputError, Problem
from zopa.folder.atomic import hash_file, write_atomic
from zopa.folder.case_edits import add_entries, with_entries
from zopa.sources import read_document
from zopa.sources.names import make_id
from zopa.sources.plain import read_plain

if TYPE_CHECKING:
    from collections.abc import Generator, Iterable, Mapping, Sequence

    from zopa.case import Source
    from zopa.sources import Document

SOURCES, OWN = "sources", ".zopa"
PROBLEM_CODES = {
    "case-unreadable": "the case file cannot be opened, or is no UTF-8 text",
    "case-exists": "a case was to be made where there is one already",
    "case-none": "a folder was given as a case, but it holds no case.yaml",
    "case-unwritable": "the folder of a case cannot be written, or a link stands where something was to be written",
    "case-changed": "the case file was changed by somebody else meanwhile; nothing was written",
    "source-missing": "a source of the case has no readable file",
    "draft-outside": "the text of a draft is no file inside the case folder",
    "source-changed": "the file of a source is not the one that was added; its quotes are looked for again",
    "source-unlisted": "a file lies among the sources, but the case does not list it",
    "source-exists": "another document stands under the name that a document would be added by",
}
_FIRST = f"# yaml-language-server: $schema={OWN}/{SCHEMA_FILE}\n"
_START = """title: {title}
as-of: {today}
analyst: {analyst}

# Documents; `zopa add FOLDER FILE...` writes an entry for each. The grade (A to F) is yours to give.
sources: {{}}

# Who must agree (the default), or matters as mediator, guarantor, implementer, spoiler or affected.
#   russia: {{name: Russia, aliases: [Moscow], people: {{Putin: president}}, no-deal: better than first-draft}}
parties: {{}}

# A question on the table and its possible answers.
#   land: {{name: Land, options: {{leave: A leaves, freeze: the line where it stands}}}}
issues: {{}}

# What a party wants, with the words that show it; a blank is unknown, never neutral.
#   russia: {{land: {{prefers: leave > freeze, red-line: only leave, salience: high, evidence: [{{source: ID, quote: "..."}}]}}}}
positions: {{}}
"""


@dataclass(frozen=True, slots=True)
class CaseFolder:
    """A case as it stands on disk.

    Attributes:
        path: the folder.
        loaded: the case without what is wrong with it.
        documents: its sources that could be read, in the case's order; their ids are those of the case.
        problems: with the case file and with the sources, not with the quotes.
        changed: ids of sources whose file is not the one that was added.
        sha256: of the bytes of ``case.yaml``; "" where there is none, and the folder only holds documents.
        text: of ``case.yaml``.
    """

    path: Path
    loaded: Loaded
    documents: tuple[Document, ...]
    problems: tuple[Problem, ...]
    changed: frozenset[str]
    sha256: str
    text: str


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file that was to be added: its id, its path in the folder, and whether it was there before."""

    given: str
    id: str
    file: str
    already: bool


def is_case(path: str | Path) -> bool:
    """True for a folder that holds ``case.yaml``, and for such a file."""
    place = Path(path)
    return str(path) != "-" and ((place / CASE_FILE).is_file() or (place.name == CASE_FILE and place.is_file()))


def case_home(path: str | Path) -> Path:
    """The folder of a case, given it or its ``case.yaml``."""
    place = Path(path)
    return place.parent if place.name == CASE_FILE and place.is_file() else place


class CaseReader(Protocol):
    """What reads one document: `read_document`, or something that remembers what it has read."""

    def __call__(self, path: Path, /, *, language: str = "") -> tuple[Document | None, tuple[Problem, ...]]:
        """The document, in a language that is guessed where neither it nor the case tells it, and every problem."""
        ...


def open_case(path: str | Path, *, read: CaseReader = read_document) -> CaseFolder:
    """The case in a folder with every problem of its file and its sources, which `read` reads.

    Raises:
        InputError: there is no case file, or it cannot be read as text.
    """
    home = case_home(path)
    text, sha256 = read_case_text(home)
    loaded = _keep_drafts_inside(home, parse_case(text, str(home / CASE_FILE)))
    documents: list[Document] = []
    problems: list[Problem] = list(loaded.problems)
    changed: set[str] = set()
    for name, source in loaded.case.sources.items():
        document, found = _read_source(home, name, source, loaded, read)
        problems += found
        if document is not None:
            documents.append(document)
            if source.sha256 and source.sha256 != document.sha256:
                changed.add(name)
    problems += _unlisted(home, loaded)
    return CaseFolder(home, loaded, tuple(documents), tuple(problems), frozenset(changed), sha256, text)


def read_case_text(home: Path) -> tuple[str, str]:
    """The text of a folder's case file and the hash of its bytes.

    Raises:
        InputError: there is none, or it is no UTF-8 text.
    """
    file = home / CASE_FILE
    data = b""
    try:
        data = read_plain(file)
        return data.decode("utf-8-sig"), hashlib.sha256(data).hexdigest()
    except FileNotFoundError:
        message = f"Expected a case in {home}, found no {CASE_FILE} there."
        cure = f"`zopa init {home}` makes one; `zopa sketch FILE... -o {home}` proposes one from documents."
        raise InputError((Problem("error", str(home), None, "case-none", message, cure),)) from None
    except UnicodeDecodeError as error:
        line = data[: error.start].count(b"\n") + 1
        message, cure = "Expected UTF-8, got another encoding.", "Save the file as UTF-8."
        raise InputError((Problem("error", str(file), line, "case-unreadable", message, cure),)) from None
    except OSError as error:
        message = f"Expected a file that can be opened, got: {error.strerror}."
        raise InputError(
            (Problem("error", str(file), None, "case-unreadable", message, "Check its permissions."),)
        ) from error


def init_case(
    path: str | Path, *, title: str, analyst: str, today: str, text: str | None = None,
    files: Sequence[str | Path] = (),
) -> Path:  # fmt: skip
    """Make a folder with a first ``case.yaml`` (or with `text`) and ``sources/``; returns the case file.

    The case file comes last, with the documents in `files` listed in it: an interrupt leaves no case, and the call can be repeated.

    Raises:
        InputError: there is a case already, a document cannot be copied, or the folder cannot be written.
    """
    home = Path(path)
    if (home / CASE_FILE).exists():
        raise _exists(home)
    start = _FIRST + (text or _START.format(title=_quoted(title), analyst=_quoted(analyst), today=today))
    with _writing(home):
        _own_folder(home, SOURCES)
        schema = _own_folder(home, OWN) / SCHEMA_FILE
        write_atomic(schema, shipped_schema().encode("utf-8"), hash_file(schema))
        if files:
            entries, _, problems = _copy_all(home, files, {}, today)
            if wrong := tuple(problem for problem in problems if problem.severity == "error"):
                raise InputError(wrong)
            start = with_entries(start, ("sources",), entries)
        if not write_atomic(home / CASE_FILE, start.encode("utf-8"), ""):
            raise _exists(home)
    return home / CASE_FILE


def _exists(home: Path) -> InputError:
    message, cure = (
        f"Expected no case in {home}, found one.",
        "Take another folder, or edit the case that is there.",
    )
    return InputError((Problem("error", str(home / CASE_FILE), None, "case-exists", message, cure),))


@contextmanager
def _writing(home: Path) -> Generator[None]:
    """Turn what a disk refuses into a problem with its reason."""
    try:
        yield
    except OSError as error:
        message = f"Expected a folder that can be written, but: {error.strerror or error}."
        cure = "Free some space, check the permissions, or take another folder."
        problem = Problem("error", error.filename or str(home), None, "case-unwritable", message, cure)
        raise InputError((problem,)) from error


def _own_folder(home: Path, name: str) -> Path:
    """A folder of the case, made where it does not exist; one that is a link leads out of the case and is refused."""
    place = home / name
    if place.is_symlink():
        raise OSError(errno.ELOOP, "a link stands there, and nothing is written through a link", str(place))
    place.mkdir(parents=True, exist_ok=True)
    return place


def add_documents(
    path: str | Path, files: Sequence[str | Path], *, today: str
) -> tuple[tuple[Added, ...], tuple[Problem, ...]]:
    """Copy documents into a case and list them in ``case.yaml``, each with what its text tells of itself.

    A document that is there already (the same bytes) is left alone; so adding again, or after an interrupt, is safe.

    Raises:
        InputError: there is no case, or its file was changed meanwhile or cannot be written.
    """
    home = case_home(path)
    text, sha256 = read_case_text(home)
    loaded = parse_case(text, str(home / CASE_FILE))
    if loaded.tree is None and loaded.problems:
        raise InputError(loaded.problems)
    with _writing(home):
        entries, added, problems = _copy_all(home, files, loaded.case.sources, today)
    if entries:
        add_entries(home / CASE_FILE, ("sources",), entries, sha256)
    return tuple(added), tuple(problems)


def _copy_all(
    home: Path, files: Sequence[str | Path], listed: Mapping[str, Source], today: str
) -> tuple[dict[str, dict[str, str]], list[Added], list[Problem]]:
    """Copy documents into the folder; their entries for the case file, what became of each, and every problem."""
    taken = set(listed)
    by_hash = {s.sha256: name for name, s in listed.items() if s.sha256}
    added: list[Added] = []
    problems: list[Problem] = []
    entries: dict[str, dict[str, str]] = {}
    for file in files:
        document, found = read_document(file)
        problems += found
        if document is None:
            continue
        if document.sha256 in by_hash:
            name = by_hash[document.sha256]
            place = entries[name]["file"] if name in entries else listed[name].file
            added.append(Added(str(file), name, place, already=True))
            continue
        name, copy, problem = _copy(home, Path(file), taken)
        if problem:
            problems.append(problem)
            continue
        by_hash[document.sha256] = name
        entries[name] = _entry(document, copy, today)
        added.append(Added(str(file), name, copy, already=False))
    return entries, added, problems


def _copy(home: Path, file: Path, taken: set[str]) -> tuple[str, str, Problem | None]:
    """Copy a document under a stable name; its id, its path in the folder, and what stood in the way."""
    suffix = file.suffix.lower() or ".txt"
    name = make_id(str(file), taken)
    place = _own_folder(home, SOURCES) / f"{name}{suffix}"
    data = read_plain(file)
    if place.exists() and read_plain(place) != data:
        message = f"Expected no other file at {place}, found one with other content."
        cure = "Rename the file that is to be added, or list the one that is there in `sources:`."
        return name, "", Problem("error", str(file), None, "source-exists", message, cure)
    if not place.exists():
        write_atomic(place, data, "")
    return name, f"{SOURCES}/{place.name}", None


def _entry(document: Document, file: str, today: str) -> dict[str, str]:
    """What a document tells of itself; class and grade are a person's to give."""
    facts = {
        "title": document.title, "publisher": document.publisher, "author": document.author,
        "published": document.published, "language": document.language, "originator": document.originator,
    }  # fmt: skip
    told = {key: " ".join(guess.value.split()) for key, guess in facts.items() if guess and guess.value.strip()}
    return {"file": file, **told, "accessed": today, "sha256": document.sha256}


def _read_source(
    home: Path, name: str, source: Source, loaded: Loaded, read: CaseReader
) -> tuple[Document | None, tuple[Problem, ...]]:
    line = loaded.line(("sources", name, "file"))
    place = inside(home, source.file)
    if place is None or (place.exists() and not place.is_file()):
        message = f"Expected a file inside the case folder for {name}, got {source.file!r}."
        cure = "Copy it into the folder with `zopa add`."
        return None, (Problem("error", loaded.path, line, "source-missing", message, cure),)
    document, found = read(place, language=source.language)
    if document is None:
        reason = found[0].message if found else "it holds no text."
        message = f"Expected to read {source.file} for {name}: {reason}"
        return None, (
            Problem("error", loaded.path, line, "source-missing", message, "Put the file there, or correct `file:`."),
        )
    document = replace(document, id=name)
    if source.sha256 and source.sha256 != document.sha256:
        message = f"{source.file} is not the file that was added as {name}."
        cure = "If the change is meant, blank `sha256:`; every quote that cannot be found again is told."
        return document, (*found, Problem("warning", loaded.path, line, "source-changed", message, cure))
    return document, found


def inside(home: Path, file: str) -> Path | None:
    """Where a file that the case names stands; None where that is outside the folder, by whatever links, or no path at all."""
    try:
        place = home / file
        return place if place.resolve().is_relative_to(home.resolve()) else None
    except (OSError, ValueError, RuntimeError):
        return None


def _keep_drafts_inside(home: Path, loaded: Loaded) -> Loaded:
    """The case without texts of drafts that lie outside the folder or are no files, and a problem for each."""
    drafts = dict(loaded.case.drafts)
    problems: list[Problem] = []
    for name, draft in loaded.case.drafts.items():
        place = inside(home, draft.text) if draft.text else home
        if place is not None and not (draft.text and place.exists() and not place.is_file()):
            continue
        message = f"Expected a file inside the case folder for the text of {name}, got {draft.text!r}."
        line = loaded.line(("drafts", name, "text"))
        cure = "Copy it into the folder, for example to drafts/, and name it there."
        problems.append(Problem("error", loaded.path, line, "draft-outside", message, cure))
        drafts[name] = draft.model_copy(update={"text": ""})
    if not problems:
        return loaded
    told = (*loaded.problems, *problems)
    return replace(loaded, case=loaded.case.model_copy(update={"drafts": drafts}), problems=told)


def _unlisted(home: Path, loaded: Loaded) -> Iterable[Problem]:
    listed = {place.resolve() for s in loaded.case.sources.values() if (place := inside(home, s.file))}
    folder = home / SOURCES
    for file in sorted(folder.iterdir()) if folder.is_dir() else ():
        if file.is_file() and not file.name.startswith(".") and file.resolve() not in listed:
            message = f"{file.relative_to(home)} is not listed in `sources:`, so it is not read."
            yield Problem("note", str(home), None, "source-unlisted", message, f"`zopa add {home} {file}` lists it.")


def _quoted(text: str) -> str:
    """A text between quotation marks as YAML has it; what a file cannot hold, or would read otherwise, by its number."""
    plain = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c.isprintable() else f"\\U{ord(c):08X}" for c in plain) + '"'
