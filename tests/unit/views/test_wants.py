"""Who wants what: voices, gaps, who is not heard, and what blocks."""

from __future__ import annotations

from zopa.views.first_page import build_first_page
from zopa.views.wants import build_wants, find_unheard, find_unplaced, short

from .checking import false_quotes, section_pieces, text_of
from .stories import Story, material, person

ANA = person("Ana Brod", "Velmar")


def cells(*stories: Story) -> dict[tuple[str, str], str]:
    """(row, column) -> the cell as one string; every quotation checked."""
    section = build_wants(material(*stories))
    assert not false_quotes(section_pieces(section))
    assert section.table
    return {
        ("".join(p.text for p in head.pieces), column): "".join(piece.text for piece in cell)
        for head, row in section.table.rows
        for column, cell in zip(section.table.columns[1:], row, strict=True)
    }


def test_the_author_tells() -> None:
    """An exclamation mark where the author says what a party wants; a gap in the other's cell."""
    table = cells(Story("a", "Velmar demands the lower dam. Ostrana rejects a river treaty."))
    assert table["lower dam", "Velmar"] == "!A demands the lower dam"
    assert table["lower dam", "Ostrana"] == "not found"
    assert table["river treaty", "Ostrana"] == "!A rejects a river treaty"


def test_reported_speech_of_the_party() -> None:
    """A tilde where the party itself is reported."""
    table = cells(Story("a", "Velmar said that it wants the lower dam. Ostrana rejects the lower dam."))
    assert table["lower dam", "Velmar"].startswith("~A wants the lower dam")


def test_what_another_side_says_is_never_the_partys_voice() -> None:
    """A claim of one side about another carries the ring, whoever it is."""
    table = cells(Story("a", "Ostrana said that Velmar demands the lower dam. Ostrana rejects the lower dam."))
    assert table["lower dam", "Velmar"] == "°A demands the lower dam"


def test_equal_words_are_shown_once_and_no_more_than_two() -> None:
    """A cell stays a cell."""
    texts = [
        "Velmar demands the lower dam.",
        "Velmar demands the lower dam.",
        "Velmar seeks the lower dam.",
        "Velmar wants the lower dam.",
    ]
    table = cells(*(Story(f"d{n}", f"{text} Ostrana rejects the lower dam.") for n, text in enumerate(texts)))
    assert table["lower dam", "Velmar"] == "!A demands the lower dam; !C seeks the lower dam"


def test_what_is_no_want_fills_no_cell() -> None:
    """A fact, a condition, the talks themselves and people are nobody's position."""
    text = "Velmar built the dam. If Velmar demanded the valley, Ostrana would leave. Velmar wants talks. Velmar wants Ostrana."
    section = build_wants(material(Story("a", text)))
    assert section.table is None
    assert [piece.tone for piece in section.lines[0].pieces] == ["gap"]


def test_rows_are_ranked_by_how_many_parties_speak_to_them() -> None:
    """The issue to which both speak comes before one to which one does."""
    table = cells(Story("a", "Velmar wants a new road. Velmar demands the lower dam. Ostrana rejects the lower dam."))
    assert [row for row, column in table if column == "Velmar"] == ["lower dam", "new road"]


def test_unheard_are_parties_without_a_quoted_speaker() -> None:
    """Reported speech is no hearing; a quotation is; alphabetical."""
    story = Story("a", "Velmar demands the lower dam. Ostrana rejects the lower dam. “No,” Ana Brod said.")
    assert find_unheard(material(story)) == ["Ostrana", "Velmar"]
    story.say("“No,” Ana Brod said.", "No,", speaker=ANA)
    assert find_unheard(material(story)) == ["Ostrana"]


def test_a_party_of_no_name_is_never_told_to_be_unheard() -> None:
    """ "The union" may be quoted under the name that it has elsewhere."""
    other = Story("a", "Velmar demands the lower dam. The dockers rejected the lower dam. “No,” Ana Brod said.")
    other.say("“No,” Ana Brod said.", "No,", speaker=ANA)
    assert "dockers" in material(other).negotiating
    assert find_unheard(material(other)) == []


def test_while_a_voice_has_no_side_nobody_is_told_to_be_unheard() -> None:
    """A quoted speaker of unknown side may be anybody's; an analyst is nobody's."""
    story = Story("a", "Velmar demands the lower dam. Ostrana rejects the lower dam. “No,” Ana Brod said.")
    story.say("“No,” Ana Brod said.", "No,", speaker=person("Ana Brod"))
    assert find_unheard(material(story)) == []
    assert [speaker.name for speaker in find_unplaced(material(story))] == ["Ana Brod"]
    other = Story("a", "Velmar demands the lower dam. Ostrana rejects the lower dam. “No,” a source said.")
    other.say("“No,” a source said.", "No,", speaker=person("source", anonymous=True))
    assert find_unheard(material(other)) == ["Ostrana", "Velmar"]


def test_a_quotation_that_is_given_to_nobody_may_be_anybodys() -> None:
    """Words in quotation marks with a verb of saying behind them, and no speaker read."""
    story = Story(
        "a",
        "Velmar demands the lower dam. Ostrana rejects the lower dam. “We will not give up the dam,” said somebody.",
    )
    assert find_unheard(material(story)) == []


def test_long_names_are_cut_at_a_word() -> None:
    """Columns and rows stay readable."""
    assert short("Velmar", 24) == "Velmar"
    assert short("the union of the river boatmen and rafters", 24) == "the union of the river …"


def blocks(*texts: str) -> list[str]:
    page = build_first_page(material(*(Story(f"d{n}", text) for n, text in enumerate(texts))), "Saro")
    section = next(s for s in page.sections if s.key == "blocks")
    return [text_of(line) for line in section.lines]


def test_a_demand_against_a_refusal_blocks() -> None:
    """Who asks and who refuses, each with its words, across documents."""
    assert blocks("Velmar demands the lower dam.", "Ostrana rejects the lower dam.") == [
        "Lower dam: asked for by Velmar (A demands the lower dam); refused by Ostrana (B rejects the lower dam)."
    ]


def test_a_complaint_about_a_refusal_blocks_in_one_voice() -> None:
    """Where only the other side tells of the refusal, the line says whose word it is."""
    assert blocks("Velmar demands a new road. Velmar said that Ostrana refuses the water shares.") == [
        "Water shares: refused by Ostrana, as Velmar says (A refuses the water shares)."
    ]


def test_two_issues_are_no_block() -> None:
    """A refusal of something else blocks nothing; that both sides were heard is said by what was looked for."""
    assert blocks("Velmar demands a new road. Ostrana rejects the lower dam.") == [
        "No issue was recognised on which one side wants what another refuses; the texts may tell one."
    ]


def test_without_two_sides_nothing_is_said_of_blocks() -> None:
    """Where no two sides are known to want anything, that is what is said."""
    assert blocks("Velmar demands a new road.") == [
        "What blocks cannot be told: no two sides are found to want or refuse anything here."
    ]
