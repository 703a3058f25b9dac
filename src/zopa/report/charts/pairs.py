"""Deals by pairs of parties: a panel for each pair; a deal that is chosen stands out in all of them."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Any

from zopa.report.charts.marks import Spec, by_colour, by_shape, colour, layer, shown

if TYPE_CHECKING:
    from zopa.views.charts import Pairs

SIDE = 210
"""Side of a panel, in pixels."""
_DEAL = "efficient deal"


def draw_pairs(pairs: Pairs) -> Spec:
    """Panels in as many columns as there is room for; better for a party is right, or up. No numbers: none is known so well.

    ``usermeta`` carries what the page needs to open a deal: the issues with their options, and what each deal takes.
    """
    spans = [_span(pairs, party) for party in pairs.parties]
    panels = [_panel(pairs, a, b, spans) for a, b in combinations(range(len(pairs.parties)), 2)]
    issues = [[shown(name), [shown(option) for option in options]] for name, options in pairs.issues]
    return {
        "params": [{"name": "chosen", "value": -1}],
        "columns": 3,
        "spacing": 34,
        "concat": panels,
        "usermeta": {
            "panel": SIDE + 60,
            "packages": {"issues": issues, "choices": [list(p.choice) for p in pairs.packages]},
        },
    }


def _span(pairs: Pairs, party: str) -> list[float]:
    """What to show of a party's scale: everything drawn, with a margin."""
    worth = [p.worth[party] for p in pairs.packages] + [w[party] for _, w in pairs.drafts]
    worth += list(pairs.no_deal.get(party, ()))[:1]
    low, high = min(worth), max(worth)
    margin = max(0.02, (high - low) * 0.08)
    return [low - margin, high + margin]


def _panel(pairs: Pairs, a: int, b: int, spans: list[list[float]]) -> Spec:
    one, other = pairs.parties[a], pairs.parties[b]
    names = [_DEAL, *(shown(name) for name, _ in pairs.drafts)]
    x, y = _axis("x", one, spans[a], up=False), _axis("y", other, spans[b], up=True)
    deals = [{"x": p.worth[one], "y": p.worth[other], "n": n, "series": _DEAL} for n, p in enumerate(pairs.packages)]
    drafts = [
        {"x": w[one], "y": w[other], "n": -1, "series": shown(name), "told": shown(name)} for name, w in pairs.drafts
    ]
    coloured, shaped = by_colour(names), by_shape(names)
    wide = {"condition": {"test": "datum.n === chosen", "value": 190}, "value": 48}
    told = {"field": "n", "type": "quantitative"}
    layers = _limits(pairs, one, other, x, y)
    layers.append(layer({"type": "point", "filled": True, "opacity": 0.55, "cursor": "pointer"}, deals,
                        {"x": x, "y": y, "color": coloured, "shape": shaped, "size": wide, "tooltip": told}))  # fmt: skip
    layers.append(layer({"type": "point", "filled": True, "size": 95, "opacity": 1}, drafts,
                        {"x": x, "y": y, "color": coloured, "shape": shaped, "tooltip": {"field": "told", "type": "nominal"}}))  # fmt: skip
    return {"width": SIDE, "height": SIDE, "view": {"stroke": colour("line")}, "layer": layers}


def _axis(field: str, party: str, span: list[float], *, up: bool) -> Spec:
    axis = {
        "labels": False,
        "ticks": False,
        "grid": False,
        "domain": False,
        "title": f"{shown(party)} →",
        "titlePadding": 8,
    }
    if up:
        axis["titleAngle"] = -90
    return {
        "field": field,
        "type": "quantitative",
        "scale": {"domain": span, "nice": False, "zero": False},
        "axis": axis,
    }


def _limits(pairs: Pairs, one: str, other: str, x: Spec, y: Spec) -> list[Spec]:
    """What each has without a deal, as a line; where only a range is known, its lower end."""
    parts: list[Spec] = []
    mark = {"type": "rule", "color": colour("red"), "strokeDash": [4, 3], "strokeWidth": 1.5}
    for party, field, axis in ((one, "x", x), (other, "y", y)):
        if party in pairs.no_deal:
            rows: list[dict[str, Any]] = [{field: pairs.no_deal[party][0], "told": f"no deal, {shown(party)}"}]
            parts.append(layer(mark, rows, {field: axis, "tooltip": {"field": "told", "type": "nominal"}}))
    return parts
