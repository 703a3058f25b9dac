"""Words that their place on the page gives to somebody: block quotations, signatures, lists behind an announcement."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zopa.sources import read_document
from zopa.statements import read_record
from zopa.text import default_vocabulary

from .reading import attributed, name, words

if TYPE_CHECKING:
    from pathlib import Path

    from zopa.statements import Statement

BODY = (
    "<p>The two boards had met for the third time since spring, and the mood was tense from the first hour to the last one.</p>"
    "<p>Tom Arden, the adviser, left by a side door and did not take questions from those who waited in the rain.</p>"
)


def read_file(folder: Path, text: str, suffix: str) -> list[Statement]:
    """Statements of a file, those of the author too."""
    path = folder / f"a.{suffix}"
    body = f"<html><head><title>Mill</title></head><body><article><h1>Mill</h1>{text}{BODY}</article></body></html>"
    path.write_text(body if suffix == "html" else text, encoding="utf-8")
    document, problems = read_document(path)
    assert document is not None, problems
    return list(read_record(document, default_vocabulary()).statements)


def quoted(statements: list[Statement]) -> list[tuple[str | None, str]]:
    """(speaker, what is said) of the quotations."""
    return [(name(s), s.said) for s in statements if s.form == "quotation"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“The quota is a joke.” — Erik Sund, fisher", "Erik Sund"),
        ("“The quota is a joke.”\n\n-- Erik Sund, head of the guild", "Erik Sund"),
        ("“The quota is a joke.” (Erik Sund, fisher)", "Erik Sund"),
        ("“The quota is a joke.” -Captain Erik Sund", "Erik Sund"),
        ("❗️“The quota is a joke.” – Erik Sund", "Erik Sund"),
        ("Quote of the day: “The quota is a joke.” ~ Erik Sund", "Erik Sund"),
    ],
)
def test_a_line_behind_a_quotation_signs_it(text: str, who: str) -> None:
    """Behind a dash or in brackets, in the same line or the next."""
    assert words(text + "\n\nThe harbour was full.") == [(who, "The quota is a joke.")]


@pytest.mark.parametrize("behind", [" — The hall was silent.", " (The hall clapped.)", "\n\n— The hall was silent."])
def test_a_sentence_behind_a_quotation_signs_nothing(behind: str) -> None:
    """A clause behind a dash is no name."""
    assert [
        who for who, _ in words(f"“We stay,” Ida Holm said. “We win.”{behind}") if who not in {None, "Ida Holm"}
    ] == []


def test_each_quotation_has_its_own_signature() -> None:
    """The speaker of the one above is not carried over."""
    text = "“We fish.” — Olga Nilsen, skipper\n\n“We rest.”\n— Erik Sund\n\nThe harbour was full."
    assert words(text) == [("Olga Nilsen", "We fish."), ("Erik Sund", "We rest.")]


@pytest.mark.parametrize(
    ("suffix", "text"),
    [
        (
            "html",
            "<p>Olga Nilsen wrote to the crews:</p><blockquote><p>We strike on Friday. We mean it.</p></blockquote><p>She left.</p>",
        ),
        ("html", "<p>Olga Nilsen posted on Sunday.</p><blockquote>We strike on Friday. We mean it.</blockquote>"),
        (
            "html",
            "<blockquote><p>We strike on Friday. We mean it.</p><footer>— Olga Nilsen, skipper</footer></blockquote>",
        ),
        ("html", "<blockquote>We strike on Friday. We mean it. <cite>Olga Nilsen, skipper</cite></blockquote>"),
        (
            "html",
            "<blockquote><p>We strike on Friday. We mean it.</p>&mdash; Olga Nilsen (@olga) <a href='x'>May 3, 2025</a></blockquote>",
        ),
        ("md", "Olga Nilsen said in a letter:\n\n> We strike on Friday.\n> We mean it.\n\nNobody answered.\n"),
        (
            "md",
            "The union wrote.\n\n> We strike on Friday. We mean it.\n>\n> — Olga Nilsen, skipper\n\nNobody answered.\n",
        ),
        (
            "md",
            "[Olga Nilsen](https://a.example/o) said in a *letter*:\n\n- We strike on Friday.\n- We mean it.\n\nNobody answered.\n",
        ),
        ("html", "<p>Olga Nilsen told the crews:</p><ul><li>We strike on Friday.</li><li>We mean it.</li></ul>"),
    ],
)
def test_words_set_as_a_block(suffix: str, text: str, tmp_path: Path) -> None:
    """A block quotation, an embedded post or a list behind an announcement: quotations of whom the text names."""
    assert quoted(read_file(tmp_path, text, suffix))[:2] == [
        ("Olga Nilsen", "We strike on Friday."),
        ("Olga Nilsen", "We mean it."),
    ]


def test_a_block_that_nobody_signs_is_nobodys(tmp_path: Path) -> None:
    """Not the author's own voice, and nobody's words either; the post below another is not that one's."""
    text = "<p>The board met.</p><blockquote>The mill must close.</blockquote>"
    assert quoted(read_file(tmp_path, text, "html")) == [(None, "The mill must close.")]


