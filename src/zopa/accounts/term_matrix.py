"""How often terms stand in texts, as a sparse matrix: one row a text, one column a term.

Written here since scikit-learn, which counts and weighs in the same way, takes half a second to import.
"""

from __future__ import annotations

from collections import Counter
from importlib import import_module
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Sequence

    from numpy.typing import NDArray


def count_terms(texts: Sequence[Sequence[str]]) -> Any:
    """How often each term stands in each text.

    Args:
        texts: the terms of each text; one may be empty.

    Returns:
        A CSR matrix of floats, shape (texts, terms); terms in the order of their letters.
    """
    places = {term: place for place, term in enumerate(sorted({term for terms in texts for term in terms}))}
    starts, columns, counts = [0], list[int](), list[int]()
    for terms in texts:
        row = sorted((places[term], n) for term, n in Counter(terms).items())
        columns += (column for column, _ in row)
        counts += (n for _, n in row)
        starts.append(len(columns))
    sparse: Any = import_module("scipy.sparse")  # slow to import, and only partly typed
    return sparse.csr_matrix((np.array(counts, float), columns, starts), shape=(len(texts), len(places)))


def weigh_terms(texts: Sequence[Sequence[str]]) -> Any:
    """tf-idf with rows of length one (Salton & Buckley 1988, Information Processing & Management 24(5):513-523).

    A term that stands n times in a text has there the weight (1 + ln n)(1 + ln((1 + texts) / (1 + texts with it))) over the length of
    its row.

    Args:
        texts: as for `count_terms`.

    Returns:
        A matrix as of `count_terms`; the row of an empty text holds zeros.
    """
    matrix = count_terms(texts)
    sizes: list[int] = matrix.getnnz(axis=1).tolist()
    spread: NDArray[np.int64] = np.bincount(matrix.indices, minlength=matrix.shape[1])
    rarity: NDArray[np.float64] = np.log((matrix.shape[0] + 1) / (spread + 1.0)) + 1.0
    weights: NDArray[np.float64] = (np.log(matrix.data) + 1.0) * rarity[matrix.indices]
    rows: NDArray[np.int64] = np.repeat(np.arange(len(sizes)), sizes)
    matrix.data = weights / np.sqrt(np.bincount(rows, weights * weights))[rows]
    return matrix
