"""What to find out first, on the page of a case: from the run of what if that was kept of this very case; else what is told without one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.solve.deals.unknowns import find_silent
from zopa.views.find_out import build_find_out
from zopa.views.types import Line, Piece, Section

if TYPE_CHECKING:
    from zopa.views.case_brief import CaseAnalysis
    from zopa.views.find_out import FindOut

_RANKED = 10  # questions of what if behind the first page


def build_find_out_first(a: CaseAnalysis, *, room: int) -> Section:
    """From the run of what if where there is one of this very case; else what can be told without one, and that there is none."""
    if a.found_out is not None:
        found = replace(
            a.found_out, lifted=a.found_out.lifted[:1]
        )  # a condition has no rank and takes no ranked one's room
        lines = build_find_out(a.case, found, a.evidence, a.letters, limit=room, brief=True)
        if lines:
            return Section("find-out", "Find out first", tuple(lines), note=_ranked_by(a.found_out))
    lines = _open_questions(a)[:room]
    return Section("find-out", "Find out first", tuple(lines), note=_UNRANKED[a.asked] if lines and a.deals else "")


def _ranked_by(found: FindOut) -> str:
    return f"By zopa whatif, {found.draws:,} draws of what this case leaves vague: first what would move the answer farthest."


_UNRANKED = {
    "never": "In no order of importance: zopa whatif, which ranks them, has not been run on this case.",
    "old": "In no order of importance: zopa whatif last ran on another state of this case, and is left out until it runs again.",
    "now": "In no order of importance: by zopa whatif no single thing that is vague turns an answer.",
}


def build_find_out_all(a: CaseAnalysis) -> Section:
    """All questions: those that the run of what if ranks, then what is disputed, then who is not heard."""
    ranked = (
        []
        if a.found_out is None
        else build_find_out(a.case, a.found_out, a.evidence, a.letters, limit=_RANKED, brief=True)
    )
    note = _ranked_by(a.found_out) if a.found_out is not None and ranked else ""
    return Section(
        "find-out-all", "What to find out next", (*ranked, *_open_questions(a, ranked=bool(ranked))), note=note
    )


def _unsaid(a: CaseAnalysis) -> list[str]:
    """What nobody has said and the answer of the case as written turns on; first, in one line each, who must agree and is silent."""
    under = a.deals.readings[0] if a.deals else None
    zopa = under.result.zopa if under else None
    if under is None or zopa is None:
        return []
    frame = under.frame
    silent = list(dict.fromkeys(unknown.party for unknown in find_silent(frame)))
    told = [
        f"what {frame.name(frame.parties[p])} wants at all, and what it would take: it must agree, and nothing of that is filed"
        for p in silent
    ]
    return [*told, *(flip.text for flip in zopa.flips if flip.party not in silent)]


def _open_questions(a: CaseAnalysis, *, ranked: bool = False) -> list[Line]:
    """What nobody has said and the answer turns on, unless that was `ranked`; what is disputed; who is not heard."""
    asks = [] if ranked else _unsaid(a)
    asks += [finding.about.rstrip("?.") for finding in a.material.findings("contradicted")[:3]]
    asks += [f"the own words of {party}" for party in a.process.not_heard]
    asks += [f"what exactly is meant by: {gate.before}" for gate in a.process.open_gates[:1]]
    unique = dict.fromkeys(ask[:1].upper() + ask[1:] for ask in asks)
    return [Line((Piece(f"{ask}."),)) for ask in unique]
