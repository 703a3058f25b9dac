"""Symmetric metarationality: every improvement can be answered, and no counter-move mends it.

Howard (1971), Paradoxes of Rationality; for graph models Fang, Hipel and Kilgour (1993).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.stability.graph import legal_least

if TYPE_CHECKING:
    from zopa.model.formula import Truth
    from zopa.solve.stability.graph import Graph


def smr(graph: Graph, maker: int) -> Truth:
    """Where each improvement s1 of s can be met by the others at an s2 that, with its own moves from there, is no better.

    As a sweep: the worth of s2 is the best of s2 and of all own moves from it; s is unstable where some s1 stays above s
    through the worst answer by that worth.
    """
    ranks = graph.ranks[maker].astype("int64")
    own = graph.moves[maker]
    after_counter = np.maximum(ranks, own.most(ranks))
    worst = legal_least(graph.others(maker), after_counter, transitive=graph.transitive)
    return own.most(np.minimum(ranks, worst)) <= ranks
