"""What every drawing shares: colours by name, shapes, scales without numbers, and short ways to write a layer of Vega-Lite.

Colours are variables of the page's style, so that a chart follows light, dark and paper by itself; `LIGHT` holds their values for
pictures, which have no page around them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.report.hidden import visible

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.views.charts import Tie

    Point = tuple[float, float]

Spec = dict[str, Any]
"""A specification of Vega-Lite, or a part of one."""

LIGHT = {
    "paper": "#fbfaf7", "card": "#ffffff", "ink": "#1d1d1b", "soft": "#625f57", "line": "#e2dfd6", "grey": "#f1efe9", "blue": "#0b5c8f",
    "green": "#00674f", "amber": "#8a4a00", "red": "#a33914", "violet": "#5d3f8c",
}  # fmt: skip
SERIES = ("blue", "amber", "green", "violet", "soft", "red")
SHAPES = ("circle", "diamond", "square", "triangle-up", "triangle-down", "cross")
DASHES = ([1, 0], [6, 3], [2, 3], [8, 3, 2, 3], [10, 4], [1, 4])
CROSS = "M-.7-.7L.7.7M-.7 .7L.7-.7"
UPRIGHT = "M0-1L0 1"
FONT = 'Inter, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", Arial, "Noto Sans", "Liberation Sans", sans-serif'
SIZE = 13
"""Size of the words, in pixels."""


def colour(name: str) -> str:
    """A colour of the page's style."""
    return f"var(--{name})"


def shown(text: str) -> str:
    """Words as the page shows them: hidden characters by name."""
    return str(visible(text))


def config() -> Spec:
    """How everything looks that a layer does not say itself."""
    words = {"font": FONT, "fontSize": SIZE}
    return {
        "font": FONT,
        "aria": False,  # the whole chart has its text equivalent; a reader of the screen is not led through every mark
        "background": None,
        "view": {"stroke": None},
        "text": {**words, "color": colour("ink")},
        "legend": {"title": None, "orient": "top", "labelFont": FONT, "labelFontSize": SIZE, "labelColor": colour("ink"), "labelLimit": 260,
                   "symbolSize": 90, "symbolOpacity": 1, "symbolStrokeWidth": 2, "columnPadding": 18, "offset": 10},
        "axis": {"labelFont": FONT, "labelFontSize": 12, "labelColor": colour("soft"), "titleFont": FONT, "titleFontSize": SIZE,
                 "titleFontWeight": "normal", "titleColor": colour("ink"), "domainColor": colour("soft"), "tickColor": colour("soft"),
                 "gridColor": colour("line")},
        "title": {"font": FONT, "fontSize": 15, "color": colour("ink"), "anchor": "start"},
    }  # fmt: skip


def layer(mark: str | Spec, rows: Sequence[Mapping[str, Any]], encoding: Spec) -> Spec:
    """One layer with its own data; numbers are cut to what can be seen."""
    values = [
        {key: round(v, 3) if isinstance(v, float) else v for key, v in row.items() if v is not None} for row in rows
    ]
    return {"mark": mark, "data": {"values": values}, "encoding": encoding}


def across(field: str = "x", *, dates: bool = False) -> Spec:
    """The horizontal place: a share of the width, or a day."""
    if dates:
        axis = {
            "orient": "bottom",
            "grid": False,
            "labelOverlap": True,
            "title": None,
            "tickCount": 6,
            "labelFlush": True,
        }
        return {"field": field, "type": "temporal", "scale": {"type": "utc"}, "axis": axis}
    return {"field": field, "type": "quantitative", "scale": {"domain": [0, 1], "nice": False}, "axis": None}


def down(height: float) -> Spec:
    """The vertical place, in pixels from the top."""
    return {"field": "y", "type": "quantitative", "scale": {"domain": [height, 0], "nice": False}, "axis": None}


def along(width: float) -> Spec:
    """The horizontal place, in pixels from the left, of a drawing that keeps its width."""
    return {"field": "x", "type": "quantitative", "scale": {"domain": [0, width], "nice": False}, "axis": None}


def smooth_step(a: Point, b: Point) -> list[Point]:
    """Points of a curve that leaves `a` and arrives at `b` level."""
    shares = (0.0, 0.15, 0.35, 0.65, 0.85, 1.0)
    return [(a[0] + s * (b[0] - a[0]), a[1] + s * s * (3 - 2 * s) * (b[1] - a[1])) for s in shares]


def tie_rows(number: int, path: Sequence[Point], tie: Tie) -> list[dict[str, Any]]:
    """A tie as the rows of a line; what hovering says stands on the first, which is the one that is asked."""
    first = {"told": shown(tie.told)}
    return [
        {"x": x, "y": y, "tie": number, "nth": k, "kind": shown(tie.kind), **({} if k else first)}
        for k, (x, y) in enumerate(path)
    ]


def series_colours(count: int) -> list[str]:
    """Names of colours, over again where there are more series than colours."""
    return [SERIES[n % len(SERIES)] for n in range(count)]


def series_shapes(count: int) -> list[str]:
    """Shapes; where the colours begin again the shapes are one further, so that no two of 36 series look alike."""
    return [SHAPES[(n + n // len(SERIES)) % len(SHAPES)] for n in range(count)]


def by_colour(names: Sequence[str], colours: Sequence[str] = (), *, field: str = "series", legend: bool = True) -> Spec:
    """Colour by name, in the order of the legend."""
    chosen = [colour(c) for c in colours or series_colours(len(names))]
    told: Spec = {"field": field, "type": "nominal", "scale": {"domain": list(names), "range": chosen}}
    return told if legend else {**told, "legend": None}


def by_shape(names: Sequence[str], shapes: Sequence[str] = (), *, field: str = "series") -> Spec:
    """Shape by name; it shares its legend with the colour."""
    chosen = list(shapes or series_shapes(len(names)))
    return {"field": field, "type": "nominal", "scale": {"domain": list(names), "range": chosen}}


def by_dash(names: Sequence[str], *, field: str = "kind") -> Spec:
    """Dashes by name; they share their legend with the colour."""
    chosen = [DASHES[(n + n // len(SERIES)) % len(DASHES)] for n in range(len(names))]
    return {"field": field, "type": "nominal", "scale": {"domain": list(names), "range": chosen}}


TOLD: Spec = {"field": "told", "type": "nominal"}
"""What hovering over a mark says."""


def plain_colours(value: Any) -> Any:
    """The same specification with the colours of paper, for pictures."""
    if isinstance(value, dict):
        return {key: plain_colours(part) for key, part in value.items()}  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, list):
        return [plain_colours(part) for part in value]  # pyright: ignore[reportUnknownVariableType]
    if isinstance(value, str) and value.startswith("var(--"):
        return LIGHT.get(value[6:-1], value)
    return value
