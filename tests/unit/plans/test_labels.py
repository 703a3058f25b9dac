"""Labels of many languages, words that one text uses as labels, rarer forms of numbers, options and phases inside points."""

from __future__ import annotations

import pytest
from benchmarks.bench_redline import generate_treaty
from benchmarks.generate_pdf import build_pdf
from tests.unit.sources.pages import build_word, paragraph

from zopa.plans import parse_plan
from zopa.plans.labels import label_value
from zopa.plans.markers import find_marker
from zopa.plans.tables import label_rows
from zopa.run.plans import cut_document
from zopa.sources import read_document

SAID = ("The lake stays open to all boats.", "No toll is taken on salt.", "The clerk reports each spring.")


def numbers(text: str) -> list[str]:
    """Numbers of the points, in order."""
    return [p.number for p in parse_plan(text).points]


def build_text(labels: list[str], gap: str) -> str:
    """A title, a preamble and three points with these labels."""
    points = [f"{label}{gap}{said}\n" for label, said in zip(labels, SAID, strict=True)]
    return "\n".join(["LAKE ACCORD\n", "The towns,\n", "Recalling their trade,\n", *points])


@pytest.mark.parametrize("gap", ["\n", "\n\n"])
@pytest.mark.parametrize(
    "labels",
    [
        "Article. I.|Article. II.|Article. III.", "Article premier|Article 2|Article 3", "Article 1er|Article 2|Article 3",
        "Article the First|Article the Second|Article the Third", "ARTICLE TWENTY-ONE|ARTICLE TWENTY-TWO|ARTICLE TWENTY-THREE",
        "Artículo 1º.-|Artículo 2º.-|Artículo 3º.-", "ARTÍCULO PRIMERO.|ARTÍCULO SEGUNDO.|ARTÍCULO TERCERO.", "Art. 1º|Art. 2º|Art. 3º",
        "Erster Abschnitt|Zweiter Abschnitt|Dritter Abschnitt", "1 §|2 §|3 §", "1 artikla|2 artikla|3 artikla",
        "Άρθρο 1|Άρθρο 2|Άρθρο 3", "Madde 1|Madde 2|Madde 3", "Článek 1|Článek 2|Článek 3", "Членак 1|Членак 2|Членак 3",
        "المادة 1|المادة 2|المادة 3", "المادة الأولى|المادة الثانية|المادة الثالثة", "ماده ۱|ماده ۲|ماده ۳", "סעיף 1|סעיף 2|סעיף 3",
        "제1조|제2조|제3조", "第 1 条|第 2 条|第 3 条", "第一條|第二條|第三條", "Điều 1|Điều 2|Điều 3", "ข้อ 1|ข้อ 2|ข้อ 3",
        "SEC. 1.|SEC. 2.|SEC. 3.", "Cl. 1|Cl. 2|Cl. 3",
    ],
)  # fmt: skip
def test_labels_of_the_table(labels: str, gap: str) -> None:
    """One point for each, however the number is written."""
    plan = parse_plan(build_text(labels.split("|"), gap))
    held = [p for p in (*plan.points, *plan.parts) if p.text in SAID]
    assert plan.numbered
    assert [p.text for p in held] == list(SAID)
    assert [p.part for p in held] == ["point"] * 3
    assert not any("¶" in p.number for p in held)
    assert plan.words == plan.placed


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("Commitment 1|Commitment 2|Commitment 3", "1 2 3"), ("Nr. 1|Nr. 2|Nr. 3", "1 2 3"), ("OP1.|OP2.|OP2bis.", "1 2 2bis"),
        ("Ruling goal 1|Ruling goal 2|Ruling goal 3", "1 2 3"), ("Standard A5.1|Standard A5.2|Standard A5.3", "A5.1 A5.2 A5.3"),
        ("Track One|Track Two|Track Three", "One Two Three"), ("Ibara ya 4|Ibara ya 5|Ibara ya 6", "4 5 6"),
    ],
)  # fmt: skip
@pytest.mark.parametrize("gap", ["\n", " ", "\n\n"])
def test_a_word_that_counts_its_paragraphs_is_a_label(labels: str, expected: str, gap: str) -> None:
    """Whatever the word; nobody has listed it."""
    assert numbers(build_text(labels.split("|"), gap)) == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "1. One.\n\nTable 1. Salt\n\nTable 2. Fish\n\n2. Two.\n",
        "1. One.\n\nMay 1\n\nMay 2\n\n2. Two.\n",
        "1. One meets Group 7.\n\nGroup 7 leaves.\n\n2. Two.\n",
        "1. They pay Alba 1 crown and\nAlba 2 crowns.\n2. Two.\n",
    ],
)
def test_what_is_counted_but_no_label(text: str) -> None:
    """Tables, days, a name that happens to have a number."""
    assert numbers(text) == ["1", "2"]


