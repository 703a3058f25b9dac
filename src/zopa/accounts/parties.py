"""Who takes part in what several documents tell: parties from the texts, merged over spellings, short names and documents.

A party is whoever demands, offers, accepts, rejects, signs or walks out, or is spoken for. A state that is only a place or an adjective is
none, and nobody is one who merely appears.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of, described_kinds
from zopa.accounts.edits import edit_people, edit_sides
from zopa.accounts.introduced import other_names, told_apart
from zopa.accounts.joining import KnownSides, Side, describes, join_sides, told_kind
from zopa.accounts.party_signs import count_signs
from zopa.statements.actor_names import kind_of
from zopa.text.lexicon import words_of
from zopa.text.spellings import is_one_person

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from zopa.accounts.edits import TalksEdit
    from zopa.accounts.party_signs import Shown
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.actors import Actor

_TWICE = 2  # deeds, for words that only describe ("several unions") to be a party


@dataclass(slots=True)
class PartyPerson:
    """Somebody who speaks or acts for a party, with the offices that the texts give."""

    name: str
    offices: list[str] = field(default_factory=list[str])
    passages: list[Passage] = field(default_factory=list["Passage"])
    aliases: set[str] = field(default_factory=set[str])


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
    """The parties, those that do most first; the party of each (document, side as that document calls it), and of each person.

    `others` are the names, in lower case, of all people and bodies of a known kind in the texts, parties or not.
    """

    parties: tuple[FoundParty, ...]
    names: dict[Side, str]
    people: dict[str, str] = field(default_factory=dict[str, str])
    others: frozenset[str] = frozenset()

    def party_of(self, source: str, side: str | None) -> str | None:
        """The party's name for a side as a document calls it; None where it is no party."""
        return self.names.get((source, side)) if side else None

    def party_of_person(self, source: str, side: str | None, name: str | None) -> str | None:
        """The party for a side as a document calls it; else that for which a person of this name stands in another account."""
        found = self.party_of(source, side)
        home = self.people.get(name) if name else None
        party = self.named(found) if found else None
        return (
            home if home and (party is None or party.kind == "state") else found
        )  # "the Austrian leader" speaks for a party

    def across_from(self, source: str, party: str) -> str | None:
        """The party that stands against one at the table: the only other, in all accounts or in this one; else None."""
        others = [p.name for p in self.parties if p.role == "negotiates" and p.name != party]
        here = [name for name in others if name in {n for (s, _), n in self.names.items() if s == source}]
        return next((found[0] for found in (others, here) if len(found) == 1), None)

    def called(self, words: str) -> str | None:
        """The only party of which words are a name, with or without their article; None where none or several are."""
        low = words.lower().removeprefix("the ")
        found = {
            p.name for p in self.parties for word in (p.name, *p.aliases)
            if low == word.lower() or (" " not in low and low == word.lower().rsplit(maxsplit=1)[-1])
        }  # fmt: skip
        return next(iter(found)) if len(found) == 1 else None

    def named(self, name: str) -> FoundParty | None:
        """The party of this name."""
        return next((party for party in self.parties if party.name == name), None)

    def is_called(self, words: str) -> bool:
        """True where words are a name of a party, of one of its people, of another body, or another word for it."""
        low = words.lower()
        return low in self.others or any(
            low == word.lower() for p in self.parties for word in (p.name, *p.aliases, *p.people)
        )


