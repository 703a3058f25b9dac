"""Quotation marks of every usual style, nested, over paragraphs, unclosed; apostrophes are none."""

from __future__ import annotations

import pytest

from zopa.text.quotations import Quoted, find_quoted


def quoted(text: str) -> list[Quoted]:
    """Quotations of a text whose paragraphs are its lines."""
    spans: list[tuple[int, int]] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            spans.append((at, at + len(line)))
        at += len(line) + 1
    return find_quoted(text, spans)


def inner(text: str) -> list[str]:
    return [text[q.inner_start : q.inner_end] for q in quoted(text)]


@pytest.mark.parametrize(
    "text",
    [
        'He said "the river is ours" and left.',
        "He said “the river is ours” and left.",
        "He said «the river is ours» and left.",
        "He said „the river is ours“ and left.",
        "He said „the river is ours” and left.",
        "He said ”the river is ours” and left.",
        "He said »the river is ours« and left.",
        "He said ‹the river is ours› and left.",
        "He said 'the river is ours' and left.",
        "He said ‘the river is ours’ and left.",
    ],
)
def test_styles(text: str) -> None:
    """Straight, curly, guillemets either way, low-high, Swedish and single marks enclose the same words."""
    (span,) = quoted(text)
    assert text[span.inner_start : span.inner_end] == "the river is ours"
    assert (span.start, span.end) == (span.inner_start - 1, span.inner_end + 1)
    assert span.closed
    assert span.depth == 0


def test_french_spacing() -> None:
    """Guillemets may stand apart from the words."""
    assert [words.strip() for words in inner("Il dit « le fleuve est à nous » et part.")] == ["le fleuve est à nous"]


@pytest.mark.parametrize(
    "text",
    [
        "It is Egypt's river and the states' concern, isn't it?",
        "It is Egypt’s river and the states’ concern, isn’t it?",
        "Back in the '90s they met.",
        "A wall 6' high",
        "no marks at all",
        "",
    ],
)
def test_apostrophes_are_no_quotation_marks(text: str) -> None:
    """Possessives, elisions, feet and plain text hold no quotation."""
    assert quoted(text) == []


@pytest.mark.parametrize(
    ("text", "outer", "nested"),
    [
        ("“He told me ‘no’ twice,” she said.", "He told me ‘no’ twice,", "no"),
        ("\"He told me 'not yet' twice,\" she said.", "He told me 'not yet' twice,", "not yet"),
        ("«He told me „no“ twice», she said.", "He told me „no“ twice", "no"),
    ],
)
def test_nested(text: str, outer: str, nested: str) -> None:
    """A quotation inside another is one level deeper."""
    assert [(text[q.inner_start : q.inner_end], q.depth) for q in quoted(text)] == [(outer, 0), (nested, 1)]


@pytest.mark.parametrize(
    "text",
    [
        "He said: ‘the states’ rights stand and we’ll defend them.’",
        "He said: 'the states' rights stand and we'll defend them.'",
    ],
)
def test_plural_possessive_inside_single_marks(text: str) -> None:
    """The apostrophe of a plural does not close a quotation in single marks that closes later."""
    assert inner(text) == [text[10:-1]]


def test_two_in_one_sentence() -> None:
    """Two quotations stay apart, with straight marks too."""
    assert inner('"We wait," he said, "but not for long."') == ["We wait,", "but not for long."]


def test_unclosed_ends_with_its_paragraph() -> None:
    """A mark that nothing closes quotes the rest of its paragraph."""
    text = "She said: “We wait for the rain.\nThe bus left."
    (span,) = quoted(text)
    assert text[span.inner_start : span.inner_end] == "We wait for the rain."
    assert not span.closed


def test_reopened_paragraphs() -> None:
    """A quotation over paragraphs is opened anew in each and closed in the last; the later ones continue it."""
    spans = quoted("She said: “We wait.\n“We watch.\n“We go,” and went.\n“New,” he said.")
    assert [(s.closed, s.continues) for s in spans] == [(False, False), (False, True), (True, True), (True, False)]


def test_tail_that_only_closes() -> None:
    """Where only the last paragraph closes the quotation, the words before its mark continue it."""
    text = "She said: “We wait.\nNobody else does.” Then she left."
    first, second = quoted(text)
    assert not first.closed
    assert second.continues
    assert text[second.inner_start : second.inner_end] == "Nobody else does."


def test_a_paragraph_with_its_own_quotation_continues_nothing() -> None:
    """An unclosed quotation is not taken up by a later paragraph that opens another one in its middle."""
    spans = quoted("She said: “We wait.\nThe envoy said: “We go.”")
    assert [s.continues for s in spans] == [False, False]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ('"The mill stays,” Karl Voss said. “We win," he added.', ["The mill stays,", "We win,"]),
        ('“The quota is fair," said Erik Sund.', ["The quota is fair,"]),
        ('„The ferry stays," Olga Nilsen said.', ["The ferry stays,"]),
        ("‘The drivers' strike goes on,' said Lena Moor.", ["The drivers' strike goes on,"]),
        ('He said "no boat leaves”. She said “two will".', ["no boat leaves", "two will"]),
        ("“The offer stands,“ said Ida Holm.", ["The offer stands,"]),
        ("‚The offer stands,' said Ida Holm.", ["The offer stands,"]),
    ],
)
def test_marks_of_two_styles(text: str, words: list[str]) -> None:
    """A mark of another style closes where it stands as a closing mark does."""
    assert inner(text) == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The states' rights matter,” she said.", ["The states' rights matter,"]),
        ('“A pipe of 5" leaks,” he said.', ['A pipe of 5" leaks,']),
        ("“We say ‘never’ today,” she said.", ["We say ‘never’ today,"]),
        ("‘The states' rights matter,’ she said.", ["The states' rights matter,"]),
    ],
)
def test_what_only_looks_like_a_mark_of_another_style(text: str, words: list[str]) -> None:
    """Apostrophes, inches and marks inside do not close."""
    assert [q for q in inner(text) if q in words] == words


@pytest.mark.parametrize(
    "text",
    [
        "“\u202fWe sail\u202f,”\u2009Olga Nilsen said.",
        "“ We sail ,” Olga Nilsen said.",
        "\u202a“We sail,”\u202c Olga Nilsen said.",
        '\u200b"We sail,"\u200b Olga Nilsen said.',
        '"\u00a0We sail\u00a0," Olga Nilsen said.',
    ],
)
def test_narrow_spaces_and_unseen_characters_beside_marks(text: str) -> None:
    """Spaces and invisible characters between a mark and its words change nothing."""
    assert [part.strip(" \u202f\u00a0,") for part in inner(text)] == ["We sail"]


@pytest.mark.parametrize("marks", ["「」", "『』", "＂＂", "″″", "❝❞"])
def test_rarer_marks(marks: str) -> None:
    """Marks of East Asian print, primes and ornaments."""
    assert inner(f"{marks[0]}We sail,{marks[1]} Olga Nilsen said.") == ["We sail,"]
