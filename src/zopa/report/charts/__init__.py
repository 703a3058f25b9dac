"""Charts drawn: from the data of `views.charts` to Vega-Lite, for pages (the browser draws) and for pictures (an extra draws)."""

from zopa.report.charts.spec import chart_json, chart_spec, opens_packages

__all__ = ["chart_json", "chart_spec", "opens_packages"]