def find_participants(records: Sequence[Record], edits: Sequence[TalksEdit] = ()) -> Participants:
    """The parties of all documents; empty where nobody wants, offers, refuses, signs or is spoken for."""
    people = _people_of(records)
    shown = count_signs(records)
    venues = {m.place for r in records for m in r.meetings if m.place}
    actors = {(r.source, a.name): a for r in records for a in r.actors}
    bodies = {a.name for a in actors.values() if a.kind != "person" and a.side == a.name and " " in a.name}
    surnames = _surnames(records, bodies)
    keys = tuple(
        key for key in shown.passages
        if _may_be_party(key[1], actors.get(key)) and not _is_venue(key, venues, actors, shown)
        and not _is_surname(key, actors, surnames) and (shown.weight(key) or shown.own[key])
    )  # fmt: skip
    sides = KnownSides(
        keys, _kinds(records), {key: shown.weight(key) for key in keys},
        {key: frozenset(people.get(key, {})) for key in keys}, frozenset(key for key in keys if shown.mediated[key]),
        _short_names(keys, actors), other_names(actors.values()), told_apart(records),
        {key: frozenset(actor.traits) for key, actor in actors.items() if actor.traits},
    )  # fmt: skip
    names = edit_sides(join_sides(sides), {key: actor.aliases for key, actor in actors.items()}, edits)
    states = {name for key, name in names.items() if sides.kinds.get(key) == "state"}
    names = {key: name for key, name in names.items() if not _too_vague(name, names, shown, edits, len(states))}
    parties = _build(names, sides.kinds, actors, shown)
    _demote_own_state(parties)
    _add_people(people, names, parties)
    edit_people({name: party.people for name, party in parties.items()}, edits)
    ordered = sorted(parties.values(), key=lambda p: (-p.weight, p.name))
    others = frozenset(
        a.name.lower()
        for a in actors.values()
        if a.named and not describes(a.name) and a.kind not in {"group", "council"}
    )
    homes = _homes(ordered) | {side: name for (_, side), name in names.items() if side in bodies}
    return Participants(tuple(ordered), names, homes, others)


def _short_names(keys: Iterable[Side], actors: Mapping[Side, Actor]) -> dict[str, frozenset[str]]:
    """Short name in capitals -> the names of bodies that some text explains by it: "FPÖ" -> "Austrian Freedom Party"."""
    found: dict[str, set[str]] = {}
    for key in keys:
        for alias in actors[key].aliases if key in actors else ():
            if alias[:1].isupper() and " " not in alias and " " in key[1] and alias != key[1]:
                found.setdefault(alias, set()).add(key[1])
    return {short: frozenset(names) for short, names in found.items()}


def _surnames(records: Sequence[Record], bodies: set[str]) -> set[str]:
    """Last words of the names of people, less those that another account, or their own, tells to be bodies."""
    found: set[str] = set()
    for record in records:
        own = {a.name for a in record.actors if a.kind != "person"}
        people = {a.name for a in record.actors if a.kind == "person" and a.named}
        people |= {
            s.speaker.name for s in record.statements
            if s.speaker and not s.speaker.anonymous and s.speaker.party != s.speaker.name
        }  # fmt: skip
        last = {name.rsplit(maxsplit=1)[-1] for name in people - bodies if " " in name}
        found |= last - own  # "Meanwhile Boltek said"
    return found


def _may_be_party(side: str, actor: Actor | None) -> bool:
    """False for a person, a press agency, talks and pacts themselves, and a number of whoever ("several countries")."""
    words = side.lower().split()
    if set(words) & (words_of("press_name") | class_of("agency")) or side.lower() in words_of("nobody_body") | class_of(
        "measure"
    ):
        return False
    if (
        words[-1]
        in words_of("talks")
        | words_of("pact")
        | words_of("part_of") - words_of("org_council") - {"government", "army", "administration", "mission", "police"}
        and len(words) == 1
    ):
        return False
    if words[-1] in class_of("paper") or all(word in words_of("office") | words_of("title") for word in words):
        return False  # "Declaration", "Defence Minister"
    if len(words) > 1 and words[-1] in class_of("pact_name"):
        return False  # "Comprehensive Economic and Trade Agreement"
    if not any(c.isalpha() for c in side.replace("am", "").replace("pm", "")):
        return False  # "5pm"
    if describes(side) and words[-1] in class_of("of_the_talks"):
        return False  # "the prospective parties": whoever talks
    if describes(side) and (
        (words[0] in class_of("quantifier") and words[-1] != "powers")
        or (words[-1] in words_of("nobody_body") and len(words) == 1)
    ):
        return False
    return actor is None or actor.kind != "person"


