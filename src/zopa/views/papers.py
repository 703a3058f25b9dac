"""What offers, drafts and pacts would do, as lines: the paper, whose it is, and the words that tell a term of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.excerpts import cut, sentence_key
from zopa.views.letters import balanced, label
from zopa.views.types import Line, Piece

if TYPE_CHECKING:
    from collections.abc import Collection

    from zopa.accounts.papers import ToldTerm
    from zopa.views.material import Material

_TERM = 36  # words of a term that a line has room for
_STEM = 5  # letters that a side shares with its adjective: "European", "Europeans"


def build_terms(material: Material, shown: Collection[tuple[str, int]], limit: int) -> list[Line]:
    """One line for each term, those of papers not told of yet first; none whose sentence another line shows already."""
    told = [t for t in material.talks.terms if sentence_key(material, t.term.passage) not in shown]
    papers: set[tuple[str, str]] = set()
    first: list[ToldTerm] = []
    for one in told:
        paper = (one.term.passage.source, one.term.paper.text.lower())
        if paper not in papers:
            papers.add(paper)
            first.append(one)
    rest = [one for one in told if one not in first]
    return [_line(material, one) for one in (*first, *rest)[:limit]]


def _line(material: Material, told: ToldTerm) -> Line:
    term = told.term
    name = balanced(" ".join(term.paper.text.split()))
    named = told.owner is not None and any(word.lower().startswith(told.owner.lower()[:_STEM]) for word in name.split())
    whose = f" ({told.owner})" if told.owner and not named else ""
    head = Piece(f"{name[:1].upper()}{name[1:]}{whose}: ")
    letter = label(material.letters[term.passage.source], (term.passage,))
    return Line((head, letter, Piece(" "), cut(material, term.what, _TERM, _TERM), Piece(".")), tag="term")
