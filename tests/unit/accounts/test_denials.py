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


@pytest.mark.parametrize(
    "denial", ["rejected that description", "dismissed this claim", "disputed that version of events"]
)
def test_a_claim_told_before_stands_beside_its_denial(denial: str) -> None:
    """ "Rejected that description", whatever else the sentence tells."""
    said, denied = "Ana Tal said that the plan cut one hour.", f"Lena Orr {denial}, and Bo Ek left on Tuesday."
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


@pytest.mark.parametrize(
    ("told", "beside"),
    [
        ("The ferry was searched for 30 guns in Lima, a pilot said.", True),
        ("The ferry was searched for 45 guns in Lima, a pilot said.", False),
        ("The ferry was searched in Lima for guns, a pilot said.", False),
    ],
)
def test_a_figure_that_is_denied_is_told_too(told: str, beside: bool) -> None:
    """Who denies 30 guns is not set beside whoever tells of 45, or of no number."""
    denied = "Griffin denied that the ferry had been searched for 30 guns in Lima."
    assert denials(f"{told} The talks ended.", denied) == [
        ("denied by Griffin", [told, denied] if beside else [denied])
    ]


@pytest.mark.parametrize(
    "denied",
    [
        "Griffin denied that the ferry had been searched for 30 guns in Lima.",
        "Griffin denied that 30 guns were found on the ferry in Lima.",
        "Griffin refuted that the ferry had carried 30 guns to Lima.",
    ],
)
def test_a_denied_figure_is_no_other_figure(denied: str) -> None:
    """Who denies 30 guns says nothing of how many there were; told without the denial, 30 against 45 differ."""
    told = "The ferry was searched for 45 guns in Lima, a pilot said. The talks ended."
    assert not [f for f in findings(told, denied) if f.slot == "figure"]


def test_figures_told_as_facts_still_differ() -> None:
    """The same sentences without a denial contradict."""
    texts = "The ferry was searched for 45 guns in Lima.", "The ferry was searched for 30 guns in Lima."
    assert [f.slot for f in findings(*texts)] == ["figure"]


@pytest.mark.parametrize(
    "denied",
    [
        "That any ransom was paid was denied by the envoys of Peru.",
        "A claim that any ransom was paid was denied by the envoys of Peru.",
    ],
)
def test_a_passive_denial_is_told_by_the_words_before_it(denied: str) -> None:
    """What was denied by somebody stands in front."""
    told = "Norway agreed to pay a ransom, officials in Lima maintain."
    assert [passages for _, passages in denials(f"{told} Peru was silent.", denied)] == [[told, denied]]


@pytest.mark.parametrize("rest", [", and is not alone.", ".", "; so does Norway."])
def test_it_that_is_denied_stands_in_the_sentence_before(rest: str) -> None:
    """ "Peru denies it, and is not alone": what "it" is was told right before."""
    said, denied = "A paper claims that there was a price.", f"Peru denies it{rest}"
    assert denials("Talks were held in Lima.", f"{said} {denied}") == [("denied by Peru", [said, denied])]
