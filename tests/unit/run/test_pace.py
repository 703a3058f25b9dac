"""Pace from a case on disk to its page: what is said of time, what follows, and one plain line for what cannot be."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.unit.run.test_whatif import write_case

from zopa import cli
from zopa.run.pace import PaceSettings, pace, pace_page
from zopa.run.talks import open_talks

if TYPE_CHECKING:
    from pathlib import Path

TEXT = """
title: Two sides
as-of: 2025-12-01
analyst: test
parties:
  north: {name: North, no-deal: 0.2, patience: very patient}
  south: {name: South, no-deal: 0.2, deadline: 2026-03-01}
issues: {land: {options: [a, b, c, d, e, f]}}
positions:
  north: {land: {prefers: a > b > c > d > e > f, salience: 50}}
  south: {land: {prefers: f > e > d > c > b > a, salience: 50}}
process:
  time: [{says: Someone, helps: north, hurts: south, what: winter comes, disputed-by: south}]
  gates: [{before: a truce, after: talks, says: south, holder: north}]
readings:
  shut: {title: North needs no deal, set: {parties.north.no-deal: 0.9}}
"""


def call(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.main, ["pace", *words])
    return result.exit_code, result.stdout, result.stderr


def test_the_patient_side_gets_more(tmp_path: Path) -> None:
    """North is filed as very patient and gets more than half; were it very impatient, South would."""
    base, shut = pace(open_talks(write_case(tmp_path, TEXT))).readings
    assert base.usual.outcome is not None
    assert base.usual.outcome.utility["north"] > base.usual.outcome.utility["south"]
    hasty = next(t.found for t in base.tried if (t.party, t.word) == ("north", "very impatient"))
    assert hasty.outcome is not None
    assert hasty.outcome.utility["south"] > hasty.outcome.utility["north"]
    assert (shut.usual.outcome, shut.tried) == (None, ())


def test_deadline_and_drift(tmp_path: Path) -> None:
    """Three months to South's deadline; whoever proposes first gets no less than by answering; a drift closes the zone."""
    talks = open_talks(write_case(tmp_path, TEXT))
    made = pace(talks, ("base",), PaceSettings(drift={"south": "0.1"}))
    assert made.months == 3
    (base,) = made.readings
    assert base.last is not None
    first = {party: outcome.utility["north"] for party, (outcome, _) in base.last.items() if outcome}
    assert first["north"] >= first["south"]
    assert base.closes == 7  # 0.2 and 0.2 + 0.7 leave more than the whole scale


def test_page_in_words(tmp_path: Path) -> None:
    """The claim with who disputes it, the gate with its holder, what is not filed; no decimals before the annex."""
    talks = open_talks(write_case(tmp_path, TEXT))
    page = pace_page(talks, pace(talks))
    front = [s for s in page.first_page.sections if not s.key.startswith("annex")]
    text = " ".join(piece.text for s in front for line in s.lines for piece in line.pieces)
    for words in (
        "Someone",
        "helps North and hurts South",
        "disputed by South",
        "North holds it",
        "patience of South",
        "no deal is possible",
    ):
        assert words in text
    assert not re.search(r"\d\.\d", text)


def test_empty_model_moves_nothing(tmp_path: Path) -> None:
    """Where no wishes are filed the page says so, and not that patience changes nothing."""
    talks = open_talks(write_case(tmp_path, "title: t\nparties: {a: {}, b: {}}\nissues: {i: {options: [x, y]}}\n"))
    text = " ".join(
        piece.text
        for s in pace_page(talks, pace(talks)).first_page.sections
        for line in s.lines
        for piece in line.pieces
    )
    assert "nobody's values are filed yet" in text
    assert "would be the same" not in text


def front(folder: Path, text: str, settings: PaceSettings | None = None) -> str:
    """The page before its annex, as one text."""
    talks = open_talks(write_case(folder, text))
    sections = pace_page(talks, pace(talks, settings=settings)).first_page.sections
    return " ".join(
        "".join(p.text for p in line.pieces) for s in sections if not s.key.startswith("annex") for line in s.lines
    )


