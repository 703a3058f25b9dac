"""Markdown shows a document's words as words, each cited piece with its place."""

import re

import pytest
from markdown_it import MarkdownIt

from zopa.report import render_markdown
from zopa.report.escaping import escape_markdown
from zopa.views.types import Brief, FirstPage, Section

from .dom import Dom
from .sample import build_brief


def rendered(markdown: str) -> Dom:
    return Dom(MarkdownIt("commonmark").enable(["table", "strikethrough"]).render(markdown))


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "# no heading",
        "1. no list",
        "12) no list",
        "- no list",
        "+ x",
        "=== x",
        "a | b",
        "`code` **bold** _it_ ~~gone~~ \\ $x$",
        "![img](http://evil.example/x.png) [a](javascript:alert(1))",
        "<http://evil.example> www.evil.example mailto:a@b.example",
        "&amp; &lt;",
        "[A]: http://evil.example",
        "{{7*7}} ${7*7}",
        "    indented",
    ],
)
def test_markup_shows_as_text(text):
    dom = rendered(escape_markdown(text))
    assert "".join(dom.words).strip() == " ".join(text.split())
    assert {tag for tag, _ in dom.tags} == {"p"}


def test_bare_addresses_are_broken():
    escaped = escape_markdown("http://evil.example www.evil.example a@b.example")
    assert "://" not in escaped
    assert "www." not in escaped
    assert "@" not in escaped


def test_the_brief_cites_every_piece_and_stays_clean():
    brief = build_brief()
    markdown = render_markdown(brief)
    dom = rendered(markdown)
    tags = {tag for tag, _ in dom.tags}
    assert not tags & {"a", "img", "script", "code"}
    assert "\x1b" not in markdown
    assert "\u202e" not in markdown
    documents = {entry.letter: entry.document for entry in brief.documents}
    places = re.findall(r"\[([ABC]):(\d+)-(\d+)\]", markdown)
    assert len(places) > 60
    words = " ".join("".join(dom.words).split())
    for section in brief.first_page.sections:
        assert section.title in words
        for line in section.lines:
            for piece in line.pieces:
                for passage in piece.passages:
                    letter = next(key for key, doc in documents.items() if doc.id == passage.source)
                    assert (letter, str(passage.start), str(passage.end)) in places
    for title in ("All findings", "Who said what", "Figures", "Timeline", "Documents", "How this was made"):
        assert title in words


def test_an_empty_brief_is_a_page():
    none = Section("none", "None")
    markdown = render_markdown(
        Brief(FirstPage("T", (), ()), (), (), none, none, none, (), (), (("Not searched", "wires"),))
    )
    assert markdown.startswith("# T\n")
    assert "All findings" not in markdown
    assert "no official readout" not in markdown
