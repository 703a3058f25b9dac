"""Meetings and gates that sentences tell of."""

from __future__ import annotations

import pytest

from .reading import read

PAIR = ("Nikol Pashinyan", "Ilham Aliyev")


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Nikol Pashinyan met Ilham Aliyev in Geneva.", "held"),
        ("A meeting between Nikol Pashinyan and Ilham Aliyev in Geneva was cancelled.", "cancelled"),
        ("A meeting of Nikol Pashinyan with Ilham Aliyev, talks between them in Geneva, fell through.", "cancelled"),
        ("Nikol Pashinyan refused to meet Ilham Aliyev in Geneva.", "refused"),
        ("Nikol Pashinyan will meet Ilham Aliyev in Geneva.", "planned"),
        ("Nikol Pashinyan secretly met Ilham Aliyev in Geneva.", "reported"),
    ],
)
def test_status(text: str, status: str) -> None:
    """Held, cancelled, refused, planned, reported, by the words of the sentence."""
    (meeting,) = read(text).meetings
    assert (meeting.participants, meeting.parties, meeting.place, meeting.status) == (
        PAIR,
        ("Armenia", "Azerbaijan"),
        "Geneva",
        status,
    )


def test_date_duration_and_teller() -> None:
    """When, how long, and who says so."""
    (meeting,) = read(
        "Turkish officials said that Nikol Pashinyan met Ilham Aliyev in Geneva for three hours on 4 March."
    ).meetings
    assert meeting.date is not None
    assert str(meeting.date.from_) == "2025-03-04"
    assert meeting.duration is not None
    assert meeting.duration.value == 3
    assert meeting.speaker is not None
    assert meeting.speaker.party == "Turkey"
    assert meeting.passage.text.startswith("Turkish officials")


@pytest.mark.parametrize(
    ("text", "absent"),
    [
        ("Turkey was not invited to the talks between Armenia and Azerbaijan in Geneva.", ("Turkey",)),
        (
            "Maria Zakharova’s absence from the meeting with Nikol Pashinyan and Ilham Aliyev was noted.",
            ("Maria Zakharova",),
        ),
        ("Nikol Pashinyan met Ilham Aliyev in Geneva.", ()),
    ],
)
def test_absent(text: str, absent: tuple[str, ...]) -> None:
    """Whoever is said to be absent took no part."""
    (meeting,) = read(text).meetings
    assert meeting.absent == absent
    assert not set(absent) & set(meeting.participants)


def test_delegations() -> None:
    """Officials of a state meet for it; a person of the same state stands for it."""
    (meeting,) = read("Egyptian negotiators held talks with Sudan in Geneva.").meetings
    assert meeting.parties == ("Egypt", "Sudan")
    (named,) = read("Nikol Pashinyan of Armenia met Turkish officials in Geneva.").meetings
    assert named.participants == ("Nikol Pashinyan", "Turkey")


def test_who_is_only_possessor_or_description_takes_no_part() -> None:
    """ "Aliyev's adviser" is not Aliyev, "Putin aide X" not Putin."""
    (meeting,) = read("Putin aide Yuri Ushakov met Ilham Aliyev in Geneva.").meetings
    assert meeting.participants == ("Yuri Ushakov", "Ilham Aliyev")
    (other,) = read("Aliyev’s adviser Hikmet Hajiyev met Nikol Pashinyan in Geneva.").meetings
    assert "Ilham Aliyev" not in other.participants


@pytest.mark.parametrize(
    "text",
    [
        "The meeting was long.",
        "Nikol Pashinyan met the press.",
        "Armenia received a letter.",
        "They spoke about the talks between them.",
    ],
)
def test_no_meeting(text: str) -> None:
    """It takes two who meet, or one and a place."""
    assert read(text).meetings == ()


@pytest.mark.parametrize(
    ("text", "before", "after", "says", "kind"),
    [
        (
            "Azerbaijan says that the border treaty must be agreed before any peace talks can begin.",
            "border treaty must be agreed", "any peace talks can begin", "Azerbaijan", "precondition",
        ),
        (
            "Talks will resume only after the prisoners are home, Pashinyan said.",
            "the prisoners are home", "Talks will resume", "Nikol Pashinyan", "precondition",
        ),
        (
            "If Armenia changes its constitution, then the two sides will sign a peace treaty.",
            "Armenia changes its constitution", "the two sides will sign a peace treaty", None, "condition",
        ),
        (
            "Sudan wants a study of the dam before the talks on a treaty.",
            "a study of the dam", "the talks on a treaty", None, "sequence",
        ),
    ],
)  # fmt: skip
def test_gates(text: str, before: str, after: str, says: str | None, kind: str) -> None:
    """X before Y, says Z: both sides in the text's words, and whose gate it is."""
    (gate,) = read(text).gates
    assert before in gate.before.text
    assert gate.after.text == after
    assert (gate.says, gate.kind) == (says, kind)
    assert text[gate.before.start : gate.before.end] == gate.before.text


@pytest.mark.parametrize(
    "text", ["If it rains, the children will stay at home.", "He ate before he slept.", "The talks began."]
)
def test_no_gate(text: str) -> None:
    """A bare condition that is not about the talks opens nothing."""
    assert read(text).gates == ()
