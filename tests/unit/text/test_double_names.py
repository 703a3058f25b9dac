"""Names of two words with "and" between them: when they are one name, and where its pieces join."""

from __future__ import annotations

import re

import pytest

from zopa.text.double_names import join_double_names

PARTY = "Reed and Salt leader Ana Lind spoke. The envoys of Reed and Salt left."


def joined(text: str, known: tuple[int, ...] = ()) -> list[str]:
    """The names that are one word, in order."""
    cut = [
        [(start + m.start(), start + m.end()) for m in re.finditer(r"[\w']+|[^\w\s]", text[start:end])]
        for start, end in sentences(text)
    ]
    made = join_double_names(text, cut, known)
    assert [word for places in made for word in text_of(text, places)] == [
        word for p in cut for word in text_of(text, p)
    ]
    return [text[a:b] for places in made for a, b in places if " " in text[a:b]]


def sentences(text: str) -> list[tuple[int, int]]:
    return [m.span() for m in re.finditer(r"[^.]+\.", text)]


def text_of(text: str, places: list[tuple[int, int]]) -> list[str]:
    """The words at the places, whatever is joined."""
    return [word for a, b in places for word in text[a:b].split()]


@pytest.mark.parametrize(
    "noun", ["leader", "chairwoman", "union", "unions", "council", "party", "drugmaker", "officials", "negotiators"]
)
def test_a_name_before_whatever_it_describes(noun: str) -> None:
    """Written twice, once right before an office or a kind of body, it is one word each time."""
    assert joined(f"Reed and Salt {noun} spoke. The envoys of Reed and Salt left.") == ["Reed and Salt"] * 2


@pytest.mark.parametrize("link", ["and", "&", "And"])
def test_the_link(link: str) -> None:
    """ "and" in any letters, or its sign."""
    assert joined(f"Reed {link} Salt leader Ana Lind spoke. We met Reed {link} Salt.") == [f"Reed {link} Salt"] * 2


@pytest.mark.parametrize(
    "text",
    [
        "Reed and Salt leader Ana Lind spoke.",  # once
        "Reed and Salt spoke. The envoys of Reed and Salt left.",  # never before what it describes
        "Reed and Salt leader Ana Lind spoke. The envoys of Reed and Salt left. Salt rose.",  # one without the other
        "Reed or Salt leader Ana Lind spoke. The envoys of Reed or Salt left.",
        "reed and Salt leader Ana Lind spoke. The envoys of reed and Salt left.",
        "Reed and salt leader Ana Lind spoke. The envoys of Reed and salt left.",
        "NATO and Salt leader Ana Lind spoke. The envoys of NATO and Salt left.",
        "R2 and Salt leader Ana Lind spoke. The envoys of R2 and Salt left.",
        "Monday and Salt leader Ana Lind spoke. The envoys of Monday and Salt left.",
        "President and Salt leader Ana Lind spoke. The envoys of President and Salt left.",
        "Mr and Salt leader Ana Lind spoke. The envoys of Mr and Salt left.",
        "Mia Reed and Salt leader Ana Lind spoke. The envoys of Mia Reed and Salt left.",
        "Reed and Salt walked there. The envoys of Reed and Salt left.",
        "",
    ],
)
def test_two_names(text: str) -> None:
    """Two people, a weekday, an office, initials, or words that also stand alone are no double name."""
    assert joined(text) == []


def test_a_name_that_is_known_stays_by_itself() -> None:
    """Where a known name begins at one of the words they are two; a known name elsewhere changes nothing."""
    assert joined(PARTY) == ["Reed and Salt"] * 2
    assert joined(PARTY, (0,)) == []
    assert joined(PARTY, (PARTY.index("Salt"),)) == []
    assert joined(PARTY, (PARTY.index("Ana"),)) == ["Reed and Salt"] * 2


def test_only_the_one_that_is_told() -> None:
    """Another pair beside it, and the words around, stay as they are; at the end of a sentence too."""
    text = "Reed and Salt leader Ana Lind met Tom and Eva. The port backs Reed and Salt."
    assert joined(text) == ["Reed and Salt"] * 2
    assert joined("The port backs Reed and Salt. " + text) == ["Reed and Salt"] * 3
