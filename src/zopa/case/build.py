"""Plain data as a `Case`: typed by pydantic, references checked; what is wrong is left out and told."""

from __future__ import annotations

from collections.abc import Mapping
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from zopa.case.checks import CheckFault, check_case
from zopa.case.plain import Path, Plain, known_path, without
from zopa.case.types import Case

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

_ROUNDS = 12  # each round leaves out what is wrong; what stands behind it is seen in the next


def type_case(plain: Plain) -> tuple[Case, list[CheckFault]]:
    """The case that plain data hold, less what is wrong, and all that is wrong."""
    found: list[CheckFault] = []
    for _ in range(_ROUNDS):
        try:
            case = Case.model_validate(plain)
        except ValidationError as error:
            wrong = [_finding(plain, detail) for detail in error.errors(include_url=False)]
        else:
            told = check_case(case)
            found += [f for f in told if f.severity != "error"]
            wrong = [f for f in told if f.severity == "error"]
            if not wrong:
                return case, found
        found += wrong
        paths = [known_path(plain, f.drop or f.path) for f in wrong]
        if not all(paths):
            break
        plain = without(plain, paths)
    return Case(), found


def _finding(plain: Plain, detail: ErrorDetails) -> CheckFault:
    """What pydantic found, in our words."""
    loc: Path = tuple(detail["loc"])
    path, kind, got = known_path(plain, loc), detail["type"], detail.get("input")
    name = str(loc[-1]).rstrip("_").replace("_", "-") if loc else "the case"
    if kind == "extra_forbidden":
        keys = _keys_at(path[:-1])
        message = f"Expected one of {', '.join(keys)}, got {name!r}.{_near(name, keys)}"
        cure = "Correct the key, or make the line a comment."
        if got in (None, ""):
            cure = "Correct the key; or, if it belongs to the words before it, quote those: a comma between braces ends them."
        return CheckFault("error", "case-key", path, message, cure)
    if kind == "missing":
        return CheckFault("error", "case-missing", path, f"Expected {name} here, found none.", f"Add `{name}:`.")
    if kind == "literal_error":
        choices = str(detail.get("ctx", {}).get("expected", "")).replace("'", "").replace(" or ", ", ")
        listed = [choice for choice in choices.split(", ") if choice]
        message = f"Expected {name} to be one of {', '.join(listed)}, got {_shown(got)}.{_near(str(got), listed)}"
        return CheckFault("error", "case-value", path, message, "Take one of the words listed.")
    if kind == "value_error":
        said = detail["msg"].removeprefix("Value error, ")
        return CheckFault("error", "case-value", path, f"{name}: {said}.", "See docs/case.md for how it is written.")
    expected = (
        detail["msg"].removeprefix("Input should be ").replace("valid dictionary or instance of", "mapping for an")
    )
    code = "case-shape" if kind.endswith(("_type", "_parsing")) and not isinstance(got, str) else "case-value"
    return CheckFault("error", code, path, f"Expected {expected} for {name}, got {_shown(got)}.",
                   "See docs/case.md for how it is written.")  # fmt: skip


def _keys_at(path: Path) -> list[str]:
    """The keys that the entry at a path may have."""
    kind: Any = Case
    for part in path:
        fields = {(f.alias or n): f for n, f in kind.model_fields.items()} if hasattr(kind, "model_fields") else {}
        if part in fields:
            kind = _inner(fields[part].annotation)
    return [f.alias or n for n, f in kind.model_fields.items()] if hasattr(kind, "model_fields") else []


def _inner(annotation: Any) -> Any:
    """The entry type inside an annotation such as ``Mapping[str, Mapping[str, Position]]``."""
    arguments = getattr(annotation, "__args__", ())
    for argument in reversed(arguments):
        if hasattr(argument, "model_fields"):
            return argument
        if found := (_inner(argument) if getattr(argument, "__args__", ()) else None):
            return found
    return annotation if hasattr(annotation, "model_fields") else None


def _near(word: str, words: list[str]) -> str:
    near = get_close_matches(word, words, 1, 0.5)
    return f" Did you mean {near[0]}?" if near else ""


def _shown(value: object) -> str:
    if isinstance(value, Mapping):
        return "a mapping"
    if isinstance(value, (list, tuple)):
        return "a list"
    text = " ".join(str(value).split())
    return repr(text if len(text) <= 60 else text[:60] + "…")
