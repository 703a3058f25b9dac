"""Draws and what they give: exact, the same wherever they are solved, and never lost."""

from __future__ import annotations

import itertools
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from tests.unit.solve.whatif.small_cases import CERTAIN, vague_case

from zopa.case import parse_case
from zopa.case.vague import to_vague
from zopa.solve.deadlock import Member
from zopa.solve.deals import find_existence
from zopa.solve.whatif import Ensemble, EnsembleSettings, Question, rank_inputs, solve_ensemble, tally
from zopa.solve.whatif.blocking import count_blocking
from zopa.solve.whatif.draw import draw_batch, draw_coordinates, frame_at
from zopa.solve.whatif.ensemble import PIECE
from zopa.solve.whatif.facets import find_facets
from zopa.solve.whatif.possible import Pool, decide, suits

if TYPE_CHECKING:
    from zopa.model import Frame

DEAL = Question("deal")


class Interrupting(Executor):
    """Solves two pieces under both readings, and is then stopped by the user."""

    def __init__(self) -> None:
        self.left = 4

    def submit(self, fn: Any, /, *args: Any, **kwargs: Any) -> Future[Any]:
        if not self.left:
            raise KeyboardInterrupt
        self.left -= 1
        future: Future[Any] = Future()
        future.set_result(fn(*args, **kwargs))
        return future


def same(a: Ensemble, b: Ensemble) -> bool:
    return all(
        np.array_equal(one.answers[q], other.answers[q])
        for one, other in zip(a.readings, b.readings, strict=True)
        for q in one.answers
    ) and [p.deal for r in a.readings for p in r.packages] == [p.deal for r in b.readings for p in r.packages]


def test_every_draw_is_exact() -> None:
    """Whether a deal exists is what going through every deal of each frame says, and what one solver says of each alone."""
    for _, vague in vague_case().readings:
        batch = draw_batch(vague, draw_coordinates(200, vague_case().coordinates, 0))
        answer = decide(Pool(batch))
        for number in range(batch.size):
            frame = frame_at(batch, number)
            deals = itertools.product(*(range(len(options)) for options in frame.options))
            assert bool(answer[number]) == any(frame.in_zopa(deal) for deal in deals)
            if number < 20:
                assert bool(answer[number]) == find_existence(frame).exists
        assert 0 < answer.sum() < batch.size  # both answers are there to be told apart


def test_suits_is_in_zopa() -> None:
    """A deal suits a draw exactly where it lies in the zone of that draw's frame."""
    (_, vague), *_ = vague_case().readings
    batch = draw_batch(vague, draw_coordinates(64, vague_case().coordinates, 3))
    for deal in itertools.product(range(3), range(2)):
        assert suits(batch, deal).tolist() == [frame_at(batch, n).in_zopa(deal) for n in range(batch.size)]


def test_drawn_numbers_keep_to_their_ranges() -> None:
    """Ranks keep their order, words their reach, the no-deal value its range, silence may be anything."""
    case = vague_case()
    (_, vague), (_, patient) = case.readings
    at = draw_coordinates(500, case.coordinates, 1)
    batch = draw_batch(vague, at)
    assert np.all(batch.points[0][:, 0, 0] >= batch.points[0][:, 1, 0])
    assert np.all(batch.points[0][:, 2, 0] == 0)
    share = batch.points[1][:, 0, 0] / batch.scale[:, 0]  # water, worth 40 beside land of 50 to 100
    assert share.min() == pytest.approx(40 / 140, abs=0.01)
    assert share.max() == pytest.approx(40 / 90, abs=0.01)
    floors = batch.floors[:, 0] / batch.scale[:, 0]
    assert 0.3 <= floors.min() < 0.31
    assert 0.69 < floors.max() <= 0.7001
    unheard = batch.points[1][:, :, 1]  # south has said nothing of water
    assert (unheard[:, 0] > unheard[:, 1]).any()
    assert (unheard[:, 0] < unheard[:, 1]).any()
    assert batch.barred[1][:, :, 1].any()
    assert not batch.barred[1][:, :, 1].all(axis=1).any()
    waiting = draw_batch(patient, at)
    share_of_plan = waiting.points[0][:, 1, 0] + (waiting.points[1][:, :, 0].sum(axis=1)) // 2
    assert np.all(waiting.floors[:, 0] >= share_of_plan - 1)


def test_reproducible_to_the_bit_and_by_seed() -> None:
    """The same case and seed give the same answers and the same ranking; another seed other draws."""
    case = vague_case()
    one, other = (solve_ensemble(case, EnsembleSettings(150, 7)) for _ in range(2))
    assert same(one, other)
    assert rank_inputs(one) == rank_inputs(other)
    assert not np.array_equal(one.at, solve_ensemble(case, EnsembleSettings(150, 8)).at)


