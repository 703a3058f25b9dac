"""Which days the words of a date mean, and no answer where that would be a guess.

Rules where the words allow more than one day:

* a day or month without a year is the nearest one to the publication day; at equal distance it stays unresolved;
* "last Thursday" is the latest Thursday before the publication day; where that is fewer than three days back it may
  also mean the one before, and the span reaches over both with precision "week"; "next Thursday" likewise, within one
  week;
* a bare weekday is the latest one on or before the publication day; with a future marker before it ("will meet on
  Friday") the next one; where past and future tense stand in one clause, the span reaches over both, precision "week";
* "winter 2025" could be either of two winters and stays unresolved, as do "a few months ago", "the next day", and every
  relative date in a document whose own date is not known;
* weeks run from Monday to Sunday; seasons are the northern ones.
"""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zopa.text.dates_counted import COUNTED
from zopa.text.datewords import COUNTS, SEASONS, WEEKDAYS, months

if TYPE_CHECKING:
    from collections.abc import Callable

Span = tuple[date, date, str] | None

_FUTURE = re.compile(
    r"\b(?:will|shall|would|going to|(?:is|are|was|were) (?:to|due)|due|plan(?:s|ned|ning)?|expect(?:s|ed)?"
    r"|scheduled|set (?:to|for)"
    r"|slated|intend(?:s|ed)?|upcoming|hopes?|ready|is|are"
    r"|expires|reconvenes?|resumes|begins|starts|opens|closes|convenes|meets|votes|returns|runs out|go(?:es)? back|means to)\b"
    r"|['’]ll\b",
    re.IGNORECASE,
)
_PRESENT_ONLY = re.compile(r"\b(?:is|are)\b", re.IGNORECASE)
_PAST = re.compile(
    r"\b(?:was|were|had|did|met|held|told|came|went|took|left|began|made|\w{3,}ed)\b(?! to\b)", re.IGNORECASE
)
_CALLED_OFF = re.compile(r"\b(?:was|were|been) (?:cancel|call|scrap|scuppered|abandon|postpon|disrupt)", re.IGNORECASE)
_SAYING = re.compile(r"[;:.!?]\s|\b(?:said|says|announced|told|reported)\b|[,—–]\s", re.IGNORECASE)
_JUST_SAID = re.compile(
    r"\b(?:said|told \w+|announced|reported|added|wrote|stated|warned|confirmed)(?: late| early)?(?: on)?\s$"
)
_MONTH_TOKEN = re.compile(r"[^\W\d_]+(?: (?:الثاني|الأول))?")
_DAY_TOKEN = re.compile(r"\d{1,2}(?!\d)")
YEAR = re.compile(r"(?<!\d)(?:1[89]|20)\d\d(?!\d)")
_MAX_TENSE_WINDOW = 90  # characters of the clause in which a tense marker is looked for


def weekday_word(words: str) -> str:
    """The name of the weekday in `words`, as it is written there."""
    return next(w for w in re.findall(r"[A-Za-z]+", words) if w.lower() in WEEKDAYS)


def resolve(match: re.Match[str], published: date | None, text: str, bounds: tuple[int, int]) -> Span:
    """First day, last day and precision that a match of `datewords.patterns` means; None where unresolved."""
    try:
        return _resolve(match, published, text, bounds)
    except (ValueError, OverflowError):  # a day outside the calendar that Python knows, years 1 to 9999
        return None


def _resolve(match: re.Match[str], published: date | None, text: str, bounds: tuple[int, int]) -> Span:
    kind = match.lastgroup or ""
    words = match.group().lower()
    if kind == "m" and published is not None:
        return _month_by_tense(match, published, text, bounds)
    if kind in {"dmy", "mdy"} and published is not None and not YEAR.search(words):
        return _day_by_tense(match, published, text, bounds)
    if kind in _ABSOLUTE:
        return _ABSOLUTE[kind](words, published)
    if published is None:
        return None
    if kind == "ago":
        return _ago(match, published)
    if kind == "weekday":
        return _weekday(match, published, text, bounds)
    if kind in COUNTED:
        return COUNTED[kind](words, published)
    return _RELATIVE[kind](words, published) if kind in _RELATIVE else None