def _is_surname(key: Side, actors: dict[Side, Actor], surnames: set[str]) -> bool:
    """True for a person taken for a body ("Brod", "State Ana Brod") of whom another place tells that it is a person."""
    actor = actors.get(key)
    return (actor is None or actor.kind == "group") and key[1].rsplit(maxsplit=1)[-1] in surnames


def _is_venue(key: Side, venues: set[str], actors: dict[Side, Actor], shown: Shown) -> bool:
    """True for a place where people met that hardly does anything itself; "near Yahoo's headquarters" makes Yahoo none."""
    actor = actors.get(key)
    does = sum(shown.weight(other) for other in shown.passages if other[1] == key[1])
    return key[1] in venues and actor is not None and actor.kind == "group" and does < _DOES


_DOES = 5  # weight of a name over all documents that is no mere place


def _too_vague(name: str, names: dict[Side, str], shown: Shown, edits: Sequence[TalksEdit], states: int) -> bool:
    """True for words that only describe, joined to no name, and that hardly do anything; a name that a person gave never is."""
    if not describes(name) or any(name in {edit.to, edit.name} for edit in edits):
        return False
    if name.lower() in class_of("lands_of_all"):
        return True  # "leaders of the region", and no text tells which land that is
    if " " in name and name[0].isupper() and described_kinds(name.rsplit(maxsplit=1)[-1].lower())[:1] == ("company",):
        return True  # "the French carmaker", and the text does not tell which
    if states > 1 and described_kinds(name.rsplit(maxsplit=1)[-1].lower())[:1] == ("state",):
        return True  # "the foreign ministry", and the text does not tell whose
    does: Counter[str] = Counter()
    for key, joined in names.items():
        does[joined] += shown.acted[key]
    if sum(count >= _TWICE for count in does.values()) < _TWICE:
        return False  # a text in which hardly anybody does more than one thing
    mine = [key for key, joined in names.items() if joined == name]
    return sum(shown.acted[key] for key in mine) < _TWICE and not any(shown.spoke[key] for key in mine)


def _kinds(records: Sequence[Record]) -> dict[Side, str]:
    """Kind of each side: its own, else that of the body whose side it is ("Birmingham City", told by its council)."""
    kinds: dict[Side, str] = {}
    for record in records:
        kinds |= {(record.source, a.side): a.kind for a in record.actors if a.side and a.kind != "person"}
        kinds |= {(record.source, a.name): a.kind for a in record.actors}
    return kinds


def _build(
    names: dict[Side, str], kinds: Mapping[Side, str], actors: dict[Side, Actor], shown: Shown
) -> dict[str, FoundParty]:
    parties: dict[str, FoundParty] = {}
    for key, name in names.items():
        actor = actors.get(key)
        party = parties.setdefault(name, FoundParty(name, "", "comments", set(), {}, []))
        kind = kinds.get(key) or ("" if actor is not None else own if (own := kind_of(key[1])) != "group" else "state")
        if not party.kind or (
            party.kind == "group" and (not describes(key[1]) or described_kinds(key[1].split()[-1])[:1] == (kind,))
        ):
            party.kind = kind if not describes(key[1]) or describes(name) or party.kind else ""
        party.aliases |= {a for a in (*(actor.aliases if actor else ()), key[1]) if a != name}
        party.passages.extend(shown.passages[key])
        party.weight += shown.weight(key)
    for name, party in parties.items():
        mine = [key for key in names if names[key] == name]
        counters = (shown.acted, shown.own, shown.mediated, shown.brought)
        acted, own, mediated, brought = (sum(counter[k] for k in mine) for counter in counters)
        # A side that hosts its own talks is no mediator, nor is one that wants something itself and urges both to sign.
        between = mediated and mediated + brought >= own and (mediated + brought > acted or not own)
        between = between or (brought > acted and not own)
        party.role = "mediates" if between else "negotiates" if acted else "comments"
        party.kind = told_kind(name, [kinds.get(key, "") for key in mine]) or party.kind or "state"
    return parties


