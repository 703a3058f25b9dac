"""What is true of every case: it prints and reads back, and no text makes the reader fall over."""

from __future__ import annotations

import string
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.case.cases import TEXT

from zopa.case import parse_case, print_case
from zopa.case.build import type_case
from zopa.case.types import Case

ids = st.text(string.ascii_lowercase + string.digits + "-_", min_size=1, max_size=8).filter(
    lambda s: s not in {"null", "~"}
)
words = st.text(
    st.characters(blacklist_categories=("Cs", "Cc"), blacklist_characters="\u2028\u2029\ufeff\x85"), max_size=30
)
numbers = st.decimals(0, 1, places=4).map(lambda d: format(d, "f"))


@st.composite
def cases(draw: st.DrawFn) -> dict[str, Any]:
    """Plain data of a case whose references hold."""
    parties = draw(st.lists(ids, min_size=1, max_size=4, unique=True))
    issues = {
        i: draw(st.lists(ids, min_size=1, max_size=4, unique=True))
        for i in draw(st.lists(ids, min_size=1, max_size=4, unique=True))
    }
    positions: dict[str, Any] = {}
    for party in parties:
        for issue, options in issues.items():
            order = draw(st.permutations(options))
            signs = draw(st.lists(st.sampled_from([" > ", " = "]), min_size=len(order), max_size=len(order)))
            prefers = "".join(o + s for o, s in zip(order, signs, strict=True))[:-3]
            kind = draw(st.sampled_from(["none", "rank", "values"]))
            position: dict[str, Any] = {
                "note": draw(words),
                "salience": draw(st.sampled_from(["high", "low", "12.5", "10..20", ""])),
            }
            if kind == "rank":
                position["prefers"] = prefers
            elif kind == "values":
                position["values"] = {o: draw(numbers) for o in options}
            if len(options) > 1 and draw(st.booleans()):
                position["red-line"] = f"not {options[0]}"
            if kind != "none":
                positions.setdefault(party, {})[issue] = position
    return {
        "title": draw(words), "analyst": draw(words), "private": draw(words),
        "parties": {p: {"name": draw(words), "veto": draw(st.sampled_from(["yes", "no", ""])), "no-deal": draw(numbers)} for p in parties},
        "issues": {i: {"name": draw(words), "options": {o: draw(words) for o in options}} for i, options in issues.items()},
        "positions": positions,
    }  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(cases())
def test_printed_and_read_again_it_is_the_same(plain: dict[str, Any]) -> None:
    """load(print(case)) == case, with no problem."""
    case, findings = type_case(plain)
    assert not [f for f in findings if f.severity == "error"]
    loaded = parse_case(print_case(case))
    assert not [p for p in loaded.problems if p.severity == "error"]
    assert loaded.case == case


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_a_damaged_file_gives_problems_never_an_exception(data: st.DataObject) -> None:
    """Cut, doubled, or with any characters put in: a case (perhaps an empty one) and problems come back."""
    at = data.draw(st.integers(0, len(TEXT)))
    to = data.draw(st.integers(at, min(len(TEXT), at + 40)))
    put = data.draw(st.text(max_size=12))
    loaded = parse_case(TEXT[:at] + put + TEXT[to:])
    assert isinstance(loaded.case, Case)
    assert all(problem.message and problem.cure and problem.code for problem in loaded.problems)


@settings(max_examples=100, deadline=None)
@given(st.text(max_size=80))
def test_any_text_is_read(text: str) -> None:
    """What is no case at all is told, too."""
    assert isinstance(parse_case(text).case, Case)


@settings(max_examples=100, deadline=None)
@given(st.recursive(st.text(max_size=6), lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(
    ["parties", "issues", "positions", "options", "prefers", "evidence", "moves", "readings", "set", "terms", "drafts", "a", "if", "of"]),
    inner, max_size=4), max_leaves=20))  # fmt: skip
def test_any_shape_is_read(plain: Any) -> None:
    """Lists for mappings, mappings for words: problems, and a case without what is wrong."""
    case, _ = type_case(
        {"parties": plain, "issues": plain, "positions": plain, "moves": plain, "readings": plain, "process": plain}
    )
    assert isinstance(case, Case)