def _day(year: int, month: int, day: int) -> date | None:
    return date(year, month, day) if 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1] else None


def _month(year: int, month: int, last: int | None = None) -> Span:
    end = last or month
    return date(year, month, 1), date(year, end, monthrange(year, end)[1]), "month"


def _single(day: date | None) -> Span:
    return None if day is None else (day, day, "day")


def _month_numbers(words: str) -> list[int]:
    return [months()[m] for m in _MONTH_TOKEN.findall(words.replace(".", " ")) if m in months()]


def _iso(words: str, _: date | None) -> Span:
    return _single(_day(*map(int, words.split("-"))))


def _numeric(words: str, _: date | None) -> Span:
    """With points it is day.month; with slashes only where one of the two can be no month."""
    first, second, year = (int(part) for part in re.split(r"[./]", words))
    if "." in words or first > 12:
        return _single(_day(year, second, first))
    if second > 12 or first == second:
        return _single(_day(year, first, second))
    return None


def _days(words: str, published: date | None) -> Span:
    """One day, or a span of days, of one month or two."""
    found = YEAR.search(words)
    rest = words.replace(found.group(), " ", 1) if found else words
    numbers, names = [int(d) for d in _DAY_TOKEN.findall(rest)], _month_numbers(rest)
    if not numbers or not names:
        return None
    first = _dated(names[0], numbers[0], int(found.group()) if found else None, published)
    last = _dated(names[-1], numbers[-1], int(found.group()) if found else None, published)
    if first is None or last is None:
        return None
    if last < first and found:  # "30 December - 2 January 2026": the year belongs to the end
        first = _day(first.year - 1, first.month, first.day) or first
    return (first, last, "day") if first <= last else None


def _dated(month: int, day: int, year: int | None, published: date | None) -> date | None:
    if year is not None:
        return _day(year, month, day)
    if published is None:
        return None
    near = [d for y in (-1, 0, 1) if 1 < published.year + y < 9999 and (d := _day(published.year + y, month, day))]
    near.sort(key=lambda d: abs((d - published).days))
    if not near or (len(near) > 1 and abs((near[0] - published).days) == abs((near[1] - published).days)):
        return None
    return near[0]


def _month_year(words: str, _: date | None) -> Span:
    years, names = YEAR.findall(words), _month_numbers(words)
    if not names:
        return None
    if len(names) > 1 and names[0] > names[-1]:  # "November-February 2026"
        first, last = _month(int(years[-1]) - 1, names[0]), _month(int(years[-1]), names[-1])
        return (first[0], last[1], "month") if first and last else None
    return _month(int(years[-1]), names[0], names[-1])


def _bare_month(words: str, published: date | None) -> Span:
    names = _month_numbers(words)
    if published is None or not names:
        return None
    gap = (names[-1] - published.month + 6) % 12 - 6
    if gap == -6:  # six months back and six months on are equally near
        return None
    return _shifted_month(published, gap)


def _month_by_tense(match: re.Match[str], published: date, text: str, bounds: tuple[int, int]) -> Span:
    """The nearest month of a name; one to come is of the year before where something is told as done in it ("they collapsed in March")."""
    span = _bare_month(match.group().lower(), published)
    if span is None or span[0] <= published or not _is_done(match, text, bounds):
        return span
    return _month(span[0].year - 1, span[0].month)


