"""Why a state holds or does not, for one decision maker: the move that tempts it, and what the others would do then.

The plain account comes first and the names of the concepts behind it: who could walk away, what it would gain, what deters it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

import numpy as np

from zopa.model.conflict import UNKNOWN
from zopa.model.formula import describe_formula
from zopa.solve.stability.moves import HIGH
from zopa.solve.stability.paths import PathStep, count_steps, walk

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.model.conflict import Conflict, Ints
    from zopa.solve.stability.graph import Graph

_SHORT = 60
"""A longer statement, in words, says less than that the state is preferred."""
Verdict = Literal["cannot-move", "nothing-better", "deterred", "deterred-at-a-price", "could-leave"]
"""``deterred``: the others would answer in their own interest; ``deterred-at-a-price``: only against it."""


@dataclass(frozen=True, slots=True)
class Reason:
    """Why one decision maker stays at a state or does not.

    Attributes:
        maker: number of the decision maker.
        state: number of the state.
        verdict: see `Verdict`.
        tempting: the best improvement; where it could leave, the best one that nothing deters.
        answer: moves of the others after it that leave the decision maker no better off than at the state.
        lasting: whether no counter-move mends that answer (only where it is deterred).
        temptations: how many improvements there are.
    """

    maker: int
    state: int
    verdict: Verdict
    tempting: int | None = None
    answer: tuple[PathStep, ...] = ()
    lasting: bool = False
    temptations: int = 0


def explain(conflict: Conflict, graph: Graph, maker: int, state: int) -> Reason:
    """Why a decision maker stays at a state or could leave it.

    Where every improvement can be answered by improvements of others (SEQ), it is deterred; where some can be answered only by
    moves against the others' own interest (GMR), at a price; where one cannot be answered at all, it could leave. One without
    others cannot be deterred.
    """
    tempting = conflict.improvements(maker, state)
    if not len(tempting):
        return Reason(maker, state, "nothing-better" if len(conflict.moves(maker, state)) else "cannot-move")
    ranks = graph.ranks[maker].astype(np.int64)
    no_better = ranks <= ranks[state]
    others = [number for number in range(len(graph.moves)) if number != maker]
    for improving in (True, False):
        steps = graph.others(maker, improving=improving)
        counted = count_steps(steps, no_better, transitive=graph.transitive)
        if (counted[0][tempting] < HIGH).all():
            best = int(tempting[0])
            answer = walk(conflict, best, counted, others, improving=improving)
            lasting = not len(_better(ranks, conflict.moves(maker, answer[-1].state), state))
            verdict: Verdict = "deterred" if improving else "deterred-at-a-price"
            return Reason(maker, state, verdict, best, answer, lasting, len(tempting))
    free = tempting[counted[0][tempting] >= HIGH]
    return Reason(maker, state, "could-leave", int(free[0]), temptations=len(tempting))


def _better(ranks: Ints, states: Ints, state: int) -> Ints:
    return states[ranks[states] > ranks[state]]


def narrate(conflict: Conflict, reason: Reason) -> str:
    """A few sentences in the names of the case, without names of concepts."""
    unknown = _describe_unknown(conflict, reason.maker, reason.state)
    return f"{_describe_reason(conflict, reason)} {unknown}".rstrip()


def _describe_unknown(conflict: Conflict, maker: int, state: int) -> str:
    """What nobody has said that bears on this: the first move of which it is not known whether it is better."""
    if not conflict.preferences[maker].has_unknown:
        return ""
    reached = conflict.moves(maker, state)
    relation = conflict.preferences[maker].compare(reached, np.full(len(reached), state))
    open_ = reached[relation == UNKNOWN]
    if not len(open_):
        return ""
    who = conflict.decision_makers[maker].name
    return f"Whether {who} would rather {describe_move(conflict, maker, state, int(open_[0]))} is not known."


def _describe_reason(conflict: Conflict, reason: Reason) -> str:
    who = conflict.decision_makers[reason.maker].name
    if reason.verdict == "cannot-move":
        return f"{who} cannot change anything here."
    if reason.verdict == "nothing-better" or reason.tempting is None:
        return f"{who} has nothing better to move to."
    gain = describe_gain(conflict, reason.maker, reason.state, reason.tempting)
    could = f"{who} could {describe_move(conflict, reason.maker, reason.state, reason.tempting)}, {gain}"
    if reason.verdict == "could-leave":
        return f"{could}. Nothing that the others can do would then leave it worse off than staying."
    rest = reason.temptations - 1
    others = (
        f" Its {rest} other better moves can be answered too."
        if rest > 1
        else " Its other better move can be answered too."
    )
    return f"{could}. But {_describe_answer(conflict, reason)}{others if rest else ''}"


def _describe_answer(conflict: Conflict, reason: Reason) -> str:
    here = reason.tempting or 0
    parts: list[str] = []
    for move in reason.answer:
        name = conflict.decision_makers[move.maker].name
        parts.append(f"{name} could {describe_move(conflict, move.maker, here, move.state)}")
        here = move.state
    who = conflict.decision_makers[reason.maker].name
    whose = "its" if len({move.maker for move in reason.answer}) == 1 else "their"
    even = "" if reason.verdict == "deterred" else f", against {whose} own interest"
    mend = "" if reason.lasting else f", until {who} moved again"
    return f"then {', and '.join(parts)}{even}, which would leave {who} no better off than now{mend}."


def describe_move(conflict: Conflict, maker: int, before: int, after: int) -> str:
    """What changes in the decision maker's own options: "take up “x” and give up “y”"."""
    labels = conflict.label(before), conflict.label(after)
    taken = [
        f"“{o.name}”" for o, a, b in zip(conflict.options, *labels, strict=True) if o.owner == maker and a != b == "Y"
    ]
    left = [
        f"“{o.name}”" for o, a, b in zip(conflict.options, *labels, strict=True) if o.owner == maker and a != b == "N"
    ]
    parts = [f"{verb} {_join(names)}" for verb, names in (("choose", taken), ("give up", left)) if names]
    return " and ".join(parts) or "move"


def describe_gain(conflict: Conflict, maker: int, before: int, after: int) -> str:
    """What it would gain: the most important statement that comes true, where preferences are statements."""
    for statement in conflict.preferences[maker].statements:
        if statement.kind == "unknown":
            continue
        holds = statement.formula.evaluate(conflict.states[[before, after]])
        if holds[1] and not holds[0] and len(statement.formula.text) <= _SHORT:
            names = {bit: option.name for bit, option in enumerate(conflict.options)}
            return f"gaining what it wants: {describe_formula(statement.formula, names)}"
    return "which it prefers"


def _join(names: Sequence[str]) -> str:
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}"
