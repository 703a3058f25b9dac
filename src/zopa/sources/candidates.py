"""Which pairs of many texts are worth comparing word by word."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, Any

from zopa.sources.tiling import MIN_SHARED_WORDS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources.tiling import Shingled

LSH_CONTAINMENT = 0.1
"""Share of one text's shingles in the other from which MinHash proposes a pair (it may propose less, and miss some)."""
_PERMUTATIONS = 128
_PARTITIONS = 8
_SEED = 1


def propose_pairs(texts: Sequence[Shingled], exact_limit: int) -> list[tuple[int, int]]:
    """Pairs of texts that may have a long shingle in common.

    Args:
        texts: the texts.
        exact_limit: up to so many texts the pairs are exact (an inverted index); above, MinHash LSH Ensemble
            (Zhu et al. 2016) proposes them.

    Returns:
        Pairs of indices (lower, higher), ordered; empty where nothing is shared.
    """
    return sorted(_propose_exactly(texts) if len(texts) <= exact_limit else _propose_by_minhash(texts))


def _propose_exactly(texts: Sequence[Shingled]) -> set[tuple[int, int]]:
    holders: dict[int, list[int]] = defaultdict(list)
    for number, text in enumerate(texts):
        for shingle in text.held:
            holders[shingle].append(number)
    groups = {tuple(numbers) for numbers in holders.values() if len(numbers) > 1}
    return {pair for group in groups for pair in combinations(group, 2)}


def _propose_by_minhash(texts: Sequence[Shingled]) -> set[tuple[int, int]]:
    from datasketch import MinHash, MinHashLSHEnsemble  # noqa: PLC0415 - slow to import and rarely needed

    sketches: dict[int, tuple[Any, int]] = {}
    for number, text in enumerate(texts):
        ends = range(MIN_SHARED_WORDS, len(text.keys) + 1)
        shingles = {" ".join(text.keys[end - MIN_SHARED_WORDS : end]).encode() for end in ends}
        if shingles:
            sketch: Any = MinHash(num_perm=_PERMUTATIONS, seed=_SEED)  # its methods are typed in part only
            sketch.update_batch(sorted(shingles))
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
