"""Where what is said begins and ends, to the right of a cue ("said in Paris on Tuesday that ...")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.clauses import has_verb
from zopa.statements.cues import cue_nouns
from zopa.text.words import (
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
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.cues import CueVerb

Opened = tuple[int, str]  # first token of the content, and what opens it

_QUESTION_WORDS = frozenset("whether why how what when where who which if".split())
_ADDRESSEES = frozenset(
    "reporters journalists us me him her them you lawmakers parliament viewers supporters officials delegates the a his "
    "their her our its press media state local an".split()
)
_ZERO_STARTS = (
    DETERMINERS
    | SUBJECT_PRONOUNS
    | frozenset("there it many some most few several no one nobody everyone people although though if".split())
)
CHARGES = frozenset({"accuse", "blame"})
_CONDITIONS = frozenset("by without under until since despite given".split())  # not of the saying, as "in Paris" is
_CONTRASTS = frozenset("but while although though whereas".split())
_FAR = 16  # tokens of place, time and addressee that may stand between a cue and what it introduces
_PARTICLES = frozenset(". , for on off up out in back".split())  # "called off", "called for": no name is given
_MARKS = {",", ":", ";", "—", "–", "-", ".", "…", "..."}


def content_start(unit: ClauseUnit, cue_last: int, verb: CueVerb) -> Opened | None:
    """Where the content behind a cue begins and what opens it, or None where nothing that could be content does.

    What opens it: that, quote, colon, comma-quote, wh, to, of, zero (a bare clause), as ("describe X as"), call ("call X Y").
    """
    at = cue_last + 1
    if at >= len(unit.tokens) or (verb.lemma == "tell" and unit.low(at) in _QUESTION_WORDS):
        return None  # "could not tell what would come of it"
    if verb.frames == "Q" or verb.lemma in CHARGES or ("c" in verb.frames and "t" not in verb.frames):
        return _opened_by_frame(unit, at, verb)
    if "a" in verb.frames and _described(unit, at):
        return at, "as"
    if unit.low(at) in _CONDITIONS and _takes_clause(verb) and _inserted_before_clause(unit, at):
        return at, "zero"
    hearer = "o" in verb.frames
    while at < len(unit.tokens) and at - cue_last <= _FAR:
        opened = _opened_by_mark(unit, at) or _opened_by_word(unit, at, cue_last, verb)
        if opened is None and not hearer and _takes_clause(verb) and _starts_clause(unit, at, verb):
            opened = at, "zero"
        if opened or _breaks_off(unit, at, cue_last):
            return opened
        after = _parenthesis(unit, at) if unit.low(at) == "," else _skipped(unit, at, hearer=hearer)
        if after is None and unit.low(at) != ",":
            return _last_resort(unit, at, cue_last, verb)
        if after is None:
            return None
        at, hearer = after, hearer and unit.low(at) == ","
    return None


def _opened_by_frame(unit: ClauseUnit, at: int, verb: CueVerb) -> Opened | None:
    """Behind a verb that takes one thing only: a quotation ("call for"), a name ("dub"), a charge ("accuse")."""
    if verb.frames == "Q":
        return (at, "quote") if unit.opens_quote(at + (unit.low(at) in DETERMINERS)) else None
    if verb.lemma in CHARGES:
        return _charged(unit, at)
    return (at, "call") if unit.low(at) not in _PARTICLES else None


def _opened_by_mark(unit: ClauseUnit, at: int) -> Opened | None:
    """A quotation mark or a colon opens the content, whatever the verb."""
    if unit.opens_quote(at):
        return at, "quote"
    if unit.low(at) == ":" and at + 1 < len(unit.tokens):
        return at + 1, "colon"
    return (at + 1, "comma-quote") if unit.low(at) == "," and unit.opens_quote(at + 1) else None


def _opened_by_word(unit: ClauseUnit, at: int, cue_last: int, verb: CueVerb) -> Opened | None:
    """ "that", a question word, "to" or "of" opens it, where the verb's frames allow."""
    low, near = unit.low(at), at == cue_last + 1
    if low == "that" and set("qt") & set(verb.frames) and at + 1 < len(unit.tokens):
        return None if not near and unit.low(at + 1) in FINITE_AUXILIARIES else (at + 1, "that")
    asked = near and verb.kind == "say" and low in {"whether", "why", "how", "what"}
    if low in _QUESTION_WORDS and ("w" in verb.frames or asked):
        return at, "wh"
    if low == "to" and "i" in verb.frames and (near or unit.low(at - 1) == "not"):
        return at, "to"
    return (at + 1, "of") if low in {"of", "against", "for"} and "g" in verb.frames and at - cue_last <= 6 else None


