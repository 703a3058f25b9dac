"""Who wants what: voices, gaps, who is not heard, and what blocks."""

from __future__ import annotations

import pytest

from zopa.views.first_page import build_first_page
from zopa.views.wants import build_wants, find_unheard, find_unplaced, short

from .checking import false_quotes, section_pieces, text_of
from .stories import Story, material, person

ANA = person("Ana Brod", "Velmar")


def cells(*stories: Story) -> dict[tuple[str, str], str]:
    """(row, column) -> the cell as one string, with a third side beside two that makes it a table; every quotation checked."""
    section = build_wants(material(*stories, Story("z", "Tolmin wants the lower dam.")))
    assert not false_quotes(section_pieces(section))
    assert section.table
    return {
        ("".join(p.text for p in head.pieces), column): "".join(piece.text for piece in cell)
        for head, row in section.table.rows
        for column, cell in zip(section.table.columns[1:], row, strict=True)
    }


def test_the_author_tells() -> None:
    """An exclamation mark where the author says what a party wants; a gap in the other's cell."""
    text = "Velmar demands the lower dam. Ostrana rejects the lower dam. Ostrana rejects a river treaty."
    table = cells(Story("a", text))
    assert table["lower dam", "Velmar"] == "wants !A Velmar demands the lower dam"
    assert table["river treaty", "Velmar"] == "not found"
    assert table["river treaty", "Ostrana"] == "refuses !A Ostrana rejects a river treaty"


def test_where_the_sides_speak_to_different_things_each_has_a_line() -> None:
    """No table of gaps: a line for what each wants and refuses, parties in alphabetical order, wants before refusals."""
    text = "Velmar refuses the tolls. Ostrana rejects a river treaty. Velmar demands the lower dam."
    section = build_wants(material(Story("a", text)))
    assert section.table is None
    assert [text_of(line) for line in section.lines] == [
        "Ostrana refuses: !A Ostrana rejects a river treaty.",
        "Velmar wants: !A Velmar demands the lower dam.",
        "Velmar refuses: !A Velmar refuses the tolls.",
    ]
    assert not false_quotes(section_pieces(section))
    assert "the author says so" in section.note


def test_one_clause_about_several_things_is_shown_once() -> None:
    """ "Refused to improve wages, pensions and leave" fills one line, not three."""
    section = build_wants(
        material(Story("a", "Velmar refuses the tolls, the levy and the boats. Ostrana rejects a river treaty."))
    )
    assert sum("the levy" in text_of(line) for line in section.lines) == 1
    assert text_of(section.lines[1]).count("refuses the tolls") == 1


def test_reported_speech_of_the_party() -> None:
    """A tilde where the party itself is reported."""
    table = cells(Story("a", "Velmar said that it wants the lower dam. Ostrana rejects the lower dam."))
    assert table["lower dam", "Velmar"].startswith("wants ~A Velmar said that it wants the lower dam")


def test_what_another_side_says_is_never_the_partys_voice() -> None:
    """A claim of one side about another carries the ring, whoever it is."""
    table = cells(Story("a", "Ostrana said that Velmar demands the lower dam. Ostrana rejects the lower dam."))
    assert table["lower dam", "Velmar"] == "wants °A Ostrana said that Velmar demands the lower dam"


def test_equal_words_are_shown_once_and_no_more_than_two() -> None:
    """A cell stays a cell."""
    verbs = ("demands", "demands", "seeks", "wants")
    text = " ".join(f"Velmar {verb} the lower dam." for verb in verbs)
    table = cells(Story("a", f"{text} Ostrana rejects the lower dam."))
    assert table["lower dam", "Velmar"] == "wants !A Velmar demands the lower dam; wants !A Velmar seeks the lower dam"


def test_what_is_no_want_fills_no_cell() -> None:
    """A fact, a condition, the talks themselves and people are nobody's position."""
    text = "Velmar built the dam. If Velmar demanded the valley, Ostrana would leave. Velmar wants talks. Velmar wants Ostrana."
    section = build_wants(material(Story("a", text)))
    assert not section.filled


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
        "Velmar asks: A Velmar demands the lower dam. Ostrana refuses: B Ostrana rejects the lower dam."
    ]


def test_a_complaint_about_a_refusal_blocks_in_one_voice() -> None:
    """Where only the other side tells of the refusal, the line says whose word it is."""
    assert blocks("Velmar demands a new road. Velmar said that Ostrana refuses the water shares.") == [
        "Ostrana refuses, as Velmar says: A Velmar said that Ostrana refuses the water shares."
    ]