def _day_by_tense(match: re.Match[str], published: date, text: str, bounds: tuple[int, int]) -> Span:
    """The nearest day of a month; one months ahead is of the year before where something is told as done on it ("had won on March 29")."""
    span = _days(match.group().lower(), published)
    due = _LEADING.search(text, max(bounds[0], match.start() - 12), match.start())  # "have until 30 June to decide"
    if span is None or span[0] <= published + _SOON or due or not _is_done(match, text, bounds):
        return span
    return _single(_day(span[0].year - 1, span[0].month, span[0].day))


_SOON = timedelta(days=60)
_LEADING = re.compile(r"\b(?:by|until|till|before|from)\s$", re.IGNORECASE)


def _is_done(match: re.Match[str], text: str, bounds: tuple[int, int]) -> bool:
    """True where the clause around a date tells something as done and nothing as to come."""
    clause = re.split(r"[.;!?]\s|\n", text[match.end() : min(bounds[1], match.end() + _MAX_TENSE_WINDOW)])[0]
    left = text[max(bounds[0], match.start() - _MAX_TENSE_WINDOW) : match.start()]
    near = f"{re.split(_SAYING, left)[-1]} {clause}"
    return bool(_DONE.search(near)) and not _FUTURE.search(near)


_DONE = re.compile(r"\b(?:had|was|were|has|have)\b|\b[a-z]{3,}ed\b")


_OBLIGES = re.compile(
    r"\b(?:must|ha(?:s|ve) to|needs? to|obliges?|requires?|gives?|asks?|demands?|wants?)\b", re.IGNORECASE
)


def is_ahead(match: re.Match[str], text: str, start: int) -> bool:
    """True for "in three days" of what will be; "in three days the court heard nobody" tells how long something took."""
    left = text[max(start, match.start() - _MAX_TENSE_WINDOW) : match.start()]
    clause = re.split(_SAYING, left)[-1]
    return bool(_OBLIGES.search(clause)) or any(
        not _PRESENT_ONLY.fullmatch(m.group()) for m in _FUTURE.finditer(clause)
    )


def _shifted_month(published: date, by: int) -> Span:
    index = published.year * 12 + published.month - 1 + by
    return _month(index // 12, index % 12 + 1)


def _relative_month(words: str, published: date) -> Span:
    names = _month_numbers(words)
    if not names:
        return None
    gap = names[-1] - published.month
    if words.startswith("last") or "past" in words:
        gap = gap - 12 if gap >= 0 else gap
    elif words.startswith("next") or "coming" in words:
        gap = gap + 12 if gap <= 0 else gap
    return _shifted_month(published, gap)


def _quarter(words: str, _: date | None) -> Span:
    index = {"q1": 0, "q2": 1, "q3": 2, "q4": 3, "first": 0, "second": 1, "third": 2, "fourth": 3}[
        words.split(maxsplit=1)[0]
    ]
    span = _month(int(words[-4:]), index * 3 + 1, index * 3 + 3)
    return (span[0], span[1], "season") if span else None


def _half(words: str, _: date | None) -> Span:
    first = 1 if words.startswith("first") else 7
    span = _month(int(words[-4:]), first, first + 5)
    return (span[0], span[1], "season") if span else None


def _season(words: str, published: date | None) -> Span:
    name = next(w for w in re.findall(r"[a-z]+", words) if w in SEASONS)
    year = YEAR.search(words)
    if year:
        return None if name == "winter" else _season_of(int(year.group()), name)
    if published is None or not words.startswith(("last", "next")):
        return None
    around = [s for y in (-2, -1, 0, 1, 2) if (s := _season_of(published.year + y, name))]
    if words.startswith("last"):
        return [s for s in around if s[1] < published][-1]
    return next(s for s in around if s[0] > published)


def _season_of(year: int, name: str) -> Span:
    month = SEASONS[name]
    end_year, end_month = (year + 1, 2) if name == "winter" else (year, month + 2)
    return date(year, month, 1), date(end_year, end_month, monthrange(end_year, end_month)[1]), "season"


def _decade(words: str, _: date | None) -> Span:
    year = int(words[:4])
    return date(year, 1, 1), date(year + 9, 12, 31), "year"


def _years(words: str, _: date | None) -> Span:
    first, last = re.split(r"\s?[-–/]\s?", words)
    end = int(last) if len(last) == 4 else int(first[:2] + last)
    return (date(int(first), 1, 1), date(end, 12, 31), "year") if end > int(first) else None


def _year(words: str, _: date | None) -> Span:
    return date(int(words), 1, 1), date(int(words), 12, 31), "year"


def _ago(match: re.Match[str], published: date) -> Span:
    count, what = match["count"].lower(), match["what"].lower()
    number = int(count) if count.isdigit() else COUNTS.get(count)
    if number is None or match.group().lower().endswith("earlier"):
        return None
    if what in {"hour", "minute"}:
        return None if number > 12 or what == "hour" else _single(published)
    if what == "day":
        return _single(published - timedelta(days=number))
    if what == "week":
        return _week(published - timedelta(weeks=number))
    if what == "month":
        return _shifted_month(published, -number)
    year = published.year - number * (10 if what == "decade" else 1)
    return _year(str(year), None) if what == "year" and year > 0 else None


def _week(day: date) -> Span:
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6), "week"


