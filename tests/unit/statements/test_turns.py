"""Interviews and transcripts: the words behind a label are those of whoever it names."""

from __future__ import annotations

import pytest

from zopa.sources import Mark
from zopa.statements import read_record
from zopa.text import default_vocabulary

from .reading import attributed, document, name, said

INTERVIEW = """Talks with Foreign Minister Amina Farouk

Q: Why did you walk out?

A: We did not walk out. I told the mediator that we needed two days.

Q: The Sudanese say that you had the text.

A: Their envoy admitted to me that it was late.

The road stays closed.
"""


def test_answers_are_those_of_the_person_in_the_title() -> None:
    """ "A" is who the title names, "Q" nobody in particular; a paragraph without a label goes on with the turn."""
    title = INTERVIEW.splitlines()[0]
    record = read_record(document(INTERVIEW, marks=(Mark(0, len(title), "title"),)), default_vocabulary())
    found = [
        (name(s), s.speaker.anonymous if s.speaker else None, s.said) for s in record.statements if not s.reported_by
    ]
    assert ("interviewer", True, "Why did you walk out?") in found
    assert ("Amina Farouk", False, "We did not walk out.") in found
    assert ("Amina Farouk", False, "we needed two days") in found
    assert ("Amina Farouk", False, "The road stays closed.") in found
    assert not [s for s in record.statements if s.form == "own-voice"]


def test_what_others_said_has_the_one_who_tells_it_behind() -> None:
    """ "Their envoy admitted to me" inside an answer: the envoy by report of who answers."""
    record = read_record(document(INTERVIEW), default_vocabulary())
    told = {s.said: s.reported_by for s in record.statements if s.reported_by}
    assert told["you had the text"] == ("interviewer",)
    assert told["it was late"] == ("Amina Farouk",) or told["it was late"] == ("interviewee",)


def test_a_surname_in_capitals_is_joined_with_the_name() -> None:
    """ "PASHINYAN:" and "Reporter:" take turns; the cue is the label."""
    text = (
        "Nikol Pashinyan met the press.\n\nREPORTER: Is it over?\n\nPASHINYAN: It is not.\n\n"
        "REPORTER: When will it be?\n\nPASHINYAN: In May."
    )
    found = [(name(s), s.cue.text if s.cue else "", s.said) for s in attributed(text)]
    assert ("Nikol Pashinyan", "PASHINYAN", "It is not.") in found
    assert ("interviewer", "REPORTER", "When will it be?") in found


def test_a_name_that_nobody_has_stays_as_it_stands() -> None:
    """An unknown label is the speaker's name; without a person, "A" is nobody in particular."""
    text = "OLD LADY: Go.\n\nQ: Where?\n\nOLD LADY: Home.\n\nQ: Why?\n\nA: It is late."
    found = [(name(s), said(s)[0]) for s in attributed(text)]
    assert found == [
        ("Old Lady", "Go."), ("interviewer", "Where?"), ("Old Lady", "Home."), ("interviewer", "Why?"),
        ("interviewee", "It is late."),
    ]  # fmt: skip


def test_labels_of_a_list_make_no_transcript() -> None:
    """Headings with colons that do not come again are headings."""
    text = "Land: It stays.\n\nArms: They go.\n\nPrisoners: They return.\n\nMoney: It is lent.\n\nTime: It is short."
    assert attributed(text) == []


TALK = (
    ("Olga Nilsen", "The quota is too small. We told the ministry so."),
    ("Erik Sund", "It is fair. The stocks are low."),
    ("Olga Nilsen", "Fair to whom?"),
    ("Erik Sund", "To the fish. They are few."),
)


def turned(text: str, marks: tuple[Mark, ...] = ()) -> list[tuple[str | None, str]]:
    record = read_record(document(text, marks=marks), default_vocabulary())
    return [(name(s), s.said) for s in record.statements if s.form == "quotation"]


@pytest.mark.parametrize(
    ("before", "behind", "between"),
    [
        ("", ": ", "\n\n"),
        ("", ":\n", "\n\n"),
        ("", "\n", "\n\n"),
        ("[00:01:12] ", ": ", "\n\n"),
        ("10:42 ", ": ", "\n"),
        ("", "  0:03\n", "\n\n"),
        ("", " (by telephone): ", "\n\n"),
        ("", " [laughing]: ", "\n\n"),
        ("", " (guild), 10:42\n", "\n\n"),
        ("- ", ": ", "\n"),
        ("", "\t", "\n"),
    ],
)
def test_layouts_of_labels(before: str, behind: str, between: str) -> None:
    """A label in front or alone above, with a time, an office or a manner: each sentence up to the next is its speaker's."""
    if behind == " (guild), 10:42\n":
        behind = " (guild) 10:42\n"
    text = between.join(f"{before}{who}{behind}{said}" for who, said in TALK)
    found = turned(text)
    assert [who for who, _ in found] == ["Olga Nilsen"] * 2 + ["Erik Sund"] * 2 + ["Olga Nilsen"] + ["Erik Sund"] * 2
    assert [said for _, said in found][:2] == ["The quota is too small.", "We told the ministry so."]


def test_headings_as_labels() -> None:
    """A name as a heading above each turn."""
    text = "\n\n".join(f"### {who}\n\n{said}" for who, said in TALK)
    marks = tuple(Mark(at, text.index("\n", at), "heading") for at in range(len(text)) if text.startswith("### ", at))
    assert turned(text, marks)[-1] == ("Erik Sund", "They are few.")


@pytest.mark.parametrize(
    "text",
    [
        "Monday: The boats sailed.\n\nTuesday: They stayed.\n\nMonday: They sailed.\n\nTuesday: They stayed.",
        "Olga Nilsen\n\nThe skipper was born in Lund.\n\nErik Sund\n\nThe minister was born in Oslo.",
        "Olga Nilsen: The quota is too small.\n\nThe ministry did not answer.",
    ],
)
def test_no_transcripts(text: str) -> None:
    """Days, names that never come again, a single label."""
    assert [who for who, said in turned(text) if said != "The quota is too small."] == []
