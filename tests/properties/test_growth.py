"""No expression, reader or search of the package takes more than n log n on any input: a page cannot make it hang.

To add a part: its expressions are found by themselves. To add a function: a row of `SUBJECTS`. An expression that its
module only ever uses on short stretches has a row in `BOUNDED`, with the length that the code holds it to.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest
from tests.properties.growth import Expression, find_expression_growth, find_expressions, find_growth, parts

from zopa.accounts.compare import compare_accounts
from zopa.sources.anchors import Quote, find_quote, fold
from zopa.sources.dates import find_dates
from zopa.sources.encoding import decode_bytes
from zopa.sources.front_matter import read_front_matter, read_header_lines
from zopa.sources.furniture import find_furniture
from zopa.sources.head import read_head
from zopa.sources.letters import find_look_alikes, find_run_together
from zopa.sources.lines import split_lines
from zopa.sources.mojibake import count_mojibake
from zopa.sources.origin import find_origin
from zopa.sources.overlap import find_overlaps
from zopa.sources.publisher import guess_publisher
from zopa.sources.read import read_document
from zopa.sources.repeats import find_repeats
from zopa.sources.types import Document
from zopa.sources.words import split_words
from zopa.statements import read_record
from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

if TYPE_CHECKING:
    from collections.abc import Callable

BOUNDED = {
    "plans.labels._LABEL": 300,  # labels.LONGEST, as all that read a line's marker
    "plans.labels._REVERSED": 300,
    "plans.labels._BARE_ANNEX": 300,
    "plans.labels._EASTERN": 300,
    "plans.labels._LEARNED": 300,
    "plans.labels._BEHIND": 300,
    "plans.markers._NUMBER": 300,
    "plans.markers._BULLET": 300,
    "plans.markers._FOOTNOTE": 300,
    "plans.markers._SIGNED": 300,
    "text.given_words._WORD_BEFORE": 24,  # the characters before a name
    "text.measured._CHANGE_VERB": 120,  # _left: 110 characters before a figure
    "text.measured._PASSIVE_CHANGE": 120,
    "text.measured._HEDGES": 120,
    "text.measured._TRAILING": 120,  # _right: 90 characters behind it
    "sources.furniture._RULES": 1_500,  # classify_line: _LONG_CHARS
    "sources.furniture._DISCLAIMERS": 1_500,
    "sources.origin._LINE_RULES": 400,  # _match_line: _MAX_CHARS
    "sources.origin._WIRE": 260,  # find_origin: _OPENING_CHARS
    "sources.origin._WIRE_BARE": 260,
    "sources.origin._WIRE_DASHED": 260,
    "sources.origin._PLACE_DASH": 260,
    "sources.page_lines._PAGE_NUMBER": 60,  # _is_page_number: _MAX_NUMBER_CHARS
    "sources.publisher._MAIL": 600,  # guess_publisher: _MAX_CHARS
    "sources.publisher._RULES": 600,
}
"""Expressions that see no more than so many characters at a time."""

SENTENCE = "The council of the island met on Tuesday and the mayor said that the ferry would sail again in spring. "
NUMBERED = "".join(
    f"Line {number} of the long report tells of ferry {number % 97} and its crew of {number % 90}. "
    for number in range(900)
)

TEXTS: dict[str, Callable[[int], str]] = {
    "one word": lambda size: "a" * size,
    "one word in capitals": lambda size: "A" * size,
    "hexadecimal": lambda size: "0f3a9c" * (size // 6),
    "digits": lambda size: "1" * size,
    "figures": lambda size: "1,000 " * (size // 6),
    "blanks": lambda size: "a" + " " * size + "b",
    "tabs": lambda size: "a" + "\t" * size + "b",
    "newlines": lambda size: "a" + "\n" * size + "b",
    "carriage returns": lambda size: "a\r" * (size // 2),
    "comments": lambda size: "<!---->" * (size // 7),
    "open comments": lambda size: "<!--" * (size // 4),
    "opened quotations": lambda size: "“" * size,
    "straight quotation marks": lambda size: '"' * size,
    "words in quotation marks": lambda size: '"a" ' * (size // 4),
    "brackets": lambda size: "[" * size,
    "links": lambda size: "](" * (size // 2),
    "asterisks": lambda size: "*" * size,
    "emphasis": lambda size: "*a* " * (size // 4),
    "quote signs": lambda size: "> " * (size // 2),
    "items": lambda size: "- a\n" * (size // 4),
    "rules": lambda size: "---\n" * (size // 4),
    "keys": lambda size: "title: a\n" * (size // 9),
    "points": lambda size: "." * size,
    "short sentences": lambda size: "A b. " * (size // 5),
    "names": lambda size: "Ines Maro and " * (size // 14),
    "capitals": lambda size: "INES MARO\n" * (size // 10),
    "byline": lambda size: "By " + "Ines Maro, " * (size // 11),
    "datelines": lambda size: "PORT LOWE (Reuters) - " * (size // 22),
    "dates": lambda size: "4 December 2025, " * (size // 17),
    "addresses": lambda size: "a.b@c.d." * (size // 8),
    "copyright": lambda size: "© 2025 " + "The Of " * (size // 7),
    "said": lambda size: "said " * (size // 5),
    "will": lambda size: "The minister said he " + "will " * (size // 5) + "leave.",
    "soft hyphens": lambda size: "a\u00ad" * (size // 2),
    "zero widths": lambda size: "\u200b" * size,
    "look-alikes": lambda size: "аa" * (size // 2),
    "run together": lambda size: "wordMonday" * (size // 10),
    "mojibake": lambda size: "â€œ" * (size // 3),
    "one sentence again": lambda size: SENTENCE * (size // len(SENTENCE)),
    "ordinary news": lambda size: NUMBERED[:size],
    "ampersands": lambda size: "&amp;" * (size // 5),
    "marks of notes": lambda size: "[1]" * (size // 3),
    "sayings in a saying": lambda size: '"We go," he ' + "said that she " * (size // 14),
    "sayings in a quotation": lambda size: "“" + "they said that we said " * (size // 23) + "”",
    "sentences in one quotation": lambda size: "“" + "We go to Lindow. " * (size // 17) + "” he said.",
    "sayings with colons": lambda size: "he said: " * (size // 9),
    "quotations in quotations": lambda size: '"He said ‘we ' * (size // 13),
    "sayings without blanks": lambda size: "said," * (size // 5),
    "who says it in brackets": lambda size: "(said (he " * (size // 10),
    "one sentence of demands": lambda size: "the union demands pay; " * (size // 23),
    "one sentence of deeds": lambda size: "met and told and asked " * (size // 23),
    "one sentence of meetings": lambda size: "met Ines Maro in Paris and " * (size // 27),
    "clauses in clauses": lambda size: "which the council that " * (size // 23),
    "figures of one unit": lambda size: "5 percent of 3 million and " * (size // 27),
    "quotations of one person": lambda size: '"We go," said Ines Maro. ' * (size // 25),
    "many people": lambda size: " ".join(f"Ines{n} said that Otto{n} left." for n in range(size // 30)),
    "a transcript": lambda size: "Ines Maro: We go.\n" * (size // 18),
}  # fmt: skip
"""Texts of about so many characters that are hard for somebody."""


def _document(text: str) -> Document:
    return Document("a", "a.txt", text, "", "text")


SUBJECTS: dict[str, Callable[[str], object]] = {
    "decode_bytes": lambda text: decode_bytes(text.encode("utf-8")),
    "decode_bytes of an older encoding": lambda text: decode_bytes(b"\xe9 \xff" + text.encode("cp1252", "replace")),
    "split_lines": split_lines,
    "split_words": split_words,
    "find_dates": find_dates,
    "find_origin": lambda text: find_origin(split_lines(text)),
    "find_furniture": lambda text: find_furniture(split_lines(text)),
    "read_head": lambda text: read_head(split_lines(text), text),
    "guess_publisher": lambda text: guess_publisher(split_lines(text)),
    "read_front_matter": lambda text: read_front_matter(f"---\n{text}"),
    "read_header_lines": read_header_lines,
    "find_repeats": find_repeats,
    "find_run_together": find_run_together,
    "find_look_alikes": find_look_alikes,
    "count_mojibake": count_mojibake,
    "fold": fold.__wrapped__,
    "find_quote": lambda text: find_quote(text, Quote("a", "the mayor said", "on Tuesday and", "that the ferry")),
    "find_overlaps": lambda text: find_overlaps((_document(text), _document(f"{SENTENCE}{text}"))),
    "reader of text": lambda text: read_document("a.txt", data=text.encode(), language="en"),
    "reader of Markdown": lambda text: read_document("a.md", data=text.encode(), language="en"),
    "reader of HTML": lambda text: read_document("a.html", data=f"<p>{text}</p>".encode(), language="en"),
    "reader of an unknown format": lambda text: read_document("a.xyz", data=text.encode(), language="en"),
    "reader of Word": lambda text: read_document("a.docx", data=build_word(f"<w:p><w:r><w:t>{_xml(text)}</w:t></w:r></w:p>")),
}  # fmt: skip
"""What is held to it, by name; each takes a text."""

ELEMENTS: dict[str, Callable[[int], str]] = {
    "nested blocks": lambda count: "<div>" * count + "a",
    "nested bold": lambda count: "<b>a" * count,
    "cells": lambda count: "<table><tr>" + "<td>a b c d</td>" * count,
    "nested tables": lambda count: "<table><tr><td>a" * count,
    "nested quotations": lambda count: "<q>a " * count,
    "quotations": lambda count: "<p>A said <q>b c d</q> to e.</p>" * count,
    "raised": lambda count: "<p>" + "a<sup>1</sup> " * count,
    "headings": lambda count: "<h2>a b c</h2>" * count,
    "hidden": lambda count: "<p style='opacity:0'>a b c</p>" * count,
    "times": lambda count: "<time class='updated' datetime='2025-12-04'>a</time>" * count,
    "style sheet": lambda count: "<style>" + ".a{display:none}" * count + "</style><p>a",
    "open rules": lambda count: "<style>" + ".a{" * count + "</style><p>a",
    "one long style": lambda count: f"<p style='{'color : white ; ' * count}'>a</p>",
}  # fmt: skip
"""Bodies of pages with so many elements that are hard for somebody."""

PARAGRAPHS: dict[str, Callable[[int], str]] = {
    "paragraphs": lambda count: "<w:p><w:r><w:t>a b c</w:t></w:r></w:p>" * count,
    "runs": lambda count: "<w:p>" + "<w:r><w:t>a </w:t></w:r>" * count + "</w:p>",
    "raised runs": lambda count: "<w:p>" + '<w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>1</w:t></w:r>' * count + "</w:p>",
    "insertions": lambda count: "<w:p>" + "<w:ins><w:r><w:t>a </w:t></w:r></w:ins>" * count + "</w:p>",
    "deleted paragraph ends": lambda count: "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>a </w:t></w:r></w:p>" * count,
    "rows": lambda count: "<w:tbl>" + "<w:tr><w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc></w:tr>" * count + "</w:tbl>",
    "cells": lambda count: "<w:tbl><w:tr>" + "<w:tc><w:p><w:r><w:t>a</w:t></w:r></w:p></w:tc>" * count + "</w:tr></w:tbl>",
    "merged rows": lambda count: "<w:tbl>" + "<w:tr><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr>" * count + "</w:tbl>",
    "boxes": lambda count: "<w:p>" + "<w:r><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r>" * count + "</w:p>",
}  # fmt: skip
"""Bodies of Word documents with so many elements."""


def build_word(body: str) -> bytes:
    """A Word file that holds `body` and nothing else."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>")
    return stream.getvalue()


