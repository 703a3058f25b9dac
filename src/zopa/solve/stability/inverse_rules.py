"""What each concept demands of the rankings for one state to be stable, as conditions of a linear program."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from zopa.solve.stability.program import Expression

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.model.conflict import Conflict
    from zopa.solve.stability.equilibria import Concept
    from zopa.solve.stability.program import Program

Node = tuple[int, int]
"""A state and who moved last to it (-1 at the start)."""


def require_stable(program: Program, conflict: Conflict, maker: int, state: int, concept: Concept) -> None:
    """Demand that the state be stable for the decision maker: each move from it is no better, or is answered."""
    for move in conflict.moves(maker, state):
        harmless = program.weak(maker, state, int(move))
        if concept == "nash":
            program.require(harmless)
        elif concept == "seq":
            _require_answer_by_improvements(program, conflict, maker, state, int(move))
        elif concept != "sim":
            answers = find_legal(conflict, _others(conflict, maker), int(move))
            program.require(_sum([harmless, *_deterrents(program, conflict, maker, state, answers, concept)]))
    if concept == "sim":
        _require_simultaneous(program, conflict, maker, state)


def find_legal(conflict: Conflict, movers: Sequence[int], start: int) -> list[int]:
    """States that legal sequences of the movers reach in at least one move, ascending."""
    seen: set[Node] = set()
    todo: list[Node] = [(start, -1)]
    while todo:
        here, last = todo.pop()
        for maker in movers:
            for there in conflict.moves(maker, here) if maker != last else ():
                node = int(there), maker
                if node not in seen:
                    seen.add(node)
                    todo.append(node)
    return sorted({there for there, _ in seen})


def _others(conflict: Conflict, maker: int) -> list[int]:
    return [other for other in range(len(conflict.decision_makers)) if other != maker]


def _sum(parts: Sequence[Expression]) -> Expression:
    total = Expression()
    for part in parts:
        total = total + part
    return total


def _deterrents(
    program: Program, conflict: Conflict, maker: int, state: int, answers: Sequence[int], concept: Concept
) -> list[Expression]:
    """For each answer 1 at most where it deters; for SMR also every counter-move must be no better."""
    if concept == "gmr":
        return [program.weak(maker, state, answer) for answer in answers]
    found: list[Expression] = []
    for answer in answers:
        lasting = program.variable()
        for after in (answer, *(int(counter) for counter in conflict.moves(maker, answer))):
            program.require_at_most(lasting, program.weak(maker, state, after))
        found.append(lasting)
    return found


def _require_answer_by_improvements(program: Program, conflict: Conflict, maker: int, state: int, move: int) -> None:
    """SEQ: one unit flows from the move along improvements of the others into a state that is no better.

    The flow may be split; each of its parts is then a legal sequence, so that no whole numbers are needed.
    """
    incoming: dict[Node, list[Expression]] = {}
    outgoing: dict[Node, list[Expression]] = {}
    start: Node = (move, -1)
    todo: list[Node] = [start]
    seen: set[Node] = {start}
    while todo:
        here, last = node = todo.pop()
        for other in _others(conflict, maker):
            for there in conflict.moves(other, here) if other != last else ():
                following = int(there), other
                flow = program.variable()
                program.require_at_most(flow, program.strict(other, int(there), here))
                outgoing.setdefault(node, []).append(flow)
                incoming.setdefault(following, []).append(flow)
                if following not in seen:
                    seen.add(following)
                    todo.append(following)
    program.require(_sum([program.weak(maker, state, move), *outgoing.get(start, [])]))
    for node in seen - {start}:
        end = program.variable()
        program.require_at_most(end, program.weak(maker, state, node[0]))
        leaving = _sum([end, *outgoing.get(node, [])])
        program.require(leaving + _sum(incoming[node]).times(-1.0), least=0.0)


def _require_simultaneous(program: Program, conflict: Conflict, maker: int, state: int) -> None:
    """SIM, pattern by pattern: some joint answer of stays and improvements is feasible and no better."""
    masks = [conflict.mask(number) for number in range(len(conflict.decision_makers))]
    for member in conflict.members(state):
        here = int(conflict.patterns[member])
        choices = [
            [None, *_member_moves(conflict, other, here)] for other in _others(conflict, maker)
        ]  # fmt: skip
        for own in _member_moves(conflict, maker, here):
            parts = [program.weak(maker, state, _state(conflict, own))]
            for joint in product(*choices):
                moved = [(o, p) for o, p in zip(_others(conflict, maker), joint, strict=True) if p is not None]
                pattern = own
                for other, there in moved:
                    pattern = pattern & ~masks[other] | there & masks[other]
                if not moved or (reached := _state(conflict, pattern)) < 0:
                    continue
                answer = program.variable()
                program.require_at_most(answer, program.weak(maker, state, reached))
                for other, there in moved:
                    program.require_at_most(answer, program.strict(other, _state(conflict, there), state))
                parts.append(answer)
            program.require(_sum(parts))


def _state(conflict: Conflict, pattern: int) -> int:
    at = int(conflict.find_patterns(conflict.patterns.dtype.type(pattern).reshape(1))[0])
    return int(conflict.state_of[at]) if at >= 0 else -1


def _member_moves(conflict: Conflict, maker: int, here: int) -> list[int]:
    """Patterns that one pattern leads to by a move of the decision maker to another state."""
    own, rising, falling = conflict.mask(maker), conflict.mask(maker, "to-yes"), conflict.mask(maker, "to-no")
    return [
        there
        for there in (int(pattern) for pattern in conflict.patterns)
        if (there ^ here) & ~own == 0
        and here & ~there & rising == 0
        and there & ~here & falling == 0
        and _state(conflict, there) != _state(conflict, here)
    ]
