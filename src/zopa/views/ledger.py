"""The assumption ledger as a table: what each value rests on, whose it is, of when."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.types import Line, Piece, Section, Table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.case import Assumption, Case

_TOLD = {
    "evidence": "evidence",
    "judgement": "judgement",
    "default": "default of zopa",
    "unknown": "unknown: not filed yet",
}


def build_ledger_section(case: Case, ledger: Iterable[Assumption], *, only_weak: bool = True) -> Section:
    """One row a value; with `only_weak` those that rest on evidence are left out."""
    rows = [
        (
            Line((Piece(_place(case, a)),)),
            (
                (Piece(a.what),),
                (Piece(a.value, tone="gap" if a.basis == "unknown" else "plain"),),
                (Piece(_TOLD[a.basis], tone="soft" if a.basis == "default" else "plain"),),
                (Piece(", ".join(p for p in (a.by, a.on) if p) or "—"),),
            ),
        )
        for a in ledger
        if not (only_weak and a.basis == "evidence")
    ]
    if not rows:
        return Section("assumptions", "Key assumptions check", (Line((Piece("Every value rests on a passage."),)),))
    return Section(
        "assumptions", "Key assumptions check", table=Table(("Where", "What", "Value", "Rests on", "By, on"), tuple(rows)),
        note="What rests on a judgement, on a default, or on nothing.",
    )  # fmt: skip


def _place(case: Case, assumption: Assumption) -> str:
    parts = [case.party_name(assumption.party)] if assumption.party else []
    parts += [case.issue_name(assumption.issue)] if assumption.issue else []
    return " on ".join(parts) or ".".join(str(part) for part in assumption.path[:2])
