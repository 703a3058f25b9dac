"""Where the words that attribute end, and what is said begins: what each word may be for that to stay."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.statements.tree_facts import region_facts
from tests.unit.text.limits import limits, tables

LIMITS = Path(__file__).with_name("regions_limits.txt")


def limits_of(name: str, tree: str) -> list[str]:
    return limits(tree, region_facts)


@pytest.mark.parametrize(("name", "tree", "lines"), tables(LIMITS))
def test_what_attribution_stands_on(name: str, tree: str, lines: list[str]) -> None:
    """Word by word: what it may be so that the tree tells the same of the others."""
    assert limits_of(name, tree) == lines
