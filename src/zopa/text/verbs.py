"""Verb groups: what stands around a predicate and tells when, whether and how surely it is done."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.text.tagged import Sentence


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """A predicate with its auxiliaries.

    Attributes:
        words: places of the predicate, its auxiliaries, negations and particle.
        tense: "past", "present", "future", or "" where no finite word tells.
        negated: not done, or denied to be so.
        modality: "possible" (may, might, could), "conditional" (would, should in a condition), "must", "can", or "".
        voice: "active" or "passive".
        hedged: an adverb tells that it is not sure ("reportedly").
    """

    words: tuple[int, ...]
    tense: str
    negated: bool
    modality: str
    voice: str
    hedged: bool = False


_MODALITY = ("future", "possible", "conditional", "must", "can")


def verb_group(sentence: Sentence, at: int) -> VerbGroup:
    """The group of the predicate at a place."""
    tokens = sentence.tokens
    helpers = sentence.under(at, "aux", "cop")
    adverbs = sentence.under(at, "advmod", "det", "cc:preconj", "cc")  # "neither signed nor rejected"
    negations = [
        k for k in adverbs
        if tokens[k].low in words_of("negation") or _is_no_longer(sentence, k) or _is_not_once(sentence, k)
    ]  # fmt: skip
    negations += [k for k in sentence.under(at, "obl") if _is_at_no_time(sentence, k)]
    lows = {tokens[k].low for k in helpers} | {tokens[k].lemma for k in helpers}
    modality = next((name for name in _MODALITY if lows & words_of(f"modal_{name}")), "")
    bidden = _has_to(sentence, at)
    modality = "must" if bidden >= 0 and not modality else modality
    future = modality == "future" or _goes_to(sentence, at) or _is_to(sentence, at)
    passive = bool(sentence.under(at, "aux:pass", "nsubj:pass")) or _reduced_passive(sentence, at)
    finite = next((k for k in [*helpers, at] if tokens[k].form == "Fin"), -1)
    tense = (
        "future"
        if future
        else ""
        if finite < 0
        else "past"
        if tokens[finite].tense == "Past" or "have" in lows
        else "present"
    )
    nobody = any(
        tokens[k].low in words_of("negation")
        or any(tokens[d].low in words_of("negation") for d in sentence.under(k, "det", "advmod"))
        for k in sentence.under(at, "nsubj")
    )
    nothing = any(
        any(tokens[d].low in {"no", "neither"} for d in sentence.under(k, "det"))
        or tokens[k].low in words_of("nothing")
        for k in sentence.under(at, "obj")
    )
    return VerbGroup(
        tuple(
            sorted([at, *helpers, *negations, *sentence.under(at, "compound:prt"), *([bidden] if bidden >= 0 else [])])
        ),
        tense,
        negated=bool(negations) or nobody or nothing,
        modality="" if modality == "future" else modality,
        voice="passive" if passive else "active",
        hedged=any(tokens[k].low in words_of("hedge") for k in adverbs),
    )


def _goes_to(sentence: Sentence, at: int) -> bool:
    """ "is going to leave", "is set to leave", "is to leave"."""
    above = sentence.tokens[at].head
    return above >= 0 and sentence.tokens[at].relation == "xcomp" and sentence.tokens[above].low in words_of("about_to")


def _is_no_longer(sentence: Sentence, at: int) -> bool:
    """True for the "longer" of "no longer insisted"."""
    before = sentence.tokens[at - 1].low if at else ""
    return f"{before} {sentence.tokens[at].low}" in words_of("negation")


def _is_not_once(sentence: Sentence, at: int) -> bool:
    """True for the "once" of "not once did he offer"."""
    inside = sentence.under(at, "advmod")
    return sentence.tokens[at].low == "once" and any(sentence.tokens[k].low == "not" for k in inside)


def _is_at_no_time(sentence: Sentence, at: int) -> bool:
    """True for "at no time", "under no circumstances" (Huddleston & Pullum 2002, ch. 9, 3.2)."""
    none = any(sentence.tokens[k].low == "no" for k in sentence.under(at, "det"))
    return none and sentence.tokens[at].lemma in words_of("never_noun")


def _has_to(sentence: Sentence, at: int) -> int:
    """The "has" of "has to leave", which obliges (Quirk et al. 1985, 3.48); -1 for none, and for "does not have to", which does not."""
    above = sentence.tokens[at].head
    if above < 0 or sentence.tokens[at].relation != "xcomp" or sentence.tokens[above].low not in words_of("have_to"):
        return -1
    right_behind = sentence.under(at, "mark") == [above + 1] and sentence.tokens[above + 1].low == "to"
    return above if right_behind and not sentence.under(above, "advmod", "obj") else -1


def _is_to(sentence: Sentence, at: int) -> bool:
    """ "A final deal is to be signed": "be" and an infinitive tell of what is arranged (Quirk et al. 1985, 4.48)."""
    to = [k for k in sentence.under(at, "mark") if sentence.tokens[k].low == "to"]
    return (
        any(k < to[0] and sentence.tokens[k].lemma == "be" for k in sentence.under(at, "aux", "cop")) if to else False
    )


def _reduced_passive(sentence: Sentence, at: int) -> bool:
    """ "a plan drafted by X": a past participle that describes a noun, or opens a clause without subject."""
    token = sentence.tokens[at]
    return (
        token.form == "Part"
        and token.tense == "Past"
        and token.relation in {"acl", "advcl", "amod"}
        and not sentence.under(at, "aux", "obj")
    )
