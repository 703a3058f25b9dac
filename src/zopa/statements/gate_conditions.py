"""Gates told by words for a condition: "on condition that", "provided that", "is contingent on", "needs a majority to".

What expresses a condition without "if": Quirk et al. 1985, 15.34 and 15.35; Huddleston & Pullum 2002, ch. 14, 6.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.gate_clauses import governing, whole_of
from zopa.statements.gate_phrases import is_of_talks
from zopa.statements.gate_spans import Places, behind_preposition, clause_words, preposition_of
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence


def on_condition(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "will go free on condition that the troops leave", "is ready to talk, but only on the condition of payment"."""
    for noun, token in enumerate(sentence.tokens):
        opened = sentence.tokens[max(0, noun - 2) : noun]
        if token.lemma not in words_of("condition_noun") or not {t.low for t in opened} & words_of("on_under"):
            continue
        if next((k for k in sentence.above(noun) if k in by_head and by_head[k].kind != "noun"), -1) != frame.head:
            continue
        behind = [k for k in sentence.under(noun, "acl", "acl:relcl", "ccomp") if k in by_head]
        words = clause_words(sentence, behind[0], -1) if behind else []
        words = words or [k for m in sentence.behind(noun, ("of",)) for k in behind_preposition(sentence, m)]
        if not words or {sentence.tokens[k].lemma for k in words} & words_of("unnamed_speaker"):
            continue  # "spoke on condition of anonymity"
        above = _said_by(sentence, by_head, frame)
        if above is not None:
            above = whole_of(sentence, by_head, above)
            yield words, clause_words(sentence, above.head, noun)


def _said_by(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> ClauseFrame | None:
    """The clause itself; of a verb of saying, the clause that is said."""
    if frame.predicate not in words_of("saying_on") | words_of("said"):
        return frame
    told = [by_head[k] for k in sentence.under(frame.head, "ccomp", "parataxis") if k in by_head]
    return told[0] if told else None


def provided_that(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "pledged to keep the level provided that others did so": where the table takes "provided" for a verb."""
    opens = sentence.tokens[frame.head].low in words_of("gate_if") and frame.link in {"advcl", "conj", "xcomp"}
    above = governing(sentence, by_head, frame)
    that = frame.head + 1 < len(sentence.tokens) and sentence.tokens[frame.head + 1].low == "that"
    if opens and that and above is not None and frame.complement > frame.head and frame.complement in by_head:
        above = whole_of(sentence, by_head, above)
        yield clause_words(sentence, frame.complement, -1), clause_words(sentence, above.head, frame.head)


def contingent(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "An end to the strike is contingent on their being paid", "the savings would depend partly on the yard"."""
    depends = frame.kind == "copula" and sentence.tokens[frame.head].low in words_of("gate_depending")
    depends = depends or (frame.predicate in words_of("depend") and frame.group.modality != "")
    if not depends or frame.group.negated:
        return
    told = next((k for p, k in frame.obliques if p in words_of("on_upon")), -1)
    subjects = sentence.under(frame.head, "nsubj", "csubj", "nsubj:pass") or [
        k for k in sentence.under(frame.head, "advcl") if k < frame.head
    ]
    if told < 0 or not subjects or sentence.tokens[subjects[0]].tag == "PRON" or is_of_talks(sentence, subjects[0]):
        return  # talks, pacts and steps that depend on something are told by the row of what needs
    opened = max(sentence.under(told, "case"), default=told)
    behind = [k for k in sentence.tree(frame.head, without=("parataxis",)) if k > opened]
    yield behind, [k for k in sentence.tree(subjects[0]) if k < frame.head]


def needs_for(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "needs a majority to win", "needs other parties to form a government", "Orr needs the consent of the regions"."""
    if frame.predicate not in words_of("need_verb") or frame.group.negated or frame.group.voice == "passive":
        return
    given = [
        k for k in frame.object if sentence.tokens[k].lemma in words_of("given_by_others") | words_of("needed_others")
    ]
    if not given or not frame.subject or is_of_talks(sentence, frame.subject[0]):
        return
    aims = [
        k
        for k in sentence.under(frame.head, "xcomp", "advcl") + sentence.under(given[0], "acl")
        if _is_aim(sentence, k)
    ]
    whose = any(preposition_of(sentence, k) in words_of("of_whom") for k in sentence.under(given[0], "nmod"))
    if not aims and not whose:
        return
    lost = {k for aim in aims for k in sentence.tree(aim)}
    before = [k for k in sentence.tree(given[0]) if k not in lost]
    after = clause_words(sentence, aims[0], -1) if aims else sentence.tree(frame.subject[0])
    yield before, after


def _is_aim(sentence: Sentence, at: int) -> bool:
    return any(sentence.tokens[m].low == "to" for m in sentence.under(at, "mark"))


def must_suit(
    sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame
) -> Iterator[tuple[Places, Places]]:
    """ "Any agreement will have to be acceptable to the state": whom it must suit agrees first."""
    suits = frame.kind == "copula" and sentence.tokens[frame.head].low in words_of("suits")
    if not suits or frame.group.modality != "must" or frame.group.negated:
        return
    whom = frame.oblique("to", "for")
    if whom and any(is_of_talks(sentence, k) for k in frame.subject):
        own = [k for k in range(min(frame.group.words), whom[0] + 1) if k in set(sentence.tree(frame.head))]
        yield (
            [*own, *(k for k in sentence.tree(whom[0]) if k > whom[0])],
            [k for k in sentence.tree(frame.subject[0]) if k < own[0] and k not in sentence.above(frame.head)[:1]],
        )


def lacks(sentence: Sentence, by_head: dict[int, ClauseFrame], frame: ClauseFrame) -> Iterator[tuple[Places, Places]]:
    """ "unwilling to support any deal that lacks the backing of the yard": what it must not lack comes first."""
    if frame.link != "relcl" or frame.predicate not in words_of("lack_verb") or not frame.object:
        return
    clauses = [by_head[k] for k in sentence.above(frame.head) if k in by_head and by_head[k].kind != "noun"]
    bars = words_of("gate_barring")
    barring = next(
        (c for c in clauses if c.group.negated or sentence.tokens[c.head].low in bars or c.predicate in bars), None
    )
    if barring is not None:
        noun = sentence.tokens[frame.head].head
        yield sentence.tree(frame.object[0]), [k for k in clause_words(sentence, barring.head, frame.head) if k <= noun]
