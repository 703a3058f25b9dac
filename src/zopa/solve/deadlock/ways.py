"""Ways out of a deadlock: what each asks of whom, how far no-deal values must fall, and what it opens."""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.limits import TooLargeError
from zopa.solve.deals.listing import list_zopa
from zopa.solve.deals.merge import find_frontier
from zopa.solve.deals.outcome import Outcome, build_outcome
from zopa.solve.deals.programme import build_programme, gain_range, solve_programme
from zopa.solve.deals.unknowns import with_no_deal

if TYPE_CHECKING:
    from zopa.model.frame import Deal, Frame
    from zopa.solve.deadlock.corrections import Relaxation
    from zopa.solve.deadlock.members import Demands, Member

MERGED = (
    2_000  # partial deals in one layer up to which the deals that a way opens are merged: some hundredths of a second
)
ROUNDING = 1e-9  # of a utility: what is nearer to the best than that is compared in fractions
COUNTED = 10_000  # different prospects up to which the deals that a way opens are counted


@dataclass(frozen=True, slots=True)
class WayOut:
    """One minimal way out: give up all of `give_up`, and nothing less, and a deal is possible.

    Attributes:
        asks: ids of the parties that give something up, alphabetical; empty where only conditions and laws change.
        give_up: members; `to` of a no-deal value is the utility it must fall to, of a red line or law the option that the deal in
            `opens` takes.
        opens: a deal that becomes possible.
        opens_count: how many deals become possible, None where they are too many to count.
        needs_law: some member is a law, which no party can give up by itself.
    """

    asks: tuple[str, ...]
    give_up: tuple[Member, ...]
    opens: Outcome
    opens_count: int | None
    needs_law: bool


def build_way_out(demands: Demands, correction: Relaxation) -> WayOut:
    """A way out of a minimal set to give up.

    No-deal values fall as little as they can: the largest fall, in utility, is made smallest, and then their sum; with several
    no-deal values in one way other divisions are possible.
    """
    kept = frozenset(range(len(demands.members))) - correction.given_up
    freed = demands.only(kept)
    lowered = [demands.place[n] for n in sorted(correction.given_up) if demands.members[n].kind == "no-deal"]
    deal = _least_fall(demands.frame, freed, lowered, correction.deal)
    total = demands.frame.total(deal)
    for party in lowered:
        least = demands.frame.no_deal[party] or 0
        freed = with_no_deal(freed, party, min(least, total[party]))
    members = tuple(_tell(demands, n, deal) for n in sorted(correction.given_up))
    return WayOut(
        tuple(sorted({m.party for m in members if m.party})), members, build_outcome(demands.frame, deal),
        list_zopa(freed, limit=1, max_points=COUNTED).count, any(m.kind == "legal" for m in members),
    )  # fmt: skip


def _least_fall(frame: Frame, freed: Frame, lowered: list[int], deal: Deal) -> Deal:
    """The deal for which the parties that lower their no-deal value lower it least: on the frontier, where that is small."""
    if not lowered:
        return deal
    try:
        frontier = find_frontier(freed, max_points=MERGED)
    except TooLargeError:
        return _least_fall_by_programme(frame, freed, lowered, deal)
    points = frontier.points[:, [freed.veto_parties.index(party) for party in lowered]]
    least = [frame.no_deal[party] or 0 for party in lowered]
    scale = [frame.scale[party] for party in lowered]
    smallest = ((points - least) / scale).min(axis=1)

    def gains(n: int) -> tuple[Fraction, Fraction]:
        each = [Fraction(v - low, s) for v, low, s in zip(points[n].tolist(), least, scale, strict=True)]
        return min(each), sum(each, Fraction(0))

    near = np.flatnonzero(smallest >= smallest.max() - ROUNDING)
    return frontier.deals(np.array([max(near.tolist(), key=gains)]), limit=1)[0]


def _least_fall_by_programme(frame: Frame, freed: Frame, lowered: list[int], deal: Deal) -> Deal:
    if len(lowered) == 1:
        only = build_programme(freed)
        return solve_programme(only, only.points_row(lowered[0], 1.0 / frame.scale[lowered[0]])).deal or deal
    programme = build_programme(freed).with_rows(extra=[gain_range(frame)])
    z = len(programme.columns)
    for party in lowered:
        row = programme.points_row(party, -1.0 / frame.scale[party])
        programme = programme.with_rows((row | {z: 1.0}, -np.inf, -(frame.no_deal[party] or 0) / frame.scale[party]))
    deal = solve_programme(programme, {z: 1.0}).deal or deal
    # What is left to give without lowering anybody further.
    total = frame.total(deal)
    for party in lowered:
        freed = with_no_deal(freed, party, total[party])
    fine = build_programme(freed)
    objective: dict[int, float] = {}
    for party in lowered:
        for column, value in fine.points_row(party, 1.0 / frame.scale[party]).items():
            objective[column] = objective.get(column, 0.0) + value
    return solve_programme(fine, objective).deal or deal


def _tell(demands: Demands, n: int, deal: Deal) -> Member:
    frame, member, place = demands.frame, demands.members[n], demands.place[n]
    if member.kind == "no-deal":
        points = min(frame.total(deal)[place], frame.no_deal[place] or 0)
        return replace(member, to=points / frame.scale[place])
    if member.kind == "condition":
        return member
    issue = frame.red_lines[place].issue if member.kind == "red-line" else frame.legal[place].issue
    return replace(member, to=frame.options[issue][deal[issue]])
