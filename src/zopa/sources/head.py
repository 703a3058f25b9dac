"""The head of a plain text: title, byline and dates, with marks on their lines."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from zopa.sources.dates import MONTH_NUMBERS, FoundDate, find_dates
from zopa.sources.furniture import classify_line
from zopa.sources.lines import TextLine, ends_sentence, goes_on
from zopa.sources.reasons import BYLINE, DATELINE, TITLE
from zopa.sources.types import Guess, Mark

_MAX_TITLE_WORDS = 25
_MAX_DATELINE_WORDS = 14
_BODY_WORDS = 25  # a line as long as this is body, whatever its punctuation
_CLAUSE_WORDS = 8  # and so is a shorter one that ends as a sentence does
_NAME = (
    r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.'’-]*(?:\s+(?:(?:de|da|von|van|der|al|el|bin|ibn|la|le)\s+)*[A-ZÀ-ÞА-ЯЁІЇЄҐ][\w.'’-]*){0,4}"
)
_NAMES = rf"{_NAME}(?:\s*(?:,|&|\band\b|\bи\b|\bet\b|\bund\b|\by\b|\bта\b)\s*{_NAME}){{0,4}}"
_BYLINE = re.compile(
    r"[*_]*(?P<cue>(?i:written by|reporting by|story by|text by|analysis by|opinion by|by|author|authors|von|par|por|"
    r"автор|авторы|текст|autor|auteur))[*_]*"
    rf"(?:\s*:\s*|\s+)(?P<name>{_NAMES})(?P<rest>(?:\s*[|,;·•/–—-].*|\s+in\s+{_NAME}|\s+\(.*\))?)[*_]*"
)
_CAPS = re.compile(r"[A-ZÀ-ÞА-ЯЁІЇЄҐ][A-ZÀ-ÞА-ЯЁІЇЄҐ.'’-]*(?:\s+[A-ZÀ-ÞА-ЯЁІЇЄҐ][A-ZÀ-ÞА-ЯЁІЇЄҐ.'’-]*){1,3}")
_DATE_WORDS = re.compile(
    r"published|posted|updated|last|first|originally|modified|edited|revised|changed|date|on|at|am|pm|et|est|edt|gmt|utc|cet|msk|bst|by|"
    r"(?:mon|tues|wednes|thurs|fri|satur|sun)day|mon|tue|wed|thu|fri|sat|sun|"
    r"опубликовано|обновлено|дата|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|"
    r"publié|mis à jour|le|à|veröffentlicht|am|um|uhr|stand|publicado|el|a las|h|read|mins?|minutes?|views?|comments?",
    re.IGNORECASE,
)
_LABEL = re.compile(r"\b(?:published|posted|date|опубликовано|publié|veröffentlicht|publicado)\b", re.IGNORECASE)
_UPDATE = re.compile(
    r"\b(?:updated|modified|changed|edited|revised)|обновлено|mis à jour|aktualisiert|stand|actualizado", re.IGNORECASE
)
_LABELLED, _PLAIN, _CHANGED, _NO_DATE = range(4)  # which of several dates is that of publication: the lower
_HOW = {_LABELLED: "labelled date", _PLAIN: "a date on its own line", _CHANGED: "the date of a change, on its own line"}
_DAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}


@dataclass(slots=True)
class Head:
    """What the head of a text tells: guesses by `Document` field name, and marks on the lines that tell it."""

    guesses: dict[str, Guess] = field(default_factory=dict[str, Guess])
    marks: list[Mark] = field(default_factory=list[Mark])
    date_rank: int = _NO_DATE


def read_head(lines: tuple[TextLine, ...], text: str) -> Head:
    """Title, author and date of publication from the lines around the body.

    Args:
        lines: the text's lines.
        text: the text as read.

    Returns:
        Guesses with their evidence and marks; both empty where the text starts with its body.
    """
    head = Head()
    body = _find_body(lines)
    for at, line in enumerate(lines):
        _read_dateline(head, line, early=at <= body, under_title=0 < at <= body)
        _read_byline(head, line, early=at <= body)
    _read_caps_name(head, lines[:body], text)
    _read_title(head, lines, body)
    return head


def _find_body(lines: tuple[TextLine, ...]) -> int:
    """Index of the first line of running text; the number of lines where there is none."""
    for at, line in enumerate(lines):
        if classify_line(line.text) is not None:
            continue
        following = lines[at + 1] if at + 1 < len(lines) else None
        sentence = line.words >= _CLAUSE_WORDS and ends_sentence(line.text) and line.text[-1] != "?"
        if line.words >= _BODY_WORDS or sentence or goes_on(line, following):
            return at
    return len(lines)


_PLACE_FIRST = re.compile(r"\s*[^\W\d_a-z][^\W\d_]+(?: [^\W\d_a-z][^\W\d_]+)?,\s")  # "Baku, 14 March 2025"


# "The Harbour Times, 12 May 2031", "Paper 24 (agency text), May 2031", "allAfrica, 12 May 2031": an outlet under the title
_OUTLET_FIRST = re.compile(
    r"\s*(?:[^\W_a-z]|[a-z]{1,12}[A-Z\d.-])[\w.&'’:/-]*"
    r"(?: (?:\(?[^\W_a-z][\w.&'’:-]*\)?|of|the|in|and|for|via|from|text|carried|by|copy|\([^()]{1,40}\))){0,7},\s"
)


_MONTH_LAST = re.compile(rf"(?<=,)\s(?:{'|'.join(MONTH_NUMBERS)})\s\d{{4}}$", re.IGNORECASE)


def is_dateline(text: str, *, under_title: bool = False) -> bool:
    """Whether a line holds a date and beside it only words that go with dates; under a title also an outlet before the date."""
    dates = find_dates(text)
    if under_title and not dates and (month := _MONTH_LAST.search(text)) is not None:
        return _OUTLET_FIRST.fullmatch(text[: month.start()] + " ") is not None  # "The Harbour Times, May 2031"
    if not dates or len(text.split()) > _MAX_DATELINE_WORDS:
        return False
    rest = text
    for found in reversed(dates):
        rest = rest[: found.start] + " " + rest[found.end :]
    place = _PLACE_FIRST.match(rest) or (_OUTLET_FIRST.match(rest) if under_title else None)
    words = re.findall(r"[^\W\d_]+", rest[place.end() :] if place else rest)
    return all(_DATE_WORDS.fullmatch(word) or word.lower() in MONTH_NUMBERS for word in words)


def _read_dateline(head: Head, line: TextLine, *, early: bool, under_title: bool) -> None:
    if not is_dateline(line.text, under_title=under_title):
        return
    head.marks.append(Mark(line.start, line.end, DATELINE))
    if not find_dates(line.text):
        return  # a month and no day
    rank, _ = _best_date(line.text)
    if rank >= head.date_rank or not (early or rank == _LABELLED):
        return
    head.date_rank = rank
    head.guesses.pop("published", None)
    _guess_date(head, line, _HOW[rank])


def _best_date(text: str) -> tuple[int, FoundDate]:
    """Of the dates in a line the one that the words before it call that of publication, else one that is not that of a change."""
    ranked: list[tuple[int, int, FoundDate]] = []
    at = 0
    for number, found in enumerate(find_dates(text)):
        before = text[at : found.start]
        rank = _LABELLED if _LABEL.search(before) else _CHANGED if _UPDATE.search(before) else _PLAIN
        ranked.append((rank, number, found))
        at = found.end
    rank, _, found = min(ranked, key=lambda one: one[:2])
    return rank, found


def _guess_date(head: Head, line: TextLine, how: str) -> None:
    _, found = _best_date(line.text)
    place = (line.start + found.start, line.start + found.end)
    head.guesses.setdefault("published", Guess(found.iso, f"line {line.number}, {how}", *place))


def _read_byline(head: Head, line: TextLine, *, early: bool) -> None:
    match = _BYLINE.fullmatch(line.text)
    if match is None or line.words > _MAX_DATELINE_WORDS:
        return
    first = match["name"].split()[0].lower().strip(".,")
    if first in _DAYS or first in MONTH_NUMBERS or first in {"the", "all", "now", "then"}:
        return
    head.marks.append(Mark(line.start, line.end, BYLINE))
    place = (line.start + match.start("name"), line.start + match.end("name"))
    head.guesses.setdefault("author", Guess(match["name"], f"line {line.number}, after '{match['cue']}'", *place))
    if early and find_dates(match["rest"]):
        _guess_date(head, line, "beside the author")


def _read_caps_name(head: Head, lines: tuple[TextLine, ...], text: str) -> None:
    """A name in capitals on its own line, beside a date or a title, none of whose words the text uses in lower case."""
    if "author" in head.guesses:
        return
    small = set(re.findall(r"\b[^\W\d_A-Z]+\b", text))
    for at, line in enumerate(lines):
        if at == 0 or not _CAPS.fullmatch(line.text) or classify_line(line.text) is not None:
            continue
        words = [word.lower().strip(".") for word in line.text.split()]
        if any(word in small or word in MONTH_NUMBERS for word in words):
            continue
        head.guesses["author"] = Guess(
            line.text, f"line {line.number}, a name in capitals on its own line", line.start, line.end
        )
        head.marks.append(Mark(line.start, line.end, BYLINE))
        return


def _read_title(head: Head, lines: tuple[TextLine, ...], body: int) -> None:
    """The first heading-like line above the body, otherwise one right above a byline."""
    taken = {mark.start for mark in head.marks}
    for at in range(body):
        if lines[at].start not in taken and _is_heading(lines, at):
            _take_title(head, lines[at], "the first heading-like line")
            return
    bylines = {mark.start for mark in head.marks if mark.reason == BYLINE}
    for at in range(len(lines) - 1):
        above = lines[at + 1].start in bylines and lines[at].start not in taken
        if above and _is_heading(lines, at):
            _take_title(head, lines[at], "a heading-like line above the author's name")
            return


def _is_heading(lines: tuple[TextLine, ...], at: int) -> bool:
    line = lines[at]
    if line.words > _MAX_TITLE_WORDS or classify_line(line.text) is not None or not re.search(r"\w\w", line.text):
        return False
    if line.text.rstrip("\"'”’»*_)")[-1:] in {".", ",", ";", ":"} or line.text[0] in "•-–—*·":
        return False
    following = lines[at + 1] if at + 1 < len(lines) else None
    return (
        following is not None
        and not goes_on(line, following)
        and (line.text[0].isupper() or not line.text[0].isalpha())
    )


def _take_title(head: Head, line: TextLine, how: str) -> None:
    bare = line.text.strip("#*_ \t") or line.text
    start = line.start + line.text.find(bare)
    head.guesses["title"] = Guess(bare, f"line {line.number}, {how}", start, start + len(bare))
    head.marks.append(Mark(line.start, line.end, TITLE))
