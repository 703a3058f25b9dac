"""Sequential stability: every improvement can be answered by moves that are better for those who make them.

Fraser and Hipel (1979, 1984), Conflict Analysis: Models and Resolutions; for graph models Fang, Hipel and Kilgour (1993).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.solve.stability.graph import legal_least

if TYPE_CHECKING:
    from zopa.model.formula import Truth
    from zopa.solve.stability.graph import Graph


def seq(graph: Graph, maker: int) -> Truth:
    """Where each improvement s1 of s can be met by a legal sequence of improvements of the others to an s2 no better than s.

    Several opponents may take turns, each as often as it likes but not twice in a row. Without others it is Nash stability.
    """
    ranks = graph.ranks[maker].astype("int64")
    worst = legal_least(graph.others(maker, improving=True), ranks, transitive=graph.transitive)
    return graph.moves[maker].most(worst) <= ranks
