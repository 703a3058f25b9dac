"""Deals by looking at each: what the solvers must agree with, and small frames of every kind to try them on."""

from __future__ import annotations

import itertools
import math
import random
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

from benchmarks.generate_frames import Shape, generate_frame

from zopa.model import Frame, FrameLegal, Unknown, build_frame

if TYPE_CHECKING:
    from collections.abc import Callable

Deal = tuple[int, ...]


def small_frame(seed: int) -> Frame:
    """Two to five parties, ties, zero weights, conditions, red lines, laws, one option, parties without veto or wishes."""
    rng = random.Random(seed)
    shape = Shape(
        issues=rng.randint(3, 5), options=rng.randint(1, 3), parties=rng.randint(2, 5), grid=rng.choice([1, 2, 4, 100]),
        conditions=rng.randint(0, 3), at_mosts=rng.randint(0, 2), red_lines=rng.randint(0, 3),
        no_deal=rng.choice([None, 0.0, 0.4, 0.6, 0.8]), drafts=1,
    )  # fmt: skip
    frame = generate_frame(seed, shape)
    if rng.random() < 0.2:  # a party that cares for nothing
        for points in frame.points:
            points.setflags(write=True)
            points[:, 0] = 0
            points.setflags(write=False)
        frame = replace(frame, no_deal=(0, *frame.no_deal[1:]))
    return replace(
        frame,
        veto=tuple(rng.random() < 0.8 for _ in frame.parties),
        power=tuple(Fraction(rng.choice([0, 1, 2, 3]), 2) for _ in frame.parties),
        legal=(FrameLegal("law", 0, (0,), "referendum", blocks=rng.random() < 0.3),),
    )


def all_deals(frame: Frame) -> list[Deal]:
    """Every deal, conditions aside."""
    return list(itertools.product(*(range(len(options)) for options in frame.options)))


def zone(frame: Frame) -> list[Deal]:
    """Every acceptable deal."""
    return [deal for deal in all_deals(frame) if frame.in_zopa(deal)]


def efficient(frame: Frame, deals: list[Deal]) -> set[Deal]:
    """Those of the deals that no other dominates for the veto parties."""
    points = {deal: tuple(frame.total(deal)[p] for p in frame.veto_parties) for deal in deals}
    values = set(points.values())
    return {
        deal
        for deal, own in points.items()
        if not any(other != own and all(x >= y for x, y in zip(other, own, strict=True)) for other in values)
    }


def best_deals(frame: Frame, deals: list[Deal]) -> dict[str, set[Deal]]:
    """For every concept the deals that maximise it, in fractions, by its definition."""
    veto = frame.veto_parties
    gains = {d: [frame.total(d)[p] - (frame.no_deal[p] or 0) for p in veto] for d in deals}
    scale = [frame.scale[p] for p in veto]
    best = [max(gains[d][n] for d in deals) for n in range(len(veto))] if deals else []

    def utility(deal: Deal) -> list[Fraction]:
        return [Fraction(g, s) for g, s in zip(gains[deal], scale, strict=True)]

    def ratios(deal: Deal) -> list[Fraction]:
        return [Fraction(g, b) for g, b in zip(gains[deal], best, strict=True) if b]

    keys: dict[str, Callable[[Deal], object]] = {
        "nash": lambda d: math.prod(utility(d)),
        # powers are halves: the square of the product orders deals as the product does
        "weighted-nash": lambda d: math.prod(
            u ** int(2 * frame.power[p]) for u, p in zip(utility(d), veto, strict=True)
        ),
        "kalai-smorodinsky": lambda d: min(ratios(d), default=Fraction(0)),
        "egalitarian": lambda d: min(utility(d), default=Fraction(0)),
        "leximin": lambda d: sorted(utility(d)),
        "utilitarian": lambda d: sum(utility(d)),
    }
    found: dict[str, set[Deal]] = {}
    for name, key in keys.items():
        values = {deal: key(deal) for deal in deals}
        top = max(values.values(), default=None)  # type: ignore[type-var]
        found[name] = {deal for deal, value in values.items() if value == top}
    return found


def two_party_frame(pairs: list[tuple[int, int]], no_deal: tuple[int | None, int | None] = (None, None)) -> Frame:
    """One issue whose options are worth so many hundredths to the two parties."""
    values = [[[Fraction(pair[n], 100) for pair in pairs]] for n in range(2)]
    asked = [None if v is None else Fraction(v, 100) for v in no_deal]
    return build_frame(["a", "b"], ["i"], [[f"o{n}" for n in range(len(pairs))]], [[Fraction(1)]] * 2, values, asked)


def with_unknown(frame: Frame, *unknown: Unknown) -> Frame:
    """The frame in which these have not been said."""
    return replace(frame, unknown=unknown)
