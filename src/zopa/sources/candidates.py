"""Which pairs of many texts are worth comparing word by word."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

LSH_CONTAINMENT = 0.1
"""Share of one text's shingles in the other from which MinHash proposes a pair (it may propose less, and miss some)."""
_PERMUTATIONS = 128
_PARTITIONS = 8
_SEED = 1


def propose_pairs(texts: Sequence[tuple[str, ...]], size: int, exact_limit: int) -> list[tuple[int, int]]:
    """Pairs of texts that may have `size` words in a row in common.

    Args:
        texts: words of each text.
        size: words in a shingle.
        exact_limit: up to so many texts the pairs are exact (an inverted index); above, MinHash LSH Ensemble
            (Zhu et al. 2016) proposes them.

    Returns:
        Pairs of indices (lower, higher), ordered; empty where nothing is shared.
    """
    if len(texts) < 2:
        return []
    pairs = _propose_exactly(texts, size) if len(texts) <= exact_limit else _propose_by_minhash(texts, size)
    return sorted(pairs)


def _shingles(keys: tuple[str, ...], size: int) -> set[tuple[str, ...]]:
    return {keys[at : at + size] for at in range(len(keys) - size + 1)}


def _propose_exactly(texts: Sequence[tuple[str, ...]], size: int) -> set[tuple[int, int]]:
    holders: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, keys in enumerate(texts):
        for shingle in _shingles(keys, size):
            holders[shingle].append(number)
    groups = {tuple(numbers) for numbers in holders.values() if len(numbers) > 1}
    return {pair for group in groups for pair in combinations(group, 2)}


def _propose_by_minhash(texts: Sequence[tuple[str, ...]], size: int) -> set[tuple[int, int]]:
    from datasketch import MinHash, MinHashLSHEnsemble  # noqa: PLC0415 - slow to import and rarely needed

    sketches: dict[int, tuple[Any, int]] = {}
    for number, keys in enumerate(texts):
        shingles = _shingles(keys, size)
        if shingles:
            sketch: Any = MinHash(num_perm=_PERMUTATIONS, seed=_SEED)  # its methods are typed in part only
            sketch.update_batch([" ".join(shingle).encode() for shingle in sorted(shingles)])
            sketches[number] = (sketch, len(shingles))
    if len(sketches) < 2:
        return set()
    ensemble = MinHashLSHEnsemble(threshold=LSH_CONTAINMENT, num_perm=_PERMUTATIONS, num_part=_PARTITIONS)
    ensemble.index([(number, sketch, count) for number, (sketch, count) in sketches.items()])
    pairs: set[tuple[int, int]] = set()
    for number, (sketch, count) in sketches.items():
        found = {int(str(other)) for other in ensemble.query(sketch, count)}
        pairs |= {(min(number, other), max(number, other)) for other in found if other != number}
    return pairs
