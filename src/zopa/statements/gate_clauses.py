"""Gates told by clauses: "once Y signs", "unless", "only if", "before", "to reach a deal, Y must".

What opens a clause of condition or of time before another: Quirk et al. 1985, 15.30 to 15.41; Huddleston & Pullum 2002, ch. 14.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.gate_spans import Places, clause_words
from zopa.statements.stances import stance_of
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence


def _waits(frame: ClauseFrame) -> bool:
    """True for what has not happened: future, modal, denied, or a need."""
    group = frame.group
    return group.modality != "" or (
        group.tense != "past"
        and (group.tense in {"future", "present"} or group.negated or frame.predicate in words_of("need_verb"))
    )


def opener_of(sentence: Sentence, frame: ClauseFrame) -> str:
    """What opens a clause, "only" and "as soon as" with it; "" for nothing that does."""
    lows = [t.low for t in sentence.tokens]
    openers = words_of("gate_after") | words_of("gate_if")
    for at in sentence.under(frame.head, "mark", "advmod", "case"):
        for size in range(min(_WORDS, at + 1), 0, -1):
            words = " ".join(lows[at - size + 1 : at + 1])
            if words in openers:
                return words
    return frame.marker if frame.marker in openers else ""


_TAKEN = frozenset({"wants", "offers"})
_WORDS = 3  # of the longest opener ("as soon as")


def governing(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> ClauseFrame | None:
    """The clause on which another hangs, over adverbs between the two ("as soon as"); None for a main clause.

    What was said is not said on a condition: of a verb of saying the clause of what is said is meant.
    """
    above = next((by_head[at] for at in sentence.above(frame.head) if at in by_head), None)
    if (
        above is None
        or above.group.tense != "past"
        or above.predicate not in words_of("saying_on") | words_of("hearer")
    ):
        return above
    said = [by_head[k] for k in sentence.under(above.head, "ccomp", "parataxis") if k in by_head and k != frame.head]
    return said[0] if said else above


def whole_of(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> ClauseFrame:
    """The clause of which an infinitive is a part: "is able to pay" of "pay"."""
    while frame.link in {"xcomp", "acl"} and not frame.group.tense:
        above = governing(sentence, by_head, frame)
        if above is None:
            break
        frame = above
    return frame


def after_clause(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "will lift sanctions once Peru signs", "Talks will resume only after the prisoners are home", "not until", "unless"."""
    opener = opener_of(sentence, frame)
    above = governing(sentence, by_head, frame)
    if above is None or frame.link not in {"advcl", "conj"} or not opener:
        return
    only = _only(sentence, frame, above)
    if opener not in words_of("gate_after") and not (only and opener in words_of("gate_if")):
        return
    if (opener in words_of("gate_needs_only") and not only) or (frame.link == "conj" and not only):
        return
    above = whole_of(sentence, by_head, above)
    denied = above.group.negated and (above.group.tense != "past" or opener in words_of("gate_denied"))
    if opener in words_of("gate_until") and not denied and above.group.tense != "future" and not above.group.modality:
        return
    if opener in words_of("gate_soon") and frame.group.modality == "can":
        return  # "as soon as they can" tells how soon, not what comes first
    ready = above.kind == "copula" and sentence.tokens[above.head].lemma in words_of("gate_ready")
    coming = above.group.tense == "future" or bool(above.group.modality) or (ready and above.group.tense == "present")
    if only and opener in words_of("gate_if") | words_of("gate_denied") and stance_of(sentence, above)[0] in _TAKEN:
        yield clause_words(sentence, frame.head, -1), clause_words(sentence, above.head, frame.head)
        return  # "wanted to accept only if Peru paid first"
    if frame.group.tense == "past" and not frame.group.modality and not denied and not coming:
        return  # "let it be known as soon as the session was over": two things that happened
    there = bool(sentence.under(frame.head, "expl"))
    if opener in words_of("gate_lasting") and not (
        coming and above.kind == "verb" and not there and _is_somebodys(sentence, frame)
    ):
        return  # "as long as both talk, it is irresponsible to accuse one"
    promised = above.predicate in words_of("commits") and above.complement >= 0 and not above.group.negated
    if promised or denied or _waits(above):
        yield clause_words(sentence, frame.head, -1), clause_words(sentence, above.head, frame.head)


