"""Trees read from CoNLL-U, invented here."""

from __future__ import annotations

import lzma
from typing import TYPE_CHECKING

import pytest
from training.trees import read_trees, relation_of, tag_of

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    "1 Wendra Wendra PROPN _ _ 4 nsubj _ _",
    "2-3 didn't _ _ _ _ _ _ _ _",
    "2 did do AUX _ Tense=Past|VerbForm=Fin 4 aux _ _",
    "3 n't not PART _ _ 4 advmod _ _",
    "4 leave leave VERB _ VerbForm=Inf 0 root _ SpaceAfter=No",
    "4.1 leave leave VERB _ _ _ _ _ _",
    "5 . . PUNCT _ _ 4 punct _ _",
]
CONLLU = "# text = Wendra didn't leave.\n" + "\n".join("\t".join(row.split()) for row in ROWS) + "\n\n"


def test_a_tree(tmp_path: Path) -> None:
    """Words with lemma, tag, head and relation; comments, words of two parts and empty nodes are no words."""
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    (tree,) = read_trees(path)
    assert tree.forms == ("Wendra", "did", "n't", "leave", ".")
    assert tree.lemmas == ("Wendra", "do", "not", "leave", ".")
    assert tree.tags == ("PROPN", "AUX-Fin-Past", "PART", "VERB-Inf", "PUNCT")
    assert tree.heads == (4, 4, 4, 0, 4)
    assert tree.relations == ("nsubj", "aux", "advmod", "root", "punct")


def test_places_are_those_of_the_text(tmp_path: Path) -> None:
    """The text is put together from the words; the parts of a written word have its parts as places."""
    path = tmp_path / "a.conllu"
    path.write_text(CONLLU, encoding="utf-8")
    (tree,) = read_trees(path)
    assert tree.text.strip() == "Wendra didn't leave."
    assert [tree.text[a:b] for a, b in tree.places] == list(tree.forms)


def test_packed_files_and_a_last_tree_without_an_empty_line(tmp_path: Path) -> None:
    """Both trees come, in order."""
    path = tmp_path / "a.conllu.xz"
    path.write_bytes(lzma.compress((CONLLU + CONLLU.rstrip("\n") + "\n").encode()))
    assert len(list(read_trees(path))) == 2


@pytest.mark.parametrize(
    ("upos", "features", "tag"),
    [
        ("NOUN", "Number=Sing", "NOUN"),
        ("VERB", "Tense=Past|VerbForm=Fin", "VERB-Fin-Past"),
        ("VERB", "Tense=Past|VerbForm=Part", "VERB-Part-Past"),
        ("VERB", "VerbForm=Ger", "VERB-Ger"),
        ("AUX", "_", "AUX-Fin"),
        ("VERB", "Tense=Pres|VerbForm=Inf", "VERB-Inf"),
    ],
)
def test_tags(upos: str, features: str, tag: str) -> None:
    """Verbs with form, and with tense where the form has one; others by part of speech alone."""
    assert tag_of(upos, features) == tag


def test_relations() -> None:
    """Subtypes that frames need stay, others go."""
    assert [relation_of(r) for r in ("nsubj:pass", "obl:tmod", "obl:agent", "root")] == [
        "nsubj:pass",
        "obl",
        "obl:agent",
        "root",
    ]
