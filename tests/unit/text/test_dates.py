"""Dates against the day of publication, Thursday 4 December 2025 unless a test says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.sources import Document, Guess
from zopa.text.dates import find_dates

if TYPE_CHECKING:
    from zopa.text.types import DateRef

THURSDAY = "2025-12-04"


def dates(text: str, published: str | None = THURSDAY) -> tuple[DateRef, ...]:
    guess = Guess(published, "given") if published else None
    return find_dates(Document("d", "-", text, "0", "text", published=guess), 0, len(text))


def only(text: str, published: str | None = THURSDAY) -> tuple[str, str, str]:
    found = dates(text, published)
    assert len(found) == 1, found
    return str(found[0].from_), str(found[0].to), found[0].precision


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("On December 2 they met", "2025-12-02"),
        ("on 2 Dec 2025", "2025-12-02"),
        ("June 14, 2024", "2024-06-14"),
        ("2025-12-02", "2025-12-02"),
        ("02.12.2025", "2025-12-02"),
        ("13/04/2025", "2025-04-13"),
        ("Tuesday, 2 December", "2025-12-02"),
        ("the 30th of November", "2025-11-30"),
        ("2 декабря 2025 года", "2025-12-02"),
        ("2 грудня 2025 року", "2025-12-02"),
        ("am 2. Dezember 2025", "2025-12-02"),
        ("le 2 décembre 2025", "2025-12-02"),
        ("el 2 de diciembre de 2025", "2025-12-02"),
        ("il 2 dicembre 2025", "2025-12-02"),
        ("2 ديسمبر 2025", "2025-12-02"),
    ],
)
def test_absolute_day(text: str, day: str) -> None:
    """A written day is that day, in eight languages, and the nearest one where the year is left out."""
    assert only(text) == (day, day, "day")


@pytest.mark.parametrize(
    ("text", "first", "last", "precision"),
    [
        ("talks in October", "2025-10-01", "2025-10-31", "month"),
        ("в октябре", "2025-10-01", "2025-10-31", "month"),
        ("in early May", "2026-05-01", "2026-05-31", "month"),
        ("slated for April–June 2026", "2026-04-01", "2026-06-30", "month"),
        ("between March and May 2025", "2025-03-01", "2025-05-31", "month"),
        ("November-February 2026", "2025-11-01", "2026-02-28", "month"),
        ("in 2022", "2022-01-01", "2022-12-31", "year"),
        ("the 2022 invasion", "2022-01-01", "2022-12-31", "year"),
        ("the 1990s", "1990-01-01", "1999-12-31", "year"),
        ("2014-2022", "2014-01-01", "2022-12-31", "year"),
        ("spring 2026", "2026-03-01", "2026-05-31", "season"),
        ("last winter", "2024-12-01", "2025-02-28", "season"),
        ("Q1 2026", "2026-01-01", "2026-03-31", "season"),
        ("first half of 2026", "2026-01-01", "2026-06-30", "season"),
        ("December 2-3", "2025-12-02", "2025-12-03", "day"),
        ("2–3 December 2025", "2025-12-02", "2025-12-03", "day"),
        ("December 30 - January 2, 2026", "2025-12-30", "2026-01-02", "day"),
        ("last month", "2025-11-01", "2025-11-30", "month"),
        ("last December", "2024-12-01", "2024-12-31", "month"),
        ("next January", "2026-01-01", "2026-01-31", "month"),
        ("next year", "2026-01-01", "2026-12-31", "year"),
        ("this week", "2025-12-01", "2025-12-07", "week"),
        ("last week", "2025-11-24", "2025-11-30", "week"),
        ("this weekend", "2025-12-06", "2025-12-07", "week"),
        ("two weeks ago", "2025-11-17", "2025-11-23", "week"),
        ("three months ago", "2025-09-01", "2025-09-30", "month"),
        ("two years ago", "2023-01-01", "2023-12-31", "year"),
    ],
)
def test_spans(text: str, first: str, last: str, precision: str) -> None:
    """Months, years, weeks, seasons and ranges are spans with the precision of their words."""
    assert only(text) == (first, last, precision)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("today", "2025-12-04"),
        ("yesterday", "2025-12-03"),
        ("tomorrow", "2025-12-05"),
        ("the day before yesterday", "2025-12-02"),
        ("the day after tomorrow", "2025-12-06"),
        ("last night", "2025-12-03"),
        ("two days ago", "2025-12-02"),
        ("last Thursday", "2025-11-27"),
        ("on Wednesday he said so", "2025-12-03"),
        ("Monday's talks", "2025-12-01"),
        ("he will travel on Friday", "2025-12-05"),
        ("On Sunday, ministers will gather", "2025-12-07"),
        ("they plan to meet on Monday", "2025-12-08"),
        ("his plan to meet on Wednesday was cancelled", "2025-12-03"),
        ("next Monday", "2025-12-08"),
        ("this Friday", "2025-12-05"),
        ("this past Monday", "2025-12-01"),
        ("this coming Monday", "2025-12-08"),
    ],
)
def test_relative_day(text: str, day: str) -> None:
    """Relative days count from the publication day, weekdays by the tense before them."""
    assert only(text) == (day, day, "day")


def test_weekday_of_saying_stays_past_though_the_speech_tells_of_the_future() -> None:
    """In "said on Monday that ... would meet on Friday" the first is past and the second to come."""
    said, planned = dates("She said on Monday that they would meet on Friday")
    assert (str(said.from_), str(planned.from_)) == ("2025-12-01", "2025-12-05")


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("last Wednesday", "2025-11-26", "2025-12-03"),
        ("next Friday", "2025-12-05", "2025-12-12"),
        ("the talks that were to open and stalled on Tuesday", "2025-12-02", "2025-12-09"),
    ],
)
def test_doubtful_weekday_spans_both(text: str, first: str, last: str) -> None:
    """Where a weekday may be either of two, the span reaches over both and the precision is a week."""
    assert only(text) == (first, last, "week")


@pytest.mark.parametrize(
    "text",
    [
        "a few months ago",
        "in June",
        "winter 2025",
        "03/04/2025",
        "31 February 2025",
        "the next day",
        "over the weekend",
        "24 hours ago",
        "50 decades ago",
    ],
)
def test_unstated_is_not_guessed(text: str) -> None:
    """What the words leave open stays unresolved: half a year off both ways, either winter, either order."""
    assert only(text) == ("None", "None", "unresolved")


@pytest.mark.parametrize("text", ["today", "last Thursday", "two days ago", "in October", "December 2", "this week"])
@pytest.mark.parametrize("published", [None, "soon"])
def test_no_publication_day_no_relative_date(text: str, published: str | None) -> None:
    """Without the document's own date nothing relative is known."""
    assert only(text, published) == ("None", "None", "unresolved")


