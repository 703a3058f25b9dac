"""Whose voice a pronoun is: the two who were the subject before, the firm whose nation was told, a person rather than a body."""

from __future__ import annotations

import pytest

from .reading import attributed
from .told import facts


@pytest.mark.parametrize(
    ("text", "names", "party"),
    [
        (
            "Mr Ekman and Dolk's other joint secretary, Tom Wood, looked angry when they left the hall. They insisted the protest was not theirs.",
            {"Ekman", "Tom Wood"}, "Dolk",
        ),
        ("Ana Lind and Bo Ek left the hall. They said the quota would fall.", {"Ana Lind", "Bo Ek"}, None),
        (
            "Reds leader Ana Lind and Reds negotiator Bo Ek left. They said that the vote would come.",
            {"Ana Lind", "Bo Ek"}, "Reds",
        ),
    ],
)  # fmt: skip
def test_they_are_those_who_were_the_subject_together(text: str, names: set[str], party: str | None) -> None:
    """Both say it, for their common side; for none where the text tells none."""
    said = attributed(text)[-1]
    assert said.speaker is not None
    assert {said.speaker.name, *said.also_said_by} == names
    assert said.speaker.party == party


@pytest.mark.parametrize("firm", ["US brewer", "Danish carmaker", "Kenyan bank"])
def test_it_is_the_firm_and_not_its_nation(firm: str) -> None:
    """ "The US brewer bid. It said ...": the brewer."""
    said = attributed(f"The {firm} raised its bid for Dorvan. It said the proposal was final.")[-1]
    assert said.speaker is not None
    assert (said.speaker.name, said.speaker.party) == (firm, firm)


def test_she_is_no_party() -> None:
    """A minister who was told before, where the last name that is nobody's own is a party's."""
    text = (
        "Senior Unidas Verdes lawmaker Iona Belar left. Deputy premier and chief negotiator Carmen Calda told Cadena radio "
        "that Verdes had asked too much. “They wanted it all,” she said."
    )
    assert any(fact.startswith("Carmen Calda") and "They wanted it all" in fact for fact in facts(text, "statements"))


@pytest.mark.parametrize(
    "text",
    [
        'Ekman said a deal was "very close" and "an agreement in principle" had been reached.',
        'The premier said the fleet was "safe" and "every boat" would sail.',
        "Ana Lind said the line would sail and that “no crew” would lose its pay.",
    ],
)
def test_what_and_joins_to_what_is_said_is_said_too(text: str) -> None:
    """Quoted or not: nothing of the sentence is the author's."""
    assert not [fact for fact in facts(text, "statements") if "own-voice" in fact]
