"""Who is heard on what, and in whose voice: parties on the left, issues on the right, a tie where a passage stands behind it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.charts.types import Chart, Network, Node, Tie

if TYPE_CHECKING:
    from zopa.case import Case
    from zopa.views.grid import Cell, Grid

_KINDS = {
    "quoted": "in its own words",
    "reported": "reported without quotation",
    "other-side": "as another side tells it",
    "author": "as an author tells it",
}


def draw_voices(grid: Grid) -> Chart | None:
    """A tie for every cell that has a passage, by the best voice in it; None where no cell has one."""
    case = grid.case
    heard = [cell for cell in grid.cells if cell.words and cell.voice and not cell.proposed]
    if not heard:
        return None
    issues = [i for i in grid.issues if any(cell.issue == i for cell in heard)]
    nodes = (
        *(Node(f"p.{p}", case.party_name(p), 0, strong=True) for p in grid.parties),
        *(Node(f"i.{i}", case.issue_name(i), 1) for i in issues),
    )
    ties = tuple(Tie(f"p.{c.party}", f"i.{c.issue}", _KINDS[c.voice], _told(case, c)) for c in heard if c.voice)
    used = {tie.kind for tie in ties}
    drawing = Network(nodes, ties, tuple(k for k in _KINDS.values() if k in used), "lists", heads=("Party", "Issue"))
    return Chart(drawing, _text(grid))


def _told(case: Case, cell: Cell) -> str:
    count = len(cell.words)
    where = f"{case.party_name(cell.party)} on {case.issue_name(cell.issue)}"
    return f"{where}: {cell.stance}, {count} passage{'s' if count != 1 else ''}"


def _text(grid: Grid) -> str:
    """For each party on how many issues it is heard in its own words, and who is not heard at all."""
    told: list[str] = []
    for party in grid.parties:
        cells = [c for c in grid.cells if c.party == party and c.words and not c.proposed]
        own = sum(c.voice == "quoted" for c in cells)
        name = grid.case.party_name(party)
        told.append(
            f"{name}: {own} of {len(grid.issues)} in its own words, {len(cells) - own} only through others"
            if cells
            else f"{name}: not heard"
        )
    return f"Issues on which each party is heard. {'; '.join(told)}."
