"""Numbered texts: points found, aligned across renumbering, merging and splitting, and what changed in each."""

from __future__ import annotations

import pytest

from zopa.plans import build_redline, find_brackets, find_changes, find_runs, parse_points

A = """# Draft of the ferry treaty
1. The sovereignty of Alba is affirmed.
2. Alba's forces shall not exceed 600,000 soldiers.
3. Full amnesty is given to all for acts of war.
4. Elections take place within 100 days.
5. Frozen funds of Boria go to reconstruction led by the mediator, who takes half of the profit; sanctions are lifted in stages.
6. Prisoners are exchanged all for all, and remains are returned.
7. A council supervises the agreement; breaches are punished by sanctions.
"""
B = """1. The sovereignty of Alba is affirmed.
2. Alba's forces may not exceed 800,000 soldiers in peacetime.
3. Prisoners are exchanged all for all, and remains are returned.
4. Elections take place [within 100 days] (BO) as soon as possible.
5. Frozen funds of Boria stay frozen until damage is paid and go to reconstruction.
6. Sanctions are lifted in stages.
7. A council supervises the agreement; breaches are punished by sanctions.
8. A ferry line is opened between the two capitals.
"""


def rows(a: str, b: str, **by_hand: list[str]) -> list[tuple[str, list[str], list[str]]]:
    """(status, numbers in the first, numbers in the second)."""
    hand = {key.removeprefix("n"): value for key, value in by_hand.items()}
    redline = build_redline(parse_points(a), parse_points(b), hand or None)
    return [(p.status, [x.number for x in p.a], [x.number for x in p.b]) for p in redline.points]


def test_points_are_found_however_they_are_numbered() -> None:
    """`1.`, `1)`, `Point 1:`, `**1.**`, `## 1.`, `(1)`; a year at the start of a line is no number."""
    for form in ("{}. ", "{}) ", "Point {}: ", "**{}.** ", "## {}. ", "({}) ", "Article {}. "):
        text = "Preamble\n\n" + "\n".join(f"{form.format(n)}Text of point {n}.\n2025 was a year." for n in (1, 2, 3))
        points = parse_points(text)
        assert [p.number for p in points] == ["1", "2", "3"], form
        assert points[1].text.startswith("Text of point 2")
        assert all(text[p.start : p.end] == p.text for p in points)


def test_numbers_may_be_missing_and_nested() -> None:
    """A version that keeps the numbers of what was cut; sub-points and letters have whole paths."""
    points = parse_points("1. a\n a) inner\n3. b\n3.1. c\n3.2. d\n7. e\n")
    assert [p.number for p in points] == ["1", "1.a", "3", "3.1", "3.2", "7"]
    assert points[1].text == "inner"
    assert parse_points("No numbers here.") == ()


def test_every_status_once() -> None:
    """Dropped, added, split, changed, moved, same; each point in one row."""
    found = rows(A, B)
    assert ("same", ["1"], ["1"]) in found
    assert ("changed", ["2"], ["2"]) in found
    assert ("dropped", ["3"], []) in found
    assert ("changed", ["4"], ["4"]) in found
    assert ("split", ["5"], ["5", "6"]) in found
    assert ("moved", ["6"], ["3"]) in found
    assert ("same", ["7"], ["7"]) in found
    assert ("added", [], ["8"]) in found
    assert sorted(n for _, a, _ in found for n in a) == list("1234567")
    assert sorted(n for _, _, b in found for n in b) == list("12345678")


def test_the_other_way_round_splits_are_merges() -> None:
    """Merged from two, and what was added is dropped."""
    found = rows(B, A)
    assert ("merged", ["5", "6"], ["5"]) in found
    assert ("added", [], ["3"]) in found
    assert ("dropped", ["8"], []) in found


def test_a_new_number_alone_is_the_same() -> None:
    """Two points cut, the rest numbered on: same, and in order."""
    lines = [line.split(". ", 1)[1] for line in A.splitlines()[1:]]
    kept = [line for n, line in enumerate(lines, 1) if n not in {2, 4}]
    found = rows(A, "\n".join(f"{n}. {line}" for n, line in enumerate(kept, 1)))
    assert [status for status, _, _ in found].count("same") == 5
    assert [(s, a) for s, a, _ in found if s == "dropped"] == [("dropped", ["2"]), ("dropped", ["4"])]


def test_a_text_and_its_copy_differ_in_nothing() -> None:
    """All the same, no change, whatever signs and spaces are used."""
    assert {s for s, _, _ in rows(A, A.replace("'", "’").replace(" ", "  "))} == {"same"}
    assert rows("", "") == []


def test_a_person_decides_the_pairs() -> None:
    """What is set by hand stands, even against all likeness."""
    found = rows(A, B, n3=["8"], n2=[])
    assert ("changed", ["3"], ["8"]) in found
    assert ("dropped", ["2"], []) in found
    assert ("added", [], ["2"]) in found


@pytest.mark.parametrize(
    ("before", "after", "expected"),
    [
        ("at most 600,000 soldiers", "at most 800,000 soldiers", ("figure", "600,000", "800,000")),
        ("Each party shall withdraw", "Each party may withdraw", ("modal", "shall", "may")),
        ("The town is open", "The town is not open", ("negation", "", "not open")),
        ("They meet", "They meet unless it rains", ("condition", "", "unless it rains")),
        ("They meet on 4 May 2025", "They meet on 9 May 2025", ("date", "4 May 2025", "9 May 2025")),
        ("They agree on the text", "They agree on [Boria: the text]", ("bracket", "", "the text")),
        ("They cross the river", "They cross the lake", ("wording", "river", "lake")),
    ],
)
def test_what_changed(before: str, after: str, expected: tuple[str, str, str]) -> None:
    """Figures, binding force, denials, conditions, dates, brackets with their holder; else the wording."""
    change = find_changes(before, after)[0]
    assert (change.kind, change.before, change.after) == expected
    if change.kind == "bracket":
        assert change.holder == "Boria"
    if change.kind == "modal":
        assert change.stronger is False


def test_runs_give_both_texts_back() -> None:
    """Same and deleted together are the first text, same and inserted the second."""
    a, b = "The parties shall meet in May.", "Both parties will meet in early June."
    runs = find_runs(a, b)
    assert "".join(r.text for r in runs if r.kind != "inserted") == a
    assert "".join(r.text for r in runs if r.kind != "deleted") == b


def test_brackets_are_no_links() -> None:
    """A markdown link is no bracket."""
    assert find_brackets("see [here](x.html) and [open] (A)") == (find_brackets("[open] (A)")[0],)
