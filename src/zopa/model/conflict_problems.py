"""What can be wrong in a conflict as written, with the place in the plain data it was built from."""

from __future__ import annotations

from dataclasses import dataclass, field

from zopa.errors import Problem, Severity

CONFLICT_CODES = {
    "moves-shape": "a part of a conflict is not written as it should be (a list, a mapping, a text)",
    "no-decision-makers": "nobody has options, so nobody can move",
    "too-many-options": "a conflict has more options than fit into a machine word",
    "option-without-owner": "an option belongs to nobody, or to several decision makers",
    "option-direction": "the direction of an option is neither both, to-yes nor to-no",
    "formula-syntax": "a formula about options cannot be read",
    "unknown-option": "a formula or the status quo names an option that does not exist",
    "ambiguous-option": "an option name is used by several parties and must be written party.option",
    "no-feasible-state": "every combination of options was declared infeasible",
    "too-many-states": "more states are feasible than the limit allows; told before memory is spent",
    "no-preference": "a decision maker has neither prioritised statements nor a ranking",
    "preference-contradicts": "a preference asks for something and, further down, for its opposite, or ranks a state twice",
    "preference-decides-nothing": "a statement is true everywhere, false everywhere, or repeats an earlier one",
    "merged-preference-differs": "a statement does not hold alike in all patterns of a merged state; the lowest one counted",
    "ranking-incomplete": "a ranking leaves out feasible states",
    "unknown-state": "a ranking, an unknown pair or the status quo names a state that is not feasible",
    "status-quo-incomplete": "the status quo leaves out an option",
}


@dataclass(frozen=True, slots=True)
class ConflictProblem:
    """One thing that is wrong, with its path in the data: ``("russia", "prefers", 2)``."""

    severity: Severity
    path: tuple[str | int, ...]
    code: str
    message: str
    cure: str

    def as_problem(self, file: str = "", line: int | None = None) -> Problem:
        """The same as a `Problem`, once somebody knows file and line; the path stands in the message."""
        where = ".".join(str(part) for part in self.path)
        return Problem(
            self.severity, file, line, self.code, f"{where}: {self.message}" if where else self.message, self.cure
        )


@dataclass(slots=True)
class Findings:
    """Collects problems while a conflict is built."""

    problems: list[ConflictProblem] = field(default_factory=list[ConflictProblem])

    def error(self, path: tuple[str | int, ...], code: str, message: str, cure: str) -> None:
        """Note something that stops the conflict from being built."""
        self.problems.append(ConflictProblem("error", path, code, message, cure))

    def warn(self, path: tuple[str | int, ...], code: str, message: str, cure: str) -> None:
        """Note something that stops nothing."""
        self.problems.append(ConflictProblem("warning", path, code, message, cure))

    @property
    def stopped(self) -> bool:
        """Whether anything is an error."""
        return any(problem.severity == "error" for problem in self.problems)
