"""Who says what in one sentence: frames, order, negation, coordination. One invented sentence a case."""

from __future__ import annotations

import pytest

from zopa.statements.clauses import build_unit, has_verb
from zopa.text.quotations import Quoted

from .reading import attributed, name, only, read, said, words

FAROUK = "Amina Farouk"


@pytest.mark.parametrize(
    "text",
    [
        "Amina Farouk said that the gates stay shut.",
        "Amina Farouk said the gates stay shut.",
        "Amina Farouk, the Egyptian water minister, said on Tuesday in Cairo that the gates stay shut.",
        "Amina Farouk told reporters that the gates stay shut.",
        "Amina Farouk told the River Commission that the gates stay shut.",
        "Amina Farouk made it clear that the gates stay shut.",
        "Amina Farouk has repeatedly insisted that the gates stay shut.",
        "The gates stay shut, Amina Farouk said.",
        "The gates stay shut, said Amina Farouk.",
        "The gates stay shut, according to Amina Farouk.",
        "According to Amina Farouk, the gates stay shut.",
        "Amina Farouk: The gates stay shut.",
        "Speaking in Cairo, Amina Farouk said that the gates stay shut.",
        "In a statement, Amina Farouk said the gates stay shut.",
        "Amina Farouk was quoted as saying that the gates stay shut.",
        "The envoy was told by Amina Farouk that the gates stay shut.",
    ],
)
def test_reported_speech(text: str) -> None:
    """However it is told, the speaker and the words are the same."""
    statement = only(text)
    assert (statement.form, name(statement)) == ("reported", FAROUK)
    assert statement.said.lower() == "the gates stay shut"


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        (
            "The aim, explained the minister, Amina Farouk, was to keep both dams open.",
            ["The aim", "was to keep both dams open"],
        ),
        ("The talks, Amina Farouk said, are a waste of time.", ["The talks", "are a waste of time"]),
        ("Both dams, according to Amina Farouk, will be open in May.", ["Both dams", "will be open in May"]),
    ],
)
def test_split_by_the_cue(text: str, parts: list[str]) -> None:
    """A clause that the cue cuts in two is one statement of two passages."""
    statement = only(text)
    assert (name(statement), said(statement)) == (FAROUK, parts)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            "Amina Farouk said that the dam is full; Ahmed Idris replied that it is not.",
            [(FAROUK, "the dam is full"), ("Ahmed Idris", "it is not")],
        ),
        (
            "While Amina Farouk said that the dam is full, Ahmed Idris said that it is not.",
            [(FAROUK, "the dam is full"), ("Ahmed Idris", "it is not")],
        ),
        (
            "Amina Farouk said that the dam is full and warned that it may burst.",
            [(FAROUK, "the dam is full"), (FAROUK, "it may burst")],
        ),
        (
            "Amina Farouk said that the dam is full, adding that it may burst.",
            [(FAROUK, "the dam is full"), (FAROUK, "it may burst")],
        ),
    ],
)
def test_several_in_one_sentence(text: str, found: list[tuple[str, str]]) -> None:
    """Each cue takes its own words, and one that shares its subject takes the subject."""
    assert words(text) == found


def test_attribution_chain() -> None:
    """Words inside another's reported words are that speaker's, reported by the other."""
    outer, inner = attributed("Azerbaijani media say that Aliyev told his ministers that the road would open.")
    assert (name(outer), outer.reported_by) == ("Azerbaijani media", ())
    assert (name(inner), inner.said, inner.reported_by) == (
        "Ilham Aliyev",
        "the road would open",
        ("Azerbaijani media",),
    )


@pytest.mark.parametrize(
    ("text", "negated"),
    [
        ("Amina Farouk said that Egypt signed the treaty.", False),
        ("Amina Farouk did not say that Egypt signed the treaty.", True),
        ("Amina Farouk never claimed that Egypt signed the treaty.", True),
        ("Amina Farouk said that Egypt has not signed the treaty.", True),
    ],
)
def test_negation(text: str, negated: bool) -> None:
    """Denied saying and denied content both show."""
    assert only(text).negated is negated


def test_denied() -> None:
    """Whoever denies something is the speaker, and the deed is a refusal to admit it."""
    statement = only("Sudan denied that it had closed the gates.")
    assert (name(statement), statement.said, statement.act) == ("Sudan", "it had closed the gates", "reject")


@pytest.mark.parametrize(
    "text", ["It is believed that the two states will meet in June.", "Egypt and Sudan, it is said, will meet in June."]
)
def test_nobody_in_particular(text: str) -> None:
    """An impersonal passive has no speaker and is hedged."""
    statement = only(text)
    assert statement.speaker is None
    assert statement.hedged


@pytest.mark.parametrize(
    "text",
    [
        "I think the talks were long.",
        "This tells me that the gates stay shut.",
        "Egypt plans to tell Sudan that the gates stay shut.",
        "The state of the dam is poor and the reports are old.",
        "A village called Abu Simbel lies near the dam.",
        "They met on the note and the answer.",
        "Egypt should understand that the gates stay shut.",
        "Egypt must realise that the gates stay shut.",
    ],
)
def test_no_attribution(text: str) -> None:
    """The author's own judgement, a plan to speak, and nouns that look like cues attribute nothing."""
    assert attributed(text) == []


