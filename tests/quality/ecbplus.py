"""How well the terms of `zopa.accounts.align` tell sentences about one event from others: area under the ROC curve on ECB+.

Pairs are sentences of different documents of one subtopic. Positive ones have a mention of an action in common (the same
instance). Only sentences that the annotators went through completely are paired, unless `every` is set.
"""

from __future__ import annotations

import itertools
import json
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.align import find_similar, find_terms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a document and the actions mentioned in it."""

    document: str
    text: str
    actions: frozenset[str]


def read_subtopics(path: Path, *, every: bool = False) -> dict[str, list[Sentence]]:
    """Sentences of each subtopic."""
    subtopics: dict[str, list[Sentence]] = defaultdict(list)
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        actions: dict[int, set[str]] = defaultdict(set)
        for mention in row["mentions"]:
            if mention["tag"].startswith(("ACTION", "NEG_ACTION")):
                actions[mention["sentence"]].add(mention["instance"])
        for number, text in enumerate(row["text"].split("\n")):
            if number in row["curated_sentences"] or (every and text.strip()):
                subtopics[row["subtopic"]].append(Sentence(row["id"], text, frozenset(actions[number])))
    return dict(subtopics)


def score_pairs(sentences: list[Sentence]) -> tuple[list[float], list[float]]:
    """Cosines of the pairs that share an action, and of those that do not."""
    cosine = {(i, j): value for i, j, value in find_similar([find_terms(s.text) for s in sentences], 1e-9)}
    shared: list[float] = []
    other: list[float] = []
    for (i, one), (j, two) in itertools.combinations(enumerate(sentences), 2):
        if one.document != two.document:
            (shared if one.actions & two.actions else other).append(cosine.get((i, j), 0.0))
    return shared, other


def area(shared: Iterable[float], other: Iterable[float]) -> float:
    """Chance that a pair that shares an action scores above one that does not; ties count half (Mann-Whitney)."""
    ranked = sorted([(value, True) for value in shared] + [(value, False) for value in other])
    hits = rank_sum = 0.0
    for _, group in itertools.groupby(enumerate(ranked, 1), key=lambda row: row[1][0]):
        rows = list(group)
        middle = sum(rank for rank, _ in rows) / len(rows)
        own = sum(positive for _, (_, positive) in rows)
        hits += own
        rank_sum += own * middle
    misses = len(ranked) - hits
    return (rank_sum - hits * (hits + 1) / 2) / (hits * misses) if hits and misses else float("nan")
