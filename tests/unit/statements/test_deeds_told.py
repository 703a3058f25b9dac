"""All deeds that invented sentences tell: strikes, mergers, fisheries, coalitions, treaties."""

from __future__ import annotations

import pytest

from .reading import read
from .told import facts

TOLD = [
    (
        "Norway offered to compensate the fishermen with a fund.",
        [
            "Norway compensate | compensate the fishermen with a fund | offers told author",
        ],
    ),
    (
        "Velmar's ally, Norway, rejected the quota.",
        [
            "Norway reject | quota | refuses told author",
        ],
    ),
    (
        "Norway's proposal includes a raise of 4 percent.",
        [
            "Norway proposal | offers told author",
            "Norway include | raise of 4 percent | offers told author",
        ],
    ),
    (
        "Chile adopted a tough tone. Chile adopted the resolution.",
        [
            "Chile adopt | tough tone | - told author",
            "Chile adopt | resolution | accepts told author",
        ],
    ),
    ("The union insists that studies show a loss.", []),
    (
        "The union insisted that Baltex withdraw its bid.",
        [
            "union withdraw | bid | wants told author",
        ],
    ),
    (
        "Baltex withdrew its proposal for a merger.",
        [
            "Baltex withdraw | proposal for a merger | - told author",
            "Baltex proposal | merger | - told author",
        ],
    ),
    (
        "The union will not meet the board. Baltex would not change its bid.",
        [
            "union not meet -> board | board | - future author",
            "Baltex change | bid | refuses told author",
        ],
    ),
    (
        "Norway hopes that Kenya will accept the quota.",
        [
            "Norway hope | - told author",
            "Kenya accept | quota | accepts condition reported | Norway",
        ],
    ),
    (
        "Norway and Kenya ended the talks in stalemate.",
        [
            "Norway + Kenya end | stalemate | ends told author | how: in stalemate",
        ],
    ),
    (
        "The union wants 9 percent more pay.",
        [
            "union want | more pay | wants told author",
        ],
    ),
    (
        '"Enrichment is a red line," the Velmar envoy Ruth Sand said.',
        [
            "Ruth Sand (Velmar) line | Enrichment | never told quoted | Ruth Sand (Velmar)",
            "Ruth Sand (Velmar) say | - told author",
        ],
    ),
    (
        '"The limit must be put in writing," said Ruth Sand, the envoy of Velmar.',
        [
            "Ruth Sand (Velmar) put | limit | wants wish quoted | Ruth Sand (Velmar) | how: in writing",
            "Ruth Sand (Velmar) say | - told author",
        ],
    ),
    (
        "Norway refused to accept the draft. Kenya is ready to cede the lake.",
        [
            "Norway accept | draft | refuses told author",
            "Kenya cede | lake | offers told author",
        ],
    ),
    (
        "Norway insisted that it will not give up the island.",
        [
            "Norway give up | it will not give up the island | never told author",
        ],
    ),
    (
        "Analysts agree that Velmar will have to pay.",
        [
            "Velmar have | - future reported | Analysts (?)",
            "Velmar pay | - wish reported | Analysts (?)",
        ],
    ),
    (
        "The merger needs approval, Norway said.",
        [
            "- need | approval | wants told reported | Norway",
            "Norway say | - told author",
        ],
    ),
    (
        "Norway called for any withdrawal from the valley to be verified.",
        [
            "Norway call | withdrawal from the valley | wants told author",
        ],
    ),
    (
        "The union wants a raise in the region of 20,000 crowns.",
        [
            "union want | raise in the region of 20,000 crowns | wants told author",
        ],
    ),
    (
        "The ceasefire was rejected by Kenya and Chile.",
        [
            "Kenya + Chile reject | ceasefire | refuses told author",
        ],
    ),
    (
        "Norway will sign if Kenya opens the port.",
        [
            "Norway sign | signs future author",
            "Kenya open | port | - condition author",
        ],
    ),
    (
        "The union said it had told Baltex to withdraw the plan.",
        [
            "union say | - told author",
            "union tell -> Baltex | - told reported | union",
            "Baltex withdraw | plan | - wish reported | union",
        ],
    ),
    (
        "Norway and Kenya rejected the quota. They demanded a study.",
        [
            "Norway + Kenya reject | quota | refuses told author",
            "Norway + Kenya demand | study | wants told author",
        ],
    ),
    (
        '"We reject the quota," said the Norwegian minister Tomas Averin.',
        [
            "Tomas Averin (Norway) reject | quota | refuses told quoted | Tomas Averin (Norway)",
            "Tomas Averin (Norway) say | - told author",
        ],
    ),
    (
        "Norway rejected the quota because it wants a study.",
        [
            "Norway reject | quota | refuses told author | because it wants a study",
            "Norway want | study | wants told author",
        ],
    ),
    (
        "Norway signed a treaty with Kenya against illegal fishing.",
        [
            "Norway sign -> Kenya | treaty with Kenya | signs told author",
        ],
    ),
    (
        "Officials from Norway and Kenya signed a treaty.",
        [
            "Officials (Norway) + Kenya sign | treaty | signs told author",
        ],
    ),
    (
        "The quota was accepted by Norway.",
        [
            "Norway accept | quota | accepts told author",
        ],
    ),
    (
        "Norway promised Kenya a loan.",
        [
            "Norway promise -> Kenya | loan | offers told author",
        ],
    ),
    (
        "Norway offered Kenya a loan of 40 million crowns.",
        [
            "Norway offer -> Kenya | loan of 40 million crowns | offers told author",
        ],
    ),
    (
        "Baltex raised its offer to 6 percent.",
        [
            "Baltex raise | offer | offers told author",
            "Baltex offer | offers told author",
        ],
    ),
    (
        '"Norway must lift the toll," said Ruth Sand, the Velmar envoy.',
        [
            "Ruth Sand (Velmar) lift | toll | wants wish quoted | Ruth Sand (Velmar)",
            "Ruth Sand (Velmar) say | - told author",
        ],
    ),
    (
        '"We must lift the toll," said Ruth Sand, the Velmar envoy.',
        [
            "Ruth Sand (Velmar) lift | toll | - wish quoted | Ruth Sand (Velmar)",
            "Ruth Sand (Velmar) say | - told author",
        ],
    ),
    (
        "Norway is not ready to sign.",
        [
            "Norway sign | sign | refuses told author",
        ],
    ),
    (
        "Norway could lift the toll next week.",
        [
            "Norway lift | toll | - possible author | 2025-03-17",
        ],
    ),
    (
        "Norway would lift the toll if Kenya signed.",
        [
            "Norway lift | toll | - possible author",
            "Kenya sign | signs condition author",
        ],
    ),
    (
        "The talks failed over the toll.",
        [
            "- fail | fails told author | because the toll",
        ],
    ),
    (
        "Norway walked out of the talks on Friday.",
        [
            "Norway walk out | talks | leaves told author | 2025-03-07",
        ],
    ),
    (
        "Norway quit the fishing pact.",
        [
            "Norway quit | fishing pact | - told author",
        ],
    ),
    (
        "Norway said it would never give up the island.",
        [
            "Norway say | - told author",
            "Norway give up | island | never possible reported | Norway",
        ],
    ),
    (
        "Norway insists on a toll of 5 percent.",
        [
            "Norway insist | toll of 5 percent | wants told author",
        ],
    ),
    (
        "Norway urged Kenya to release the crew.",
        [
            "Norway release -> Kenya | release the crew | wants told author",
        ],
    ),
    (
        "The parties agreed on a truce of 60 days.",
        [
            "parties agree | truce of 60 days | agrees told author",
        ],
    ),
    (
        "Norway accepted the draft but Kenya rejected it.",
        [
            "Norway accept | draft | accepts told author",
            "Kenya reject | draft | refuses told author",
        ],
    ),
    (
        "The Greens will back the budget in exchange for a carbon tax.",
        [
            "Greens back | budget | accepts future author | how: in exchange",
        ],
    ),
    (
        "The Coast Party wants the Greens to leave the coalition.",
        [
            "Coast Party leave -> Greens | leave the coalition | wants told author",
        ],
    ),
    (
        "Shareholders of Halden approved the merger.",
        [
            "Shareholders of Halden approve | merger | accepts told author",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_deeds(text: str, expected: list[str]) -> None:
    """Each deed of a sentence with doer, matter, stance, how surely and by whom it is told; no other."""
    assert facts(text, "deeds") == expected


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("It is not true that the union walked out, Lena Orr said.", True),
        ("It is true that the union walked out, Lena Orr said.", False),
        ("It is false to say that the union walked out, Lena Orr said.", True),
        ("The claim that the union walked out is a lie, Lena Orr said.", True),
        ("It is wrong to say that the union walked out, Lena Orr said.", True),
        ("It is wrong that the union walked out, Lena Orr said.", False),
        ("It is untrue that the union did not walk out, Lena Orr said.", False),
    ],
)
def test_what_is_called_untrue(text: str, negated: bool) -> None:
    """What somebody calls a lie or not true is told not to be so; what is called wrong is not, unless it is wrong to say."""
    deed = next(d for d in read(text).deeds if d.predicate == "walk out")
    assert deed.negated is negated


def test_a_demand_that_is_called_untrue_is_nobodys() -> None:
    """ "It is a misrepresentation to say that they called for cuts" tells no demand."""
    text = "It is a gross misrepresentation to say that Norway has called for cuts, Lena Orr said."
    assert not [d for d in read(text).deeds if d.stance == "wants"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The union would back its members.", ""),
        ("Norway supports the dockers.", ""),
        ("Norway supports the plan.", "accepts"),
    ],
)
def test_who_stands_by_people_accepts_nothing(text: str, stance: str) -> None:
    """Backing a plan is a yes to it; backing people is none to anything."""
    assert [d.stance for d in read(text).deeds if d.predicate in {"back", "support"}] == [stance]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("Norway conceded that the levy was too high.", ""),
        ("Norway conceded that it had lost the vote.", ""),
        ("Norway conceded that the levy would be cut.", "offers"),
        ("Norway conceded the point.", "offers"),
    ],
)
def test_who_concedes_a_fact_gives_nothing(text: str, stance: str) -> None:
    """What is conceded to be so is admitted; what is conceded to come is given."""
    assert [d.stance for d in read(text).deeds if d.predicate == "concede"] == [stance]


