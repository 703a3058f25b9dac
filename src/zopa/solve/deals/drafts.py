"""Where a draft stands: worth to each side, who can accept it, what dominates it, what could be conceded or traded next.

A draft leaves options open: in brackets several, where it is silent all. Its *completions* are the deals that agree with it and satisfy the
conditions. Worth is told as a range over the completions. Who refuses it is judged by what it says: where it is silent it crosses
nothing. Everything else speaks of the *reference*, the completion that is the best for the party that it serves worst (in gain over
no-deal, the first such).
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.model.frame import FrameLegal
from zopa.solve.deals.listing import raise_floors
from zopa.solve.deals.outcome import Outcome, build_outcome
from zopa.solve.deals.programme import build_programme, gain_range, solve_programme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.model.frame import Deal, Frame, FrameDraft, FrameRedLine

MAX_TRADES = 20
_Change = tuple[int, int, tuple[float, ...]]
"""Issue, option, and the change of utility for each party."""


@dataclass(frozen=True, slots=True)
class Concession:
    """The cheapest single change of a draft by which a party helps some other veto party.

    `cost` is what the party loses, `gain` what the others gain together, in utility; `option` the option to move to.
    """

    party: str
    issue: str
    option: str
    cost: float
    gain: float


@dataclass(frozen=True, slots=True)
class Trade:
    """Changes on two issues that no veto party loses by and some gain by, although neither does so alone."""

    issues: tuple[str, str]
    options: tuple[str, str]
    utility_change: dict[str, float]


@dataclass(frozen=True, slots=True)
class DraftResult:
    """One draft in the deal space.

    Attributes:
        id: of the draft.
        name: of the draft.
        completions: deals that agree with it and satisfy conditions and law; None where they are too many to count.
        utility: party id to the least and the most over the completions.
        reference: the completion that the rest speaks of; None where the draft breaks a condition or the law.
        in_zopa: some completion is acceptable to all who must agree.
        acceptable_to: veto parties that do not refuse it for anything that it says.
        refused_by: party id to why not, in words.
        dominated_by: an acceptable deal at least as good as the reference for every veto party and better for one, or None.
        joint_gain: what that deal adds for the veto parties together, in utility; the most that any such deal adds.
        concessions: the cheapest next concession of each veto party.
        trades: exchanges on two issues that help, the best first, at most twenty.
    """

    id: str
    name: str
    completions: int | None
    utility: dict[str, tuple[float, float]]
    reference: Outcome | None
    in_zopa: bool
    acceptable_to: tuple[str, ...]
    refused_by: dict[str, tuple[str, ...]]
    dominated_by: Outcome | None
    joint_gain: float
    concessions: tuple[Concession, ...]
    trades: tuple[Trade, ...]


def place_draft(frame: Frame, draft: FrameDraft) -> DraftResult:
    """Where a draft stands. A draft that breaks a condition or the law has no reference, and nothing but its ranges is told."""
    inside = _within(frame, draft)
    free = replace(inside, no_deal=(None,) * len(frame.parties))
    ranges = {party: _range(free, p) for p, party in enumerate(frame.parties)}
    reference = _reference(frame, free)
    zone = _within(frame, draft, red_lines=frame.red_lines)
    some = solve_programme(build_programme(zone)).deal if all(zone.allowed) else None
    if some is not None and reference is not None and not frame.in_zopa(reference):
        reference = _reference(frame, zone) or some
    count = _count(free)
    if reference is None:
        return DraftResult(draft.id, draft.name, count, ranges, None, False, (), {}, None, 0.0, (), ())
    refused = {frame.parties[p]: why for p in frame.veto_parties if (why := find_refusals(frame, draft, p))}
    better = find_dominating(frame, reference)
    total = frame.total(reference)
    gain = (
        0.0 if better is None else math.fsum((better.points[p] - total[p]) / frame.scale[p] for p in frame.veto_parties)
    )
    return DraftResult(
        draft.id, draft.name, count, ranges, build_outcome(frame, reference), some is not None,
        tuple(frame.parties[p] for p in frame.veto_parties if frame.parties[p] not in refused), refused, better, gain,
        find_concessions(frame, reference), find_trades(frame, reference),
    )  # fmt: skip


def find_refusals(frame: Frame, draft: FrameDraft, party: int) -> tuple[str, ...]:
    """Why a party would not take a draft, however its open points are filled; empty where some way of filling them may suit it.

    A red line is crossed only where the draft leaves nothing on its issue but options behind it; it is worth less than no deal only
    where that is so with every open point filled as the party likes best.
    """
    told: list[str] = []
    most = 0
    for issue, terms in enumerate(draft.terms):
        open_ = range(len(frame.options[issue])) if terms is None else sorted(terms)
        barred = {o for r in frame.red_lines if (r.party, r.issue) == (party, issue) for o in r.options}
        left = [o for o in open_ if o not in barred]
        if terms is not None and not left:
            told.append(f"crosses its red line on {frame.name(frame.issues[issue])}")
        most += max((int(frame.points[issue][o, party]) for o in left or open_), default=0)
    least = frame.no_deal[party]
    if least is not None and most < least:
        told.append("worth less to it than no deal")
    return tuple(told)


def find_dominating(frame: Frame, deal: Deal) -> Outcome | None:
    """The acceptable deal that is no worse than `deal` for any veto party and adds most together; None where none adds anything."""
    total = frame.total(deal)
    at_least = raise_floors(frame, {p: total[p] for p in frame.veto_parties})
    programme = build_programme(at_least)
    objective: dict[int, float] = {}
    for party in frame.veto_parties:
        for column, value in programme.points_row(party, 1.0 / frame.scale[party]).items():
            objective[column] = objective.get(column, 0.0) + value
    better = solve_programme(programme, objective).deal
    if better is None or all(frame.total(better)[p] == total[p] for p in frame.veto_parties):
        return None
    return build_outcome(frame, better)


def find_concessions(frame: Frame, deal: Deal) -> tuple[Concession, ...]:
    """For each veto party the single change that costs it least for what it gives the others; none where no change gives anything.

    Cheapest is the smallest cost per gain of the other veto parties; changes that cost nothing come first, by gain. Options
    barred by red lines or law, and changes that break a condition, are left out.
    """
    found: list[Concession] = []
    changes = list(_changes(frame, deal))
    for party in frame.veto_parties:
        others = [p for p in frame.veto_parties if p != party]
        offers: list[tuple[float, float, Concession]] = []
        for issue, option, change in changes:
            cost = -change[party]
            gain = math.fsum(change[p] for p in others)
            if cost >= 0 and gain > 0:
                told = Concession(frame.parties[party], frame.issues[issue], frame.options[issue][option], cost, gain)
                offers.append((cost / gain, -gain, told))
        if offers:
            found.append(min(offers, key=lambda offer: offer[:2])[2])
    return tuple(found)


def find_trades(frame: Frame, deal: Deal) -> tuple[Trade, ...]:
    """Pairs of changes on two issues by which no veto party loses and one gains, although each alone costs somebody something."""
    changes = [(i, o, c) for i, o, c in _changes(frame, deal, alone=False) if any(c[p] < 0 for p in frame.veto_parties)]
    veto = list(frame.veto_parties)
    if not changes or not veto:
        return ()
    effect = np.array([[c[p] for p in veto] for _, _, c in changes])
    issue = np.array([i for i, _, _ in changes])
    both = effect[:, None, :] + effect[None, :, :]
    helps = (both >= -1e-12).all(axis=2) & (both > 1e-12).any(axis=2) & (issue[:, None] < issue[None, :])
    sums = both.sum(axis=2).tolist()
    order: list[tuple[int, int]] = [(int(a), int(b)) for a, b in np.argwhere(helps)]
    order.sort(key=lambda ab: (-sums[ab[0]][ab[1]], ab))
    trades: list[Trade] = []
    for a, b in order:
        (i, o, one), (j, q, other) = changes[a], changes[b]
        changed = _changed(_changed(deal, i, o), j, q)
        if frame.in_deal_space(changed) and _no_worse(frame, deal, changed):
            gain = {frame.parties[p]: one[p] + other[p] for p in range(len(frame.parties))}
            trades.append(Trade((frame.issues[i], frame.issues[j]), (frame.options[i][o], frame.options[j][q]), gain))
            if len(trades) == MAX_TRADES:
                break
    return tuple(trades)


def _no_worse(frame: Frame, deal: Deal, changed: Deal) -> bool:
    """Exactly: no veto party loses, and some gains."""
    pairs = [(frame.total(changed)[p], frame.total(deal)[p]) for p in frame.veto_parties]
    return all(new >= old for new, old in pairs) and any(new > old for new, old in pairs)


def _changes(frame: Frame, deal: Deal, *, alone: bool = True) -> Iterator[_Change]:
    """Every single change to an option that is not barred; where `alone`, only those that satisfy the conditions by themselves."""
    for issue, options in enumerate(frame.allowed):
        here = frame.points[issue][deal[issue]]
        for option in options:
            if option != deal[issue] and (not alone or frame.in_deal_space(_changed(deal, issue, option))):
                difference = (frame.points[issue][option] - here).tolist()
                yield issue, option, tuple(d / s for d, s in zip(difference, frame.scale, strict=True))


def _changed(deal: Deal, issue: int, option: int) -> Deal:
    return (*deal[:issue], option, *deal[issue + 1 :])


def _within(frame: Frame, draft: FrameDraft, red_lines: tuple[FrameRedLine, ...] = ()) -> Frame:
    """The frame in which only the options that a draft leaves open remain; red lines aside unless given."""
    held = [
        FrameLegal(
            f"draft {draft.id}",
            issue,
            tuple(o for o in range(len(frame.options[issue])) if o not in terms),
            "",
            blocks=True,
        )
        for issue, terms in enumerate(draft.terms)
        if terms is not None
    ]
    return replace(frame, red_lines=red_lines, legal=(*frame.legal, *held))


def _range(free: Frame, party: int) -> tuple[float, float]:
    """The least and the most that the completions are worth to a party; (0, 0) where there is none."""
    programme = build_programme(free)
    ends: list[float] = []
    for sign in (-1.0, 1.0):
        deal = solve_programme(programme, programme.points_row(party, sign / free.scale[party])).deal
        ends.append(0.0 if deal is None else free.utility(free.total(deal))[party])
    return ends[0], ends[1]


def _reference(frame: Frame, free: Frame) -> Deal | None:
    """The completion whose smallest gain over no-deal is the greatest."""
    if not all(free.allowed):
        return None
    programme = build_programme(free).with_rows(extra=[gain_range(frame)])
    z = len(programme.columns)
    for party in frame.veto_parties:
        row = programme.points_row(party, -1.0 / frame.scale[party])
        programme = programme.with_rows((row | {z: 1.0}, -np.inf, -(frame.no_deal[party] or 0) / frame.scale[party]))
    return solve_programme(programme, {z: 1.0} if frame.veto_parties else {}).deal


def _count(free: Frame) -> int | None:
    from zopa.solve.deals.listing import list_zopa  # noqa: PLC0415

    return list_zopa(free, limit=1).count
