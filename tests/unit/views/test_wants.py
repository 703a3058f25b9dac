"""Who wants what: voices, gaps, who is not heard, and what blocks."""

from __future__ import annotations

from typing import Any

import pytest

from zopa.views.wants import build_wants, find_blocks, find_unheard, find_wants

from .checking import false_quotes, section_pieces
from .stories import Story, material, person

ANA, OTO = person("Ana Brod", "Velmar"), person("Oto Lind", "Ostrana")


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


def both_heard(story: Story) -> Story:
    """Both states speak, so that both have a column."""
    story.say("Velmar spoke.", party="Velmar")
    story.say("Ostrana spoke.", party="Ostrana")
    return story


def scene(text: str) -> Story:
    return both_heard(Story("a", f"Velmar spoke. Ostrana spoke. {text}"))


def test_the_partys_own_quoted_speaker() -> None:
    """A star where a speaker of the party is quoted on what it wants."""
    story = scene("“We demand the whole river,” Ana Brod said.")
    story.say(
        "“We demand the whole river,” Ana Brod said.",
        "We demand the whole river,",
        speaker=ANA,
        party="Velmar",
        act="demand",
    )
    table = cells(story)
    assert table["Water", "Velmar"] == "*A We demand the whole river"
    assert table["Water", "Ostrana"] == "not found"


def test_reported_speech_of_the_party() -> None:
    """A tilde where what its speaker wants is reported without quotation; a hedge is shown."""
    story = scene("Ana Brod said that it wants the dam lowered.")
    story.say(
        "Ana Brod said that it wants the dam lowered.", "it wants the dam lowered", form="reported", speaker=ANA,
        party="Velmar", act="demand", hedged=True,
    )  # fmt: skip
    assert cells(story)["Water", "Velmar"].startswith("~A possibly ")


def test_the_authors_own_voice() -> None:
    """An exclamation mark where the author says what a party wants, and only where the party is what it is about."""
    story = scene("Velmar wants the dam. Velmar rejects the border.")
    story.say("Velmar wants the dam.", party="Velmar", subject="Velmar", act="demand")
    story.say("Velmar rejects the border.", party="Velmar", subject="Ostrana", act="reject")
    table = cells(story)
    assert table["Water", "Velmar"] == "!A Velmar wants the dam"
    assert ("Territory", "Velmar") not in table


@pytest.mark.parametrize("form", ["quotation", "reported", "own-voice"])
def test_what_a_critic_tells_of_a_party_is_never_the_partys_voice(form: Any) -> None:
    """A speaker of another side, or nobody of any side, gives no star, whatever the form and however it is quoted."""
    text = "Velmar wants the whole river"
    story = scene(f"“{text},” they said.")
    for speaker in (OTO, person("a diplomat", anonymous=True), None):
        story.say(
            f"“{text},” they said.", text, form=form, speaker=speaker, party="Velmar", subject="Velmar", act="demand"
        )
        story.say(
            f"“{text},” they said.", text, form=form, speaker=speaker, party="Velmar", terms_of="Velmar", act="demand"
        )
    voices = [voice for _, entries in find_wants(material(story)).items() for voice, _ in entries]
    assert voices
    assert "*" not in voices


def test_unnamed_speakers_of_a_party_do_not_make_it_heard() -> None:
    """An unnamed official gives neither a star nor a hearing: the table and the list of the unheard agree."""
    text = "We demand the river,"
    story = scene(f"“{text}” an official of Velmar said.")
    official = person("official", "Velmar", anonymous=True)
    story.say(f"“{text}” an official of Velmar said.", text, speaker=official, party="Velmar", act="demand")
    assert "Velmar" in find_unheard(material(story))
    assert not cells(story)["Water", "Velmar"].startswith("*")


def test_best_voice_first_and_two_entries_at_most() -> None:
    """Quoted before reported before the author; equal words once."""
    story = scene("Velmar seeks the dam. “We insist on the river,” Ana said. Ana said it needs water.")
    story.say("Velmar seeks the dam.", party="Velmar", subject="Velmar")
    story.say("Ana said it needs water.", "it needs water", form="reported", speaker=ANA, party="Velmar")
    story.say("“We insist on the river,” Ana said.", "We insist on the river,", speaker=ANA, party="Velmar")
    assert cells(story)["Water", "Velmar"] == "*A We insist on the river; ~A Ana said it needs water"


def test_no_more_than_two_entries() -> None:
    """A cell stays a cell."""
    story = scene("Velmar seeks the dam. Velmar wants the river. Velmar needs water.")
    for sentence in ("Velmar seeks the dam.", "Velmar wants the river.", "Velmar needs water."):
        story.say(sentence, party="Velmar", subject="Velmar")
    assert cells(story)["Water", "Velmar"].count("!A") == 2


