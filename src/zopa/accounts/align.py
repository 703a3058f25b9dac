"""Which statements of two documents speak of the same thing: tf-idf over stems and names proposes, the slots decide.

Similarity only proposes: contradictions score as high in it as paraphrases do, so nothing is decided by it.
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any

from zopa.accounts.items import Item

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

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
    similar = find_similar([terms(item) for item in items], _PROPOSE)
    pairs = [Pair(items[i], items[j], cosine) for i, j, cosine in similar if items[i].order != items[j].order]
    pairs = [p for p in pairs if p.a.group != p.b.group and (p.a.names & p.b.names or p.a.parties & p.b.parties or p.cosine >= 0.6)]
    return sorted(pairs, key=_rank)


def _rank(pair: Pair) -> tuple[float, list[tuple[int, str]]]:
    """Best first; equal ones by place, so that the order of the documents decides nothing."""
    return -round(pair.cosine, 9), sorted((i.statement.content[0].start, i.statement.id) for i in (pair.a, pair.b))


def terms(item: Item) -> list[str]:
    """What tf-idf counts: stems, and names as one term each."""
    return [*sorted(item.stems), *(f"={name}" for name in sorted(item.names))]


def find_similar(terms: Sequence[Sequence[str]], least: float) -> Iterator[tuple[int, int, float]]:
    """(i, j, cosine) for i < j whose tf-idf cosine is `least` or more; `terms` are the terms of each text."""
    if not any(terms):
        return
    # Takes most of a second to import, so only here; its types are not told, hence Any.
    text: Any = import_module("sklearn.feature_extraction.text")
    matrix: Any = text.TfidfVectorizer(analyzer=list, sublinear_tf=True).fit_transform(terms).tocsr()
    for start in range(0, len(terms), _BLOCK):
        block: Any = (matrix[start : start + _BLOCK] @ matrix.T).tocoo()
        triples: Iterable[tuple[int, int, float]] = zip(block.row, block.col, block.data, strict=True)
        for row, column, value in triples:
            i = start + int(row)
            if value >= least and i < column:
                yield i, int(column), float(value)
