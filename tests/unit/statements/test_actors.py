"""Who acts in a text: names, offices, bodies and sides, as the text itself tells them."""

from __future__ import annotations

import pytest

from zopa.statements import read_record
from zopa.statements.actors import Actor, Actors
from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

from .reading import document, only
from .told import facts


def actors(text: str) -> Actors:
    return Actors(annotate(document(text), default_vocabulary()), default_vocabulary())


def named(text: str, name: str) -> Actor:
    found = {actor.name: actor for actor in actors(text).all()}
    assert name in found, sorted(found)
    return found[name]


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("Mira Colt, president of the Harbour Union, signed the pact.", "Mira Colt", "Harbour Union"),
        ("Lena Farrow leads the Tide Alliance.", "Lena Farrow", "Tide Alliance"),
        ("Mira Colt of the Harbour Union signed the pact.", "Mira Colt", "Harbour Union"),
        ("The Norwegian foreign minister, Mira Colt, signed the pact.", "Mira Colt", "Norway"),
        ("Norwegian foreign minister Mira Colt signed the pact.", "Mira Colt", "Norway"),
        ("The foreign ministry of Norway rejected the levy.", "foreign ministry", "Norway"),
        ("A senior militia official left the hall.", "senior militia official", "militia"),
        ("The Harbour Union demanded a raise.", "Harbour Union", "Harbour Union"),
        ("The rich nations offered a loan.", "rich nations", "rich nations"),
        ("Tolvik Motors CEO Nils Arden ruled out a merger.", "Nils Arden", "Tolvik Motors"),
        ("The mayor of Lund, Karin Holm, said the port would close.", "Karin Holm", "Lund"),
        ("The chairman of the Duma's defence committee, Ivan Orlov, left.", "Ivan Orlov", "Russia"),
        ("Norway's President Mira Colt rejected the plan.", "Mira Colt", "Norway"),
        ("It met new Liberal leader Mira Colt. The Liberal Party left.", "Mira Colt", "Liberal Party"),
        ("Tides leader Mira Colt left. She said the Tides would stay.", "Mira Colt", "Tides"),
        ("The Red Party rejected the levy.", "Red Party", "Red Party"),
        ("NPX leader Mira Colt announced the failure of the talks.", "Mira Colt", "NPX"),
        ("Mira Pope, CEO of Tolvik Motors, announced a raise.", "Mira Pope", "Tolvik Motors"),
        ("Orr & Sons rejected the levy.", "Orr & Sons", "Orr & Sons"),
        ("Dublin Teachers Association President Mira Colt says it helped.", "Mira Colt", "Dublin Teachers Association"),
        ("Orlik Foods rejected the bid. “No,” said its chairwoman, Greta Tamm.", "Greta Tamm", "Orlik Foods"),
        ("Halden Group made a bid, said chief executive Livia Tamm.", "Livia Tamm", "Halden Group"),
        ("Tolvik Skarn left the talks. Tolvik wants a raise. The port waits.", "Tolvik Skarn", "Tolvik Skarn"),
        ("The Lund County Council voted. Council leader Karin Holm left.", "Karin Holm", "Lund County Council"),
        (
            "Kalvik Terminals left. The company wants time, said Nils Arden of Kalvik.",
            "Kalvik Terminals",
            "Kalvik Terminals",
        ),
        ("Parents for Lund rejected the plan.", "Parents for Lund", "Parents for Lund"),
        ("The talks failed. Fisheries Minister Karin Holm of Norway left.", "Karin Holm", "Norway"),
        ("The Harbour Workers' Union called a strike.", "Harbour Workers' Union", "Harbour Workers' Union"),
        ("The Federation of Teachers accepted the offer.", "Federation of Teachers", "Federation of Teachers"),
        (
            "Orr's Tide Party left the talks, and Karin Orr said why. Orr's Tide Party will stay away.",
            "Tide Party",
            "Tide Party",
        ),
        ("Tahrik-e-Tolvik rejected the levy.", "Tahrik-e-Tolvik", "Tahrik-e-Tolvik"),
        (
            "Korden made a bid for Boltek Motors. Korden Group raised it. The board rejected it.",
            "board",
            "Boltek Motors",
        ),
        ("Korden Group tried to buy the carmaker Boltek. The board rejected it.", "board", "Boltek"),
        (
            "Mira Colt, the chairwoman of Boltek, left. Korden Group raised its bid. The board, led by Mira Colt, rejected it.",
            "board",
            "Boltek",
        ),
        ("S.P. Tamsel, who led the Norwegian team, left the talks.", "S.P. Tamsel", "Norway"),
        ("The roughly 3,000-member union rejected the levy.", "union", "union"),
        (
            "The Democratic Republic of Congo rejected the levy.",
            "Democratic Republic of the Congo",
            "Democratic Republic of the Congo",
        ),
    ],
)
def test_side(text: str, name: str, side: str) -> None:
    """Whose office, ministry or member somebody is; a body of its own is its own side."""
    found = actors(text)
    assert found.side(name) == side
    assert name in {actor.name for actor in found.all()}


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("The Harbour Union demanded a raise.", "Harbour Union", "union"),
        ("Tolvik Motors ruled out a raise.", "Tolvik Motors", "company"),
        ("The Tide Party rejected the levy.", "Tide Party", "party"),
        ("The port authority signed the pact.", "port authority", "council"),
        ("The rebels signed the pact.", "rebels", "armed group"),
        ("The foreign ministry of Norway signed the pact.", "foreign ministry", "government body"),
        ("Norway signed the pact.", "Norway", "state"),
        ("Mira Colt signed the pact.", "Mira Colt", "person"),
    ],
)
def test_kind(text: str, name: str, kind: str) -> None:
    """By the words of its name; a state by the shipped table; two capital words without such a word are a person."""
    assert named(text, name).kind == kind


