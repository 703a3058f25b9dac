"""All actors that invented sentences tell: strikes, mergers, fisheries, coalitions, treaties."""

from __future__ import annotations

import pytest

from .reading import read
from .test_actors import actors, named
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
    (
        "The secretary of the Harbour Council Omar Tal rejected the plan.",
        [
            "Omar Tal (Harbour Council) | person | secretary | secretary; Omar",
            "Harbour Council | council | Council",
        ],
    ),
    (
        "Defence Minister Tomas Averin rejected the plan.",
        [
            "Tomas Averin (?) | person | minister | Tomas",
        ],
    ),
    (
        "The Minister of Foreign Affairs Lena Orr rejected the plan.",
        [
            "Lena Orr (?) | person | minister | Affairs",
        ],
    ),
    (
        "The Coast Party Northern leader Eva Sund rejected the plan.",
        [
            "Eva Sund (Coast Party) | person | leader | Eva",
        ],
    ),
    (
        "Port Association President Ana Lind rejected the plan.",
        [
            "Ana Lind (Port Association) | person | president | Ana",
        ],
    ),
    (
        "Fisheries Minister Ana Lind rejected the plan.",
        [
            "Ana Lind (?) | person | minister | Fisheries",
        ],
    ),
    (
        "Orr & Sons and Tolv & Brand rejected the plan.",
        [
            "Orr & Sons | group | Orr",
            "Tolv & Brand | group | Tolv",
        ],
    ),
    (
        "Jean-Luc Orr rejected the plan.",
        [
            "Jean-Luc Orr (?) | person | Jean-Luc",
        ],
    ),
    (
        "Tehrik-e-Dawn rejected the plan.",
        [
            "Tehrik-e-Dawn | group | Tehrik",
        ],
    ),
    (
        "The Red Party and the Blue Alliance rejected the plan.",
        [
            "Red Party | party | Party",
            "Blue Alliance | party | Alliance",
        ],
    ),
    (
        "Dr. Eva Sund of Lund University rejected the plan.",
        [
            "Eva Sund (Lund University) | person | Eva",
            "Lund University | group | University",
        ],
    ),
    (
        "Secretary of State Eva Sund rejected the plan.",
        [
            "Eva Sund (?) | person | secretary | Eva",
        ],
    ),
    (
        "Dawn Party lawmaker Eva Sund rejected the plan.",
        [
            "Eva Sund (Dawn Party) | person | lawmaker | Eva",
        ],
    ),
    (
        "Eva Sund, chairwoman of the Dawn Party, rejected the plan.",
        [
            "Eva Sund (Dawn Party) | person | chairwoman | Eva",
            "Dawn Party | party | Party",
        ],
    ),
    (
        "The 12-nation Lake Commission rejected the plan.",
        [
            "Lake Commission | government body | Commission",
        ],
    ),
    (
        "A senior Norwegian official rejected the plan.",
        [
            "senior Norwegian official (Norway) | person unnamed | official",
        ],
    ),
    (
        "Two Norwegian officials rejected the plan.",
        [
            "Two Norwegian officials (Norway) | person unnamed | officials",
        ],
    ),
    (
        "The Dawn Front's commander, Eva Sund, rejected the plan.",
        [
            "Dawn Front | party | Front",
            "Eva Sund (Dawn Front) | person | commander | commander; Eva",
        ],
    ),
    (
        "The drivers' spokeswoman Eva Sund rejected the plan.",
        [
            "drivers | group | drivers",
            "Eva Sund (drivers) | person | spokeswoman | Eva",
        ],
    ),
    (
        "The Nadu Vale Chief Minister rejected the plan. Nadu Vale wants water.",
        [
            "Nadu Vale Chief Minister (Nadu Vale) | person unnamed | Minister",
            "Nadu Vale | state | Vale",
        ],
    ),
    (
        "The UN Special Envoy for Peru Eva Sund rejected the plan.",
        [
            "Peru | state | Peru",
            "Eva Sund (United Nations) | person | envoy | Eva",
        ],
    ),
    (
        "The Peruvian minister met her Norwegian counterpart Eva Sund.",
        [
            "Peruvian minister (Peru) | person unnamed | minister",
            "Eva Sund (Norway) | person | counterpart | Eva",
        ],
    ),
    (
        "The special envoy for Peru rejected the plan.",
        [
            "special envoy (?) | person unnamed | envoy",
            "Peru | state | Peru",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_actors(text: str, expected: list[str]) -> None:
    """Everybody who takes part, with side, kind, offices and the words that mean them; nobody else."""
    assert facts(text, "actors") == expected


LAKE = (
    "Officials from Peru, Chile and Ghana met Norway and Kenya. Mira Colt of the Harbour Union left. "
    "The Dock and Ferry Trust (DFT) paid. Otto Lind and Eva Lind stayed."
)


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Norway", "Norway"), ("Officials from Peru, Chile and Ghana", "Officials"), ("Mira Colt", "Mira Colt"), ("Mira Colt of the Harbour Union", "Mira Colt"),
        ("the Harbour Union", "Harbour Union"), ("left", None), ("met", None), ("Colt of the Harbour", None),
    ],
)  # fmt: skip
def test_who_heads_a_span(words: str, who: str | None) -> None:
    """The actor of the noun that all other words of a span hang on; None for words that name nobody."""
    at = LAKE.index(words)
    found = actors(LAKE).of_span(at, at + len(words))
    assert (found.name if found else None) == who


