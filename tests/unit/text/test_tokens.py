"""Words and punctuation with their places."""

from __future__ import annotations

import pytest

from zopa.text.tokens import find_tokens


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("The U.S. envoy left.", ["The", "U.S.", "envoy", "left", "."]),
        ("at 9 a.m. sharp", ["at", "9", "a.m.", "sharp"]),
        ("7,000 men, 4.5 km", ["7,000", "men", ",", "4.5", "km"]),
        ("a 17-point text", ["a", "17-point", "text"]),
        ("Egypt's well-known offer", ["Egypt", "'s", "well-known", "offer"]),
        ("Egypt’s offer", ["Egypt", "’s", "offer"]),
        ("don't", ["don't"]),
        ("so… yes... no", ["so", "…", "yes", "...", "no"]),
        ("", []),
    ],
)
def test_what_one_token_is(text: str, tokens: list[str]) -> None:
    """Abbreviations keep their dots and numbers their separators; a possessive ending stands alone."""
    assert [token.text for token in find_tokens(text)] == tokens


def test_tokens_know_their_places() -> None:
    """Start and end are offsets of the whole text, also where only a part of it is looked at."""
    text = "First line. Egypt’s offer."
    tokens = find_tokens(text, 12, 26)
    assert [text[t.start : t.end] for t in tokens] == [t.text for t in tokens]
    assert tokens[0].text == "Egypt"
    assert tokens[1].low == "'s"


def test_word_and_capital() -> None:
    """Punctuation is no word, and a capital is told by the first letter."""
    mark, name, number = find_tokens("“Cairo 12")
    assert (mark.is_word, name.is_word, number.is_word) == (False, True, True)
    assert (name.is_capital, number.is_capital) == (True, False)
