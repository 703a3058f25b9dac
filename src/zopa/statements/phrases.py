"""Attributions without a verb of saying: "according to X", "X: ...", "a warning that ...", "with the caption ...", "... - X"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.clauses import NounPhrase, noun_phrase_left
from zopa.statements.contents import content_end
from zopa.statements.cues import cue_nouns, find_cues
from zopa.text.words import (
    DETERMINERS,
    FINITE_AUXILIARIES,
    PREPOSITIONS,
    ROLE_NOUNS,
    SUBJECT_PRONOUNS,
    TEMPORAL,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from zopa.statements.attribution import Attribution
    from zopa.statements.clauses import ClauseUnit

_LABEL = 9  # tokens that the speaker of "Name, office: words" may have
_SIGNATURE = 14  # tokens that a speaker behind a dash may have ("- Name, of the charity Open Hand")
_NOUN_REACH = 8  # tokens between a noun that announces words ("a threat to Europe") and the words
_ACCORDING = (("according", "to"), *(("in", "the", noun, "of") for noun in ("words", "view", "opinion")))

_CREDITS = frozenset(
    "image images photo photos photograph picture pictures video file source credit caption map graphic".split()
)


def find_phrase_attributions(unit: ClauseUnit, build: Callable[..., Attribution]) -> Iterator[Attribution]:
    """Attributions of a unit that no verb of saying carries; `build` makes one."""
    yield from _according_to(unit, build)
    labelled = _label(unit, build) or _signature(unit, build)
    if labelled:
        yield labelled
        return
    yield from _nouns(unit, build)


def _according_to(unit: ClauseUnit, build: Callable[..., Attribution]) -> Iterator[Attribution]:
    for at in range(len(unit.tokens) - 2):
        size = next((len(way) for way in _ACCORDING if tuple(unit.low(at + i) for i in range(len(way))) == way), 0)
        if unit.quote[at] >= 0 or not size or at + size >= len(unit.tokens):
            continue
        last = _phrase_end(unit, at + size)
        spans: list[tuple[int, int]] = []
        before = at - 1
        if unit.low(before) == ",":
            before -= 1
        if before >= 1:
            spans.append((_clause_first(unit, before), before))
        after = last + 1
        if unit.low(after) == "," and after + 1 < len(unit.tokens):
            if not spans or _goes_on(unit, after + 1):
                spans.append((after + 1, content_end(unit, after + 1, "zero", [])))
        elif not spans and after < len(unit.tokens):
            spans.append((after, content_end(unit, after, "zero", [])))
        if spans:
            yield build(
                (at + size, last),
                (at, at + size - 1),
                tuple(spans),
                "say",
                "according",
                "according to",
                clause_start=at,
            )


def _goes_on(unit: ClauseUnit, at: int) -> bool:
    """True when the clause goes on behind an inserted ", according to X,"."""
    return not unit.tokens[at].is_capital and unit.low(at) not in {"who", "which", "and", "but", "while"}


def _clause_first(unit: ClauseUnit, last: int) -> int:
    """First token of the clause that ends at `last`: behind a semicolon, or the start of the unit."""
    for at in range(last, -1, -1):
        if unit.quote[at] < 0 and unit.low(at) in {";", ":"}:
            return at + 1
    return 0


def _phrase_end(unit: ClauseUnit, first: int) -> int:
    """Last token of the noun phrase behind "according to", its appositions included."""
    at = first
    while at + 1 < len(unit.tokens):
        nxt = unit.tokens[at + 1]
        if unit.quote[at + 1] >= 0 or (nxt.text in {".", ";", ":", "—", "–", "!", "?"} and not _initial(unit, at + 1)):
            break
        if nxt.text == "," and not _apposition_follows(unit, at + 1):
            break
        if unit.mention[at] >= 0 and unit.mention[at + 1] < 0 and nxt.low in DETERMINERS:
            break
        if nxt.low in FINITE_AUXILIARIES and unit.low(at) not in {"who", "which", "that"}:
            break
        at += 1
        if nxt.text == ",":
            end = _next_comma(unit, at)
            return (end - 1) if end else at - 1
    return at


def _initial(unit: ClauseUnit, at: int) -> bool:
    return (
        unit.tokens[at].text == "."
        and len(unit.tokens[at - 1].text) <= 4
        and unit.tokens[at - 1].is_capital
        and at + 1 < len(unit.tokens)
        and unit.tokens[at + 1].is_capital
    )


def _apposition_follows(unit: ClauseUnit, comma: int) -> bool:
    """True for ", the Kremlin aide," or ", Alireza Mehraban,": a short span that another comma closes."""
    end = _next_comma(unit, comma)
    if end is None or end - comma > 12:
        return False
    first = comma + 1
    span = range(first, end)
    if any(unit.low(i) in FINITE_AUXILIARIES or unit.low(i) in SUBJECT_PRONOUNS - {"who"} for i in span):
        return False
    named = all(unit.mention[i] >= 0 for i in span)
    described = unit.low(first) in {"a", "an", "the", "who"} and any(unit.low(i) in ROLE_NOUNS for i in span)
    return named or described


def _next_comma(unit: ClauseUnit, after: int) -> int | None:
    return next((i for i in range(after + 1, len(unit.tokens)) if unit.low(i) == "," and unit.quote[i] < 0), None)


def _label(unit: ClauseUnit, build: Callable[..., Attribution]) -> Attribution | None:
    """ "Mark Rutte, NATO: ..." or "Rutte: ..." at the start of a unit: a speaker, a colon, words."""
    colon = next((i for i in range(min(_LABEL, len(unit.tokens))) if unit.low(i) == ":" and unit.quote[i] < 0), None)
    if not colon or colon + 1 >= len(unit.tokens):
        return None
    names = [i for i in range(colon) if unit.mention[i] >= 0]
    if any(unit.low(i) in _CREDITS for i in range(colon)):
        return None
    if not names or names[0] > 3 or not (unit.opens_quote(colon + 1) or len({unit.mention[i] for i in names}) == 1):
        return None
    if any(unit.low(i) in FINITE_AUXILIARIES or unit.low(i).endswith("ed") for i in range(colon)):
        return None
    if find_cues(list(unit.tokens[names[-1] + 1 : colon]), [True] * colon):
        return None  # "Rutte said: ...": the verb announces the words
    if not unit.opens_quote(colon + 1) and len(names) < colon:
        return None
    span = (colon + 1, content_end(unit, colon + 1, "colon", []))
    return build((0, colon - 1), (colon, colon), (span,), "say", "label", ":", clause_start=0)


def _signature(unit: ClauseUnit, build: Callable[..., Attribution]) -> Attribution | None:
    """A quotation with its author behind a dash: "..." - Matthew Ingram."""
    if not unit.opens_quote(0):
        return None
    end = next((i for i in range(len(unit.tokens)) if unit.closes_quote(i)), None)
    if end is None or unit.low(end + 1) not in {"-", "–", "—"} or end + 2 >= len(unit.tokens):
        return None
    last = len(unit.tokens) - 1
    if last - end > _SIGNATURE or unit.mention[end + 2] < 0:
        return None
    return build((end + 2, last), (end + 1, end + 1), ((0, end),), "say", "signature", "-", clause_start=end + 1)


def _nouns(unit: ClauseUnit, build: Callable[..., Attribution]) -> Iterator[Attribution]:
    for at, token in enumerate(unit.tokens):
        kind = cue_nouns().get(token.low)
        if kind is None or unit.quote[at] >= 0 or unit.bracket[at] or at == 0:
            continue
        opened = _opened(unit, at)
        if opened is None:
            continue
        source = _possessor(unit, at) or _subject_before(unit, at)
        if source is None:
            continue
        first, frame = opened
        yield build(
            source,
            (at, at),
            ((first, content_end(unit, first, frame, [])),),
            kind,
            frame,
            token.low,
            clause_start=source[0],
        )


def _opened(unit: ClauseUnit, noun: int) -> tuple[int, str] | None:
    """Where the words begin that a noun announces: behind "that", a colon with a quotation, or a quotation at once."""
    after = noun + 1
    if unit.low(after) == "that" and after + 1 < len(unit.tokens):
        follows = unit.low(after + 1)
        relative = follows in FINITE_AUXILIARIES or follows.endswith("ed") or follows in {"made", "came", "went"}
        return None if relative else (after + 1, "that")
    if unit.opens_quote(after) and unit.low(noun - 1) in DETERMINERS | {"with", "'s"}:
        return after, "quote"
    for at in range(after, min(len(unit.tokens) - 1, noun + _NOUN_REACH)):
        if unit.low(at) == ":" and unit.opens_quote(at + 1):
            return at + 1, "colon"
        if unit.low(at) in {",", ".", ";"} or unit.quote[at] >= 0:
            return None
    return None


def _possessor(unit: ClauseUnit, noun: int) -> NounPhrase | None:
    """ "X's warning", "his claim", "a warning by X"."""
    at = noun - 1
    while (
        at >= 0
        and unit.tokens[at].is_word
        and not unit.tokens[at].is_capital
        and unit.low(at) not in DETERMINERS
        and noun - at <= 3
    ):
        at -= 1
    if unit.low(at) == "'s" and at > 0:
        if unit.mention[at - 1] < 0:
            return noun_phrase_left(unit, at - 1)
        first = at - 1
        while first > 0 and unit.mention[first - 1] == unit.mention[at - 1]:
            first -= 1
        return first, at - 1
    if unit.low(at) in {"his", "her", "their", "its"}:
        return at, at
    if unit.low(noun + 1) in {"by", "from"} and noun + 2 < len(unit.tokens):
        return noun + 2, _phrase_end(unit, noun + 2)
    return None


def _subject_before(unit: ClauseUnit, noun: int) -> NounPhrase | None:
    """The subject of the clause in which the noun stands: the nearest clause start's first name or pronoun."""
    start = 0
    for at in range(noun - 1, -1, -1):
        if unit.quote[at] < 0 and (unit.low(at) in {";", "that"} or (unit.low(at) == "," and at < noun - 2)):
            start = at + 1
            break
    for at in range(start, noun):
        if unit.low(at) in SUBJECT_PRONOUNS - {"that", "which", "who"}:
            return at, at
        if unit.mention[at] >= 0 and unit.low(at - 1) not in PREPOSITIONS and unit.low(at) not in TEMPORAL:
            last = at
            while last + 1 < noun and unit.mention[last + 1] == unit.mention[at]:
                last += 1
            return at, last
    return None
