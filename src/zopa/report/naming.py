"""What a document is called, when it was published, and the line above a page's title."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.sources import Document
    from zopa.views.types import Brief, DocumentEntry

_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")  # what the lang attribute takes (BCP 47)
_KINDS = ("class", "kind")


def document_name(document: Document) -> str:
    """Who published it, else its title, else its id."""
    named = document.publisher or document.title
    return named.value if named else document.id


def document_byline(document: Document) -> tuple[str, ...]:
    """Publisher, author and date, as far as they are known."""
    known = [guess.value for guess in (document.publisher, document.author) if guess]
    return (*known, date_words(document.published.value) if document.published else "date not found")


def document_language(document: Document) -> str | None:
    """A language code that a ``lang`` attribute may carry, or None."""
    code = document.language.value if document.language else ""
    return code if _LANGUAGE.fullmatch(code) else None


def date_words(value: str) -> str:
    """An ISO date as "4 December 2025"; anything else as it came."""
    day = _day(value)
    return f"{day.day} {day:%B %Y}" if day else value


def date_range(values: list[str]) -> str:
    """The span of several ISO dates in words, "" where none can be read."""
    days = sorted(day for value in values if (day := _day(value)))
    if not days:
        return ""
    first, last = days[0], days[-1]
    if first == last:
        return f"{last.day} {last:%B %Y}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{last.day} {last:%B %Y}"
    head = f"{first.day} {first:%B}" if first.year == last.year else f"{first.day} {first:%B %Y}"
    return f"{head} – {last.day} {last:%B %Y}"


def kicker(brief: Brief) -> tuple[str, ...]:
    """How many documents, of which dates, of which kinds and languages: the line above the title."""
    entries = brief.documents
    count = f"{len(entries)} document{'' if len(entries) == 1 else 's'}"
    dates = date_range([entry.document.published.value for entry in entries if entry.document.published])
    kinds = sorted({kind for entry in entries for kind in _kinds(entry)})
    return tuple(part for part in (count, dates, ", ".join(kinds)) if part)


def _kinds(entry: DocumentEntry) -> list[str]:
    return [value for what, value, _ in entry.facts if what.lower() in _KINDS]


def _day(value: str) -> date | None:
    try:
        return date.fromisoformat(value)
    except ValueError:
        return None
