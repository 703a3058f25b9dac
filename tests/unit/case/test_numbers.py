"""From words to numbers, exactly as the design says, and into a frame."""

from __future__ import annotations

from fractions import Fraction as Exact

import pytest
from tests.unit.case.cases import TEXT, case, changed

from zopa.case import build_ledger, case_as_of, reading_ids
from zopa.case.numbers import option_values, party_numbers
from zopa.case.to_frame import to_frame


def values(text: str) -> dict[str, Exact]:
    """The values of Alba's options on the bridge."""
    position = case(changed("prefers: alba > joint > boria", text)).positions["alba"]["bridge"]
    return {option: low for option, (low, _) in (option_values(position, ("alba", "joint", "boria")) or {}).items()}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("prefers: alba > joint > boria", (1, Exact(1, 2), 0)),
        ("prefers: alba = joint > boria", (1, 1, 0)),
        ("prefers: alba = joint = boria", (1, 1, 1)),
        ("prefers: joint\n      others: worst", (0, 1, 0)),
        ("values: {alba: 1, joint: 0.3, boria: 0.1}", (1, Exact(3, 10), Exact(1, 10))),
        ("values: {joint: 0.5}\n      others: worst", (0, Exact(1, 2), 0)),
    ],
)
def test_ranks_are_spaced_equally(text: str, expected: tuple[Exact, ...]) -> None:
    """From 1 to 0; ties share a value; all tied: 1; those left out are worst."""
    assert tuple(values(text).values()) == expected


def test_no_deal_in_words_lies_on_the_own_scale() -> None:
    """As good as a draft is its utility; better the range to 1; worse from 0; brackets count as their midpoint."""
    utility = (Exact(75) * Exact(1, 2) + Exact(30) * Exact(2, 10)) / 105  # toll: none 0 or low .4, so .2 in the middle
    ranges = {"as good as": (utility, utility), "better than": (utility, Exact(1)), "worse than": (Exact(0), utility)}
    for words, expected in ranges.items():
        read = case(changed("no-deal: better than first", f"no-deal: {words} first"))
        assert party_numbers(read, "alba").no_deal == expected


def test_the_frame_is_exact() -> None:
    """Utilities are salience times value over the sum of saliences, as integers; no position weighs nothing."""
    frame = to_frame(case())
    assert frame.parties == ("alba", "boria", "cordia")
    assert frame.veto == (True, True, False)
    alba, boria = frame.points[0][:, 0], frame.points[0][:, 1]
    assert [Exact(int(v), frame.scale[0]) for v in alba] == [Exact(75, 105), Exact(75, 210), 0]
    assert [Exact(int(v), frame.scale[1]) for v in boria] == [0, Exact(1, 2), 1]
    assert not frame.points[1][:, 1].any()
    assert frame.utility(frame.total((0, 2)))[0] == 1.0
    least = frame.no_deal[1]
    assert least is not None
    assert Exact(least, frame.scale[1]) == Exact(1, 4)
    assert [(r.party, r.issue, r.options) for r in frame.red_lines] == [(0, 0, (2,))]
    assert frame.conditions[0].holds((1, 1))
    assert not frame.conditions[0].holds((1, 2))
    assert {(u.kind, u.party, u.issue) for u in frame.unknown} == {("position", 1, 1)}


def test_conditions_of_each_kind() -> None:
    """if/then, forbid, require and at-most mean what they say."""
    text = TEXT.replace(
        "  - {if: {bridge: joint}, then: {toll: [none, low]}, why: Boria ties the two}",
        "  - {forbid: {bridge: alba, toll: high}}\n  - {require: {toll: [low, high]}}\n"
        "  - {at-most: {count: 1, of: [{bridge: joint}, {toll: high}]}}",
    )
    frame = to_frame(case(text))
    forbid, require, most = frame.conditions
    assert [forbid.holds(d) for d in ((0, 2), (0, 1), (1, 2))] == [False, True, True]
    assert [require.holds(d) for d in ((0, 0), (0, 1))] == [False, True]
    assert [most.holds(d) for d in ((1, 2), (1, 1), (0, 2))] == [False, True, True]


def test_a_reading_sets_its_values_only() -> None:
    """base first; the reading's no-deal value; everything else as written."""
    read = case()
    assert reading_ids(read) == ("base", "patient")
    base, patient = to_frame(read), to_frame(read, "patient")
    assert base.no_deal[1] == patient.no_deal[1]
    least = patient.no_deal[0]
    assert least is not None
    assert Exact(least, patient.scale[0]) >= Exact(9, 10)
    with pytest.raises(KeyError):
        to_frame(read, "hasty")


def test_what_is_proposed_reaches_no_solver() -> None:
    """A proposed position weighs nothing and draws no red line; a proposed issue is not there."""
    frame = to_frame(case(changed("red-line: not boria", "red-line: not boria\n      status: proposed")))
    assert frame.red_lines == ()
    assert not frame.points[0][:, 0].any()
    text = changed("    name: Toll", "    name: Toll\n    status: proposed")
    frame = to_frame(case(text.replace("{if: {bridge: joint}, then", "{status: proposed, if: {bridge: joint}, then")))
    assert frame.issues == ("bridge",)


def test_the_ledger_names_everything_that_is_filled() -> None:
    """Evidence, judgement with its analyst and date, default, unknown."""
    ledger = build_ledger(case(), lambda *_: True)
    told = {(a.party, a.issue, a.what): (a.basis, a.by, a.on) for a in ledger}
    assert told["alba", "bridge", "red line"] == ("evidence", "desk-1", "2025-12-04")
    assert told["alba", "bridge", "salience"] == ("judgement", "desk-1", "2025-12-04")
    assert told["boria", "toll", "position"] == ("unknown", "", "")
    assert told["alba", "", "no-deal value"][0] == "judgement"
    assert ("cordia", "", "no-deal value") not in told
    lacking = build_ledger(case(changed(", salience: 20..40", "")), lambda *_: False)
    assert next(a for a in lacking if (a.party, a.issue, a.what) == ("alba", "toll", "salience")).basis == "default"


def test_as_of_leaves_out_what_came_later() -> None:
    """A position whose evidence is later is unknown; a judgement without evidence stays; drafts and meetings have their day."""
    early = case_as_of(case(), "2025-12-01")
    assert list(early.sources) == ["herald"]
    assert early.position("alba", "bridge") is None
    assert early.position("boria", "bridge") is not None
    assert early.process.meetings == ()
    assert list(early.drafts) == ["first"]
    assert case_as_of(case(), "2025-11-01").drafts == {}
    assert case_as_of(case(), "2025-11-01").parties["alba"].no_deal is None
    late = case_as_of(case(), "2026-01-01")
    assert late.positions == case().positions
