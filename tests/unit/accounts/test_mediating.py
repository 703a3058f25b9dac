"""Who mediates: deeds towards both sides, talks that somebody saves or steers, and phrases that name a mediator."""

from __future__ import annotations

import pytest

from .told import parties

LEAD = "Norway and Peru have been in talks. Norway wants a levy. Peru refuses the levy."
MEDIATES = [
    "Kenya urged both sides to sign.",
    "Kenya is urging Norway and Peru to accept the draft.",
    "Kenya handed a draft of the truce to each side.",
    "Kenya invited the two leaders to Lima.",
    "Kenya intervened to save the talks.",
    "Kenya will oversee the talks.",
    "Kenya is seeking a formula to bridge the gap between the sides.",
    "Kenya has joined as a guarantor of the talks.",
    "Kenya broke off its mediation efforts.",
    "Talks opened in Lima under Kenyan mediation.",
    "Kenyan-brokered talks resumed in Lima.",
    "Kenya-led talks resumed in Lima.",
    "The talks, mediated by Kenya, resumed.",
    "Kenya brokered the talks.",
]
NO_MEDIATOR = [
    "Kenya urged Peru to sign.",
    "Kenya did not urge both sides to sign.",
    "Kenya could save the talks.",
    "Kenya saved its bank.",
    "Kenya wants a dam. Kenya urged both sides to build it.",  # for itself
    "Kenya asked for a mediator.",
    "The bus from Kenya led to Lima.",
    "Kenya told reporters that it rained.",
]


@pytest.mark.parametrize("text", MEDIATES)
def test_who_mediates(text: str) -> None:
    """By what it does, or by what it is called; the two sides stay sides."""
    assert parties(f"{LEAD} {text}") == {"Kenya": "mediates", "Norway": "negotiates", "Peru": "negotiates"}


@pytest.mark.parametrize("text", NO_MEDIATOR)
def test_who_does_not(text: str) -> None:
    """Whoever turns to one side, wants something itself, or does something else."""
    assert parties(f"{LEAD} {text}").get("Kenya") != "mediates"


def test_a_side_that_urges_the_others_stays_a_side() -> None:
    """In talks of three, who asks both others to sign has a demand of its own."""
    assert parties(f"{LEAD} Norway urged both sides to sign.")["Norway"] == "negotiates"


OUTSIDE = [
    "Kenya urged Peru to return to the talks.",
    "Kenya called on Norway to accept the truce.",
    "Kenya proposed that the talks resume in Lima.",
    "Kenya presented a new draft to both sides.",
    "Ana Brod, the Kenyan mediator, said that it rained.",
]


@pytest.mark.parametrize("text", OUTSIDE)
def test_who_steers_from_outside(text: str) -> None:
    """Whoever is not at the table and asks those who are to talk or settle wants nothing for itself."""
    assert parties(f"{LEAD} {text}")["Kenya"] == "mediates"


@pytest.mark.parametrize(
    "text",
    ["Kenya urged Peru to close the port.", "Kenya wants the port.", "Peru urged Norway to return to the talks."],
)
def test_who_does_not_steer(text: str) -> None:
    """What is asked is no talks, or whoever asks sits at the table."""
    assert "mediates" not in parties(f"{LEAD} {text}").values()
