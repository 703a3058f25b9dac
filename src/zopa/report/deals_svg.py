"""The deal space as SVG: drafts against no-deal values first, then efficient deals by pairs of parties."""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from markupsafe import escape

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

_WIDTH, _ROW, _LEFT, _RIGHT = 860, 26, 300, 40
_PANEL = 240  # side of a frontier panel
_SHOWN = 2_000  # points of a panel; more are one grey cloud anyway
_FONT = 'font-family="sans-serif" font-size="13"'


def render_deals_svg(
    parties: Sequence[tuple[str, float | None]],
    drafts: Sequence[tuple[str, Mapping[str, tuple[float, float]]]],
    frontier: Sequence[Mapping[str, float]],
) -> str:
    """The drawing.

    Args:
        parties: (name, no-deal value or None where nobody has said) of those who must agree.
        drafts: (name, party name -> least and most that its completions are worth).
        frontier: party name -> utility of each efficient deal.
    """
    rows, y = _drafts(parties, drafts)
    panels, height = _frontier([name for name, _ in parties], frontier, y + 30)
    title = (
        f"{len(drafts)} drafts against the no-deal values of {len(parties)} parties; {len(frontier)} efficient deals"
    )
    head = f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height:.0f}" role="img" aria-label="{escape(title)}">'
    return "".join(
        (
            head,
            f"<title>{escape(title)}</title>",
            f'<rect width="{_WIDTH}" height="{height:.0f}" fill="#ffffff"/>',
            *rows,
            *panels,
            "</svg>\n",
        )
    )


def _x(value: float) -> float:
    return _LEFT + value * (_WIDTH - _LEFT - _RIGHT)


def _drafts(
    parties: Sequence[tuple[str, float | None]], drafts: Sequence[tuple[str, Mapping[str, tuple[float, float]]]]
) -> tuple[list[str], float]:
    """For each party a block: its no-deal value as a line, each draft as a dot, or a bar where the draft leaves something open."""
    parts = [
        f'<text x="20" y="28" {_FONT} font-weight="bold">Drafts against no-deal values (right: all that is wanted)</text>'
    ]
    y = 54.0
    for name, no_deal in parties:
        top = y
        told = "" if no_deal is not None else " (what it has without a deal, nobody has said)"
        parts.append(f'<text x="20" y="{y:.0f}" {_FONT} font-weight="bold">{escape(name)}{told}</text>')
        for draft, worth in drafts:
            y += _ROW
            low, high = worth.get(name, (0.0, 0.0))
            parts.append(f'<text x="36" y="{y + 4:.0f}" {_FONT}>{escape(draft[:40])}</text>')
            parts.append(f'<path d="M{_x(0):.1f} {y:.1f}H{_x(1):.1f}" stroke="#cccccc"/>')
            parts.append(
                f'<path d="M{_x(low):.1f} {y:.1f}H{_x(high):.1f}" stroke="#1f4e79" stroke-width="7" stroke-linecap="round" opacity="0.5"/>'
            )
            parts.append(f'<circle cx="{_x((low + high) / 2):.1f}" cy="{y:.1f}" r="5" fill="#1f4e79"/>')
        if no_deal is not None:
            x = _x(no_deal)
            parts.append(
                f'<path d="M{x:.1f} {top + 8:.1f}V{y + 10:.1f}" stroke="#222222" stroke-width="2" stroke-dasharray="5 3"/>'
            )
            parts.append(f'<text x="{x:.1f}" y="{top + 2:.1f}" text-anchor="middle" {_FONT}>no deal</text>')
        y += _ROW + 12
    return parts, y


def _frontier(names: Sequence[str], frontier: Sequence[Mapping[str, float]], top: float) -> tuple[list[str], float]:
    """One panel for each pair of parties, three in a row; nothing where there is no acceptable deal."""
    pairs = list(combinations(names, 2))
    if not frontier or not pairs:
        text = "No deal is acceptable to all, so there is no frontier to draw."
        return [f'<text x="20" y="{top:.0f}" {_FONT}>{text}</text>'], top + 30
    parts = [f'<text x="20" y="{top:.0f}" {_FONT} font-weight="bold">Efficient deals, by pairs of parties</text>']
    step = (_WIDTH - 40) / 3
    for n, (a, b) in enumerate(pairs):
        left, high = 40 + (n % 3) * step, top + 20 + (n // 3) * (_PANEL + 50)
        parts.append(
            f'<rect x="{left:.1f}" y="{high:.1f}" width="{_PANEL}" height="{_PANEL}" fill="none" stroke="#999999"/>'
        )
        parts.append(
            f'<text x="{left + _PANEL / 2:.1f}" y="{high + _PANEL + 18:.1f}" text-anchor="middle" {_FONT}>{escape(a)} →</text>'
        )
        place = f'x="{left - 8:.1f}" y="{high + _PANEL / 2:.1f}" transform="rotate(-90 {left - 8:.1f} {high + _PANEL / 2:.1f})"'
        parts.append(f'<text {place} text-anchor="middle" {_FONT}>{escape(b)} →</text>')
        parts += [
            f'<circle cx="{left + row[a] * _PANEL:.1f}" cy="{high + (1 - row[b]) * _PANEL:.1f}" r="3" fill="#1f4e79" opacity="0.5"/>'
            for row in frontier[:_SHOWN]
        ]
    return parts, top + 40 + ((len(pairs) + 2) // 3) * (_PANEL + 50)
