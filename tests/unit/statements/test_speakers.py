"""From the words beside a cue to who is speaking."""

from __future__ import annotations

import pytest

from .reading import attributed, name, only, read
from .told import facts


@pytest.mark.parametrize(
    ("text", "speakers"),
    [
        ("Amina Farouk left. She said that it was late.", ["Amina Farouk"]),
        (
            "Amina Farouk met Ahmed Idris. She said that it was late. He added that it was not.",
            ["Amina Farouk", "Ahmed Idris"],
        ),
        ("Nikol Pashinyan came with Maria Zakharova. He said that Armenia would act.", ["Nikol Pashinyan"]),
        ("The negotiators of Sudan walked out. They said that the draft was unfair.", ["Sudan"]),
        ("Sudan sent a note. It said that the draft was unfair.", ["Sudan"]),
        ("Several mediators spoke. They said that the draft was fair.", ["They"]),
    ],
)
def test_pronouns(text: str, speakers: list[str]) -> None:
    """He and she go to the last person of that sex, it and they to a party; where nobody fits, nobody is named."""
    found = attributed(text)
    assert [name(s) if not (s.speaker and s.speaker.anonymous) else "They" for s in found] == speakers
    for statement in found:
        assert statement.speaker is not None
        assert statement.speaker.inferred is (
            name(statement) in {"Amina Farouk", "Ahmed Idris", "Nikol Pashinyan", "Sudan"}
        )


@pytest.mark.parametrize("office", ["boss", "negotiator", "premier"])
def test_a_pronoun_behind_an_office_is_nobody_named_before(office: str) -> None:
    """ "The Sudan boss said ... “We wait,” he told": not whoever spoke before."""
    text = (
        f"Ahmed Idris said that it was late. The Sudan {office} said that it was early. “We wait,” he told the radio."
    )
    last = attributed(text)[-1].speaker
    assert last is not None
    assert (last.name, last.party, last.inferred) == (f"Sudan {office}", "Sudan", True)


@pytest.mark.parametrize("opening", ["Amid fears", "Despite hopes", "Over objections"])
def test_a_preposition_says_nothing(opening: str) -> None:
    """ "Amid fears that the truce would end, ..." is the author's."""
    speakers = {name(s) for s in read(f"{opening} that the truce would end, talks in Cairo resumed.").statements}
    assert speakers.isdisjoint({opening.split(maxsplit=1)[0], opening})


def test_a_pronoun_is_marked_and_its_antecedent_kept() -> None:
    """The mention is the pronoun; the passage that names the speaker stands beside it."""
    text = "Ilham Aliyev arrived at noon. He said that the road was open."
    speaker = only(text).speaker
    assert speaker is not None
    assert text[speaker.start : speaker.end] == "He"
    assert speaker.inferred
    assert speaker.named_at is not None
    assert speaker.named_at.text == "Ilham Aliyev"
    assert speaker.party == "Azerbaijan"


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Egypt’s Foreign Minister Amina Farouk came. The foreign minister said that it was late.", "Amina Farouk"),
        (
            "Egypt’s Foreign Minister Amina Farouk met Sudan’s Foreign Minister Ahmed Idris. The Egyptian minister said that it was late.",
            "Amina Farouk",
        ),
        ("Vladimir Putin came. The Russian president said that it was late.", "Vladimir Putin"),
        ("The Armenian prime minister said that it was late.", "Nikol Pashinyan"),
        ("The Armenian cook said that it was late.", "Armenian cook"),
    ],
)
def test_titles(text: str, speaker: str) -> None:
    """A bare title means whom the text gave it to, with the state beside it, else the holder on the day of publication."""
    assert name(only(text)) == speaker


def test_an_office_needs_a_date() -> None:
    """Without a date of publication the holder of an office is not known."""
    text = "The Armenian prime minister said that it was late."
    (dated,) = read(text).statements
    (undated,) = read(text, published=None).statements
    (earlier,) = read(text, published="2015-01-01").statements
    assert dated.speaker is not None
    assert dated.speaker.named_at is None  # known from the table, not from the text
    assert (name(dated), name(undated), name(earlier)) == (
        "Nikol Pashinyan",
        "Armenian prime minister",
        "Armenian prime minister",
    )


@pytest.mark.parametrize(
    ("text", "speaker", "party"),
    [
        ("Moscow said that it would wait.", "Russia", "Russia"),
        ("The Kremlin said that it would wait.", "Russia", "Russia"),
        ("Yerevan and Baku said that they would wait.", "Azerbaijan", "Azerbaijan"),
        ("Egypt’s claim that the dam leaks angered them.", "Egypt", "Egypt"),
        ("Aliyev’s warning that the road would close angered them.", "Ilham Aliyev", "Azerbaijan"),
        ("The spokesman of the Sudanese army, Ahmed Idris, said that it would wait.", "Ahmed Idris", "Sudan"),
        ("According to Farid Salim, the Egyptian negotiator, it would wait.", "Farid Salim", "Egypt"),
        ("Amina Farouk, a fellow at the Nile Institute, said that it would wait.", "Amina Farouk", None),
        ("Cairo-based Farlane said that it would wait.", "Farlane", "Farlane"),
        ("A Cairo-trained Amina Farouk said that it would wait.", "Amina Farouk", None),
    ],
)
def test_named_speakers(text: str, speaker: str, party: str | None) -> None:
    """States by their seats, possessors of a claim, names in apposition: each named, none anonymous."""
    found = only(text).speaker
    assert found is not None
    assert (found.name, found.party, found.anonymous) == (speaker, party, False)


