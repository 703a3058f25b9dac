"""Dates in a text, resolved against the day the document was published.

What may be a date is found here; which days it means, and when that would be a guess, is told in `dateresolve`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.text.dateresolve import YEAR, is_ahead, resolve, weekday_word
from zopa.text.datewords import WEEKDAYS, patterns, triggers
from zopa.text.lemmas import word_set
from zopa.text.types import DateRef

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.sources import Document, Passage

_TRIGGER = re.compile(r"[^\W\d_]{3,}|(?<!\d)\d{4}s?(?!\w)")
_REACH = 45  # characters; the longest date ("Wednesday, the 30th of November - 2nd of December 2025") starts no earlier

_LABEL = re.compile(
    r"(?:resolutions?|no\.?|number|law|decree|flight|room|boeing|airbus|order|directive|act|article|point"
    r"|unscr|page)\s$",
    re.IGNORECASE,
)
_QUANTITY = re.compile(
    r"\b(?:some|over|than|nearly|almost|least|approximately|roughly|up to|as many as)\s$", re.IGNORECASE
)
_ENGLISH_MONTHS = word_set("january february march april may june july august september october november december")
_LOWER_IS_NO_MONTH = frozenset({"may", "march", "august", "mar", "jan", "dec", "sep", "jun", "mai", "marzo", "mars"})
_MEASURED = re.compile(
    r"\s+(?:\w+ )?(?:people|soldiers|troops|men|women|children|civilians|prisoners|hostages|dead|wounded|km"
    r"|miles|metres"
    r"|meters|tons|tonnes|dollars|euros|percent|per cent|hours|days|barrels|votes|times)\b",
    re.IGNORECASE,
)


def find_dates(document: Document, start: int, end: int) -> tuple[DateRef, ...]:
    """Dates between `start` and `end`, in order; `from_` and `to` are None where they cannot be known."""
    published = published_on(document)
    refs: list[DateRef] = []
    for first, stop, match in date_matches(document.plain, start, end):
        near = _first_day(document.plain) if published is None and match.lastgroup in _YEARLESS else published
        span = resolve(match, near, document.plain, (start, end))
        weekday = match.lastgroup in _YEARLESS and refs and _is_its_weekday(document.plain, refs[-1].passage, first)
        passage = document.passage(
            refs.pop().passage.start if weekday else first, stop
        )  # "Thursday, 29 March": one day
        if span is None:
            refs.append(DateRef(None, None, "unresolved", passage))
        else:
            refs.append(DateRef(span[0], span[1], span[2], passage))
    return tuple(refs)


def _is_its_weekday(text: str, before: Passage, start: int) -> bool:
    """True for a bare weekday right before a day of a month, with at most a mark between."""
    return before.text.lower() in WEEKDAYS and text[before.end : start] in {" ", ", ", ", the ", " (", " the "}


_YEARLESS = frozenset(
    {"days", "dmy", "mdy", "span"}
)  # a day of a month, which the year of another date in the text may complete
_HEAD = 4000  # characters in which a document's own time is looked for


@lru_cache(maxsize=64)
def _first_day(text: str) -> date | None:
    """The first day or month that a text dates with its year: "8 August" in a text that begins "July 2025" is of 2025."""
    for _, _, match in date_matches(text, 0, min(len(text), _HEAD)):
        span = resolve(match, None, text, (0, len(text)))
        if span is not None and span[2] in {"day", "month"}:
            return span[0]
    return None


def published_on(document: Document) -> date | None:
    """The day the document was published, or None where it is not known or not a date."""
    if document.published is None:
        return None
    try:
        return date.fromisoformat(document.published.value[:10])
    except ValueError:
        return None


def date_matches(text: str, start: int, end: int) -> Iterator[tuple[int, int, re.Match[str]]]:
    """Start, end and match of everything that reads as a date."""
    yield from _dates(text, start, end)


@lru_cache(maxsize=64)  # figures, dates and meetings of one sentence ask for the same span, one after the other
def _dates(text: str, start: int, end: int) -> tuple[tuple[int, int, re.Match[str]], ...]:
    return tuple(_read_matches(text, start, end))


def _read_matches(text: str, start: int, end: int) -> Iterator[tuple[int, int, re.Match[str]]]:
    for match in _matches(text, start, end):
        kind = match.lastgroup
        counts = kind == "fromnow" and match.group()[:1].lower() in {"i", "w"}  # "in", "within"
        if not _is_date(match, text) or (counts and not is_ahead(match, text, start)):
            continue
        first = match.start()
        if kind == "m":
            first += re.match(r"\w+[\s-]\s?", match.group()).end()  # type: ignore[union-attr]
        if kind == "ofweek" or (kind == "weekday" and match["which"] is None):
            first += len(match.group()) - len(re.sub(r"(?i)^on\s+", "", match.group()))
        stop = match.end() - (2 if match.group().endswith(("'s", "’s")) else 0)
        if kind in {"mdy", "days", "span"} and text[stop - 1] == "." and text[stop - 2].isdecimal():
            stop -= 1
        yield first, stop, match


def _matches(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """Matches of the date patterns, tried only near a word or a number that a date cannot do without."""
    done = start
    for first, stop in _windows(text, start, end):
        for match in patterns(text).finditer(text, max(first, done), stop):
            yield match
            done = match.end()


def _windows(text: str, start: int, end: int) -> list[tuple[int, int]]:
    windows: list[tuple[int, int]] = []
    words = triggers()
    for token in _TRIGGER.finditer(text, start, end):
        word = token.group()
        if not (word.isdecimal() or word[:4].isdecimal() or word.lower() in words or word.lower()[:-1] in words):
            continue
        first, stop = max(start, token.start() - _REACH), min(end, token.end() + _REACH)
        while first > start and not text[first - 1].isspace():
            first -= 1
        if windows and first <= windows[-1][1]:
            windows[-1] = (windows[-1][0], stop)
        else:
            windows.append((first, stop))
    return windows


_THE = re.compile(r"(?<![\w-])[Tt]he\s$")
_NAMED = re.compile(r"\s(?!(?:Morning|Night|Evening|Afternoon)\b)[A-Z][a-z]+")


def _is_date(match: re.Match[str], text: str) -> bool:
    kind = match.lastgroup
    words = match.group()
    if kind in {"year", "years"}:
        before = text[max(0, match.start() - 14) : match.start()]
        if _LABEL.search(before) or (kind == "year" and _QUANTITY.search(before)):
            return False
        return not _MEASURED.match(text, match.end())
    if kind == "weekday" and _THE.search(text, 0, match.start()) and _NAMED.match(text, match.end()):
        return False  # "the Sunday Standard" is a paper
    if kind in {"weekday", "m", "rm"}:
        name = words.removesuffix("'s").split()[-1] if kind != "weekday" else weekday_word(words)
        name = re.split(r"[\s-]", name)[-1]
        return not name.isascii() or name[:1].isupper() or (kind == "m" and name.lower() not in _ENGLISH_MONTHS)
    if kind in {"dmy", "mdy", "days", "span", "my", "mspan"}:
        return not any(w in _LOWER_IS_NO_MONTH for w in re.findall(r"[a-z]+", words)) or bool(YEAR.search(words))
    return True
