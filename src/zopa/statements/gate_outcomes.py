"""Gates that hang on what comes of talks: "if there is no deal", "without an agreement", "will vote on the deal", "is key to a deal".

What a pact waits for, and what waits for a pact: Quirk et al. 1985, 15.34 to 15.37 (conditions), FrameNet Contingency and Required_event.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.gate_clauses import describes_other, governing, is_to_be, opener_of, whole_of
from zopa.statements.gate_spans import Places, behind_preposition, clause_words, preposition_of
from zopa.statements.standing_rows import tells_no_pact
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence


def if_outcome(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "If there is no deal, duties will apply", "voted to strike if the talks fail", "unless the row is settled": what then follows.

    That talks succeed opens nothing: everybody hopes for it.
    """
    opener = opener_of(sentence, frame)
    above = governing(sentence, by_head, frame)
    opens = words_of("gate_if") | words_of("gate_unless")
    if above is None or above is frame or frame.link not in {"advcl", "ccomp", "conj"} or opener not in opens:
        return
    above = _with_threat(sentence, by_head, above)
    threat = above.predicate in words_of("commits") | words_of("gate_threat") | words_of("votes") | words_of("risks")
    if not (threat or above.group.modality or above.group.tense in {"future", "present"}):
        return
    aimed = (
        is_to_be(sentence, frame) or sentence.tokens[frame.head - 1].low == "to"
    )  # "if the sides are to reach a deal"
    if _is_of_outcome(sentence, frame) and not aimed and not describes_other(sentence, above):
        yield clause_words(sentence, frame.head, -1), clause_words(sentence, above.head, frame.head)


