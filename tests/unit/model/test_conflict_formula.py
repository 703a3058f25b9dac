"""Formulas about options: what they mean, and what is said of those that cannot be read."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest

from zopa.model.formula import conjunctions, describe_formula, parse_formula

NAMES: dict[str, int | None] = {"a": 0, "b": 1, "us-28": 2, "north.sign": 3, "south.sign": 4, "sign": None}
STATES = np.arange(8, dtype=np.uint32)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("a", lambda a, b, c: a),
        ("!a", lambda a, b, c: not a),
        ("not not a", lambda a, b, c: a),
        ("a & b | us-28", lambda a, b, c: (a and b) or c),
        ("a & (b | us-28)", lambda a, b, c: a and (b or c)),
        ("a and not b or us-28", lambda a, b, c: (a and not b) or c),
        ("a if b", lambda a, b, c: a or not b),
        ("a iff b | us-28", lambda a, b, c: a == (b or c)),
        ("!(a if b) & us-28", lambda a, b, c: not (a or not b) and c),
        ("!(a iff b)", lambda a, b, c: a != b),
    ],
)
def test_meaning(text: str, meaning) -> None:  # type: ignore[no-untyped-def]
    """A formula holds where plain logic says so, and its alternatives say the same."""
    formula, problems = parse_formula(text, NAMES)
    assert formula is not None
    assert not problems
    expected = [bool(meaning(*(s >> k & 1 == 1 for k in range(3)))) for s in range(8)]
    assert formula.evaluate(STATES).tolist() == expected
    terms = conjunctions(formula)
    assert terms is not None
    assert [any(all((s >> k & 1 == 1) == on for k, on in term) for term in terms) for s in range(8)] == expected


def test_many_parts_are_no_deeper_than_few() -> None:
    """A statement of a thousand parts, or a thousand negations, is read like any other."""
    formula, _ = parse_formula(" & ".join(["a"] * 1000 + ["!" * 1001 + "b"]), NAMES)
    assert formula is not None
    assert formula.evaluate(STATES).tolist() == [s & 3 == 1 for s in range(8)]


@pytest.mark.parametrize(
    ("text", "position", "code", "part"),
    [
        ("a &", 3, "formula-syntax", "the end"),
        ("", 0, "formula-syntax", "an option was expected"),
        ("a b", 2, "formula-syntax", "an operator was expected"),
        ("(a | b", 6, "formula-syntax", "')' was expected"),
        ("a)", 1, "formula-syntax", "closes nothing"),
        ("a $ b", 2, "formula-syntax", "'$'"),
        ("a if b if a", 7, "formula-syntax", "second"),
        ("a & us28", 4, "unknown-option", "us28"),
        ("sign", 0, "ambiguous-option", "several parties"),
        ("(" * 60 + "a" + ")" * 60, 50, "formula-syntax", "inside each other"),
    ],
)
def test_problems(text: str, position: int, code: str, part: str) -> None:
    """A formula that cannot be read is none, and the first problem says where and what."""
    formula, problems = parse_formula(text, NAMES)
    assert formula is None
    assert (problems[0].position, problems[0].code) == (position, code)
    assert part in problems[0].message
    assert problems[0].cure


def test_all_problems_at_once() -> None:
    """Reading goes on behind a problem; a near name is proposed."""
    _, problems = parse_formula("us-27 & | c", NAMES)
    assert [problem.code for problem in problems] == ["unknown-option", "formula-syntax", "unknown-option"]
    assert "us-28" in problems[0].cure


def test_any_text_is_read_or_refused() -> None:
    """No combination of tokens raises: there is a formula or a problem, never both."""
    for tokens in product(["a", "!", "&", "(", ")", "if", "zz"], repeat=4):
        formula, problems = parse_formula(" ".join(tokens), NAMES)
        assert (formula is None) == bool(problems)


def test_words() -> None:
    """A formula can be said in the options' own names."""
    formula, _ = parse_formula("a & !(b | us-28)", NAMES)
    assert formula is not None
    assert describe_formula(formula, {0: "sign", 1: "march", 2: "wait"}) == "“sign” and not (“march” or “wait”)"


def test_alternatives_have_a_limit() -> None:
    """A formula with more alternatives than the limit is not written out."""
    formula, _ = parse_formula("(a | b) & (us-28 | north.sign)", NAMES)
    assert formula is not None
    assert conjunctions(formula, limit=3) is None
    longer, _ = parse_formula("a | (b & ((a | b) & (us-28 | north.sign)))", NAMES)
    assert longer is not None
    assert conjunctions(longer, limit=1) is None
    assert len(conjunctions(formula) or ()) == 4