def _takes_clause(verb: CueVerb) -> bool:
    return "t" in verb.frames and "s" not in verb.frames


def _breaks_off(unit: ClauseUnit, at: int, cue_last: int) -> bool:
    """True where no content can follow any more: a mark, a conjunction, or a relative "that"."""
    low = unit.low(at)
    if low == "that":
        return True
    return low in _MARKS - {","} or low == "and" or (low in CONJUNCTIONS and at == cue_last + 1)


def _skipped(unit: ClauseUnit, at: int, *, hearer: bool) -> int | None:
    """Past whoever is told, a place or a time to the next token; None for anything else."""
    low = unit.low(at)
    if hearer:
        return _after_addressee(unit, at)
    if low in PREPOSITIONS:
        return _after_preposition(unit, at)
    skippable = low in ADVERBS or low in TEMPORAL or low.endswith("ly") or unit.bracket[at] or low == "not"
    return at + 1 if skippable else None


def _last_resort(unit: ClauseUnit, at: int, cue_last: int, verb: CueVerb) -> Opened | None:
    """A clause that begins with a bare noun right behind the cue, else a "that", colon or quotation close by."""
    if _takes_clause(verb) and at == cue_last + 1 and _bare_clause(unit, at):
        return at, "zero"
    return _late_that(unit, at, cue_last)


def _late_that(unit: ClauseUnit, at: int, cue_last: int) -> Opened | None:
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


def _inserted_before_clause(unit: ClauseUnit, at: int) -> bool:
    """True where a clause follows the comma behind the phrase at `at` ("estimated by 2030, a town would ...")."""
    comma = _after_preposition(unit, at)
    if unit.low(comma) != "," or unit.opens_quote(comma + 1):
        return False
    return unit.low(comma + 1) not in {"that", "who", "which", "and", "but"} and has_verb(
        unit, comma + 1, len(unit.tokens) - 1
    )


def _charged(unit: ClauseUnit, at: int) -> Opened | None:
    """Behind the "of" or "for" of "accused X of selling out", over whoever is accused."""
    for place in range(at + 1, min(len(unit.tokens) - 1, at + 14)):
        low = unit.low(place)
        deed = unit.opens_quote(place + 1) or unit.low(place + 1).endswith("ing")
        if low in {"of", "for"} and unit.quote[place] < 0 and deed:
            return place + 1, "of"
        if low in {",", ";", ":", "."}:
            return None
    return None


def _described(unit: ClauseUnit, at: int) -> bool:
    """True when "as" follows the object of a describing verb before the clause ends."""
    for place in range(at + 1, min(len(unit.tokens), at + 28)):
        low = unit.low(place)
        if low == "as" and (place < at + 14 or unit.opens_quote(place + 1)):
            return True
        if low in {",", ";", ":", ".", "that"}:
            return False
    return False


def _parenthesis(unit: ClauseUnit, comma: int) -> int | None:
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


def _starts_clause(unit: ClauseUnit, at: int, verb: CueVerb) -> bool:
    """True when a clause with its own subject and verb begins at token `at`."""
    token = unit.tokens[at]
    if not (
        token.low in _ZERO_STARTS or (token.is_capital and token.low not in TEMPORAL and token.low not in PREPOSITIONS)
    ):
        return False
    if verb.lemma in {"say", "think", "believe"}:  # hardly ever with a mere object
        return len(unit.tokens) - at > 3
    limit = min(len(unit.tokens) - 1, at + 24)
    if _is_object(unit, at, limit):
        return False
    return has_verb(unit, at, limit) or any(unit.quote[i] >= 0 for i in range(at, limit + 1))


