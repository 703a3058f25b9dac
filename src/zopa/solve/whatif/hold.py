"""A reading with some of its inputs held at a value: nothing else moves, and the same draws are solved again.

What is held keeps its coordinate, which then means nothing. So a draw differs from the one before in the held values alone, and what
changes in the answers is their doing and no accident of other draws (common random numbers; Kahn and Marshall 1953, J. Oper. Res. Soc.
Am. 1:263-278).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.model.vague import FLOOR_GRID, GRID, FloorRule, SalienceRule

if TYPE_CHECKING:
    from collections.abc import Mapping
    from fractions import Fraction

    from zopa.model.frame import Frame
    from zopa.model.vague import VagueFrame


def hold_inputs(vague: VagueFrame, frame: Frame, held: Mapping[tuple[int, int | None], Fraction | None]) -> VagueFrame:
    """The reading with values held.

    Args:
        vague: the reading.
        frame: the same as filled, with the held values in it.
        held: by (party, issue) a salience from 0 to 100; by (party, None) a no-deal value from 0 to 1, or None for one that limits nothing.
    """
    salience = [list(row) for row in vague.salience]
    floors = list(vague.floors)
    for (party, issue), value in held.items():
        if issue is None:
            floors[party] = _floor(value) if frame.veto[party] else FloorRule("none")
        elif value is not None:
            steps = round(value * (vague.grid[party] if vague.grid else GRID))
            salience[party][issue] = SalienceRule(steps, steps)
    kinds = {"no-deal", "salience"}
    left = tuple(i for i in vague.inputs if i.kind not in kinds or (i.party, i.issue) not in held)
    return replace(
        vague, frame=frame, inputs=left, salience=tuple(tuple(row) for row in salience), floors=tuple(floors)
    )


def _floor(value: Fraction | None) -> FloorRule:
    if value is None:
        return FloorRule("none")
    steps = round(value * FLOOR_GRID)
    return FloorRule("amount", steps, steps)
