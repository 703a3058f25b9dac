"""Sentences that only tell who speaks, before a quotation and behind it."""

from __future__ import annotations

import pytest

from zopa.statements.announcements import find_announcement, is_bare_cue
from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

from .reading import document


def announced(text: str, *, bare: bool = False) -> tuple[str, str] | None:
    """Source and cue that the sentences of a text announce."""
    found = annotate(document(text), default_vocabulary())
    units = list(zip(found.sentences, found.frames, strict=True))
    spans = find_announcement([unit for unit in units if unit[0].quote[0] < 0], found.quotations, bare=bare)
    return (text[slice(*spans[0])], text[slice(*spans[1])]) if spans else None


def cue(text: str, *, question: bool) -> bool:
    """Whether the last sentence of a text is a bare cue."""
    found = annotate(document(text), default_vocabulary())
    return is_bare_cue(found.sentences[-1], found.frames[-1], question=question)


@pytest.mark.parametrize(
    ("text", "who", "by"),
    [
        ("The envoy was blunt: “We stay.”", "The envoy", ":"),
        ("Mira Colt said: “We stay.”", "Mira Colt", "said"),
        ("Mira Colt told the council: “We stay.”", "Mira Colt", "told"),
        ("Mira Colt said,", "Mira Colt", "said"),
        ("Mira Colt wrote on Monday:", "Mira Colt", "wrote"),
        ("Mira Colt was late and Otto Lind said:", "Otto Lind", "said"),
    ],
)
def test_who_is_announced(text: str, who: str, by: str) -> None:
    """By the verb of saying, or by the subject alone before a colon."""
    assert announced(text) == (who, by)


@pytest.mark.parametrize(
    "text",
    [
        "Mira Colt left.",
        "Mira Colt was late,",
        "It rained: the boats stayed, wet as ever.",
        "The list: boats and nets",
        "“We stay: all of us.”",
        "Mira Colt said it.",
    ],
)
def test_nobody_is_announced(text: str) -> None:
    """No mark at the end, a colon before other words than a quotation, one inside a quotation, no subject."""
    assert announced(text) is None


def test_the_layout_announces() -> None:
    """Where the layout sets the words apart a verb of saying is enough, unless it has its words already."""
    assert announced("The envoy posted on Monday.", bare=True) == ("The envoy", "posted")
    assert announced("The envoy posted on Monday.") is None
    assert announced("The envoy said that the port was shut.", bare=True) is None
    assert find_announcement([], ()) is None


@pytest.mark.parametrize(
    ("text", "question", "told"),
    [
        ("Ann Lee asked.", True, True),
        ("Ann Lee said.", True, True),
        ("She asked.", True, True),
        ("The envoy told the council.", True, True),
        ("The envoy told the council.", False, True),
        ("The union asked.", True, True),
        ("Ann Lee did not ask.", True, False),
        ("Ann Lee was asked.", True, False),
        ("Ann Lee said the port was shut.", True, False),
        ("Ann Lee asked: why?", True, False),
        ("Ann Lee left.", True, False),
        ("The port fell.", True, False),
        ("Asked Ann Lee.", True, False),
        ("", True, False),
    ],
)
def test_a_bare_cue(text: str, question: bool, told: bool) -> None:
    """A subject, a verb of saying and whoever hears it, and nothing that is said."""
    if text:
        assert cue(text, question=question) is told
    else:
        assert announced(text) is None
