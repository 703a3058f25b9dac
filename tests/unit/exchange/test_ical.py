"""A calendar that strict programs read, and that is the same every day."""

from __future__ import annotations

import re

from zopa.exchange.ical import CalendarEvent, print_ical

EVENTS = (
    CalendarEvent("2031-03-14", "Third round", "held", "They met.", "Port City"),
    CalendarEvent("2031-03", "Vote of the council", "speculated"),
    CalendarEvent("2031-12-29..2032-01-03", "Talks in Geneva", "planned"),
)


def test_stamps_are_moments_in_utc() -> None:
    """RFC 5545, 3.8.7.2: date and time, with Z; one for each entry."""
    text = print_ical(EVENTS, title="t", day="2031-03-15").decode()
    stamps = re.findall(r"^DTSTAMP.*?\r$", text, re.MULTILINE)
    assert [stamp.strip() for stamp in stamps] == ["DTSTAMP:20310315T000000Z"] * len(EVENTS)


def test_the_same_events_give_the_same_bytes() -> None:
    assert print_ical(EVENTS, title="t", day="2031-03-15") == print_ical(EVENTS, title="t", day="2031-03-15")
