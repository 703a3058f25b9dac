"""Texts cut into parts: labels, lists of any depth, wrapped lines, preambles, annexes, tables, what looks like a number and is none."""

from __future__ import annotations

import pytest

from zopa.plans import Plan, parse_plan

TREATY = """HARBOUR TREATY

The Parties,

Recalling their common waters,

(1) Noting the tide,

PART I
GENERAL

Article 1
Use of terms

1. In this Treaty:
(a) "gate" means a lock;
(b) "ship" means:
    (i) a vessel;
    (ii) a raft.
2. Paragraph 1 holds as set out in
Article 2, also within
30 days.

PART II

Article 2. Tolls

1. The toll is low.

2. It is paid
at the gate.

Article 3 (review)
The Parties meet. They report.

ANNEX I

1. A list of ports.
2. A list of piers.

IN WITNESS WHEREOF the undersigned have signed.
Done at Port Lowe.
"""


def numbers(text: str, part: str = "point") -> list[str]:
    """Numbers of the points, or of another part, in order."""
    plan = parse_plan(text)
    return [p.number for p in (*plan.points, *plan.parts) if p.part == part]


def words(plan: Plan, number: str) -> str:
    """The words of a point on one line."""
    return " ".join(next(p.text for p in plan.points if p.number == number).split())


def test_a_treaty_is_cut_at_every_level() -> None:
    """Whole paths; numbers that start anew belong to their article; a line that goes on opens nothing."""
    plan = parse_plan(TREATY)
    assert [p.number for p in plan.points] == [
        "1.1", "1.1.a", "1.1.b", "1.1.b.i", "1.1.b.ii", "1.2", "2.1", "2.2", "3", "annex I.1", "annex I.2",
    ]  # fmt: skip
    assert words(plan, "1.2") == "Paragraph 1 holds as set out in Article 2, also within 30 days."
    assert [p.heading for p in plan.points if p.number in {"1.1", "2.2", "3"}] == ["Use of terms", "Tolls", "review"]
    assert next(p.text for p in plan.parts if p.part == "closing").startswith("IN WITNESS")
    assert "Noting the tide," in [p.text for p in plan.parts if p.part == "preamble"]
    assert plan.words == plan.placed


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("Article {}\n\n{}", "123"), ("ARTICLE {}: {}", "123"), ("## Article {}\n{}", "123"), ("Art. {}. {}", "123"),
        ("Rule {}. {}", "123"),
        ("Clause {}: {}", "123"), ("{}.{}", "123"), ("{}\\. {}", "123"), ("({}) {}", "123"), ("§ {}. {}", "123"),
        ("{}\n{}", "123"), ("[{}. {}]", "123"),
        ("Стаття {}. {}", "123"), ("Artikel {}\n{}", "123"), ("第{}条 {}", "123"), ("Point {}: {}", "123"), ("**{}.** {}", "123"),
    ],
)  # fmt: skip
def test_points_open_however_they_are_labelled(form: str, expected: str) -> None:
    """Three points each, with the words behind the label."""
    text = "\n\n".join(form.format(n, f"The gate number {n} is open.") for n in (1, 2, 3)) + "\n"
    assert numbers(text) == list(expected)
    assert "gate number 2" in parse_plan(text).points[1].text


@pytest.mark.parametrize(
    ("labels", "joined"),
    [("I. II. III. IV. V.", "\n"), ("a) b) c) d)", "\n"), ("(h) (i) (j)", "\n"), ("A. B. C.",
    "\n\n"), ("(i) (ii) (iii) (iv) (v)", "\n"), ("一、 二、 三、", "\n"),
     ("1.1 1.2 1.3", "\n"), ("1. 1bis. 2.", "\n")],
)  # fmt: skip
def test_lists_of_other_numbers(labels: str, joined: str) -> None:
    """Roman, letters, Chinese, decimals; an i after an h is a letter."""
    wanted = [label.strip("().、") for label in labels.split()]
    if wanted[0] == "h":
        labels, wanted = "(a) (b) (c) (d) (e) (f) (g) (h) (i) (j)", list("abcdefghij")
    text = joined.join(f"{label} The side {n} pays." for n, label in enumerate(labels.split()))
    assert numbers(text) == wanted


def test_a_wrapped_line_that_begins_with_a_number_opens_nothing() -> None:
    """Neither where the number is the next one, nor with a dot behind a word that wants a number."""
    assert numbers("1. Alba withdraws within\n2 months and keeps\n3 Brigades there.\n2. The gate shuts.\n") == [
        "1",
        "2",
    ]
    assert numbers("1. As laid down in paragraph\n2. The rest of Article\n3. holds.\n2. The gate shuts.\n") == [
        "1",
        "2",
    ]
    assert numbers("Article 1\nShips pass under\nArticle 2\nof this treaty.\n\nArticle 2\nThey pay.\n") == ["1", "2"]
    assert numbers("1. It rose by\n1.5 percent.\n2. It fell.\n") == ["1", "2"]


