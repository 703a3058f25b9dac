"""What is drawn, as data, each chart with its text equivalent; one module for each chart."""

from zopa.views.charts.types import Chart, Dot, Network, Node, Package, Pairs, Strip, StripRow, Tie

__all__ = ["Chart", "Dot", "Network", "Node", "Package", "Pairs", "Strip", "StripRow", "Tie"]
