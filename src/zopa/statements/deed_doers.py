"""Who does a deed, and to whom: the actors in the slots of a predicate, those behind pronouns, and whoever says so."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.statements.deed_types import Doer
from zopa.statements.places import ByPlace
from zopa.statements.stances import (
    is_to_do,
    opened_with,
    stance_of,
    terms_holder,
)
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.actors import Actor, Actors
    from zopa.statements.blaming import BlameRoles
    from zopa.statements.types import Statement
    from zopa.text.annotate import Text
    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence


class DoerFinder:
    """Finds who does what in one document: who is named, who a pronoun means, who says so; it remembers whom it found last."""

    def __init__(self, text: Text, actors: Actors, statements: Sequence[Statement]) -> None:
        self.text, self.actors = text, actors
        self.document = text.document
        self.told = told = [s for s in statements if s.form != "own-voice"]
        self.said_at = ByPlace((s, [(c.start, c.end) for c in s.content]) for s in told)
        self.spoken_by = {s.speaker.start: s for s in reversed(told) if s.speaker}
        self.spoken_of: tuple[Doer, ...] = ()  # for "it", "they" as subjects
        self.person: tuple[int, Doer] | None = None  # who last did something by name, and in which sentence
        self.body: tuple[int, Doer] | None = None  # the one body that was last subject of a main clause, likewise
        self.centre: tuple[int, Doer] | None = None  # who alone is the subject of the last main clause
        self.before: tuple[int, Doer] | None = None  # the same, of the sentence before that one

    def who_does(
        self, number: int, sentence: Sentence, above: Frame | None, frame: Frame, subject: Sequence[int]
    ) -> tuple[Doer, ...]:
        """Whoever a frame tells to do it, where its subject does not stand beside it too."""
        doers = self._doers(number, sentence, subject)
        above_clause = sentence.above(frame.head) if frame.link == "relcl" else []
        one = next((k for k in above_clause if sentence.tokens[k].low == "one"), -1)
        if one >= 0:  # "Peru is the only one of the lands that refuses"
            doers = self._doers(number, sentence, sentence.under(one, "nsubj"))
        if frame.kind == "noun" and above is not None and stance_of(sentence, above)[0] in {"refuses", "accepts"}:
            doers = self._other_bidder(number, sentence, frame, above, doers)
        if (offer := terms_holder(sentence, frame)) >= 0:  # whose offer it is
            doers = self._doers(number, sentence, sentence.under(offer, "nmod:poss"))
        doers = doers or self._agents(number, sentence, frame) or self._owners(number, sentence, frame)
        if above is not None and frame.link in {"advcl", "xcomp"} and is_to_do(sentence, frame.head):
            bidden = [k for p, k in above.obliques if p == "for" and above.head < k < frame.head]
            doers = self._doers(number, sentence, bidden[-1:]) if bidden else doers  # "pushed for Nissan to support it"
        reproached = above is not None and (
            (frame.marker in {"for", "of"} and above.predicate in words_of("reproach"))
            or (frame.marker == "by" and stance_of(sentence, above)[0] == "blames")
        )
        if above is not None and reproached and above.object:
            doers = self._doers(
                number, sentence, above.object
            )  # "reproached him for having agreed", "of wrecking it by refusing"
        for doer in doers:
            if doer.kind == "person" and doer.named:
                self.person = (number, doer)
        if frame.link in _MAIN and len(doers) == 1 and _is_one_body(doers[0]):
            self.body = (number, doers[0])
        if frame.link == "root" and len(doers) == 1 and subject:
            self.before, self.centre = self.centre, (number, doers[0])
        return doers

    def _other_bidder(
        self, number: int, sentence: Sentence, frame: Frame, above: Frame, doers: tuple[Doer, ...]
    ) -> tuple[Doer, ...]:
        """Whose bid it is that a side answers: never its own; in "rejected X's second and its third offer" it is X's."""
        own = [
            k for k in sentence.under(frame.head, "nmod:poss") if sentence.tokens[k].low in words_of("own_possessive")
        ]
        if not own:
            return doers
        beside = (
            sentence.under(sentence.tokens[frame.head].head, "nmod:poss")
            if sentence.tokens[frame.head].relation == "conj"
            else []
        )
        answering = {d.name for d in self._doers(number, sentence, above.subject)}
        return self._doers(number, sentence, beside) or tuple(d for d in doers if d.name not in answering)

    def asked_for(self, sentence: Sentence, frame: Frame) -> Statement | None:
        """The statement of a side in which it says what must be done or be so; what it says that it must do itself asks for nothing."""
        own = any(sentence.tokens[k].lemma in words_of("we_i") for k in frame.subject)
        of_thing = is_of_thing(sentence, frame)
        if own or frame.group.negated or not (frame.object or of_thing) or frame.marker in words_of("condition"):
            return None
        if not (_is_due(sentence, frame) if of_thing else frame.group.modality == "must"):
            return None
        said = self.said_in(sentence, frame)
        if said is None and of_thing:
            return self._only_voice(sentence)
        return said if _is_known(said) else None

    def _only_voice(self, sentence: Sentence) -> Statement | None:
        """The statement of whoever alone speaks in a paragraph, and says there what must be done: its other sentences go on with it.

        "The levy must go. It was Norway, Arden said, that began it, and it must end it": free indirect speech (Banfield 1982, ch. 2).
        """
        text = self.document.text
        first, last = text.rfind("\n", 0, sentence.start) + 1, text.find("\n", sentence.end)
        here = [
            s for s in self.told if first <= s.passage.start and s.passage.end <= (last if last >= 0 else len(text))
        ]
        voices = {s.speaker.name if s.speaker else "" for s in here}
        due = words_of("modal_must") | words_of("modal_should")
        asks = [s for s in here if _is_known(s) and set(s.said.lower().split()) & due]
        return asks[0] if len(voices) == 1 and asks else None

    def others(
        self, number: int, sentence: Sentence, frame: Frame, doers: tuple[Doer, ...], blame: BlameRoles | None = None
    ) -> tuple[Doer, ...]:
        """To whom, against whom and with whom it is done, or on whom blame is laid; never who does it ("called it")."""
        aside = [
            k
            for h in (*frame.object, *(k for _, k in frame.obliques))
            for k in sentence.under(h, "nmod")
            if opened_with(sentence, k)
        ]
        listed = [m for h in frame.object for a in _behind_colon(sentence, h) for m in sentence.together(a)]
        heads = (*frame.recipient, *frame.object, *frame.oblique("with", "against"), *aside, *listed)
        heads = heads if blame is None else (*blame.blamed, *listed)
        names = {d.name for d in doers}
        found = self._doers(number, sentence, heads)
        if blame is not None and not found:  # "blamed it on American insistence"
            told = ((self.actors.culprit(number, k), sentence.tokens[k]) for k in heads)
            found = tuple(self._doer(actor, token.start, token.end) for actor, token in told if actor is not None)
        return tuple(o for o in found if o.name not in names)

    def is_across(self, sentence: Sentence, frame: Frame, said: Statement | None) -> bool:
        """True for what a side tells of "the other side", and of "they" in its own quoted words where nobody else is meant."""
        if said is None or said.speaker is None or said.form not in {"quotation", "reported"}:
            return False
        for k in frame.subject:
            token = sentence.tokens[k]
            others = {sentence.tokens[m].low for m in sentence.under(k, "amod", "det")} & words_of("across")
            if token.tag == "NOUN" and others and token.low in words_of("side_noun") | words_of("org_party"):
                return True
            if token.lemma in words_of("he_she") | {"they"} and said.form == "quotation":
                return True
        return False

    def _agents(self, number: int, sentence: Sentence, frame: Frame) -> tuple[Doer, ...]:
        """Whoever stands behind "by" in the passive; whom "his" means before a noun of a deed."""
        if frame.group.voice == "passive":
            return self._doers(number, sentence, frame.oblique("by"))
        for k in sentence.under(frame.head, "nmod:poss") if frame.kind == "noun" else ():
            if sentence.tokens[k].low in words_of("his_her"):
                places = range(k - 1, -1, -1)
                person = next(
                    (m for m in places if (a := self.actors.at(number, m)) is not None and a.kind == "person"), -1
                )
                return self._doers(number, sentence, (person,)) if person >= 0 else ()
        return ()

    def _owners(self, number: int, sentence: Sentence, frame: Frame) -> tuple[Doer, ...]:
        """Whose demand a noun tells behind "of", where its matter stands behind another word ("the demand of Peru for a levy")."""
        _, slots = stance_of(sentence, frame) if frame.kind == "noun" else ("", ())
        told = any(frame.oblique(slot) for slot in slots) or frame.complement >= 0
        if "of" in slots or not told:
            return ()
        return self._doers(number, sentence, frame.oblique("of")) if slots else ()

    def _doers(self, number: int, sentence: Sentence, heads: Sequence[int]) -> tuple[Doer, ...]:
        made: list[Doer] = []
        for head in heads:
            if spoken_for := self._body_of_person(number, sentence, head):
                made.extend(spoken_for)
                continue
            actor = self.actors.at(number, head) or self._apposed(number, sentence, head)
            token = sentence.tokens[head]
            if actor is None:
                if token.tag == "PRON" and token.lemma in words_of("own_pronoun"):
                    made.extend(self._antecedents(number, sentence, head))
                continue
            phrase = phrase_at(sentence, head)
            made.append(self._doer(actor, phrase.start, phrase.end))
            made.extend(self._joint(number, sentence, head, actor.name) if not actor.named else [])
        unique = tuple({d.name: d for d in made}.values())
        if unique:
            self.spoken_of = unique
        return unique

    def _body_of_person(self, number: int, sentence: Sentence, head: int) -> list[Doer]:
        """ "Her party cannot agree": the body for which the person speaks whom the possessive means."""
        token = sentence.tokens[head]
        if token.tag != "NOUN" or token.low not in words_of("short_for_body") | words_of("org_party"):
            return []
        for k in sentence.under(head, "nmod:poss"):
            if sentence.tokens[k].low in words_of("his_her"):
                people = self._meant(number, sentence, k)
                return [replace(d, name=d.side, kind="group") for d in people[:1] if d.side]
        return []

    def _antecedents(self, number: int, sentence: Sentence, head: int) -> list[Doer]:
        """Whom a pronoun as subject means.

        "They" and "he" in a quotation are never whoever speaks, nor their side; and none means whom its own clause names behind it: "it cut
        its losses by selling Baltex's ships" is not Baltex (Chomsky 1981, principle C).
        """
        verb = sentence.tokens[head].head
        behind = (self.actors.at(number, k) for k in (sentence.tree(verb) if verb >= 0 else ()) if k > head)
        named = {actor.name for actor in behind if actor is not None}
        meant = [d for d in self._meant(number, sentence, head) if d.name not in named]
        said = self._statement_at(sentence.tokens[head].start)
        low = sentence.tokens[head].lemma
        if said is None or said.form != "quotation" or low not in words_of("he_she") | {"they"}:
            return meant
        own = self.who_says(said)
        names = {d.name for d in own}
        sides = {d.side for d in own if d.side} if low == "they" else set[str]()
        return [d for d in meant if d.name not in names and d.name not in sides and d.side not in sides]

    def _meant(self, number: int, sentence: Sentence, head: int) -> list[Doer]:
        """Whom a pronoun as subject means: the subject above, else that of the deed before; "we" is the speaker's side."""
        low = sentence.tokens[head].lemma
        if low in words_of("we_i"):
            said = self._statement_at(sentence.tokens[head].start)
            return list(self.who_says(said)) if said else []
        if sentence.tokens[head].low in words_of("his_her") and (nearest := self._nearest_person(number, head)):
            return nearest  # "called on the mayor to honour his offer"
        for above in sentence.above(head):
            for k in sentence.under(above, "nsubj"):
                actor = self.actors.at(number, k) if k < head else None
                if actor is not None and (low not in words_of("he_she") or actor.kind == "person"):
                    token = sentence.tokens[k]
                    return [self._doer(actor, token.start, token.end)]
        resolved = self.spoken_by.get(sentence.tokens[head].start)
        if resolved is not None and resolved.speaker is not None and resolved.speaker.name in self.actors.by_name:
            return list(self.who_says(resolved))
        speaker = resolved.speaker if resolved is not None and low == "it" else None
        if speaker is not None and not speaker.anonymous and speaker.name[:1].isupper():
            return []  # it is who speaks, a body of which nothing else is known
        if low in words_of("he_she"):
            return self._person_meant(number, head, low)
        if sentence.tokens[head].low in words_of("own_possessive"):
            return []  # "accepts its proposal": whose, only a subject above tells
        return self._bodies_meant(number, low)

    def _person_meant(self, number: int, head: int, pronoun: str) -> list[Doer]:
        """Whom "he" or "she" means: who was named last in its sentence, else the subject before, else whoever was told of last."""
        if nearest := self._nearest_person(number, head):
            return nearest
        centre = self._centre_before(number)
        if centre is not None and centre.kind == "person" and self._may_be(centre, pronoun):
            return [centre]
        fitting = [d for d in self.spoken_of if d.kind == "person" and self._may_be(d, pronoun)]
        return fitting[:1] or self._last_person(number, pronoun) or self._person_before(number, pronoun)

    def _bodies_meant(self, number: int, pronoun: str) -> list[Doer]:
        """Whom "they" or "it" goes on with: whoever was told of last; for "it" one body, else that of a main clause shortly before."""
        people = len(self.spoken_of) == 1 and self.spoken_of[0].kind == "person" and self.spoken_of[0].named
        if pronoun == "they":
            return [] if people else list(self.spoken_of)
        if self._is_thing_before(number):
            return []
        centre = self._centre_before(number)
        if centre is not None and _is_one_body(centre):
            return [centre]  # "Podemos made the Socialists an offer. It demanded ..."
        bodies = [d for d in self.spoken_of if _is_one_body(d)]
        if len(self.spoken_of) == len(bodies) == 1:
            return bodies
        return [self.body[1]] if self.body is not None and number - self.body[0] <= _FAR and not bodies else []

    def _centre_before(self, number: int) -> Doer | None:
        """Who alone is the subject of the main clause of the sentence before; subjects go on (Grosz, Joshi & Weinstein 1995)."""
        found = (f for f in (self.centre, self.before) if f is not None and f[0] == number - 1)
        return next((doer for _, doer in found), None)

    def _is_thing_before(self, number: int) -> bool:
        """True where the sentence before is about an offer, a pact or talks, so that "it" means these."""
        if not number:
            return False
        sentence = self.text.sentences[number - 1]
        roots = [k for k, token in enumerate(sentence.tokens) if token.relation == "root"]
        subjects = [k for root in roots for k in sentence.under(root, "nsubj", "nsubj:pass")]
        things = words_of("pact") | words_of("offer_noun") | words_of("talks")
        return any(sentence.tokens[k].lemma in things and self.actors.at(number - 1, k) is None for k in subjects)

    def _last_person(self, number: int, pronoun: str) -> list[Doer]:
        """Who last did something by name, at most two sentences before, and is not known to be called by the other pronoun."""
        if self.person is None or number - self.person[0] > _FAR:
            return []
        return [self.person[1]] if self._may_be(self.person[1], pronoun) else []

    def _person_before(self, number: int, pronoun: str) -> list[Doer]:
        """Who was told of last, as subject or not, at most two sentences before, and may be called by the pronoun."""
        for n in range(number - 1, max(-1, number - 1 - _FAR), -1):
            tokens = self.text.sentences[n].tokens
            for k in range(len(tokens) - 1, -1, -1):
                actor = self.actors.at(n, k)
                doer = self._doer(actor, tokens[k].start, tokens[k].end) if actor is not None else None
                if (
                    doer is not None
                    and doer.kind == "person"
                    and tokens[k].tag != "PRON"
                    and self._may_be(doer, pronoun)
                ):
                    return [doer]
        return []

    def _may_be(self, doer: Doer, pronoun: str) -> bool:
        """False for several, and where the text or the given name tells that whoever it is is called by the other pronoun."""
        last = doer.name.rsplit(maxsplit=1)[-1]
        if not doer.named and last.islower() and last.endswith("s"):
            return False  # "representatives" are not "he"
        known = self.text.names.people.get(doer.name)
        return pronoun != {"m": "she", "f": "he"}.get(known.sex if known is not None else "")

    def _doer(self, actor: Actor, start: int, end: int) -> Doer:
        """An actor as who does something, told at a place."""
        place = self.document.passage(start, end)
        return Doer(actor.name, self.actors.side(actor.name), actor.kind, actor.named, place)

    def _nearest_person(self, number: int, head: int) -> list[Doer]:
        """The named person told last before a pronoun in its sentence; empty where there is none."""
        people = [
            a
            for k in range(head - 1, -1, -1)
            if (a := self.actors.at(number, k)) is not None and a.kind == "person" and a.named
        ]
        token = self.text.sentences[number].tokens[head]
        told = (self._doer(a, token.start, token.end) for a in people)
        return [d for d in told if self._may_be(d, token.lemma)][:1]

    def _joint(self, number: int, sentence: Sentence, head: int, name: str) -> list[Doer]:
        """ "Officials from Norway, Kenya and Chile": all of them."""
        found: list[Doer] = []
        for k in sentence.under(head, "nmod"):
            for m in sentence.together(k):
                actor = self.actors.at(number, m)
                if actor is not None and actor.name != name and self.actors.side(actor.name) != self.actors.side(name):
                    place = sentence.tokens[m]
                    found.append(
                        Doer(
                            actor.name,
                            self.actors.side(actor.name),
                            actor.kind,
                            True,
                            self.document.passage(place.start, place.end),
                        )
                    )
        return found

    def _apposed(self, number: int, sentence: Sentence, head: int) -> Actor | None:
        """ "Ukraine's ally, Poland,": who is named behind a noun that is no actor itself."""
        named = [k for k in sentence.under(head, "appos") if sentence.tokens[k].tag == "PROPN"]
        return next((actor for k in named if (actor := self.actors.at(number, k)) is not None), None)

    def who_says(self, said: Statement | None) -> tuple[Doer, ...]:
        """The speaker of a statement as who does something; empty where nobody is known to say it."""
        if said is None or said.speaker is None:
            return ()
        speaker = said.speaker
        actor = self.actors.called(speaker.name)
        kind = actor.kind if actor else "person"
        side = speaker.party or self.actors.side(speaker.name)
        return (
            Doer(speaker.name, side, kind, not speaker.anonymous, self.document.passage(speaker.start, speaker.end)),
        )

    def said_in(self, sentence: Sentence, frame: Frame) -> Statement | None:
        """The innermost statement that a predicate stands in; None for the author's own words."""
        return self._statement_at(sentence.tokens[frame.head].start)

    def _statement_at(self, at: int) -> Statement | None:
        """The innermost statement whose content holds a place."""
        near = self.said_at.near([(at, at + 1)])
        inside = [s for s in near if any(c.start <= at < c.end for c in s.content)]
        return min(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)


