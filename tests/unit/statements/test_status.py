"""What a pair of quotation marks means."""

from __future__ import annotations

import pytest

from .reading import attributed, only, read


def test_verbatim_where_no_language_parts_speaker_and_text() -> None:
    """A speaker without a party, or of a party that speaks the language of the text, is quoted as spoken."""
    assert only("“We open the gates in May,” said Elena Fisk.").status == "verbatim"
    assert only("“We open the gates in May,” said Keir Starmer.").status == "verbatim"


def test_translated() -> None:
    """An Arabic-speaking party is quoted in English: translated; in an Arabic text or one of unknown language not."""
    text = "“We open the gates in May,” said Abdel Fattah el-Sisi."
    assert only(text).status == "translated"
    for language in ("ar", None):
        (statement,) = read(text, language=language).statements
        assert statement.status == "verbatim"


def test_fragment() -> None:
    """Less than a sentence inside reported speech is a fragment."""
    _, fragment = attributed("Keir Starmer said that the round was “a step on a long road”.")
    assert fragment.status == "fragment"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("“Armenia would answer if its posts were hit and Yerevan would not wait,” Pashinyan said.", "paraphrase"),
        ("“We would answer if our posts were hit,” Pashinyan said.", "translated"),
        ("“Armenia will answer if its posts are hit,” Pashinyan said.", "translated"),
        ("“Baku would answer if its posts were hit,” Pashinyan said.", "translated"),
    ],
)
def test_paraphrase(text: str, status: str) -> None:
    """Only marks around the speaker's own side in the third person and in backshifted tense hold a paraphrase."""
    assert only(text).status == status


@pytest.mark.parametrize(
    "text",
    [
        "The “peace dividend” was a word of the brochure.",
        "They “cooked up” a scheme for the river.",
        "It was “Geneva Theatre” for the cameras of the world.",
        "He waved a copy of “The River and Its Many Angry Neighbours” at the crowd.",
    ],
)
def test_scare_quotes_are_nobodys_statement(text: str) -> None:
    """A few words or a title in a sentence without a cue only keep distance."""
    assert [s.form for s in read(text).statements] == ["own-voice"]


def test_long_words_without_a_cue_are_somebodys() -> None:
    """A sentence in quotation marks that no one is said to say is a quotation without a speaker."""
    (quotation,) = attributed(
        "The banner over the bridge was plain to read: one line, “we will not be moved from our own river”."
    )
    assert quotation.form == "quotation"
    assert quotation.speaker is None
