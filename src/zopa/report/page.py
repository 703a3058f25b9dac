"""What the templates ask about a brief, beyond the brief itself: which lines stand where, and where a passage leads."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from itertools import zip_longest
from typing import TYPE_CHECKING

from zopa.report import flow, naming, words
from zopa.report.passages import anchor_link, find_passages
from zopa.report.text import mark_id, render_marked, render_text

if TYPE_CHECKING:
    from markupsafe import Markup

    from zopa.accounts import Finding
    from zopa.sources import Document, Mark, Passage
    from zopa.views.types import Brief, DocumentEntry, Line, Piece, Section

_ANSWER_KEYS = frozenset({"bottom", "bottom-line", "answer"})


@dataclass(frozen=True)
class Page:
    """What the templates ask about a brief, beyond the brief itself."""

    brief: Brief

    @cached_property
    def spans(self) -> dict[str, frozenset[tuple[int, int]]]:
        """Every passage referred to, by document; none of a document whose text the page does not hold."""
        spans = find_passages(self.brief)
        return {source: there for source, there in spans.items() if self.entries[source].document.text}

    @cached_property
    def entries(self) -> dict[str, DocumentEntry]:
        """The documents by their id."""
        return {entry.document.id: entry for entry in self.brief.documents}

    @cached_property
    def letters(self) -> frozenset[str]:
        """The letters that documents go by."""
        return frozenset(entry.letter for entry in self.brief.documents)

    @cached_property
    def kicker(self) -> tuple[str, ...]:
        """The line above the title, in parts."""
        return naming.kicker(self.brief)

    @cached_property
    def answer(self) -> tuple[Line, ...]:
        """The bottom line, which stands apart from the numbered sections."""
        found = (section.lines for section in self.brief.first_page.sections if section.key in _ANSWER_KEYS)
        return tuple(line for lines in found for line in lines if line.tag != "confidence")

    @cached_property
    def confidence(self) -> tuple[Line, ...]:
        """How far to trust the picture, kept apart from the answer."""
        page = self.brief.first_page
        answer = (line for section in page.sections if section.key in _ANSWER_KEYS for line in section.lines)
        return tuple(line for line in (*page.standfirst, *answer) if line.tag == "confidence")

    @cached_property
    def standfirst(self) -> list[tuple[Piece, ...]]:
        """What else stands under the title: which letter is which document, each on its own line."""
        lines = (line.pieces for line in self.brief.first_page.standfirst if line.tag != "confidence")
        return [part for pieces in lines for part in flow.split_letters(pieces, self.letters)]

    @cached_property
    def sections(self) -> tuple[Section, ...]:
        """The numbered sections, without the answer."""
        return tuple(section for section in self.brief.first_page.sections if section.key not in _ANSWER_KEYS)

    @cached_property
    def groups(self) -> list[tuple[str, words.RelationWords, list[Finding]]]:
        """Findings by relation, in the order of `words.RELATIONS`; relations without findings are left out."""
        found = [
            (key, told, [f for f in self.brief.findings if f.relation == key]) for key, told in words.RELATIONS.items()
        ]
        return [group for group in found if group[2]]

    def more(self, relation: str) -> tuple[int, str]:
        """How many findings of a relation are left out, and where they can be seen; 0 where none is."""
        return next(((count, where) for key, count, where in self.brief.more_findings if key == relation), (0, ""))

    @property
    def made(self) -> tuple[tuple[str, str], ...]:
        """How the brief was made, always with what was not searched."""
        told = any("not searched" in label.lower() for label, _ in self.brief.made)
        return self.brief.made if told else (*self.brief.made, ("Not searched", words.NOT_SEARCHED))

    def link(self, passage: Passage) -> str | None:
        """The link to a passage in the full text, or None."""
        return anchor_link(passage, self.spans)

    def letter(self, passage: Passage) -> str:
        """The letter of the document that a passage stands in."""
        entry = self.entries.get(passage.source)
        return entry.letter if entry else passage.source

    def language(self, passage: Passage) -> str | None:
        """The language of that document, as a ``lang`` attribute takes it."""
        entry = self.entries.get(passage.source)
        return naming.document_language(entry.document) if entry else None

    def lettered(self, pieces: tuple[Piece, ...], at: int) -> bool:
        """Whether the letters of a piece's documents stand beside it already, as a label before or after it."""
        piece = pieces[at]
        letters = [p.text.strip() for p in pieces[:at] if p.tone == "label" and p.text.strip() in self.letters][-1:]
        letters = letters or [p.text.strip() for p in pieces[at:] if p.tone == "label"][:1]
        return piece.tone == "label" or {self.letter(passage) for passage in piece.passages} <= set(letters)

    def byline(self, passage: Passage) -> tuple[str, ...]:
        """Publisher, author and date of that document."""
        entry = self.entries.get(passage.source)
        return naming.document_byline(entry.document) if entry else (passage.source,)

    def marked(self, finding: Finding, passage: Passage) -> Markup:
        """A finding's passage with the words that decide it marked."""
        return render_marked(passage, finding.marked)

    def text(self, document: Document) -> Markup:
        """A document's full text with all targets in it."""
        return render_text(document, self.spans.get(document.id, frozenset[tuple[int, int]]()))

    def sides(self, line: Line, section: Section) -> flow.Sides | None:
        """The accounts of a line that sets them beside each other, None for a line that runs on."""
        return flow.find_sides(line, section.key, self.letters)

    def relation(self, section: Section) -> str | None:
        """The relation that all lines of a section carry, whose sign then stands at its heading."""
        return flow.common_relation(section.lines)


def marks_by_reason(document: Document) -> list[tuple[str, bool, list[tuple[str, Mark]]]]:
    """What is marked in a document, by reason in order of appearance: reason, whether left out, (target id, mark)."""
    groups: dict[tuple[str, bool], list[tuple[str, Mark]]] = {}
    for number, mark in enumerate(document.marks):
        groups.setdefault((mark.reason, mark.left_out), []).append((mark_id(document.id, number), mark))
    return [(reason, left_out, marks) for (reason, left_out), marks in groups.items()]


def accounts_of(finding: Finding) -> list[tuple[Passage, str]]:
    """A finding's passages, each with its originator, "unknown" where none is given."""
    padded = zip_longest(finding.passages, finding.originators[: len(finding.passages)], fillvalue="unknown")
    return [(passage, originator) for passage, originator in padded if not isinstance(passage, str)]
