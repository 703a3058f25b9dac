"""The moves of a case under one reading as a `Conflict`: what the graph model computes on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from zopa.case.checks import CheckFault
from zopa.case.readings import BASE, apply_reading
from zopa.model.conflict_build import build_conflict
from zopa.model.conflict_problems import CONFLICT_CODES

if TYPE_CHECKING:
    from zopa.case.moves import Mover
    from zopa.case.types import Case
    from zopa.model.conflict import Conflict

PROBLEM_CODES = dict(CONFLICT_CODES)


def to_conflict(case: Case, reading: str = BASE) -> tuple[Conflict | None, tuple[CheckFault, ...]]:
    """The conflict of a case, None where it has no moves or they hold an error; and all that is wrong with them.

    Raises:
        KeyError: the case has no such reading.
    """
    moves = apply_reading(case, reading).moves
    if not moves.movers:
        return None, ()
    plain: dict[str, Any] = {party: _mover(mover) for party, mover in moves.movers.items()}
    plain |= {"infeasible": list(moves.infeasible), "merged": list(moves.merged)}
    if moves.status_quo:
        plain["status-quo"] = {option: "yes" if taken else "no" for option, taken in moves.status_quo.items()}
    conflict, problems = build_conflict(plain, {party: case.party_name(party) for party in moves.movers})
    return conflict, tuple(CheckFault(p.severity, p.code, ("moves", *p.path), p.message, p.cure) for p in problems)


def _mover(mover: Mover) -> dict[str, Any]:
    options = {name: {"name": move.name or name, "direction": move.direction} for name, move in mover.options.items()}
    told: dict[str, Any] = {"options": options}
    if mover.ranking:
        told["ranking"] = [list(tier) if len(tier) > 1 else "".join(tier) for tier in mover.ranking]
    else:
        told["prefers"] = list(mover.prefers)
    if mover.unknown:
        told["unknown"] = [list(pair) for pair in mover.unknown]
    return told
