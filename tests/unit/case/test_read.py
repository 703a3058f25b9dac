"""case.yaml in and out: every problem at once with its line, and nothing lost."""

from __future__ import annotations

import json

import pytest
from tests.unit.case.cases import TEXT, case, changed, codes

from zopa.case import parse_case, print_case
from zopa.case.schema import build_schema, print_schema, shipped_schema


def test_the_case_is_read() -> None:
    """Short forms stand for long ones, words are typed, roles decide who must agree."""
    read = case()
    assert read.parties["alba"].people["Anna Orlin"].office == "president"
    assert [p for p, party in read.parties.items() if party.must_agree] == ["alba", "boria"]
    assert list(read.issues["toll"].options) == ["none", "low", "high"]
    assert read.drafts["first"].terms == {"bridge": ("joint",), "toll": ("none", "low")}
    assert read.issues["bridge"].legal[0].option == ("boria",)
    assert str(read.positions["alba"]["toll"].salience) == "20..40"


def test_printed_and_read_again_it_is_the_same() -> None:
    """load(print(case)) == case, and printing twice changes nothing."""
    read = case()
    assert parse_case(print_case(read)).case == read
    assert print_case(case(print_case(read))) == print_case(read)


def test_scalars_are_strings_first() -> None:
    """NO stays Norway, 1.10 keeps its nought, 12:30 is no number, and a date is a date."""
    read = case("parties: {NO: {name: NO, note: 1.10}, on: {name: 12:30}}\nas-of: 2025-12-04\n")
    assert read.parties["NO"].name == "NO"
    assert read.parties["NO"].note == "1.10"
    assert read.parties["on"].name == "12:30"
    assert read.as_of == "2025-12-04"


def test_blank_is_unknown() -> None:
    """A key without a value counts as not written."""
    assert case("parties: {a: }\npositions:\n") == case("parties: {a: {}}\n")
    assert case("parties: {a: {no-deal: , power: ~}}\n").parties["a"].no_deal is None


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("title: Bridge talks", "titel: Bridge talks", "case-key"),
        ("salience: high", "salience: hgh", "case-value"),
        ("class: press", "class: newspaper", "case-value"),
        ("no-deal: 0.25", "no-deal: 1.25", "case-value"),
        ("{file: sources/herald.md, publisher", "{publisher", "case-missing"),
        ("  boria:\n    bridge: {prefers", "  bora:\n    bridge: {prefers", "case-reference"),
        ("red-line: not boria", "red-line: not borea", "case-reference"),
        ("source: courier", "source: currier", "case-reference"),
        ("no-deal: better than first", "no-deal: better than second", "case-reference"),
        ("terms: {bridge: joint,", "terms: {brigde: joint,", "case-reference"),
        ("prefers: boria > joint, others: worst", "prefers: boria > joint", "case-ranking"),
        ("high: 1}", "high: 1.5}", "case-range"),
        ("red-line: not boria", "red-line: not alba or joint or boria", "red-line-everything"),
        ("{if: {bridge: joint}, then", "{if: {bridge: joint}, forbid: {toll: high}, then", "condition-shape"),
        ("parties.alba.no-deal: 0.9", "parties.alba.nodeal: 0.9", "reading-set"),
        ("parties.alba.no-deal: 0.9", "parties.dorea.no-deal: 0.9", "reading-set"),
        ("prefers: alba > joint > boria", "prefers: alba > joint > boria\n      values: {alba: 1, joint: 0, boria: 0}", "case-twice"),
        ("  bridge:\n    name: Who", "  the bridge:\n    name: Who", "case-id"),
        ("evidence:\n        - {source", "evidence:\n        - {sauce: x, source", "case-key"),
        ("parties:\n  alba:\n    name", "parties:\n  alba:\n    role: king\n    name", "case-value"),
    ],
)  # fmt: skip
def test_each_mistake_is_told_at_its_line(old: str, new: str, code: str) -> None:
    """The code, and the line on which the mistake stands."""
    text = changed(old, new)
    found = codes(text)
    assert code in [c for c, _ in found]
    line = next(n for c, n in found if c == code)
    start = text.count("\n", 0, text.index(new)) + 1
    assert line is not None
    assert start <= line <= start + new.count("\n")


