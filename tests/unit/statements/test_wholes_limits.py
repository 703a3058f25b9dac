"""What can be quoted by itself: what each word may be so that the same stretches stand alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.statements.tree_facts import whole_facts
from tests.unit.text.limits import limits, tables

LIMITS = Path(__file__).with_name("wholes_limits.txt")


def limits_of(name: str, tree: str) -> list[str]:
    return limits(tree, whole_facts)


@pytest.mark.parametrize(("name", "tree", "lines"), tables(LIMITS))
def test_what_stretch_stands_on(name: str, tree: str, lines: list[str]) -> None:
    """Word by word: what it may be so that the tree tells the same of the others."""
    assert limits_of(name, tree) == lines
