"""Comparing invented texts, as the tests of this folder do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.accounts import compare_accounts
from zopa.accounts.items import build_items
from zopa.sources import Document, Guess, find_originators, find_overlaps
from zopa.statements import read_record
from zopa.text import default_vocabulary

if TYPE_CHECKING:
    from zopa.accounts import Comparison, Finding
    from zopa.accounts.items import Item

WEDNESDAY = "2025-03-12"


def compare(*texts: str, published: tuple[str | None, ...] = ()) -> Comparison:
    """The comparison of texts published on one Wednesday, or on the days given."""
    days = published or (WEDNESDAY,) * len(texts)
    documents = [
        Document(
            f"d{number}", "-", text, str(number), "text",
            published=Guess(day, "given") if day else None, language=Guess("en", "given"),
        )
        for number, (text, day) in enumerate(zip(texts, days, strict=True))
    ]  # fmt: skip
    return compare_accounts(documents, [read_record(document, default_vocabulary()) for document in documents])


def findings(*texts: str, published: tuple[str | None, ...] = ()) -> list[Finding]:
    """Findings that concern more than one account."""
    return [f for f in compare(*texts, published=published).findings if f.relation != "single-source"]


def told(*texts: str, published: tuple[str | None, ...] = ()) -> list[tuple[str, str]]:
    """(relation, slot) of each finding that concerns more than one account."""
    return [(f.relation, f.slot) for f in findings(*texts, published=published)]


def only(*texts: str, published: tuple[str | None, ...] = ()) -> Finding:
    """The one finding that concerns more than one account."""
    found = findings(*texts, published=published)
    assert len(found) == 1, found
    return found[0]


def marked(finding: Finding) -> list[str]:
    """The words that decide a finding."""
    return [passage.text for passage in finding.marked]


def items_of(*texts: str) -> list[list[Item]]:
    """The statements of texts published on one Wednesday, as the comparison sees them."""
    documents = [
        Document(f"d{n}", "-", text, str(n), "text", published=Guess(WEDNESDAY, "given"), language=Guess("en", "given"))
        for n, text in enumerate(texts)
    ]
    records = [read_record(document, default_vocabulary()) for document in documents]
    overlaps = find_overlaps(documents)
    return build_items(records, find_originators(documents, overlaps), overlaps, [None] * len(documents))
