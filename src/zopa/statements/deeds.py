"""What a text tells of doing and wanting in a negotiation: frames whose actors, matter, voice and certainty are known.

A deed is the flat form of a frame that passes to the comparison of accounts: who wants, offers, accepts, refuses what; what was signed,
what failed, who blames whom. Chains are read together: "refused to accept the plan" refuses the plan, "insisted that it will not give up
enrichment" draws a line at enrichment, "asked Peru to withdraw" wants it. The table is ``en/deeds.tsv``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.statements.blaming import blame_of
from zopa.statements.declining import declined_acts, declines, is_still_to_come, no_way_that, so_far
from zopa.statements.deed_doers import DoerFinder, is_of_speaker, is_of_thing
from zopa.statements.deed_matters import MatterFinder
from zopa.statements.deed_passages import because_of, clause_of, date_of, gist_of, place_of
from zopa.statements.deed_types import Deed, Doer, Matter
from zopa.statements.demands import cleft_heads, demand_told
from zopa.statements.stances import (
    certainty,
    is_adjectival,
    is_asserted,
    is_called_untrue,
    is_only_thought,
    is_question,
    is_taken_back,
    manner_of,
    stance_of,
    turned,
    will_not,
    with_gerund,
)
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.actors import Actors
    from zopa.statements.blaming import BlameRoles
    from zopa.statements.types import Statement
    from zopa.text.annotate import Text
    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence


def find_deeds(text: Text, actors: Actors, statements: Sequence[Statement]) -> tuple[Deed, ...]:
    """All deeds of a text that have an actor or a known stance, in document order."""
    finder = _DeedFinder(text, actors, statements)
    return tuple(deed for number in range(len(text.sentences)) for deed in finder.sentence(number))


class _DeedFinder:
    """One pass over the frames of a text."""

    def __init__(self, text: Text, actors: Actors, statements: Sequence[Statement]) -> None:
        self.text, self.document = text, text.document
        self.doers = DoerFinder(text, actors, statements)
        self.matters = MatterFinder(text.document)

    def sentence(self, number: int) -> list[Deed]:
        """The deeds of one sentence, in the order of their predicates."""
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
                    self.matters.last = [deed]
        return found

    def _deed(
        self, number: int, sentence: Sentence, by_head: dict[int, Frame], frame: Frame, taken: set[int]
    ) -> Deed | None:
        blame = blame_of(sentence, frame)
        way, slots = ("blames", blame.slots) if blame else _way_of(sentence, by_head, frame)
        frame = with_gerund(sentence, by_head, frame) if way else frame
        if not way and frame.predicate in words_of("transparent") and frame.complement in by_head:
            return None
        above = by_head.get(frame.above)
        whose, wanted = ((), ()) if way or is_question(sentence, by_head, frame) else demand_told(sentence, frame)
        way, slots = ("wants", ("obj",)) if wanted else (way, slots)
        verdict = way in {"never", "refuses"} or (way == "accepts" and frame.group.negated)
        red_line = frame.kind == "copula" and verdict and slots == ("subject",)
        own = frame.object if way and is_adjectival(sentence, frame) else frame.subject
        subject = whose or (frame.oblique("for") if red_line else own)
        subject = subject if blame is None else blame.blamers or ()
        doers = self.doers.who_does(number, sentence, above, frame, subject)
        way = "" if _tells_a_fact(sentence, by_head, frame, way, slots) else way
        needed = way == "wants" and not doers and frame.predicate in words_of("needs_to_be") and frame.opened == "to"
        asked = self.doers.asked_for(sentence, frame) if needed or not way else None
        if asked is not None:
            way, doers = "wants", self.doers.who_says(asked)  # "the limit must be put in writing", says a side
            slots = _due_slots(sentence, frame)
        stance, negated, inner = _chain(sentence, by_head, frame, way, above)
        if inner is not frame:
            taken.add(inner.head)
        nouns = tuple(sentence.tokens[k].lemma for k in (*frame.subject, *frame.object))
        if (
            not stance
            and not doers
            and not set(nouns) & (words_of("talks") | words_of("pact") | words_of("ongoing_noun"))
        ):
            return None
        said = self.doers.said_in(sentence, frame)
        if blame is not None and blame.blamers is None:
            doers = self.doers.who_says(said)
        if not doers and _is_of_whoever_speaks(sentence, frame, stance, red_line=red_line):
            doers = self.doers.who_says(said)  # "enrichment is a red line": of whoever says so
        cleft = cleft_heads(sentence, by_head, frame)
        held = _Held(stance, negated, certainty(sentence, by_head, frame), slots, inner)
        held = _folded(sentence, frame, held, doers, said, in_cleft=bool(cleft))
        if blame is not None and blame.blamers is None and held.sure != "condition" and not _may(sentence, frame):
            held = replace(held, sure="told")
        if not held.stance and doers and declines(sentence, frame):
            acts = (by_head[k] for k in declined_acts(sentence, frame) if k in by_head)
            told = "told" if held.sure == "possible" else held.sure
            held = _Held("refuses", False, told, ("obj", "for", "to", "self"), next(acts, inner))
        heads = wanted or (cleft if held.stance else ())
        whole = bool(heads) or red_line or (asked is not None and _is_told_of(sentence, frame))
        matters = (
            self.matters.of_heads(sentence, heads)
            if heads
            else self.matters.matters(sentence, frame, held.inner, held.slots)
        )
        return self._build(
            number, sentence, by_head, frame, _ReadFrame(held, doers, matters, nouns, said, blame, whole=whole)
        )

    def _build(
        self, number: int, sentence: Sentence, by_head: dict[int, Frame], frame: Frame, read: _ReadFrame
    ) -> Deed:
        """The deed of a frame, put together from what is read of it."""
        held, said, above = read.held, read.said, by_head.get(frame.above)
        speaker = said.speaker if said is not None else None
        hedged = frame.group.hedged or bool(said and said.hedged) or is_only_thought(above, frame)
        hedged = hedged or _noun_of_clause(sentence, frame)[0] in words_of("belief_noun")
        first, last = _core(sentence, frame, held.inner, read.matters)
        if read.whole:  # "the main demand of the union is a shorter week"
            tree = sentence.tree(frame.head, without=("conj", "parataxis", "punct", "advcl"))
            inside = [m.passage for m in read.matters if sentence.start <= m.passage.start < sentence.end]
            first = min([first, sentence.tokens[tree[0]].start, *(p.start for p in inside)])
            last = max([last, sentence.tokens[tree[-1]].end, *(p.end for p in inside)])
        return Deed(
            held.inner.predicate, held.stance, read.doers,
            self.doers.others(number, sentence, frame, read.doers, read.blame), read.matters, read.nouns, held.negated, held.sure,
            "author" if said is None else "quoted" if said.form == "quotation" else "reported",
            speaker.name if speaker else None, speaker.party if speaker else None,
            said.id if said else "", date_of(self.document, sentence, frame), place_of(self.document, sentence, frame),
            manner_of(sentence, frame), self.document.passage(sentence.start, sentence.end),
            clause_of(self.document, sentence, frame),
            hedged=hedged, because=because_of(self.document, sentence, frame),
            at=sentence.tokens[frame.head].start, depth=sum(k in by_head for k in sentence.above(frame.head)),
            core=self.document.passage(first, last), link=frame.link, gist=gist_of(self.document, sentence, frame, first, last),
            across=self.doers.is_across(sentence, frame, said), disowned=_is_disowned(by_head, frame),
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Held:
    """The stance that a frame tells, and where its matter stands: in the slots of `inner`, the frame itself or a clause that it takes."""

    stance: str
    negated: bool
    sure: str
    slots: tuple[str, ...]
    inner: Frame


@dataclass(frozen=True, slots=True)
class _ReadFrame:
    """What is read of a frame before the deed is put together: the statement that it stands in is `said`."""

    held: _Held
    doers: tuple[Doer, ...]
    matters: tuple[Matter, ...]
    nouns: tuple[str, ...]
    said: Statement | None
    blame: BlameRoles | None
    whole: bool  # told by more than a predicate and what stands behind it


def _way_of(sentence: Sentence, by_head: dict[int, Frame], frame: Frame) -> tuple[str, tuple[str, ...]]:
    """What a predicate does and where its matter stands, "" for what is taken back, asked, or denied by somebody."""
    way, slots = stance_of(sentence, frame)
    unsaid = is_taken_back(sentence, by_head, frame) or is_question(sentence, by_head, frame)
    denied = _is_disowned(by_head, frame) or is_called_untrue(sentence, by_head, frame)
    unsaid = unsaid or (way in _POSITIONS and denied) or (way == "wants" and _needs_others(sentence, frame))
    held_in, whole = _noun_of_clause(sentence, frame)
    if way in _POSITIONS - {"wants"} and whole and held_in in words_of("assurance"):
        return "", slots  # "sought assurances that Peru would not give up the port" is no line that Peru draws
    return "" if unsaid else way, slots


def _chain(
    sentence: Sentence, by_head: dict[int, Frame], frame: Frame, way: str, above: Frame | None
) -> tuple[str, bool, Frame]:
    """Stance, negation and the clause that tells the matter, over the clause that a predicate takes."""
    negated = frame.group.negated or _is_denied(sentence, frame, above) or no_way_that(sentence, frame)
    negated = negated != is_called_untrue(sentence, by_head, frame)
    if way and frame.complement >= 0 and frame.complement in by_head and way not in {"signs", "ends", "fails"}:
        return _chained(sentence, by_head, frame, way, negated=negated)
    return way, negated, frame


def _folded(
    sentence: Sentence, frame: Frame, held: _Held, doers: tuple[Doer, ...], said: Statement | None, *, in_cleft: bool
) -> _Held:
    """The stance with its denial folded in, and how sure it is; what somebody will not do is refused."""
    negated, sure = held.negated, held.sure
    unasked = held.stance == "wants" and negated and not set(frame.predicate.split()) & words_of("wishing")
    unasked = unasked or (held.stance == "offers" and negated and _is_past(sentence, frame))  # "submitted no proposal"
    stance, negated = turned("" if unasked else held.stance, negated=negated)  # "did not ask for titles" refuses none
    stance, sure = so_far(sentence, frame, stance, sure)
    own = is_of_speaker(said, doers) and not (said and said.form == "quotation" and sure == "possible")
    if not stance and own and will_not(sentence, frame, negated=negated, sure=sure):
        # "Would not" of reported speech was "will not".
        return _Held("refuses", False, "future", ("obj", "self"), held.inner)
    will_not_agree = frame.group.tense == "future" or frame.group.modality == "conditional"
    if not stance and _would_not(sentence, frame, doers, said, negated=negated, sure=sure):
        return _Held("refuses", False, "told", ("obj", "on", "self"), held.inner)
    signs = stance == "signs" and frame.group.voice == "active" and not is_still_to_come(sentence, frame)
    if (in_cleft or will_not_agree) and (stance == "agrees" or signs) and negated and len(doers) == 1:
        stance, negated = "refuses", False  # "a levy is something to which she could not agree"
    if stance == "refuses" and sure == "possible":
        sure = (
            "told"
            if in_cleft or no_way_that(sentence, frame) or declines(sentence, frame) or _could_not(frame, sentence)
            else sure
        )
    return _Held(stance, negated, sure, held.slots, held.inner)


def _could_not(frame: Frame, sentence: Sentence) -> bool:
    """True for "could not accept it": what cannot be done is not done."""
    return frame.group.negated and any(sentence.tokens[k].low in words_of("modal_could") for k in frame.group.words)


def _is_past(sentence: Sentence, frame: Frame) -> bool:
    """True for what was not done ("had not submitted a draft", "has made no offer"), which refuses nothing; for a noun too ("no offer")."""
    have = any(sentence.tokens[k].lemma == "have" for k in sentence.under(frame.head, "aux"))
    done = frame.group.tense == "past" or have
    ready = frame.complement >= 0 and frame.predicate not in words_of("bid")  # "was not prepared to sign" refuses
    return frame.kind == "noun" or (done and not frame.group.modality and not ready)


def _would_not(
    sentence: Sentence, frame: Frame, doers: tuple[Doer, ...], said: Statement | None, *, negated: bool, sure: str
) -> bool:
    """True for "the delegation would not sit in one room": told of a side by the author or by itself, with no "if" to it."""
    own = said is None or said.form == "own-voice" or is_of_speaker(said, doers)
    would = frame.group.modality == "conditional" and any(doer.side for doer in doers)
    doubt = any(token.low in words_of("gate_if") | words_of("gate_unless") for token in sentence.tokens)
    doubt = doubt or bool(_noun_of_clause(sentence, frame)[0])  # "assurances that Peru would not give up the port"
    done = any(sentence.tokens[k].lemma == "have" for k in sentence.under(frame.head, "aux"))
    return own and would and not doubt and not done and will_not(sentence, frame, negated=negated, sure=sure)


def _is_of_whoever_speaks(sentence: Sentence, frame: Frame, stance: str, *, red_line: bool) -> bool:
    """True for a position that nobody is named for in its clause, so that only the speaker can hold it."""
    alone = not frame.subject and frame.kind == "verb" and frame.group.voice == "active"
    cannot = frame.group.voice == "passive" and frame.group.negated and frame.group.modality == "can"
    if cannot and stance in {"accepts", "refuses"} and not frame.oblique("by"):
        return True  # "the decree cannot be accepted", says a side
    return red_line or (alone and stance in _POSITIONS and not _is_thing(sentence, frame))


def _tells_a_fact(
    sentence: Sentence, by_head: dict[int, Frame], frame: Frame, way: str, slots: tuple[str, ...]
) -> bool:
    """True where a clause with "that" tells what is, not what is wanted."""
    told = by_head.get(frame.complement)
    if way == "agrees" and told is not None and frame.opened in {"that", "bare"}:
        is_so = told.kind == "copula" and told.group.tense != "future" and not told.group.modality
        return is_so or (told.group.tense == "present" and told.predicate in words_of("having"))
    if way == "yields" and told is not None and frame.opened in {"that", "bare"}:
        # "Conceded that the levy was too high" admits it.
        return told.group.tense != "future" and not told.group.modality
    if way == "offers" and told is not None and frame.predicate in words_of("suggests"):
        return any(sentence.tokens[k].low in words_of("may_be") for k in told.group.words)  # "that it might be late"
    if way not in {"wants", "offers", "accepts"} or frame.complement < 0 or frame.opened not in {"that", "bare"}:
        return False
    if "that" not in slots and not frame.object:
        return True  # "claimed that the split was forced" claims nothing for itself
    return way == "wants" and is_asserted(sentence, frame, by_head.get(frame.complement))  # "insist that studies show"


_POSITIONS = frozenset({"wants", "offers", "accepts", "refuses", "never", "yields"})


def _noun_of_clause(sentence: Sentence, frame: Frame) -> tuple[str, bool]:
    """The noun before the "that" of a clause, "" for none, and whether the clause is whole without it.

    "An assurance that Peru would leave the port" is; "a pledge that Peru rejected" leans on its noun.
    """
    marks = [k for k in sentence.under(frame.head, "mark", "obj", "nsubj") if sentence.tokens[k].low == "that"]
    that = next((k for k in marks if 0 < k < frame.head), 0)
    before = sentence.tokens[that - 1] if that else None
    if before is None or before.tag != "NOUN":
        return "", False
    told = any(k > frame.head for k in frame.object) and any(that < k < frame.head for k in frame.subject)
    return before.lemma, told or sentence.tokens[that].relation == "mark"


def _needs_others(sentence: Sentence, frame: Frame) -> bool:
    """True for "needs the consent of the regions": what others must give, which is no wish."""
    lemmas = {sentence.tokens[k].lemma for k in frame.object}
    needs = frame.predicate in words_of("need_verb") and not _is_thing(sentence, frame)
    return needs and bool(lemmas & words_of("given_by_others"))


def _is_disowned(by_head: dict[int, Frame], frame: Frame) -> bool:
    """True for what somebody denies: "denied that it had offered a loan" tells neither an offer nor a refusal."""
    above = by_head.get(frame.above)
    return above is not None and above.predicate in words_of("denial") and frame.head == above.complement


def _is_denied(sentence: Sentence, frame: Frame, above: Frame | None) -> bool:
    """True where the verb above, or the opener, says that it was not done: "left without reaching a deal"."""
    if frame.marker == "without" or is_still_to_come(sentence, frame):
        return True
    if above is None:
        return False
    denied = above.predicate in words_of("transparent") and above.group.negated
    denied = denied or (frame.kind == "noun" and above.predicate in words_of("presents") and above.group.negated)
    thought = above.predicate in words_of("thought_not") and frame.link == "ccomp"
    meant = above.predicate in words_of("means_to") and frame.link == "xcomp"
    denied = denied or ((thought or meant) and above.group.negated)
    return denied or (frame.link == "xcomp" and above.predicate in words_of("undone"))


def _core(sentence: Sentence, frame: Frame, inner: Frame, matters: Sequence[Matter]) -> tuple[int, int]:
    """From the predicate to the end of its matter in this sentence."""
    ends = [m.passage.end for m in matters if sentence.start <= m.passage.start < sentence.end]
    first = sentence.tokens[min(frame.group.words)].start
    return first, max([sentence.tokens[frame.head].end, sentence.tokens[inner.head].end, *ends])


def _is_thing(sentence: Sentence, frame: Frame) -> bool:
    """True where a thing stands as subject: "The merger needs approval", whoever says so."""
    if frame.group.voice == "passive" or frame.link == "acl":
        return True  # nobody is told to do it
    if any(sentence.tokens[k].low in words_of("their") for k in sentence.under(frame.head, "nmod:poss")):
        return True  # of somebody else than the speaker
    return frame.kind == "verb" and is_of_thing(sentence, frame)


def _due_slots(sentence: Sentence, frame: Frame) -> tuple[str, ...]:
    """Where the matter of what is due stands: "the limit must be put in writing", "the targets must match demand", "we must get a levy"."""
    if frame.group.voice == "passive":
        return ("obj", "subject")
    return ("subject",) if is_of_thing(sentence, frame) else ("obj",)


def _is_told_of(sentence: Sentence, frame: Frame) -> bool:
    """True where the words for a thing stand in front of what must be done with it."""
    return frame.group.voice == "passive" or is_of_thing(sentence, frame)


def _may(sentence: Sentence, frame: Frame) -> bool:
    """True behind "may", "could": what is only possible; "should bear the blame" lays it."""
    return any(sentence.tokens[k].low in words_of("modal_possible") for k in sentence.under(frame.head, "aux"))


def _settles(sentence: Sentence, frame: Frame, inner: Frame) -> bool:
    """True where several sides agree on what is to come ("Norway and Peru agreed that a canal will be dug")."""
    joint = len(frame.subject) > 1 or any(sentence.tokens[k].lemma in words_of("at_table") for k in frame.subject)
    return joint and (inner.group.tense == "future" or bool(inner.group.modality))


def _chained(
    sentence: Sentence, by_head: dict[int, Frame], frame: Frame, stance: str, *, negated: bool
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
    if stance == "agrees" and frame.opened in {"that", "bare"} and not own and not _settles(sentence, frame, inner):
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
