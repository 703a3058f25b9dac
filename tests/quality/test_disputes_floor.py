"""Five invented disputes (a port strike, a school merger, a fishing quota, a takeover, a truce): floors for each slot of what was planted.

The facts were written before any run. A floor is what was measured when it was set, rounded down.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

import pytest

from .dispute_scoring import DisputeScore, score_dispute

DISPUTES = Path(__file__).parent / "disputes"
SHA256 = "a811911d4ad831169363238506f1d9e180ddf90c8a0cacb08e576389abf27a9b"
FLOORS = {
    "outcome": 1.0, "parties": 1.0, "issues": 0.84, "wants": 0.88, "blocks": 1.0, "gates": 0.71, "deadlines": 1.0, "agree": 0.70,
    "against": 0.50,
}  # fmt: skip


@cache
def score() -> DisputeScore:
    """All five together, read once."""
    total = DisputeScore()
    for folder in sorted(DISPUTES.iterdir()):
        total += score_dispute(folder)
    return total


def test_the_disputes_are_those_measured() -> None:
    """Texts and facts have the hash on which the floors were set."""
    files = sorted(p for p in DISPUTES.rglob("*") if p.is_file())
    assert hashlib.sha256(b"".join(p.read_bytes() for p in files)).hexdigest() == SHA256


@pytest.mark.parametrize("slot", FLOORS)
def test_a_slot_keeps_its_floor(slot: str) -> None:
    """As much of what was planted is found as when the floor was set."""
    assert score().share(slot) >= FLOORS[slot], [m for m in score().missed if m.startswith(slot)]


def test_every_slot_has_a_floor() -> None:
    """No slot is counted without a floor."""
    assert set(score().asked) == set(FLOORS)


def test_nothing_is_found_that_must_not_be() -> None:
    """No party, issue or silence that the facts rule out, and no finding over passages that neither agree nor contradict."""
    assert score().wrong == []