def test_a_shorter_name_is_the_longer_one() -> None:
    """Surname, initials, "the union": one actor, with its other names and all its places."""
    text = "The Harbour Workers Union struck a deal. The union welcomed it. Norway praised the HWU. Mira Colt left. Colt returned."
    union = named(text, "Harbour Workers Union")
    assert len(union.places) == 3
    assert "HWU" in union.aliases
    assert [p.text for p in union.passages] == ["Union", "union", "HWU"]
    assert len(named(text, "Mira Colt").places) == 2
    assert not {"Colt", "HWU", "union"} & {actor.name for actor in actors(text).all()}


def test_offices_are_kept_and_who_has_only_one_is_not_named() -> None:
    """The office beside a name; somebody told by office alone."""
    assert named("Norwegian foreign minister Mira Colt signed it.", "Mira Colt").offices == ["foreign minister"]
    assert not named("A senior militia official left the hall.", "senior militia official").named
    assert named("Mira Colt left the hall.", "Mira Colt").named


@pytest.mark.parametrize(
    "text",
    [
        "The talks in Ohio went on.",
        "It rained near Lima.",
        "A union is a body.",
        "They met on Monday.",
        "An Oslo-based firm.",
    ],
)
def test_nobody_acts(text: str) -> None:
    """Places, days and bodies in general are nobody."""
    assert actors(text).all() == []


def test_questions() -> None:
    """At a place, in a span, several in a span; nobody where nobody stands."""
    text = "Kenya and Norway rejected the levy of Peru."
    found = actors(text)
    assert found.at(0, 0) is not None
    assert found.at(0, 5) is None
    assert found.at(3, 0) is None
    one = found.of_span(0, 5)
    assert one is not None
    assert one.name == "Kenya"
    assert found.of_span(17, 34) is None
    assert [a.name for a in found.together(0, 16)] == ["Kenya", "Norway"]
    assert found.together(0, 5) == []
    assert found.side("Nobody") is None
    assert found.side(None) is None
    assert [a.name for a in found.all()] == ["Kenya", "Norway", "Peru"]


