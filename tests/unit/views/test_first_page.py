"""The first page: at most forty numbered lines, in the order of the questions, every quotation exact."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from zopa.accounts.theses import is_commentary
from zopa.views.first_page import MAX_LINES, _without_repeats, build_first_page, number_sections
from zopa.views.types import Line, Piece, Section, Table

from .checking import false_quotes, section_pieces, text_of
from .stories import Story, finding, long_text, material, person

if TYPE_CHECKING:
    from zopa.views import FirstPage, Material

ORDER = [
    "bottom", "both", "contradict", "halves", "wants", "offers", "terms", "process", "deadlines", "theses", "omissions", "unheard",
    "blocks", "find-out", "care",
]  # fmt: skip


def page_of(told: Material) -> FirstPage:
    page = build_first_page(told, "Saro talks")
    for section in page.sections:
        assert not false_quotes(section_pieces(section))
    return page


def lines_of(told: Material, key: str) -> list[str]:
    section = next((s for s in page_of(told).sections if s.key == key), None)
    return [text_of(line) for line in section.lines] if section else []


def numbers_of(page: FirstPage) -> list[int | None]:
    """All numbers in reading order: the lines of a section, then the rows of its table."""
    return [
        line.number
        for section in page.sections
        for line in (*section.lines, *(head for head, _ in (section.table.rows if section.table else ())))
    ]


def crowded() -> Material:
    """More of everything than a page has room for."""
    matters = "soldiers, valley, grain, gold, roads, voters and boats"
    text = " ".join(
        f"Velmar demands dam {n}, {matters} {n}. Ostrana rejects dam {n}, {matters} {n}. Tolmin wants dam {n}, {matters} {n}. "
        f"List {n} comes before talks {n}. Velmar met Ostrana without K{n}."
        for n in range(20)
    )
    one, two = Story("a", text), Story("b", text.replace("Velmar met", "Then Velmar met") + long_text("harvest"))
    for story in (one, two):
        for n in range(20):
            for verb, party in (("demands", "Velmar"), ("rejects", "Ostrana")):
                sentence = f"{party} {verb} dam {n}, {matters} {n}."
                story.say(sentence, party=party, subject=party, act=verb.removesuffix("s"))
            story.gate(f"List {n} comes before talks {n}.", f"List {n}", f"talks {n}")
            story.meet(f"Velmar met Ostrana without K{n}.", "Velmar", "Ostrana", absent=(f"K{n}",))
            for status in ("held", "reported", "cancelled", "refused", "planned"):
                story.meet(f"List {n} comes before talks {n}.", f"P{n}", f"Q{n}", status=status)
    relations = ("corroborated", "contradicted", "opposed-judgement", "selective-quotation")
    pairs = list(zip(one.statements[:30], two.statements[:30], strict=True))
    rows = [finding(relation, f"Matter {n}", a, b) for n, (a, b) in enumerate(pairs) for relation in relations]
    return material(one, two, findings=rows)


def test_at_most_fortynumber_sections_lines() -> None:
    """However much there is; every line and every row of a table is numbered, one after another."""
    page = page_of(crowded())
    numbers = numbers_of(page)
    assert numbers == list(range(1, len(numbers) + 1))
    assert (
        22 < len(numbers) <= MAX_LINES == 40
    )  # number_sections has its own test: a crowded page cuts its longest section


def test_gaps_keep_their_place_on_a_crowded_page() -> None:
    """Who is not heard and what blocks are said however much else there is."""
    keys = [section.key for section in page_of(crowded()).sections]
    assert keys == [key for key in ORDER if key in keys]
    assert {"bottom", "both", "contradict", "wants", "process", "unheard", "blocks"} <= set(keys)


def test_lines_behind_the_fortieth_are_cut_not_renumbered() -> None:
    """Numbers run on through the table and stop at the last line that has room."""
    page = page_of(crowded())
    wants = next(s for s in page.sections if s.key == "wants")
    before = [line.number for s in page.sections[: page.sections.index(wants)] for line in s.lines]
    assert wants.table
    assert wants.table.rows[0][0].number == len(before) + 1
    assert all(b == a + 1 for a, b in pairwise(n for n in numbers_of(page) if n))


def test_no_document_says_anything() -> None:
    """Documents without any statement give a page of gaps, not an empty one."""
    page = page_of(material(Story("a", "x"), Story("b", "y")))
    said = {s.key: [text_of(line) for line in s.lines] for s in page.sections}
    assert list(said) == ["bottom"]
    assert said["bottom"][0] == ("No wording known to zopa for an outcome was found in the documents that it reads.")
    assert text_of(page.standfirst[-1]) == (
        "zopa recognises only a part of what texts tell: what does not stand here may stand in them. "
        "A deal cannot be computed from documents alone: that needs a case with each side's values."
    )


def test_a_single_document() -> None:
    """One document has a page without a comparison, and says so."""
    story = Story("a", "The talks ended without an agreement.", published=None)
    story.say(story.document.text)
    page = page_of(material(story))
    keys = [s.key for s in page.sections]
    assert not {"both", "contradict", "halves"} & set(keys)
    assert text_of(page.standfirst[0]).endswith("1 document of unknown date.")


# -- standfirst -------------------------------------------------------------------------------------------------------


def test_standfirst_counts_dates_and_names() -> None:
    """How many documents, of when, who stands behind each letter."""
    one = Story("a", "x", author="Ina Maro", publisher="Gazette")
    two = Story("b", "y", publisher="Review", published="2031-03-14")
    three = Story("c", "z", title="A dam", published=None)
    told = material(one, two, three, Story("d", "w", published=None))
    lines = [text_of(line) for line in page_of(told).standfirst]
    assert lines[0].endswith("4 documents dated 2031-03-12 to 2031-03-14.")
    assert "graded" in lines[0]
    assert lines[1] == "A = Ina Maro, Gazette.  B = Review.  C = A dam.  D = d."
    assert text_of(page_of(material(one)).standfirst[0]).endswith("1 document dated 2031-03-12.")


def test_many_documents_are_not_listed_at_the_top() -> None:
    """From thirteen on the names stand behind the page."""
    stories = [Story(f"d{n}", f"{n}") for n in range(13)]
    assert len(page_of(material(*stories)).standfirst) == 2
    assert len(page_of(material(*stories[:12])).standfirst) == 3


def opinions(name: str, judged: int, total: int, **guesses: str) -> Story:
    story = Story(name, " ".join(f"Sentence {n} of {name}." for n in range(total)), **guesses)
    for n in range(total):
        story.say(f"Sentence {n} of {name}.", judgement=n < judged)
    return story


def test_commentary_is_told_by_the_share_of_judgements() -> None:
    """A third of at least eight sentences of the author's own; what others say does not count."""
    assert is_commentary(opinions("a", 3, 9).record.statements)
    assert not is_commentary(opinions("a", 2, 9).record.statements)
    assert not is_commentary(opinions("a", 7, 7).record.statements)
    quoted = opinions("a", 0, 9)
    for n in range(9):
        quoted.say(f"Sentence {n} of a.", speaker=person("Ana Brod"), judgement=True)
    assert not is_commentary(quoted.record.statements)


