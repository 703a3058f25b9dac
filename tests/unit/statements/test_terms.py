"""Whose plan the words tell the terms of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zopa.statements.terms import whose_terms

from .reading import read
from .test_spans import unit_of

if TYPE_CHECKING:
    from zopa.text.types import Mention


def mention(name: str, text: str) -> Mention:
    """The mention of a name in a text."""
    return next(m for m in read(text).mentions if m.name == name)


@pytest.mark.parametrize(
    "word", "plan proposal counterproposal counter-proposal framework draft scheme revision revisions amendment amendments term terms demands conditions".split()
)  # fmt: skip
def test_a_sentence_that_names_a_plan(word: str) -> None:
    """About a party, with a plan named near its beginning; "term" is none."""
    text = f"Norway put its {word} on the table."
    subject = mention("Norway", text)
    assert whose_terms(unit_of(text), subject, None) == (None if word == "term" else "Norway")
    late = f"Norway wants, as it has said in all these long weeks, a {word}."
    assert whose_terms(unit_of(late), mention("Norway", late), None) is None


@pytest.mark.parametrize(
    ("text", "plan", "whose"),
    [
        ("It wants a toll.", "Norway", "Norway"), ("They want a toll.", "Norway", "Norway"), ("Its toll stays.", "Norway", "Norway"), ("Their toll stays.", "Norway", "Norway"),
        ("Then it wants a toll.", "Norway", "Norway"), ("It wants a toll.", "Kenya", None), ("It wants a toll.", None, None), ("Norway wants a toll.", "Norway", None),
    ],
)  # fmt: skip
def test_a_sentence_that_goes_on(text: str, plan: str | None, whose: str | None) -> None:
    """A pronoun at its beginning goes on with the terms of the party told before, and of no other."""
    subject = mention("Norway", "Norway left.")
    assert whose_terms(unit_of(text), subject, plan) == whose
    assert whose_terms(unit_of(text), None, plan) is None
