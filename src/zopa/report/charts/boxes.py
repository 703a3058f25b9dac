"""Steps as boxes in columns, an arrow from each to what it opens."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from zopa.report.charts.marks import (
    TOLD,
    Spec,
    along,
    by_colour,
    by_dash,
    colour,
    down,
    layer,
    shown,
    smooth_step,
    tie_rows,
)  # fmt: skip

if TYPE_CHECKING:
    from zopa.views.charts import Network, Node

_WIDTH, _GAP, _LINE, _PAD, _APART = 214, 64, 16, 9, 18
_LETTERS, _LINES = 30, 5  # letters of a line of a box, and lines that it may have
_COLOURS = {"open": "ink", "order disputed": "amber", "passed": "green"}


@dataclass(frozen=True, slots=True)
class _Box:
    node: Node
    lines: tuple[str, ...]
    notes: tuple[str, ...]
    x: float
    y: float
    height: float

    @property
    def middle(self) -> float:
        return self.y + self.height / 2


def draw_boxes(network: Network) -> Spec:
    """Boxes of one width; a box is as high as its words, which are cut after some lines and told whole on hovering."""
    boxes, width, height = _place(network)
    x, y = along(width), down(height)
    layers = [*_arrows(network, boxes, x, y), *_boxes(boxes, x, y)]
    return {"width": width, "height": height, "layer": layers, "usermeta": {"fixed": True}}


def _place(network: Network) -> tuple[dict[str, _Box], float, float]:
    """Columns from the left, each centred against the highest."""
    columns: dict[int, list[_Box]] = {}
    for node in network.nodes:
        lines, notes = _wrapped(node.name, _LINES) or ("",), _wrapped(node.note, 2)
        high = (len(lines) + len(notes)) * _LINE + 2 * _PAD
        columns.setdefault(node.column, []).append(_Box(node, lines, notes, node.column * (_WIDTH + _GAP), 0.0, high))
    highs = {c: sum(box.height for box in items) + _APART * (len(items) - 1) for c, items in columns.items()}
    height = max(highs.values())
    boxes: dict[str, _Box] = {}
    for column, items in columns.items():
        y = (height - highs[column]) / 2
        for box in items:
            boxes[box.node.key] = replace(box, y=y)
            y += box.height + _APART
    return boxes, (max(columns) + 1) * (_WIDTH + _GAP) - _GAP, height


def _wrapped(words: str, most: int) -> tuple[str, ...]:
    return tuple(textwrap.wrap(shown(words), _LETTERS, max_lines=most, placeholder=" …"))


def _arrows(network: Network, boxes: dict[str, _Box], x: Spec, y: Spec) -> list[Spec]:
    names = [shown(kind) for kind in network.kinds]
    colours = [_COLOURS.get(kind, "soft") for kind in network.kinds]
    lines: list[dict[str, Any]] = []
    heads: list[dict[str, Any]] = []
    for n, tie in enumerate(network.ties):
        a, b = boxes[tie.start], boxes[tie.end]
        start, end = (a.x + _WIDTH, a.middle), (b.x - 8, b.middle)
        lines += tie_rows(n, smooth_step(start, end), tie)
        heads.append({"x": end[0] + 3, "y": end[1], "kind": shown(tie.kind), "told": shown(tie.told)})
    coloured = by_colour(names, colours, field="kind", legend=len(names) > 1)
    dashed = by_dash(names) if len(names) > 1 else {**by_dash(names), "legend": None}
    drawn = {"x": x, "y": y, "detail": {"field": "tie"}, "color": coloured, "strokeDash": dashed, "tooltip": TOLD}
    return [
        layer({"type": "line", "interpolate": "monotone", "strokeWidth": 1.6}, lines, drawn),
        layer({"type": "point", "shape": "triangle-right", "filled": True, "size": 60, "opacity": 1}, heads,
              {"x": x, "y": y, "color": coloured, "tooltip": TOLD}),
    ]  # fmt: skip


def _boxes(boxes: dict[str, _Box], x: Spec, y: Spec) -> list[Spec]:
    rows = [
        {"x": b.x, "x2": b.x + _WIDTH, "y": b.y, "y2": b.y + b.height, "left": b.x + 11, "top": b.y + _PAD, "words": "\n".join(b.lines),
         "notes": "\n".join(b.notes), "below": b.y + _PAD + len(b.lines) * _LINE, "told": shown(b.node.name), "strong": b.node.strong}
        for b in boxes.values()
    ]  # fmt: skip
    frame = {"type": "rect", "cornerRadius": 6, "fill": colour("card"), "stroke": colour("soft")}
    words = {
        "type": "text",
        "align": "left",
        "baseline": "top",
        "lineHeight": _LINE,
        "lineBreak": "\n",
        "fontSize": 12.5,
    }
    wider = {"condition": {"test": "datum.strong", "value": 2.2}, "value": 1}
    return [
        layer(frame, rows, {"x": x, "x2": {"field": "x2"}, "y": y, "y2": {"field": "y2"}, "strokeWidth": wider, "tooltip": TOLD}),
        layer(words, rows, {"x": {**x, "field": "left"}, "y": {**y, "field": "top"}, "text": {"field": "words", "type": "nominal"}}),
        layer({**words, "color": colour("soft"), "fontStyle": "italic"}, [row for row in rows if row["notes"]],
              {"x": {**x, "field": "left"}, "y": {**y, "field": "below"}, "text": {"field": "notes", "type": "nominal"}}),
    ]  # fmt: skip
