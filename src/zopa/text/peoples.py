"""Peoples told by the name of another state than the one they live in: "Turkish Cypriots", "Bosnian Serbs", "Kosovo Albanians".

They are neither the state of the first word nor that of the second.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable


def people_inside(first: str, second: str, state: Callable[[str], str | None]) -> str:
    """The plural of a people that two words name, the second one for who they are, the first for where they live.

    Args:
        first: the word for the land, as written.
        second: the word for the people.
        state: the state that a word stands for, None for none.

    Returns:
        "Turkish Cypriots" of "Turkish Cypriot"; "" where the words name no two states, or the second is the name of a land.
    """
    land, kin = state(first), state(second)
    if land is None or kin is None or land == kin or not (first[0].isupper() and second[0].isupper()):
        return ""
    one = second.removesuffix("s")
    if first.lower() in words_of("people_noun") or state(one) != kin or second.lower() in kin.lower().split():
        return ""  # "Serb Croat" are two peoples; "Greek Netherlands" has no word for one
    return f"{first} {one}s"


def is_named(people: str, second: str, told: frozenset[str] | set[str]) -> bool:
    """True where a word tells the people: in the plural, by a noun, or as a text calls them elsewhere ("Greek Turkish border" does not)."""
    return people in told or second.endswith("s") or second.lower() in words_of("people_noun")
