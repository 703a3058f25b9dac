"""Months and verbs that are given names too, and words that tell what stands beside a name."""

from __future__ import annotations

import pytest

from zopa.text.given_words import is_given_word
from zopa.text.name_words import other_script, qualifies, stands_first, tells_seat
from zopa.text.tokens import find_tokens


def given(text: str, word: str) -> bool:
    at = text.index(word)
    return is_given_word(text, at, at + len(word))


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("April Falk left.", "April"),
        ("They met May Falk.", "May"),
        ("Will Falk left.", "Will"),
        ("Did they meet Will Falk?", "Will"),
        ("APRIL FALK LEFT.", "APRIL"),
        ("June\u00a0Falk left.", "June"),
    ],
)
def test_a_given_name(text: str, word: str) -> None:
    """A surname in the same letters stands behind it."""
    assert given(text, word)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("In April Falk left.", "April"),
        ("Since May Falk has waited.", "May"),
        ("Last June Falk left.", "June"),
        ("Early April Falk left.", "April"),
        ("April fell.", "April"),
        ("April 3 was dry.", "April"),
        ("They will Falk.", "will"),
        ("Olga Falk left.", "Olga"),
        ("April FALK left.", "April"),
        ("April Council left.", "April"),
        ("April Monday left.", "April"),
        ("May Norway sign?", "May"),
        ("Will Norway sign?", "Will"),
        ("Will Falk sign?", "Will"),
        ("April", "April"),
        ("In Lund, the crew stayed. Rain fell on Lund.", "In"),
        ("It rained. So Falk left.", "So"),
        ("Can Falk sign?", "Can"),
    ],
)
def test_no_given_name(text: str, word: str) -> None:
    """A month behind a word of time, a verb that asks, a word before a body, a state or a day, and any other word."""
    assert not given(text, word)


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("Ri Yong-ho", True),
        ("Ri Yong-Ho", False),
        ("Ri Yong", False),
        ("Anna Ri Yong-ho", False),
        ("ri yong-ho", False),
    ],
)
def test_the_family_name_stands_first(name: str, first: bool) -> None:
    """A hyphened second name in small letters tells it."""
    assert stands_first(name) is first


@pytest.mark.parametrize("way", "based born educated headquartered listed raised registered trained".split())
def test_where_somebody_sits(way: str) -> None:
    """A place in capitals, any dash, and how they belong to it."""
    assert all(tells_seat(f"Lund{dash}{way}") for dash in "-‑–")
    assert not tells_seat(f"lund-{way}")
    assert not tells_seat(way)
    assert not tells_seat(f"Lund-{way}s")


@pytest.mark.parametrize(
    ("word", "other"), [("Лунд", True), ("لوند", True), ("Lund", False), ("Élund", False), ("9", False)]
)
def test_letters(word: str, other: bool) -> None:
    """Cyrillic and Arabic, not Latin with accents."""
    assert other_script(find_tokens(word, 0, len(word))[0]) is other


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Kenyan agency left", True), ("Kenyan said so", False), ("Kenyan says so", False), ("Kenyan also left", False), ("Kenyan was late", False), ("Kenyan in Lund", False),
        ("Kenyan and Norwegian", False), ("Kenyan because of it", False), ("Kenyan, late", False), ("Kenyan", False), ("Kenyans left", False), ("Swiss agency", True),
        ("Belarus agency", True),
    ],
)  # fmt: skip
def test_a_name_before_what_it_qualifies(text: str, told: bool) -> None:
    """A noun or adjective behind it, no verb, preposition or conjunction; a plural qualifies nothing."""
    assert qualifies(find_tokens(text, 0, len(text)), 0, 1) is told
