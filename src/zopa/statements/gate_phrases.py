"""Gates told by phrases: "a study before the talks", "a deal needs approval", "hinges on", "waits for", "in return for"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.gate_clauses import governing, whole_of
from zopa.statements.gate_spans import Places, behind_preposition, clause_words, preposition_of
from zopa.statements.stances import is_taken_back
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence


def before_noun(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "wants a study before the talks", "no ceasefire without guarantees", "only after a vote"."""
    aside = [
        (p, k)
        for o in frame.object
        for k in sentence.under(o, "nmod")
        for p in (preposition_of(sentence, k),)
        if p in words_of("gate_noun_before")
    ]
    for preposition, head in [*frame.obliques, *aside]:
        words = behind_preposition(sentence, head)
        if preposition in words_of("gate_noun_before") and sentence.tokens[head].lemma in words_of("talks") | words_of(
            "pact"
        ) | words_of("ratify"):
            press = any(sentence.tokens[c].low in words_of("press_event") for c in sentence.under(head, "compound"))
            put = frame.predicate in words_of("puts_before")  # "the options placed before the meeting"
            if frame.group.tense != "past" and frame.object and not (press or put or _is_done(sentence, frame)):
                yield [k for k in sentence.tree(frame.object[0]) if k not in set(sentence.tree(head))], words
        elif preposition == "without":
            yield from _without(sentence, whole_of(sentence, by_head, frame), head, words)
        elif (
            preposition in words_of("gate_noun_after")
            and (frame.group.tense == "future" or frame.group.modality == "conditional")
            and (
                (frame.group.negated and preposition == "until")
                or preposition == "pending"
                or _only_before(sentence, head)
            )
        ):
            yield words, clause_words(sentence, frame.head, head)


def _without(sentence: Sentence, frame: ClauseFrame, head: int, words: Places) -> Iterator[tuple[Places, Places]]:
    """ "no ceasefire without guarantees", "would not approve without a guarantee", "is not able to bid without access"."""
    if sentence.tokens[head].lemma in words_of("manner_noun"):
        return  # "not without regret" tells how, not what must come first
    if frame.predicate in words_of("enjoys"):
        return  # "does not like to govern without allies" is a leaning
    if frame.group.negated and (frame.group.tense != "past" or frame.group.modality):
        be = sentence.tokens[frame.head].lemma in words_of("be")
        named = [k for k in (*frame.subject, *frame.object) if sentence.tokens[k].tag != "PRON"][:1] if be else []
        yield words, (sentence.tree(named[0]) if named else clause_words(sentence, frame.head, head))


def _is_done(sentence: Sentence, frame: ClauseFrame) -> bool:
    """True for "to have extended a hand": what is told as done waits for nothing."""
    return any(sentence.tokens[k].lemma == "have" for k in sentence.under(frame.head, "aux"))


def _only_before(sentence: Sentence, head: int) -> bool:
    first = sentence.tree(head)[0]
    verb = sentence.tokens[head].head
    beside = [sentence.tokens[k].low for k in sentence.under(verb, "advmod")] if verb >= 0 else []
    return "only" in beside or any(sentence.tokens[k].low == "only" for k in range(max(0, first - 2), first + 1))


