"""Edits of ``case.yaml`` that keep its comments and its order, written only over the file that was read."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from zopa.case.yaml_text import YamlError, dump_yaml, load_yaml, new_list, new_map, scalar, words
from zopa.errors import InputError, Problem
from zopa.folder.atomic import write_atomic
from zopa.folder.lines import keep_comments, keep_lines, unix_lines
from zopa.sources.plain import read_plain

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.case.plain import Path as CasePath


def add_entries(file: Path, path: CasePath, entries: Mapping[str, Any], expected: str) -> str:
    """Add entries under a path of the case file; those that stand there stay as they are. Returns the hash of what was written.

    Raises:
        InputError: the file is no YAML, was changed since `expected` (its hash) was taken, or cannot be written.
    """

    def edit(tree: Any) -> None:
        _add(tree, path, entries)

    return edit_case_file(file, edit, expected)


def with_entries(text: str, path: CasePath, entries: Mapping[str, Any]) -> str:
    """A case file's text with entries added under a path; those that stand there stay as they are.

    Raises:
        YamlError: the text is no YAML.
    """
    tree = load_yaml(text)
    tree = new_map({}) if tree is None else tree
    _add(tree, path, entries)
    return dump_yaml(tree)


def _add(tree: Any, path: CasePath, entries: Mapping[str, Any]) -> None:
    home = _home(tree, path)
    for name, entry in entries.items():
        home.setdefault(name, _node(entry))


def set_values(file: Path, changes: Sequence[tuple[CasePath, Any]], expected: str) -> str:
    """Set values in one edit, each at its path, which is made where it does not exist; None or "" takes it away.

    Returns the hash of what was written.

    Raises:
        InputError: as `add_entries`; then none of them was written.
    """

    def edit(tree: Any) -> None:
        for path, value in changes:
            _set(tree, path, value)

    return edit_case_file(file, edit, expected)


def _set(tree: Any, path: CasePath, value: Any) -> None:
    home: Any = _home(tree, path[:-1], path[-1])
    last = path[-1]
    there = last in home if _is_map(home) else isinstance(last, int) and last < len(home)
    if value in (None, ""):
        if there:
            del home[last]
    elif not _is_map(home) and last == len(home):
        home.append(_node(value))
    else:
        home[last] = _node(value)


def edit_case_file(file: Path, edit: Any, expected: str) -> str:
    """Load, edit and save the case file, its comments and the ends of its lines kept; returns the hash of what was written.

    Raises:
        InputError: as `add_entries`.
    """
    before = unix_lines(read_plain(file).decode("utf-8-sig"))
    try:
        tree = load_yaml(before)
    except YamlError as error:
        message = f"Expected plain YAML, got: {error}."
        raise InputError(
            (Problem("error", str(file), error.line, "case-syntax", message, "Mend it first; nothing was written."),)
        ) from error
    tree = new_map({}) if tree is None else tree
    edit(tree)
    return save_case_text(file, keep_comments(before, dump_yaml(tree)), expected)


def save_case_text(file: Path, text: str, expected: str) -> str:
    """Write the case file if it still has the hash `expected`, its lines ended as they were; returns the hash of what was written.

    Raises:
        InputError: it was changed meanwhile, or cannot be written; nothing was written then.
    """
    try:
        data = keep_lines(read_plain(file) if expected else b"", text)
        done = write_atomic(file, data, expected, follow=True)
    except OSError as error:
        message = f"Expected a file that can be written, got: {error.strerror}."
        raise InputError(
            (Problem("error", str(file), None, "case-unreadable", message, "Check the folder and its permissions."),)
        ) from error
    if not done:
        message = "Expected the case file as it was read, found it changed by somebody else; nothing was written."
        raise InputError((Problem("error", str(file), None, "case-changed", message, "Look at both and save again."),))
    return hashlib.sha256(data).hexdigest()


def _home(tree: Any, path: CasePath, inside: str | int = "") -> Any:
    """The container at a path; it is made where it is missing or blank: a list where a number comes next, else a mapping.

    `inside` is what will be looked for in it.
    """
    node: Any = tree
    for n, part in enumerate(path):
        child: Any = node.get(part) if _is_map(node) else node[part]
        if not child:
            following = path[n + 1] if n + 1 < len(path) else inside
            child = new_list([]) if isinstance(following, int) else new_map({})
            node[part] = child
        node = child
    return node


def _is_map(node: Any) -> bool:
    return isinstance(node, Mapping)


def _node(value: Any) -> Any:
    if isinstance(value, Mapping):
        return new_map({str(k): _node(v) for k, v in cast("Mapping[Any, Any]", value).items()})
    if isinstance(value, Sequence) and not isinstance(value, str):
        return new_list([_node(item) for item in cast("Sequence[Any]", value)])
    text = str(value)
    return scalar(text) if text else words(text)
