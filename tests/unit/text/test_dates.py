"""Dates against the day of publication, Thursday 4 December 2025 unless a test says otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zopa.sources import Document, Guess
from zopa.text.dates import date_matches, find_dates

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
        ("it had lapsed hours before, on Tuesday, when envoys will have met", "2025-12-02"),
        ("the blast set off on Monday", "2025-12-01"),
    ],
)
def test_relative_day(text: str, day: str) -> None:
    """Relative days count from the publication day, weekdays by the tense before them."""
    assert only(text) == (day, day, "day")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("by Friday of next week", "2025-12-12"),
        ("on Monday this week", "2025-12-01"),
        ("on Thursday morning last week", "2025-11-27"),
        ("a week from Friday", "2025-12-12"),
        ("Saturday week", "2025-12-13"),
        ("three days from now", "2025-12-07"),
        ("they will meet in three days", "2025-12-07"),
        ("it must answer within ten days", "2025-12-14"),
        ("the first Friday in January", "2026-01-02"),
        ("the last Monday of December", "2025-12-29"),
        ("the ninth of December", "2025-12-09"),
        ("the twenty-first of January 2026", "2026-01-21"),
        ("Saturday the 6th", "2025-12-06"),
    ],
)
def test_counted_day(text: str, day: str) -> None:
    """Days told by counting weeks, days, weekdays of a month, or by their number alone."""
    assert only(text) == (day, day, "day")


@pytest.mark.parametrize(
    "text",
    [
        "they met for the third time in three days",
        "in ten days of talks",
        "the first of many Fridays",
        "in five days the court heard nobody",
    ],
)
def test_no_counted_day(text: str) -> None:
    """How long something took is no date."""
    assert not dates(text)


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


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Lena Orr had won on July 29.", "2024-07-29"),
        ("The truce collapsed on July 29.", "2024-07-29"),
        ("They will vote on July 29.", "2025-07-29"),
        ("They had until July 29 to vote.", "2025-07-29"),
        ("It began on January 29.", "2025-01-29"),
        ("Owners had set a vote on April 1.", "2025-04-01"),
    ],
)
def test_a_day_of_what_is_done_months_ahead_is_of_the_year_before(text: str, day: str) -> None:
    """Told on 12 March; one that is near may be a plan in the past tense ("was to begin")."""
    assert only(text, "2025-03-12") == (day, day, "day")


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The union gave the yard until Saturday to answer.", "2025-03-15"),
        ("The yard had to answer by Monday.", "2025-03-17"),
        ("They asked for an answer by late Wednesday.", "2025-03-12"),  # told on that day
        ("They met ahead of a deadline of Sunday.", "2025-03-16"),
        ("They met ahead of the Sunday deadline.", "2025-03-16"),
        ("The Thursday vote is too close to call.", "2025-03-13"),
        ("Talks beginning on Monday will settle it.", "2025-03-17"),
        ("The yard did not ask for time until Monday.", "2025-03-10"),
        ("The Monday deadline passed.", "2025-03-10"),
        ("The union met the yard by Monday.", "2025-03-10"),
        ("Thursday's meeting was short.", "2025-03-06"),
    ],
)
def test_a_weekday_by_which_something_is_due_lies_ahead(text: str, day: str) -> None:
    """And one of an event that is still told of; what has gone by does not."""
    assert only(text, "2025-03-12")[1] == day


WORDS = """
on 2025-02-28 => 2025-02-28: 2025-02-28 day
on 2025-02-30 => 2025-02-30: - unresolved
on 31.12.2024 => 31.12.2024: 2024-12-31 day
on 13/12/2024 => 13/12/2024: 2024-12-13 day
on 12/13/2024 => 12/13/2024: 2024-12-13 day
on 5/5/2024 => 5/5/2024: 2024-05-05 day
on 5/6/2024 => 5/6/2024: - unresolved
on 12.5.2024 => 12.5.2024: 2024-05-12 day
on 5 May => 5 May: 2025-05-05 day
on 12 September => 12 September: 2024-09-12 day
on 13 September => 13 September: 2024-09-13 day
on 10 September 2024 => 10 September 2024: 2024-09-10 day
on February 29 => February 29: 2024-02-29 day
on 31 April 2025 => 31 April 2025: - unresolved
from 3 to 5 May 2024 => 3 to 5 May 2024: 2024-05-03..2024-05-05 day
from 30 December to 2 January 2026 => 30 December to 2 January 2026: 2025-12-30..2026-01-02 day
28 February - 3 March => 28 February - 3 March: 2025-02-28..2025-03-03 day
3 and 4 June 2024 => 3 and 4 June 2024: 2024-06-03..2024-06-04 day
in November-February 2026 => November-February 2026: 2025-11-01..2026-02-28 month
in March-May 2024 => March-May 2024: 2024-03-01..2024-05-31 month
in May 2024 => May 2024: 2024-05-01..2024-05-31 month
in September => September: - unresolved
in August => August: 2025-08-01..2025-08-31 month
in October => October: 2024-10-01..2024-10-31 month
in April => April: 2025-04-01..2025-04-30 month
in January => January: 2025-01-01..2025-01-31 month
in December => December: 2024-12-01..2024-12-31 month
in March => March: 2025-03-01..2025-03-31 month
They will meet in April. => April: 2025-04-01..2025-04-30 month
They collapsed in April. => April: 2024-04-01..2024-04-30 month
They had met in April. => April: 2024-04-01..2024-04-30 month
It was said they would meet in April. => April: 2025-04-01..2025-04-30 month
Talks failed in May; they will go on. => May: 2024-05-01..2024-05-31 month
Talks in May. They failed again. => May: 2025-05-01..2025-05-31 month
last May => last May: 2024-05-01..2024-05-31 month
last March => last March: 2024-03-01..2024-03-31 month
last February => last February: 2025-02-01..2025-02-28 month
next March => next March: 2026-03-01..2026-03-31 month
next May => next May: 2025-05-01..2025-05-31 month
next January => next January: 2026-01-01..2026-01-31 month
this past June => this past June: 2024-06-01..2024-06-30 month
this coming February => this coming February: 2026-02-01..2026-02-28 month
this March => this March: 2025-03-01..2025-03-31 month
Q1 2024 => Q1 2024: 2024-01-01..2024-03-31 season
Q2 2024 => Q2 2024: 2024-04-01..2024-06-30 season
Q3 2024 => Q3 2024: 2024-07-01..2024-09-30 season
Q4 2024 => Q4 2024: 2024-10-01..2024-12-31 season
first quarter of 2024 => first quarter of 2024: 2024-01-01..2024-03-31 season
second quarter of 2024 => second quarter of 2024: 2024-04-01..2024-06-30 season
third quarter of 2024 => third quarter of 2024: 2024-07-01..2024-09-30 season
fourth quarter of 2024 => fourth quarter of 2024: 2024-10-01..2024-12-31 season
first half of 2024 => first half of 2024: 2024-01-01..2024-06-30 season
second half of 2024 => second half of 2024: 2024-07-01..2024-12-31 season
spring 2024 => spring 2024: 2024-03-01..2024-05-31 season
summer of 2024 => summer of 2024: 2024-06-01..2024-08-31 season
autumn 2024 => autumn 2024: 2024-09-01..2024-11-30 season
fall of 2024 => fall of 2024: 2024-09-01..2024-11-30 season
winter 2024 => winter 2024: - unresolved
last spring => last spring: 2024-03-01..2024-05-31 season
last summer => last summer: 2024-06-01..2024-08-31 season
last autumn => last autumn: 2024-09-01..2024-11-30 season
last winter => last winter: 2024-12-01..2025-02-28 season
next spring => next spring: 2026-03-01..2026-05-31 season
next summer => next summer: 2025-06-01..2025-08-31 season
next winter => next winter: 2025-12-01..2026-02-28 season
this summer => this summer: - unresolved
the 1990s => 1990s: 1990-01-01..1999-12-31 year
the 1980s => 1980s: 1980-01-01..1989-12-31 year
in 2023-24 => 2023-24: 2023-01-01..2024-12-31 year
in 2023-2025 => 2023-2025: 2023-01-01..2025-12-31 year
in 2024-2023 => 2024-2023: - unresolved
in 2024/25 => 2024/25: 2024-01-01..2025-12-31 year
in 1998 => 1998: 1998-01-01..1998-12-31 year
in 1798 =>
in 2101 =>
a year ago => a year ago: 2024-01-01..2024-12-31 year
two years ago => two years ago: 2023-01-01..2023-12-31 year
a decade ago => a decade ago: - unresolved
three decades ago => three decades ago: - unresolved
a day ago => a day ago: 2025-03-11 day
an hour ago => an hour ago: - unresolved
ten minutes ago => ten minutes ago: 2025-03-12 day
20 minutes ago => 20 minutes ago: - unresolved
12 minutes ago => 12 minutes ago: 2025-03-12 day
two days ago => two days ago: 2025-03-10 day
one week ago => one week ago: 2025-03-03..2025-03-09 week
three weeks ago => three weeks ago: 2025-02-17..2025-02-23 week
two months ago => two months ago: 2025-01-01..2025-01-31 month
four months ago => four months ago: 2024-11-01..2024-11-30 month
five months ago => five months ago: 2024-10-01..2024-10-31 month
six days ago => six days ago: 2025-03-06 day
seven days ago => seven days ago: 2025-03-05 day
eight days ago => eight days ago: 2025-03-04 day
nine days ago => nine days ago: 2025-03-03 day
eleven days ago => eleven days ago: 2025-03-01 day
twelve days ago => twelve days ago: 2025-02-28 day
2 days earlier => 2 days earlier: - unresolved
three thousand years ago =>
today => today: 2025-03-12 day
tonight => tonight: 2025-03-12 day
tomorrow => tomorrow: 2025-03-13 day
tomorrow morning => tomorrow morning: 2025-03-13 day
yesterday => yesterday: 2025-03-11 day
yesterday evening => yesterday evening: 2025-03-11 day
last night => last night: 2025-03-11 day
the day before yesterday => the day before yesterday: 2025-03-10 day
the day after tomorrow => the day after tomorrow: 2025-03-14 day
this morning => this morning: 2025-03-12 day
this week => this week: 2025-03-10..2025-03-16 week
last week => last week: 2025-03-03..2025-03-09 week
next week => next week: 2025-03-17..2025-03-23 week
the coming week => the coming week: 2025-03-17..2025-03-23 week
the past week => the past week: - unresolved
this month => this month: 2025-03-01..2025-03-31 month
last month => last month: 2025-02-01..2025-02-28 month
next month => next month: 2025-04-01..2025-04-30 month
this year => this year: 2025-01-01..2025-12-31 year
last year => last year: 2024-01-01..2024-12-31 year
next year => next year: 2026-01-01..2026-12-31 year
the coming year => the coming year: 2026-01-01..2026-12-31 year
this weekend => this weekend: 2025-03-15..2025-03-16 week
last weekend => last weekend: 2025-03-08..2025-03-09 week
next weekend => next weekend: 2025-03-22..2025-03-23 week
last Monday => last Monday: 2025-03-03..2025-03-10 week
last Tuesday => last Tuesday: 2025-03-04..2025-03-11 week
last Wednesday => last Wednesday: 2025-03-05 day
last Sunday => last Sunday: 2025-03-09 day
last Saturday => last Saturday: 2025-03-08 day
last Friday => last Friday: 2025-03-07 day
next Monday => next Monday: 2025-03-17 day
next Thursday => next Thursday: 2025-03-13..2025-03-20 week
next Friday => next Friday: 2025-03-14..2025-03-21 week
next Sunday => next Sunday: 2025-03-16..2025-03-23 week
this Monday => this Monday: 2025-03-10 day
this Friday => this Friday: 2025-03-14 day
this past Monday => this past Monday: 2025-03-10 day
this past Friday => this past Friday: 2025-03-07 day
this coming Monday => this coming Monday: 2025-03-17 day
this coming Friday => this coming Friday: 2025-03-14 day
They met on Monday. => Monday: 2025-03-10 day
They met on Wednesday. => Wednesday: 2025-03-12 day
They met on Friday. => Friday: 2025-03-07 day
They will meet on Friday. => Friday: 2025-03-14 day
The union told The Sunday Standard on Monday. => Monday: 2025-03-10 day
They will meet on Wednesday. => Wednesday: 2025-03-12..2025-03-19 week
The talks were first planned to end on Friday. => Friday: 2025-03-07 day
They were originally scheduled to meet on Monday. => Monday: 2025-03-10 day
They are due to meet on Sunday. => Sunday: 2025-03-16 day
On Thursday they will meet. => Thursday: 2025-03-13 day
On Thursday they met. => Thursday: 2025-03-06 day
They will meet, he said on Friday. => Friday: 2025-03-07 day
He said on Friday they will meet. => Friday: 2025-03-07 day
The plan will be read after talks failed on Monday. => Monday: 2025-03-10..2025-03-17 week
They meet again on Tuesday night. => Tuesday night: 2025-03-11 day
Talks are planned for Saturday. => Saturday: 2025-03-15 day
"""


@pytest.mark.parametrize("line", WORDS.strip().splitlines())
def test_each_way_to_tell_a_day(line: str) -> None:
    """On Wednesday 12 March 2025: the words that are the date, its first and last day, and how wide it is; nothing where none is told."""
    text, _, expected = line.partition(" =>")
    found = [
        f"{d.passage.text}: {d.from_ or '-'}{'' if d.from_ == d.to else f'..{d.to}'} {d.precision}"
        for d in dates(text, "2025-03-12")
    ]
    assert "; ".join(found) == expected.strip()


def test_months_of_all_languages_are_read_in_a_text_that_names_one() -> None:
    """An Italian month beside an English one: both are dates, and in a text without it the English one is."""
    texts = ("The line was cut on 3 maggio 2025 and mended on 4 May 2025.", "It was mended on 4 May 2025.")
    found = [[text[a:b] for a, b, _ in date_matches(text, 0, len(text))] for text in texts]
    assert found == [["3 maggio 2025", "4 May 2025"], ["4 May 2025"]]
