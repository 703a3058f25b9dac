"""Refusals that no predicate tells by itself (what somebody cannot give, will not meet, does not let happen); what is not done yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence

_GRANTS = frozenset(
    {"can", "future", "conditional", "possible"}
)  # modalities with which a gift that is denied is refused


def declines(sentence: Sentence, frame: Frame) -> bool:
    """True for a denied deed by which something asked would be granted.

    "Does not allow the flight", "would not meet the demands", "cannot give more", "shows no interest in the plan", "is not in a position
    to pay". What is told to reporters, and what was only not given so far, is refused to nobody.
    """
    token = sentence.tokens[frame.head]
    if not frame.group.negated:
        return frame.predicate in words_of("shows") and bool(_denied_interest(sentence, frame))
    if frame.kind == "copula":
        return token.lemma in words_of("able_noun") and bool(sentence.under(frame.head, "acl"))
    heads = {sentence.tokens[k].lemma for k in frame.object}
    if token.lemma in words_of("lets"):
        own = any(
            sentence.under(k, "nmod:poss") for k in frame.object
        )  # "will not allow its land to be used" is a pledge
        return (bool(heads) or frame.complement >= 0) and not own
    if frame.predicate in words_of("grants"):
        return bool(heads & words_of("asked_noun")) and bool(_modal(frame) & {*_GRANTS, "present"})
    if frame.predicate in words_of("shows"):
        return bool(heads & words_of("interest_noun"))
    told = heads & words_of("told_noun")
    return frame.predicate in words_of("gives") and bool(heads) and not told and bool(_modal(frame) & _GRANTS)


def declined_acts(sentence: Sentence, frame: Frame) -> list[int]:
    """Predicates of what is declined behind a noun: "in a position to pay", "no appetite for prolonging the truce"."""
    nouns = (frame.head,) if frame.kind == "copula" else _interest(sentence, frame)
    behind = (
        []
        if frame.kind == "copula"
        else [k for k in sentence.under(frame.head, "advcl") if sentence.tokens[k].low.endswith("ing")]
    )
    return [k for noun in nouns for k in sentence.under(noun, "acl")] + [k for k in behind if sentence.under(k, "mark")]


def _interest(sentence: Sentence, frame: Frame) -> tuple[int, ...]:
    return tuple(k for k in frame.object if sentence.tokens[k].lemma in words_of("interest_noun"))


def _denied_interest(sentence: Sentence, frame: Frame) -> list[int]:
    """Nouns of interest of which there is told to be hardly any: "has little appetite for"."""
    return [
        k for k in _interest(sentence, frame)
        if any(sentence.tokens[m].low in words_of("hardly_any") for m in sentence.under(k, "det", "amod"))
    ]  # fmt: skip


def _modal(frame: Frame) -> set[str]:
    return {frame.group.modality, frame.group.tense}


def no_way_that(sentence: Sentence, frame: Frame) -> bool:
    """True for a clause behind "no way", "no chance": "there was no way we could agree"."""
    noun = sentence.tokens[frame.head].head
    if frame.link not in {"relcl", "acl"} or noun < 0 or sentence.tokens[noun].lemma not in words_of("way_noun"):
        return False
    return any(sentence.tokens[k].low in words_of("negation") for k in sentence.under(noun, "det"))


def is_still_to_come(sentence: Sentence, frame: Frame) -> bool:
    """True for "has yet to accept", "is yet to be accepted", "has not yet accepted": not done so far, and refused by nobody."""
    words = {*frame.group.words, *sentence.under(frame.head, "advmod")}
    if any(sentence.tokens[k].low == "yet" for k in words) and frame.group.negated:
        return True
    first = min(frame.group.words)
    before = [sentence.tokens[k].low for k in range(max(0, first - 2), frame.head)]
    return any(before[k : k + 2] == ["yet", "to"] for k in range(len(before)))


def so_far(sentence: Sentence, frame: Frame, stance: str, sure: str) -> tuple[str, str]:
    """Stance and certainty of a deed; what is still to come is told not to be done, and is no position of anybody."""
    if not is_still_to_come(sentence, frame):
        return stance, sure
    return stance if stance in _DONE else "", "told" if sure in {"wish", "future"} else sure


_DONE = frozenset({"signs", "agrees", "ends", "fails", "leaves", "meets"})  # stances that tell an event
