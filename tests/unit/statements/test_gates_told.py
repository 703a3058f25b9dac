"""All gates that invented sentences tell: strikes, mergers, fisheries, coalitions, treaties."""

from __future__ import annotations

import pytest

from .told import facts

TOLD: list[tuple[str, list[str]]] = [
    ("Soldiers crossed the line in Lima, where they remained for an hour before going back.", []),
    ("The rules would lapse before the second cut could take effect.", []),
    ("Airlines could cut the pay of pilots if the union loses.", []),
    ("Norway might lose its port if Kenya started to fish.", []),
    ("In the view of the council the sum is too high, and Norway will require Kenya to return it.", []),
    ("The party does not like to govern without allies.", []),
    ("The talks will go on in Oslo unless something unforeseen happens.", []),
    (
        "The party cannot govern without allies.",
        [
            "allies > The party cannot govern | sequence",
        ],
    ),
    ("The members voted on the deal on Monday.", []),
    ("Norway fears a strike that will hit the region hard if it goes on.", []),
    ("The obstacle was a set of rules by which Norway will protect farmers if Kenya ships more.", []),
    ("Norway left without a deal.", []),
    ("The conference will close without a deal.", []),
    ("The round is going to end without a deal.", []),
    ("An amnesty is not key to a deal.", []),
    ("The truce was not tied to a release.", []),
    ("The handover is no precondition for talks.", []),
    ("The new law would require a licence.", []),
    ("Norway asked Kenya if the talks had failed.", []),
    ("If the talks succeed, the sides will sign treaties.", []),
    ("The port must be among the options placed before the meeting.", []),
    ("The talks must end before noon.", []),
    (
        "If there is no deal, higher duties will apply from July.",
        ["there is no deal > higher duties will apply from July | condition"],
    ),
    (
        "If the deal is approved in the vote, classes will resume on Monday.",
        ["the deal is approved in the vote > classes will resume on Monday | condition"],
    ),
    (
        "Shareholders of the yard are due to vote on the deal on 27 March.",
        ["Shareholders of the yard are due to vote > the deal | condition"],
    ),
    (
        "Members have until 19 March to ratify or reject the contract.",
        ["Members have until 19 March to ratify > the contract | condition"],
    ),
    (
        "The agreement with Kenya is subject to approval by the board, which meets in April.",
        ["approval by the board, which meets in April > The agreement with Kenya | condition"],
    ),
    (
        "Meeting the demand for a parliament would require a referendum.",
        ["a referendum > Meeting the demand for a parliament | condition"],
    ),
    (
        "Talks will resume only after the prisoners are home.",
        [
            "the prisoners are home > Talks will resume | precondition",
        ],
    ),
    (
        "Norway will lift the toll once Kenya signs the treaty.",
        [
            "Kenya signs the treaty > Norway will lift the toll | precondition",
        ],
    ),
    (
        "Norway will not sign until Kenya withdraws its boats.",
        [
            "Kenya withdraws its boats > Norway will not sign | precondition",
        ],
    ),
    (
        "The merger is expected to be debated before any decision is taken.",
        [
            "The merger is expected to be debated > any decision is taken | precondition",
        ],
    ),
    (
        "The union wants a study before the talks.",
        [
            "a study > the talks | sequence",
        ],
    ),
    (
        "There will be no ceasefire without guarantees, Velmar said.",
        [
            "guarantees > no ceasefire | sequence | Velmar",
        ],
    ),
    (
        "Norway would sign a treaty only after a vote.",
        [
            "a vote > Norway would sign a treaty | sequence",
        ],
    ),
    (
        "A deal needs the approval of parliament.",
        [
            "the approval of parliament > A deal | condition",
        ],
    ),
    (
        "Baltex is waiting for a ruling.",
        [
            "a ruling > Baltex is waiting | sequence",
        ],
    ),
    (
        "The cartel office must approve any takeover.",
        [
            "The cartel office must approve > any takeover | condition",
        ],
    ),
    (
        "If Kenya changes its law, the sides will sign a treaty.",
        [
            "Kenya changes its law > the sides will sign a treaty | condition",
        ],
    ),
    (
        "To reach a deal, Kenya must lift the toll.",
        [
            "Kenya must lift the toll > reach a deal | precondition",
        ],
    ),
    (
        "The toll must be lifted if the sides are to reach a deal.",
        [
            "The toll must be lifted > the sides are to reach a deal | precondition",
        ],
    ),
    (
        "Velmar wants the toll lifted in return for a truce.",
        [
            "a truce > the toll lifted | condition",
        ],
    ),
    ("Norway signed the treaty after a long night.", []),
    (
        "The strike will go on unless Baltex raises its offer.",
        [
            "Baltex raises its offer > The strike will go on | precondition",
        ],
    ),
    ("Until further notice the port stays shut.", []),
    ("At the last moment the union left.", []),
    (
        "The contract depends on a vote of the members on Friday.",
        [
            "a vote of the members on Friday > The contract | condition",
        ],
    ),
    ("Norway left, not without regret.", []),
    (
        "Without a quota, there will be no deal, said Petra Voll.",
        [
            "a quota > no deal | sequence | Petra Voll",
        ],
    ),
    ("Norway lifted the toll once Kenya signed.", []),
    (
        "Norway will not lift the toll unless Kenya signs the treaty.",
        [
            "Kenya signs the treaty > Norway will not lift the toll | precondition",
        ],
    ),
    (
        "The board will vote before any sale is agreed.",
        [
            "The board will vote > any sale is agreed | precondition",
        ],
    ),
    ("Norway would not sign the treaty until June.", []),
    ("The port will open after the vote.", []),
    (
        "The port will open only after the vote.",
        [
            "the vote > The port will open | sequence",
        ],
    ),
    (
        "Parliament must approve the treaty.",
        [
            "Parliament must approve > the treaty | condition",
        ],
    ),
    (
        "The drivers are waiting for an offer.",
        [
            "an offer > The drivers are waiting | sequence",
        ],
    ),
    (
        "If Norway lifts the toll, Kenya will sign the treaty.",
        [
            "Norway lifts the toll > Kenya will sign the treaty | condition",
        ],
    ),
    ("If the talks succeed, the sides will sign a treaty.", []),
    (
        "To secure a treaty, both sides must free their prisoners.",
        [
            "both sides must free their prisoners > secure a treaty | precondition",
        ],
    ),
    (
        "Norway will free the crew in return for a pledge.",
        [
            "a pledge > the crew | condition",
        ],
    ),
    (
        "Norway will free the crew in exchange for the release of the boats.",
        [
            "the release of the boats > the crew | condition",
        ],
    ),
    (
        "No contract can be signed without a vote.",
        [
            "a vote > No contract can be signed | sequence",
        ],
    ),
    (
        "Norway wants guarantees before a ceasefire.",
        [
            "guarantees > a ceasefire | sequence",
        ],
    ),
    ("After the vote, the port opened.", []),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_gates(text: str, expected: list[str]) -> None:
    """What must come first, what waits for it, of what kind it is and who says so; no other."""
    assert facts(text, "gates") == expected
