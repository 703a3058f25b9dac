"""Who does a deed and to whom: the noun phrases around the words that tell it.

Light rules on words and capitals, no parser: the doer heads the clause before the deed (after "by" in the passive), the
one it is done to is the first name after it, or the first group of people ("rebels", "the opposition").
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.lemmas import word_set
from zopa.text.words import (
    ADVERBS,
    ANONYMOUS,
    AUXILIARIES,
    DETERMINERS,
    NEGATIONS,
    ORGANISATION_WORDS,
    PREPOSITIONS,
    ROLE_NOUNS,
    TEMPORAL,
)

if TYPE_CHECKING:
    from zopa.text.tokens import Token

Spans = tuple[tuple[int, int], ...]

_CLAUSE_HEADS = word_set(
    ', ; : . ! ? — – ( ) “ ” " « » „ … that which who whom because while whereas but when if as where'
)
_PRONOUNS = word_set(
    """
    he she it they we i you who which that this these those them him us there where here
    """
)
_BE = word_set("is are was were be been being am get got")
_SAYING = word_set(
    """
    say said says announce announced announces declare declared declares claim claimed claims tell told state
    stated states add added report reported reports confirm confirmed stress stressed indicate indicated
    explained explain insists insisted
    """
)
_DUTY = word_set("must should ought needs need")
_OWN = word_set("its his her their our my")  # "withdrew its troops" is done to nobody named
_QUANTITIES = word_set(
    """
    up to some about around nearly more than least at over almost as many only hundreds thousands dozens scores
    """
)
_PEOPLE = word_set(
    """
    government opposition rebels rebel militants protesters demonstrators prisoners hostages guerrillas
    insurgents refugees troops soldiers police army parliament authorities officials leaders diplomats
    inspectors civilians workers students farmers allies partners neighbours neighbors ministers president
    minister company companies journalists candidates separatists islamists sides side parties party factions
    farmers demonstrators unions landowners mediators envoys negotiators activists dissidents immigrants
    residents villagers regime junta military court
    """
)
_MAX_TARGET = 14  # words after the deed
_MAX_DOER = 12  # words of a noun phrase


def find_roles(words: list[Token], start: int, end: int) -> tuple[Spans, Spans]:
    """Spans of who does the deed at the words `start` to `end`, and of whom it is done to; empty where not told."""
    if words[start].low in _DUTY:
        return _asked(words, start)
    subject = _subject(words, start)
    passive = _is_passive(words, start)
    by = _after(words, end, frozenset({"by"})) if passive else ()
    if passive:
        return by, subject
    return subject, _after(words, end, None, stop=subject, first=start)


def _asked(words: list[Token], start: int) -> tuple[Spans, Spans]:
    """Who asks and who is asked in "X said that Y must ...", X and Y."""
    saying = next((at for at in range(start - 1, 0, -1) if words[at].low in _SAYING), 0)
    if not saying:
        return (), _phrases(words, _clause_start(words, start), start)
    asked = _phrases(words, saying + 1, start)
    return _subject(words, saying), asked


def _is_passive(words: list[Token], start: int) -> bool:
    low = words[start].low
    if not (
        low.endswith(("ed", "en", "wn"))
        or low in {"put", "cut", "held", "met", "told", "shot", "sent", "caught", "sought"}
    ):
        return False
    before = [
        word.low for word in words[max(0, start - 3) : start] if word.low not in ADVERBS and not word.low.endswith("ly")
    ]
    return bool(before) and before[-1] in _BE


def _subject(words: list[Token], start: int) -> Spans:
    """The noun phrase that heads the clause of the deed; where that is a pronoun or nothing, of the clause before."""
    end = _before_verbs(words, start)
    if end > 0 and words[end - 1].low in {",", ")"}:  # "X, a neighbour of Y, has ...": over the insertion
        mark = "(" if words[end - 1].low == ")" else ","
        opening = next((at for at in range(end - 2, -1, -1) if words[at].low == mark), 0)
        spans = _phrases(words, _clause_start(words, opening), opening)
        if spans:
            return spans
    for _ in range(3):
        first = _clause_start(words, end)
        spans = _phrases(words, first, end)
        if spans:
            return spans
        end = first - 1
        if end <= 0:
            break
    return ()


def _clause_start(words: list[Token], end: int) -> int:
    first = end
    while first > 0 and words[first - 1].low not in _CLAUSE_HEADS:
        first -= 1
    return first


def _before_verbs(words: list[Token], start: int) -> int:
    """Back over the auxiliaries, adverbs and days that stand between a subject and its verb."""
    end = start
    while end > 0 and (
        words[end - 1].low in AUXILIARIES
        or words[end - 1].low in NEGATIONS
        or words[end - 1].low in ADVERBS
        or words[end - 1].low in TEMPORAL
        or words[end - 1].low == "on"
    ):
        end -= 1
    return end


def _phrases(words: list[Token], first: int, end: int) -> Spans:
    """The noun phrase between `first` and `end`, in two where it joins two names; later ones after "said" win."""
    for at in range(end - 1, first, -1):
        if words[at].low in _SAYING:
            inner = _phrase(words, at + 1, end)
            if inner:
                return _split(words, *inner)
            end = at
    found = _phrase(words, first, end)
    return _split(words, *found) if found else ()


def _phrase(words: list[Token], first: int, end: int) -> tuple[int, int] | None:
    while first < end and (
        words[first].low in ADVERBS
        or words[first].low in PREPOSITIONS
        or words[first].low in {"and", "but", "that", "'s"}
        or words[first].low in TEMPORAL
        or not words[first].is_word
        or words[first].low in _QUANTITIES
    ):
        if (
            words[first].low in PREPOSITIONS and words[first].low not in _QUANTITIES
        ):  # "On Monday", "In a statement": the phrase is no subject
            first = min(end, first + 2)
        else:
            first += 1
    last = first
    while last < end and last - first < _MAX_DOER and not _ends_phrase(words, last):
        last += 1
    while last > first and (
        words[last - 1].low in PREPOSITIONS or words[last - 1].low in DETERMINERS or words[last - 1].low == "'s"
    ):
        last -= 1
    if last <= first or words[first].low in _PRONOUNS or words[first].low == "to":
        return None
    if not any(_may_act(word) for word in words[first:last]):
        return None
    return first, last


def _may_act(word: Token) -> bool:
    """A name, or a word for people or a body of people; a plan, a war or a number does nothing."""
    if word.is_capital:
        return word.low not in DETERMINERS and word.low not in TEMPORAL
    return word.low in _PEOPLE or word.low in ROLE_NOUNS or word.low in ANONYMOUS or word.low in ORGANISATION_WORDS


def _ends_phrase(words: list[Token], at: int) -> bool:
    low = words[at].low
    return (
        low in AUXILIARIES
        or low in NEGATIONS
        or low in TEMPORAL
        or low in _SAYING
        or low in ADVERBS
        or low in _PRONOUNS
        or low == "to"
        or (low.endswith("ly") and not words[at].is_capital)
        or (low in PREPOSITIONS and at + 1 < len(words) and words[at + 1].low in TEMPORAL)
    )


def _split(words: list[Token], first: int, last: int) -> Spans:
    """Two names joined by "and" are two; "Hungarian and Romanian officials" is one."""
    for at in range(first + 1, last - 1):
        if words[at].low != "and":
            continue
        right = words[at + 1 : last]
        if words[at - 1].is_capital and (
            all(word.is_capital or word.low == "of" for word in right) or right[0].low in DETERMINERS
        ):
            return (_span(words, first, at), _span(words, at + 1, last))
    return (_span(words, first, last),)


def _span(words: list[Token], first: int, last: int) -> tuple[int, int]:
    return words[first].start, words[last - 1].end


def _after(
    words: list[Token], end: int, marker: frozenset[str] | None, *, stop: Spans = (), first: int | None = None
) -> Spans:
    """The first name, or group of people, at or after the deed (from the marker on, where one is asked for)."""
    at = end if first is None else first + 1
    limit = min(len(words), end + _MAX_TARGET)
    if marker is not None:
        at = next((i + 1 for i in range(max(0, end - 1), limit) if words[i].low in marker), limit)
    group: Spans = ()
    while at < limit and words[at].low not in {";", ".", "!", "?"} and words[at].low not in {"which", "who"}:
        word = words[at]
        if word.is_capital and word.low not in TEMPORAL and word.low not in DETERMINERS:
            last = at + 1
            while (
                last < limit
                and (words[last].is_capital or words[last].low in {"of", "and", "the"})
                and words[last].low not in TEMPORAL
            ):
                last += 1
            while words[last - 1].low in {"of", "and", "the"}:
                last -= 1
            if words[last].low in _PEOPLE if last < len(words) else False:
                last += 1
            spans = _split(words, at, last)
            if not any(one in stop for one in spans):
                return spans
            at = last
            continue
        if word.low in _PEOPLE and not group and words[at - 1].low not in _OWN:
            group = (_span(words, at, at + 1),)
        at += 1
    return group
