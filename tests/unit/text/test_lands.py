"""Lands that no table holds, told by the office before which they stand."""

from __future__ import annotations

import pytest

from zopa.text import default_vocabulary
from zopa.text.lands import find_lands

LANDS = [
    ("Nadu Vale Chief Minister Ana Tal left. Water went to Nadu Vale.", ["Nadu Vale"]),
    ("The Oaxtan governor spoke. In Oaxtan the dam is full.", ["Oaxtan"]),
    ("Brodland CM Ana Tal refused. Brodland has no water.", ["Brodland"]),
    ("Brodland Premier Ana Tal met Oaxtan Gov. Bo Lund. Brodland and Oaxtan share it.", ["Brodland", "Oaxtan"]),
]
NONE = [
    "Brodland Chief Minister Ana Tal left.",  # nowhere by itself
    "Interim Prime Minister Ana Tal left. An Interim pact was signed.",
    "Norway Prime Minister Ana Tal left. Norway wants it.",  # the shipped table has it
    "ANC Premier Ana Tal left. The ANC wants it.",
    "Deputy Prime Minister Ana Tal left, and her Deputy stayed.",
    "Water went to Brodland.",
]


@pytest.mark.parametrize(("text", "lands"), LANDS)
def test_lands(text: str, lands: list[str]) -> None:
    """In the order in which they are first told."""
    assert find_lands(text, default_vocabulary()) == lands


@pytest.mark.parametrize("text", NONE)
def test_no_land(text: str) -> None:
    """Offices, parties, what is known, and what stands nowhere else."""
    assert not find_lands(text, default_vocabulary())
