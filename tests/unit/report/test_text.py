"""Every span is a target and holds exactly its text, nested or crossing."""

from html.parser import HTMLParser

import pytest

from zopa.report.text import render_marked, render_text
from zopa.sources import Document, Mark

from .dom import Dom

TEXT = "One two three four five."


def document(text: str = TEXT, marks: tuple[Mark, ...] = ()) -> Document:
    return Document("d", "d.txt", text, "0", "text", marks=marks)


def read(markup: str) -> Dom:
    return Dom(f'<article data-letter="A"><div class="text">{markup}</div></article>')


@pytest.mark.parametrize(
    "spans",
    [
        {(0, 3)},
        {(0, 7), (4, 13)},
        {(0, 24), (4, 7), (4, 13), (7, 24), (0, 1)},
        {(0, 10), (5, 15), (8, 20)},
        {(0, 24)},
    ],
)
def test_each_passage_holds_its_slice(spans):
    dom = read(render_text(document(marks=(Mark(2, 9, "x"), Mark(5, 12, "y", left_out=False))), spans))
    assert dom.documents["A"] == TEXT
    for start, end in spans:
        assert dom.passages["A", f"{start}-{end}"] == TEXT[start:end]
        assert dom.ids.count(f"doc-d-{start}-{end}") == 1
    assert {"mark-d-0", "mark-d-1"} <= set(dom.ids)


def test_a_span_outside_the_text_is_no_target():
    assert "data-p" not in render_text(document(), {(5, 99), (7, 7)})


def test_markup_in_a_reason_is_text():
    markup = render_text(document(marks=(Mark(0, 3, '"><script>'),)), ())
    assert "<script>" not in markup
    assert HTMLParser().feed(markup) is None


def test_marked_words_run_together_where_they_overlap():
    doc = document()
    marks = (doc.passage(4, 9), doc.passage(8, 13), doc.passage(99, 100), doc.passage(5, 6))
    assert render_marked(doc.passage(0, 18), marks) == "One <mark>two t</mark><mark>hree</mark> four"
    assert render_marked(doc.passage(4, 7), ()) == "two"
