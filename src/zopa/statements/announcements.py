"""Sentences that only tell who speaks: behind a quotation ("Ann Lee asked."), or in front of one ("The envoy was blunt:")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.attribution import cue_span
from zopa.statements.cues import find_cue_verb
from zopa.statements.regions import source_span
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements.attribution_types import Span
    from zopa.text.frames import Frame
    from zopa.text.quotations import Quoted
    from zopa.text.tagged import Sentence


def is_bare_cue(sentence: Sentence, frames: Sequence[Frame], *, question: bool) -> bool:
    """True for a sentence that only tells who says the quotation before it: "Ann Lee asked.", "the envoy told the council".

    Args:
        sentence: the one behind a quotation that ends as a sentence does.
        frames: its frames.
        question: the quotation ends in a question or exclamation mark, as it does in front of a cue; behind a full stop it takes a
            verb that says nothing else.
    """
    outside = [frame for frame in frames if frame.kind != "noun" and sentence.quote[frame.head] < 0]
    frame = min(outside, key=lambda one: one.head, default=None)
    verb = find_cue_verb(sentence, frame) if frame else None
    if frame is None or verb is None or verb.kind == "show" or not frame.subject or frame.subject[0] > frame.head:
        return False
    if "q" not in verb.frames or ("s" in verb.frames and not question) or frame.group.voice == "passive":
        return False
    if any(token.low == ":" for token in sentence.tokens) or frame.group.negated:
        return False
    told = sentence.tree(frame.complement) if frame.complement >= 0 else ()
    if any(sentence.quote[k] < 0 and sentence.tokens[k].is_word and k > frame.head for k in told):
        return False
    who = sentence.tokens[frame.subject[0]]
    person = who.tag in {"PROPN", "PRON"} or who.lemma in words_of("office") or who.lemma in words_of("collective")
    hears = "o" in verb.frames or verb.lemma in words_of("hearer")
    return (person or "s" not in verb.frames) and (not frame.object or hears)


def find_announcement(
    sentences: Sequence[tuple[Sentence, tuple[Frame, ...]]], quotations: Sequence[Quoted], *, bare: bool = False
) -> tuple[Span, Span] | None:
    """Who is announced as a speaker before a colon or comma that ends a unit, or before a colon and a quotation: source and cue.

    "The envoy stated," announces what follows by its verb; "He was blunt: “...”" by its subject alone. With
    `bare` the layout announces, so that a verb of saying without words is enough ("The envoy posted on Monday."). None where nobody is
    announced.
    """
    if not sentences:
        return None
    sentence, frames = sentences[-1]
    tokens = sentence.tokens
    last = len(tokens) - 1
    mark = next((k for k in range(last, 0, -1) if tokens[k].low == ":" and sentence.quote[k] < 0), -1)
    if mark < 0 and tokens[last].low == "," and sentence.quote[last] < 0:
        mark = last
    if mark < 0 and bare:
        mark = last + 1
    if mark < 0 or (
        mark < last and not any(q.start >= tokens[mark].end and q.start - tokens[mark].end <= 2 for q in quotations)
    ):
        return None
    before = [
        frame for frame in frames if frame.head < mark and sentence.quote[frame.head] < 0 and frame.kind != "noun"
    ]
    for frame in reversed(before):
        told = bare and frame.complement >= 0
        if find_cue_verb(sentence, frame) is not None and tokens[frame.head].form != "Inf" and not told:
            source, _ = source_span(sentence, frame)
            if source is not None:
                return source, cue_span(sentence, frame)
    if mark <= last and tokens[mark].low == ":" and before:
        source, _ = source_span(sentence, before[0])
        if source is not None:
            return source, (tokens[mark].start, tokens[mark].end)
    return None