def test_a_speaker_gets_the_side_that_the_text_gives() -> None:
    """Beside the cue or earlier in the text."""
    statement = only("Mira Colt, president of the Harbour Union, said that the gates stay shut.")
    assert statement.speaker is not None
    assert (statement.speaker.name, statement.speaker.party) == ("Mira Colt", "Harbour Union")
    joint = only("Norway and Peru said that the gates stay shut.")
    assert joint.speaker is not None
    assert joint.speaker.parties == ("Norway", "Peru")
    assert {joint.speaker.name, *joint.also_said_by} == {"Norway", "Peru"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Mira Colt and Lena Farrow demanded a vote.", ["Mira Colt", "Lena Farrow"]),
        ("Tolvik Motors CEO Nils Arden ruled out a merger.", ["Nils Arden"]),
        ("Secretary of State Mira Colt said talks would go on.", ["Mira Colt"]),
        ("Norway's President Mira Colt rejected the plan.", ["Norway", "Mira Colt"]),
        ("Ms Colt had refused to sign. Mira Colt then left.", ["Mira Colt"]),
        ("Talks took place. The talks failed.", []),
        ("The Lund Talks ended. The envoys left the Lund Talks.", ["envoys"]),
        ("Mira Colt, the foreign minister of Norway, left.", ["Mira Colt", "Norway"]),
    ],
)
def test_nobody_is_there_twice(text: str, names: list[str]) -> None:
    """An office, a title, a field of government and half a name are nobody beside the person who has them; talks are nobody."""
    assert [actor.name for actor in actors(text).all()] == names


@pytest.mark.parametrize(
    ("text", "name", "party"),
    [
        (
            "The French materials group Vellin bid for it. The French company said it would wait.",
            "French company",
            "Vellin",
        ),
        ("The Belgian firm said it would wait.", "Belgian firm", "Belgian firm"),
        ("Mira Colt left Tolvik Motors. “We wait,” said Tolvik Motors CEO Mira Colt.", "Mira Colt", "Tolvik Motors"),
    ],
)
def test_a_company_is_not_its_state(text: str, name: str, party: str) -> None:
    """The adjective of a nation tells where a company is from, not for whom it speaks."""
    speaker = only(text).speaker
    assert speaker is not None
    assert (speaker.name, speaker.party) == (name, party)


def test_a_person_is_found_by_surname_alone() -> None:
    """`called` takes a full name, another word for it, or the surname of one person only."""
    found = actors("Mira Colt met Lena Farrow. Ana Colt left.")
    assert [a.name if (a := found.called(n)) else None for n in ("Farrow", "Mira Colt", "Colt", "Lind")] == [
        "Lena Farrow", "Mira Colt", None, None,
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "They want autonomy. “Autonomy is a line for us,” Mira Colt said.",
        "The quota is small. Quota talks failed in Lund.",
        "Lund Post\nThe talks failed.",
    ],
)
def test_first_words_and_bylines_are_nobody(text: str) -> None:
    """The capital of a first word that the text also writes small makes no name, and a line that is only a name acts nowhere."""
    assert not {actor.name for actor in actors(text).all()} & {"Autonomy", "Quota", "Lund Post"}


def test_his_refusal_is_of_whoever_was_named_last() -> None:
    """A noun of a deed with "his" belongs to a person of its sentence, not to whoever says it."""
    record = read_record(
        document("The Harbour Union called on mayor Nils Arden to withdraw his refusal of a raise."),
        default_vocabulary(),
    )
    told = [d for d in record.deeds if d.predicate == "refusal"]
    assert [[x.name for x in d.doers] for d in told] == [["Nils Arden"]]


def test_a_thing_that_needs_something_wants_nothing() -> None:
    """ "The merger needs approval", said by a side, is no wish of that side."""
    text = "The merger needs the approval of parliament, the Harbour Union said."
    record = read_record(document(text), default_vocabulary())
    assert [d.doers for d in record.deeds if d.predicate == "need"] == [()]


def test_a_red_line_is_of_whoever_draws_it() -> None:
    """ "Enrichment is a red line" names nobody: it is the line of whoever says so."""
    record = read_record(document("The Harbour Union said that night work is a red line."), default_vocabulary())
    assert [d.doers[0].name for d in record.deeds if d.stance == "never"] == ["Harbour Union"]


def test_who_left_an_office_speaks_for_it_no_more() -> None:
    """A former envoy of Norway is of no side; the envoy is."""
    found = actors("Former Norwegian envoy Mira Colt left. The Kenyan envoy Ana Brod stayed.")
    assert found.side("Mira Colt") is None
    assert found.side("Ana Brod") == "Kenya"
    said = only("Former Norwegian envoy Mira Colt said that the pact was dead.")
    assert said.speaker is not None
    assert said.speaker.party is None


