"""All deeds that invented sentences tell: strikes, mergers, fisheries, coalitions, treaties."""

from __future__ import annotations

import pytest

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
            "Baltex not change | bid | - possible author",
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
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_deeds(text: str, expected: list[str]) -> None:
    """Each deed of a sentence with doer, matter, stance, how surely and by whom it is told; no other."""
    assert facts(text, "deeds") == expected
