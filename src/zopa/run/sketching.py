"""The chain from documents to a proposed case on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.case import CASE_FILE, print_case
from zopa.case.yaml_text import load_yaml
from zopa.errors import InputError, Problem
from zopa.folder.case_edits import edit_case_file
from zopa.folder.case_folder import init_case
from zopa.run.documents import Accounts, build_material, compare_all
from zopa.run.editing import Edited
from zopa.run.talks import Talks, open_talks
from zopa.views.sketch import build_sketch

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.case import Case

HEAD = """# Proposed by zopa from the documents below; nothing is confirmed. Read each entry, correct it, give the issues options, and take
# `status: proposed` (or `proposed: yes`) away where you stand behind it. A blank is unknown, never neutral.
"""


def sketch(accounts: Accounts, *, title: str | None = None) -> Case:
    """The case that documents propose."""
    comparison = compare_all(accounts)
    material = build_material(accounts, comparison)
    return build_sketch(material, title=title or material.default_title)


def print_sketch(case: Case) -> str:
    """The proposed case as text."""
    return HEAD + print_case(case)


def write_sketch(case: Case, accounts: Accounts, home: str | Path, *, today: str) -> Talks:
    """Write a proposed case into a new folder, with copies of its documents.

    Raises:
        InputError: there is a case already, or a document came from standard input and has no file to copy.
    """
    if any(document.path == "-" for document in accounts.documents):
        message = "Expected files to copy into the case, got standard input."
        raise InputError((Problem("error", "-", None, "sketch-stdin", message, "Save the document to a file first."),))
    bare = case.model_copy(update={"sources": {}, "as_of": case.as_of or today})
    paths = [document.path for document in accounts.documents]
    init_case(home, title="", analyst="", today=today, text=print_sketch(bare), files=paths)
    return open_talks(home)


def propose(talks: Talks) -> Edited:
    """Write what its documents propose into a case that names no party and no issue yet.

    Everything is written as proposed, in one edit that keeps the file's comments.

    Raises:
        InputError: the case has parties or issues, beside which proposals would stand twice; the documents propose nothing; or
            the file was changed meanwhile or cannot be written. Nothing was written then.
    """
    path = talks.folder.loaded.path
    if talks.case.parties or talks.case.issues:
        message = "Expected a case without parties and issues, found some: what is proposed would stand beside them."
        cure = "Go on in the case file; or propose in a new folder: zopa sketch FILE... -o FOLDER."
        raise InputError((Problem("error", path, None, "propose-begun", message, cure),))
    proposed = load_yaml(print_case(sketch(talks.accounts)))
    parts = {name: proposed[name] for name in _PROPOSED if proposed.get(name)}
    if "parties" not in parts and "issues" not in parts:
        message, cure = (
            "The documents name no party and no issue that zopa knows.",
            "Write them into the case file yourself.",
        )
        raise InputError((Problem("error", path, None, "propose-nothing", message, cure),))

    def edit(tree: Any) -> None:
        for name, entries in parts.items():
            if not tree.get(name):
                tree[name] = entries

    written = edit_case_file(talks.folder.path / CASE_FILE, edit, talks.folder.sha256)
    counts = [f"{len(parts[name])} {name}" for name in ("parties", "issues") if name in parts]
    return Edited(f"proposed from the documents: {' and '.join(counts)}, and who stands where", written)


_PROPOSED = ("title", "parties", "issues", "positions", "process")
PROBLEM_CODES = {
    "sketch-stdin": "a case was to be sketched from standard input, which leaves no file to copy",
    "propose-begun": "parties and issues were to be proposed for a case that has some already",
    "propose-nothing": "parties and issues were to be proposed, but the documents name none that zopa knows",
}
