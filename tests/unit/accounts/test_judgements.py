"""Judgements of one subject that lean opposite ways."""

from __future__ import annotations

import pytest

from .comparing import findings, marked, only, told

GOOD = "The talks in Geneva were constructive and brought real progress for the valley."
BAD = "The talks in Geneva were a sham, and the valley got nothing from them."


def test_the_talks() -> None:
    """Opposite views of the talks are opposed judgements, and said to be no facts."""
    finding = only(GOOD, BAD)
    assert finding.relation == "opposed-judgement"
    assert "the talks" in finding.about
    assert "not facts" in finding.why
    assert marked(finding) == ["constructive", "progress", "sham"]


def test_intentions_of_a_party() -> None:
    """So are views of what drives a party."""
    finding = only(
        "Armenia is serious about open borders and negotiates in good faith.",
        "Armenia has no intention of opening them and is playing for time.",
    )
    assert finding.relation == "opposed-judgement"
    assert "Armenia" in finding.about


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (GOOD, "The talks in Geneva were useful for both sides."),
        (GOOD, "The plan for the dam is a sham."),
        (f"{GOOD} {BAD}", "It rained in Geneva."),
        ("The talks in Geneva lasted an hour.", BAD),
    ],
)
def test_not_opposed(one: str, two: str) -> None:
    """One way of leaning, other subjects, one author in two minds, and a plain fact oppose nothing."""
    assert "opposed-judgement" not in [relation for relation, _ in told(one, two)]


def test_a_negated_word_leans_the_other_way() -> None:
    """ "Not constructive" opposes "constructive"."""
    assert [f.relation for f in findings(GOOD, "The talks in Geneva were not constructive for anybody.")] == [
        "opposed-judgement"
    ]


def test_prescriptions() -> None:
    """Authors who urge one party to opposite things are opposed too."""
    (finding,) = [
        f
        for f in findings(
            "It is up to President Aliyev to agree to the terms of the treaty.",
            "Only Aliyev can end it, by more pressure and sanctions.",
        )
        if f.slot == "prescription"
    ]
    assert finding.relation == "opposed-judgement"
    assert "Azerbaijan" in finding.about
