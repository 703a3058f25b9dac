"""One name for each side over all documents: spellings, short names, initials, and nouns that only describe ("the authority").

A describing noun joins a named body of its kind: the only one of its own document, else the only one of all documents. One person who
speaks for a describing noun in one account and for a named body in another joins the two.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of, described_kinds
from zopa.statements.actor_names import kind_of
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

Side = tuple[str, str]  # document, and the side as that document calls it


@dataclass(frozen=True, slots=True)
class KnownSides:
    """What is known of the sides of all documents before they are joined.

    Attributes:
        keys: (document, side).
        kinds: kind of each.
        weight: how much each does.
        people: names of those who stand for each.
        mediators: sides that mediate.
    """

    keys: tuple[Side, ...]
    kinds: Mapping[Side, str]
    weight: Mapping[Side, int]
    people: Mapping[Side, frozenset[str]]
    mediators: frozenset[Side]


def describes(name: str) -> bool:
    """True for words that describe a body and do not name it: the last is written small ("the authority", "Vulnerable countries")."""
    last = name.rsplit(maxsplit=1)[-1]
    capitals = sum(c.isupper() or c.isdigit() for c in name)
    return last[:1].islower() and capitals <= name[:1].isupper()


def join_sides(sides: KnownSides) -> dict[Side, str]:
    """The name of the party for each side; a side that joins nothing keeps its own."""
    joined = _join_names(sides)
    named = {key: _final(joined, key[1]) for key in sides.keys if not describes(key[1])}
    kinds = _kinds_of(sides, named)
    result = dict(named)
    for key in sides.keys:
        if key not in named and (shared := _shared(sides, key, named)):
            result[key] = shared  # told by whoever speaks for it
    known = dict(result)
    for key in sides.keys:
        if key not in result:
            result[key] = _described(sides, key, known, kinds) or _final(joined, key[1])
    return result


def _shared(sides: KnownSides, key: Side, named: Mapping[Side, str]) -> str | None:
    """The only named body for which somebody speaks who also speaks for a side, or None."""
    mine = sides.people.get(key, frozenset())
    shared = {name for other, name in named.items() if sides.people.get(other, frozenset()) & mine}
    return next(iter(shared)) if len(shared) == 1 else None


def _join_names(sides: KnownSides) -> dict[str, str]:
    """Short name -> longer name, of names told anywhere: same letters, first words, initials."""
    full = sorted({side for _, side in sides.keys}, key=lambda s: (-len(s.split()), -sum(c.isupper() for c in s), s))
    states = {side for (_, side), kind in sides.kinds.items() if kind == "state"}
    joined: dict[str, str] = {}
    for side in full:
        longer = [o for o in full if o != side and o not in joined and side not in states and stands_for(side, o)]
        exact = [other for other in longer if other.lower() == side.lower()]
        found = exact[:1] or (longer if len(longer) == 1 else [])
        if found:
            joined[side] = found[0]
    return joined


def _final(joined: Mapping[str, str], side: str) -> str:
    while side in joined:
        side = joined[side]
    return side


def _kinds_of(sides: KnownSides, named: Mapping[Side, str]) -> dict[str, str]:
    """Kind of each name; a kind that tells something goes before "group"."""
    kinds: dict[str, str] = {}
    for key, name in named.items():
        kind = sides.kinds.get(key, "group")
        kind = (
            kind_of(name) if kind in {"group", ""} else kind
        )  # told by its name, where its own text lets it do nothing
        if kinds.get(name, "group") in {"group", ""}:
            kinds[name] = kind
    return kinds


def _described(sides: KnownSides, key: Side, named: Mapping[Side, str], kinds: Mapping[str, str]) -> str | None:
    """The named body that a describing noun stands for, or None where it could be several or nobody."""
    noun, opener = key[1].split()[-1].lower(), key[1].split()[0]
    same = {name for name in named.values() if opener[0].isupper() and name in {opener, opener + "s"}}
    if same:
        return next(iter(same))  # "European states": the Europeans
    wanted = described_kinds(noun)
    if not wanted:
        return None
    near = {name for other, name in named.items() if other[0] == key[0]}
    everywhere = set(named.values())
    for candidates in (near, everywhere):
        for kind in wanted:
            fitting = {name for name in candidates if kinds.get(name) == kind}
            if len(fitting) == 1:
                return next(iter(fitting))
            if fitting:
                return None
    if wanted == ("state",):
        return None
    rivals = {k[:1] for s in sides.keys if describes(s[1]) and (k := described_kinds(s[1].split()[-1].lower()))}
    if len(rivals) > 1 and wanted[0] != "company":
        return None  # a company and a union are told of: a name of no kind is not the union
    mediating = {named[m] for m in sides.mediators if m in named}
    unknown = {
        name for other, name in named.items()
        if kinds.get(name) == "group" and name not in mediating and sides.weight.get(other, 0) > 0
    }  # fmt: skip
    return next(iter(unknown)) if len(unknown) == 1 else None


def stands_for(short: str, full: str) -> bool:
    """True where a name is a part of a longer one that tells nothing else: same words, its first word, its initials."""
    a, b = short.lower().split(), full.lower().split()
    if short.lower() == full.lower():
        return short != full
    if len(a) == 1 and _of_party(a[0], b):
        return True
    if len(a) >= len(b):
        return False
    if a == [word for word in b if word not in class_of("title")]:
        return True
    initials = "".join(w[0] for w in full.replace("-", " ").split() if w[0].isupper())
    if short.isupper() and len(short) > 1 and short in {initials, initials[:-1]}:
        return True
    if short[0].isupper() and a == b[: len(a)] and short.lower() not in words_of("generic_first"):
        return True
    return a == b[-len(a) :] and (a[-1] in words_of("collective") or short[0].isupper())


def _of_party(short: str, full: list[str]) -> bool:
    """True for "nationals" or "national" beside "national party", and "liberal" beside "liberals"."""
    if len(full) == 1:
        return full[0] == f"{short}s"
    return len(full) == 2 and full[1] in words_of("org_party") and short.removesuffix("s") == full[0].removesuffix("s")
