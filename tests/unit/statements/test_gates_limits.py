"""What a gate stands on: what each word may be so that the same comes before the same."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.unit.statements.tree_facts import gate_facts
from tests.unit.text.limits import limits, tables

LIMITS = Path(__file__).with_name("gates_limits.txt")


def limits_of(name: str, tree: str) -> list[str]:
    return limits(tree, gate_facts)


@pytest.mark.parametrize(("name", "tree", "lines"), tables(LIMITS))
def test_what_gate_stands_on(name: str, tree: str, lines: list[str]) -> None:
    """Word by word: what it may be so that the tree tells the same of the others."""
    assert limits_of(name, tree) == lines
