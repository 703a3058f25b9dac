"""What each rule that mends a tree lets in: the relations, tags and words with which it still mends its slip, and those that stop it."""

from __future__ import annotations

from pathlib import Path

import pytest

from zopa.text.repair import RULES
from zopa.text.tree_draft import TreeDraft, is_tree

from .limits import limits, tables
from .trees import parsed

LIMITS = Path(__file__).with_name("repair_limits.txt")


def mended(name: str, tree: str) -> dict[int, object]:
    """(head, relation, tag) of each word that a rule changes."""
    forms, found = parsed(tree)
    draft = TreeDraft(
        list(forms), [form.lower() for form in forms], list(found.tags), list(found.heads), list(found.relations)
    )
    try:
        RULES[name](draft)
    except (IndexError, ValueError):  # a noun that hangs as a mark does: two rules fail on it
        return {}
    if not is_tree(draft.heads):
        return {}
    before = list(zip(found.heads, found.relations, found.tags, strict=True))
    after = list(zip(draft.heads, draft.relations, draft.tags, strict=True))
    return {k: after[k] for k in range(len(forms)) if after[k] != before[k]}


def limits_of(name: str, tree: str) -> list[str]:
    return limits(tree, lambda changed: mended(name, changed), moves=True)


@pytest.mark.parametrize(("name", "tree", "lines"), tables(LIMITS))
def test_what_a_rule_lets_in(name: str, tree: str, lines: list[str]) -> None:
    """Word by word: what it may be so that the rule mends the others as it does here."""
    assert limits_of(name, tree) == lines


def test_each_rule_has_its_limits_told() -> None:
    """No rule is missing."""
    assert {name for name, _, _ in tables(LIMITS)} == set(RULES)
