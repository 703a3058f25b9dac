"""Redlines: no word is lost, whatever a text looks like; runs give both texts back; a text and itself are the same."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from zopa.plans import build_history, compare_plans, find_runs, parse_plan

WORD = re.compile(r"[^\W_]+")
MARKERS = (
    "", "", "", "1. ", "2. ", "3. ", "4 ", "(1) ", "(a) ", "(b) ", "(i) ", "(ii) ", "a) ", "A. ", "I. ", "II. ",
    "1.1 ", "1.2. ", "2.1 ", "- ", "• ",
    "Article 1\n", "Article 2\n", "Article 3. ", "ARTICLE IV\n", "## Article 5 ", "PART I\n", "PART II\n",
    "Chapter 1\n", "Section 1. ", "Section 2\n",
    "Rule 1. ", "Annex I\n", "ANNEX\n", "Option 1: ", "Option 2: ", "# ", "## ", "**Trade**\n", "IN WITNESS WHEREOF ",
    "Done at ", "[1. ", "[(a) ",
    "[^1]: ", "| a | ", "x\ty\t", "第三条 ", "一、", "1bis. ", "12\n", "Article 7 of the ", "Recalling ", "---\n",
    "1. (a) (i) ", "Table of contents\n", "§ 4 ",
)  # fmt: skip
WORDS = st.sampled_from(
    ["the", "Parties", "shall", "not", "pay", "5 %", "five percent", "[", "]", "Article 2", "paragraph 1", "within",
    "gate", "toll.", "end;", "und", "港口", "_x_"]
)  # fmt: skip
LINES = st.tuples(
    st.sampled_from(["", "", "  ", "\t", "        "]),
    st.sampled_from(MARKERS),
    st.lists(WORDS, max_size=8).map(" ".join),
    st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\n\n\n", "\f"]),
)
TEXTS = st.lists(LINES, max_size=25).map(lambda lines: "".join("".join(line) for line in lines))


def owned(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Place of each word inside some spans."""
    return [(start + m.start(), start + m.end()) for start, end in spans for m in WORD.finditer(text[start:end])]


@given(TEXTS)
@settings(max_examples=400, deadline=None)
def test_every_word_is_in_exactly_one_part(text: str) -> None:
    """Points, headings, preamble, annexes and closing lines hold all words, each once and whole."""
    plan = parse_plan(text)
    spans = [span for part in (*plan.points, *plan.parts) for span in part.spans]
    assert sorted(owned(text, spans)) == [(m.start(), m.end()) for m in WORD.finditer(text)]
    assert plan.words == plan.placed


@given(TEXTS, st.data())
@settings(max_examples=150, deadline=None)
def test_what_is_left_out_is_told_and_nothing_else_is(text: str, data: st.DataObject) -> None:
    """With a page's header in the middle: its words are unplaced, all others are in one part."""
    lines = [m.span() for m in re.finditer(r"[^\r\n\f]+", text)]
    chosen = data.draw(st.lists(st.sampled_from(lines), unique=True, max_size=3)) if lines else []
    plan = parse_plan(text, [(start, end, "page header or footer") for start, end in chosen])
    spans = [span for part in (*plan.points, *plan.parts) for span in part.spans]
    spans += [(start, end) for start, end, _ in plan.unplaced]
    assert sorted(owned(text, spans)) == [(m.start(), m.end()) for m in WORD.finditer(text)]
    assert plan.words - plan.placed == sum(len(WORD.findall(text[s:e])) for s, e, _ in plan.unplaced)


@given(TEXTS, TEXTS)
@settings(max_examples=150, deadline=None)
def test_every_point_of_both_texts_is_in_one_row(a: str, b: str) -> None:
    """No point and no part is lost or told twice by the comparison."""
    left, right = parse_plan(a), parse_plan(b)
    made = compare_plans(left, right)
    rows = [row for row in (*made.points, *made.parts) if not row.whole]
    for plan, side in ((left, "a"), (right, "b")):
        told = sorted((p.part, p.start, p.number) for row in rows for p in getattr(row, side))
        assert told == sorted((p.part, p.start, p.number) for p in (*plan.points, *plan.parts))


@given(TEXTS)
@settings(max_examples=100, deadline=None)
def test_a_text_and_itself_are_the_same(text: str) -> None:
    """Every row is same and tells no change."""
    plan = parse_plan(text)
    made = compare_plans(plan, plan)
    assert {row.status for row in (*made.points, *made.parts)} <= {"same"}
    assert not any(row.changes for row in made.points)


@given(st.lists(WORDS, max_size=40).map(" ".join), st.lists(WORDS, max_size=40).map(" ".join))
def test_runs_give_both_texts_back(a: str, b: str) -> None:
    """Same and deleted are the first text, same and inserted the second."""
    runs = find_runs(a, b)
    assert "".join(r.text for r in runs if r.kind != "inserted").split() == a.split()
    assert "".join(r.text for r in runs if r.kind != "deleted").split() == b.split()


@given(TEXTS, TEXTS, TEXTS)
@settings(max_examples=60, deadline=None)
def test_words_of_the_last_version_have_an_age_each(a: str, b: str, c: str) -> None:
    """Blame covers the last version's points word for word."""
    plans = [parse_plan(text) for text in (a, b, c)]
    made = build_history(plans)
    for point, blame in zip(plans[-1].points, made.blame, strict=True):
        assert "".join(text for _, text in blame.runs).split() == point.text.split()
        assert all(0 <= version <= 2 for version, _ in blame.runs)