def test_learned_labels_stand_where_the_text_puts_them() -> None:
    """Phases inside a point, strands above articles, amendments behind them, two words side by side."""
    phases = "1. One.\n2. In phases:\n\nPhase 1: the north.\n\nPhase 2: the south.\n\n3. Three.\n"
    assert numbers(phases) == ["1", "2", "2.phase 1", "2.phase 2", "3"]
    steps = (
        "Article 1\n1. A claim.\n\nStep One. It is told.\n\nStep Two. It is heard.\n\n2. A judge.\n\nArticle 2\nEnd.\n"
    )
    assert numbers(steps) == ["1.1", "1.1.step One", "1.1.step Two", "1.2", "2"]
    strands = "STRAND 1\n\nArticle 1\nA hall.\n\nSTRAND 2\n\nArticle 2\nA pier.\n\nSTRAND 3\n\nArticle 3\nA lock.\n"
    assert numbers(strands) == ["1", "2", "3"]
    more = "Article 1\nA hall.\n\nArticle 2\nA pier.\n\nAMENDMENT I\n\nNo tax.\n\nAMENDMENT II\n\nNo toll.\n"
    assert numbers(more) == ["1", "2", "amendment I", "amendment II"]
    two = "PP1 Recalling.\n\nPP2 Alarmed.\n\nOP1 Demands it.\n\nOP2 Stays seized.\n"
    assert numbers(two) == ["pp 1", "pp 2", "op 1", "op 2"]


@pytest.mark.parametrize(
    "first", ["Article {} ({}) ", "Article {}({}). ", "ARTICLE {} ({}) ", "Art. {} ({}): ", "Article {} ({})\u00a0"]
)
@pytest.mark.parametrize(("roman", "signs"), [(True, "12"), (False, "12"), (True, "ab"), (False, "ab")])
def test_a_label_printed_again_with_each_paragraph(first: str, roman: bool, signs: str) -> None:
    """Each paragraph has the whole number, whatever is between label and bracket."""
    articles = ("I", "II") if roman else ("1", "2")
    labels = [(article, sign) for article in articles for sign in signs]
    text = "\n".join(first.format(*label) + said for label, said in zip(labels, (*SAID, "The towns pay."), strict=True))
    assert numbers(text) == [f"{article}.{sign}" for article, sign in labels]


def test_paragraphs_behind_a_label_that_is_printed_once() -> None:
    """The first stands beside the label, the others below it."""
    assert numbers(f"Article I (1) {SAID[0]}\n(2) {SAID[1]}\nArticle II (1) {SAID[2]}\n(2) {SAID[0]}") == [
        "I.1",
        "I.2",
        "II.1",
        "II.2",
    ]


