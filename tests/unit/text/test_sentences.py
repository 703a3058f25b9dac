"""Paragraphs and sentences: where they begin and end in the text as read."""

from __future__ import annotations

import pytest
from tests.unit.statements.reading import document

from zopa.sources import Mark
from zopa.text.sentences import LONGEST_SENTENCE, find_paragraphs, find_sentences


def sentences(text: str) -> list[str]:
    return [text[a:b] for p in find_paragraphs(document(text)) for a, b in p.sentences]


def paragraphs(text: str) -> list[str]:
    return [text[p.start : p.end] for p in find_paragraphs(document(text))]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. envoy met Mr. Idris at 9 a.m. near St. Mark.",
        "J. K. Farouk wrote to Gen. A. Hamid.",
        "They offered 4.5 billion. ",
        "“Will you sign?” asked the envoy.",
        "He spoke of art. 5 and no. 7 of the treaty.",
        "“We wait ... we wait long,” he said.",
    ],
)
def test_one_sentence(text: str) -> None:
    """Abbreviations, initials, decimals and a cue behind a question do not end a sentence."""
    assert sentences(text) == [text.strip()]


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Egypt waits. Sudan acts.", ["Egypt waits.", "Sudan acts."]),
        ("They came from the U.S. The talks began.", ["They came from the U.S.", "The talks began."]),
        ("He said no. Sudan left.", ["He said no.", "Sudan left."]),
        ("“We wait.” Sudan left.", ["“We wait.”", "Sudan left."]),
        ("Will it hold? Nobody knows!", ["Will it hold?", "Nobody knows!"]),
        ("“We wait. We watch.” That was all.", ["“We wait.", "We watch.”", "That was all."]),
        ("", []),
        (" \n\n ", []),
    ],
)
def test_sentence_ends(text: str, parts: list[str]) -> None:
    """A full stop, question or exclamation mark ends a sentence, its closing mark included."""
    assert sentences(text) == parts


def test_lines_are_paragraphs() -> None:
    """Each line is a paragraph where the text is not broken by an editor."""
    assert paragraphs("The dam is full.\nThe gates are shut.\r\n\r\nNobody came.") == [
        "The dam is full.",
        "The gates are shut.",
        "Nobody came.",
    ]


def test_a_line_that_goes_on_in_lower_case_is_joined() -> None:
    """A break in mid-sentence does not end the paragraph."""
    text = "The two states have shared the\nriver for a century. They go on."
    assert paragraphs(text) == [text]
    assert sentences(text) == ["The two states have shared the\nriver for a century.", "They go on."]


def test_hard_wrapped_text() -> None:
    """In a text that an editor has broken at a column, only an empty line parts paragraphs."""
    first = (
        "The two states have shared the river for a century, and they have\n"
        "quarrelled about it for as long. Egypt wants the old treaty back.\n"
        "Sudan wants a new one. Ethiopia, which built the dam above them,\n"
        "wants neither of the two, and says so at every round of the talks."
    )
    second = "The next round is in May."
    assert paragraphs(f"{first}\n\n{second}\n") == [first, second]


@pytest.mark.parametrize("bullet", ["• ", "- ", "– ", "1. ", "2) ", "(a) ", "* "])
def test_items_of_a_list(bullet: str) -> None:
    """An item begins behind its bullet or number, and is marked as one."""
    first, second = find_paragraphs(document(f"The terms:\n  {bullet}A cap on the flow."))
    assert (first.is_item, second.is_item) == (False, True)
    assert document(f"The terms:\n  {bullet}A cap on the flow.").text[second.start : second.end] == "A cap on the flow."


def test_what_is_left_out_has_no_sentences() -> None:
    """A span that is marked as left out is not analysed; one that is only pointed at is."""
    text = "Subscribe to our letter. Egypt waits. Share this."
    marks = (Mark(0, 24, "navigation"), Mark(25, 37, "look-alike letters", left_out=False), Mark(38, 49, "navigation"))
    found = find_paragraphs(document(text, marks=marks))
    assert [text[a:b] for p in found for a, b in p.sentences] == ["Egypt waits."]