def test_the_page_says_which_read_as_commentary() -> None:
    """By the share of judgements or by the title; all, some or the only one."""
    judged, named = opinions("a", 9, 9), Story("b", "x", title="Opinion: the dam")
    plain = Story("c", "y", title="Analysts meet")

    def top(*stories: Story) -> str:
        return text_of(page_of(material(*stories)).standfirst[0])

    assert top(judged, named).startswith("All read as commentary. ")
    assert top(judged, plain).startswith("A reads as commentary. ")
    assert top(plain, judged, named).startswith("B, C read as commentary. ")
    assert top(named).startswith("It reads as commentary. ")
    assert "commentary" not in top(plain)


# -- findings ---------------------------------------------------------------------------------------------------------


def pair(one: str, two: str, **fields: object) -> tuple[Story, Story]:
    a, b = Story("a", one), Story("b", two)
    a.say(one, **fields)
    b.say(two, **fields)
    return a, b


def test_what_both_say_stands_side_by_side() -> None:
    """Each account's letter before its own words; three documents are several; independence is said to be unknown."""
    a, b = pair("The talks took six hours.", "They talked six hours.")
    marked = (a.find("six hours"), b.find("six hours"))
    row = finding("corroborated", "six hours (talks)", a.statements[0], b.statements[0], slot="figure", marked=marked)
    told = material(a, b, findings=[row])
    assert lines_of(told, "both") == ["Six hours. A The talks took six hours; B They talked six hours."]
    section = next(s for s in page_of(told).sections if s.key == "both")
    assert (section.title, section.note) == ("Both say", "Whether they know it independently of each other is unknown.")
    three = page_of(material(a, b, Story("c", "z"), findings=[row]))
    assert next(s.title for s in three.sections if s.key == "both") == "Several say"


