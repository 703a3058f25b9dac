"""Nodes on a ring, an arrow for each tie, bent so that both directions can be told apart."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, Any

from zopa.report.charts.marks import TOLD, Spec, along, by_colour, by_dash, colour, down, layer, shown, tie_rows

if TYPE_CHECKING:
    from zopa.views.charts import Network, Node

Point = tuple[float, float]
_NODE, _PAD = 25, 44  # radius of a node, and room around the ring for nodes and the word under one


def draw_ring(network: Network) -> Spec:
    """The ring begins at the top and goes clockwise; nodes that stand out have a double line."""
    count = len(network.nodes)
    radius = max(130.0, count * 11.0)
    size = 2 * (radius + _PAD)
    at = {n.key: _at(k, count, radius, size / 2) for k, n in enumerate(network.nodes)}
    x, y = along(size), down(size)
    layers = [*(_arrows(network, at, x, y) if network.ties else []), *_nodes(network.nodes, at, x, y, size / 2)]
    return {"width": size, "height": size, "layer": layers, "usermeta": {"fixed": True}}


def _at(nth: int, count: int, radius: float, centre: float) -> Point:
    angle = 2 * math.pi * nth / max(1, count) - math.pi / 2
    return centre + radius * math.cos(angle), centre + radius * math.sin(angle)


def _arrows(network: Network, at: dict[str, Point], x: Spec, y: Spec) -> list[Spec]:
    names = [shown(kind) for kind in network.kinds]
    lines: list[dict[str, Any]] = []
    heads: list[dict[str, Any]] = []
    for n, tie in enumerate(network.ties):
        path = _bent(at[tie.start], at[tie.end])
        lines += tie_rows(n, path, tie)
        (ax, ay), (bx, by) = path[-2:]
        heads.append({"x": bx, "y": by, "angle": math.degrees(math.atan2(by - ay, bx - ax)),
                      "kind": shown(tie.kind), "told": shown(tie.told)})  # fmt: skip
    coloured = by_colour(names, field="kind")
    drawn = {
        "x": x,
        "y": y,
        "detail": {"field": "tie"},
        "order": {"field": "nth"},
        "color": coloured,
        "strokeDash": by_dash(names),
        "tooltip": TOLD,
    }
    angle = {"field": "angle", "type": "quantitative", "scale": None}
    head = {"type": "point", "shape": "M-1-.6L.6 0L-1 .6Z", "filled": True, "size": 90, "opacity": 1}
    return [
        layer({"type": "line", "strokeWidth": 1.5, "opacity": 0.85}, lines, drawn),
        layer(head, heads, {"x": x, "y": y, "angle": angle, "color": coloured, "tooltip": TOLD}),
    ]


def _bent(a: Point, b: Point) -> list[Point]:
    """A curve from the edge of one node to the edge of the other, as points."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    bend = ((a[0] + b[0]) / 2 - dy * 0.12, (a[1] + b[1]) / 2 + dx * 0.12)
    start, end = _towards(a, bend, _NODE), _towards(b, bend, _NODE + 3)
    shares = [n / 8 for n in range(9)]
    return [
        tuple((1 - s) ** 2 * p + 2 * s * (1 - s) * q + s * s * r for p, q, r in zip(start, bend, end, strict=True))  # type: ignore[misc]
        for s in shares
    ]


def _towards(a: Point, b: Point, by: float) -> Point:
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1.0
    return a[0] + dx / length * by, a[1] + dy / length * by


def _nodes(nodes: tuple[Node, ...], at: dict[str, Point], x: Spec, y: Spec, centre: float) -> list[Spec]:
    rows = [{"x": at[n.key][0], "y": at[n.key][1], "words": shown(n.name), "strong": n.strong} for n in nodes]
    circle = {
        "type": "point",
        "shape": "circle",
        "filled": False,
        "stroke": colour("ink"),
        "size": math.pi * _NODE**2,
        "opacity": 1,
    }
    inner = {**circle, "size": math.pi * (_NODE - 4) ** 2}
    words = {"type": "text", "align": "center", "baseline": "middle", "font": "monospace", "fontSize": 11}
    text = {"field": "words", "type": "nominal"}
    parts = [layer({**circle, "fill": colour("card")}, rows, {"x": x, "y": y})]
    if strong := [row for row in rows if row["strong"]]:
        parts.append(layer(inner, strong, {"x": x, "y": y}))
    parts.append(layer(words, rows, {"x": x, "y": y, "text": text}))
    if notes := [_note(n, at[n.key], centre) for n in nodes if n.note]:
        parts.append(
            layer({"type": "text", "baseline": "middle", "fontWeight": "bold"}, notes, {"x": x, "y": y, "text": text})
        )
    return parts


def _note(node: Node, at: Point, centre: float) -> dict[str, Any]:
    """The word of a node outside the ring, clear of arrows."""
    x, y = _towards(at, (2 * at[0] - centre, 2 * at[1] - centre), _NODE + 15)
    return {"x": x, "y": y, "words": shown(node.note)}
