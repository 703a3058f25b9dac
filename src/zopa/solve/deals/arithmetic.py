"""Negotiation arithmetic: what adding or dropping an issue, a party or a track opens or closes.

Sebenius (1983), International Organization 37(2):281-316. Dropping an issue takes it off the table: nobody has a red line or a
wish on it, and no condition depends on it; the no-deal values stay the same part of what is left to get. Dropping a party
lets the others agree without it. Adding is told the other way round: what a frame without it would be.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from zopa.solve.deals.unknowns import find_witness, with_utilities

if TYPE_CHECKING:
    from collections.abc import Collection

    from zopa.model.frame import Frame, FrameCondition

What = Literal["issue", "party", "track"]


@dataclass(frozen=True, slots=True)
class Effect:
    """What leaving one thing out does.

    `effect`: "opens" (a deal becomes possible without it), "closes" (the deal depends on it), "none". `with_it`, `without` tell
    whether a deal exists.
    """

    what: What
    id: str
    effect: Literal["opens", "closes", "none"]
    with_it: bool
    without: bool


def find_effects(frame: Frame, *, exists: bool | None = None) -> tuple[Effect, ...]:
    """The effect of leaving out each issue, each track and each veto party, alone; and of keeping each track alone as its complement.

    `exists` is whether the frame holds a deal, where that is known. A track of all issues, or the only veto party, is not left out.
    """
    with_it = exists if exists is not None else find_witness(frame) is not None
    tracks = sorted({track for track in frame.tracks if track})
    found = [
        _effect("issue", issue, with_it, drop_issues(frame, [n]))
        for n, issue in enumerate(frame.issues)
        if len(frame.issues) > 1
    ]
    for track in tracks:
        members = [n for n, t in enumerate(frame.tracks) if t == track]
        if len(members) < len(frame.issues):
            found.append(_effect("track", track, with_it, drop_issues(frame, members)))
    if len(frame.veto_parties) > 1:
        found += [_effect("party", frame.parties[p], with_it, drop_veto(frame, p)) for p in frame.veto_parties]
    return tuple(found)


def drop_issues(frame: Frame, issues: Collection[int]) -> Frame:
    """The frame without some issues, as if the case had never had them: saliences are shares of what is left.

    Clauses that name one of them are dropped with it, and so are literals of an at-most.
    """
    for party in range(len(frame.parties)):
        frame = _spread_weight(frame, party, issues)
    kept = [n for n in range(len(frame.issues)) if n not in issues]
    place = {old: new for new, old in enumerate(kept)}
    return replace(
        frame,
        issues=tuple(frame.issues[n] for n in kept),
        options=tuple(frame.options[n] for n in kept),
        points=tuple(frame.points[n] for n in kept),
        red_lines=tuple(replace(r, issue=place[r.issue]) for r in frame.red_lines if r.issue in place),
        legal=tuple(replace(law, issue=place[law.issue]) for law in frame.legal if law.issue in place),
        conditions=tuple(c for old in frame.conditions if (c := _keep_condition(old, place)) is not None),
        drafts=tuple(replace(d, terms=tuple(d.terms[n] for n in kept)) for d in frame.drafts),
        unknown=tuple(
            replace(u, issue=None if u.issue is None else place[u.issue])
            for u in frame.unknown
            if u.issue is None or u.issue in place
        ),
        tracks=tuple(frame.tracks[n] for n in kept) if frame.tracks else (),
        salience=tuple(tuple(row[n] for n in kept) for row in frame.salience),
    )


def _spread_weight(frame: Frame, party: int, issues: Collection[int]) -> Frame:
    """The frame in which the best that a party could get, weight for weight, lies in the other issues."""
    if not frame.salience:
        return frame
    total = sum(frame.salience[party], Fraction(0))
    rest = sum((s for n, s in enumerate(frame.salience[party]) if n not in issues), Fraction(0))
    if rest == total:
        return frame
    unit = frame.scale[party] * rest / total
    rows = [
        [Fraction(0) if n in issues or not unit else Fraction(int(v)) / unit for v in points[:, party]]
        for n, points in enumerate(frame.points)
    ]
    least = frame.no_deal[party]
    return with_utilities(frame, party, rows, None if least is None else Fraction(least, frame.scale[party]))


def drop_veto(frame: Frame, party: int) -> Frame:
    """The frame in which the others may agree without a party."""
    return replace(frame, veto=tuple(needed and p != party for p, needed in enumerate(frame.veto)))


def _effect(what: What, id: str, with_it: bool, frame: Frame) -> Effect:  # noqa: A002 - an id is what the case calls it
    without = find_witness(frame) is not None
    effect = "none" if without == with_it else "opens" if without else "closes"
    return Effect(what, id, effect, with_it, without)


def _keep_condition(condition: FrameCondition, place: dict[int, int]) -> FrameCondition | None:
    clauses = tuple(
        tuple((place[i], options) for i, options in clause)
        for clause in condition.clauses
        if all(i in place for i, _ in clause)
    )
    literals = tuple((place[i], options) for i, options in condition.literals if i in place)
    if not clauses and (condition.at_most is None or not literals):
        return None
    return replace(condition, clauses=clauses, literals=literals)
