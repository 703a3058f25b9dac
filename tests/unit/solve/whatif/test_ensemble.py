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
        one, other = (found.solutions["nash"][number] for found in (exact, near))
        assert _product(frame, one) == pytest.approx(_product(frame, other), abs=1e-5)


def _product(frame: Frame, deal: np.ndarray) -> float:
    total = frame.total(tuple(deal.tolist()))
    return float(np.prod([(t - (f or 0)) / s for t, f, s in zip(total, frame.no_deal, frame.scale, strict=True)]))
