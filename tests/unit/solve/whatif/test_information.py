"""What knowing something is worth, against what can be computed without draws."""

from __future__ import annotations

import itertools
import math

import numpy as np
import pytest
from scipy.stats import qmc

from zopa.solve.whatif.information import NOTHING, AskedAnswers, find_shift


def exact(table: dict[tuple[int, ...], int], place: int) -> tuple[float, float, float]:
    """Shift, changes and gain of one input by going through every combination, all of them as likely."""
    rows = list(table.items())
    yes = sum(answer for _, answer in rows) / len(rows)
    usual = yes > 0.5
    shift = changes = right = 0.0
    for value in {row[place] for row, _ in rows}:
        inside = [answer for row, answer in rows if row[place] == value]
        share, here = len(inside) / len(rows), sum(inside) / len(inside)
        shift += share * abs(here - yes)
        changes += share * ((here > 0.5) != usual and here != 0.5)
        right += share * max(here, 1 - here)
    return shift, changes, right - max(yes, 1 - yes)


@pytest.mark.parametrize("place", [0, 1, 2])
def test_against_exact_enumeration(place: int) -> None:
    """On a small case the draws give what going through every combination gives, to a hundredth."""
    table = {
        (a, b, c): int((a == 2 and b == 1) or (a == 1 and c == 3))
        for a, b, c in itertools.product(range(3), range(2), range(4))
    }
    points = qmc.Sobol(3, scramble=True, seed=np.random.default_rng(1)).random_base2(13)
    drawn = np.floor(points * [3, 2, 4]).astype(np.int64)
    answers = np.array([table[tuple(row)] for row in drawn.tolist()], dtype=np.int8)
    found = AskedAnswers(answers).find(drawn[:, place])
    shift, changes, gain = exact(table, place)
    assert found.shift == pytest.approx(shift, abs=0.01)
    assert found.changes == pytest.approx(changes, abs=0.01)
    assert found.gain == pytest.approx(gain, abs=0.01)


def test_what_means_nothing_counts_for_nothing() -> None:
    """Inputs that have no part in the answer show no shift, but for one in twenty that chance lets through, and then little."""
    rng = np.random.default_rng(5)
    asked = AskedAnswers(rng.integers(0, 2, 500).astype(np.int8))
    shifts = [asked.find(rng.integers(0, 8, 500)).shift for _ in range(200)]
    assert sum(shift > 0 for shift in shifts) < 25
    assert max(shifts) < 0.08


def test_no_answer_no_information() -> None:
    """An answer that never flips, one that was never decided, and an input with one class tell nothing."""
    labels = np.arange(100) % 4
    assert AskedAnswers(np.ones(100, dtype=np.int8)).find(labels) is NOTHING
    assert AskedAnswers(np.full(100, -1, dtype=np.int8)).find(labels) is NOTHING
    assert AskedAnswers((np.arange(100) % 2).astype(np.int8)).find(np.zeros(100, dtype=np.int64)) is NOTHING


def test_interval_holds_the_shift() -> None:
    """The interval of a strong input holds its shift and is narrow; the classes tell how often the answer is yes in each."""
    labels = np.arange(1000) % 2
    answers = np.where(labels == 1, np.arange(1000) % 10 < 8, np.arange(1000) % 10 < 2).astype(np.int8)
    asked = AskedAnswers(answers)
    found, (low, high) = asked.find(labels), asked.interval(labels)
    assert low < found.shift < high < low + 0.1
    assert [name for name, _, _ in found.classes] == [0, 1]
    assert found.classes[1][2] > found.classes[0][2] + 0.5


def ishigami(x: np.ndarray) -> np.ndarray:
    """Ishigami and Homma (1990), with the usual 7 and 0.1, on -pi to pi."""
    angles = (2 * x - 1) * math.pi
    return np.sin(angles[:, 0]) + 7 * np.sin(angles[:, 1]) ** 2 + 0.1 * angles[:, 2] ** 4 * np.sin(angles[:, 0])


def reference(place: int, bins: int = 48) -> float:
    """Delta of one input by quadrature: the outcome on a fine grid of the two others, at the middle of each of 64 classes."""
    middles = (np.arange(64) + 0.5) / 64
    grid = (np.arange(160) + 0.5) / 160
    others = np.array(list(itertools.product(grid, grid)))
    rows: list[np.ndarray] = []
    for middle in middles:
        columns = np.insert(others, place, middle, axis=1)
        rows.append(ishigami(columns))
    edges = np.quantile(np.concatenate(rows), np.linspace(0, 1, bins + 1))[1:-1]
    counts = np.stack([np.bincount(np.searchsorted(edges, row), minlength=bins) / len(row) for row in rows])
    return float(np.abs(counts - counts.mean(axis=0)).sum(axis=1).mean() / 2)


def test_ishigami() -> None:
    """The shift of each input of the Ishigami function, and their order: the second most, then the first, the third least."""
    points = qmc.Sobol(3, scramble=True, seed=np.random.default_rng(3)).random_base2(16)
    outcome = ishigami(points)
    shifts = [find_shift(outcome, points[:, place], 48) for place in range(3)]
    for place, shift in enumerate(shifts):
        assert shift == pytest.approx(reference(place), abs=0.02)
    assert shifts[1] > shifts[0] > shifts[2] > 0.1
