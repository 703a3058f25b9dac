"""Whom a pronoun means: the subject of the clause above or before it, by the tree."""

from __future__ import annotations

import pytest

from .reading import attributed, name

SAME_SENTENCE = [
    ("Amina Farouk was at pains to dampen hopes: no deal existed as yet, she made plain.", "Amina Farouk"),
    ("Ahmed Idris joined in on Monday: Lena Orr, he told reporters, has lied.", "Ahmed Idris"),
    ("Ahmed Idris blamed the army, whose refusal he described as “a finger in the eye”.", "Ahmed Idris"),
    ("The union has asked the council to come back to Lima, where, it proposes, the sides would meet.", "union"),
    ("Norway saw it otherwise: the meeting, it said, descended into farce.", "Norway"),
]
SENTENCE_BEFORE = [
    (
        "Amina Farouk called the deal generous. Its president, Ahmed Idris, held up two fingers. “We are this close,” he said.",
        "Ahmed Idris",
    ),
    (
        "The association made an offer. The union answered at noon. In a letter it said that the port was closed.",
        "union",
    ),
    ("People familiar with the talks spoke. Hours later, Norway withdrew. “The terms are bad,” it said.", "Norway"),
    (
        "“Thanks to Peru it works,” Ahmed Idris, the head of the port, told minister Otto Brod. Norway, he said, had failed.",
        "Ahmed Idris",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), SAME_SENTENCE)
def test_the_subject_of_an_earlier_clause(text: str, speaker: str) -> None:
    """Before whoever spoke last: a colon, a relative clause or an inserted “it says” leans on the subject in front."""
    assert [name(s) for s in attributed(f"Otto Brod said that it rained. {text}") if s.within is None][-1] == speaker


@pytest.mark.parametrize(("text", "speaker"), SENTENCE_BEFORE)
def test_the_subject_of_the_sentence_before(text: str, speaker: str) -> None:
    """Its main clause, also told in apposition or by the noun of a body alone."""
    assert name(attributed(text)[-1]) == speaker


@pytest.mark.parametrize(
    ("text", "not_said_by"),
    [
        ("Amina Farouk spoke. Ahmed Idris, she said, had left the port.", "Ahmed Idris"),
        (
            "Lena Orr left. The mayor and the president of the union said that it was late. She added that it rained.",
            "mayor",
        ),
    ],
)
def test_nobody_inside_what_is_said_and_no_two(text: str, not_said_by: str) -> None:
    """The subject of the words said is no speaker, and two people are not “she”."""
    assert not_said_by not in name(attributed(text)[-1])


def test_the_prime_minister_is_whoever_holds_the_office() -> None:
    """A subject told by office only is who was named with it before, and a pronoun behind it too."""
    text = "Prime Minister Ahmed Idris came to Lima. On Monday the prime minister remained firm. In a note he said that it was late."
    assert name(attributed(text)[-1]) == "Ahmed Idris"


@pytest.mark.parametrize("who", ["some", "others", "many"])
def test_some_are_nobody_spoken_of_before(who: str) -> None:
    """ "It may, some said, be dear" gives no words to whoever spoke before."""
    found = attributed(f"The union left. The council complained. The plan, {who} said, was too dear.")
    assert found[-1].speaker is not None
    assert (found[-1].speaker.name, found[-1].speaker.anonymous) == (who, True)


def test_which_is_the_noun_in_front_of_it() -> None:
    """ "business associations, according to which": those, and not the subject of the sentence."""
    text = "Otto Brod has the backing of several associations, according to which it is the union that fails."
    assert name(attributed(text)[-1]) == "several associations"


def test_the_leader_of_another_body_is_not_the_leader_named_before() -> None:
    """An office with a body beside it is held by whoever leads that body."""
    text = (
        "Amina Farouk, leader of the Dockers, left. Her party, the Karsk League's leader claimed, had closed the port."
    )
    assert name(attributed(text)[-1]) != "Amina Farouk"
