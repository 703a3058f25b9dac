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
        ("bids ranging from 5 to 7 percent", 5, 7),
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


COUNTED = """
$5 million => $5 million | 5000000 USD
$5m => $5m | 5000000 USD
$2bn => $2bn | 2000000000 USD
€3,000 a month => €3,000 a month | 3000 EUR per month
£1.5 billion => £1.5 billion | 1500000000 GBP
5-10 percent => 5-10 percent | 5..10 percent
$5-10 billion => $5-10 billion | 5000000000..1e+10 USD
5 to 10 boats => 5 to 10 boats | 5..10 boat | boats
from 5 to 10 boats => 5 | 5 boat; 10 boats | 10 boat | boats
between 5 and 10 boats => 5 and 10 boats | 5..10 boat | boats
five or six boats => five or six boats | 5..6 boat | boats
cut from 10 to 5 boats => 10 | 10 boat | cut; 5 boats | 5 boat | cut
raised it from 5 to 10 boats => 5 | 5 boat; 10 boats | 10 boat | boats
28-point plan => 28-point | 28 point | plan
five-hour session => five-hour | 5 hour | session
five-year-old boat =>
three-way talks =>
500-strong crew => 500-strong | 500 | crew
500-strong => 500-strong | 500
ten-member team => ten-member | 10 member | team
5-8-10 =>
half of the boats => half | 0.5 share | boats
half an hour => half an hour | 0.5 hour
half a day => half a day | 0.5 day
a half of boats => a half | 0.5 share | boats
two thirds of the boats => two thirds | 0.6666666667 share | boats
two-thirds of voters => two-thirds | 0.6666666667 share | voters
a third of voters => a third | 0.3333333333 share | voters
third of voters =>
one fifth of voters => one fifth | 0.2 share | voters
three quarters of members => three quarters | 0.75 share | members
two third of voters =>
half a million boats => half a million boats | 500000 boat | boats
one in five soldiers => one in five | 0.2 share | soldiers
three out of ten soldiers => three out of ten | 0.3 share | soldiers
two of every five soldiers => two of every five | 0.4 share | soldiers
one and a half hours => one and a half hours | 1.5 hour
two and a half percent => two and a half percent | 2.5 percent
minus 5 degrees => minus 5 degrees | -5 degree
-5 degrees => -5 degrees | -5 degree
negative 3 percent => negative 3 percent | -3 percent
3 percent => 3 percent | 3 percent
3 per cent => 3 per cent | 3 percent
3% => 3% | 3 percent
3 percentage points => 3 percentage points | 3 percentage point
3 percent points => 3 percent points | 3 percentage point
3 pct => 3 pct | 3 percent
twenty-five boats => twenty-five boats | 25 boat | boats
twenty five boats => twenty five boats | 25 boat | boats
one hundred and five boats => one hundred and five boats | 105 boat | boats
two thousand three hundred boats => two thousand three hundred boats | 2300 boat | boats
a hundred boats => a hundred boats | 100 boat | boats
a dozen boats => a dozen boats | 12 boat | boats
dozens of boats => dozens | 12 | boats | about
hundreds of boats => hundreds | 100 | boats | about
tens of thousands of people => tens of thousands | 10000 | people | about
hundreds of thousands of people => hundreds of thousands | 100000 | people | about
several thousand people => several thousand people | 1000 person | people | about
thousands of crew => thousands | 1000 | crew | about
a million people => a million people | 1000000 person | people
one point two million people => one point two million people | 1200000 person | people
one point five percent => one point five percent | 1.5 percent
at one point two ministers left =>
1,200 boats => 1,200 boats | 1200 boat | boats
1.000 boats => 1.000 boats | 1000 boat | boats
1,5 percent => 1,5 percent | 1.5 percent
1,5 million =>
points 1,2 and 3 =>
120m dollars => 120m dollars | 120000000 USD
120m tunnel => 120m | 120 metre | tunnel
5m people => 5m people | 5000000 person | people
2m doses => 2m doses | 2000000 dose | doses
60m waves => 60m | 60 metre | waves
2m tonnes => 2m tonnes | 2000000 tonne
3b dollars => 3b dollars | 3000000000 USD
5K people => 5K people | 5000 person | people
10 km => 10 km | 10 km
10 square kilometres => 10 square kilometres | 10 square km
10 sq km => 10 sq km | 10 square km
10 km2 => 10 km2 | 10 square km
10 km² => 10 km² | 10 square km
10 m3 => 10 m3 | 10 cubic metre
10 cubic metres => 10 cubic metres | 10 cubic metre
10 miles => 10 miles | 10 mile
40 hours per week => 40 hours per week | 40 hour per week
40 hours a week => 40 hours a week | 40 hour per week
5,000 tonnes annually => 5,000 tonnes annually | 5000 tonne per year
5,000 tonnes a year => 5,000 tonnes a year | 5000 tonne per year
100 litres/day => 100 litres/day | 100 litre per day
8 hours daily => 8 hours daily | 8 hour per day
6 weekly flights => 6 weekly flights | 6 flight | weekly flights
5 boats per head => 5 boats per head | 5 boat per head | boats
600,000 well trained soldiers => 600,000 well trained soldiers | 600000 soldier | well trained soldiers
seven member states => seven member states | 7 state | member states
two weapons inspectors => two weapons inspectors | 2 inspector | weapons inspectors
two men => two men | 2 man | men
four women => four women | 4 woman | women
five children => five children | 5 child | children
seven lives => seven lives | 7 life | lives
six feet => six feet | 6 foot
three buses =>
four cities => four cities | 4 city | cities
five boxes => five boxes | 5 box | boxes
six churches => six churches | 6 church | churches
nine aircraft => nine aircraft | 9 aircraft | aircraft
six police => six police | 6 police | police
five series =>
four harbour pilots => four harbour pilots | 4 pilot | harbour pilots
about 50 boats => 50 boats | 50 boat | boats | about
about an estimated 50 boats => 50 boats | 50 boat | boats | about
up to 50 boats => 50 boats | 50 boat | boats | at-most
at least 50 boats => 50 boats | 50 boat | boats | at-least
no more than 50 boats => 50 boats | 50 boat | boats | at-most
more than 50 boats => 50 boats | 50 boat | boats | at-least
fewer than 50 boats => 50 boats | 50 boat | boats | at-most
over 50 boats => 50 boats | 50 boat | boats | at-least
under 50 boats => 50 boats | 50 boat | boats | at-most
talks over 50 boats => 50 boats | 50 boat | talks boats
a war over 50 boats => 50 boats | 50 boat | war boats
50 boats or more => 50 boats | 50 boat | boats | at-least
50 boats at most => 50 boats | 50 boat | boats | at-most
50 or so => 50 | 50 | about
50 boats or fewer => 50 boats | 50 boat | boats | at-most
a limit of 50 boats => 50 boats | 50 boat | limit boats | at-most
a cap of 50 => 50 | 50 | cap | at-most
a minimum of 50 boats => 50 boats | 50 boat | boats | at-least
the cap on boats was 50 => 50 | 50 | cap on boats | at-most
a ceiling of 600 boats => 600 boats | 600 boat | ceiling boats | at-most
a total of 50 => 50 | 50 | total
The number was 50. => 50 | 50 | number
Article 5 =>
Article 5 and 6 =>
phase 2 =>
room 12 =>
Resolution 242 =>
Boeing 737 =>
Group 7 =>
Lund, 45, left. =>
Lund, 145, left. =>
1. The boats =>
1) The boats =>
2.1 The boats =>
(3) boats =>
1,200[3] boats => 1,200[3] boats | 1200 boat | boats
#5 =>
five days ago =>
5 days earlier =>
5 months old =>
the two sides =>
both two sides =>
two sides =>
two boats =>
three boats =>
four ministers => four ministers | 4 minister | ministers
one boat =>
one point =>
one boat of 500 => 500 | 500 | one boat
first two rounds =>
They want 400 boats, up from 600. => 400 boats | 400 boat | want boats; 600 | 600 | want boats
The strike cost $5 million. => $5 million | 5000000 USD | strike cost
They raised pay by 5 percent. => 5 percent | 5 percent | pay
Pay was raised by 5 percent. => 5 percent | 5 percent | Pay
The pay cut of 5 percent holds. => 5 percent | 5 percent | pay cut holds
They want $5 billion to rebuild the port. => $5 billion | 5000000000 USD | want to rebuild the port
They want a 5 percent raise and 3 more days of leave. => 5 percent | 5 percent | want raise
The ship carries 5,000 tonnes of grain. => 5,000 tonnes | 5000 tonne | ship carries grain
The crew of 50 left. => 50 | 50 | crew left
He lost 5 boats and gave 6 pilots. => 5 boats | 5 boat | lost boats; 6 pilots | 6 pilot | gave pilots
a list of 5 names => 5 names | 5 name | list of names
the 50 boats => 50 boats | 50 boat | boats
its $5 million fund => $5 million | 5000000 USD | fund
the 5 million fund => 5 million | 5000000 | fund
999 =>
1000 left => 1000 | 1000 | left
"""


@pytest.mark.parametrize("line", COUNTED.strip().splitlines())
def test_each_way_to_tell_how_many(line: str) -> None:
    """The words of a figure | number and unit | what it measures | bound | "about"; nothing where nothing is counted."""
    text, _, expected = line.partition(" =>")
    found = []
    for f in figures(text):
        number = f"{f.value:.10g}" + (f"..{f.high:.10g}" if f.high is not None else "")
        parts = (f.passage.text, f"{number} {f.unit}".strip(), f.of, f.bound or "", "about" if f.approximate else "")
        found.append(" | ".join(part for part in parts if part))
    assert "; ".join(found) == expected.strip()
