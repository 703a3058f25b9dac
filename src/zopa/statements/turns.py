"""Interviews and transcripts: whose turn it is, by the labels in front of paragraphs ("Q:", "A:", "MAREK:")."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.types import Speaker
from zopa.text.names import find_names

if TYPE_CHECKING:
    from zopa.sources import Document
    from zopa.text.names import KnownPerson, Names
    from zopa.text.sentences import Paragraph
    from zopa.text.vocabulary import Vocabulary

_NAME = r"[^\W\d_a-zа-яё][\w.'’\-]*"
_LABEL = re.compile(rf"(?P<who>[QA]|{_NAME}(?:\s{_NAME}){{0,4}}(?:,\s[^:\n]{{2,40}})?)\s?:\s+(?=\S)")
_ASKS = frozenset("q question interviewer interview reporter journalist moderator host presenter correspondent".split())
_ANSWERS = frozenset("a answer interviewee guest".split())
_TURNS = 4  # so many labelled paragraphs, of two who both come again, make a transcript; others may be headings
_LABELLED = 0.4  # and they are at least such a share of the paragraphs from the first label on


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks from `start` (behind the label) on; `label` is the span of the label."""

    start: int
    label: tuple[int, int]
    speaker: Speaker


def find_turns(
    document: Document, paragraphs: list[Paragraph], names: Names, vocabulary: Vocabulary
) -> dict[int, Turn]:
    """Start of a paragraph -> the turn it belongs to; empty for a text that is no transcript.

    A paragraph without a label goes on with the turn before it. Whoever asks is nobody in particular; whoever answers under "A"
    is the first person of the title, or of the text before the first label, and else nobody in particular.
    """
    labels = {p.start: found for p in paragraphs if (found := _label_of(document.text, p))}
    again = [n for n in Counter(document.text[slice(*span)] for span, _ in labels.values()).values() if n > 1]
    behind = [p for p in paragraphs if labels and p.start >= min(labels)]
    if len(labels) < _TURNS or len(again) < 2 or len(labels) < _LABELLED * len(behind):
        return {}
    people = _people(document, names, vocabulary)
    turns: dict[int, Turn] = {}
    current: Turn | None = None
    for paragraph in behind:
        if paragraph.start in labels:
            span, start = labels[paragraph.start]
            current = Turn(start, span, _speaker(document, span, people))
        if current:
            turns[paragraph.start] = current
    return turns


def _label_of(text: str, paragraph: Paragraph) -> tuple[tuple[int, int], int] | None:
    """Span of the label of a paragraph and where the words behind it begin; the "Q:" of a list item stands before it."""
    line = max(text.rfind("\n", 0, paragraph.start), text.rfind("\r", 0, paragraph.start)) + 1
    found = _LABEL.match(text, line, paragraph.end)
    return (found.span("who"), found.end()) if found else None


def _people(document: Document, names: Names, vocabulary: Vocabulary) -> list[KnownPerson]:
    """People of the title, then those of the text, in order of mention."""
    title = [(m.start, m.end) for m in document.marks if m.reason == "title"]
    named = find_names(document, title, vocabulary) if title else names
    people = {**{m.name: named.people[m.name] for m in named.mentions if m.kind == "person"}, **names.people}
    return [names.people.get(name, person) for name, person in people.items()]


def _speaker(document: Document, label: tuple[int, int], people: list[KnownPerson]) -> Speaker:
    words = document.text[slice(*label)].partition(",")[0].strip()
    low = words.lower()
    if low in _ASKS:
        return Speaker("interviewer", *label, anonymous=True)
    if low in _ANSWERS:
        return (
            Speaker(people[0].name, *label, party=people[0].party)
            if people
            else Speaker("interviewee", *label, anonymous=True)
        )
    surname = low.split()[-1]
    person = next((p for p in people if p.name.lower().split()[-1] == surname), None)
    if person:
        return Speaker(person.name, *label, party=person.party)
    return Speaker(words.title() if words.isupper() else words, *label)
