"""Who takes part and what it is about, each with the words for it and the passages that show it, for a person to correct."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.accounts.issues import FoundIssue
    from zopa.accounts.parties import FoundParty, Participants, PartyPerson
    from zopa.accounts.talks import ReportedTalks
    from zopa.sources import Passage


@dataclass(frozen=True, slots=True)
class FoundName:
    """A found party, person or issue.

    Attributes:
        what: party, person or issue.
        name: as it is shown.
        others: other words for it.
        apart: those of them that can be one of their own.
        told: kind and role of a party, offices of a person, sides that speak to an issue.
        passages: that show it, each once.
        people: of a party.
    """

    what: str
    name: str
    others: tuple[str, ...]
    apart: tuple[str, ...]
    told: tuple[str, ...]
    passages: tuple[Passage, ...]
    people: tuple[FoundName, ...] = ()

    @property
    def words(self) -> tuple[str, ...]:
        """All words for it."""
        return (self.name, *self.others)


def list_found(talks: ReportedTalks) -> tuple[FoundName, ...]:
    """The parties with their people, then the issues, in the order of the talks."""
    parties = [_party(party, talks.participants) for party in talks.participants.parties]
    return (*parties, *(_issue(issue) for issue in talks.dispute.issues))


def _party(party: FoundParty, participants: Participants) -> FoundName:
    sides = {side for (_, side), name in participants.names.items() if name == party.name}
    others = _others(party.name, {*party.aliases, *sides})
    people = tuple(_person(person) for person in party.people.values())
    apart = tuple(word for word in others if word in sides)
    return FoundName("party", party.name, others, apart, (party.kind, party.role), _each_once(party.passages), people)


def _person(person: PartyPerson) -> FoundName:
    others = _others(person.name, person.aliases)
    return FoundName("person", person.name, others, others, tuple(person.offices), _each_once(person.passages))


def _issue(issue: FoundIssue) -> FoundName:
    others = _others(issue.label, issue.labels)
    return FoundName("issue", issue.label, others, others, tuple(sorted(issue.sides)), _each_once(issue.passages))


def _others(name: str, words: Iterable[str]) -> tuple[str, ...]:
    """Words that differ from the name in more than their capitals, each once."""
    by_low = {word.lower(): word for word in sorted(words, reverse=True)}
    return tuple(sorted(word for low, word in by_low.items() if low != name.lower()))


def _each_once(passages: Iterable[Passage]) -> tuple[Passage, ...]:
    return tuple({(p.source, p.start, p.end): p for p in passages}.values())
