"""Slots that cannot be filled twice: who broke off, what was promised, whether there is an agreement; days and steps that agree."""

from __future__ import annotations

import pytest

from .comparing import findings, marked, told

LEFT = (
    ("Osteria broke off the talks with Valdonia in Brenn.", "Valdonia walked out of the talks with Osteria in Brenn."),
    (
        "The Shipwrights' Union walked away from the table, Kelling Yards said.",
        "Kelling Yards walked away from the table, the Shipwrights' Union said.",
    ),
    (
        "Peru broke off the talks with Chile on the strait in Lima.",
        "Chile left the room at the talks with Peru on the strait in Lima.",
    ),
)


@pytest.mark.parametrize(("one", "two"), LEFT)
def test_two_sides_left(one: str, two: str) -> None:
    """Each account has another side leave: one slot, two fillings."""
    assert ("contradicted", "actor") in told(one, two)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Peru broke off the talks with Chile in Lima.", "Peru walked out of the talks with Chile in Lima."),
        (
            "The Liberals walked out of the talks with Peru on the budget in Lima.",
            "RTP walked out of the talks with Peru on the budget in Lima.",
        ),
        ("Peru broke off the talks with Chile in Lima.", "Chile will walk out of the talks with Peru in Lima."),
        ("Peru broke off the talks with Chile on Monday.", "Chile walked out of the talks with Peru on Tuesday."),
        (
            "Ana Tal walked out of the talks with Peru in Lima.",
            "RCP walked out of the talks with Peru in Lima, since Tal was not to lead.",
        ),
        (
            "Ana Tal, the chairman, declared the coalition at an end as he stormed out of the meeting with Peru in Lima.",
            "The chairman of RCP (Red Centre) left the meeting with Peru in Lima because Peru would not budge: Tal was not to lead.",
        ),
        (
            "Osteria broke off the talks with Valdonia in Brenn.",
            "Valdonia was walking out of the talks with Osteria in Brenn.",
        ),
        ("Peru left the union with Chile.", "Chile walked out of the stadium, Peru said."),
    ],
)
def test_nobody_else_left(one: str, two: str) -> None:
    """The same side, a forecast, another day, and leaving something else contradict nothing."""
    assert ("contradicted", "actor") not in told(one, two)


@pytest.mark.parametrize(
    ("one", "two", "words"),
    [
        (
            "Norway agreed to release 40 sailors to Kenya.",
            "Norway will release 60 sailors to Kenya, which agreed.",
            {"40", "60"},
        ),
    ],
)
def test_a_promise_with_two_figures(one: str, two: str, words: set[str]) -> None:
    """One side promises two numbers of the same in accounts of one day."""
    found = [
        f for f in findings(one, two.replace("will", "agreed to")) if (f.relation, f.slot) == ("contradicted", "figure")
    ]
    assert [w for w in words if not any(w in text for f in found for text in marked(f))] == []


def test_a_raised_offer_is_no_contradiction() -> None:
    """What is told to have changed has two figures by right."""
    one, two = "Norway offered to release 40 sailors to Kenya.", "Norway raised its offer to Kenya to 60 sailors."
    assert "contradicted" not in [relation for relation, _ in told(one, two)]


@pytest.mark.parametrize(
    ("claim", "denial"),
    [
        ("Halden Group said that it had reached a pact with Orlik Foods.", "“There is no agreement with Halden,” Orlik Foods said."),
        ("Norway said that it had reached an accord with Kenya.", "Kenya denied that it had reached an accord with Norway."),
        ("The Reds said that they had reached a deal with the Blues.", "The Blues denied that they had reached a deal with the Reds."),
    ],
)  # fmt: skip
def test_an_agreement_that_the_other_side_denies(claim: str, denial: str) -> None:
    """Both are claims of a side: whether there is an agreement is disputed."""
    assert "Whether there is an agreement" in [f.about for f in findings(claim, denial)]


def test_one_side_that_takes_its_word_back_is_no_dispute() -> None:
    """A denial by the same side is none of another's claim."""
    one, two = (
        "Norway said that it had reached an accord with Kenya.",
        "Norway denied that it had reached an accord with Kenya.",
    )
    assert "Whether there is an agreement" not in [f.about for f in findings(one, two)]


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (
            "Norway and Kenya must decide on the tolls by 30 June.",
            "Kenya and Norway have until 30 June to decide on the tolls.",
        ),
        (
            "The treaty between Norway and Kenya expires on 30 March.",
            "Norway and Kenya said their treaty runs out on 30 March.",
        ),
        (
            "Norway and Kenya will hold a new round of talks on 3 April.",
            "Talks between Kenya and Norway are to resume on 3 April.",
        ),
    ],
)
def test_one_day_ahead(one: str, two: str) -> None:
    """A deadline or the next round on one day agrees, whatever the words."""
    both = "Norway rejected the tolls and Kenya demanded them."
    assert {("corroborated", "date"), ("corroborated", "next")} & set(told(f"{one} {both}", f"{two} {both}"))


def test_two_days_ahead_do_not_agree() -> None:
    """Another day is another deadline."""
    both = "Norway rejected the tolls and Kenya demanded them."
    assert ("corroborated", "date") not in told(
        f"They must decide by 30 June. {both}", f"They must decide by 30 July. {both}"
    )


def test_one_step_that_must_come_first() -> None:
    """The approval that two accounts name is one gate."""
    both = "Norway rejected the tolls and Kenya demanded them."
    one, two = (
        "The merger needs the approval of the competition authority.",
        "The competition authority must approve any merger.",
    )
    assert ("corroborated", "gate") in told(f"{one} {both}", f"{two} {both}")


def test_when_somebody_left_tells_the_time() -> None:
    """Who speaks "when he left the talks" has not broken them off."""
    one = "Lena Orr of Norway walked out of the talks in Lima."
    assert not [
        f
        for f in findings(one, "Otto Brod of Peru said when he left the talks in Lima that it rained.")
        if f.relation == "contradicted"
    ]
