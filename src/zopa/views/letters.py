"""How documents and people are named on a page: letters for documents, short names for people, quotation marks in pairs."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.text.name_words import stands_first
from zopa.views.types import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Document, Passage


def assign_letters(documents: Sequence[Document]) -> dict[str, str]:
    """Document id -> A, B, ... Z, AA, AB, ... in the order given."""
    letters: dict[str, str] = {}
    for number, document in enumerate(documents):
        letter, rest = "", number
        while True:
            letter = chr(ord("A") + rest % 26) + letter
            rest = rest // 26 - 1
            if rest < 0:
                break
        letters[document.id] = letter
    return letters


_FAMILY = 3  # letters of the shortest family name that stands last


def surname(name: str) -> str:
    """The last word of a person's name, particles kept ("von der Leyen"); parties stay whole."""
    if not name.strip() or len(name.rsplit(maxsplit=1)[-1]) < _FAMILY or stands_first(name):
        return name  # "Kim Jong Un", "Choe Ryong-hae": the family name stands first
    match = re.search(r"(?:\b(?:von|van|de|der|al|bin|el)[ -])*[^\s]+$", name)
    return match.group() if match else name


def label(letter: str, passages: Sequence[Passage] = ()) -> Piece:
    """A document's letter."""
    return Piece(letter, tuple(passages), "label")


def balanced(text: str) -> str:
    """`text` without quotation marks at its edges that have lost their partner."""
    pairs = (("“", "”"), ("«", "»")) if "„" not in text else (("„", "“"),)
    for opening, closing in pairs:
        if text.count(opening) > text.count(closing):
            text = text[len(opening) :] if text.startswith(opening) else text + closing
        elif text.count(closing) > text.count(opening):
            text = text[: -len(closing)] if text.endswith(closing) else opening + text
    if text.count('"') % 2:
        at_edge = text.removeprefix('"') if text.startswith('"') else text.removesuffix('"')
        text = at_edge if at_edge != text else f'{text}"'
    return text
