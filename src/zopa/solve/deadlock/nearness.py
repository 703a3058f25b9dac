"""Where there is a zone: how near it is to closing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.solve.deals.concepts import CONCEPTS
from zopa.solve.deals.programme import build_programme, solve_programme
from zopa.solve.deals.solution import SolverTask

if TYPE_CHECKING:
    from zopa.model.frame import Deal, Frame


@dataclass(frozen=True, slots=True)
class Nearness:
    """What would empty a zone that is not empty.

    Attributes:
        room: party id to utility: no-deal values above this leave no deal, each alone; only veto parties.
        rise: the greatest rise of all no-deal values together, in utility, that still leaves a deal; None where undecided.
        red_lines: (issue id, option id) that every acceptable deal has: one more red line on any of them leaves no deal.
    """

    room: dict[str, float]
    rise: float | None
    red_lines: tuple[tuple[str, str], ...]


def find_nearness(frame: Frame, witness: Deal) -> Nearness:
    """How near a zone is to closing; `witness` is an acceptable deal."""
    problem = SolverTask(frame, None, witness)
    best = problem.best_gains or ()
    room = {
        frame.parties[p]: (problem.start[n] + best[n]) / frame.scale[p] for n, p in enumerate(problem.parties) if best
    }
    certificate = CONCEPTS["egalitarian"](problem).certificate if problem.parties else None
    needed = tuple(
        (name, frame.options[issue][witness[issue]])
        for issue, name in enumerate(frame.issues)
        if _is_needed(frame, issue, witness[issue])
    )
    return Nearness(room, None if certificate is None else certificate.value, needed)


def _is_needed(frame: Frame, issue: int, option: int) -> bool:
    """Whether every acceptable deal has the option."""
    if not frame.veto_parties:
        return False
    if frame.allowed[issue] == (option,):
        return True
    programme = build_programme(frame)
    without = programme.with_rows(({programme.columns[issue, option]: 1.0}, 0.0, 0.0))
    return solve_programme(without).status == "infeasible"
