"""Draws: seeded quasi-random coordinates, and the frames that they stand for, many at once as arrays of integers.

Sobol (1967), USSR Comput. Math. Math. Phys. 7(4):86-112, scrambled as in Owen (1998), J. Complexity 14:466-489; McKay, Beckman and
Conover (1979), Technometrics 21:239-245.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from zopa.model.frame import FrameRedLine
from zopa.model.vague import FLOOR_GRID, GRID

if TYPE_CHECKING:
    from zopa.model.frame import Frame
    from zopa.model.vague import FloorRule, SalienceRule, VagueFrame, ValueRule

Coordinates = NDArray[np.float64]
Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]
HALF = 0.5
SOBOL = 16
"""Coordinates that are Sobol points; no-deal values and doubtful red lines come first and fit among them."""


@dataclass(frozen=True, eq=False)  # arrays have no single equality
class Batch:
    """Frames that differ in numbers only.

    Attributes:
        frame: what they have in common: labels, conditions, laws, drafts, who must agree.
        points: for each issue, shape (n, n_options, n_parties).
        scale: shape (n, n_parties), points that are utility 1.
        floors: shape (n, n_parties), least points that a party accepts; 0 or less limits nothing.
        barred: for each issue, shape (n, n_options, n_parties): behind that party's red line.
    """

    frame: Frame
    points: tuple[Ints, ...]
    scale: Ints
    floors: Ints
    barred: tuple[Flags, ...]

    @property
    def size(self) -> int:
        """How many frames."""
        return len(self.scale)

    @cached_property
    def allowed(self) -> tuple[Flags, ...]:
        """For each issue, shape (n, n_options): crosses no veto party's red line and no law that blocks."""
        veto = list(self.frame.veto_parties)
        found: list[Flags] = [np.logical_not(barred[:, :, veto].any(axis=2)) for barred in self.barred]
        for law in self.frame.legal:
            if law.blocks:
                found[law.issue][:, list(law.options)] = False
        return tuple(found)

    @cached_property
    def worth(self) -> NDArray[np.float64]:
        """Utilities of the veto parties, shape (n, n_issues, most options, n_veto); 0 where an issue has fewer options."""
        veto = list(self.frame.veto_parties)
        most = max((points.shape[1] for points in self.points), default=0)
        found = np.zeros((self.size, len(self.points), most, len(veto)))
        for issue, points in enumerate(self.points):
            found[:, issue, : points.shape[1]] = points[:, :, veto] / self.scale[:, None, veto]
        return found


def draw_coordinates(draws: int, coordinates: int, seed: int) -> Coordinates:
    """Quasi-random coordinates, shape (draws, coordinates); the same for the same arguments. One row for nothing to draw.

    The first `SOBOL` are scrambled Sobol points; the rest is a Latin hypercube, because among many Sobol dimensions some pairs depend
    on each other at a few hundred points, and an input would seem to matter that only lies beside one that does.
    """
    if not coordinates:
        return np.zeros((1, 0))
    qmc: Any = import_module("scipy.stats.qmc")  # here, for it is slow to import; and it has no types
    rng = np.random.default_rng(seed)
    even = qmc.Sobol(min(coordinates, SOBOL), scramble=True, seed=rng)
    points = [even.random_base2(math.ceil(math.log2(max(draws, 2))))[:draws]]
    if coordinates > SOBOL:
        points.append(qmc.LatinHypercube(coordinates - SOBOL, seed=rng).random(draws))
    return np.hstack(points).astype(np.float64)


def draw_batch(vague: VagueFrame, at: Coordinates) -> Batch:
    """The frames that coordinates of shape (n, n_coordinates) stand for."""
    frame, count = vague.frame, len(at)
    parties = range(len(frame.parties))
    salience = np.stack([[_salience(rule, at) for rule in row] for row in vague.salience])  # (party, issue, n)
    points: list[Ints] = []
    raw: dict[tuple[int, int], Ints] = {}
    for i, options in enumerate(frame.options):
        worth = np.zeros((count, len(options), len(frame.parties)), dtype=np.int64)
        for p in parties:
            values = raw[p, i] = _values(vague.values[p][i], at, len(options))
            worth[:, :, p] = values * salience[p, i][:, None]
        points.append(worth)
    scale = np.maximum(salience.sum(axis=1).T * GRID, 1)
    floors = np.stack([_floor(rule, at, points, scale, p) for p, rule in enumerate(vague.floors)], axis=1)
    return Batch(frame, tuple(points), scale, floors, _barred(vague, at, raw))


def frame_at(batch: Batch, number: int) -> Frame:
    """One of the frames, exactly."""
    frame = batch.frame
    lines = tuple(
        FrameRedLine(f"{party}.{issue}", p, i, tuple(np.flatnonzero(batch.barred[i][number, :, p]).tolist()), _stated(frame, p, i))
        for p, party in enumerate(frame.parties) for i, issue in enumerate(frame.issues) if batch.barred[i][number, :, p].any()
    )  # fmt: skip
    floors = tuple(
        int(least) if frame.veto[p] and (least := batch.floors[number, p]) > 0 else None
        for p in range(len(frame.parties))
    )
    return replace(
        frame,
        points=tuple(points[number] for points in batch.points),
        scale=tuple(batch.scale[number].tolist()),
        no_deal=floors,
        red_lines=lines,
        unknown=(),
        rounded=False,
    )


def _stated(frame: Frame, party: int, issue: int) -> bool:
    return any(line.stated for line in frame.red_lines if (line.party, line.issue) == (party, issue))


