"""What people read, as data: `report` turns these into HTML, Markdown or a terminal page and calculates nothing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from zopa.accounts import Finding
    from zopa.accounts.talks import ReportedTalks
    from zopa.sources import Document, Passage
    from zopa.views.charts import Chart

Tone = Literal["plain", "quote", "label", "voice", "gap", "soft", "added", "removed"]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of text in a line, with the passages that it rests on.

    Attributes:
        text: what is shown; may hold hostile characters from a document, so every renderer escapes it.
        passages: what a click opens; empty for our own connecting words.
        tone: plain; quote (exact words of a document, the renderer adds quotation marks); label (document letter or
            party name); voice (the sign * ~ ! of who speaks); gap (not found, not heard, cannot tell); soft (an aside);
            added and removed (words of one version of a text only).
    """

    text: str
    passages: tuple[Passage, ...] = ()
    tone: Tone = "plain"


@dataclass(frozen=True, slots=True)
class Line:
    """One numbered line of a page; `number` None for an unnumbered one; `tag` is a relation or a status to colour by."""

    pieces: tuple[Piece, ...]
    number: int | None = None
    tag: str | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """Rows by columns; each cell is a tuple of lines' pieces (empty tuple of pieces never occurs: a gap is a Piece)."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Line, tuple[tuple[Piece, ...], ...]], ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A headed part of a page.

    `key` is a stable slug for links and styles; `note` one sentence under the heading; `chart` stands before the lines.
    """

    key: str
    title: str
    lines: tuple[Line, ...] = ()
    table: Table | None = None
    note: str = ""
    chart: Chart | None = None

    @property
    def filled(self) -> bool:
        """Whether there is anything under the heading."""
        return bool(self.lines) or self.table is not None or self.chart is not None


@dataclass(frozen=True, slots=True)
class FirstPage:
    """At most forty lines, ranked by consequence (target-page)."""

    title: str
    standfirst: tuple[Line, ...]
    sections: tuple[Section, ...]


@dataclass(frozen=True, slots=True)
class SpeakerEntry:
    """What one speaker is given as saying: `items` are (line, passage) in order of documents, then of place."""

    name: str
    party: str | None
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class DocumentEntry:
    """One document for the annex: its letter on the first page, facts about it with the evidence for each guess."""

    letter: str
    document: Document
    facts: tuple[tuple[str, str, str], ...]  # (what, value, evidence)
    overlaps: tuple[Line, ...] = ()
    originator: str = "unknown"


@dataclass(frozen=True, slots=True)
class Brief:
    """Everything in a brief, in reading order.

    Attributes:
        first_page: the page that answers.
        findings: all findings, ranked, grouped by the renderer by relation.
        speakers: who said what, alphabetical by party then name, anonymous last.
        figures: table of figures: what is measured by what each document gives.
        timeline: dated lines, earliest first.
        documents: in the order given, with their full text for the reader to open.
        problems: what could not be read, one line each.
        parts: what stands behind the first page of a case, in reading order, before the findings.
        made: how it was made, (label, value) pairs: version, documents with hashes, reader, as-of.
        talks: who takes part, over what, what blocks, what came of it, as the documents tell; None for a page that is not about documents.
        more_findings: (relation, how many are left out, where they can be seen) of a brief whose lists were cut.
    """

    first_page: FirstPage
    findings: tuple[Finding, ...]
    speakers: tuple[SpeakerEntry, ...]
    figures: Section
    timeline: Section
    process: Section
    documents: tuple[DocumentEntry, ...]
    problems: tuple[str, ...]
    made: tuple[tuple[str, str], ...]
    parts: tuple[Section, ...] = ()
    more_findings: tuple[tuple[str, int, str], ...] = ()
    talks: ReportedTalks | None = None

    @property
    def sections(self) -> tuple[Section, ...]:
        """All headed parts, in reading order."""
        return (*self.first_page.sections, *self.parts, self.figures, self.timeline, self.process)
