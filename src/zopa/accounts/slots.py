"""What fills the slots of one sentence: numbers, parts of dates, negations, deeds that have an opposite, names."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from zopa.accounts.items import is_content, read_table, stem
from zopa.text.datewords import WEEKDAYS, months
from zopa.text.lemmas import lemma
from zopa.text.numerals import find_numbers

DENIED = "#denied"
_CACHE = 16384  # sentences
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_NEGATION = re.compile(
    r"\b(?:not(?! (?:only|just|merely|least)\b)|never|nor|neither|none|nobody|nothing|cannot|without|no(?!\. ?\d)|"
    r"fail(?:s|ed|ing)? to|unable to)\b|n['’]t\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?:(?<=, )|(?<=[a-z] ))((?:19|20)\d\d)\b(?![,.]?\d| [a-z]+s\b|%|-[a-z])"  # "in 2024", not "2024 boats"
)
_RELATIVE = re.compile(
    r"\b(?:yesterday|today|tomorrow|tonight|(?:last|next|this) (?:week|month|year|spring|summer|autumn|winter|weekend))\b",
    re.IGNORECASE,
)
_ROUGH = re.compile(
    r"\b(?:about|around|some|nearly|almost|roughly|approximately|circa|an estimated|estimated|close to)\s+$",
    re.IGNORECASE,
)
_LEAST = re.compile(
    r"\b(?:more than|over|at least|no (?:fewer|less) than|exceed\w*|above|upwards of|in excess of)\s+(?:\w+ )?$",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:up to|at most|less than|fewer than|under|below|no more than|as many as|a maximum of)\s+(?:\w+ )?$",
    re.IGNORECASE,
)
_RANGE = re.compile(r"\s*(?:-|–|—|to|and|or)\s*")
_CHANGE = re.compile(r"\bfrom\s+$", re.IGNORECASE)
_EXACT, _NEAR = 0.005, 0.1  # relative difference within which two numbers are equal; "about" widens it
_CALLED = frozenset(
    "the a an in on at of for to and but or as by from with after before it he she they we i you this that these those mr mrs ms dr".split()
)


@dataclass(frozen=True, slots=True)
class Count:
    """A number, or a range up to `high`, with the stems after and before it; `bound`: -1 "at most", 1 "at least", or 0."""

    value: float
    high: float
    start: int
    end: int
    beside: tuple[str, str]
    rough: bool
    bound: int


@dataclass(frozen=True, slots=True)
class Word:
    """A word or part of a date in a slot: what it comes down to, and where it stands."""

    key: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Slots:
    """What fills the slots of a sentence; places are counted from its first character.

    Attributes:
        counts: numbers that are no part of a date.
        dates: weekdays, days of a month, months, years and words such as "yesterday", each with its kind in front.
        negations: "not" and its like.
        words: base forms of all words.
        names: capitalised words, those that begin the sentence left out.
    """

    counts: tuple[Count, ...]
    dates: tuple[Word, ...]
    negations: tuple[Word, ...]
    words: tuple[Word, ...]
    names: tuple[Word, ...]

    def keys(self) -> tuple[frozenset[str], int]:
        """The dates, and how often it is denied."""
        return frozenset(word.key for word in self.dates), len(self.negations)

    def at(self, place: int) -> str:
        """The slot that the word at a place fills: a number, a date, a negation, a deed with an opposite; or ""."""
        for slot, filled in (("#number", self.counts), ("#date", self.dates), (DENIED, self.negations)):
            if any(one.start <= place < one.end for one in filled):
                return slot
        return "#deed" if any(word.start == place and word.key in opposites() for word in self.words) else ""


@lru_cache(_CACHE)
def read_slots(text: str) -> Slots:
    """What fills the slots of `text`."""
    dates = _dates(text)
    words = tuple(Word(base, m.start(), m.end()) for m in _WORD.finditer(text) for base in lemma(m.group().lower()))
    names = tuple(
        Word(_bare(m.group()), m.start(), m.end())
        for m in _WORD.finditer(text)
        if m.group()[0].isupper()
        and m.group().lower() not in _CALLED
        and not any(d.start <= m.start() < d.end for d in dates)
    )
    negations = tuple(Word(m.group().lower(), m.start(), m.end()) for m in _NEGATION.finditer(text))
    return Slots(_counts(text, dates), dates, negations, words, names)


def _bare(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def _counts(text: str, dates: tuple[Word, ...]) -> tuple[Count, ...]:
    found: list[Count] = []
    for number in find_numbers(text, 0, len(text)):
        if any(d.start < number.end and number.start < d.end for d in dates):
            continue
        if number.value == 1 and not number.digits:
            continue  # "one" is as often a pronoun
        before, after = text[: number.start], text[number.end :]
        bound = 1 if _LEAST.search(before) else -1 if _MOST.search(before) else 0
        rough = number.vague or bool(_ROUGH.search(before))
        if (
            found
            and not _CHANGE.search(text[: found[-1].start])
            and _RANGE.fullmatch(text[found[-1].end : number.start])
            and found[-1].value < number.value
        ):
            low = found.pop()
            before = text[: low.start]
            found.append(
                Count(
                    low.value, number.value, low.start, number.end, (_next(after), _last(before)), rough or low.rough, 0
                )
            )
            continue
        found.append(
            Count(number.value, number.value, number.start, number.end, (_next(after), _last(before)), rough, bound)
        )
    return tuple(found)


def _next(text: str) -> str:
    """Stem of the first content word; "%" for a percent sign."""
    if text.lstrip()[:1] == "%":
        return "%"
    return next((stem(word) for word in _WORD.findall(text[:60]) if is_content(word)), "")


def _last(text: str) -> str:
    words = [word for word in _WORD.findall(text[-60:]) if is_content(word)]
    return stem(words[-1]) if words else ""


def _dates(text: str) -> tuple[Word, ...]:
    """Parts of dates, each with its kind."""
    found: list[Word] = []
    for m in _WORD.finditer(text):
        low = m.group().lower()
        if not m.group()[0].isupper():
            continue
        if low in WEEKDAYS:
            found.append(Word(f"weekday {low}", m.start(), m.end()))
        elif low in months():
            found += _month(text, m, months()[low])
    found += [Word(f"year {m.group(1)}", m.start(1), m.end(1)) for m in _YEAR.finditer(text)]
    found += [
        Word(f"relative {' '.join(m.group().lower().split())}", m.start(), m.end()) for m in _RELATIVE.finditer(text)
    ]
    return tuple(sorted(found, key=lambda word: word.start))


def _month(text: str, match: re.Match[str], number: int) -> list[Word]:
    """A month with the day beside it; nothing for "May" and "March" that begin a sentence without a day."""
    before = re.search(r"\b(\d{1,2})(?:st|nd|rd|th)?(?: of)? $", text[: match.start()])
    after = re.match(r"\.? (\d{1,2})(?:st|nd|rd|th)?\b(?![,.]?\d)", text[match.end() :])
    month = Word(f"month {number}", match.start(), match.end())
    if before:
        return [Word(f"day {int(before.group(1))}", before.start(1), before.end(1)), month]
    if after:
        return [month, Word(f"day {int(after.group(1))}", match.end() + after.start(1), match.end() + after.end(1))]
    if len(match.group()) <= 3 and match.group() != "May":
        return []
    return [month] if match.start() else []


def may_both_hold(a: Count, b: Count) -> bool:
    """True when two numbers are equal as told, or a bound leaves room for the other."""
    slack = (_NEAR if a.rough or b.rough else _EXACT) * max(abs(a.high), abs(b.high))
    if a.high > a.value and b.high > b.value:
        return abs(a.value - b.value) <= slack and abs(a.high - b.high) <= slack
    if a.value - slack <= b.high and b.value - slack <= a.high:
        return True
    if a.bound and a.bound == b.bound:
        return False
    low = a if a.bound > 0 or b.bound < 0 else b if b.bound > 0 or a.bound < 0 else None
    if low is None:
        return False
    return low.value <= (b if low is a else a).high


@cache
def opposites() -> dict[str, frozenset[str]]:
    """Base forms of deeds to those that exclude them."""
    table: dict[str, frozenset[str]] = {}
    for left, right in read_table("opposites.tsv"):
        for one, two in ((left, right), (right, left)):
            for word in one.split():
                table[word] = table.get(word, frozenset()) | frozenset(two.split())
    return table
