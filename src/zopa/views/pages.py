"""A page of any sections, with the documents that they rest on, so that every line still opens its passage."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.letters import assign_letters
from zopa.views.types import Brief, DocumentEntry, FirstPage, Line, Piece, Section

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.errors import Problem
    from zopa.sources import Document

_EMPTY = Section("none", "")


def build_page(
    title: str,
    sections: Sequence[Section],
    documents: Sequence[Document],
    *,
    standfirst: str = "",
    problems: Sequence[Problem] = (),
    made: Sequence[tuple[str, str]] = (),
) -> Brief:
    """A page that shows `sections` first and the documents behind them."""
    letters = assign_letters(documents)
    lines = (Line((Piece(standfirst),)),) if standfirst else ()
    return Brief(
        first_page=FirstPage(title, lines, tuple(sections)),
        findings=(), speakers=(), figures=_EMPTY, timeline=_EMPTY, process=_EMPTY,
        documents=tuple(DocumentEntry(letters[d.id], d, ()) for d in documents),
        problems=tuple(str(problem) for problem in problems if problem.severity == "error"),
        made=tuple(made),
    )  # fmt: skip
