"""Texts compared at every level: moves, splits, references, figures, brackets, other scripts, more than two versions."""

from __future__ import annotations

import pytest

from zopa.plans import build_history, compare_plans, count_brackets, find_brackets, find_changes, find_runs, parse_plan
from zopa.plans.folding import fold

ARTICLES = {
    "Tolls": "1. The toll is five crowns a ship.\n2. Fishing boats pay no toll at all.\n",
    "Gates": "1. The gate shuts at dusk.\n2. A storm opens the gate:\n(a) by day;\n(b) by night.\n",
    "Fund": "1. A fund of forty million crowns is set up.\n2. Five elders run the fund.\n",
    "Council": "1. A council of both harbours meets twice a year.\n2. It hears complaints.\n",
}


def treaty(*names: str, **changed: str) -> str:
    """A treaty of some of the articles, in this order."""
    texts = ARTICLES | changed
    return "\n".join(f"Article {n}\n{name}\n\n{texts[name]}" for n, name in enumerate(names, 1))


def rows(a: str, b: str) -> list[tuple[str, str, str]]:
    """(status, numbers in the first, numbers in the second) of the points."""
    made = compare_plans(parse_plan(a), parse_plan(b))
    return [(r.status, ",".join(p.number for p in r.a), ",".join(p.number for p in r.b)) for r in made.points]


def test_a_change_in_the_third_article_is_told_there() -> None:
    """Numbers start anew in each article, and only one point changed."""
    found = rows(treaty(*ARTICLES), treaty(*ARTICLES, Fund=ARTICLES["Fund"].replace("Five", "Six")))
    assert [row for row in found if row[0] != "same"] == [("changed", "3.2", "3.2")]
    assert len(found) == 10


def test_a_whole_article_that_moved_is_one_move() -> None:
    """Its points are the same under new numbers."""
    found = rows(treaty(*ARTICLES), treaty("Council", "Tolls", "Gates", "Fund"))
    assert [row for row in found if row[0] != "same"] == [("moved", "4", "1")]


def test_a_new_article_renumbers_and_changes_nothing() -> None:
    """Only what is new is added."""
    new = treaty("Lamps", *ARTICLES, Lamps="1. Lamps burn on every pier.\n2. Pilots tend them.\n")
    assert {row for row in rows(treaty(*ARTICLES), new) if row[0] != "same"} == {
        ("added", "", "1.1"),
        ("added", "", "1.2"),
    }


def test_a_point_that_went_to_another_article_moved() -> None:
    """And letters that changed places."""
    new = treaty(
        *ARTICLES,
        Gates=ARTICLES["Gates"] + "3. Five elders run the fund.\n",
        Fund="1. A fund of forty million crowns is set up.\n",
    )
    assert [row for row in rows(treaty(*ARTICLES), new) if row[0] != "same"] == [("moved", "3.2", "2.3")]
    turned = ARTICLES["Gates"].replace("(a) by day;\n(b) by night.", "(a) by night;\n(b) by day.")
    assert [r[0] for r in rows(treaty(*ARTICLES), treaty(*ARTICLES, Gates=turned)) if r[0] != "same"] == ["moved"]


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Fees under point 1 are low.", "Fees under point 2 are low."),
        ("As Article 1 says, ships pass.", "As Article 2 says, ships pass."),
        ("Points 1 and 2 hold.", "Points 2 and 3 hold."), ("See § 1.", "See § 2."),
        ("Paragraph 2, clause 1 apply.", "Paragraph 3, clause 2 apply."),
    ],
)  # fmt: skip
def test_a_reference_that_follows_new_numbers_is_no_change(a: str, b: str) -> None:
    """One point was put in front of all."""
    old = f"1. Alba rules the north pier.\n2. Boria rules the south pier.\n3. {a}\n"
    new = f"1. The sides lay down arms today.\n2. Alba rules the north pier.\n3. Boria rules the south pier.\n4. {b}\n"
    assert rows(old, new)[-1] == ("same", "3", "4")


def test_a_reference_to_something_else_is_a_change_of_its_own() -> None:
    """Never a figure."""
    text = "1. Alba rules the north pier.\n2. Boria rules the south pier.\n3. Fees under point {} are low.\n"
    made = compare_plans(parse_plan(text.format(1)), parse_plan(text.format(2)))
    assert [(c.kind, c.before, c.after) for c in made.points[2].changes] == [("reference", "1", "2")]


