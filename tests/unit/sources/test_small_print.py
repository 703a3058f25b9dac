"""What is left out of a text and what is not: sentences that begin like a menu, front matter, dates at the head."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from zopa.sources import Document, read_document
from zopa.sources.furniture import classify_line
from zopa.sources.read import order_marks
from zopa.sources.types import Mark

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(
    "line",
    [
        "Read more slowly, Ines Maro told the crew on Friday.", "See also the old pier, the mayor said, before you sail.",
        "Learn more before you sail, Otto Lund warned the captains.", "Share this with the north, said Ines Maro.",
        "All rights reserved to Lowe in the accord end in May, Otto Lund said.",
        "Copyright in the charts will pass to Lowe in May, she said.",
        "More from the north will come in May, Lund told the council.", "Related stories of the war were told, Maro said.",
        "Top stories of the sea will be heard again at the pier tonight.",
    ],
)  # fmt: skip
def test_a_sentence_that_begins_like_a_menu(line: str):
    """A line in which somebody says something, or a whole sentence, is text."""
    assert classify_line(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Read more", "Read more: the ferry in pictures", "See also: ferries", "Subscribe to our newsletter.", "All rights reserved.",
        "© 2025 Harbour Gazette. All rights reserved.", "Share this on Telegram", "Related: ferries of the north", "Photo: Ines Maro",
        "We use cookies to make this site better for you.", "Follow us on Telegram and Facebook.", "Sign up for our daily letter.",
        "The views expressed in this article are the author's own and do not reflect those of the Gazette.",
    ],
)  # fmt: skip
def test_a_menu_is_still_one(line: str):
    """Lines that lead elsewhere and small print are left out as before."""
    assert classify_line(line) is not None


@pytest.mark.parametrize(
    ("written", "title"),
    [
        ('Lowe says "never"', 'Lowe says "never"'), ('"Never" says Lowe', '"Never" says Lowe'),
        ('"Never," says Lowe', '"Never," says Lowe'),
        ('"Never ever"', "Never ever"), ("'It''s over'", "It's over"), ("'No' is 'no'", "'No' is 'no'"), ('"a \\"b\\" c"', 'a "b" c'),
        (">-\n  Ferry talks\n  end late", "Ferry talks end late"),
        ("|\n  Ferry talks", "Ferry talks"), ("Ferry talks # draft", "Ferry talks"),
        ("\n  Ferry talks\n  end", "Ferry talks end"),
    ],
)  # fmt: skip
def test_values_of_front_matter(written: str, title: str):
    """They are read as YAML means them; quotation marks go only where they stand around the whole value."""
    document, _ = read_document(
        "a.md", data=f"---\ntitle: {written}\npublished: 2025-05-03\n---\n\nThe crew left.\n".encode()
    )
    assert document is not None
    assert document.title is not None
    assert document.title.value == title
    assert document.published is not None
    assert document.published.value == "2025-05-03"
    if document.title.start is not None:
        held = document.text[document.title.start : document.title.end]
        assert title.rsplit(maxsplit=1)[-1].strip("'\"") in held


@pytest.mark.parametrize(
    "written",
    [
        "[Ines Maro, Otto Lund]",
        '["Ines Maro", "Otto Lund"]',
        "\n  - Ines Maro\n  - Otto Lund",
        "\n- Ines Maro\n- 'Otto Lund'",
    ],
)
def test_lists_of_authors(written: str):
    """A list is told as its members."""
    document, _ = read_document("a.md", data=f"---\nauthor: {written}\ntitle: A\n---\n\nThe crew left.\n".encode())
    assert document is not None
    assert document.author is not None
    assert document.author.value == "Ines Maro, Otto Lund"


DATES = (
    "Updated 9 May 2025\nPublished 3 May 2025",
    "Published 3 May 2025\nUpdated 9 May 2025",
    "Last updated: 9 May 2025\n3 May 2025",
)


@pytest.mark.parametrize("last", DATES)
def test_the_date_at_the_head(last: str):
    """The day of publication wins over that of a change, whichever stands first."""
    document, _ = read_document(
        "a.txt", data=f"Ferry talks stall\n{last}\n\nThe crew left the pier at noon.\n".encode()
    )
    assert document is not None
    assert document.published is not None
    assert document.published.value == "2025-05-03"


def test_blocks_of_markdown():
    """Quotation blocks are whole, with lines that go on from them; items stand apart."""
    text = "The mayor said:\n\n> We stay here.\n> And we sing\nall night.\n\n- one pier\n1. two boats\n\nShe left.\n"
    document, _ = read_document("a.md", data=text.encode())
    assert document is not None
    found = [
        (m.reason, document.text[m.start : m.end])
        for m in document.marks
        if m.reason in {"block quotation", "list item"}
    ]
    assert found == [
        ("block quotation", "> We stay here.\n> And we sing\nall night."), ("list item", "- one pier"), ("list item", "1. two boats"),
    ]  # fmt: skip
    assert sum(m.reason == "markup" for m in document.marks) == 2


def test_marks_inside_blocks_stay():
    """A block holds other marks; of marks of one effect the one around stays alone."""
    block = Mark(0, 50, "block quotation", left_out=False)
    inside, around, within = (
        Mark(5, 9, "look-alike letters: x", left_out=False),
        Mark(20, 40, "navigation"),
        Mark(25, 30, "kicker"),
    )
    assert order_marks((block, inside, around, within)) == (block, inside, around)


def read(data: bytes) -> Document:
    document, problems = read_document("a.txt", data=data)
    assert document is not None, problems
    return document


@pytest.mark.parametrize(
    ("opening", "agency"),
    [
        ("(AP) ", "Associated Press"),
        ("OSLO, May 3 (dpa) ", "dpa"),
        ("Oslo (AFP) ", "AFP"),
        ("LIMA: (Reuters) ", "Reuters"),
        ("OSLO - Reuters - ", "Reuters"),
    ],
)
def test_an_agency_without_the_dash(opening: str, agency: str) -> None:
    """In brackets behind the place, or between dashes: the opening is a dateline, and the agency the originator."""
    document = read(f"{opening}Norway has signed the quota, officials said on Monday.\n\nThe boats sailed.\n".encode())
    assert document.originator is not None
    assert document.originator.value == agency
    assert document.text[document.analysed()[0][0] :].startswith("Norway")


@pytest.mark.parametrize("opening", ["The union (AP) ", "Talks in Oslo (BBC) "])
def test_an_agency_inside_a_sentence(opening: str) -> None:
    """Brackets behind other words than a place name no source."""
    assert read(f"{opening}Norway left the talks on Monday, officials said.\n".encode()).originator is None


@pytest.mark.parametrize(
    ("line", "publisher"),
    [
        ("The views in this article do not necessarily reflect those of the Harbour Gazette.", "Harbour Gazette"),
        ("Opinions expressed here do not represent the Quay Review.", "Quay Review"),
        ("It will consult the works councils that represent Boltek's employees.", None),
        ("The toll reflects Norway's costs, and the union represents Lindow.", None),
    ],
)
def test_whoever_is_represented_is_no_publisher(tmp_path: Path, line: str, publisher: str | None) -> None:
    """Small print tells whose views an article does not give; a council that represents somebody publishes nothing."""
    path = tmp_path / "a.txt"
    path.write_text(
        f"Union rejects toll\n\nThe dock union rejected the lower toll on Monday, the port said.\n\n{line}\n",
        encoding="utf-8",
    )
    document, _ = read_document(path)
    assert document is not None
    assert (document.publisher.value if document.publisher else None) == publisher
