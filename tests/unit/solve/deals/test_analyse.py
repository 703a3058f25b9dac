"""The whole analysis of a frame, its settings, limits and interruption; and the parts under it."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction

import numpy as np
import pytest
from benchmarks.generate_frames import Shape, generate_frame
from tests.properties.deal_oracle import small_frame, two_party_frame

from zopa.solve.deals import (
    CONCEPTS,
    Settings,
    SolverTask,
    TooLargeError,
    analyse,
    find_existence,
    find_frontier,
    find_share,
    kernels,
    list_zopa,
    rules,
)
from zopa.solve.deals.share import clopper_pearson

SMALL = Shape(issues=4, options=3, parties=3, no_deal=0.5, drafts=1)
LARGE = Shape(issues=20, options=3, parties=2, no_deal=0.6)


def test_everything_is_there() -> None:
    """A small frame is solved exactly: every stage done, nothing to warn of."""
    frame = generate_frame(1, SMALL)
    result = analyse(frame)
    assert result.done == ("zopa", "share", "frontier", "surviving", "solutions", "drafts", "arithmetic")
    assert (result.exact, result.bound, result.interrupted, result.warnings) == (True, None, False, ())
    assert result.frontier_count == len(result.frontier) == find_frontier(frame).count
    assert result.share is not None
    assert result.share.exact
    assert set(result.solutions) == {
        "nash",
        "weighted-nash",
        "kalai-smorodinsky",
        "egalitarian",
        "leximin",
        "utilitarian",
    }
    assert [draft.id for draft in result.drafts] == ["d0"]
    assert {effect.what for effect in result.effects} == {"issue", "party"}


def test_empty_zone() -> None:
    """No deal: no frontier, no solution, share 0, and that is an answer."""
    result = analyse(two_party_frame([(100, 0), (0, 100)], (50, 50)))
    assert result.zopa is not None
    assert result.zopa.exists is False
    assert (result.exact, result.frontier, result.frontier_count) == (True, (), 0)
    assert result.share is not None
    assert (result.share.count, result.share.share) == (0, 0.0)
    assert all(not s.outcomes and s.count == 0 for s in result.solutions.values())
    assert result.surviving is not None
    assert result.surviving.some == {"i": ()}


def test_interrupt_keeps_what_is_known() -> None:
    """Stopped before the frontier, the answer still says whether there is a deal."""

    def stop(stage: str, done: int, total: int) -> None:
        if stage == "frontier":
            raise KeyboardInterrupt

    result = analyse(generate_frame(1, SMALL), progress=stop)
    assert (result.interrupted, result.done) == (True, ("zopa", "share"))
    assert result.zopa is not None
    assert result.zopa.exists is True
    assert result.frontier == ()


def test_too_large_frontier_is_covered() -> None:
    """Where the frontier may not be listed a cover stands for it, with its bound, and the solutions are proven all the same."""
    frame = generate_frame(1, LARGE)
    result = analyse(frame, Settings(max_points=20, samples=2_000, arithmetic=False))
    assert (result.exact, result.frontier_count) == (False, None)
    assert result.bound is not None
    assert 0 < result.bound <= 0.02
    assert result.frontier
    assert all(s.certificate is not None and s.certificate.proven for s in result.solutions.values())
    assert any("not exact" in warning for warning in result.warnings)
    exact = analyse(frame, Settings(samples=2_000, arithmetic=False))
    for concept, solution in exact.solutions.items():
        assert {o.choice for o in result.solutions[concept].outcomes} <= {o.choice for o in solution.outcomes}


def test_rows_stop_at_the_limit() -> None:
    """The frontier lists so many rows and counts all."""
    result = analyse(generate_frame(1, LARGE), Settings(limit=5, samples=100, arithmetic=False))
    assert len(result.frontier) == 5
    assert result.frontier_count is not None
    assert result.frontier_count > 5


def test_share_is_never_zero_where_a_deal_exists() -> None:
    """No hit in the sample and a witness: the share is below the upper end, and the interval starts above 0."""
    frame = generate_frame(1, Shape(issues=28, parties=2, no_deal=0.8))
    share = find_share(frame, exists=True, samples=500)
    assert (share.hits, share.share, share.count) == (0, None, None)
    assert 0 < share.interval[0] < share.interval[1] < 0.01


def test_share_of_an_unsampled_empty_zone() -> None:
    """An empty zone has share 0 for certain, however large the space."""
    frame = generate_frame(1, Shape(issues=28, parties=2))
    share = find_share(frame, exists=False)
    assert (share.count, share.share, share.exact, share.of) == (0, 0.0, True, 4**28)


def test_interval_of_clopper_and_pearson() -> None:
    """Known values: 0 of 10 and 5 of 10 at 95 per cent."""
    assert clopper_pearson(0, 10) == (0.0, pytest.approx(0.30849710781876083))
    assert clopper_pearson(5, 10) == (pytest.approx(0.18708602844739855), pytest.approx(0.8129139715526014))
    assert clopper_pearson(10, 10)[1] == 1.0


def test_frontier_refuses_what_it_may_not_keep() -> None:
    """A layer beyond the limit is an error that says where."""
    with pytest.raises(TooLargeError, match="Too many partial deals matter after"):
        find_frontier(generate_frame(1, LARGE), max_points=10)


def test_listing_says_when_it_cannot_count() -> None:
    """Too many prospects: no deals, no count."""
    listed = list_zopa(generate_frame(1, LARGE), max_points=10)
    assert (listed.deals, listed.count) == ((), None)


def test_too_many_open_states(monkeypatch: pytest.MonkeyPatch) -> None:
    """Conditions too tangled for a machine of states: the frontier gives up, sampling goes on by rejection."""
    monkeypatch.setattr(rules, "MAX_STATES", 2)
    frame = generate_frame(2, Shape(issues=20, options=3, parties=2, conditions=8))
    with pytest.raises(TooLargeError, match="states open at once"):
        find_frontier(frame)
    share = find_share(frame, exists=True, samples=500)
    assert (share.of, share.exact, share.share) == (None, False, 1.0)
    result = analyse(frame, Settings(samples=200, arithmetic=False))
    assert (result.exact, result.bound, result.frontier) == (False, None, ())
    assert result.solutions["nash"].outcomes


def test_distinct_deals_with_equal_points_are_kept() -> None:
    """Three options worth the same to both: three efficient deals at one point."""
    frontier = find_frontier(two_party_frame([(50, 50), (50, 50), (50, 50), (40, 50)]))
    assert (len(frontier.points), frontier.deals_at, frontier.count) == (1, (3,), 3)
    assert frontier.deals() == [(0,), (1,), (2,)]
    assert frontier.deals(limit=2) == [(0,), (1,)]


@pytest.mark.parametrize("parties", [1, 2, 3, 4, 5])
def test_kernels_agree_with_pairs(parties: int) -> None:
    """Exactly the points that no other dominates, equal ones included."""
    rng = np.random.default_rng(parties)
    for count, high in ((1, 5), (60, 4), (700, 12), (1_500, 1_000)):
        points = rng.integers(0, high, size=(count, parties))
        wanted = ~kernels.beaten_by(points, points)
        assert (kernels.nondominated(points) == wanted).all()


def test_rounded_frames_say_so() -> None:
    """A frame whose points had to be rounded carries a warning into the result."""
    frame = replace(generate_frame(1, SMALL), rounded=True)
    assert any("rounded" in warning for warning in analyse(frame).warnings)


def test_nobody_must_agree() -> None:
    """Without a veto party every deal is as good as any."""
    frame = replace(two_party_frame([(1, 2), (3, 4)]), veto=(False, False))
    result = analyse(frame)
    assert result.frontier_count == 2
    assert {o.choice for o in result.solutions["nash"].outcomes} == {(0,), (1,)}


def test_weights_of_power() -> None:
    """The weighted Nash solution leans to the party with power."""
    frame = replace(two_party_frame([(20, 90), (50, 50), (90, 20)]), power=(Fraction(3), Fraction(1)))
    assert [o.choice for o in analyse(frame).solutions["weighted-nash"].outcomes] == [(2,)]


def test_a_solver_error_is_tried_again() -> None:
    """A programme on which HiGHS gives up in its presolve is solved without it."""
    frame = small_frame(2836)
    found = CONCEPTS["nash"](SolverTask(frame, None, find_existence(frame).witness))
    assert found.certificate is not None
    assert found.certificate.proven
