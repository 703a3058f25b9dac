"""From a document to its statements: quotations of every shape, fragments, lists, carried speakers, the author."""

from __future__ import annotations

import pytest

from zopa.sources import Mark
from zopa.statements import read_record
from zopa.text import default_vocabulary

from .reading import attributed, document, name, only, read, said, words
from .told import facts

FAROUK = "Amina Farouk"


@pytest.mark.parametrize(
    ("opening", "closing"),
    [('"', '"'), ("“", "”"), ("«", "»"), ("« ", " »"), ("„", "“"), ("„", "”"), ("'", "'"), ("‘", "’"), ("»", "«")],
)
@pytest.mark.parametrize(
    "frame",
    [
        "Amina Farouk said: {}.{}",
        "Amina Farouk, the Egyptian minister, told the press: {}.{}",
        "{},{} said Amina Farouk.",
        "{},{} Amina Farouk said.",
    ],
)
def test_styles_of_quotation(opening: str, closing: str, frame: str) -> None:
    """Before and behind the cue, in every style of marks, one statement holds just the words."""
    statement = only(frame.format(f"{opening}We will sign nothing today", closing))
    assert (statement.form, name(statement)) == ("quotation", FAROUK)
    assert said(statement)[0].rstrip(".") == "We will sign nothing today"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "“We will open the gates,” said Amina Farouk, “but only after the rains.”",
            ["We will open the gates", "but only after the rains."],
        ),
        (
            '"We will open the gates," Amina Farouk said, "but not today," and left.',
            ["We will open the gates", "but not today"],
        ),
        ("“The envoy told me ‘no’ twice,” said Amina Farouk.", ["The envoy told me ‘no’ twice"]),
        ("“Shall we wait?” asked Amina Farouk.", ["Shall we wait?"]),
        ("Amina Farouk said: ‘The states’ rights stand.’", ["The states’ rights stand."]),
        ("“We open the gates,” Amina Farouk said (smiling).", ["We open the gates"]),
    ],
)
def test_parts_of_a_quotation(text: str, parts: list[str]) -> None:
    """What the cue splits is one statement; a nested quotation stays inside the outer one."""
    statement = only(text)
    assert (name(statement), said(statement)) == (FAROUK, parts)
    for part in statement.content:
        assert text[part.start : part.end] == part.text


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "Amina Farouk said: “We came with a plan.\n\n“They came with none.\n\n“So we go home.”\n\nThe talks ended.",
            ["We came with a plan.", "They came with none.", "So we go home."],
        ),
        (
            "“We came,” Amina Farouk said.\n\nIt rained.\n\nAmina Farouk said: “It lies on the table.\n\nThey have not read it.”",
            ["It lies on the table.", "They have not read it."],
        ),
        (
            "The session ended.\n\n“We came with a plan.\n\n“They came with none.\n\n“So we go home,” said Amina Farouk.",
            ["We came with a plan.", "They came with none.", "So we go home"],
        ),
    ],
)
def test_over_paragraphs(text: str, parts: list[str]) -> None:
    """Marks opened anew, or closed only at the end; the cue before the first paragraph or behind the last."""
    statement = attributed(text)[-1]
    assert (name(statement), said(statement)) == (FAROUK, parts)
    assert "".join(f"{s.said}|" for s in read(text).statements).count(parts[-1]) == 1


def test_unclosed() -> None:
    """A quotation that nothing closes ends with its paragraph, and what follows is the author's."""
    first, second = read("Amina Farouk said: “We left the plan on the table\n\nThe talks ended at noon.").statements
    assert (name(first), first.said) == (FAROUK, "We left the plan on the table")
    assert (second.form, second.said) == ("own-voice", "The talks ended at noon.")


def test_carried_speaker() -> None:
    """A quotation without a cue behind another goes on with its speaker, marked as inferred; a far one has none."""
    near = attributed("“That is more than before,” Amina Farouk said. “It is our last word.”")
    assert [name(s) for s in near] == [FAROUK, FAROUK]
    assert [bool(s.speaker and s.speaker.inferred) for s in near] == [False, True]
    assert near[1].cue is None
    far = attributed(
        "“That is all,” Amina Farouk said. It rained. It snowed. It hailed. “It is our very last word on this.”"
    )
    assert name(far[1]) is None


def test_announced_by_a_colon() -> None:
    """A colon at the end of a paragraph announces the quotation below it."""
    statement = only("Amina Farouk put it like this:\n\n“The river was here before us.”")
    assert (name(statement), statement.said) == (FAROUK, "The river was here before us.")


