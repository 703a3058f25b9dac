"""Statements about options, as a case file writes them: ``sign & !press``, ``a | (b & c)``, ``a if b``, ``a iff b``.

``A if B`` holds where A holds or B does not; ``A iff B`` where both hold or neither. ``!`` binds tighter than ``&``, ``&``
tighter than ``|``, and ``if`` and ``iff`` bind loosest and stand once in a level of parentheses. The words ``not``, ``and``
and ``or`` mean the same as the signs. A name is that of an option; ``party.option`` tells apart two options of one name.

A formula knows options by their number, so that it can be evaluated over millions of states at once: a state is a bit
pattern in which bit k says whether option k is taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import get_close_matches
from functools import reduce
from typing import TYPE_CHECKING, Any, Literal

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Patterns = NDArray[np.unsignedinteger[Any]]
Truth = NDArray[np.bool_]
_Terms = dict[int, bool]
Operator = Literal["and", "or", "if", "iff"]

_TOKEN = re.compile(r"\s*(?:(?P<name>\w+(?:[.-]\w+)*)|(?P<sign>[!&|()¬∧∨])|(?P<bad>\S))")
_WORDS = {"not": "!", "and": "&", "or": "|", "¬": "!", "∧": "&", "∨": "|"}
MAX_DEPTH = 50
"""Parentheses inside each other; no statement that a person can read has more."""
_LOOSE: dict[str, Operator] = {"if": "if", "iff": "iff"}


@dataclass(frozen=True, slots=True)
class Taken:
    """One option, taken."""

    option: int


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite of a part."""

    part: Node


@dataclass(frozen=True, slots=True)
class Joined:
    """Parts joined by one operator; `if` and `iff` have exactly two."""

    operator: Operator
    parts: tuple[Node, ...]


Node = Taken | Not | Joined


@dataclass(frozen=True, slots=True)
class FormulaProblem:
    """What is wrong in a formula.

    Attributes:
        position: where, counted from 0 in the text of the formula.
        code: ``formula-syntax``, ``unknown-option`` or ``ambiguous-option``.
        message: what was expected and what came.
        cure: what to write instead.
    """

    position: int
    code: Literal["formula-syntax", "unknown-option", "ambiguous-option"]
    message: str
    cure: str


@dataclass(frozen=True, slots=True)
class Formula:
    """A statement about options that is true or false in every state."""

    text: str
    root: Node

    def options(self) -> frozenset[int]:
        """Numbers of the options that it names."""
        return frozenset(_options(self.root))

    def evaluate(self, patterns: Patterns) -> Truth:
        """Where it holds: one value for each bit pattern, of the same shape as `patterns`."""
        return _evaluate(self.root, patterns)


def parse_formula(text: str, names: Mapping[str, int | None]) -> tuple[Formula | None, tuple[FormulaProblem, ...]]:
    """Read one formula.

    Args:
        text: as written.
        names: number of each option name; None for a name that several parties use, which is then ambiguous.

    Returns:
        The formula, or None where something is wrong, and everything that is wrong in the order of the text.
    """
    reader = _FormulaReader(text, names)
    root = reader.read_loose()
    reader.expect_end()
    problems = tuple(sorted(reader.problems, key=lambda problem: problem.position))
    return (None if problems or root is None else Formula(text.strip(), root)), problems


def describe_formula(formula: Formula, names: Mapping[int, str]) -> str:
    """The formula in words, with the options' own names: "accept the plan and not keep attacking"."""
    return _words(formula.root, names, outer="")


def conjunctions(formula: Formula, limit: int = 4096) -> tuple[tuple[tuple[int, bool], ...], ...] | None:
    """The formula as alternatives, each a list of options taken or not, or None where there are more than `limit`.

    Never true: no alternative at all. Always true: one empty alternative.
    """
    found = _alternatives(formula.root, wanted=True, limit=limit)
    return None if found is None else tuple(tuple(sorted(terms.items())) for terms in found)