@pytest.mark.parametrize(
    ("unit", "ends"),
    [
        ("the union demands pay, and ", ","),
        ("the union demands pay and ", "abcdefghijklmnopqrstuvwxyz"),
        ("pay:and:", ":"),
    ],
)
def test_what_is_longer_than_any_sentence_is_cut(unit: str, ends: str):
    """Behind a comma, else between two words, else behind another mark; no word is cut or lost, and none of the pieces is long."""
    text = unit * (5_000 // len(unit))
    found = find_sentences(text, 0, len(text))
    assert max(b - a for a, b in found) <= LONGEST_SENTENCE
    assert "".join(text[a:b] for a, b in found).replace(" ", "") == text.replace(" ", "")
    words = [word for a, b in found for word in text[a:b].replace(":", " ").split()]
    assert words == text.replace(":", " ").split()
    assert all(text[b - 1] in ends for _, b in found[:-1])


def test_a_long_word_stays_whole():
    """A key or an address is no two words."""
    text = "a" * 3_000 + " met the council. Then it left."
    assert next(text[a:b] for a, b in find_sentences(text, 0, len(text))).startswith("a" * 3_000)


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("He met J. Falk. They left.", ["He met J. Falk.", "They left."]),
        ("They came from the U.S. Falk did not.", ["They came from the U.S. Falk did not."]),
        *((f"They came from the U.S. {word} left.", ["They came from the U.S.", f"{word} left."]) for word in "The A An He She It They But In On At This That We I".split()),
        ("No. 7 fell. No. Nobody fell.", ["No. 7 fell.", "No.", "Nobody fell."]),
        ("They left ... and came back.", ["They left ... and came back."]),
        ("They left ... Nobody came back.", ["They left ...", "Nobody came back."]),
        ("“They left ... Nobody came.” Falk wept.", ["“They left ...", "Nobody came.”", "Falk wept."]),
        ("“They left ... [Nobody] came.” Falk wept.", ["“They left ... [Nobody] came.”", "Falk wept."]),
        ("They left? (Nobody knows.) Falk wept.", ["They left?", "(Nobody knows.)", "Falk wept."]),
        ("They left! – falk wept.", ["They left! – falk wept."]),
    ],
)  # fmt: skip
def test_where_a_sentence_ends(text: str, parts: list[str]) -> None:
    """Initials, "No." before a number, points that leave words out, and what begins behind them."""
    assert sentences(text) == parts


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("LIMA (Gazette) - The talks failed.", "The talks failed."),
        ("LIMA, May 3 — The talks failed.", "The talks failed."),
        ("Lima • The talks failed.", "The talks failed."),
        ("Lima – “It failed,” he said.", "“It failed,” he said."),
        ("- The talks failed.", "The talks failed."),
        ("Lima • The talks failed.\nOslo • Nobody came.", "Lima • The talks failed."),
        ("Lima fell – The talks failed.", "Lima fell – The talks failed."),
        ("lima • The talks failed.", "lima • The talks failed."),
    ],
)
def test_what_stands_before_the_words(text: str, first: str) -> None:
    """A dateline and the sign of a list are no part of the paragraph; several places in front are labels."""
    assert sentences(text)[0] == first


def test_lines_that_an_editor_has_broken() -> None:
    """Long lines of about one width are one paragraph; a short line, a label, a list and a blank line begin another."""
    wide = "The board of the harbour met in the afternoon to talk of nets"
    assert len(paragraphs("\n".join([wide] * 4))) == 1
    assert len(paragraphs("\n".join([wide] * 3))) == 3
    assert len(paragraphs("\n".join([wide] * 4 + ["", "It left."]))) == 2
    assert len(paragraphs("\n".join([wide] * 3 + ["- " + wide]))) == 2
    assert len(paragraphs("\n".join([wide + ".", "Ann Lee: " + wide, wide, wide]))) == 2
    assert len(paragraphs("The board met\nin the port.")) == 1
    assert len(paragraphs("The board met.\nin the port.")) == 2
    assert len(paragraphs("The board met\n\nin the port.")) == 2
    assert len(paragraphs("The board met\r\nin the port.")) == 1


def test_a_sentence_too_long_is_cut_where_it_pauses() -> None:
    """Behind a comma of its later half, else a blank, else a mark; a word stays whole, and no letter is lost."""
    for text, ends in (("boats, " * 400, ","), ("boats " * 400, "s"), ("boats.x" * 400, "."), ("b" * 3000, "b")):
        parts = [text[a:b] for a, b in find_sentences(text, 0, len(text))]
        assert "".join("".join(parts).split()) == "".join(text.split())
        assert all(part.endswith(ends) for part in parts[:-1])
        assert all(LONGEST_SENTENCE // 2 < len(part) <= LONGEST_SENTENCE for part in parts[:-1])
        assert (len(parts) > 1) == (text[0] != text[1])