def test_what_somebody_looks_after_is_no_side() -> None:
    """ "Canada's International Trade Minister" is of Canada, not of International."""
    assert actors("International Trade Minister Mira Colt left.").side("Mira Colt") is None


def test_a_town_that_tells_where_somebody_is_based_is_nobody() -> None:
    """ "The Lund Hills, Ohio-based carmaker" is the carmaker, "London-based Farlane" is no state."""
    assert [a.name for a in actors("London-based Farlane rejected the bid of Peru.").all()] == ["Farlane", "Peru"]
    names = {actor.name for actor in actors("The Lund Hills, Ohio-based carmaker withdrew its bid.").all()}
    assert "Lund Hills" not in names


def test_a_party_is_led_by_whose_it_is() -> None:
    """ "Colt's far-right Tide Party": Colt stands for it."""
    assert (
        actors("Mira Colt left the talks. Colt’s far-right Tide Party (TP) won the vote.").side("Mira Colt")
        == "Tide Party"
    )


@pytest.mark.parametrize("name", ["Anglo American", "Air France"])
def test_a_land_at_the_end_of_a_name_acts_for_nobody(name: str) -> None:
    """ "Anglo American" is no state; "South Korea" and "President Norway" are told otherwise."""
    found = actors(f"On Monday {name} rejected the bid. The bid for {name} failed, as {name} said.")
    assert found.side(name) == name
    assert not {"United States", "France", "Norway"} & {actor.name for actor in found.all()}


def test_a_part_of_the_world_before_a_land_is_no_name() -> None:
    """ "North Korea" stays the state."""
    assert actors("North Korea rejected the bid.").side("North Korea") == "North Korea"


