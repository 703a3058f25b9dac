"""Documents in languages that are not read: they are shown, named at the top, and count in no negative sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.languages import is_read
from zopa.views.letters import assign_letters
from zopa.views.types import Line, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Document

_NAMES = {
    "ar": "Arabic", "be": "Belarusian", "cs": "Czech", "de": "German", "el": "Greek", "es": "Spanish", "fa": "Persian", "fr": "French",
    "he": "Hebrew", "hi": "Hindi", "it": "Italian", "ja": "Japanese", "ko": "Korean", "nl": "Dutch", "pl": "Polish", "pt": "Portuguese",
    "ro": "Romanian", "ru": "Russian", "sr": "Serbian", "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip


def unread(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Those whose language is known and is none that is read."""
    return tuple(document for document in documents if not is_read(document))


def unread_words(documents: Sequence[Document]) -> str:
    """ "the texts D (Russian) and E (French)", "" where every text is read."""
    left = unread(documents)
    letters = assign_letters(documents)
    told = [f"{letters[d.id]} ({_name(d)})" for d in left]
    if not told:
        return ""
    listed = told[0] if len(told) == 1 else f"{', '.join(told[:-1])} and {told[-1]}"
    return f"the text{'s' if len(told) > 1 else ''} {listed}"


def say_unread(words: str) -> str:
    """What was not searched, of texts as `unread_words` names them."""
    return f"what {words} {'say' if words.startswith('the texts') else 'says'}"


def unread_lines(documents: Sequence[Document]) -> tuple[Line, ...]:
    """What the top of a page says of them; nothing where every text is read."""
    told = unread_words(documents)
    if not told:
        return ()
    text = f"Not read for who says what: {told}. zopa reads English; nothing below that is missing, unsaid or not quoted speaks of them."
    return (Line((Piece(text, tone="gap"),), tag="unread"),)


def _name(document: Document) -> str:
    code = document.language.value.lower().split("-")[0] if document.language else ""
    return _NAMES.get(code, code)
