"""Positions that no verb of wanting has as its own object: demands by their noun, clefts, what is due, what there is no appetite for."""

from __future__ import annotations

import pytest

from .reading import read

OPENING = "Peru and members of Unia Verde met in Lund for talks on the harbour. "
TOLD = [
    ("The main demand of Unia Verde is a shorter week.", "wants", "Unia Verde", "shorter week"),
    ("Among the demands of Unia Verde was a bonus.", "wants", "Unia Verde", "bonus"),
    ("A shorter week is what Unia Verde is asking for.", "wants", "Unia Verde", "shorter week"),
    ("What Peru wants is a share of the water.", "wants", "Peru", "share of the water"),
    ("Peru is firmly against the increase in fees.", "refuses", "Peru", "increase in fees"),
    ("Peru is not prepared to pay the levy.", "refuses", "Peru", "levy"),
    ("Unia Verde has little appetite for prolonging the truce.", "refuses", "Unia Verde", "truce"),
    ("The targets for purchases must match real demand, Peru said.", "wants", "Peru", "targets for purchases"),
    ("The price should be fair, Unia Verde said.", "wants", "Unia Verde", "price"),
    ("Peru said that Baltex must take off all of the extra fees.", "wants", "Peru", "extra fees"),
    ("Peru said the fee has to be cut.", "wants", "Peru", "fee"),
    ("The demand of Peru for a levy was on the table.", "wants", "Peru", "levy"),
    ("Its sovereignty is non-negotiable, Peru said.", "never", "Peru", "sovereignty"),
    ("Peru wished to see the quotas made larger.", "wants", "Peru", "quotas made larger"),
]
NOT_TOLD = [
    "A bonus is not the main demand of Unia Verde.",
    "A bonus may be the main demand of Unia Verde.",
    "If the main demand of Unia Verde is a bonus, Peru will pay.",
    "The target is what Peru said.",
    "Peru does not have to pay the levy.",
    "Unia Verde has an appetite for risk.",
    "Peru no longer insisted on a levy.",
    "Peru did not reject the levy.",
    "Peru is not against a levy.",
    "The hills, as the Norwegians prefer to call them, are high.",
    "Unia Verde gave up its demand for a levy.",
    "Peru did not abandon its plan for a levy.",
    "The room was prepared by Peru.",
]


@pytest.mark.parametrize(("text", "stance", "side", "matter"), TOLD)
def test_a_position_is_told_without_a_verb_of_wanting(text: str, stance: str, side: str, matter: str) -> None:
    """Whose it is, what it does, and what it is about."""
    found = [(d.stance, x.side, m.text) for d in read(OPENING + text).deeds for x in d.doers for m in d.matters]
    assert (stance, side, matter) in found


@pytest.mark.parametrize("text", NOT_TOLD)
def test_nothing_is_wanted(text: str) -> None:
    """What is denied, possible, a condition, no obligation, or another thing altogether."""
    positions = {"wants", "refuses", "never"}
    assert not [d for d in read(OPENING + text).deeds if d.stance in positions and d.doers and d.matters]


def test_it_is_the_body_of_the_main_clause() -> None:
    """ "It" is no plural of an inner clause, and no side where the sentence before is about an offer."""
    told = read(OPENING + "Unia Verde says that the parties are close. Yet it goes on. It wants a shorter week.").deeds
    assert [x.side for d in told if d.stance == "wants" for x in d.doers] == ["Unia Verde"]
    told = read(
        "Baltex met Peru. The deal that Baltex came to is not final. It needs the approval of the members."
    ).deeds
    assert not [d for d in told if d.predicate == "need" and d.doers]


def test_both_are_two() -> None:
    """ "Both were vetoed" takes up two things that were read, never one."""
    told = read("Peru offered a loan. Both were vetoed by Norway.").deeds
    assert [d.matters for d in told if d.predicate == "veto"] == [()]
    told = read("Peru wants a loan and a levy. Both were vetoed by Norway.").deeds
    assert [len(d.matters) for d in told if d.predicate == "veto"] == [2]


def test_an_accusation_is_told_whole() -> None:
    """ "Accused the union of having wrecked the deal": the clause behind "of" is what for."""
    told = read("Baltex accused Unia Verde of having wrecked the deal.").deeds
    assert [m.text for d in told if d.stance == "blames" for m in d.matters] == ["having wrecked the deal"]


def test_what_only_looks_so_is_not_done() -> None:
    """ "As though a deal had been signed" signs nothing."""
    told = read("Peru and Norway met. Their words were reported as though a deal had been signed.").deeds
    assert [d.sure for d in told if d.predicate == "sign"] == ["condition"]


def test_a_paragraph_goes_on_with_its_only_speaker() -> None:
    """What must be done, in the author's words, in a paragraph where one alone speaks and asks: it is that speaker's demand."""
    text = "The text needs to be balanced. Envoy Nils Arden of Peru said that the toll must go."
    told = [(x.name, m.text) for d in read(text).deeds if d.stance == "wants" for x in d.doers for m in d.matters]
    assert ("Nils Arden", "text") in told
    for other in (
        f"{text} Envoy Tom Arlen said that the toll must stay.",
        "The text needs to be balanced. Envoy Nils Arden of Peru said that it rained.",
        f"The text needs to be balanced.\n\n{text.partition('. ')[2]}",
    ):
        told = [(x.name, m.text) for d in read(other).deeds if d.stance == "wants" for x in d.doers for m in d.matters]
        assert ("Nils Arden", "text") not in told
