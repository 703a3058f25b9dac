"""A case for other eyes: less what is private, on request less what parties have without a deal, and less what rests on either.

Flow: entries marked private -> everything that names them or rests on them -> readings that set what is gone -> the rest, checked
again. Nothing is hidden afterwards: pages and solvers that take the reduced case never see what was left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from zopa.case.as_of import case_as_of
from zopa.case.build import type_case
from zopa.case.entry import Entry
from zopa.case.moves import Moves
from zopa.case.sharing_entries import Cut, settle
from zopa.case.sharing_mentions import find_mentions
from zopa.case.sharing_readings import share_readings
from zopa.case.values import first_day

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from zopa.case.plain import Path
    from zopa.case.types import Case

KINDS = {
    "private": "entries marked private",
    "remark": "remarks marked private",
    "no-deal": "no-deal values",
    "later": "sources and drafts of a later day",
    "reading": "readings that set what is left out",
    "resting": "values, quotes, notes and entries that named or rested on what is left out",
}


@dataclass(frozen=True, slots=True)
class Shared:
    """A case with nothing private in it.

    Attributes:
        case: what is left.
        left_out: how much of each of `KINDS`; kinds of which there was nothing are missing.
        names: whether a text names a party or a person who was left out.
        mentions: (dotted path, name) of free words that still name what is private.
    """

    case: Case
    left_out: Mapping[str, int]
    names: Callable[[str], bool]
    mentions: tuple[tuple[str, str], ...] = ()


def share_case(
    case: Case, *, no_deal_values: bool = False, day: str = "", later: Iterable[str] = (), sources: Iterable[str] = ()
) -> Shared:
    """The case that may be shown to others.

    Args:
        case: without errors, and not private as a whole.
        no_deal_values: whether what parties have without a deal stays.
        day: ISO date; what came later is left out.
        later: ids of sources that came later although the case does not date them.
        sources: ids of sources that are left out for another reason.
    """
    roots = _roots(case, day, {*later}, {*sources})
    while True:
        cut = Cut(case, no_deal_values, roots)
        left = cast("Case", _walked(case, (), cut))
        fallen = {("drafts", n): "resting" for n in case.drafts if n not in left.drafts and ("drafts", n) not in roots}
        if not fallen:
            break
        roots |= fallen  # a draft that rested on what is private; a no-deal value may be told by it
    left, found = type_case(left.model_dump(by_alias=True, exclude_defaults=True, mode="json"))
    cut.counts["resting"] += sum(finding.severity == "error" for finding in found)
    if day:
        before, left = left, case_as_of(left, day)
        cut.gone |= {("conditions", 0)} if len(before.conditions) != len(left.conditions) else set()
    readings = share_readings(left, cut.gone, cut.names, no_deal_values=no_deal_values)
    cut.counts["reading"] += len(left.readings) - len(readings)
    left = left.model_copy(update={"readings": readings, "left_out": _without(case, cut)})
    private = [path for path, kind in roots.items() if kind == "private"]
    counts = {kind: cut.counts[kind] for kind in KINDS if cut.counts[kind]}
    return Shared(left, counts, cut.names, find_mentions(case, left, private))


def _without(case: Case, cut: Cut) -> tuple[str, ...]:
    """What the case does without from now on; what came later, and remarks, make no blank in it."""
    no_deal = cut.counts["no-deal"] or (cut.counts["reading"] and not cut.no_deal_values)
    told = {"no-deal": no_deal, "private": "private" in cut.roots.values()}
    return tuple(kind for kind, left_out in told.items() if left_out or kind in case.left_out)


def _roots(case: Case, day: str, later: set[str], sources: set[str]) -> dict[Path, str]:
    """Paths of the entries that are left out for themselves, with their kind."""
    dated = [*((("sources", n), s.published) for n, s in case.sources.items()),
             *((("drafts", n), d.date) for n, d in case.drafts.items())]  # fmt: skip
    roots: dict[Path, str] = {("sources", name): "resting" for name in sources}
    roots |= {("sources", name): "later" for name in later}
    roots |= {path: "later" for path, date in dated if day and date and first_day(date) > day}
    return roots | {path: "private" for path, entry in _entries(case, ()) if entry.is_private}


def _fields(entry: Entry, path: Path) -> Iterable[tuple[str, Any, Path]]:
    """(field, value, path) of an entry's fields; decision makers stand in the file beside the other keys of `moves`."""
    for name, told in type(entry).model_fields.items():
        spread = isinstance(entry, Moves) and name == "movers"
        yield name, getattr(entry, name), path if spread else (*path, told.alias or name)


def _items(value: Any) -> list[tuple[str | int, Any]]:
    if isinstance(value, tuple):
        return list(enumerate(cast("tuple[Any, ...]", value)))
    return list(cast("dict[str, Any]", value).items()) if isinstance(value, dict) else []


def _entries(value: Any, path: Path) -> Iterable[tuple[Path, Entry]]:
    """Every entry with its path, the outer before the inner; none inside a private one."""
    if isinstance(value, Entry):
        yield path, value
        if path and value.is_private:
            return
        for _, inner, place in _fields(value, path):
            yield from _entries(inner, place)
    for key, item in _items(value):
        yield from _entries(item, (*path, key))


def _walked(value: Any, path: Path, cut: Cut) -> Any:
    """What is left of a value: entries that go are None, and missing where they stood in a list or a mapping."""
    if not isinstance(value, Entry):
        kept = [(key, item, _walked(item, (*path, key), cut)) for key, item in _items(value)]
        kept = [(key, new) for key, old, new in kept if not (isinstance(old, Entry) and new is None)]
        if isinstance(value, tuple):
            return tuple(item for _, item in kept)
        return dict(kept) if isinstance(value, dict) else value
    if path in cut.roots:
        cut.drop(path, cut.roots[path])
        return None
    if value.remark:
        cut.counts["remark"] += 1
    update: dict[str, Any] = {"private": ""}
    for name, inner, place in _fields(value, path):
        new = _walked(inner, place, cut) if name != "private" else ""
        made = type(value).model_fields[name].default_factory
        update[name] = cast("Any", made)() if new is None and made is not None else new
    return settle(value, value.model_copy(update=update), path, cut)
