"""Days and hours that lie ahead: what is planned, what ends, and what is only wished or done."""

from __future__ import annotations

import pytest

from .told import talks

AHEAD = [  # told on Wednesday, 12 March 2031
    ("A second strike is due to start on 27 March.", "2031-03-27", "event"),
    ("The strike will begin at 2 a.m. on Tuesday, 18 March.", "2031-03-18", "event"),
    ("A strike will begin on 20 March unless the talks succeed.", "2031-03-20", "event"),
    ("Lena Orr has not said if she will attend the summit on 27 March.", "2031-03-27", "meeting"),
    ("Denmark has given Norway until Saturday to lift the ban.", "2031-03-15", "due"),
    ("The yard must respond by Monday, the union said.", "2031-03-17", "due"),
    ("The yard must respond by Friday of next week, the union said.", "2031-03-21", "due"),
    ("Peru has until noon tomorrow to sign.", "2031-03-13", "due"),
    ("The strike will begin on the ninth of April.", "2031-04-09", "event"),
    ("Officials go back to Lima 10 days from now.", "2031-03-22", "event"),
    ("A new round is planned for 20 March in Torhaven.", "2031-03-20", "meeting"),
    ("The crews go back to work on Friday.", "2031-03-14", "event"),
    ("Lawmakers will vote on Thursday (20 March).", "2031-03-20", "event"),
    ("The offer expires on Saturday.", "2031-03-15", "due"),
    ("Owners have until 1 p.m. on Thursday, 20 March.", "2031-03-20", "due"),
    ("The final date for the payment, 14 March, is near.", "2031-03-14", "due"),
    ("Norway asked Peru to answer by late Wednesday.", "2031-03-12", "due"),
    ("Norway must pay by the end of the month.", "2031-03-31", "due"),
]
SPANS = [
    ("The truce is due to expire next year.", "next year"),
    ("The treaty will be signed within three months.", "within three months"),
    ("Peru has three weeks to sign.", "three weeks"),
    ("Officials go back to Lima three weeks from now.", "three weeks from now"),
    ("Peru had paid nothing by midnight.", "by midnight"),
]
NONE = [
    "The union wants the toll cut on 20 March.",  # a demand
    "Norway refuses to meet on 20 March.",
    "Norway offered to meet on 20 March.",
    "Norway proposed talks on 20 March.",
    "No vote will be held on 20 March.",
    "A strike will begin on 20 March if the talks fail.",
    "Unless a deal is signed on 20 March, the crews will strike.",
    "If the talks fail, a strike will begin on 20 March.",
    "The meeting planned for 20 March will not be held.",
    "Norway hopes to sign on 20 March.",
    "The crews struck on 3 March.",
    "Ministers had battled for more than a week to agree by consensus.",
    "Lena Orr had won the vote of 29 January.",
    "The reserves will last until 30 March.",
    "Bo Ek was at the gate by 9:45.",
    "The bridge was closed within three days.",
    "The rule ends on 20 March 2035.",  # a term
]
_TALKS = " Norway wants a dam."


@pytest.mark.parametrize(("text", "day", "kind"), AHEAD)
def test_a_day_ahead(text: str, day: str, kind: str) -> None:
    """What is planned is an event; what ends, or must be done by then, is due."""
    assert [(str(d.date), d.kind) for d in talks(text + _TALKS).deadlines] == [(day, kind)]


@pytest.mark.parametrize(("text", "told"), SPANS)
def test_a_span_without_a_day(text: str, told: str) -> None:
    """The words of the span, and no day in their place."""
    assert [d.told for d in talks(text + _TALKS).deadlines] == [told]


@pytest.mark.parametrize("text", NONE)
def test_no_day_ahead(text: str) -> None:
    """Demands, conditions, hopes, what is called off, past, lasting, or too far."""
    assert talks(text + _TALKS).deadlines == ()
