"""Reading one invented text, as the tests of this folder do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.sources import Document, Guess, Mark
from zopa.statements import read_record
from zopa.text import default_vocabulary

if TYPE_CHECKING:
    from zopa.statements import Record, Statement

WEDNESDAY = "2025-03-12"


def document(
    text: str, published: str | None = WEDNESDAY, language: str | None = "en", marks: tuple[Mark, ...] = ()
) -> Document:
    """A document `d` with this text, published on a Wednesday."""
    return Document(
        "d", "-", text, "0", "text",
        published=Guess(published, "given") if published else None,
        language=Guess(language, "given") if language else None,
        marks=marks,
    )  # fmt: skip


def read(text: str, published: str | None = WEDNESDAY, language: str | None = "en") -> Record:
    """The record of a text."""
    return read_record(document(text, published, language), default_vocabulary())


def attributed(text: str) -> list[Statement]:
    """Statements that somebody else than the author makes, in document order."""
    return [s for s in read(text).statements if s.form != "own-voice"]


def only(text: str) -> Statement:
    """The one statement in a text that is not the author's."""
    found = attributed(text)
    assert len(found) == 1, found
    return found[0]


def said(statement: Statement) -> list[str]:
    """The parts of what is said."""
    return [part.text for part in statement.content]


def name(statement: Statement) -> str | None:
    """Who says it, by canonical name."""
    return statement.speaker.name if statement.speaker else None


def words(text: str) -> list[tuple[str | None, str]]:
    """(speaker, what is said) of each attributed statement."""
    return [(name(s), s.said) for s in attributed(text)]
