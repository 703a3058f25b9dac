"""Behind the first page: speakers, figures, timeline, documents."""

from __future__ import annotations

from zopa.sources import Mark
from zopa.views.annex import build_documents, build_figures, build_speakers, build_timeline

from .checking import false_quotes, line_pieces, section_pieces, text_of
from .stories import Story, long_text, material, person


def speeches(*rows: tuple[str, str | None, bool]) -> Story:
    story = Story("a", " ".join(f"“Word {n}” stands here." for n in range(len(rows))))
    for n, (name, party, anonymous) in enumerate(rows):
        story.say(f"“Word {n}” stands here.", f"Word {n}", speaker=person(name, party, anonymous=anonymous))
    return story


def test_speakers_by_party_then_name_unnamed_last() -> None:
    """Parties alphabetical, then those of no party, then the unnamed, even where they belong to a party."""
    story = speeches(
        ("officials", "Ostrana", True), ("Zoe Ark", None, False), ("Mia Tor", "Velmar", False),
        ("Ana Brod", "Velmar", False), ("Oto Lind", "Ostrana", False), ("Mia Tor", "Velmar", False),
    )  # fmt: skip
    entries = build_speakers(material(story))
    assert [e.name for e in entries] == ["Oto Lind", "Ana Brod", "Mia Tor", "Zoe Ark", "officials"]
    assert [len(e.lines) for e in entries] == [1, 1, 2, 1, 1]
    assert entries[2].party == "Velmar"
    assert text_of(entries[2].lines[1]) == "A Word 5 (quoted)"


def test_what_is_said_carries_how_it_is_known() -> None:
    """Form, status, hedge, inferred name and chain stand behind the words; the author's own voice is no speaker."""
    story = Story("a", "She reportedly said that it is done. The dam is high.")
    story.say(
        "She reportedly said that it is done.", "it is done", form="reported", hedged=True, status="paraphrase",
        speaker=person("Ana Brod", inferred=True), reported_by=("Gazette",), also_said_by=("Oto Lind",),
    )  # fmt: skip
    story.say("The dam is high.")
    (entry,) = build_speakers(material(story))
    assert text_of(entry.lines[0]) == (
        "A it is done (reported, paraphrase, hedged, name inferred, as told by Gazette, also given to Oto Lind)"
    )


def test_a_fragment_is_not_told_beside_its_sentence() -> None:
    """The reported sentence stands for the fragment inside it; a fragment whose sentence is another's stays."""
    story = Story("a", "She called the dam “a gift” to all.")
    whole = story.say(story.document.text, speaker=person("Ana Brod"))
    story.say(story.document.text, "a gift", speaker=person("Ana Brod"), within=whole.id)
    story.say(story.document.text, "to all", speaker=person("Oto Lind"), within=whole.id)
    assert {e.name: len(e.lines) for e in build_speakers(material(story))} == {"Ana Brod": 1, "Oto Lind": 1}


def measured(name: str, text: str, *figures: tuple[str, float, str, str]) -> Story:
    story = Story(name, text)
    story.say(text, figures=tuple(story.figure(*row) for row in figures))
    return story


def test_figures_of_few_documents_stand_side_by_side() -> None:
    """One row for each measure, one column for each document; what one does not give is a gap; the common ones first."""
    one = measured("a", "Six hours, 40,000 men.", ("Six hours", 6, "hour", "talks"), ("40,000", 40000, "", "men"))
    two = measured("b", "Talks of 4 hours.", ("4 hours", 4, "hour", "talks"))
    section = build_figures(material(one, two))
    assert section.table
    assert section.table.columns == ("What is measured", "A", "B")
    rows = [(text_of(head), ["".join(p.text for p in cell) for cell in cells]) for head, cells in section.table.rows]
    assert rows == [("talks", ["Six hours", "4 hours"]), ("men", ["40,000", "not found"])]
    assert section.table.rows[1][1][1][0].tone == "gap"
    assert not false_quotes(section_pieces(section))