@pytest.mark.parametrize(
    ("words", "who"),
    [
        ("Norway and Kenya", ["Norway", "Kenya"]), ("Officials from Peru, Chile and Ghana", ["Peru", "Chile", "Ghana"]), ("Otto Lind and Eva Lind", ["Otto Lind", "Eva Lind"]),
        ("Norway", []), ("Officials", []), ("Mira Colt of the Harbour Union", []), ("Norway and", []), ("left", []),
    ],
)  # fmt: skip
def test_all_who_stand_together_in_a_span(words: str, who: list[str]) -> None:
    """Everybody coordinated in it; empty for one alone, and for those who stand outside."""
    at = LAKE.index(words)
    assert [actor.name for actor in actors(LAKE).together(at, at + len(words))] == who


@pytest.mark.parametrize(
    ("name", "who"),
    [("Mira Colt", "Mira Colt"), ("Colt", "Mira Colt"), ("DFT", "Dock and Ferry Trust"), ("Lind", None), ("Harbour", None), ("Nobody", None), ("", None)],
)  # fmt: skip
def test_who_is_called_so(name: str, who: str | None) -> None:
    """By the whole name, a surname or a short form that only one has; None for two and for none."""
    found = actors(LAKE).called(name)
    assert (found.name if found else None) == who


def test_the_side_of_a_name() -> None:
    """Through whoever it belongs to; itself for a body and a state; None where nothing tells it."""
    found = actors(LAKE)
    assert [found.side(name) for name in ("Mira Colt", "Harbour Union", "Norway", "Otto Lind", "Nobody", None)] == [
        "Harbour Union", "Harbour Union", "Norway", None, None, None,
    ]  # fmt: skip


def test_the_order_of_actors() -> None:
    """As they first stand in the text."""
    names = [actor.name for actor in actors(LAKE).all() if actor.named]
    assert names.index("Norway") < names.index("Kenya") < names.index("Mira Colt") < names.index("Eva Lind")
    assert actors("").all() == []


@pytest.mark.parametrize(
    ("count", "name"),
    [
        (3, "three powers"), (4, "four powers"), (5, "five powers"), (6, "six powers"), (7, "seven powers"), (8, "eight powers"), (9, "nine powers"),
        (10, "ten powers"), (11, "eleven powers"), (12, "twelve powers"), (2, None), (13, None),
    ],
)  # fmt: skip
def test_powers_that_are_counted(count: int, name: str | None) -> None:
    """From three to twelve they are one group, in digits or in words."""
    told = "zero one two three four five six seven eight nine ten eleven twelve thirteen".split()[count]
    for number in (str(count), told):
        found = [
            a.name
            for a in actors(f"The {number} powers rejected the map.").all()
            if "powers" in a.name and " " in a.name
        ]
        assert (name in found) if name else not [f for f in found if f.startswith(told)]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("The Halden Group wants a truce.", "company"),
        ("District Council 33 wants a truce.", "council"),
        ("The liberal Dawn Party wants a truce.", "party"),
        ("The Dawn Union wants a truce.", "union"),
        ("The Dawn Ministry wants a truce.", "government body"),
    ],
)
def test_the_kind_of_a_body(text: str, kind: str) -> None:
    """As the words of its name tell."""
    (body,) = [a for a in actors(text).all() if a.named]
    assert body.kind == kind


def test_what_is_told_of_a_body_and_its_nation() -> None:
    """Adjectives before it, the nation before or behind it, and where it sits."""
    assert named("The French materials group Veltor made a bid.", "Veltor").traits >= {"France"}
    assert named("Boltek, the Dutch drugmaker, made a bid.", "Boltek").traits >= {"Netherlands"}
    assert named("The far-left and green Dawn Party made a bid.", "Dawn Party").traits >= {"green"}
    assert not named("Boltek made a bid.", "Boltek").traits


@pytest.mark.parametrize("glued", ["ultra-Orthodox", "pro-Western", "anti-Western", "far-Right", "post-Soviet"])
def test_an_adjective_glued_to_a_small_word_is_no_part_of_the_name(glued: str) -> None:
    """ "The ultra-Orthodox Reds party", "the pro-Western Reds": the Reds."""
    for body in ("Reds party", "Reds"):
        (deed,) = [d for d in read(f"The {glued} {body} rejected the toll.").deeds if d.stance == "refuses"]
        assert [x.name for x in deed.doers] == ["Reds"]
    (deed,) = [d for d in read("The al-Sael party rejected the toll.").deeds if d.stance == "refuses"]
    assert "al-Sael" in deed.doers[0].name
