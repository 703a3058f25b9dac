"""All of it for one conflict: what is stable for whom, what holds, why, and how one gets there; in the labels of the case."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.stability.equilibria import CONCEPTS, Concept, StableSets, find_stable
from zopa.solve.stability.explain import Reason, Verdict, explain, narrate
from zopa.solve.stability.graph import Graph, build_graph
from zopa.solve.stability.paths import Way, find_way
from zopa.solve.stability.uncertain import EXTENSIONS, find_uncertain

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.model.conflict import Conflict
    from zopa.model.formula import Truth

LIMIT = 10_000
"""Rows in a list of states; counts are exact whatever it is."""
EXPLAINED = 20
"""States that are explained and to which ways are looked for; each takes a sweep for every decision maker."""
METHOD = "max-min sweeps over moves given by options; legal sequences exact; states in ascending order of bit patterns"


@dataclass(frozen=True, slots=True)
class Explanation:
    """Why a decision maker stays at a state or could leave it.

    Attributes:
        state: label.
        decision_maker: identifier.
        verdict: ``cannot-move``, ``nothing-better``, ``deterred``, ``deterred-at-a-price`` or ``could-leave``.
        concepts: under which it is stable.
        tempting: label of the state that it could move to and prefers, or None.
        answer: (decision maker, label of the state after) of each move of others that deters it.
        text: one or two sentences in the names of the case.
    """

    state: str
    decision_maker: str
    verdict: Verdict
    concepts: tuple[Concept, ...]
    tempting: str | None
    answer: tuple[tuple[str, str], ...]
    text: str


@dataclass(frozen=True, slots=True)
class Route:
    """How a state can be reached from the status quo.

    Attributes:
        state: label.
        by_moves: (decision maker, label of the state after) along a shortest way; None where there is none.
        by_improvements: the same by steps that are better for who takes them.
        first_by_moves: identifiers of those who can begin a way; a single one must move first.
        first_by_improvements: the same for ways by improvements.
    """

    state: str
    by_moves: tuple[tuple[str, str], ...] | None
    by_improvements: tuple[tuple[str, str], ...] | None
    first_by_moves: tuple[str, ...]
    first_by_improvements: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StabilityResult:
    """What would hold, in the labels of the case; lists of states stop at `limit`, counts do not.

    Attributes:
        decision_makers: identifiers.
        options: names in the order of the labels.
        states: labels, "Y" taken, "N" left, "-" either.
        status_quo: label or None.
        stable: decision maker -> concept -> labels. Where preferences are unknown: stable under all four extensions.
        stable_count: the same with numbers.
        equilibria: concept -> labels of states that are stable for everybody.
        counts: ``states`` and the number of equilibria under each concept.
        cannot_tell: concept -> labels of states that are equilibria only if the unknown turns out one way.
        explanations: for the status quo and the states that hold under most concepts, at most `EXPLAINED` states.
        routes: from the status quo to those states.
        truncated: whether any list was cut.
        method: how it was found.
    """

    decision_makers: tuple[str, ...]
    options: tuple[str, ...]
    states: tuple[str, ...]
    status_quo: str | None
    stable: Mapping[str, Mapping[Concept, tuple[str, ...]]]
    stable_count: Mapping[str, Mapping[Concept, int]]
    equilibria: Mapping[Concept, tuple[str, ...]]
    counts: Mapping[str, int]
    cannot_tell: Mapping[Concept, tuple[str, ...]]
    explanations: tuple[Explanation, ...]
    routes: tuple[Route, ...]
    truncated: bool
    method: str = METHOD


def analyse(conflict: Conflict, *, concepts: Sequence[Concept] = CONCEPTS, limit: int = LIMIT) -> StabilityResult:
    """Stability of every state under every concept, with reasons and routes for those that matter.

    Args:
        conflict: as built.
        concepts: which to find; SIM is the slow one beyond a hundred thousand states.
        limit: most labels in any list.

    Raises:
        StabilityLimitError: too many explicit moves (merged states), or too many states where preferences are unknown.
    """
    graph = build_graph(conflict)
    sets, possible = _find(conflict, concepts, graph)
    labels = _Labels(conflict, limit)
    identifiers = tuple(maker.id for maker in conflict.decision_makers)
    equilibria: dict[Concept, Truth] = {concept: sets.equilibria(concept) for concept in concepts}
    focus = _choose_states(conflict, equilibria)
    return StabilityResult(
        decision_makers=identifiers,
        options=tuple(option.name for option in conflict.options),
        states=labels.take(np.ones(conflict.n_states, np.bool_)),
        status_quo=None if conflict.status_quo is None else conflict.label(conflict.status_quo),
        stable={m: {c: labels.take(sets.by_concept[c][i]) for c in concepts} for i, m in enumerate(identifiers)},
        stable_count={m: {c: int(sets.by_concept[c][i].sum()) for c in concepts} for i, m in enumerate(identifiers)},
        equilibria={concept: labels.take(found) for concept, found in equilibria.items()},
        counts={"states": conflict.n_states} | {concept: int(found.sum()) for concept, found in equilibria.items()},
        cannot_tell={
            concept: labels.take(possible.equilibria(concept) & ~equilibria[concept]) if possible else ()
            for concept in concepts
        },
        explanations=tuple(
            _tell(conflict, explain(conflict, graph, maker, state), sets)
            for state in focus
            for maker in range(len(identifiers))
        ),
        routes=tuple(_find_route(conflict, graph, state) for state in focus if conflict.status_quo not in (None, state)),
        truncated=labels.truncated,
    )  # fmt: skip


def _find(conflict: Conflict, concepts: Sequence[Concept], graph: Graph) -> tuple[StableSets, StableSets | None]:
    """What is stable for sure, and, where anything is unknown, what may be."""
    if not conflict.has_unknown:
        return find_stable(conflict, concepts, graph), None
    found = find_uncertain(conflict, EXTENSIONS, concepts)
    sure: dict[Concept, Truth] = {
        concept: np.logical_and.reduce([found[e][concept] for e in EXTENSIONS]) for concept in concepts
    }
    maybe: dict[Concept, Truth] = {
        concept: np.logical_or.reduce([found[e][concept] for e in EXTENSIONS]) for concept in concepts
    }
    return StableSets(sure), StableSets(maybe)


class _Labels:
    """Labels of wanted states up to the limit; the same states come up under many concepts, so each is made once."""

    def __init__(self, conflict: Conflict, limit: int) -> None:
        self._limit = limit
        self._label = cache(conflict.label)
        self.truncated = False

    def take(self, wanted: Truth) -> tuple[str, ...]:
        found = np.flatnonzero(wanted)
        self.truncated |= len(found) > self._limit
        return tuple(self._label(int(state)) for state in found[: self._limit])


def _choose_states(conflict: Conflict, equilibria: Mapping[Concept, Truth]) -> list[int]:
    """The status quo, then the states that are equilibria under most concepts; ties in their order."""
    votes = np.add.reduce([found.astype(np.int64) for found in equilibria.values()])
    held = np.flatnonzero(votes)
    best = held[np.argsort(-votes[held], kind="stable")][:EXPLAINED]
    start = [] if conflict.status_quo is None else [conflict.status_quo]
    return [*start, *(int(state) for state in best if int(state) not in start)][:EXPLAINED]


def _tell(conflict: Conflict, reason: Reason, sets: StableSets) -> Explanation:
    names = conflict.decision_makers
    return Explanation(
        conflict.label(reason.state),
        names[reason.maker].id,
        reason.verdict,
        tuple(concept for concept, found in sets.by_concept.items() if found[reason.maker, reason.state]),
        None if reason.tempting is None else conflict.label(reason.tempting),
        tuple((names[move.maker].id, conflict.label(move.state)) for move in reason.answer),
        narrate(conflict, reason),
    )


def _find_route(conflict: Conflict, graph: Graph, state: int) -> Route:
    start = conflict.status_quo or 0
    names = conflict.decision_makers

    def steps(way: Way) -> tuple[tuple[str, str], ...] | None:
        if way.moves is None:
            return None
        return tuple((names[move.maker].id, conflict.label(move.state)) for move in way.moves)

    by_moves, improving = (
        find_way(conflict, start, state, improving=improving, graph=graph) for improving in (False, True)
    )
    return Route(
        conflict.label(state),
        steps(by_moves),
        steps(improving),
        tuple(names[maker].id for maker in by_moves.first),
        tuple(names[maker].id for maker in improving.first),
    )
