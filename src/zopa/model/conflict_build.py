"""Build a `Conflict` from plain data, as `moves:` in a case file has it, and tell everything that is wrong with it.

::

    russia:
      options: {press: {name: keep attacking, direction: both}, sign: {name: accept the plan, direction: to-yes}}
      prefers: ["sign & !press", "? ukraine.sign", "!press"]      # most important first; ? unknown, ~ importance vague
    ukraine:
      options: {sign: accept the plan}
      ranking: [YNY, [YNN, NNN], ...]                              # best first, ties in a list, states in option order,
                                                                   # or numbers from 1 in ascending order of bit patterns
      unknown: [[YNN, NYN]]                                        # nobody knows which of the two it prefers
    infeasible: ["press & russia.sign"]
    merged: ["press & !ukraine.sign"]                              # all such patterns are one state
    status-quo: {press: yes, russia.sign: no, ukraine.sign: no}
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, cast

from zopa.model.conflict import MAX_OPTIONS, Conflict, ConflictOption, DecisionMaker, Direction, Preference
from zopa.model.conflict_parts import Board, read_formula, read_list
from zopa.model.conflict_problems import ConflictProblem, Findings
from zopa.model.conflict_rankings import read_preference
from zopa.model.conflict_states import MAX_STATES, TooManyStatesError, find_feasible, merge_states

if TYPE_CHECKING:
    from zopa.model.formula import Formula

RESERVED = ("infeasible", "merged", "status-quo")
DIRECTIONS: tuple[Direction, ...] = ("both", "to-yes", "to-no")
_YES = {"yes": True, "y": True, "true": True, "no": False, "n": False, "false": False}


def build_conflict(
    moves: Mapping[str, Any],
    names: Mapping[str, str] | None = None,
    *,
    order: Sequence[tuple[str, str]] = (),
    limit: int = MAX_STATES,
) -> tuple[Conflict | None, tuple[ConflictProblem, ...]]:
    """The conflict that plain data describes.

    Args:
        moves: as in the head of this module; scalars may be texts, as a case file has them.
        names: name of each decision maker; by default its identifier.
        order: (decision maker, option) of every option in the order of state labels; by default that of `moves`.
        limit: most states that may be feasible or looked at on the way.

    Returns:
        The conflict, or None where something is an error, and all problems with their paths in `moves`.
    """
    findings = Findings()
    people = [key for key in moves if key not in RESERVED]
    makers = tuple(DecisionMaker(key, (names or {}).get(key, key)) for key in people)
    options = _order(_read_options(moves, people, findings), makers, order)
    _check_number(options, findings)
    if findings.stopped:
        return None, tuple(findings.problems)
    board = _find_states(moves, makers, options, findings, limit)
    if board is None:
        return None, tuple(findings.problems)
    preferences = [read_preference(board, number, moves[maker.id], findings) for number, maker in enumerate(makers)]
    status_quo = _read_status_quo(board, moves.get("status-quo"), findings)
    if findings.stopped:
        return None, tuple(findings.problems)
    sound = tuple(cast("list[Preference]", preferences))
    conflict = Conflict(
        makers, options, board.patterns, board.state_of, board.states, board.varies, sound, status_quo,
        board.infeasible, board.merging,
    )  # fmt: skip
    return conflict, tuple(findings.problems)


def _order(
    options: tuple[ConflictOption, ...], makers: tuple[DecisionMaker, ...], order: Sequence[tuple[str, str]]
) -> tuple[ConflictOption, ...]:
    places = {pair: place for place, pair in enumerate(order)}
    return tuple(sorted(options, key=lambda option: places[makers[option.owner].id, option.id])) if order else options


def _check_number(options: tuple[ConflictOption, ...], findings: Findings) -> None:
    if not options and not findings.stopped:
        cure = "Give at least one party an option under 'options'."
        findings.error((), "no-decision-makers", "no option was found.", cure)
    if len(options) > MAX_OPTIONS:
        message = f"{len(options)} options were found, {MAX_OPTIONS} is the limit."
        findings.error((), "too-many-options", message, "Leave out options that always go together.")


def _read_options(moves: Mapping[str, Any], people: Sequence[str], findings: Findings) -> tuple[ConflictOption, ...]:
    found: list[ConflictOption] = []
    for owner, key in enumerate(people):
        part: Any = moves[key]
        given: Any = cast("Mapping[str, Any]", part).get("options", {}) if isinstance(part, Mapping) else None
        if not isinstance(given, Mapping):
            message = "a mapping with 'options' and 'prefers' was expected."
            findings.error((key,), "moves-shape", message, "Write options: {name: what it means}.")
            continue
        for name, told in cast("Mapping[str, Any]", given).items():
            option = _read_option(owner, (key, "options", str(name)), told, findings)
            if option:
                found.append(option)
    return tuple(found)


def _read_option(owner: int, path: tuple[str, ...], told: Any, findings: Findings) -> ConflictOption | None:
    key = path[-1]
    if told is None or isinstance(told, str):
        return ConflictOption(key, told or key, owner)
    if not isinstance(told, Mapping):
        message = f"a name, or a mapping with name and direction, was expected, {told!r} came."
        findings.error(path, "moves-shape", message, "Write {name: what it means, direction: both}.")
        return None
    fields = cast("Mapping[str, Any]", told)
    direction = fields.get("direction", "both")
    if direction not in DIRECTIONS:
        message = f"a direction was expected, {direction!r} came."
        findings.error((*path, "direction"), "option-direction", message, f"Write one of: {', '.join(DIRECTIONS)}.")
        return None
    return ConflictOption(key, str(fields.get("name") or key), owner, direction)


def name_options(makers: Sequence[DecisionMaker], options: Sequence[ConflictOption]) -> dict[str, int | None]:
    """Every way to name an option: ``party.option``, and ``option`` alone, which is None where several parties have it."""
    known: dict[str, int | None] = {}
    for number, option in enumerate(options):
        known[option.id] = None if option.id in known else number
    for number, option in enumerate(options):
        known[f"{makers[option.owner].id}.{option.id}"] = number
    return known


def _find_states(
    moves: Mapping[str, Any],
    makers: tuple[DecisionMaker, ...],
    options: tuple[ConflictOption, ...],
    findings: Findings,
    limit: int,
) -> Board | None:
    known = name_options(makers, options)
    infeasible = _read_formulas(moves, "infeasible", known, findings)
    merged = _read_formulas(moves, "merged", known, findings)
    if findings.stopped:
        return None
    try:
        patterns = find_feasible(len(options), infeasible, limit)
    except TooManyStatesError as error:
        message = f"{len(options)} options give at least {error.count:,} states to look at, {limit:,} is the limit."
        cure = f"{error.free} options stand in no infeasible combination: say what excludes what, or leave options out."
        findings.error(("infeasible",), "too-many-states", message, cure)
        return None
    if not len(patterns):
        message = "no combination of options is left."
        findings.error(("infeasible",), "no-feasible-state", message, "Take out or narrow a formula.")
        return None
    state_of, states, varies = merge_states(patterns, merged)
    return Board(makers, options, known, patterns, state_of, states, varies, tuple(infeasible), tuple(merged))


def _read_formulas(
    moves: Mapping[str, Any], key: str, known: Mapping[str, int | None], findings: Findings
) -> list[Formula]:
    texts = read_list(moves.get(key), (key,), findings)
    read = [read_formula(text, known, (key, number), findings) for number, text in enumerate(texts)]
    return [formula for formula in read if formula]


def _read_status_quo(board: Board, told: Any, findings: Findings) -> int | None:
    path = ("status-quo",)
    if told is None:
        return None
    if not isinstance(told, Mapping):
        message = f"a mapping of options to yes or no was expected, {told!r} came."
        findings.error(path, "moves-shape", message, "Write {option: yes, other: no}.")
        return None
    taken: dict[int, bool] = {}
    for name, value in cast("Mapping[str, Any]", told).items():
        formula = read_formula(str(name), board.known, (*path, str(name)), findings)
        word = _YES.get(str(value).lower())
        if word is None:
            message = f"yes or no was expected, {value!r} came."
            findings.error((*path, str(name)), "moves-shape", message, "Write yes or no.")
        if formula and word is not None:
            taken |= dict.fromkeys(formula.options(), word)
    missing = [option.id for number, option in enumerate(board.options) if number not in taken]
    if findings.stopped:
        return None
    if missing:
        message = f"nothing is said of {', '.join(missing)}."
        findings.error(path, "status-quo-incomplete", message, "Say yes or no for every option.")
        return None
    return board.find("".join("Y" if taken[number] else "N" for number in range(len(board.options))), path, findings)
