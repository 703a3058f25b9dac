"""How documents and passages are named on a page: letters for documents, short names for people, cut quotations."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.views.types import Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Document, Passage
    from zopa.statements import Statement


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


def surname(name: str) -> str:
    """The last word of a person's name, particles kept ("von der Leyen"); parties stay whole."""
    match = re.search(r"(?:\b(?:von|van|de|der|al|bin|el)[ -])*[^\s]+$", name)
    return match.group() if match else name


def label(letter: str, passages: Sequence[Passage] = ()) -> Piece:
    """A document's letter."""
    return Piece(letter, tuple(passages), "label")


def excerpt(passage: Passage, words: int = 22) -> Piece:
    """A quotation of a passage, cut behind `words` words; the whole passage opens."""
    text = " ".join(passage.text.split())
    parts = text.split(" ")
    shown = text if len(parts) <= words else " ".join(parts[:words]).rstrip(",;:") + " …"
    return Piece(shown, (passage,), "quote")


def around(statement: Statement, words: Sequence[Passage], size: int = 12) -> Piece:
    """The words that decide, with as much of the statement around them as makes `size` words, exactly as they stand.

    The piece opens the whole passage of the statement.
    """
    inside = [w for w in words if statement.passage.start <= w.start and w.end <= statement.passage.end]
    if not inside:
        piece = excerpt_of(statement, size)
        return replace(piece, text=piece.text.rstrip(" ,;:."))
    home = statement.passage
    if statement.form == "quotation":  # words of whoever is quoted never run on into those of whoever reports them
        home = next((p for p in statement.content if p.start <= inside[0].start and inside[0].end <= p.end), home)
    text, start, end = home.text, inside[0].start - home.start, inside[0].end - home.start
    tokens = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    first = next(i for i, token in enumerate(tokens) if token[1] > start)
    last = next((i for i, token in enumerate(tokens) if token[1] >= end), len(tokens) - 1)
    long = last - first + 1 > 2 * size
    last = first + 2 * size - 1 if long else last
    while last - first + 1 < size:
        grown = False
        if last + 1 < len(tokens) and not _border(text, tokens[last][1] - 1) and not _links(text, tokens[last + 1]):
            last, grown = last + 1, True
        if (
            last - first + 1 < size
            and first > 0
            and not _border(text, tokens[first - 1][1] - 1)
            and not _links(text, tokens[first - 1])
            and text[slice(*tokens[first - 1])].lower() != "that"  # what was said begins behind it
        ):
            first, grown = first - 1, True
        if not grown:
            break
    # A cut never ends on a word that leads on: it takes what follows, or gives the word up.
    while last + 1 < len(tokens) and _leads_on(text, tokens[last]) and last - first < size + 4:
        last += 1
    while last > first and _leads_on(text, tokens[last]) and tokens[last][0] >= end:
        last -= 1
    while first < last and tokens[first][1] < start and text[slice(*tokens[first])].lower() in _LINKS:
        first += 1
    shown = " ".join(text[tokens[first][0] : tokens[last][1]].split())
    return Piece(balanced(shown.strip(" ,;:—–.")) + (" …" if long else ""), (statement.passage,), "quote")


_LINKS = frozenset("and but where which that who while with for of as to so or by in on".split())


_LEADING = frozenset(
    "to from of the a an and or on in with by for at its their than new that".split()
    + "be been is are was were has have had will would not".split()
)


def _leads_on(text: str, token: tuple[int, int]) -> bool:
    """True for a word that is nothing without the next one."""
    return text[slice(*token)].lower() in _LEADING


def _links(text: str, token: tuple[int, int]) -> bool:
    """True for a word that begins another clause."""
    return text[slice(*token)].lower() in {"but", "and", "while", "where", "which", "who", "because", "although"}


def _border(text: str, at: int) -> bool:
    """True at a character that ends a clause."""
    return text[at] in ",;:—–" or (text[at] in '.!?”"' and at + 1 == len(text))


def excerpt_of(statement: Statement, size: int = 16) -> Piece:
    """The first `size` words of what is said."""
    text = " ".join(statement.content[0].text.split())
    parts = text.split(" ")
    shown = text if len(parts) <= size else " ".join(parts[:size]).rstrip(",;:") + " …"
    return Piece(balanced(shown), (statement.passage,), "quote")


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
