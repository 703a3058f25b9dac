"""Letters of documents, short names, and quotation marks in pairs."""

from __future__ import annotations

import pytest

from zopa.sources import Document, Passage
from zopa.views.letters import assign_letters, balanced, label, surname
from zopa.views.types import Piece


def documents(count: int) -> list[Document]:
    return [Document(f"d{n}", f"d{n}.txt", "x", "", "text") for n in range(count)]


def test_letters_run_on_beyond_z() -> None:
    """A to Z, then AA, AB, as columns of a sheet; each document its own."""
    letters = list(assign_letters(documents(26 * 27 + 2)).values())
    assert letters[:3] == ["A", "B", "C"]
    assert letters[25:29] == ["Z", "AA", "AB", "AC"]
    assert letters[51:54] == ["AZ", "BA", "BB"]
    assert letters[26 * 27 - 1 :] == ["ZZ", "AAA", "AAB"]
    assert len(set(letters)) == len(letters)


def test_letters_of_no_documents() -> None:
    """No documents, no letters."""
    assert assign_letters([]) == {}


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("Ana Brod", "Brod"),
        ("Ursula von der Leyen", "von der Leyen"),
        ("Abdel Fattah el-Sisi", "el-Sisi"),
        ("Velmar", "Velmar"),
        ("", ""),
    ],
)
def test_surname(name: str, short: str) -> None:
    """The last word with its particles; one word stays whole."""
    assert surname(name) == short


def test_label_opens_its_passages() -> None:
    """A letter carries the passages that it opens."""
    passage = Passage("d", 0, 1, "x")
    assert label("A", [passage]) == Piece("A", (passage,), "label")


@pytest.mark.parametrize(
    ("cut", "shown"),
    [
        ("“the dam stays", "the dam stays"),
        ("the dam stays”", "the dam stays"),
        ("called it “a gift", "called it “a gift”"),
        ("a gift” to us", "“a gift” to us"),
        ("“the dam” stays", "“the dam” stays"),
        ("«la digue", "la digue"),
        ("„der Damm“ bleibt", "„der Damm“ bleibt"),
        ("„der Damm bleibt", "der Damm bleibt"),
        ("no marks", "no marks"),
        ('"the dam stays', "the dam stays"),
        ('the dam stays"', "the dam stays"),
        ('"the dam" stays', '"the dam" stays'),
        ('called it "a gift', 'called it "a gift"'),
    ],
)
def test_balanced(cut: str, shown: str) -> None:
    """A mark that a cut left without its partner is dropped at an edge and completed inside."""
    assert balanced(cut) == shown
