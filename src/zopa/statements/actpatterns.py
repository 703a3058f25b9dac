"""The table of acts, read once, and the search for its patterns in a sentence.

`en/act_patterns.tsv` says at its head how a pattern is written. Here it becomes `Pattern` values, found by the base
forms of their first word, so that a sentence is only held against the patterns that can begin at one of its words.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from zopa.text.lemmas import lemma, word_set
from zopa.text.words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, NEGATIONS, PREPOSITIONS, PRONOUNS

if TYPE_CHECKING:
    from zopa.text.tokens import Token

BREAKS = word_set(", ; : . ! ? — – ( ) …")
_BARRIERS = BREAKS | word_set("who which whose whom while when because after although")
_NOUN_TOO = word_set(
    """
    aid support protest attack demand request appeal offer visit talk help strike march rally charge trade ban
    block blame promise pledge order release return view question probe host plan fund finance arm train shelter
    back free press veto boycott raid arrest transfer exchange contact phone call riot fire surrender retreat
    swap vow warn threat sanction guarantee jail team tour base embargo blockade exile exit vote sign purchase
    export import sale shell bomb fight wound force limit control restrict team favor favour regret concern
    doubt challenge suspect link patrol march walk move fine purge hack rebel blast rap praise salute honor
    honour compliment welcome clash dismiss review debate tour ring broker brief pardon push lobby petition
    campaign bid counsel advise need want hope wish aim mean term project estimate judge suit sue claim object
    fault ridicule scorn assault kill torture ambush murder massacre ship land house stone mass mark set cut
    open free close stop halt end start begin resume escort supply equip feed record report state note find
    sentence try hold post compromise yield resort present process document program force board minister premier
    guard peace police
    """
)
_BEFORE_VERB = AUXILIARIES | PRONOUNS | NEGATIONS | CONJUNCTIONS | word_set("to who which that also not never")
_STANDS_ALONE = word_set("all both some these those this that")  # "both agreed"
_SAME_PAST = word_set("cut put set shut let hit quit split beat broadcast")
_NOUNS_IN_ING = word_set(
    """
    meeting building hearing training funding bombing fighting shelling briefing finding trading
    """
)
_ONLY_AIMED = word_set("at about of for from")  # "aimed at ending the war" tells of no end
_OPENS_OBJECT = DETERMINERS | PRONOUNS | word_set("to that for on against them him over with down up out in into")


@dataclass(frozen=True, slots=True)
class PatternElement:
    """One place of a pattern: base forms, exact forms, a gap of up to `gap` words, or any `one` word but "to"."""

    bases: frozenset[str]
    exact: frozenset[str]
    gap: int = 0
    one: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """One row of the table.

    Attributes:
        elements: what stands one behind the other.
        kind: PLOVER's kind, or INTENT, ASSAULT, MOBILIZE, NONE.
        act: our act, "" for the kind's own.
        weight: 1 to 5.
        frame: it governs the deed that follows.
        keeps: the deed keeps its kind under a frame.
        noun: its first word may be a noun.
    """

    elements: tuple[PatternElement, ...]
    kind: str
    act: str
    weight: int
    frame: bool
    keeps: bool
    noun: bool


@dataclass(frozen=True, slots=True)
class Event:
    """A pattern found at the words `start` to `end` (indices of tokens, end exclusive)."""

    start: int
    end: int
    pattern: Pattern


@cache
def act_patterns() -> dict[str, list[Pattern]]:
    """The shipped table: base or exact form of the first word, to the patterns that begin with it."""
    text = files("zopa.statements").joinpath("en", "act_patterns.tsv").read_text(encoding="utf-8")
    return parse_act_patterns(text)


def parse_act_patterns(text: str) -> dict[str, list[Pattern]]:
    """Patterns by their first word.

    Args:
        text: the table, as its own head describes it.

    Raises:
        ValueError: a row without four columns, an unknown class, or a weight that is no number.
    """
    classes: dict[str, list[str]] = {}
    index: dict[str, list[Pattern]] = defaultdict(list)
    for line in text.splitlines():
        if line.startswith("@"):
            name, words = line[1:].split("=", 1)
            classes[name.strip()] = words.split()
        elif line.strip() and not line.startswith("#"):
            pattern = _parse_row(line, classes)
            for word in pattern.elements[0].bases | pattern.elements[0].exact:
                index[word].append(pattern)
    return dict(index)


def _parse_row(line: str, classes: dict[str, list[str]]) -> Pattern:
    columns = line.split("\t")
    if len(columns) != 4:
        raise ValueError(f"expected pattern, kind, act and weight, parted by tabs, got {line!r}")
    parts = columns[0].split()
    noun, frame, keeps = "~" in parts, ">" in parts, "!" in parts
    elements = tuple(_parse_element(part, classes) for part in parts if part not in {"~", ">", "!"})
    while elements and elements[-1].gap:
        elements = elements[:-1]
    act = "" if columns[2] == "-" else columns[2]
    return Pattern(elements, columns[1], act, int(columns[3]), frame, keeps, noun)


def _parse_element(part: str, classes: dict[str, list[str]]) -> PatternElement:
    if part == "+":
        return PatternElement(frozenset(), frozenset(), one=True)
    gap = re.fullmatch(r"\*(\d*)", part)
    if gap:
        return PatternElement(frozenset(), frozenset(), int(gap.group(1) or 3))
    bases: set[str] = set()
    exact: set[str] = set()
    for word in part.split("|"):
        if word.startswith("="):
            exact.add(word[1:])
        elif word.startswith("@"):
            if word[1:] not in classes:
                raise ValueError(f"expected a class defined above, got {word!r}")
            bases.update(classes[word[1:]])
        else:
            bases.add(word)
    return PatternElement(frozenset(bases), frozenset(exact))


def base_forms(token: Token) -> tuple[str, ...]:
    """Base forms of a word; contractions give the parts that they are made of."""
    low = token.low
    if low in {"won't", "cannot", "can't"}:
        return ("will" if low == "won't" else "can", "not", low)
    if low.endswith("n't"):
        return (*lemma(low[:-3]), "not", low)
    if low.endswith("'ll"):
        return ("will", low[:-3], low)
    return lemma(low)


def find_events(tokens: list[Token], bases: list[tuple[str, ...]]) -> list[Event]:
    """Every pattern at every word where it can stand, in the order of the words; the longest of one row only."""
    table = act_patterns()
    events: list[Event] = []
    for at, forms in enumerate(bases):
        verb: bool | None = None
        for pattern in {id(p): p for form in forms for p in table.get(form, ())}.values():
            if not pattern.noun:
                verb = _stands_as_verb(tokens, bases, at) if verb is None else verb
                if not verb:
                    continue
            end = _match(pattern.elements, 0, tokens, bases, at)
            if end:
                events.append(Event(at, end, pattern))
    return events


def _match(
    elements: tuple[PatternElement, ...], place: int, tokens: list[Token], bases: list[tuple[str, ...]], at: int
) -> int:
    """One past the last word of the match that begins at `at`, 0 if there is none."""
    if place == len(elements):
        return at
    element = elements[place]
    if element.gap:
        for skipped in range(element.gap + 1):
            end = _match(elements, place + 1, tokens, bases, at + skipped)
            if end:
                return end
            if at + skipped >= len(tokens) or tokens[at + skipped].low in _BARRIERS:
                return 0
        return 0
    if at >= len(tokens):
        return 0
    if element.one:
        fits = tokens[at].is_word and tokens[at].low != "to"
        return _match(elements, place + 1, tokens, bases, at + 1) if fits else 0
    if tokens[at].low in element.exact or not element.bases.isdisjoint(bases[at]):
        return _match(elements, place + 1, tokens, bases, at + 1)
    return 0


def _stands_as_verb(  # noqa: PLR0911 - one sign a line, in order
    tokens: list[Token], bases: list[tuple[str, ...]], at: int
) -> bool:
    """A light guess: articles and prepositions come before nouns, and words that are both need a sign of a verb."""
    low = tokens[at].low
    before = tokens[at - 1].low if at else ""
    if (before in DETERMINERS and before not in _STANDS_ALONE) or before == "'s":
        return False
    if tokens[at].is_capital and at and before not in {"“", '"', "‘", "«"} and _titled(tokens):
        return False
    if low.endswith("ing"):
        if low in _NOUNS_IN_ING:
            return before in AUXILIARIES or before in {"by", "after", "before", "not", ",", "also"}
        return before not in _ONLY_AIMED
    if before in PREPOSITIONS and before not in {"to", "than", "like"}:
        return False
    if low.endswith("ed") or low in _SAME_PAST or (bases[at][0] != low and not low.endswith("s")):
        return True
    if not any(form in _NOUN_TOO for form in bases[at]):
        return True
    if before in _BEFORE_VERB or before.endswith("ly") or not at:
        return True
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if before.endswith("ed"):
        return False
    if low in bases[at][:1] and not low.endswith("s"):
        return (
            before.endswith("s")
            and not before.endswith("ss")
            and following is not None
            and (following.low in _OPENS_OBJECT or following.is_capital)
        )
    return following is not None and (following.low in _OPENS_OBJECT or following.is_capital)


def _titled(tokens: list[Token]) -> bool:
    """A capital inside a name ("Security Council", "Defence Secretary"), not in a headline of capitals."""
    return not all(t.is_capital for t in tokens if t.is_word and len(t.low) > 4)