def _word(words: str, published: date) -> Span:
    shift = 0
    if "before yesterday" in words:
        shift = -2
    elif "after tomorrow" in words:
        shift = 2
    elif words.startswith(("yesterday", "last night")):
        shift = -1
    elif words.startswith("tomorrow"):
        shift = 1
    return _single(published + timedelta(days=shift))


def _unit(words: str, published: date) -> Span:
    shift = -1 if "last" in words else 1 if "next" in words or "coming" in words else 0
    if "past" in words:
        return None
    if words.endswith("week"):
        return _week(published + timedelta(weeks=shift))
    if words.endswith("month"):
        return _shifted_month(published, shift)
    if words.endswith("year"):
        return _year(str(published.year + shift), None)
    saturday = published + timedelta(days=5 - published.weekday() + 7 * shift)
    return (saturday, saturday + timedelta(days=1), "week")


def _weekday(match: re.Match[str], published: date, text: str, bounds: tuple[int, int]) -> Span:
    wanted = WEEKDAYS[weekday_word(match.group()).lower()]
    which = re.sub(r"\s+", " ", (match["which"] or "").lower())
    past = published - timedelta(days=(published.weekday() - wanted) % 7)
    coming = published + timedelta(days=(wanted - published.weekday() - 1) % 7 + 1)
    week = timedelta(weeks=1)
    if which == "last":
        before = past - week if past == published else past
        return (before - week, before, "week") if (published - before).days < 3 else _single(before)
    if which == "next":
        same_week = coming.isocalendar()[:2] == published.isocalendar()[:2]
        return (coming, coming + week, "week") if same_week else _single(coming)
    if which in {"this", "this past", "this coming"}:
        return (
            _single(published + timedelta(days=wanted - published.weekday()))
            if which == "this"
            else _single(past if which == "this past" else coming)
        )
    tense = _tense(match, text, bounds)
    if tense == "unsure":
        return past, coming, "week"
    if tense == "due":
        return _single(published if past == published else coming)
    if tense == "future" and past == published:
        return past, coming, "week"  # "they will meet on Tuesday", told on a Tuesday: papers name today so too
    return _single(coming if tense == "future" else past)


_AT_FIRST = re.compile(
    r"\b(?:first|originally|initially)\s+(?:planned|scheduled|due|set|expected|meant|supposed)\b", re.IGNORECASE
)


