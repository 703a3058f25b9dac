"""What may be wrong with ``record.yaml``, and how it is told."""

from __future__ import annotations

from dataclasses import dataclass

from zopa.errors import Problem

PROBLEM_CODES = {
    "record-missing": "the file of corrections that was named does not exist",
    "record-unreadable": "the file of corrections cannot be opened or written, or is no UTF-8 text",
    "record-syntax": "the file of corrections is no YAML",
    "record-shape": "the file of corrections, or an entry in it, is not built as expected",
    "record-key": "an entry of the file of corrections has a key that is not known",
    "record-value": "a value in the file of corrections is none of those allowed",
    "record-changed": "the file of corrections was changed by somebody else meanwhile; nothing was written",
}


@dataclass(frozen=True, slots=True)
class RecordTeller:
    """Makes problems of one file."""

    path: str

    def __call__(self, code: str, message: str, cure: str, line: int | None = None) -> Problem:
        """A problem with a code of `PROBLEM_CODES`."""
        return Problem("error", self.path, line, code, message[:1].upper() + message[1:], cure)
