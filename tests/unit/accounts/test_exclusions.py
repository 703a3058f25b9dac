"""Deeds that cannot both be so though their predicates differ: each row by itself, switched off, and what excludes nothing."""

from __future__ import annotations

import pytest

from zopa.accounts import exclusions
from zopa.accounts.exclusions import ROW_NAMES, ROWS

from .comparing import findings

LEAD = "Norway and Peru have been in talks in Lima over the canal. "
TOLD = [
    ("other-doer", "Peru broke the truce, Norway said.", "Norway broke the truce, Peru said."),
    ("other-doer", "Peru started the fighting, Norway said.", "Norway began the fighting, Peru said."),
    ("until", "Norway and Peru agreed to extend the truce until 24 March.", "The truce was extended until 7 April, Norway said."),
    ("until", "The talks will go on until 24 March.", "The talks will go on till 7 April."),
    ("given", "Norway sent Peru a proposal.", "Peru has not received any proposal from Norway, its minister said."),
    ("given", "Norway submitted a plan to Peru.", "Peru has seen no plan of Norway, it said."),
    ("stopped", "Peru has called off its strike.", "The strike goes on, Peru's envoy said."),
    ("stopped", "Norway lifted the blockade.", "The blockade continues, Peru said."),
    ("talks", "Norway has been talking to the rebels, a source said.", "Norway refuses any talks with the rebels."),
    ("talks", "Norway has been negotiating with the rebels in Oslo.", "Norway rejects talks with the rebels, its minister said."),
]  # fmt: skip
NOT_TOLD = [
    ("Peru broke the truce, Norway said.", "Peru broke the truce, Chile said."),
    (
        "Norway broke off the talks on the port, it said.",
        "Peru broke the truce, Norway said.",
    ),  # its own words, and two deeds
    ("The truce was extended until 24 March.", "The truce was extended until 24 March, Norway said."),
    ("The truce was extended until 24 March.", "The fishing season lasts until 7 April."),
    ("Norway sent Peru a proposal.", "Peru has received a proposal from Norway."),
    ("Norway sent Peru a proposal.", "Norway has not received any proposal from Chile."),
    ("Peru has called off its strike.", "The blockade goes on."),
    ("Peru has called off its strike.", "The strike may go on."),
    ("Norway has been talking to the rebels.", "Norway refuses any talks with Chile."),
    ("Norway will talk to the rebels.", "Norway refuses any talks with the rebels."),
]


def excluded(one: str, other: str) -> list[str]:
    """The slots in which the rows find that two texts exclude each other."""
    found = findings(LEAD + one, LEAD.replace("have been", "are") + other)
    return [f.slot for f in found if f.relation == "contradicted" and f.why.split(":")[0] in exclusions._WHY.values()]


@pytest.mark.parametrize(("row", "one", "other"), TOLD)
def test_what_excludes_each_other(row: str, one: str, other: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """By its row in its slot, in either order; by none when that row is off."""
    slot = next(r.slot for r in ROWS if r.name == row)
    assert excluded(one, other) == [slot]
    assert excluded(other, one) == [slot]
    monkeypatch.setattr(exclusions, "ROWS", tuple(r for r in ROWS if r.name != row))
    assert excluded(one, other) == []


@pytest.mark.parametrize(("one", "other"), NOT_TOLD)
def test_what_excludes_nothing(one: str, other: str) -> None:
    """The same doer, day or side, another deed, what only may be, and what nobody else tells."""
    assert excluded(one, other) == []


def test_every_row_is_tested() -> None:
    """Names are unique, and each has an example."""
    assert {row for row, _, _ in TOLD} == set(ROW_NAMES)
    assert len(set(ROW_NAMES)) == len(ROWS)
    assert all(row.example for row in ROWS)
