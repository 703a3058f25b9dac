"""Dates as publishers print them at the head of a page, read only where they can mean one day."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass
from datetime import date

_MONTHS = (  # English, Russian, Ukrainian, French, German, Spanish; nominative and genitive, usual short forms
    "january jan январь января янв січень січня janvier janv januar jänner enero ene",
    "february feb февраль февраля фев лютий лютого février févr fevrier februar febrero",
    "march mar март марта мар березень березня mars märz maerz marzo",
    "april apr апрель апреля апр квітень квітня avril avr abril abr",
    "may май мая травень травня mai mayo",
    "june jun июнь июня июн червень червня juin juni junio",
    "july jul июль июля июл липень липня juillet juil juli julio",
    "august aug август августа авг серпень серпня août aout agosto ago",
    "september sept sep сентябрь сентября сен сент вересень вересня septembre septiembre setiembre",
    "october oct октябрь октября окт жовтень жовтня octobre oktober okt octubre",
    "november nov ноябрь ноября ноя нояб листопад листопада novembre noviembre",
    "december dec декабрь декабря дек грудень грудня décembre déc decembre dezember dez diciembre dic",
)
MONTH_NUMBERS = {name: number for number, names in enumerate(_MONTHS, start=1) for name in names.split()}
"""Month names and short forms in six languages, lower case, with the month's number."""

_NAME = "|".join(sorted(MONTH_NUMBERS, key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)"
_ANY_YEAR = re.compile(r"(?:19|20)\d\d")
_PATTERNS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"\b{_YEAR}-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)",
        rf"\b{_YEAR}/(?P<m>\d{{1,2}})/(?P<d>\d{{1,2}})(?!\d)",
        rf"\b(?P<d>\d{{1,2}})\.(?P<m>\d{{1,2}})\.{_YEAR}(?!\d)",
        rf"\b(?P<d>\d{{1,2}})(?:st|nd|rd|th|er|\.|º)?\s+(?:of\s+|de\s+)?(?P<n>{_NAME})\b\.?,?\s+(?:de\s+|del\s+)?{_YEAR}\b",
        rf"\b(?P<n>{_NAME})\b\.?\s+(?P<d>\d{{1,2}})(?:st|nd|rd|th)?,?\s+{_YEAR}\b",
        rf"\b(?P<d>\d{{1,2}})[-\s](?P<n>{_NAME})[-\s]{_YEAR}\b",
        rf"\b(?P<a>\d{{1,2}})/(?P<b>\d{{1,2}})/{_YEAR}(?!\d)",
    )
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A full date with its place in the string that was searched."""

    start: int
    end: int
    iso: str


def find_dates(text: str) -> tuple[FoundDate, ...]:
    """Full dates in `text`, in order.

    Args:
        text: usually one line. Read are ``2025-12-04``, ``04.12.2025``, ``December 4, 2025``, ``4 Dec 2025`` and the
            like in six languages; ``04/05/2025`` is skipped, since it can mean two days; ``25/12/2025`` is not.

    Returns:
        The dates, the longer one where two readings overlap; empty where there is none.
    """
    found: list[FoundDate] = []  # in order, none overlaps another
    for pattern in _PATTERNS if _ANY_YEAR.search(text) else ():  # the patterns are slow, and all ask for a year
        for match in pattern.finditer(text):
            iso = _resolve(match)
            if iso is None:
                continue
            at = bisect_left(found, match.start(), key=lambda one: one.start)
            after = at < len(found) and found[at].start < match.end()
            if not after and (at == 0 or found[at - 1].end <= match.start()):
                found.insert(at, FoundDate(match.start(), match.end(), iso))
    return tuple(found)


def _resolve(match: re.Match[str]) -> str | None:
    part = match.groupdict()
    if part.get("a"):
        days = [_date(part["y"], m, d) for m, d in ((part["a"], part["b"]), (part["b"], part["a"]))]
        certain = {day for day in days if day is not None}
        return certain.pop() if len(certain) == 1 else None
    month = part.get("m") or MONTH_NUMBERS[part["n"].lower()]
    return _date(part["y"], month, part["d"])


def _date(year: str, month: str | int, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
