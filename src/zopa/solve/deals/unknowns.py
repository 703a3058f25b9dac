"""What nobody has said, varied over its full range: does it decide whether there is a deal?

Each unknown is varied alone, and at the end all together at their most generous or most demanding. The ends suffice: a
party's utility rises with the value of an option, and for a given deal it is monotone in the salience of one issue.
"""

from __future__ import annotations

import math
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from zopa.model.frame import EXACT_LIMIT, FrameRedLine
from zopa.solve.deals.programme import build_programme, solve_programme

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np

    from zopa.model.frame import Deal, Frame, Unknown

FULL_SALIENCE = Fraction(100)
"""Saliences run from 0 to 100 (design, section 6)."""
MAX_TRIES = 16  # saliences tried inside the range before the unknown counts as able to turn the answer


def find_flips(frame: Frame, witness: Deal | None) -> tuple[Unknown, ...]:
    """Unknowns of which some value in the full range turns the answer; all that can be, where only together they do.

    Args:
        frame: the negotiation as filled.
        witness: an acceptable deal, None where there is none.
    """
    concerned = tuple(u for u in frame.unknown if frame.veto[u.party] and not _is_whole(frame, u))
    alone = tuple(u for u in concerned if (_closes(frame, u) if witness is not None else _opens(frame, u)))
    if alone or len(concerned) < 2:
        return alone
    together = frame
    for unknown in concerned:
        together = _demanding(together, unknown) if witness is not None else _generous(together, unknown)
    turned = (find_witness(together) is None) == (witness is not None)
    return concerned if turned else ()


def find_silent(frame: Frame) -> tuple[Unknown, ...]:
    """What nobody has filed of veto parties of whom no order, value or red line is known on any issue that they share with another.

    Whether they would take anything cannot be seen, so no deal is certain.
    """
    lines = {(line.party, line.issue) for line in frame.red_lines}
    unfiled = {(u.party, i) for u in frame.unknown if u.kind == "position" for i in _issues(frame, u)} - lines
    issues = range(len(frame.issues))
    filed = {p: {i for i in issues if (p, i) not in unfiled} for p in frame.veto_parties}
    silent: set[int] = set()
    for party, own in filed.items():
        others = {i for p, rows in filed.items() for i in rows if p != party or len(filed) == 1}
        if not own & others:
            silent.add(party)
    return tuple(u for u in frame.unknown if u.party in silent and u.kind == "position")


def _is_whole(frame: Frame, unknown: Unknown) -> bool:
    """Whether a salience that nobody has told changes nothing, because no other issue has any weight for the party."""
    if unknown.kind != "salience" or unknown.issue is None or not frame.salience:
        return False
    return not any(weight for i, weight in enumerate(frame.salience[unknown.party]) if i != unknown.issue)


def find_witness(frame: Frame) -> Deal | None:
    """An acceptable deal, None where there is none or none was found."""
    return solve_programme(build_programme(frame)).deal


def with_no_deal(frame: Frame, party: int, points: int | None) -> Frame:
    """The frame in which a party asks for at least so many points, or for nothing."""
    return replace(frame, no_deal=tuple(points if p == party else old for p, old in enumerate(frame.no_deal)))


def reweigh(
    frame: Frame, party: int, issue: int, salience: Fraction, values: Sequence[Fraction] | None = None
) -> Frame:
    """The frame in which an issue has another salience for a party, and other values where given.

    All other saliences keep their proportions; the no-deal value stays where it is on the 0 to 1 scale.
    """
    old_total = sum(frame.salience[party], Fraction(0))
    old = frame.salience[party][issue]
    scale = Fraction(frame.scale[party])
    if values is None:
        # An issue without weight shows no values in its points: it counts as worth nothing.
        worth = [
            Fraction(int(v)) * old_total / (scale * old) if old else Fraction(0) for v in frame.points[issue][:, party]
        ]
    else:
        worth = list(values)
    total = old_total - old + salience
    rows = [[Fraction(int(v)) * old_total / scale for v in points[:, party]] for points in frame.points]
    rows[issue] = [salience * v for v in worth]
    share = [[v / total if total else Fraction(0) for v in row] for row in rows]
    least = frame.no_deal[party]
    return with_utilities(frame, party, share, None if least is None else Fraction(least) / scale)


