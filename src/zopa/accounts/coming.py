"""What is planned for a day that is still to come, and what is due by an hour or within a time, as each document tells it.

A day behind the publication of its account that a main clause tells without a condition is a next date: a strike, a vote, the end of an
offer. What somebody only demands, hopes or is asked for a day is a term and none, nor is what will not take place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from zopa.sources import Passage
    from zopa.statements import Record, Statement
    from zopa.text.types import DateRef

_AHEAD = timedelta(days=400)  # what is planned beyond is a term
_WORD = re.compile(r"[\w'’]+")
_CLAUSE = re.compile(r"[,;:—–](?=\s)|\s[-–—]\s")
_CLOCK = r"(?:midnight|noon|\d{1,2}(?:[.:]\d\d)?\s?(?:[ap]\.?m\.?|hours|o'clock)(?![a-z])|\d{1,2}:\d\d)"
_BY_CLOCK = re.compile(rf"(?<!\bnot )\b(?:by|before|until|till)\s(?:the\s)?{_CLOCK}(?:\s\w+\stime\b)?", re.IGNORECASE)
_BEFORE_DAY = re.compile(
    rf"\b(by|before|until|till|within)\s(?:late\s|early\s)?{_CLOCK}(?:\s\w+\stime)?\s(?:on\s)?$", re.IGNORECASE
)
_NAMED_DATE = re.compile(
    r"\b(?:(?:final|last|default|termination|due|closing|expiry|cut-?off|target|maturity) date|grace period|time limit|limit of)\b",
    re.IGNORECASE,
)
_PAST = re.compile(r"\b(?:was|were|had|did|\w{3,}ed)\b", re.IGNORECASE)
_LASTS = re.compile(r"\b(?:until|till)\s(?:the\send\sof\s)?$", re.IGNORECASE)
_BESIDE = 45  # characters around a day in which such a date is named
_JUST = timedelta(days=7)
_TO_DAY = re.compile(r"^\s(?:on\s)?(?:[A-Z]\w+day|\d|[A-Z]\w+\s\d)")
_COUNT = r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|a few|several)"
_SPAN = rf"{_COUNT}(?:\s(?:or|to)\s{_COUNT})?\s(?:more\s)?(?:hours?|days?|weeks?|months?)"
_WITHIN = re.compile(rf"\bwithin\s(?:the\snext\s)?{_SPAN}\b(?!\s(?:of|after|before))", re.IGNORECASE)
_LEFT_TO = re.compile(rf"\b{_SPAN}(?=(?:\sleft)?(?:\sin\swhich)?\sto\s[a-z]+\b)", re.IGNORECASE)
_FOR_SO_LONG = re.compile(
    r"\bfor\s(?:(?:more|less)\sthan\s|over\s|almost\s|nearly\s|about\s|some\s|at\sleast\s)?$", re.IGNORECASE
)
_FROM_NOW = re.compile(rf"\b{_SPAN}\sfrom\snow\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Coming:
    """A time that lies ahead: the statement that tells it, the day if one is told, its words, whether something ends or is due then."""

    statement: Statement
    date: date | None
    when: Passage
    told: str
    due: bool


def find_coming(record: Record, published: date | None) -> Iterator[Coming]:
    """The days, hours and spans of one document that lie ahead of it, in order."""
    for statement in record.statements:
        if statement.within is not None or statement.judgement:
            continue
        for when in statement.dates:
            words = _clause(statement, when.passage)
            planned = _is_planned(words) or (when.precision == "day" and not _PAST.search(words))
            named = _is_named(statement, when, published)
            ahead = planned and _is_ahead(when, published) and not is_only_wished(record, statement, when.passage)
            if named or ahead:
                due = (
                    named
                    or _is_by_hour(statement, when)
                    or bool(_bases(words) & (class_of("runs_out") | class_of("deadline_noun")))
                )
                told = "" if when.precision == "day" else when.passage.text
                yield Coming(statement, when.to, when.passage, told, due)
        yield from _without_day(record, statement)


def _is_ahead(when: DateRef, published: date | None) -> bool:
    """True for a day, or a week or month that wholly lies ahead, not too far."""
    if published is None or when.to is None or when.from_ is None or when.to > published + _AHEAD:
        return False
    return when.from_ > published and when.precision in {"day", "week", "month"}


def _is_named(statement: Statement, when: DateRef, published: date | None) -> bool:
    """True for a day that is called the last, the default date, the end of a grace period, and is near."""
    if (
        published is None
        or when.to is None
        or when.precision != "day"
        or not published - _JUST <= when.to <= published + _AHEAD
    ):
        return False
    at = when.passage.start - statement.passage.start
    beside = statement.passage.text[max(0, at - _BESIDE) : at + len(when.passage.text) + _BESIDE]
    return _NAMED_DATE.search(beside) is not None


def _without_day(record: Record, statement: Statement) -> Iterator[Coming]:
    """ "By midnight", "within three months", "has four weeks to sign", "10 days from now"."""
    text = statement.passage.text
    for pattern in (_BY_CLOCK, _WITHIN, _LEFT_TO, _FROM_NOW):
        for match in pattern.finditer(text):
            start = statement.passage.start + match.start()
            words = type(statement.passage)(statement.passage.source, start, start + len(match.group()), match.group())
            dated = any(d.passage.start < words.end and words.start < d.passage.end for d in statement.dates)
            if dated or (pattern is _BY_CLOCK and _TO_DAY.match(text, match.end())):
                continue  # told with its day
            clause = _clause(statement, words)
            held = pattern is _LEFT_TO and bool(_bases(clause) & words_of("holds_time"))
            if pattern is _BY_CLOCK:
                told = _is_planned(clause) or bool(_lows(clause) & (words_of("negation") | words_of("condition")))
                told = told or bool(_bases(clause) & class_of("deadline_noun"))
            else:
                told = (pattern is _FROM_NOW or held or _is_planned(clause)) and not is_only_wished(
                    record, statement, words
                )
            lasted = _FOR_SO_LONG.search(text, 0, match.start()) if pattern is _LEFT_TO else None
            if told and lasted is None:
                yield Coming(statement, None, words, match.group(), due=pattern is not _FROM_NOW)


def _is_planned(clause: str) -> bool:
    """True for what will be, must be, or is arranged."""
    ahead = words_of("modal_future") | words_of("modal_must") | words_of("modal_conditional") | words_of("about_to")
    return bool(_lows(clause) & ahead or _bases(clause) & (words_of("arranged") | class_of("runs_out")))


def _is_by_hour(statement: Statement, when: DateRef) -> bool:
    """True for "until 1 p.m. on Thursday"."""
    return (
        _BEFORE_DAY.search(statement.passage.text[: max(0, when.passage.start - statement.passage.start)]) is not None
    )


def is_only_wished(record: Record, statement: Statement, when: Passage) -> bool:
    """True in a condition, a question or a hope, in what is told not to be, and in what a side demands, offers or refuses.

    Not before "unless": "will strike on 20 March unless the toll is cut" is a date to be ready for.
    """
    clause = _clause(statement, when)
    lows = _lows(re.split(r"\bunless\b", clause)[0])
    unsure = words_of("condition") | words_of("negation") | words_of("hedge")
    if lows & unsure or _bases(clause) & (class_of("hope_noun") | words_of("wishing")) or clause.rstrip().endswith("?"):
        return True
    before = statement.passage.text[: max(0, when.start - statement.passage.start)]
    if (
        _LASTS.search(before)
        and _bases(clause) & class_of("lasts")
        and not _bases(clause) & (words_of("pact") | words_of("talks"))
    ):
        return True  # "its reserves will last until March"
    inside = [d for d in record.deeds if d.words.start <= when.start < d.words.end]
    deed = min(inside, key=lambda d: d.words.end - d.words.start, default=None)
    return deed is not None and (
        deed.stance in {"wants", "offers", "refuses"} or deed.sure == "condition" or deed.negated
    )


def _clause(statement: Statement, when: Passage) -> str:
    """The words between the marks around a time."""
    text, at = statement.passage.text, when.start - statement.passage.start
    first = max((m.end() for m in _CLAUSE.finditer(text[:at])), default=0)
    behind = _CLAUSE.search(text, when.end - statement.passage.start)
    return text[first : behind.start() if behind else None]


def _lows(text: str) -> set[str]:
    return {word.lower() for word in _WORD.findall(text)}


def _bases(text: str) -> set[str]:
    return {base for word in _WORD.findall(text.lower()) for base in lemma(word)}