@pytest.mark.parametrize(
    ("text", "doers"),
    [
        ("Norway made Peru an offer. It demanded the port.", ["Norway"]),
        ("Norway made Peru an offer. It demanded the port. It also demanded the levy.", ["Norway", "Norway"]),
        ("Lena Orr met Ana Brod. She demanded the port.", ["Lena Orr"]),
        ("The only one of the lands in the bloc that demanded the port left.", []),
        ("Peru is the only one of the 28 countries in the European bloc that demanded the port.", ["Peru"]),
    ],
)
def test_it_and_she_go_on_with_the_subject_before(text: str, doers: list[str]) -> None:
    """What a pronoun does is done by the subject of the sentence before, not by whoever was named last in it."""
    deeds = [d for d in read(text).deeds if d.predicate == "demand"]
    assert [x.name for d in deeds for x in d.doers] == doers


@pytest.mark.parametrize(
    ("text", "predicate", "stance"),
    [
        ("We do not believe that Norway is prepared to recommend the deal, Peru said.", "recommend", "refuses"),
        ("We believe that Norway is prepared to recommend the deal, Peru said.", "recommend", "offers"),
        ("Norway does not intend to make an offer for the port.", "make", "refuses"),
        ("Ana Brod of Peru suggested that a deal might not be ready in time.", "suggest", ""),
        ("Norway needs the consent of the regions.", "need", ""),
        ("Norway needs a new port.", "need", "wants"),
        ("Norway and the government of Peru, which Kenya supports, traded lists.", "support", ""),
    ],
)
def test_what_only_looks_like_a_position(text: str, predicate: str, stance: str) -> None:
    """A denied belief denies what is believed; what may be, what others must give, and who is supported are no offer, want or yes."""
    assert {d.stance for d in read(text).deeds if d.predicate == predicate} == {stance}
