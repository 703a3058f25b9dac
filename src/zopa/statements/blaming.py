"""Who is blamed in a clause, by whom and for what: one place for the ways in which English lays blame.

"X blamed Y for the failure", "blamed the failure on Y", "laid the blame on Y", "held Y responsible"; told of whoever is blamed: "Y is to
blame", "the blame lies with Y", "Y should bear the responsibility", "the failure is the fault of Y". The classes are those of Levin
(1993), 33 (judgement verbs), and the predicates of responsibility in FrameNet's Judgment and Being_responsible.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence

_ON = ("on", "upon", "with", "at")


@dataclass(frozen=True, slots=True)
class BlameRoles:
    """The roles of a clause that lays blame, as heads of phrases.

    Attributes:
        blamed: whom it is laid on.
        blamers: who lays it; None where only whoever says the clause can.
        slots: where what it is laid for stands.
    """

    blamed: tuple[int, ...]
    blamers: tuple[int, ...] | None
    slots: tuple[str, ...] = ("for",)


def blame_of(sentence: Sentence, frame: Frame) -> BlameRoles | None:
    """The roles of a clause that lays blame on somebody; None for any other clause, and where nobody is named whom it is laid on."""
    if frame.kind == "noun":
        return None
    rules = (_is_guilty,) if frame.kind == "copula" else (_to_blame, _blames, _lays, _lies, _holds, _bears)
    found = (rule(sentence, frame) for rule in rules)
    return next((blame for blame in found if blame is not None and blame.blamed), None)


def _blames(sentence: Sentence, frame: Frame) -> BlameRoles | None:
    """ "X blamed Y for W", "blamed W on Y", "accused Y of W", "charged Y with W", "faulted Y for W"."""
    verb = sentence.tokens[frame.head].lemma
    if verb not in words_of("blames_whom"):
        return None
    matter = {"accuse": "of", "charge": "with"}.get(verb, "for")
    told = [t.low for t in sentence.tokens[frame.head :]]
    if verb in words_of("criticises") and "for" not in told:
        return None  # "criticised the plan" lays nothing on anybody
    laid_on = _behind(sentence, frame, ("on", "upon"))
    if verb == "blame" and laid_on:
        return BlameRoles(laid_on, frame.subject, ("obj",))
    stands = [k for k in frame.object if frame.link == "acl" and sentence.tokens[k].lemma in words_of("stands_accused")]
    if stands:  # "Y stands accused of W"
        return BlameRoles(tuple(sentence.under(stands[0], "nsubj")), None, (matter,))
    if verb == "charge" and not frame.obliques and not sentence.under(frame.head, "advcl", "obl"):
        return None  # "charge a fee"
    return BlameRoles(frame.object, frame.subject, (matter, "over"))


def _to_blame(sentence: Sentence, frame: Frame) -> BlameRoles | None:
    """ "Y is to blame", "Y has only itself to blame", "Y can blame only itself": said of whoever is blamed."""
    if sentence.tokens[frame.head].lemma != "blame" or not frame.subject or frame.group.voice == "passive":
        return None
    itself = any(token.low in words_of("reflexive") for token in sentence.tokens[frame.head + 1 : frame.head + 3])
    itself = itself or any(sentence.tokens[k].low in words_of("reflexive") for k in frame.object)
    to_be = frame.head > 1 and sentence.tokens[frame.head - 1].low == "to" and not frame.object
    return BlameRoles(frame.subject, None) if itself or to_be else None


def _lays(sentence: Sentence, frame: Frame) -> BlameRoles | None:
    """ "X laid the blame for W on Y", "put the responsibility at the door of Y"."""
    borne = [k for k in frame.object if sentence.tokens[k].lemma in words_of("blame_noun")]
    if not borne or sentence.tokens[frame.head].lemma not in words_of("lays"):
        return None
    return BlameRoles(_behind(sentence, frame, _ON), frame.subject)


def _lies(sentence: Sentence, frame: Frame) -> BlameRoles | None:
    """ "The blame lies with Y", "responsibility for W rests squarely with Y"."""
    borne = [k for k in frame.subject if sentence.tokens[k].lemma in words_of("blame_noun")]
    if not borne or sentence.tokens[frame.head].lemma not in words_of("lies_with"):
        return None
    return BlameRoles(_behind(sentence, frame, _ON), None)


def _holds(sentence: Sentence, frame: Frame) -> BlameRoles | None:
    """ "X holds Y responsible for W", "Y was held responsible by X"."""
    if sentence.tokens[frame.head].lemma != "hold":
        return None
    behind = range(frame.head + 1, len(sentence.tokens))
    near = [k for k in behind if sentence.tokens[k].low in words_of("responsible") and frame.head in sentence.above(k)]
    if not near:
        return None
    told = frame.group.voice == "passive" and not frame.subject
    return BlameRoles(frame.object, None if told else frame.subject)


def _bears(sentence: Sentence, frame: Frame) -> BlameRoles | None:
    """ "Y bears the responsibility for W": said of whoever is blamed; "takes responsibility" is its own word."""
    borne = [k for k in frame.object if sentence.tokens[k].lemma in words_of("blame_noun")]
    bears = borne and sentence.tokens[frame.head].lemma in words_of("bears") and frame.group.voice == "active"
    return BlameRoles(frame.subject, None) if bears else None


def _is_guilty(sentence: Sentence, frame: Frame) -> BlameRoles | None:
    """ "Y is responsible for the failure", "Y is at fault", "the failure is the fault of Y", "the culprit is Y"."""
    token = sentence.tokens[frame.head]
    fault = token.lemma in words_of("blame_noun")
    if fault and any(sentence.tokens[k].low == "at" for k in sentence.under(frame.head, "case")):
        return BlameRoles(frame.subject, None)
    if fault:
        owners = (*frame.oblique("of"), *sentence.under(frame.head, "nmod:poss"))
        return BlameRoles(tuple(owners), None, ("subject",))
    if token.lemma in words_of("culprit"):
        return BlameRoles(frame.subject, None)
    if any(sentence.tokens[k].lemma in words_of("culprit") for k in frame.subject):
        return BlameRoles((frame.head,), None, ("subject",))
    if token.low not in words_of("responsible"):
        return None
    matter = {sentence.tokens[k].lemma for h in frame.oblique("for") for k in sentence.tree(h)}
    failed = words_of("failing") | words_of("harm") | words_of("hinders")
    alone = any(sentence.tokens[k].low in words_of("solely") for k in sentence.tree(frame.head))
    return BlameRoles(frame.subject, None) if alone or matter & failed else None  # "responsible for trade" is an office


def _behind(sentence: Sentence, frame: Frame, prepositions: tuple[str, ...]) -> tuple[int, ...]:
    """Whoever stands behind a preposition of the clause or of its object, at their "door" too; no day and no place of time."""
    heads = list(frame.oblique(*prepositions))
    heads += [k for h in frame.object for n in sentence.tree(h) for k in sentence.behind(n, prepositions)]
    found: list[int] = []
    for head in dict.fromkeys(heads):
        if sentence.tokens[head].lemma in words_of("door"):
            found += [*sentence.under(head, "nmod:poss"), *sentence.behind(head, ("of",))]
        elif head not in frame.times:
            found += [m for k in sentence.together(head) for m in _whose(sentence, k)]
    return tuple(found)


def _whose(sentence: Sentence, at: int) -> list[int]:
    """Whose conduct a noun tells: "India's attitude", "Boltek intransigence", "a mistake by the Alliance"; else the noun itself."""
    token = sentence.tokens[at]
    bodies = words_of("collective") | words_of("sides_noun") | words_of("office")
    if token.tag != "NOUN" or token.lemma in bodies or token.low in bodies:
        return [at]
    own = sentence.under(at, "nmod:poss") or sentence.behind(at, ("of", "by"))
    named = [
        k
        for k in sentence.under(at, "compound", "amod")
        if sentence.tokens[k].tag == "PROPN"
        or sentence.tokens[k].text[0].isupper()
        or sentence.tokens[k].lemma in bodies
    ]
    return list(own or named or [at])
