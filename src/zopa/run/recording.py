"""The record of one document, read in a process of its own and under limits, so that no text can hang or fill this one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.sources import DEFAULT_LIMITS, Limits
from zopa.sources.pool import call_limited
from zopa.statements import Record

if TYPE_CHECKING:
    from zopa.errors import Problem
    from zopa.sources import Document
    from zopa.text import Vocabulary


def record_document(
    document: Document, vocabulary: Vocabulary | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Record, tuple[Problem, ...]]:
    """The record of a document and no problem; an empty one and an error where reading it broke a limit.

    Args:
        document: as read.
        vocabulary: with the names of a case; the shipped one where it is None, which need not travel.
        limits: of time and memory, as for the reading of its file.
    """
    told = call_limited(f"{__name__}:read_here", document, vocabulary, file=document.path, limits=limits)
    record, problems = told
    return (Record(document.id, ()), problems) if record is None else (record, ())


def read_here(document: Document, vocabulary: Vocabulary | None) -> Record:
    """The record, read in the process that asks: what a worker runs."""
    from zopa.statements import read_record
    from zopa.text import default_vocabulary

    return read_record(document, vocabulary or default_vocabulary())
