"""Who takes part in what several documents tell: parties from the texts, merged over spellings, short names and documents.

A party is whoever demands, offers, accepts, rejects, signs or walks out, or is spoken for. A state that is only a place or an adjective is
none, and nobody is one who merely appears.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.actors import Actor
    from zopa.statements.deeds import Deed

_ACTING = frozenset("wants offers accepts refuses never yields agrees signs leaves threatens meets".split())


@dataclass(slots=True)
class PartyPerson:
    """Somebody who speaks or acts for a party, with the offices that the texts give."""

    name: str
    offices: list[str] = field(default_factory=list[str])
    passages: list[Passage] = field(default_factory=list["Passage"])


@dataclass(slots=True)
class FoundParty:
    """A party as the texts show it.

    Attributes:
        name: the fullest name.
        kind: state, union, company, party, armed group, council, government body or group.
        role: "negotiates", "mediates" or "comments".
        aliases: other words for it.
        people: who speaks or acts for it.
        passages: what shows that it takes part.
        weight: how much it does in the texts; only for an order.
    """

    name: str
    kind: str
    role: str
    aliases: set[str]
    people: dict[str, PartyPerson]
    passages: list[Passage]
    weight: int = 0


@dataclass(frozen=True, slots=True)
class Participants:
    """The parties, those that do most first, and the party of each (document, side as that document calls it)."""

    parties: tuple[FoundParty, ...]
    names: dict[tuple[str, str], str]

    def party_of(self, source: str, side: str | None) -> str | None:
        """The party's name for a side as a document calls it; None where it is no party."""
        return self.names.get((source, side)) if side else None

    def named(self, name: str) -> FoundParty | None:
        """The party of this name."""
        return next((party for party in self.parties if party.name == name), None)


def find_participants(records: Sequence[Record]) -> Participants:
    """The parties of all documents; empty where nobody wants, offers, refuses, signs or is spoken for."""
    shown: dict[tuple[str, str], list[Passage]] = {}
    acted: Counter[tuple[str, str]] = Counter()
    mediated: Counter[tuple[str, str]] = Counter()
    spoke: Counter[tuple[str, str]] = Counter()
    kinds = {(r.source, a.name): a for r in records for a in r.actors}
    for record in records:
        for deed in record.deeds:
            _count_deed(record.source, deed, shown, acted, mediated)
        for statement in record.statements:
            if statement.speaker is None or statement.form == "own-voice":
                continue
            for side in statement.speaker.parties or ((statement.speaker.party,) if statement.speaker.party else ()):
                spoke[record.source, side] += 1
                shown.setdefault((record.source, side), []).append(statement.passage)
    sides = [key for key in shown if acted[key] or mediated[key] or spoke[key]]
    sides = [
        key for key in sides if _may_be_party(key[1], kinds.get(key)) and (acted[key] or spoke[key] or mediated[key])
    ]
    names = _merge(sides, kinds, acted + spoke)
    parties: dict[str, FoundParty] = {}
    for key in sides:
        name = names[key]
        actor = kinds.get(key)
        party = parties.get(name)
        if party is None:
            party = parties[name] = FoundParty(name, "", "comments", set(), {}, [])
        if actor is not None:
            party.kind = actor.kind if not party.kind or party.kind == "group" else party.kind
            party.aliases |= {a for a in (*actor.aliases, actor.name) if a != name}
        if key[1] != name:
            party.aliases.add(key[1])
        party.passages.extend(shown[key])
        party.weight += 2 * acted[key] + spoke[key] + mediated[key]
    for name, party in parties.items():
        mine = [key for key in sides if names[key] == name]
        does, mediates = sum(acted[k] for k in mine), sum(mediated[k] for k in mine)
        party.role = "mediates" if mediates and mediates >= does else "negotiates" if does else "comments"
        party.kind = party.kind or "state"
    _add_people(records, names, parties)
    ordered = sorted(parties.values(), key=lambda p: (-p.weight, p.name))
    return Participants(tuple(ordered), names)


