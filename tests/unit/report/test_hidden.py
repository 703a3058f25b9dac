"""Hidden characters are shown; spelling is left alone."""

import pytest

from zopa.report.hidden import one_line, visible, visible_slices


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("\x1b[31mred", "␛[31mred"),
        ("a\x07b\x08\x7f", "a␇b␈␡"),
        ("a\x9bb", "a‹U+009B›b"),
        ("\u202e003\u202c \u2066x\u2069", "‹U+202E›003‹U+202C› ‹U+2066›x‹U+2069›"),
        ("zero\u200bwidth\ufeff\u00ad", "zero‹U+200B›width‹U+FEFF›‹U+00AD›"),
        ("a\r\nb\rc\td", "a\nb␍c\td"),
        ("\ud800", "‹U+D800›"),
        ("tag\U000e0041", "tag‹U+E0041›"),
    ],
)
def test_hidden_characters_are_shown(text, shown):
    assert visible(text) == shown


@pytest.mark.parametrize("text", ["می\u200cخواهم", "👩\u200d👩\u200d👧", "שלום\u200f!", "क्\u200dष"])
def test_marks_that_belong_to_the_spelling_stay(text):
    assert visible(text) == text


def test_a_joiner_between_latin_letters_is_shown():
    assert visible("pay\u200dment") == "pay‹U+200D›ment"


def test_slices_join_to_the_whole():
    text = "a\r\nb\x1b\u200c می\u200cخواهم \r"
    for cut in range(len(text)):
        assert "".join(visible_slices(text, [0, cut, len(text)])) == visible(text)


def test_one_line_keeps_no_newline():
    assert one_line(" a\n\n b\tc\x0b") == "a b c␋"
