"""Spans of what is said: without marks, inside the quotation that covers them, behind what leads in."""

from __future__ import annotations

import pytest

from zopa.statements.clauses import ClauseUnit, build_unit
from zopa.statements.spans import behind_lead, covering, inner_span, said_span, tokens_of, trimmed_span
from zopa.text.quotations import find_quoted


def unit_of(text: str) -> ClauseUnit:
    return build_unit(text, 0, len(text), tuple(find_quoted(text, [(0, len(text))])), [])


@pytest.mark.parametrize(
    ("text", "words"),
    [("“We stay,”", "We stay"), ("“ We stay , ”", "We stay "), ("«\u00a0We stay\u00a0»", "We stay"), ("“We stay!”", "We stay!"), ("“We, stay”", "We, stay"), ("“ ,, ”", None)],
)  # fmt: skip
def test_what_stands_between_the_marks(text: str, words: str | None) -> None:
    """Without white space and a last comma; None where nothing is left."""
    (quotation,) = find_quoted(text, [(0, len(text))])
    span = inner_span(text, quotation)
    assert (text[slice(*span)].rstrip() if span else None) == (words.rstrip() if words else None)


@pytest.mark.parametrize(
    ("text", "words"),
    [(", it rained;", "it rained"), ("it rained", "it rained"), (" \n:it rained,;: \n", "it rained"), ("it, rained", "it, rained"), ("it rained.", "it rained."), (",", ","), (",a", "a"), ("a,", "a")],
)  # fmt: skip
def test_without_marks_at_the_ends(text: str, words: str) -> None:
    """What parts a stretch from others is left out, never all of it."""
    assert text[slice(*trimmed_span(text, 0, len(text)))] == words


TEXT = "Now: “We stay,” she said; “we (all) go.” — It rained."


@pytest.mark.parametrize(
    ("words", "quoted"),
    [("“We stay,”", "“We stay,”"), ("We stay", "“We stay,”"), ("stay", "“We stay,”"), ("“we (all) go.”", "“we (all) go.”"), ("stay,” she", None), ("she said", None), ("; ", None)],
)  # fmt: skip
def test_the_quotation_that_covers_a_span(words: str, quoted: str | None) -> None:
    """All words of the span stand in it; None where one stands outside, and for marks alone."""
    at = TEXT.index(words)
    found = covering(unit_of(TEXT), at, at + len(words))
    assert (TEXT[found.start : found.end] if found else None) == quoted


@pytest.mark.parametrize(
    ("words", "said"),
    [("“We stay,”", "We stay"), ("stay", "We stay"), (" she said; ", "she said"), ("— It rained.", "It rained"), ("; ", None), (" —", None)],
)  # fmt: skip
def test_what_a_span_says(words: str, said: str | None) -> None:
    """The inside of the quotation that covers it, else its words without marks; None for marks alone."""
    at = TEXT.index(words)
    span = said_span(TEXT, unit_of(TEXT), at, at + len(words))
    assert (TEXT[slice(*span)] if span else None) == said


@pytest.mark.parametrize(
    ("text", "behind"),
    [
        ("Now: “We stay.”", "“We stay.”"),
        ("10:30 “We stay.”", "“We stay.”"),
        ("— “We stay.”", "“We stay.”"),
        ("Now “We stay.”", "Now “We stay.”"),
        ("“We stay.”", "“We stay.”"),
        ("We stay.", "We stay."),
        (
            "A very long label that leads in to it all: “We stay.”",
            "A very long label that leads in to it all: “We stay.”",
        ),
    ],
)
def test_behind_what_leads_in(text: str, behind: str) -> None:
    """A sign, a time or a short label before a quotation is left out; other words stay."""
    assert text[behind_lead(unit_of(text), 0, len(text)) :] == behind


def test_tokens_that_a_span_touches() -> None:
    """First and last of them; (0, 0) where it touches none."""
    unit = unit_of("We stay here.")
    assert tokens_of(unit, (3, 12)) == (1, 2)
    assert tokens_of(unit, (4, 5)) == (1, 1)
    assert tokens_of(unit, (0, 13)) == (0, 3)
    assert tokens_of(unit, (2, 3)) == (0, 0)
