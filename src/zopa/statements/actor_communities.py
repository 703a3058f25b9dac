"""Peoples told by the name of another state than the one they live in: "Turkish Cypriots", "Bosnian Serbs", "Kosovo Albanians".

They are neither the state of the first word nor that of the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.text.annotate import Text
    from zopa.text.tagged import Sentence
    from zopa.text.vocabulary import Name


def find_communities(text: Text, known: Mapping[str, Name]) -> frozenset[str]:
    """Communities that a text names in the plural ("Turkish Cypriots")."""
    return frozenset(
        name
        for sentence in text.sentences
        for k, token in enumerate(sentence.tokens)
        if token.low.endswith("s") and (name := _of_two_states(sentence, k, known))
    )


def community_at(sentence: Sentence, at: int, known: Mapping[str, Name], told: frozenset[str]) -> str | None:
    """The community that a word belongs to, as first or second word; in the singular only where the plural is told or the word is a noun.

    Args:
        sentence: the sentence.
        at: place of the word.
        known: states and groups by each word for them.
        told: communities that the text names in the plural.

    Returns:
        Its name in the plural, or None: "Greek Turkish border" names two states.
    """
    for k in (at, at + 1):
        name = (
            _of_two_states(sentence, k, known)
            if k == at or (k < len(sentence.tokens) and "-" not in sentence.tokens[k].text)
            else ""
        )
        if name and (name in told or name.lower().rsplit(maxsplit=1)[-1] in words_of("people_noun")):
            return name
    return None


def _of_two_states(sentence: Sentence, k: int, known: Mapping[str, Name]) -> str:
    """The plural of words for two states, the second one for its people, with a blank or a hyphen between; "" where they are none."""
    tokens = sentence.tokens
    first, dash, second = tokens[k].text.partition("-")
    if not dash:
        first, second = tokens[k - 1].text if k else "", first
        if not k or sentence.quote[k - 1] != sentence.quote[k]:
            return ""
    land, people = known.get(first.lower()), known.get(second.lower())
    if land is None or people is None or {land.kind, people.kind} != {"state"} or land.name == people.name:
        return ""
    if not (first[0].isupper() and second[0].isupper()) or first.lower() in words_of("people_noun"):
        return ""
    one = second.removesuffix("s")
    if known.get(one.lower()) is not people or second.lower() in people.name.lower().split():
        return ""  # "Greek Netherlands": no word for a people
    return f"{first} {one}s"
