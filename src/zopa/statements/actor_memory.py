"""What is known of the actors of a text while it is read: names, where they stand, which body acted last."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.statements.actor_communities import community_at, find_communities
from zopa.statements.actor_names import (
    alone,
    bare_family,
    capitals,
    divided,
    joined,
    known_names,
    opens,
    owning,
    proper,
    small,
    with_members,
)
from zopa.statements.actor_targets import find_target
from zopa.statements.name_runs import name_run
from zopa.statements.short_forms import find_short_forms
from zopa.text.lexicon import words_of
from zopa.text.name_words import stands_first

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.text.annotate import Text
    from zopa.text.tagged import Sentence
    from zopa.text.vocabulary import Name, Vocabulary

_KINDS_OF_GROUPS = frozenset({"group", "party", "armed group"})  # of bodies that "the group" may mean
Place = tuple[int, int]  # number of a sentence, word in it


@dataclass(slots=True)
class Actor:
    """Somebody or something that a text lets act.

    Attributes:
        name: fullest name in the text, or the words themselves ("rich nations").
        kind: person, state, union, company, party, armed group, council, government body, or group.
        side: name of the body that it counts under: itself for a body of its own, None where the text does not tell.
        offices: what the text calls it ("foreign minister").
        named: False for somebody told by office or number only ("a senior militia official").
        places: where it stands, in order.
        passages: the same as passages of the text.
        aliases: other words for it in the text.
        told_as: other names by which the text introduces it.
        traits: what the text tells of it before or behind its name: adjectives ("liberal"), and states whose it is.
    """

    name: str
    kind: str
    side: str | None = None
    offices: list[str] = field(default_factory=list[str])
    named: bool = True
    places: list[Place] = field(default_factory=list[Place])
    aliases: set[str] = field(default_factory=set[str])
    passages: list[Passage] = field(default_factory=list["Passage"])
    told_as: set[str] = field(default_factory=set[str])
    traits: set[str] = field(default_factory=set[str])


class ActorMemory:
    """What a text has told so far.

    Attributes:
        text: as annotated.
        known: states, groups and organisations of the shipped table, by each word for them.
        by_name: the actors.
        places: which of them a noun at a place means.
        last_body: head noun -> name of the body last told by a longer name.
        acting: bodies as subjects outside quotation marks, for "its chairwoman", "the company".
        given: names that people are given.
        by_nation: adjective of a nation -> the body that was told with it.
        target: whom a takeover is for, None where none is told.
        parts: whose part was told last by a noun ("board"): the side.
        counted: the group of powers that was counted last ("six powers"), "" for none.
        explained: short forms that an earlier sentence explained, as written.
        short: short forms that a sentence explains, by its number.
    """

    def __init__(self, text: Text, vocabulary: Vocabulary) -> None:
        self.text = text
        self.known = known_names(vocabulary)
        self.given = {name for name, _ in vocabulary.given_names}
        self.by_name: dict[str, Actor] = {}
        self.places: dict[Place, str] = {}
        self.by_last: dict[str, list[str]] = {}  # actors by the last word of their name
        self.families: dict[
            str, list[str]
        ] = {}  # people named in full, by their family name and by that without its article
        self.first_words: dict[str, list[str]] = {}
        halves = {
            word.rsplit(maxsplit=1)[-1] for word, entry in self.known.items() if " " in word and entry.kind == "state"
        }
        for person in (p for p in text.names.people if " " in p and p.split(maxsplit=1)[0].lower() not in halves):
            words = person.split()
            for family in {words[-1], bare_family(words[-1])}:
                self.families.setdefault(family, []).append(person)
            self.first_words.setdefault(words[0], []).append(person)
        self.last_body: dict[str, str] = {}
        self.acting: list[str] = []
        self.alone, self.small = alone(text), small(text)
        self.capitals, self.proper = capitals(text), proper(text)
        self.owning, self.with_members = owning(text), with_members(text)
        self.divided = divided(text, self.known)
        self.communities = find_communities(text, self.known)
        self.by_nation: dict[str, str] = {}
        self.counted = ""
        self.parts: dict[str, str] = {}
        self.target = find_target(text)
        self.explained: set[str] = set()
        self.heads_of: dict[str, str] = {}
        self.short = {
            n: find_short_forms(s) for n, s in enumerate(text.sentences) if any(t.low == "(" for t in s.tokens)
        }

    def at(self, number: int, head: int) -> Actor | None:
        """The actor that the noun at a place means, None where it means nobody that could act."""
        name = self.places.get((number, head))
        return self.by_name.get(name) if name is not None else None

    def community(self, sentence: Sentence, at: int) -> str | None:
        """The people inside another state that a word belongs to ("Turkish Cypriots"), None for none."""
        return community_at(sentence, at, self.known, self.communities)

    def known_name(self, sentence: Sentence, head: int) -> Name | None:
        """The state or group of the shipped table that a word (or the words before it) names."""
        if self.ends_name(sentence, head):
            return None
        for first in range(max(0, head - 3), head + 1):
            words = " ".join(t.low for t in sentence.tokens[first : head + 1])
            if words in self.known and not (first == head and self._is_other_word(sentence, head)):
                return None if self._is_longer(sentence, first, head) else self.known[words]
        if sentence.tokens[head].text[0].isupper() and any(
            sentence.tokens[k].tag == "PROPN" for k in sentence.under(head, "nmod")
        ):
            for first in range(max(0, head - 2), head + 1):  # "the Democratic Republic of Congo"
                for last in range(head + 2, min(head + 4, len(sentence.tokens))):
                    words = " ".join(t.low for t in sentence.tokens[first : last + 1])
                    if words in self.known:
                        return self.known[words]
        return None

    def ends_with(self, entry: Name, name: str) -> bool:
        """True where a name of the shipped table is this name, or ends with it ("Nations" behind "United")."""
        low = name.lower()
        return any(f" {word}".endswith(f" {low}") for word, e in self.known.items() if e is entry)

    def is_of_one_side(self, sentence: Sentence, first: int, last: int) -> bool:
        """True for an army named after a land in which two sides stand against each other: it is one of them, not the state's."""
        land = self.known.get(sentence.tokens[first].low) if first < last else None
        armed = sentence.tokens[last].low in words_of("org_armed")
        return armed and land is not None and land.name in self.divided

    def _is_longer(self, sentence: Sentence, first: int, head: int) -> bool:
        """True for "Security Council" in "Supreme National Security Council": a body with a longer name is another one."""
        before = sentence.tokens[first - 1] if first else None
        told = (" ".join(t.low for t in sentence.tokens[max(0, first - n) : first]) for n in (1, 2, 3))
        if (
            first == head
            or before is None
            or any(words.rstrip(".") in self.known or words in self.known for words in told)
        ):
            return False
        return before.text[0].isupper() and before.tag in {"ADJ", "PROPN"} and not opens(sentence, first - 1)

    def _is_other_word(self, sentence: Sentence, head: int) -> bool:
        """True for "Un" in "Kim Jong Un": short forms in capitals of the table ("UN") mean it only in capitals."""
        text, entry = sentence.tokens[head].text, self.known[sentence.tokens[head].low]
        written = {word for word in (entry.name, *entry.aliases) if word.lower() == text.lower()}
        return bool(written) and all(word.isupper() for word in written) and not text.isupper()

    def ends_name(self, sentence: Sentence, head: int) -> bool:
        """True for "American" in "Anglo American", "France" in "Air France": the last of a name that begins with no land and no office."""
        tokens = sentence.tokens
        before = tokens[head - 1] if head else None
        if before is None or tokens[head].tag not in {"PROPN", "ADJ"} or not before.text[0].isupper():
            return False
        if (
            tokens[head].low not in self.known
            or before.low in self.known
            or f"{before.low} {tokens[head].low}" in self.known
        ):
            return False
        own = (
            words_of("office")
            | words_of("title")
            | words_of("office_opener")
            | words_of("time_noun")
            | words_of("compass")
        )
        named = before.tag == "PROPN" or (before.tag == "ADJ" and before.text in self.capitals)
        return named and before.low not in own and before.relation in {"compound", "flat", "amod"}

    def run(self, sentence: Sentence, head: int) -> tuple[int, int]:
        """First and last of a name, with adjectives in capitals before it ("the New Social Contract", "Anglo American"); no nation's."""
        first, last = name_run(sentence, head)
        tokens, at = sentence.tokens, first - 1
        while (
            at >= 0
            and tokens[at].tag == "ADJ"
            and tokens[at].text[0].isupper()
            and tokens[at].head in range(at, last + 1)
            and not (
                at and tokens[at - 1].low in words_of("dash") and tokens[at - 1].end == tokens[at].start
            )  # "ultra-Orthodox"
        ):
            at -= 1
        own = words_of("title") | words_of("time_noun")
        own |= words_of("office_opener") if tokens[last].low in words_of("office") else frozenset()
        land = tokens[last].low in self.known and not {t.low for t in tokens[at + 1 : first]} & words_of("compass")
        opened = at >= 0 and sentence.quote[at] == sentence.quote[head] and (tokens[at].low == "the" or land)
        opened = opened or (at < 0 and land and tokens[0].text in self.capitals)
        plain = all(t.low not in own and t.low not in self.known for t in tokens[at + 1 : first])
        return (at + 1, last) if opened and plain else (first, last)

    def leant_on(self, kind: str) -> str | None:
        """The body that acted last and may be called by a noun of a kind ("the company"); None where there is none."""
        fits = _KINDS_OF_GROUPS if kind == "group" else {kind}
        return next(
            (name for name in reversed(self.acting) if name in self.by_name and self.by_name[name].kind in fits), None
        )

    def full_name(self, name: str) -> str:
        """The longer name of a person whose surname this is, or the name."""
        if " " in name:
            return name
        for other in self.by_last.get(name, ()):
            if other in self.by_name and self.by_name[other].kind == "person":
                return other
        first = [p for p in self.first_words.get(name, ()) if stands_first(p) or self._is_called_first(p)]
        longer = [*self.families.get(name, ()), *first]
        return longer[0] if len(longer) == 1 else name

    def _is_called_first(self, name: str) -> bool:
        """True for somebody told with an office whom the text goes on to call by the first word, as "Liu" of "Liu He"."""
        actor = self.by_name.get(name)
        return actor is not None and actor.kind == "person" and bool(actor.offices) and self.is_short(name.split())

    def is_known_person(self, name: str) -> bool:
        """True for the name of somebody whom the text tells to be a person."""
        actor = self.by_name.get(name)
        return actor.kind == "person" if actor is not None else name in self.text.names.people

    def is_short(self, words: list[str]) -> bool:
        """True where the text calls a name by its first word alone, as bodies are called, and never by its last, as people are."""
        return words[0] in self.alone and words[-1] not in self.alone

    def has_family_name(self, name: str) -> bool:
        """True for the last word of somebody's name, and for the first of one with a hyphen behind it ("Kim" beside "Kim Jong-un")."""
        return any(not self.is_short(p.split()) and p not in self.owning for p in self.families.get(name, ())) or any(
            "-" in p.split()[-1] for p in self.first_words.get(name, ())
        )

    def is_surname(self, sentence: Sentence, at: int) -> bool:
        """True for "Pope" in "Ana Pope"; not in "Pope Leo"."""
        tokens = sentence.tokens
        if at == 0 or not tokens[at].text[0].isupper() or tokens[at - 1].tag != "PROPN":
            return False
        if f"{tokens[at - 1].text} {tokens[at].text}" in self.text.names.people:
            return True
        named = at + 1 < len(tokens) and tokens[at + 1].tag == "PROPN"
        return tokens[at].low in words_of("office_surname") and not named and tokens[at - 1].low not in self.known

    def note(self, name: str, kind: str, place: Place, side: str | None = None) -> Actor:
        """Keep that a noun at a place means somebody, who is new or known; a side once told stays."""
        actor = self.by_name.get(name)
        if actor is None:
            actor = self.by_name[name] = Actor(name, kind or "group", side)
            for last in name.rsplit(maxsplit=1)[-1:]:
                self.by_last.setdefault(last, []).append(name)
        elif actor.side is None and side:
            actor.side = side
        actor.places.append(place)
        token = self.text.sentences[place[0]].tokens[place[1]]
        actor.passages.append(self.text.document.passage(token.start, token.end))
        self.places[place] = name
        return actor

    def follow(self, number: int, sentence: Sentence, head: int) -> None:
        """Keep a body that stands as subject in mind for what leans on it."""
        actor = self.at(number, head)
        if actor is None or actor.kind == "person" or not actor.named or actor.name.lower() in words_of("collective"):
            return
        if actor.name == actor.name.lower():
            return  # told by a common noun itself
        if sentence.tokens[head].relation.startswith("nsubj") and sentence.quote[head] < 0:
            self.acting.append(actor.name)

    def is_person(self, sentence: Sentence, head: int, first: int, last: int) -> bool:
        """True where a name is a person's: by the shipped names, a title, how the text goes on to call it, or its form."""
        tokens = sentence.tokens
        name = joined([t.text for t in tokens[first : last + 1]])
        people = self.text.names.people
        if tokens[last].text in self.with_members and not (name in people and people[name].entry):
            return False
        if (
            self.has_family_name(name)
            or stands_first(name)
            or (name in people and (people[name].entry or people[name].sex))
        ):
            return True
        if name in self.owning:
            return False
        full = self.full_name(name)
        if full in self.by_name:
            return self.by_name[full].kind == "person"
        before = tokens[first - 1].low if first else ""
        if before in words_of("title"):
            return True
        land = first < last and self.ends_name(sentence, last)  # "Anglo American"
        short = tokens[head].text.isupper() and "." not in tokens[head].text  # "EU", not "S.P."
        if before == "the" or short or land:
            return False
        thing = [t.low for t in tokens[last + 1 : last + 3]] == [",", "which"]
        if thing or self.is_short([t.text for t in tokens[first : last + 1]]):
            return False
        if name in people:
            return True
        return last - first in {1, 2} and all(
            t.text[0].isupper() and t.text[1:].islower() for t in tokens[first : last + 1]
        )
