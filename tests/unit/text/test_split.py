"""Sentences cut into words as the trees have them."""

from __future__ import annotations

from itertools import pairwise

import pytest

from zopa.text.split import seen, split_words


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in split_words(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Wendra signed it.", ["Wendra", "signed", "it", "."]),
        ("They don't, won’t and cannot.", ["They", "do", "n't", ",", "wo", "n’t", "and", "can", "not", "."]),
        ("We're sure Wendra's envoy'll go.", ["We", "'re", "sure", "Wendra", "'s", "envoy", "'ll", "go", "."]),
        ("I’ve said we'd stay; I'm here.", ["I", "’ve", "said", "we", "'d", "stay", ";", "I", "'m", "here", "."]),
        ("The unions' demands", ["The", "unions", "'", "demands"]),
        ("A four-day week", ["A", "four", "-", "day", "week"]),
        ("The US-led talks", ["The", "US", "-", "led", "talks"]),
        ("co-founder Min-Woo al-Ansari", ["co-founder", "Min-Woo", "al-Ansari"]),
        ("the ex‑envoy", ["the", "ex‑envoy"]),
        ("at 9:30 a.m. in the U.S. on", ["at", "9:30", "a.m.", "in", "the", "U.S.", "on"]),
        (
            "It cost 4,500.75 dollars, the 3rd time.",
            ["It", "cost", "4,500.75", "dollars", ",", "the", "3rd", "time", "."],
        ),
        ("5bn, 30km", ["5bn", ",", "30km"]),
        ("Mr. Colt met Gen. Farrow.", ["Mr.", "Colt", "met", "Gen.", "Farrow", "."]),
        ("J. Colt left.", ["J.", "Colt", "left", "."]),
        ("They chose plan B.", ["They", "chose", "plan", "B", "."]),
        ("Wait... no – yes -- “so”", ["Wait", "...", "no", "–", "yes", "--", "“", "so", "”"]),
        ("zopa.org said so", ["zopa.org", "said", "so"]),
        ("$5 and 10%", ["$", "5", "and", "10", "%"]),
        ("", []),
        ("   ", []),
    ],
)
def test_words(text: str, found: list[str]) -> None:
    """Endings that are words stand alone, bound parts and abbreviations stay whole, marks are words."""
    assert words(text) == found


def test_invisible_characters_belong_to_no_word() -> None:
    """A joiner inside a word stays inside it; one at its end or alone is passed over."""
    assert words("sig\u00adned\u200b it\ufeff \u200e.") == ["sig\u00adned", "it", "."]


def test_places_are_those_of_the_text_and_only_of_the_span() -> None:
    """Places count from the start of the text; nothing outside the span is read."""
    text = "No. Wendra stays. Olmira leaves."
    spans = split_words(text, 4, 17)
    assert [text[a:b] for a, b in spans] == ["Wendra", "stays", "."]
    assert spans[0] == (4, 10)


def test_words_never_overlap_and_cover_all_that_is_seen() -> None:
    """Each visible character is in one word, in order."""
    text = "“Can't we?” asked Lt. O'Dell-Marsh of the U.N. – at 5.30pm, (in) Tolvik’s co-op…"
    spans = split_words(text, 0, len(text))
    assert all(a < b for a, b in spans)
    assert all(one[1] <= two[0] for one, two in pairwise(spans))
    assert "".join(text[a:b] for a, b in spans) == text.replace(" ", "")


def test_seen():
    """What nobody sees inside a word is dropped, and only that."""
    assert seen("Wes\u00adsel\u200b") == "Wessel"
    assert seen("Wessel-Ørn") == "Wessel-Ørn"
    assert seen("") == ""
