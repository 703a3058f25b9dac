"""Each draft against what every party has without a deal: worth as a stretch where a draft leaves something open."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.case.numbers import party_numbers
from zopa.case.readings import apply_reading
from zopa.views.charts.types import Chart, Dot, Strip, StripRow

if TYPE_CHECKING:
    from zopa.case import Case
    from zopa.solve.deals import DraftResult
    from zopa.views.deals import DealsUnder

_SILENT = "what it has without a deal is not filed yet"


def draw_drafts(case: Case, under: DealsUnder) -> Chart | None:
    """Drafts as lanes in a row for each party that must agree; None where no draft or no such party is computed on.

    A party that has no position on anything has no worth to show: its row says so. The no-deal value is a line, or a band where only a
    range is known.
    """
    frame, drafts = under.frame, under.result.drafts
    parties = sorted((frame.parties[p] for p in frame.veto_parties), key=lambda p: case.party_name(p).lower())
    if not drafts or not parties:
        return None
    shown = apply_reading(case, under.reading)
    without = {
        p: party_numbers(shown, p).no_deal if frame.no_deal[frame.parties.index(p)] is not None else None
        for p in parties
    }
    silent = {p for p in parties if not any(high for d in drafts for high in d.utility[p])}
    rows: list[StripRow] = []
    for party in parties:
        note = "what it wants is not filed yet" if party in silent else "" if without[party] else _SILENT
        ends = ("nothing that it wants", "all that it wants") if party == parties[-1] else ("", "")
        rows.append(StripRow(party, case.party_name(party), note, *ends))
    dots = tuple(_dot(case, party, d) for party in parties if party not in silent for d in drafts)
    limits = tuple(
        Dot(party, "", float(span[0]), None if span[0] == span[1] else float(span[1]), told=_limit(case, party))
        for party, span in without.items()
        if span
    )
    drawing = Strip(tuple(rows), tuple(d.name for d in drafts), dots, limits, "no deal")
    return Chart(drawing, _text(case, under, parties, silent))


def _dot(case: Case, party: str, draft: DraftResult) -> Dot:
    low, high = draft.utility[party]
    told = f"{draft.name}, to {case.party_name(party)}: {_stand(draft.refused_by.get(party))}"
    return Dot(party, draft.name, low, None if low == high else high, told=told)


def _stand(refused: tuple[str, ...] | None) -> str:
    return (
        "; ".join(refused)
        if refused
        else "crosses no red line of it and is worth no less to it than no deal, as far as either is known"
    )


def _limit(case: Case, party: str) -> str:
    told = case.parties[party].no_deal
    words = f", {told}" if told and told.draft else ""
    return f"{case.party_name(party)}: what it has without a deal{words}"


def _text(case: Case, under: DealsUnder, parties: list[str], silent: set[str]) -> str:
    """Who could take which draft, in a sentence for each."""
    sentences: list[str] = []
    for draft in under.result.drafts:
        if draft.reference is None:
            sentences.append(f"{draft.name} breaks a condition or the law.")
            continue
        refusing = [case.party_name(p) for p in parties if p in draft.refused_by]
        other = [case.party_name(p) for p in parties if p not in draft.refused_by and p not in silent]
        told = [f"is refused by {_listed(refusing)}"] if refusing else []
        told += (
            [f"crosses nothing that {_listed(other)} {'has' if len(other) == 1 else 'have'} stated"] if other else []
        )
        sentences.append(f"{draft.name} {' and '.join(told) or 'cannot be judged'}.")
    unsaid = [case.party_name(p) for p in parties if under.frame.no_deal[under.frame.parties.index(p)] is None]
    if unsaid:
        sentences.append(f"What {_listed(unsaid)} would have without a deal is not filed yet.")
    return " ".join(sentences)


def _listed(names: list[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
