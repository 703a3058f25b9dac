"""Free words of a shared case that still name what was left out: only a person can tell whether they may stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from zopa.case.plain import Path
    from zopa.case.types import Case

_SHORT = 4  # letters below which a name is too often another word
_NOT_OURS = frozenset(
    {"quote", "original", "prefix", "suffix", "url", "file", "sha256"}
)  # words of documents, and places


def find_mentions(whole: Case, left: Case, gone: Iterable[Path]) -> tuple[tuple[str, str], ...]:
    """(dotted path, name) for each text of the shared case that holds the name of an entry that was left out.

    Args:
        whole: the case before it was reduced.
        left: the shared case.
        gone: paths of the entries that were left out for themselves.
    """
    names = sorted({name for path in gone for name in _names(whole, path) if len(name.strip()) >= _SHORT})
    if not names:
        return ()
    pattern = re.compile("|".join(rf"(?<!\w){re.escape(name)}(?!\w)" for name in names), re.IGNORECASE)
    plain = left.model_dump(by_alias=True, exclude_defaults=True, mode="json")
    return tuple((path, match[0]) for path, text in _texts(plain, "") if (match := pattern.search(text)))


def _names(case: Case, path: Path) -> Iterator[str]:
    """What an entry is called in free words; of an issue, an option or a draft only a name of several words."""
    if path[:1] == ("parties",) and len(path) == 2:
        party = case.parties[str(path[1])]
        yield from (party.name, *party.aliases)
        yield from party.people
    elif path[:1] == ("parties",) and path[2:3] == ("people",):
        person = case.parties[str(path[1])].people[str(path[3])]
        yield from (str(path[3]), *person.aliases)
    else:
        name = _called(case, path)
        yield from [name] if " " in name.strip() else []


def _called(case: Case, path: Path) -> str:
    if path[:1] == ("drafts",) and len(path) == 2:
        return case.drafts[str(path[1])].name
    if path[:1] == ("issues",) and len(path) == 2:
        return case.issues[str(path[1])].name
    if path[:1] == ("issues",) and path[2:3] == ("options",):
        return case.issues[str(path[1])].options[str(path[3])].name
    return ""


def _texts(value: Any, path: str) -> Iterator[tuple[str, str]]:
    """Every text with its dotted path, less those that are not the analysts' own words."""
    if isinstance(value, str):
        yield path, value
        return
    items: Iterable[tuple[Any, Any]] = ()
    if isinstance(value, dict):
        items = cast("Mapping[str, Any]", value).items()
    elif isinstance(value, list):
        items = enumerate(cast("list[Any]", value))
    for key, item in items:
        if key not in _NOT_OURS:
            yield from _texts(item, f"{path}.{key}" if path else str(key))