TOLD = [
    (
        'Amina Farouk, an Egyptian diplomat, told reporters: "We have signed nothing at all." Nobody in the delegation of Qatar seemed to mind the delay. It rained in Geneva.',
        [
            "Amina Farouk (Egypt) | person | diplomat | Amina",
            "delegation (Qatar) | group | delegation",
            "Qatar | state | Qatar",
        ],
    ),
    (
        "The Harbour Workers Union struck a deal. The union welcomed it. Norway praised the HWU. Mira Colt left. Colt returned.",
        [
            "Harbour Workers Union | union | also HWU | Union; union; HWU",
            "Norway | state | Norway",
            "Mira Colt (?) | person | Mira; Colt",
        ],
    ),
    (
        "The Dock, Crane and Ferry (DCF) union called a strike. The DCF demanded a raise. DCF chief Ana Lind rejected the offer. The union would not return, it said.",
        [
            "Dock, Crane and Ferry | union | also DCF | Dock; Crane; Ferry; DCF; union; DCF; union",
            "Ana Lind (Dock, Crane and Ferry) | person | chief | Lind",
        ],
    ),
    (
        "Halden Group made a bid, said chief executive Livia Tamm.",
        [
            "Halden Group | company | Group",
            "Livia Tamm (Halden Group) | person | chief executive | Livia",
        ],
    ),
    (
        "The Lund County Council voted. Council leader Karin Holm left.",
        [
            "Lund County Council | council | Council",
            "Karin Holm (Lund County Council) | person | leader | Karin",
        ],
    ),
    (
        "Erik Sund, writing in the Ledger, mocked the leader of the guild.",
        [
            "Erik Sund (?) | person | Erik",
            "leader (guild) | person unnamed | leader",
            "guild | union | guild",
        ],
    ),
    (
        "Orr & Sons rejected the levy.",
        [
            "Orr & Sons | group | Orr",
        ],
    ),
    (
        "The Harbour Workers' Union called a strike.",
        [
            "Harbour Workers' Union | union | Union",
        ],
    ),
    (
        "The roughly 3,000-member union rejected the levy.",
        [
            "union | union | union",
        ],
    ),
    (
        "Mira Pope, CEO of Tolvik Motors, announced a raise.",
        [
            "Mira Pope (Tolvik Motors) | person | ceo | Pope",
            "Tolvik Motors | company | Motors",
        ],
    ),
    (
        "Secretary of State Mira Colt said talks would go on.",
        [
            "Mira Colt (?) | person | secretary | Mira",
        ],
    ),
    (
        "Team Alba reported that the dam holds the winter water. An aside.",
        [
            "Team Alba (Alba) | group | Team",
        ],
    ),
    (
        "The merger needs the approval of parliament, the Harbour Union said.",
        [
            "Harbour Union | union | Union",
        ],
    ),
    (
        "Ilham Aliyev and his deputy, Amina Farouk, both said that it was late.",
        [
            "Ilham Aliyev (?) | person | Ilham",
            "deputy (?) | person unnamed | deputy",
            "Amina Farouk (?) | person | Amina",
        ],
    ),
    (
        "Norway rejects the lower toll. Norway's foreign minister Ana Brod spoke.",
        [
            "Norway | state | Norway; Norway",
            "Ana Brod (Norway) | person | foreign minister | Ana",
        ],
    ),
    (
        "Envoys from Russia and Ukraine met in Geneva in three rooms. It rained a lot on the lake that day.",
        [
            "Envoys (Russia) | person unnamed | Envoys",
            "Russia | state | Russia",
            "Ukraine | state | Ukraine",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_actors_of_a_text(text: str, expected: list[str]) -> None:
    """Each actor with side, kind, offices, other names and the words that mean it; nobody else."""
    assert facts(text, "actors") == expected


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("Bruno Tolv raised its offer for the mill. Bruno Tolv's board met.", "Bruno Tolv", "group"),
        ("The mining giant Arden Vale left.", "Arden Vale", "group"),
        ("They made a bid for Arden Vale. Arden Vale left.", "Arden Vale", "group"),
        ("Arden Vale said it would not sell.", "Arden Vale", "group"),
        ("Mira Colt said it rained. Mira Colt sold her shares.", "Mira Colt", "person"),
        ("They met for the New Social Contract.", "New Social Contract", "group"),
        ("Members of Harbour Local 33, the largest union, have left.", "Harbour Local 33", "union"),
    ],
)
def test_companies_are_no_people(text: str, name: str, kind: str) -> None:
    """With a board, bought, told by its trade, or called "it"; capitals before a name and a number behind it belong to it."""
    assert named(text, name).kind == kind


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("The Norwegian side rejected the map.", "Norway"),
        ("The Norwegian camp rejected the map.", "Norway"),
        ("The US State Department rejected the map.", "United States"),
        ("A US State Department spokesperson rejected the map.", "United States"),
    ],
)
def test_parts_of_a_state(text: str, side: str) -> None:
    """Whoever acts for a state is that state's."""
    assert {actor.side for actor in actors(text).all()} == {side}


def test_short_forms_mean_it_only_in_capitals() -> None:
    """ "Un" of a name is not the UN."""
    assert "United Nations" not in {actor.name for actor in actors("Kim Jong Un left. Un met nobody.").all()}
    assert "United Nations" in {actor.name for actor in actors("The UN wants a truce.").all()}
    found = {actor.name for actor in actors("Officials of the United Nations met Karsk.").all()}
    assert "United Nations" in found
    assert "Nations" not in found


def test_a_family_name_without_its_article() -> None:
    """ "Jaafari" is Bashar Al-Jaafari."""
    found = actors("Syria's envoy Bashar Al-Jaafari left. Jaafari said that it rained.")
    assert [actor.name for actor in found.all() if "Jaafari" in actor.name] == ["Bashar Al-Jaafari"]