def test_figures_of_many_documents_are_lines() -> None:
    """From five documents on each value has its line, with its letter; equal values of one document once."""
    stories = [measured(n, f"The {n} talks: 4 hours.", ("4 hours", 4, "hour", "")) for n in "abcde"]
    stories[0].say(stories[0].document.text, "4 hours", figures=(stories[0].figure("4 hours", 4, "hour"),))
    section = build_figures(material(*stories))
    assert section.table is None
    assert [text_of(line) for line in section.lines] == [f"hour: 4 hours {letter}" for letter in "ABCDE"]
    assert not false_quotes(section_pieces(section))


def test_no_figure_is_a_gap() -> None:
    """Said, not left blank."""
    assert (
        text_of(build_figures(material(Story("a", "None."))).lines[0])
        == "No figure was found in the documents that zopa reads."
    )


def test_timeline_earliest_first() -> None:
    """By first day, then last day; a span shows both; what cannot be resolved is left to the text."""
    text = "On 9 March they met. In March they talked. Once they fought. On 1 March it rained."
    story = Story("a", text)
    story.say("On 9 March they met.", dates=(story.day("9 March", "2031-03-09"),))
    story.say("In March they talked.", dates=(story.day("In March", "2031-03-01", "2031-03-31", "month"),))
    story.say("Once they fought.", dates=(story.day("Once", None),))
    story.say("On 1 March it rained.", dates=(story.day("1 March", "2031-03-01"),))
    section = build_timeline(material(story))
    assert [text_of(line) for line in section.lines] == [
        "2031-03-01: A On 1 March it rained.",
        "2031-03-01 to 2031-03-31: A In March they talked.",
        "2031-03-09: A On 9 March they met.",
    ]
    assert not false_quotes(section_pieces(section))
    assert (
        text_of(build_timeline(material(Story("a", "None."))).lines[0])
        == "No date was found in the documents that zopa reads."
    )


def test_documents_tell_what_was_guessed_and_on_what() -> None:
    """Each guess with its evidence, what is unknown as unknown, how much was analysed, the originator."""
    text = "Share this. The dam stands."
    story = Story("a", text, author="Ina Maro", originator="Reuters", marks=[Mark(0, 11, "navigation")])
    (entry,) = build_documents(material(story))
    facts = {what: (value, evidence) for what, value, evidence in entry.facts}
    assert entry.letter == "A"
    assert facts["Author"] == ("Ina Maro", "given")
    assert facts["Title"] == ("unknown", "")
    assert facts["Originator"] == ("Reuters", "named in the text")
    assert facts["Analysed"] == ("3 words", "11 characters left out, marked in the text below")
    assert facts["File"] == ("a.txt", "text, utf-8; sha256 aaaaaaaa…")
    (bare,) = build_documents(material(Story("b", "x")))
    assert ("Originator", "unknown", "no name of a wire or another source was found in the text") in bare.facts


def test_documents_tell_what_they_share() -> None:
    """The share of each in the other, with the letter that opens the shared passage of its own."""
    text = long_text("dam")
    first, second = build_documents(material(Story("one", text), Story("two", text)))
    assert text_of(first.overlaps[0]) == "100% of it stands word for word in B."
    assert text_of(second.overlaps[0]) == "100% of it stands word for word in A."
    assert {p.source for piece in line_pieces(second.overlaps) for p in piece.passages} == {"two"}


def test_what_a_document_shares_most_of_stands_first() -> None:
    dam, road = long_text("dam"), long_text("road", 12)
    whole, little, much = build_documents(
        material(Story("whole", f"{dam}\n\n{road}"), Story("little", road), Story("much", dam))
    )
    assert [text_of(line).rsplit(" ", 1)[1] for line in whole.overlaps] == ["C.", "B."]
    assert len(little.overlaps) == len(much.overlaps) == 1
