"""Given names that are also words: "April Tarn", "Will Ker", "May Brom" beside "in April", "will" and "may"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.text.vocabulary import default_vocabulary, name_index
from zopa.text.words import ORGANISATION_WORDS, PREPOSITIONS, TEMPORAL

if TYPE_CHECKING:
    from zopa.text.vocabulary import Vocabulary

_SURNAME = re.compile(r"[ \u00a0](?:[A-Z]\.[ \u00a0])?(?P<surname>[^\W\d_][\w'’\-]+)")
_WORD_BEFORE = re.compile(r"([\w'’\-]{1,23})[ \u00a0]$")
_OPENS = re.compile(r"(?:[.!?][”\"’'»)]*\s+|\n\s*|^\s*)[“\"‘'«(]?$")
_GOES_ON = (",", ";", ":")
_SENTENCE = re.compile(r"[^.!?\n]{0,300}([.!?]|$)")


def is_given_word(text: str, start: int, end: int, vocabulary: Vocabulary | None = None) -> bool:
    """True where the word ``text[start:end]`` is a given name though it is a month or a verb too.

    A capital surname stands behind it, which is no organisation or state; no word of time or place stands in front; a verb does
    not open a question ("Will Peru sign?"), nor a small word a sentence ("In Lund"), unless the text tells the name again.

    Args:
        text: the text as read.
        start: first place of the word.
        end: behind its last.
        vocabulary: known names; those that ship where none is given.
    """
    word = text[start:end]
    if not word[:1].isupper() or word.lower() not in words_of("given_word"):
        return False
    behind = _SURNAME.match(text, end)
    surname = behind["surname"] if behind else ""
    if (
        not surname[:1].isupper()
        or surname.isupper() != word.isupper()
        or surname.lower() in ORGANISATION_WORDS | TEMPORAL
    ):
        return False
    known = name_index(vocabulary or default_vocabulary()).get(surname, ())
    if any(len(words) == 1 and entry.kind != "person" for words, entry, _ in known):
        return False
    opens = not text[:start].rstrip(" \u00a0“\"‘'«").endswith(_GOES_ON) and (
        start == 0 or _OPENS.search(text[max(0, start - 8) : start])
    )
    if opens and word.lower() in words_of("given_particle") and text.count(f"{word} {surname}") == 1:
        return False  # "In Lund, the crew stayed": a name would be told again
    before = _WORD_BEFORE.search(text, max(0, start - 24), start)
    if before and before[1].lower() in PREPOSITIONS | words_of("before_month"):
        return False
    asks = _SENTENCE.match(text, end)
    return word.lower() not in words_of("modal_opener") or not (asks and asks[1] == "?") or bool(before)
