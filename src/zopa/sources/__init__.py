"""Read one saved document into a Document: one module per format; overlap between documents."""

from zopa.sources.types import Document, Guess, Mark, Passage

__all__ = ["Document", "Guess", "Mark", "Passage"]
