"""Which statements of two documents speak of the same thing: tf-idf over stems and names proposes, the slots decide.

Similarity only proposes: contradictions score as high in it as paraphrases do, so nothing is decided by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from zopa.accounts.items import Item, find_stems
from zopa.accounts.term_matrix import count_terms, weigh_terms

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_PROPOSE = 0.3  # cosine from which on two statements are looked at
_ROOT = 4  # letters
_NUMBER = re.compile(r"\d(?:[\d,.]*\d)?")
_BLOCK = 1024  # rows of the similarity matrix held at a time


@dataclass(frozen=True, slots=True)
class Pair:
    """Two items of different originators that may speak of the same thing, with their tf-idf cosine."""

    a: Item
    b: Item
    cosine: float


def align(documents: list[list[Item]]) -> list[Pair]:
    """Pairs proposed for comparison, best first; empty for fewer than two documents with words."""
    items = [i for document in documents for i in document if i.statement.within is None and len(i.stems) >= 3]
    if len({item.group for item in items}) < 2:
        return []
    similar = find_similar([terms(item) for item in items], _PROPOSE)
    pairs = [Pair(items[i], items[j], cosine) for i, j, cosine in similar if _may_be_one(items[i], items[j], cosine)]
    return sorted(pairs, key=_rank)


def _may_be_one(a: Item, b: Item, cosine: float) -> bool:
    """True for items of different texts that name somebody in common, or are alike enough without that."""
    if a.order == b.order or a.group == b.group:
        return False
    return cosine >= 0.6 or not a.names.isdisjoint(b.names) or not a.parties.isdisjoint(b.parties)


def _rank(pair: Pair) -> tuple[float, list[tuple[int, str]]]:
    """Best first; equal ones by place, so that the order of the documents decides nothing."""
    return -round(pair.cosine, 9), sorted((i.statement.content[0].start, i.statement.id) for i in (pair.a, pair.b))


def terms(item: Item) -> list[str]:
    """What tf-idf counts: the beginnings of stems, numbers, and names as one term each."""
    return [*find_terms(item.statement.said), *(f"={name}" for name in sorted(item.names))]


def find_terms(text: str) -> list[str]:
    """The first letters of the stems of content words (kinds of words whole), and numbers as they are written.

    Four letters join "captured" with "captors" and "death" with "dead". On the news of ECB+ that tells sentences about one
    event from others better than whole stems do, and numbers help again.
    """
    roots = {word if word[0] == "@" else word[:_ROOT] for word in find_stems(text)}
    return [*sorted(roots), *(f"#{number}" for number in _NUMBER.findall(text))]


def find_similar(texts: Sequence[Sequence[str]], least: float) -> Iterator[tuple[int, int, float]]:
    """(i, j, cosine) for i < j whose tf-idf cosine is `least` or more; `texts` are the terms of each text."""
    if any(texts):
        yield from _pairs(weigh_terms(texts), least, None)


def find_alike(texts: Sequence[Sequence[str]], least: float) -> Iterator[tuple[int, int, float]]:
    """(i, j, Dice index) for i < j whose terms have a Dice index of `least` or more."""
    if any(texts):
        matrix = count_terms([list(dict.fromkeys(terms)) for terms in texts])
        yield from _pairs(matrix, least, matrix.sum(axis=1).A1)


def _pairs(matrix: Any, least: float, sizes: Any) -> Iterator[tuple[int, int, float]]:
    """Pairs of rows by their product, or by twice that over their sizes where these are given."""
    for start in range(0, matrix.shape[0], _BLOCK):
        block: Any = (matrix[start : start + _BLOCK] @ matrix.T).tocoo()
        rows: Any = block.row + start
        values: Any = block.data if sizes is None else 2 * block.data / (sizes[rows] + sizes[block.col])
        kept: Any = (values >= least) & (rows < block.col)
        triples: Iterable[tuple[int, int, float]] = zip(
            rows[kept].tolist(), block.col[kept].tolist(), values[kept].tolist(), strict=True
        )
        yield from triples
