"""Whatever a document holds, the page shows exactly its visible text, and every passage exactly its own."""

from __future__ import annotations

from html.parser import HTMLParser

from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from zopa.report import render_html
from zopa.report.escaping import escape_markdown
from zopa.report.hidden import one_line, visible, visible_slices
from zopa.sources import Document, Guess, Mark
from zopa.views.types import Brief, DocumentEntry, FirstPage, Line, Piece, Section

HOSTILE = st.sampled_from(
    ["<", ">", "&", '"', "'", "</div>", "<script>", "</textarea>", "<!--", "-->", "]]>", "&lt;", "&#0;", "{{", "{%",
     "}}", "\r", "\n", "\r\n", "\x00", "\x1b[31m", "\u202e", "\u200b", "\u200c", "ا", "a", " ", "\\", "`", "[a](b)",
     "|", "#", "http://x.y", "www.x.y", "*", "_", "~~", "1.", "-", "\ud800"]
)  # fmt: skip
TEXTS = st.one_of(st.lists(HOSTILE, max_size=25).map("".join), st.text(max_size=60))


class Reader(HTMLParser):
    """The text inside ``<div class="text">``, whole and by passage."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.stack: list[dict[str, str | None]] = []
        self.text = ""
        self.passages: dict[str, str] = {}
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in ("meta", "input"):
            self.stack.append(dict(attrs))

    def handle_endtag(self, tag: str) -> None:
        self.stack.pop()

    def handle_data(self, data: str) -> None:
        if not any(attrs.get("class") == "text" for attrs in self.stack):
            return
        self.text += data
        for key in (attrs["data-p"] for attrs in self.stack if "data-p" in attrs):
            self.passages[str(key)] = self.passages.get(str(key), "") + data


@st.composite
def documents(draw):
    text = draw(TEXTS)
    ends = st.integers(0, len(text))
    spans = [tuple(sorted(pair)) for pair in draw(st.lists(st.tuples(ends, ends), max_size=8))]
    marks = [tuple(sorted(pair)) for pair in draw(st.lists(st.tuples(ends, ends), max_size=3))]
    guess = Guess(draw(TEXTS), draw(TEXTS))
    made = tuple(sorted(Mark(a, b, draw(TEXTS), draw(st.booleans())) for a, b in marks))
    return Document("d", "d.txt", text, "0", "text", title=guess, language=guess, marks=made), {
        s for s in spans if s[0] < s[1]
    }


@settings(max_examples=120, deadline=None)
@given(documents())
def test_the_page_shows_the_visible_text(drawn):
    document, spans = drawn
    pieces = tuple(Piece(document.text[a:b], (document.passage(a, b),), "quote") for a, b in sorted(spans))
    page = FirstPage(document.text, (), (Section("s", document.text, (Line((Piece("x"), *pieces), 1),)),))
    none = Section("none", "none")
    entry = DocumentEntry("A", document, (("what", document.text, document.text),))
    html = render_html(Brief(page, (), (), none, none, none, (entry,), (document.text,), (("made", document.text),)))
    html.encode()
    read = Reader(html)
    assert read.text == visible(document.text)
    assert read.stack == []
    cuts = {(a, b): [0, a, b, len(document.text)] for a, b in spans}
    for (a, b), cut in cuts.items():
        assert read.passages.get(f"{a}-{b}", "") == list(visible_slices(document.text, cut))[1]


@settings(deadline=None)
@given(TEXTS)
def test_markdown_shows_the_visible_text(text):
    html = MarkdownIt("commonmark").enable(["table", "strikethrough"]).render("x " + escape_markdown(text))
    reader = Reader(f'<div class="text">{html}</div>')
    assert " ".join(reader.text.split()) == " ".join(f"x {one_line(text)}".split())


@given(st.text())
def test_nothing_hidden_is_left(text):
    shown = visible(text)
    assert visible(shown) == shown
    assert not any((ord(char) < 0x20 and char not in "\n\t") or char in "\x7f\x9b\u202e\u2066\u200b" for char in shown)
