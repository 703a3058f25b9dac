"""Packages that hold under every reading, or under all but one that is named."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deals.outcome import Outcome, build_outcome
from zopa.solve.deals.programme import Programme, build_programme, gain_range, solve_programme

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.model.frame import Deal, Frame


@dataclass(frozen=True, slots=True)
class RobustPackage:
    """A deal in the zone of several readings.

    `readings` are the names of those under which it is acceptable, `except_for` the one under which it is not, "" where it holds in all.
    `margin`: the smallest gain over no-deal of any veto party under any of these readings, in utility: the deal maximises it.
    """

    outcome: Outcome
    readings: tuple[str, ...]
    except_for: str
    margin: float


def find_robust(frames: dict[str, Frame]) -> tuple[RobustPackage, ...]:
    """The package that holds under every reading; where there is none, for each reading the one that holds under all others.

    Args:
        frames: reading to frame, with the same issues, options and parties in the same order.

    Returns:
        One package for all readings; or up to one for each reading left out; empty where even these do not exist, or for no frames.

    Raises:
        ValueError: the frames have different issues, options or parties.
    """
    names = list(frames)
    if not names:
        return ()
    first = frames[names[0]]
    if any((f.issues, f.options, f.parties) != (first.issues, first.options, first.parties) for f in frames.values()):
        raise ValueError("Expected readings with the same parties, issues and options.")
    whole = _package(frames, names, "")
    if whole is not None:
        return (whole,)
    if len(names) < 3:  # all but one of two is one reading, which its own solutions tell
        return ()
    found = [_package(frames, [n for n in names if n != left_out], left_out) for left_out in names]
    return tuple(package for package in found if package is not None)


def _package(frames: dict[str, Frame], names: Sequence[str], left_out: str) -> RobustPackage | None:
    deal = find_common_deal([frames[name] for name in names])
    if deal is None:
        return None
    margin = min((m for name in names if (m := _margin(frames[name], deal)) is not None), default=0.0)
    return RobustPackage(build_outcome(frames[names[0]], deal), tuple(names), left_out, margin)


def find_common_deal(frames: Sequence[Frame]) -> Deal | None:
    """A deal in the zone of every frame, with the greatest smallest gain; None where there is none."""
    first = frames[0]
    if any(not options for frame in frames for options in frame.allowed):
        return None
    joined = build_programme(_without_limits(first))
    z = len(joined.columns)
    ranges = [gain_range(frame) for frame in frames]
    joined = joined.with_rows(extra=[(min(low for low, _ in ranges), max(high for _, high in ranges))])
    for frame in frames:
        joined = joined.with_rows(*_rows_of(joined, frame, z))
    excluded = joined
    while True:
        answer = solve_programme(excluded, {z: 1.0})
        if answer.deal is None or all(frame.in_zopa(answer.deal) for frame in frames):
            return answer.deal
        row = {excluded.columns[i, o]: 1.0 for i, o in enumerate(answer.deal)}
        excluded = excluded.with_rows((row, -np.inf, len(answer.deal) - 1.0))


def _without_limits(frame: Frame) -> Frame:
    return replace(frame, red_lines=(), legal=(), conditions=(), no_deal=(None,) * len(frame.parties))


def _rows_of(joined: Programme, frame: Frame, z: int) -> list[tuple[dict[int, float], float, float]]:
    """The rows of one frame over the columns of all options, and z below each of its gains."""
    own = build_programme(frame)
    column = {own.columns[key]: joined.columns[key] for key in own.columns}
    rows = [({column[c]: value for c, value in row.items()}, low, high) for row, low, high in own.rows]
    for party in frame.veto_parties:
        row = own.points_row(party, -1.0 / frame.scale[party])
        start = (frame.no_deal[party] or 0) / frame.scale[party]
        rows.append(({column[c]: value for c, value in row.items()} | {z: 1.0}, -np.inf, -start))
    return rows


def _margin(frame: Frame, deal: Deal) -> float | None:
    total = frame.total(deal)
    return min(((total[p] - (frame.no_deal[p] or 0)) / frame.scale[p] for p in frame.veto_parties), default=None)