def test_a_reference_inside_a_moved_article_follows_it() -> None:
    """Paragraph 1 of article 3 is paragraph 1 of article 1 now."""
    gates = "1. The gate shuts at dusk.\n2. Article 3, paragraph 1, binds the keeper of the gate.\n"
    old = treaty(*ARTICLES, Gates=gates)
    new = treaty("Fund", "Tolls", "Gates", "Council", Gates=gates.replace("Article 3", "Article 1"))
    assert {row[0] for row in rows(old, new)} == {"same", "moved"}


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("5 % of it", "five percent of it"), ("five per cent", "5%"), ("600,000 men", "600 000 men"),
        ("twenty-five days", "25 days"), ("$100bn", "$100 billion"),
        ("on 4 May 2031", "on May 4, 2031"), ("the “gate”", 'the "gate"'), ("two hundred and fifty", "250"),
        ("3 million", "3,000,000"),
    ],
)  # fmt: skip
def test_one_figure_in_two_spellings_is_no_change(a: str, b: str) -> None:
    """Signs, figures and dates are compared by what they mean."""
    assert fold(a) == fold(b)
    assert find_changes(f"The toll is {a}.", f"The toll is {b}.") == ()


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        ("a toll of 5 %", "a toll of six percent", ("figure", "5 %", "six percent")),
        ("until 4 May 2031", "until May 9, 2031", ("date", "4 May 2031", "May 9, 2031")),
        ("They shall pay", "They should pay", ("modal", "shall", "should")),
        ("They pay", "They do not pay", ("negation", "", "not pay")),
    ],
)
def test_what_matters_is_told_first(a: str, b: str, expected: tuple[str, str, str]) -> None:
    """Figures, dates, modal verbs, denials."""
    change = find_changes(a, b)[0]
    assert (change.kind, change.before, change.after) == expected


def test_split_and_merged_points() -> None:
    """One sentence each, and back."""
    one = "1. The council meets twice a year. It hears complaints from both harbours.\n2. The gate shuts at dusk.\n"
    two = "1. The council meets twice a year.\n2. It hears complaints from both harbours.\n3. The gate shuts at dusk.\n"
    assert rows(one, two)[0] == ("split", "1", "1,2")
    assert rows(two, one)[0] == ("merged", "1,2", "1")


@pytest.mark.parametrize("end", ["The sailors go home.", "Prisoners go home free.", "Harbour dues are halved."])
def test_a_short_half_of_a_long_point_is_split_off(end: str) -> None:
    """It stands right behind the rest; what stands there and was nowhere before is new."""
    start = (
        "The council meets twice a year in either harbour, hears complaints from captains, pilots, customs and merchants, tells both towns "
        "by letter what it found, fixes tolls and fines for rafts, ferries, barges and yachts, and keeps books that every elder may read"
    )
    gate = "The gate shuts at dusk."
    one, two = f"1. {start}; {end[0].lower()}{end[1:]}\n2. {gate}\n", f"1. {start}.\n2. {end}\n3. {gate}\n"
    assert rows(one, two)[0] == ("split", "1", "1,2")
    assert rows(two, one)[0] == ("merged", "1,2", "1")
    new = f"1. {start.replace('twice', 'once')}.\n2. {end}\n3. {gate}\n"
    assert ("added", "", "2") in rows(f"1. {start}.\n2. {gate}\n", new)


def test_words_that_change_inside_brackets_close_none() -> None:
    """All that stands outside is the same, and as many brackets: only their words changed, whatever they are."""
    for old, new in (("[five]", "[six]"), ("[every year]", "[each year]"), ("[x: five] [y]", "[x: six] [z]")):
        kinds = [c.kind for c in find_changes(f"Ships pay {old} crowns.", f"Ships pay {new} crowns.")]
        assert "bracket" not in kinds, (old, new)
        assert kinds, (old, new)
    assert "bracket" in [
        c.kind for c in find_changes("Ships pay [five] crowns.", "Rafts pay [six] crowns to the town.")
    ]


def test_brackets_nested_with_holders() -> None:
    """Opened and closed ones are changes of their own; one whose words changed is not."""
    text = "x [Boria: a [b] c] and [open] (AL) [link](u) note[^1] [dangling"
    assert [(b.text, b.holder) for b in find_brackets(text)] == [
        ("a [b] c", "Boria"),
        ("b", ""),
        ("open", "AL"),
        ("dangling", ""),
    ]
    assert count_brackets(text) == 4
    closed = find_changes("Ships pay [a low toll].", "Ships pay a low toll.")
    assert [(c.kind, c.before, c.after) for c in closed] == [("bracket", "a low toll", "")]
    assert [c.kind for c in find_changes("Ships [pay a low toll here].", "Ships [pay a high toll here].")] == [
        "wording"
    ]


def test_scripts_without_spaces_are_compared_sign_by_sign() -> None:
    """One sign changed, and a point that moved."""
    old, new = "1. 渡船费用上涨至五元。\n2. 港口夜间关闭。\n", "1. 渡船费用上涨至七元。\n2. 港口夜间关闭。\n"
    assert rows(old, new) == [("changed", "1", "1"), ("same", "2", "2")]
    assert [r.text for r in find_runs("上涨至五元。", "上涨至七元。") if r.kind != "same"] == ["五", "七"]
    assert {r[0] for r in rows(old, "1. 港口夜间关闭。\n2. 渡船费用上涨至五元。\n")} == {"same", "moved"}


