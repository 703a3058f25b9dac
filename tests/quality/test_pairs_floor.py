"""Floors of the comparison on pairs of sentences (`pairs.py`) and ceilings of false alarms (`traps.py`), on the halves that were kept."""

from __future__ import annotations

import hashlib
from functools import cache

import pytest

from . import pairs, traps

PAIRS = "b83a8240e09a4f2bcc460990418824632fe044af9159463973ac62d3c545b29e"
TRAPS = "2546b2d5469bb811d9566bc59c10d2c44a9463b8abdee15c5bc892106c99caa2"
LEAST = {("agree", "agree"): 6, ("contradict", "contradict"): 3}
"""Of 100 and of 60, when the floors were set, less one."""
MOST = {("neither", "agree"): 9, ("neither", "contradict"): 3, ("agree", "contradict"): 1, ("contradict", "agree"): 4}
"""Of 80, 80, 100 and 60, when the floors were set, and one or two more."""
CAUGHT = 46
"""Of 200 sentences that fill no slot, when the floor was set, and two more."""


@cache
def found() -> dict[tuple[str, str], int]:
    assert hashlib.sha256(pairs.ROWS.read_bytes()).hexdigest() == PAIRS, "the floors were measured on another set"
    return pairs.score([row for row in pairs.read_rows() if row["kept"]])


@pytest.mark.slow
@pytest.mark.parametrize("told", list(LEAST))
def test_what_both_tell_and_what_excludes_each_other(told: tuple[str, str]) -> None:
    """No fewer are found than before."""
    assert found().get(told, 0) >= LEAST[told]


@pytest.mark.slow
@pytest.mark.parametrize("told", list(MOST))
def test_what_only_looks_like_it(told: tuple[str, str]) -> None:
    """No more are taken for what they are not."""
    assert found().get(told, 0) <= MOST[told]


@pytest.mark.slow
def test_false_alarms() -> None:
    """Sentences that fill no slot fill no more of them than before."""
    assert hashlib.sha256(traps.ROWS.read_bytes()).hexdigest() == TRAPS, "the ceiling was measured on another set"
    caught = traps.score([row for row in traps.read_rows() if row["kept"]])
    assert sum(count for count, _ in caught.values()) <= CAUGHT, caught
