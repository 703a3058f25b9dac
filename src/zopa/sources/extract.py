"""What one format's reader hands on: the text as read, and what the format itself knows about it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.errors import Problem
from zopa.sources.types import Guess, Mark, Revision

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Extract:
    """The text of one file before it is searched for boilerplate, repeats and guesses.

    Attributes:
        text: the text as read.
        encoding: name of the encoding used, or None where the format has none of its own.
        marks: what the format's own structure tells (markup, what trafilatura leaves out).
        guesses: by `Document` field name; they win over what is guessed from the text.
        likely: by `Document` field name; what is guessed from the text wins over them.
        revisions: tracked changes and comments that the file holds.
    """

    text: str
    encoding: str | None = None
    marks: tuple[Mark, ...] = ()
    guesses: Mapping[str, Guess] = field(default_factory=dict[str, Guess])
    likely: Mapping[str, Guess] = field(default_factory=dict[str, Guess])
    revisions: tuple[Revision, ...] = ()


Reading = tuple[Extract | None, tuple[Problem, ...]]
"""What every format's reader returns: the extract, or None with at least one error among the problems."""
