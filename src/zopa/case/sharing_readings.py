"""Readings of a case that is to be shared: one that sets what was left out is another reading, so it is left out whole."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, cast

from zopa.case.plain import to_plain
from zopa.case.readings import check_readings

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from zopa.case.plain import Path
    from zopa.case.types import Case, Reading


def share_readings(
    case: Case, gone: Iterable[Path], names: Callable[[str], bool], *, no_deal_values: bool
) -> Mapping[str, Reading]:
    """The readings of a reduced case that set only what it still holds.

    Args:
        case: the reduced case.
        gone: paths, in the whole case, of what was left out.
        names: whether a text names a party or a person who was left out.
        no_deal_values: whether what parties have without a deal may be told.
    """
    places = [tuple(str(part) for part in path) for path in gone]
    shifted = {path[:-1] for path in gone if isinstance(path[-1], int)}
    lists = {tuple(str(part) for part in path) for path in shifted}

    def told(dotted: str, value: Any) -> bool:
        """Whether one setting tells of what was left out."""
        parts = tuple(dotted.split("."))
        touched = any(parts[: len(place)] == place[: len(parts)] for place in places)
        renumbered = any(parts[: len(home)] == home for home in lists)
        words = {*parts, *_words(to_plain(value))}
        secret = "private" in words or ("no-deal" in words and not no_deal_values)
        return touched or renumbered or secret or any(names(word) for word in words - {parts[0]})

    kept = {name: r for name, r in case.readings.items() if not any(told(path, value) for path, value in r.set.items())}
    wrong = {f.path[1] for f in check_readings(case.model_copy(update={"readings": kept})) if f.severity == "error"}
    return {name: reading for name, reading in kept.items() if name not in wrong}


def _words(value: Any) -> Iterable[str]:
    """Every key and every scalar in plain data."""
    if isinstance(value, dict):
        for key, item in cast("dict[str, Any]", value).items():
            yield key
            yield from _words(item)
    elif isinstance(value, list):
        for item in cast("list[Any]", value):
            yield from _words(item)
    elif value is not None:
        yield str(value)
