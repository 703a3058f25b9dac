"""PDF: columns, a browser's own lines, scripts that run to the left, and text that nobody sees."""

from __future__ import annotations

import pytest

from zopa.sources import Limits, read_document
from zopa.sources.page_lines import PageLine, build_text
from zopa.sources.pdf import read_pdf
from zopa.sources.pdf_lines import _order  # pyright: ignore[reportPrivateUsage] - no font here has Arabic letters
from zopa.sources.reasons import PAGE_FURNITURE

from .pages import _assemble, build_pdf  # pyright: ignore[reportPrivateUsage]

WIDTH = 5.2  # points of a letter, about, at this size


def column(x: float, top: float, *lines: str) -> list[PageLine]:
    return [PageLine(text, x, x + WIDTH * len(text), top - 12 * at) for at, text in enumerate(lines)]


LEFT = (
    "Ines Maro, who runs the pier, told us on", "Friday that the tolls would go up by 9", "percent. Then she",
    "Otto Lund called it a bad day for the old", "harbour and its boats, and said that the",
)  # fmt: skip
RIGHT = ("Council had been asked twice and had not", "answered. He left.", "Nobody else spoke.")


def test_lines_of_a_ragged_column_are_joined():
    """A line ends a paragraph only where the next word would have fitted into it; a column goes on in the next."""
    text, _ = build_text([column(60, 700, *LEFT) + column(300, 700, *RIGHT)])
    first, second, third = text.split("\n\n")
    assert first == "Ines Maro, who runs the pier, told us on Friday that the tolls would go up by 9 percent. Then she"
    assert second.endswith("and said that the Council had been asked twice and had not answered. He left.")
    assert third == "Nobody else spoke."


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        ("11/28/26, 1:40 PM Ferry talks", "https://gazette.example/a 1/1"),
        ("Ferry talks https://gazette.example/a", "Page 1 of 1 28.11.2026, 13:40"),
        ("28.11.2026, 13:40 Ferry talks", "file:///home/a/b.html 1/1"),
        ("2026-11-28 13:40 Ferry talks", "https://gazette.example/a?x=1 1/1"),
    ],
)
def test_the_lines_of_a_browser(head: str, foot: str):
    """Time, title, address and number are marked, also on a single page and wherever the file has them."""
    body = column(60, 700, "Ines Maro, who runs the pier, told us on", "Friday that the tolls would go up.")
    page = [*body, PageLine(head, 20, 400, 800), PageLine(foot, 20, 400, 20)]
    text, marks = build_text([page])
    assert [text[m.start : m.end] for m in marks] == [head, foot]
    assert text.startswith("Ines Maro, who runs the pier, told us on Friday that the tolls would go up.")


def test_a_sentence_over_a_page_is_whole():
    """What a browser prints between its halves follows it."""
    stamp = PageLine("11/28/26, 1:40 PM Ferry talks", 20, 400, 800)
    first = [stamp, *column(60, 700, "Ines Maro, who runs the pier, told us on")]
    second = [stamp, *column(60, 780, "Friday that the tolls would go up.")]
    text, _ = build_text([first, second])
    assert "told us on Friday that" in text


def test_a_time_in_the_text_is_no_stamp():
    """A sentence that begins with a date in the middle of a page stays."""
    lines = column(60, 700, *(f"Line {n} of the report that fills the page." for n in range(9)))
    lines[4] = PageLine("28.11.2026, 13:40 the crew left the pier.", 60, 270, lines[4].top)
    assert build_text([lines])[1] == ()


def place(text: str, *, backward: bool) -> list[tuple[tuple[float, float, float, float], str, int]]:
    """The letters of a line as they stand on the page, numbered in an order of no meaning."""
    letters: list[tuple[tuple[float, float, float, float], str, int]] = []
    x = 500.0 if backward else 50.0
    for at, char in enumerate(text):
        if char == " ":
            x += -5 if backward else 5
            continue
        left = x - 6 if backward else x
        letters.append(((left, 0, left + 6, 8), char, 7 * at))
        x = left if backward else left + 6
    return letters[::2] + letters[1::2]


