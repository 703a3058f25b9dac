"""How the talks ended: the day of the pact, whether they failed, whether another round is to come."""

from __future__ import annotations

import pytest

from .comparing import findings, marked, told

BOTH = "Norway demanded the tolls and Kenya rejected them."


def about(*texts: str) -> list[tuple[str, str]]:
    return [(f.relation, f.about) for f in findings(*(f"{text} {BOTH}" for text in texts))]


@pytest.mark.parametrize("words", ["had not collapsed", "did not fail", "have not broken down"])
def test_that_the_talks_have_not_failed_contradicts_that_they_have(words: str) -> None:
    """Told by whoever; the words of both are marked."""
    one, two = f"The talks in Oslo collapsed on Monday. {BOTH}", f"Lena Orr said that the talks {words}. {BOTH}"
    (found,) = (f for f in findings(one, two) if f.about == "Whether the talks have failed")
    assert found.relation == "contradicted"
    assert len(marked(found)) == 2


def test_two_that_tell_of_the_failure_contradict_nothing() -> None:
    """A failure told twice is no dispute."""
    assert "contradicted" not in {r for r, _ in about("The talks collapsed on Monday.", "The talks failed on Monday.")}


def test_no_further_round_contradicts_a_round_to_come() -> None:
    """ "No further talks are planned" beside a meeting ahead; two that know of none agree."""
    none, other = "No further talks are planned.", "No new meeting has been scheduled."
    ahead = "Norway and Kenya will meet in Oslo on 3 April."
    assert ("contradicted", "Whether there will be another round") in about(none, ahead)
    assert ("corroborated", "That no other round is planned") in about(none, other)
    fell_out = "Both parties agreed to resume at ten, but no meeting was held."
    assert ("contradicted", "Whether there will be another round") not in about(fell_out, ahead)
    assert not [
        a for _, a in about(ahead, "Norway and Kenya will meet in Oslo on 3 April, she said.") if "no other" in a
    ]


def test_the_day_of_the_pact() -> None:
    """One day agrees, two days of one week do not; a pact a month away is another one."""
    one, same = "Norway and Kenya signed a treaty on 10 March.", "A treaty was signed by Norway and Kenya on 10 March."
    other, later = (
        "On 11 March, after a long night, the two sides reached a treaty in Oslo.",
        "On 20 January the two sides reached a treaty.",
    )
    assert ("contradicted", "The day of the pact") in about(one, other)
    assert not [a for r, a in about(one, later) if (r, a) == ("contradicted", "The day of the pact")]
    assert ("contradicted", "The day of the pact") not in about(one, same)


def test_a_pact_that_is_denied_has_no_day() -> None:
    """Signed on Monday, and denied to have been signed on Monday, agree on nothing."""
    assert ("corroborated", "date") not in told(
        "Norway signed the river treaty on Monday.", "Norway denied that it had signed the river treaty on Monday."
    )
