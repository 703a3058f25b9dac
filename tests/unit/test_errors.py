"""The error tree, and how a problem is told."""

from __future__ import annotations

import pytest

from zopa.errors import InputError, Problem, UsageError, ZopaError


@pytest.mark.parametrize(
    ("file", "line", "told"),
    [
        ("a.txt", None, "a.txt: error [code]: Expected x, got y. Do z."),
        ("a.txt", 7, "a.txt:7: error [code]: Expected x, got y. Do z."),
        ("", None, "error [code]: Expected x, got y. Do z."),
    ],
)
def test_a_problem_is_one_line_with_place_code_and_cure(file: str, line: int | None, told: str) -> None:
    """Place where there is one, severity, code, what is wrong, and the cure."""
    assert str(Problem("error", file, line, "code", "Expected x, got y.", "Do z.")) == told


def test_a_problem_without_cure_has_no_trailing_space() -> None:
    """The line ends with its last word."""
    assert str(Problem("note", "a", None, "c", "So it is.", "")) == "a: note [c]: So it is."


def test_an_input_error_holds_every_problem() -> None:
    """One line each in its message, and all of them as values."""
    problems = tuple(Problem("error", name, None, "c", "m", "d") for name in "ab")
    error = InputError(problems)
    assert error.problems == problems
    assert str(error).splitlines() == [str(problem) for problem in problems]


def test_the_tree() -> None:
    """Whatever zopa raises on purpose is a ZopaError; wrong input and wrong usage are told apart."""
    assert issubclass(InputError, ZopaError)
    assert issubclass(UsageError, ZopaError)
    assert not issubclass(UsageError, InputError)
    assert not issubclass(ZopaError, OSError | ValueError)