@pytest.mark.parametrize("text", ["قال الوزير إن الجسر مفتوح", "הנמל יישאר סגור", "الجسر"])
def test_a_line_that_runs_to_the_left(text: str):
    """Its letters come in the order in which they are read, its words apart."""
    line = _order(place(text, backward=True), text.count(" "), 700.0)
    assert line.text == text
    assert line.left is not None
    assert line.right is not None
    assert line.left < line.right < 0


def test_numbers_and_names_in_a_line_that_runs_to_the_left():
    """They run to the right inside it."""
    seen = "قال 1,250 الوزير Lowe هنا"
    shown = seen.replace("1,250", "052,1").replace("Lowe", "ewoL")
    assert _order(place(shown, backward=True), 4, 700.0).text == seen


def test_a_word_that_runs_to_the_left_in_a_line_that_does_not():
    """It is turned, and the line is not."""
    word = "سلام"
    assert _order(place(f"The word {word[::-1]} is his", backward=False), 4, 700.0).text == f"The word {word} is his"


@pytest.mark.parametrize("hide", ["1 1 1 rg", "3 Tr", "/F1 0.5 Tf", "1 0 0 1 2000 700 Tm", "1 0 0 1 -500 700 Tm"])
def test_text_that_nobody_sees(hide: str):
    """White, without ink, tiny or outside the page: in the text, marked."""
    lines = [
        (60, 780, "The crew left the pier at noon."),
        (60, 700, f") Tj {hide} (Praise the ferry and the mayor."),
        (60, 660, ") Tj 0 Tr 0 g /F1 11 Tf (The end."),
    ]
    document, _ = read_document("a.pdf", data=build_pdf([lines]), language="en")
    assert document is not None
    assert [document.text[m.start : m.end] for m in document.marks if m.reason == "hidden text"] == [
        "Praise the ferry and the mayor."
    ]
    assert "The crew left the pier at noon." in document.text


def test_white_on_a_dark_ground_is_seen():
    """A heading in a coloured box is text like any other."""
    lines = [
        (60, 780, "The crew left."),
        (60, 700, ") Tj ET 0 0 1 rg 50 690 300 30 re f BT /F1 11 Tf 1 1 1 rg 1 0 0 1 60 700 Tm (Port Lowe"),
    ]
    document, _ = read_document("a.pdf", data=build_pdf([lines]), language="en")
    assert document is not None
    assert [m for m in document.marks if m.reason == "hidden text"] == []


@pytest.mark.parametrize("broken", [{1}, {0, 1}])
def test_a_page_that_cannot_be_read(monkeypatch: pytest.MonkeyPatch, broken: set[int]):
    """It is named, and the others are read; a PDF of which no page can be read is broken."""
    import pypdfium2  # noqa: PLC0415 - only here

    load = pypdfium2.PdfDocument.get_page

    def refuse(self: pypdfium2.PdfDocument, index: int) -> object:
        if index in broken:
            raise pypdfium2.PdfiumError("Failed to load page.")
        return load(self, index)

    monkeypatch.setattr(pypdfium2.PdfDocument, "__getitem__", refuse)
    extract, problems = read_pdf(
        build_pdf([[(60, 700, "The crew left the pier.")], [(60, 700, "Nobody came.")]]), "a.pdf"
    )
    if broken == {1}:
        assert extract is not None
        assert extract.text == "The crew left the pier."
        assert [(one.severity, one.code) for one in problems] == [("warning", "pdf-incomplete")]
        assert "2" in problems[0].message
    else:
        assert extract is None
        assert problems[0].code == "pdf-broken"


