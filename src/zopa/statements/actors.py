"""Who acts and speaks in one text: people with their offices and side, bodies with their kind, as the text itself tells them.

A side is found where the text gives it: "the X ministry", "X's office", "X president Y", "Y, president of X", "Y of X", "an X official",
"Y leads X". The shipped table of names only helps: a state told by its adjective or its capital is that state.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from zopa.statements.actor_bodies import learn_described, learn_named_body, led_by_possessor, opens_name
from zopa.statements.actor_counted import learn_counted, state_of_opening
from zopa.statements.actor_introduced import introduced, note_kind_by_introduction, note_kind_by_members
from zopa.statements.actor_memory import Actor, ActorMemory
from zopa.statements.actor_names import as_place, is_head, is_only_name, joined, kind_of, offices_of, opens, stands_for
from zopa.statements.actor_owners import body_at, owner_of
from zopa.statements.actor_people import learn_office, learn_person
from zopa.statements.name_runs import names_body
from zopa.text.base_forms import base_form, known_nouns
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.text.annotate import Text
    from zopa.text.tagged import Sentence
    from zopa.text.vocabulary import Vocabulary


class Actors:
    """The actors of one text, and which of them each noun means."""

    def __init__(self, text: Text, vocabulary: Vocabulary) -> None:
        self.text = text
        self.memory = ActorMemory(text, vocabulary)
        self.by_name = self.memory.by_name
        for number, sentence in enumerate(text.sentences):
            for head in range(len(sentence.tokens)) if not is_only_name(sentence) else ():
                if is_head(sentence, head):
                    self._learn(number, sentence, head)
                    self.memory.follow(number, sentence, head)
                note_kind_by_members(self.memory, number, sentence, head)
            note_kind_by_introduction(self.memory, number, sentence)
        for number, frames in enumerate(text.frames):
            for frame in frames:
                if frame.kind == "verb" and frame.predicate in words_of("lead") and frame.subject and frame.object:
                    self._told_to_lead(number, frame.subject[0], frame.object[0])
        for name, body in self.memory.heads_of.items():
            person = self.memory.by_name.get(name)
            if person is not None and person.kind == "person" and person.side is None:
                person.side = body
        self._join_short_names()
        self._join_introduced()

    def at(self, number: int, head: int) -> Actor | None:
        """The actor that the noun at a place means, None where it means nobody that could act."""
        return self.memory.at(number, head)

    def culprit(self, number: int, at: int) -> Actor | None:
        """Whoever a word means that tells whose conduct it is: an actor, else the body of a modifier ("American insistence")."""
        actor = self.at(number, at)
        body = body_at(self.memory, self.text.sentences[number], at) if actor is None else None
        return (self.by_name.get(body) or Actor(body, "group", body)) if body else actor

    def called(self, name: str) -> Actor | None:
        """The actor of this name, or the only one that is also called so; None where there is none or are several."""
        if name in self.memory.by_name:
            return self.memory.by_name[name]
        others = [
            actor
            for actor in self.memory.by_name.values()
            if name in actor.aliases or (actor.kind == "person" and actor.name.rsplit(maxsplit=1)[-1] == name)
        ]
        return others[0] if len(others) == 1 else None

    def side(self, name: str | None) -> str | None:
        """The side of a name, through whoever it belongs to; None where the text does not tell."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            actor = self.memory.by_name.get(name)
            if actor is None:
                return name if len(seen) > 1 else None
            if actor.side == name or actor.side is None:
                return actor.side
            name = actor.side
        return name

    def all(self) -> list[Actor]:
        """All actors, in the order in which they first stand."""
        return sorted(self.memory.by_name.values(), key=lambda a: a.places[0] if a.places else (10**9, 0))

    def of_span(self, start: int, end: int) -> Actor | None:
        """The actor whose noun heads a span of the text (the words beside a cue)."""
        best: tuple[int, Actor] | None = None
        for number, sentence in self._sentences_at(start, end):
            inside = [k for k, t in enumerate(sentence.tokens) if t.start >= start and t.end <= end]
            for k in inside:
                actor = self.at(number, k)
                if actor is not None:
                    depth = len([a for a in sentence.above(k) if a in inside])
                    if best is None or depth < best[0]:
                        best = (depth, actor)
        return best[1] if best else None

    def together(self, start: int, end: int) -> list[Actor]:
        """All who are coordinated in a span ("X and Y", "officials from X, Y and Z"); empty for one alone."""
        found: list[Actor] = []
        for number, sentence in self._sentences_at(start, end):
            inside = [k for k, t in enumerate(sentence.tokens) if t.start >= start and t.end <= end]
            heads = [k for k in inside if sentence.tokens[k].head not in inside]
            for head in heads[:1]:
                members = sentence.together(head)
                actor = self.at(number, head)
                if len(members) == 1 and actor is not None and not actor.named:
                    members = [m for k in sentence.under(head, "nmod") for m in sentence.together(k)]
                    members += [m for k in list(members) for m in sentence.under(k, "nmod")]
                found.extend(a for m in members if m in inside and (a := self.at(number, m)) is not None)
        return found if len({a.name for a in found}) > 1 else []

    def _sentences_at(self, start: int, end: int) -> list[tuple[int, Sentence]]:
        sentences = self.memory.text.sentences
        found: list[tuple[int, Sentence]] = []
        for number in range(bisect_right(sentences, start, key=lambda s: s.end), len(sentences)):
            if sentences[number].start > start and sentences[number].start >= end:
                break
            found.append((number, sentences[number]))
        return found

    def _learn(self, number: int, sentence: Sentence, head: int) -> None:
        token = sentence.tokens[head]
        for form in self.memory.short.get(number, ()):
            if form.first <= head <= form.last or head == form.at:
                actor = self.memory.note(form.name, kind_of(f"{form.name} {form.noun}"), (number, head), side=form.name)
                actor.aliases.add(form.short)
                actor.told_as.add(form.short)
                self.memory.explained.add(form.short)
                led_by_possessor(self.memory, sentence, head, actor)
                self.memory.last_body[form.short.lower()] = form.name
                if form.noun:
                    self.memory.last_body[form.noun] = form.name
                return
        if (
            token.tag == "PROPN"
            and self.memory.last_body.get(token.low) in self.memory.by_name
            and (token.text.isupper() or token.text in self.memory.explained)
        ):
            self.memory.note(
                self.memory.last_body[token.low], "", (number, head)
            )  # a short form that was explained before
            return
        if self._is_inside_name(sentence, head) or learn_counted(self.memory, number, sentence, head):
            return
        if (people := self.memory.community(sentence, head)) is not None:
            self.memory.note(people, "group", (number, head), side=people)
            return
        capital = token.tag in {"NOUN", "ADJ"} and token.text[0].isupper()
        if token.low in words_of("office") | words_of("title") and not self.memory.is_surname(sentence, head):
            learn_office(self.memory, number, sentence, head)
        elif token.tag == "PROPN" or (
            capital
            and (
                token.text in self.memory.proper
                or self.memory.known_name(sentence, head)
                or (head > 0 and names_body(sentence, head, head))
            )
        ):
            self._learn_name(number, sentence, head)
        elif token.tag == "NOUN" and (token.lemma in words_of("office") or token.low in words_of("office")):
            learn_office(self.memory, number, sentence, head)
        elif token.low in words_of("side_noun") and (owner := owner_of(self.memory, sentence, head, set())):
            # "the Afghan side", "members of the union": nobody by themselves
            self.memory.note(owner, "state" if owner.lower() in self.memory.known else "", (number, head), side=owner)
        elif token.tag == "NOUN" and (token.lemma in words_of("collective") or token.low in words_of("collective")):
            learn_described(self.memory, number, sentence, head)

    @staticmethod
    def _is_inside_name(sentence: Sentence, head: int) -> bool:
        """True for "Workers" in "the Transport Workers' Union" and for "State" in "Secretary of State"."""
        token = sentence.tokens[head]
        if token.tag == "PROPN" and token.relation == "nmod:poss" and opens_name(sentence, token.head):
            return True
        return head > 1 and token.low in words_of("portfolio") and sentence.tokens[head - 2].low in words_of("office")

    def _learn_name(self, number: int, sentence: Sentence, head: int) -> None:
        """A name: of a state or group that is known, of nobody, of a body, or of a person."""
        tokens = sentence.tokens
        known = self.memory.known_name(sentence, head)
        first, last = self.memory.run(sentence, head)
        words = [t.text for t in tokens[first : last + 1]]
        name = joined(words)
        if known is None and (state := state_of_opening(self.memory, name)) is not None:
            self.memory.note(state, "state", (number, head), side=state)
            return
        low = tokens[head].low
        plural = low != base_form(low, "NOUN") and base_form(low, "NOUN") in known_nouns()
        plain = low in self.memory.small or (plural and tokens[head].text not in self.memory.capitals)
        once = first == last and plain and known is None and opens(sentence, first)
        if once and self.memory.full_name(name) == name and name not in self.memory.by_name:
            return  # "Autonomy is a red line": the capital of a first word
        if all(word.lower() in words_of("office") | words_of("title") for word in words):
            learn_office(self.memory, number, sentence, head)
            return
        if (
            known is not None
            and known.kind != "person"
            and (known.kind == "state" or self.memory.ends_with(known, name))
        ):
            state = known.kind == "state"
            if not (state and as_place(sentence, head)):
                kinds = (kind for word in (known.name, *known.aliases) if (kind := kind_of(word)) == "armed group")
                kind = "state" if state else next(kinds, "group")
                self.memory.note(known.name, kind, (number, head), side=known.party or known.name)
            return
        ends = {tokens[last].low, tokens[first].low}
        if ends & words_of("time_noun") or (first < last and tokens[last].low in words_of("talks")):
            return  # "the Jeddah Talks" are nobody
        offices = offices_of(sentence, head, first)
        if (
            all(tokens[k].low in words_of("either_office") for k in offices)
            and name not in self.memory.text.names.people
        ):
            offices = []  # "Boltek, the owner of two yards": what bodies are too
        if names_body(sentence, first, last) or not (offices or self.memory.is_person(sentence, head, first, last)):
            learn_named_body(self.memory, number, sentence, head, (first, last))
        else:
            learn_person(self.memory, number, sentence, head, name, offices)

    def _told_to_lead(self, number: int, subject: int, object_: int) -> None:
        leader, led = self.at(number, subject), self.at(number, object_)
        body = led.name if led else body_at(self.memory, self.memory.text.sentences[number], object_)
        if leader is not None and leader.kind == "person" and leader.side is None and body:
            leader.side = body

    def _join_short_names(self) -> None:
        """ "Baltex" is "Baltex Motors", "UAW" the union with these initials, a surname its only bearer."""
        bodies = [a for a in self.memory.by_name.values() if a.kind not in {"person", "state"}]
        people = [a for a in self.memory.by_name.values() if a.kind == "person" and " " in a.name and a.named]
        surnames = Counter(a.name.rsplit(maxsplit=1)[-1] for a in people)
        renamed: dict[str, str] = {}
        for actor in list(self.memory.by_name.values()):
            if actor.kind == "state" or " " in actor.name:
                continue
            if surnames.get(actor.name) == 1 and actor.kind != "state":
                renamed[actor.name] = next(a.name for a in people if a.name.rsplit(maxsplit=1)[-1] == actor.name)
                continue
            longer = [
                b.name for b in bodies
                if b.name != actor.name and (stands_for(actor.name, b.name) or _ends_party(actor.name, b))
            ]  # fmt: skip
            if len(set(longer)) == 1:
                renamed[actor.name] = longer[0]
        self._rename(renamed)

    def _join_introduced(self) -> None:
        """ "The TRP, known as the Reds": one body, under the name with more words, else the first told; "Reds" is an other name of it."""
        for one, two in list(introduced(self.memory)):
            if one not in self.memory.by_name or two not in self.memory.by_name:
                continue  # joined already
            described = [name for name in (one, two) if name.rsplit(maxsplit=1)[-1][0].islower()]
            short, full = (one, two) if len(two.split()) > len(one.split()) else (two, one)
            if len(described) == 1 and full == described[0]:
                short, full = full, short  # "the Marxist guerrillas, known as the HF"
            self.memory.by_name[full].told_as |= {short, *self.memory.by_name[short].told_as}
            self._rename({short: full})

    def _rename(self, renamed: Mapping[str, str]) -> None:
        """One actor for each short name and its full one; sides and places follow."""
        bodies = [a for a in self.memory.by_name.values() if a.kind not in {"person", "state"}]
        for short, full in renamed.items():
            gone, kept = self.memory.by_name.pop(short), self.memory.by_name[full]
            kept.places = sorted(kept.places + gone.places)
            kept.passages = sorted(kept.passages + gone.passages, key=lambda p: p.start)
            kept.aliases |= {short, *gone.aliases}
            kept.traits |= gone.traits
            kept.kind = gone.kind if kept.kind == "group" and gone.kind != "person" else kept.kind
            kept.offices += [o for o in gone.offices if o not in kept.offices]
            if kept.side is None or kept.kind == "person":
                kept.side = kept.side or gone.side
        for place, name in self.memory.places.items():
            self.memory.places[place] = renamed.get(name, name)
        for actor in self.memory.by_name.values():
            if actor.side and actor.side in renamed:
                actor.side = renamed[actor.side]
            elif actor.side and actor.side not in self.memory.by_name:
                longer = [
                    b.name for b in self.memory.by_name.values() if actor.side in b.aliases and b.name != actor.name
                ]
                longer = longer or [
                    b.name for b in bodies if b.name in self.memory.by_name and stands_for(actor.side, b.name)
                ]
                actor.side = longer[0] if len(longer) == 1 else actor.side


def _ends_party(short: str, body: Actor) -> bool:
    """True for "Podemos" beside the party "Unidas Podemos"."""
    words = body.name.split()
    return body.kind == "party" and len(words) > 1 and words[-1] == short and kind_of(short) == "group"
