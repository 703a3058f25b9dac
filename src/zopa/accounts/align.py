"""Which statements of two documents speak of the same thing: tf-idf over stems and names proposes, the slots decide.

Similarity only proposes: contradictions score as high in it as paraphrases do, so nothing is decided by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from zopa.accounts.items import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_PROPOSE = 0.3  # cosine from which on two statements are looked at
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
    pairs = [Pair(items[i], items[j], cosine) for i, j, cosine in _similar(items)]
    pairs = [p for p in pairs if p.a.group != p.b.group and (p.a.names & p.b.names or p.a.parties & p.b.parties or p.cosine >= 0.6)]
    return sorted(pairs, key=_rank)


def _rank(pair: Pair) -> tuple[float, list[tuple[int, str]]]:
    """Best first; equal ones by place, so that the order of the documents decides nothing."""
    return -round(pair.cosine, 9), sorted((i.statement.content[0].start, i.statement.id) for i in (pair.a, pair.b))


def terms(item: Item) -> list[str]:
    """What tf-idf counts: stems, and names as one term each."""
    return [*sorted(item.stems), *(f"={name}" for name in sorted(item.names))]


def _similar(items: list[Item]) -> Iterator[tuple[int, int, float]]:
    """(i, j, cosine) for i < j of different documents at or above `_PROPOSE`."""
    # Takes most of a second to import, so only here; its types are not told, hence Any.
    text: Any = import_module("sklearn.feature_extraction.text")
    matrix: Any = text.TfidfVectorizer(analyzer=terms, sublinear_tf=True).fit_transform(items).tocsr()
    for start in range(0, len(items), _BLOCK):
        block: Any = (matrix[start : start + _BLOCK] @ matrix.T).tocoo()
        triples: Iterable[tuple[int, int, float]] = zip(block.row, block.col, block.data, strict=True)
        for row, column, value in triples:
            i = start + int(row)
            if value >= _PROPOSE and i < column and items[i].order != items[column].order:
                yield i, int(column), float(value)
