"""What the readers of a conflict share: the states that were found, and how lists, formulas and states are read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

import numpy as np

from zopa.model.formula import Formula, Patterns, parse_formula

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.model.conflict import ConflictOption, DecisionMaker, Ranks
    from zopa.model.conflict_problems import Findings

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True, eq=False)
class Board:
    """Options and states before anybody's preferences; the arrays are those of `Conflict`."""

    makers: tuple[DecisionMaker, ...]
    options: tuple[ConflictOption, ...]
    known: Mapping[str, int | None]
    patterns: Patterns
    state_of: Ranks
    states: Patterns
    varies: Patterns
    infeasible: tuple[Formula, ...]
    merging: tuple[Formula, ...]

    def matches(self, label: str) -> list[int] | None:
        """States that a label of Y, N and - (either) covers, ascending; None where it is no label of these options."""
        if len(label) != len(self.options) or set(label) - set("YN-"):
            return None
        kind = self.patterns.dtype.type
        care = kind(sum(1 << bit for bit, sign in enumerate(label) if sign != "-"))
        value = kind(sum(1 << bit for bit, sign in enumerate(label) if sign == "Y"))
        return [int(state) for state in np.unique(self.state_of[(self.patterns ^ value) & care == 0])]

    def numbered(self, number: int) -> list[int]:
        """The state of the feasible pattern with this number, counted from 1 in ascending order; none beyond the last."""
        return [int(self.state_of[number - 1])] if 1 <= number <= len(self.patterns) else []

    def find(self, label: str, path: Path, findings: Findings) -> int | None:
        """The one state that a label names; otherwise None and a problem."""
        found = self.matches(label)
        if found is not None and len(found) == 1:
            return found[0]
        what = "is no state" if found is None else "is not feasible" if not found else "covers several states"
        cure = f"Write a Y or an N for each of the {len(self.options)} options, in their order."
        findings.error(path, "unknown-state", f"{label!r} {what}.", cure)
        return None


def read_list(told: Any, path: Path, findings: Findings) -> list[Any]:
    """A list as it is; nothing for None; a single text as a list of one; anything else is a problem."""
    if told is None:
        return []
    if isinstance(told, str):
        return [told]
    if isinstance(told, (list, tuple)):
        return list(cast("list[Any]", told))
    findings.error(path, "moves-shape", f"a list was expected, {told!r} came.", "Write [one, two].")
    return []


def read_formula(text: Any, known: Mapping[str, int | None], path: Path, findings: Findings) -> Formula | None:
    """One formula; everything that is wrong with it is noted, with its position counted from 1."""
    if not isinstance(text, str):
        findings.error(
            path, "moves-shape", f"a formula was expected, {text!r} came.", 'Write it in quotation marks: "a & !b".'
        )
        return None
    formula, problems = parse_formula(text, known)
    for problem in problems:
        message = f"in {text!r}, character {problem.position + 1}: {problem.message}"
        findings.error(path, problem.code, message, problem.cure)
    return formula
