"""What knowing an input would tell: its draws sorted into classes, by one facet at a time.

An input such as a position is many numbers. Its facets are what somebody could report of it: which options it refuses, which it likes
best, how much the issue matters. Knowing all of it tells at least as much as knowing any facet.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

from zopa.solve.whatif.draw import HALF

if TYPE_CHECKING:
    from zopa.model.vague import VagueFrame, VagueInput
    from zopa.solve.whatif.draw import Batch, Coordinates

Labels = NDArray[np.int64]
BINS = 8
"""Classes of a number: at 500 draws some sixty in each."""


def find_facets(vague: VagueFrame, item: VagueInput, batch: Batch, at: Coordinates) -> dict[str, Labels]:
    """The classes of an input's draws by the name of the facet, each of shape (n,).

    ``amount``: a number in eight equal parts, lowest first. ``holds``: 1 where what is inferred or denied holds. ``refuses``: the set of
    refused options as bits. ``first``: the option that is worth most, the lowest-numbered where several are. ``value N``: of the N-th
    option, in parts.
    """
    if item.basis == "contested" or item.kind == "red-line":
        return {"holds": (at[:, item.at[0]] < HALF).astype(np.int64)}
    if item.kind in {"no-deal", "salience"}:
        return {"amount": _parts(at[:, item.at[0]])}
    issue = item.issue or 0
    worth = batch.points[issue][:, :, item.party]
    if item.kind == "values":
        return {f"value {n}": _parts(at[:, place]) for n, place in enumerate(item.at)} if len(item.at) < 2 else {
            f"value {n}": _parts(column) for n, column in enumerate(np.sort(at[:, list(item.at)], axis=1).T)
        }  # fmt: skip
    bits = 2 ** np.arange(worth.shape[1], dtype=np.int64)
    refused = (batch.barred[issue][:, :, item.party] * bits).sum(axis=1)
    salience = vague.salience[item.party][issue]
    found = {"refuses": refused, "first": np.argmax(worth, axis=1).astype(np.int64)}
    return found if salience.at is None else found | {"amount": _parts(at[:, salience.at])}


def _parts(column: NDArray[np.float64]) -> Labels:
    return np.minimum(np.floor(column * BINS), BINS - 1).astype(np.int64)
