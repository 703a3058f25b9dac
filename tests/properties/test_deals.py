"""Deals against brute force on small frames of every kind, and what no change of scale or order may change."""

from __future__ import annotations

import random
from dataclasses import replace
from fractions import Fraction
from typing import TYPE_CHECKING

import numpy as np
import pytest
from benchmarks.generate_frames import Shape, generate_frame
from tests.properties.deal_oracle import all_deals, best_deals, efficient, small_frame, zone

from zopa.solve.deals import (
    CONCEPTS,
    SolverTask,
    check_certificate,
    find_cover,
    find_existence,
    find_frontier,
    find_share,
    find_surviving,
    list_zopa,
    share,
)
from zopa.solve.deals.grid import count_on_grid

if TYPE_CHECKING:
    from zopa.model import Frame

BLOCK = 60
"""Frames in one test."""


def blocks(count: int) -> list[range]:
    """Seeds in blocks, so that a failure names a small range."""
    return [range(start, start + BLOCK) for start in range(0, count, BLOCK)]


def check_against_brute_force(frame: Frame) -> None:
    """The zone, its count and options, the frontier and every solution are what looking at each deal gives."""
    acceptable = zone(frame)
    existence = find_existence(frame)
    assert existence.exists is bool(acceptable)
    assert existence.witness is None or existence.witness in acceptable
    listed = list_zopa(frame)
    assert (listed.count, set(listed.deals)) == (len(acceptable), set(acceptable))
    grid = count_on_grid(frame)
    assert grid.zopa == len(acceptable)
    assert grid.deal_space == sum(frame.in_deal_space(deal) for deal in all_deals(frame))
    for issue, row in enumerate(grid.acceptable):
        assert row == tuple(sum(deal[issue] == o for deal in acceptable) for o in range(len(frame.options[issue])))
    frontier = find_frontier(frame)
    assert set(frontier.deals()) == efficient(frame, acceptable)
    assert frontier.count == len(frontier.deals())
    check_solutions(frame, SolverTask(frame, frontier, existence.witness), acceptable)


def check_solutions(frame: Frame, problem: SolverTask, acceptable: list[tuple[int, ...]]) -> None:
    """From the frontier all best deals; by integer programme some best deal, proven."""
    best = best_deals(frame, acceptable)
    alone = SolverTask(frame, None, problem.witness)
    for concept, solve in CONCEPTS.items():
        whole = solve(problem)
        assert {o.choice for o in whole.outcomes} == best[concept], concept
        assert (whole.count, whole.complete) == (len(best[concept]), True)
        assert check_certificate(frame, whole)
        found = solve(alone)
        assert {o.choice for o in found.outcomes} <= best[concept], concept
        assert bool(found.outcomes) is bool(acceptable)
        assert check_certificate(frame, found)
        assert found.certificate is None or found.certificate.proven


@pytest.mark.parametrize("seeds", blocks(240), ids=str)
def test_brute_force_agrees(seeds: range) -> None:
    """Whatever the frame, the answer is that of looking at each deal."""
    for seed in seeds:
        check_against_brute_force(small_frame(seed))


@pytest.mark.slow
@pytest.mark.parametrize("seeds", [range(start, start + 400) for start in range(1_000, 5_000, 400)], ids=str)
def test_brute_force_agrees_on_thousands(seeds: range) -> None:
    """The same on four thousand frames."""
    for seed in seeds:
        check_against_brute_force(small_frame(seed))


def test_surviving_options() -> None:
    """Options in some and in all acceptable deals, from the counts and by integer programme alike."""
    for seed in range(60):
        frame = small_frame(seed)
        acceptable = zone(frame)
        some = {
            name: tuple(frame.options[i][o] for o in sorted({deal[i] for deal in acceptable}))
            for i, name in enumerate(frame.issues)
        }
        every = {name: options if len(options) == 1 else () for name, options in some.items()}
        counted = find_surviving(frame, acceptable[:1], count_on_grid(frame).acceptable)
        assert (counted.some, counted.all) == (some, every)
        solved = find_surviving(frame, acceptable[:1])
        assert (solved.some, solved.all) == (some, every)


def test_cover_keeps_its_bound() -> None:
    """For every efficient deal some deal of the cover is at most the bound worse for each veto party."""
    covered = 0
    for seed in range(150):
        frame = small_frame(seed)
        if not frame.veto_parties:
            continue
        cover = find_cover(frame, target=0.1)
        deals = zone(frame)
        assert bool(cover.outcomes) is bool(deals)
        scale = np.array([frame.scale[p] for p in frame.veto_parties])
        for deal in efficient(frame, deals):
            own = np.array([frame.total(deal)[p] for p in frame.veto_parties])
            assert min(((own - row) / scale).max() for row in cover.points) <= cover.bound + 1e-12
        assert all(frame.in_zopa(outcome.choice) for outcome in cover.outcomes)
        covered += cover.bound > 0
    assert covered > 20


