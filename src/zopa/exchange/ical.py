"""Meetings and dates as an iCalendar file (RFC 5545)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any, cast

from zopa.case.values import first_day, last_day

if TYPE_CHECKING:
    from collections.abc import Iterable

_STATUS = {
    "cancelled": "CANCELLED",
    "refused": "CANCELLED",
    "planned": "TENTATIVE",
    "reported": "TENTATIVE",
    "speculated": "TENTATIVE",
}


@dataclass(frozen=True, slots=True)
class CalendarEvent:
    """One entry: a date as precise as it is known, what it is, its status in our words, the passages behind it, where."""

    date: str
    what: str
    status: str
    passages: str = ""
    place: str = ""


def print_ical(events: Iterable[CalendarEvent], *, title: str, day: str) -> bytes:
    """Whole-day entries; what iCalendar has no word for (reported, speculated) stands in the summary too.

    Args:
        events: in any order.
        title: name of the calendar.
        day: ISO date as of which it was told, which the format asks for; the same case gives the same bytes.
    """
    import icalendar  # noqa: PLC0415 - slow to import, and seldom asked for

    calendar: Any = cast("Any", icalendar).Calendar()  # the library is only partly typed
    calendar.add("prodid", "-//zopa//zopa//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for event in events:
        entry: Any = cast("Any", icalendar).Event()
        key = hashlib.sha256(f"{event.date}|{event.what}|{event.status}".encode()).hexdigest()[:32]
        entry.add("uid", f"{key}@zopa")
        entry.add("dtstamp", datetime.combine(date.fromisoformat(day), time(), UTC))
        entry.add("dtstart", date.fromisoformat(first_day(event.date)))
        entry.add("dtend", date.fromisoformat(last_day(event.date)) + timedelta(days=1))
        entry.add("summary", f"{event.what} ({event.status})")
        entry.add("status", _STATUS.get(event.status, "CONFIRMED"))
        if event.place:
            entry.add("location", event.place)
        if event.passages:
            entry.add("description", event.passages)
        calendar.add_component(entry)
    return bytes(calendar.to_ical())
