"""Unknown preferences: the four extensions against their definitions."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.unit.solve.stability.conflicts import random_conflict

from zopa.model.conflict import UNKNOWN, Conflict
from zopa.solve.stability import CONCEPTS, EXTENSIONS, StabilityLimitError, find_stable, find_uncertain, uncertain

if TYPE_CHECKING:
    from tests.unit.solve.stability.oracle import Oracle


def with_unknown(conflict: Conflict, seed: int) -> Conflict:
    """The same with some pairs of states unknown to each decision maker."""
    dice = random.Random(seed)
    preferences = []
    for preference in conflict.preferences:
        pairs = [(a, b) for a in range(conflict.n_states) for b in range(a) if dice.random() < 0.2]
        preferences.append(replace(preference, unknown_pairs=np.array(pairs, np.int64).reshape(-1, 2)))
    return replace(conflict, preferences=tuple(preferences))


class UncertainOracle:
    """The definitions of Li, Hipel, Kilgour and Fang (2004) on sets."""

    def __init__(self, oracle: Oracle, conflict: Conflict) -> None:
        n = conflict.n_states
        self.oracle = oracle
        self.table = [
            p.compare(np.repeat(np.arange(n), n), np.tile(np.arange(n), n)).reshape(n, n).tolist()
            for p in conflict.preferences
        ]

    def better(self, i: int, q: int, s: int) -> bool:
        return self.table[i][q][s] == 1

    def unknown(self, i: int, q: int, s: int) -> bool:
        return self.table[i][q][s] == UNKNOWN

    def hopeful(self, i: int, s: int) -> set[int]:
        return {q for q in self.oracle.moves(i, s) if self.better(i, q, s) or self.unknown(i, q, s)}

    def stable(self, extension: str, concept: str, i: int, s: int) -> bool:
        def leaves(q: int) -> bool:
            return self.better(i, q, s) or (extension in "ac" and self.unknown(i, q, s))

        def deters(q: int) -> bool:
            return not self.better(i, q, s) and (extension in "cd" or not self.unknown(i, q, s))

        def escapes(q: int) -> bool:
            return self.better(i, q, s) or (extension in "ab" and self.unknown(i, q, s))

        def answered(s1: int) -> bool:
            moves = self.hopeful if concept == "seq" else self.oracle.moves
            answers = self.oracle.legal(self.oracle.others(i), s1, moves) if concept != "nash" else set()
            return any(
                deters(s2) and not (concept == "smr" and any(escapes(s3) for s3 in self.oracle.moves(i, s2)))
                for s2 in answers
            )

        return all(answered(s1) for s1 in self.oracle.moves(i, s) if leaves(s1))


def test_the_four_extensions() -> None:
    """Sixteen concepts on random conflicts with unknown pairs."""
    compared = 0
    for seed in range(120):
        known, plain = random_conflict(seed, merged=seed % 4 == 0)
        if known.n_states > 20:
            continue
        conflict = with_unknown(known, seed)
        oracle = UncertainOracle(plain, conflict)
        found = find_uncertain(conflict)
        for extension in EXTENSIONS:
            for concept in ("nash", "gmr", "smr", "seq"):
                expected = [[oracle.stable(extension, concept, i, s) for s in plain.states] for i in plain.makers]
                assert found[extension][concept].tolist() == expected, (seed, extension, concept)  # type: ignore[index]
                compared += len(plain.states)
    assert compared > 5_000


def test_extensions_are_ordered() -> None:
    """What holds under a holds under b and c, and what holds under those holds under d; SIM too."""
    for seed in range(60):
        known, _ = random_conflict(seed)
        found = find_uncertain(with_unknown(known, seed))
        for concept in CONCEPTS:
            for less, more in (("a", "b"), ("a", "c"), ("b", "d"), ("c", "d")):
                assert not (found[less][concept] & ~found[more][concept]).any()  # type: ignore[index]


def test_nothing_unknown() -> None:
    """Without anything unknown the extensions are the ordinary concepts."""
    for seed in range(60):
        conflict, _ = random_conflict(seed, merged=seed % 2 == 0)
        plain = find_stable(conflict).by_concept
        for found in find_uncertain(conflict).values():
            assert all(found[concept].tolist() == plain[concept].tolist() for concept in CONCEPTS)


def test_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    """Too many states are refused before anything is spent."""
    conflict, _ = random_conflict(1, makers=2, options=4)
    monkeypatch.setattr(uncertain, "MAX_UNCERTAIN_STATES", 2)
    with pytest.raises(StabilityLimitError, match="2 is the limit"):
        find_uncertain(conflict)
