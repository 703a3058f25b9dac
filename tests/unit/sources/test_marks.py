from __future__ import annotations

import pytest

from zopa.sources import read_document
from zopa.sources.dates import find_dates
from zopa.sources.furniture import classify_line
from zopa.sources.letters import find_look_alikes, find_run_together, fold_look_alikes
from zopa.sources.repeats import find_repeats

from .test_read import BODY

SECOND = (
    "The harbour master told the quay that nothing had been signed. She would go home, she said, and wait for a letter "
    "from the mainland. The letter is expected before the spring tide. A clerk counted 40,000 crowns twice and locked "
    "them away again in the old blue safe."
)


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Join us on TelegramTwitter, and VK.", "navigation"),
        ("Read more: The ferry that never was", "navigation"),
        ("Subscribe", "navigation"),
        ("Sign up for our weekly letter", "navigation"),
        ("Share on Facebook", "navigation"),
        ("We use cookies to improve your visit", "navigation"),
        ("Читайте также: Паром, которого не было", "navigation"),
        ("Contact us: desk@harbour.example", "contact line"),
        ("© Photo: Harbour archive", "photo credit"),
        ("Photo: Harbour archive", "photo credit"),
        ("Editor's Сhoice", "kicker"),  # the C is Cyrillic
        ("© 2024 Harbour Gazette", "disclaimer"),
        ("The opinions expressed by guest authors are their own and not those of the Harbour Trust.", "disclaimer"),
        ("All rights reserved.", "disclaimer"),
    ],
)
def test_furniture(line: str, kind: str):
    """Lines that are no part of what a text says are known by their wording."""
    assert classify_line(line) == kind


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers to the plan say that the ferry must sail.",
        "Share prices fell after the talks.",
        "The councils use cookies to win the voters over, said the mayor.",
        "Read the treaty, she told them.",
        "Analysis of the water showed lead.",
        "Sources said that the talks were over.",
        "Related talks in Sandvik were cancelled.",
        "Contact between the two sides has been lost.",
        "Her views represent those of most islanders.",
    ],
)
def test_text_that_looks_like_furniture(line: str):
    """Sentences that start with the same words are text."""
    assert classify_line(line) is None


def test_body_twice():
    """Of a body that stands twice the second is left out, and the mark says where the first stands."""
    text = f"{BODY}\n\n{SECOND}\n\nA note between.\n\n{BODY}\n\n{SECOND}\n"
    marks = find_repeats(text)
    assert [text[mark.start : mark.end] for mark in marks] == [f"{BODY}\n\n{SECOND}"]
    assert marks[0].reason == f"repeats: 0-{len(BODY) + 2 + len(SECOND) - 1}"


def test_whole_document_twice():
    """Title, byline and notices repeated with the body go with it."""
    half = f"Ferry talks stall\n\nBy Mina Okoro\n\n{BODY}\n\n{SECOND}\n\nSubscribe\n\n"
    document, _ = read_document("a.txt", data=(half + half).encode())
    assert document is not None
    analysed = "".join(document.text[a:b] for a, b in document.analysed())
    assert analysed.split() == f"{BODY} {SECOND}".split()


def test_repeat_with_a_changed_figure():
    """A sentence that differs in the second copy stays in the analysis."""
    changed = SECOND.replace("40,000", "60,000")
    text = f"{BODY} {SECOND}\n\n{BODY} {changed}\n"
    left = text
    for mark in reversed(find_repeats(text)):
        left = left[: mark.start] + left[mark.end :]
    assert "60,000" in left
    assert left.count("parted without a date") == 1


def test_short_repetition_stays():
    """A pull quote or refrain is no second body."""
    quote = "We did not move, and we will not move before the winter is over, said the harbour master."
    assert find_repeats(f"{quote}\n\n{BODY}\n\n{quote}\n") == ()


def test_look_alike_letters():
    """A Cyrillic letter inside a Latin word is pointed at and named, and the word is still analysed."""
    (mark,) = find_look_alikes("Editor's \u0421hoice")
    assert (mark.start, mark.end, mark.left_out) == (9, 15, False)
    assert mark.reason == "look-alike letters: Cyrillic \u0421 in a Latin word"
    assert fold_look_alikes("\u0421hoice и Слово") == "Choice и Слово"


@pytest.mark.parametrize("text", ["Слово и word", "5 μm", "Ил-76 and Т-72", "naïve café", "Δt"])
def test_scripts_that_belong(text: str):
    """Words of one script, and signs of another that pose as nothing, are left alone."""
    assert find_look_alikes(text) == ()


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Join us on TelegramTwitter.", ["TelegramTwitter"]),
        ("harbour21.comDecember was cold", ["harbour21.comDecember"]),
        ("It ended on lateTuesday.", ["lateTuesday"]),
        ("The talks ended. The talksCouncils were over, and Councils met.", ["talksCouncils"]),
    ],
)
def test_words_run_together(text: str, found: list[str]):
    """Two words without a space between them are pointed at."""
    assert [text[mark.start : mark.end] for mark in find_run_together(text)] == found


@pytest.mark.parametrize(
    "text", ["McDonald met MacArthur", "an iPhone", "YouTube and eBay", "BlackRock", "harbour.com."]
)
def test_names_with_inner_capitals(text: str):
    """Names that are written so are left alone."""
    assert find_run_together(text) == ()


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("December 4, 2025", "2025-12-04"),
        ("4 Dec 2025", "2025-12-04"),
        ("Thursday, 4th of December 2025", "2025-12-04"),
        ("2025-12-04T10:00:00Z", "2025-12-04"),
        ("2025/12/4", "2025-12-04"),
        ("04.12.2025", "2025-12-04"),
        ("25/12/2025", "2025-12-25"),
        ("4 декабря 2025 г.", "2025-12-04"),
        ("4 грудня 2025 року", "2025-12-04"),
        ("4 décembre 2025", "2025-12-04"),
        ("1er août 2025", "2025-08-01"),
        ("4. Dezember 2025", "2025-12-04"),
        ("4 de diciembre de 2025", "2025-12-04"),
    ],
)
def test_dates(text: str, iso: str):
    """Full dates in the usual ways of printing them."""
    assert [one.iso for one in find_dates(text)] == [iso]


@pytest.mark.parametrize(
    "text", ["04/05/2025", "31 February 2025", "December 2025", "2025-13-01", "in 2025", "12.2025"]
)
def test_no_dates(text: str):
    """What can mean two days, or none, is no date."""
    assert find_dates(text) == ()