@pytest.mark.parametrize(
    ("text", "said_"),
    [
        ("Ilham Aliyev asked whether the road would open.", "whether the road would open"),
        ("Ilham Aliyev explained how the road would open.", "how the road would open"),
        ("Ilham Aliyev vowed to open the road.", "to open the road"),
        ("Ilham Aliyev warned of war on the border.", "war on the border"),
        ("Ilham Aliyev described the map as “a bad joke”.", "the map as “a bad joke”"),
        ("Ilham Aliyev called the map a joke.", "the map a joke"),
        ("Ilham Aliyev posted a photo with the caption “Done”.", "Done"),
        ("Ilham Aliyev repeated his threat: “We will close the road for good.”", "We will close the road for good."),
    ],
)
def test_other_frames(text: str, said_: str) -> None:
    """Questions, wishes, names for a thing and announced words are contents too."""
    statement = attributed(text)[0]
    assert (name(statement), statement.said) == ("Ilham Aliyev", said_)


@pytest.mark.parametrize(
    ("text", "mention"),
    [
        ("“We go home,” Amina Farouk said.", "Amina Farouk"),
        ("“We go home,” said the Egyptian water minister, Amina Farouk.", "the Egyptian water minister, Amina Farouk"),
        ("Amina Farouk, who had been in Cairo, said that it was late.", "Amina Farouk"),
    ],
)
def test_the_mention_beside_the_cue(text: str, mention: str) -> None:
    """The speaker's span holds the words that name the speaker: no quotation mark, no clause."""
    speaker = only(text).speaker
    assert speaker is not None
    assert text[speaker.start : speaker.end] == mention


def test_the_cue_is_kept() -> None:
    """The words that attribute are a passage of their own."""
    for text, cue in [
        ("According to Egypt, it rained.", "According to"),
        ("Egypt pointed out that it rained.", "pointed out"),
    ]:
        found = only(text).cue
        assert found is not None
        assert found.text == cue


def test_hard_wrapped_lines() -> None:
    """A line break in mid-sentence changes nothing."""
    text = (
        "Amina Farouk told reporters in the old harbour that the Egyptian side\n"
        "had put forward a new plan for the river. She said that Sudan had until\n"
        "the end of the month to answer it, and that no side would have to give\n"
        "up more than the other. Nobody else spoke on that day in the harbour."
    )
    plan, sudan = attributed(text)
    assert plan.said == "the Egyptian side\nhad put forward a new plan for the river"
    assert (name(sudan), sudan.said.split()[0]) == (FAROUK, "Sudan")
    assert len(read(text).statements) == 3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Norway is late", True),
        ("Norway will go", True),
        ("Norway may go", True),
        ("Norway signed", True),
        ("Norway left", True),
        ("Norway signs the pact", True),
        ("Norway signs it", True),
        ("Norway signs to them", True),
        ("Norway signs for Peru", True),
        ("Norway does not", True),
        ("They want peace", True),
        ("Norway wrote", True),
        ("Norway trusts them", True),
        ("The vote of May", False),
        ("In May the vote", False),
        ("signed pacts", False),
        ("Norway signs pacts", False),
        ("The ships that sail", False),
        ("the boats in port", False),
        ("the unions of Peru", False),
        ("big new port", False),
        ("Peru and Kenya", False),
        ("the us", False),
    ],
)
def test_a_clause_shows_by_its_verb(text: str, found: bool) -> None:
    """A past form, an auxiliary, or a form in -s behind a singular and before what a verb takes; not May, no plural, no first word."""
    unit = build_unit(text, 0, len(text), (), [])
    assert has_verb(unit, 0, len(unit.tokens) - 1) is found


def test_where_each_word_stands() -> None:
    """Quotation, bracket and name of each word, marks included; what is quoted inside a quotation belongs to the outer one."""
    text = "Mira Colt (of Lund) said “we wait” to Ana."
    quoted = (Quoted(text.index("“"), text.index("”") + 1, text.index("we"), text.index("”"), 0, True),)
    unit = build_unit(text, 0, len(text), quoted, [(0, 9), (text.index("Ana"), text.index("Ana") + 3)])
    words = [token.text for token in unit.tokens]
    assert [w for w, q in zip(words, unit.quote, strict=True) if q == 0] == ["“", "we", "wait", "”"]
    assert [w for w, b in zip(words, unit.bracket, strict=True) if b] == ["(", "of", "Lund", ")"]
    assert [(w, m) for w, m in zip(words, unit.mention, strict=True) if m >= 0] == [
        ("Mira", 0),
        ("Colt", 0),
        ("Ana", 1),
    ]
    opens = [words[k] for k in range(len(words)) if unit.opens_quote(k)]
    closes = [words[k] for k in range(len(words)) if unit.closes_quote(k)]
    assert (opens, closes) == (["“"], ["”"])
    assert not any(unit.opens_quote(k) or unit.closes_quote(k) for k in (-1, len(words)))
    assert (unit.low(0), unit.low(-1), unit.low(len(words))) == ("mira", "", "")


def test_only_quotations_inside_the_unit_count() -> None:
    """One that begins before it or ends behind it is another's; so is one inside another."""
    text = "“a b” c “d” e"
    spans = ((0, 5, 0), (8, 11, 0), (8, 11, 1))
    quoted = tuple(Quoted(a, b, a + 1, b - 1, depth, True) for a, b, depth in spans)
    assert build_unit(text, 0, len(text), quoted, []).quotations == quoted[:2]
    assert build_unit(text, 0, 4, quoted, []).quotations == ()
    assert build_unit(text, 1, 10, quoted, []).quotations == ()
    assert build_unit(text, 8, 11, quoted, []).quotations == quoted[1:2]