@pytest.mark.parametrize("again", ["Option {}bis: ", "Option {} bis. ", "Alternative {}bis: ", "[Option {}ter: "])
def test_an_option_put_in_behind_another(again: str) -> None:
    """It stands beside the one whose number it has, never below it."""
    word = again.strip("[").split()[0]
    text = f"4. {SAID[0]}\n{word} 3: {SAID[1]}\n{again.format(3)}{SAID[2]}\n{word} 4: {SAID[0]}"
    assert [number.count(".") for number in numbers(text)] == [0, 1, 1, 1]


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("3. Kapitel Schluss", "chapter"), ("2. Abschnitt Von den Lotsen", "section"), ("Zweiter Teil Der Hafen", "part"),
        ("2. Fejezet Hajók", "chapter"), ("1. Title to goods passes at the gate", "number"), ("2. Section heads report", "number"),
        ("1. Teil der Kosten trägt der Bund.", "number"), ("2. Kapitel und Zinsen", "number"),
    ],
)  # fmt: skip
def test_a_number_before_its_word_and_a_title(label: str, expected: str) -> None:
    """What such a title looks like; in English and in sentences it is a number alone."""
    marker = find_marker(label)
    assert marker is not None
    assert marker.kind == expected


@pytest.mark.parametrize("label", ["Article premier", "Artículo primero", "Part one", "Chapter two"])
def test_a_number_word_and_what_stands_behind_it(label: str) -> None:
    """A capital letter behind the word begins the article."""
    marker = find_marker(f"{label} The towns agree.")
    assert marker is not None
    assert marker.token == label.split()[1]
    assert find_marker(f"{label} thing is sure") is None


@pytest.mark.parametrize("ending", ["of—", "to —", "with–", "that—", "of:", "of"])
def test_a_list_behind_a_dash(ending: str) -> None:
    """A dash opens a list whatever word stands before it; without one the line goes on, and the number belongs to it."""
    text = f"1. The clerk tells the town {ending}\n  (a) each toll;\n  (b) each raft.\n2. {SAID[0]}\n"
    assert (numbers(text) == ["1", "1.a", "1.b", "2"]) is (ending != "of")


@pytest.mark.parametrize(
    ("title", "far"), [("Rights of the clerk", True), ("RAFTS", True), ("Of tolls and rafts", True), (SAID[1], False)]
)
def test_articles_whose_middle_was_cut(title: str, far: bool) -> None:
    """A number far behind the last is one where it stands before a title, by itself behind a blank line."""
    text = f"3. Tolls\n\n(1) {SAID[0]}\n(2) {SAID[1]}\n\n49. {title}\n\n(1) {SAID[2]}\n(2) {SAID[0]}\n"
    assert ("49.1" in numbers(text)) is far


@pytest.mark.parametrize("opening", ["{{{} {}: ", "[{} {}: ", "[{{{} {}: ", "{} {}: "])
@pytest.mark.parametrize("word", ["Option", "Alternative", "Variant"])
def test_options_in_brackets_and_behind_a_number(opening: str, word: str) -> None:
    """In braces, in square brackets, on the line of the number that they are options of."""
    first, second = (opening.format(word, n) for n in (1, 2))
    text = f"Article 3\n4. {first}{SAID[0]}\n{second}{SAID[1]}\n5. {SAID[2]}\n"
    assert numbers(text) == ["3.4.option 1", "3.4.option 2", "3.5"]
    plan = parse_plan(text)
    assert plan.placed == plan.words
    assert {point.within for point in plan.points} == {"3"}  # an option is no article


@pytest.mark.parametrize("again", ["{} alt. ", "{} alt ", "{} alt 2. ", "{} Alt. ", "{} alt.2 "])
def test_an_alternative_of_a_paragraph_or_an_article(again: str) -> None:
    """ "4 alt." stands beside 4, "Article 4 alt" beside article 4."""
    text = f"Article 3\n4. {SAID[0]}\n{again.format(4)}{SAID[1]}\n5. {SAID[2]}\nArticle 3 alt\n1. {SAID[0]}\n"
    found = numbers(text)
    assert [number.count(".") for number in found] == [1] * 4
    assert [number.split(".")[0] for number in found] == ["3", "3", "3", "3 alt"]
    assert len(set(found)) == 4