def _with_threat(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> ClauseFrame:
    """The clause of which an infinitive is a part, also where it hangs more loosely: "threatened on Tuesday to leave"."""
    above = by_head.get(frame.above)
    loose = frame.link == "advcl" and not frame.group.tense and above is not None
    if (
        loose
        and above is not None
        and above.predicate in words_of("gate_threat") | words_of("votes") | words_of("commits")
    ):
        return above
    return whole_of(sentence, by_head, frame)


def _is_of_outcome(sentence: Sentence, frame: ClauseFrame) -> bool:
    """True for a clause that tells what came of talks, or what is done with a pact, a draft or what it is about."""
    if tells_no_pact(sentence, frame) or (frame.predicate in words_of("failing") and not frame.group.negated):
        return True
    heads = [*sentence.under(frame.head, "nsubj", "nsubj:pass", "obj"), *frame.object, *frame.subject]
    lemmas = {sentence.tokens[k].lemma for k in heads}
    answered = words_of("approve_verb") | words_of("approves") | words_of("votes_down") | words_of("gets_over")
    papers = words_of("pact") | words_of("offer_noun") | words_of("article_noun") | words_of("step_noun")
    if frame.predicate in answered | words_of("comes_about") and lemmas & papers:
        return True
    return frame.group.negated and bool(lemmas & (words_of("pact") | words_of("progress")))


def without_pact(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "Will go hostile without a deal", "threatened to leave without progress": what follows where nothing comes of it."""
    if frame.kind == "noun" or frame.group.negated or frame.predicate in words_of("closes"):
        return  # "the meeting will close without a deal" tells how it ends
    above = _with_threat(sentence, by_head, frame)
    threat = above.predicate in words_of("gate_threat") | words_of("risks")
    if not (above.group.tense == "future" or above.group.modality in _COMING or threat):
        return
    lacked = words_of("pact") | words_of("progress") | words_of("headway") | words_of("reply_noun")
    for k, token in enumerate(sentence.tokens):
        if token.lemma in lacked and preposition_of(sentence, k) in words_of("gate_without"):
            clause = next((m for m in sentence.above(k) if m in by_head and by_head[m].kind != "noun"), -1)
            if clause == frame.head:
                told = set(sentence.tree(k))
                yield (
                    behind_preposition(sentence, k),
                    [m for m in clause_words(sentence, above.head, k) if m not in told],
                )
                return


_COMING = frozenset({"conditional", "possible"})


def vote_to_come(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "Members will vote on the deal", "are due to vote on it on Sunday", "the budget still has to pass the committee"."""
    if frame.kind == "noun" or frame.group.negated or not _is_to_come(sentence, by_head, frame):
        return
    papers = words_of("pact") | words_of("offer_noun") | words_of("budget_noun")
    subject = sentence.under(frame.head, "nsubj") or list(frame.subject)
    if frame.predicate == "pass" and subject and sentence.tokens[subject[0]].lemma in papers and frame.object:
        yield [frame.head, *sentence.tree(frame.object[0])], sentence.tree(subject[0])
        return
    votes = frame.predicate in words_of("votes") | words_of("approve_verb") | words_of("takes_up_paper")
    balloted = [k for k in frame.object if sentence.tokens[k].lemma in words_of("ballot_noun")]
    if not (votes or balloted) or frame.group.voice == "passive" or not subject:
        return
    about = [*frame.oblique("on", "over"), *(() if balloted else frame.object)]
    about += [m for k in sentence.under(frame.head, "conj") if k in by_head for m in by_head[k].object]
    about += [m for k in balloted for m in sentence.tree(k) if preposition_of(sentence, m) == "on"]
    paper = next((k for k in about if sentence.tokens[k].lemma in papers), -1)
    if paper >= 0:
        own = sorted({*sentence.tree(subject[0]), *frame.group.words, *balloted})
        yield own, behind_preposition(sentence, paper)


def _is_to_come(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> bool:
    """True for "will vote", "are due to vote", "have until Friday to ratify", "still has to pass"."""
    front = {sentence.tokens[k].low for k in range(min(frame.group.words), frame.head)}
    if frame.group.tense == "future" or front & words_of("about_to"):
        return True
    above = by_head.get(frame.above)
    if above is None or frame.link not in {"xcomp", "acl", "advcl", "ccomp"} or frame.group.tense:
        return False
    low = sentence.tokens[above.head].low
    planned = above.predicate in words_of("arranged") | words_of("plans_for") or low in words_of("about_to")
    must = (
        above.predicate in words_of("gate_must") and above.complement == frame.head and above.group.tense == "present"
    )
    until = above.predicate in words_of("having") and any(token.low == "until" for token in sentence.tokens)
    return planned or must or until


def linked(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> Iterator[tuple[Places, Places]]:
    """ "Is tied to a release", "makes the signing conditional on access", "conditioned the meeting on sanctions"."""
    if frame.group.negated or frame.kind == "noun":
        return
    to = [*frame.oblique("to", "on", "upon", "with")]
    ties = frame.predicate in words_of("ties_to")
    depending = [k for k in sentence.under(frame.head, "xcomp") if sentence.tokens[k].low in words_of("gate_depending")]
    to += [m for k in depending for m in sentence.under(k, "obl") if preposition_of(sentence, m) in words_of("on_upon")]
    things = [k for k in frame.object if sentence.tokens[k].tag == "NOUN"]
    to += [
        m
        for k in things
        for m in sentence.under(k, "nmod")
        if ties and preposition_of(sentence, m) in words_of("on_upon")
    ]
    waits = frame.kind == "copula" and frame.predicate in words_of("depend") and frame.complement > frame.head
    if waits and any(_is_of_paper(sentence, k) for k in frame.subject):  # "is subject to approval by the board"
        yield [k for k in sentence.tree(frame.complement) if k >= frame.complement], sentence.tree(frame.subject[0])
        return
    if (ties or depending) and to and things:
        behind = set(sentence.tree(to[0]))
        yield (
            behind_preposition(sentence, to[0]),
            [k for k in sentence.tree(things[0]) if k < to[0] and k not in behind],
        )
        return
    hinges = frame.predicate in words_of("depend") and frame.kind == "verb"
    part = [
        m
        for k in frame.subject
        for m in sentence.under(k, "nmod")
        if preposition_of(sentence, m) in words_of("of_whom")
    ]
    if hinges and to and {sentence.tokens[k].lemma for k in part} & (words_of("pact") | words_of("talks")):
        yield behind_preposition(sentence, to[0]), sentence.tree(frame.subject[0])


def _is_of_paper(sentence: Sentence, at: int) -> bool:
    return sentence.tokens[at].lemma in words_of("pact") | words_of("offer_noun") | words_of("budget_noun") | words_of(
        "step_noun"
    )


def key_to(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> Iterator[tuple[Places, Places]]:
    """ "Is key to a deal", "progress is essential for any agreement", "the key to progress is the input of the elders"."""
    if frame.kind != "copula" or frame.group.negated or not frame.subject:
        return
    aims = (
        words_of("pact") | words_of("progress") | words_of("headway") | words_of("talks") | words_of("government_noun")
    )
    for head, other in ((frame.head, frame.subject[0]), (frame.subject[0], frame.head)):
        token = sentence.tokens[head]
        if not {token.low, token.lemma} & words_of("key_word"):
            continue
        hung = [
            *sentence.under(head, "nmod", "obl", "acl"),
            *(frame.oblique("to", "for") if head == frame.head else ()),
        ]
        aim = next((k for k in hung if _FOR & _openers(sentence, k) and sentence.tokens[k].lemma in aims), -1)
        if aim >= 0 and sentence.tokens[other].tag != "PRON":
            lost = {
                *frame.group.words,
                *sentence.tree(aim),
                *(() if other == frame.subject[0] else sentence.tree(frame.subject[0])),
            }
            told = [k for k in sentence.tree(other) if k not in lost - {other}]
            yield (
                [k for k in told if other == frame.subject[0] or k >= min(frame.group.words)],
                behind_preposition(sentence, aim),
            )
            return


_FOR = frozenset({"to", "for"})


def _openers(sentence: Sentence, at: int) -> set[str]:
    return {sentence.tokens[k].low for k in sentence.under(at, "case", "mark")}


def prerequisite(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "The handover is a precondition for talks", "describes it as a prerequisite for signing the treaty"."""
    if frame.group.negated or frame.kind == "noun":
        return
    for k, token in enumerate(sentence.tokens):
        if token.lemma not in words_of("prerequisite_noun"):
            continue
        clause = next((m for m in (k, *sentence.above(k)) if m in by_head and by_head[m].kind != "noun"), -1)
        behind = [m for m in sentence.under(k, "nmod", "acl", "obl") if m > k]
        if clause != frame.head or not behind:
            continue
        opened = k == frame.head and frame.subject
        first = frame.subject[0] if opened else next(iter(frame.object), -1)
        if first >= 0 and sentence.tokens[first].tag != "PRON" and first != k:
            yield [m for m in sentence.tree(first) if m < k], behind_preposition(sentence, behind[0])
            return


def would_require(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "Meeting the demand would require a referendum", "an extension of the truce could require new terms"."""
    if frame.predicate not in words_of("need_verb") or frame.group.modality not in _COMING or frame.group.negated:
        return
    clauses = sentence.under(frame.head, "csubj", "advcl")
    subject = next((k for k in clauses if k < frame.head), next(iter(frame.subject), -1))
    needed = [k for k in frame.object if sentence.tokens[k].tag == "NOUN"]
    if subject < 0 or not needed or frame.group.voice == "passive":
        return
    token = sentence.tokens[subject]
    lemmas = {sentence.tokens[m].lemma for m in sentence.tree(subject)}
    steps = (
        words_of("pact") | words_of("talks") | words_of("offer_noun") | words_of("step_noun") | words_of("demand_noun")
    )
    if (token.tag == "NOUN" or token.form == "Ger" or subject in clauses) and lemmas & steps:
        yield sentence.tree(needed[0]), [k for k in sentence.tree(subject) if k < frame.head]


def must_precede(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "The scale must be implemented before any suspension", "relief must come after compliance", "no deal before the list is agreed"."""
    if frame.kind == "noun":
        return
    acts = frame.kind == "verb" and frame.predicate not in words_of("be")
    if frame.group.modality == "must" and not frame.group.negated and acts:
        for preposition, k in frame.obliques:
            nouns = sentence.tokens[k].tag == "NOUN" and sentence.tokens[k].low not in words_of("time_noun")
            if preposition in words_of("gate_noun_before") and nouns:
                yield clause_words(sentence, frame.head, k), behind_preposition(sentence, k)
                return
            if preposition == "after" and frame.predicate in words_of("comes_next") and nouns and frame.subject:
                yield behind_preposition(sentence, k), sentence.tree(frame.subject[0])
                return
    for k in sentence.under(frame.head, "advcl"):
        inner = by_head.get(k)
        opened = inner is not None and sentence.tokens[sentence.tree(k)[0]].low == "before"
        if inner is None or inner.group.tense == "past" or not opened:
            continue
        asks = frame.predicate in words_of("consults") and (
            frame.group.tense == "future" or frame.group.modality in _COMING
        )
        if asks or (frame.group.modality == "must" and inner.marker != "before"):
            yield (
                clause_words(sentence, frame.head, k),
                [m for m in clause_words(sentence, k, -1) if sentence.tokens[m].low != "before"],
            )
            return