def test_sampled_share_holds_the_true_one() -> None:
    """The interval of a sample holds the share that counting gives, nearly always."""
    inside = total = 0
    for seed in range(40):
        frame = generate_frame(seed, Shape(issues=5, options=3, parties=3, conditions=3, no_deal=0.6))
        exact = find_share(frame, exists=None)
        assert exact.exact
        sampled = sample_share(frame)
        total += 1
        inside += sampled[0] <= (exact.share or 0.0) <= sampled[1]
    assert inside >= 0.85 * total


def sample_share(frame: Frame) -> tuple[float, float]:
    """The interval from a sample, where counting would do."""
    layers = share._deal_space(frame)
    deals = share._draw(frame, layers, 2_000, np.random.Generator(np.random.PCG64(1)))
    assert all(frame.in_deal_space(deal) for deal in deals[:50].tolist())
    return share._estimate(frame, deals, None, False, 1).interval


def permuted(frame: Frame, rng: random.Random) -> tuple[Frame, list[int], list[int]]:
    """The same frame with parties and issues in another order, and these orders."""
    parties = rng.sample(range(len(frame.parties)), len(frame.parties))
    issues = rng.sample(range(len(frame.issues)), len(frame.issues))
    place = {old: new for new, old in enumerate(issues)}
    seat = {old: new for new, old in enumerate(parties)}
    conditions = tuple(
        replace(
            c,
            clauses=tuple(tuple((place[i], options) for i, options in clause) for clause in c.clauses),
            literals=tuple((place[i], options) for i, options in c.literals),
        )
        for c in frame.conditions
    )
    return (
        replace(
            frame,
            parties=tuple(frame.parties[p] for p in parties),
            issues=tuple(frame.issues[i] for i in issues),
            options=tuple(frame.options[i] for i in issues),
            points=tuple(frame.points[i][:, parties] for i in issues),
            scale=tuple(frame.scale[p] for p in parties),
            no_deal=tuple(frame.no_deal[p] for p in parties),
            veto=tuple(frame.veto[p] for p in parties),
            power=tuple(frame.power[p] for p in parties),
            red_lines=tuple(replace(r, party=seat[r.party], issue=place[r.issue]) for r in frame.red_lines),
            legal=tuple(replace(law, issue=place[law.issue]) for law in frame.legal),
            conditions=conditions,
            drafts=(),
        ),
        parties,
        issues,
    )


def test_order_changes_nothing() -> None:
    """Parties and issues in another order: the same frontier and the same solutions, as sets of labelled deals."""
    for seed in range(60):
        frame = small_frame(seed)
        other, _, _ = permuted(frame, random.Random(seed))
        assert labelled(frame, find_frontier(frame).deals()) == labelled(other, find_frontier(other).deals())
        one, two = SolverTask(frame, find_frontier(frame)), SolverTask(other, find_frontier(other))
        for concept, solve in CONCEPTS.items():
            assert told(solve(one)) == told(solve(two)), concept


def told(solution: object) -> set[tuple[tuple[str, str], ...]]:
    """Deals of a solution by their labels."""
    return {tuple(sorted(o.deal.items())) for o in solution.outcomes}  # type: ignore[attr-defined]


def labelled(frame: Frame, deals: list[tuple[int, ...]]) -> set[tuple[tuple[str, str], ...]]:
    """Deals by their labels."""
    return {tuple(sorted(frame.label(deal).items())) for deal in deals}


def rescaled(frame: Frame) -> Frame:
    """The first party counts in units a third as large, and gets as much on top for nothing on the first issue."""
    points = [p.copy() for p in frame.points]
    for p in points:
        p[:, 0] *= 3
    shift = 7
    points[0][:, 0] += shift
    least = frame.no_deal[0]
    # A party without a no-deal value gains from 0; to shift it, its 0 must become a no-deal value.
    asked = 3 * (least or 0) + shift
    return replace(
        frame, points=tuple(points), no_deal=(asked, *frame.no_deal[1:]), scale=(3 * frame.scale[0], *frame.scale[1:])
    )


def test_scale_and_shift_change_nothing() -> None:
    """One party in other units from another zero: the same frontier, Nash and Kalai-Smorodinsky deals."""
    for seed in range(60):
        frame = replace(small_frame(seed), power=(Fraction(1),) * 5)
        frame = replace(frame, no_deal=tuple(least or 0 for least in frame.no_deal))
        other = rescaled(frame)
        assert set(find_frontier(frame).deals()) == set(find_frontier(other).deals())
        one, two = SolverTask(frame, find_frontier(frame)), SolverTask(other, find_frontier(other))
        for concept in ("nash", "kalai-smorodinsky"):
            assert told(CONCEPTS[concept](one)) == told(CONCEPTS[concept](two)), concept
