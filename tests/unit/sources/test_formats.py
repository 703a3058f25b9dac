from __future__ import annotations

import io

import docx
import pytest

from zopa.sources import read_document
from zopa.sources.formats import find_format
from zopa.sources.page_lines import PageLine, build_text
from zopa.sources.reasons import reason_kind

from .pages import build_pdf
from .test_read import BODY, code_of, marked

PAGE = f"""<!DOCTYPE html><html lang="en"><head><title>Ferry talks stall | Harbour Gazette</title>
<meta property="og:site_name" content="Harbour Gazette"><meta name="author" content="Mina Okoro">
<meta property="article:published_time" content="2024-03-05T10:00:00Z"><style>p {{color: red}}</style>
<script>var hidden = "never shown";</script></head><body>
<nav><ul><li><a href="/">Start page</a></li><li><a href="/w">Islands</a></li><li>Sport</li></ul></nav>
<article><h1>Ferry talks stall</h1><p>{BODY}</p>
<p>&ldquo;We did <b>not</b> move,&rdquo; said the harbour master, who led the northern delegation that day.<br>
She left.</p>
<p>The southern council is expected to give its own account of the session later this week, two officials said.</p>
<p style="display: none">Secret paragraph.</p></article>
<aside><p>Storm closes the lighthouse road for a second week</p></aside>
<footer>Imprint and rules of the house</footer></body></html>"""


def read(name: str, data: bytes):
    document, problems = read_document(name, data=data)
    assert document is not None, problems
    return document


def analysed(document) -> str:
    return "\n".join(document.text[a:b].strip() for a, b in document.analysed())


def test_html_visible_text():
    """The text is what a browser shows, in order, blocks on lines of their own."""
    text = read("a.html", PAGE.encode()).text
    assert text.startswith("Start page\nIslands\nSport\nFerry talks stall\n")
    assert "“We did not move,” said the harbour master, who led the northern delegation that day.\nShe left." in text
    assert "never shown" not in text
    assert "Secret" not in text
    assert text.strip().endswith("Imprint and rules of the house")


def test_html_main_text_and_metadata():
    """What trafilatura leaves out is marked; title, author, site and date come from the page's metadata."""
    document = read("a.html", PAGE.encode())
    assert "Start page\nIslands\nSport" in marked(document, "not main text")
    assert marked(document, "title") == ["Ferry talks stall"]
    assert "Storm closes" not in analysed(document)
    assert BODY in analysed(document)
    assert (document.title and document.title.value) == "Ferry talks stall"
    assert (document.author and document.author.value) == "Mina Okoro"
    assert (document.publisher and document.publisher.value) == "Harbour Gazette"
    assert document.published is not None
    assert document.published.value == "2024-03-05"
    assert document.published.evidence == "meta tag article:published_time"


def test_html_cut_off():
    """A page that breaks off in the middle is read as far as it goes."""
    document = read("a.html", PAGE.encode()[: PAGE.index("She left") + 3])
    assert BODY in analysed(document)
    assert document.text.strip().endswith("She")


@pytest.mark.parametrize("source", ["<p>a<p>b", "<b><i>x</b></i>", "<table><td>x<div>y", "<" * 50 + "x", "</p>z"])
def test_html_broken(source: str):
    """Markup that breaks every rule still gives its text."""
    assert read("a.html", source.encode()).text.strip()


def test_html_nested_deep():
    """Thousands of nested elements are read, not a crash."""
    assert "deep" in read("a.html", ("<div>" * 2_000 + "deep down").encode()).text


def test_html_declared_encoding():
    """The encoding that a page declares is used and named."""
    page = f'<html><head><meta charset="windows-1251"></head><body><p>{"Слова о пароме. " * 3}</p></body></html>'
    document = read("a.html", page.encode("cp1251"))
    assert document.encoding == "cp1251"
    assert document.text.startswith("Слова о пароме.")


def test_html_preformatted():
    """White space counts inside pre and nowhere else."""
    text = read("a.html", b"<p>one\n   two</p><pre>a\n  b</pre><p>three</p>").text
    assert text.split("\n") == ["one two", "a", "  b", "three", ""]


def test_markdown():
    """Front matter gives the guesses, headings are left out, signs inside a sentence are only pointed at."""
    text = (
        "---\ntitle: Ferry talks stall\noutlet: Harbour Gazette\nauthor: 'Mina Okoro'\ndate: 5 March 2024\n"
        "url: https://harbour.example/x\noriginator: unknown\n---\n\n# Ferry talks stall\n\n"
        "The **two** councils [met](https://harbour.example/a_b_c) on Tuesday.\n\n## Next\n\n> Nothing was signed.\n"
    )
    document = read("a.md", text.encode())
    assert document.text == text
    assert document.title is not None
    assert document.title.evidence == "front matter, line 2"
    assert (document.publisher and document.publisher.value) == "Harbour Gazette"
    assert document.author is not None
    assert text[document.author.start : document.author.end] == "Mina Okoro"
    assert (document.published and document.published.value) == "2024-03-05"
    assert document.originator is None
    assert marked(document, "link target") == ["(https://harbour.example/a_b_c)"]
    assert marked(document, "markup") == ["**", "**", "[", "]", "> "]
    assert "[met](https://harbour.example/a_b_c) on Tuesday." in analysed(document)
    assert "Next" not in analysed(document)


