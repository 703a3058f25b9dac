"""Read what a decision maker prefers: prioritised statements or a ranking of states, and what nobody knows about it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from zopa.model.conflict import Kind, Preference, PreferenceStatement, Ranks
from zopa.model.conflict_parts import Board, Path, read_formula, read_list
from zopa.model.conflict_preferences import always_opposite, prioritise

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.model.conflict_problems import Findings

MARKS: dict[str, Kind] = {"?": "unknown", "~": "vague"}
"""What a statement begins with where it is not simply known."""
_MANY = 1 << 16
"""Beyond so many states a statement is not checked for whether it decides anything: that is a matter of small models."""


def read_preference(board: Board, maker: int, told: Mapping[str, Any], findings: Findings) -> Preference | None:
    """The preference of one decision maker, or None with a problem."""
    key = board.makers[maker].id
    if ("prefers" in told) == ("ranking" in told):
        message = f"{board.makers[maker].name} needs either 'prefers' or 'ranking'."
        findings.error(
            (key,), "no-preference", message, "Write prefers: [most important, next, ...]; [] is indifference."
        )
        return None
    pairs = _read_pairs(board, told.get("unknown"), (key, "unknown"), findings)
    if "ranking" in told:
        ranks = _read_ranking(board, told["ranking"], (key, "ranking"), findings)
        return None if ranks is None else Preference(ranks, unknown_pairs=pairs)
    statements = _read_statements(board, told["prefers"], (key, "prefers"), findings)
    if findings.stopped:
        return None
    _check_statements(board, statements, (key, "prefers"), findings)
    return prioritise(statements, board.states, pairs)


def _read_statements(board: Board, told: Any, path: Path, findings: Findings) -> list[PreferenceStatement]:
    found: list[PreferenceStatement] = []
    for number, text in enumerate(read_list(told, path, findings)):
        mark = text.lstrip()[:1] if isinstance(text, str) else ""
        body = text.lstrip()[1:] if mark in MARKS and mark else text
        formula = read_formula(body, board.known, (*path, number), findings)
        if formula:
            found.append(PreferenceStatement(formula, MARKS.get(mark, "known")))
    return found


def _check_statements(board: Board, statements: list[PreferenceStatement], path: Path, findings: Findings) -> None:
    for number, statement in enumerate(statements):
        for earlier in statements[:number]:
            sure = earlier.kind == statement.kind == "known"
            if sure and always_opposite(earlier.formula, statement.formula):
                message = (
                    f"{statement.formula.text!r} asks for the opposite of {earlier.formula.text!r}, which comes first."
                )
                findings.error((*path, number), "preference-contradicts", message, "Keep one of the two.")
                break
    if len(board.patterns) > _MANY:
        return
    seen: list[tuple[str, np.ndarray[Any, np.dtype[np.bool_]]]] = []
    for number, statement in enumerate(statements):
        holds = statement.formula.evaluate(board.states)
        same = next((text for text, other in seen if (holds == other).all() or (holds != other).all()), None)
        if same is not None or holds.all() or not holds.any():
            why = f"says of every state what {same!r} says, or its opposite" if same else "is the same in every state"
            message = f"{statement.formula.text!r} {why}, so it decides nothing."
            findings.warn((*path, number), "preference-decides-nothing", message, "Leave it out, or check the formula.")
        seen.append((statement.formula.text, holds))
        differs = statement.formula.evaluate(board.patterns) != holds[board.state_of]
        if differs.any():
            message = (
                f"{statement.formula.text!r} does not hold alike in all of a merged state; its lowest pattern counted."
            )
            findings.warn(
                (*path, number), "merged-preference-differs", message, "Name what the merged state has in common."
            )


def _read_ranking(board: Board, told: Any, path: Path, findings: Findings) -> Ranks | None:
    """Ranks from a list of labels, best first, ties in a list; a label with - stands for all states that it covers."""
    ranks = np.full(len(board.states), -1, np.int32)
    merged = len(board.states) < len(board.patterns)
    tiers = [[tier] if isinstance(tier, int) else tier for tier in read_list(told, path, findings)]  # a number alone
    for number, tier in enumerate(tiers):
        here, rank = (*path, number), len(tiers) - 1 - number
        for label in read_list(tier, here, findings):
            found = _find_states(board, label)
            if not found:
                message = f"{label!r} is {'not feasible' if found is not None else 'no state'}."
                cure = f"Write Y, N or - for each of the {len(board.options)} options, in their order."
                findings.error(here, "unknown-state", message, cure)
                continue
            again = {int(ranks[state]) for state in found} - {-1}
            if again and (again != {rank} or not merged):  # several patterns of a merged state may stand in one tie
                message = f"{label!r} stands a second time."
                findings.error(here, "preference-contradicts", message, "Rank every state once; ties go into one list.")
            ranks[found] = rank
    missing = np.flatnonzero(ranks < 0)
    if len(missing) and not findings.stopped:
        message = f"{len(missing)} of {len(ranks)} feasible states are not ranked, the first is {_label(board, int(missing[0]))}."
        findings.error(
            path, "ranking-incomplete", message, "Rank every state; those that are all the same go into one list."
        )
    return None if findings.stopped else ranks


def _find_states(board: Board, told: Any) -> list[int] | None:
    """The states that a label covers or that have this number; none where it is not feasible, None where it is neither."""
    if isinstance(told, str):
        return board.numbered(int(told)) if told.isascii() and told.isdigit() else board.matches(told)
    return board.numbered(told) if isinstance(told, int) and not isinstance(told, bool) else None


def _read_pairs(board: Board, told: Any, path: Path, findings: Findings) -> np.ndarray[Any, np.dtype[np.int64]] | None:
    pairs: list[tuple[int, int]] = []
    for number, pair in enumerate(read_list(told, path, findings)):
        here = (*path, number)
        labels = read_list(pair, here, findings)
        if len(labels) != 2:
            findings.error(here, "moves-shape", f"two states were expected, {pair!r} came.", "Write [YNN, NYN].")
            continue
        first, second = (board.find(str(label), here, findings) for label in labels)
        if first is not None and second is not None and first != second:
            pairs.append((first, second))
    return np.array(pairs, np.int64) if pairs else None


def _label(board: Board, state: int) -> str:
    pattern = int(board.states[state])
    return "".join("Y" if pattern >> bit & 1 else "N" for bit in range(len(board.options)))
