"""Efficient deals by pairs of parties, each of which opens as a package."""

from __future__ import annotations

from itertools import combinations, pairwise
from typing import TYPE_CHECKING

from zopa.case.numbers import party_numbers
from zopa.case.readings import apply_reading
from zopa.views.charts.types import Chart, Package, Pairs

if TYPE_CHECKING:
    from zopa.case import Case
    from zopa.views.deals import DealsUnder

MOST = 400
"""Deals that are drawn; of more, such that are spread evenly over the list."""


def draw_frontier(case: Case, under: DealsUnder) -> Chart | None:
    """The efficient deals of a reading; None where there are none or fewer than two parties must agree.

    A draft that leaves something open has no one place and is not drawn. Of more than `MOST` deals some are drawn, evenly over the list,
    and the text says so.
    """
    frame, result = under.frame, under.result
    parties = sorted((frame.parties[p] for p in frame.veto_parties), key=lambda p: case.party_name(p).lower())
    if not result.frontier or len(parties) < 2:
        return None
    step = -(-len(result.frontier) // MOST)
    shown = result.frontier[::step]
    names = {p: case.party_name(p) for p in parties}
    packages = tuple(Package({names[p]: row.utility[p] for p in parties}, tuple(row.choice)) for row in shown)
    issues = tuple(
        (case.issue_name(issue), tuple(case.option_name(issue, o) for o in options))
        for issue, options in zip(frame.issues, frame.options, strict=True)
    )
    settled = [d for d in result.drafts if all(low == high for low, high in (d.utility[p] for p in parties))]
    drafts = tuple((d.name, {names[p]: d.utility[p][0] for p in parties}) for d in settled)
    as_read = apply_reading(case, under.reading)
    spans = {p: party_numbers(as_read, p).no_deal for p in parties if frame.no_deal[frame.parties.index(p)] is not None}
    no_deal = {names[p]: (float(span[0]), float(span[1])) for p, span in spans.items() if span}
    drawing = Pairs(tuple(names.values()), packages, issues, drafts, no_deal)
    return Chart(drawing, _text(under, drawing))


def _text(under: DealsUnder, drawing: Pairs) -> str:
    count, listed = under.result.frontier_count, len(under.result.frontier)
    many = f"{count:,}" if count is not None else f"At least {listed:,}"
    told = f"{many} deal{'s' if count != 1 else ''} that no other acceptable deal improves on for one party without loss to another."
    if len(drawing.packages) < (count or listed):
        told += f" Drawn of them: {len(drawing.packages):,}."
    if len(drawing.drafts) < len(under.result.drafts):
        told += " Drafts that leave something open are not drawn."
    return f"{told} {_tension(drawing)}".strip()


def _tension(drawing: Pairs) -> str:
    """Between whom the deals differ most: the pair of which one gains most surely what the other loses."""
    against = [
        (a, b)
        for a, b in combinations(drawing.parties, 2)
        if len(drawing.packages) > 1 and _always_against([(p.worth[a], p.worth[b]) for p in drawing.packages])
    ]
    if not against:
        return ""
    pairs = "; ".join(f"{a} and {b}" for a, b in against)
    return f"What one gains from one of them to the next the other loses: {pairs}."


def _always_against(points: list[tuple[float, float]]) -> bool:
    """Whether the second falls whenever the first rises, and does so somewhere."""
    ordered = sorted(set(points))
    return len(ordered) > 1 and all(b[1] < a[1] for a, b in pairwise(ordered))
