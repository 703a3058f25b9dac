"""Long names with their short form in brackets."""

from __future__ import annotations

import pytest

from zopa.statements.short_forms import find_short_forms
from zopa.text import default_vocabulary
from zopa.text.annotate import annotate

from .reading import document, read


def forms(text: str) -> list[tuple[str, str]]:
    return [
        (f.name, f.short) for s in annotate(document(text), default_vocabulary()).sentences for f in find_short_forms(s)
    ]


@pytest.mark.parametrize(
    ("text", "name", "short"),
    [
        ("The Dock, Crane and Ferry (DCF) union left the talks.", "Dock, Crane and Ferry", "DCF"),
        ("Talks with Harbour Rail (HR) failed.", "Harbour Rail", "HR"),
        (
            "The National Union of Dock, Crane and Ferry Workers (DCF) left.",
            "National Union of Dock, Crane and Ferry Workers",
            "DCF",
        ),
        ("On Monday Tolvik Low Islands Fund (TLIF) paid.", "Tolvik Low Islands Fund", "TLIF"),
        ("The Clerks' Association (CA) struck.", "Clerks' Association", "CA"),
        ("The Tolvik Transport Union (KLT) struck.", "Tolvik Transport Union", "KLT"),
        ("The United Dockers Transport Union (Udtu) struck.", "United Dockers Transport Union", "Udtu"),
    ],
)
def test_initials_tell_the_long_form(text: str, name: str, short: str) -> None:
    """The nearest capitals that hold the letters, and what the name has in front with "of"."""
    assert forms(text) == [(name, short)]


@pytest.mark.parametrize(
    "text",
    [
        "The port (TBD) opened.",
        "Harbour Rail (XY) failed.",
        "Harbour Rail (hr) failed.",
        "Harbour Rail (HR talks) failed.",
        "It cost ten euros (EUR) a head.",
        "Norway (NO",
    ],
)
def test_no_initials_no_short_form(text: str) -> None:
    """Letters that stand in no capitals before them, small letters, more words, no closing bracket."""
    assert forms(text) == []


def test_the_short_form_is_the_body() -> None:
    """Told once, it means the long name everywhere, and "the union" too; it is one actor with the kind that its noun tells."""
    record = read(
        "The Dock, Crane and Ferry (DCF) union called a strike. The DCF demanded a raise. DCF chief Ana Lind rejected the offer. "
        "The union would not return, it said."
    )
    (body,) = [a for a in record.actors if "DCF" in a.aliases]
    assert (body.name, body.kind, body.side) == ("Dock, Crane and Ferry", "union", "Dock, Crane and Ferry")
    assert {d.doers[0].side for d in record.deeds if d.doers} == {"Dock, Crane and Ferry"}
    assert not any(a.name in {"Dock", "Crane", "Ferry", "DCF"} for a in record.actors)
