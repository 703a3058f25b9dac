"""Quantities with what they measure; everything here is in our own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.sources import Document, Guess
from zopa.text.figures import find_figures

if TYPE_CHECKING:
    from zopa.text.types import Figure


def figures(text: str) -> tuple[Figure, ...]:
    document = Document("d", "-", text, "0", "text", published=Guess("2025-12-04", "given"))
    return find_figures(document, 0, len(text))


def only(text: str) -> Figure:
    found = figures(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("7,000 soldiers fell", 7000, "soldier"),
        ("7 000 soldiers fell", 7000, "soldier"),
        ("twenty-eight villages", 28, "village"),
        ("two hundred and fifty prisoners", 250, "prisoner"),
        ("7.5 percent", 7.5, "percent"),
        ("20 per cent", 20, "percent"),
        ("4%", 4, "percent"),
        ("three percentage points", 3, "percentage point"),
        ("$10 billion", 1e10, "USD"),
        ("€90bn", 9e10, "EUR"),
        ("90 million euros", 9e7, "EUR"),
        ("half of the land", 0.5, "share"),
        ("two thirds of the seats", 2 / 3, "share"),
        ("two dozen envoys", 24, "envoy"),
        ("half a million people", 5e5, "person"),
        ("half an hour", 0.5, "hour"),
        ("a five-hour session", 5, "hour"),
        ("one hour of talks", 1, "hour"),
        ("the 28-point plan", 28, "point"),
        ("the 28 points", 28, "point"),
        ("7,000 soldiers per week", 7000, "soldier per week"),
        ("7,000 a week", 7000, "per week"),
        ("300 square kilometres", 300, "square km"),
        ("600.000 soldiers", 600000, "soldier"),
    ],
)
def test_value_and_unit(text: str, value: float, unit: str) -> None:
    """Digits, words, scales, shares, money, rates and compounds give one value and a singular unit."""
    figure = only(text)
    assert figure.value == pytest.approx(value)
    assert figure.unit == unit


@pytest.mark.parametrize(
    "text",
    [
        "Article 5 binds them",
        "the G8 and the G20",
        "under START I",
        "a Boeing 747 and an F-16",
        "Resolution 1701 of the council",
        "call +7 495 123-45-67",
        "On December 2, 2025 and in 2005",
        "since June 14, 2024",
        "the sixth meeting",
        "the 19th round",
        "one of them, and no one else",
        "the two sides and both capitals",
        "the two countries agreed",
        "at 10:30 a.m. or 5 p.m.",
        "1. Ceasefire\n2. Borders\n",
        "3.1 Guarantees",
        "the envoy, 73, smiled",
        "a 73-year-old envoy",
        "two days ago",
        "a third party",
        "see www.site7000.org/2000",
        "24/7",
        "Phase 2 of the plan",
    ],
)
def test_not_a_figure(text: str) -> None:
    """Names with numbers, dates, clock times, ordinals and numbers that only point are no quantities."""
    assert figures(text) == ()


@pytest.mark.parametrize(
    ("text", "low", "high"),
    [
        ("a zone of 30-50 km", 30, 50),
        ("30 to 50 people came", 30, 50),
        ("between 600,000 and 800,000 troops", 600000, 800000),
        ("two or three weeks", 2, 3),
        ("it cost $5-10 billion", 5e9, 1e10),
    ],
)
def test_range(text: str, low: float, high: float) -> None:
    """A range is one figure with a lower and an upper end."""
    figure = only(text)
    assert (figure.value, figure.high) == (low, high)


def test_from_to_is_two_figures() -> None:
    """What changed from one number to another is two figures of one thing, with the unit of the second."""
    first, second = figures("The plan was whittled down from 28 to 19 points.")
    assert (first.value, first.unit, second.value, second.unit) == (28, "point", 19, "point")
    assert first.of == second.of
    assert "plan" in first.of


@pytest.mark.parametrize(
    ("text", "approximate", "bound"),
    [
        ("about 500 soldiers", True, None),
        ("some 500 soldiers", True, None),
        ("a nearly four-year war", True, None),
        ("hundreds of billions in assets", True, None),
        ("up to 500 soldiers", False, "at-most"),
        ("no more than 500 soldiers", False, "at-most"),
        ("a limit of 500 soldiers", False, "at-most"),
        ("at least 500 soldiers", False, "at-least"),
        ("more than 500 soldiers", False, "at-least"),
        ("500 or more soldiers", False, "at-least"),
        ("over 500 soldiers", False, "at-least"),
        ("they fight over 20 percent of the valley", False, None),
        ("talks about 28 points", False, None),
        ("500 soldiers", False, None),
    ],
)
def test_hedges_and_bounds(text: str, approximate: bool, bound: str | None) -> None:
    """Hedges make a figure approximate, bounds say from which side it holds; "fight over" is neither."""
    figure = only(text)
    assert (figure.approximate, figure.bound) == (approximate, bound)


def test_vague_words_count_as_their_order_of_magnitude() -> None:
    """The order of magnitude in "hundreds of billions" is 1e11, in "tens of thousands" 1e4."""
    assert only("hundreds of billions in assets").value == 1e11
    assert only("tens of thousands of refugees").value == 1e4
    assert only("multi-billion-dollar deals").value == 1e9


def test_compared_figures_measure_the_same_thing() -> None:
    """What follows "up from" measures what the figure before it does, with the words that tell the two apart."""
    text = "They raised the ceiling for Freedonia's army to 90,000 - up from the 70,000 limit in the first draft."
    new, old = figures(text)
    assert new.of == "ceiling for Freedonia's army"
    assert old.of == "ceiling for Freedonia's army in the first draft"
    assert new.bound == old.bound == "at-most"


@pytest.mark.parametrize(
    ("text", "of"),
    [
        ("The five-hour session ended.", "session"),
        ("Ruritania was losing 7,000 soldiers per week.", "Ruritania was losing soldiers"),
        ("They wrote a list of 12 Freedonian aims.", "They wrote a list of Freedonian aims"),
        ("20 percent of the valley", "valley"),
        ("The 600,000 limit on the army is kept.", "limit on the army"),
        ("The army would be limited to 600,000.", "army"),
        ("the $300bn frozen assets", "frozen assets"),
    ],
)
def test_of_tells_what_is_measured(text: str, of: str) -> None:
    """`of` is the thing in the text's own words, a leading pronoun apart."""
    assert only(text).of in {of, of.removeprefix("They ")}


