"""Made-up negotiations for tests and benchmarks: the same seed gives the same frame everywhere."""

from __future__ import annotations

import random
from dataclasses import dataclass, replace
from fractions import Fraction

from zopa.model import Frame, FrameCondition, FrameDraft, FrameRedLine, build_frame


@dataclass(frozen=True, slots=True)
class Shape:
    """What to make: sizes, how fine values are (`grid` steps from 0 to 1), and what limits deals."""

    issues: int = 28
    options: int = 4
    parties: int = 4
    grid: int = 100
    conditions: int = 0
    at_mosts: int = 0
    red_lines: int = 0
    no_deal: float | None = None
    drafts: int = 0
    camps: bool = False


def generate_frame(seed: int, shape: Shape) -> Frame:
    """A negotiation in which values and saliences are drawn evenly; `no_deal` is a part of each party's best possible."""
    rng = random.Random(seed)
    issues, options = range(shape.issues), range(shape.options)
    values = [
        [[Fraction(rng.randint(0, shape.grid), shape.grid) for _ in options] for _ in issues]
        for _ in range(shape.parties)
    ]
    if shape.camps:  # each second party wants the opposite of the one before
        for p in range(1, shape.parties, 2):
            values[p] = [[1 - value for value in row] for row in values[p - 1]]
    saliences = [[Fraction(rng.randint(1, 100)) for _ in issues] for _ in range(shape.parties)]
    frame = build_frame(
        [f"p{p}" for p in range(shape.parties)], [f"i{i}" for i in issues], [[f"o{o}" for o in options] for _ in issues],
        saliences, values, [None] * shape.parties,
        conditions=[*_if_thens(rng, shape), *_at_mosts(rng, shape)],
        red_lines=_red_lines(rng, shape, values),
        drafts=_drafts(rng, shape),
    )  # fmt: skip
    return frame if shape.no_deal is None else with_no_deal_at(frame, shape.no_deal)


def with_no_deal_at(frame: Frame, share: float) -> Frame:
    """The frame in which each party asks for a part of the best that it could get."""
    best = [sum(int(points[:, p].max()) for points in frame.points) for p in range(len(frame.parties))]
    return replace(frame, no_deal=tuple(-(-int(b * round(share * 1000)) // 1000) for b in best))


def _if_thens(rng: random.Random, shape: Shape) -> list[FrameCondition]:
    """If one issue has an option and a second has one, a third must have one of half its options."""
    made: list[FrameCondition] = []
    everything = frozenset(range(shape.options))
    for n in range(shape.conditions):
        first, second, third = rng.sample(range(shape.issues), 3)
        one, two = rng.randrange(shape.options), rng.randrange(shape.options)
        then = frozenset(rng.sample(range(shape.options), max(1, shape.options // 2)))
        clause = ((first, everything - {one}), (second, everything - {two}), (third, then))
        made.append(FrameCondition(f"c{n}", "if-then", "drawn", clauses=(clause,)))
    return made


def _at_mosts(rng: random.Random, shape: Shape) -> list[FrameCondition]:
    made: list[FrameCondition] = []
    for n in range(shape.at_mosts):
        issues = rng.sample(range(shape.issues), min(5, shape.issues))
        literals = tuple((i, frozenset({rng.randrange(shape.options)})) for i in issues)
        made.append(FrameCondition(f"m{n}", "at-most", "drawn", literals=literals, at_most=2))
    return made


def _red_lines(rng: random.Random, shape: Shape, values: list[list[list[Fraction]]]) -> list[FrameRedLine]:
    """A party bars its worst option of an issue."""
    made: list[FrameRedLine] = []
    for n in range(shape.red_lines):
        party, issue = rng.randrange(shape.parties), rng.randrange(shape.issues)
        row = values[party][issue]
        made.append(FrameRedLine(f"r{n}", party, issue, (row.index(min(row)),)))
    return made


def _drafts(rng: random.Random, shape: Shape) -> list[FrameDraft]:
    """Each issue settled, in brackets, or left out."""
    made: list[FrameDraft] = []
    for n in range(shape.drafts):
        terms = [
            None
            if rng.random() < 0.2
            else frozenset(rng.sample(range(shape.options), rng.randint(1, min(2, shape.options))))
            for _ in range(shape.issues)
        ]
        made.append(FrameDraft(f"d{n}", f"Draft {n}", tuple(terms)))
    return made
