"""The brief begins with what the last run of what if says is worth knowing, and never with what it said of another state of the case."""

from __future__ import annotations

import json
import stat
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from click.testing import CliRunner
from tests.unit.run.test_whatif import write_case
from tests.unit.solve.whatif.small_cases import CERTAIN, TEXT, vague_case

from zopa import cli
from zopa.run.case_brief import analyse_case, case_brief
from zopa.run.kept import STATES, find_kept, keep, kept_file
from zopa.run.talks import open_talks
from zopa.run.whatif import whatif
from zopa.solve.whatif import EnsembleSettings, find_state
from zopa.views.case_brief import build_case_brief

if TYPE_CHECKING:
    from pathlib import Path

SILENT = """
title: Ferry merger
analyst: test
parties: {north: {name: North Line, no-deal: 0.2}, isle: {name: Isle Council}, east: {name: East Line, no-deal: 0.1}}
issues:
  fares: {name: Fares, options: {frozen: frozen, free: free}}
  names: {name: The name, options: {one: one name, two: both names}}
positions:
  north: {fares: {prefers: free > frozen}, names: {prefers: one > two}}
  east: {fares: {prefers: free > frozen}, names: {prefers: two > one}}
"""
TIED = """
title: Quota talks
analyst: test
parties: {coast: {name: Coast}, isle: {name: Isle}}
issues: {cod: {name: Cod, options: {most: most, half: half, few: few}}, season: {name: Season, options: {long: long, short: short}}}
positions:
  coast: {cod: {prefers: most > half > few, red-line: not few}, season: {prefers: long > short}}
  isle: {cod: {prefers: few > half > most, red-line: not most}, season: {prefers: short > long}}
conditions: [{id: no-halves, forbid: {cod: half}, why: nobody has tabled a half}]
"""


@pytest.fixture(autouse=True)
def few(monkeypatch: pytest.MonkeyPatch) -> None:
    """Draws enough for these small cases."""
    monkeypatch.setattr("zopa.run.kept.ENOUGH", 64)


def run(folder: Path, draws: int = 64) -> None:
    """What `zopa whatif` does with a case."""
    talks = open_talks(folder)
    assert keep(talks, whatif(talks, EnsembleSettings(draws))) == ""


def first(folder: Path) -> tuple[str, str]:
    """The note and the first line of what to find out first."""
    page = case_brief(open_talks(folder)).first_page
    section = next(s for s in page.sections if s.key == "find-out")
    return section.note, "".join(piece.text for piece in section.lines[0].pieces)


def test_first_page_takes_its_questions_from_the_run(tmp_path: Path) -> None:
    """Before: no order, and it says why. After: the first question of the run, with what would follow either way."""
    write_case(tmp_path)
    assert first(tmp_path)[0].startswith("In no order of importance: zopa whatif, which ranks them, has not been run")
    result = CliRunner().invoke(cli.main, ["whatif", str(tmp_path), "--draws", "64"])
    assert result.exit_code == 0
    note, line = first(tmp_path)
    assert note.startswith("By zopa whatif, 64 draws")
    assert "; if it wants most “" in line
    assert line.split("?")[0] in " ".join(result.stdout.split())


def test_a_run_of_another_state_is_not_told(tmp_path: Path) -> None:
    """A changed case says so and goes back to what is told without a run; taken back, the run counts again."""
    write_case(tmp_path)
    run(tmp_path)
    known = first(tmp_path)
    write_case(tmp_path, TEXT.replace("0.3..0.7", "0.3..0.6"))
    note, line = first(tmp_path)
    assert "last ran on another state of this case" in note
    assert "if it wants most" not in line
    write_case(tmp_path)
    assert first(tmp_path) == known


def test_whoever_must_agree_and_has_said_nothing_comes_first(tmp_path: Path) -> None:
    """In one line, with and without a run, before all that moves the answer farther."""
    write_case(tmp_path, SILENT)
    for before in (True, False):
        line = first(tmp_path)[1]
        assert line.startswith("What Isle Council wants at all" if before else "What does Isle Council want at all")
        assert sum("Isle Council" in text for text in _lines(tmp_path)) == 1 or before
        run(tmp_path)


def test_the_silent_party_stands_before_a_condition_that_blocks(tmp_path: Path) -> None:
    """A condition that alone stands in the way has no rank, and comes behind who has said nothing at all."""
    silent = TIED.replace("isle: {name: Isle}", "isle: {name: Isle}, cove: {name: Cove}")
    write_case(tmp_path, silent)
    run(tmp_path)
    lines = _lines(tmp_path)
    assert lines[0].startswith("What does Cove want at all")
    assert lines[1].startswith("Does this hold: nobody has tabled a half")


def test_a_condition_takes_no_ranked_question_its_room(tmp_path: Path) -> None:
    """The three that are ranked first stand on the first page, whatever has no rank."""
    soft = "readings: {soft: {title: Isle would take most, set: {positions.isle.cod.red-line: not half}}}\n"
    write_case(tmp_path, TIED + soft)
    run(tmp_path, 256)
    lines = _lines(tmp_path)
    assert [line.startswith("Does this hold") for line in lines] == [True, False, False, False]


