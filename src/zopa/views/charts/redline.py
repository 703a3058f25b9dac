"""Which point of one draft became which of the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.charts.types import Chart, Network, Node, Tie

if TYPE_CHECKING:
    from zopa.plans import Point, Redline

_KINDS = ("same", "moved", "changed", "split", "merged")
_MOST = 240  # points of both drafts that still can be told apart
_WORDS = 5  # words of a point that its label shows


def draw_redline(redline: Redline, names: tuple[str, str]) -> Chart | None:
    """The points of both drafts facing each other, tied where one became the other; None without a point, or with too many.

    A point without a tie was dropped (left) or added (right) and stands out.
    """
    if (not redline.a and not redline.b) or len(redline.a) + len(redline.b) > _MOST:
        return None
    tied = {("a", p.start) for point in redline.points if point.b for p in point.a}
    tied |= {("b", p.start) for point in redline.points if point.a for p in point.b}
    nodes = (
        *(_node("a", p, 0, "" if ("a", p.start) in tied else "dropped") for p in redline.a),
        *(_node("b", p, 1, "" if ("b", p.start) in tied else "added") for p in redline.b),
    )
    ties = tuple(
        Tie(f"a.{a.start}", f"b.{b.start}", point.status, f"{a.number} → {b.number}: {point.status}")
        for point in redline.points
        if not point.whole
        for a in point.a
        for b in point.b
    )
    used = {tie.kind for tie in ties}
    drawing = Network(nodes, ties, tuple(k for k in _KINDS if k in used), "lists", heads=names)
    return Chart(drawing, _text(redline, names))


def _node(side: str, point: Point, column: int, note: str) -> Node:
    words = point.text.split()
    shown = " ".join(words[:_WORDS]) + (" …" if len(words) > _WORDS else "")
    return Node(f"{side}.{point.start}", f"{point.number}  {shown}", column, note, strong=bool(note))


def _text(redline: Redline, names: tuple[str, str]) -> str:
    count = {status: sum(p.status == status for p in redline.points) for status in (*_KINDS, "dropped", "added")}
    told = ", ".join(f"{n} {status}" for status, n in count.items() if n)
    return f"{names[0]} has {len(redline.a)} points, {names[1]} has {len(redline.b)}: {told}."
