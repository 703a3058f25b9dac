"""A chart as a specification of Vega-Lite: which drawing, and how it goes into a page."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from markupsafe import Markup

from zopa.report.charts.boxes import draw_boxes
from zopa.report.charts.lists import draw_lists
from zopa.report.charts.marks import Spec, config
from zopa.report.charts.pairs import draw_pairs
from zopa.report.charts.ring import draw_ring
from zopa.report.charts.strip import draw_strip
from zopa.views.charts import Pairs, Strip

if TYPE_CHECKING:
    from zopa.views.charts import Chart

_NETWORKS = {"boxes": draw_boxes, "lists": draw_lists, "ring": draw_ring}


def draw(chart: Chart) -> Spec:
    """The drawing alone, without the look that all share."""
    drawing = chart.drawing
    if isinstance(drawing, Strip):
        return draw_strip(drawing)
    if isinstance(drawing, Pairs):
        return draw_pairs(drawing)
    return _NETWORKS[drawing.layout](drawing)


def chart_spec(chart: Chart) -> Spec:
    """The whole specification. It holds data, never a formula from a document: every expression in it is ours."""
    return {"description": chart.text, "config": config(), **draw(chart)}


def opens_packages(chart: Chart) -> bool:
    """Whether a point of the chart opens as a deal."""
    return isinstance(chart.drawing, Pairs)


def chart_json(chart: Chart) -> Markup:
    """The specification for a script element of a page: no character in it can end the element or open a comment."""
    text = json.dumps(chart_spec(chart), ensure_ascii=False, separators=(",", ":"))
    for sign, code in (
        ("<", "\\u003c"),
        (">", "\\u003e"),
        ("&", "\\u0026"),
        ("\u2028", "\\u2028"),
        ("\u2029", "\\u2029"),
    ):
        text = text.replace(sign, code)
    return Markup(text)  # noqa: S704 - every character that markup knows is escaped above