def _between(low: int, high: int, at: Coordinates) -> Ints:
    """Whole steps from low to high, uniform."""
    return np.minimum(low + np.floor(at * (high - low + 1)), high).astype(np.int64)


def _salience(rule: SalienceRule, at: Coordinates) -> Ints:
    if rule.at is None:
        return np.full(len(at), rule.low, dtype=np.int64)
    return _between(rule.low, rule.high, at[:, rule.at])


def _values(rule: ValueRule, at: Coordinates, count: int) -> Ints:
    """Values of the options of one issue to one party, shape (n, n_options); any in the draws in which what is denied does not hold."""
    told = _told_values(rule, at, count)
    if rule.doubt is None:
        return told
    free = _any_order(replace(rule, at=rule.free), at, count)
    return np.where((at[:, rule.doubt] < HALF)[:, None], told, free)


def _told_values(rule: ValueRule, at: Coordinates, count: int) -> Ints:
    found = np.zeros((len(at), count), dtype=np.int64)
    if not rule.told:
        return _any_order(rule, at, count)
    if rule.ranges:
        own = iter(rule.at)
        for option, (low, high) in enumerate(rule.ranges):
            found[:, option] = low if low == high else _between(low, high, at[:, next(own)])
        return found
    last = len(rule.tiers) - 1
    between = -np.sort(-_between(0, GRID, at[:, list(rule.at)]), axis=1) if rule.at else None
    for n, tier in enumerate(rule.tiers):
        if n == 0:
            worth: Ints | int = GRID
        elif n == last:
            worth = 0
        elif between is not None:
            worth = between[:, n - 1]
        else:
            worth = GRID * (last - n) // last
        for option in tier:
            found[:, option] = worth
    return found


def _any_order(rule: ValueRule, at: Coordinates, count: int) -> Ints:
    """Any order and any values, or any ideal point, the best 1 and the worst 0; what is refused is no better than the rest."""
    if rule.line:
        raw = GRID - np.abs(np.array(rule.line) - _between(0, GRID, at[:, rule.at[0]])[:, None])
    else:
        raw = _between(0, GRID, at[:, list(rule.at)])
    raw[:, list(rule.refused)] -= GRID + 1
    low, high = raw.min(axis=1, keepdims=True), raw.max(axis=1, keepdims=True)
    return np.where(high > low, (raw - low) * GRID // np.maximum(high - low, 1), GRID) if count else raw


def _floor(rule: FloorRule, at: Coordinates, points: list[Ints], scale: Ints, party: int) -> Ints:
    """Least points of a party in each draw, rounded up; 0 where nothing limits it, any where what is denied does not hold."""
    told = _told_floor(rule, at, points, scale, party)
    if rule.doubt is None:
        return told
    free = -(-scale[:, party] * _between(0, FLOOR_GRID, at[:, rule.free]) // FLOOR_GRID)
    return np.where(at[:, rule.doubt] < HALF, told, free)


def _told_floor(rule: FloorRule, at: Coordinates, points: list[Ints], scale: Ints, party: int) -> Ints:
    whole = scale[:, party]
    if rule.relation == "none":
        return np.zeros(len(at), dtype=np.int64)
    if rule.draft is None:
        steps = np.full(len(at), rule.low) if rule.at is None else _between(rule.low, rule.high, at[:, rule.at])
        return -(-whole * steps // FLOOR_GRID)
    low, high = _draft_points(rule.draft, points, party)
    if rule.relation == "better than":
        low, high = (low + high) // 2, whole
    elif rule.relation == "worse than":
        low, high = np.zeros_like(whole), (low + high) // 2
    if rule.at is None:
        return low
    steps = _between(0, FLOOR_GRID, at[:, rule.at])
    return low - (-np.maximum(high - low, 0) * steps // FLOOR_GRID)


def _draft_points(draft: tuple[frozenset[int] | None, ...], points: list[Ints], party: int) -> tuple[Ints, Ints]:
    """The least and the most points that the completions of a draft give a party."""
    low = np.zeros(len(points[0]), dtype=np.int64)
    high = low.copy()
    for terms, worth in zip(draft, points, strict=True):
        own = worth[:, sorted(terms) if terms is not None else slice(None), party]
        low, high = low + own.min(axis=1), high + own.max(axis=1)
    return low, high


def _barred(vague: VagueFrame, at: Coordinates, values: dict[tuple[int, int], Ints]) -> tuple[Flags, ...]:
    frame = vague.frame
    barred = [np.zeros((len(at), len(options), len(frame.parties)), dtype=np.bool_) for options in frame.options]
    doubt = {line.line: line.at for line in vague.doubtful}
    for n, line in enumerate(frame.red_lines):
        holds = at[:, doubt[n]] < HALF if n in doubt else np.ones(len(at), dtype=np.bool_)
        barred[line.issue][:, list(line.options), line.party] = holds[:, None]
    for hidden in vague.hidden:
        worth = values[hidden.party, hidden.issue]
        count = worth.shape[1]
        depth = np.minimum(1 + np.floor(at[:, hidden.depth] * (count - 1)), count - 1).astype(np.int64)
        place = np.argsort(np.argsort(worth, axis=1, kind="stable"), axis=1, kind="stable")  # 0: the worst
        drawn = at[:, hidden.drawn] < hidden.share
        barred[hidden.issue][:, :, hidden.party] |= (place < depth[:, None]) & drawn[:, None]
    return tuple(barred)