def _bare_clause(unit: ClauseUnit, at: int) -> bool:
    """True for a clause that begins with a bare plural or an adjective ("says inflation remains high")."""
    low = unit.low(at)
    if low in CONJUNCTIONS or low in SUBORDINATORS or not unit.tokens[at].is_word:
        return False
    limit = min(len(unit.tokens) - 1, at + 16)
    return has_verb(unit, at, limit) and not _is_object(unit, at, limit)


def _is_object(unit: ClauseUnit, at: int, limit: int) -> bool:
    """True for a noun with a relative clause ("conceded a goal which ..."), which is no clause of its own."""
    relative = next((i for i in range(at + 1, limit) if unit.low(i) in {"which", "who"}), None)
    return bool(relative) and unit.low(relative - 1) != "," and not has_verb(unit, at, relative - 1)


def _after_addressee(unit: ClauseUnit, at: int) -> int:
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


def _ends_phrase(unit: ClauseUnit, at: int) -> bool:
    low = unit.low(at)
    return (
        low in PREPOSITIONS
        or low in DETERMINERS
        or low in SUBJECT_PRONOUNS
        or low in SUBORDINATORS
        or low in FINITE_AUXILIARIES
        or low == "to"
    )


def _after_preposition(unit: ClauseUnit, at: int) -> int:
    """Past a preposition and its noun phrase ("in a statement", "on Tuesday")."""
    at += 1
    seen = False
    while at < len(unit.tokens):
        token = unit.tokens[at]
        low = token.low
        if (
            unit.quote[at] >= 0
            or not (token.is_word or low == "'s")
            or low in PREPOSITIONS
            or low in SUBORDINATORS
            or low in SUBJECT_PRONOUNS
        ):
            return at
        if (low in DETERMINERS and seen) or low in {"said", "says", "told"}:
            return at
        if (
            seen
            and unit.mention[at] >= 0
            and unit.mention[at - 1] != unit.mention[at]
            and unit.low(at - 1) not in DETERMINERS
        ):
            return at
        seen = seen or low not in DETERMINERS
        at += 1
    return at


def content_end(unit: ClauseUnit, first: int, opened: str, stops: list[int]) -> int:
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
        if low == ":" and opened in {"to", "that", "zero", "of", "wh"} and unit.opens_quote(at + 1):
            last = at - 1  # 'threatened to go on: "..."': the quotation stands for itself
            break
        if low == ";" or (low == "according" and unit.low(at + 1) == "to"):
            last = at - 1
            break
        if low == "," and opened in {"call", "as", "of", "to"} and unit.low(at + 1) in _CONTRASTS:
            last = at - 1
            break
        if opened == "quote" and unit.closes_quote(at - 1) and unit.low(at + (low == ",")) in _CONTRASTS:
            last = at - 1  # 'the letter reads "...", but no plan exists'
            break
        if low == "," and opened == "of" and unit.low(at + 1) in DETERMINERS and unit.low(at + 2) in cue_nouns():
            last = at - 1  # "of stealing water, a charge it denies"
            break
        if low == "but" and at > first and opened in {"call", "as"}:
            last = at - 1
            break
    return _trim(unit, first, last)


def _trim(unit: ClauseUnit, first: int, last: int) -> int:
    while (
        last > first
        and unit.quote[last] < 0
        and (
            unit.low(last) in {",", "and", "but", "while", "with", "as", "—", "–", ";", ":"}
            or (unit.low(last) in ADVERBS and unit.low(last - 1) in {",", "and", "but"})
        )
    ):
        last -= 1
    return last


def _quotation_end(unit: ClauseUnit, first: int) -> int:
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
