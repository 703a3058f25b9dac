"""Figures that measure the same thing: equal ones agree, different ones contradict, unless a bound reconciles them."""

from __future__ import annotations

import pytest

from .comparing import compare, findings, marked, only, told

SENT = "Egypt sent 300 observers to the Abyei crossing on Monday."
SIGHT = "Egypt sent {} observers to the Abyei crossing on Monday."


def test_equal() -> None:
    """One figure for one measure in two accounts is corroborated, with what it measures and an unknown independence."""
    finding = only(
        "The dam holds 74 billion cubic metres of Nile water.",
        "When full, the reservoir of the dam holds 74 billion cubic metres of Nile water.",
    )
    assert (finding.relation, finding.slot) == ("corroborated", "figure")
    assert marked(finding) == ["74 billion cubic metres"] * 2
    assert [p.source for p in finding.passages] == ["d0", "d1"]
    assert finding.originators == ("unknown", "unknown")
    assert "unknown" in finding.why


def test_different() -> None:
    """Two figures for one measure of one event contradict each other."""
    finding = only(SENT, SIGHT.format(450))
    assert (finding.relation, finding.slot) == ("contradicted", "figure")
    assert marked(finding) == ["300 observers", "450 observers"]
    assert "300 observers against 450 observers" in finding.why


@pytest.mark.parametrize(
    ("figure", "relations"),
    [
        ("at least 200", []),
        ("more than 250", []),
        ("up to 400", []),
        ("at least 350", ["contradicted"]),
        ("up to 250", ["contradicted"]),
        ("about 310", []),
        ("about 300", ["corroborated"]),
        ("about 340", ["contradicted"]),
        ("302", ["contradicted"]),
        ("about 400", ["contradicted"]),
        ("310", ["contradicted"]),
        ("between 250 and 350", ["corroborated"]),
        ("between 400 and 450", ["contradicted"]),
    ],
)
def test_bounds_ranges_and_approximations(figure: str, relations: list[str]) -> None:
    """ "At least 200" leaves room for 300 without confirming it; "about 310" and a range around it are it; others are not."""
    found = findings(SENT, SIGHT.format(figure))
    assert [f.relation for f in found if f.slot == "figure"] == relations


def test_two_values_in_one_document() -> None:
    """A document that gives both values of its own accord is in conflict with neither."""
    both = f"{SENT} Later on Monday Egypt sent 450 observers to the Abyei crossing."
    assert ("contradicted", "figure") not in told(both, SIGHT.format(450))
    assert ("contradicted", "figure") not in told(SIGHT.format(450), both)


@pytest.mark.parametrize(
    "other",
    [
        "Sudan sent 450 observers to the Kassala bridge on Friday.",
        "Egypt sent 450 lorries to the Abyei crossing on Monday.",
        "In 2019 Egypt sent 450 observers to the Abyei crossing.",
        "Egypt will send 450 observers to the Abyei crossing on Monday.",
    ],
)
def test_other_events_units_and_predictions(other: str) -> None:
    """Another place and actor, another unit, another year or a prediction contradicts nothing."""
    assert ("contradicted", "figure") not in told(SENT, other)


def test_far_apart_in_time() -> None:
    """Figures of documents dated weeks apart may have changed."""
    assert ("contradicted", "figure") not in told(SENT, SIGHT.format(450), published=("2025-03-12", "2025-04-30"))


@pytest.mark.parametrize("verb", ["will send", "reportedly sent"])
def test_no_prediction_or_allegation_corroborates(verb: str) -> None:
    """The same figure foretold or alleged is not confirmed by a second telling of it."""
    one = f"Egypt {verb} 300 observers to the Abyei crossing."
    two = f"To the crossing at Abyei, Egypt {verb} 300 observers."
    assert ("corroborated", "figure") not in told(one, two)


