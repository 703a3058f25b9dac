"""What a case leaves vague, which inputs move together, and which evidence tells readings apart."""

from __future__ import annotations

from zopa.case import Case, parse_case
from zopa.case.diagnosticity import build_diagnosticity
from zopa.case.vague import to_vague
from zopa.sources import Passage

TEXT = """
title: Shared words
analyst: test
sources: {s: {file: s.txt}}
parties: {a: {no-deal: as good as plan}, b: {}, c: {role: mediator}}
issues:
  one: {options: [x, y, z], scale: {x: 0, y: 50, z: 100}}
  two: {options: [p, q]}
  three: {options: [m, n]}
positions:
  a:
    one:
      {prefers: x > y > z, red-line: not z, salience: high,
       evidence: [{source: s, quote: all of it matters, for: salience}, {source: s, quote: never}]}
    two:
      {prefers: p > q, red-line: not q, salience: high,
       evidence: [{source: s, quote: all of it matters, for: salience}, {source: s, quote: never}]}
    three: {prefers: m = n, salience: low}
  b:
    one: {red-line: not x}
  c:
    one: {prefers: y > x > z}
drafts: {plan: {terms: {one: y, two: p, three: m}}, open: {terms: {one: y}}}
readings:
  hard: {title: A waits, set: {parties.a.no-deal: better than open}, evidence: [{source: s, quote: it can wait}]}
  soft: {title: A means less, set: {positions.a.one.prefers: y > x > z}}
"""


def case() -> Case:
    loaded = parse_case(TEXT, "case.yaml")
    assert not [problem for problem in loaded.problems if problem.severity == "error"], loaded.problems
    return loaded.case


def passages() -> dict[tuple[str | int, ...], Passage]:
    """Where the quotes stand: the same words carry two positions of one party."""
    found: dict[tuple[str | int, ...], Passage] = {}
    for issue in ("one", "two"):
        found["positions", "a", issue, "evidence", 0] = Passage("s", 0, 18, "all of it matters.")
        found["positions", "a", issue, "evidence", 1] = Passage("s", 30, 35, "never")
    return found


def test_inputs() -> None:
    """Words, ranks, silences and inferences of those who must agree, each once; nothing of a mediator."""
    vague = to_vague(case(), passages())
    told = {item.id: (item.kind, item.basis) for item in vague.inputs}
    assert told == {
        "parties.a.no-deal": ("no-deal", "word"),
        "parties.b.no-deal": ("no-deal", "unknown"),
        "positions.a.one.red-line": ("red-line", "inferred"),
        "positions.a.two.red-line": ("red-line", "inferred"),
        "positions.a.one.salience": ("salience", "word"),
        "positions.a.two.salience": ("salience", "word"),
        "positions.a.three.salience": ("salience", "word"),
        "positions.a.one.prefers": ("values", "rank"),
        "positions.b.one": ("position", "unknown"),
        "positions.b.two": ("position", "unknown"),
        "positions.b.three": ("position", "unknown"),
        "positions.b.one.red-line": ("red-line", "inferred"),
    }


def test_as_good_as_a_full_draft_is_certain() -> None:
    """The no-deal value then moves with the worth of the draft; it is vague only where a reading makes it so."""
    base = to_vague(case(), passages(), readings=("base",))
    assert "parties.a.no-deal" not in {item.id for item in base.inputs}


def test_one_passage_one_coordinate() -> None:
    """Values that rest on the same words move together; without the passages they do not."""
    shared = {item.id: item.at for item in to_vague(case(), passages()).inputs}
    assert (
        shared["positions.a.one.salience"] == shared["positions.a.two.salience"] != shared["positions.a.three.salience"]
    )
    assert shared["positions.a.one.red-line"] == shared["positions.a.two.red-line"]
    apart = {item.id: item.at for item in to_vague(case(), {}).inputs}
    assert apart["positions.a.one.salience"] != apart["positions.a.two.salience"]


def test_stated_lines_are_certain_and_known_lines_stay() -> None:
    """A stated red line is in every draw; behind a silence with a known line no other is drawn."""
    (_, base), *_ = to_vague(case(), passages(), stated=lambda party, issue: (party, issue) == ("a", "one")).readings
    assert [base.frame.red_lines[line.line].id for line in base.doubtful] == ["a.two", "b.one"]
    assert {(base.frame.parties[h.party], base.frame.issues[h.issue]) for h in base.hidden} == {
        ("b", "two"),
        ("b", "three"),
    }


def test_red_lines_behind_silence_are_as_common_as_in_words() -> None:
    """Counted apart where another party has drawn one, with one added to either side."""
    (_, base), *_ = to_vague(case(), passages()).readings
    share = {base.frame.issues[h.issue]: h.share for h in base.hidden}
    # Of a's three words, one stands where b has drawn a line (one), two where none has (one of them a line).
    assert share["two"] == (1 + 1) / (1 + 2)
    assert share["three"] == (1 + 1) / (2 + 2)


def test_diagnosticity() -> None:
    """A quote is for the reading that cites it, set aside by one that changes what rests on it; what fits all is left out."""
    found = {row.item.quote: dict(row.bearing) for row in build_diagnosticity(case())}
    assert found == {
        "never": {"base": "either way", "hard": "either way", "soft": "set aside"},
        "it can wait": {"base": "either way", "hard": "for", "soft": "either way"},
    }
    assert build_diagnosticity(case().model_copy(update={"readings": {}})) == ()
