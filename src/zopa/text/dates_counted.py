"""Days that are told by counting: "Friday of next week", "in three days", "a week from Monday", "the first Friday in April".

Each resolver takes a match of its pattern in `datewords` and the day of publication; it gives the span, or None where it would guess.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zopa.text.datewords import COUNTS, ORDINALS, WEEKDAYS, months

if TYPE_CHECKING:
    from collections.abc import Callable

_DAYS = 7
_YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_WORD = re.compile(r"[a-z]+(?:-[a-z]+)?")
_NUMBER = re.compile(r"\d{1,3}")
_HALF_YEAR = 183  # days


def _weekday_in(words: str) -> int:
    return next(WEEKDAYS[word] for word in _WORD.findall(words) if word in WEEKDAYS)


def _of_week(words: str, published: date) -> tuple[date, date, str]:
    """ "Friday of next week", "Monday this week"."""
    shift = {"last": -1, "this": 0}.get(next((w for w in _WORD.findall(words) if w in {"last", "this"}), ""), 1)
    monday = published - timedelta(days=published.weekday()) + timedelta(weeks=shift)
    day = monday + timedelta(days=_weekday_in(words))
    return day, day, "day"


def _week_from(words: str, published: date) -> tuple[date, date, str]:
    """ "A week from Friday", "Friday week": that of the week behind the next Friday."""
    coming = published + timedelta(days=(_weekday_in(words) - published.weekday() - 1) % _DAYS + 1)
    weeks = 2 if "two" in words else 1
    day = coming + timedelta(weeks=weeks)
    return day, day, "day"


def _from_now(words: str, published: date) -> tuple[date, date, str] | None:
    """ "In three days", "10 days from now", "within ten days": weeks and months are told too roughly for a day."""
    told = _NUMBER.search(words)
    counts = [COUNTS[word] for word in _WORD.findall(words) if word in COUNTS]
    number = int(told.group()) if told else counts[0] if counts else 0
    day = published + timedelta(days=number)
    return (day, day, "day") if number else None


def _month_of(words: str, published: date) -> tuple[int, int]:
    """Year and month: of the year that is told, else the nearest."""
    month = next(months()[word] for word in _WORD.findall(words) if word in months())
    year = _YEAR.search(words)
    if year:
        return int(year.group()), month
    near = sorted((abs((date(published.year + y, month, 15) - published).days), published.year + y) for y in (-1, 0, 1))
    return near[0][1], month


def _nth_weekday(words: str, published: date) -> tuple[date, date, str] | None:
    """ "The first Friday in April", "the last Monday of May 2031"."""
    year, month = _month_of(words, published)
    first = date(year, month, 1)
    days = [first + timedelta(days=k) for k in range(monthrange(year, month)[1])]
    fitting = [day for day in days if day.weekday() == _weekday_in(words)]
    which = next(w for w in _WORD.findall(words) if w in ORDINALS or w == "last")
    at = -1 if which == "last" else ORDINALS[which] - 1
    return (fitting[at], fitting[at], "day") if at < len(fitting) else None


def _ordinal_day(words: str, published: date) -> tuple[date, date, str] | None:
    """ "The ninth of April"."""
    year, month = _month_of(words, published)
    number = next(ORDINALS[word] for word in _WORD.findall(words) if word in ORDINALS)
    return (date(year, month, number),) * 2 + ("day",) if number <= monthrange(year, month)[1] else None  # type: ignore[return-value]


def _numbered_weekday(words: str, published: date) -> tuple[date, date, str] | None:
    """ "Sunday the 6th": the nearest sixth that is a Sunday."""
    number, weekday = int(_NUMBER.findall(words)[-1]), _weekday_in(words)
    near = [published + timedelta(days=k) for k in range(-_HALF_YEAR, _HALF_YEAR)]
    fitting = [day for day in near if day.day == number and day.weekday() == weekday]
    day = min(fitting, key=lambda d: abs((d - published).days), default=None)
    return None if day is None else (day, day, "day")


COUNTED: dict[str, Callable[[str, date], tuple[date, date, str] | None]] = {
    "ofweek": _of_week,
    "weekfrom": _week_from,
    "fromnow": _from_now,
    "nth": _nth_weekday,
    "ordinal": _ordinal_day,
    "numbered": _numbered_weekday,
}