def test_each_finding_of_three() -> None:
    """Three accounts, two values: the pair agrees, and the third contradicts."""
    found = findings(SENT, SIGHT.format(300) + " It rained.", SIGHT.format(450))
    assert sorted((f.relation, len(f.passages)) for f in found if f.slot == "figure") == [
        ("contradicted", 2),
        ("corroborated", 2),
    ]


def test_an_item_of_no_other_account() -> None:
    """A figure that only one account has is single-source."""
    singles = [f for f in compare(SENT, "It rained in Cairo.").findings if f.relation == "single-source"]
    assert [(f.slot, f.passages[0].text) for f in singles] == [("figure", SENT)]


@pytest.mark.parametrize(
    ("one", "other", "relations"),
    [
        ("seven hours", "about eight hours", ["contradicted"]),
        ("about seven hours", "seven hours", ["corroborated"]),
        ("almost five hours", "five hours", ["corroborated"]),
        ("less than two hours", "two hours", []),
        ("six hours", "four and a half hours", ["contradicted"]),
        ("30 hours", "28 hours", ["contradicted"]),
        ("about eight-and-a-half hours", "six hours", ["contradicted"]),
        ("one hour and 50 minutes", "110 minutes", ["corroborated"]),
        ("one hour and 50 minutes", "two hours", ["contradicted"]),
    ],
)
def test_how_long_a_meeting_lasted(one: str, other: str, relations: list[str]) -> None:
    """ "About eight" is not seven; "less than two" neither confirms two nor speaks against it."""
    found = findings(
        f"Egypt and Sudan met in Cairo on Monday. The meeting of Egypt and Sudan lasted {one}.",
        f"Egypt and Sudan met in Cairo on Monday. The talks between Egypt and Sudan took {other}.",
    )
    assert sorted({f.relation for f in found if f.slot == "figure"}) == relations


def test_hours_at_the_table() -> None:
    """ "After 33 hours at the table" and "deliberated for 28 hours" are lengths of the talks."""
    lead = "Egypt and Sudan met in Cairo on Monday. "
    found = findings(
        lead + "Egypt and Sudan parted after 33 hours at the table.", lead + "Egypt and Sudan deliberated for 28 hours."
    )
    assert [f.about for f in found if f.relation == "contradicted"] == ["the length of the talks"]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Peru gave Norway a list of 8,576 detainees.", "Some said that 8,576 prisoners are held.", True),
        ("Peru gave Norway a list of 8,200 detainees.", "Norway was handed 8,200 names on a list.", True),
        ("Peru gave Norway a list of 8,200 detainees.", "In the hills live 8,200 goats.", False),
        ("The crews wanted 6.5 percent.", "Earlier the yard had spoken of 6.5 percent.", True),
        ("The crews wanted 6 percent.", "Earlier the yard had spoken of 6 percent.", False),
        ("The standoff has gone on for 17 months.", "For 17 months nothing moved.", True),
        ("The standoff has gone on for 12 months.", "For 12 months nothing moved.", False),
        ("Peru denied that it held 8,576 detainees.", "Norway was told of 8,576 prisoners.", False),
        ("Lund was founded in 1872.", "The bridge was built in 1872.", False),
    ],
)
def test_a_figure_that_nobody_names_by_chance(one: str, other: str, agree: bool) -> None:
    """Counts of three digits, shares with a decimal and odd spans are of one thing in accounts of one story; round ones need words."""
    texts = f"Norway and Peru met in Lima. {one}", f"Peru and Norway talked in Lima. {other}"
    assert bool([f for f in findings(*texts) if f.relation == "corroborated" and f.slot == "figure"]) == agree


@pytest.mark.parametrize(
    "apart", ["three hours after the time first named", "three hours later", "three hours before the envoys came"]
)
def test_how_far_apart_two_things_are_measures_no_meeting(apart: str) -> None:
    """ "Began three hours late" and "took five hours" contradict nothing."""
    found = findings(
        f"Egypt and Sudan met in Cairo on Monday. The meeting of Egypt and Sudan began {apart}.",
        "Egypt and Sudan met in Cairo on Monday. The talks between Egypt and Sudan took five hours.",
    )
    assert not [f for f in found if f.slot == "figure"]


