"""Things on rows: a name above each row, a lane for each series in it, lines and bands across it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from zopa.report.charts.marks import (
    CROSS,
    TOLD,
    UPRIGHT,
    Spec,
    across,
    by_colour,
    by_shape,
    colour,
    down,
    layer,
    series_colours,
    series_shapes,
    shown,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.views.charts import Dot, Strip, StripRow

_NAME, _NOTE, _LANE, _ENDS, _GAP = 20, 17, 15, 16, 12


_NEAR = 0.02  # share of the width within which two things on a line of dates would cover each other
_MOST_LANES = 8


@dataclass(frozen=True, slots=True)
class _Spot:
    """Where a row stands, in pixels from the top: its name, the lane of each of its dots, its foot."""

    row: StripRow
    top: float
    lanes: dict[Dot, float]
    first: float
    foot: float


def draw_strip(strip: Strip) -> Spec:
    """The strip, as wide as its place allows."""
    places, height = _places(strip)
    layers = [*_ground(strip, places, height), *_limits(strip, places, height), *_dots(strip, places, height)]
    layers += _words(places, height)
    return {"height": height, "width": 720, "layer": layers}


def _places(strip: Strip) -> tuple[dict[str, _Spot], float]:
    places: dict[str, _Spot] = {}
    y = 0.0
    for row in strip.rows:
        top = y
        y += _NAME + (_NOTE if row.note else 0)
        dots = [dot for dot in strip.dots if dot.row == row.key]
        nth = _by_series(strip, dots) if strip.lanes else _apart(strip, dots)
        lanes = {dot: y + (n + 0.5) * _LANE for dot, n in nth.items()}
        first = y
        y += (max(nth.values(), default=-1) + 1) * _LANE
        foot = y
        y += (_ENDS if row.low or row.high else 0) + _GAP
        places[row.key] = _Spot(row, top, lanes, first, foot)
    return places, y


def _by_series(strip: Strip, dots: Sequence[Dot]) -> dict[Dot, int]:
    """A lane for each series that has something in the row."""
    there = [series for series in strip.series if any(dot.series == series for dot in dots)]
    return {dot: there.index(dot.series) for dot in dots}


def _apart(strip: Strip, dots: Sequence[Dot]) -> dict[Dot, int]:
    """As few lanes as keep things of about the same day from covering each other."""
    days = [date.fromisoformat(str(day)).toordinal() for dot in strip.dots for day in (dot.at, dot.to) if day]
    room = max(1.0, (max(days) - min(days)) * _NEAR)
    ends: list[float] = []
    lanes: dict[Dot, int] = {}
    for dot in sorted(dots, key=lambda d: str(d.at)):
        start, end = (date.fromisoformat(str(day)).toordinal() for day in (dot.at, dot.to or dot.at))
        free = next((n for n, last in enumerate(ends) if last + room <= start), len(ends))
        free = min(free, _MOST_LANES - 1)
        ends[free : free + 1] = [end]
        lanes[dot] = free
    return lanes


def _ground(strip: Strip, places: dict[str, _Spot], height: float) -> list[Spec]:
    """A thin line for each lane, so that a place on it can be read; none on a line of dates, which has its axis."""
    if strip.dates:
        days = [str(day) for dot in strip.dots for day in (dot.at, dot.to) if day]
        rows = [
            {"x": min(days), "x2": max(days), "y": lane}
            for p in places.values()
            for lane in sorted(set(p.lanes.values()))
        ]
    else:
        rows = [{"x": 0, "x2": 1, "y": lane} for p in places.values() for lane in sorted(set(p.lanes.values()))]
    encoding = {"x": across(dates=strip.dates), "x2": {"field": "x2"}, "y": down(height)}
    return [layer({"type": "rule", "color": colour("line")}, rows, encoding)]


def _limits(strip: Strip, places: dict[str, _Spot], height: float) -> list[Spec]:
    """What crosses all lanes of a row: a band for a range, a dashed line for a value."""
    rows: list[dict[str, Any]] = [
        {"x": d.at, "x2": d.at if d.to is None else d.to, "y": places[d.row].first, "y2": places[d.row].foot, "told": shown(d.told)}
        for d in strip.limits
    ]  # fmt: skip
    ends = {"y": down(height), "y2": {"field": "y2"}, "tooltip": TOLD}
    x = across(dates=strip.dates)
    parts: list[Spec] = []
    if bands := [row for row in rows if row["x"] != row["x2"]]:
        parts.append(
            layer(
                {"type": "rect", "color": colour("red"), "opacity": 0.13},
                bands,
                {"x": x, "x2": {"field": "x2"}, **ends},
            )
        )
    if rows:
        parts.append(
            layer(
                {"type": "rule", "color": colour("red"), "strokeWidth": 2, "strokeDash": [4, 3]}, rows, {"x": x, **ends}
            )
        )
    return parts


def _dots(strip: Strip, places: dict[str, _Spot], height: float) -> list[Spec]:
    names, colours, shapes = _legend(strip)
    stretches = [_row(places, d) for d in strip.dots if d.to is not None]
    points = [_row(places, d) for d in strip.dots if not d.barred]
    points += [{**row, "x": row["x2"]} for row in stretches if not strip.dates]
    crosses = [_row(places, d) for d in strip.dots if d.barred]
    x, y = across(dates=strip.dates), down(height)
    coloured = by_colour(names, colours)
    parts: list[Spec] = []
    if stretches:
        encoding = {"x": x, "x2": {"field": "x2"}, "y": y, "color": coloured, "tooltip": TOLD}
        parts.append(
            layer({"type": "rule", "strokeWidth": 5, "opacity": 0.4, "strokeCap": "round"}, stretches, encoding)
        )
    if crosses:
        encoding = {"x": x, "y": y, "color": coloured, "tooltip": TOLD}
        parts.append(
            layer({"type": "point", "shape": CROSS, "size": 70, "strokeWidth": 2.2, "opacity": 1}, crosses, encoding)
        )
    encoding = {"x": x, "y": y, "color": coloured, "shape": by_shape(names, shapes), "tooltip": TOLD}
    parts.append(layer({"type": "point", "filled": True, "size": 95, "opacity": 0.95}, points, encoding))
    return parts


def _row(places: dict[str, _Spot], dot: Dot) -> dict[str, Any]:
    return {
        "x": dot.at,
        "x2": dot.to,
        "y": places[dot.row].lanes[dot],
        "series": shown(dot.series),
        "told": shown(dot.told),
    }


def _legend(strip: Strip) -> tuple[list[str], list[str], list[str]]:
    """Names, colours and shapes of the legend; the line across a row stands last."""
    names = [shown(name) for name in strip.series]
    colours, shapes = series_colours(len(names)), series_shapes(len(names))
    if strip.limits:
        return [*names, strip.limit_name], [*colours, "red"], [*shapes, UPRIGHT]
    return names, colours, shapes


def _words(places: dict[str, _Spot], height: float) -> list[Spec]:
    """The name of each row, the remark under it, and the words at its ends."""
    names = [{"words": shown(p.row.name), "y": p.top + 12} for p in places.values()]
    notes = [{"words": shown(p.row.note), "y": p.top + 12 + _NOTE} for p in places.values() if p.row.note]
    low = [{"words": shown(p.row.low), "y": p.foot + 10} for p in places.values() if p.row.low]
    high = [{"words": shown(p.row.high), "y": p.foot + 10} for p in places.values() if p.row.high]
    return [
        *_line(names, height, {"fontWeight": "bold"}),
        *_line(notes, height, {"fontStyle": "italic", "color": colour("soft"), "fontSize": 12}),
        *_line(low, height, {"color": colour("soft"), "fontSize": 12}, share=0.48),
        *_line(high, height, {"color": colour("soft"), "fontSize": 12, "align": "right"}, share=0.48),
    ]


def _line(rows: Sequence[dict[str, Any]], height: float, style: Spec, share: float = 1.0) -> list[Spec]:
    """Words that start at the left edge, or end at the right one, and are cut where they would leave the drawing."""
    if not rows:
        return []
    right = style.get("align") == "right"
    mark = {"type": "text", "align": "left", "baseline": "middle", "limit": {"expr": f"{share} * width"}, **style}
    encoding: Spec = {
        "x": {"value": "width" if right else 0},
        "y": down(height),
        "text": {"field": "words", "type": "nominal"},
    }
    return [layer(mark, rows, encoding)]