def test_numbers_that_run_on_under_headings_have_no_heading_in_their_path() -> None:
    """Paragraphs of a decision that are numbered through."""
    text = "I. Money\n\n1. One pays.\n2. Two pay.\n\nII. Ships\n\n3. Three sail.\n4. Four sail.\n"
    assert numbers(text)[-2:] == ["3", "4"]
    assert numbers("## Money\n1. One pays.\n\n## Ships\n1. One sails.\n") == ["1", "1"]


def test_sections_stand_below_articles_where_a_text_puts_them_there() -> None:
    """Article I, section 2; and the other way round."""
    assert numbers(
        "Article I\n\nSection 1\nA senate.\n\nSection 2\nA house.\n\nArticle II\n\nSection 1\nA head.\n"
    ) == ["I.1", "I.2", "II.1"]
    assert numbers("Section 1\n\nArticle 1\nA senate.\n\nArticle 2\nA house.\n\nSection 2\n\nArticle 3\nA head.\n") == [
        "1",
        "2",
        "3",
    ]


def test_articles_that_start_anew_in_each_part_carry_the_part() -> None:
    """So that a number is told once only."""
    text = "Part I\n\nArticle 1\nA gate.\n\nArticle 2\nA pier.\n\nPart II\n\nArticle 1\nA toll.\n"
    assert numbers(text) == ["part I.1", "2", "part II.1"]


def test_a_table_of_contents_is_no_article() -> None:
    """Labels one upon the other that all come again, with page numbers or without."""
    body = "\n".join(f"\nArticle {n}\nThe gate {n} is open." for n in (1, 2, 3))
    assert numbers(f"Contents\nArticle 1 .... 4\nArticle 2 .... 5\nArticle 3 .... 6\n{body}\n") == ["1", "2", "3"]
    assert numbers(f"Contents\n\nArticle 1\nArticle 2\nArticle 3\n{body}\n") == ["1", "2", "3"]


def test_tables_bullets_footnotes_and_closing_lines() -> None:
    """Rows and bullets are points of their own; footnotes and signatures are none."""
    text = "1. Fees:\n\n| ship | fee |\n| raft | two |\n\n2. Ports:\n- Lowe\n- Sandvik\n\n[^1]: A note.\n\nSigned: nobody\n"
    assert numbers(text) == ["1", "1.row 1", "1.row 2", "2", "2.•1", "2.•2"]
    assert numbers(text, "footnote") == ["footnote 1"]
    assert numbers(text, "closing") == ["closing 1"]


def test_brackets_before_a_number_belong_to_its_words() -> None:
    """[3. The gate] is a point 3 in brackets."""
    plan = parse_plan("1. A.\n2. B.\n[3. The gate is open.]\n")
    assert plan.points[2].number == "3"
    assert plan.points[2].text == "[The gate is open.]"


def test_a_page_header_is_no_part_of_the_point_around_it() -> None:
    """What is left out is unplaced, and the point goes on behind it."""
    text = "1. The toll rises\nHarbour Treaty, page 3\nby a tenth.\n2. The gate shuts.\n"
    start = text.index("Harbour")
    plan = parse_plan(text, [(start, start + len("Harbour Treaty, page 3"), "page header or footer")])
    assert words(plan, "1") == "The toll rises by a tenth."
    assert [text[s:e] for s, e, _ in plan.unplaced] == ["Harbour Treaty, page 3"]
    assert plan.words - plan.placed == 4


def test_prose_without_numbers_is_cut_into_paragraphs() -> None:
    """Nothing is numbered, and each paragraph is a point."""
    plan = parse_plan("The sides met.\n\nThey agreed on\nnothing.\n\nThey left.\n")
    assert not plan.numbered
    assert [p.number for p in plan.points] == ["¶1", "¶2", "¶3"]


def test_what_stands_behind_the_last_point_under_a_heading_is_not_swallowed() -> None:
    """A page that goes on with other matter."""
    plan = parse_plan("1. The toll rises.\n2. The gate shuts.\n\n## Related\n\n4 things about tolls\n")
    assert plan.points[-1].text == "The gate shuts."
    assert [p.part for p in plan.parts] == ["heading", "closing"]


def test_options_are_counted_and_stand_in_the_path() -> None:
    """Option 1 and option 2 of an article."""
    text = "Article 2\n\nOption 1:\n\n1. Ships pay.\n2. Rafts pay.\n\nOption 2:\n\n1. Nobody pays.\n"
    assert numbers(text) == ["2.option 1.1", "2.option 1.2", "2.option 2.1"]
    assert parse_plan(text).options == 2
