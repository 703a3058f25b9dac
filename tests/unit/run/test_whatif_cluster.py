"""Draws on a Dask cluster: the same answer to the bit, also where a worker dies in the middle."""

from __future__ import annotations

import os
import signal
import threading
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest
from tests.unit.run.test_whatif import write_case

from zopa.run.talks import open_talks
from zopa.run.whatif import whatif, workers
from zopa.solve.whatif import EnsembleSettings

if TYPE_CHECKING:
    from collections.abc import Generator
    from pathlib import Path

distributed = pytest.importorskip("distributed")
pytestmark = [pytest.mark.slow, pytest.mark.filterwarnings("ignore")]  # a dying worker is warned of, as it should be


@pytest.fixture
def cluster() -> Generator[Any]:
    """Two worker processes on this machine."""
    with distributed.LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50) as made:
        yield made


def worker_pid(address: str) -> int:
    with distributed.Client(address) as client:
        return min(client.run(os.getpid).values())


def test_same_answer_with_a_worker_killed(tmp_path: Path, cluster: Any) -> None:
    """A worker is killed after the first piece; what it had is solved again elsewhere, and nothing differs."""
    talks = open_talks(write_case(tmp_path))
    settings = EnsembleSettings(1_000)
    alone = whatif(talks, settings)
    victim = worker_pid(cluster.scheduler_address)
    killed = threading.Event()

    def kill(_done: int, _total: int) -> None:
        if not killed.is_set():
            killed.set()
            os.kill(victim, signal.SIGKILL)

    with workers(cluster=cluster.scheduler_address) as executor:
        spread = whatif(talks, settings, executor=executor, progress=kill)
    assert killed.is_set()
    assert (spread.ensemble.draws, spread.ensemble.interrupted) == (1_000, False)
    for a, b in zip(alone.ensemble.readings, spread.ensemble.readings, strict=True):
        assert all(np.array_equal(a.answers[question], b.answers[question]) for question in a.answers)
        assert [package.deal for package in a.packages] == [package.deal for package in b.packages]
        assert [conflict.members for conflict in a.conflicts] == [conflict.members for conflict in b.conflicts]
    assert alone.ranked == spread.ranked
