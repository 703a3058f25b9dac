"""What if from a case on disk to its page: answers in words, questions with passages, and one plain line for what cannot be."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import numpy as np
import pytest
from click.testing import CliRunner
from tests.unit.solve.whatif.small_cases import CERTAIN, TEXT

from zopa import cli
from zopa.run.talks import open_talks
from zopa.run.whatif import whatif, whatif_page, workers
from zopa.solve.whatif import EnsembleSettings, Question

if TYPE_CHECKING:
    from pathlib import Path


def write_case(folder: Path, text: str = TEXT) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "case.yaml").write_text(text, encoding="utf-8")
    return folder


def call(*words: str) -> tuple[int, str, str]:
    result = CliRunner().invoke(cli.main, ["whatif", *words])
    return result.exit_code, result.stdout, result.stderr


def test_page_speaks_in_words(tmp_path: Path) -> None:
    """No share stands before the annex; the answer, the questions and who could answer them do."""
    talks = open_talks(write_case(tmp_path))
    page = whatif_page(talks, whatif(talks, EnsembleSettings(200)))
    front = [s for s in page.first_page.sections if not s.key.startswith("annex")]
    text = " ".join(piece.text for s in front for line in s.lines for piece in line.pieces)
    assert not re.search(r"\d\.\d|\d %", text)
    assert "What would south have without a deal?" in text
    assert "cannot tell" in text
    assert [s.key for s in front][:2] == ["possible", "find-out"]


def test_json_has_what_the_contract_says(tmp_path: Path) -> None:
    """The members of the design, for every reading, and the same on a second call."""
    code, out, _ = call(str(write_case(tmp_path)), "--draws", "100", "--seed", "3", "--json")
    document = json.loads(out)
    assert (code, document["kind"], document["draws"], document["seed"]) == (0, "whatif", 100, 3)
    deal = [row for row in document["answers"] if row["about"]["kind"] == "deal"]
    assert [row["reading"] for row in deal] == ["base", "patient"]
    for row in document["answers"]:
        assert 0 <= row["share"][0] <= row["share"][1] <= 1
        assert row["holds"] in {"throughout", "mostly", "flips"}
    assert [row["rank"] for row in document["find_out_next"]] == list(range(1, len(document["find_out_next"]) + 1))
    assert {row["input"] for row in document["find_out_next"]} >= {"parties.south.no-deal"}
    assert call(str(tmp_path), "--draws", "100", "--seed", "3", "--json")[1] == out


def test_nothing_vague_says_so(tmp_path: Path) -> None:
    """One draw, its answer, and a sentence; nothing to find out."""
    code, out, _ = call(str(write_case(tmp_path, CERTAIN)))
    assert code == 0
    assert "Nothing in this case is vague" in " ".join(out.split())
    assert "FIND OUT" not in out.upper()
    assert json.loads(call(str(tmp_path), "--json")[1])["draws"] == 1


def test_numbers_of_the_desk_are_key_assumptions(tmp_path: Path) -> None:
    """Though no draw varies them, it is told at which of them without evidence the answer flips; a number with evidence is none."""
    made = whatif(open_talks(write_case(tmp_path, CERTAIN)))
    assert {row.input.id for row in made.judged} == {
        "parties.north.no-deal", "parties.south.no-deal", "positions.south.water.salience",
    }  # fmt: skip
    out = " ".join(call(str(tmp_path))[1].split())
    assert (
        "north: no-deal value: a judgement by test; moved alone, no deal is left once it is worth more to north" in out
    )
    assert "a deal depends on this mattering enough to south" in out
    row = next(row for row in json.loads(call(str(tmp_path), "--json")[1])["judged"] if "salience" in row["input"])
    assert 0 < row["value"] < 50
    (tmp_path / "note.txt").write_text("North said that it can wait for years.", encoding="utf-8")
    backed = CERTAIN.replace(
        "north: {no-deal: 0.5}", "north: {no-deal: 0.5, evidence: [{source: n, quote: it can wait, for: no-deal}]}"
    )
    backed = backed.replace("parties:", "sources: {n: {file: note.txt}}\nparties:")
    made = whatif(open_talks(write_case(tmp_path, backed)))
    assert "parties.north.no-deal" not in {row.input.id for row in made.judged}


def test_key_assumptions_name_options_as_people_do(tmp_path: Path) -> None:
    """An order of the desk is told with the names of the options, not with their ids."""
    text = TEXT.replace("options: [keep, share, cede]", "options: {keep: all of it, share: one half, cede: none}")
    out = " ".join(call(str(write_case(tmp_path, text)), "--draws", "200")[1].split())
    assert "north on land: order of options, “all of it” > “one half” > “none”: a judgement by test." in out


def test_readings_that_agree_are_not_told_to_differ(tmp_path: Path) -> None:
    """Two readings with the same word of likelihood: it is said once."""
    text = TEXT.replace("set: {parties.north.no-deal: better than plan}", "set: {parties.north.no-deal: 0.3..0.69}")
    out = " ".join(call(str(write_case(tmp_path, text)), "--draws", "200")[1].split())
    assert "Whichever reading is right: under each of them a deal is “" in out
    assert "the readings differ" not in out
    assert "Whichever reading is right: the readings differ, from “" in " ".join(
        call(str(write_case(tmp_path)))[1].split()
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("parties: {a: {}}\nissues: {i: {options: [x, y]}}\nfoo: 1\n", "foo"),
        (TEXT.replace("0.3..0.7", "0.7..0.3"), "got '0.7..0.3'"),
        (TEXT.replace("0.3..0.7", "0.3..1.7"), "from 0 to 1"),
        ("title: empty\n", "confirmed party"),
        ("parties: {a: {veto: no}}\nissues: {i: {options: [x, y]}}\n", "must agree"),
    ],
)
def test_bad_input_is_one_plain_line(tmp_path: Path, text: str, told: str) -> None:
    """An error with what was expected, and exit code 1."""
    code, _, err = call(str(write_case(tmp_path, text)))
    assert code == 1
    assert told in " ".join(err.split())
    assert "Traceback" not in err


def test_no_case_and_wrong_usage(tmp_path: Path) -> None:
    """A folder without a case is an error, no draws wrong usage."""
    assert call(str(tmp_path / "nowhere"))[0] == 1
    assert call(str(write_case(tmp_path)), "--draws", "0")[0] == 2


def test_cluster_that_does_not_answer(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One plain line that names the address."""
    pytest.importorskip("distributed")
    monkeypatch.setattr("zopa.run.whatif.CONNECT_S", 0.2)
    code, _, err = call(str(write_case(tmp_path)), "--cluster", "tcp://127.0.0.1:9")
    assert code == 1
    assert "127.0.0.1:9" in err


def test_reading_changes_a_no_deal_value(tmp_path: Path) -> None:
    """Under the reading in which North can wait, a deal is possible in fewer draws than as written."""
    made = whatif(open_talks(write_case(tmp_path)), EnsembleSettings(300))
    base, patient = (under.answers[Question("deal")].sum() for under in made.ensemble.readings)
    assert patient < base


@pytest.mark.slow
def test_processes_give_the_same(tmp_path: Path) -> None:
    """Two processes: the same to the bit."""
    talks = open_talks(write_case(tmp_path))
    one = whatif(talks, EnsembleSettings(200))
    with workers(2) as executor:
        two = whatif(talks, EnsembleSettings(200), executor=executor)
    for a, b in zip(one.ensemble.readings, two.ensemble.readings, strict=True):
        assert all(np.array_equal(a.answers[q], b.answers[q]) for q in a.answers)
    assert one.ranked == two.ranked
