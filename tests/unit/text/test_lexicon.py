"""The table of word classes: each class says where it comes from and is used."""

from __future__ import annotations

import re
from importlib.resources import files
from pathlib import Path

import pytest

from zopa.text.lexicon import word_classes, words_of

SRC = Path(__file__).parents[3] / "src" / "zopa"
CODE = "\n".join(path.read_text(encoding="utf-8") for path in sorted(SRC.rglob("*.py")))
ROWS = [
    line
    for line in (files("zopa.text") / "en" / "lexicon.tsv").read_text(encoding="utf-8").splitlines()
    if line.strip() and not line.startswith("#")
]


@pytest.mark.parametrize(
    "line", ROWS, ids=lambda line: line.split("|")[0].strip() + "-" + line.split("|")[1].split()[0]
)
def test_every_row_is_whole(line: str) -> None:
    """Name, members, origin and example; names are words, members stand in lower case and once in their row."""
    name, members, origin, example = (cell.strip() for cell in line.split("|"))
    assert re.fullmatch(r"[a-z_]+", name)
    assert members
    assert origin
    assert example
    assert members == members.lower()


def test_a_row_may_go_on_and_a_blank_inside_a_member_is_written_low() -> None:
    """Rows of one name add up; "_" stands for a blank."""
    offices = words_of("office")
    assert {"president", "official"} <= offices
    assert "no longer" in words_of("negation")
    assert not any("_" in word or "@" in word for found in word_classes().values() for word in found.words)


def test_an_unknown_class_is_a_bug() -> None:
    """Whoever asks for a class that is not there hears so."""
    with pytest.raises(KeyError):
        words_of("no such class")


def test_no_class_is_unused() -> None:
    """Each class is asked for by its name, by the beginning of it in a formatted string, or taken in by another."""
    asked = set(re.findall(r'words_of\(\s*"([a-z_]+)"', CODE))
    begun = (*re.findall(r'words_of\(\s*f"([a-z_]+)\{', CODE), "tag_")  # `annotate` asks for all that begin so
    taken = {word[1:] for line in ROWS for word in line.split("|")[1].split() if word.startswith("@")}
    # tables that name classes, and lists of names that are handed on as one string
    told = set(
        re.findall(
            r"[a-z_]+",
            " ".join(
                row
                for table in sorted(SRC.glob("*/en/facts.tsv"))
                for row in table.read_text(encoding="utf-8").splitlines()
            ),
        )
    )
    for text in re.findall(r'"([a-z_]+(?: [a-z_]+)*)"', CODE):
        told |= (
            set(text.split()) & set(word_classes()) if all(word in word_classes() for word in text.split()) else set()
        )
    assert {n for n in set(word_classes()) - asked - told - taken if not n.startswith(begun)} == set()


def test_every_class_that_is_asked_for_is_there() -> None:
    """No name in the code that the table does not have."""
    assert set(re.findall(r'words_of\(\s*"([a-z_]+)"', CODE)) <= set(word_classes())