def test_options_side_by_side() -> None:
    """The second option stands where the first does; letters inside figures; the list goes on behind them."""
    text = (
        "Article 3\n1. Aim.\n2. Money:\n\nOption 1:\nEach pays.\n\nOption 2:\n\nOption (a): The fund pays.\n\n"
        "Option (b): The bank pays.\n\n3. End.\n"
    )
    assert numbers(text) == ["3.1", "3.2", "3.2.option 1", "3.2.option 2.option a", "3.2.option 2.option b", "3.3"]


@pytest.mark.parametrize(
    ("labels", "expected"),
    [
        ("① ② ③", "1 2 3"), ("а) б) в)", "а б в"), ("(α) (β) (γ)", "α β γ"), ("(أ) (ب) (ج)", "أ ب ج"), ("A-1. A-2. A-3.", "A-1 A-2 A-3"),
        ("1(a) 1(b) 1(c)", "1.a 1.b 1.c"), ("{1} {2} {3}", "1 2 3"), ("1º 2º 3º", "1 2 3"), ("1.- 2.- 3.-", "1 2 3"),
        ("1/ 2/ 3/", "1 2 3"), ("1a. 1b. 2.", "1a 1b 2"), ("First: Second: Third:", "First Second Third"), ("I.— II.— III.—", "I II III"),
        ("[1] [2] [3]", "1 2 3"), ("<1> <2> <3>", "1 2 3"), ("«1» «2» «3»", "1 2 3"),
        ("〔1〕 〔2〕 〔3〕", "1 2 3"), ("【1】 【2】 【3】", "1 2 3"),
        ("¶1 ¶2 ¶3", "1 2 3"), ("¶1. ¶2. ¶3.", "1 2 3"),
    ],
)  # fmt: skip
def test_rarer_forms_of_numbers(labels: str, expected: str) -> None:
    """Each opens a point."""
    points = parse_plan(build_text(labels.split(), " ")).points
    assert [p.number for p in points] == expected.split()
    assert [p.text.strip("—") for p in points] == list(SAID)


def test_framed_numbers_that_a_text_refers_to_are_footnotes() -> None:
    """[1] behind a word, and [1] before its note."""
    plan = parse_plan("1. The fee is low.[1]\n2. The gate shuts.\n\n[1] Alba reserves.\n")
    assert [p.number for p in plan.points] == ["1", "2"]
    assert [(p.part, p.text) for p in plan.parts] == [("footnote", "Alba reserves.")]


def test_sections_that_carry_their_articles_number() -> None:
    """Section 5.1 of article 5 is 5.1; plain numbers above decimals open points too."""
    assert numbers("ARTICLE 5. PAY\n\nSection 5.1. Rates.\n\nSection 5.2. Nights.\n\nARTICLE 6. LEAVE\n\nSection 6.1. Ten.\n") == [
        "5.1", "5.2", "6.1",
    ]  # fmt: skip
    assert numbers("1 Aim\n\n1.1 Fish.\n\n1.2 Crab.\n\n2 Money\n\n2.1 Fees.\n") == ["1", "1.1", "1.2", "2", "2.1"]


def test_a_number_that_a_printer_counts_twice() -> None:
    """Both are points; nothing is swallowed."""
    assert numbers("Article 1\n\n1. One.\n\n2. Two.\n\n2. Two again.\n\n3. Three.\n") == ["1.1", "1.2", "1.2", "1.3"]


@pytest.mark.parametrize(
    "line", ["2. Paragraph 1 holds as set out in", "5 per cent more", "1945—the year", "Nr. is short", "First of all"]
)
def test_lines_that_only_look_so(line: str) -> None:
    """A number before a label's word, years, ordinals in a sentence: no label."""
    marker = find_marker(line)
    assert marker is None or marker.kind == "number"
    assert marker is None or marker.length <= 3


