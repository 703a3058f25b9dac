"""Charts as data: things on rows, things tied to each other, deals by pairs of parties. `report.charts` draws them.

Three shapes are enough for every chart of zopa. Each chart carries its text equivalent, and no chart shows a scale of numbers: what a
deal is worth is known no better than the words that it was made from.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class StripRow:
    """A row: its name, a remark beside it, and the words at its left and right end ("" for none)."""

    key: str
    name: str
    note: str = ""
    low: str = ""
    high: str = ""


@dataclass(frozen=True, slots=True)
class Dot:
    """Something on a row.

    Attributes:
        row: key of the row.
        series: which of the chart's series it belongs to.
        at: where: 0 to 1, or an ISO date on a chart of dates.
        to: where it ends, for a stretch; None for a point.
        barred: ruled out; drawn as a cross.
        told: what hovering over it says.
    """

    row: str
    series: str
    at: float | str
    to: float | str | None = None
    barred: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """Things on rows.

    Attributes:
        rows: from top to bottom.
        series: what the things are, in the order of the legend.
        dots: the things.
        limits: things that cross all of a row as a line or a band, such as what a party has without a deal; `limit_name` names them.
        lanes: whether each series has its own lane in a row; otherwise they share one.
        dates: whether places are dates.
    """

    rows: tuple[StripRow, ...]
    series: tuple[str, ...]
    dots: tuple[Dot, ...]
    limits: tuple[Dot, ...] = ()
    limit_name: str = ""
    lanes: bool = True
    dates: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A thing that ties lead to: its name, the column that it stands in, a word under it, and whether it stands out."""

    key: str
    name: str
    column: int = 0
    note: str = ""
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Tie:
    """A tie between two nodes; `kind` is named in the legend, `told` is what hovering says."""

    start: str
    end: str
    kind: str
    told: str = ""


@dataclass(frozen=True, slots=True)
class Network:
    """Nodes and the ties between them.

    Attributes:
        nodes: in order: down each column, or around the ring.
        ties: from node to node.
        kinds: of ties, in the order of the legend.
        layout: columns of boxes or a ring, where ties are arrows; or two facing lists, where they have no direction.
        heads: words above the columns.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    kinds: tuple[str, ...]
    layout: Literal["boxes", "lists", "ring"]
    heads: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Package:
    """A deal: what it is worth to each party by name, and which option of each issue it takes (places in `Pairs.issues`)."""

    worth: Mapping[str, float]
    choice: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Deals by pairs of parties.

    Attributes:
        parties: names.
        packages: efficient deals.
        issues: (name, names of its options) of every issue, which `Package.choice` points into.
        drafts: (name, worth to each party) of drafts, for comparison.
        no_deal: party -> least and most that it may have without a deal; absent where nobody has said.
    """

    parties: tuple[str, ...]
    packages: tuple[Package, ...]
    issues: tuple[tuple[str, tuple[str, ...]], ...]
    drafts: tuple[tuple[str, Mapping[str, float]], ...] = ()
    no_deal: Mapping[str, tuple[float, float]] = field(default_factory=dict[str, tuple[float, float]])


@dataclass(frozen=True, slots=True)
class Chart:
    """A drawing with its text equivalent: what a reader who does not see it needs to know."""

    drawing: Strip | Network | Pairs
    text: str
