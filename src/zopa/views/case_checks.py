"""Checks of tradecraft in a brief: how good the information is, and what would show that the picture has changed."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from zopa.case.checks import positions
from zopa.views.terms import gap
from zopa.views.types import Line, Piece, Section, Table

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case import Case
    from zopa.sources import Passage
    from zopa.views.grid import CaseEvidence
    from zopa.views.timeline import ProcessView

_RELIABILITY = {
    "A": "A, reliable", "B": "B, usually reliable", "C": "C, fairly reliable", "D": "D, not usually reliable", "E": "E, unreliable",
    "F": "F, cannot be judged", "": "not graded",
}  # fmt: skip
_SHOWN = 10


def build_quality(case: Case, evidence: CaseEvidence, letters: Mapping[str, str]) -> Section:
    """Quality of information check: each source with its class, grade, originator, and how many positions rest on it."""
    used = Counter(passage.source for path, passage in evidence.passages.items() if path[0] == "positions")
    rows = tuple(
        (
            Line((Piece(letters.get(name, name), tone="label"), Piece(f" {source.publisher or source.title or name}"))),
            (
                (Piece(source.class_) if source.class_ else gap("not classed"),),
                (Piece(_RELIABILITY[source.grade]) if source.grade else gap("not graded"),),
                (Piece(source.originator) if source.originator != "unknown" else gap("unknown"),),
                (Piece(source.published or "undated"),),
                (Piece(str(used[name])),),
            ),
        )
        for name, source in case.sources.items()
    )
    if not rows:
        return Section("quality", "Quality of information check")
    origins = {source.originator for source in case.sources.values()} - {"unknown"}
    unknown = sum(source.originator == "unknown" for source in case.sources.values())
    note = f"{len(origins)} named originators; {unknown} sources whose originator is unknown corroborate nothing."
    table = Table(("Source", "Class", "Grade", "Originator", "Published", "Quotes used"), rows)
    return Section("quality", "Quality of information check", table=table, note=note)


def build_indicators(case: Case, process: ProcessView, evidence: CaseEvidence) -> Section:
    """What to watch: a gate that passes, a red line that its own party takes back, a date that comes, a silence that ends."""
    lines: list[Line] = []
    for gate in process.open_gates[:_SHOWN]:
        held = f" ({gate.holder} holds it)" if gate.holder else ""
        lines.append(Line((Piece(f"The gate opens: {gate.before}{held}."),), tag="gate"))
    for party, issue, position in positions(case):
        if position.red_line and position.status == "confirmed" and len(lines) < 2 * _SHOWN:
            told = f"{case.party_name(party)} says in its own words that it could take what it excludes on {case.issue_name(issue)}"
            lines.append(Line((Piece(told, _passages(evidence, party, issue)), Piece(".")), tag="red-line"))
    lines += [Line((Piece(f"{row.date}: {row.what}."),), tag=row.status) for row in process.calendar[:_SHOWN]]
    lines += [Line((Piece(f"{party} is quoted in its own words."),), tag="unheard") for party in process.not_heard]
    return Section("indicators", "Indicators to watch", tuple(lines))


def _passages(evidence: CaseEvidence, party: str, issue: str) -> tuple[Passage, ...]:
    return tuple(p for path, p in evidence.passages.items() if path[:3] == ("positions", party, issue))
