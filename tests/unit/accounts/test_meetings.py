"""Meetings that several documents tell of."""

from __future__ import annotations

import pytest

from zopa.accounts import is_same_meeting
from zopa.sources import Document, Guess
from zopa.statements import read_record
from zopa.text import default_vocabulary

from .comparing import findings, only, told

HELD = "Nikol Pashinyan met Ilham Aliyev in Geneva on 4 March."
OFF = "A meeting between Nikol Pashinyan and Ilham Aliyev in {} on 4 March was called off."


def test_corroborated() -> None:
    """Two accounts of one meeting agree, whatever words they use for it; independence is unknown."""
    (finding,) = [
        f
        for f in findings(
            HELD, "On 4 March there were talks: Pashinyan met with President Aliyev in Geneva for three hours."
        )
        if f.slot == "meeting"
    ]
    assert finding.relation == "corroborated"
    assert finding.about == "Nikol Pashinyan, Ilham Aliyev met (Geneva)"
    assert "unknown" in finding.why
    assert len(finding.passages) == len(finding.originators) == 2


def test_held_or_cancelled() -> None:
    """Held in one account, called off in the other."""
    (finding,) = [f for f in findings(HELD, OFF.format("Geneva")) if f.slot == "status"]
    assert finding.relation == "contradicted"


def test_cancelled_in_two_places() -> None:
    """A meeting that did not take place cannot have had two places."""
    finding = only(OFF.format("Tbilisi"), OFF.format("Geneva"))
    assert (finding.relation, finding.slot) == ("contradicted", "place")
    assert "Geneva against Tbilisi" in finding.why


def test_expected_differently() -> None:
    """Two expectations of one meeting to come are predictions: they neither agree nor contradict."""
    finding = only(
        "Nikol Pashinyan will meet Ilham Aliyev in May.", "If the map is ready, Nikol Pashinyan will meet Ilham Aliyev."
    )
    assert (finding.relation, finding.slot) == ("opposed-judgement", "prediction")


@pytest.mark.parametrize(
    "other",
    [
        "Nikol Pashinyan will meet Ilham Aliyev in Geneva.",
        "Nikol Pashinyan met Maria Zakharova in Geneva on 4 March.",
        "Nikol Pashinyan met Ilham Aliyev in Geneva in October 2024.",
    ],
)
def test_another_meeting(other: str) -> None:
    """One to come, one with somebody else and one in another month are not that meeting."""
    assert not [slot for _, slot in told(HELD, other) if slot in {"meeting", "status", "place"}]


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (HELD, "Pashinyan met Aliyev.", True),
        (HELD, "Pashinyan met Aliyev in Tbilisi.", False),
        (
            "Egyptian officials held talks with Sudan in Geneva.",
            "Egyptian officials held talks with Sudan in Geneva.",
            True,
        ),
        ("Egyptian officials held talks with Sudan.", "Egyptian officials held talks with Sudan.", False),
    ],
)
def test_is_same_meeting(one: str, two: str, same: bool) -> None:
    """The people must agree and no place or date speak against it; delegations need a place or a day in common."""
    (first,), (second,) = (
        read_record(
            Document("d", "-", text, "0", "text", published=Guess("2025-03-12", "given")), default_vocabulary()
        ).meetings
        for text in (one, two)
    )
    assert is_same_meeting(first, second) is same
    assert is_same_meeting(second, first) is same