def test_a_family_name_that_stands_first() -> None:
    """ "Ri" is Ri Yong-ho, and a small syllable behind a hyphen belongs to the name."""
    found = actors("Korea's envoy Ri Yong-ho met the leader Kim Jong-un. Ri said that it rained.")
    assert {a.name: a.kind for a in found.all() if a.named and a.kind == "person"} == {
        "Ri Yong-ho": "person",
        "Kim Jong-un": "person",
    }


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The US drugmaker Boltek raised its bid.", "Boltek"),
        ("The dock union Rhtu refused the offer.", "Rhtu"),
        ("Danish brewer Nils Brew refused the offer.", "Nils Brew"),
        ("Peru offered more, although Lima-based Dorvan refused.", "Dorvan"),
        ("The Lima, Peru-based AB Dorvan said earlier that it went public.", "AB Dorvan"),
        ("British-South African Dorvan rejected the offer.", "Dorvan"),
        ("AB Dorvan CE Carlos Brit left.", "AB Dorvan"),
        ("The head of the Blues Cem Olak left.", "Blues"),
        ("The state-owned company refused.", "state-owned company"),
        ("The Tolvan National Union of Teachers (Tnut) struck. Tnut refused.", "Tolvan National Union of Teachers"),
        (
            "The Tolvan Union of Post-Primary Education Teachers (Tuppet) refused. Tuppet left.",
            "Tolvan Union of Post-Primary Education Teachers",
        ),
        ("Dovan, which represents the cabin crew, refused. The union left.", "Dovan"),
    ],
)
def test_a_body_under_its_name(text: str, name: str) -> None:
    """Whatever trade, seat, nation, office or short form stands beside it: one body, and nobody else of its kind."""
    told = [fact for fact in facts(text, "actors") if " | person" not in fact and " | state" not in fact]
    bodies = {fact.split(" | ")[0].split(" (")[0] for fact in told}
    assert bodies == {name}


@pytest.mark.parametrize(
    "text",
    [
        "The talks with far-left Unidas Verdes collapsed. Senior Verdes lawmaker Iona Belar left.",
        "Unidas Verdes left. Verdes legislators refused.",
        "Peru met Unidas Verdes. Verdes parliamentarians refused.",
    ],
)
def test_who_has_lawmakers_is_no_person(text: str) -> None:
    """A party of two words, whose last one its lawmakers have."""
    told = [fact for fact in facts(text, "actors") if fact.startswith(("Unidas Verdes", "Verdes"))]
    assert told
    assert not [fact for fact in told if "| person" in fact and "unnamed" not in fact]


@pytest.mark.parametrize("body", ["Government of Common Unity", "Coalition of National Unity"])
def test_a_body_at_the_end_of_a_line_keeps_what_stands_behind_of(body: str) -> None:
    """The last word of a text may be the last of its name."""
    found = set(actors(f"DA will not form part of the Gauteng {body}").memory.by_name)
    assert f"Gauteng {body}" in found


def test_whose_leader_somebody_is_stands_before_where() -> None:
    """ "The Reds' Karsk leader X" leads the Reds."""
    text = "Tolv Fane’s Stormel leader Michelle O’Dell claimed her party had reached an accommodation."
    assert named(text, "Michelle O'Dell").side == "Tolv Fane"


@pytest.mark.parametrize(
    ("text", "name", "side"),
    [
        ("But Norwegian Defence Minister Thomas de Maal, on a visit, took note.", "Thomas de Maal", "Norway"),
        ("In Lund, SOLV chief executive Tom Arden wrote a letter.", "Tom Arden", "SOLV"),
        ("They flew to meet Boltek Chief Executive Steve Olm on Saturday.", "Steve Olm", "Boltek"),
        ("DKP secretary-general Fikile Orr refused.", "Fikile Orr", "DKP"),
        ("A meeting with EU Trade Commissioner Vald Drovik ended.", "Vald Drovik", "Europeans"),
        ("Prime Minister Ana Brod refused.", "Ana Brod", None),
        ("On Monday chief negotiator Ana Brod refused.", "Ana Brod", None),
        ("Former Norwegian envoy Mira Colt left.", "Mira Colt", None),
        ("Health Secretary Jeremy Hunt refused.", "Jeremy Hunt", None),  # of no "Jeremy"
        ("The Minister of Fisheries, Jacob Vest, refused.", "Jacob Vest", None),
    ],
)
def test_titles_are_read_back_to_whose_they_are(text: str, name: str, side: str | None) -> None:
    """Over ranks, fields of government and several offices; to a land or a body, or to nobody."""
    assert actors(text).side(name) == side


def test_a_name_with_a_particle_is_meant_by_he() -> None:
    """ "Miguel del Valle was frustrated. He said": del Valle, and nobody before."""
    text = "DKP leader Jesse Sharp said the talks ended. Miguel del Valle, head of the board, was frustrated. He said the toll was high."
    said = read_record(document(text), default_vocabulary()).statements
    assert [s.speaker.name for s in said if s.speaker is not None][-1] == "Miguel del Valle"