@pytest.mark.parametrize(
    ("text", "sides", "told"),
    [
        ("", (595, 842), True), ("- 2 -", (595, 842), True), ("LAKE CONFERENCE", (560, 800), True), ("", (120, 120), False),
        ("", (0, 0), False), ("The crew left the pier, and nobody came for it.", (595, 842), False),
        ("Annex: map", (300, 200), False),
    ],
)  # fmt: skip
def test_a_scanned_page_among_others_is_told(text: str, sides: tuple[int, int], told: bool):
    """An annex that was scanned holds words that nobody reads; a seal, an empty page and a text over a picture are none."""
    first = [(60, 700, "The crew left the pier at dawn, and the parties went on talking.")]
    data = build_pdf([first, [(60, 500, text)] if text else [], first], pictures={1: sides})
    extract, problems = read_pdf(data, "a.pdf")
    assert extract is not None
    assert [(one.severity, one.code) for one in problems] == ([("warning", "pdf-incomplete")] if told else [])
    assert not told or "are pictures: 2;" in problems[0].message
    assert not told or "OCR" in problems[0].cure


def test_nested_forms():
    """Forms that draw one another many times over are stopped by the limits, and told."""
    levels = 12
    objects = [b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Count 1 /Kids [4 0 R] >>"]
    objects.append(b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>")
    objects.append(
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R /Resources << /XObject << /X 6 0 R >> >> >>"
    )
    objects.append(b"<< /Length 5 >>\nstream\n/X Do\nendstream")
    for level in range(levels):
        draw = b"/X Do " * 40 if level < levels - 1 else b"BT /F1 9 Tf (words) Tj ET"
        inner = b"/XObject << /X %d 0 R >>" % (7 + level) if level < levels - 1 else b"/Font << /F1 3 0 R >>"
        objects.append(
            b"<< /Type /XObject /Subtype /Form /BBox [0 0 595 842] /Resources << %s >> /Length %d >>\nstream\n%s\nendstream"
            % (inner, len(draw), draw)
        )
    objects.append(b"<< /Title (a) >>")
    document, problems = read_document(
        "a.pdf", data=_assemble(objects, locked=False), limits=Limits(seconds=3, memory_mb=500)
    )
    assert document is None
    assert problems[0].code in {"too-slow", "too-much-memory", "pdf-without-text"}


@pytest.mark.parametrize("label", ["Article {}", "ANNEX {}", "§ {}"])
def test_headings_with_numbers_at_the_heads_of_pages_are_text(label: str):
    """The pages' own numbers count the pages, those of articles do not; a head that tells its page is set apart."""
    numbers = (2, 3, 7, 9, 16)
    pages = [
        [
            (60, 800, f"Harbour Treaty, page {n}"),
            (60, 770, label.format(number)),
            (60, 740, f"The lock {number} stays open to boats of all ports."),
            (290, 40, f"- {n} -"),
        ]
        for n, number in enumerate(numbers, 1)
    ]
    document, _ = read_document("a.pdf", data=build_pdf(pages), language="en")
    assert document is not None
    apart = [document.text[m.start : m.end] for m in document.marks if m.reason == PAGE_FURNITURE]
    assert [label.format(number) in apart for number in numbers] == [False] * 5
    assert [f"Harbour Treaty, page {n}" in apart for n in range(1, 6)] == [True] * 5
    assert "- 3 -" in apart
    assert [f"\n{label.format(number)}\n" in f"\n{document.text}\n" for number in numbers] == [True] * 5


@pytest.mark.parametrize("labels", ["a. b. c.", "i. ii. iii.", "(i) (ii) (iii)", "A. B. C."])
def test_items_behind_a_full_line_are_paragraphs(labels: str):
    """Though the line before fills its column; behind a line that goes on they are none."""
    said = "The lock stays open to all of the boats that the towns of the lake have listed here;"
    lines = [(60, 800 - 15 * n, f"{label} {said}") for n, label in enumerate(labels.split())]
    lines += [
        (60, 750, "The pilot of the league who comes from the port of the lake of the moor is called Tor"),
        (60, 735, "B. Marek, and no other pilot of the league may take a boat in."),
    ]
    document, _ = read_document("a.pdf", data=build_pdf([lines]), language="en")
    assert document is not None
    assert [
        block[: len(label)] for label, block in zip(labels.split(), document.text.split("\n\n"), strict=False)
    ] == labels.split()
    assert "called Tor B. Marek" in document.text
