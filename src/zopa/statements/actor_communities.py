"""Peoples inside a state ("Turkish Cypriots") as actors: which words of a sentence belong to one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.peoples import is_named, people_inside

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.text.annotate import Text
    from zopa.text.tagged import Sentence
    from zopa.text.vocabulary import Name


def find_communities(text: Text, known: Mapping[str, Name]) -> frozenset[str]:
    """Communities that a text names in the plural ("Turkish Cypriots")."""
    return frozenset(
        people
        for sentence in text.sentences
        for k, token in enumerate(sentence.tokens)
        if token.low.endswith("s") and (people := _people_at(sentence, k, known)[0])
    )


def community_at(sentence: Sentence, at: int, known: Mapping[str, Name], told: frozenset[str]) -> str | None:
    """The community that a word belongs to, as first or second word or with a hyphen between; None for none.

    Args:
        sentence: the sentence.
        at: place of the word.
        known: states and groups by each word for them.
        told: communities that the text names in the plural.
    """
    for k in (at, at + 1):
        if k == at or (k < len(sentence.tokens) and "-" not in sentence.tokens[k].text):
            people, second = _people_at(sentence, k, known)
            if people and is_named(people, second, told):
                return people
    return None


def _people_at(sentence: Sentence, k: int, known: Mapping[str, Name]) -> tuple[str, str]:
    """The people that a word and the one before it name, or the two halves of a word, and the second of them."""
    first, dash, second = sentence.tokens[k].text.partition("-")
    if not dash:
        if not k or sentence.quote[k - 1] != sentence.quote[k]:
            return "", ""
        first, second = sentence.tokens[k - 1].text, first

    def state(word: str) -> str | None:
        entry = known.get(word.lower())
        return entry.name if entry is not None and entry.kind == "state" else None

    return (people_inside(first, second, state) if first and second else ""), second
