"""Which states are stable for whom under each concept, and which are equilibria: stable for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, get_args

import numpy as np

from zopa.solve.stability.gmr import gmr
from zopa.solve.stability.graph import Graph, build_graph
from zopa.solve.stability.nash import nash
from zopa.solve.stability.seq import seq
from zopa.solve.stability.sim import sim
from zopa.solve.stability.smr import smr

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.model.conflict import Conflict
    from zopa.model.formula import Truth

Concept = Literal["nash", "gmr", "smr", "seq", "sim"]
CONCEPTS: tuple[Concept, ...] = get_args(Concept)
_SWEEPS = {"nash": nash, "gmr": gmr, "smr": smr, "seq": seq}


@dataclass(frozen=True, slots=True, eq=False)
class StableSets:
    """For each concept an array of shape (n_makers, n_states): where each decision maker is stable."""

    by_concept: Mapping[Concept, Truth]

    def equilibria(self, concept: Concept) -> Truth:
        """Where everybody is stable, shape (n_states,)."""
        return np.logical_and.reduce(self.by_concept[concept], axis=0)


def find_stable(conflict: Conflict, concepts: Sequence[Concept] = CONCEPTS, graph: Graph | None = None) -> StableSets:
    """Stability of every state for every decision maker.

    Args:
        conflict: options, states and preferences; what is unknown counts as indifferent (`uncertain` does not).
        concepts: which to find.
        graph: that of the conflict, if it is there already.
    """
    graph = graph or build_graph(conflict)
    makers = range(len(conflict.decision_makers))
    found: dict[Concept, Truth] = {
        concept: np.array([_SWEEPS[concept](graph, maker) for maker in makers])
        for concept in concepts
        if concept != "sim"
    }
    if "sim" in concepts:
        # with every combination feasible a joint answer is also a sequence, so that only GMR states can be stable
        full = conflict.n_states == 1 << len(conflict.options)
        found["sim"] = sim(conflict, makers, found.get("gmr") if full else None)
    return StableSets({concept: found[concept] for concept in concepts})
