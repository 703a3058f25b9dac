"""Long lists on a screen: findings page by page, other lists up to where a browser stays quick."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from zopa.views.shortening import shorten
from zopa.views.types import Section

if TYPE_CHECKING:
    from zopa.views import Brief

FINDINGS = 200
"""Findings on one page: some 500 kB of HTML, made in a tenth of a second."""
LINES = 100
"""Lines, or rows of a table, of any other list behind the first page."""
_WHERE = "are listed by the commands, and what was said under Statements"
_NOTHING = Section("none", "")


@dataclass(frozen=True, slots=True)
class FoldedPart:
    """A page of a brief: the brief as it is shown there, its number from 0, that of the last, and how many findings there are."""

    brief: Brief
    number: int
    last: int
    count: int


def fold_brief(brief: Brief, number: int) -> FoldedPart:
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
        return FoldedPart(replace(rest, findings=findings), number, last, count)
    shown = shorten(replace(brief, findings=findings), lines=LINES, where=_WHERE)
    return FoldedPart(shown, number, last, count)
