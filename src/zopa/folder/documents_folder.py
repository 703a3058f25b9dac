"""A folder of documents without ``case.yaml``, opened as a case that names its documents and nothing else."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from zopa.case import CASE_FILE, Case, Loaded, Source
from zopa.folder.case_folder import CaseFolder, CaseReader
from zopa.sources import read_document
from zopa.sources.collect import find_files
from zopa.sources.names import make_id, show_path

if TYPE_CHECKING:
    from zopa.errors import Problem
    from zopa.sources import Document


def open_documents(path: str | Path, *, read: CaseReader = read_document) -> CaseFolder:
    """The documents that the commands on documents find in a folder, under the same ids; its hash is "", as it has no case file."""
    home = Path(path)
    files, problems = find_files([home])
    documents: list[Document] = []
    found: list[Problem] = [problem for problem in problems if problem.severity != "note"]
    sources: dict[str, Source] = {}
    ids: set[str] = set()
    for file in files:
        document, told = read(Path(file))
        found += told
        if document is not None:
            name = make_id(document.path, ids)
            documents.append(replace(document, id=name))
            sources[name] = Source(file=show_path(Path(file).relative_to(home)))
    case = Case(title=home.resolve().name, sources=sources)
    loaded = Loaded(case, (), None, str(home / CASE_FILE))
    return CaseFolder(home, loaded, tuple(documents), tuple(found), frozenset(), "", "")


def list_documents(path: str | Path) -> list[Path]:
    """The files that would be read."""
    return [Path(file) for file in find_files([path])[0]]
