"""Sliders move the answer, and tell of a draft what the table of drafts tells."""

from __future__ import annotations

import pytest

from zopa.case import parse_case
from zopa.case.readings import set_values
from zopa.errors import UsageError
from zopa.run import levers as sliders
from zopa.run.deals import deals
from zopa.run.levers import levers, move
from zopa.run.talks import open_talks

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
