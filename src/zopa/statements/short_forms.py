"""Long names with their short form in brackets: "Rail, Harbour and Transport Union (RHTU)", "Network Rail (NR)".

The short form is told by its letters, as in Schwartz & Hearst (2003), "A simple algorithm for identifying abbreviation definitions",
with whole words instead of letters inside words: names of bodies are shortened to their initials.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.actor_names import kind_of
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.text.tagged import Sentence

_SHORTEST, _LONGEST = 2, 8  # letters of a short form
_REACH = 16  # words before the bracket


@dataclass(frozen=True, slots=True)
class ShortForm:
    """A long name at words `first` to `last` (inclusive) of a sentence, its short form at word `at`, and the noun that tells its kind."""

    name: str
    short: str
    first: int
    last: int
    at: int
    noun: str


def find_short_forms(sentence: Sentence) -> list[ShortForm]:
    """All of a sentence, in order; empty where no word in brackets is made of initials in front of it."""
    tokens = sentence.tokens
    found: list[ShortForm] = []
    for at in range(2, len(tokens) - 1):
        short = tokens[at].text
        bracketed = tokens[at - 1].low == "(" and tokens[at + 1].low == ")"
        if not bracketed or not _is_short(short) or not _SHORTEST <= len(short) <= _LONGEST:
            continue
        first = _first_of_long(sentence, short.upper(), at - 2)
        first = _named_otherwise(sentence, at - 2) if first is None and short.isupper() else first
        if first is None:
            continue
        text = sentence_text(sentence, first, at - 2).replace("’", "'")
        noun = tokens[at + 2].low if at + 2 < len(tokens) and tokens[at + 2].tag == "NOUN" else ""
        found.append(ShortForm(text, short, first, at - 2, at, noun if noun in words_of("collective") else ""))
    return found


def _named_otherwise(sentence: Sentence, last: int) -> int | None:
    """Where a body's name begins whose short form comes from another language: "Finnish Transport Union (AKT)"."""
    first = last
    while first > 0 and last - first < _REACH and _may_belong(sentence, first - 1):
        first -= 1
    while first < last and (not sentence.tokens[first].text[0].isupper() or sentence.tokens[first].tag == "DET"):
        first += 1
    capitals = sum(t.text[0].isupper() for t in sentence.tokens[first : last + 1])
    told = kind_of(sentence_text(sentence, first, last)) != "group"
    return first if capitals > 1 and told else None


def _is_short(word: str) -> bool:
    """True for initials in capitals, or written as a word of at least four letters ("Untu")."""
    return word.isalpha() and (word.isupper() or (word.istitle() and len(word) >= _AS_A_WORD))


_AS_A_WORD = 4  # letters of initials that are read as a word


def sentence_text(sentence: Sentence, first: int, last: int) -> str:
    """The words from `first` to `last` as they stand, with one blank between."""
    parts: list[str] = []
    for before, token in zip((None, *sentence.tokens[first:last]), sentence.tokens[first : last + 1], strict=True):
        glued = before is not None and before.end == token.start
        parts.append(token.text if glued or not parts else f" {token.text}")
    return "".join(parts)


def _first_of_long(sentence: Sentence, short: str, last: int) -> int | None:
    """Where the long form begins: the nearest capital from which the initials hold all letters, and what belongs to it in front."""
    tokens = sentence.tokens
    start = None
    letters: list[str] = []
    k = last
    while k >= max(0, last - _REACH) and _may_belong(sentence, k):
        if tokens[k].text[0].isupper():
            letters[:0] = [part[0] for part in tokens[k].text.split("-") if part[:1].isupper()]
            if tokens[k].text[0] == short[0] and _holds("".join(letters), short):
                start = k
                break
        k -= 1
    if start is None:
        return None
    while start > 1 and _may_belong(sentence, start - 1) and tokens[start - 1].low not in words_of("possessive_mark"):
        before = next(
            (m for m in range(start - 1, -1, -1) if tokens[m].text[0].isupper() or not _may_belong(sentence, m)), -1
        )
        if before < 0 or not tokens[before].text[0].isupper():
            break
        start = before  # "National Union of Rail, ..."
    return start


def _may_belong(sentence: Sentence, k: int) -> bool:
    token = sentence.tokens[k]
    if token.low in words_of("time_noun") | words_of("title"):
        return False
    hyphen = token.low in words_of("dash") and k > 0 and sentence.tokens[k - 1].end == token.start
    return token.text[0].isupper() or token.low in words_of("inside_name") or hyphen


def _holds(initials: str, short: str) -> bool:
    """True where the letters of `short` stand in `initials` in their order."""
    rest = iter(initials)
    return all(letter in rest for letter in short)
