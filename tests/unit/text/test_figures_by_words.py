"""Number words, scales, currencies, hedges, labels and rates, each word of its kind by itself."""

from __future__ import annotations

import pytest

from .test_figures import figures, only

SMALL = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
NUMBERS = [
    *((word, value) for value, word in enumerate(SMALL.split(), 1)),
    *((word, 10 * value) for value, word in enumerate(TENS.split(), 2)),
    ("a dozen", 12),
    ("three dozen", 36),
    ("a hundred", 100),
    ("a hundred and one", 101),
    ("two thousand and six", 2006),
    ("one million and twenty", 1_000_020),
    ("four hundred thousand", 400_000),
    ("two million three hundred thousand and five", 2_300_005),
    ("sixty-two", 62),
    ("ninety nine", 99),
]


@pytest.mark.parametrize(("words", "value"), NUMBERS)
def test_numbers_in_words(words: str, value: int) -> None:
    """Each word of number, alone and joined with others, is its number of trawlers."""
    assert [f.value for f in figures(f"The bay lost {words} litres")] == [value]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2 hundred", 200), ("2 thousand", 2e3), ("2 million", 2e6), ("2 billion", 2e9), ("2 trillion", 2e12), ("2 dozen", 24),
        ("2 lakh", 2e5), ("2 crore", 2e7), ("2 lakh crore", 2e12), ("2bn", 2e9), ("2 bln", 2e9), ("2tn", 2e12), ("2 trn", 2e12), ("2mn", 2e6), ("2 mln", 2e6),
        ("2k", 2e3), ("2K", 2e3), ("2M", 2e6), ("2-million", 2e6), ("2 millions", 2e6), ("1,234,567", 1234567), ("12,34,567", 1234567),
        ("0.75", 0.75),
    ],
)  # fmt: skip
def test_scales(words: str, value: float) -> None:
    """A scale behind digits multiplies them, whole or short; groups of digits are one number."""
    assert [f.value for f in figures(f"The fund holds {words} crowns and no more")] == [pytest.approx(value)]


@pytest.mark.parametrize(
    ("money", "value", "unit"),
    [
        ("$5", 5, "USD"), ("US$5", 5, "USD"), ("A$5", 5, "AUD"), ("AU$5", 5, "AUD"), ("C$5", 5, "CAD"), ("CA$5", 5, "CAD"), ("HK$5", 5, "HKD"),
        ("€5", 5, "EUR"), ("£5", 5, "GBP"), ("¥5", 5, "CNY"), ("₽5", 5, "RUB"), ("₴5", 5, "UAH"), ("₺5", 5, "TRY"), ("₪5", 5, "ILS"), ("₹5", 5, "INR"),
        ("Rs 5", 5, "INR"), ("Rs. 5", 5, "INR"), ("EUR 5", 5, "EUR"), ("chf 5", 5, "CHF"), ("$5k", 5e3, "USD"), ("$5m", 5e6, "USD"), ("$5bn", 5e9, "USD"),
        ("$5tn", 5e12, "USD"), ("$5-million", 5e6, "USD"), ("$5 a day", 5, "USD per day"), ("$5/h", 5, "USD per hour"),
    ],
)  # fmt: skip
def test_money(money: str, value: float, unit: str) -> None:
    """The sign or code in front is the currency, whatever the scale behind the number."""
    figure = only(f"The fee is {money}")
    assert (figure.value, figure.unit) == (value, unit)


