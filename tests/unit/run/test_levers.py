"""Sliders move the answer, and tell of a draft what the table of drafts tells."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest

from zopa.case import parse_case
from zopa.case.readings import set_values
from zopa.case.vague import to_vague
from zopa.errors import UsageError
from zopa.run import levers as sliders
from zopa.run.deals import deals
from zopa.run.levers import DRAWS, draw, levers, move
from zopa.run.talks import open_talks
from zopa.run.whatif import whatif
from zopa.solve.whatif import EnsembleSettings, Question, hold_inputs, tally
from zopa.solve.whatif.draw import draw_batch, draw_coordinates

DAM = """\
title: Dam talks
as-of: 2031-05-02
analyst: desk-4
parties:
  north: {name: North, no-deal: 0.2}
  south: {name: South, no-deal: 0.2}
issues:
  height: {name: Height, options: {low: low, high: high}}
  fee: {name: Fee, options: {none: none, full: full}}
  fish: {name: Fish ladder, options: {yes: built, no: not built}}
positions:
  north:
    height: {prefers: high > low, salience: 60}
    fee: {prefers: none > full, salience: 40}
    fish: {prefers: no > yes, red-line: only no, salience: 10}
  south:
    height: {prefers: low > high, salience: 60}
    fee: {prefers: full > none, salience: 40}
drafts:
  short: {name: Short draft, terms: {height: low}}
  built: {name: Draft with the ladder, terms: {height: low, fish: yes}}
readings:
  patient: {title: North can wait, set: {parties.north.no-deal: 0.7}}
