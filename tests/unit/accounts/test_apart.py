"""Sentences that look alike and are no agreement: other doers, matters, times and counts; and what one speaker says twice."""

from __future__ import annotations

import pytest

from .comparing import findings

LEAD = "Norway and Peru have been in talks in Lima over the canal and its dams. "
APART = [
    ("Norway has offered to share the daily flow data of its dams with Peru.",
     "Norway has offered to release water from its dams with Peru."),
    ("Norway refuses to accept a quota on its steel exports to Peru.", "Peru refuses to accept a tax on its steel exports to Norway."),
    ("In the haddock talks, Norway is demanding a quarter of the quota for the next five years.",
     "In the haddock talks, Peru is demanding access to the quota waters for the next five years."),
    ("Norway sent its reply on the upper dam of the canal to Peru.",
     "Norway will send its reply on the upper dam of the canal to Peru."),
    ("The loss of the loader's grade would cost 150 crew members money.",
     "The loss of the loader's grade would cost 17 crew members money."),
    ("Peru started the fighting at the dam in the canal zone, Norway said.",
     "Norway started the fighting at the dam in the canal zone, Peru said."),
    ("Norway asked for 80 million for the upper dam of the canal.", "Norway wants 65 million for the upper dam of the canal."),
]  # fmt: skip
ONE = [
    ("Norway has offered to share the daily flow data of its dams with Peru.", "Norway has offered Peru daily flow data of its dams."),
    ("Norway refuses to accept a quota on its steel exports.", "A quota on its steel exports is refused by Norway."),
    ("Experts from the two countries on the canal met in Lima to compare the flow.",
     "In Lima experts from both countries met to compare the flow of the canal."),
]  # fmt: skip


def agree(one: str, other: str) -> list[str]:
    """The slots in which two texts agree over these sentences."""
    found = findings(LEAD + one, LEAD.replace("have been", "are") + other)
    return [
        f.slot for f in found
        if f.relation == "corroborated" and {one, other} <= {p.text.strip() for p in f.passages}
    ]  # fmt: skip


@pytest.mark.parametrize(("one", "other"), APART)
def test_no_agreement(one: str, other: str) -> None:
    """However many words are alike, and whichever account comes first."""
    assert "act" not in agree(one, other)
    assert "act" not in agree(other, one)


@pytest.mark.parametrize(("one", "other"), ONE)
def test_an_agreement(one: str, other: str) -> None:
    """The same deed by the same side in other words still agrees."""
    assert agree(one, other)


def test_what_a_side_asks_for_with_two_figures() -> None:
    """In accounts of one day one of the two is wrong."""
    texts = ("Norway asked for 80 million for the upper dam.", "Norway wants 65 million for the upper dam.")
    told = [LEAD + texts[0], LEAD.replace("have been", "are") + texts[1]]
    same = findings(*told, published=("2025-03-12", "2025-03-12"))
    assert ("contradicted", "figure") in {(f.relation, f.slot) for f in same}