def test_preamble_annex_and_closing_lines_are_compared_as_such() -> None:
    """Each by itself, so that no point takes their changes."""
    text = (
        "The sides agree{} to peace.\n\n1. The toll rises.\n\nAnnex: a map of the {}\n\nDone at Lowe on {} May 2031\n"
    )
    made = compare_plans(parse_plan(text.format("", "port", 4)), parse_plan(text.format(" not", "coast", 9)))
    assert [r.status for r in made.points] == ["same"]
    assert [(r.b[0].part, r.status) for r in made.parts] == [
        ("preamble", "changed"),
        ("annex", "changed"),
        ("closing", "changed"),
    ]


def test_three_versions_have_a_history_and_words_an_age() -> None:
    """A point that came and went again is told too."""
    one = "1. The toll is low.\n2. The gate shuts at dusk.\n"
    two = "1. Lamps burn on every pier.\n2. The toll is low.\n3. The gate shuts at dawn.\n"
    three = "1. The toll is low for rafts.\n2. The gate shuts at dawn.\n"
    made = build_history([parse_plan(text) for text in (one, two, three)])
    courses = [[(s.version, s.number, s.status) for s in made.histories[n]] for n in sorted(made.histories)]
    assert courses == [
        [(0, "1", None), (1, "2", "same"), (2, "1", "changed")], [(0, "2", None), (1, "3", "changed"), (2, "2", "same")],
    ]  # fmt: skip
    assert [[(s.version, s.number, s.status) for s in c] for c in made.passing] == [
        [(1, "1", "added"), (2, "", "dropped")]
    ]
    ages = [{word: age for age, text in blame.runs for word in text.split()} for blame in made.blame]
    assert (ages[0]["toll"], ages[0]["rafts"]) == (0, 2)
    assert (ages[1]["gate"], ages[1]["dawn"]) == (0, 1)


def test_an_empty_text_against_a_full_one() -> None:
    """All is added, or dropped; two empty texts have no row."""
    assert rows("", "1. A gate.\n") == [("added", "", "1")]
    assert rows("1. A gate.\n", "") == [("dropped", "1", "")]
    assert rows("", "") == []


@pytest.mark.parametrize(
    ("label", "cite"),
    [
        ("Madde {}", "Madde {}"),
        ("Статья {}", "статье {}"),
        ("§ {}", "§ {}"),
        ("Artículo {}", "el artículo {}"),
        ("Article {}", "l'article {}"),
        ("Artykuł {}", "artykułu {}"),
    ],
)
def test_references_in_other_languages_follow_new_numbers(label: str, cite: str) -> None:
    """A number that only follows is no change, one that leads elsewhere is a reference, never a figure."""
    said = (
        "Salt is free in every port of the lake.",
        f"The lock is kept by the warden as told in {cite}, at all hours.",
        "The gate shuts at dusk.",
        "The pilot leads the boats.",
    )

    def text(order: tuple[int, ...], at: int) -> str:
        return "\n\n".join(f"{label.format(n)}\n{said[k].format(at)}" for n, k in enumerate(order, 1)) + "\n"

    kept = compare_plans(parse_plan(text((1, 2, 3), 2)), parse_plan(text((0, 1, 2, 3), 3))).points
    assert [p.status for p in kept] == ["added", "same", "same", "same"]
    led = compare_plans(parse_plan(text((1, 2, 3), 2)), parse_plan(text((1, 2, 3), 3))).points
    assert [c.kind for p in led for c in p.changes] == ["reference"]


def test_a_split_is_found_in_whatever_spelling_its_figures_are() -> None:
    """ "5 percent" and "five per cent" are the same words."""
    one = "1. The lock is kept by the warden at all hours and the toll of 5 percent is paid to the clerk of the town.\n2. End.\n"
    two = "1. The lock is kept by the warden at all hours.\n2. The toll of five per cent is paid to the clerk of the town.\n3. End.\n"
    assert [p.status for p in compare_plans(parse_plan(one), parse_plan(two)).points] == ["split", "same"]
    assert [p.status for p in compare_plans(parse_plan(two), parse_plan(one)).points] == ["merged", "same"]


def test_a_word_is_as_old_as_it_is_with_whatever_signs_around_it() -> None:
    """A word that first stood in brackets first stood there."""
    texts = (
        "1. The toll is low.\n",
        "1. The toll is [low][high] (for now).\n",
        "1. The toll is high, for now and ever.\n",
    )
    blame = build_history([parse_plan(text) for text in texts], {}).blame
    assert blame[0].runs == ((0, "The toll is"), (1, " high"), (2, ","), (1, " for now"), (2, " and ever"), (0, "."))
