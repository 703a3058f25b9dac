"""How alike texts are by the words that they share, rare words counting more; many at once as sparse rows."""

from __future__ import annotations

import math
import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING, Any, cast

if TYPE_CHECKING:
    from collections.abc import Sequence

_WIDE = r"\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
_WORDS = re.compile(rf"\d[\d,.]*\d|\d|[^\W\d_{_WIDE}]{{2,}}|[{_WIDE}]+")
_STOP = frozenset(
    "a an and are as at be been by for from has have in into is it its of on or shall such that the their there this to under until "
    "was were which will with would must may should not no any all other between both each also within upon these those".split()
)
_ENDINGS = ("isation", "ization", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "ed", "es", "s")
_COMMON = 120  # texts in which a word may stand to propose a pair; commoner ones only weigh in once it is proposed
Vector = dict[str, float]


def build_vectors(a: Sequence[str], b: Sequence[str]) -> tuple[list[Vector], list[Vector]]:
    """Words of each text with their weights; words that stand in most texts of both sides weigh little."""
    bags = [Counter(content_words(text)) for text in (*a, *b)]
    spread = Counter(word for bag in bags for word in bag)
    weights = {word: math.log((1 + len(bags)) / (1 + count)) + 1 for word, count in spread.items()}
    vectors = [{word: (1 + math.log(count)) * weights[word] for word, count in bag.items()} for bag in bags]
    return vectors[: len(a)], vectors[len(a) :]


def cosine(a: Vector, b: Vector) -> float:
    """Likeness of two weighted texts, 0 to 1; 0 where one has no content word."""
    size = math.sqrt(math.fsum(w * w for w in a.values()) * math.fsum(w * w for w in b.values()))
    return math.fsum(weight * b[word] for word, weight in a.items() if word in b) / size if size else 0.0


def likeness(a: str, b: str) -> float:
    """How alike two texts are, 0 to 1, by themselves."""
    (left,), (right,) = build_vectors([a], [b])
    return cosine(left, right)


def likely_pairs(a: Sequence[Vector], b: Sequence[Vector], least: float) -> list[tuple[int, int, float]]:
    """(place in a, place in b, likeness) of all pairs that share a telling word and are at least so alike.

    In many texts a word that most of them hold proposes nothing: the time stays in proportion to the rare words.
    """
    if not a or not b:
        return []
    import numpy as np  # noqa: PLC0415 - slow to import, and most commands align no plans

    places: dict[str, int] = {}
    left, right = _matrix(a, places), _matrix(b, places)
    left.resize((len(a), len(places)))
    right.resize((len(b), len(places)))
    spread = np.asarray((left > 0).sum(axis=0)).ravel() + np.asarray((right > 0).sum(axis=0)).ravel()
    rare = np.flatnonzero(spread <= max(_COMMON, 2 * math.isqrt(len(a) * len(b)) // 8))
    proposed = (left[:, rare] @ right[:, rare].T).tocoo()
    found: list[tuple[int, int, float]] = []
    for at in range(0, proposed.nnz, 200_000):
        rows, columns = proposed.row[at : at + 200_000], proposed.col[at : at + 200_000]
        alike = np.asarray(left[rows].multiply(right[columns]).sum(axis=1)).ravel()
        keep = alike >= least
        found += zip(rows[keep].tolist(), columns[keep].tolist(), alike[keep].tolist(), strict=True)
    return found


def _matrix(vectors: Sequence[Vector], places: dict[str, int]) -> Any:
    """Rows of length one, one a text; the library is only partly typed."""
    from scipy import sparse  # noqa: PLC0415 - slow to import

    rows: list[int] = []
    columns: list[int] = []
    data: list[float] = []
    for n, vector in enumerate(vectors):
        size = math.sqrt(math.fsum(w * w for w in vector.values())) or 1.0
        for word, weight in vector.items():
            rows.append(n)
            columns.append(places.setdefault(word, len(places)))
            data.append(weight / size)
    return cast("Any", sparse).csr_matrix((data, (rows, columns)), shape=(len(vectors), max(1, len(places))))


def content_words(text: str) -> list[str]:
    """Content words, their commonest English endings cut, and figures; pairs of signs in scripts without spaces."""
    words: list[str] = []
    for word in _WORDS.findall(text.lower()):
        if word > "\u0e00" and re.match(f"[{_WIDE}]", word):
            words += [word[n : n + 2] for n in range(max(1, len(word) - 1))]
        elif word not in _STOP:
            words.append(_stem(word))
    return words


@lru_cache(maxsize=65_536)
def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 4:
            return word[: -len(ending)]
    return word
