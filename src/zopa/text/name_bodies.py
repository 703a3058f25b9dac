"""Names of two words and more that a text tells to be bodies, though no word in them says so: "Deutsche Bahn", "Royal Ahold".

What tells them: "Deutsche Bahn, which ..."; "Deutsche Bahn employees"; "the human resources director of Deutsche Bahn"; and that a text
goes on to call them by the whole name, where it calls people by their last (Halliday & Hasan 1976, 6.4, on how reference is taken up).
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.text.name_context import goes_on_with_office, goes_on_with_who
from zopa.text.words import TITLES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from zopa.text.tokens import Token

_LONGEST = 4  # words of a name
_AGAIN = 2  # times that a name is told in full, for it to tell a body by that alone


def find_bodies(
    runs: Iterable[tuple[list[Token], int, int]], given: Collection[str], alone: Collection[str]
) -> frozenset[str]:
    """The names, as their words parted by blanks.

    Args:
        runs: (words of a sentence, first, one past last) of each run of words with a capital.
        given: given names of people.
        alone: words with a capital that stand somewhere without one beside them.
    """
    told: Counter[str] = Counter()
    shortens = False  # the text goes on to call somebody by the last word of a name
    bodies: set[str] = set()
    people: set[str] = set()
    for tokens, i, j in runs:
        words = [token.text for token in tokens[i:j]]
        shortens = shortens or (len(words) > 1 and words[-1] in alone)
        if not 1 < len(words) <= _LONGEST or words[0] in given or not all(t.is_word for t in tokens[i:j]):
            continue
        name = " ".join(words)
        told[name] += 1
        if _is_person(tokens, i, j):
            people.add(name)
        elif _is_body(tokens, i, j):
            bodies.add(name)
    again = {n for n, count in told.items() if count >= _AGAIN and not set(n.split()) & set(alone)}
    return frozenset((bodies | again if shortens else bodies) - people)


def _is_person(tokens: list[Token], i: int, j: int) -> bool:
    """True behind a title, and before "who" or an office that only a person holds."""
    titled = i > 0 and (tokens[i - 1].low in TITLES | words_of("office") or tokens[i - 1].low == ".")
    return titled or goes_on_with_who(tokens, j) or goes_on_with_office(tokens, j)


def _is_body(tokens: list[Token], i: int, j: int) -> bool:
    """True for "X, which", "X employees", "the director of X"."""
    behind = tokens[j].low if j < len(tokens) else ""
    if behind == "," and j + 1 < len(tokens) and tokens[j + 1].low == "which":
        return True
    if behind in words_of("staff_of"):
        return True
    heads = words_of("head_of") | words_of("head_of_body") | words_of("company_part") | words_of("staff_of")
    leads = i > 1 and tokens[i - 1].low in words_of("of_for") and tokens[i - 2].low in heads
    return leads and not (j < len(tokens) and tokens[j].low == "'s")
