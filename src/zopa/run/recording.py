"""The record of one document, read in a process of its own and under limits, so that no text can hang or fill this one."""

from __future__ import annotations

import pickle
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.sources import DEFAULT_LIMITS, Limits
from zopa.sources.pool import call_limited
from zopa.statements import Record

if TYPE_CHECKING:
    from zopa.errors import Problem
    from zopa.sources import Document
    from zopa.text import Vocabulary

_ENOUGH = (
    "“We stay,” said Ines Maro on 4 May, and the tolls rose by 3 percent. "
    "The minister said that she had met her in Paris before the talks."
)
"""A text on whose way all tables are met."""


def record_document(
    document: Document, vocabulary: Vocabulary | None = None, limits: Limits = DEFAULT_LIMITS
) -> tuple[Record, tuple[Problem, ...]]:
    """The record of a document and no problem; an empty one and an error where reading it broke a limit.

    Args:
        document: as read.
        vocabulary: with the names of a case; the shipped one where it is None, which need not travel.
        limits: of time and memory, as for the reading of its file.
    """
    words = None if vocabulary is None else _packed(vocabulary)
    told = call_limited(f"{__name__}:read_here", document, words, file=document.path, limits=limits)
    record, problems = told
    return (Record(document.id, ()), problems) if record is None else (record, ())


def read_here(document: Document, words: bytes | None) -> Record:
    """The record, read in the process that asks: what a worker runs; `words` is a vocabulary that has travelled."""
    from zopa.statements import read_record
    from zopa.text import default_vocabulary

    return read_record(document, default_vocabulary() if words is None else _unpacked(words))


def get_ready() -> None:
    """Load every table that reading a text needs: what a worker does while nothing is asked of it."""
    from zopa.sources import Document

    read_here(Document("ready", "ready.txt", _ENOUGH, "", "text"), None)


@lru_cache(maxsize=2)
def _packed(vocabulary: Vocabulary) -> bytes:
    """A vocabulary on its way to a worker: it is the same for all documents of a case, and packing it takes longer than sending it."""
    return pickle.dumps(vocabulary, protocol=pickle.HIGHEST_PROTOCOL)


@lru_cache(maxsize=2)
def _unpacked(words: bytes) -> Vocabulary:
    """What has travelled: one and the same for all documents of a case, so that what was found in it is found once."""
    return pickle.loads(words)  # noqa: S301 - written by our own process