def test_independence_is_left_open_unless_two_originators_are_named() -> None:
    """Two named originators need no warning; one does."""
    a, b = Story("a", "Dam one.", originator="Reuters"), Story("b", "Dam two.", originator="Interfax")
    row = finding("corroborated", "dam", a.say("Dam one."), b.say("Dam two."))
    assert next(s.note for s in page_of(material(a, b, findings=[row])).sections if s.key == "both") == ""


def test_what_is_only_perhaps_one_thing_stands_behind_the_page() -> None:
    """Unless a person has looked at it and says that it is."""
    a, b = pair("Velmar opens the dam.", "The dam is opened by Velmar.")
    row = finding("corroborated", "dam", *a.statements, *b.statements, likely=0.4)
    assert lines_of(material(a, b, findings=[row]), "both") == []
    assert lines_of(material(a, b, findings=[replace(row, likely=0.5)]), "both") != []
    assert lines_of(material(a, b, findings=[replace(row, found_by="person:ann")]), "both") != []


def test_words_of_one_speaker_are_one_originator() -> None:
    """Two who quote one speaker go back to one."""
    a, b = pair("“Good,” said Ana.", "Ana: “Good.”")
    why = "They give one remark of Ana Brod; it goes back to one originator, the speaker."
    row = finding("corroborated", "Ana Brod: “Good”", *a.statements, *b.statements, slot="wording", why=why)
    assert lines_of(material(a, b, findings=[row]), "both")[0].endswith(" One originator, the speaker.")


def test_a_meeting_that_both_tell_of_opens_both_sentences() -> None:
    """The letters open the sentences, which the line does not repeat."""
    a, b = pair("Velmar met Ostrana.", "They met in Brenn.")
    row = finding("corroborated", "velmar met (Brenn)", *a.statements, *b.statements, slot="meeting")
    assert lines_of(material(a, b, findings=[row]), "both") == ["Velmar met (Brenn): A, B."]


def test_contradictions_with_what_softens_them() -> None:
    """What decides it stands behind the sides; judgements and predictions are told to be no facts; contradictions first."""
    a, b = pair("Velmar gave way.", "Velmar gave nothing.")
    said = (*a.statements, *b.statements)
    rows = [
        finding("opposed-judgement", "Worth of the talks", *said, slot="authorship of a judgement"),
        finding("opposed-judgement", "Next round", *said, slot="prediction"),
        finding("contradicted", "any assent by Velmar?", *said, why="One says so; not strictly exclusive."),
    ]
    told = material(a, b, findings=rows)
    assert lines_of(told, "contradict") == [
        "Any assent by Velmar? A Velmar gave way; B Velmar gave nothing. Not strictly exclusive.",
        "Worth of the talks. A Velmar gave way; B Velmar gave nothing. Judgements, not facts.",
        "Next round. A Velmar gave way; B Velmar gave nothing. Predictions, not facts.",
    ]
    section = next(s for s in page_of(told).sections if s.key == "contradict")
    assert [line.tag for line in section.lines] == ["contradicted", "opposed-judgement", "opposed-judgement"]


def test_different_halves_of_one_speaker() -> None:
    """What only one quotes stands behind Only and its letter; two quotations of each at most, the longest."""
    one = Story("a", "“There is no text yet,” Ana said. “Fine,” Ana said. “We shall all see about it,” Ana said.")
    two = Story("b", "“There are great prospects ahead,” Ana said. “Fine,” Ana said.")
    ana = person("Ana Brod", "Velmar")
    said = [
        one.say(f"“{w},” Ana said.", w, speaker=ana)
        for w in ("There is no text yet", "Fine", "We shall all see about it")
    ]
    said.append(two.say("“There are great prospects ahead,” Ana said.", "There are great prospects ahead", speaker=ana))
    row = finding("selective-quotation", "Ana Brod on one occasion, different halves", *said)
    (line,) = lines_of(material(one, two, findings=[row]), "halves")
    assert line == (
        "Brod. Only A: We shall all see about it, There is no text yet. Only B: There are great prospects ahead. "
        "Get the full text of what was said."
    )
    three = Story("c", "Great prospects are ahead, she told them.")
    three.say("Great prospects are ahead, she told them.", "Great prospects are ahead", speaker=ana)
    assert lines_of(material(one, two, three, findings=[row]), "halves") == []  # a third account has one of them
    short = two.say("“Fine,” Ana said.", "Fine", speaker=ana)
    row = finding("selective-quotation", "Ana Brod on one occasion, different halves", said[0], short)
    assert lines_of(material(one, two, findings=[row]), "halves") == []  # one word is no half


