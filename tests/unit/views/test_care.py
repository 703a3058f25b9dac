"""Handle with care: one line a kind of trouble, each naming documents and opening passages."""

from __future__ import annotations

from zopa.sources import Mark
from zopa.text import Oddity
from zopa.views.care import build_care

from .checking import false_quotes, line_pieces, text_of
from .stories import Story, finding, long_text, material, person


def care(*stories: Story) -> list[str]:
    lines = build_care(material(*stories))
    assert not false_quotes(line_pieces(lines))
    return [text_of(line) for line in lines]


def test_paraphrases_in_quotation_marks() -> None:
    """Third person inside quotation marks is told as a paraphrase, with the speaker and the words; two at most."""
    text = "“She will not lower the dam,” Ana Brod said. "
    story = Story("a", text + "“She never will,” Ana Brod said. “She does not,” Ana Brod said.")
    for words in ("She will not lower the dam", "She never will", "She does not"):
        story.say(f"“{words},” Ana Brod said.", words, speaker=person("Ana Brod"), status="paraphrase")
    lines = [line for line in care(story) if "third person" in line]
    assert lines[0] == (
        "A puts Brod in quotation marks, but in the third person: a paraphrase, not Brod’s words (She will not lower the dam)."
    )
    assert len(lines) == 2


def test_contradictions_inside_one_document() -> None:
    """Two who alone can do it, and two figures for one measure, in the document's own words; other findings are not told."""
    text = "Only Velmar can open the dam. They add that only Ostrana could do it. It holds 3 boats. Nobody swims. It holds 9 boats."
    story = Story("a", text)
    texts = text.replace(". ", ".|").split("|")
    one, two, three, _, nine = (story.say(sentence) for sentence in texts)
    words = story.find("Only Velmar can"), story.find("only Ostrana could")
    alone = finding("contradicted", "Who alone can?", one, two, slot="agent", marked=words)
    boats = story.find("3 boats"), story.find("9 boats")
    figures = finding("contradicted", "boats", three, nine, slot="figure", marked=boats)
    other = Story("b", "It holds 4 boats.")
    between = finding("contradicted", "boats", three, other.say("It holds 4 boats."), slot="figure")
    lines = [text_of(line) for line in build_care(material(story, other, findings=[alone, figures, between]))]
    assert "A says both Only Velmar and only Ostrana can." in lines
    assert "A gives two figures for boats: 3 boats and 9 boats." in lines
    assert sum("boats" in line for line in lines) == 1


def test_a_denial_told_in_one_document_is_no_contradiction_of_its_own() -> None:
    """Whoever tells what is said and who denies it stands between the accounts, not against itself."""
    story = Story("a", "Velmar opened the dam. Ostrana denied it.")
    said = story.say("Velmar opened the dam."), story.say("Ostrana denied it.")
    rows = [finding("contradicted", "denied by Ostrana", *said, slot="denial")]
    told = material(story, findings=rows)
    assert told.findings("contradicted") == rows
    assert told.inner_contradictions == []


def test_a_body_that_stands_twice() -> None:
    """A document that repeats itself is named, and its mark opens."""
    text = "The dam stands. The dam stands."
    story = Story("a", text, marks=[Mark(16, len(text), "repeats an earlier passage")])
    lines = build_care(material(story))
    assert text_of(lines[0]) == "A holds its body twice; it is counted once."
    assert lines[0].pieces[0].passages[0].text == "The dam stands."


def test_copies_of_one_text() -> None:
    """Copies are named by their letters."""
    text = long_text("dam")
    lines = care(Story("one", text), Story("other", long_text("harvest")), Story("copy", text))
    assert "Copies of one text, counted once: A and C." in lines


def test_look_alike_letters() -> None:
    """Letters of another script that look Latin are pointed at, document by document."""
    stories = [
        Story(name, "The p\u0430y.", marks=[Mark(4, 7, "look-alike letters: Cyrillic", left_out=False)])
        for name in "ab"
    ]
    stories[1].document = Story(
        "b", "A p\u0430y of its own.", marks=[Mark(2, 5, "look-alike letters", left_out=False)]
    ).document
    assert "Letters of another script that look Latin: A, B." in care(*stories)


def test_originators_and_the_unknown() -> None:
    """Documents that go back to one originator count once; one alone is told with its document."""
    assert care(Story("a", "The dam."), Story("b", "The valley.")) == []
    two = [Story(name, f"The {name} dam.", originator="Reuters") for name in "ab"]
    assert care(*two, Story("c", "The hill.", originator="AFP")) == ["Goes back to: A Reuters; B Reuters."]
    assert care(Story("a", "The dam.", originator="Reuters"), Story("b", "The valley.")) == []  # nothing counts once


def test_offices_that_the_table_has_otherwise() -> None:
    """The words of the text beside what the table of office-holders has; two at most; spellings are not told here."""
    story = Story("a", "President Brod spoke. Premier Lind spoke. King Sten spoke. Anna Brod spoke.")
    known = {"President Brod": "envoy", "Premier Lind": "minister", "King Sten": "prince"}
    story.oddities = [Oddity("office", story.find(words), "x", words, office) for words, office in known.items()]
    story.oddities.insert(0, Oddity("spelling", story.find("Anna Brod"), "Ana Brod", "Anna Brod", "Ana Brod"))
    told = [line for line in care(story) if "table of office-holders" in line]
    assert told == [
        "A writes President Brod; the table of office-holders has: envoy.",
        "A writes Premier Lind; the table of office-holders has: minister.",
    ]
