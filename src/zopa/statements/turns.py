"""Interviews and transcripts: whose turn it is, by the labels in front of paragraphs ("Q:", "A:", "MAREK:") or above them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.sources.reasons import HEADING, reason_kind
from zopa.statements.types import Speaker
from zopa.text.names import find_names
from zopa.text.words import TEMPORAL

if TYPE_CHECKING:
    from zopa.sources import Document
    from zopa.text.names import KnownPerson, Names
    from zopa.text.sentences import Paragraph
    from zopa.text.vocabulary import Vocabulary

_NAME = r"[^\W\d_a-zа-яё][\w.'’\-]*"
_WHO = rf"(?P<who>(?:[QA]|{_NAME}(?:\s(?:[a-z]{{2,3}}\s)?{_NAME}){{0,4}})(?:,\s[^:\n]{{2,40}})?)"
_TIME = r"[\[(]?\d{1,2}:\d\d(?::\d\d)?(?:[.,]\d{1,3})?[\])]?"
_ASIDE = rf"(?:\s{{0,4}}(?:\([^()\n]{{1,60}}\)|\[[^\[\]\n]{{1,60}}\]|{_TIME}))"
_BEFORE = rf"[ \t>•#–—-]*(?:{_TIME}[ \t|–—-]*)?"
_LABEL = re.compile(
    rf"{_BEFORE}{_WHO}{_ASIDE}{{0,2}}(?:\s{{0,4}}:(?:\s+|$)|\t\s*(?=\S))|[ \t]*(?P<letter>[QA])\.\s+(?=\S)"
)
_ALONE = re.compile(rf"{_BEFORE}{_WHO}{_ASIDE}{{0,2}}\s*")
_STAMP = re.compile(rf"\s*{_TIME}\s*")
_ASKS = frozenset("q question interviewer interview reporter journalist moderator host presenter correspondent".split())
_ANSWERS = frozenset("a answer interviewee guest".split())
_TURNS = 4  # so many labelled paragraphs, of two who both come again, make a transcript; others may be headings
_LABELLED = 0.25  # and they are at least such a share of the paragraphs from the first label on


@dataclass(frozen=True, slots=True)
class Turn:
    """Who speaks from `start` (behind the label) on; `label` is the span of the label."""

    start: int
    label: tuple[int, int]
    speaker: Speaker


@dataclass(frozen=True, slots=True)
class Turns:
    """The turns of a transcript.

    Attributes:
        by_start: start of a paragraph -> the turn it belongs to; empty for a text that is no transcript.
        labels: starts of paragraphs that hold nothing but a label, or the time.
    """

    by_start: dict[int, Turn]
    labels: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class _Label:
    """A label: the paragraph (or heading) that it opens, the span of the name, where the words behind it begin."""

    place: int
    who: tuple[int, int]
    words: int
    alone: bool


def find_turns(document: Document, paragraphs: list[Paragraph], names: Names, vocabulary: Vocabulary) -> Turns:
    """Whose words the paragraphs of an interview or transcript are.

    A label stands in front of the words ("Name:", with a time or an office in brackets), or alone above them, as a line or a
    heading. A paragraph without one goes on with the turn before it. Whoever asks is nobody in particular; whoever answers under
    "A" is the first person of the title, or of the text before the first label, and else nobody in particular.
    """
    text = document.plain
    labels = [found for p in paragraphs if (found := _label_of(text, p))]
    labels += [
        found for m in document.marks if reason_kind(m.reason) == HEADING and (found := _heading(text, m.start, m.end))
    ]
    labels = _recurring(text, labels)
    if not labels:
        return Turns({})
    first = min(label.place for label in labels)
    alone = frozenset(label.place for label in labels if label.alone)
    behind = [
        p
        for p in paragraphs
        if p.start >= first and p.start not in alone and not _STAMP.fullmatch(text, p.start, p.end)
    ]
    stamps = frozenset(p.start for p in paragraphs if p.start >= first and _STAMP.fullmatch(text, p.start, p.end))
    again = Counter(_key(text, label) for label in labels)
    if len(labels) < _TURNS or len(again) < 2 or len(labels) < _LABELLED * len(behind):
        return Turns({})
    return Turns(
        _taken(document, behind, sorted(labels, key=lambda one: one.place), _people(document, names, vocabulary)),
        alone | stamps,
    )


def _taken(
    document: Document, behind: list[Paragraph], labels: list[_Label], people: list[KnownPerson]
) -> dict[int, Turn]:
    """The turn of each paragraph: that of the last label at or above it."""
    turns: dict[int, Turn] = {}
    current: Turn | None = None
    at = 0
    for paragraph in behind:
        while at < len(labels) and labels[at].place <= paragraph.start:
            current = Turn(labels[at].words, labels[at].who, _speaker(document, labels[at].who, people))
            at += 1
        if current:
            turns[paragraph.start] = current
    return turns


def _recurring(text: str, labels: list[_Label]) -> list[_Label]:
    """Labels without those that stand alone and never come again (headings, names in a list)."""
    count = Counter(_key(text, label) for label in labels)
    again = {key for key, times in count.items() if times > 1}
    if len(again) < 2:
        return []
    return [label for label in labels if not label.alone or _key(text, label) in again]


def _key(text: str, label: _Label) -> str:
    return " ".join(text[slice(*label.who)].partition(",")[0].casefold().split())


def _label_of(text: str, paragraph: Paragraph) -> _Label | None:
    """The label of a paragraph; the "Q:" of a list item stands before it."""
    line = max(text.rfind("\n", 0, paragraph.start), text.rfind("\r", 0, paragraph.start)) + 1
    found = _LABEL.match(text, line, paragraph.end)
    if found and _may_speak(text, who := found.span("who" if found["who"] else "letter")):
        return _Label(paragraph.start, who, found.end(), alone=found.end() >= paragraph.end)
    return _heading(text, line, paragraph.end, paragraph.start)


def _heading(text: str, start: int, end: int, place: int | None = None) -> _Label | None:
    """A label that stands alone, without a colon or with one."""
    found = _LABEL.fullmatch(text, start, end) or _ALONE.fullmatch(text, start, end)
    if not found or not found["who"] or not _may_speak(text, found.span("who")):
        return None
    return _Label(start if place is None else place, found.span("who"), end, alone=True)


def _may_speak(text: str, who: tuple[int, int]) -> bool:
    return text[slice(*who)].partition(",")[0].split()[0].lower() not in TEMPORAL


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
