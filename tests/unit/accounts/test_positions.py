"""Positions that two accounts tell alike, and those that they do not; terms of papers over accounts."""

from __future__ import annotations

import pytest

from .comparing import findings
from .told import talks

OPENING = "Peru and Norway met in Lund for talks on the harbour."


def positions(*texts: str, published: tuple[str | None, ...] = ()) -> list[str]:
    openings = (OPENING, "Talks on the harbour went on in Lund between Norway and Peru.")
    found = findings(*(f"{opening} {text}" for opening, text in zip(openings, texts, strict=True)), published=published)
    return [f.about for f in found if f.slot == "position"]


@pytest.mark.parametrize(
    ("one", "other", "about"),
    [
        ("Peru demanded a harbour levy.", "What Peru wants is a harbour levy.", "a demand of Peru: harbour levy"),
        ("Norway rejected the dredging plan.", "The dredging plan is unacceptable, Norway said.", "a refusal of Norway: dredging plan"),
        ("Peru offered a harbour levy of 5 percent.", "A harbour levy was offered by Peru.", "an offer of Peru: harbour levy"),
    ],
)  # fmt: skip
def test_one_position_in_other_words(one: str, other: str, about: str) -> None:
    """Party, stance and issue are the same."""
    assert positions(one, other) == [about]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Peru demanded a harbour levy.", "Norway demanded a harbour levy."),
        ("Peru demanded a harbour levy.", "Peru rejected a harbour levy."),
        ("Peru demanded a harbour levy.", "Peru may demand a harbour levy."),
        ("Peru demanded a harbour levy.", "Norway said that Peru demanded a harbour levy."),
        ("Peru offered a harbour levy of 5 percent.", "Peru offered a harbour levy of 9 percent."),
        ("Peru demanded a harbour levy in 1994.", "Peru demanded a harbour levy."),
    ],
)
def test_two_positions(one: str, other: str) -> None:
    """Another party, stance or figure, what is only possible, what another side says, and what is long past agree with nothing."""
    assert positions(one, other) == []


def test_accounts_of_two_months_agree_on_no_position() -> None:
    """What is told alike months apart may be two demands."""
    texts = ("Peru demanded a harbour levy.", "What Peru wants is a harbour levy.")
    assert positions(*texts, published=("2025-03-12", "2025-03-30"))
    assert not positions(*texts, published=("2025-01-12", "2025-03-30"))


def test_terms_hang_on_their_papers() -> None:
    """Each term once, the longer of two, with the party whose paper it is; it is no position of that party."""
    found = talks(
        f"{OPENING} Norway rejected a levy. The Norwegian draft provides for a levy and would scrap the toll.",
        "Norway rejected a levy. Under the pact, Peru will pay.",
    )
    assert [(t.owner, t.term.kind) for t in found.terms] == [("Norway", "holds"), (None, "under")]
    assert {w.stance for w in found.dispute.wants if w.party == "Norway"} == {"refuses"}


def test_a_possible_position_is_none() -> None:
    """ "Would demand" and "if Peru demands" are held by nobody yet."""
    assert positions("Peru demanded a harbour levy.", "If Peru demands a harbour levy, Norway will leave.") == []
    assert positions("Peru demanded a harbour levy.", "Peru would demand a harbour levy.") == []


def test_who_speaks_of_a_thing_and_who_pays_for_it() -> None:
    """One word in common with another head is no one position: terrorism, and the sponsors of terrorism."""
    one = "Peru wants to speak of terrorism."
    assert not [
        f for f in findings(one, "Peru wanted Norway to help the sponsors of terrorism stop their support.")
        if f.slot == "position"
    ]  # fmt: skip
    assert [f for f in findings(one, "Peru insists on speaking of terrorism.") if f.slot == "position"]
