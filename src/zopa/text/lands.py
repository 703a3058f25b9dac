"""Lands that no table holds, told by the office before which they stand: "the Tamil Nadu chief minister", "Oaxaca Governor Ana Orr".

A land of a text is read as the states of the shipped table are. It must stand by itself elsewhere in the text: "Interim Prime Minister"
names none.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.text.name_words import COMMON_WORDS
from zopa.text.vocabulary import Name, Vocabulary, name_index
from zopa.text.words import ORGANISATION_WORDS, ROLE_NOUNS, TITLES

if TYPE_CHECKING:
    from zopa.sources import Document

_LONGEST = 2  # words of a land
_SHORT = ("CM",)  # offices told by initials behind a land


def with_lands(document: Document, vocabulary: Vocabulary) -> Vocabulary:
    """The vocabulary with the lands of a document; the same where it tells none."""
    lands = find_lands(document.plain, vocabulary)
    if not lands:
        return vocabulary
    named = tuple(Name(land, "state", land, aliases=tuple(f"{land} {office}" for office in _SHORT)) for land in lands)
    return replace(vocabulary, names=(*vocabulary.names, *named))


def find_lands(text: str, vocabulary: Vocabulary) -> list[str]:
    """Lands that stand before an office of government and elsewhere by themselves, in the order in which they are first told."""
    low = text.lower()
    if not any(office in low for office in words_of("governs")) and not any(f" {office} " in text for office in _SHORT):
        return []
    known = {" ".join(words) for ways in name_index(vocabulary).values() for words, _, _ in ways}
    return [
        land for land in _before_offices(text)
        if land not in known and _stands_alone(land, text) and not any(_is_no_land(word) for word in land.split())
    ]  # fmt: skip


def _stands_alone(land: str, text: str) -> bool:
    return re.search(rf"(?<![\w’'-]){re.escape(land)}(?![\w-])(?! [A-Z])", text) is not None


def _before_offices(text: str) -> list[str]:
    """Words with a capital right before an office, at most two of them, each once."""
    offices = "|".join(sorted(map(re.escape, words_of("governs") | {o.lower() for o in _SHORT}), key=len, reverse=True))
    found = re.findall(rf"(?<![\w’'-])((?:[A-Z][^\W\d_]+ ){{1,{_LONGEST}}})(?=(?i:{offices})\b)", text)
    runs = (run.split() for run in found)
    return list(dict.fromkeys(" ".join(run[1:] if len(run) > 1 and _is_no_land(run[0]) else run) for run in runs))


def _is_no_land(word: str) -> bool:
    """True for a word that tells an office, a party, a body or nothing of its own."""
    low = word.lower()
    empty = low in COMMON_WORDS or low in words_of("office_opener") or low in words_of("past_office") or word.isupper()
    return (
        empty
        or low in TITLES | ROLE_NOUNS | ORGANISATION_WORDS
        or low in words_of("portfolio") | words_of("party_people") | words_of("org_party") | words_of("time_noun")
    )