def _xml(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("\0", "")


def _bound(expression: Expression) -> int:
    return next((size for name, size in BOUNDED.items() if expression.name.startswith(f"{name}[")), 100_000)


@pytest.mark.slow
@pytest.mark.parametrize("part", parts())
def test_no_expression_grows_too_fast(part: str):
    """On what leads to each repetition in an expression, and many times what it repeats, work grows as n log n at most."""
    told = [line for one in find_expressions(part) for line in find_expression_growth(one, _bound(one))]
    assert not told, "\n".join(told)


@pytest.mark.slow
@pytest.mark.parametrize("subject", SUBJECTS)
def test_no_reading_grows_too_fast(subject: str):
    """On every hostile text, work grows as n log n at most."""
    work = SUBJECTS[subject]
    sizes = (1_500, 6_000, 24_000)
    grown = {name: find_growth(work, build, sizes) for name, build in TEXTS.items()}
    assert not {name: told for name, told in grown.items() if told}


@pytest.mark.slow
@pytest.mark.parametrize("name", ELEMENTS)
def test_no_page_grows_too_fast(name: str):
    """Of pages with many or deeply nested elements too."""

    def read(count: Any) -> object:
        return read_document("a.html", data=f"<html><body>{ELEMENTS[name](count)}".encode(), language="en")

    assert not find_growth(read, lambda count: count, (150, 600, 2_400))


@pytest.mark.slow
@pytest.mark.parametrize("name", PARAGRAPHS)
def test_no_word_file_grows_too_fast(name: str):
    """Of Word files with many elements of one kind too."""
    assert not find_growth(
        lambda data: read_document("a.docx", data=data, language="en"),
        lambda count: build_word(PARAGRAPHS[name](count)),
        (150, 600, 2_400),
    )


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_no_statements_grow_too_fast(name: str):
    """What is said in a hostile text is found in n log n at most."""
    words = default_vocabulary()
    assert not find_growth(lambda text: read_record(_document(text), words), TEXTS[name], (375, 1_500, 6_000))


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_no_trees_grow_too_fast(name: str):
    """Nor do the words, the trees and the clauses of a text."""
    words = default_vocabulary()
    assert not find_growth(lambda text: annotate(_document(text), words).frames, TEXTS[name], (750, 3_000, 12_000))


@pytest.mark.slow
@pytest.mark.parametrize("name", TEXTS)
def test_no_comparison_grows_too_fast(name: str):
    """Two documents with one hostile text are compared in n log n at most."""
    words = default_vocabulary()

    def build(size: int) -> Any:
        texts = (TEXTS[name](size), f"Another paper has it so. {TEXTS[name](size)}")
        documents = [replace(_document(text), id=f"d{n}", path=f"d{n}.txt") for n, text in enumerate(texts)]
        return documents, [read_record(document, words) for document in documents]

    assert not find_growth(lambda both: compare_accounts(*both), build, (375, 1_500, 6_000))


@pytest.mark.parametrize("pattern", [r"(?:a|a)*b", r"\s+$", r"(?:\w+\s?)*;"])
def test_the_test_finds_what_it_is_for(pattern: str):
    """Expressions that are known to explode or to grow as n squared are found."""
    import re  # noqa: PLC0415 - only here

    one = Expression("known", re.compile(pattern), frozenset({"search"}))
    assert find_expression_growth(one, 8_000)


@pytest.mark.parametrize("pattern", [r"\bsaid\b", r"[a-z]{1,20}", r"a+b", r"\d+(?:,\d{3})*"])
def test_the_test_passes_what_is_harmless(pattern: str):
    """Expressions that read a text once are not."""
    import re  # noqa: PLC0415 - only here

    one = Expression("known", re.compile(pattern), frozenset({"match"}))
    assert not find_expression_growth(one, 8_000)


def _square(count: int) -> int:
    return sum(1 for _ in range(count) for _ in range(count // 20))


def _step(count: int) -> int:
    return sum(1 for _ in range(count * (1 if count < 20_000 else 16)))


def test_a_step_is_no_growth():
    """What costs more from some size on, and grows no faster before and behind it, passes; what grows as n squared does not."""
    sizes = (1_500, 6_000, 24_000)
    assert not find_growth(_step, lambda size: size, sizes)
    assert find_growth(_square, lambda size: size, sizes)
