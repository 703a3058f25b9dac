"""Meetings and gates that sentences tell of."""

from __future__ import annotations

import pytest

from .reading import read
from .told import facts

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


def test_minutes_and_who_called_it_off() -> None:
    """A length may be told in minutes; only a meeting that was called off has somebody who did so."""
    (held,) = read("Nikol Pashinyan met Ilham Aliyev in Geneva for 45 minutes.").meetings
    assert held.duration is not None
    assert (held.duration.value, held.duration.unit, held.called_off_by) == (45, "minute", None)
    (off,) = read("Armenia cancelled its meeting with Azerbaijan in Geneva.").meetings
    assert (off.status, off.called_off_by) == ("cancelled", "Armenia")


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


def test_negotiations_in_two_towns_are_two_meetings() -> None:
    """Each town has its own."""
    found = read(
        "Turkish officials came from recent negotiations with Armenian officials in Geneva and Vienna."
    ).meetings
    assert [m.place for m in found] == ["Geneva", "Vienna"]
    assert {m.parties for m in found} == {("Armenia", "Turkey")}


def test_a_press_conference_needs_nobody_else() -> None:
    """Who speaks takes part; what it is stands beside."""
    (meeting,) = read(
        "Speaking to reporters in Geneva on 4 March, Nikol Pashinyan said that talks would go on."
    ).meetings
    assert (meeting.participants, meeting.place, meeting.what) == (("Nikol Pashinyan",), "Geneva", "press conference")


def test_who_is_left_out() -> None:
    """Talks confined to two, and those to whom the result is only presented; told by whoever says so."""
    text = (
        "The plan, said lawmaker Andrei Petrov, was to confine the talks to Armenia and Azerbaijan, who would present a fait accompli "
        "to Turkey and Georgia."
    )
    (meeting,) = read(text).meetings
    assert (meeting.parties, meeting.not_consulted, meeting.status) == (
        ("Armenia", "Azerbaijan"), ("Turkey", "Georgia"), "reported",
    )  # fmt: skip
    assert meeting.absent == ()


def test_who_sent_whom() -> None:
    """Only beside the meeting; whoever sends does not take part."""
    text = "Nikol Pashinyan sent Ararat Mirzoyan. Ararat Mirzoyan met Ilham Aliyev in Geneva."
    (meeting,) = read(text).meetings
    assert meeting.sent_by == "Nikol Pashinyan"
    far = text.replace(". Ararat", ". " + "It rained for a long time on that day in the city. " * 20 + "Ararat")
    assert [m.sent_by for m in read(far).meetings] == [None]


@pytest.mark.parametrize(
    ("text", "before", "after"),
    [
        (
            "Armenia will not sign the treaty until the prisoners return.",
            "the prisoners return",
            "Armenia will not sign the treaty",
        ),
        ("There will be no ceasefire without guarantees from Turkey.", "guarantees from Turkey", "no ceasefire"),
        ("A deal hinges on the withdrawal of troops.", "the withdrawal of troops", "A deal"),
        (
            "Unless the sanctions are lifted, the talks stay suspended.",
            "the sanctions are lifted",
            "the talks stay suspended",
        ),
    ],
)
def test_more_ways_to_tell_a_gate(text: str, before: str, after: str) -> None:
    """Until, without, hinges on, unless: what comes first, and what it opens."""
    (gate,) = read(text).gates
    assert (gate.before.text, gate.after.text) == (before, after)


def test_hours_of_waiting_are_no_length() -> None:
    """Who waited for three hours did not meet for three; the hours of the meeting itself count."""
    (waited,) = read("Norway and Kenya waited for three hours and then met in Lima.").meetings
    assert waited.duration is None
    (met,) = read("Norway and Kenya met in Lima for three hours.").meetings
    assert met.duration is not None


TOLD = [
    (
        "A meeting between Nikol Pashinyan and Ilham Aliyev in Geneva was cancelled.",
        [
            "Nikol Pashinyan, Ilham Aliyev (Armenia, Azerbaijan) | cancelled | at Geneva",
        ],
    ),
    (
        "Nikol Pashinyan sent Ararat Mirzoyan. Ararat Mirzoyan met Ilham Aliyev in Geneva.",
        [
            "Ararat Mirzoyan, Ilham Aliyev (Azerbaijan) | held | at Geneva | sent by Nikol Pashinyan",
        ],
    ),
    (
        "The plan, said lawmaker Andrei Petrov, was to confine the talks to Armenia and Azerbaijan, who would present a fait accompli to Turkey and Georgia.",
        [
            "Armenia, Azerbaijan (Armenia, Azerbaijan) | reported | not asked Turkey, Georgia",
        ],
    ),
    (
        "Envoys from Russia and Ukraine met in Geneva in three rooms. It rained a lot on the lake that day.",
        [
            "Russia, Ukraine (Russia, Ukraine) | held | at Geneva",
        ],
    ),
    (
        "Norway and Kenya will hold a new round of talks on 3 April.",
        [
            "Norway, Kenya (Kenya, Norway) | planned | 2025-04-03",
        ],
    ),
    (
        "Maria Zakharova’s absence from the meeting with Nikol Pashinyan and Ilham Aliyev was noted.",
        [
            "Nikol Pashinyan, Ilham Aliyev (Armenia, Azerbaijan) | held | absent Maria Zakharova",
        ],
    ),
    (
        "The gates stay shut.",
        [],
    ),
    (
        "Norway and Kenya met in Lund on Monday.",
        [
            "Norway, Kenya (Kenya, Norway) | held | at Lund | 2025-03-10",
        ],
    ),
    (
        "Tomas Averin met Lena Orr in Oslo for three hours, the ministry said.",
        [
            "Tomas Averin, Lena Orr () | held | at Oslo | 3 hour | ministry",
        ],
    ),
    (
        "Petra Voll and Ana Lind will meet in Bergen on Friday.",
        [
            "Petra Voll, Ana Lind () | planned | at Bergen | 2025-03-14",
        ],
    ),
    (
        "The meeting between Norway and Kenya in Lund was cancelled.",
        [
            "Norway, Kenya (Kenya, Norway) | cancelled | at Lund",
        ],
    ),
    (
        "Norway called off a meeting with Kenya.",
        [
            "Norway, Kenya (Kenya, Norway) | cancelled | off by Norway",
        ],
    ),
    (
        "The second round of talks between Norway and Kenya was held in Geneva on 3 March.",
        [
            "Norway, Kenya (Kenya, Norway) | held | at Geneva | 2025-03-03",
        ],
    ),
    (
        "Norway refused to meet Kenya.",
        [
            "Norway, Kenya (Kenya, Norway) | refused",
        ],
    ),
    (
        "Norway, Kenya and Chile conducted the fourth round in Lima.",
        [
            "Norway, Kenya, Chile (Chile, Kenya, Norway) | held | at Lima",
        ],
    ),
    (
        "The envoys of Norway and Kenya met face to face for the first time.",
        [
            "Norway, Kenya (Kenya, Norway) | held",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_meetings_of_a_text(text: str, expected: list[str]) -> None:
    """Who met whom, where, when, how long, who stayed away and who sent them; nobody where nobody met."""
    assert facts(text, "meetings") == expected