def test_all_problems_at_once() -> None:
    """One mistake hides no other, and the rest of the case stands."""
    text = (
        changed("salience: high", "salience: hgh")
        .replace("class: press", "class: x")
        .replace("0.25", "7")
        .replace("mediator", "med")
    )
    loaded = parse_case(text)
    assert len([p for p in loaded.problems if p.severity == "error"]) == 4
    assert str(loaded.case.positions["alba"]["bridge"].prefers) == "alba > joint > boria"
    assert loaded.case.positions["alba"]["bridge"].salience is None


def test_a_near_word_is_offered() -> None:
    """The cure names what was probably meant."""
    problems = parse_case(changed("source: courier", "source: currier")).problems
    assert any("Did you mean courier?" in p.message for p in problems)


@pytest.mark.parametrize(
    ("text", "code", "cure"),
    [
        ("title: [a, b\n", "case-syntax", "half written"),
        ("a:\n\tb: 1\n", "case-syntax", "spaces"),
        ("title: a\ntitle: b\n", "case-syntax", "two keys"),
        ("- a\n- b\n", "case-shape", "init"),
        ("<<<<<<< mine\ntitle: a\n=======\ntitle: b\n>>>>>>> theirs\n", "case-merge", "two versions"),
    ],
)
def test_what_is_no_case_file(text: str, code: str, cure: str) -> None:
    """Half a file, tabs, double keys, a list, an unfinished merge: told with a cure that fits."""
    problems = parse_case(text).problems
    assert problems[0].code == code
    assert cure in problems[0].cure
    assert problems[0].line is not None


def test_an_empty_file_is_an_empty_case() -> None:
    """Nothing is wrong with nothing."""
    assert parse_case("").problems == ()
    assert parse_case("# only a comment\n").problems == ()


def test_the_shipped_schema_is_that_of_the_types() -> None:
    """`python -c` of zopa.case.schema.print_schema gives what ships; it is draft-07 and accepts the example."""
    jsonschema = pytest.importorskip("jsonschema")
    ruamel = pytest.importorskip("ruamel.yaml")
    assert shipped_schema() == print_schema()
    jsonschema.Draft7Validator.check_schema(build_schema())
    plain = json.loads(json.dumps(ruamel.YAML(typ="safe").load(TEXT), default=str))
    assert list(jsonschema.Draft7Validator(build_schema()).iter_errors(plain)) == []
    plain["parties"]["alba"]["noodle"] = 1
    assert list(jsonschema.Draft7Validator(build_schema()).iter_errors(plain))


def test_a_value_that_a_comma_cuts_is_told():
    """Between braces a comma ends a value, and what stands behind it becomes a key without one."""
    text = "issues:\n  x:\n    options:\n      zone: {name: a zone, of open status, note: n}\n      line: the line\n"
    loaded = parse_case(text)
    assert [(p.code, p.line) for p in loaded.problems] == [("case-key", 4)]
    assert "'of open status'" in loaded.problems[0].message
    assert "a comma between braces ends them" in loaded.problems[0].cure


@pytest.mark.parametrize("levels", [6, 8, 30])
def test_aliases_that_unfold_without_end(levels: int) -> None:
    """Ten aliases on each of some levels stand for more than any machine holds: told with line and cure, at once."""
    text = "x0: &x0 [a, b, c, d, e, f, g, h, i, j]\n"
    text += "".join(f"x{n}: &x{n} [{', '.join([f'*x{n - 1}'] * 10)}]\n" for n in range(1, levels))
    problems = parse_case(text).problems
    assert [p.code for p in problems] == ["case-syntax"]
    assert problems[0].line
    assert "aliases" in problems[0].cure


@pytest.mark.parametrize("text", ["parties: &a {b: {name: *a}}\n", "parties: &a\n  b: *a\n", "title: &a [*a]\n"])
def test_an_alias_of_what_it_stands_in(text: str) -> None:
    """Nothing goes round in it for ever."""
    assert parse_case(text).case.title == ""


def test_a_few_aliases_are_read() -> None:
    read = parse_case("parties: {a: &p {name: A}, b: *p}\n").case
    assert [party.name for party in read.parties.values()] == ["A", "A"]
