"""Whom a sentence is about: whoever "she", "it" or a later clause without a name means."""

from __future__ import annotations

import pytest

from .reading import name, read


def about(text: str) -> str | None:
    """The subject of the last statement of a text, the author's own words included."""
    return read(text).statements[-1].subject


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norway signed the pact.", "Norway"),
        ("The Norwegian envoy signed the pact.", None),
        ("On Monday, Norway signed the pact.", "Norway"),
        ("Meanwhile, Norway signed the pact.", "Norway"),
        ("After the talks, Norway signed the pact.", "Norway"),
        ("Leaving the hall, Norway signed the pact.", "Norway"),
        ("In short: Norway signed the pact.", "Norway"),
        ("And Norway signed the pact.", "Norway"),
        ("Then Norway signed the pact.", "Norway"),
        ("Even Norway signed the pact.", "Norway"),
        ("The toll was set by Norway.", None),
        ("Water rose in Norway.", None),
        ("Norway’s toll rose.", None),
        ("It rained.", None),
    ],
)
def test_the_name_that_is_the_subject(text: str, party: str | None) -> None:
    """The first name of the main clause, behind an adverbial, a colon or a conjunction; none that only stands in it."""
    assert about(text) == party


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Norway signed the pact. It left.", "Norway"),
        ("Norway signed the pact. Its envoy left.", "Norway"),
        ("Norway signed the pact. They left.", "Norway"),
        ("Norway signed the pact. He left.", None),
        ("Norway signed the pact. Rain fell. It left.", None),
        ("Ilham Aliyev signed the pact. He left.", "Azerbaijan"),
        ("Ilham Aliyev signed the pact. She left.", None),
        ("Ilham Aliyev signed the pact. It left.", None),
    ],
)
def test_a_pronoun_keeps_whom_the_sentence_before_was_about(text: str, party: str | None) -> None:
    """A person by "he" or "she", anything else by "it" and "they"; from the sentence right before only."""
    assert about(text) == party


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister of ports, Ann Lee, arrived. She said the port was shut.", "Ann Lee"),
        ("Ann Lee arrived. She said the port was shut.", "Ann Lee"),
        ("The envoy arrived. He said the port was shut.", "envoy"),
        ("A second envoy arrived. He said the port was shut.", "second envoy"),
        ("The envoys arrived. He said the port was shut.", "not named (he)"),
        ("The boat arrived. He said the port was shut.", "not named (he)"),
        ("The boats of Ann Lee arrived. They said the port was shut.", "not named (they)"),
    ],
)
def test_whom_a_pronoun_that_speaks_means(text: str, speaker: str) -> None:
    """Somebody named behind an office, or told by office only; nobody for several and for things."""
    said = next(s for s in read(text).statements if s.form == "reported")
    assert name(said) == speaker
