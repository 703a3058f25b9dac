"""The words and signs that every renderer uses: relations, voices, statuses. No meaning is carried by colour alone."""

from __future__ import annotations

from typing import NamedTuple

NOT_SEARCHED = (
    "Only the documents listed here were read; "
    "no official readout, wire service, archive or social network was searched."
)
"""What a page says at its end where the brief itself does not say what was not searched."""


class RelationWords(NamedTuple):
    """How a relation is told: a sign, a short name for a tag, a heading, and what the reader should know about it."""

    sign: str
    name: str
    heading: str
    note: str


RELATIONS: dict[str, RelationWords] = {
    "contradicted": RelationWords(
        "≠", "contradicted", "They contradict each other", "The accounts cannot both be right as they stand."
    ),
    "opposed-judgement": RelationWords(
        "⇄",
        "opposed judgements",
        "They judge it differently",
        "Assessments or predictions, not facts: both may be held.",
    ),
    "selective-quotation": RelationWords(
        "◐", "different halves", "Same speaker, different halves", "Each account quotes what the other leaves out."
    ),
    "corroborated": RelationWords(
        "=", "corroborated", "More than one says it", "Independent only where the originators are known and differ."
    ),
    "single-source": RelationWords(
        "1", "one account only", "Only one says it", "The others are silent, which is neither agreement nor denial."
    ),
}
"""In the order in which findings are shown."""

VOICES: dict[str, str] = {
    "*": "quoted speaker",
    "~": "reported, not in their own quoted words",
    "°": "another side says so",
    "!": "the author says so",
}


def relation_words(tag: str) -> RelationWords | None:
    """The words for a relation, or None where `tag` is a status that speaks for itself."""
    return RELATIONS.get(tag)


def tag_words(tag: str) -> str:
    """What a tag is called: a relation's short name, or the status with its hyphens opened."""
    known = RELATIONS.get(tag)
    return known.name if known else tag.replace("-", " ").replace("_", " ")


def voice_words(sign: str) -> str:
    """What the sign of a voice means, or the sign itself where it is not one of ours."""
    return VOICES.get(sign.strip(), sign)
