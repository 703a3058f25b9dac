"""Where the parties stand on issues whose options lie on a line: first choices, what is accepted, what is ruled out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.charts.types import Chart, Dot, Strip, StripRow

if TYPE_CHECKING:
    from zopa.views.grid import Cell, Grid


ROWS = 8
"""Issues that one chart shows, so that it fits a sheet of paper; more make more charts."""


def draw_ranges(grid: Grid) -> tuple[Chart, ...]:
    """A row for each issue with a scale, a lane for each party; none where no party stands anywhere on such an issue.

    A stretch reaches over the options that a party was told to want or accept, never over those of which nobody has said anything:
    silence is not flexibility. Ruled-out options are crosses.
    """
    case = grid.case
    parties = [p for p in grid.parties if case.parties[p].status == "confirmed"]
    rows: list[StripRow] = []
    dots: list[Dot] = []
    for issue in grid.issues:
        scale = {o: float(place) for o, place in case.issues[issue].scale.items()}
        if len(set(scale.values())) < 2:
            continue
        cells = {p: grid.cell(p, issue) for p in parties}
        standing = [dot for p in parties for dot in _dots(grid, cells[p], scale)]
        if not standing:
            continue
        low, high = (min(scale, key=lambda o: scale[o]), max(scale, key=lambda o: scale[o]))
        silent = [case.party_name(p) for p in parties if cells[p].stance == "unknown"]
        note = f"not found: {', '.join(silent)}" if silent else ""
        rows.append(
            StripRow(issue, case.issue_name(issue), note, case.option_name(issue, low), case.option_name(issue, high))
        )
        dots += standing
    names = tuple(case.party_name(p) for p in parties)
    sheets = [rows[n : n + ROWS] for n in range(0, len(rows), ROWS)]
    return tuple(_chart(grid, sheet, names, dots) for sheet in sheets)


def _chart(grid: Grid, rows: list[StripRow], names: tuple[str, ...], dots: list[Dot]) -> Chart:
    keys = {row.key for row in rows}
    drawing = Strip(tuple(rows), names, tuple(dot for dot in dots if dot.row in keys))
    return Chart(drawing, _text(grid, rows))


def _dots(grid: Grid, cell: Cell, scale: dict[str, float]) -> list[Dot]:
    """First choice and what is accepted as a point or a stretch, each ruled-out option as a cross."""
    case = grid.case
    position = case.position(cell.party, cell.issue)
    if cell.proposed or position is None:
        return []
    who, low, high = case.party_name(cell.party), min(scale.values()), max(scale.values())
    place = {o: (value - low) / (high - low) for o, value in scale.items()}
    wanted = [o for o in (*cell.options, *position.accepts) if o in place and o not in cell.excluded]
    if cell.stance in {"opposes", "open"}:
        wanted = []
    dots: list[Dot] = []
    if wanted:
        names = " or ".join(dict.fromkeys(case.option_name(cell.issue, o) for o in wanted))
        ends = sorted(place[o] for o in wanted)
        end = None if ends[0] == ends[-1] else ends[-1]
        dots.append(Dot(cell.issue, who, ends[0], end, told=f"{who}: {cell.stance}, {names}"))
    for option in cell.excluded:
        if option in place:
            told = f"{who}: never {case.option_name(cell.issue, option)} ({cell.red_line} red line)"
            dots.append(Dot(cell.issue, who, place[option], barred=True, told=told))
    return dots


def _text(grid: Grid, rows: list[StripRow]) -> str:
    """Which issues have red lines that leave no option to all, and who is silent most often."""
    case = grid.case
    split = [
        row.name
        for row in rows
        if not set(case.issues[row.key].options) - {o for p in grid.parties for o in grid.cell(p, row.key).excluded}
    ]
    told = f"{len(rows)} issue{'s' if len(rows) != 1 else ''} whose options lie on a line. A cross is an option that a party rules out."
    if split:
        told += f" Red lines leave no option on {'; '.join(split)}."
    silent = [row.name for row in rows if row.note]
    if silent:
        told += f" On {len(silent)} of them somebody's position was not found, which is not the same as neutral."
    return told