class _FormulaReader:
    """Recursive descent over the tokens; notes a problem and goes on."""

    def __init__(self, text: str, names: Mapping[str, int | None]) -> None:
        self.problems: list[FormulaProblem] = []
        self._names = names
        self._end = len(text)
        self._tokens = list(self._split(text))
        self._at = 0
        self._depth = 0

    def _split(self, text: str) -> Iterator[tuple[str, str, int]]:
        for match in _TOKEN.finditer(text):
            kind = match.lastgroup or "bad"
            value = match[kind]
            position = match.start(kind)
            if kind == "bad":
                self._syntax(position, f"{value!r} means nothing in a formula.", "Use names and the signs ! & | ( ).")
            elif value in _WORDS:
                yield "sign", _WORDS[value], position
            elif value in _LOOSE:
                yield "loose", value, position
            else:
                yield kind, value, position

    def _syntax(self, position: int, message: str, cure: str) -> None:
        self.problems.append(FormulaProblem(position, "formula-syntax", message, cure))

    def _peek(self) -> tuple[str, str, int]:
        return self._tokens[self._at] if self._at < len(self._tokens) else ("end", "", self._end)

    def _take(self, kind: str, value: str) -> bool:
        found = self._peek()[:2] == (kind, value)
        self._at += found
        return found

    def read_loose(self) -> Node | None:
        left = self._read_chain("|", "or")
        kind, value, _ = self._peek()
        if kind != "loose":
            return left
        self._at += 1
        right = self._read_chain("|", "or")
        while self._peek()[0] == "loose":
            self._syntax(
                self._peek()[2], "a second 'if' or 'iff' was found.", "Put parentheses around one of the two parts."
            )
            self._at += 1
            self._read_chain("|", "or")
        return Joined(_LOOSE[value], (left, right)) if left and right else None

    def _read_chain(self, sign: str, operator: Operator) -> Node | None:
        def below() -> Node | None:
            return self._read_chain("&", "and") if sign == "|" else self._read_not()

        parts = [below()]
        while self._take("sign", sign):
            parts.append(below())
        sound = tuple(part for part in parts if part is not None)
        if len(sound) < len(parts):
            return None
        return sound[0] if len(sound) == 1 else Joined(operator, sound)

    def _read_not(self) -> Node | None:
        odd = False
        while self._take("sign", "!"):
            odd = not odd
        part = self._read_unit()
        return Not(part) if odd and part else part

    def _read_unit(self) -> Node | None:
        kind, value, position = self._peek()
        if kind == "name":
            self._at += 1
            return self._option(value, position)
        if self._take("sign", "("):
            return self._read_inside(position)
        self._syntax(position, f"an option was expected, {self._shown()} came.", "Name an option here.")
        return None  # whoever called goes on behind the next operator

    def _read_inside(self, position: int) -> Node | None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            self._syntax(position, f"more than {MAX_DEPTH} parentheses stand inside each other.", "Split the formula.")
            self._at = len(self._tokens)
            return None
        inner = self.read_loose()
        if self._depth <= MAX_DEPTH and not self._take("sign", ")"):
            self._syntax(self._peek()[2], f"')' was expected, {self._shown()} came.", "Close the parenthesis.")
        self._depth -= 1
        return inner

    def _shown(self) -> str:
        kind, value, _ = self._peek()
        return "the end" if kind == "end" else repr(value)

    def _option(self, name: str, position: int) -> Node | None:
        if name not in self._names:
            near = get_close_matches(name, self._names, n=1, cutoff=0.5)
            cure = f"Did you mean {near[0]!r}?" if near else f"Options are: {', '.join(self._names) or 'none'}."
            self.problems.append(FormulaProblem(position, "unknown-option", f"no option is called {name!r}.", cure))
            return None
        number = self._names[name]
        if number is None:
            whole = ", ".join(other for other in self._names if other.endswith(f".{name}"))
            message = f"several parties have an option {name!r}."
            self.problems.append(FormulaProblem(position, "ambiguous-option", message, f"Write one of: {whole}."))
            return None
        return Taken(number)

    def expect_end(self) -> None:
        """Everything behind a complete formula is a problem; reading goes on there, so that names in it are checked."""
        while self._peek()[0] != "end":
            before = self._at
            if self._take("sign", ")"):
                self._syntax(self._tokens[before][2], "')' closes nothing.", "Leave it out, or open it before.")
                continue
            self._syntax(
                self._peek()[2],
                f"an operator was expected, {self._shown()} came.",
                "Join the parts with &, |, if or iff.",
            )
            self.read_loose()
            self._at += self._at == before


def _options(node: Node) -> Iterator[int]:
    match node:
        case Taken(option):
            yield option
        case Not(part):
            yield from _options(part)
        case Joined(_, parts):
            for part in parts:
                yield from _options(part)


def _evaluate(node: Node, patterns: Patterns) -> Truth:
    match node:
        case Taken(option):
            kind = patterns.dtype.type
            return (patterns >> kind(option)) & kind(1) != 0
        case Not(part):
            return ~_evaluate(part, patterns)
        case Joined("and", parts):
            return reduce(np.logical_and, (_evaluate(part, patterns) for part in parts))
        case Joined("or", parts):
            return reduce(np.logical_or, (_evaluate(part, patterns) for part in parts))
        case Joined(operator, parts):
            first, second = (_evaluate(part, patterns) for part in parts)  # "if" and "iff" have two
            return first | ~second if operator == "if" else first == second


def _words(node: Node, names: Mapping[int, str], outer: str) -> str:
    match node:
        case Taken(option):
            return f"“{names[option]}”"
        case Not(part):
            return f"not {_words(part, names, 'not')}"
        case Joined(operator, parts):
            word = {"iff": "exactly if"}.get(operator, operator)
            text = f" {word} ".join(_words(part, names, operator) for part in parts)
            return f"({text})" if outer else text


def _alternatives(node: Node, *, wanted: bool, limit: int) -> list[_Terms] | None:
    match node:
        case Taken(option):
            return [{option: wanted}]
        case Not(part):
            return _alternatives(part, wanted=not wanted, limit=limit)
        case Joined("if", (left, right)):
            return _alternatives(Joined("or", (left, Not(right))), wanted=wanted, limit=limit)
        case Joined("iff", (left, right)):
            both, neither = Joined("and", (left, right)), Joined("and", (Not(left), Not(right)))
            one = Joined("and", (left, Not(right))), Joined("and", (Not(left), right))
            return _alternatives(Joined("or", (both, neither) if wanted else one), wanted=True, limit=limit)
        case Joined(operator, parts):
            found = [_alternatives(part, wanted=wanted, limit=limit) for part in parts]
            return _join_alternatives(found, every=(operator == "and") == wanted, limit=limit)


def _join_alternatives(found: list[list[_Terms] | None], *, every: bool, limit: int) -> list[_Terms] | None:
    joined: list[_Terms] = [{}] if every else []
    for terms in found:
        if terms is None:
            return None
        if every:
            joined = [a | b for a in joined for b in terms if all(b.get(option, on) == on for option, on in a.items())]
        else:
            joined = [*joined, *terms]
        if len(joined) > 8 * limit or len(joined := _shortest(joined)) > limit:
            return None
    return joined


def _shortest(found: list[_Terms]) -> list[_Terms]:
    """Without those that a shorter alternative covers."""
    kept: list[_Terms] = []
    for terms in sorted(found, key=len):
        if not any(shorter.items() <= terms.items() for shorter in kept):
            kept.append(terms)
    return kept
