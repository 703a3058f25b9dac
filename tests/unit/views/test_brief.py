"""The whole brief, read from texts: invented ones, and the shipped example with what its reader must find."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from zopa import run
from zopa.run import Accounts
from zopa.sources import read_document
from zopa.statements import read_record
from zopa.text import default_vocabulary

from .checking import brief_passages, brief_pieces, false_quotes, text_of, wrong_passages
from .test_first_page import ORDER, numbers_of
from .texts import COURIER, HERALD

if TYPE_CHECKING:
    from zopa.views import Brief

EXAMPLE = Path(__file__).parents[3] / "examples" / "moscow-2025" / "sources"


def read(*texts: str) -> Accounts:
    ids: set[str] = set()
    documents = [read_document(f"d{n}.txt", data=text.encode(), ids=ids)[0] for n, text in enumerate(texts)]
    kept = tuple(document for document in documents if document)
    vocabulary = default_vocabulary()
    return Accounts(kept, tuple(read_record(d, vocabulary) for d in kept), vocabulary, ())


def check(brief: Brief, accounts: Accounts) -> None:
    """What must hold of every brief."""
    assert wrong_passages(brief_passages(brief), accounts.documents) == []
    assert false_quotes(brief_pieces(brief)) == []
    numbers = numbers_of(brief.first_page)
    assert numbers == list(range(1, len(numbers) + 1))
    assert len(numbers) <= 40
    keys = [section.key for section in brief.first_page.sections]
    assert keys == [key for key in ORDER if key in keys]


def lines(brief: Brief, key: str) -> list[str]:
    section = next((s for s in brief.first_page.sections if s.key == key), None)
    return [text_of(line) for line in section.lines] if section else []


def test_two_invented_accounts() -> None:
    """Agreement, two halves of one speaker, voices, the unheard and the block come out of the texts."""
    accounts = read(COURIER, HERALD)
    brief = run.brief(accounts)
    check(brief, accounts)
    assert any("14 points" in line for line in lines(brief, "both"))
    assert lines(brief, "halves")[0].startswith("el-Sisi. Only A: We have found no formula for the dam yet")
    assert lines(brief, "unheard") == []  # Kenya sent nobody: it takes no part
    assert lines(brief, "blocks")[0].startswith("Egypt asks: ")
    assert " Ethiopia refuses: " in lines(brief, "blocks")[0]
    assert lines(brief, "bottom")[0].startswith("The talks ended without an agreement.")
    assert [entry.name for entry in brief.speakers] == ["Abdel Fattah el-Sisi", "Abiy Ahmed", "Officials"]


@pytest.mark.parametrize(
    "texts",
    [
        (COURIER,),
        ("Words without a verb",),
        ("1, 2, 3.", "…"),
        (COURIER, COURIER),
        (COURIER, "<script>alert(1)</script> \u202e[bold]\x1b[31m \u201cNo,\u201d said Abiy Ahmed."),
    ],
    ids=["one", "no statement", "hardly text", "a copy", "hostile"],
)
def test_odd_sets_of_documents_give_a_sound_brief(texts: tuple[str, ...]) -> None:
    """A single document, none that says anything, a copy, hostile text: the page holds what every page must."""
    accounts = read(*texts)
    brief = run.brief(accounts)
    check(brief, accounts)
    assert brief.first_page.title
    assert [entry.letter for entry in brief.documents] == list("ABCDE"[: len(texts)])


def test_a_copy_changes_nothing_that_is_told() -> None:
    """Who said what, figures and dates of a text and its copy are those of the text alone."""
    text = COURIER + " ".join(f"The dam of village number {n} holds {n * 3} boats." for n in range(30))
    alone, twice = run.brief(read(text)), run.brief(read(text, text))
    assert twice.speakers == alone.speakers
    assert twice.timeline == alone.timeline
    assert [f for f in twice.findings if f.relation != "single-source"] == []


@pytest.fixture(scope="module")
def moscow() -> tuple[Accounts, Brief]:
    accounts = run.read_accounts([EXAMPLE])
    return accounts, run.brief(accounts)


def test_the_shipped_example_is_sound(moscow: tuple[Accounts, Brief]) -> None:
    """At most forty lines, the sections in their order, every quotation exact, every passage at its place."""
    accounts, brief = moscow
    check(brief, accounts)
    keys = {section.key for section in brief.first_page.sections}
    assert {"bottom", "both", "contradict", "wants", "process", "blocks", "find-out", "care"} <= keys
    assert len(accounts.documents) >= 8
    assert brief.problems == ()


def test_the_shipped_example_is_told_as_contradictory(moscow: tuple[Accounts, Brief]) -> None:
    """Who called off the meeting with Zelensky, and who drew up the 19-point text, stand among the contradictions."""
    told = [line.lower() for line in lines(moscow[1], "contradict")]
    assert any("called off" in line and "zelensky" in line for line in told)
    assert any("19-point" in line and "drew up" in line for line in told)