@pytest.mark.parametrize(
    ("rate", "unit"),
    [
        ("8 boats per second", "boat per second"), ("8 boats a minute", "boat per minute"), ("8 boats an hour", "boat per hour"),
        ("8 boats each day", "boat per day"), ("8 boats every night", "boat per night"), ("8 boats per single week", "boat per week"),
        ("8 boats a month", "boat per month"), ("8 boats a quarter", "boat per quarter"), ("8 boats a year", "boat per year"),
        ("8 boats per decade", "boat per decade"), ("8 litres per capita", "litre per capita"), ("8 litres per head", "litre per head"),
        ("8 boats daily", "boat per day"), ("8 boats weekly", "boat per week"), ("8 boats monthly", "boat per month"), ("8 boats annually", "boat per year"),
        ("8 boats yearly", "boat per year"), ("8 boats weekly meetings", "boat"), ("8%/year", "percent per year"), ("8 percentage points a year", "percentage point per year"),
        ("8 percent points", "percentage point"), ("8 pct", "percent"), ("8-percentage-point", "percentage point"),
        ("8 square miles", "square mile"), ("8 sq km", "square km"), ("8 sq. km", "square km"), ("8 km²", "square km"), ("8 km2", "square km"), ("8 m³", "cubic metre"),
        ("8 m^3", "cubic metre"), ("8 cubic metres", "cubic metre"), ("8 cubic feet", "cubic foot"),
    ],
)  # fmt: skip
def test_units_and_rates(rate: str, unit: str) -> None:
    """What is counted, singular, per the stretch of time told behind it."""
    assert [(f.value, f.unit) for f in figures(f"The port sees {rate}.")] == [(8, unit)]


@pytest.mark.parametrize(
    ("noun", "unit"),
    [
        ("trawlers", "trawler"), ("ferries", "ferry"), ("men", "man"), ("women", "woman"), ("children", "child"), ("lives", "life"), ("people", "person"),
        ("crosses", "cross"), ("boxes", "box"), ("benches", "bench"), ("dishes", "dish"), ("troops", "troop"),
        ("old grey trawlers", "trawler"), ("member states", "state"), ("weapons inspectors", "inspector"),
    ],
)  # fmt: skip
def test_plurals(noun: str, unit: str) -> None:
    """A plural noun within a few words is counted by its singular; the last of two plurals."""
    assert only(f"They sent 80 {noun}").unit == unit


@pytest.mark.parametrize("word", "series news politics always perhaps was this serious crisis Brussels Texas".split())
def test_what_ends_like_a_plural(word: str) -> None:
    """Words in -s that are no plural are not counted."""
    assert [f.unit for f in figures(f"They sent 8000 {word}")] == [""]


@pytest.mark.parametrize(
    "words", "approximately|about|around|roughly|some|nearly|almost|circa|ca.|an estimated|close to|approaching|practically|virtually|just under|just over".split("|")
)  # fmt: skip
def test_hedges_in_front(words: str) -> None:
    """Words in front that tell a number only nearly."""
    figure = only(f"The firm hired {words} 80 divers")
    assert (figure.approximate, figure.bound) == (True, None)


@pytest.mark.parametrize(
    "words",
    "up to|at most|at the most|no more than|not more than|a maximum of|maximum|as many as|as much as|capped at|limited to|a cap of|a limit of|a ceiling of"
    "|less than|fewer than|under|below|within|not exceeding|not to exceed".split("|"),
)  # fmt: skip
def test_at_most(words: str) -> None:
    """Words in front of the most that it may be."""
    assert only(f"The firm hired {words} 80 divers").bound == "at-most"


@pytest.mark.parametrize(
    "words",
    "at least|at the least|no less than|no fewer than|not less than|a minimum of|minimum|more than|over|above|upwards of|exceeding|in excess of"
    "|well over|well above|a floor of|greater than|north of".split("|"),
)  # fmt: skip
def test_at_least(words: str) -> None:
    """Words in front of the least that it may be."""
    assert only(f"The firm hired {words} 80 divers").bound == "at-least"


@pytest.mark.parametrize(
    ("behind", "bound", "approximate"),
    [
        ("or more", "at-least", False), ("or above", "at-least", False), ("or higher", "at-least", False), ("or over", "at-least", False), ("at least", "at-least", False),
        ("at the minimum", "at-least", False), ("or less", "at-most", False), ("or fewer", "at-most", False), ("or under", "at-most", False), ("or below", "at-most", False),
        ("at most", "at-most", False), ("at the most", "at-most", False), ("or so", None, True), ("give or take", None, True),
    ],
)  # fmt: skip
def test_behind_the_number(behind: str, bound: str | None, approximate: bool) -> None:
    """The same told behind the number."""
    figure = only(f"They want 80 litres {behind}")
    assert (figure.bound, figure.approximate) == (bound, approximate)