"""


@pytest.fixture
def talks(tmp_path):
    (tmp_path / "case.yaml").write_text(DAM, encoding="utf-8")
    return open_talks(tmp_path)


@pytest.mark.parametrize("reading", ["base", "patient"])
def test_a_no_deal_value_moves_the_answer(talks, reading):
    """A party that would have all it wants without a deal leaves none; one that asks for nothing does."""
    assert move(talks, {}, reading).exists is (reading == "base")
    assert move(talks, {"parties.north.no-deal": 90}, reading).exists is False
    assert move(talks, {"parties.north.no-deal": -1}, reading).exists is True


def test_a_salience_moves_the_answer(talks):
    """Both ask for half: with opposite weights they trade; where both care for the height alone, one loses."""
    half = {"parties.north.no-deal": 50, "parties.south.no-deal": 40}
    assert move(talks, half).exists is True
    assert (
        move(talks, half | {"positions.south.height.salience": 100, "positions.south.fee.salience": 0}).exists is False
    )
    before, after = (move(talks, {"positions.north.fee.salience": n}).best for n in (0, 100))
    assert before != after


@pytest.mark.parametrize("reading", ["base", "patient"])
def test_the_draws_of_a_slider_are_those_of_what_if(talks, reading):
    """With nothing moved the same draws give the same answers to each question."""
    made = whatif(talks, EnsembleSettings(DRAWS))
    answers = next(under.answers for under in made.ensemble.readings if under.reading == reading)
    told = draw(talks, {}, reading)
    assert told.deal == tally(answers[Question("deal")])
    assert dict(told.drafts)["Short draft"] == tally(answers[Question("draft", draft="short")])


def test_a_held_value_moves_the_draws(talks):
    """The more a party has without a deal the fewer draws have one; a reading keeps its own value."""
    counts = [draw(talks, {"parties.north.no-deal": n}).deal.yes for n in (100, 60, 20, -1)]
    assert counts == sorted(counts)
    assert 0 < counts[0] < counts[-1]
    assert draw(talks, {}, "patient").deal.yes < draw(talks, {"parties.north.no-deal": 20}, "patient").deal.yes


def test_what_is_not_held_is_drawn_as_before(talks):
    """Only the numbers of what is held differ, draw by draw; it is no longer among what is vague."""
    vague = to_vague(talks.case, {}, stated=talks.stated)
    whole = vague.readings[0][1]
    at = draw_coordinates(32, vague.coordinates, 0)
    north = whole.frame.parties.index("north")
    held = hold_inputs(whole, whole.frame, {(north, None): Fraction(3, 4), (north, 0): Fraction(90)})
    before, after = draw_batch(whole, at), draw_batch(held, at)
    assert np.array_equal(after.floors[:, north], -(-after.scale[:, north] * 3 // 4))
    others = [p for p in range(len(whole.frame.parties)) if p != north]
    assert np.array_equal(before.floors[:, others], after.floors[:, others])
    for issue, (was, now) in enumerate(zip(before.points, after.points, strict=True)):
        assert np.array_equal(was[:, :, others], now[:, :, others])
        assert np.array_equal(was[:, :, north], now[:, :, north]) is (issue != 0)
    assert not {(i.party, i.issue) for i in held.inputs if i.kind in {"no-deal", "salience"}} & {
        (north, None),
        (north, 0),
    }


def test_no_value_below_the_scale(talks):
    """Only a no-deal value can be taken away; a salience cannot."""
    for go in (move, draw):
        with pytest.raises(UsageError, match="from 0 to 100"):
            go(talks, {"positions.north.fee.salience": -1})


def test_every_lever_moves_something(talks):
    """No path of a lever is refused or dropped."""
    for party in talks.case.parties:
        for lever in levers(talks, party):
            changed, wrong = set_values(talks.case, {lever.path: "0.9" if lever.path.endswith("no-deal") else "9"})
            assert not wrong
            assert changed != talks.case


def test_a_value_that_cannot_be_set_is_told(talks, monkeypatch):
    """A slider that moves nothing does not look as if it did."""
    monkeypatch.setattr(sliders, "_written", lambda path, value: "no number")
    with pytest.raises(UsageError, match=r"parties\.north\.no-deal"):
        move(talks, {"parties.north.no-deal": 90})


def test_sliders_and_the_table_tell_the_same_of_a_draft(talks):
    """Where a draft is silent it crosses nothing; where it says something, it does."""
    told = {d.name: set(d.refused_by) for d in deals(talks, ("base",)).readings[0].result.drafts}
    assert told == {"Short draft": set(), "Draft with the ladder": {"north"}}
    assert dict(move(talks, {}).drafts) == {"Short draft": (), "Draft with the ladder": ("North",)}
    assert dict(move(talks, {"parties.south.no-deal": 100}).drafts)["Short draft"] == ()
    assert dict(move(talks, {"parties.north.no-deal": 60}).drafts)["Short draft"] == ("North",)


@pytest.mark.parametrize(
    ("dotted", "value"),
    [
        ("parties.north.status", "proposed"),
        ("issues.fee.status", "proposed"),
        ("issues.fee.options.half", "half"),
        ("issues.fee.options", "{none: none}"),
        ("parties.east.name", "East"),
        ("drafts.short.status", "proposed"),
        ("drafts.third.name", "Third draft"),
        ("issues.fee", ""),
        ("sources.x.file", "sources/x.md"),
    ],
)
def test_a_reading_neither_adds_nor_takes_away(dotted, value):
    """Told with its line and a cure, and what stands in the case is computed on."""
    text = DAM + f"  odd:\n    title: odd\n    set:\n      {dotted}: {value}\n"
    loaded = parse_case(text)
    wrong = [p for p in loaded.problems if p.severity == "error"]
    assert {p.code for p in wrong} == {"reading-set"}
    assert wrong[0].line == text.count("\n")
    assert wrong[0].cure


def test_a_reading_may_judge(tmp_path):
    """Positions, no-deal values, veto and power may be read otherwise, and everything can still be computed."""
    more = {"parties.north.veto": "no", "parties.south.power": "2", "positions.south.fish.red-line": "only yes",
            "positions.north.fee.status": "proposed"}  # fmt: skip
    lines = "".join(f"      {path}: {value}\n" for path, value in more.items())
    (tmp_path / "case.yaml").write_text(f"{DAM}  odd:\n    title: odd\n    set:\n{lines}", encoding="utf-8")
    talks = open_talks(tmp_path)
    assert not [p for p in talks.problems if p.severity == "error"]
    assert [under.reading for under in deals(talks).readings] == ["base", "patient", "odd"]
