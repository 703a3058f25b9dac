"""Who acts and speaks in one text: people with their offices and side, bodies with their kind, as the text itself tells them.

A side is found where the text gives it: "the X ministry", "X's office", "X president Y", "Y, president of X", "Y of X", "an X official",
"Y leads X". The shipped table of names only helps: a state told by its adjective or its capital is that state.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.statements.actor_names import (
    alone,
    as_place,
    capitals,
    is_head,
    is_only_name,
    joined,
    kind_of,
    known_names,
    members,
    name_run,
    names_body,
    offices_of,
    opens,
    own_possessor,
    owning,
    small,
    stands_for,
    with_of,
)
from zopa.statements.short_forms import find_short_forms
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.text.annotate import Text
    from zopa.text.tagged import Sentence, TaggedToken
    from zopa.text.vocabulary import Name, Vocabulary

_PLACED = 5  # words behind a name among which "-based" makes it a place
_KINDS_OF_GROUPS = frozenset({"group", "party", "armed group"})  # of bodies that "the group" may mean
Place = tuple[int, int]  # number of a sentence, word in it
_INITIALS = 6  # letters of a body's short name ("FPÖ leader X")


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
    """

    name: str
    kind: str
    side: str | None = None
    offices: list[str] = field(default_factory=list[str])
    named: bool = True
    places: list[Place] = field(default_factory=list[Place])
    aliases: set[str] = field(default_factory=set[str])
    passages: list[Passage] = field(default_factory=list["Passage"])


