"""Who may be the subject of a word of saying: whether a noun and a form agree, the subject a clause shares, who is announced."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.clauses import NounPhrase, subject_left
from zopa.statements.cues import NOUNLIKE, Cue, find_cues
from zopa.text.words import (
    ANONYMOUS,
    DETERMINERS,
    FINITE_AUXILIARIES,
    PREPOSITIONS,
    ROLE_NOUNS,
    SUBJECT_PRONOUNS,
    TEMPORAL,
)  # fmt: skip

if TYPE_CHECKING:
    from zopa.statements.clauses import ClauseUnit


def introduced_by(unit: ClauseUnit) -> tuple[NounPhrase, tuple[int, int]] | None:
    """Subject and cue of a unit whose colon announces words that follow it, or stand in it without a cue of their own.

    A comma announces them too, where it ends the unit behind a word of saying ("The envoy stated,").
    """
    last = len(unit.tokens) - 1
    colon = next((i for i in range(last, 0, -1) if unit.low(i) == ":" and unit.quote[i] < 0), None)
    if colon is None and last > 0 and unit.low(last) == "," and unit.quote[last] < 0:
        return _announced_before(unit, last)
    if colon is None or (colon < last and not unit.opens_quote(colon + 1)):
        return None
    subject = clause_subject(unit, colon)
    return _announced_before(unit, colon) or ((subject, (colon, colon)) if subject else None)


def _announced_before(unit: ClauseUnit, mark: int) -> tuple[NounPhrase, tuple[int, int]] | None:
    """The nearest word of saying before `mark`, with its subject."""
    cues = [cue for cue in find_cues(list(unit.tokens), unit.usable()) if cue.last < mark and cue.form != "base"]
    for cue in reversed(cues):
        phrase, _, _, _ = subject_left(unit, cue.first)
        if phrase and agrees(unit, cue, phrase):
            return phrase, (cue.first, cue.last)
    return None


def clause_subject(unit: ClauseUnit, verb: int) -> NounPhrase | None:
    """The first name, pronoun or noun phrase of the sentence before `verb`: the subject a later verb shares."""
    for at in range(verb):
        if unit.quote[at] >= 0 or unit.bracket[at]:
            continue
        if unit.low(at) in SUBJECT_PRONOUNS - {"that", "which", "who"}:
            return at, at
        if unit.low(at) in PREPOSITIONS or unit.low(at) in TEMPORAL:
            continue
        if unit.mention[at] >= 0 and unit.low(at - 1) not in PREPOSITIONS:
            return at, _titled_end(unit, at, verb)
        if unit.low(at) in ANONYMOUS:
            return at, at
        if unit.low(at) in {"his", "her", "their", "its"} and unit.low(at + 1) in ROLE_NOUNS:
            return at, at + 1  # "His deputy was blunter"
    return None


def _titled_end(unit: ClauseUnit, first: int, verb: int) -> int:
    """Last token of a name with an office behind it, and who holds it ("the White House spokeswoman, Dana Cole")."""
    last = first
    while last + 1 < verb and (unit.mention[last + 1] >= 0 or unit.low(last + 1) in ROLE_NOUNS | {"'s"}):
        last += 1
    named = last + 2 if unit.low(last) in ROLE_NOUNS and unit.low(last + 1) == "," else verb
    while named < verb and unit.mention[named] >= 0:
        last, named = named, named + 1
    return last


def agrees(unit: ClauseUnit, cue: Cue, phrase: NounPhrase) -> bool:
    """False where a noun-like form ("claims", "reports") is no verb, or the phrase cannot be somebody or some text."""
    head = unit.tokens[phrase[1]]
    low = head.low
    form = unit.low(cue.first)
    if unit.low(cue.last + 1) in FINITE_AUXILIARIES and form in NOUNLIKE:
        return False
    if form == "read" and low in {"it", "he", "she"}:
        return True
    if form not in NOUNLIKE:
        return not (low in TEMPORAL and phrase[0] == phrase[1] and not head.is_capital)
    if (
        low in DETERMINERS - {"this", "that", "some", "all", "both"}
        or unit.low(cue.first - 1) == "'s"
        or low.endswith(("ing", "ed"))
    ):
        return False
    if form.endswith("s") and cue.form == "finite":
        singular = (
            low in {"he", "she", "it", "who", "which"}
            or head.is_capital
            or (not low.endswith("s") and unit.low(phrase[0]) in DETERMINERS)
            or low in {"media", "government", "news"}
        )
        return singular and low not in {"i", "you", "we", "they"}
    plural = (
        low in {"they", "we", "i", "you", "who"} or (low.endswith("s") and not low.endswith("ss")) or low in ANONYMOUS
    )
    return (
        plural
        or form.endswith("ed")
        or (head.is_capital and "and" in {unit.low(i) for i in range(phrase[0], phrase[1])})
    )
