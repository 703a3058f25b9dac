"""Names that only the text tells to be bodies, and people who stay people."""

from __future__ import annotations

import pytest
from tests.unit.statements.reading import document

from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

BODIES = [
    "Royal Ahold, which runs the ferries, raised its fares.",
    "Royal Ahold employees went home.",
    "The human resources director of Royal Ahold left.",
    "Royal Ahold made an offer, Olga Nilsen said. Nilsen spoke for the union. It was too low, and Royal Ahold knows it.",
]
PEOPLE = [
    "Tolv Karsk spokesman Olga Nilsen left.",
    "Tolv Karsk, who runs the ferries, raised the fares.",
    "Mr Tolv Karsk left. The director of Tolv Karsk left.",
    "Tolv Karsk, the chairman of the yard, left. Tolv Karsk came back.",
    "Tolv Karsk met Olga Nilsen. Nilsen was late, and Karsk left.",
    "Tolv Karsk left. Tolv Karsk came back.",  # the text shortens no name
]


def _kinds(text: str, name: str) -> set[str]:
    names = annotate(document(text), default_vocabulary()).names
    return {mention.kind for mention in names.mentions if mention.name == name}


@pytest.mark.parametrize("text", BODIES)
def test_a_body(text: str) -> None:
    """ "Which", staff, a director, or the whole name again where people are called by their last."""
    assert _kinds(text, "Royal Ahold") == {"organisation"}


@pytest.mark.parametrize("text", PEOPLE)
def test_a_person(text: str) -> None:
    """A title, "who", an office, the last name alone; one full name told twice proves nothing by itself."""
    assert "organisation" not in _kinds(text, "Tolv Karsk")


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Senior Colonel Long Shaohua spoke.", "Long Shaohua"),
        ("The envoy met General MM Naravane.", "MM Naravane"),
        ("The envoy met Lt-General P G K Menon.", "P G K Menon"),
    ],
)
def test_names_behind_a_rank(text: str, name: str) -> None:
    """A common word, two letters and single ones belong to the name."""
    assert _kinds(text, name) == {"person"}