def needs(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> Iterator[tuple[Places, Places]]:
    """ "A deal needs the approval of parliament", "hinges on a withdrawal", "is conditional on", "that is subject to"."""
    if frame.group.negated or not frame.subject:
        return
    subject = sentence.tokens[frame.subject[0]]
    about = is_of_talks(sentence, frame.subject[0])
    heads = frame.oblique("on", "upon", "to") if frame.predicate in words_of("depend") else ()
    about = about or bool(heads and frame.kind == "copula" and subject.low in words_of("gate_meant"))
    if not heads and frame.predicate in words_of("need_verb"):
        heads = tuple(
            k for k in frame.object if sentence.tokens[k].lemma in words_of("ratify") or _about_ratifying(sentence, k)
        )
    whose = any(preposition_of(sentence, k) in words_of("of_whom") for h in heads for k in sentence.under(h, "nmod"))
    it = subject.low in words_of("gate_meant") and any(_about_ratifying(sentence, k) for k in heads[:1])
    thing = subject.tag == "NOUN" or it
    if heads and (about or (whose and thing and frame.predicate in words_of("need_verb"))):
        head = heads[0]
        yield behind_preposition(sentence, head), sentence.tree(frame.subject[0], without=("acl", "acl:relcl"))


def is_of_talks(sentence: Sentence, at: int) -> bool:
    """True for a noun of talks, of a pact, of an offer or of a step that one orders."""
    about = words_of("talks") | words_of("pact") | words_of("offer_noun") | words_of("step_noun")
    return sentence.tokens[at].lemma in about


def needs_somebody(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "Orr needs the Reds to abstain", "a bid of 60 would be needed for the board to sell": what somebody else must do."""
    if frame.predicate not in words_of("need_verb") or frame.group.negated or not frame.object:
        return
    if frame.group.modality == "conditional" and _is_done(sentence, frame):
        return  # "state law would have required it" waits for nothing
    whom = sentence.tokens[frame.object[0]]
    demanded = frame.predicate in words_of("gate_obliges") and _is_somebody(sentence, frame.subject)
    # "Peru will require Norway to pay" is a demand.
    if frame.group.voice == "active" and frame.subject and not demanded:
        to = by_head.get(frame.complement)
        if to is not None and _is_somebody(sentence, frame.object[:1]) and set(frame.object) & set(to.subject):
            own = sorted({*sentence.tree(frame.subject[0]), *frame.group.words})
            yield sorted({*sentence.tree(frame.object[0]), *sentence.tree(to.head)}), own
    elif frame.group.tense and whom.tag == "NOUN":
        dealt = words_of("pact") | words_of("talks") | words_of("offer_noun")
        for k in sentence.under(frame.head, "advcl", "xcomp", "ccomp"):
            if k in by_head and {sentence.tokens[m].lemma for m in sentence.tree(k)} & dealt:
                yield sentence.tree(frame.object[0]), clause_words(sentence, k, -1)
                return


def _is_somebody(sentence: Sentence, heads: Sequence[int]) -> bool:
    """True for a name, a body or an office among the heads."""
    somebody = words_of("collective") | words_of("office")
    return any(
        sentence.tokens[k].tag == "PROPN" or {sentence.tokens[k].low, sentence.tokens[k].lemma} & somebody
        for k in heads
    )


def accepts_only(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "would accept only a written accord", "will only sign a full text": what alone somebody would take."""
    if not frame.object or frame.predicate not in words_of("gate_takes") or frame.group.negated:
        return
    if frame.group.tense != "future" and not frame.group.modality:
        return
    aside = [*sentence.under(frame.object[0], "advmod"), *sentence.under(frame.head, "advmod")]
    only = [k for k in aside if sentence.tokens[k].low in words_of("gate_alone")]
    if only:
        words = [k for k in sentence.tree(frame.object[0]) if k not in only]
        yield words, clause_words(sentence, frame.head, frame.object[0])


def waits_for(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "would wait for Y to send the report", "is waiting for a ruling": what is waited for comes first."""
    verb = frame.predicate.split()[0]
    if verb not in words_of("waiting") or frame.group.negated or frame.group.tense == "past" or not frame.subject:
        return
    if frame.link == "relcl" or frame.marker in words_of("gate_without"):
        return  # "the ships that wait for a berth", "without waiting for a vote"
    waited = [k for preposition, k in frame.obliques if preposition == "for"]
    waited += [*frame.object] if verb == "await" else []
    waited += [
        k for k in sentence.under(frame.head, "advcl", "xcomp")
        if any(sentence.tokens[m].low == "for" for m in sentence.under(k, "mark", "case"))
    ]  # fmt: skip
    if waited:
        before = behind_preposition(sentence, waited[0])
        yield before, clause_words(sentence, frame.head, waited[0])


def must_approve(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "The authority must approve any takeover", "the contract still needs to be ratified by the members"."""
    if frame.predicate not in words_of("approve_verb") or not frame.object or frame.group.negated:
        return
    outer = whole_of(sentence, by_head, frame)
    must = {frame.group.modality, outer.group.modality} & words_of("gate_must_be") or (
        outer is not frame
        and sentence.tokens[outer.head].lemma in words_of("gate_must")
        and outer.group.tense != "past"
    )
    after = sentence.tree(frame.object[0])
    if must and frame.group.voice == "passive":
        yield [k for k in clause_words(sentence, outer.head, -1) if k not in set(after)], after
    elif must and frame.subject:
        last = max(frame.group.words)
        yield list(sentence.tree(frame.subject[0])) + list(range(min(frame.group.words), last + 1)), after


def _about_ratifying(sentence: Sentence, head: int) -> bool:
    return any(sentence.tokens[k].lemma in words_of("ratify") for k in sentence.tree(head))


def in_exchange(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "wants the toll lifted in return for a truce": each waits for the other; what stands behind "for" is given first."""
    for k, token in enumerate(sentence.tokens):
        if token.low not in words_of("in_exchange") or preposition_of(sentence, k) != "in":
            continue
        if next((a for a in sentence.above(k) if a in by_head), -1) != frame.head:
            continue
        outer = governing(sentence, by_head, frame) if frame.link == "relcl" else None
        given = outer or frame  # "the easing of a ban that hurt the port, in return for"
        if is_taken_back(sentence, by_head, given):
            return  # "gave up its demand that they go free in return for the hostages"
        behind = sentence.tokens[k + 1] if k + 1 < len(sentence.tokens) else token
        told = (given.head,) if given.kind == "noun" else given.object
        if behind.low == "for" and behind.head > k and told:
            without = set(sentence.tree(k)) | set(sentence.tree(behind.head))
            yield behind_preposition(sentence, behind.head), [m for m in sentence.tree(told[0]) if m not in without]


def or_else(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> Iterator[tuple[Places, Places]]:
    """ "Peru has three weeks to sign, failing which the toll will rise", "must pay; otherwise it will strike"."""
    if frame.link != "root" and frame.above >= 0:
        return
    lows = [t.low for t in sentence.tokens]
    for k in range(2, len(lows) - 2):
        size = next((n for n in (2, 1) if " ".join(lows[k : k + n]) in words_of("gate_or_else")), 0)
        if not size or lows[k - 1] not in {",", ";", "—", "–"}:
            continue
        threat = range(k + size, len(lows))
        if any(
            by_head[m].group.tense == "future" or by_head[m].group.modality == "conditional"
            for m in threat
            if m in by_head
        ):
            first = max((m + 1 for m in range(k - 1) if lows[m] in {":", ";"}), default=0)
            yield list(range(first, k - 1)), list(threat)
            return


def depending(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "The toll may go, depending on what the talks bring": what it depends on comes first."""
    lows = [t.low for t in sentence.tokens]
    for k in range(frame.head + 1, len(lows) - 2):
        if lows[k] not in words_of("gate_depending") or lows[k + 1] not in words_of("on_upon"):
            continue
        nearest = max(
            (m for m in by_head if m < k and by_head[m].kind != "noun" and by_head[m].group.tense), default=-1
        )
        if nearest == frame.head and (frame.group.modality or frame.group.tense == "future"):
            end = next((m for m in range(k + 2, len(lows)) if lows[m] in {",", ";", ".", ":"}), len(lows))
            yield list(range(k + 2, end)), [m for m in clause_words(sentence, frame.head, k) if m < k]
