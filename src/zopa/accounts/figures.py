"""Figures that measure the same thing: equal ones agree, different ones contradict each other."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import Item, find_stems, share

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.accounts.types import Finding
    from zopa.record import Figure

_SAME_MEASURE = 0.5  # Jaccard index of what two figures measure from which on they measure the same
_CONFLICT_MEASURE = 0.6  # stricter: a wrongly reported contradiction costs more than a missed one
_EXACT, _ROUGH = 0.005, 0.1  # relative difference within which two figures are equal; "about" widens it


@dataclass(frozen=True, slots=True)
class _Measured:
    item: Item
    figure: Figure
    of: frozenset[str]


def compare_figures(documents: list[list[Item]]) -> list[Finding]:
    """Findings on figures, one for each thing measured by two documents or more that are not copies of each other."""
    clusters: list[list[_Measured]] = []
    for measured in _all_measured(documents):
        home = next((c for c in clusters if _same(c[0], measured)), None)
        if home is None:
            clusters.append([measured])
        else:
            home.append(measured)
    return [finding for cluster in clusters if (finding := _judge(cluster)) is not None]


def _all_measured(documents: list[list[Item]]) -> Iterable[_Measured]:
    for items in documents:
        for item in items:
            if item.statement.within is None:
                for figure in item.statement.figures:
                    yield _Measured(item, figure, find_stems(figure.of))


def _same(a: _Measured, b: _Measured) -> bool:
    """True when two figures measure the same thing."""
    if a.figure.unit != b.figure.unit:
        return False
    alike = share(a.of, b.of)
    if _equal(a.figure, b.figure):
        # An equal value with a unit is evidence by itself: a name, a word of what is measured, or the event must agree too.
        related = bool(a.item.names & b.item.names or a.item.parties & b.item.parties)
        return alike >= _SAME_MEASURE or (bool(a.figure.unit) and related and (alike > 0 or a.figure.unit != "point"))
    return alike >= _CONFLICT_MEASURE and bool(a.of & b.of) and bool(a.item.names & b.item.names or not (a.item.names and b.item.names))


def _equal(a: Figure, b: Figure) -> bool:
    low_a, high_a = a.value, a.high if a.high is not None else a.value
    low_b, high_b = b.value, b.high if b.high is not None else b.value
    tolerance = _ROUGH if a.approximate or b.approximate else _EXACT
    slack = tolerance * max(abs(high_a), abs(high_b))
    return low_a - slack <= high_b and low_b - slack <= high_a


def _judge(cluster: list[_Measured]) -> Finding | None:
    by_group: dict[int, list[_Measured]] = {}
    for measured in cluster:
        by_group.setdefault(measured.item.group, []).append(measured)
    if len(by_group) < 2:
        return None
    first = cluster[0]
    agreeing = [m for m in cluster if any(_equal(m.figure, o.figure) and o.item.group != m.item.group for o in cluster)]
    if agreeing:
        chosen = _one_each(agreeing)
        what = "; ".join(dict.fromkeys(m.figure.of for m in chosen[:3] if m.figure.of)) or chosen[0].figure.unit
        return build_finding(
            "corroborated", "figure", f"{_value(chosen)} ({what})",
            f"They give the same figure ({chosen[0].figure.passage.text}); {independence([m.item for m in chosen])}.",
            [m.item for m in chosen], marked=[m.figure.passage for m in chosen],
        ) if len({m.item.group for m in chosen}) > 1 else None  # fmt: skip
    chosen = _one_each(cluster)
    if any(m.item.statement.prediction for m in chosen):
        return None
    values = " against ".join(dict.fromkeys(m.figure.passage.text for m in chosen))
    return build_finding(
        "contradicted", "figure", _measure([first]), f"They give different figures for the same measure: {values}.",
        [m.item for m in chosen], marked=[m.figure.passage for m in chosen],
    )  # fmt: skip


def _value(chosen: list[_Measured]) -> str:
    """The figure in the words that say most: "28-point" rather than "28"."""
    if chosen[0].figure.unit == "point":
        return f"{chosen[0].figure.value:g} points"
    return " ".join(max((m.figure.passage.text for m in chosen), key=len).split())


def _measure(chosen: list[_Measured]) -> str:
    return min((m.figure.of for m in chosen if m.figure.of), key=len, default=chosen[0].figure.unit or "a figure")


def _one_each(cluster: list[_Measured]) -> list[_Measured]:
    """The first of each document."""
    seen: set[int] = set()
    chosen: list[_Measured] = []
    for measured in cluster:
        if measured.item.order not in seen:
            seen.add(measured.item.order)
            chosen.append(measured)
    return chosen
