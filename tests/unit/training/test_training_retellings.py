"""The weights of one fact in two accounts, fitted on stories that are invented here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from training.retellings import fit, read_examples

from zopa.accounts.retellings import MEASURES

if TYPE_CHECKING:
    from pathlib import Path

WORKS = ("tannery", "sawmill", "brewery", "foundry", "printworks", "shipyard", "bakery", "quarry")


@pytest.fixture
def stories(tmp_path: Path) -> Path:
    """Eight disputes of two accounts each, which tell one fact alike and nothing else."""
    for work in WORKS:
        folder = tmp_path / work
        folder.mkdir()
        (folder / "coast.txt").write_text(
            f"Trouble at the {work}\n\nThe workers of the {work} were offered five percent more pay from April. "
            "Rain fell on the pickets all morning. Their children sang in front of the mill gate.\n"
        )
        (folder / "inland.txt").write_text(
            f"Letter from Marn\n\nFrom April the workers of the {work} would have five percent more pay. "
            "The old manager keeps bees behind the mill gate. Trains to the lake are late again.\n"
        )
        (tmp_path / f"{work}.expected.md").write_text(
            '## Agreements\n- AGREE coast: "offered five percent more pay" || inland: "five percent more pay"\n'
            '- AGREE coast: "a sentence that stands nowhere" || inland: "five percent more pay"\n'
        )
    return tmp_path


def test_examples(stories: Path) -> None:
    """Each story gives one agreement whose words stand in both accounts, and its pairs of sentences."""
    examples = read_examples([stories])
    assert examples.written == len(WORKS)
    assert set(examples.story.tolist()) == set(range(len(WORKS)))
    assert examples.measures.shape == (len(examples.agreement), len(MEASURES))
    assert (examples.agreement > 0).sum() == len(WORKS)
    assert (examples.agreement == 0).any()


def test_fit(stories: Path) -> None:
    """The table has a weight for each measure, and the report tells what is found on stories left out."""
    path = stories / "weights.tsv"
    report = fit(read_examples([stories]), path)
    rows = dict(line.split("\t") for line in path.read_text().splitlines() if line[0] != "#")
    assert list(rows) == ["constant", *MEASURES]
    assert float(rows["share"]) > 0
    assert report.startswith("8 stories, 8 agreements")
    assert "8 agreements of 8" in report


def test_no_lists(tmp_path: Path) -> None:
    """A folder without lists gives nothing to fit, and says what it needs."""
    with pytest.raises(SystemExit, match=r"expected\.md"):
        fit(read_examples([tmp_path]), tmp_path / "weights.tsv")
    assert not (tmp_path / "weights.tsv").exists()
