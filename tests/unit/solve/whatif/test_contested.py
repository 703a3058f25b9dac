"""What other words deny holds in every second draw; in the others it may be anything, as where nobody has told it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np
import pytest
from tests.unit.run.test_whatif import write_case

from zopa.case.vague import to_vague
from zopa.model.vague import VagueInput
from zopa.run.talks import open_talks
from zopa.run.whatif import whatif, whatif_page
from zopa.solve.deadlock import Member
from zopa.solve.whatif import EnsembleSettings
from zopa.solve.whatif.draw import HALF, draw_batch, draw_coordinates, frame_at
from zopa.solve.whatif.facets import find_facets
from zopa.views.terms import member_passages
from zopa.views.whatif_words import input_passages

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.model.vague import VagueCase
    from zopa.run.talks import Talks

TEXT = """
title: Pilots and airline
analyst: test
sources: {note: {file: sources/note.txt, published: 2031-05-02}}
parties:
  pilots:
    name: Pilots
    no-deal: 0.25
    evidence: [FLOOR]
  airline: {name: Airline, no-deal: 0.6}
issues:
  hours: {name: Hours, options: {more: more, same: the same, fewer: fewer}}
  base: {name: Home base, options: {stay: stays, move: moves}}
positions:
  pilots:
    hours: {prefers: fewer > same > more, salience: 60, red-line: not more, evidence: [SAIDLINE]}
    base: {prefers: stay > move, salience: 40, evidence: [{source: note, quote: "The base must stay"}ORDER]}
  airline:
    hours: {prefers: more > same > fewer, salience: 70}
    base: {prefers: move > stay, salience: 30}
"""
NOTE = (
    "The pilots said that they would never work more hours. The base must stay, they said.\n\n"
    "A second pilot denied that hours are a red line. The base is no matter to us, she said. The strike fund is empty, said the airline.\n"
)
DENIALS = {
    "LINE": ', {source: note, quote: "A second pilot denied that hours are a red line", for: denial}',
    "ORDER": ', {source: note, quote: "The base is no matter to us", for: denial}',
    "FLOOR": '{source: note, quote: "The strike fund is empty", for: denial}',
}


def opened(folder: Path, *denied: str) -> Talks:
    """The case in which these are denied."""
    text = TEXT
    text = text.replace("SAID", '{source: note, quote: "never work more hours", for: red-line, said-by: pilots}')
    for name, words in DENIALS.items():
        text = text.replace(name, words if name in denied else "")
    (folder / "sources").mkdir(exist_ok=True)
    (folder / "sources" / "note.txt").write_text(NOTE, encoding="utf-8")
    return open_talks(write_case(folder, text))


def vague_of(talks: Talks) -> VagueCase:
    return to_vague(talks.case, talks.anchored.passages, stated=lambda *_: True)


def test_nothing_denied_is_certain(tmp_path: Path) -> None:
    """The stated red line, the order of two options and the number hold in every draw."""
    vague = vague_of(opened(tmp_path))
    assert {item.basis for item in vague.inputs} == {"rank"}


PATHS = {"LINE": "positions.pilots.hours.red-line", "ORDER": "positions.pilots.base", "FLOOR": "parties.pilots.no-deal"}


@pytest.mark.parametrize(("denied", "path"), PATHS.items())
def test_what_is_denied_holds_in_every_second_draw(tmp_path: Path, denied: str, path: str) -> None:
    """In one half as filed, in the other not; knowing which is a facet of its own."""
    vague = vague_of(opened(tmp_path, denied))
    item = next(item for item in vague.inputs if item.id == path)
    assert item.basis == "contested"
    under = vague.readings[0][1]
    at = draw_coordinates(256, vague.coordinates, 0)
    batch = draw_batch(under, at)
    holds = at[:, item.at[0]] < HALF
    assert 0.45 < holds.mean() < 0.55
    assert np.array_equal(find_facets(under, item, batch, at)["holds"], holds.astype(int))
    frames = [frame_at(batch, n) for n in range(batch.size)]
    pilots = under.frame.parties.index("pilots")
    filed = {
        "LINE": [bool(f.red_lines) for f in frames],
        "ORDER": [f.points[1][0, pilots] == f.points[1][:, pilots].max() > f.points[1][1, pilots] == 0 for f in frames],
        "FLOOR": [abs((f.no_deal[pilots] or 0) / f.scale[pilots] - 0.25) < 1e-3 for f in frames],
    }[denied]
    assert all(told for told, true in zip(filed, holds, strict=True) if true)
    assert np.mean([told for told, true in zip(filed, holds, strict=True) if not true]) < 0.6


def test_it_is_asked_with_the_words_for_and_against(tmp_path: Path) -> None:
    """On the page: whether it holds, whom to ask, the passages on both sides, and what would follow either way."""
    talks = opened(tmp_path, "LINE", "ORDER", "FLOOR")
    page = whatif_page(talks, whatif(talks, EnsembleSettings(256)))
    lines = next(s.lines for s in page.first_page.sections if s.key == "find-out")
    line = next(line for line in lines if "really never take" in line.pieces[0].text)
    text = "".join(piece.text for piece in line.pieces)
    assert "Other words deny it." in text
    assert "if so: " in text
    assert "if not: " in text
    assert [p.text for piece in line.pieces for p in piece.passages] == [
        "never work more hours", "A second pilot denied that hours are a red line"
    ]  # fmt: skip
    told = " ".join("".join(piece.text for piece in line.pieces) for line in lines)
    assert "Does Pilots really have what is filed without a deal? Other words deny it." in told


def test_a_denial_of_the_position_says_nothing_of_how_much_it_matters(tmp_path: Path) -> None:
    """It stands beside the question that it bears on, and beside no other on the same issue."""
    talks = opened(tmp_path, "LINE")
    under = vague_of(talks).readings[0][1]
    pilots = under.frame.parties.index("pilots")
    told = {
        kind: input_passages(talks.case, talks.filed, under.frame, VagueInput("x", kind, "word", pilots, 0, ()))[1]
        for kind in ("red-line", "position", "salience", "values")
    }
    assert {kind: len(passages) for kind, passages in told.items()} == {
        "red-line": 1,
        "position": 1,
        "salience": 0,
        "values": 0,
    }


def test_a_denial_does_not_stand_behind_the_red_line(tmp_path: Path) -> None:
    """Where a red line is told as what blocks, its passages are those that show it."""
    talks = opened(tmp_path, "LINE")
    line = Member("red-line", "pilots", "hours", "pilots.hours")
    assert [passage.text for passage in member_passages(talks.filed, line)] == ["never work more hours"]