def test_passage_is_the_number_with_its_unit() -> None:
    """The passage holds the number and its unit, without hedges."""
    assert only("some 7,000 soldiers per week left").passage.text == "7,000 soldiers per week"


def test_region_bounds_the_search() -> None:
    """Only what stands between start and end is read."""
    text = "5 hours. 6 hours. 7 hours."
    document = Document("d", "-", text, "0", "text")
    assert [figure.value for figure in find_figures(document, 9, 17)] == [6]


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The mill lost minus €3 million.", -3e6, "EUR"),
        ("The margin (-2.5 percent) was thin.", -2.5, "percent"),
        ("Output was \u22127% of the plan.", -7, "percent"),
        ("It froze at minus twenty degrees.", -20, "degree"),
        ("The gap was -$40m.", -4e7, "USD"),
        ("negative 3 percent", -3, "percent"),
    ],
)
def test_below_zero(text: str, value: float, unit: str) -> None:
    """The sign is part of the figure, as a word, a hyphen or a minus."""
    figure = only(text)
    assert (figure.value, figure.unit) == (value, unit)
    assert text[figure.passage.start] in "mn-\u2212"


@pytest.mark.parametrize(
    "text", ["5-7 percent", "a 10 - 3 vote on percent", "plus or minus 3 points", "Flight AB-12 carried 3 crates"]
)
def test_what_only_looks_below_zero(text: str) -> None:
    """A range, a score, a margin, a name."""
    assert all(figure.value > 0 for figure in figures(text))


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("About 5m doses were sent.", 5e6, "dose"),
        ("It cost 300m pesos.", 3e8, "peso"),
        ("a 120m tunnel", 120, "metre"),
        ("20m waves", 20, "metre"),
        ("2.5M voters", 2.5e6, "voter"),
        ("15k fishers", 15_000, "fisher"),
        ("40b pesos", 4e10, "peso"),
        ("three and a half thousand boats", 3500, "boat"),
        ("a million and a half crates", 1.5e6, "crate"),
        ("two and a half million euros", 2.5e6, "EUR"),
        ("three point five percent", 3.5, "percent"),
        ("twenty point two five billion pesos", 2.025e10, "peso"),
        ("12 km2", 12, "square km"),
        ("some 7km² of land", 7, "square km"),
        ("5 m2", 5, "square metre"),
        ("3 km^2", 3, "square km"),
        ("12 lakh farmers", 1.2e6, "farmer"),
        ("7 crore rupees", 7e7, "INR"),
        ("2 lakh crore rupees", 2e12, "INR"),
        ("Rs. 5,25,000", 525_000, "INR"),
        ("\u20b91.2 lakh", 120_000, "INR"),
        ("2,5 hours", 2.5, "hour"),
        ("3,75 percent", 3.75, "percent"),
        ("\u20ac1,5 billion", 1.5e9, "EUR"),
        ("1.234,56 euros", 1234.56, "EUR"),
        ("1,500 euros", 1500, "EUR"),
    ],
)
def test_scales_powers_and_commas(text: str, value: float, unit: str) -> None:
    """Scales that stick to the number, halves, points in words, powers in plain text, South Asian and continental print."""
    figure = only(text)
    assert (figure.value, figure.unit) == (pytest.approx(value), unit)