_FAR = 2  # sentences over which "he" and "it" reach back
_MAIN = frozenset({"root", "conj"})


def _is_known(said: Statement | None) -> bool:
    """True where it is told who speaks, by name or side; the side of somebody named another account may tell."""
    speaker = said.speaker if said is not None else None
    return speaker is not None and (speaker.party is not None or not speaker.anonymous)


def _is_due(sentence: Sentence, frame: Frame) -> bool:
    """True for what must or should be so, or needs to be."""
    should = any(sentence.tokens[k].low in words_of("modal_should") for k in sentence.under(frame.head, "aux"))
    needs = frame.predicate in words_of("needs_to_be") and frame.opened == "to"
    return should or needs or frame.group.modality == "must"


def _is_one_body(doer: Doer) -> bool:
    """True for a body that "it" may mean: no person, and no plural that only describes ("port operators")."""
    return doer.kind != "person" and not (doer.name.islower() and doer.name.endswith("s"))


def is_of_thing(sentence: Sentence, frame: Frame) -> bool:
    """True where only things stand as subject: "the targets must match demand", "the merger needs approval", whoever says so."""
    return bool(frame.subject) and all(sentence.tokens[k].tag == "NOUN" for k in frame.subject)


def is_of_speaker(said: Statement | None, doers: Sequence[Doer]) -> bool:
    """True where whoever says it, or the side spoken for, is who does it."""
    if said is None or said.speaker is None:
        return False
    own = {said.speaker.name, said.speaker.party} - {None}
    return any(own & {doer.name, doer.side} for doer in doers)


def _behind_colon(sentence: Sentence, head: int) -> list[int]:
    """The first of a list behind a colon that tells who is meant: "blamed four lands: Norway, Peru, ..."."""
    return [k for k in sentence.under(head, "appos") if any(sentence.tokens[m].text == ":" for m in range(head, k))]
