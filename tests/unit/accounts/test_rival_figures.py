"""Figures on which accounts differ: of one thing, near each other, not given by both; and what may both be so."""

from __future__ import annotations

import pytest

from .comparing import findings

LEAD = "Norway and Peru have been in talks in Lima over the canal. "
RIVALS = [
    ("The strike kept some 350,000 students at home.", "About 300,000 students stayed at home because of the strike."),
    ("The new costs of the canal came to $16.1 million.", "Norway now asks for $19 million of new costs."),
    ("Together they have 73 percent of the world's output.", "They stand for 78 percent of the world's output."),
]
NO_RIVALS = [
    ("The strike kept 350,000 students at home.", "The strike kept 350,000 students at home all week."),  # equal
    (
        "The strike kept 350,000 students at home.",
        "At least 300,000 students stayed at home because of the strike.",
    ),  # a bound
    ("The strike kept 350,000 students at home.", "The strike kept 35,000 students at home in Lund."),  # a part
    ("The bill passed by 65 votes to 43.", "The bill passed by 74 votes to 45."),  # two votes
    (
        "The meeting of the strike took 11 days.",
        "The meeting of the strike took 13 days.",
    ),  # lengths have their own comparison
    ("Oil fell to $31 a barrel because of the strike.", "Oil rose to $45 a barrel because of the strike."),  # a price
    ("Norway denied that the strike kept 350,000 students at home.", "The strike kept 300,000 students at home."),
    ("The strike will keep 350,000 students at home.", "The strike kept 300,000 students at home."),
    ("In 2019 the strike kept 350,000 students at home.", "The strike kept 300,000 students at home."),
]


def rivals(one: str, other: str) -> list[str]:
    """What the figures that differ are, as a finding names them."""
    found = findings(LEAD + one, LEAD.replace("have been", "are") + other)
    return [f.about for f in found if f.relation == "contradicted" and "what seems one thing" in f.why]


@pytest.mark.parametrize(("one", "other"), RIVALS)
def test_rivals(one: str, other: str) -> None:
    """Both figures are named, whichever account comes first."""
    for texts in ((one, other), (other, one)):
        (about,) = rivals(*texts)
        assert " or " in about


@pytest.mark.parametrize(("one", "other"), NO_RIVALS)
def test_no_rivals(one: str, other: str) -> None:
    """Equal, bounded, far apart, of another time, denied or foretold, or of what changes."""
    assert rivals(one, other) == []


def test_an_account_that_gives_both() -> None:
    """Whoever gives the other's figure too is in conflict with neither."""
    both = "The strike kept some 350,000 students at home. The mayor spoke of 300,000 students whom the strike kept at home."
    assert rivals(both, "About 300,000 students stayed at home because of the strike.") == []
