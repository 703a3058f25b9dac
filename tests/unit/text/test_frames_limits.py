"""What a frame stands on: the relations, tags and words with which a clause tells the same, and those that change it."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.statements.tree_facts import frame_facts
from tests.unit.text.limits import limits, tables

LIMITS = Path(__file__).with_name("frames_limits.txt")


def limits_of(name: str, tree: str) -> list[str]:
    return limits(tree, frame_facts)


@pytest.mark.parametrize(("name", "tree", "lines"), tables(LIMITS))
def test_what_clause_stands_on(name: str, tree: str, lines: list[str]) -> None:
    """Word by word: what it may be so that the tree tells the same of the others."""
    assert limits_of(name, tree) == lines
