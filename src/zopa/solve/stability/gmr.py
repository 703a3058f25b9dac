"""General metarationality: every improvement can be answered by the others, with whatever they can do.

Howard (1971), Paradoxes of Rationality; for graph models Fang, Hipel and Kilgour (1993).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.solve.stability.graph import legal_least

if TYPE_CHECKING:
    from zopa.model.formula import Truth
    from zopa.solve.stability.graph import Graph


def gmr(graph: Graph, maker: int) -> Truth:
    """Where each improvement s1 of s can be met by a legal sequence of the others to some s2 no better than s.

    As a sweep: s is unstable where the best move leads to an s1 from which even the worst answer stays above s. Without
    others it is Nash stability.
    """
    ranks = graph.ranks[maker].astype("int64")
    worst = legal_least(graph.others(maker), ranks, transitive=graph.transitive)
    return graph.moves[maker].most(worst) <= ranks
