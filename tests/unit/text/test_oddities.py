"""What a document says of people that the tables have otherwise: another office, another spelling."""

from __future__ import annotations

from dataclasses import replace

import pytest
from tests.unit.statements.reading import document

from zopa.text import default_vocabulary
from zopa.text.names import find_names
from zopa.text.sentences import find_paragraphs
from zopa.text.vocabulary import Name, Office

PEOPLE = (
    Name("Tomas Averin", "person", "Norway", ("Averin", "Tomas J. Averin"), offices=(Office("president", "2020-01-01", "2026-01-01"),)),
    Name("Lena Orr", "person", "Norway", ("Orr",), offices=(Office("foreign minister", "2019-01-01", "2024-01-01"), Office("prime minister", "2024-01-01", ""))),
    Name("Ines Falk", "person", "Norway", ("Falk",), offices=(Office("defence minister", "2024-01-01", ""),)),
    Name("Otto Brand", "person", "Norway", ("Brand",)),
)  # fmt: skip


def odd(text: str, published: str | None = "2025-03-12") -> list[str]:
    """Each oddity: the passage, as given, as known."""
    made = document(text, published)
    known = default_vocabulary()
    spans = [span for p in find_paragraphs(made) for span in p.sentences]
    names = find_names(made, spans, replace(known, names=(*known.names, *PEOPLE)))
    return [f"{o.kind}: {o.passage.text} = {o.given}, not {o.known}" for o in names.oddities]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Chancellor Tomas Averin left.", ["office: Chancellor Tomas Averin = chancellor, not president"]),
        ("Yesterday King Averin left.", ["office: King Averin = king, not president"]),
        ("Prime Minister Tomas Averin left.", ["office: Prime Minister Tomas Averin = prime minister, not president"]),
        ("Then Foreign Minister Ines Falk left.", []),
        (
            "Finance Minister Ines Falk left.",
            ["office: Finance Minister Ines Falk = finance minister, not defence minister"],
        ),
        (
            "Foreign Minister Lena Orr left.",
            ["office: Foreign Minister Lena Orr = foreign minister, not prime minister"],
        ),
        ("Pope Orr left. Queen Orr stayed.", ["office: Pope Orr = pope, not prime minister"]),
    ],
)
def test_another_office(text: str, told: list[str]) -> None:
    """The office right before a name, where the tables have another for the day of the document; once for a person."""
    assert odd(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "President Tomas Averin left.",
        "Premier Lena Orr left.",
        "Prime Minister Lena Orr left.",
        "Defense Minister Ines Falk left.",
        "Defence Minister Ines Falk left.",
        "President Otto Brand left.",  # no office of his is known
        "Former Chancellor Tomas Averin left.",
        "Vice President Lena Orr left.",
        "Deputy Prime Minister Ines Falk left.",
        "Acting President Lena Orr left.",
        "The late King Averin left.",
        "The former foreign minister Lena Orr left.",
        "The former Norwegian foreign minister Lena Orr left.",
        "The minister Tomas Averin left.",
        "The president met Lena Orr.",
        "President Mira Colt left.",
    ],
)
def test_no_other_office(text: str) -> None:
    """The same office by another word, a former, acting or vice one, one further off, and whoever the tables do not know."""
    assert odd(text) == []


def test_the_day_of_the_document_decides() -> None:
    """An office counts from its first day until the last; nothing is told without a date or without an office on it."""
    assert odd("Foreign Minister Lena Orr left.", "2023-12-31") == []
    assert odd("Prime Minister Lena Orr left.", "2024-01-01") == []
    assert odd("Foreign Minister Lena Orr left.", "2024-01-01") != []
    assert odd("Prime Minister Lena Orr left.", "2023-12-31") != []
    assert odd("King Averin left.", "2026-01-01") == []
    assert odd("King Averin left.", "2019-12-31") == []
    assert odd("King Averin left.", None) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Thomas Averin left.", ["spelling: Thomas Averin = Thomas Averin, not Tomas Averin"]),
        ("Lenna Orr left. Lenna Orr returned.", ["spelling: Lenna Orr = Lenna Orr, not Lena Orr"]),
        ("Tomas Averin left. Averin returned.", []),
        ("Tomas J. Averin left.", []),
    ],
)
def test_another_spelling(text: str, told: list[str]) -> None:
    """A given name that is nearly the known one is told once; a surname alone and a known spelling are not."""
    assert odd(text) == told