def test_markdown_without_front_matter():
    """The first heading is the title, and a rule is no front matter."""
    document = read("a.md", f"# Ferry talks stall\n\n---\n\n{BODY}\n".encode())
    assert document.title is not None
    assert (document.title.value, document.title.evidence) == (
        "Ferry talks stall",
        "line 1, a heading of the first rank",
    )
    assert analysed(document).strip() == BODY


def test_host_of_the_address_is_the_last_resort():
    """Without an outlet the address names the publisher."""
    document = read("a.md", f"---\nurl: https://www.harbour.example/x\n---\n{BODY}".encode())
    assert (document.publisher and document.publisher.value) == "harbour.example"


def test_header_lines_of_a_plain_text():
    """Two or more known keys that open a text are read as front matter is."""
    document = read("a.txt", f"Outlet: Harbour Gazette\nDate: 2024-03-05\n\n{BODY}".encode())
    assert (document.publisher and document.publisher.value) == "Harbour Gazette"
    assert (document.published and document.published.value) == "2024-03-05"
    assert analysed(document).strip() == BODY


def test_docx():
    """Paragraphs and tables in order; headings are left out; the properties give the author."""
    word = docx.Document()
    word.core_properties.author = "Mina Okoro"
    word.add_heading("Ferry talks stall", 0)
    word.add_paragraph("The councils met.")
    table = word.add_table(1, 2)
    table.cell(0, 0).text, table.cell(0, 1).text = "North", "40"
    word.add_heading("Next", 1)
    word.add_paragraph("Nothing was signed.")
    stream = io.BytesIO()
    word.save(stream)
    document = read("a.docx", stream.getvalue())
    assert document.text == "Ferry talks stall\nThe councils met.\nNorth\t40\nNext\nNothing was signed."
    assert document.encoding is None
    assert (document.title and document.title.value) == "Ferry talks stall"
    assert document.author is not None
    assert document.author.evidence == "file property author"
    assert analysed(document) == "The councils met.\nNorth\t40\nNothing was signed."


def test_docx_without_its_parts():
    """An archive that holds no Word document is told as such."""
    import zipfile  # noqa: PLC0415 - only here

    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("readme", "nothing")
    assert code_of("a.docx", stream.getvalue()) == "docx-broken"


def test_pdf():
    """Lines become paragraphs, parted words are joined, running heads and page numbers are marked."""
    head = (60, 810, "Harbour Gazette Special Report")
    first = [
        (60, 780, "The two island councils met for four hours on Tuesday and parted with-"),
        (60, 766, "out a date for another round of talks on the ferry between them."),
        (60, 742, "A second paragraph tells of the well-known mayor, of whom nothing was"),
    ]
    second = [
        (60, 780, "heard on that day in any of the two towns."),
        (60, 756, "She is a well-"),
        (60, 742, "known woman."),
    ]
    pages = [
        [head, *first, (290, 30, "1")],
        [head, *second, (290, 30, "2")],
        [head, (60, 780, "The end."), (290, 30, "3")],
    ]
    document = read("a.pdf", build_pdf(pages, title="Ferry talks"))
    paragraphs = [one for one in analysed(document).split("\n") if one]
    assert paragraphs == [
        f"{first[0][2][:-1]}{first[1][2]}",
        f"{first[2][2]} {second[0][2]}",
        "She is a well-known woman.",
        "The end.",
    ]
    assert sorted(marked(document, "page header or footer")) == ["1", "2", "3", *["Harbour Gazette Special Report"] * 3]
    assert (document.title and document.title.value) == "Ferry talks"


def test_pdf_that_cannot_be_read():
    """A password, pictures only, and a PDF under another name."""
    assert code_of("a.pdf", build_pdf([[(60, 780, "secret")]], locked=True)) == "pdf-encrypted"
    assert code_of("a.pdf", build_pdf([[], []])) == "pdf-without-text"
    assert read("a.txt", build_pdf([[(60, 780, "The talks are over.")]])).format == "pdf"


def test_lines_without_places():
    """Where the library gives no places, short lines that end a sentence end a paragraph."""
    lines = ["The councils met for", "four hours.", "They parted."]
    assert build_text([[PageLine(line) for line in lines]])[0] == "The councils met for four hours.\n\nThey parted."
    assert build_text([]) == ("", ())


def test_formats_by_content():
    """The first bytes tell what the name does not."""
    assert find_format("x", b"<html><p>") == "html"
    assert find_format("x.txt", b"<html><p>") == "text"
    assert find_format("x", b"%PDF-1.7") == "pdf"
    assert find_format("x", b"GIF89a") is None
    assert find_format("x.MD", b"words") == "markdown"


def test_marks_have_known_reasons():
    """Every mark of every format is one of the listed reasons."""
    from zopa.sources import REASONS  # noqa: PLC0415 - only here

    document = read("a.html", PAGE.encode())
    assert {reason_kind(mark.reason) for mark in document.marks} <= set(REASONS)
