"""Many files and folders into documents, each file once, on as many processes as asked for."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.sources.formats import SUFFIXES
from zopa.sources.limits import DEFAULT_LIMITS
from zopa.sources.names import make_id, show_path
from zopa.sources.problems import tell_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from zopa.errors import Problem
    from zopa.sources.limits import Limits
    from zopa.sources.types import Document

_OURS = frozenset({"case.yaml", "record.yaml"})  # what zopa keeps beside documents is none, and no surprise
_UNLINK = "Remove the link if it is not needed."
_NAMED_SKIPS = 3  # so many skipped files are named in the note


def read_documents(
    paths: Sequence[str | Path],
    *,
    jobs: int = 1,
    progress: Callable[[int, int], None] | None = None,
    limits: Limits = DEFAULT_LIMITS,
) -> tuple[tuple[Document, ...], tuple[Problem, ...]]:
    """Read files and folders.

    Args:
        paths: files, folders (their readable files, recursive, sorted, no hidden ones) and "-".
        jobs: how many files are read at a time, each in a process of its own.
        progress: called with files read and files in all, after each file.
        limits: of time and memory, for each file.

    Returns:
        The documents in the order of `paths`, their ids unique by suffix, and every problem; one file that cannot be
        read stops no other. ``((), ())`` for no paths.
    """
    from zopa.sources.pool import read_all  # noqa: PLC0415 - multiprocessing is slow to import

    files, problems = find_files(paths)
    documents: list[Document] = []
    ids: set[str] = set()
    for document, found in read_all(files, jobs=jobs, progress=progress, limits=limits):
        problems.extend(found)
        if document is not None:
            documents.append(replace(document, id=make_id(document.path, ids)))
    return tuple(documents), tuple(problems)


def find_files(paths: Sequence[str | Path]) -> tuple[list[str | Path], list[Problem]]:
    """The files that `paths` stand for, each once, and problems with folders and double names."""
    files: list[str | Path] = []
    problems: list[Problem] = []
    seen: set[str] = set()
    for path in paths:
        is_folder = str(path) != "-" and _is_folder(path)
        inside: Sequence[str | Path] = _walk(Path(path), problems) if is_folder else [path]
        for file in inside:
            real = "-" if str(file) == "-" else os.path.realpath(str(file))
            if real in seen:
                message = "expected each file once, got it again (by this or another name); it is read once."
                cure = "Leave the second one out if it was meant to be another file."
                problems.append(tell_problem("same-file-twice", show_path(file), message, cure, "note"))
                continue
            seen.add(real)
            files.append(file)
    return files, problems


def _is_folder(path: str | Path) -> bool:
    try:
        return Path(path).is_dir()
    except (OSError, ValueError):
        return False


def _walk(folder: Path, problems: list[Problem]) -> list[Path]:
    """Readable files under `folder`, sorted, hidden ones left out."""
    found: list[Path] = []
    skipped: list[str] = []
    _enter(folder, _Walk(os.path.realpath(folder), found, skipped, problems), frozenset())
    shown = show_path(folder)
    if skipped:
        named = ", ".join(skipped[:_NAMED_SKIPS]) + (", ..." if len(skipped) > _NAMED_SKIPS else "")
        message = f"expected documents ({', '.join(SUFFIXES)}), got {len(skipped)} other file(s): {named}."
        cure = "Name such a file itself to have it read as what it holds."
        problems.append(tell_problem("skipped-files", shown, message, cure, "note"))
    if not found:
        message = f"expected a folder with documents ({', '.join(SUFFIXES)}), got none in it."
        problems.append(tell_problem("empty-folder", shown, message, "Name another folder, or add documents to it."))
    return found


@dataclass(frozen=True, slots=True)
class _Walk:
    """Where a walk through a folder began, and what it found."""

    home: str
    found: list[Path]
    skipped: list[str]
    problems: list[Problem]


def _enter(folder: Path, walk: _Walk, above: frozenset[str]) -> None:
    """Add what `folder` holds; `above` are the real paths of the folders on the way to it."""
    real = os.path.realpath(folder)
    if real in above:
        message = "expected a folder, got a link back to one that is being read; it is skipped."
        walk.problems.append(tell_problem("link-loop", show_path(folder), message, _UNLINK, "note"))
        return
    try:
        names = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        message = f"expected a folder that can be opened, got: {error.strerror}."
        walk.problems.append(tell_problem("unreadable-file", show_path(folder), message, "Check its permissions."))
        return
    for name in names:
        path = folder / name
        if name.startswith("."):
            continue
        if path.is_symlink() and _leaves(path, walk.home):
            message = "expected a file of the folder, got a link to one outside it; it is skipped."
            cure = "Copy the file into the folder, or name it itself."
            walk.problems.append(tell_problem("link-outside", show_path(path), message, cure, "warning"))
        elif _is_folder(path):
            _enter(path, walk, above | {real})
        elif path.suffix.lower() in SUFFIXES:
            walk.found.append(path)
        elif name not in _OURS:
            walk.skipped.append(show_path(name))


def _leaves(path: Path, home: str) -> bool:
    """Whether a link leads out of the folder in which it was found."""
    target = os.path.realpath(path)
    return target != home and not target.startswith(home.rstrip(os.sep) + os.sep)