# -- gaps -------------------------------------------------------------------------------------------------------------


def heard(*names: tuple[str, str]) -> Story:
    story = Story(
        "a",
        " ".join(f"“Word,” {name} said. {party} demands the dam." for name, party in names)
        + " Ostrana rejects the dam. Ostrana left.",
    )
    for name, party in names:
        story.say(f"“Word,” {name} said.", "Word,", speaker=person(name, party))
    return story


def test_who_is_not_heard() -> None:
    """Parties of whom nobody is quoted are named; where each is, nothing is said."""
    assert lines_of(material(heard(("Ana Brod", "Velmar"))), "unheard")[0] == (
        "No words of theirs, quoted or reported, were found in the documents that zopa reads: Ostrana."
    )
    unplaced = heard(("Ana Brod", "Velmar"))
    unplaced.say("Ostrana rejects the dam.", "rejects the dam", speaker=person("Oto Lind", None), form="reported")
    assert lines_of(material(unplaced), "unheard") == ["Not quoted in the documents that zopa reads: Ostrana."]
    story = heard(("Ana Brod", "Velmar"))
    story.say("Ostrana rejects the dam.", "rejects the dam", speaker=person("Oto Lind", "Ostrana"), form="reported")
    assert lines_of(material(story), "unheard") == [
        "Reported, and not quoted, in the documents that zopa reads: Ostrana."
    ]
    told = lines_of(material(heard(("Ana Brod", "Velmar"), ("Oto Lind", "Ostrana"))), "unheard")
    assert told == []


def test_deadlines_theses_and_omissions() -> None:
    """What is due and when they meet next; the judgement that an opinion text hangs on; what one account does not touch."""
    one = Story(
        "a", "Velmar must answer by 30 March 2031. Velmar demands the lower dam. Ostrana rejects the lower dam."
    )
    one.say("Velmar must answer by 30 March 2031.", dates=(one.day("30 March 2031", "2031-03-30"),))
    two = opinions("b", 9, 9)
    text = (
        " ".join(f"Boat {n} on the valley road is slow." for n in range(8))
        + " Velmar wants a new road. Ostrana seeks grain ships."
    )
    three = Story("c", f"{text} Only the valley road can end the quarrel about the valley.")
    for n in range(8):
        three.say(f"Boat {n} on the valley road is slow.", judgement=True)
    three.say("Only the valley road can end the quarrel about the valley.", judgement=True)
    told = material(one, three)
    assert lines_of(told, "deadlines") == ["30 March 2031: A Velmar must answer by 30 March 2031."]
    assert lines_of(told, "theses") == ["B argues: Only the valley road can end the quarrel about the valley."]
    assert [o.passage.text for o in told.talks.omissions] == ["Ostrana rejects the lower dam"]
    assert lines_of(told, "omissions") == []  # it stands under what blocks
    assert lines_of(material(two), "omissions") == []


def test_what_is_left_out_is_told_where_no_other_line_tells_it() -> None:
    """By the sentence that it quotes, wherever that stands on the page."""
    story = Story("a", "Velmar left. Ostrana stayed.")
    left, stayed = (Line((Piece(words, (story.find(words),), "quote"),)) for words in ("Velmar left", "Ostrana stayed"))
    table = Section("wants", "", table=Table(("", "A"), ((stayed, ((Piece("-"),),)),)))
    for other, kept in ((Section("blocks", "", (left,)), 1), (Section("blocks", "", (stayed,)), 0), (table, 0)):
        _, omissions = _without_repeats(material(story), [other, Section("omissions", "", (stayed,))])
        assert len(omissions.lines) == kept


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "No follow-up talks between Velmar and Ostrana (potentially slated for 20 March 2031) were agreed.",
            "20 March 2031: A No follow-up talks between Velmar and Ostrana (potentially slated for 20 March 2031) were agreed.",
        ),
        (
            "Velmar and Ostrana may meet on 20 March 2031.",
            "20 March 2031: A Velmar and Ostrana may meet on 20 March 2031.",
        ),
    ],
)
def test_a_meeting_spoken_of_is_told_in_the_words_of_the_text(text: str, expected: str) -> None:
    """Not as one that is fixed: the words before the day say how sure it is."""
    story = Story("a", text)
    story.meet(text, "Velmar", "Ostrana", status="planned", date=story.day("20 March 2031", "2031-03-20"))
    assert lines_of(material(story), "deadlines") == [expected]


