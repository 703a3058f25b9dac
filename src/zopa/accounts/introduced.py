"""Names of one body over all documents, as some text introduces them beside each other; and what texts tell of a body beside its name.

Two names that share no word are one body only where a text says so: "the Reds (TRP)" in one account joins "the Reds" of a second with "the
TRP" of a third. A short form that two texts explain by its letters for two long names joins nothing.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from zopa.statements.actor_names import stands_for

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.statements import Record
    from zopa.statements.actors import Actor


def other_names(actors: Iterable[Actor]) -> tuple[frozenset[str], ...]:
    """Groups of names that texts introduce as one body's, those joined through a third name too; empty where none is introduced."""
    edges: dict[str, set[str]] = {}
    for actor in actors:
        for other in actor.told_as - {actor.name} if actor.kind not in {"person", "state"} else ():
            edges.setdefault(actor.name, set()).add(other)
            edges.setdefault(other, set()).add(actor.name)
    for short in [name for name, others in edges.items() if _is_of_several(name, others)]:
        for other in edges.pop(short):
            edges[other].discard(short)
    groups: list[frozenset[str]] = []
    seen: set[str] = set()
    for name in sorted(edges):
        if name not in seen and edges[name]:
            groups.append(frozenset(_reached(name, edges)))
            seen |= groups[-1]
    return tuple(groups)


def _is_of_several(short: str, others: set[str]) -> bool:
    """True for initials that fit two long names which do not stand for each other: "CP" of a Coast and of a Centre Party."""
    fitting = [other for other in others if stands_for(short, other)]
    return any(not _alike(a, b) for a, b in combinations(fitting, 2))


def _alike(a: str, b: str) -> bool:
    return bool(set(a.lower().split()[:1]) & set(b.lower().split())) or stands_for(a, b) or stands_for(b, a)


def _reached(name: str, edges: Mapping[str, set[str]]) -> set[str]:
    found, todo = {name}, [name]
    while todo:
        new = edges[todo.pop()] - found
        found |= new
        todo += new
    return found


def told_apart(records: Sequence[Record]) -> frozenset[frozenset[str]]:
    """Pairs of sides of which a text tells that they do something together, to each other, or meet: never one body."""
    found: set[frozenset[str]] = set()
    for record in records:
        groups = [[d.side for d in (*deed.doers, *deed.others)] for deed in record.deeds]
        groups += [list(meeting.parties) for meeting in record.meetings]
        groups += [list(s.speaker.parties) for s in record.statements if s.speaker]
        for group in groups:
            found |= {frozenset(pair) for pair in combinations({side for side in group if side}, 2)}
    return frozenset(found)


def lands(traits: Iterable[str]) -> frozenset[str]:
    """The states among traits; the others are adjectives in small letters."""
    return frozenset(trait for trait in traits if trait[:1].isupper())


def called_by_trait(side: str, traits: Mapping[str, frozenset[str]]) -> str | None:
    """The only body that texts tell of by an adjective whose plural is a name: "the Liberals", where one is "the liberal TRP"."""
    word = side.lower()
    if " " in side or not side[:1].isupper() or not word.endswith("s"):
        return None
    found = [name for name, told in traits.items() if name != side and {word, word[:-1]} & told]
    return found[0] if len(found) == 1 else None
