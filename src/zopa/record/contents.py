"""Where what is said begins and ends, to the right of a cue ("said in Paris on Tuesday that ...")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.record.clauses import has_verb
from zopa.record.words import (
    ADVERBS,
    CONJUNCTIONS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    PREPOSITIONS,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TEMPORAL,
)  # fmt: skip

if TYPE_CHECKING:
    from zopa.record.clauses import Unit
    from zopa.record.cues import CueVerb

_QUESTION_WORDS = frozenset("whether why how what when where who which if".split())
_ADDRESSEES = frozenset(
    "reporters journalists us me him her them you lawmakers parliament viewers supporters officials delegates the a his "
    "their her our its press media state local an".split()
)
_ZERO_STARTS = DETERMINERS | SUBJECT_PRONOUNS | frozenset("there it many some most few several no one nobody everyone people although though if".split())
_FAR = 16  # tokens of place, time and addressee that may stand between a cue and what it introduces
_MARKS = {",", ":", ";", "—", "–", "-", ".", "…", "..."}


def content_start(unit: Unit, cue_last: int, verb: CueVerb) -> tuple[int, str] | None:
    """(first token of the content, how it is opened) or None: that, quote, colon, comma-quote, wh, to, zero, as, call, of."""
    at = cue_last + 1
    tokens = unit.tokens
    if "c" in verb.frames and "t" not in verb.frames:
        return (at, "call") if at < len(tokens) and unit.low(at) not in {".", ",", "for", "on", "off", "up", "out", "in", "back"} else None
    if "a" in verb.frames:
        described = _described(unit, at)
        if described:
            return at, "as"
    if verb.lemma == "tell" and unit.low(at) in _QUESTION_WORDS:
        return None  # "could not tell what would come of it"
    addressee_done = "o" not in verb.frames
    while at < len(tokens) and at - cue_last <= _FAR:
        low = unit.low(at)
        if unit.opens_quote(at):
            return at, "quote"
        if low == "that" and ("q" in verb.frames or "t" in verb.frames):
            relative = at > cue_last + 1 and unit.low(at + 1) in FINITE_AUXILIARIES
            return (at + 1, "that") if at + 1 < len(tokens) and not relative else None
        if low == ":":
            return (at + 1, "colon") if at + 1 < len(tokens) else None
        if low == ",":
            if unit.opens_quote(at + 1):
                return at + 1, "comma-quote"
            skipped = _parenthesis(unit, at)
            if skipped is None:
                return None
            at = skipped
            continue
        if low in _MARKS or (low in CONJUNCTIONS and at == cue_last + 1) or low == "and":
            return None
        if low in _QUESTION_WORDS and ("w" in verb.frames or (at == cue_last + 1 and verb.kind == "say" and low in {"whether", "why", "how", "what"})):
            return at, "wh"
        if low == "to" and "i" in verb.frames and (at == cue_last + 1 or unit.low(at - 1) == "not"):
            return at, "to"
        if low in {"of", "against", "for"} and "g" in verb.frames and at - cue_last <= 6:
            return at + 1, "of"
        if "t" in verb.frames and "s" not in verb.frames and addressee_done and _starts_clause(unit, at, verb):
            return at, "zero"
        if not addressee_done:
            at, addressee_done = _after_addressee(unit, at), True
        elif low in PREPOSITIONS:
            at = _after_preposition(unit, at)
        elif low in ADVERBS or low in TEMPORAL or low.endswith("ly") or unit.bracket[at] or low == "not":
            at += 1
        elif "t" in verb.frames and "s" not in verb.frames:
            return (at, "zero") if at == cue_last + 1 and _bare_clause(unit, at) else _late_that(unit, at, cue_last)
        else:
            return _late_that(unit, at, cue_last)
    return None


def _late_that(unit: Unit, at: int, cue_last: int) -> tuple[int, str] | None:
    """A "that", colon or quotation behind an object that no rule names ("made a case that"); close by only."""
    for place in range(at, min(len(unit.tokens), cue_last + 9)):
        if unit.low(place) in {"said", "says", "told"}:
            return None  # "who asked not to be named said that": another's words
        if unit.low(place) in {",", ";", "."}:
            return (place + 1, "comma-quote") if unit.opens_quote(place + 1) else None
        if unit.low(place) == "that" and unit.low(place + 1) not in FINITE_AUXILIARIES:
            return place + 1, "that"
        if unit.low(place) == ":" and place + 1 < len(unit.tokens):
            return place + 1, "colon"
    return None


def _described(unit: Unit, at: int) -> bool:
    """True when "as" follows the object of a describing verb before the clause ends."""
    for place in range(at + 1, min(len(unit.tokens), at + 14)):
        low = unit.low(place)
        if low == "as":
            return True
        if low in {",", ";", ":", ".", "that"}:
            return False
    return False


def _parenthesis(unit: Unit, comma: int) -> int | None:
    """Past ", in a blow to his rivals," to the token behind the second comma; None when there is none close by."""
    first = unit.low(comma + 1)
    if first not in PREPOSITIONS and first not in ADVERBS:
        return None
    for at in range(comma + 1, min(len(unit.tokens), comma + 14)):
        if unit.low(at) == ",":
            return at + 1
        if unit.quote[at] >= 0:
            return None
    return None


def _starts_clause(unit: Unit, at: int, verb: CueVerb) -> bool:
    """True when a clause with its own subject and verb begins at token `at`."""
    token = unit.tokens[at]
    if not (token.low in _ZERO_STARTS or (token.is_capital and token.low not in TEMPORAL and token.low not in PREPOSITIONS)):
        return False
    if verb.lemma in {"say", "think", "believe"}:  # hardly ever with a mere object
        return len(unit.tokens) - at > 3
    limit = min(len(unit.tokens) - 1, at + 24)
    return has_verb(unit, at, limit) or any(unit.quote[i] >= 0 for i in range(at, limit + 1))


def _bare_clause(unit: Unit, at: int) -> bool:
    """True for a clause that begins with a bare plural or an adjective ("says inflation remains high")."""
    low = unit.low(at)
    if low in CONJUNCTIONS or low in SUBORDINATORS or not unit.tokens[at].is_word:
        return False
    return has_verb(unit, at, min(len(unit.tokens) - 1, at + 16))


def _after_addressee(unit: Unit, at: int) -> int:
    """Past whoever is told: a pronoun, "reporters", one name, or a short noun phrase."""
    low = unit.low(at)
    if unit.mention[at] >= 0:
        number = unit.mention[at]
        while at < len(unit.tokens) and unit.mention[at] == number:
            at += 1
        return at
    if unit.tokens[at].is_capital:
        while at < len(unit.tokens) and unit.tokens[at].is_capital and unit.tokens[at].is_word:
            at += 1
        return at
    if low in {"me", "us", "him", "her", "them", "you"}:
        return at + 1
    if low in DETERMINERS:
        at += 1
        while at < len(unit.tokens) and unit.tokens[at].is_word and not _ends_phrase(unit, at):
            at += 1
        return at
    return at + 1 if low in _ADDRESSEES or low.endswith("s") else at


def _ends_phrase(unit: Unit, at: int) -> bool:
    low = unit.low(at)
    return low in PREPOSITIONS or low in DETERMINERS or low in SUBJECT_PRONOUNS or low in SUBORDINATORS or low in FINITE_AUXILIARIES or low == "to"


def _after_preposition(unit: Unit, at: int) -> int:
    """Past a preposition and its noun phrase ("in a statement", "on Tuesday")."""
    at += 1
    seen = False
    while at < len(unit.tokens):
        token = unit.tokens[at]
        low = token.low
        if unit.quote[at] >= 0 or not (token.is_word or low == "'s") or low in PREPOSITIONS or low in SUBORDINATORS or low in SUBJECT_PRONOUNS:
            return at
        if (low in DETERMINERS and seen) or low in {"said", "says", "told"}:
            return at
        if seen and unit.mention[at] >= 0 and unit.mention[at - 1] != unit.mention[at] and unit.low(at - 1) not in DETERMINERS:
            return at
        seen = seen or low not in DETERMINERS
        at += 1
    return at


def content_end(unit: Unit, first: int, opened: str, stops: list[int]) -> int:
    """Last token of the content that begins at `first`; `stops` are tokens at which other attributions begin."""
    if opened in {"colon", "comma-quote"} and unit.opens_quote(first):
        return _quotation_end(unit, first)
    last = len(unit.tokens) - 1
    for at in range(first, len(unit.tokens)):
        if unit.quote[at] >= 0 or unit.bracket[at]:
            continue
        low = unit.low(at)
        if at in stops and at > first:
            last = at - 1
            break
        if low == ";" or (low == "according" and unit.low(at + 1) == "to"):
            last = at - 1
            break
        if low == "," and opened in {"call", "as", "of", "to"} and unit.low(at + 1) in {"but", "while", "although", "though", "whereas"}:
            last = at - 1
            break
        if low == "but" and at > first and opened in {"call", "as"}:
            last = at - 1
            break
    return _trim(unit, first, last)


def _trim(unit: Unit, first: int, last: int) -> int:
    while last > first and unit.quote[last] < 0 and (unit.low(last) in {",", "and", "but", "while", "with", "as", "—", "–", ";", ":"} or unit.low(last) in ADVERBS and unit.low(last - 1) in {",", "and", "but"}):
        last -= 1
    return last


def _quotation_end(unit: Unit, first: int) -> int:
    """Last token of the quotation at `first`, and of those that follow it without words between."""
    at = first
    while at < len(unit.tokens):
        number = unit.quote[at]
        while at < len(unit.tokens) and unit.quote[at] == number:
            at += 1
        if at < len(unit.tokens) and unit.bracket[at]:
            while at < len(unit.tokens) and unit.bracket[at]:
                at += 1
        if not unit.opens_quote(at):
            break
    return at - 1
