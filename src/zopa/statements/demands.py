"""Wants that no verb of wanting has as its own object: demands told by their noun, and clefts ("what Peru wants is a share").

"The union's main demand is a shorter week", "Among its demands was a bonus": the other side of the copula is what is demanded (Quirk et al.
1985, 10.18). "A shorter week is what the union is asking for": a word that only stands for something ("what", "something") is what the
copula says it is (Huddleston & Pullum 2002, ch. 16.9 on clefts).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence


def demand_told(sentence: Sentence, frame: Frame) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Whose demand a copula tells, and what it is, as heads of phrases; two empty ones where it tells none.

    What "is not its demand", and what may or would be, is no demand of anybody.
    """
    if frame.kind != "copula" or frame.group.negated or frame.group.modality or frame.marker in words_of("condition"):
        return (), ()
    among = frame.oblique(*words_of("one_of"))
    for noun in (*frame.subject, *among):
        if sentence.tokens[noun].lemma in words_of("demand_noun") and (whose := _whose(sentence, noun)):
            return whose, (frame.head,)
    if sentence.tokens[frame.head].lemma in words_of("demand_noun"):
        told = tuple(k for k in frame.subject if sentence.tokens[k].tag in {"NOUN", "PROPN"})
        return (_whose(sentence, frame.head), told) if told else ((), ())
    return (), ()


def _whose(sentence: Sentence, noun: int) -> tuple[int, ...]:
    """Whoever a noun belongs to: a possessor, or what stands behind "of"."""
    return (*sentence.under(noun, "nmod:poss"), *sentence.behind(noun, {"of"}))


def cleft_heads(sentence: Sentence, by_head: Mapping[int, Frame], frame: Frame) -> tuple[int, ...]:
    """What "what" or "something" stands for, of which a relative clause tells that somebody wants it; empty for no cleft."""
    light = sentence.tokens[frame.head].head
    if frame.link != "relcl" or light < 0 or sentence.tokens[light].low not in words_of("light_noun"):
        return ()
    is_it = by_head.get(light)
    if is_it is not None and is_it.kind == "copula" and not is_it.group.negated:
        return tuple(k for k in is_it.subject if sentence.tokens[k].tag in {"NOUN", "PROPN"})
    above = by_head.get(sentence.tokens[light].head)
    if above is not None and above.kind == "copula" and light in above.subject and not above.group.negated:
        return (above.head,)
    return ()


def stranded(sentence: Sentence, frame: Frame) -> str:
    """The preposition behind a verb whose object stands before it ("what the union is asking for"), "" for none."""
    behind = frame.head + 1
    if frame.link != "relcl" or behind >= len(sentence.tokens):
        return ""
    token = sentence.tokens[behind]
    return token.low if token.tag == "ADP" and token.head == frame.head and not sentence.under(behind, "obj") else ""
