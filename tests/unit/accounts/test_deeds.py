"""Assent and authorship: whether a party gave way, and who drew up a text."""

from __future__ import annotations

import pytest

from .comparing import findings, marked, only, told


def test_assent() -> None:
    """One account has a party giving way, the other giving nothing; the words that say so are marked."""
    finding = only(
        "Sudan accepted the draft on the filling of the dam.",
        "Sudan left the round on the dam without conceding anything.",
    )
    assert (finding.relation, finding.slot) == ("contradicted", "act")
    assert "Sudan" in finding.about
    assert marked(finding) == ["accepted", "without conceding anything"]
    assert "exclusive" not in finding.why


def test_assent_to_a_part_leaves_room() -> None:
    """Agreeing with what suits oneself is not conceding."""
    finding = only(
        "Sudan accepted some elements of the draft on the filling of the dam.",
        "Sudan left the round on the dam without conceding anything.",
    )
    assert "not strictly exclusive" in finding.why


def test_hedge_and_judgement_are_told() -> None:
    """A report with a hedge says so in the finding."""
    (finding,) = [
        f
        for f in findings(
            "Sudan reportedly agreed to the draft on the dam.",
            "Sudan left the round on the dam without conceding anything.",
        )
        if f.relation == "contradicted"
    ]
    assert "with a hedge" in finding.why
    assert "author's judgement" in finding.why


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Armenia has agreed to release the prisoners.", "Armenia refused to compromise on sanctions."),
        ("Armenia has agreed to the map of the border.", "Azerbaijan refused to budge on the border."),
        ("Armenia will have agreed to the map of the border by June.", "Armenia refused to budge on the border."),
        (
            "Armenia gets no fuel until it has accepted the map of the border.",
            "Armenia refused to budge on the border.",
        ),
        ("Armenia has agreed to ship grain by sea.", "Armenia refused to yield on the border."),
        ("Armenia has not agreed to the map of the border.", "Armenia refused to budge on the border."),
    ],
)
def test_no_conflict_of_assent(one: str, two: str) -> None:
    """Different matters, different parties, a prediction and a denied assent contradict nothing."""
    assert not [f for f in findings(one, two) if f.about.startswith("Any assent")]


def test_one_document_alone() -> None:
    """One account that says both is not in conflict with itself."""
    assert (
        told("Armenia has agreed to the map of the border. Armenia refused to budge on the border.", "It rained.") == []
    )


def test_authorship() -> None:
    """Two accounts that name different authors of a text with a number of points contradict each other."""
    (finding,) = [
        f
        for f in findings("Armenia drafted the 17-point text.", "The 17-point text was drawn up by Azerbaijan.")
        if f.slot == "authorship"
    ]
    assert (finding.relation, marked(finding)) == ("contradicted", ["17-point", "17-point"])
    assert "Armenia" in finding.why
    assert "Azerbaijan" in finding.why
    assert "two texts" in finding.why


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Armenia drafted the 17-point text.", "The 17-point proposal was drawn up by Armenia."),
        ("Armenia and Azerbaijan drafted the 17-point text.", "The 17-point text was drawn up by Azerbaijan."),
        ("Armenia drafted the 17-point text.", "The 18-point text was drawn up by Azerbaijan."),
        ("Armenia read the 17-point text.", "The 17-point text was drawn up by Azerbaijan."),
        ("Armenia cut the text from 17 to 12 points.", "The 17-point text was drawn up by Azerbaijan."),
        (
            "Armenia’s flag hung over the hall where a 17-point text was drafted.",
            "The 17-point text was drawn up by Azerbaijan.",
        ),
    ],
)
def test_no_conflict_of_authorship(one: str, two: str) -> None:
    """A common author, another text, a reader, an earlier version and a mere owner contradict nothing."""
    assert "authorship" not in [slot for _, slot in told(one, two)]