def _tense(match: re.Match[str], text: str, bounds: tuple[int, int]) -> str:
    """Whether the clause before the weekday (after it, at the head of a sentence) tells of the past, the future, or what is due by then."""
    left = text[max(bounds[0], match.start() - _MAX_TENSE_WINDOW) : match.start()]
    if _JUST_SAID.search(left):
        return "past"
    *earlier, left = re.split(_SAYING, left)
    right = text[match.end() : min(bounds[1], match.end() + _MAX_TENSE_WINDOW)]
    right = re.split(r"[.;!?]\s|\n", right)[0]
    if _is_due(left, right):
        return "due"
    inserted = bool(earlier) and not re.match(r"\s+\w", right)  # "had lapsed only hours before, on Wednesday, when"
    clause = left if len(left.split()) > 1 else earlier[-1] if inserted else right
    future = [m for m in _FUTURE.finditer(clause) if not _PRESENT_ONLY.fullmatch(m.group())]
    if not future or _CALLED_OFF.search(right) or _AT_FIRST.search(clause):
        return "past"
    return "unsure" if _PAST.search(clause, future[-1].end()) else "future"


def _is_due(left: str, right: str) -> bool:
    """True for a day by which something must be done, and for the day of an event that is still told of ("Thursday's vote is close")."""
    if _CALLED_OFF.search(right) or _GONE_BY.search(right):
        return False
    if _BY.search(left):
        return bool(_DUE.search(left)) and not _NEVER.search(left)
    if _DEADLINE_OF.search(left) or _ITS_DEADLINE.match(right):
        return True
    event = _ITS_EVENT.match(right)
    still = event is not None and _PRESENT_ONLY.search(right, event.end())
    return bool(still) or bool(_BEGINNING.search(left) and _WILL.search(right))


_BY = re.compile(
    r"\b(?:by|until|till|before|to|no later than)\s(?:late\s|early\s|midnight\s(?:on\s)?|noon\s(?:on\s)?)?$",
    re.IGNORECASE,
)
_DUE = re.compile(
    r"\b(?:must|ha(?:s|ve|d) (?:to|until)|needs?|needed|require[sd]?|demand(?:s|ed)?|wants?|wanted|ask(?:s|ed)?|urge[sd]?|order(?:s|ed)?"
    r"|g[ai]ve[sn]?|deadline|ultimatum|extend(?:s|ed)?|extension|adjourn(?:s|ed)?|postponed?|suspend(?:s|ed)?|paused?|put off"
    r"|promised|pledged)\b",
    re.IGNORECASE,
)
_NEVER = re.compile(r"\b(?:not|never|nothing|nobody|no one)\b|n['’]t\b", re.IGNORECASE)
_DEADLINE_OF = re.compile(r"\b(?:deadline|ultimatum|cut-off) (?:of|on|for)\s(?:\w+\s(?:on\s)?)?$", re.IGNORECASE)
_ITS_DEADLINE = re.compile(r"^(?:['’]s)?\s(?:deadline|ultimatum|cut-off)\b", re.IGNORECASE)
_ITS_EVENT = re.compile(
    r"^(?:['’]s)?\s(?:meeting|vote|talks|session|round|summit|ballot|election|hearing|strike|walkout)\b", re.IGNORECASE
)
_GONE_BY = re.compile(r"\b(?:passed|expired|lapsed|came and went|came|went|was|were)\b", re.IGNORECASE)
_BEGINNING = re.compile(r"\b(?:beginning|starting|opening)\s(?:on\s)?$", re.IGNORECASE)
_WILL = re.compile(r"\b(?:will|shall|is to|are to)\b", re.IGNORECASE)


_ABSOLUTE: dict[str, Callable[[str, date | None], Span]] = {
    "iso": _iso,
    "numeric": _numeric,
    "span": _days,
    "days": _days,
    "dmy": _days,
    "mdy": _days,
    "mspan": _month_year,
    "my": _month_year,
    "m": _bare_month,
    "quarter": _quarter,
    "half": _half,
    "season": _season,
    "decade": _decade,
    "years": _years,
    "year": _year,
}
_RELATIVE: dict[str, Callable[[str, date], Span]] = {"rm": _relative_month, "word": _word, "unit": _unit}
