"""Refusals that no predicate tells by itself: what somebody cannot give, will not meet, does not let happen."""

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
    if not frame.group.negated:
        return False
    token = sentence.tokens[frame.head]
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


def _modal(frame: Frame) -> set[str]:
    return {frame.group.modality, frame.group.tense}


def no_way_that(sentence: Sentence, frame: Frame) -> bool:
    """True for a clause behind "no way", "no chance": "there was no way we could agree"."""
    noun = sentence.tokens[frame.head].head
    if frame.link not in {"relcl", "acl"} or noun < 0 or sentence.tokens[noun].lemma not in words_of("way_noun"):
        return False
    return any(sentence.tokens[k].low in words_of("negation") for k in sentence.under(noun, "det"))