def _demote_own_state(parties: Mapping[str, FoundParty]) -> None:
    """Where political parties talk and one state is told of, that is the land they talk in: it is no party to their talks."""
    acting = [party for party in parties.values() if party.role == "negotiates"]
    states = [party for party in acting if party.kind == "state"]
    if len(states) == 1 and sum(party.kind == "party" for party in acting) > 1:
        states[0].role = "comments"


def _people_of(records: Sequence[Record]) -> dict[Side, dict[str, Actor]]:
    """The named people of each side of each document, through whoever they belong to."""
    found: dict[Side, dict[str, Actor]] = {}
    for record in records:
        by_name = {a.name: a for a in record.actors}
        for actor in record.actors:
            if actor.kind != "person" or not actor.named or actor.side is None:
                continue
            side, seen = actor.side, set[str]()
            while side in by_name and by_name[side].side not in {side, None} and side not in seen:
                seen.add(side)
                side = by_name[side].side or side
            found.setdefault((record.source, side), {})[actor.name] = actor
    return found


def _add_people(people: dict[Side, dict[str, Actor]], names: dict[Side, str], parties: dict[str, FoundParty]) -> None:
    for key, actors in people.items():
        party = parties.get(names.get(key, ""))
        if party is None:
            continue
        for name, actor in actors.items():
            entry = _person_key(name, party.people)
            person = party.people.setdefault(entry, PartyPerson(entry))
            person.offices += [o for o in actor.offices if o not in person.offices]
            person.passages.extend(actor.passages[:3])
            person.aliases |= {a for a in (name, *actor.aliases) if a != entry}


def _homes(parties: Sequence[FoundParty]) -> dict[str, str]:
    """The party of each person who stands for one only."""
    homes: dict[str, set[str]] = {}
    for party in parties:
        for person in party.people.values():
            for name in (person.name, *person.aliases):
                homes.setdefault(name, set()).add(party.name)
    states = {party.name for party in parties if party.kind == "state"}
    aside = {party.name for party in parties if party.kind == "state" and party.role == "comments"}
    chosen = {
        name: (found - states if _only_leads(name, parties, states) else found - aside)
        or _other_home(name, homes, aside)
        or found
        for name, found in homes.items()
    }
    return {name: next(iter(found)) for name, found in chosen.items() if len(found) == 1}


def _other_home(name: str, homes: Mapping[str, set[str]], aside: set[str]) -> set[str]:
    """The party of somebody whom another account calls otherwise, for a premier whose state is no party to the talks."""
    if not homes[name] <= aside:
        return set()
    found = [other - aside for called, other in homes.items() if called != name and is_one_person(called, name)]
    return next((other for other in found if other), set[str]())


def _only_leads(name: str, parties: Sequence[FoundParty], states: set[str]) -> bool:
    """True for somebody whom the adjective of a state names as a leader only: "the Austrian far-right leader" leads no state."""
    offices = [
        office
        for party in parties
        if party.name in states
        for person in party.people.values()
        if name in {person.name, *person.aliases}
        for office in person.offices
    ]
    return bool(offices) and all(office.split()[-1] == "leader" for office in offices)


def _person_key(name: str, people: Iterable[str]) -> str:
    """The entry of one person: the same name less forms of address, or the only one of this surname when one of the two is short."""
    bare = _bare(name)
    same = [p for p in people if _bare(p) == bare or is_one_person(" ".join(_bare(p)), " ".join(bare))]
    return same[0] if len(same) == 1 else " ".join(bare) or name


def _bare(name: str) -> list[str]:
    return [word for word in name.split() if word.lower().rstrip(".") not in class_of("title")]
