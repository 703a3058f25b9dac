"""How long stability takes on large conflicts, and beside it a plain search that lists every move.

All options are free, all states feasible, ranks are strict and random: the hardest case, for nothing is decided early.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time

import numpy as np
from tests.unit.solve.stability.oracle import Oracle

from zopa.model.conflict import Conflict, ConflictOption, DecisionMaker, Preference
from zopa.solve.stability import CONCEPTS, build_graph, find_stable


def generate_conflict(options: int, makers: int, seed: int = 0) -> Conflict:
    """Two to the power of `options` states; the options are dealt out evenly."""
    dice = np.random.default_rng(seed)
    count = 1 << options
    patterns = np.arange(count, dtype=np.uint32)
    return Conflict(
        tuple(DecisionMaker(f"d{i}", f"D{i}") for i in range(makers)),
        tuple(ConflictOption(f"o{k}", f"O{k}", k * makers // options) for k in range(options)),
        patterns,
        np.arange(count, dtype=np.int32),
        patterns,
        np.zeros(count, np.uint32),
        tuple(Preference(dice.permutation(count).astype(np.int32)) for _ in range(makers)),
    )


def measure_stability(options: int, makers: int, repeats: int = 3) -> dict[str, float]:
    """Least seconds of several runs: building the graph, the four sweeps, and SIM."""
    conflict = generate_conflict(options, makers)
    best = {"graph_s": 1e9, "nash_gmr_smr_seq_s": 1e9, "sim_s": 1e9}
    for _ in range(repeats):
        start = time.perf_counter()
        graph = build_graph(conflict)
        built = time.perf_counter()
        found = find_stable(conflict, CONCEPTS[:4], graph)
        swept = time.perf_counter()
        find_stable(conflict, ["sim"], graph)
        done = time.perf_counter()
        for name, seconds in zip(best, (built - start, swept - built, done - swept), strict=True):
            best[name] = min(best[name], seconds)
    return {"states": conflict.n_states, **best, "seq_equilibria": int(found.equilibria("seq").sum())}


def measure_apart(options: int, makers: int) -> dict[str, float]:
    """The same once in a process of its own, for its peak of memory."""
    code = (
        "import json; from benchmarks.bench_sources import peak_mib; from benchmarks.bench_stability import measure_stability; "
        f"print(json.dumps(measure_stability({options}, {makers}, 1) | {{'peak_mib': peak_mib()}}))"
    )
    return json.loads(subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True).stdout)


def measure_plain(options: int, makers: int) -> dict[str, float]:
    """Seconds of the plain search that the tests compare with, on the same conflict."""
    conflict = generate_conflict(options, makers)
    start = time.perf_counter()
    oracle = Oracle(
        [option.owner for option in conflict.options],
        [option.direction for option in conflict.options],
        list(range(conflict.n_states)),
        {s: s for s in range(conflict.n_states)},
        [dict(enumerate(preference.ranks.tolist())) for preference in conflict.preferences],
    )
    for concept in CONCEPTS:
        for maker in range(makers):
            for state in range(conflict.n_states):
                getattr(oracle, concept)(maker, state)
    return {"states": conflict.n_states, "plain_s": time.perf_counter() - start}