def test_written_year_needs_no_publication_day() -> None:
    """An absolute date stands alone."""
    assert only("June 14, 2024", None) == ("2024-06-14", "2024-06-14", "day")


@pytest.mark.parametrize(
    "text",
    [
        "it may be",
        "they march on",
        "Resolution 1701",
        "2000 soldiers",
        "some 1900 of them",
        "the sun, a second, a fall",
        "March 5,000 miles",
        "$2025",
    ],
)
def test_not_a_date(text: str) -> None:
    """Verbs, quantities and numbered names are no dates."""
    assert dates(text) == ()


@pytest.mark.parametrize("published", ["0001-01-01", "9999-12-31"])
def test_ends_of_the_calendar(published: str) -> None:
    """At the ends of Python's calendar a date is unresolved, not an error."""
    for text in ("last week", "next week", "2 years ago", "December 2", "in October", "last winter", "next summer"):
        assert len(dates(text, published)) == 1


_WORDS = (
    "December 2 2025 may March on Wednesday will last next Thursday in the 1990s ago two days - – to , . 2014-15 "
    "spring of Q1 31 мая 2. Mai this week 29 February half first"
)
_PIECES = st.sampled_from(_WORDS.split())


@given(st.one_of(st.text(max_size=80), st.lists(_PIECES, max_size=25).map(" ".join)))
def test_passages_stand_in_the_text(text: str) -> None:
    """Whatever the text, nothing raises, passages are exact, in order and apart, and no span runs backwards."""
    at = 0
    for ref in dates(text):
        assert text[ref.passage.start : ref.passage.end] == ref.passage.text
        assert ref.passage.start >= at
        at = ref.passage.end
        assert (ref.from_ is None) == (ref.to is None) == (ref.precision == "unresolved")
        assert ref.from_ is None or ref.to is None or ref.from_ <= ref.to


def test_a_day_of_another_date_of_the_text_has_its_year() -> None:
    """In a text of no day, "8 August" is of the year that the text dates; a weekday stays unknown."""
    found = {
        d.passage.text: str(d.from_) for d in dates("July 2025. They meet by 8 August. They spoke on Saturday.", None)
    }
    assert found["8 August"] == "2025-08-08"
    assert found["Saturday"] == "None"


@pytest.mark.parametrize(
    ("text", "first"),
    [
        ("In March, they had walked out.", "2025-03-01"),
        ("they collapsed in March at a summit", "2025-03-01"),
        ("They will meet in March.", "2026-03-01"),
        ("talks in March", "2026-03-01"),
    ],
)
def test_a_month_of_what_is_done_is_past(text: str, first: str) -> None:
    """In December "collapsed in March" is of this year, "will meet in March" of the next."""
    assert only(text)[0] == first
