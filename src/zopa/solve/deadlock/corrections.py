"""Smallest sets of demands that some deal breaks: giving them up, and nothing less, makes a deal possible.

Each set is found by an integer programme that lets demands be broken at the price of one each; sets found are excluded, so they come
by size (implicit enumeration of minimal correction sets: Liffiton and Sakallah 2008, Journal of Automated Reasoning 40:1-33).
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.programme import (
    UNIT,
    Programme,
    build_programme,
    exclude_row,
    literal_row,
    solve_programme,
)

if TYPE_CHECKING:
    from zopa.model.frame import Condition, Deal, Frame
    from zopa.solve.deadlock.members import Demands
    from zopa.solve.deals.programme import Row

MAX_SETS = 100


@dataclass(frozen=True, slots=True)
class Correction:
    """A minimal set of demands to give up, by number, and a deal that breaks exactly these."""

    given_up: frozenset[int]
    deal: Deal


@dataclass(frozen=True, slots=True)
class Corrections:
    """Minimal sets by size; `complete` False where there may be more."""

    sets: tuple[Correction, ...]
    complete: bool


def find_corrections(demands: Demands, *, limit: int = MAX_SETS) -> Corrections:
    """The minimal sets to give up, smallest first, at most `limit`; the empty set alone where a deal exists."""
    programme, first = _elastic(demands)
    objective = {first + n: -1.0 for n in range(len(demands.members))}
    found: list[Correction] = []
    while len(found) < limit:
        answer = solve_programme(programme, objective)
        if answer.deal is None:
            return Corrections(tuple(found), answer.status == "infeasible")
        broken = demands.broken_by(answer.deal)
        if len(broken) > round(-answer.value) or any(known.given_up <= broken for known in found):
            programme = programme.with_rows(exclude_row(programme, answer.deal))  # it passed by rounding only
            continue
        programme = programme.with_rows(({first + n: 1.0 for n in broken}, -np.inf, len(broken) - 1.0))
        found.append(Correction(broken, answer.deal))
        if not broken:
            return Corrections(tuple(found), complete=True)
    return Corrections(tuple(found), complete=False)


def _elastic(demands: Demands) -> tuple[Programme, int]:
    """All deals; for each demand a variable that is 1 where the deal may break it; and the first such column."""
    frame = demands.frame
    programme = replace(build_programme(demands.only(())), binary_extra=True)
    first = len(programme.columns)
    rows: list[Row] = []
    for n, (member, place) in enumerate(zip(demands.members, demands.place, strict=True)):
        column = first + n
        if member.kind in {"red-line", "legal"}:
            barred = frame.red_lines[place] if member.kind == "red-line" else frame.legal[place]
            rows.append(({programme.columns[barred.issue, o]: 1.0 for o in barred.options} | {column: -1.0}, -np.inf, 0.0))
        elif member.kind == "no-deal":
            rows.append(_elastic_floor(programme, frame, place, column))
        else:
            rows += _elastic_condition(programme, frame.conditions[place], column)
    return programme.with_rows(*rows, extra=[(0.0, 1.0)] * len(demands.members)), first


def _elastic_floor(programme: Programme, frame: Frame, party: int, column: int) -> Row:
    """The no-deal value of a party, or at least its worst deal where the demand is broken."""
    factor = min(1.0, UNIT / max(frame.scale[party], 1))
    least = frame.no_deal[party] or 0
    worst = sum(int(points[:, party].min()) for points in frame.points)
    slack = max(0.5 * factor, 1e-4)
    return programme.points_row(party, factor) | {column: max(least - worst, 0) * factor}, least * factor - slack, np.inf


def _elastic_condition(programme: Programme, condition: Condition, column: int) -> list[Row]:
    rows: list[Row] = [
        (literal_row(programme.columns, clause, cap=1.0) | {column: 1.0}, 1.0, np.inf) for clause in condition.clauses
    ]
    if condition.at_most is not None:
        room = -float(len(condition.literals))
        rows.append((literal_row(programme.columns, condition.literals) | {column: room}, -np.inf, float(condition.at_most)))
    return rows