def _only(sentence: Sentence, frame: ClauseFrame, above: ClauseFrame) -> bool:
    """True where "only" stands before the clause, or with the verb on which it hangs."""
    first = sentence.tree(frame.head)[0]
    near = {sentence.tokens[k].low for k in range(max(0, first - 2), min(len(sentence.tokens), first + 2))}
    beside = {sentence.tokens[k].low for k in sentence.under(above.head, "advmod")}
    return bool(near & words_of("gate_only") or beside & words_of("gate_alone"))


def without_clause(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "would not bid without being shown the books", "cannot sign without backing from Peru"."""
    marks = [
        k for k in sentence.under(frame.head, "mark", "case") if sentence.tokens[k].low in words_of("gate_without")
    ]
    above = governing(sentence, by_head, frame)
    if not marks or frame.link != "advcl" or above is None:
        return
    above = whole_of(sentence, by_head, above)
    if above.group.negated and _waits(above):
        words = [k for k in clause_words(sentence, frame.head, -1) if k > marks[0]]
        yield words, clause_words(sentence, above.head, frame.head)


def before_clause(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "needs to be approved before it takes effect": what stands in the main clause comes first."""
    if frame.link != "advcl" or frame.above not in by_head or frame.marker != "before":
        return
    above = by_head[frame.above]
    outer = above
    while outer.link == "xcomp" and outer.above in by_head:
        outer = by_head[outer.above]
    must = outer.group.modality == "must" or _needs(outer) or _needs(above)
    arranged = (
        outer.predicate in words_of("arranged")
        or above.predicate in words_of("arranged")
        or outer.group.tense == "future"
    )
    any_ = any(sentence.tokens[k].low == "any" for k in sentence.tree(frame.head))
    must = must or (arranged and any_)  # "is expected to be debated before any decision is taken"
    if must or (above.group.negated and above.group.tense != "past"):
        first, second = clause_words(sentence, outer.head, frame.head), clause_words(sentence, frame.head, -1)
        yield (first, second) if must else (second, first)


def _needs(frame: ClauseFrame) -> bool:
    """True for a verb of needing; "they remained for an hour" needs nothing, "it remains to be signed" does."""
    return frame.predicate in words_of("need_verb") and (
        frame.predicate not in words_of("stays") or frame.complement >= 0
    )


def if_clause(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "If Y changes its law, the sides will sign", "will strike if Y refuses": what somebody does hangs on what somebody does.

    The success of the talks opens nothing, and what would merely be good, likely or known is no step; nor is what could happen, which
    is a fear ("airlines could cut pay if the owner wins").
    """
    opener = opener_of(sentence, frame)
    above = governing(sentence, by_head, frame)
    if above is None or frame.link != "advcl" or opener not in words_of("gate_if") or frame.kind != "verb":
        return
    if _only(sentence, frame, above) or (above.group.modality == "must" and is_to_be(sentence, frame)):
        return  # told by the row above, or by that of what must be done for a pact
    above = whole_of(sentence, by_head, above)
    if any(sentence.tokens[k].low in words_of("gate_feared") for k in above.group.words) or describes_other(
        sentence, above
    ):
        return
    told = above.group.tense == "future" or (above.group.modality and above.group.tense != "past")
    told = told or (above.predicate in words_of("commits") | words_of("gate_threat") and above.opened == "to")
    ready = above.kind == "copula" and sentence.tokens[above.head].lemma in words_of("gate_ready")
    acts = above.kind == "verb" or ready
    opened = {sentence.tokens[k].lemma for k in frame.subject} & words_of("talks") and not frame.group.negated
    if (told or ready) and acts and not opened and _is_somebodys(sentence, above) and _is_somebodys(sentence, frame):
        yield clause_words(sentence, frame.head, -1), clause_words(sentence, above.head, frame.head)


def describes_other(sentence: Sentence, frame: ClauseFrame) -> bool:
    """True for a clause that only describes a thing: "a strike that will hurt if it goes on", "rules by which they pay if"."""
    described = sentence.tokens[frame.head].head
    papers = words_of("pact") | words_of("offer_noun") | words_of("talks")
    return frame.link == "relcl" and described >= 0 and sentence.tokens[described].lemma not in papers


def _is_somebodys(sentence: Sentence, frame: ClauseFrame) -> bool:
    """True for what somebody does who is named, meant or told by office, or what is done with talks, a pact or an offer."""
    bodies = words_of("collective") | words_of("office") | words_of("worker") | words_of("gate_actor")
    dealt = (
        words_of("talks") | words_of("pact") | words_of("offer_noun") | words_of("step_noun") | words_of("deed_noun")
    ) | words_of("gate_dealt")
    bodies = bodies | words_of("at_table")
    subjects = {*frame.subject, *sentence.under(frame.head, "nsubj", "nsubj:pass")}
    for k in sorted({*subjects, *frame.object}):
        token = sentence.tokens[k]
        if k in subjects and (token.tag in {"PROPN", "NUM"} or {token.low, token.lemma} & bodies):
            return True
        if token.tag == "NOUN" and token.lemma in dealt:
            return True
    if subjects or frame.object:
        return False
    first = [k for k in sentence.tree(frame.head) if k < frame.head]
    return any(sentence.tokens[k].tag == "PROPN" or sentence.tokens[k].lemma in dealt for k in first)


def should_clause(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "will pay a fee should regulators block the deal": an auxiliary in front of its subject (Quirk et al. 1985, 15.36)."""
    first = sentence.tree(frame.head, without=("parataxis", "conj"))
    helpers = [k for k in sentence.under(frame.head, "aux") if sentence.tokens[k].low in words_of("gate_should")]
    subjects = [*frame.subject, *frame.object]
    asked = any(t.low == "?" for t in sentence.tokens)
    if asked or not helpers or not subjects or min(subjects) < helpers[0] or frame.link == "root":
        return
    above = governing(sentence, by_head, frame)
    opens = [k for k in first if sentence.tokens[k].is_word][:1] == helpers[:1]
    if above is not None and opens:
        above = whole_of(sentence, by_head, above)
        yield clause_words(sentence, frame.head, -1), clause_words(sentence, above.head, frame.head)


def imperative(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "Lift the toll and we will sign": a demand and what answers it (Huddleston & Pullum 2002, ch. 15, conditional "and")."""
    above = by_head.get(frame.above)
    if above is None or frame.link != "conj" or frame.group.tense != "future" or not frame.subject:
        return
    joins = {sentence.tokens[k].low for k in sentence.under(frame.head, "cc")}
    helped = sentence.under(above.head, "aux", "mark", "nsubj", "nsubj:pass", "cop")
    named = {sentence.tokens[k].low for k in frame.subject} & words_of("gate_actor")
    verb = sentence.tokens[above.head]
    first = next(k for k, t in enumerate(sentence.tokens) if t.is_word)
    asks = (
        above.link == "root" and above.kind == "verb" and verb.low == verb.lemma and not helped and above.head == first
    )
    if (
        asks
        and joins & words_of("gate_and")
        and (named or sentence.tokens[frame.subject[0]].lemma in words_of("collective"))
    ):
        yield clause_words(sentence, above.head, frame.head), clause_words(sentence, frame.head, -1)


def must_for_pact(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "To reach a deal, Peru must lift the toll", "would have to go if the sides are to agree": what must be done comes first."""
    yield from _must_for(sentence, frame)
    above = by_head.get(frame.above)
    if frame.link != "advcl":
        return
    if above is None or (frame.marker and frame.marker not in words_of("gate_purpose")):
        return
    nouns = {sentence.tokens[k].lemma for k in sentence.tree(frame.head)}
    aims = sentence.under(frame.head, "mark", "aux") + [k for k in (frame.head,) if frame.marker == "if"]
    aims += is_to_be(sentence, frame)
    meant = any(sentence.tokens[k].low in words_of("gate_aims") for k in aims)
    must = above.group.modality == "must" or (
        sentence.tokens[above.head].lemma in words_of("gate_must") and by_head.get(above.complement) is not None
    )
    if must and meant and nouns & (words_of("pact") | words_of("talks") | words_of("offer_noun")):
        yield clause_words(sentence, above.head, frame.head), clause_words(sentence, frame.head, -1)


def is_to_be(sentence: Sentence, frame: ClauseFrame) -> list[int]:
    """The "to" of "if there is to be a deal"; empty for other clauses."""
    below = sentence.under(frame.head, "xcomp", "csubj") if sentence.tokens[frame.head].lemma in words_of("be") else []
    return [m for k in below for m in sentence.under(k, "mark")]


def _must_for(sentence: Sentence, frame: ClauseFrame) -> Iterator[tuple[Places, Places]]:
    """ "For a deal to be reached, the toll must go": what must be done comes before the pact behind "for"."""
    for head in frame.oblique("for") if frame.group.modality == "must" else ():
        reached = [
            k
            for k in sentence.under(head, "acl")
            if any(sentence.tokens[m].low == "to" for m in sentence.under(k, "mark"))
        ]
        if reached and sentence.tokens[head].lemma in words_of("pact") | words_of("talks"):
            yield (
                clause_words(sentence, frame.head, head),
                [k for k in sentence.tree(head) if sentence.tokens[k].relation != "case"],
            )