def with_utilities(frame: Frame, party: int, rows: Sequence[Sequence[Fraction]], least: Fraction | None) -> Frame:
    """The frame with other utilities [issue][option] and another no-deal value of one party, on a scale of its own."""
    scale = math.lcm(*(v.denominator for row in rows for v in row), 1 if least is None else least.denominator)
    scale = min(scale, EXACT_LIMIT // 8)
    points: list[np.ndarray[tuple[int, int], np.dtype[np.int64]]] = []
    for old, row in zip(frame.points, rows, strict=True):
        fresh = old.copy()
        fresh[:, party] = [round(v * scale) for v in row]
        points.append(fresh)
    scales = tuple(scale if p == party else old for p, old in enumerate(frame.scale))
    asked = None if least is None else math.ceil(least * scale)
    return replace(with_no_deal(frame, party, asked), points=tuple(points), scale=scales)


def _closes(frame: Frame, unknown: Unknown) -> bool:
    """Whether some value leaves no deal."""
    if unknown.kind == "no-deal":
        return find_witness(_demanding(frame, unknown)) is None
    return any(
        _position_closes(frame, unknown.party, issue)
        if unknown.kind == "position"
        else _salience_closes(frame, unknown.party, issue)
        for issue in _issues(frame, unknown)
    )


def _opens(frame: Frame, unknown: Unknown) -> bool:
    """Whether some value makes a deal possible."""
    if unknown.kind != "salience":
        return find_witness(_generous(frame, unknown)) is not None
    return any(
        find_witness(reweigh(frame, unknown.party, issue, end)) is not None
        for issue in _issues(frame, unknown)
        for end in (Fraction(0), FULL_SALIENCE)
    )


def _issues(frame: Frame, unknown: Unknown) -> range | tuple[int]:
    return range(len(frame.issues)) if unknown.issue is None else (unknown.issue,)


def _generous(frame: Frame, unknown: Unknown) -> Frame:
    """No no-deal value; any option of the issue worth everything, and no red line there."""
    if unknown.kind == "no-deal":
        return with_no_deal(frame, unknown.party, None)
    if unknown.kind == "position":
        for issue in _issues(frame, unknown):
            lines = tuple(r for r in frame.red_lines if (r.party, r.issue) != (unknown.party, issue))
            ones = [Fraction(1)] * len(frame.options[issue])
            frame = reweigh(replace(frame, red_lines=lines), unknown.party, issue, FULL_SALIENCE, ones)
    return frame


def _demanding(frame: Frame, unknown: Unknown) -> Frame:
    """The no-deal value at the top of its range, 1; the issue all-important and no option of it worth anything."""
    if unknown.kind == "no-deal":
        return with_no_deal(frame, unknown.party, frame.scale[unknown.party])
    if unknown.kind == "position":
        for issue in _issues(frame, unknown):
            nothing = [Fraction(0)] * len(frame.options[issue])
            frame = reweigh(frame, unknown.party, issue, FULL_SALIENCE, nothing)
    return frame


def _position_closes(frame: Frame, party: int, issue: int) -> bool:
    """Whether some red line and values of the party leave no deal.

    The most demanding: it takes only one of the options, finds the issue all-important and that option worth nothing.
    """
    demanding = reweigh(frame, party, issue, FULL_SALIENCE, [Fraction(0)] * len(frame.options[issue]))
    for only in frame.allowed[issue]:
        others = tuple(o for o in range(len(frame.options[issue])) if o != only)
        line = FrameRedLine("unknown", party, issue, others)
        if find_witness(replace(demanding, red_lines=(*frame.red_lines, line))) is None:
            return True
    return False


def _salience_closes(frame: Frame, party: int, issue: int) -> bool:
    """Whether some salience from 0 to 100 leaves no deal.

    An acceptable deal stays acceptable on an interval of saliences that reaches to one end, so witnesses from both ends leave
    at most one gap between them; its middle is tried until it closes or holds no deal.
    """
    low, high = Fraction(0), FULL_SALIENCE
    for tried in (low, high, *[None] * MAX_TRIES):
        at = (low + high) / 2 if tried is None else tried
        witness = find_witness(reweigh(frame, party, issue, at))
        if witness is None:
            return True
        reach = _holds_until(frame, witness, party, issue)
        low, high = max(low, reach[0]), min(high, reach[1])
        if low >= high:
            return False
    return True


def _holds_until(frame: Frame, deal: Deal, party: int, issue: int) -> tuple[Fraction, Fraction]:
    """(up to which salience from 0, down to which from 100) a deal suits the party; (0, 100) where neither end does."""
    least = frame.no_deal[party]
    if least is None:
        return FULL_SALIENCE, Fraction(0)
    threshold = Fraction(least, frame.scale[party])
    total = sum(frame.salience[party], Fraction(0))
    weight = frame.salience[party][issue]
    raw = [
        Fraction(int(points[o, party])) * total / frame.scale[party]
        for points, o in zip(frame.points, deal, strict=True)
    ]
    value = raw[issue] / weight if weight else Fraction(0)
    # Acceptable where base + salience * slope >= 0.
    base = sum(raw, Fraction(0)) - raw[issue] - threshold * (total - weight)
    slope = value - threshold
    at_zero, at_full = base >= 0, base + FULL_SALIENCE * slope >= 0
    if at_zero and at_full:
        return FULL_SALIENCE, Fraction(0)
    turn = -base / slope if slope else Fraction(0)
    return (turn, FULL_SALIENCE) if at_zero else (Fraction(0), turn)