@pytest.mark.parametrize(
    ("text", "speaker", "party"),
    [
        ("Officials in Moscow said that it would wait.", "Officials in Moscow", None),
        ("U.S. officials said that it would wait.", "U.S. officials", "United States"),
        ("Several sources said that it would wait.", "Several sources", None),
        ("A diplomat who asked not to be named said that it would wait.", "diplomat", None),
        ("The report says that it would wait.", "report", None),
        ("The Cairo-based company said that it would wait.", "Cairo-based company", None),
    ],
)
def test_anonymous_speakers(text: str, speaker: str, party: str | None) -> None:
    """Somebody, but nobody in particular; a place is no party, an adjective is."""
    found = only(text).speaker
    assert found is not None
    assert (found.name, found.party, found.anonymous) == (speaker, party, True)


def test_said_by_two() -> None:
    """Whoever else says the same words stands beside the speaker."""
    found = only("Egypt and Sudan said that the gates were open.")
    assert (name(found), found.also_said_by) == ("Sudan", ("Egypt",))
    media = only("Armenian media and Prime Minister Pashinyan called the round useful.")
    assert (name(media), media.also_said_by) == ("Nikol Pashinyan", ("Armenian media",))


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Amina Farouk was quoted by state radio as saying that it was late.", "Amina Farouk"),
        ("Ilham Aliyev and his deputy, Amina Farouk, both said that it was late.", "Ilham Aliyev"),
        ('"Is it late?" asked farmer Amina Farouk, 61.', "Amina Farouk"),
        ("Otto Finn came. It was late, said Finn.", "Otto Finn"),
        ("The Finns said that it was late.", "Finland"),
        ("UN envoy Amina Farouk’s office said that it was late.", "UN envoy Amina Farouk’s office"),
    ],
)
def test_who_stands_beside_the_cue(text: str, speaker: str) -> None:
    """Quoted by others, "both", a trade before the name, a surname that is a people's name, somebody's office."""
    assert name(only(text)) == speaker


def test_nobody_says_it() -> None:
    """ "Neither side would say that ..." denies the saying."""
    assert only("Neither side would say that the text had come.").negated


def test_a_charge_ends_before_what_is_told_of_it() -> None:
    """ "..., a charge it denies" is not part of the charge."""
    assert only("Russia accused Ukraine of selling grain, a charge it denies.").said == "selling grain"


TOLD = [
    (
        'Amina Farouk left. A second envoy disagreed. "It was not wasted," she said.',
        [
            "- | own-voice state | Amina Farouk left.",
            "- | own-voice state | A second envoy disagreed.",
            "second envoy (?) | quotation verbatim state negated | It was not wasted | said",
        ],
    ),
    (
        "Vladimir Putin came. The Russian president said that it was late.",
        [
            "- | own-voice state | Russia to - | Vladimir Putin came.",
            "Vladimir Putin (Russia) | reported state | Russia to - | it was late | said",
        ],
    ),
    (
        "Armenian media and Prime Minister Pashinyan called the round useful.",
        [
            "Nikol Pashinyan (Armenia) | with Armenian media | reported state judgement | Armenia to - | the round useful | called",
        ],
    ),
    (
        "Ilham Aliyev and his deputy, Amina Farouk, both said that it was late.",
        [
            "Ilham Aliyev (Azerbaijan) | with Amina Farouk, deputy | reported state | Azerbaijan to - | it was late | said",
        ],
    ),
    (
        '"The boats stay in the bay," Lena Orr, the Kenyan minister, said on Monday.',
        [
            "Lena Orr (Kenya) | quotation verbatim state | Kenya to - | The boats stay in the bay | said",
        ],
    ),
    (
        '"We will stay," said Lena Orr. "We will not pay."',
        [
            "Lena Orr (?) | quotation verbatim predict prediction | We will stay | said",
            "Lena Orr (?) | quotation verbatim reject negated prediction | Lena Orr to - | We will not pay.",
        ],
    ),
    (
        'Lena Orr was blunt: "We will stay."',
        [
            "Lena Orr (?) | quotation verbatim predict prediction | We will stay. | :",
        ],
    ),
    (
        "The Kenyan minister, who arrived late, said the toll was a theft.",
        [
            "Kenyan minister (Kenya) | reported state | Kenya to - | the toll was a theft | said",
        ],
    ),
    (
        "Norway's premier believes the quota is fair, her spokesman said.",
        [
            "spokesman (?) | reported assess | Norway's premier believes the quota is fair | said",
            "Norway's premier (Norway) | told by spokesman | reported assess judgement | Norway to - | the quota is fair | believes",
        ],
    ),
    (
        '"No deal," the union\'s leader said as he arrived at the mill.',
        [
            "union's leader (union) | quotation verbatim state negated | union to - | No deal | said",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_statements_of_a_text(text: str, expected: list[str]) -> None:
    """Whoever says it, named here or before, alone or with others, and for which side."""
    assert facts(text, "statements") == expected


@pytest.mark.parametrize("opening", ["He", "But he"])
def test_whoever_spoke_last_goes_on_speaking(opening: str) -> None:
    """A pronoun that opens the next sentence means the speaker, not somebody named in passing."""
    text = f"Peter Brod said that the paper came from the envoy Tomas Lind. {opening} said that it was late."
    assert [s.speaker.name for s in read(text).statements if s.speaker] == ["Peter Brod", "Peter Brod"]
