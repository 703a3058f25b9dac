"""Stretches of a document that can be quoted by themselves: whole clauses, and what is left of them without what only adds.

A page that quotes shows one of these, so that no quotation begins behind "not" or "unable to" and none ends before "but without ...".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.text.annotate import Text
    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence

_ADDS = (
    "advcl",
    "acl",
    "parataxis",
    "appos",
    "conj",
    "dep",
)  # what a clause may stand without ("acl" stands for a relative clause too)
_FRONT = frozenset(
    {"mark", "cc", "punct", "discourse"}
)  # what opens a clause inside another one and is no part of what it says


def find_wholes(text: Text) -> tuple[tuple[int, int], ...]:
    """The (start, end) of each clause with a finite verb and a subject of its own, and of what is left when additions at its edges are cut.

    In order of their beginnings, the longer first. Conditions, concessions and "without ..." are never cut off.
    """
    found: set[tuple[int, int]] = set()
    for sentence, frames in zip(text.sentences, text.frames, strict=True):
        for frame in frames:
            if _stands_alone(sentence, frame):
                found.update(_places(sentence, frame))
    return tuple(sorted(found, key=lambda span: (span[0], -span[1])))


def _stands_alone(sentence: Sentence, frame: ClauseFrame) -> bool:
    """True for a clause with a verb that is finite and a subject that stands in it; "which resulted in ..." leans on what it follows."""
    subjects = sentence.under(frame.head, "nsubj", "csubj", "expl")
    if frame.link == "relcl" or any(sentence.tokens[k].low in words_of("relative") for k in subjects):
        return False
    finite = any(sentence.tokens[k].form == "Fin" for k in (frame.head, *sentence.under(frame.head, "aux", "cop")))
    return frame.kind != "noun" and finite and bool(subjects)


def _places(sentence: Sentence, frame: ClauseFrame) -> Iterator[tuple[int, int]]:
    words = sentence.tree(frame.head)
    if frame.above >= 0:
        words = _less(
            sentence,
            words,
            [k for k in sentence.children[frame.head] if k < words[0] + 2 and sentence.tokens[k].relation in _FRONT],
        )
    while words and words == list(range(words[0], words[-1] + 1)):
        first, last = (sentence.tokens[k] for k in _edges(sentence, words))
        if _is_balanced(sentence, words) and _begins_apart(sentence, words):
            yield first.start, last.end
        shorter = _shorter(sentence, frame, words)
        if shorter is None:
            return
        words = shorter


def _begins_apart(sentence: Sentence, words: list[int]) -> bool:
    """False where a word stands right before that no clause follows ("answer | 911 calls reached a deal"): the tree is wrong there."""
    at = _edges(sentence, words)[0] - 1
    before = sentence.tokens[at] if at >= 0 else None
    return before is None or before.tag not in _INSIDE or before.relation in {"mark", "cc", "fixed"}


_INSIDE = frozenset({"NOUN", "NUM", "ADJ", "DET", "ADP", "PROPN"})


def _is_balanced(sentence: Sentence, words: list[int]) -> bool:
    """True where no quotation mark and no bracket is open at the end."""
    marks = [sentence.tokens[k].text for k in words]
    straight = marks.count('"')
    pairs = ("“”", "()", "[]")
    return straight % 2 == 0 and all(marks.count(a) == marks.count(b) for a, b in pairs)


def _edges(sentence: Sentence, words: list[int]) -> tuple[int, int]:
    """The first and the last word, marks at the ends left out."""
    told = [k for k in words if sentence.tokens[k].is_word or sentence.tokens[k].text in _OPEN_OR_SHUT]
    return (told[0], told[-1]) if told else (words[0], words[-1])


_TO = "to"  # what is meant to come of it is told with it
_OPEN_OR_SHUT = frozenset("\"“”‘’'()[]$£€¥%")


def _shorter(sentence: Sentence, frame: ClauseFrame, words: list[int]) -> list[int] | None:
    """The words without an addition that stands at their end, else at their beginning; None where there is none."""
    first, last = _edges(sentence, words)
    for edge in (last, first):
        for at in (edge, *sentence.above(edge)):
            if at == frame.head:
                break
            if at not in words or not _adds(sentence, at):
                continue
            branch = sentence.tree(at)
            if branch[-1] >= last if edge == last else branch[0] <= first:
                left = _less(sentence, words, [at])
                if frame.head in left and any(k in left for k in sentence.under(frame.head, "nsubj", "csubj", "expl")):
                    return _joined(sentence, left)
    return None


def _adds(sentence: Sentence, at: int) -> bool:
    """True for what a clause may stand without: no condition, no concession, nothing that is denied."""
    relation = sentence.tokens[at].relation
    if relation.partition(":")[0] not in _ADDS:
        return False
    opening = {sentence.tokens[k].low for k in sentence.under(at, "mark", "cc", "case", "advmod")}
    return not opening & (words_of("limiting") | {_TO})


def _less(sentence: Sentence, words: list[int], branches: list[int]) -> list[int]:
    gone = {k for at in branches for k in sentence.tree(at)}
    return [k for k in words if k not in gone]


def _joined(sentence: Sentence, words: list[int]) -> list[int]:
    """The words less marks that the cut has left at an end."""
    while words and sentence.tokens[words[-1]].text in _LOOSE:
        words = words[:-1]
    while words and sentence.tokens[words[0]].text in _LOOSE:
        words = words[1:]
    return words


_LOOSE = frozenset(",;:–—-.!?")
