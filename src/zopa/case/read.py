"""``case.yaml`` as a `Case` with every problem at once, and back to text.

Flow: text -> YAML, every scalar a string -> typed (pydantic) -> what refers to nothing is told -> Case. What is wrong is left out of the
case and told with its line and its cure, so that one mistake hides no other and stops no command that does not need it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from zopa.case.build import type_case
from zopa.case.plain import line_at, to_plain
from zopa.case.readings import check_readings
from zopa.case.types import Case
from zopa.case.yaml_plain import read_plain
from zopa.case.yaml_text import YamlError, dump_yaml, load_yaml, new_list, new_map
from zopa.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Iterable
CASE_FILE = "case.yaml"
PROBLEM_CODES = {
    "case-syntax": "the case file is no YAML, or only half of it was written",
    "case-merge": "the case file holds the marks of an unfinished merge",
    "case-shape": "the case file, or an entry in it, is not built as expected",
    "case-key": "an entry of the case file has a key that is not known",
    "case-missing": "an entry of the case file lacks a key that it cannot do without",
    "case-value": "a value in the case file is none of those allowed",
}
_MARKS = re.compile(r"^(?:<{7}|={7}|>{7})(?: |$)", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Loaded:
    """A case as loaded: without what was wrong with it.

    Attributes:
        case: empty where nothing could be read.
        problems: all that is wrong, by line.
        tree: the YAML, which knows its lines; None where it could not be read.
        path: the file as it was given.
    """

    case: Case
    problems: tuple[Problem, ...]
    tree: Any
    path: str

    def line(self, path: Iterable[str | int]) -> int | None:
        """The line of what a path of the case leads to."""
        return line_at(self.tree, tuple(path)) if self.tree is not None else None


def parse_case(text: str, path: str = CASE_FILE) -> Loaded:
    """The case in a text, and every problem; nothing is raised for what the text holds."""
    text = text.removeprefix("\ufeff")
    if marks := _merge_marks(text, path):
        return Loaded(Case(), marks, None, path)
    try:
        tree = read_plain(text) or load_yaml(text)
    except YamlError as error:
        return Loaded(Case(), (_syntax(error, text, path),), None, path)
    if tree is None:
        return Loaded(Case(), (), None, path)
    if not isinstance(tree, Mapping):
        message = "Expected keys such as title:, parties: and issues:, got something else."
        cure = "See the example in docs/case.md, or let `zopa init` write a first file."
        return Loaded(Case(), (Problem("error", path, 1, "case-shape", message, cure),), None, path)
    case, findings = type_case(to_plain(tree))
    findings += check_readings(case)
    problems = [
        Problem(f.severity, path, line_at(tree, f.path), f.code, f.message, f.cure)
        for f in sorted(set(findings), key=lambda f: (line_at(tree, f.path) or 0, f.code, f.message))
    ]
    return Loaded(case, tuple(problems), tree, path)


def print_case(case: Case) -> str:
    """The case as text; what is blank or by default is not written."""
    body = case.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    return dump_yaml(_laid_out(body)) if body else "{}\n"


def _laid_out(value: Any) -> Any:
    if isinstance(value, Mapping):
        return new_map({key: _laid_out(item) for key, item in cast("Mapping[str, Any]", value).items()})
    if isinstance(value, list):
        return new_list([_laid_out(item) for item in cast("list[Any]", value)])
    return value if isinstance(value, str) else str(value)


def _merge_marks(text: str, path: str) -> tuple[Problem, ...]:
    return tuple(
        Problem(
            "error", path, text.count("\n", 0, match.start()) + 1, "case-merge",
            "Expected one version of the case, found the mark of an unfinished merge.",
            "Keep one of the two versions and take the lines <<<<<<<, ======= and >>>>>>> out.",
        )
        for match in _MARKS.finditer(text)
    )  # fmt: skip


def _syntax(error: YamlError, text: str, path: str) -> Problem:
    lines = text.splitlines()
    tab = next((n for n, line in enumerate(lines, 1) if re.match(r" *\t", line)), None)
    if tab is not None:
        message = "Expected spaces before the key, found a tab."
        return Problem(
            "error", path, tab, "case-syntax", message, "Indent with spaces; YAML does not allow tabs there."
        )
    message = f"Expected plain YAML, got: {error}."
    cure = "Quote a value that holds ': ', ' #' or begins with a sign; indent with spaces."
    if "duplicate key" in str(error):
        cure = "Keep one of the two keys, or give one of them another name."
    elif "alias" in str(error):
        cure = "Write the entries out where they stand; a case needs no aliases."
    elif error.line is not None and error.line >= len(lines) > 0:
        cure = "The file ends in the middle of something: was it only half written? A copy may stand beside it."
    return Problem("error", path, error.line, "case-syntax", message, cure)