def test_equal_words_are_shown_once() -> None:
    """The same words in two documents fill one entry."""
    one, two = scene("Velmar seeks the dam."), Story("b", "Velmar seeks the dam.")
    for story in (one, two):
        story.say("Velmar seeks the dam.", party="Velmar", subject="Velmar")
    assert cells(one, two)["Water", "Velmar"] == "!A Velmar seeks the dam"


def test_what_is_no_want_fills_no_cell() -> None:
    """A fact, a hypothesis, an outcome and the talks themselves are nobody's position."""
    sentences = {
        "Velmar built the dam.": {"act": "state"},
        "Velmar would demand the border.": {"act": "demand"},
        "Velmar demands: no agreement on soldiers.": {"act": "demand"},
        "Velmar demands another format.": {"act": "demand"},
    }
    story = scene(" ".join(sentences))
    for sentence, fields in sentences.items():
        story.say(sentence, party="Velmar", subject="Velmar", **fields)
    section = build_wants(material(story))
    assert section.table is None
    assert [piece.tone for piece in section.lines[0].pieces] == ["gap"]


def test_terms_of_a_plan_are_its_owners_wants() -> None:
    """Items of a party's plan count as wanted by it, in the author's voice."""
    story = scene("An army of 40,000 soldiers.")
    story.say("An army of 40,000 soldiers.", party="Velmar", terms_of="Velmar")
    assert cells(story)["Forces", "Velmar"] == "!A An army of 40,000 soldiers"


def test_gaps_are_gaps() -> None:
    """A cell without anything is a piece of the tone gap, so that it cannot be read as neutral."""
    story = scene("Velmar seeks the dam.")
    story.say("Velmar seeks the dam.", party="Velmar", subject="Velmar")
    table = build_wants(material(story)).table
    assert table
    tones = {column: [p.tone for p in cell] for column, cell in zip(table.columns[1:], table.rows[0][1], strict=True)}
    assert tones["Ostrana"] == ["gap"]
    assert "voice" in tones["Velmar"]


def test_rows_are_ranked_by_how_many_parties_stand_on_them() -> None:
    """The issue on which both are told to stand comes before one on which one does."""
    story = scene("Velmar seeks the dam. Velmar wants the border. Ostrana wants the border. Velmar needs a dam.")
    for sentence in ("Velmar seeks the dam.", "Velmar wants the border.", "Velmar needs a dam."):
        story.say(sentence, party="Velmar", subject="Velmar")
    story.say("Ostrana wants the border.", party="Ostrana", subject="Ostrana")
    assert [row for row, column in cells(story) if column == "Velmar"] == ["Territory", "Water"]


def test_members_of_a_bloc_fill_its_column() -> None:
    """What Karsk wants stands under the league; its own speaker keeps the star."""
    story = Story("a", "River League spoke. River League met. “We need the dam,” Kai Sten said. Karsk met.")
    for sentence in ("River League spoke.", "River League met."):
        story.say(sentence, party="River League", mentions=("River League",))
    speaker = person("Kai Sten", "Karsk")
    story.say("“We need the dam,” Kai Sten said.", "We need the dam,", speaker=speaker, party="Karsk")
    assert cells(story)["Water", "River League"].startswith("*A We need the dam")
    assert find_unheard(material(story)) == []


def test_unheard_are_parties_without_a_quoted_speaker() -> None:
    """Reported speech is no hearing; a quotation is; alphabetical."""
    story = scene("Ana said it needs water. “No,” Oto said.")
    story.say("Ana said it needs water.", speaker=ANA)
    assert find_unheard(material(story)) == ["Ostrana", "Velmar"]
    story.say("“No,” Oto said.", "No,", speaker=OTO)
    assert find_unheard(material(story)) == ["Velmar"]


def against(refusal: str, request: str, *, other: str = "Ostrana") -> Story:
    story = scene(f"{refusal} {request}")
    story.say(refusal, party="Velmar", subject="Velmar", act="reject")
    story.say(request, party=other, subject=other, act="demand")
    return story


def test_a_block_needs_one_who_refuses_and_another_who_insists() -> None:
    """One party rejects what another insists on, on one issue."""
    blocks = find_blocks(material(against("Velmar rejects the dam.", "Ostrana insists on the dam.")))
    assert [(issue, a[0], b[0]) for issue, a, b in blocks] == [("water", "Velmar", "Ostrana")]


@pytest.mark.parametrize(
    ("refusal", "request_", "other"),
    [
        ("Velmar rejects the dam.", "Ostrana insists on the border.", "Ostrana"),  # another issue
        ("Velmar rejects the dam.", "Ostrana seeks the dam.", "Ostrana"),  # asks, without insisting
        ("Velmar rejects the dam.", "Velmar insists on the dam.", "Velmar"),  # one and the same
    ],
)
def test_no_block_without_both(refusal: str, request_: str, other: str) -> None:
    """Another issue, a mild wish or the party itself blocks nothing."""
    assert find_blocks(material(against(refusal, request_, other=other))) == []
