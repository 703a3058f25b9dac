"""Noun phrases: where they begin and end, whose they are, what stands beside them."""

from __future__ import annotations

import pytest

from zopa.text.phrases import Phrase, phrase_at

from .trees import sentence, text_of


def phrase(tree: str, at: int) -> tuple[str, Phrase]:
    found = phrase_at(sentence(tree), at - 1)
    return text_of(tree)[found.start : found.end], found


@pytest.mark.parametrize(
    ("tree", "at", "words"),
    [
        ("the/DET>3:det new/ADJ>3:amod envoy/NOUN>4:nsubj left/VERB-Fin-Past>0:root", 3, "the new envoy"),
        ("in/ADP>3:case the/DET>3:det hall/NOUN>0:root", 3, "the hall"),
        ("because/ADP>4:case of/ADP>1:fixed the/DET>4:det rain/NOUN>0:root", 4, "the rain"),
        ("the/DET>2:det envoy/NOUN>7:nsubj of/ADP>4:case Wendra/PROPN>2:nmod ,/PUNCT>2:punct tired/ADJ>2:acl left/VERB-Fin-Past>0:root", 2, "the envoy of Wendra"),
        ("envoys/NOUN>4:nsubj and/CCONJ>3:cc clerks/NOUN>1:conj left/VERB-Fin-Past>0:root", 1, "envoys"),
        ("the/DET>2:det plan/NOUN>5:nsubj they/PRON>4:nsubj drew/VERB-Fin-Past>2:acl:relcl failed/VERB-Fin-Past>0:root", 2, "the plan"),
        ("Wendra/PROPN>3:nmod:poss 's/PART>1:case envoy/NOUN>0:root", 3, "Wendra 's envoy"),
        ("Wendra/PROPN>3:nmod:poss 's/PART>1:case envoy/NOUN>0:root", 1, "Wendra"),
        ("nearly/ADV>2:advmod 500/NUM>3:nummod boats/NOUN>0:root", 3, "nearly 500 boats"),
        ("only/ADV>2:advmod envoys/NOUN>0:root", 2, "only envoys"),
        ("envoys/NOUN>0:root too/ADV>1:advmod", 1, "envoys"),
        ("a/DET>5:det four/NUM>4:nummod -/PUNCT>4:punct day/NOUN>5:compound week/NOUN>0:root", 5, "a four - day week"),
    ],
)  # fmt: skip
def test_words_of_a_phrase(tree: str, at: int, words: str) -> None:
    """Articles, descriptions, owners and what follows "of"; no preposition in front, no clause, nothing coordinated, no apposition."""
    assert phrase(tree, at)[0] == words


def test_a_word_far_away_is_not_of_the_phrase() -> None:
    """What hangs on the noun but stands behind others' words is left out."""
    words, _ = phrase(
        "plans/NOUN>5:nsubj they/PRON>5:obl at/ADP>5:case last/ADV>5:advmod failed/VERB-Fin-Past>0:root of/ADP>7:case Wendra/PROPN>1:nmod",
        1,
    )
    assert words == "plans"


def test_owner_of_and_apposition() -> None:
    """Whose it is, what stands behind "of", what it is called."""
    _, found = phrase(
        "their/PRON>2:nmod:poss head/NOUN>0:root of/ADP>4:case pay/NOUN>2:nmod ,/PUNCT>6:punct Mira/PROPN>2:appos", 2
    )
    assert (found.owner, found.of, found.appositions) == (0, (3,), (5,))
    _, bare = phrase("heads/NOUN>0:root in/ADP>3:case Tolvik/PROPN>1:nmod", 1)
    assert (bare.owner, bare.of, bare.appositions) == (-1, (), ())
