"""YAML 1.2 in which every scalar is its characters and nothing else; comments and order survive a round trip."""

from __future__ import annotations

import re
import warnings
from collections.abc import Mapping
from io import StringIO
from typing import Any, cast

from ruamel import yaml as _ruamel
from ruamel.yaml.resolver import BaseResolver
from ruamel.yaml.scalarstring import DoubleQuotedScalarString

_library = cast("Any", _ruamel)  # the library is only partly typed


class YamlError(Exception):
    """The text is no plain YAML; `line` is 1-based, or None where it is unknown."""

    def __init__(self, message: str, line: int | None) -> None:
        super().__init__(message)
        self.line = line


class _Strings(BaseResolver):
    """No scalar means anything but its characters: neither numbers nor dates, truths or merges."""

    def __init__(self, version: object = None, loader: object = None) -> None:
        del version
        cast("Any", super()).__init__(loadumper=loader)

    @property
    def processing_version(self) -> tuple[int, int]:
        """YAML 1.2, whatever a directive says."""
        return (1, 2)


def load_yaml(text: str) -> Any:
    """The text as mappings, lists and strings that know their lines; None for a text without content.

    Raises:
        YamlError: it cannot be read.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", _library.error.ReusedAnchorWarning)  # the later anchor counts
            loaded = _loader().load(text)
            _count_entries(loaded, {}, set())
    except _library.error.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        what = " ".join((error.problem or error.context or "it cannot be parsed").split())
        raise YamlError(what[:200], mark.line + 1 if mark else None) from error
    except _library.error.YAMLError as error:
        raise YamlError(" ".join(str(error).split())[:200], None) from error
    except (RecursionError, ValueError, AttributeError, TypeError, NotImplementedError, AssertionError) as error:
        # what the library itself trips over: nesting without end, tags and merges that it does not expect
        raise YamlError(f"what cannot be read ({type(error).__name__})", None) from error
    return loaded


_MOST_ENTRIES = (
    200_000  # scalars, lists and mappings with every alias written out; a case of a thousand quotes has ten thousand
)


def _count_entries(node: Any, known: dict[int, int], above: set[int]) -> int:
    """Entries of a node with its aliases written out.

    Raises:
        YamlError: they are too many, or an alias stands for what it stands in.
    """
    is_map, key = isinstance(node, Mapping), id(node)
    if not is_map and not isinstance(node, list):
        return 1
    if key in known:
        return known[key]
    if key in above:
        raise YamlError("an alias (*) that stands inside what it stands for", line_of(cast("Any", node)))
    above.add(key)
    inside = cast("Any", node).values() if is_map else cast("Any", node)
    count = 1 + sum(_count_entries(child, known, above) for child in inside)
    above.discard(key)
    if count > _MOST_ENTRIES:
        raise YamlError(f"aliases (*) that stand for more than {_MOST_ENTRIES:,} entries", line_of(cast("Any", node)))
    known[key] = count
    return count


def dump_yaml(body: Any) -> str:
    """What was loaded, or built of `new_map` and `new_list`, as text."""
    out = StringIO()
    _loader().dump(body, out)
    return out.getvalue()


def new_map(values: dict[str, Any]) -> Any:
    """A mapping, written one key to a line."""
    return _library.comments.CommentedMap(values)


def new_list(values: list[Any]) -> Any:
    """A list, written one item to a line."""
    return _library.comments.CommentedSeq(values)


def words(value: str) -> str:
    """Words of a text, always in quotation marks."""
    return DoubleQuotedScalarString(value)


def scalar(value: str) -> str:
    """A value without quotation marks where it is plain words, with them where YAML could read it otherwise."""
    plain = value.replace(" ", "").replace("-", "").isalnum() and value == value.strip() and value[0] != "-"
    return value if plain and value.isascii() else words(value)


def line_of(node: Any, key: Any = None) -> int | None:
    """1-based line of a mapping's key or a list's item, of the node itself without a key; None where unknown."""
    marks: Any = getattr(node, "lc", None)
    if marks is None:
        return None
    places: dict[Any, list[int]] = marks.data or {}
    known = places.get(key) if key is not None else None
    line: Any = known[0] if known else marks.line
    return line + 1 if isinstance(line, int) else None


def _loader() -> Any:
    """A round trip loader; long lines are not broken."""
    yaml = _library.YAML(typ="rt")
    yaml.Resolver = _Strings
    yaml.preserve_quotes = True
    yaml.width = 1_000_000
    yaml.allow_unicode = True
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def count_comments(text: str) -> int:
    """How many lines of plain YAML hold a comment; a # inside a value is none."""
    return len({line for line, _ in find_comments(text)})


def find_comments(text: str) -> tuple[tuple[int, str], ...]:
    """The comments of plain YAML, each with its line, counted from 0; a # inside a value is none."""
    values = [
        (t.start_mark.index, t.end_mark.index)
        for t in _library.YAML(typ="safe", pure=True).scan(text)
        if hasattr(t, "value")
    ]
    starts = (match.start() for match in re.finditer(r"(?:^|(?<=\s))#", text, re.MULTILINE))
    found: dict[int, str] = {}
    for at in starts:
        line = text.count("\n", 0, at)
        if line not in found and not any(a <= at < b for a, b in values):
            found[line] = text[at:].partition("\n")[0].rstrip()
    return tuple(found.items())
