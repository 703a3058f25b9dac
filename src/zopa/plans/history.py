"""More than two versions: what became of each point from one to the next, and in which version a word first stood."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.plans.redline import compare_plans
from zopa.plans.runs import TOKENS, match_tokens

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.plans.types import Plan, Point, Redline, RedlinePoint, Status


@dataclass(frozen=True, slots=True)
class CourseStep:
    """A point in one version: its number there ("" where it is not), and what became of it since the version before."""

    version: int
    number: str
    status: Status | None


@dataclass(frozen=True, slots=True)
class Blame:
    """Words of a point of the last version, each run with the version (from 0) in which it first stood."""

    number: str
    runs: tuple[tuple[int, str], ...]


@dataclass(frozen=True, slots=True)
class VersionHistory:
    """Several versions: `redline` compares the first with the last.

    Attributes:
        redline: first against last.
        steps: each version against the next.
        histories: for each row of the redline (by its place) its course through the versions.
        passing: courses of points that stood only between the first and the last version.
        blame: where the words of the last version come from, in order.
    """

    redline: Redline
    steps: tuple[Redline, ...]
    histories: Mapping[int, tuple[CourseStep, ...]]
    passing: tuple[tuple[CourseStep, ...], ...]
    blame: tuple[Blame, ...]


def build_history(plans: Sequence[Plan], by_hand: Mapping[str, Sequence[str]] | None = None) -> VersionHistory:
    """The course of every point through two or more versions; `by_hand` sets pairs between the first and the last."""
    steps = tuple(compare_plans(a, b) for a, b in pairwise(plans))
    redline = compare_plans(plans[0], plans[-1], by_hand) if len(plans) > 2 or by_hand else steps[0]
    back = [_index(step, "b") for step in steps]
    ahead = [_index(step, "a") for step in steps]
    last = len(plans) - 1
    histories: dict[int, tuple[CourseStep, ...]] = {}
    seen: set[tuple[int, int]] = set()
    for n, row in enumerate(redline.points):
        if row.whole:
            continue
        course = _backward(back, row.b[0], last, seen) if row.b else _forward(ahead, row.a[0], 0, seen)
        histories[n] = course
    passing: list[tuple[CourseStep, ...]] = []
    for version in range(1, last):
        for point in plans[version].points:
            if (version, point.start) not in seen:
                row = back[version - 1].get(point.start)
                first = CourseStep(version, point.number, row.status if row else None)
                passing.append((first, *_forward(ahead, point, version, seen)[1:]))
    return VersionHistory(redline, steps, histories, tuple(passing), _blame(plans, back))


def _index(step: Redline, side: str) -> dict[int, RedlinePoint]:
    """Rows by the start of each point on one side."""
    return {point.start: row for row in step.points if not row.whole for point in (row.b if side == "b" else row.a)}


def _backward(
    back: Sequence[Mapping[int, RedlinePoint]], point: Point, version: int, seen: set[tuple[int, int]]
) -> tuple[CourseStep, ...]:
    course: list[CourseStep] = []
    here: Point | None = point
    for n in range(version, -1, -1):
        if here is None:
            course.append(CourseStep(n, "", None))
            continue
        seen.add((n, here.start))
        row = back[n - 1].get(here.start) if n else None
        course.append(CourseStep(n, here.number, row.status if row else None))
        seen |= {(n - 1, other.start) for other in (row.a if row else ())}
        here = row.a[0] if row and row.a else None
    return tuple(reversed(course))


def _forward(
    ahead: Sequence[Mapping[int, RedlinePoint]], point: Point, version: int, seen: set[tuple[int, int]]
) -> tuple[CourseStep, ...]:
    course = [CourseStep(version, point.number, None)]
    here: Point | None = point
    for n in range(version, len(ahead)):
        if here is not None:
            seen.add((n, here.start))
        row = ahead[n].get(here.start) if here is not None else None
        here = row.b[0] if row and row.b else None
        course.append(CourseStep(n + 1, here.number if here else "", row.status if row else None))
    if here is not None:
        seen.add((len(ahead), here.start))
    return tuple(course)


def _blame(plans: Sequence[Plan], back: Sequence[Mapping[int, RedlinePoint]]) -> tuple[Blame, ...]:
    """Words that a version inserted are its own; those that it kept are as old as they were in the version before."""
    known: dict[int, list[tuple[int, str]]] = {p.start: [(0, " ".join(p.text.split()))] for p in plans[0].points}
    for version in range(1, len(plans)):
        rows = back[version - 1]
        fresh: dict[int, list[tuple[int, str]]] = {}
        for point in plans[version].points:
            row = rows.get(point.start)
            old: list[tuple[int, str]] = []
            for before in row.a if row else ():
                old += ([(0, " ")] if old else []) + known.get(before.start, [])
            fresh[point.start] = _inherit(old, point.text, version)
        known = fresh
    return tuple(Blame(p.number, tuple(known[p.start])) for p in plans[-1].points)


def _inherit(old: Sequence[tuple[int, str]], text: str, version: int) -> list[tuple[int, str]]:
    """The words of a text with the version of each: as old as the same word in `old`, whatever signs stand around it."""
    ages = [age for age, words in old for _ in words]
    left, right = list(TOKENS.finditer("".join(words for _, words in old))), list(TOKENS.finditer(text))
    own = [version] * len(right)
    for i0, i1, j0, _ in match_tokens([m.group().strip() for m in left], [m.group().strip() for m in right]):
        for n in range(i1 - i0):
            own[j0 + n] = ages[left[i0 + n].end() - 1]
    found: list[tuple[int, str]] = []
    end = 0
    for match, age in zip(right, own, strict=True):
        word = " " + match.group().strip() if end and text[end : match.end()][:1].isspace() else match.group().strip()
        end = match.end()
        if found and found[-1][0] == age:
            found[-1] = (age, found[-1][1] + word)
        else:
            found.append((age, word))
    return found