def test_what_to_find_out_first() -> None:
    """From contradictions, halves, silence and gates, each once."""
    story = heard(("Ana Brod", "Velmar"))
    story.gate("Ostrana left.", "Ostrana", "left")
    said = story.statements[0]
    rows = [
        finding("contradicted", "Who drew up the 7-point text?", said, slot="authorship"),
        finding("contradicted", "Who called off the meeting?", said, slot="agent"),
        finding(
            "contradicted", "denied by Ana Brod", said, slot="denial"
        ),  # who denies what is no question to look into
        finding("selective-quotation", "Ana Brod on one occasion, different halves", said),
        finding("selective-quotation", "Ana Brod on one occasion, different halves", said),
    ]
    assert lines_of(material(story, findings=rows), "find-out") == [
        "the text itself; who called off the meeting; Brod in full; the own words of Ostrana."
    ]


def test_nothing_to_find_out_gives_no_section() -> None:
    """A section without lines is left out."""
    assert lines_of(material(Story("a", "x")), "find-out") == []


def test_a_crowded_page_cuts_its_longest_section() -> None:
    """Forty lines are shared out: the longest section gives up its last lines, and no section loses its first."""
    sections = [
        Section("lines", "Lines", tuple(Line((Piece("x"),)) for _ in range(38))),
        Section(
            "table",
            "Table",
            table=Table(("", "A"), tuple((Line((Piece(f"{n}"),)), ((Piece("-"),),)) for n in range(5))),
        ),
        Section("late", "Late", (Line((Piece("y"),)),)),
    ]
    lines, table, late = number_sections(sections)
    assert [line.number for line in lines.lines] == list(range(1, 35))
    assert table.table
    assert [head.number for head, _ in table.table.rows] == list(range(35, 40))
    assert [line.number for line in late.lines] == [40]


def test_opposite_verdicts_of_the_same_accounts_stand_once() -> None:
    """Whose conduct is judged goes before what is said of the talks; other accounts have a line of their own."""
    stories = [Story(name, "It was fair. It was a farce.") for name in "abc"]
    a, b, c = ([s.say("It was fair."), s.say("It was a farce.")] for s in stories)
    told = [
        finding("opposed-judgement", "How it is judged", a[0], b[1], slot="evaluation"),
        finding("opposed-judgement", "How Norway behaved", a[0], b[1], slot="conduct"),
        finding("opposed-judgement", "How it is judged there", b[0], c[1], slot="evaluation"),
    ]
    (section,) = [s for s in page_of(material(*stories, findings=told)).sections if s.key == "contradict"]
    assert [text_of(line).split(".")[0] for line in section.lines] == ["How Norway behaved", "How it is judged there"]


def test_another_fact_of_a_sentence_has_a_line_of_its_own() -> None:
    """One shared passage of another slot hides nothing; the same slot, or two passages, repeat what was told."""
    stories = [Story(name, "They signed on a five-year pact.") for name in "abc"]
    a, b, c = (s.say("They signed on a five-year pact.") for s in stories)
    told = [
        finding("corroborated", "signed", a, b, slot="act"), finding("corroborated", "five-year", b, c, slot="figure"),
        finding("corroborated", "signed too", b, c, slot="act"), finding("corroborated", "a day", a, b, slot="date"),
    ]  # fmt: skip
    (section,) = [s for s in page_of(material(*stories, findings=told)).sections if s.key == "both"]
    assert len(section.lines) == 2


def test_what_several_say_is_quoted_where_it_stands() -> None:
    """Of two sentences of an account the one that holds the words that decide; a finding told once stands once."""
    stories = [
        Story(name, f"The rise is 6 percent{mark} The night rule stays.") for name, mark in (("a", "."), ("b", "."))
    ]
    said = [[s.say("The night rule stays."), s.say("The rise is 6 percent.")] for s in stories]
    told = finding(
        "corroborated",
        "6 percent",
        said[0][1],
        *said[1],
        slot="figure",
        marked=tuple(s.find("6 percent") for s in stories),
    )
    (section,) = [s for s in page_of(material(*stories, findings=[told, told])).sections if s.key == "both"]
    assert [text_of(line) for line in section.lines] == ["The rise is 6 percent (A, B)."]