def test_a_block_that_tells_itself_who_speaks(tmp_path: Path) -> None:
    """An excerpt of another report is read as text is."""
    text = "The paper reported on it.\n\n> “We strike,” said Olga Nilsen.\n> Erik Sund said the mill was dead.\n"
    found = {s.said: name(s) for s in read_file(tmp_path, text, "md") if s.speaker}
    assert (found["We strike"], found["the mill was dead"]) == ("Olga Nilsen", "Erik Sund")


@pytest.mark.parametrize(
    "text",
    [
        '*"We strike on Friday,"* Olga Nilsen said.',
        '"We strike on Friday," said **Olga Nilsen**.',
        '__"We strike on Friday,"__ [Olga Nilsen](https://a.example) told the press.',
        '**Olga Nilsen:** "We strike on Friday."',
        "_“We strike on Friday,”_ said ***Olga Nilsen***.",
    ],
)
def test_emphasis_and_links_change_nothing(text: str, tmp_path: Path) -> None:
    """Signs of Markdown between the quotation and its speaker."""
    (found,) = quoted(read_file(tmp_path, text + "\n", "md"))
    assert (found[0], found[1].rstrip(".")) == ("Olga Nilsen", "We strike on Friday")


def test_no_sentence_reaches_over_a_block(tmp_path: Path) -> None:
    """Pull quotes, items and boxes without a full stop end where their element ends; a broken line goes on."""
    text = (
        "<div>A box without a stop</div><ul><li>the toll rises</li><li>the gate opens</li></ul><aside>“We cannot wait”</aside>"
        "<p>He rejected the offer of the<br>union on Monday.</p>"
    )
    passages = [s.passage.text for s in read_file(tmp_path, text, "html") if s.form != "quotation"]
    assert [p for p in passages if "\n" in p] == ["He rejected the offer of the\nunion on Monday."]


@pytest.mark.parametrize("lead", ["Then: ", "10:42 ", "🚢 ", "> ", "• ", "[14:05] ", "Update: "])
def test_something_before_the_quotation(lead: str) -> None:
    """A time, a sign or a label in front is no part of the words, and they are told once."""
    (found,) = attributed(f"{lead}“No ship leaves,” Rosa Brandt told the crew.")
    assert (found.form, name(found), found.said) == ("quotation", "Rosa Brandt", "No ship leaves")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Is it fair?” Erik Sund asked.", [("Erik Sund", "Is it fair?")]),
        ("“Never again!” the mayor shouted. The hall was silent.", [("mayor", "Never again!")]),
        (
            "'Who pays?' Olga Nilsen asked. 'Not us!' said Erik Sund.",
            [("Olga Nilsen", "Who pays?"), ("Erik Sund", "Not us!")],
        ),
        (
            "“Why now?” Olga Nilsen told the press, “when boats are full?”",
            [("Olga Nilsen", "Why now? … when boats are full?")],
        ),
        ("“Will you sign?” Ida Holm said that nobody had asked her.", [("Ida Holm", "nobody had asked her")]),
        ("“It is late!” The talks continued.", []),
    ],
)
def test_a_question_before_its_speaker(text: str, expected: list[tuple[str, str]]) -> None:
    """A sentence that only tells who says it belongs to the quotation before it; one with words of its own does not."""
    found = [(who, said) for who, said in words(text) if who]
    assert found == expected


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("“The boats are full of rust,” growled Erik Sund.", "Erik Sund"),
        ('"We never agreed to this," Ida Holm fired back.', "Ida Holm"),
        ("“The mill is dead,” thundered the union's leader, Karl Voss.", "Karl Voss"),
        ("'Nobody asked us,' moaned skipper Olga Nilsen.", "Olga Nilsen"),
        ("“Not one boat,” fumed Erik Sund on Monday.", "Erik Sund"),
    ],
)
def test_rarer_verbs_of_saying(text: str, who: str) -> None:
    """Verbs of manner, before and behind their subject."""
    assert [found for found, _ in words(text)] == [who]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The leader of the guild, Erik Sund, came late. “We sail,” he said.", "Erik Sund"),
        ("Her deputy at the ministry, Olga Nilsen, walked out. “We sail,” she said.", "Olga Nilsen"),
        ("The mayor left. Olga Nilsen, the skipper, stayed. “We sail,” she said.", "Olga Nilsen"),
    ],
)
def test_the_name_between_commas_is_whom_the_pronoun_means(text: str, who: str) -> None:
    """An office with a name in apposition: the name, not the office."""
    assert words(text) == [(who, "We sail")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Will Lind said the mill was dead.", ("Will Lind", "the mill was dead")),
        ("“The mill is dead,” said August Lind.", ("August Lind", "The mill is dead")),
        ("April Moss told the press the mill was dead. Grace Moss left.", ("April Moss", "the mill was dead")),
        ("“The mill is dead,” May Brandt said.", ("May Brandt", "The mill is dead")),
    ],
)
def test_given_names_that_are_words(text: str, expected: tuple[str, str]) -> None:
    """Months and verbs as given names."""
    assert words(text) == [expected]


