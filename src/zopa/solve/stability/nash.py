"""Nash stability, also called rationality: nobody has a move that is better for it.

Nash (1950, 1951); for graph models Fang, Hipel and Kilgour (1993), Interactive Decision Making.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.model.formula import Truth
    from zopa.solve.stability.graph import Graph


def nash(graph: Graph, maker: int) -> Truth:
    """Where the decision maker has no improvement, shape (n_states,); true where it has no move at all."""
    ranks = graph.ranks[maker].astype("int64")
    return graph.moves[maker].most(ranks) <= ranks
