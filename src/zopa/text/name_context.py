"""What stands around a name: the words that describe whoever it names, and marks that tell a person, an initial or a dateline."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.text.name_words import PARTING_WORDS
from zopa.text.words import AUXILIARIES, CONJUNCTIONS, DETERMINERS, PREPOSITIONS, ROLE_NOUNS, SUBORDINATORS, TITLES

if TYPE_CHECKING:
    from zopa.text.tokens import Token

_DESCRIPTION_WORDS = 12  # how far from a name its description may reach


def left_description(tokens: list[Token], i: int) -> list[Token]:
    """The words in front of a name that describe it, back to their article ("the chairman of the committee, X")."""
    start = i
    at = i - 2 if i and tokens[i - 1].text == "," else i - 1
    while at >= 0 and i - at <= _DESCRIPTION_WORDS:
        token = tokens[at]
        if not token.is_word and token.low != "'s":
            break
        if (
            token.low in AUXILIARIES
            or token.low in SUBORDINATORS
            or (token.low in CONJUNCTIONS and not _joins_offices(tokens, at))
            or token.low in PARTING_WORDS
        ):
            break
        start = at
        if token.low in {"the", "a", "an"} and (at == 0 or tokens[at - 1].low not in {"of", "for", "at", "in"}):
            break
        at -= 1
    return tokens[start:i]


def _joins_offices(tokens: list[Token], at: int) -> bool:
    """True for "Foreign Minister and lead negotiator X": one person with two offices; not for "the minister and the negotiator X"."""
    before, behind = tokens[at - 1], tokens[min(at + 1, len(tokens) - 1)]
    return at > 0 and before.low in ROLE_NOUNS and behind.low not in DETERMINERS and not behind.is_capital


def right_description(tokens: list[Token], j: int) -> list[Token]:
    """The words between commas behind a name that describe it; empty where no comma follows."""
    if not (j + 1 < len(tokens) and tokens[j].text == ","):
        return []
    words: list[Token] = []
    for token in tokens[j + 1 : j + 1 + _DESCRIPTION_WORDS]:
        if (not token.is_word and token.low != "'s") or token.low in AUXILIARIES or token.low in SUBORDINATORS:
            break
        words.append(token)
    return words


def has_initials(word: str) -> bool:
    """True for "S.P." and "K.V." before a surname."""
    return re.fullmatch(r"(?:[A-Z]\.){2,3}", word) is not None


def goes_on_with_who(tokens: list[Token], j: int) -> bool:
    """True for "Mira Colt, who led the team": bodies go on with "which"."""
    return j + 1 < len(tokens) and tokens[j].text == "," and tokens[j + 1].low == "who"


def goes_on_with_office(tokens: list[Token], j: int) -> bool:
    """True for "Willie Walsh, the chief executive," and "Nadia Rahl, a lawyer for the port": an office that only a person holds."""
    behind = right_description(tokens, j)
    opened = bool(behind) and (behind[0].low in DETERMINERS or behind[0].low in words_of("own_pronoun"))
    head = next((k for k, token in enumerate(behind) if token.low in PREPOSITIONS), len(behind))
    return opened and head > 1 and behind[head - 1].low in ROLE_NOUNS - words_of("office_of_thing")


def is_initial(tokens: list[Token], i: int) -> bool:
    """True for the letter in "J. Brod" and "J Brod"; "I" and "A" are words where no dot stands behind them."""
    if i + 1 >= len(tokens):
        return False
    behind = tokens[i + 1]
    if len(behind.text) == 1 and behind.is_capital and behind.text != tokens[i].text:
        return tokens[i].low != "a" and is_initial(tokens, i + 1)  # "P G K Menon"
    bare = tokens[i].low not in {"a", "i"} and behind.is_capital and len(behind.text) > _INITIALS
    return behind.text == "." or (bare and not behind.text.isupper() and behind.low not in TITLES)


_INITIALS = 2  # letters; what is longer behind an initial is a surname


def opens_report(tokens: list[Token], colon: int) -> bool:
    """True for "Cairo: A team arrived.": a whole sentence behind the colon, in nobody's own words and no demand, is a report from there."""
    behind = tokens[colon + 1 :]
    if len(behind) < _REPORT or tokens[colon].low != ":" or behind[-1].text != ".":
        return False
    return (
        behind[0].is_word
        and behind[0].is_capital
        and not {t.low for t in behind} & (words_of("we_us") | words_of("modal_must"))
    )


_REPORT = 4  # words and marks of the shortest report behind a dateline
