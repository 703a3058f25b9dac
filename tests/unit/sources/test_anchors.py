"""Quotes find their place again, and never another."""

from __future__ import annotations

import pytest
from statements.reading import document

from zopa.sources.anchors import Quote, core, find_quote, nearest_passages, quote_at

TEXT = 'Amina Farouk said: "We will not move." The envoy left. Later she said: "We will not move." Nobody answered.'


def found(text: str, exact: str, prefix: str = "", suffix: str = "") -> str | None:
    """The words at the place that is found."""
    span = find_quote(text, Quote("d", exact, prefix, suffix)).span
    return text[slice(*span)] if span else None


@pytest.mark.parametrize(
    "text",
    [
        "He said: “We\u00a0will   not\nmove.” Then he left.",
        "He said: «We will not move.» Then he left.",
        "He said: ‘We will not\tmove.’ Then he left.",
        "He said: We wi\u00adll not move. Then he left.",
    ],
)
def test_white_space_and_quotation_marks_do_not_count(text: str) -> None:
    """The same words are found however they are set."""
    assert found(text, 'We will "not" move', 'said: "', '." Then') is not None


def test_apostrophes_count_but_not_their_form() -> None:
    """ "We're" is not "were"."""
    assert found("They say we’re leaving.", "we're leaving") == "we’re leaving"
    assert found("They say we’re leaving.", "were leaving") is None


def test_words_are_whole() -> None:
    """A quote is not found inside longer words."""
    assert found("No dealings were seen.", "no deal") is None
    assert found("No dealings were seen.", "No deal") is None


def test_a_part_of_a_word_is_found_where_its_neighbours_are_just_what_the_quote_says() -> None:
    text = "Then plan A0: plan A."
    assert find_quote(text, Quote("d", "A", "Then plan ", "0: plan")).span == (10, 11)
    assert find_quote(text, Quote("d", "A", "", "")).span == (19, 20)


def test_context_tells_places_apart() -> None:
    """Of two places the one whose neighbours are given is meant; without them neither is."""
    assert find_quote(TEXT, Quote("d", "We will not move")).span is None
    assert len(find_quote(TEXT, Quote("d", "We will not move")).places) == 2
    second = find_quote(TEXT, Quote("d", "We will not move", "Later she said: ", ". Nobody")).span
    assert second == find_quote(TEXT, Quote("d", "We will not move", "Later she said: ", ". Nobody")).places[1]


def test_a_context_that_has_changed_a_little_is_enough() -> None:
    """The sentence before was edited; the quote stands once and much of its context is left."""
    assert found(
        TEXT.replace("The envoy left. Later she", "Then she"), "Nobody answered", "Later she said: We will not move. "
    )


def test_a_short_quote_elsewhere_is_not_taken() -> None:
    """The sentence is gone; the same two words in another one are not meant."""
    quote = Quote("d", "not move", "The minister told the assembly that troops would ", " before the vote in spring")
    assert find_quote("Ann cannot dance. The lorry could not move on ice.", quote).span is None
    assert len(find_quote("The lorry could not move on ice.", quote).places) == 1


def test_a_quote_at_a_place_finds_it_again() -> None:
    """Context grows until it tells the same words apart."""
    text = "x " * 60 + '"Yes," he said. ' + "y " * 60 + '"Yes," he said. ' + "y " * 60
    doc = document(text)
    for place in find_quote(text, Quote("d", "Yes")).places:
        span = find_quote(text, quote_at(doc, *place)).span
        assert span is not None
        assert core(text, *span) == core(text, *place)


def test_core_of_signs_only() -> None:
    """A span of nothing but signs stays."""
    assert core("a — b", 2, 3) == (2, 3)


def test_nearest_passages() -> None:
    """The sentence most like the words comes first; nothing like them gives nothing."""
    near = nearest_passages(document(TEXT), "we shall not move ever")
    assert near[0].text.startswith("Amina")
    assert nearest_passages(document(TEXT), "purple elephants") == ()


@pytest.mark.parametrize(
    ("text", "prefix", "suffix"),
    [
        ("Team Boria reported that the dam holds the winter water.", "Team Alba reported that ", ""),
        (
            "Team Boria reported that the dam holds the winter water. Nobody spoke.",
            "Team Alba reported that ",
            ". Nobody spoke.",
        ),
        ("They denied that the dam holds the winter water.", "They said that ", ""),
        ("The envoy of Boria rose. The dam holds the winter water.", "The envoy of Alba rose. ", ""),
        ("The dam holds the winter water. So said 14 villages.", "", ". So said 40 villages."),
    ],
)
def test_a_look_alike_is_not_taken(text: str, prefix: str, suffix: str) -> None:
    """The words stand once, in a sentence of somebody else or in another sentence."""
    assert (
        found(
            text,
            "the dam holds the winter water".replace("the", text[text.lower().index("the dam")] + "he", 1),
            prefix,
            suffix,
        )
        is None
    )


@pytest.mark.parametrize(
    ("text", "prefix", "suffix"),
    [
        (
            "New paragraph here.\n\nTeam Alba reported that the dam holds the winter water.",
            "Team Alba reported that ",
            "",
        ),
        (
            "At last he rose. Team Alba reported that the dam holds the winter water.",
            "Later he rose. Team Alba reported that ",
            "",
        ),
        (
            "Team Alba reported that the dam holds the winter water. An aside.",
            "Team Alba reported that ",
            ". The end came.",
        ),
    ],
)
def test_the_same_sentence_is_found_among_others(text: str, prefix: str, suffix: str) -> None:
    """What stands around the sentence may be written anew."""
    assert found(text, "the dam holds the winter water", prefix, suffix)
