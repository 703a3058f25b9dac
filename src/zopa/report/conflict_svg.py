"""The graph of a small conflict as SVG: states on a ring, an arrow for each improvement, one dash pattern for each decision maker."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_SIZE, _RING, _NODE = 820, 320, 26
_DASHES = ("none", "9 4", "2 4", "12 3 2 3", "5 2 1 2", "1 5")
_GREY = ("#1f4e79", "#7a4a00", "#2d6a4f", "#6b2d5c", "#444444", "#8a1c1c")


def render_conflict_svg(
    states: Sequence[str],
    moves: Sequence[tuple[str, str, str]],
    holding: Sequence[str],
    start: str | None,
    names: Mapping[str, str],
) -> str:
    """The drawing.

    Args:
        states: labels; some forty can be read.
        moves: (decision maker, from, to) of every improvement.
        holding: states that hold, drawn with a double line.
        start: where things stand, named so.
        names: of the decision makers, for the legend.
    """
    place = {state: _at(n, len(states)) for n, state in enumerate(states)}
    makers = list(dict.fromkeys(maker for maker, _, _ in moves))
    height = _SIZE + 30 * len(makers)
    title = f"{len(states)} states, {len(moves)} improvements; {len(holding)} states hold"
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_SIZE} {height}" role="img" aria-label="{escape(title)}">',
        f"<title>{escape(title)}</title>",
        (
            '<defs><marker id="head" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" orient="auto-start-reverse">'
            '<path d="M0 0L10 5L0 10z" fill="context-stroke"/></marker></defs>'
        ),
        f'<rect width="{_SIZE}" height="{height}" fill="#ffffff"/>',
    ]
    parts += [_arrow(place[a], place[b], makers.index(maker)) for maker, a, b in moves]
    parts += [_node(state, place[state], holds=state in holding, start=state == start) for state in states]
    for n, maker in enumerate(makers):
        y = _SIZE + 10 + 30 * n
        parts.append(f'<path d="M40 {y}H110" {_stroke(n)} marker-end="url(#head)"/>')
        parts.append(
            f'<text x="124" y="{y + 5}" font-family="sans-serif" font-size="15">{escape(names.get(maker, maker))} gains</text>'
        )
    return "".join((*parts, "</svg>\n"))


def _at(n: int, count: int) -> tuple[float, float]:
    angle = 2 * math.pi * n / max(1, count) - math.pi / 2
    return _SIZE / 2 + _RING * math.cos(angle), _SIZE / 2 + _RING * math.sin(angle)


def _arrow(a: tuple[float, float], b: tuple[float, float], maker: int) -> str:
    """A bent line from the edge of one node to the edge of the other, bent so that both ways can be told apart."""
    dx, dy = b[0] - a[0], b[1] - a[1]
    length = math.hypot(dx, dy) or 1.0
    bend = 0.12 * length
    mid = ((a[0] + b[0]) / 2 - dy / length * bend, (a[1] + b[1]) / 2 + dx / length * bend)
    start, end = _towards(a, mid), _towards(b, mid)
    curve = f"M{start[0]:.1f} {start[1]:.1f}Q{mid[0]:.1f} {mid[1]:.1f} {end[0]:.1f} {end[1]:.1f}"
    return f'<path d="{curve}" {_stroke(maker)} marker-end="url(#head)"/>'


def _towards(a: tuple[float, float], b: tuple[float, float]) -> tuple[float, float]:
    length = math.hypot(b[0] - a[0], b[1] - a[1]) or 1.0
    return a[0] + (b[0] - a[0]) / length * (_NODE + 4), a[1] + (b[1] - a[1]) / length * (_NODE + 4)


def _stroke(maker: int) -> str:
    return f'fill="none" stroke="{_GREY[maker % len(_GREY)]}" stroke-width="1.6" stroke-dasharray="{_DASHES[maker % len(_DASHES)]}"'


def _node(state: str, at: tuple[float, float], *, holds: bool, start: bool) -> str:
    x, y = at
    rings = f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_NODE}" fill="#ffffff" stroke="#222222" stroke-width="{3 if holds else 1}"/>'
    if holds:
        rings += f'<circle cx="{x:.1f}" cy="{y:.1f}" r="{_NODE - 5}" fill="none" stroke="#222222"/>'
    text = f'<text x="{x:.1f}" y="{y + 4:.1f}" text-anchor="middle" font-family="monospace" font-size="11">{escape(state)}</text>'
    now = (
        f'<text x="{x:.1f}" y="{y + _NODE + 15:.1f}" text-anchor="middle" font-family="sans-serif" font-size="13">now</text>'
        if start
        else ""
    )
    return rings + text + now