def _lines(folder: Path) -> list[str]:
    page = case_brief(open_talks(folder)).first_page
    return ["".join(p.text for p in line.pieces) for s in page.sections if s.key == "find-out" for line in s.lines]


def test_more_draws_stay_and_old_states_go(tmp_path: Path) -> None:
    """A shorter run of the same case replaces none; only the last states are kept; the file is the owner's alone."""
    write_case(tmp_path)
    run(tmp_path, 128)
    run(tmp_path, 64)
    assert "128 draws" in first(tmp_path)[0]
    assert stat.S_IMODE(kept_file(tmp_path).stat().st_mode) == 0o600
    for n in range(STATES):
        write_case(tmp_path, TEXT.replace("0.3..0.7", f"0.1{n}..0.7"))
        run(tmp_path)
    assert len(json.loads(kept_file(tmp_path).read_text())["runs"]) == STATES
    write_case(tmp_path)
    assert find_kept(open_talks(tmp_path)).state == "old"


@pytest.mark.parametrize(
    "broken",
    [
        "{", "[]", '{"runs": 3}', '{"runs": [1]}', "[" * 100_000,
        ("input", "parties.nobody.no-deal"), ("reading", "nowhere"), ("draft", "none"), ("shift", float("nan")), ("classes", []),
        ("classes", "x"), ("effects", None), ("lifted", [["base", "no-such", "x"]]), ("lifted", [["base"]]), ("flips", {"x": 1}),
    ],
)  # fmt: skip
def test_a_broken_file_is_as_none(tmp_path: Path, broken: str | tuple[str, object]) -> None:
    """Whatever stands in it: no page fails, and nothing of it is told."""
    write_case(tmp_path)
    run(tmp_path)
    file = kept_file(tmp_path)
    if isinstance(broken, str):
        file.write_text(broken)
        assert find_kept(open_talks(tmp_path)).state == "never"
        return
    told = json.loads(file.read_text())
    name, value = broken
    place = told["runs"][0]
    while name not in place:
        place = place["ranked"][0] if "ranked" in place else place["effects"][0]
    place[name] = value
    file.write_text(json.dumps(told))
    kept = find_kept(open_talks(tmp_path))
    assert (kept.state, kept.found) == ("old", None)


def test_kept_as_it_was(tmp_path: Path) -> None:
    """What is read back is what was found, to the bit."""
    write_case(tmp_path)
    talks = open_talks(tmp_path)
    made = whatif(talks, EnsembleSettings(64))
    keep(talks, made)
    found = find_kept(talks).found
    assert found is not None
    assert replace(found, frames={}) == replace(made.find_out, frames={})


def test_a_folder_that_cannot_be_written_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The page is printed all the same."""

    def refuse(*_: object, **__: object) -> bool:
        raise PermissionError

    monkeypatch.setattr("zopa.run.kept.write_atomic", refuse)
    result = CliRunner().invoke(cli.main, ["whatif", str(write_case(tmp_path)), "--draws", "64"])
    assert result.exit_code == 0
    assert "Not kept for the brief: the folder of the case cannot be written." in result.stderr
    assert "IS A DEAL POSSIBLE" in result.stdout


def test_too_few_draws_are_not_kept(tmp_path: Path) -> None:
    """What comes first among few draws may do so by chance; the page is printed, and says that the brief goes without."""
    result = CliRunner().invoke(cli.main, ["whatif", str(write_case(tmp_path)), "--draws", "63"])
    assert (result.exit_code, kept_file(tmp_path).exists()) == (0, False)
    assert "Not kept for the brief: that takes 64 draws or more." in result.stderr
    talks = open_talks(write_case(tmp_path / "certain", CERTAIN))
    assert keep(talks, whatif(talks)) == ""
    assert find_kept(talks).state == "now"


def test_a_brief_for_others_names_no_condition_to_drop(tmp_path: Path) -> None:
    """That a deal would be possible without a condition is a way out, and goes where those go."""
    write_case(tmp_path, TIED)
    run(tmp_path)
    analysis = analyse_case(open_talks(tmp_path))
    told = [
        " ".join(
            p.text for s in build_case_brief(analysis, ways_out=kept).parts for line in s.lines for p in line.pieces
        )
        for kept in (True, False)
    ]
    assert "Does this hold: nobody has tabled a half" in told[0]
    assert "Does this hold" not in told[1]


def test_every_part_of_the_case_counts_for_its_state() -> None:
    """Another range, name, reading or red line is another state; the same text read twice is the same."""
    state = find_state(vague_case())
    assert find_state(vague_case()) == state
    changed = (
        ("0.3..0.7", "0.3..0.71"), ("salience: high", "salience: low"), ("not cede", "only keep"), ("better than plan", "worse than plan"),
        ("salience: 40", "salience: 41"), ("{terms: {land: share}}", "{terms: {land: keep}}"), ("dam", "weir"),
    )  # fmt: skip
    states = [find_state(vague_case(TEXT.replace(*pair))) for pair in changed]
    assert len({state, *states}) == len(changed) + 1
    assert find_state(vague_case(CERTAIN)) not in {state, *states}
