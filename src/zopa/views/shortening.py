"""A brief with its long lists cut, each saying how much was left out: for a screen that must stay quick, or a file that must stay small."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.views.types import Line, Piece

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.accounts import Finding
    from zopa.views.types import Brief, Section, SpeakerEntry


def shorten(brief: Brief, *, lines: int, where: str, findings: int | None = None) -> Brief:
    """The brief with at most `lines` lines or rows in each list behind the first page, which stays whole.

    Args:
        brief: whole; its findings stand most consequential first.
        lines: of a section, of what one speaker said, of a table.
        where: where the rest can be seen, as "stand in the brief as a file".
        findings: of each relation; all unless given.
    """
    kept = brief.findings if findings is None else _first_of_each(brief.findings, findings)
    left_out = Counter(f.relation for f in brief.findings) - Counter(f.relation for f in kept)
    return replace(
        brief,
        findings=tuple(kept),
        more_findings=tuple((relation, count, where) for relation, count in left_out.items()),
        speakers=tuple(_speaker(entry, lines, where) for entry in brief.speakers),
        figures=_section(brief.figures, lines, where),
        timeline=_section(brief.timeline, lines, where),
        process=_section(brief.process, lines, where),
        parts=tuple(_section(part, lines, where) for part in brief.parts),
        documents=tuple(replace(entry, overlaps=_lines(entry.overlaps, lines, where)) for entry in brief.documents),
    )


def _first_of_each(findings: Sequence[Finding], most: int) -> list[Finding]:
    seen: Counter[str] = Counter()
    kept: list[Finding] = []
    for finding in findings:
        seen[finding.relation] += 1
        if seen[finding.relation] <= most:
            kept.append(finding)
    return kept


def _section(section: Section, lines: int, where: str) -> Section:
    """The section with its first lines and rows, and a line that says how many are left out."""
    rows = section.table.rows if section.table else ()
    more = max(len(section.lines), len(rows)) - lines
    if more <= 0:
        return section
    table = replace(section.table, rows=rows[:lines]) if section.table else None
    return replace(section, lines=(*section.lines[:lines], _left_out(more, where)), table=table)


def _speaker(entry: SpeakerEntry, lines: int, where: str) -> SpeakerEntry:
    return replace(entry, lines=_lines(entry.lines, lines, where))


def _lines(listed: tuple[Line, ...], lines: int, where: str) -> tuple[Line, ...]:
    more = len(listed) - lines
    return listed if more <= 0 else (*listed[:lines], _left_out(more, where))


def _left_out(more: int, where: str) -> Line:
    return Line((Piece(f"{more:,} more {where}.", tone="soft"),))