@pytest.mark.parametrize(
    "text", ["Will Norway sign the pact?", "In August Peru left.", "Last June Ecuador left.", "May Russian ships pass?"]
)
def test_words_that_are_no_given_names(text: str) -> None:
    """Before a state, behind a preposition of time, at the head of a question."""
    assert words(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Norway, which left the pact in May, condemned Peru.",
        "Erik Sund, writing in the Ledger, mocked the leader of the guild.",
        "The following week, the crews quarrelled over pay.",
        "A day later, Ida Holm objected.",
    ],
)
def test_a_subject_or_a_time_is_not_what_is_said(text: str) -> None:
    """What stands in front of the verb holds whoever it is about, or when."""
    assert words(text) == []


def test_a_caption_signs_the_block_above(tmp_path: Path) -> None:
    """The line behind a dash below a block quotation is kept with it."""
    text = f"{BODY}<figure><blockquote>We strike on Friday.</blockquote><figcaption>— Olga Nilsen, skipper</figcaption></figure>"
    assert quoted(read_file(tmp_path, text, "html")) == [("Olga Nilsen", "We strike on Friday.")]


def test_a_quotation_taken_up_with_a_cue_of_its_own() -> None:
    """Over two paragraphs, each with its cue: one quotation, told once."""
    text = "“We sail on Monday,” Olga Nilsen said, “and on Tuesday we rest.\n\n“On Friday we sail again,” she added, “and win.”"
    (statement,) = attributed(text)
    assert name(statement) == "Olga Nilsen"
    assert [part.text for part in statement.content] == [
        "We sail on Monday",
        "and on Tuesday we rest.",
        "On Friday we sail again",
        "and win.",
    ]


def test_a_guess_behind_a_question_is_its_speakers() -> None:
    """Verbs of thinking tell who says a quotation too."""
    assert words("“How many boats?” said Ida Holm. “Ten?” Karl Voss guessed.") == [
        ("Ida Holm", "How many boats?"),
        ("Karl Voss", "Ten?"),
    ]


def test_a_credit_line_that_stands_twice_gives_the_words_above_it() -> None:
    """Pulled quotations without marks, each with the same name and office below; once, it is a caption."""
    credit = "Erik Sund, president - Fishers' Guild"
    text = f"The guild met on Monday.\n\nWe did not sign the quota.\n\n{credit}\n\nThe hall was full.\n\nThey left us alone.\n\n{credit}\n"
    assert words(text) == [("Erik Sund", "We did not sign the quota."), ("Erik Sund", "They left us alone.")]
    below = text.replace(f"\n\n{credit}", f"\n{credit}")
    assert words(below) == words(text)
    once = f"The guild met on Monday.\n\nWe did not sign the quota.\n\n{credit}\n\nThe hall was full.\n"
    assert words(once) == []
