"""What a quoted speaker says of their own thinking and saying, and how other quotations come by their speaker."""

from __future__ import annotations

import pytest

from .reading import attributed, name, only, said, words


def test_a_thought_inside_a_quotation_is_a_statement() -> None:
    """ "I suspect ..." ends where another sentence of the same breath begins; the mention is the "I"."""
    text = 'Amina Farouk said: "I suspect they will not come, we have waited for an hour and the gate is shut."'
    outer, inner = attributed(text)
    assert said(inner) == ["they will not come"]
    assert name(inner) == name(outer) == "Amina Farouk"
    assert inner.speaker is not None
    assert text[inner.speaker.start : inner.speaker.end] == "I"
    assert inner.speaker.inferred
    assert inner.judgement
    assert not outer.judgement


def test_a_quotation_that_is_hardly_more_than_a_thought_is_a_judgement() -> None:
    """ "I think it is over" is all a thought."""
    outer, inner = attributed('"I think it is all over," said Amina Farouk.')
    assert outer.judgement
    assert said(inner) == ["it is all over"]


def test_what_the_speaker_told_others_is_a_statement() -> None:
    """ "We've told them that ..." is the speaker's own saying, not that of somebody called "we"."""
    found = words('Amina Farouk said: "We\'ve told the envoys that the road is closed."')
    assert ("Amina Farouk", "the road is closed") in found


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ('Amina Farouk stated,\n\n"The road is closed. It will stay so."', "Amina Farouk"),
        ('"The road is closed. It will stay so." - Amina Farouk', "Amina Farouk"),
        ('"The road is closed. It will stay so." – Amina Farouk, of the charity Open Hand.', "Amina Farouk"),
        ('The Herald cited letters of last year, including: "The road is closed. It will stay so."', "Herald"),
        ('The letter reads "The road is closed. It will stay so.", but no date is set.', "letter"),
        ('"The road is closed. It will stay so.", said Amina Farouk, 43, who sells bread.', "Amina Farouk"),
    ],
)
def test_who_said_it(text: str, speaker: str) -> None:
    """Announced by a comma, signed behind a dash, behind "including:", called for, read from a paper, with an age."""
    found = only(text)
    assert (name(found), found.said) == (speaker, "The road is closed. It will stay so.")
    assert found.cue is not None


def test_a_charge_is_the_act_of_whoever_makes_it() -> None:
    """ "Accused X of selling": accuse, by the speaker, of X; the content is what X is charged with."""
    statement = only("Russia accused Ukraine of selling the grain of others.")
    assert (statement.act, statement.plover, statement.party, statement.target) == (
        "accuse",
        "ACCUSE",
        "Russia",
        "Ukraine",
    )
    assert said(statement) == ["selling the grain of others"]


def test_he_may_be_a_spokesman_without_a_name() -> None:
    """After an unnamed spokesman "he" is that spokesman, not the last man who was named."""
    text = "Ilham Aliyev left. A spokesman for the miners said that the pit was full. He added that it would flood."
    last = attributed(text)[-1]
    assert name(last) == "spokesman for the miners"
    assert last.speaker is not None
    assert last.speaker.anonymous
    assert last.speaker.inferred


def test_an_office_is_no_organisation() -> None:
    """ "The Permanent Representative of X" is called by the whole office."""
    assert (
        name(only("The Permanent Representative of Norland stated that the road was open."))
        == "Permanent Representative of Norland"
    )


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("A memo obtained by The Herald says that the pits are full.", "memo obtained by The Herald", "the pits are full"),
        ("Asked again, the White House spokeswoman, Amina Farouk, left, saying that it was late.", "Amina Farouk", "it was late"),
        ("The pits are full, with both sides blaming each other, the envoy said.", "envoy",
         "The pits are full, with both sides blaming each other"),
        ('"We are close," Amina Farouk insisted, before adding: "Closer than they let on."', "Amina Farouk", "Closer than they let on."),
    ],
)  # fmt: skip
def test_whose_words_they_are_in_longer_sentences(text: str, speaker: str, content: str) -> None:
    """A paper speaks, not who obtained it; an office brings its holder along; an aside stays inside what is said."""
    assert (speaker, content) in words(text)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("In the words of one delegate, the plan was already dead.", "one delegate", "the plan was already dead"),
        ('Ilham Aliyev left early. His deputy was blunter: "They lie."', "deputy", "They lie."),
        ('Amina Farouk left. A second envoy disagreed. "It was not wasted," she said.', "second envoy", "It was not wasted"),
        ('The notice was terse. "The talks are over for good," it read.', "not named (it)", "The talks are over for good"),
        ('The envoy warned of "illusions," telling parliament that he would go.', "envoy", "he would go"),
        ('"If they want water," Amina Farouk told the crowd, "let them ask. If they want land," she added, "they cannot."',
         "Amina Farouk", "let them ask. If they want land … they cannot."),
        ("The Kestrian envoy said that it was late.", "Kestrian envoy", "it was late"),
    ],
)  # fmt: skip
def test_other_ways_to_tell_who_speaks(text: str, speaker: str, content: str) -> None:
    """ "In the words of", a colon behind an office, a second envoy who is "she", what a notice reads, a participle, two turns."""
    assert (speaker, content) in words(text)


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("As Amina Farouk told The Herald, the river has dropped by a metre.", "Amina Farouk", "the river has dropped by a metre"),
        ("The water firm Rivera, has said that the tank is empty.", "water firm Rivera", "the tank is empty"),
        ('"It is time to go," says Amina Farouk on her page, "The Long Goodbye".', "Amina Farouk", "It is time to go"),
        ('Amina Farouk spoke plainly:\n\n"We had a hard year. I have the sensation that they are waiting for us to go."',
         "Amina Farouk", "they are waiting for us to go"),
    ],
)  # fmt: skip
def test_where_what_is_said_begins_and_ends(text: str, speaker: str, content: str) -> None:
    """ "As X told ...", a condition before the clause, a stray comma, a title behind the cue, a thought in announced words."""
    assert (speaker, content) in words(text)


def test_an_object_with_a_relative_clause_is_not_said() -> None:
    """ "Conceded a goal which ..." tells what happened."""
    assert attributed("The keeper conceded a goal which the referee awarded after a long look.") == []


def test_a_thought_that_is_pushed_in_is_no_statement() -> None:
    """ "Prompted I think by fear, ..." says what prompted it; what follows is not the thought alone."""
    found = attributed('Amina Farouk said: "Prompted I think by the film, a new fashion is taking hold."')
    assert len(found) == 1
