"""What can go wrong with an optional reader, by stable code."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.errors import Problem

if TYPE_CHECKING:
    from zopa.errors import Severity

PROBLEM_CODES = {
    "reader-missing": "a reader was asked for whose package or pipeline is not installed",
    "reader-no-answer": "the endpoint of a language model gave no answer in time, or could not be reached",
    "reader-refused": "the endpoint of a language model answered with an error",
    "reader-too-long": "the answer of a language model was longer than the limit",
    "reader-no-json": "the answer of a language model was not the JSON that was asked for",
    "reader-wrong-entry": "entries in the answer of a language model were not built as asked for and are left out",
    "reader-not-verbatim": "statements that do not stand in the document word for word were dropped",
    "reader-unknown-speaker": "statements by a speaker whom the document does not name were dropped",
    "reader-instruction": "statements from a passage that gives orders to a language model were dropped",
}
_WARNINGS = frozenset({"reader-wrong-entry", "reader-not-verbatim", "reader-unknown-speaker", "reader-instruction"})


def tell_reader(code: str, file: str, message: str, cure: str) -> Problem:
    """A problem of a reader: an error where the document could not be read, a warning where single statements were dropped."""
    if code not in PROBLEM_CODES:
        raise KeyError(code)
    severity: Severity = "warning" if code in _WARNINGS else "error"
    return Problem(severity, file, None, code, " ".join(message.split()), " ".join(cure.split()))
