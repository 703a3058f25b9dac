"""Allegations about named people: found by who is accused or investigated, or named with a crime; not where a plan is criticised."""

from __future__ import annotations

import pytest
from tests.unit.statements.reading import read

from zopa.statements.allegations import find_allegations, touches
from zopa.text import default_vocabulary


@pytest.mark.parametrize(
    "text",
    [
        "Yuri Ushakov accused Steve Witkoff of taking sides.",
        "Steve Witkoff was accused of selling secrets.",
        "Police investigated Kirill Dmitriev over the deal.",
        "Marco Rubio blamed Vladimir Putin for the delay.",
        "Prosecutors charged Andriy Yermak with fraud.",
        "Kirill Dmitriev took a large bribe.",
        "Officials said that Jared Kushner had stolen the money.",
        "Yuri Ushakov denied taking bribes.",
        '"Steve Witkoff is a thief," Donald Tusk said.',
    ],
)
def test_found(text: str) -> None:
    """By the act and whom it is aimed at, or by a word for misconduct beside the name; a denial spreads it too."""
    assert find_allegations(read(text), default_vocabulary())


@pytest.mark.parametrize(
    "text",
    [
        "Donald Tusk criticised Witkoff's plan.",
        "Russia accused Ukraine of delays.",
        "Vladimir Putin condemned the plan.",
        "Vladimir Putin criticised the European governments.",
        "Marco Rubio said that corruption must end.",
        "The fraud was discussed for hours. Jared Kushner met Yuri Ushakov.",
        "Jared Kushner met Yuri Ushakov in Geneva.",
    ],
)
def test_not_found(text: str) -> None:
    """A party, a plan, whoever makes the charge or says the thing, and a name in another sentence are not charged."""
    assert not find_allegations(read(text), default_vocabulary())


def test_what_touches_an_allegation() -> None:
    """A stretch that shares a word with it; not its neighbour."""
    text = "Kirill Dmitriev took a large bribe. The talks went on."
    found = find_allegations(read(text), default_vocabulary())
    end = text.index(" The")
    assert touches(0, 5, found)
    assert touches(end - 1, end + 8, found)
    assert not touches(end, len(text), found)
