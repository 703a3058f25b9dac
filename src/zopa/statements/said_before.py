"""What stands before a cue ("..., X said") and goes on behind it ("..., X said, ...")."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.clauses import has_verb
from zopa.statements.contents import content_end
from zopa.text.words import ADVERBS, DETERMINERS, NOUNS_IN_ING, PREPOSITIONS, SUBORDINATORS, TEMPORAL

if TYPE_CHECKING:
    from zopa.statements.clauses import ClauseUnit
    from zopa.statements.contents import Opened

ENDS = frozenset((".", "!", "?", ""))  # tokens at which a sentence is over
_TOLD = frozenset("tell tells told inform informed assure assured remind reminded warn warned ask asked".split())


def content_before(unit: ClauseUnit, clause_first: int, stops: list[int]) -> tuple[int, int] | None:
    """What stands before ", X said": from the start of the clause to the comma or closing mark; None where nothing does."""
    before = clause_first - 1
    if before < 1:
        return None
    if unit.closes_quote(before):
        last = before
    elif unit.low(before) in {",", "—", "–"} or (unit.low(before) in {"?", "!"}):
        last = before - (unit.low(before) not in {"?", "!"})
    else:
        return None
    aside = {"as", "with"}  # "..., with both sides accusing each other, X said": part of what is said
    borders = [s for s in stops if s < before and s + 1 < last and unit.low(s + (unit.low(s) == ",")) not in aside]
    border = max(borders, default=-1)
    first = border + 1
    while border >= 0 and unit.closes_quote(before) and unit.quote[first] != unit.quote[before]:
        first += 1  # what lies between is another's cue
    while first < last and unit.quote[first] < 0 and unit.low(first) in {",", "and", "but", ";", "while"}:
        first += 1
    words = sum(unit.tokens[i].is_word for i in range(first, last + 1))
    quoted = any(unit.quote[i] >= 0 for i in range(first, last + 1))
    inserted = words == 1 and unit.mention[last] >= 0 and first == 0  # "Kyiv, he said, would not sign"
    if not quoted and not inserted and (words < 2 or _is_adverbial(unit, first, last)):
        return None
    return first, last


def _is_adverbial(unit: ClauseUnit, first: int, last: int) -> bool:
    """True for "After the match", "Speaking in Paris", "Started in 1990": no clause that anybody could say."""
    low = unit.low(first)
    if any(unit.low(i) == "," and last - i >= 3 for i in range(first, last)):
        return False  # "If they leave, the fighting will stop": a clause of its own follows
    if low in NOUNS_IN_ING:
        return False
    if low in PREPOSITIONS or low in SUBORDINATORS or low in TEMPORAL or low.endswith(("ing", "ed")) or low in ADVERBS:
        return not has_verb(unit, first + 1, last) or low in SUBORDINATORS or low.endswith(("ing", "ed"))
    return False


def ends_here(unit: ClauseUnit, last: int, opened: Opened | None) -> bool:
    """True when nothing that could be content opens behind the cue: the sentence ends, pauses, or only time and place follow."""
    after = unit.low(last + 1)
    if after in ENDS or after in {",", "—", "–", ";", "("}:
        return not (opened and opened[1] == "that")
    if opened is None:
        return (
            after in PREPOSITIONS
            or after in TEMPORAL
            or after in ADVERBS
            or after in SUBORDINATORS
            or unit.low(last) in _TOLD
        )
    return opened[1] not in {"that", "colon", "zero", "wh", "as", "call", "comma-quote", "quote", "to"}


def resumed(unit: ClauseUnit, last: int, stops: list[int]) -> list[tuple[int, int]]:
    """The second part of "..., X said, ...": a quotation that is no title, or a clause that goes on in lower case."""
    return [span for span in _resumed(unit, last, stops) if not _is_title(unit, *span)]


def _is_title(unit: ClauseUnit, first: int, last: int) -> bool:
    """True for a quotation of two words or more, all capitalised but the small ones: what a page or a song is called."""
    words = [unit.tokens[i] for i in range(first, last + 1) if unit.tokens[i].is_word]
    big = [t for t in words if len(t.text) > 3 or t.is_capital]
    return unit.opens_quote(first) and len(words) > 1 and all(t.is_capital or t.text.isdigit() for t in big)


def _resumed(unit: ClauseUnit, last: int, stops: list[int]) -> list[tuple[int, int]]:
    at = last + 1
    while at < len(unit.tokens) and unit.quote[at] < 0 and unit.low(at) not in {",", "—", "–", "."}:
        at += 1
    if unit.low(at) in {".", ":"} and unit.opens_quote(at + 1):
        return [(at + 1, content_end(unit, at + 1, "comma-quote", []))]
    at += 1
    if at >= len(unit.tokens):
        return []
    if unit.opens_quote(at):
        return [(at, content_end(unit, at, "comma-quote", []))]
    if (
        unit.low(at) in DETERMINERS or unit.low(at) in PREPOSITIONS or unit.tokens[at].text.isdigit()
    ):  # an office, an age
        nxt = next((i for i in range(at, len(unit.tokens)) if unit.low(i) == "," and unit.quote[i] < 0), None)
        if nxt is None or nxt + 1 >= len(unit.tokens):
            return []
        at = nxt + 1
        if unit.opens_quote(at):
            return [(at, content_end(unit, at, "comma-quote", []))]
    if at in stops or any(s in {at, at - 1} for s in stops if s > last + 1):
        return []
    if unit.low(at).endswith("ing") or unit.low(at) in {
        "who",
        "whose",
        "whom",
        "where",
        "which",
        "and",
        "but",
        "while",
        "as",
        "with",
        "citing",
        "when",
        "after",
    }:
        return []
    if unit.tokens[at].is_word and not unit.tokens[at].is_capital and (len(unit.tokens) - at) >= 4:
        return [(at, content_end(unit, at, "zero", [s for s in stops if s > at]))]
    return []
