"""How the pieces of a line follow each other: the space between two, and an account's share of a line."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.report.words import RELATIONS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from zopa.views.types import Line, Piece

HEADING_TAGS = frozenset({"bottom", "unheard", "block", "confidence", "term"})
"""Tags that only say again under which heading a line stands."""
_CLOSERS = tuple(".,;:!?)]}…”’%")
SIDE_BY_SIDE = frozenset({"contradicted", "opposed-judgement", "selective-quotation"})
_OPENERS = tuple("([{“‘/")


@dataclass(frozen=True, slots=True)
class Sides:
    """A line that sets accounts beside each other: its head, one run of pieces for each account, what follows."""

    head: tuple[Piece, ...]
    sides: tuple[tuple[Piece, ...], ...]
    tail: tuple[Piece, ...]


def spaced(pieces: Iterable[Piece]) -> Iterator[tuple[str, Piece]]:
    """Each piece with the space that belongs before it: "" or " "; pieces may bring their own."""
    before: Piece | None = None
    for piece in pieces:
        yield ("" if before is None or _joined(before, piece) else " "), piece
        before = piece


def quoted(piece: Piece) -> str:
    """The piece's text, in quotation marks where it is a quotation."""
    return f"“{piece.text}”" if piece.tone == "quote" else piece.text


def common_relation(lines: Iterable[Line]) -> str | None:
    """The relation that all of the lines carry, or None; a status is never one, since it must stand on its line."""
    tags = {line.tag for line in lines}
    tag = tags.pop() if len(tags) == 1 else None
    return tag if tag in RELATIONS else None


def shown_tag(line: Line, common: str | None) -> str | None:
    """The tag to show on a line: none where it only repeats the heading."""
    return None if line.tag in HEADING_TAGS or line.tag == common else line.tag


def find_sides(line: Line, key: str, letters: Collection[str]) -> Sides | None:
    """The accounts that a line sets beside each other, or None for a line that runs on.

    Args:
        line: one with a tag of `SIDE_BY_SIDE`, or without any in a section of that kind, and with two letters or more.
        key: the section's key.
        letters: those that documents go by.
    """
    if line.tag not in SIDE_BY_SIDE and (line.tag is not None or "contradict" not in key):
        return None
    pieces = line.pieces
    starts = [at for at, piece in enumerate(pieces) if piece.tone == "label" and piece.text.strip() in letters]
    if len(starts) < 2:  # one account alone has nothing beside it
        return None
    starts = [at - 1 if at and _leads(pieces[at - 1]) else at for at in starts]
    end = len(pieces)
    while end > starts[-1] + 1 and pieces[end - 1].tone == "soft":
        end -= 1
    bounds = [*starts, end]
    sides = tuple(_without_separator(pieces[a:b]) for a, b in pairwise(bounds))
    return Sides(pieces[: starts[0]], sides, pieces[end:])


def split_voices(pieces: tuple[Piece, ...]) -> list[tuple[Piece, ...]]:
    """A cell's pieces cut before each voice sign, so that every voice stands on its own line."""
    return _split(pieces, [at for at, piece in enumerate(pieces) if piece.tone == "voice"])


def split_letters(pieces: tuple[Piece, ...], letters: Collection[str]) -> list[tuple[Piece, ...]]:
    """Pieces cut before each document letter."""
    return _split(pieces, [at for at, piece in enumerate(pieces) if piece.tone == "label" and piece.text in letters])


def _split(pieces: tuple[Piece, ...], cuts: list[int]) -> list[tuple[Piece, ...]]:
    starts = sorted({0, *cuts})
    parts = (pieces[a:b] for a, b in zip(starts, [*starts[1:], len(pieces)], strict=True))
    return [part for part in map(_without_separator, parts) if part]


def _leads(piece: Piece) -> bool:
    """Whether a piece belongs to the letter after it: a voice sign, or "Only" in "Only A"."""
    return piece.tone == "voice" or piece.text.strip().lower() == "only"


def _without_separator(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """Pieces without those at the end that only separate them from what came next on the same line."""
    end = len(pieces)
    while end and pieces[end - 1].tone == "plain" and not pieces[end - 1].text.strip(" ;,"):
        end -= 1
    return pieces[:end]


def is_gap(pieces: tuple[Piece, ...]) -> bool:
    """Whether a cell says only that nothing was found."""
    return any(piece.tone == "gap" for piece in pieces) and not any(piece.passages for piece in pieces)


def _joined(left: Piece, right: Piece) -> bool:
    """Whether no space belongs between two pieces."""
    a, b = quoted(left), quoted(right)
    if left.tone == "voice" or not a or not b or a[-1].isspace() or b[0].isspace():
        return True
    hyphenated = b[0] in "-'" and b[1:2].isalpha()
    return a.endswith(_OPENERS) or b.startswith(_CLOSERS) or hyphenated