def test_steps_that_add_up_are_one_offer() -> None:
    """2.4 and 2 percent are 4.4 in two steps; 2.4 and 3 are not."""
    whole = "Boltek offered to raise wages by 4.4 percent in two steps on Friday."
    assert ("contradicted", "figure") not in told(
        "On Friday Boltek offered to raise wages by 2.4 percent in May and by another 2 percent in June.", whole
    )
    assert ("contradicted", "figure") in told(
        "On Friday Boltek offered to raise wages by 2.4 percent in two steps.", whole
    )


def test_an_odd_count_is_of_one_thing() -> None:
    """ "29 ports" are the same ports in whatever sentence, weeks apart; "30 ports" may be any."""
    one = "Some crane drivers at {} ports struck, a spokesman of the yards told the radio."
    other = "In all, {} ports lie idle from Selma to Lund."
    for count, slots in ((29, ["figure"]), (30, [])):
        found = findings(one.format(count), other.format(count), published=("2025-03-12", "2025-03-29"))
        assert [f.slot for f in found if f.relation == "corroborated"] == slots


def test_how_long_a_dispute_has_gone_on() -> None:
    """Months of talks and of a deadlock are one length, and no dispute where they differ."""
    one, other = "Norway and Peru have had 13 months of talks.", "The deadlock of Norway and Peru has lasted {} months."
    agreed = findings(one, other.format(13))
    assert "how long it has gone on: 13 months" in [f.about for f in agreed]
    assert not [f for f in findings(one, other.format(9)) if f.relation == "contradicted"]


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        ("Norway went to court to recover $4.5 billion from Peru.", "The envoy put the debt at $4.5 billion.", True),
        (
            "The envoy threatened to close the port if Peru did not pay $1.95 billion.",
            "Peru still owed $1.95 billion.",
            True,
        ),
        ("Norway went to court to recover $4 billion from Peru.", "The envoy put the debt at $4 billion.", False),
        ("Norway went to court to recover $4.5 billion from Peru.", "The envoy put the debt at $4.6 billion.", False),
    ],
)
def test_a_sum_that_nobody_names_by_chance(one: str, other: str, agree: bool) -> None:
    """Money with two digits is of one thing in accounts of one story, in whatever words and under whatever condition."""
    texts = f"Norway and Peru met in Lima. {one}", f"Peru and Norway talked in Lima. {other}"
    assert [
        f.about.split(" (")[0] for f in findings(*texts) if f.relation == "corroborated" and f.slot == "figure"
    ] == ([one[one.index("$") :].split(" from", maxsplit=1)[0].rstrip(".")] if agree else [])


@pytest.mark.parametrize(
    ("one", "other", "agree"),
    [
        (
            "Peru asks that pensions be cut by 1 percent of GDP.",
            "Peru agreed to a target for the surplus of 1 percent of GDP.",
            False,
        ),
        ("Peru asks that pensions be cut by 1 percent of GDP.", "Peru would cut pensions by 1 percent of GDP.", True),
        (
            "The state, which with 15 percent is the largest owner of Boltek, left.",
            "The state holds 15 percent of Boltek.",
            True,
        ),
    ],
)
def test_a_share_of_one_digit_is_of_many_things(one: str, other: str, agree: bool) -> None:
    """What "1 percent of GDP" measures must be told alike; the base of the share tells nothing."""
    found = [f for f in findings(one, other) if (f.relation, f.slot) == ("corroborated", "figure")]
    assert bool(found) is agree


def test_nations_and_countries_are_one_count() -> None:
    """And workers and employees; countries and workers are two."""
    one = "Peru said that 18 nations met in Lima."
    assert ("corroborated", "figure") in told(one, "The 18 countries that met in Lima heard Peru.")
    assert ("corroborated", "figure") not in told(one, "The 18 workers that met in Lima heard Peru.")
