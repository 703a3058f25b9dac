"""Two facing lists with ties between them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.report.charts.marks import (
    TOLD,
    Spec,
    across,
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

_STEP, _HEAD = 21, 26
_LEAST = 560  # pixels below which the lists keep their width and are scrolled
_LEFT, _RIGHT = 0.38, 0.62  # where the ties begin and end, as shares of the width


def draw_lists(network: Network) -> Spec:
    """The left list ends where the ties begin, the right one begins where they end; the shorter list is spread over the height."""
    columns = [[n for n in network.nodes if n.column == side] for side in (0, 1)]
    most = max(len(column) for column in columns)
    height = _HEAD + most * _STEP
    at: dict[str, float] = {}
    for column in columns:
        step = most * _STEP / max(1, len(column))
        at |= {node.key: _HEAD + (n + 0.5) * step for n, node in enumerate(column)}
    layers = [_ties(network, at, height)] if network.ties else []
    layers += [part for side in (0, 1) for part in _names(columns[side], at, height, side)]
    layers += _heads(network, height)
    return {"height": height, "width": 720, "layer": layers, "usermeta": {"least": _LEAST}}


def _ties(network: Network, at: dict[str, float], height: float) -> Spec:
    """Each tie as a curve that leaves and arrives level."""
    names = [shown(kind) for kind in network.kinds]
    rows = [
        row
        for n, t in enumerate(network.ties)
        for row in tie_rows(n, smooth_step((_LEFT, at[t.start]), (_RIGHT, at[t.end])), t)
    ]
    encoding = {
        "x": across(), "y": down(height), "detail": {"field": "tie"}, "color": by_colour(names, field="kind"),
        "strokeDash": by_dash(names), "tooltip": TOLD,
    }  # fmt: skip
    return layer({"type": "line", "interpolate": "monotone", "strokeWidth": 1.5, "opacity": 0.75}, rows, encoding)


def _names(column: list[Node], at: dict[str, float], height: float, side: int) -> list[Spec]:
    """The names of a list; those that stand out are bold, a word after them says why."""
    parts: list[Spec] = []
    for strong in (False, True):
        rows: list[dict[str, Any]] = [
            {
                "x": _LEFT - 0.012 if side == 0 else _RIGHT + 0.012,
                "y": at[n.key],
                "words": _words(n),
                "told": shown(n.name),
            }
            for n in column
            if n.strong == strong
        ]
        if not rows:
            continue
        mark = {
            "type": "text", "align": "right" if side == 0 else "left", "baseline": "middle", "limit": {"expr": f"{_LEFT - 0.02} * width"},
            "fontWeight": "bold" if strong else "normal",
        }  # fmt: skip
        encoding = {"x": across(), "y": down(height), "text": {"field": "words", "type": "nominal"}, "tooltip": TOLD}
        parts.append(layer(mark, rows, encoding))
    return parts


def _words(node: Node) -> str:
    return shown(f"{node.note}: {node.name}" if node.note else node.name)


def _heads(network: Network, height: float) -> list[Spec]:
    parts: list[Spec] = []
    for side, head in enumerate(network.heads[:2]):
        x = _LEFT - 0.012 if side == 0 else _RIGHT + 0.012
        mark = {
            "type": "text", "align": "right" if side == 0 else "left", "baseline": "middle", "color": colour("soft"),
            "limit": {"expr": f"{_LEFT - 0.02} * width"},
        }  # fmt: skip
        encoding = {"x": across(), "y": down(height), "text": {"field": "words", "type": "nominal"}}
        parts.append(layer(mark, [{"x": x, "y": 8, "words": shown(head)}], encoding))
    return parts