def test_fragments_inside_reported_speech() -> None:
    """Each is a statement of its own, within the reported one, by the same speaker."""
    outer, first, second = attributed("Amina Farouk said that the draft was “a step” and the dam “a scar on the land”.")
    assert (outer.form, outer.within) == ("reported", None)
    assert [(s.said, s.within, s.status, name(s)) for s in (first, second)] == [
        ("a step", outer.id, "fragment", FAROUK),
        ("a scar on the land", outer.id, "fragment", FAROUK),
    ]


def test_the_marks_belong_to_who_spoke_before() -> None:
    """What "he believes" in marks right behind another's quotation is that other's wording."""
    text = "Ilham Aliyev wants the road. “He is in no hurry at all,” said Elena Fisk. He believes he will get it “in a year or two”."
    fragment = attributed(text)[-1]
    assert (fragment.said, name(fragment)) == ("in a year or two", "Elena Fisk")


def test_items_of_a_reported_list() -> None:
    """Bullets under a reported colon are the speaker's; behind the list the author speaks again."""
    text = "The Egyptian delegation said that its terms were:\n\n  • A cap on the flow.\n  • No filling in May.\n\nThe talks end on Friday."
    _, first, second, last = read(text).statements
    assert [(s.form, s.said, s.speaker.party if s.speaker else None) for s in (first, second)] == [
        ("reported", "A cap on the flow.", "Egypt"),
        ("reported", "No filling in May.", "Egypt"),
    ]
    assert (last.form, last.speaker) == ("own-voice", None)


def test_items_of_the_authors_list() -> None:
    """Bullets under the author's colon are the author's."""
    text = "Three things stand in the way:\n\n- The dam is high.\n- The river is low."
    assert {s.form for s in read(text).statements} == {"own-voice"}


def test_own_voice_beside_reported_speech() -> None:
    """A clause behind a border is the author's."""
    reported, own = read(
        "Egypt said that it would sign, but Sudan has heard this many times before and waits."
    ).statements
    assert (reported.form, reported.said) == ("reported", "it would sign")
    assert (own.form, own.said) == ("own-voice", "Sudan has heard this many times before and waits.")


def test_terms_of_a_plan() -> None:
    """ "Their revisions ..." behind "the Sudanese made a counterproposal" tell the terms of that party."""
    text = (
        "Sudan made a counterproposal on the river. Its revisions include a lower dam. Rain fell in Cairo. Egypt left."
    )
    assert [s.terms_of for s in read(text).statements] == ["Sudan", "Sudan", None, None]


def test_what_is_left_out_says_nothing() -> None:
    """A marked span has no statement, and those around it keep their offsets."""
    text = "Share this page with friends. Egypt said that it would sign."
    marked = document(text, marks=(Mark(0, 29, "navigation"),))
    (statement,) = read_record(marked, default_vocabulary()).statements
    assert statement.passage.text == "Egypt said that it would sign."
    assert text[statement.passage.start : statement.passage.end] == statement.passage.text


@pytest.mark.parametrize("text", ["", "\n\n", "***", "“”", "...", "“", "1."])
def test_nothing_said(text: str) -> None:
    """Documents without words give an empty record."""
    record = read(text)
    assert record.statements == ()
    assert record.meetings == ()
    assert record.gates == ()


def test_ids_are_unique() -> None:
    """Two who are said to say the same words have an id each."""
    record = read("Egypt said and Sudan insisted that the river is low. “We wait,” said Farouk. “We wait,” said Idris.")
    ids = [s.id for s in record.statements]
    assert len(ids) == len(set(ids)) >= 3


def test_a_label_is_no_second_statement() -> None:
    """ "X said:" before a quotation is one attribution, with X alone as its speaker."""
    assert words("Amina Farouk said: “We go home.”") == [(FAROUK, "We go home.")]


def test_a_text_that_ends_before_what_is_said_says_nothing() -> None:
    for text in ("0TOLD&THAT", "The minister told that", "He said that"):
        assert all(s.form == "own-voice" for s in read_record(document(text), default_vocabulary()).statements)


