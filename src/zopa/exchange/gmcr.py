"""GMCR+ files (JSON): conflicts of the graph model, in and out, keys of older versions included.

Options stand in one list, bit k of a state is option k, states are numbered from 1 among the feasible ones in ascending order.
A condition is a list of ``[option, "Y" or "N"]`` that all hold; ``{"compound": true, "members": [...]}`` holds where one member
does. ``preferenceRanking`` runs best first, ties in a list. Two members are ours, and other programs pass over them:
``zopaMerged`` (conditions that make one state) and ``zopaStatusQuo`` (a label of Y and N).
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, cast

from zopa.errors import Problem
from zopa.model.conflict_build import RESERVED, build_conflict

if TYPE_CHECKING:
    from zopa.model.conflict import Conflict, Direction

DIRECTIONS: dict[str, Direction] = {"both": "both", "fwd": "to-yes", "back": "to-no"}
OLD_KEYS = {
    "preferenceRanking": "preferenceVector",
    "useManualPreferenceRanking": "useManualPreferenceVectors",
    "permittedDirection": "reversibility",
}
PROBLEM_CODES = {
    "gmcr-json": "a GMCR+ file is not JSON, or not an object",
    "gmcr-shape": "a member of a GMCR+ file is missing or of the wrong kind",
    "gmcr-option": "a condition or decision maker names an option number that does not exist",
    "gmcr-not-used": "a GMCR+ file holds something that zopa keeps no account of",
    "gmcr-loses": "a conflict holds something that a GMCR+ file cannot say",
}
_RESERVED_WORDS = {"if", "iff", "and", "or", "not", *RESERVED}
Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class GmcrFile:
    """What a GMCR+ file holds: the conflict, and its partition into coalitions (identifiers), each of one or more."""

    conflict: Conflict
    coalitions: tuple[tuple[str, ...], ...]


@dataclass(slots=True)
class _GmcrReader:
    file: str
    problems: list[Problem] = field(default_factory=list[Problem])
    options: list[str] = field(default_factory=list[str])

    def note(self, code: str, path: Path, message: str, cure: str, *, warning: bool = False) -> None:
        where = ".".join(str(part) for part in path)
        told = f"{where}: {message}" if where else message
        self.problems.append(Problem("warning" if warning else "error", self.file, None, code, told, cure))

    def take_list(self, part: Mapping[str, Any], key: str, path: Path, *, needed: bool = False) -> list[Any]:
        told = _get(part, key)
        if isinstance(told, list):
            return cast("list[Any]", told)
        if told is not None or needed:
            self.note(
                "gmcr-shape", (*path, key), f"a list was expected, {_shown(told)} came.", f"Write {key} as a list."
            )
        return []

    def take_condition(self, told: Any, path: Path) -> str | None:
        """The condition as a formula over option identifiers, or None with a problem."""
        if isinstance(told, Mapping):
            members = self.take_list(cast("Mapping[str, Any]", told), "members", path, needed=True)
            parts = [self.take_condition(member, (*path, "members", at)) for at, member in enumerate(members)]
            sound = [f"({part})" for part in parts if part]
            return " | ".join(sound) if sound else None
        if not isinstance(told, list) or not told:
            self.note(
                "gmcr-shape", path, f"a condition was expected, {_shown(told)} came.", 'Write [[0, "Y"], [1, "N"]].'
            )
            return None
        literals = [self._take_literal(pair, (*path, at)) for at, pair in enumerate(cast("list[Any]", told))]
        return None if None in literals else " & ".join(cast("list[str]", literals))

    def _take_literal(self, told: Any, path: Path) -> str | None:
        pair: list[Any] = cast("list[Any]", told) if isinstance(told, list) else []
        if len(pair) != 2 or pair[1] not in ("Y", "N"):
            self.note(
                "gmcr-shape",
                path,
                f'an option number with "Y" or "N" was expected, {_shown(told)} came.',
                'Write [0, "Y"].',
            )
            return None
        name = self.take_option(pair[0], path)
        return name and (name if pair[1] == "Y" else f"!{name}")

    def take_option(self, told: Any, path: Path) -> str | None:
        if isinstance(told, int) and not isinstance(told, bool) and 0 <= told < len(self.options):
            return self.options[told]
        last = len(self.options) - 1
        self.note(
            "gmcr-option", path, f"an option number was expected, {_shown(told)} came.", f"Options go from 0 to {last}."
        )
        return None


def parse_gmcr(text: str, file: str = "") -> tuple[GmcrFile | None, tuple[Problem, ...]]:
    """The conflict in a GMCR+ file.

    Args:
        text: the file.
        file: its path, for problems.

    Returns:
        The file, or None where something is an error, and everything that is wrong.
    """
    reader = _GmcrReader(file)
    try:
        told = json.loads(text)
    except (ValueError, RecursionError) as error:
        line = error.lineno if isinstance(error, json.JSONDecodeError) else None
        told_why = error.msg if isinstance(error, json.JSONDecodeError) else "it cannot be read as JSON"
        return None, (
            Problem("error", file, line, "gmcr-json", f"JSON was expected: {told_why}.", "Save it again from GMCR+."),
        )
    if not isinstance(told, Mapping):
        reader.note("gmcr-json", (), f"an object was expected, {_shown(told)} came.", "Save it again from GMCR+.")
        return None, tuple(reader.problems)
    data = cast("Mapping[str, Any]", told)
    named = _read_options(reader, data)
    moves, names, order = _read_makers(reader, data, named)
    moves |= {
        ours: [
            f
            for at, told in enumerate(reader.take_list(data, key, ()))
            if (f := reader.take_condition(told, (key, at)))
        ]
        for ours, key in (("infeasible", "infeasibles"), ("merged", "zopaMerged"))
    }
    _read_status_quo(reader, data, moves)
    coalitions = _read_coalitions(reader, data, list(names))
    if any(problem.severity == "error" for problem in reader.problems):
        return None, tuple(reader.problems)
    conflict, found = build_conflict(moves, names, order=order)
    problems = (*reader.problems, *(problem.as_problem(file) for problem in found))
    return (None if conflict is None else GmcrFile(conflict, coalitions)), problems


def _get(part: Mapping[str, Any], key: str) -> Any:
    return part.get(key, part.get(OLD_KEYS.get(key, key)))


def _mapping(told: Any) -> Mapping[str, Any]:
    return cast("Mapping[str, Any]", told) if isinstance(told, Mapping) else {}


def _shown(told: Any) -> str:
    text = json.dumps(told, ensure_ascii=False)
    return "nothing" if told is None else text if len(text) <= 40 else f"{text[:37]}..."


def _identify(name: str, taken: Sequence[str]) -> str:
    """A name as an identifier for formulas, unlike those taken."""
    slug = "-".join(re.findall(r"\w+", name.lower())) or "x"
    if slug in _RESERVED_WORDS:
        slug = f"{slug}-1"
    number, found = 2, slug
    while found in taken:
        found, number = f"{slug}-{number}", number + 1
    return found


def _read_options(reader: _GmcrReader, data: Mapping[str, Any]) -> list[dict[str, str]]:
    found: list[dict[str, str]] = []
    for at, told in enumerate(reader.take_list(data, "options", (), needed=True)):
        part = _mapping(told)
        name: Any = part.get("name")
        way: Any = _get(part, "permittedDirection") or "both"
        if not isinstance(name, str):
            reader.note(
                "gmcr-shape",
                ("options", at),
                f"an option with a name was expected, {_shown(told)} came.",
                "Give it a name.",
            )
        if not isinstance(way, str) or way not in DIRECTIONS:
            message = f"a direction was expected, {_shown(way)} came."
            reader.note(
                "gmcr-shape", ("options", at, "permittedDirection"), message, f"Write one of: {', '.join(DIRECTIONS)}."
            )
            way = "both"
        found.append({"name": str(name), "direction": DIRECTIONS[way]})
        reader.options.append(_identify(str(name), reader.options))
    return found


def _read_makers(
    reader: _GmcrReader, data: Mapping[str, Any], named: list[dict[str, str]]
) -> tuple[dict[str, Any], dict[str, str], list[tuple[str, str]]]:
    moves: dict[str, Any] = {}
    names: dict[str, str] = {}
    owners: dict[str, str] = {}
    for at, told in enumerate(reader.take_list(data, "decisionMakers", (), needed=True)):
        path: Path = ("decisionMakers", at)
        part = _mapping(told)
        name = part.get("name")
        if not isinstance(name, str):
            reader.note(
                "gmcr-shape",
                path,
                f"a decision maker with a name was expected, {_shown(told)} came.",
                "Give it a name.",
            )
            continue
        maker = _identify(name, list(names))
        names[maker] = name
        listed = [
            reader.take_option(n, (*path, "options", k)) for k, n in enumerate(reader.take_list(part, "options", path))
        ]
        own = [option for option in listed if option]
        for option in own:
            if owners.setdefault(option, maker) != maker:
                message = f"{option!r} belongs to {names[owners[option]]} already."
                reader.note("option-without-owner", path, message, "Give every option to one decision maker.")
        moves[maker] = {"options": {o: named[reader.options.index(o)] for o in own}} | _read_preference(
            reader, data, part, path
        )
    for option in reader.options:
        if option not in owners:
            reader.note(
                "option-without-owner", ("options",), f"nobody controls {option!r}.", "Give it to a decision maker."
            )
    return moves, names, [(owners[option], option) for option in reader.options if option in owners]


def _read_preference(
    reader: _GmcrReader, data: Mapping[str, Any], part: Mapping[str, Any], path: Path
) -> dict[str, Any]:
    """Statements or ranking: the ranking where the file says that it was made by hand or holds no statements."""
    if part.get("misperceptions"):
        message = "what this decision maker misperceives is left out."
        reader.note(
            "gmcr-not-used",
            (*path, "misperceptions"),
            message,
            "Model each view as a conflict of its own.",
            warning=True,
        )
    ranking = reader.take_list(part, "preferenceRanking", path)
    statements = reader.take_list(part, "preferences", path)
    if ranking and (_get(data, "useManualPreferenceRanking") or not statements):
        return {"ranking": ranking}
    payoffs = reader.take_list(part, "payoffs", path)
    if payoffs and not statements:
        if not all(isinstance(value, (int, float)) for value in payoffs):
            reader.note(
                "gmcr-shape", (*path, "payoffs"), "numbers were expected.", "Write one number for each feasible state."
            )
            return {"prefers": []}
        levels = sorted(set(payoffs), reverse=True)
        return {"ranking": [[at + 1 for at, value in enumerate(payoffs) if value == level] for level in levels]}
    found = [reader.take_condition(told, (*path, "preferences", at)) for at, told in enumerate(statements)]
    return {"prefers": [statement for statement in found if statement]}


def _read_status_quo(reader: _GmcrReader, data: Mapping[str, Any], moves: dict[str, Any]) -> None:
    label = data.get("zopaStatusQuo")
    if label is None:
        return
    if not isinstance(label, str) or len(label) != len(reader.options) or set(label) - set("YN"):
        message = f"a label of Y and N was expected, {_shown(label)} came."
        reader.note("gmcr-shape", ("zopaStatusQuo",), message, f"Write {len(reader.options)} letters.")
        return
    moves["status-quo"] = {o: "yes" if sign == "Y" else "no" for o, sign in zip(reader.options, label, strict=True)}


def _read_coalitions(reader: _GmcrReader, data: Mapping[str, Any], makers: list[str]) -> tuple[tuple[str, ...], ...]:
    found: list[tuple[str, ...]] = []
    for at, told in enumerate(reader.take_list(data, "coalitions", ())):
        group: list[Any] = cast("list[Any]", told) if isinstance(told, list) else [told]
        members = [makers[n] for n in group if isinstance(n, int) and 0 <= n < len(makers)]
        if len(members) < len(group):
            message = f"numbers of decision makers were expected, {_shown(told)} came."
            reader.note("gmcr-shape", ("coalitions", at), message, f"Decision makers go from 0 to {len(makers) - 1}.")
            continue
        found.append(tuple(members))
    return tuple(found) or tuple((maker,) for maker in makers)
