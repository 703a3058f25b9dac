"""Two names of one body: joined where a text introduces one beside the other, never on likeness; a nation's firm is no other's."""

from __future__ import annotations

import pytest

from zopa.accounts.introduced import called_by_trait, other_names
from zopa.statements.actors import Actor

from .told import parties, talks

RIVAL = "The Harbour Front rejects the tax."


def _names(*texts: str) -> dict[str, str]:
    return {side: name for (_, side), name in talks(*texts).participants.names.items()}


@pytest.mark.parametrize(
    "told",
    [
        "The Free Tolvans (FDT) met the press.",
        "The Free Tolvans, known as FDT, met the press.",
        "The Free Tolvans, also called FDT, met the press.",
        "Talks with the Free Tolvans, the FDT, are hard.",
        "The Free Tolvans, or FDT, met the press.",
    ],
)
def test_names_that_one_account_introduces_are_one_party(told: str) -> None:
    """The account that introduces them need not tell that they do anything."""
    found = parties(told, f"The Free Tolvans demand a vote. {RIVAL}", f"FDT wants a vote. {RIVAL}")
    assert set(found) == {"Free Tolvans", "Harbour Front"}


@pytest.mark.parametrize(
    "told",
    [
        "The Free Tolvans and FDT met the press.",
        "The Free Tolvans left with the FDT's leader.",
        "It rained on the Free Tolvans.",
        "Talks with the Free Tolvans, the FDT and the Greens are hard.",
    ],
)
def test_names_that_nobody_introduces_stay_two(told: str) -> None:
    """What stands in a list, in another's possession, or nowhere beside the other is another body."""
    found = parties(told, f"The Free Tolvans demand a vote. {RIVAL}", f"FDT wants a vote. {RIVAL}")
    assert {"Free Tolvans", "FDT"} <= set(found)


def test_a_third_name_joins_two() -> None:
    """ "The Reds (TRP)" in one account, "the Renewal Party, known as TRP," in another: the Reds are the Renewal Party."""
    found = _names(f"The Reds (TRP) demand a vote. {RIVAL}", f"The Renewal Party, known as TRP, wants a vote. {RIVAL}")
    assert found["Reds"] == "Renewal Party"


def test_initials_of_two_bodies_join_neither() -> None:
    """ "CP" is explained by a Coast Party in one account and by a Centre Party in another."""
    coast, centre = Actor("Coast Party", "party", told_as={"CP"}), Actor("Marsh Party", "party", told_as={"MP"})
    assert other_names([coast, centre]) == (frozenset({"Coast Party", "CP"}), frozenset({"Marsh Party", "MP"}))
    assert other_names([coast, Actor("Centre Party", "party", told_as={"CP"})]) == ()
    assert other_names([]) == ()


def test_names_that_do_something_together_are_two() -> None:
    """Whatever a text says in apposition, two that sign with each other are no one body."""
    text = "The Free Tolvans, the FDT, demand a vote."
    apart = "The Free Tolvans and the FDT signed an accord. FDT demands a vote. The Free Tolvans demand a vote."
    assert {"Free Tolvans", "FDT"} <= set(parties(text, f"{apart} {RIVAL}"))


def test_a_plural_is_the_only_body_that_is_called_so() -> None:
    """ "The Liberals", where one account tells of the liberal TRP; nobody where two are liberal."""
    assert called_by_trait("Liberals", {"TRP": frozenset({"liberal"}), "Reds": frozenset({"old"})}) == "TRP"
    assert called_by_trait("Liberals", {"TRP": frozenset({"liberal"}), "Reds": frozenset({"liberal"})}) is None
    assert called_by_trait("liberals", {"TRP": frozenset({"liberal"})}) is None
    found = _names(f"The liberal TRP demands a vote. {RIVAL}", f"The Liberals want a vote. {RIVAL}")
    assert found["Liberals"] == found["TRP"]


@pytest.mark.parametrize(
    ("one", "buyer", "target"),
    [
        ("US brewer Boltek raised its offer. Lima-based Dorvan refused the offer.", "US brewer", "Peruvian firm"),
        (
            "The US drugmaker Boltek raised its bid. Dorvan, the Kenyan drugmaker, refused it.",
            "US company",
            "Kenyan firm",
        ),
        ("Dorvan refused the offer of Boltek, the Danish insurer.", "Danish company", "Kenyan firm"),
    ],
)
def test_a_firm_told_by_its_nation(one: str, buyer: str, target: str) -> None:
    """In another account, where both are told by their nations only: whose seat or nation some account tells, then who is left."""
    two = f"Boltek Inc. raised its bid. Dorvan Plc rejected it. The {buyer} said it was final. The {target} refused the offer."
    found = _names(one, two)
    assert found[buyer] == found["Boltek Inc."]
    assert found[target] == found["Dorvan Plc"]
    assert found["Boltek Inc."] != found["Dorvan Plc"]


def test_a_firm_of_a_nation_is_not_the_firm_of_another() -> None:
    """The only named firm near by is Kenyan: "the US company" stays nobody."""
    found = _names(
        "The Kenyan insurer Dorvan refused the offer. The US insurer said it was final. Peru demanded a vote."
    )
    assert found.get("US insurer") != "Dorvan"


@pytest.mark.parametrize(
    ("one", "two", "party"),
    [
        ("The six powers offered relief.", "The P5+1 offered relief.", "six powers"),
        ("The six major powers offered relief.", "The world powers offered relief.", "six powers"),
        ("The group of seven, or seven powers, offered relief.", "The seven-nation group wants a cap.", "seven powers"),
    ],
)
def test_powers_that_are_counted_are_one_group(one: str, two: str, party: str) -> None:
    """Five and one are six; powers without a number are the only ones that are counted."""
    found = parties(f"{one} Kenya rejects a cap.", f"{two} Kenya rejects a cap.")
    assert set(found) == {party, "Kenya"}


def test_the_halves_of_a_land() -> None:
    """ "The North" is North Korea beside South Korea, and Sudan beside South Sudan; "the Islamic Republic" is the one with that name."""
    assert (
        _names("North Korea demands a vote. South Korea rejects a vote.", "The North wants a vote.")["North"]
        == "North Korea"
    )
    assert _names("South Sudan demands a fee. Sudan rejects a fee.", "The North refuses a fee. The South wants it.") | {
        "North": "Sudan", "South": "South Sudan",
    } == _names("South Sudan demands a fee. Sudan rejects a fee.", "The North refuses a fee. The South wants it.")  # fmt: skip
    assert set(parties("Kenya demands a cap.", "Iran met Peru. The Islamic Republic rejects a cap.")) == {
        "Kenya",
        "Iran",
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Christian Union", "party"), ("Tolvan Dockers Union", "union"), ("Customs Union", "group")],
)
def test_a_union_of_christians_is_no_labour_union(name: str, kind: str) -> None:
    """What its other words tell goes first."""
    found = talks(f"The {name} demands a vote. {RIVAL}").participants.named(name)
    assert found is not None
    assert found.kind == kind
