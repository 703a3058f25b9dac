"""The quick reader of case files gives what the full reader gives, with the same lines, or leaves the text to it."""

from __future__ import annotations

from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.case.cases import TEXT

from zopa.case.plain import to_plain
from zopa.case.yaml_plain import read_plain
from zopa.case.yaml_text import YamlError, load_yaml

SIGNS = [
    "a", "b", "c d", "x-y", "é", ": ", ":", "- ", "-", ", ", ",", "{", "}", "[", "]", '"', "'", "''", "\\", "#", " #", "# ", "|\n", ">\n",
    ">-\n", "|-\n", "\n", "\n\n", "\n  ", "\n    ", "\n- ", "\n  - ", " ", "  ", "&", "*", "!", "?", "? ", "%", "@", "~", "\t", "---\n",
    "k: ", "k:\n  ", "- k: ", '"q": ', "{x: y}", "[p, q]",
]  # fmt: skip
LINES = TEXT.splitlines(keepends=True)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """Some lines of a case file with a few signs thrown in."""
    start = draw(st.integers(0, len(LINES) - 1))
    text = "".join(LINES[start : start + draw(st.integers(1, 9))])
    for _ in range(draw(st.integers(0, 3))):
        place = draw(st.integers(0, len(text)))
        text = text[:place] + draw(st.sampled_from(SIGNS)) + text[place + draw(st.integers(0, 2)) :]
    return text


def assert_same(text: str) -> bool:
    """Whether the quick reader read the text; it read then what the full one reads."""
    quick = read_plain(text)
    if quick is None:
        return False
    try:
        full = load_yaml(text)
    except YamlError as error:
        raise AssertionError(f"read what is no YAML: {error}") from error
    assert to_plain(quick) == to_plain(full)
    assert_same_lines(quick, full)
    return True


def assert_same_lines(quick: Any, full: Any) -> None:
    if not isinstance(quick, (dict, list)):
        return
    assert quick.lc.line == full.lc.line  # type: ignore[union-attr]
    assert quick.lc.data == {key: places[:1] for key, places in (full.lc.data or {}).items()}  # type: ignore[union-attr]
    for key in quick if isinstance(quick, dict) else range(len(quick)):
        assert_same_lines(quick[key], full[key])


@given(spoiled())
@settings(max_examples=400, deadline=None)
def test_spoiled_case_files(text: str) -> None:
    assert_same(text)


@given(st.lists(st.sampled_from(SIGNS), min_size=1, max_size=14).map("".join))
@settings(max_examples=600, deadline=None)
def test_any_signs(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize(
    "text",
    [
        TEXT,
        "a: {b: c,\n    d: [e, 'it''s', \"f\\\"g\"]}  # h\n\n# i\nj:\n- k\n- l: m\n  n:\n    o\n    p\n",
        'a: >-\n  b\n  c\n\n  d\ne: |\n  f\n   g\nh: i j\n  k\nl: {m: , n}\no:\np: "q\n  r"\n',
        "{a: b}\n",
        'a: "\\u00e9"\n? f\n: g\nh: |2\n   i\n',
        "a: http://b/c#d\ne: -1\nf: [x:y, -z]\n\"g h\": 'i'\n",
    ],
)
def test_plain_yaml_is_read_quickly(text: str) -> None:
    """What people write in case files is not left to the full reader."""
    if not hasattr(yaml, "CSafeLoader"):
        pytest.skip("PyYAML was built without libyaml: every case file goes to the full reader")
    assert assert_same(text)


@pytest.mark.parametrize(
    "text",
    ["", "# a\n", "a", "- a\n", "a: 1\na: 2\n", "a: b: c\n", "a: &b c\n", "a: !d e\n", "a:\tb\n", "a: b\n---\nc: d\n", "a: [b, c\n",
     "a: 'b\n", "a: &b c\nd: *b\n", "? [c, d]\n: e\n", "a: b\r\nc: d\r\n", "a: b\n c: d\n"],
)  # fmt: skip
def test_anything_else_is_left_to_the_full_reader(text: str) -> None:
    assert read_plain(text) is None
