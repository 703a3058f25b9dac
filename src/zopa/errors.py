"""What can be wrong with the input, and how it is told.

Error tree::

    ZopaError                 anything that zopa raises on purpose
    ├── InputError            the input has errors: carries every Problem found, exit code 1
    └── UsageError            the call itself is wrong (an option, an argument), exit code 2

Bad data is a value, a bug is an exception: functions that read many things return ``(things, problems)`` and go on with
what they could read. `InputError` is raised only where nothing is left to go on with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Severity = Literal["error", "warning", "note"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong with the input: what was expected, what came, where, and how to cure it.

    Attributes:
        severity: ``error`` stops the thing it concerns, ``warning`` and ``note`` stop nothing.
        file: path as the user gave it, or "" where no file is concerned.
        line: 1-based line, or None where a line means nothing.
        code: stable lower-case identifier with hyphens; every code is in the manual.
        message: one line: what was expected and what came.
        cure: one line: what the user can do.
    """

    severity: Severity
    file: str
    line: int | None
    code: str
    message: str
    cure: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line is not None else self.file
        head = f"{place}: " if place else ""
        return f"{head}{self.severity} [{self.code}]: {self.message} {self.cure}".rstrip()


class ZopaError(Exception):
    """Anything that zopa raises on purpose."""


class InputError(ZopaError):
    """The input has errors and nothing is left to go on with; `problems` holds all of them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__("\n".join(str(problem) for problem in problems))
        self.problems = problems


class UsageError(ZopaError):
    """The call itself is wrong: an option, an argument, a combination of them."""
