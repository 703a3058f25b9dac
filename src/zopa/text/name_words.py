"""Words by which names are told from other words: particles, buildings, events, and forms like "London-based"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.text.words import (
    ADVERBS,
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    SUBORDINATORS,
    TEMPORAL,
)  # fmt: skip

if TYPE_CHECKING:
    from zopa.text.tokens import Token


PARTICLES = frozenset(
    "de van von bin ibn al el der da di la le du dos ter ten abu ben al- el- del della das zu".split()
)
COMMON_WORDS = ADVERBS | AUXILIARIES | CONJUNCTIONS | DETERMINERS | PREPOSITIONS | PRONOUNS | SUBORDINATORS | TEMPORAL
ALSO_WORDS = words_of("given_word")
EVENT_WORDS = frozenset(
    "round rounds talks meeting meetings summit negotiations agreement agreements accord accords conference process "
    "declaration session".split()
)
PARTING_WORDS = PREPOSITIONS - {"of", "for", "at", "to", "in"}  # words that end a description of somebody
BUILDINGS = frozenset(
    "Kremlin House Pentagon Department Street Whitehall Elysee Élysée Duma Rada Bankova Knesset Zhongnanhai".split()
)


def stands_first(name: str) -> bool:
    """True for a name whose family name stands first, as its hyphened given name tells: "Ri Yong-ho"."""
    return bool(_FAMILY_FIRST.fullmatch(name))


def standing_alone(tokens: list[Token]) -> list[str]:
    """Words with a capital that have none with a capital beside them, as a text goes on to call people."""
    capital = [False, *(t.is_word and t.is_capital for t in tokens), False]
    return [t.text for k, t in enumerate(tokens, 1) if capital[k] and not capital[k - 1] and not capital[k + 1]]


def tells_seat(word: str) -> bool:
    """True for a word that tells where somebody sits or comes from: "London-based"."""
    return bool(_BASED.fullmatch(word))


_BASED = re.compile(r"[A-Z][\w.]*[-‑–](?:based|born|educated|headquartered|listed|raised|registered|trained)")
_FAMILY_FIRST = re.compile(r"[A-Z][a-z]+ [A-Z][a-z]+-[a-z]+")


def other_script(token: Token) -> bool:
    """True for a word that begins with no Latin letter."""
    return token.text[0] > "\u0370"  # behind the Latin letters


def qualifies(tokens: list[Token], i: int, j: int) -> bool:
    """True for "Chinese" in "the Chinese agency", False for "the Chinese said" and for plurals ("Russians")."""
    word = tokens[i].text
    if word.endswith("s") and not word.endswith(("ss", "us")):
        return False
    if j >= len(tokens) or not tokens[j].is_word:
        return False
    low = tokens[j].low
    return not (
        low in AUXILIARIES
        or low in PREPOSITIONS
        or low in CONJUNCTIONS
        or low in SUBORDINATORS
        or low in {"said", "say", "says", "also"}
    )
