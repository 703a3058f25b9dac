"""What every solution concept must do alike."""

from __future__ import annotations

import numpy as np
import pytest
from benchmarks.generate_frames import Shape, generate_frame
from tests.properties.deal_oracle import small_frame, two_party_frame, zone

from zopa.solve.deals import CONCEPTS, Concept, SolverTask, check_certificate, find_existence, find_frontier

NAMES = sorted(CONCEPTS)
LARGE = Shape(issues=12, options=3, parties=3, conditions=4, no_deal=0.6)


@pytest.mark.parametrize("concept", NAMES)
def test_deals_named_are_acceptable(concept: Concept) -> None:
    """Every deal named lies in the zone; there is none only where the zone is empty."""
    for seed in range(40):
        frame = small_frame(seed)
        solution = CONCEPTS[concept](SolverTask(frame, find_frontier(frame)))
        assert all(frame.in_zopa(outcome.choice) for outcome in solution.outcomes)
        assert bool(solution.outcomes) is bool(zone(frame))
        assert solution.concept == concept
        assert solution.source


@pytest.mark.parametrize("concept", NAMES)
def test_both_ways_have_one_value(concept: Concept) -> None:
    """From the frontier and by integer programme the value is the same, and both certificates hold."""
    for seed in range(3):
        frame = generate_frame(seed, LARGE)
        whole = CONCEPTS[concept](SolverTask(frame, find_frontier(frame)))
        alone = CONCEPTS[concept](SolverTask(frame, None, find_existence(frame).witness))
        assert whole.certificate is not None
        assert alone.certificate is not None
        assert alone.certificate.value == pytest.approx(whole.certificate.value, rel=1e-6)
        assert alone.certificate.bound >= whole.certificate.value * (1 - 1e-9)
        assert alone.certificate.proven
        assert check_certificate(frame, whole)
        assert check_certificate(frame, alone)


@pytest.mark.parametrize("concept", NAMES)
def test_false_certificates_are_seen(concept: Concept) -> None:
    """A solution that names a deal of another value does not pass the check."""
    frame = two_party_frame([(60, 60), (10, 10)])
    best = CONCEPTS[concept](SolverTask(frame, find_frontier(frame)))
    other = CONCEPTS[concept](
        SolverTask(two_party_frame([(1, 1), (10, 10)]), find_frontier(two_party_frame([(1, 1), (10, 10)])))
    )
    assert check_certificate(frame, best)
    assert concept == "kalai-smorodinsky" or not check_certificate(two_party_frame([(1, 1), (10, 10)]), best)
    assert not check_certificate(two_party_frame([(1, 1), (10, 10)], (5, 5)), best)
    assert other.outcomes


@pytest.mark.parametrize("concept", NAMES)
def test_same_answer_twice_and_nothing_changed(concept: Concept) -> None:
    """No hidden chance, and the frame is left as it was."""
    frame = generate_frame(1, LARGE)
    before = [points.copy() for points in frame.points]
    first = CONCEPTS[concept](SolverTask(frame, None, find_existence(frame).witness))
    second = CONCEPTS[concept](SolverTask(frame, None, find_existence(frame).witness))
    assert first == second
    assert all(np.array_equal(a, b) for a, b in zip(before, frame.points, strict=True))
