"""Whom a unit of text is about: the subject of its main clause, or whoever was spoken of before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.centres import subject_of
from zopa.statements.scene import Scene, is_plural
from zopa.statements.speakers import held_by, office_holder
from zopa.text.types import Mention
from zopa.text.words import (
    ADVERBS,
    ANONYMOUS,
    CONJUNCTIONS,
    DETERMINERS,
    FEMALE,
    FINITE_AUXILIARIES,
    MALE,
    PREPOSITIONS,
    ROLE_NOUNS,
    SAID,
    SUBORDINATORS,
)  # fmt: skip

if TYPE_CHECKING:
    from zopa.statements.clauses import ClauseUnit

_OFFICE = 14  # words that the office of somebody named behind it may have


def note_subject(scene: Scene, unit: ClauseUnit) -> Mention | None:
    """Remember, and return, whom a unit is about: the first name of its main clause, where that name is the subject.

    "Their revisions ..." and "He ..." keep whoever was spoken of in the sentence before; None where no name is the subject. What comes next
    goes on with the subject of the last main clause ("Norway asked for a dam; Peru refused. It ..."; Grosz, Joshi & Weinstein 1995).
    """
    colon = any(token.text == ":" and unit.quote[k] < 0 for k, token in enumerate(unit.tokens[:-1]))
    front = _subject_at(unit, 0, scene.names.within(unit.start, unit.end)) if colon else None
    if front is not None and front.kind == "person":
        scene.note(front)  # "Mira Brod took another view: the sides had agreed"
    subject = _subject_of(scene, unit)
    _note_main_clauses(scene, unit)
    last = max((k for k, token in enumerate(unit.tokens[:-1]) if token.text == ";" and unit.quote[k] < 0), default=None)
    named = _subject_at(unit, last + 1, scene.names.within(unit.start, unit.end)) if last is not None else None
    if named is not None:
        scene.note(named)
    return subject


def _note_main_clauses(scene: Scene, unit: ClauseUnit) -> None:
    """Remember the subject of each main clause of a unit, by its tree."""
    text = scene.text
    if text is None:
        return
    for sentence, _ in text.within(unit.start, unit.end):
        about = subject_of(text, sentence)
        if about is not None:
            scene.note((held_by(scene, about) if about.kind == "role" else None) or about)


def _subject_of(scene: Scene, unit: ClauseUnit) -> Mention | None:
    inside = scene.names.within(unit.start, unit.end)
    for first in _clause_starts(unit):
        low = unit.low(first)
        if low in _GO_ON:
            return _same_subject(scene, low)
        mention = _apposed(unit, first, inside) or _subject_at(unit, first, inside)
        if mention:
            scene.note(mention)
            return mention
        title = _title_at(scene, unit, first)
        if title:
            scene.note(title)
            return title if title.party else None
    return None


def _apposed(unit: ClauseUnit, first: int, inside: list[Mention]) -> Mention | None:
    """Who is named between commas behind an office: "The minister of ports, Ann Lee, arrived"."""
    office = False
    for at in range(first, min(first + _OFFICE, len(unit.tokens) - 2)):
        low = unit.low(at)
        if low == ",":
            start = unit.tokens[at + 1].start
            named = next(
                (m for m in inside if m.kind == "person" and m.passage.start == start and not m.possessive), None
            )
            behind = next((t.low for t in unit.tokens[at + 2 :] if named and t.start >= named.passage.end), "")
            return named if office and behind == "," else None
        if unit.quote[at] >= 0 or low in FINITE_AUXILIARIES or low in SAID or low.endswith("ed"):
            return None
        office = office or low in ROLE_NOUNS
    return None


def _title_at(scene: Scene, unit: ClauseUnit, first: int) -> Mention | None:
    """A subject told by office only ("The Secretary-General reiterated"): whoever holds it, or the words themselves."""
    if unit.low(first) not in {"the", "a", "an"}:
        return None
    head = next((i for i in range(first + 1, first + 3) if unit.low(i) in ROLE_NOUNS), None)
    if head is None or not all(_qualifies(unit, i) for i in range(first + 1, head)):
        return None
    last = head
    while last < len(unit.tokens) and unit.low(last) in ROLE_NOUNS:
        last += 1
    if unit.low(last - 1) in ANONYMOUS or is_plural(unit.low(last - 1)) or unit.low(last) == "and":
        return None
    start, end = unit.tokens[first].start, unit.tokens[last - 1].end
    held = office_holder(scene, frozenset(unit.low(i) for i in range(first + 1, last)), [], start)
    return held or Mention(scene.document.text[start:end], "role", None, scene.document.passage(start, end))


def _qualifies(unit: ClauseUnit, at: int) -> bool:
    """True for a plain word that may stand before an office ("a second envoy")."""
    low = unit.low(at)
    return low.isalpha() and not (
        low in PREPOSITIONS or low in CONJUNCTIONS or low in FINITE_AUXILIARIES or low in DETERMINERS
    )


_GO_ON = frozenset("it they he she their his her its".split())


def _same_subject(scene: Scene, pronoun: str) -> Mention | None:
    if not scene.focus or scene.sentence - scene.focus[-1][0] > 1:
        return None
    mention = scene.focus[-1][1]
    person = scene.names.people.get(mention.name)
    sex = "m" if pronoun in MALE else "f" if pronoun in FEMALE else ""
    if bool(sex) != bool(person) or (sex and person and person.sex not in {"", sex}):
        return None
    scene.note(mention)
    return mention


def subject_of_stretch(scene: Scene, unit: ClauseUnit, span: tuple[int, int]) -> Mention | None:
    """The subject of a clause that begins inside a unit ("..., but no text was agreed"), where a name is it."""
    inside = scene.names.within(unit.start, unit.end)
    first = next((i for i, token in enumerate(unit.tokens) if token.start >= span[0]), None)
    return None if first is None else _subject_at(unit, first, inside)


def _clause_starts(unit: ClauseUnit) -> list[int]:
    """Tokens at which the main clause may begin: the start, or behind the last colon, and behind a leading adverbial."""
    starts = [0]
    for at, token in enumerate(unit.tokens[:-1]):
        if unit.quote[at] < 0 and token.text == ":":
            starts = [at + 1]
        elif token.text == "," and unit.quote[at] < 0 and at < 14:
            opening = unit.low(0)
            if opening in PREPOSITIONS or opening in SUBORDINATORS or opening in ADVERBS or opening.endswith("ing"):
                starts.append(at + 1)
    return [at + (unit.low(at) in CONJUNCTIONS or unit.low(at) in ADVERBS) for at in starts]


def _subject_at(unit: ClauseUnit, first: int, inside: list[Mention]) -> Mention | None:
    """The name in the noun phrase that begins at token `first`, if a name is its head."""
    found: Mention | None = None
    for at in range(first, len(unit.tokens)):
        low = unit.low(at)
        if (
            (low in PREPOSITIONS and not (low == "of" and found is None))
            or low in FINITE_AUXILIARIES
            or unit.tokens[at].text in {",", ":", ";"}
            or unit.quote[at] >= 0
        ):
            break
        start = unit.tokens[at].start
        mention = next((m for m in inside if m.passage.start <= start < m.passage.end), None)
        if mention and mention.kind != "place" and not mention.possessive:
            found = mention
        elif (found and not (low in ROLE_NOUNS or low == "'s")) or (
            found is None
            and mention is None
            and not (
                low in DETERMINERS
                or low in ROLE_NOUNS
                or unit.tokens[at].is_capital
                or low in {"of", "'s", "only", "even"}
            )
        ):
            break
    return found
