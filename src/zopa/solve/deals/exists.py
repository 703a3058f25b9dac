"""Is there a zone of possible agreement, and is that certain.

Decided first, by integer programme with the answer checked in integers. What nobody has said is then varied over its full range: an
unknown no-deal value from none to 1, the top of the scale, an unknown position from mattering nothing to mattering as much as
anything, with any option barred. Where that changes the answer, the answer is *cannot tell*; so it is where nothing is known of what a
party that must agree wants on any issue that another one has spoken on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from zopa.solve.deals.programme import build_programme, solve_programme
from zopa.solve.deals.unknowns import find_flips, find_silent

if TYPE_CHECKING:
    from zopa.model.frame import Deal, Frame, Unknown


@dataclass(frozen=True, slots=True)
class Existence:
    """Whether some deal is acceptable to every veto party.

    Attributes:
        exists: as the frame is filled; None where the solver stopped undecided.
        certain: "cannot tell" where the answer changes over the full range of an unknown.
        witness: an acceptable deal, or None.
        reason: one sentence where there is none for a plain reason (an issue without options, a no-deal value that no deal
            reaches, contradictory conditions), else "".
        flips: the unknowns that change the answer, each alone.
    """

    exists: bool | None
    certain: Literal["yes", "no", "cannot tell"]
    witness: Deal | None
    reason: str
    flips: tuple[Unknown, ...]


def find_existence(frame: Frame, *, known: Deal | None = None) -> Existence:
    """Decide whether the zone is empty; `known` is an acceptable deal found before, if any."""
    reason = find_plain_reason(frame)
    if reason:
        exists, witness = False, None
    elif known is not None and frame.in_zopa(known):
        exists, witness = True, known
    else:
        answer = solve_programme(build_programme(frame))
        witness = answer.deal
        exists = None if answer.status == "undecided" and witness is None else witness is not None
        reason = _contradiction(frame) if exists is False else ""
    flips = find_flips(frame, witness) if exists is not None else ()
    if exists and (silent := find_silent(frame)):
        flips = (*flips, *(unknown for unknown in silent if unknown not in flips))
    certain = "cannot tell" if flips or exists is None else "yes" if exists else "no"
    return Existence(exists, certain, witness, reason, flips)


def find_plain_reason(frame: Frame) -> str:
    """One sentence where no deal is possible for a reason that needs no search, else ""."""
    for issue, options in enumerate(frame.allowed):
        if not options:
            return f"No option is left for {frame.name(frame.issues[issue])}: red lines and law bar each of them."
    for party in frame.veto_parties:
        least = frame.no_deal[party]
        if least is not None and best_points(frame, party) < least:
            return f"{frame.name(frame.parties[party])} does better without a deal than with any deal that crosses no red line."
    return ""


def best_points(frame: Frame, party: int) -> int:
    """The most points that a party could get, issue by issue, conditions aside."""
    return sum(int(frame.points[i][list(options), party].max()) for i, options in enumerate(frame.allowed) if options)


def _contradiction(frame: Frame) -> str:
    """One sentence where the conditions alone, or with red lines and law, exclude every deal, else ""."""
    if not frame.conditions:
        return ""
    wishless = replace(frame, no_deal=(None,) * len(frame.parties))
    if solve_programme(build_programme(wishless)).status != "infeasible":
        return ""
    lineless = replace(wishless, red_lines=(), legal=())
    if solve_programme(build_programme(lineless)).status == "infeasible":
        return "The conditions contradict each other: no deal satisfies all of them."
    return "No deal satisfies the conditions without crossing a red line or the law."