@pytest.mark.parametrize(
    "text", ["Velmar demands a new road. Ostrana opposes the lower dam.", "Velmar demands a new road."]
)
def test_where_nothing_is_seen_to_block_nothing_is_said(text: str) -> None:
    """Whoever opposes what nobody is told to ask for answers nobody; that nothing blocks is not said either."""
    page = build_first_page(material(Story("a", text), Story("b", "x")), "Saro")
    assert not [s for s in page.sections if s.key == "blocks"]


def test_what_a_side_refuses_stands_behind_what_both_speak_to() -> None:
    """Who asked for it is not told, and is not made up."""
    text = "Velmar demands a new road. Ostrana rejects the lower dam. Ostrana rejects the new road."
    page = build_first_page(material(Story("a", text), Story("b", "x")), "Saro")
    (section,) = [s for s in page.sections if s.key == "blocks"]
    assert [text_of(line) for line in section.lines] == [
        "Velmar asks: A Velmar demands a new road. Ostrana refuses: A Ostrana rejects the new road.",
        "Ostrana refuses: A Ostrana rejects the lower dam.",
    ]


def test_a_plural_has_a_plural_verb() -> None:
    """ "The Liberals refuse", while a state whose name ends in s and a union do it in the singular."""
    told = material(Story("a", "The River Boatmen rejected the lower dam. Velmar demands the lower dam."))
    assert told.does("Velmar", "wants") == "wants"
    section = build_wants(
        material(Story("a", "The dockers want a raise. The dockers refuse the lower dam. Velmar demands the tolls."))
    )
    assert [text_of(line).split(":")[0] for line in section.lines] == ["Velmar wants", "dockers want", "dockers refuse"]


def test_what_stands_under_what_blocks_is_not_told_again() -> None:
    """Neither in the same sentence nor in another about the same thing; an offer is one thing whatever it is called."""
    text = (
        "Velmar demands the lower dam. Ostrana rejects the lower dam. Ostrana refused to talk of the lower dam. "
        "Ostrana rejected a third offer on the grain. Ostrana refused a third proposal on the boats. Velmar wants a toll. "
        "Velmar wants cheaper bread. Ostrana wants a bridge. Ostrana asks for new boats. Velmar asks for a mill."
    )
    page = build_first_page(material(Story("a", text), Story("b", "x")), "Saro")
    told = {s.key: [text_of(line) for line in s.lines] for s in page.sections}
    assert told["wants"]
    assert not [line for line in told["wants"] if "dam" in line or "third" in line]
    assert sum("dam" in line for line in told["blocks"]) == 1


@pytest.mark.parametrize(
    "clause",
    ["Velmar met the press and demanded a toll", "The envoys left, hoping to demand a toll"],
)
def test_clauses_that_lean_on_another_give_no_line(clause: str) -> None:
    """Whose want it is, or whether it is one, hangs on the other clause: too many of them were another side's."""
    section = build_wants(material(Story("a", f"Velmar demands the lower dam. Ostrana wants a raise. {clause}.")))
    assert not [line for line in section.lines if "toll" in text_of(line)]
    assert len(section.lines) == 2


def test_two_sides_of_one_clause_share_a_line() -> None:
    """ "Ostrana and Velmar refuse" once, in alphabetical order."""
    text = (
        "Velmar and Ostrana have refused the levy. Velmar demands a raise. Ostrana wants boats. Velmar wants a bridge."
    )
    section = build_wants(material(Story("a", text)))
    heads = [text_of(line).split(":")[0] for line in section.lines]
    assert heads == ["Ostrana wants", "Ostrana and Velmar refuse", "Velmar wants", "Velmar wants"]


def test_sides_that_one_sentence_tells_together_block_together() -> None:
    """Who asks, with a plural verb, and who refuses; a red line is drawn."""
    assert blocks("Velmar and Tolmin demand the lower dam.", "Ostrana rejects the lower dam.") == [
        "Tolmin and Velmar ask: A Velmar and Tolmin demand the lower dam. Ostrana refuses: B Ostrana rejects the lower dam."
    ]
    (line,) = [
        x for x in blocks("Velmar demands the lower dam.", "Ostrana will never give up the lower dam.") if "never" in x
    ]
    assert "Ostrana draws a line: B Ostrana will never give up the lower dam." in line
