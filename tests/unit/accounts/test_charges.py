"""Whose charge a stance is: the blamer's, somebody of another body's; and what is no stance at all."""

from __future__ import annotations

import pytest

from .told import talks


def _wants(text: str) -> set[tuple[str, str, str, str | None]]:
    return {(w.party, w.stance, w.voice, w.says) for w in talks(text).dispute.wants}


@pytest.mark.parametrize(
    ("text", "party", "says"),
    [
        ("Peru and Chile blamed the failure on Norway not offering enough fish.", "Norway", "Peru"),
        ("The dock union blamed the strike on the harbour company refusing a raise.", "harbour company", "dock union"),
        ("Peru blamed Kenya for refusing to sell the boats.", "Kenya", "Peru"),
    ],
)
def test_what_somebody_is_blamed_for_is_the_blamers_charge(text: str, party: str, says: str) -> None:
    """It is the stance of whoever is blamed, as the blamer says, and never the blamer's own."""
    assert _wants(text) == {(party, "refuses", "other-side", says)}


def test_blame_for_what_nobody_is_told_to_have_done_is_no_stance() -> None:
    """ "Blamed the strike on not getting a raise": the union refuses no raise."""
    assert _wants("The dock union blamed the strike on not getting a raise. The harbour company demands a cut.") == {
        ("harbour company", "wants", "author", None)
    }


@pytest.mark.parametrize(
    "teller", ["Ana Lind, a coordinator of the relief group Verra", "Bo Ek, a shopkeeper", "Ines Orr, a Verra official"]
)
def test_what_somebody_of_no_party_says_of_one_is_not_its_own_words(teller: str) -> None:
    """Whoever is named and speaks for another body, or for none, tells another's refusal."""
    told = _wants(f"Norway demands a truce. Peru rejects the truce. “Kenya does not want the truce,” said {teller}.")
    assert {(party, voice) for party, _, voice, says in told if says} == {("Kenya", "other-side")}


def test_a_party_s_own_speaker_is_no_other_side() -> None:
    """A minister of its own, and officials of whom no side is told."""
    assert ("Peru", "refuses", "reported", "Ana Lind") in _wants("Peru's premier Ana Lind said Peru rejected the tax.")
    assert {v for *_, v, _ in _wants("Officials said that Peru rejected the tax.")} == {"reported"}


@pytest.mark.parametrize(
    "text",
    [
        "The dock union needed the police escort to leave the hall.",
        "Peru needed the help of the fire brigade.",
        "The harbour company needed a locksmith on Friday.",
    ],
)
def test_what_somebody_needed_for_a_thing_done_is_no_demand(text: str) -> None:
    """As the text tells it; what a side says that it needs is one."""
    assert _wants(text) == set()
    assert _wants("The dock union needs a raise.")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Norway has not agreed to fund a wall.", set()),
        ("Norway would not agree to fund a wall.", {("Norway", "refuses", "author", None)}),
        ("Norway condemned the decision of the council.", set()),
        ("Norway condemned the plan of the council.", {("Norway", "refuses", "author", None)}),
        ("Norway claims to act in good faith.", set()),
    ],
)
def test_what_is_not_agreed_condemned_or_claimed(text: str, told: set[tuple[str, str, str, str | None]]) -> None:
    """ "Has not agreed" is no yes; a deed that one condemns is nothing that one refuses; "claims to" claims nothing for itself."""
    assert _wants(text) == told
