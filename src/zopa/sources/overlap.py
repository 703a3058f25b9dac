"""Passages that two documents share word by word, and how much of each they make up."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.sources.candidates import propose_pairs
from zopa.sources.tiling import SharedRun, Shingled, covered, find_runs
from zopa.sources.words import Words, split_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources.types import Document, Passage

BREAK = "\n"
"""First character of a key that stands for the end of an analysed stretch; no word starts with it."""
EXACT_LIMIT = 300
"""Up to so many documents every pair with a common shingle is compared; above, MinHash proposes the pairs."""


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two documents share.

    Attributes:
        a: id of the first, in the order given.
        b: id of the second.
        share_a: share (0 to 1) of the analysed words of `a` that stand in shared passages.
        share_b: the same of `b`.
        passages: pairs of passages with the same words, one in each document, in the order of `a`.
    """

    a: str
    b: str
    share_a: float
    share_b: float
    passages: tuple[tuple[Passage, Passage], ...]


def find_overlaps(documents: Sequence[Document]) -> tuple[Overlap, ...]:
    """Every pair of documents with shared passages.

    Args:
        documents: with ids of their own. What is left out of analysis (boilerplate, repeats) is not compared.

    Returns:
        Overlaps in the order of the documents; empty where no two share 12 words in a row. Above `EXACT_LIMIT`
        documents, pairs that share less than about a tenth of both texts may be missed.
    """
    words = [_split(document) for document in documents]
    counts = [_count(one) for one in words]
    shingled = [Shingled(one.keys) for one in words]
    overlaps: list[Overlap] = []
    for first, second in propose_pairs(shingled, EXACT_LIMIT):
        runs = _find_runs(shingled[first], shingled[second])
        if runs:
            pair = (documents[first], documents[second])
            shares = (
                len(covered((run.a, run.size) for run in runs)) / counts[first],
                len(covered((run.b, run.size) for run in runs)) / counts[second],
            )
            passages = _find_passages(pair, (words[first], words[second]), runs)
            overlaps.append(Overlap(pair[0].id, pair[1].id, *shares, passages))
    return tuple(overlaps)


def _find_runs(one: Shingled, two: Shingled) -> tuple[SharedRun, ...]:
    """Common runs; the same ones whichever text is given first."""
    if two.keys < one.keys:
        return tuple(sorted(SharedRun(run.b, run.a, run.size) for run in find_runs(two, one)))
    return find_runs(one, two)


def _split(document: Document) -> Words:
    """The analysed words, with a break (a word that no other text has) between stretches, so no run bridges one."""
    keys: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for span in document.analysed():
        words = split_words(document.text, (span,))
        if len(words):
            keys += [*words.keys, f"{BREAK}{document.id} {span[1]}"]
            starts += [*words.starts, span[1]]
            ends += [*words.ends, span[1]]
    return Words(tuple(keys), tuple(starts), tuple(ends))


def _count(words: Words) -> int:
    """Words without the breaks; at least 1, so that shares of an empty text are 0."""
    return max(1, sum(not key.startswith(BREAK) for key in words.keys))


def _find_passages(
    pair: tuple[Document, Document], words: tuple[Words, Words], runs: tuple[SharedRun, ...]
) -> tuple[tuple[Passage, Passage], ...]:
    (one, two), (first, second) = pair, words
    return tuple(
        (
            one.passage(first.starts[run.a], first.ends[run.a + run.size - 1]),
            two.passage(second.starts[run.b], second.ends[run.b + run.size - 1]),
        )
        for run in runs
    )
