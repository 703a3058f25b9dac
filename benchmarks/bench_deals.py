"""How fast deals are analysed: frontiers, solutions with proof, whole frames, deadlocks; and a peer beside them.

The peer is negmas, which enumerates; it is measured only where it can be imported (it is AGPL and never a dependency).
"""

from __future__ import annotations

import statistics
import time
from importlib import import_module
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from benchmarks.generate_frames import Shape, generate_frame, with_no_deal_at
from zopa.solve.deadlock import find_deadlock
from zopa.solve.deals import CONCEPTS, SolverTask, TooLargeError, analyse, find_cover, find_existence, find_frontier

if TYPE_CHECKING:
    from zopa.model import Frame

WARM = Shape(issues=3, options=2, parties=2)


def measure_frontiers(*, quick: bool = False) -> dict[str, dict[str, float]]:
    """Seconds and points of the exact frontier of 28 issues with 4 options, by number of parties."""
    find_frontier(generate_frame(0, WARM))
    shapes = {"2 parties": Shape(parties=2), "3 parties": Shape(parties=3)}
    if not quick:
        shapes["4 parties, no-deal at 60 %"] = Shape(no_deal=0.6)
    return {name: _frontiers(shape, seeds=1 if shape.parties < 4 else 6) for name, shape in shapes.items()}


def _frontiers(shape: Shape, seeds: int) -> dict[str, float]:
    """Median and worst seconds over some frames, and points of the first; -1 where a frontier was too large."""
    seconds: list[float] = []
    points: list[int] = []
    for seed in range(1, seeds + 1):
        frame = generate_frame(seed, shape)
        start = time.perf_counter()
        try:
            points.append(len(find_frontier(frame).points))
        except TooLargeError:
            points.append(-1)
        seconds.append(time.perf_counter() - start)
    return {"median_s": statistics.median(seconds), "worst_s": max(seconds), "points": points[0], "least": min(points)}


def measure_cover() -> dict[str, float]:
    """Seconds, bound and deals of the cover, 4 parties with twenty conditions and no-deal at 60 % of the best."""
    frame = generate_frame(1, Shape(conditions=20, no_deal=0.6))
    start = time.perf_counter()
    try:
        cover = find_cover(frame)
    except TooLargeError:
        return {"s": time.perf_counter() - start, "bound": -1.0}
    return {"s": time.perf_counter() - start, "bound": cover.bound, "deals": len(cover.outcomes)}


def measure_solutions(frames: int = 5) -> dict[str, float]:
    """Median seconds of Nash, Kalai-Smorodinsky, egalitarian and utilitarian together, proven, without a frontier."""
    seconds: list[float] = []
    proven = 0
    for seed in range(frames):
        frame = generate_frame(seed, Shape(conditions=20, no_deal=0.6))
        problem = SolverTask(frame, None, find_existence(frame).witness)
        start = time.perf_counter()
        for concept in ("nash", "kalai-smorodinsky", "egalitarian", "utilitarian"):
            certificate = CONCEPTS[concept](problem).certificate
            proven += certificate is not None and certificate.proven
        seconds.append(time.perf_counter() - start)
    return {"median_s": statistics.median(seconds), "worst_s": max(seconds), "proven_share": proven / (4 * frames)}


def measure_whole(frames: int = 5) -> dict[str, float]:
    """Median seconds of the whole analysis of frames of 4^10, about a million, deals with five conditions and two drafts."""
    seconds: list[float] = []
    analyse(generate_frame(0, WARM))
    for seed in range(frames):
        frame = generate_frame(seed, Shape(issues=10, conditions=5, no_deal=0.6, drafts=2))
        start = time.perf_counter()
        analyse(frame)
        seconds.append(time.perf_counter() - start)
    return {"median_s": statistics.median(seconds), "worst_s": max(seconds)}


def measure_deadlock(frames: int = 20) -> dict[str, float]:
    """Median seconds for conflicts and ways out of deadlocks of 28 issues, 4 parties and 40 red lines."""
    seconds: list[float] = []
    conflicts: list[int] = []
    ways: list[int] = []
    for seed in range(50):
        frame = with_no_deal_at(generate_frame(seed, Shape(red_lines=40)), 0.8)
        if find_existence(frame).exists:
            continue
        start = time.perf_counter()
        result = find_deadlock(frame)
        seconds.append(time.perf_counter() - start)
        conflicts.append(len(result.conflicts))
        ways.append(len(result.ways_out))
        if len(seconds) == frames:
            break
    return {
        "median_s": statistics.median(seconds), "worst_s": max(seconds),
        "conflicts": statistics.median(conflicts), "ways_out": statistics.median(ways),
    }  # fmt: skip


def measure_peer(issues: int = 8) -> dict[str, float] | str:
    """Seconds for the frontier of 4^issues deals and two parties, here and by negmas, and whether both frontiers are equal."""
    if find_spec("negmas") is None:
        return "negmas cannot be imported: install it in an environment of its own to compare"
    frame = generate_frame(1, Shape(issues=issues, parties=2))
    start = time.perf_counter()
    ours = {tuple(row) for row in find_frontier(frame).points.tolist()}
    own_seconds = time.perf_counter() - start
    start = time.perf_counter()
    theirs = _frontier_by_negmas(frame)
    return {
        "deals": frame.deal_count, "zopa_s": own_seconds, "negmas_s": time.perf_counter() - start,
        "equal": float(ours == theirs),
    }  # fmt: skip


def _frontier_by_negmas(frame: Frame) -> set[tuple[int, ...]]:
    """The same frontier in the same points, by enumeration of all outcomes."""
    negmas: Any = import_module("negmas")
    preferences: Any = import_module("negmas.preferences")
    issues = [
        negmas.make_issue(list(map(str, range(len(options)))), name)
        for name, options in zip(frame.issues, frame.options, strict=True)
    ]
    space = negmas.make_os(issues)
    functions = [
        preferences.LinearAdditiveUtilityFunction(
            values=[{str(o): float(points[o, p]) for o in range(len(points))} for points in frame.points],
            weights=[1.0] * len(frame.issues), outcome_space=space,
        )
        for p in range(len(frame.parties))
    ]  # fmt: skip
    found, _ = preferences.pareto_frontier(functions, outcomes=list(space.enumerate_or_sample()))
    return {tuple(round(value) for value in utilities) for utilities in found}
