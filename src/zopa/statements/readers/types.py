"""What a reader is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from zopa.errors import Problem
    from zopa.sources import Document
    from zopa.statements.types import Record
    from zopa.text.vocabulary import Vocabulary


class Reader(Protocol):
    """Something that finds statements in a document.

    A reader raises nothing for what a document holds or a server answers. A problem of severity ``error`` says that it could
    not read this document, and that what it returns is not to be relied on as the whole.
    """

    @property
    def name(self) -> str:
        """What stands in `found_by` of its statements: "rules", "spacy:en_core_web_sm", "llm:MODEL"."""
        ...

    def read(self, document: Document, vocabulary: Vocabulary) -> tuple[Record, tuple[Problem, ...]]:
        """The statements of a document, in its order, and what went wrong."""
        ...
