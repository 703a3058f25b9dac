"""What a deed stands on: what each word may be so that the same is done, by the same, as surely."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.statements.tree_facts import deed_facts
from tests.unit.text.limits import limits, tables

LIMITS = Path(__file__).with_name("deeds_limits.txt")


def limits_of(name: str, tree: str) -> list[str]:
    return limits(tree, deed_facts)


@pytest.mark.parametrize(("name", "tree", "lines"), tables(LIMITS))
def test_what_deed_stands_on(name: str, tree: str, lines: list[str]) -> None:
    """Word by word: what it may be so that the tree tells the same of the others."""
    assert limits_of(name, tree) == lines