def _count_deed(
    source: str,
    deed: Deed,
    shown: dict[tuple[str, str], list[Passage]],
    acted: Counter[tuple[str, str]],
    mediated: Counter[tuple[str, str]],
) -> None:
    mediates = deed.predicate in words_of("mediate")
    for doer in deed.doers:
        if doer.side is None:
            continue
        key = (source, doer.side)
        if mediates or set(doer.name.lower().split()) & words_of("mediator"):
            mediated[key] += 1
        elif deed.stance in _ACTING and not (deed.stance == "accepts" and not deed.matters):
            acted[key] += 1
        elif not (deed.predicate in words_of("meet_verb") and len(deed.doers) > 1):
            continue
        shown.setdefault(key, []).append(deed.words)


def _may_be_party(side: str, actor: Actor | None) -> bool:
    """False for a person and for a press agency: the first speaks for a side, the second only carries words."""
    if actor is None:
        return side.lower() not in words_of("press_name")
    return actor.kind != "person" and actor.name.lower() not in words_of("press_name") | words_of("nobody_body")


def _merge(
    sides: list[tuple[str, str]], kinds: dict[tuple[str, str], Actor], weight: Counter[tuple[str, str]]
) -> dict[tuple[str, str], str]:
    """One name for each side over all documents: a short name joins the only longer one that it can stand for."""
    full = sorted({side for _, side in sides}, key=lambda s: (-len(s.split()), s))
    joined: dict[str, str] = {}
    for side in full:
        longer = [other for other in full if other != side and other not in joined and _stands_for(side, other)]
        exact = [other for other in longer if other.lower() == side.lower()]
        found = exact[:1] or (longer if len(longer) == 1 else [])
        if found:
            joined[side] = found[0]
    generic = [s for s in full if s not in joined and s == s.lower() and len(s.split()) == 1]
    for side in generic:
        kind = next((a.kind for (_, name), a in kinds.items() if name == side), "")
        same = {
            joined.get(s, s)
            for s in full
            if s != side and s not in generic and next((a.kind for (_, n), a in kinds.items() if n == s), "") == kind
        }
        if len(same) == 1 and kind not in {"group", ""}:
            joined[side] = next(iter(same))

    def final(side: str) -> str:
        while side in joined:
            side = joined[side]
        return side

    return {key: final(key[1]) for key in sides}


def _stands_for(short: str, full: str) -> bool:
    """True where a name is a part of a longer one that tells nothing else: same words, its first word, its initials."""
    a, b = short.lower().split(), full.lower().split()
    if len(a) >= len(b) and short.lower() != full.lower():
        return False
    if short.lower() == full.lower():
        return short != full
    initials = "".join(w[0] for w in full.replace("-", " ").split() if w[0].isupper())
    if short.isupper() and len(short) > 1 and short in {initials, initials[:-1]}:
        return True
    if short[0].isupper() and a == b[: len(a)] and short.lower() not in words_of("generic_first"):
        return True
    return a == b[-len(a) :] and (a[-1] in words_of("collective") or short[0].isupper())


def _add_people(records: Sequence[Record], names: dict[tuple[str, str], str], parties: dict[str, FoundParty]) -> None:
    for record in records:
        by_name = {a.name: a for a in record.actors}
        for actor in record.actors:
            if actor.kind != "person" or not actor.named or actor.side is None:
                continue
            side: str | None = actor.side
            seen: set[str] = set()
            while side in by_name and by_name[side].side not in {side, None} and side not in seen:
                seen.add(side)
                side = by_name[side].side
            name = names.get((record.source, side or ""))
            if name is None or name not in parties:
                continue
            people = parties[name].people
            key = _person_key(actor.name, people)
            person = people.setdefault(key, PartyPerson(actor.name))
            person.offices += [o for o in actor.offices if o not in person.offices]
            person.passages.extend(actor.passages[:3])


def _person_key(name: str, people: Iterable[str]) -> str:
    """The entry of one person: the same name, or the only one of this surname when one of the two is short."""
    same = [
        p
        for p in people
        if p == name or (p.split()[-1] == name.rsplit(maxsplit=1)[-1] and (" " not in p or " " not in name))
    ]
    return same[0] if len(same) == 1 else name
