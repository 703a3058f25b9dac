"""The case file between text and types: plain dictionaries, lists and strings, and paths into them.

A path is a tuple of keys and indices, as ``("positions", "russia", "donbas", "red-line")``; in the file and on the command line it is
written with dots. An id that holds a dot cannot be part of a written path.
"""

from __future__ import annotations

import copy
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, cast

from zopa.case.yaml_text import line_of

Path = tuple[str | int, ...]
Plain = dict[str, Any]


def to_plain(node: Any) -> Any:
    """What YAML gave, as dictionaries, lists and strings that know nothing of lines."""
    if isinstance(node, Mapping):
        return {str(key): to_plain(value) for key, value in cast("Mapping[Any, Any]", node).items()}
    if isinstance(node, (list, tuple)):
        return [to_plain(item) for item in cast("Sequence[Any]", node)]
    return str(node) if isinstance(node, str) else node


def known_path(node: Any, path: Iterable[str | int]) -> Path:
    """The parts of `path` that lead somewhere in `node`, in order; parts that no container has are passed over."""
    known: list[str | int] = []
    for part in path:
        child = _child(node, part)
        if child is not None:
            known.append(child[0])
            node = child[1]
    return tuple(known)


def line_at(tree: Any, path: Sequence[str | int]) -> int | None:
    """The 1-based line of what `path` leads to in a tree that knows its lines; of its nearest container otherwise."""
    line, node = line_of(tree), tree
    for part in path:
        child = _child(node, part)
        if child is None:
            continue
        line = line_of(node, child[0]) or line_of(child[1]) or line
        node = child[1]
    return line


def without(plain: Plain, paths: Iterable[Path]) -> Plain:
    """A copy of `plain` without what the paths lead to; later items of a list first, so that indices stay true."""
    result = copy.deepcopy(plain)
    for path in sorted(set(paths), key=_order, reverse=True):
        home, last = _home(result, path)
        if isinstance(home, dict):
            cast("Plain", home).pop(str(last), None)
        elif isinstance(home, list) and isinstance(last, int) and last < len(cast("list[Any]", home)):
            del home[last]
    return result


def with_value(plain: Plain, dotted: str, value: Any) -> Plain:
    """A copy of `plain` with `value` at a dotted path, made where it does not exist; a blank value takes it away.

    Raises:
        KeyError: the path leads through a value that is no mapping, or its first key is none of a case; its argument is the
            part that failed.
    """
    result = copy.deepcopy(plain)
    node: Any = result
    *way, last = dotted.split(".")
    for part in way:
        child = _child(node, int(part) if part.isdigit() and isinstance(node, list) else part)
        if child is None:
            if not isinstance(node, dict):
                raise KeyError(part)
            child = (part, cast("Plain", node).setdefault(part, {}))
        node = child[1]
    if isinstance(node, list) and last.isdigit() and int(last) < len(cast("list[Any]", node)):
        node[int(last)] = value
    elif isinstance(node, dict):
        node[last] = value
    else:
        raise KeyError(last)
    return result


def _child(node: Any, part: str | int) -> tuple[str | int, Any] | None:
    if isinstance(node, Mapping):
        mapping = cast("Mapping[Any, Any]", node)
        return (part, mapping[part]) if part in mapping else None
    if isinstance(node, list) and isinstance(part, int) and 0 <= part < len(cast("list[Any]", node)):
        return part, cast("list[Any]", node)[part]
    return None


def _home(node: Any, path: Path) -> tuple[Any, str | int]:
    for part in path[:-1]:
        child = _child(node, part)
        if child is None:
            return None, path[-1]
        node = child[1]
    return node, path[-1]


def _order(path: Path) -> tuple[tuple[int, str], ...]:
    return tuple((part, "") if isinstance(part, int) else (-1, part) for part in path)
