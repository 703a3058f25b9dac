"""A frame as an integer programme: one binary variable for each option that is open, rows for what must hold.

Solved by HiGHS (Huangfu and Hall 2018, Math. Prog. Comp. 10:119-142) through scipy. The solver calculates in floating point, so its rows
are loosened by less than one point, and every answer is checked again in integers: a deal that passes only by rounding is
excluded and the programme solved again.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

import numpy as np

from zopa.solve.deals.highs import TIME_LIMIT_S, Row, maximise

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.model.frame import Deal, Frame

UNIT = 1e5  # largest coefficient of a no-deal row: far from the solver's 1e-6 and from the end of a float's digits
MAX_REPEATS = 64  # deals excluded because they passed by rounding, before giving up


@dataclass(frozen=True, slots=True)
class Programme:
    """Rows over the open options of a frame; `extra` further columns, free or within `extra_bounds`, stand behind them."""

    frame: Frame
    columns: Mapping[tuple[int, int], int]
    rows: tuple[Row, ...]
    extra: tuple[tuple[float, float], ...] = ()
    binary_extra: bool = False

    def with_rows(self, *rows: Row, extra: Sequence[tuple[float, float]] = ()) -> Programme:
        """The same programme with more rows and columns."""
        return replace(self, rows=(*self.rows, *rows), extra=(*self.extra, *extra))

    def points_row(self, party: int, factor: float = 1.0) -> dict[int, float]:
        """Coefficients of a party's points times a factor."""
        points = self.frame.points
        return {
            column: value * factor for (i, o), column in self.columns.items() if (value := int(points[i][o, party]))
        }


@dataclass(frozen=True, slots=True)
class Answer:
    """What a programme came to.

    `deal` passed the check in integers; None where there is none. `value` and `bound` are the objective as the solver sees
    it and a bound that it proved. `status`: optimal, infeasible, or undecided (time, or too many deals that passed by rounding).
    """

    status: Literal["optimal", "infeasible", "undecided"]
    deal: Deal | None = None
    value: float = 0.0
    bound: float = 0.0
    extra: tuple[float, ...] = field(default=())


def build_programme(frame: Frame) -> Programme:
    """The zone of possible agreement as rows: one option per issue, conditions, no-deal values of veto parties."""
    columns: dict[tuple[int, int], int] = {}
    for issue, options in enumerate(frame.allowed):
        for option in options:
            columns[issue, option] = len(columns)
    rows: list[Row] = [
        ({columns[issue, option]: 1.0 for option in options}, 1.0, 1.0) for issue, options in enumerate(frame.allowed)
    ]
    for condition in frame.conditions:
        rows += [(literal_row(columns, clause, cap=1.0), 1.0, np.inf) for clause in condition.clauses]
        if condition.at_most is not None:
            rows.append((literal_row(columns, condition.literals), -np.inf, float(condition.at_most)))
    programme = Programme(frame, columns, tuple(rows))
    floors = [(p, least) for p in frame.veto_parties if (least := frame.no_deal[p]) is not None]
    return programme.with_rows(*(floor_row(programme, party, least) for party, least in floors))


def floor_row(programme: Programme, party: int, least: int) -> Row:
    """At least so many points for a party, loosened by half a point or by what the solver cannot tell apart."""
    factor = min(1.0, UNIT / max(programme.frame.scale[party], 1))
    slack = max(0.5 * factor, 1e-4)
    return programme.points_row(party, factor), least * factor - slack, np.inf


def solve_programme(
    programme: Programme, objective: Mapping[int, float] | None = None, *, time_limit_s: float = TIME_LIMIT_S
) -> Answer:
    """The deal that maximises an objective, by default any deal; checked in integers."""
    frame = programme.frame
    if any(not options for options in frame.allowed):
        return Answer("infeasible")
    for _ in range(MAX_REPEATS):
        answer = _solve(programme, objective or {}, time_limit_s)
        if answer.deal is None or frame.in_zopa(answer.deal):
            return answer
        programme = programme.with_rows(exclude_row(programme, answer.deal))
    return Answer("undecided")


def exclude_row(programme: Programme, deal: Deal) -> Row:
    """Any deal but this one."""
    return {programme.columns[i, o]: 1.0 for i, o in enumerate(deal)}, -np.inf, len(deal) - 1.0


def gain_range(frame: Frame) -> tuple[float, float]:
    """The least and the greatest gain that any deal could mean for any veto party, in utility.

    Auxiliary columns are held to it: without bounds the solver has called deals optimal that were not.
    """
    low, high = 0.0, 1.0
    for party in frame.veto_parties:
        start, scale = frame.no_deal[party] or 0, frame.scale[party]
        low = min(low, (sum(int(points[:, party].min()) for points in frame.points) - start) / scale)
        high = max(high, (sum(int(points[:, party].max()) for points in frame.points) - start) / scale)
    return low, high


def literal_row(
    columns: Mapping[tuple[int, int], int], literals: Sequence[tuple[int, frozenset[int]]], *, cap: float = math.inf
) -> dict[int, float]:
    """How many literals an option makes true, at most `cap`, as coefficients; options that are not open count for nothing."""
    row: dict[int, float] = {}
    for issue, options in literals:
        for option in options:
            if (column := columns.get((issue, option))) is not None:
                row[column] = min(row.get(column, 0.0) + 1.0, cap)
    return row


def _solve(programme: Programme, objective: Mapping[int, float], time_limit_s: float) -> Answer:
    count, size = len(programme.columns), len(programme.columns) + len(programme.extra)
    if size == 0:
        deal = () if programme.frame.in_zopa(()) else None
        return Answer("optimal" if deal is not None else "infeasible", deal)
    worth = np.zeros(size)
    worth[list(objective)] = list(objective.values())
    low = np.r_[np.zeros(count), [bound[0] for bound in programme.extra]]
    high = np.r_[np.ones(count), [bound[1] for bound in programme.extra]]
    whole = np.r_[np.ones(count), np.full(len(programme.extra), float(programme.binary_extra))]
    found = maximise(worth, programme.rows, (low, high), whole, time_limit_s)
    if found.x is None:
        return Answer("infeasible" if found.infeasible else "undecided")
    chosen = {issue: option for (issue, option), column in programme.columns.items() if found.x[column] > 0.5}
    deal = tuple(chosen[issue] for issue in range(len(programme.frame.issues)))
    status = "optimal" if found.optimal else "undecided"
    return Answer(status, deal, found.value, found.bound, tuple(found.x[count:].tolist()))