def test_one_worker_or_three() -> None:
    """Pieces solved by others, in whatever order, give the same to the bit."""
    case = vague_case()
    with ThreadPoolExecutor(3) as executor:
        assert same(
            solve_ensemble(case, EnsembleSettings(200)), solve_ensemble(case, EnsembleSettings(200), executor=executor)
        )


def test_interrupt_keeps_what_is_finished() -> None:
    """Two of four pieces were finished: their draws stand, and the result says so."""
    case = vague_case()
    told: list[tuple[int, int]] = []
    found = solve_ensemble(
        case, EnsembleSettings(4 * PIECE), executor=Interrupting(), progress=lambda *n: told.append(n)
    )
    assert (found.interrupted, found.draws, found.asked) == (True, 2 * PIECE, 4 * PIECE)
    assert told == [(PIECE, 4 * PIECE), (2 * PIECE, 4 * PIECE)]
    whole = solve_ensemble(case, EnsembleSettings(4 * PIECE))
    assert np.array_equal(found.readings[0].answers[DEAL], whole.readings[0].answers[DEAL][: 2 * PIECE])


def test_nothing_vague_is_one_draw() -> None:
    """A case with nothing vague has no coordinates, one draw, and its answer is that of the frame."""
    case = vague_case(CERTAIN)
    found = solve_ensemble(case)
    assert (case.coordinates, case.inputs, found.draws, found.asked) == (0, (), 1, 1)
    assert bool(found.readings[0].answers[DEAL][0]) == find_existence(case.readings[0][1].frame).exists
    assert tally(found.readings[0].answers[DEAL]).holds == "throughout"
    assert rank_inputs(found) == ()


def test_conflicts_block_where_no_deal_meets_them() -> None:
    """Each conflict blocks in exactly the draws in which its members alone leave no deal."""
    case = vague_case()
    found = solve_ensemble(case, EnsembleSettings(120))
    seen = 0
    for (_, vague), under in zip(case.readings, found.readings, strict=True):
        batch = draw_batch(vague, found.at)
        for conflict in under.conflicts:
            seen += 1
            assert not (conflict.blocks == 1)[under.answers[DEAL] == 1].any()  # what blocks leaves no deal
            assert np.array_equal(conflict.blocks, count_blocking(batch, conflict.members))
    assert seen


def test_drafts_and_options_are_those_of_the_frames() -> None:
    """A draft stands where some way of filling it is acceptable, an option survives where some acceptable deal has it."""
    case = vague_case()
    found = solve_ensemble(case, EnsembleSettings(64, looked=64))
    (_, vague), under = case.readings[0], found.readings[0]
    batch = draw_batch(vague, found.at)
    deals = list(itertools.product(range(3), range(2)))
    for number in range(64):
        frame = frame_at(batch, number)
        inside = [deal for deal in deals if frame.in_zopa(deal)]
        assert under.answers[Question("draft", draft="plan")][number] == any(deal[0] == 1 for deal in inside)
        for option, name in enumerate(("keep", "share", "cede")):
            told = under.answers[Question("option", issue="land", option=name)][number]
            assert told == any(deal[0] == option for deal in inside)


def test_packages_are_counted_exactly() -> None:
    """No single change of the best package suits more draws, and its count is right."""
    case = vague_case()
    found = solve_ensemble(case, EnsembleSettings(150))
    (_, vague), under = case.readings[0], found.readings[0]
    batch = draw_batch(vague, found.at)
    best = under.packages[0]
    assert np.array_equal(best.fits, suits(batch, best.deal))
    assert best.fits.sum() == max(suits(batch, deal).sum() for deal in itertools.product(range(3), range(2)))


def test_silent_party_comes_first() -> None:
    """A party that must agree and of whom nothing is known comes first, also where another input moves the answer farther."""
    text = """
title: One is silent
analyst: test
parties: {north: {no-deal: 0.2..1}, east: {no-deal: 0.2..1}, south: {no-deal: 0}}
issues: {land: {options: [keep, share, cede]}}
positions:
  north: {land: {prefers: keep > share > cede, salience: 60}}
  east: {land: {prefers: cede > share > keep, salience: 60}}
"""
    ranked = rank_inputs(solve_ensemble(vague_case(text), EnsembleSettings(400)))
    assert ranked[0].silent
    assert {known.input.id for known in ranked if known.silent} == {"positions.south.land"}
    assert max(known.shift for known in ranked if not known.silent) > ranked[0].shift