@pytest.mark.parametrize(
    "text", ["at one point two ministers left", "in points 1,2 and 3 of the text", "versions 1,2 and 3"]
)
def test_no_decimals(text: str) -> None:
    """A point in time and a list of numbers."""
    assert not [figure for figure in figures(text) if figure.value != int(figure.value)]


@pytest.mark.parametrize(
    ("text", "share"),
    [
        ("one in five fishers", 0.2),
        ("three out of every ten boats", 0.3),
        ("nine of each ten nets", 0.9),
        ("1 in 4 crews", 0.25),
        ("28 out of 197 nations", 28 / 197),
    ],
)
def test_one_in_so_many(text: str, share: float) -> None:
    """A share, never a count of the second number."""
    figure = only(text)
    assert (figure.value, figure.unit) == (pytest.approx(share), "share")


@pytest.mark.parametrize("text", ["killed two in three days", "one in 2024", "two in ten minutes"])
def test_no_share(text: str) -> None:
    """Time, a year: what the second number counts is no whole."""
    assert [figure.unit for figure in figures(text) if figure.unit == "share"] == []


_WORDS = (
    "five 28 7,000 $ € % - – to from half a third of soldiers per week hours point up limit between and or "
    "hundreds billions Article December 2025 , . ( ) \n about over 1.5 bn dollars مئة дек"
)
_PIECES = st.sampled_from(_WORDS.split())


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=25).map(" ".join)))
def test_passages_stand_in_the_text(text: str) -> None:
    """Whatever the text, nothing raises, passages are exact, in order and apart."""
    at = 0
    for figure in figures(text):
        assert text[figure.passage.start : figure.passage.end] == figure.passage.text
        assert figure.passage.start >= at
        at = figure.passage.end


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("1,200\u00b3 boats sank", 1200, "boat"),
        ("1,200[3] boats sank", 1200, "boat"),
        ("5 percent[4] of it", 5, "percent"),
    ],
)
def test_the_mark_of_a_note_behind_a_number(text: str, value: float, unit: str) -> None:
    """Raised or in brackets, it is no digit of the number and no figure of its own."""
    figure = only(text)
    assert (figure.value, figure.unit) == (value, unit)
