"""All actors that invented sentences tell: strikes, mergers, fisheries, coalitions, treaties."""

from __future__ import annotations

import pytest

from .told import facts

TOLD = [
    (
        "The six powers met in Lund. The P5+1 group wanted an inspection.",
        [
            "six powers | group | powers; group",
        ],
    ),
    (
        "The five powers plus Norway demanded a freeze. The six-nation group left.",
        [
            "six powers | group | powers; group",
            "Norway | state | Norway",
        ],
    ),
    (
        "World powers urged Velmaria to sign. The world powers walked out.",
        [
            "world powers | group | powers; powers",
            "Velmaria | group | Velmaria",
        ],
    ),
    (
        "The French materials group Veltor made a bid for Halden. The French company raised its offer.",
        [
            "Veltor | company | Veltor; Veltor; company",
            "Halden | group | Halden",
        ],
    ),
    (
        "Boltek, the Dutch drugmaker, rejected the merger. The Dutch company walked out.",
        [
            "Boltek | company | Boltek; drugmaker; company",
        ],
    ),
    (
        "The Lund-based shipbuilder Ostra Yards refused the offer.",
        [
            "Ostra Yards | company | Ostra; Ostra",
        ],
    ),
    (
        "Orrin's Coast Party left the coalition. Mats Orrin said the talks were over.",
        [
            "Mats Orrin (Coast Party) | person | Orrin; Mats",
            "Coast Party | party | Party",
            "coalition | party | coalition",
        ],
    ),
    (
        "Mats Orrin spoke. Orrin's Party for Reform left the coalition.",
        [
            "Mats Orrin (Party for Reform) | person | Mats; Orrin",
            "Party for Reform | party | also Reform | Party; Reform",
            "coalition | party | coalition",
        ],
    ),
    (
        "The liberal TRP and the conservative Civic Union formed a coalition.",
        [
            "TRP | group | TRP",
            "Civic Union | union | Union",
        ],
    ),
    (
        "Iran's Atomic Energy Council rejected the inspection.",
        [
            "Iran | state | Iran",
            "Atomic Energy Council (Iran) | council | Council",
        ],
    ),
    (
        "The circa 3,000-member union rejected the pact.",
        [
            "union | union | union",
        ],
    ),
    (
        "The board of Halden rejected the bid. The board wanted more.",
        [
            "board (Halden) | council | board; board",
            "Halden | group | Halden",
        ],
    ),
    (
        "European Union foreign policy chief Klara Benz met the Norwegian premier.",
        [
            "Klara Benz (Europeans) | person | foreign policy chief | Klara",
            "Norwegian premier (Norway) | person unnamed | premier",
        ],
    ),
    (
        "Lena Orr's office denied the report. Orr will not resign.",
        [
            "Lena Orr (?) | person | Lena; Orr",
        ],
    ),
    (
        "Baltex Motors chief Ana Lind rejected the bid. Lind wants 12 percent.",
        [
            "Ana Lind (Baltex Motors) | person | chief | Lind; Lind",
        ],
    ),
    (
        "Officials from Norway, Kenya and Chile agreed on a quota.",
        [
            "Officials (Norway) | person unnamed | Officials",
            "Norway | state | Norway",
            "Kenya | state | Kenya",
            "Chile | state | Chile",
        ],
    ),
    (
        "The fishermen of Velmar blocked the port. The fishermen want a quota.",
        [
            "fishermen | group | fishermen; fishermen",
            "Velmar | group | Velmar",
        ],
    ),
    (
        "The Harbour Company (HC) and its rival Tolv & Sons agreed to merge. HC will own the mill.",
        [
            "Harbour Company | company | also HC | Company; HC; HC",
            "Tolv & Sons | group | Tolv",
        ],
    ),
    (
        "The Social Democrats, the Greens and the Liberals began coalition talks. The Greens want a carbon tax.",
        [
            "Social Democrats | group | Democrats",
            "Greens | group | Greens; Greens",
            "Liberals | group | Liberals",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_actors(text: str, expected: list[str]) -> None:
    """Everybody who takes part, with side, kind, offices and the words that mean them; nobody else."""
    assert facts(text, "actors") == expected
