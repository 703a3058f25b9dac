"""The scorer of tags, finite verbs, subjects and objects, on trees that are invented here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from training.score import Score, render_scores, score_file, tag_sentences_of
from training.trees import read_trees

if TYPE_CHECKING:
    from pathlib import Path

SOUND = """1 Wendra Wendra PROPN _ _ 2 nsubj _ _
2 signed sign VERB _ Tense=Past|VerbForm=Fin 0 root _ _
3 the the DET _ _ 4 det _ _
4 treaty treaty NOUN _ _ 2 obj _ SpaceAfter=No
5 . . PUNCT _ _ 2 punct _ _"""
COORDINATED = """1 Wendra Wendra PROPN _ _ 4 nsubj _ _
2 and and CCONJ _ _ 3 cc _ _
3 Olmira Olmira PROPN _ _ 1 conj _ _
4 left leave VERB _ Tense=Past|VerbForm=Fin 0 root _ SpaceAfter=No
5 . . PUNCT _ _ 4 punct _ _"""
NOT_FINITE = """1 Signing sign VERB _ VerbForm=Ger 0 root _ _
2 treaties treaty NOUN _ _ 1 obj _ _"""
WRONG = SOUND.replace("4 treaty treaty NOUN _ _ 2 obj", "4 treaty treaty VERB _ VerbForm=Inf 2 nsubj")


def scores(tmp_path: Path, *trees: str) -> dict[str, Score]:
    path = tmp_path / "a.conllu"
    path.write_text(
        "\n\n".join("\n".join("\t".join(row.split()) for row in tree.splitlines()) for tree in trees) + "\n\n",
        encoding="utf-8",
    )
    return {score.name: score for score in score_file(path)}


def test_what_is_read_right_scores_one(tmp_path: Path) -> None:
    """All measures of a sentence that leaves no choice; marks have no head that counts."""
    found = scores(tmp_path, SOUND)
    assert {score.f1 for score in found.values()} == {1.0}
    assert (found["upos"].wanted, found["heads"].wanted, found["subjects"].wanted, found["objects"].wanted) == (
        5,
        4,
        1,
        1,
    )


def test_coordination_is_unfolded(tmp_path: Path) -> None:
    """Both subjects are wanted, and found."""
    subjects = scores(tmp_path, COORDINATED)["subjects"]
    assert (subjects.right, subjects.found, subjects.wanted) == (2, 2, 2)


def test_only_finite_predicates_have_members_that_count(tmp_path: Path) -> None:
    """The object of a bare participle is not asked for."""
    found = scores(tmp_path, NOT_FINITE)
    assert (found["objects"].wanted, found["finite verbs"].wanted) == (0, 0)


def test_what_is_read_otherwise_counts_against(tmp_path: Path) -> None:
    """Another tag, relation and form in the file than the reader gives."""
    found = scores(tmp_path, WRONG)
    assert found["upos"].right == 4
    assert found["subjects"].wanted == 2
    assert found["subjects"].right == 1
    assert (found["objects"].right, found["objects"].found, found["objects"].wanted) == (0, 1, 0)
    assert found["objects"].f1 == 0
    assert found["upos"].f1 == pytest.approx(0.8)


def test_several_sentences_are_summed_in_order(tmp_path: Path) -> None:
    """Each tree meets its own sentence."""
    assert scores(tmp_path, SOUND, COORDINATED)["upos"].right == 10
    path = tmp_path / "a.conllu"
    assert [s.tokens[1].text for s in tag_sentences_of(list(read_trees(path)))] == ["signed", "and"]


def test_empty_scores_and_lines() -> None:
    """Nothing wanted and nothing found is no score; a line names the measure and its counts."""
    assert Score("x", 0, 0, 0).f1 == 0
    assert render_scores([Score("upos", 3, 4, 4)]).split() == [
        "upos",
        "0.7500",
        "right",
        "3",
        "found",
        "4",
        "wanted",
        "4",
    ]