TOLD = [
    (
        "Olga Nilsen: The quota is too small.\n\nThe ministry did not answer.",
        [
            "Olga Nilsen (?) | reported state | The quota is too small | :",
            "- | own-voice state negated | The ministry did not answer.",
        ],
    ),
    (
        "Amina Farouk said: “We came with a plan.\n\n“They came with none.\n\n“So we go home.”\n\nThe talks ended.",
        [
            "Amina Farouk (?) | quotation verbatim state negated | We came with a plan. … They came with none. … So we go home. | said",
            "- | own-voice state | The talks ended.",
        ],
    ),
    (
        "Azerbaijani media say that Aliyev told his ministers that the road would open.",
        [
            "Azerbaijani media (Azerbaijan) | reported state | Azerbaijan to - | Aliyev told his ministers that the road would open | say",
            "Ilham Aliyev (Azerbaijan) | told by Azerbaijani media | reported state | Azerbaijan to - | the road would open | told",
        ],
    ),
    (
        "“We fish.” — Olga Nilsen, skipper\n\n“We rest.”\n— Erik Sund\n\nThe harbour was full.",
        [
            "Olga Nilsen (?) | quotation verbatim state | We fish. | —",
            "Erik Sund (?) | quotation verbatim state | We rest. | Erik Sund",
            "- | own-voice state | The harbour was full.",
        ],
    ),
    (
        "“That is more than before,” Amina Farouk said. “It is our last word.”",
        [
            "Amina Farouk (?) | quotation verbatim state | That is more than before | said",
            "Amina Farouk (?) | quotation verbatim state | It is our last word.",
        ],
    ),
    (
        "Mira Colt left Tolvik Motors. “We wait,” said Tolvik Motors CEO Mira Colt.",
        [
            "- | own-voice state | Mira Colt left Tolvik Motors.",
            "Mira Colt (Tolvik Motors) | quotation verbatim state | Tolvik Motors to - | We wait | said",
        ],
    ),
    (
        "“Is it fair?” Erik Sund asked.",
        [
            "Erik Sund (?) | quotation verbatim state | Is it fair? | asked",
        ],
    ),
    (
        'Amina Farouk, an Egyptian diplomat, said that the talks had failed. Nikol Pashinyan told reporters: "We have signed nothing at all."',
        [
            "Amina Farouk (Egypt) | reported state judgement | Egypt to - | the talks had failed | said",
            "Nikol Pashinyan (Armenia) | quotation translated accept negated | Armenia to - | We have signed nothing at all. | told",
        ],
    ),
    (
        "On 2 December the envoys of Alba and Boria met in Geneva, and Bela Kost said that Anna Orlin had stolen the money.",
        [
            "- | own-voice meet | Alba to - | On 2 December the envoys of Alba and Boria met in Geneva",
            "Bela Kost (?) | reported state | Anna Orlin had stolen the money | said",
        ],
    ),
    (
        "The Egyptian delegation said that its terms were:\n\n  • A cap on the flow.\n  • No filling in May.\n\nThe talks end on Friday.",
        [
            "Egyptian delegation (Egypt) | reported state | Egypt to - | its terms were | said",
            "Egyptian delegation (Egypt) | reported state | Egypt to - | A cap on the flow. | said",
            "Egyptian delegation (Egypt) | reported state | Egypt to - | No filling in May. | said",
            "- | own-voice state | The talks end on Friday.",
        ],
    ),
    (
        "The leader of the guild, Erik Sund, came late. “We sail,” he said.",
        [
            "- | own-voice state | The leader of the guild, Erik Sund, came late.",
            "Erik Sund (guild) | quotation verbatim state | guild to - | We sail | said",
        ],
    ),
    (
        "In a letter to the board, Lena Orr wrote that the mill must stay open.",
        [
            "Lena Orr (?) | reported state judgement | the mill must stay open | wrote",
        ],
    ),
    (
        "Lena Orr was quoted as saying that the toll was a theft.",
        [
            "Lena Orr (?) | reported state | the toll was a theft | saying",
        ],
    ),
    (
        "As Lena Orr told reporters, the toll is a theft.",
        [
            "Lena Orr (?) | reported state | the toll is a theft | told",
        ],
    ),
]


@pytest.mark.parametrize(("text", "expected"), TOLD)
def test_all_statements_of_a_text(text: str, expected: list[str]) -> None:
    """Who says exactly which words, where others are told of, quoted again or signed below; the rest is the author's."""
    assert facts(text, "statements") == expected


@pytest.mark.parametrize(
    ("text", "owners"),
    [
        (
            "Ukraine drafted a plan of 28 points. Their list includes a cap on troops. The road is closed.",
            ["Ukraine", "Ukraine", None],
        ),
        ("Ukraine met Russia. It has demands on the port and more.", [None, "Ukraine"]),
        ("Ukraine met Russia. It left the hall at noon.", [None, None]),
        ("A plan of 28 points is on the table. Their list is long and includes a cap.", [None, None]),
    ],
)
def test_whose_plan_a_sentence_tells_the_terms_of(text: str, owners: list[str | None]) -> None:
    """A sentence about a party that names a plan begins its terms, "their" goes on with them, another subject ends them."""
    assert [s.terms_of for s in read(text).statements] == owners