@pytest.mark.parametrize(
    "label",
    "Article Section Chapter Resolution Protocol Annex Appendix Paragraph Clause Item Phase Stage Step Option Track Part No Number Room Page Route Highway "
    "Flight Channel Boeing Airbus Version Law Decree Order Directive Title Table Figure Day Grade Level Category Type Mark Model Size District Area Zone Gate Door Line".split(),
)
def test_numbers_that_name(label: str) -> None:
    """A number behind such a word, in whatever letters, names one of many and counts nothing."""
    assert figures(f"They read {label} 55 of it") == ()
    assert figures(f"They read {label.lower()} 55 of it") == ()


@pytest.mark.parametrize(
    ("words", "share"),
    [
        ("half", 1 / 2), ("a third", 1 / 3), ("a quarter", 1 / 4), ("a fifth", 1 / 5), ("one sixth", 1 / 6), ("an eighth", None), ("one eighth", 1 / 8), ("a tenth", 1 / 10),
        ("two thirds", 2 / 3), ("three quarters", 3 / 4), ("four fifths", 4 / 5), ("five sixths", 5 / 6), ("two halves", 1), ("two-thirds", 2 / 3),
        ("two third", None), ("a thirds", None),
    ],
)  # fmt: skip
def test_shares(words: str, share: float | None) -> None:
    """A part of a whole, singular behind one, plural behind more."""
    found = [f.value for f in figures(f"They own {words} of the mill") if f.unit == "share"]
    assert found == ([] if share is None else [pytest.approx(share)])


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("dozens", 12), ("tens of thousands", 1e4), ("hundreds", 100), ("thousands", 1e3), ("hundreds of thousands", 1e5), ("millions", 1e6), ("billions", 1e9), ("trillions", 1e12),
        ("lakhs", 1e5), ("crores", 1e7), ("several million", 1e6), ("many thousand", 1e3), ("a few hundred", 100), ("multi-billion", 1e9),
    ],
)  # fmt: skip
def test_orders_of_magnitude(words: str, value: float) -> None:
    """Vague words are the least that they allow, and nearly told."""
    figure = only(f"They lost {words} of litres" if words.endswith("s") else f"They lost {words} litres")
    assert (figure.value, figure.approximate) == (value, True)


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two and a half hours", 2.5), ("a two-and-a-half-hour call", 2.5), ("2 and a half million litres", 2.5e6), ("a million and a half litres", 1.5e6), ("half a billion litres", 5e8),
        ("a quarter of a million litres", 0.25), ("half a day", 0.5), ("half a century", 0.5), ("one point five million litres", 1.5e6), ("twenty point two five litres", 20.25),
    ],
)  # fmt: skip
def test_halves_and_points(words: str, value: float) -> None:
    """Half of one more, and decimals in words."""
    assert figures(f"It took {words}")[0].value == value


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("The hour-long session ended.", 1, "hour"),
        ("A month-long stoppage ended.", 1, "month"),
        ("The half-hour session ended.", 0.5, "hour"),
        ("They sat for about an hour.", 1, "hour"),
        ("It took a week.", 1, "week"),
        ("After an hour of talks they left.", 1, "hour"),
        ("They sat for an hour and a half.", 1.5, "hour"),
        ("She spoke for just over a day.", 1, "day"),
        ("Her 40-plus minutes of speech ended.", 40, "minute"),
        ("The pact covers 340,000 full- and part-time workers.", 340_000, "worker"),
        ("Peru wants 30 tmcft of water.", 30, "thousand million cubic feet"),
        ("Peru wants 32 TMC ft of water.", 32, "thousand million cubic feet"),
        ("The basin lost 5 million acre-feet.", 5e6, "acre-foot"),
    ],
)
def test_one_stretch_and_rare_units(text: str, value: float, unit: str) -> None:
    """One hour told without a number, an adjective cut in two, and measures of water."""
    assert [(f.value, f.unit) for f in figures(text)] == [(value, unit)]


@pytest.mark.parametrize(
    "text",
    [
        "An hour later he left.",
        "It is an hour away.",
        "Within an hour he left.",
        "They met once a week.",
        "They rest a day after.",
    ],
)
def test_no_stretch(text: str) -> None:
    """How far apart two things are, and how often, is no length."""
    assert not figures(text)


def test_plus_is_a_bound() -> None:
    """ "40-plus minutes" are at least 40."""
    assert only("Her 40-plus minutes of speech ended.").bound == "at-least"
