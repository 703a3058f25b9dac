"""Read saved documents; find what they share and whom they go back to.

Types: `Document` (one text as read, with `Mark` and `Guess`), `Passage` (a span with its exact characters), `Overlap`
(what two documents share), `Originator` (whom a document goes back to).

Flow: ``path -> bytes -> format -> extract (text, marks, guesses of the format) -> marks and guesses from the text ->
Document``; then ``documents -> overlaps -> originators``.

One module per format (`text`, `markdown`, `html`, `pdf`, `docx`), each a function ``(data, file) -> (extract,
problems)`` in the table `formats.READERS`. The text is never rewritten: marks say what analysis leaves out, or only
point. Every document is read in a process of its own under `Limits` (`pool`, `worker`); nothing is raised for what a
file holds, and every problem has a code of `PROBLEM_CODES`. Slow libraries are imported where they are used.
"""

from typing import TYPE_CHECKING

from zopa.lazy import names_from
from zopa.sources.limits import DEFAULT_LIMITS, Limits
from zopa.sources.problems import PROBLEM_CODES
from zopa.sources.reasons import REASONS
from zopa.sources.types import Document, Guess, Mark, Passage

if TYPE_CHECKING:
    from zopa.sources.collect import read_documents
    from zopa.sources.originators import UNKNOWN, Originator, find_originators, is_near_copy
    from zopa.sources.overlap import Overlap, find_overlaps
    from zopa.sources.pool import read_document

__all__ = [
    "DEFAULT_LIMITS",
    "PROBLEM_CODES",
    "REASONS",
    "UNKNOWN",
    "Document",
    "Guess",
    "Limits",
    "Mark",
    "Originator",
    "Overlap",
    "Passage",
    "find_originators",
    "find_overlaps",
    "is_near_copy",
    "read_document",
    "read_documents",
]

__getattr__ = names_from(
    __name__,
    {
        "collect": "read_documents",
        "originators": "UNKNOWN Originator find_originators is_near_copy",
        "overlap": "Overlap find_overlaps",
        "pool": "read_document",
    },
)
