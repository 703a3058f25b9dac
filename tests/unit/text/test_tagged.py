"""Sentences as trees: what hangs where."""

from __future__ import annotations

from .trees import sentence

TREE = (
    "Wendra/PROPN>4:nsubj:pass and/CCONJ>3:cc Olmira/PROPN>1:conj praised/VERB-Part-Past>0:root ,/PUNCT>4:punct Tolvik/PROPN>3:conj "
    "late/ADV>4:advmod"
)


def test_children_and_under() -> None:
    """Children in order; a relation stands for its subtypes, a subtype only for itself."""
    found = sentence(TREE)
    assert found.children[3] == (0, 4, 6)
    assert found.under(3, "nsubj") == [0]
    assert found.under(3, "nsubj:outer") == []
    assert found.under(3, "advmod", "punct") == [4, 6]


def test_tree_together_above() -> None:
    """All below a word, less whole branches; chains of coordination; the words that govern, nearest first."""
    found = sentence(TREE)
    assert found.tree(3) == list(range(7))
    assert found.tree(3, without=("nsubj",)) == [3, 4, 6]
    assert found.tree(0, without=("nsubj",)) == [0, 1, 2, 5]
    assert found.together(0) == [0, 2, 5]
    assert found.above(5) == [2, 0, 3]
    assert found.above(3) == []


def test_marks_are_no_words() -> None:
    """Letters and figures make words, marks and signs do not."""
    found = sentence("Wendra/PROPN>0:root ,/PUNCT>1:punct 5/NUM>1:nmod %/SYM>3:nmod")
    assert [token.is_word for token in found.tokens] == [True, False, True, False]
