"""Names joined to canonical ones: aliases, seats, adjectives, people met in the text, their party and sex."""

from __future__ import annotations

import pytest
from tests.unit.statements.reading import document, read

from zopa.text import default_vocabulary
from zopa.text.names import find_names
from zopa.text.sentences import find_paragraphs


def mentions(text: str) -> list[tuple[str, str, str]]:
    """(canonical name, kind, words) of each mention."""
    return [(m.name, m.kind, m.passage.text) for m in read(text).mentions]


def party_of(person: str, text: str) -> str | None:
    """The party that a text gives a person, as the last mention of the person has it."""
    return [m.party for m in read(text).mentions if m.name == person][-1]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Moscow waits.", "Russia"),
        ("The Kremlin waits.", "Russia"),
        ("The Egyptians wait.", "Egypt"),
        ("DR Congo waits.", "Democratic Republic of the Congo"),
        ("The U.S. waits.", "United States"),
        ("The US-drafted text is long.", "United States"),
        ("Brussels waits.", "European Union"),
        ("El-Sisi waits, and so does Sisi: Abdel Fattah el-Sisi.", "Abdel Fattah el-Sisi"),
        ("Volodomyr Zelensky waits.", "Volodymyr Zelensky"),
        ("Путин ждёт.", "Vladimir Putin"),
    ],
)
def test_aliases(text: str, name: str) -> None:
    """Capitals, seats, peoples, short forms, other scripts and slips of spelling mean one canonical name."""
    assert mentions(text)[-1][0] == name


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("They met in Moscow.", "Moscow"),
        ("They flew to Cairo.", "Cairo"),
        ("They met in the Kremlin.", "Moscow"),
        ("They met in Egypt.", "Egypt"),
        ("They met in Port Lowe.", "Port Lowe"),
    ],
)
def test_places(text: str, place: str) -> None:
    """Behind "in" and "to" a seat is where something happens, not who acts."""
    assert [(name, kind) for name, kind, _ in mentions(text)] == [(place, "place")]


def test_a_state_one_goes_to_is_spoken_of() -> None:
    """ "To Egypt" may be whom something is given to: the state stays a party."""
    assert mentions("They handed the text to Egypt.") == [("Egypt", "state", "Egypt")]


@pytest.mark.parametrize(
    ("text", "possessive"),
    [
        ("Egypt’s offer stands.", True),
        ("The Egyptian offer stands.", True),
        ("Egypt offers it.", False),
        ("The Egyptians offer it.", False),
    ],
)
def test_possessive(text: str, possessive: bool) -> None:
    """A name that only qualifies what follows is marked so."""
    (mention,) = read(text).mentions
    assert mention.possessive is possessive


def test_full_name_then_surname() -> None:
    """A surname is joined to the full name, also where it stands before it, as in a headline."""
    found = mentions("Farouk leaves talks\n\nAmina Farouk left at noon. Farouk did not turn back.")
    assert [name for name, kind, _ in found if kind == "person"] == ["Amina Farouk"] * 3


def test_a_surname_that_belongs_to_another() -> None:
    """Somebody else with the surname of a person of the tables is somebody else."""
    names = [name for name, _, _ in mentions("Michael Putin sells tea. Putin opens at nine.")]
    assert names == ["Michael Putin", "Michael Putin"]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("The Egyptian water minister, Amina Farouk, left.", "Egypt"),
        ("Amina Farouk, an adviser to the Sudanese government, left.", "Sudan"),
        ("Sudan’s Foreign Minister Amina Farouk left.", "Sudan"),
        (
            "The chairman of the Duma’s water committee, Oleg Farouk, left. Amina Farouk, Egypt’s envoy, left too.",
            "Egypt",
        ),
        ("Amina Farouk, a senior fellow at the Nile Institute in Egypt, left.", None),
        ("Amina Farouk, an Egyptian student, left.", None),
        ("Amina Farouk, the envoy to Egypt, left.", None),
        ("Amina Farouk left.", None),
    ],
)
def test_party_by_description(text: str, party: str | None) -> None:
    """An office gives a party; a fellow, a student, or an envoy to a state has none by that."""
    assert party_of("Amina Farouk", text) == party


def test_organisations_and_initials() -> None:
    """A body is no person; initials with dots belong to the name."""
    found = mentions("Mr. J. K. Farouk joined the River Commission. The Department of Water stayed away.")
    assert found == [
        ("J. K. Farouk", "person", "J. K. Farouk"),
        ("River Commission", "organisation", "River Commission"),
        ("Department of Water", "organisation", "Department of Water"),
    ]