class Actors:
    """The actors of one text, and which of them each noun means."""

    def __init__(self, text: Text, vocabulary: Vocabulary) -> None:
        self.text = text
        self.known = known_names(vocabulary)
        self.by_name: dict[str, Actor] = {}
        self._at: dict[Place, str] = {}
        self._last_body: dict[str, str] = {}  # head noun -> name of the body last told by a longer name
        self._acting: list[str] = []  # bodies as subjects outside quotation marks, for "its chairwoman", "the company"
        self._alone, self._small = alone(text), small(text)
        self._capitals = capitals(text)
        self._owning = owning(text)
        self._by_nation: dict[str, str] = {}  # adjective of a nation -> the body that was told with it
        self._short = {
            n: find_short_forms(s) for n, s in enumerate(text.sentences) if any(t.low == "(" for t in s.tokens)
        }
        for number, sentence in enumerate(text.sentences):
            for head in range(len(sentence.tokens)) if not is_only_name(sentence) else ():
                if is_head(sentence, head):
                    self._learn(number, sentence, head)
                    self._follow(number, sentence, head)
        for number, frames in enumerate(text.frames):
            for frame in frames:
                if frame.kind == "verb" and frame.predicate in words_of("lead") and frame.subject and frame.object:
                    self._told_to_lead(number, frame.subject[0], frame.object[0])
        self._join_short_names()

    # -- questions ------------------------------------------------------------------------------------------------

    def at(self, number: int, head: int) -> Actor | None:
        """The actor that the noun at a place means, None where it means nobody that could act."""
        name = self._at.get((number, head))
        return self.by_name.get(name) if name is not None else None

    def called(self, name: str) -> Actor | None:
        """The actor of this name, or the only one that is also called so; None where there is none or are several."""
        if name in self.by_name:
            return self.by_name[name]
        others = [
            actor
            for actor in self.by_name.values()
            if name in actor.aliases or (actor.kind == "person" and actor.name.rsplit(maxsplit=1)[-1] == name)
        ]
        return others[0] if len(others) == 1 else None

    def side(self, name: str | None) -> str | None:
        """The side of a name, through whoever it belongs to; None where the text does not tell."""
        seen: set[str] = set()
        while name and name not in seen:
            seen.add(name)
            actor = self.by_name.get(name)
            if actor is None:
                return name if len(seen) > 1 else None
            if actor.side == name or actor.side is None:
                return actor.side
            name = actor.side
        return name

    def all(self) -> list[Actor]:
        """All actors, in the order in which they first stand."""
        return sorted(self.by_name.values(), key=lambda a: a.places[0] if a.places else (10**9, 0))

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
        return [(n, s) for n, s in enumerate(self.text.sentences) if s.start <= start < s.end or start <= s.start < end]

    # -- learning -------------------------------------------------------------------------------------------------

    def _learn(self, number: int, sentence: Sentence, head: int) -> None:
        token = sentence.tokens[head]
        for form in self._short.get(number, ()):
            if form.first <= head <= form.last or head == form.at:
                actor = self._note(form.name, kind_of(f"{form.name} {form.noun}"), (number, head), side=form.name)
                actor.aliases.add(form.short)
                self._led_by_possessor(sentence, head, actor)
                self._last_body[form.short.lower()] = form.name
                if form.noun:
                    self._last_body[form.noun] = form.name
                return
        if token.tag == "PROPN" and self._last_body.get(token.low) in self.by_name and token.text.isupper():
            self._note(self._last_body[token.low], "", (number, head))  # a short form that was explained before
            return
        if token.tag == "PROPN" and token.relation == "nmod:poss" and self._opens_name(sentence, token.head):
            return  # "Workers" in "the Transport Workers' Union"
        if head > 1 and token.low in words_of("portfolio") and sentence.tokens[head - 2].low in words_of("office"):
            return  # "Secretary of State"
        capital = token.tag in {"NOUN", "ADJ"} and token.text[0].isupper()
        if token.low in words_of("office") | words_of("title") and not self._is_surname(sentence, head):
            self._learn_office(number, sentence, head)
        elif token.tag == "PROPN" or (
            capital and (self._known(sentence, head) or (head > 0 and names_body(sentence, head, head)))
        ):
            self._learn_name(number, sentence, head)
        elif token.tag == "NOUN" and (token.lemma in words_of("office") or token.low in words_of("office")):
            self._learn_office(number, sentence, head)
        elif token.low in words_of("side_noun") and (owner := self._owner(sentence, head, set())):
            # "the Afghan side", "members of the union": nobody by themselves
            self._note(owner, "state" if owner.lower() in self.known else "", (number, head), side=owner)
        elif token.tag == "NOUN" and (token.lemma in words_of("collective") or token.low in words_of("collective")):
            self._learn_body(number, sentence, head)

    def _opens_name(self, sentence: Sentence, body: int) -> bool:
        """True where the name of a body has a plural possessor in it."""
        first, last = name_run(sentence, body)
        return names_body(sentence, first, last) and own_possessor(sentence, body, first) < first

    def _follow(self, number: int, sentence: Sentence, head: int) -> None:
        """Keep a body that stands as subject in mind for what leans on it."""
        actor = self.at(number, head)
        if actor is None or actor.kind == "person" or not actor.named or actor.name.lower() in words_of("collective"):
            return
        if actor.name == actor.name.lower():
            return  # told by a common noun itself
        if sentence.tokens[head].relation.startswith("nsubj") and sentence.quote[head] < 0:
            self._acting.append(actor.name)

    def _leant_on(self, kind: str) -> str | None:
        """The body that acted last and may be called by a noun of a kind ("the company"); None where there is none."""
        fits = _KINDS_OF_GROUPS if kind == "group" else {kind}
        return next(
            (name for name in reversed(self._acting) if name in self.by_name and self.by_name[name].kind in fits), None
        )

    def _is_surname(self, sentence: Sentence, at: int) -> bool:
        """True for "Pope" in "Ana Pope"; not in "Pope Leo"."""
        tokens = sentence.tokens
        if at == 0 or not tokens[at].text[0].isupper() or tokens[at - 1].tag != "PROPN":
            return False
        if f"{tokens[at - 1].text} {tokens[at].text}" in self.text.names.people:
            return True
        named = at + 1 < len(tokens) and tokens[at + 1].tag == "PROPN"
        return tokens[at].low in words_of("office_surname") and not named and tokens[at - 1].low not in self.known

    def _known(self, sentence: Sentence, head: int) -> Name | None:
        """The state or group of the shipped table that a word (or the words before it) names."""
        if self._ends_name(sentence, head):
            return None
        for first in range(max(0, head - 3), head + 1):
            words = " ".join(t.low for t in sentence.tokens[first : head + 1])
            if words in self.known:
                return self.known[words]
        if sentence.tokens[head].text[0].isupper() and any(
            sentence.tokens[k].tag == "PROPN" for k in sentence.under(head, "nmod")
        ):
            for first in range(max(0, head - 2), head + 1):  # "the Democratic Republic of Congo"
                for last in range(head + 2, min(head + 4, len(sentence.tokens))):
                    words = " ".join(t.low for t in sentence.tokens[first : last + 1])
                    if words in self.known:
                        return self.known[words]
        return None

    def _ends_name(self, sentence: Sentence, head: int) -> bool:
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
        named = before.tag == "PROPN" or (before.tag == "ADJ" and before.text in self._capitals)
        return named and before.low not in own and before.relation in {"compound", "flat", "amod"}

    def _run(self, sentence: Sentence, head: int) -> tuple[int, int]:
        """First and last of a name, with adjectives in capitals before it ("the New Social Contract", "Anglo American"); no nation's."""
        first, last = name_run(sentence, head)
        tokens, at = sentence.tokens, first - 1
        while (
            at >= 0
            and tokens[at].tag == "ADJ"
            and tokens[at].text[0].isupper()
            and tokens[at].head in range(at, last + 1)
        ):
            at -= 1
        own = words_of("title") | words_of("time_noun")
        own |= words_of("office_opener") if tokens[last].low in words_of("office") else frozenset()
        land = tokens[last].low in self.known and not {t.low for t in tokens[at + 1 : first]} & words_of("compass")
        opened = at >= 0 and sentence.quote[at] == sentence.quote[head] and (tokens[at].low == "the" or land)
        opened = opened or (at < 0 and land and tokens[0].text in self._capitals)
        plain = all(t.low not in own and t.low not in self.known for t in tokens[at + 1 : first])
        return (at + 1, last) if opened and plain else (first, last)

    def _learn_name(self, number: int, sentence: Sentence, head: int) -> None:
        """A name: of a state or group that is known, of nobody, of a body, or of a person."""
        tokens = sentence.tokens
        known = self._known(sentence, head)
        first, last = self._run(sentence, head)
        words = [t.text for t in tokens[first : last + 1]]
        name = joined(words)
        once = first == last and tokens[head].low in self._small and known is None and opens(sentence, first)
        if once and self._full_name(name) == name and name not in self.by_name:
            return  # "Autonomy is a red line": the capital of a first word
        if all(word.lower() in words_of("office") | words_of("title") for word in words):
            self._learn_office(number, sentence, head)
            return
        if known is not None and known.kind != "person" and (known.kind == "state" or name.lower() in self.known):
            state = known.kind == "state"
            if not (state and as_place(sentence, head)):
                self._note(known.name, "state" if state else "group", (number, head), side=known.party or known.name)
            return
        ends = {tokens[last].low, tokens[first].low}
        if ends & words_of("time_noun") or (first < last and tokens[last].low in words_of("talks")):
            return  # "the Jeddah Talks" are nobody
        offices = offices_of(sentence, head, first)
        if names_body(sentence, first, last) or not (offices or self._is_person(sentence, head, first, last)):
            self._learn_named_body(number, sentence, head, (first, last))
        else:
            self._learn_person(number, sentence, head, name, offices)

    def _learn_named_body(self, number: int, sentence: Sentence, head: int, run: tuple[int, int]) -> None:
        """A body by its name, with what stands before and behind the run of capitals ("Union of X"); itself its side unless a part."""
        tokens, (first, last) = sentence.tokens, run
        told = names_body(sentence, first, last)
        if as_place(sentence, head) and (not told or not names_body(sentence, last, last)):
            return  # "in Port Selma"
        if not told and "based" in [t.low for t in tokens[last + 1 : last + 1 + _PLACED]]:
            return  # "the Auburn Hills, Michigan-based carmaker"
        start = min(members(sentence, first, last), own_possessor(sentence, head, first))
        name = joined([t.text for t in tokens[first : last + 1]])
        full = with_of(sentence, head, start, last) if told else name
        part = {tokens[last].low, tokens[first].low} & words_of("part_of")
        own = first < last and tokens[last].low in words_of("org_council")  # "Korden County Council" is nobody's part
        side = self._owner(sentence, head, {full}) if part and not own else None
        side = side or self._land_of_part(sentence, first, last)
        told_kinds = [kind for k in sentence.under(head, "appos") if (kind := kind_of(tokens[k].low)) != "group"]
        body = self._note(full, told_kinds[0] if told_kinds else kind_of(full), (number, head), side=side or full)
        if told_kinds:
            body.kind = told_kinds[0]  # "District Council 33, the largest union"
        self._led_by_possessor(sentence, head, body)
        self._told_with_nation(sentence, first, full)
        if told:
            self._last_body[tokens[last].low] = full
            self._last_body[tokens[first].low] = full

    def _led_by_possessor(self, sentence: Sentence, head: int, body: Actor) -> None:
        """ "Wilders' Party for Freedom": whose party it is stands for it."""
        for k in sentence.under(head, "nmod:poss") if body.kind in {"party", "company"} else ():
            name = self._full_name(sentence.tokens[k].text)
            person = self.by_name.get(name)
            if person is not None and person.kind == "person" and person.side is None:
                person.side = body.name

    def _learn_person(self, number: int, sentence: Sentence, head: int, name: str, offices: list[int]) -> None:
        """A person with offices, and the side that they, a possessor or "of Y" tell."""
        person = self._note(self._full_name(name), "person", (number, head))
        for office in offices:
            self._office(sentence, office, person)
        of = [
            k
            for k in sentence.under(head, "nmod")
            if any(sentence.tokens[c].low in {"of", "for", "from"} for c in sentence.under(k, "case"))
        ]
        for k in [*(sentence.under(head, "nmod:poss") if offices else ()), *of]:
            side = self._body_at(sentence, k) if person.side is None else None
            if side != person.name:
                person.side = person.side or side

    def _told_with_nation(self, sentence: Sentence, first: int, name: str) -> None:
        """Remember "French" for the body in "the French materials group X", so that "the French company" is X."""
        noun = first - 1
        if noun < 1 or sentence.tokens[noun].low not in words_of("org_company"):
            return
        for k in range(noun - 1, max(-1, noun - 5), -1):
            token = sentence.tokens[k]
            if token.tag not in {"ADJ", "NOUN", "PROPN"}:
                return
            if token.low in self.known and self.known[token.low].kind == "state":
                self._by_nation[token.low] = name
                return

    def _is_person(self, sentence: Sentence, head: int, first: int, last: int) -> bool:
        tokens = sentence.tokens
        name = joined([t.text for t in tokens[first : last + 1]])
        people = self.text.names.people
        if self._has_family_name(name) or (name in people and (people[name].entry or people[name].sex)):
            return True
        if name in self._owning:
            return False
        full = self._full_name(name)
        if full in self.by_name:
            return self.by_name[full].kind == "person"
        before = tokens[first - 1].low if first else ""
        if before in words_of("title"):
            return True
        land = first < last and self._ends_name(sentence, last)  # "Anglo American"
        if before == "the" or tokens[head].text.isupper() or land:
            return False
        thing = [t.low for t in tokens[last + 1 : last + 3]] == [",", "which"]
        if thing or self._is_short([t.text for t in tokens[first : last + 1]]):
            return False
        if name in people:
            return True
        return last - first in {1, 2} and all(
            t.text[0].isupper() and t.text[1:].islower() for t in tokens[first : last + 1]
        )

    def _has_family_name(self, name: str) -> bool:
        """True for the last word of somebody's name, and for the first of one with a hyphen behind it ("Kim" beside "Kim Jong-un")."""
        people = [p.split() for p in self.text.names.people if " " in p]
        return any((p[-1] == name and not self._is_short(p)) or (p[0] == name and "-" in p[-1]) for p in people)

    def _is_short(self, words: list[str]) -> bool:
        """True where the text calls a name by its first word alone, as bodies are called, and never by its last, as people are."""
        return words[0] in self._alone and words[-1] not in self._alone

    def _full_name(self, name: str) -> str:
        """The longer name of a person whose surname this is, or the name."""
        if " " in name:
            return name
        for other in self.by_name.values():
            if other.kind == "person" and other.name.rsplit(maxsplit=1)[-1] == name:
                return other.name
        longer = [p for p in self.text.names.people if p.rsplit(maxsplit=1)[-1] == name]
        return longer[0] if len(longer) == 1 else name

    def _office(self, sentence: Sentence, at: int, person: Actor) -> None:
        """An office beside a name: what it is, and whose."""
        phrase = phrase_at(sentence, at)
        words = [
            t.low
            for t in sentence.tokens[phrase.first : at + 1]
            if t.tag in {"NOUN", "ADJ", "PROPN"} and (not t.text[0].isupper() or t.low in words_of("past_office"))
        ]
        title = " ".join(words) or sentence.tokens[at].low
        if title not in person.offices:
            person.offices.append(title)
        if person.side is None and not set(words) & words_of("past_office"):
            side = self._owner(sentence, at, {person.name})
            person.side = None if side and _is_portfolio(side) else side

    def _learn_office(self, number: int, sentence: Sentence, head: int) -> None:
        """Somebody told by office: "a senior militia official", "the union's president", "the foreign minister"."""
        above = sentence.tokens[head].head
        if (
            sentence.tokens[head].relation == "appos"
            and sentence.tokens[above].tag == "PROPN"
            and self.at(number, above)
        ):
            self._at[number, head] = self._at[number, above]  # "X, head of Y": X
            return
        if any(sentence.tokens[k].tag == "PROPN" for k in sentence.under(head, "appos", "flat")):
            named = next(k for k in sentence.under(head, "appos", "flat") if sentence.tokens[k].tag == "PROPN")
            first, last = name_run(sentence, named)
            person = self._note(
                self._full_name(joined([t.text for t in sentence.tokens[first : last + 1]])), "person", (number, head)
            )
            self._office(sentence, head, person)
            return
        side = self._owner(sentence, head, set())
        side = None if side and _is_portfolio(side) else side
        phrase = phrase_at(sentence, head)
        words = [
            t.text
            for t in sentence.tokens[phrase.first : head + 1]
            if t.tag not in {"DET", "PRON"} and t.low not in {"'s", "'"}
        ]
        name = joined(words)
        actor = self._note(name, "person", (number, head), side=side)
        actor.named = False

    def _learn_body(self, number: int, sentence: Sentence, head: int) -> None:
        """A body told by a common noun: "the union", "the rich nations", "the nurses' union"."""
        token = sentence.tokens[head]
        side = self._owner(sentence, head, set()) if token.low in words_of("part_of") else None
        if side is None and token.low in words_of("company_part"):
            side = self._leant_on("company")  # "the board": of the company that acts
        phrase = phrase_at(sentence, head)
        whole = sentence.tokens[phrase.first : head + 1]
        inner = _behind_number(whole)
        described = [t for t in inner if t.tag in {"NOUN", "PROPN", "ADJ"} or t.low in {"'s", "'", "-"}]
        bare = len([t for t in described if t.low not in {"'s", "'", "-"}]) == 1
        definite = any(t.low in {"the", "this", "its", "their"} for t in whole) or token.low in self._last_body
        if bare and definite and token.low in self._last_body:
            self._note(self._last_body[token.low], "", (number, head))
            return
        kind = "group" if token.low == "group" else kind_of(token.low)  # a group of people, not a company
        leant = self._leant_on(kind) if bare and definite and token.low in words_of("short_for_body") else None
        if leant is not None:
            self._note(leant, "", (number, head))
            return
        if any(t.low == "based" for t in inner):  # "the Lund-based company": the one that acts
            if (leant := self._leant_on(kind)) is not None:
                self._note(leant, "", (number, head))
            return
        name = joined([t.text for t in described]) if described else token.text
        nation = next((t.low for t in described if t.low in self._by_nation), "")
        if nation and definite and token.low in words_of("org_company"):
            self._note(self._by_nation[nation], "", (number, head))  # "the French company"
            return
        if bare and token.text[0].isupper() and (longer := with_of(sentence, head, head, head)) != token.text:
            self._note(longer, kind_of(longer), (number, head), side=longer)  # "Parents for Korden"
            return
        if bare and not definite and not token.low.endswith("s"):
            return  # "a union": nobody in particular
        self._note(name, kind_of(token.low), (number, head), side=side or name)
        if not bare:
            self._last_body[token.low] = name

    def _owner(self, sentence: Sentence, at: int, not_: set[str]) -> str | None:
        """Whose office or part a noun is: its possessor, what describes it, what stands behind "of", "for", "from"."""
        tokens = sentence.tokens
        before = [*sentence.under(at, "nmod:poss"), *sentence.under(at, "compound", "amod", "nmod:desc", "flat")]
        before += [
            k
            for j in sentence.under(at, "compound", "amod")
            for k in sentence.under(j, "compound", "amod", "nmod:poss")
        ]
        behind = [
            k
            for k in sentence.under(at, "nmod")
            if any(tokens[c].low in {"of", "for", "from", "at", "with"} for c in sentence.under(k, "case"))
        ]
        for k in [*before, *behind]:
            if tokens[k].low in words_of("own_possessive"):
                return next(iter(reversed(self._acting)), None)  # "its chairwoman"
            found = self._body_at(sentence, k)
            if found and found not in not_:
                return found
        run = [
            k
            for k in range(max(0, at - 4), at)
            if tokens[k].tag in {"PROPN", "ADJ"} and tokens[k].text[0].isupper() and k not in before
        ]
        for k in run:
            known = self._known(sentence, k)
            if (
                known is not None
                and known.kind != "person"
                and all(tokens[j].tag in {"ADJ", "NOUN", "PROPN", "CCONJ"} for j in range(k + 1, at))
            ):
                return known.party or known.name
        if (
            at
            and tokens[at - 1].tag == "PROPN"
            and tokens[at - 1].low not in words_of("office") | words_of("title") | words_of("time_noun")
        ):
            first, last = at - 1, at - 1
            while (
                first
                and tokens[first - 1].tag == "PROPN"
                and tokens[first - 1].low not in words_of("office") | words_of("title")
            ):
                first -= 1
            name = joined([t.text for t in tokens[first : last + 1]])  # "Baltex Motors chief X"
            portfolio = tokens[at].low in words_of("portfolio_office") and name not in self.by_name
            if (
                name not in not_
                and not portfolio
                and not (self._full_name(name) in self.by_name and self.by_name[self._full_name(name)].kind == "person")
            ):
                return name
        if tokens[at].low in words_of("company_office") and (body := self._leant_on("company")):
            return body  # "the chief executive X said": of the company that acts
        head = tokens[at].head
        if tokens[at].relation == "conj" and head >= 0 and (tokens[head].lemma in words_of("office")):
            return self._owner(sentence, head, not_)
        return None

    def _land_of_part(self, sentence: Sentence, first: int, last: int) -> str | None:
        """The state with which the name of one of its parts begins ("US State Department"), else None."""
        if first == last or sentence.tokens[last].low not in words_of("part_of"):
            return None
        land = self.known.get(sentence.tokens[first].low)
        return (land.party or land.name) if land is not None and land.kind == "state" else None

    def _body_at(self, sentence: Sentence, k: int) -> str | None:
        """The body that a modifier names: a state by its adjective, a name, a collective noun."""
        tokens = sentence.tokens
        if tokens[k].tag == "PROPN":
            first, last = name_run(sentence, k)
            land = self._land_of_part(sentence, first, last)  # "US State Department spokesperson"
            if land or (last > first and tokens[k].relation == "compound" and names_body(sentence, first, last)):
                return land or self._named_body(sentence, k)  # "Dublin Teachers Association" is no city
        known = self._known(sentence, k)
        if known is not None and known.kind != "person":
            return known.party or known.name
        if tokens[k].low in words_of("portfolio") and tokens[k - 1].low == "of":
            return None
        if tokens[k].tag == "PROPN":
            return self._named_body(sentence, k)
        if tokens[k].low in words_of("org_council") and tokens[k].low in self._last_body:
            return self._last_body[tokens[k].low]
        if tokens[k].low in words_of("part_of") or tokens[k].lemma in words_of("part_of"):
            return self._owner(sentence, k, set())
        if tokens[k].lemma in words_of("collective") or tokens[k].low in words_of("collective"):
            for j in sentence.under(k, "nmod:poss"):  # "the Duma's committee" is part of the Duma
                if tokens[j].tag == "PROPN" and (owner := self._body_at(sentence, j)):
                    return owner
            return self._last_body.get(tokens[k].low, tokens[k].low)
        described = tokens[k].tag in {"ADJ", "NOUN"} and tokens[k].relation in {"amod", "compound"}
        described = described and tokens[k].low not in words_of("office_opener")  # "Prime Minister X" is of no party
        initials = tokens[k].text.isupper() and tokens[k].text.isalpha() and 1 < len(tokens[k].text) <= _INITIALS
        return (
            tokens[k].text if described and (initials or tokens[k].text in self._capitals) else None
        )  # "Liberal leader X"

    def _named_body(self, sentence: Sentence, k: int) -> str | None:
        """The body that a name tells; a person's for "Lena Orr's office", None for an office."""
        tokens = sentence.tokens
        first, last = self._run(sentence, k)
        name = joined([t.text for t in tokens[first : last + 1]])
        if name.lower() in words_of("collective") and name.lower() in self._last_body:
            return self._last_body[name.lower()]  # "Council leader X", of the council told before
        if name.lower() in words_of("office") or tokens[k].low in words_of("office"):
            return None
        if self._is_person(sentence, k, first, last) and not names_body(sentence, first, last):
            return self._full_name(name)
        return with_of(sentence, k, first, last)

    def _told_to_lead(self, number: int, subject: int, object_: int) -> None:
        leader, led = self.at(number, subject), self.at(number, object_)
        body = led.name if led else self._body_at(self.text.sentences[number], object_)
        if leader is not None and leader.kind == "person" and leader.side is None and body:
            leader.side = body

    def _note(self, name: str, kind: str, place: Place, side: str | None = None) -> Actor:
        actor = self.by_name.get(name)
        if actor is None:
            actor = self.by_name[name] = Actor(name, kind or "group", side)
        elif actor.side is None and side:
            actor.side = side
        actor.places.append(place)
        token = self.text.sentences[place[0]].tokens[place[1]]
        actor.passages.append(self.text.document.passage(token.start, token.end))
        self._at[place] = name
        return actor

    def _join_short_names(self) -> None:
        """ "Baltex" is "Baltex Motors", "UAW" the union with these initials, a surname its only bearer."""
        bodies = [a for a in self.by_name.values() if a.kind not in {"person", "state"}]
        people = [a for a in self.by_name.values() if a.kind == "person" and " " in a.name and a.named]
        surnames = Counter(a.name.rsplit(maxsplit=1)[-1] for a in people)
        renamed: dict[str, str] = {}
        for actor in list(self.by_name.values()):
            if actor.kind == "state" or " " in actor.name:
                continue
            if surnames.get(actor.name) == 1 and actor.kind != "state":
                renamed[actor.name] = next(a.name for a in people if a.name.rsplit(maxsplit=1)[-1] == actor.name)
                continue
            longer = [b.name for b in bodies if b.name != actor.name and stands_for(actor.name, b.name)]
            if len(set(longer)) == 1:
                renamed[actor.name] = longer[0]
        for short, full in renamed.items():
            gone, kept = self.by_name.pop(short), self.by_name[full]
            kept.places = sorted(kept.places + gone.places)
            kept.passages = sorted(kept.passages + gone.passages, key=lambda p: p.start)
            kept.aliases.add(short)
            kept.offices += [o for o in gone.offices if o not in kept.offices]
            if kept.side is None or kept.kind == "person":
                kept.side = kept.side or gone.side
        for place, name in self._at.items():
            self._at[place] = renamed.get(name, name)
        for actor in self.by_name.values():
            if actor.side in renamed:
                actor.side = renamed[actor.side]
            elif actor.side and actor.side not in self.by_name:
                longer = [b.name for b in self.by_name.values() if actor.side in b.aliases and b.name != actor.name]
                longer = longer or [b.name for b in bodies if b.name in self.by_name and stands_for(actor.side, b.name)]
                actor.side = longer[0] if len(longer) == 1 else actor.side


def _is_portfolio(name: str) -> bool:
    """True for "International", "Trade Minister": what somebody looks after is no side."""
    offices = words_of("office") | words_of("title") | words_of("portfolio") | words_of("office_opener")
    return all(word.lower() in offices for word in name.split())


def _behind_number(words: tuple[TaggedToken, ...]) -> tuple[TaggedToken, ...]:
    """A phrase less a number and what is glued to it: "union" of "circa 3,000-member union"."""
    numbers = [k for k, t in enumerate(words) if t.tag == "NUM" or t.text[0].isdigit()]
    at = numbers[-1] if numbers else -1
    while numbers and at + 1 < len(words) and words[at + 1].start == words[at].end:
        at += 1
    return words[at + 1 :] or words
