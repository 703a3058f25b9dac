"""Whom later words of a text mean: short forms, surnames, seats, nouns that lean on a body told before."""

from __future__ import annotations

import pytest

from .told import facts

TOLD = [
    (
        "The Supreme National Security Council rejected the freeze.",
        [
            "Supreme National Security Council | council | Council",
        ],
    ),
    (
        "Kim Jong Un rejected the talks. The UN protested.",
        [
            "Kim Jong Un (?) | person | Kim",
            "United Nations | group | UN",
        ],
    ),
    (
        "Air France rejected the pay claim. The airline offered 2 percent.",
        [
            "Air France | group | France; airline",
        ],
    ),
    (
        "Baltex Motors offered 4 percent. The company refused to pay more.",
        [
            "Baltex Motors | company | Motors; company",
        ],
    ),
    (
        "Baltex Motors offered 4 percent. The union rejected it.",
        [
            "Baltex Motors | company | Motors",
            "union | union | union",
        ],
    ),
    (
        "Pope Leo urged Norway to sign.",
        [
            "Leo (?) | person | pope | Leo",
            "Norway | state | Norway",
        ],
    ),
    (
        "The Republic of Korea signed the pact.",
        [
            "South Korea | state | Republic; Korea",
        ],
    ),
    (
        "Libya's warring sides met. The Libyan army refused to withdraw.",
        [
            "Libya | state | Libya",
            "Libyan army (Libya) | armed group | army",
        ],
    ),
    (
        "Norway signed the pact. The Norwegian army withdrew.",
        [
            "Norway | state | Norway",
            "Norwegian army (Norway) | armed group | army",
        ],
    ),
    (
        "Harbour Rail rejected the claim. Harbour wants arbitration.",
        [
            "Harbour Rail | group | also Harbour | Rail; Harbour",
        ],
    ),
    (
        "Otto Brand and his sister Eva Brand rejected the will. Brand wants a court.",
        [
            "Otto Brand (?) | person | Otto; Brand",
            "Eva Brand (?) | person | Eva",
        ],
    ),
    (
        "Ms. Voll demanded a vote. Voll leads the drivers.",
        [
            "Voll (drivers) | person | Voll; Voll",
            "drivers | group | drivers",
        ],
    ),
    (
        "President Karim Haddad signed. Haddad left at noon.",
        [
            "Karim Haddad (?) | person | president | Karim; Haddad",
        ],
    ),
    (
        "Lima and Oslo agreed on a toll. Peru will pay half.",
        [
            "Peru | state | Lima; Peru",
            "Norway | state | Oslo",
        ],
    ),
    (
        "The Northern Drivers Association called a strike. The association wants 5 percent.",
        [
            "Northern Drivers Association | group | Association; association",
        ],
    ),
    (
        "The Northern Drivers Association (NDA) called a strike. NDA wants 5 percent.",
        [
            "Northern Drivers Association | group | also NDA | Association; NDA; NDA",
        ],
    ),
    (
        "The ministry rejected the claim. The Norwegian fisheries ministry wants a quota.",
        [
            "ministry | government body | ministry",
            "Norwegian fisheries ministry (Norway) | government body | ministry",
        ],
    ),
    (
        "Otto Finn of the Finnish delegation rejected the draft. The Finns want more.",
        [
            "Otto Finn (Finland) | person | Otto",
            "Finnish delegation (Finland) | group | delegation",
            "Finland | state | Finns",
        ],
    ),
    (
        "The United States offered a loan. Washington wants a port.",
        [
            "United States | state | States; Washington",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_whom_the_words_mean(text: str, expected: list[str]) -> None:
    """Everybody who takes part, with side, kind, offices and the words that mean them; nobody else."""
    assert facts(text, "actors") == expected