def test_the_first_word_of_a_sentence_is_no_name_by_its_capital() -> None:
    """Common words at the start of a sentence, weekdays, months and titles alone are no names."""
    assert mentions("Water is scarce. On Tuesday in May the President spoke. Yet the water rose.") == []


TOLD = [
    (
        "Amina Farouk, a senior fellow at the Nile Institute in Egypt, left.",
        [
            "Amina Farouk: Amina Farouk person",
            "Nile Institute: Nile Institute organisation",
            "Egypt: Egypt place",
            "Amina Farouk: fellow",
        ],
    ),
    (
        "The chairman of the Duma’s water committee, Oleg Farouk, left. Amina Farouk, Egypt’s envoy, left too.",
        [
            "Duma: Russia state of Russia possessive",
            "Oleg Farouk: Oleg Farouk person of Russia",
            "Amina Farouk: Amina Farouk person of Egypt",
            "Egypt: Egypt state of Egypt possessive",
            "Oleg Farouk: chairman",
            "Amina Farouk: envoy",
        ],
    ),
    (
        "Volodomyr Zelensky waits.",
        [
            "Volodomyr Zelensky: Volodymyr Zelensky person of Ukraine",
            "spelling: Volodomyr Zelensky for Volodymyr Zelensky",
            "Volodymyr Zelensky: president",
        ],
    ),
    (
        "In Lima both sides decided to resume the talks, Peru and Norway said.",
        [
            "Lima: Lima place",
            "Peru: Peru state of Peru",
            "Norway: Norway state of Norway",
        ],
    ),
    (
        "President Brod spoke. Premier Lind spoke. King Sten spoke. Anna Brod spoke.",
        [
            "Brod: Anna Brod person",
            "Lind: Lind person",
            "Sten: Sten person",
            "Anna Brod: Anna Brod person",
            "Anna Brod: president",
            "Lind: premier",
            "Sten: king",
        ],
    ),
    (
        "Turkish officials came from recent negotiations with Armenian officials in Geneva and Vienna.",
        [
            "Turkish: Turkey state of Turkey possessive",
            "Armenian: Armenia state of Armenia possessive",
            "Geneva: Geneva place",
            "Vienna: Vienna place",
        ],
    ),
    (
        "The US-drafted text is long.",
        [
            "US-drafted: United States state of United States possessive",
        ],
    ),
    (
        "“The mill is dead,” said August Lind.",
        [
            "August Lind: August Lind person",
        ],
    ),
    (
        "Amina Farouk, the envoy to Egypt, left.",
        [
            "Amina Farouk: Amina Farouk person",
            "Egypt: Egypt state of Egypt",
            "Amina Farouk: envoy",
        ],
    ),
    (
        "Michael Putin sells tea. Putin opens at nine.",
        [
            "Michael Putin: Michael Putin person",
            "Putin: Michael Putin person",
        ],
    ),
    (
        "Secretary of State Mira Colt said talks would go on.",
        [
            "Mira Colt: Mira Colt person",
            "Mira Colt: secretary",
        ],
    ),
    (
        "Mr. J. K. Farouk joined the River Commission. The Department of Water stayed away.",
        [
            "J. K. Farouk: J. K. Farouk person",
            "River Commission: River Commission organisation",
            "Department of Water: Department of Water organisation",
        ],
    ),
    (
        "All rights reserved to Lowe in the accord end in May, Otto Lund said.",
        [
            "Lowe: Lowe place",
            "Otto Lund: Otto Lund person",
        ],
    ),
    (
        "Republished from Harbour Gazette with permission.",
        [],
    ),
    ("They met in Geneva, Paris and Vienna.", ["Geneva: Geneva place", "Paris: Paris place", "Vienna: Vienna place"]),
    (
        "Norway sent envoys from Oslo. The Oslo round ended without a text.",
        ["Norway: Norway state of Norway", "Oslo: Oslo place", "Oslo: Oslo place"],
    ),
    (
        "Mr. Toccafondi spoke to Channel 12 in Lund.",
        ["Toccafondi: Toccafondi person", "Channel 12: Channel 12 organisation", "Lund: Lund place"],
    ),
    (
        "The Department of Agriculture and Minister of Education Ana Lind disagreed.",
        [
            "Department of Agriculture: Department of Agriculture organisation",
            "Ana Lind: Ana Lind person",
            "Ana Lind: minister",
        ],
    ),
    (
        "Olga Petrova and Lena Sidorskaya left early. Petrova did not return.",
        [
            "Olga Petrova: Olga Petrova person",
            "Lena Sidorskaya: Lena Sidorskaya person",
            "Petrova: Olga Petrova person",
        ],
    ),
    (
        "Bashar Al-Qasimi left. Qasimi would not say why.",
        ["Bashar Al-Qasimi: Bashar Al-Qasimi person", "Qasimi: Bashar Al-Qasimi person"],
    ),
    ("Ri Yong-ho spoke first. Ri did not stay.", ["Ri Yong-ho: Ri Yong-ho person", "Ri: Ri Yong-ho person"]),
    (
        "Norwegian envoy Ana Lind and Kenyan minister Otto Brand met near Oslo.",
        [
            "Norwegian: Norway state of Norway possessive",
            "Ana Lind: Ana Lind person of Norway",
            "Kenyan: Kenya state of Kenya possessive",
            "Otto Brand: Otto Brand person of Kenya",
            "Oslo: Oslo place",
            "Ana Lind: envoy",
            "Otto Brand: minister",
        ],
    ),
    (
        "Ana Lind, Norway’s envoy to Kenya, left.",
        [
            "Ana Lind: Ana Lind person of Norway",
            "Norway: Norway state of Norway possessive",
            "Kenya: Kenya state of Kenya",
            "Ana Lind: envoy",
        ],
    ),
    (
        "Ana Lind, who advises the Kenyan government, left.",
        ["Ana Lind: Ana Lind person", "Kenyan: Kenya state of Kenya possessive"],
    ),
    (
        "Talks between Norway’s president and the Kenyan premier failed.",
        ["Norway: Norway state of Norway possessive", "Kenyan: Kenya state of Kenya possessive"],
    ),
    ("The Kremlin waited. They met at the Kremlin.", ["Kremlin: Russia state of Russia", "the Kremlin: Moscow place"]),
    (
        "In May the premier met Dr. Ana Lind at Lund University.",
        ["Ana Lind: Ana Lind person", "Lund University: Lund University organisation"],
    ),
    (
        "UNESCO and the BBC sent teams to Lund.",
        ["UNESCO: UNESCO organisation", "BBC: BBC organisation", "Lund: Lund place"],
    ),
    ("The Lund-based firm hired Ana Lind.", ["Ana Lind: Ana Lind person"]),
    (
        "Yesterday Ana Lind flew from Lund to Oslo.",
        ["Ana Lind: Ana Lind person", "Lund: Lund place", "Oslo: Oslo place"],
    ),
    (
        "King Sten and Queen Ada arrived in Oslo. Sten spoke first.",
        ["Sten: Sten person", "Ada: Ada person", "Oslo: Oslo place", "Sten: Sten person", "Sten: king", "Ada: queen"],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_names_of_a_text(text: str, expected: list[str]) -> None:
    """The words, whom they name, of what kind, for whom, and whether by place only; then what is odd, and the offices of people."""
    made = document(text)
    names = find_names(made, [span for p in find_paragraphs(made) for span in p.sentences], default_vocabulary())
    found: list[str] = []
    for m in names.mentions:
        flags = ["inferred"] * m.inferred + ["possessive"] * m.possessive
        found.append(" ".join([f"{m.passage.text}: {m.name}", m.kind, *([f"of {m.party}"] if m.party else []), *flags]))
    found += [f"{o.kind}: {o.given} for {o.known}" for o in names.oddities]
    found += [f"{p.name}: {' '.join(sorted(p.roles))}" for p in names.people.values() if p.roles]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Boltek CEO Ruben Tarnas told the press that it rained.", "Ruben Tarnas", "person"),
        ("Talks between Tolo Wrenn, the chief executive, and the union failed.", "Tolo Wrenn", "person"),
        ("The letter came from Tolo Wrenn, a lawyer for the port.", "Tolo Wrenn", "person"),
        ("It replaced the arena, its landmark in Victoria Park, according to the mayor.", "Victoria Park", "place"),
        ("The delegation of the Karsk Republic approved it.", "Karsk Republic", "organisation"),
        ("They met at Victoria Station.", "Victoria Station", "organisation"),
        ("Lorne Public Schools said so.", "Lorne Public Schools", "organisation"),
        ("Ann Lee, a Social Democrat, wrote it.", "Social Democrat", "organisation"),
        ("Grace Park said so.", "Grace Park", "person"),
    ],
)
def test_people_places_and_things(text: str, name: str, kind: str) -> None:
    """An office behind a name tells a person; parks behind "in", stations, schools and parties are none."""
    assert (name, kind) in [(found, sort) for found, sort, _ in mentions(text)]


@pytest.mark.parametrize(
    ("text", "party"),
    [
        ("Peruvian foreign minister and lead negotiator Ana Rojo left.", "Peru"),
        ("The Peruvian minister and the negotiator Ana Rojo left.", None),
    ],
)
def test_two_offices_of_one_person(text: str, party: str | None) -> None:
    """What stands before "and" describes whoever has the office behind it too, unless an article tells of another."""
    assert party_of("Ana Rojo", text) == party