def test_values_of_number_words() -> None:
    """In several languages, tens with units too."""
    assert [label_value(w) for w in ("Seven", "Zweiter", "TERCERO", "الرابعة", "twenty-first", "Forty two", "XIV", "c")] == [
        7, 2, 3, 4, 21, 42, 14, 3,
    ]  # fmt: skip
    assert label_value("Recalling") == 0


def test_rows_of_the_table_name_their_language() -> None:
    """Three cells each; a word has one kind."""
    words = [
        (word, kind) for kind, some in label_rows() for word in some if kind not in {"ordinal", "letters", "count"}
    ]
    assert len({word for word, _ in words}) == len(words)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. One:\n(b) the boats;\n(c) the rafts.\n2. Two.\n", "1 1.b 1.c 2"),
        ("Article 3\n\nb) boats;\n\nc) rafts.\n", "3.b 3.c"),
        ("1. As in the list under\n(b) of the act.\n2. Two.\n", "1 2"),
        ("1. One.\n(c) See below.\n2. Two.\n(a) Boats.\n(b) Rafts.\n", "1 2 2.a 2.b"),
    ],
)
def test_a_list_whose_first_item_was_cut(text: str, expected: str) -> None:
    """It begins where its next item follows; a lone letter opens nothing."""
    assert numbers(text) == expected.split()


def test_a_pdf_has_the_points_of_its_text() -> None:
    """Page breaks, headers and pages' numbers lose and add no point, wherever a page ends."""
    text = generate_treaty(6_000)
    document, _ = read_document("a.pdf", data=build_pdf(text), language="en")
    assert document is not None
    assert [p.number for p in cut_document(document).points] == numbers(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1. The Council decides that\n(a) boats pass;\n(b) aid comes;\n2. It stays seized.\n", "1 1.a 1.b 2"),
        ("1. The fee is paid by\n2. The gate is kept by\n3. Ends.\n", "1 2 3"),
    ],
)
def test_paragraphs_of_word_go_on_in_no_other(text: str, expected: str) -> None:
    """Where each line is a paragraph a number opens a point whatever the line before ends with; in wrapped text it may not."""
    assert [p.number for p in parse_plan(text, whole=True).points] == expected.split()
    assert numbers(text) != expected.split()
    stream = build_word("".join(paragraph(line) for line in text.splitlines()))
    document, _ = read_document("a.docx", data=stream, language="en")
    assert document is not None
    assert [p.number for p in cut_document(document).points] == expected.split()


@pytest.mark.parametrize(
    "text",
    [
        "[Alba: The toll is [5] percent.] [Boria: There is no toll.]",
        "The gate is open.[^1] [At night]",
        "It is shut. Nobody pays",
        "(It is open.)",
    ],
)
def test_a_short_sentence_below_a_label_is_no_heading(text: str) -> None:
    """It is the article's words: with brackets, footnotes and two sentences too."""
    plan = parse_plan(f"Article 1\n\n{text}\n\nArticle 2\n\nUse of terms\n\nA gate is a lock.\n")
    assert [(p.number, p.text) for p in plan.points] == [("1", text), ("2", "A gate is a lock.")]
    assert plan.points[1].heading == "Use of terms"


def test_footnotes_of_markdown_are_text() -> None:
    """A reservation in a footnote is a part of the plan, and so is where a link leads; neither is of the last point."""
    text = "1. The gate is open.[^1] See [the map][m].\n\n[^1]: Boria reserves its position.\n\n[m]: https://ports.example/map\n"
    document, _ = read_document("a.md", data=text.encode(), language="en")
    assert document is not None
    plan = cut_document(document)
    assert [(p.part, p.text) for p in plan.parts] == [
        ("footnote", "Boria reserves its position."),
        ("footnote", "https://ports.example/map"),
    ]
    assert plan.words == plan.placed
