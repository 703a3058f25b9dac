"""The chain from documents to a proposed case on disk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.case import print_case
from zopa.errors import InputError, Problem
from zopa.folder.case_folder import add_documents, init_case
from zopa.run.documents import Accounts, compare_all
from zopa.run.talks import Talks, open_talks
from zopa.views import Material
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
    material = Material(accounts.documents, accounts.records, comparison, accounts.vocabulary)
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
    init_case(home, title="", analyst="", today=today, text=print_sketch(bare))
    add_documents(home, [document.path for document in accounts.documents], today=today)
    return open_talks(home)


PROBLEM_CODES = {"sketch-stdin": "a case was to be sketched from standard input, which leaves no file to copy"}
