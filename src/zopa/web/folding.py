"""Long lists on a screen: findings page by page, other lists up to where a browser stays quick; the files hold everything."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.views.types import Line, Piece, Section

if TYPE_CHECKING:
    from zopa.views import Brief
    from zopa.views.types import SpeakerEntry

FINDINGS = 200
"""Findings on one page: some 500 kB of HTML, made in a tenth of a second."""
LINES = 100
"""Lines, or rows of a table, of any other list behind the first page."""
_NOTHING = Section("none", "")


@dataclass(frozen=True, slots=True)
class Folded:
    """A page of a brief: the brief as it is shown there, its number from 0, that of the last, and how many findings there are."""

    brief: Brief
    number: int
    last: int
    count: int


def fold_brief(brief: Brief, number: int) -> Folded:
    """The page `number` of a brief, or the last one; the pages behind the first hold further findings and nothing else."""
    count = len(brief.findings)
    last = max(0, (count - 1) // FINDINGS)
    number = min(last, number)
    findings = brief.findings[number * FINDINGS : (number + 1) * FINDINGS]
    if number:
        first = replace(brief.first_page, standfirst=(), sections=())
        rest = replace(
            brief, first_page=first, speakers=(), figures=_NOTHING, timeline=_NOTHING, process=_NOTHING, parts=()
        )
        return Folded(replace(rest, findings=findings), number, last, count)
    shown = replace(
        brief, findings=findings, speakers=tuple(_speaker(entry) for entry in brief.speakers), figures=_section(brief.figures),
        timeline=_section(brief.timeline), process=_section(brief.process), parts=tuple(_section(part) for part in brief.parts),
    )  # fmt: skip
    return Folded(shown, number, last, count)


def _section(section: Section) -> Section:
    """The section with its first lines and rows, and a line that says how many are left out."""
    rows = section.table.rows if section.table else ()
    more = max(len(section.lines), len(rows)) - LINES
    if more <= 0:
        return section
    table = replace(section.table, rows=rows[:LINES]) if section.table else None
    return replace(section, lines=(*section.lines[:LINES], _left_out(more)), table=table)


def _speaker(entry: SpeakerEntry) -> SpeakerEntry:
    more = len(entry.lines) - LINES
    return entry if more <= 0 else replace(entry, lines=(*entry.lines[:LINES], _left_out(more)))


def _left_out(more: int) -> Line:
    return Line(
        (Piece(f"{more:,} more stand in the brief as a file, and what was said under Statements.", tone="soft"),)
    )
