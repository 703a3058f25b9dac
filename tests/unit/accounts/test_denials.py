"""What somebody denies in so many words, beside whoever says it."""

from __future__ import annotations

import pytest

from .comparing import findings

ALONE = [
    ("Griffin dismissed media reports that the delegates were not allowed to leave Lima.", "Griffin"),
    ("Peru denied that it had walked out of the talks.", "Peru"),
    ("Norway disputes that it raised the levy.", "Norway"),
    ("Lena Orr rejected the claim that the ferry had been searched.", "Lena Orr"),
    ("While Peru insisted that a draft was in place last week, Lena Orr denied that was the case.", "Lena Orr"),
]
NONE = [
    "Peru denied the ferry permission to land in Lima.",
    "The two unions have been disputing the quota since May.",
    "Norway rejected the offer.",
    "Peru did not deny that it had walked out.",
    "Norway may deny that it raised the levy.",
]


def denials(*texts: str) -> list[tuple[str, list[str]]]:
    """(about, passages) of each denial."""
    return [(f.about, [p.text for p in f.passages]) for f in findings(*texts) if f.slot == "denial"]


@pytest.mark.parametrize(("text", "name"), ALONE)
def test_a_denial_is_told_by_itself(text: str, name: str) -> None:
    """Where its sentence tells what is denied it stands alone, under the name of whoever denies."""
    assert denials("Talks were held in Lima.", text) == [(f"denied by {name}", [text])]


@pytest.mark.parametrize("text", NONE)
def test_no_denial(text: str) -> None:
    """A refusal, a quarrel, and what is not or only perhaps denied."""
    assert not denials("Talks were held in Lima.", text)


def test_it_stands_beside_the_sentence_that_it_points_to() -> None:
    """ "Denied this" is nothing without the sentence before."""
    said, denied = "Ana Tal said that the board was giving up the plan.", "Lena Orr of Norway denied this."
    assert denials("Talks were held in Lima.", f"{said} {denied}") == [("denied by Lena Orr", [said, denied])]


def test_another_account_tells_what_is_denied() -> None:
    """The sentence with most of its words, of another side, that is not denied itself."""
    denied = "Griffin dismissed reports that the ferry had been searched in Lima."
    told = "The ferry was searched in Lima for a week, a pilot said."
    other = "The ferry was not searched, Griffin said."
    assert denials(f"{told} The talks ended.", denied, other) == [("denied by Griffin", [told, denied])]


def test_what_is_told_and_what_is_not_are_kept_apart() -> None:
    """Who denies that the ferry was not searched is not set beside whoever says that it was."""
    denied = "Griffin dismissed reports that the ferry had not been searched in Lima."
    told = "The ferry was searched in Lima for a week, a pilot said."
    assert denials(f"{told} The talks ended.", denied) == [("denied by Griffin", [denied])]