LADDER = """
title: Five rungs
analyst: test
parties: {north: {no-deal: 0.6}, south: {no-deal: 0.6}}
issues: {land: {options: [a, b, c, d, e]}}
positions:
  north: {land: {prefers: a > b > c > d > e, salience: 60, red-line: not e}}
  south: {land: {prefers: e > d > c > b > a, salience: 60}}
"""


def test_order_is_kept_on_a_long_ladder() -> None:
    """Every rung is worth no less than the one below, the ends 1 and 0, and the same rung lies anywhere between."""
    (_, vague), *_ = vague_case(LADDER).readings
    batch = draw_batch(vague, draw_coordinates(200, vague_case(LADDER).coordinates, 0))
    worth = batch.points[0][:, :, 0] / batch.scale[:, [0]]
    assert np.all(np.diff(worth, axis=1) <= 0)
    assert np.all(worth[:, 0] == 1)
    assert np.all(worth[:, 4] == 0)
    assert worth[:, 2].min() < 0.15
    assert worth[:, 2].max() > 0.85


def test_an_inferred_line_is_a_facet_of_its_own() -> None:
    """Its classes are the draws in which it bars and those in which it does not."""
    case = to_vague(parse_case(LADDER, "case.yaml").case, {})
    (_, vague), *_ = case.readings
    at = draw_coordinates(100, case.coordinates, 0)
    batch = draw_batch(vague, at)
    (line,) = [item for item in vague.inputs if item.kind == "red-line"]
    holds = find_facets(vague, line, batch, at)["holds"]
    assert np.array_equal(holds == 1, batch.barred[0][:, 4, 0])
    assert 30 < holds.sum() < 70


def test_a_demand_that_is_not_made_blocks_nothing() -> None:
    """Two no-deal values that exclude each other, with a red line of which only some draws know: those only are counted."""
    case = to_vague(parse_case(LADDER.replace("0.6}", "0.99}"), "case.yaml").case, {})
    (_, vague), *_ = case.readings
    batch = draw_batch(vague, draw_coordinates(100, case.coordinates, 0))
    two = [Member("no-deal", party, "", party) for party in ("north", "south")]
    line = Member("red-line", "north", "land", "north.land")
    assert np.all(count_blocking(batch, two)[~batch.barred[0][:, 4, 0]] == 1)
    assert np.array_equal(count_blocking(batch, [*two, line]) == 1, batch.barred[0][:, 4, 0])


def test_solutions_are_those_of_the_concepts() -> None:
    """Asked for, the deals that theories of bargaining name are found in each draw with a deal, and nowhere else."""
    case = replace(vague_case(), readings=vague_case().readings[:1])
    found = solve_ensemble(case, EnsembleSettings(32, looked=0, concepts=("nash",)))
    deal, chosen = found.readings[0].answers[DEAL], found.readings[0].solutions["nash"]
    assert np.array_equal(chosen[:, 0] >= 0, deal == 1)
    batch = draw_batch(case.readings[0][1], found.at)
    for number in np.flatnonzero(deal == 1)[:10].tolist():
        frame = frame_at(batch, number)
        gains = {
            d: np.prod([(t - (f or 0)) / s for t, f, s in zip(frame.total(d), frame.no_deal, frame.scale, strict=True)])
            for d in itertools.product(range(3), range(2))
            if frame.in_zopa(d)
        }
        assert gains[tuple(chosen[number])] == pytest.approx(max(gains.values()))
    assert found.readings[0].gap == 0.0


def test_solutions_without_a_frontier_say_how_near_they_are(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where the frontier is too large, integer programmes find deals of the same worth and certify a gap far below half a hundredth."""
    case = replace(vague_case(), readings=vague_case().readings[:1])
    settings = EnsembleSettings(32, looked=0, concepts=("nash", "kalai-smorodinsky", "egalitarian"))
    exact = solve_ensemble(case, settings).readings[0]
    monkeypatch.setattr("zopa.solve.whatif.piece.POINTS", 0)
    near = solve_ensemble(case, settings).readings[0]
    assert exact.gap == 0.0
    assert 0.0 < near.gap < 1e-4
    batch = draw_batch(case.readings[0][1], draw_coordinates(32, case.coordinates, 0))
    for number in np.flatnonzero(exact.answers[DEAL] == 1).tolist():
        frame = frame_at(batch, number)
        one, other = (found.solutions["nash"][number] for found in (exact, near))
        assert _product(frame, one) == pytest.approx(_product(frame, other), abs=1e-5)


def _product(frame: Frame, deal: np.ndarray) -> float:
    total = frame.total(tuple(deal.tolist()))
    return float(np.prod([(t - (f or 0)) / s for t, f, s in zip(total, frame.no_deal, frame.scale, strict=True)]))
