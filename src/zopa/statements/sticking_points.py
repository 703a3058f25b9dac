"""Sticking points: what a text itself names as what the sides cannot agree on.

"A key sticking point was the port", "the talks broke down over pay", "they are at odds over the toll", "differences over water". The
reason that a side gives for a failure, and the dispute that the talks are held about, are none of these. The rows are in `sticking_rows`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.sticking_rows import ROWS
from zopa.statements.types import Statement, StickingPoint
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from zopa.statements.gate_spans import Places
    from zopa.text.annotate import Text
    from zopa.text.frames import ClauseFrame
    from zopa.text.tagged import Sentence


def find_sticking_points(
    text: Text, statements: Sequence[Statement], off: Collection[str] = ()
) -> tuple[StickingPoint, ...]:
    """What a text names as what divides the sides, in document order, at most one a sentence; empty where it names nothing."""
    found: list[StickingPoint] = []
    for sentence, frames in zip(text.sentences, text.frames, strict=True):
        rows = ((row, frame) for row in ROWS if row.name not in off for frame in frames)
        told = next(((row, frame, what) for row, frame in rows for what in row.find(sentence, frame) if what), None)
        if told is None:
            continue
        row, frame, words = told
        words = [k for k in words if min(m for m in words if sentence.tokens[m].is_word) <= k]
        while not sentence.tokens[words[-1]].is_word:
            words = words[:-1]
        content = {
            sentence.tokens[k].lemma for k in words if sentence.tokens[k].tag in {"NOUN", "PROPN", "VERB", "ADJ", "NUM"}
        }
        tags = {sentence.tokens[k].tag for k in words}
        if not tags & {"NOUN", "PROPN", "NUM"} and tags & {"PRON", "DET"}:
            continue  # "did not agree on what that meant"
        if content - words_of("time_noun") <= _EMPTY or (
            content & words_of("talks") and sentence.tokens[min(words)].low in words_of("question")
        ):
            continue  # "wrangled over the deal", "a quarrel over what the talks brought" tell no point
        if _is_time(sentence, words) or _is_blamed(sentence, words):
            continue
        what = text.document.passage(sentence.tokens[min(words)].start, sentence.tokens[max(words)].end)
        inside = [
            s for s in statements if s.form != "own-voice" and any(c.start <= what.start < c.end for c in s.content)
        ]
        teller = min(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)
        says = teller.speaker.name if teller is not None and teller.speaker else None
        core = text.document.passage(sentence.tokens[_opening(sentence, frame, min(words))].start, what.end)
        found.append(StickingPoint(what, says, text.document.passage(sentence.start, sentence.end), core, row.name))
    return tuple(found)


def _is_time(sentence: Sentence, words: Places) -> bool:
    """True for "broke down on July 30": when, not over what."""
    told = [sentence.tokens[k] for k in words if sentence.tokens[k].tag in {"NOUN", "PROPN", "NUM", "VERB"}]
    return all(token.tag == "NUM" or token.low in words_of("time_noun") for token in told)


def _is_blamed(sentence: Sentence, words: Places) -> bool:
    """True for "blamed the impasse on Peru": who is at fault, not what the sides cannot agree on."""
    first = min(words)
    above = {sentence.tokens[k].lemma for k in sentence.above(first)}
    return first > 0 and sentence.tokens[first - 1].low == "on" and bool(above & words_of("blaming"))


def _opening(sentence: Sentence, frame: ClauseFrame, what: int) -> int:
    """Where the clause that tells it begins: at its subject, where that stands near; at its predicate else."""
    subjects = sentence.under(frame.head, "nsubj", "nsubj:pass")
    first = min([what, frame.head, *(k for s in subjects[:1] for k in sentence.tree(s))])
    return first if what - first <= _CLAUSE else min(what, frame.head)


_CLAUSE = 30  # words of a clause that is shown without its sentence
_EMPTY = (
    words_of("talks") | words_of("pact") | words_of("offer_noun") | words_of("no_point") | words_of("question_noun")
)
