"""Where a deed stands in its sentence: its clause, its gist, its day, its place and why it was done."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.dates import find_dates
from zopa.text.lexicon import words_of
from zopa.text.phrases import phrase_at

if TYPE_CHECKING:
    from zopa.sources import Document, Passage
    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence
    from zopa.text.types import DateRef


def clause_of(document: Document, sentence: Sentence, frame: Frame) -> Passage:
    """The clause of a predicate without what is beside it, and without marks at its ends."""
    tree = sentence.tree(frame.head, without=("parataxis",))
    while len(tree) > 1 and sentence.tokens[tree[0]].relation in {"punct", "cc"}:
        tree = tree[1:]
    while len(tree) > 1 and sentence.tokens[tree[-1]].relation == "punct":
        tree = tree[:-1]
    return document.passage(sentence.tokens[tree[0]].start, sentence.tokens[tree[-1]].end)


def gist_of(document: Document, sentence: Sentence, frame: Frame, first: int, last: int) -> Passage:
    """From the subject to the end of the matter, or of how it ended."""
    subjects = [k for k in sentence.under(frame.head, "nsubj") if k < frame.head]
    if subjects:
        first = min(first, phrase_at(sentence, subjects[0]).start)
    for preposition, k in frame.obliques:
        if (
            preposition in {"in", "without", "with", "to", "on"}
            and k > frame.head
            and sentence.tokens[k].start - last < 40
        ):
            last = max(last, phrase_at(sentence, k).end)
    return document.passage(first, last)


def date_of(document: Document, sentence: Sentence, frame: Frame) -> DateRef | None:
    """The date that a clause tells, None where it tells none."""
    told = find_dates(document, sentence.start, sentence.end) if frame.times else ()
    for k in frame.times:
        tree = sentence.tree(k)
        first, last = sentence.tokens[tree[0]].start, sentence.tokens[tree[-1]].end
        found = next((d for d in told if first <= d.passage.start and d.passage.end <= last), None)
        if found is None:  # a span of days of which only a part hangs on this clause
            found = next(iter(find_dates(document, first, last)), None)
        if found is not None:
            return found
    return None


def place_of(document: Document, sentence: Sentence, frame: Frame) -> str:
    """The name behind "in" or "at", "" where there is none."""
    for preposition, k in frame.obliques:
        if preposition in {"in", "at"} and sentence.tokens[k].tag == "PROPN" and k not in frame.times:
            phrase = phrase_at(sentence, k)
            return document.text[phrase.start : phrase.end]
    return ""


def because_of(document: Document, sentence: Sentence, frame: Frame) -> Passage | None:
    """What a clause tells as its cause, None where it tells none."""
    for preposition, k in frame.obliques:
        if preposition in words_of("cause_preposition"):
            tree = [w for w in sentence.tree(k) if sentence.tokens[w].relation not in {"case", "fixed"} or w > k]
            return document.passage(sentence.tokens[tree[0]].start, sentence.tokens[tree[-1]].end)
    for k in sentence.under(frame.head, "advcl", "obl"):  # "because Norway erected obstacles" may be read as a phrase
        marks = [m for m in sentence.under(k, "mark", "case") if sentence.tokens[m].low in words_of("cause_marker")]
        if marks:
            tree = [w for w in sentence.tree(k) if w not in marks and sentence.tokens[w].relation != "mark"]
            return document.passage(sentence.tokens[tree[0]].start, sentence.tokens[tree[-1]].end)
    return None
