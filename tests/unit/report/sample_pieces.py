"""Short words for pieces and lines, as the sample is built from them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.types import Line, Piece

if TYPE_CHECKING:
    from zopa.sources import Document, Passage


def passage(document: Document, quote: str) -> Passage:
    start = document.text.index(quote)
    return document.passage(start, start + len(quote))


def q(document: Document, quote: str, *more: Passage) -> Piece:
    return Piece(quote, (passage(document, quote), *more), "quote")


def p(text: str, *passages: Passage) -> Piece:
    return Piece(text, passages)


def label(text: str) -> Piece:
    return Piece(text, (), "label")


def soft(text: str) -> Piece:
    return Piece(text, (), "soft")


def voice(sign: str) -> Piece:
    return Piece(sign, (), "voice")


def gap(text: str = "not found") -> tuple[Piece, ...]:
    return (Piece(text, (), "gap"),)


def line(*pieces: Piece, n: int | None = None, tag: str | None = None) -> Line:
    return Line(pieces, n, tag)
