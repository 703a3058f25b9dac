"""What a text tells of doing and wanting in a negotiation: frames whose actors, matter, voice and certainty are known.

A deed is the flat form of a frame that passes to the comparison of accounts: who wants, offers, accepts, refuses what; what was signed,
what failed, who blames whom. Chains are read together: "refused to accept the plan" refuses the plan, "insisted that it will not give up
enrichment" draws a line at enrichment, "asked Peru to withdraw" wants it. The table is ``en/deeds.tsv``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.deed_types import Deed, Doer, Matter
from zopa.statements.places import ByPlace
from zopa.statements.stances import (
    certainty,
    is_asserted,
    is_only_thought,
    is_question,
    is_taken_back,
    is_to_do,
    manner_of,
    measured,
    opened_with,
    stance_of,
    terms_holder,
    to_figure,
    turned,
    will_not,
    with_gerund,
)
from zopa.text.dates import find_dates
from zopa.text.figures import find_figures
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Passage
    from zopa.statements.actors import Actor, Actors
    from zopa.statements.types import Statement
    from zopa.text.annotate import Text
    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence
    from zopa.text.types import DateRef


def find_deeds(text: Text, actors: Actors, statements: Sequence[Statement]) -> tuple[Deed, ...]:
    """All deeds of a text that have an actor or a known stance, in document order."""
    finder = _DeedFinder(text, actors, statements)
    return tuple(deed for number in range(len(text.sentences)) for deed in finder.sentence(number))


class _DeedFinder:
    def __init__(self, text: Text, actors: Actors, statements: Sequence[Statement]) -> None:
        self.text, self.actors = text, actors
        self.document = text.document
        self.statements = [s for s in statements if s.form != "own-voice"]
        self.said_at = ByPlace((s, [(c.start, c.end) for c in s.content]) for s in self.statements)
        self.spoken_by = {s.speaker.start: s for s in reversed(self.statements) if s.speaker}
        self.last: list[Deed] = []  # for "it", "both", "them"
        self.spoken_of: tuple[Doer, ...] = ()  # for "it", "they" as subjects

    def sentence(self, number: int) -> list[Deed]:
        sentence, frames = self.text.sentences[number], self.text.frames[number]
        by_head = {frame.head: frame for frame in frames}
        taken: set[int] = set()
        found: list[Deed] = []
        for frame in frames:
            if frame.head in taken:
                continue
            deed = self._deed(number, sentence, by_head, frame, taken)
            if deed is not None:
                found.append(deed)
                if deed.stance and deed.matters:
                    self.last = [deed]
        return found

    def _deed(
        self, number: int, sentence: Sentence, by_head: dict[int, Frame], frame: Frame, taken: set[int]
    ) -> Deed | None:
        way, slots = stance_of(sentence, frame)
        way = "" if way and (is_taken_back(by_head, frame) or is_question(sentence, by_head, frame)) else way
        frame = with_gerund(sentence, by_head, frame) if way else frame
        if not way and frame.predicate in words_of("transparent") and frame.complement in by_head:
            return None
        red_line = frame.kind == "copula" and way == "never"
        above = by_head.get(frame.above)
        doers = self._who_does(number, sentence, above, frame, frame.oblique("for") if red_line else frame.subject)
        carried = above is not None and above.predicate in words_of("transparent") and above.group.negated
        carried = carried or (above is not None and frame.link == "xcomp" and above.predicate in words_of("undone"))
        as_fact = way in {"wants", "offers", "accepts"} and frame.complement >= 0 and frame.opened in {"that", "bare"}
        if as_fact and "that" not in slots and not frame.object:
            way = ""  # "claimed that the split was forced" claims nothing for itself
        if way == "wants" and as_fact and is_asserted(sentence, frame, by_head.get(frame.complement)):
            way = ""  # "insist that studies show" asserts
        carried = carried or frame.marker == "without"  # "left without reaching a deal"
        asked = self._asked_for(sentence, frame) if not way else None
        if asked is not None:
            way, doers = "wants", self._who_says(asked)  # "the limit must be put in writing", says a side
        stance, negated, inner = way, frame.group.negated or carried, frame
        if (
            stance
            and frame.complement >= 0
            and frame.complement in by_head
            and stance not in {"signs", "ends", "fails"}
        ):
            stance, negated, inner = self._chained(sentence, by_head, frame, stance, negated=negated)
            if inner is not frame:
                taken.add(inner.head)
        if not stance and not doers:
            nouns = [sentence.tokens[k].lemma for k in (*frame.subject, *frame.object)]
            if not set(nouns) & (words_of("talks") | words_of("pact")):
                return None
        said = self._said_in(sentence, frame)
        alone = not frame.subject and frame.kind == "verb" and frame.group.voice == "active"
        wanting = stance in {"wants", "offers", "accepts", "refuses", "never", "yields"}
        if not doers and (red_line or (alone and wanting and not self._is_thing(sentence, frame))):
            doers = self._who_says(said)  # "enrichment is a red line": of whoever says so
        stance, negated = turned(stance, negated=negated)
        sure = certainty(sentence, by_head, frame)
        own = self._is_of_speaker(said, doers) and not (said and said.form == "quotation" and sure == "possible")
        if not stance and own and will_not(sentence, frame, negated=negated, sure=sure):
            stance, negated, slots = "refuses", False, ("obj", "self")
            sure = "future"  # "would not" of reported speech was "will not"
        matters = self._matters(sentence, frame, inner, slots)
        others = self._others(number, sentence, frame, doers)
        voice = "author" if said is None else "quoted" if said.form == "quotation" else "reported"
        speaker = said.speaker if said is not None else None
        hedged = frame.group.hedged or bool(said and said.hedged) or is_only_thought(above, frame)
        words = self._clause(sentence, frame)
        first = sentence.tokens[min(frame.group.words)].start
        last = max(
            [
                sentence.tokens[frame.head].end,
                sentence.tokens[inner.head].end,
                *(m.passage.end for m in matters if sentence.start <= m.passage.start < sentence.end),
            ]
        )
        return Deed(
            frame.predicate if inner is frame else inner.predicate, stance, doers, others, matters,
            tuple(sentence.tokens[k].lemma for k in (*frame.subject, *frame.object)), negated, sure,
            voice, speaker.name if speaker else None, speaker.party if speaker else None,
            said.id if said else "", self._date(sentence, frame), self._place(sentence, frame),
            manner_of(sentence, frame), self.document.passage(sentence.start, sentence.end), words,
            hedged=hedged, because=self._because(sentence, frame),
            at=sentence.tokens[frame.head].start, depth=sum(k in by_head for k in sentence.above(frame.head)),
            core=self.document.passage(first, last), link=frame.link, gist=self._gist(sentence, frame, first, last),
        )  # fmt: skip

    def _who_does(
        self, number: int, sentence: Sentence, above: Frame | None, frame: Frame, subject: Sequence[int]
    ) -> tuple[Doer, ...]:
        """Whoever a frame tells to do it, where its subject does not stand beside it too."""
        doers = self._doers(number, sentence, subject)
        if frame.kind == "noun" and above is not None and stance_of(sentence, above)[0] in {"refuses", "accepts"}:
            doers = self._other_bidder(number, sentence, frame, above, doers)
        if (offer := terms_holder(sentence, frame)) >= 0:  # whose offer it is
            doers = self._doers(number, sentence, sentence.under(offer, "nmod:poss"))
        doers = doers or self._agents(number, sentence, frame)
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

    def _asked_for(self, sentence: Sentence, frame: Frame) -> Statement | None:
        """The statement of a side in which it says what must be done; what it says that it must do itself asks for nothing."""
        own = any(sentence.tokens[k].lemma in words_of("we_i") for k in frame.subject)
        if own or frame.group.negated or frame.group.modality != "must" or not frame.object:
            return None
        said = self._said_in(sentence, frame)
        return said if said is not None and said.speaker is not None and said.speaker.party is not None else None

    def _others(self, number: int, sentence: Sentence, frame: Frame, doers: tuple[Doer, ...]) -> tuple[Doer, ...]:
        """To whom, against whom and with whom it is done; never who does it ("called it")."""
        aside = [
            k
            for h in (*frame.object, *(k for _, k in frame.obliques))
            for k in sentence.under(h, "nmod")
            if opened_with(sentence, k)
        ]
        heads = (*frame.recipient, *frame.object, *frame.oblique("with", "against"), *aside)
        names = {d.name for d in doers}
        return tuple(o for o in self._doers(number, sentence, heads) if o.name not in names)

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

    def _is_of_speaker(self, said: Statement | None, doers: Sequence[Doer]) -> bool:
        """True where whoever says it, or the side spoken for, is who does it."""
        if said is None or said.speaker is None:
            return False
        own = {said.speaker.name, said.speaker.party} - {None}
        return any(own & {doer.name, doer.side} for doer in doers)

    def _is_thing(self, sentence: Sentence, frame: Frame) -> bool:
        """True where a thing stands as subject: "The merger needs approval", whoever says so."""
        if frame.group.voice == "passive" or frame.link == "acl":
            return True  # nobody is told to do it
        if any(sentence.tokens[k].low in words_of("their") for k in sentence.under(frame.head, "nmod:poss")):
            return True  # of somebody else than the speaker
        tokens = [sentence.tokens[k] for k in frame.subject]
        return bool(tokens) and frame.kind == "verb" and all(t.tag == "NOUN" for t in tokens)

    def _chained(
        self, sentence: Sentence, by_head: dict[int, Frame], frame: Frame, stance: str, *, negated: bool
    ) -> tuple[str, bool, Frame]:
        """A stance with the clause that it takes: "refused to accept X", "insisted that it will not give up X", "is ready to cede X"."""
        inner = by_head[frame.complement]
        deeper, _ = stance_of(sentence, inner)
        bidden = any(
            p == "for" and frame.head < k < inner.head and sentence.tokens[k].tag == "PROPN" for p, k in frame.obliques
        )
        own = not bidden and (
            not inner.subject
            or inner.subject == frame.subject
            or all(sentence.tokens[k].low in words_of("own_pronoun") for k in inner.subject)
        )
        if deeper in {"accepts", "refuses", "yields", "offers", "wants"} and own:
            turned = negated ^ inner.group.negated
            if stance == "refuses":
                return (
                    ("refuses" if deeper in {"accepts", "offers"} else "never" if deeper == "yields" else "accepts"),
                    negated,
                    inner,
                )
            if deeper == "yields":
                return ("never", False, inner) if turned else ("offers", False, inner)
            if deeper in {"accepts", "refuses"}:
                return deeper, turned, inner
            return stance, turned, inner
        if stance == "agrees" and frame.opened in {"that", "bare"} and not own:
            return "", negated, frame  # "analysts agree that X will have to pay" is an opinion
        if stance in {"wants", "offers", "accepts", "agrees", "refuses"} and frame.opened in {
            "to",
            "that",
            "bare",
            "ing",
        }:
            if inner.group.negated and own and stance == "wants":
                return "refuses", negated, inner
            return stance, negated, inner
        return stance, negated, frame

    def _doers(self, number: int, sentence: Sentence, heads: Sequence[int]) -> tuple[Doer, ...]:
        made: list[Doer] = []
        for head in heads:
            actor = self.actors.at(number, head) or self._apposed(number, sentence, head)
            token = sentence.tokens[head]
            if actor is None:
                if token.tag == "PRON" and token.lemma in words_of("own_pronoun"):
                    made.extend(self._antecedents(number, sentence, head))
                continue
            phrase = phrase_at(sentence, head)
            made.append(
                Doer(
                    actor.name,
                    self.actors.side(actor.name),
                    actor.kind,
                    actor.named,
                    self.document.passage(phrase.start, phrase.end),
                )
            )
            made.extend(self._joint(number, sentence, head, actor.name) if not actor.named else [])
        unique = tuple({d.name: d for d in made}.values())
        if unique:
            self.spoken_of = unique
        return unique

    def _apposed(self, number: int, sentence: Sentence, head: int) -> Actor | None:
        """ "Ukraine's ally, Poland,": who is named behind a noun that is no actor itself."""
        named = [k for k in sentence.under(head, "appos") if sentence.tokens[k].tag == "PROPN"]
        return next((actor for k in named if (actor := self.actors.at(number, k)) is not None), None)

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

    def _antecedents(self, number: int, sentence: Sentence, head: int) -> list[Doer]:
        """Whom a pronoun as subject means: the subject above, else that of the deed before; "we" is the speaker's side."""
        low = sentence.tokens[head].lemma
        if low in words_of("we_i"):
            said = self._statement_at(sentence.tokens[head].start)
            return list(self._who_says(said)) if said else []
        if sentence.tokens[head].low in words_of("his_her") and (nearest := self._nearest_person(number, head)):
            return nearest  # "called on the mayor to honour his offer"
        for above in sentence.above(head):
            for k in sentence.under(above, "nsubj"):
                actor = self.actors.at(number, k) if k < head else None
                if actor is not None and (low not in words_of("he_she") or actor.kind == "person"):
                    token = sentence.tokens[k]
                    return [
                        Doer(
                            actor.name,
                            self.actors.side(actor.name),
                            actor.kind,
                            actor.named,
                            self.document.passage(token.start, token.end),
                        )
                    ]
        resolved = self.spoken_by.get(sentence.tokens[head].start)
        if resolved is not None and resolved.speaker is not None and resolved.speaker.name in self.actors.by_name:
            return list(self._who_says(resolved))
        if low in words_of("he_she"):
            if nearest := self._nearest_person(number, head):
                return nearest
            return [d for d in self.spoken_of if d.kind == "person"][:1]
        if sentence.tokens[head].low in words_of("own_possessive"):
            return []  # "accepts its proposal": whose, only a subject above tells
        if low == "they" and not any(
            d.kind == "person" and d.named for d in self.spoken_of[:1] if len(self.spoken_of) == 1
        ):
            return list(self.spoken_of)
        bodies = [d for d in self.spoken_of if d.kind != "person"]
        return bodies if low != "they" and len(self.spoken_of) == len(bodies) == 1 else []

    def _nearest_person(self, number: int, head: int) -> list[Doer]:
        """The named person told last before a pronoun in its sentence; empty where there is none."""
        people = [
            a
            for k in range(head - 1, -1, -1)
            if (a := self.actors.at(number, k)) is not None and a.kind == "person" and a.named
        ]
        token = self.text.sentences[number].tokens[head]
        place = self.document.passage(token.start, token.end)
        return [Doer(a.name, self.actors.side(a.name), "person", True, place) for a in people[:1]]

    def _who_says(self, said: Statement | None) -> tuple[Doer, ...]:
        if said is None or said.speaker is None:
            return ()
        speaker = said.speaker
        actor = self.actors.called(speaker.name)
        kind = actor.kind if actor else "person"
        side = speaker.party or self.actors.side(speaker.name)
        return (
            Doer(speaker.name, side, kind, not speaker.anonymous, self.document.passage(speaker.start, speaker.end)),
        )

    def _said_in(self, sentence: Sentence, frame: Frame) -> Statement | None:
        return self._statement_at(sentence.tokens[frame.head].start)

    def _statement_at(self, at: int) -> Statement | None:
        """The innermost statement whose content holds a place."""
        near = self.said_at.near([(at, at + 1)])
        inside = [s for s in near if any(c.start <= at < c.end for c in s.content)]
        return min(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)

    def _matters(self, sentence: Sentence, frame: Frame, inner: Frame, slots: tuple[str, ...]) -> tuple[Matter, ...]:
        if inner is not frame:
            _, inner_slots = stance_of(sentence, inner)
            found = self._by_slots(sentence, inner, inner_slots or ("obj", "on", "to", "of", "from"))
            if found and all(
                m.head in words_of("collective") or f"{m.head}s" in words_of("collective") for m in found[-1:]
            ):
                return (self._clause_matter(sentence, inner.head),)  # "offered to compensate the workers with"
            if not found and any(k > inner.head for k in frame.object):
                found = self._phrase_matters(sentence, frame.object)  # the tree gave it to the verb above
            return found or (self._clause_matter(sentence, inner.head),)
        return self._by_slots(sentence, frame, slots or ("obj",))

    def _by_slots(self, sentence: Sentence, frame: Frame, slots: tuple[str, ...]) -> tuple[Matter, ...]:
        for slot in slots:
            if slot == "obj" and "to" in slots and frame.opened == "to" and frame.complement >= 0:
                continue  # "urged the board to sign": what is wanted is the signing
            if slot == "obj" and (objects := frame.object or measured(sentence, frame)):
                return self._phrase_matters(sentence, objects)
            if slot == "self":
                tree = sentence.tree(frame.head, without=("conj", "parataxis", "punct", "advcl"))
                return (self._made(sentence, frame.head, frame.head, max(tree), clause=True),)
            if slot == "subject" and frame.subject:
                return self._phrase_matters(sentence, frame.subject)
            if slot in {"that", "to"} and frame.complement >= 0:
                return (self._clause_matter(sentence, frame.complement),)
            heads = frame.oblique(slot)
            asked = next((k for k in sentence.under(frame.head, "advcl", "xcomp") if is_to_do(sentence, k)), -1)
            if heads and asked > heads[-1] and all(sentence.tokens[k].tag in {"PROPN", "PRON"} for k in heads):
                return (self._clause_matter(sentence, asked),)  # "pushed for X to soften its demands"
            if heads:
                return self._phrase_matters(sentence, heads)
        return ()

    def _phrase_matters(self, sentence: Sentence, heads: Sequence[int]) -> tuple[Matter, ...]:
        tokens = sentence.tokens
        named = [
            k
            for k in heads
            if tokens[k].tag not in {"PRON", "DET"} and tokens[k].low not in words_of("own_pronoun") | words_of("both")
        ]
        if not named and any(tokens[k].low == "what" for k in heads):
            return ()  # "areas that aren't what we want"
        if not named:
            earlier = [m for d in self.last for m in d.matters]
            return tuple(earlier) if any(tokens[k].low in words_of("both") for k in heads) else tuple(earlier[-1:])
        made: list[Matter] = []
        for head in named:
            phrase = phrase_at(sentence, head)
            last = to_figure(sentence, head, self._with_behind(sentence, head, phrase.last))
            made.append(self._made(sentence, head, phrase.first, last))
        return tuple(made)

    def _with_behind(self, sentence: Sentence, head: int, last: int) -> int:
        """The last word of what stands right behind an object and tells what it is about: "any withdrawal from the valley"."""
        for k in sentence.under(sentence.tokens[head].head, "obl"):
            tree = sentence.tree(k)
            about = tree[0] == last + 1 and sentence.tokens[tree[0]].low in words_of("about")
            if about and sentence.tokens[k].lemma not in words_of("time_noun"):
                return phrase_at(sentence, k).last
        return last

    def _made(self, sentence: Sentence, head: int, first: int, last: int, *, clause: bool = False) -> Matter:
        tokens = sentence.tokens
        while first < last and (
            tokens[first].tag in {"DET", "PUNCT"}
            or tokens[first].relation in {"nmod:poss", "cc", "mark"}
            or tokens[first].low in {"'s", "'"}
        ):
            first += 1
        start, end = tokens[first].start, tokens[last].end
        words = frozenset(
            t.lemma
            for t in tokens[first : last + 1]
            if t.tag in {"NOUN", "PROPN", "VERB", "ADJ"}
            and t.low not in words_of("matter_stop")
            and t.lemma not in words_of("be")
        )
        return Matter(
            self.document.text[start:end], tokens[head].lemma, words, self.document.passage(start, end),
            tuple(find_figures(self.document, start, end)), clause,
        )  # fmt: skip

    def _clause_matter(self, sentence: Sentence, at: int) -> Matter:
        tree = [
            k
            for k in sentence.tree(at, without=("conj", "parataxis", "punct", "advcl"))
            if sentence.tokens[k].relation != "mark"
        ]
        return self._made(sentence, at, tree[0], tree[-1], clause=True)

    def _clause(self, sentence: Sentence, frame: Frame) -> Passage:
        tree = sentence.tree(frame.head, without=("parataxis",))
        while len(tree) > 1 and sentence.tokens[tree[0]].relation in {"punct", "cc"}:
            tree = tree[1:]
        while len(tree) > 1 and sentence.tokens[tree[-1]].relation == "punct":
            tree = tree[:-1]
        return self.document.passage(sentence.tokens[tree[0]].start, sentence.tokens[tree[-1]].end)

    def _gist(self, sentence: Sentence, frame: Frame, first: int, last: int) -> Passage:
        """From the subject to the end of the matter, or of how it ended."""
        subjects = [k for k in sentence.under(frame.head, "nsubj") if k < frame.head]
        if subjects:
            first = min(first, phrase_at(sentence, subjects[0]).start)
        for preposition, k in frame.obliques:
            if (
                preposition in {"in", "without", "with", "to", "on"}
                and k > frame.head
                and sentence.tokens[k].start - last < 40
            ):
                last = max(last, phrase_at(sentence, k).end)
        return self.document.passage(first, last)

    def _date(self, sentence: Sentence, frame: Frame) -> DateRef | None:
        told = find_dates(self.document, sentence.start, sentence.end) if frame.times else ()
        for k in frame.times:
            tree = sentence.tree(k)
            first, last = sentence.tokens[tree[0]].start, sentence.tokens[tree[-1]].end
            found = next((d for d in told if first <= d.passage.start and d.passage.end <= last), None)
            if found is None:  # a span of days of which only a part hangs on this clause
                found = next(iter(find_dates(self.document, first, last)), None)
            if found is not None:
                return found
        return None

    def _place(self, sentence: Sentence, frame: Frame) -> str:
        for preposition, k in frame.obliques:
            if preposition in {"in", "at"} and sentence.tokens[k].tag == "PROPN" and k not in frame.times:
                phrase = phrase_at(sentence, k)
                return self.document.text[phrase.start : phrase.end]
        return ""

    def _because(self, sentence: Sentence, frame: Frame) -> Passage | None:
        for preposition, k in frame.obliques:
            if preposition in words_of("cause_preposition"):
                tree = [w for w in sentence.tree(k) if sentence.tokens[w].relation not in {"case", "fixed"} or w > k]
                return self.document.passage(sentence.tokens[tree[0]].start, sentence.tokens[tree[-1]].end)
        for k in sentence.under(frame.head, "advcl"):
            if any(sentence.tokens[m].low in words_of("cause_marker") for m in sentence.under(k, "mark")):
                tree = [w for w in sentence.tree(k) if sentence.tokens[w].relation != "mark"]
                return self.document.passage(sentence.tokens[tree[0]].start, sentence.tokens[tree[-1]].end)
        return None