def test_costly_talks_weaken(tmp_path: Path) -> None:
    """What each month of talks costs South moves the package towards North, and is told in words."""
    costly = TEXT.replace("{name: South,", '{name: South, patience: "patient, costs 0.05",')
    plain = TEXT.replace("{name: South,", "{name: South, patience: patient,")
    one, other = (pace(open_talks(write_case(tmp_path, text))).readings[0].usual.outcome for text in (costly, plain))
    assert one is not None
    assert other is not None
    assert one.utility["north"] > other.utility["north"]
    told = front(tmp_path, costly)
    assert (
        "South: a month without the agreed package costs it some hundredths of what it gains by it; each month of talks"
        in told
    )
    assert not re.search(r"\d\.\d", told)
    row = json.loads(call(str(write_case(tmp_path, costly)), "--json")[1])["patience"]
    assert {r["party"]: r["cost"] for r in row if r["reading"] == "base"} == {"north": None, "south": 0.05}


def test_who_must_agree_and_is_silent_is_told_before_what_follows(tmp_path: Path) -> None:
    """A package among the others says nothing of it."""
    silent = TEXT.replace("parties:\n", "parties:\n  isle: {name: Isle}\n")
    told = front(tmp_path, silent)
    assert "Isle must agree, and nothing is filed of what it would take" in told
    assert "nothing is filed of what it would take" not in front(tmp_path, TEXT)


def test_what_makes_no_difference_is_one_line(tmp_path: Path) -> None:
    """Where no patience moves the package that is said once, and so is a deadline that leaves no choice of who begins."""
    text = TEXT.replace("options: [a, b, c, d, e, f]", "options: [a]").replace(
        "prefers: a > b > c > d > e > f", "prefers: a"
    )
    told = front(tmp_path, text.replace("prefers: f > e > d > c > b > a", "prefers: a"))
    assert told.count("the agreed package would be the same") == 2  # under each reading
    assert told.count("were any one of them very patient or very impatient") == 2
    assert "for 3 months, whoever is first, they would agree at once on the same package" in told


def test_json(tmp_path: Path) -> None:
    """The members of the design."""
    code, out, _ = call(str(write_case(tmp_path, TEXT)), "--json")
    document = json.loads(out)
    assert (code, document["kind"]) == (0, "pace")
    assert document["claims"][0]["helps"] == "north"
    assert document["open_gates"][0]["holder"] == "North"
    assert {row["party"] for row in document["patience"]} == {"north", "south"}
    cost = {row["party"]: row["cost"] for row in document["month_costs"] if row["reading"] == "base"}
    assert cost["north"] < cost["south"]
    assert any(row["what"] == "patience" for row in document["assumptions"])


@pytest.mark.parametrize(
    ("text", "words", "code", "told"),
    [
        (TEXT.replace("2026-03-01", "2025-03-01"), (), 1, "2025-03-01"),
        (TEXT.replace("very patient", "1.5"), (), 1, "above 0 up to 1"),
        (TEXT, ("--patience", "north=2"), 2, "above 0 up to 1"),
        (TEXT, ("--patience", "west=patient"), 2, "west"),
        (TEXT, ("--patience", "north=costs 2"), 2, "costs 0.02"),
        (TEXT, ("--patience", "north=costs 0.1, costs 0.1"), 2, "costs 0.02"),
        (TEXT, ("--patience", "north=1, costs 0.1"), 2, "below 1 beside a cost"),
        (TEXT, ("--patience", "north"), 2, "PARTY=VALUE"),
        (TEXT, ("--drift", "north=much"), 2, "much"),
        (TEXT, ("--drift", "north=3"), 2, "from -1 to 1"),
        (TEXT, ("--risk", "1"), 2, "below 1"),
        (TEXT.replace("helps: north", "helps: nobody"), (), 1, "nobody"),
        ("title: empty\n", (), 1, "confirmed party"),
    ],
)
def test_bad_input_is_one_plain_line(tmp_path: Path, text: str, words: tuple[str, ...], code: int, told: str) -> None:
    """What was expected and what was got; never a traceback."""
    got, _, err = call(str(write_case(tmp_path, text)), *words)
    assert got == code
    assert told in " ".join(err.split())
    assert "Traceback" not in err
