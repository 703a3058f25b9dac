"""Plain YAML, as case files are written, read by libyaml in a twentieth of the time that the full reader takes.

Only reading is quick: comments are not kept, so edits take the full reader. Whatever is unusual in a text (anchors, aliases, tags,
tabs, several documents, keys that stand twice, any mistake) is left to that too, which alone tells what is wrong: `read_plain` then gives
None. What it does give is what `load_yaml` gives, with the same lines; a property test holds the two against each other.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

import yaml as _yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

_library = cast("Any", _yaml)  # the library is only partly typed
_LOADER: Any = getattr(_library, "CSafeLoader", None)  # missing where the library was built without libyaml
_UNUSUAL = re.compile(
    "[^\n\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd\U00010000-\U0010ffff]|^(?:---|[.]{3}|%)",
    re.MULTILINE,
)


@dataclass(slots=True)
class Places:
    """Where a mapping or list begins, and each of its keys or items: lines from 0, as the full reader gives them."""

    line: int
    data: dict[Any, list[int]] = field(default_factory=dict[Any, list[int]])


class LinedMap(dict[str, Any]):
    """A mapping that knows its lines."""

    lc: Places


class LinedList(list[Any]):
    """A list that knows its lines."""

    lc: Places


class _Unusual(Exception):  # noqa: N818 - no error: the text is left to the full reader
    """Something that is not read here."""


def read_plain(text: str) -> LinedMap | None:
    """The mapping that a text holds; None where it holds anything but plain YAML, or nothing, or where libyaml is missing."""
    if _LOADER is None or _UNUSUAL.search(text):
        return None
    try:
        events = iter(_library.parse(text, Loader=_LOADER))
        next(events)  # the stream begins
        next(events)  # the document begins
        made = _node(next(events), events)
        next(events)  # the document ends
        last = next(events)
    except (_Unusual, RecursionError, StopIteration, _library.YAMLError):
        return None
    return made if isinstance(made, LinedMap) and isinstance(last, _library.StreamEndEvent) else None


def _node(event: Any, events: Iterator[Any]) -> Any:
    """The node that begins with an event, and all events up to its end are taken."""
    if isinstance(event, _library.AliasEvent) or event.anchor or event.tag:
        raise _Unusual
    if isinstance(event, _library.ScalarEvent):
        return event.value
    if isinstance(event, _library.SequenceStartEvent):
        return _list(event, events)
    made = LinedMap()
    made.lc = Places(event.start_mark.line)
    while not isinstance(key := next(events), _library.MappingEndEvent):
        name = _node(key, events)
        if not isinstance(name, str) or name in made:
            raise _Unusual
        made.lc.data[name] = [key.start_mark.line]
        made[name] = _node(next(events), events)
    return made


def _list(event: Any, events: Iterator[Any]) -> LinedList:
    made = LinedList()
    made.lc = Places(event.start_mark.line)
    while not isinstance(item := next(events), _library.SequenceEndEvent):
        made.lc.data[len(made)] = [item.start_mark.line]
        made.append(_node(item, events))
    return made
