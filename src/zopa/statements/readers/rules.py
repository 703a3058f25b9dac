"""The default reader: the rules of `record.statements`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.read import read_record

if TYPE_CHECKING:
    from zopa.errors import Problem
    from zopa.sources import Document
    from zopa.statements.types import Record
    from zopa.text.vocabulary import Vocabulary


class RulesReader:
    """Offline and deterministic."""

    name = "rules"

    def read(self, document: Document, vocabulary: Vocabulary) -> tuple[Record, tuple[Problem, ...]]:
        """The record of the rules; never a problem."""
        return read_record(document, vocabulary), ()
