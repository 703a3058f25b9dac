"""Figures: quantities in a text with their unit, what they measure, and how exactly they are told.

Not figures: years and dates, clock times, names with numbers ("Article 5", "G8", "Boeing 747"), list and section
numbers, ordinals, "one" and "two" that only point ("one of them", "the two sides"). "from 28 to 19 points" is two
figures, "30 to 50 km" and "between 30 and 50" are one with `high`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.dates import date_matches
from zopa.text.measured import Place, measured
from zopa.text.numerals import Number, find_numbers
from zopa.text.types import Figure
from zopa.text.units import Unit, read_unit

if TYPE_CHECKING:
    from zopa.sources import Document

_LABEL = re.compile(
    r"(?:\b(?:articles?|sections?|chapters?|resolutions?|protocols?|annex|appendix|paragraphs?|clauses?|items?"
    r"|phases?|stages?"
    r"|steps?|options?|points?|tracks?|parts?|no|nos|number|numbers|room|page|pages|route|highway|flight"
    r"|channel|boeing|airbus"
    r"|version|law|decree|order|directive|title|table|figure|day|grade|level|category|type|mark|model|size"
    r"|district|area|zone"
    r"|group of|ground|gate|door|line|lines|art|para|sec|vol|pp|p|nr|№|unscr)\.?[\s#]\s?(?:\d+(?:\s?(?:,|and"
    r"|to|or|[-–])\s?))?|[#№§]\s?)$",
    re.IGNORECASE,
)
_NAME_BEFORE = re.compile(r"(?<![.!?:;]\s)(?<!^)\b(?P<word>[A-Z][\w’'-]+)\s$")
_NAME_EXEMPT = re.compile(r"^(?:The|A|An|In|At|Of|On|By|To|From|For|With|About|Over|Some|Only|Nearly|Around|Between)$")
_LIST_HEAD = re.compile(r"(?:^|\n)[ \t]*(?:[-•*·]\s*)?[(\[]?$")
_LIST_TAIL = re.compile(r"[.)\]]\s|\.\d|\s[-–—]\s")
_AGE = re.compile(r"[A-Z][\w’'-]+,\s$")
_HEDGE = re.compile(
    r"(?P<approx>\b(?:approximately|about|around|roughly|some|nearly|almost|circa|ca\.|an estimated|estimated"
    r"|close to|or so"
    r"|approaching|practically|virtually|just under|just over|somewhere around)\s+(?:an?\s+)?)"
    r"|(?P<most>\b(?:up to|at most|at the most|no more than|not more than|a maximum of|maximum|as many as"
    r"|as much as|capped at"
    r"|limited to|(?:cap|limit|ceiling) (?:of|at)|less than|fewer than|under|below|within|not exceed(?:ing)?"
    r"|not to exceed)\s+)"
    r"|(?P<least>\b(?:at least|at the least|no less than|no fewer than|not less than|a minimum of|minimum"
    r"|more than|over|above|upwards of"
    r"|exceed(?:ing|s|ed)?|in excess of|well over|well above|floor of|greater than|north of)\s+)",
    re.IGNORECASE,
)
_TOPIC = re.compile(
    r"\b(?:fight|fights|fighting|fought|war|dispute|disputes|battle|battles|talks|negotiations|negotiating"
    r"|differ|disagree"
    r"|disagreement|quarrel|conflict|clash|control|authority|sovereignty|talk|talked|speak|spoke|discussion"
    r"|discussions|discuss|question|questions|statement|agreement"
    r"|concern|concerns|know|knew|know|news|said|think|worried|worry|revolve|revolved|built|centred|centered)\s+$",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(r"\b(?:over|above|under|below|within)\s$", re.IGNORECASE)
_AFTER = re.compile(
    r"\s?(?:(?P<least>or (?:more|above|higher|over)\b|at (?:the )?(?:least|minimum)\b|\+|-plus\b"
    r"|[\s-]?(?:minimum|floor|threshold)\b)"
    r"|(?P<most>or (?:less|fewer|under|below)\b|at (?:the )?most\b|[\s-]?(?:\w+\s)?(?:limit|cap|ceiling"
    r"|maximum|tops)\b)"
    r"|(?P<approx>or so\b|give or take))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s?(?P<dash>[-–—‑])\s?|\s+(?P<to>to)\s+|\s+(?P<and>and)\s+|\s+(?P<or>or)\s+", re.IGNORECASE)
_CHANGE = re.compile(
    r"\b(?:rais|increas|cut|reduc|lower|expand|grow|grew|rise|rose|risen|fall|fell|drop|shr[aiu]nk|slash|trim"
    r"|refin|went|go|goes|mov"
    r"|chang|whittl|narrow|revis|boost|doubl|up from|down from|declin|extend|shorten|pare)\w*",
    re.IGNORECASE,
)
_RANGE_FROM = re.compile(r"\b(?:rang\w+ |anywhere |anything |somewhere )from\s+$", re.IGNORECASE)
_FROM = re.compile(r"\bfrom\s+(?:an?\s+|the\s+|about\s+|some\s+)?$", re.IGNORECASE)
_DATED_AFTER = re.compile(r"\s+(?:ago|earlier|later|(?:years?|months?)?[\s-]?old)\b", re.IGNORECASE)
_POINTING = re.compile(
    r"\b(?:the|these|those|both|our|their|its|his|her|your|other|same|first|last|between|all|any|either"
    r"|neither)\s+(?:\w+\s+)?$",
    re.IGNORECASE,
)
_LEAST_WORTH = 4  # below it a bare count with no noun of interest is grammar, not a quantity


@dataclass(slots=True)
class _Read:
    """A number on its way to a figure."""

    number: Number
    unit: Unit
    high: float | None = None
    end: int = 0
    until: int = 0


def find_figures(document: Document, start: int, end: int) -> tuple[Figure, ...]:
    """Figures between `start` and `end`, in order; pure, and empty where nothing is measured."""
    text = document.plain
    numbers = find_numbers(text, start, end)
    if not numbers:
        return ()
    dates = [(first, stop) for first, stop, _ in date_matches(text, start, end)]
    numbers = _outside(numbers, dates)
    reads = [r for r in _apart(_joined(text, numbers, start, end)) if _counts(text, r, start, end)]
    figures: list[Figure] = []
    places = [Place(r.number.start, r.end, r.unit) for r in reads]
    subjects = measured(text, places, start, end)
    for read, subject in zip(reads, subjects, strict=True):
        bound, approximate = _told(text, read, start, end, subject)
        passage = document.passage(read.number.start, read.end)
        value, high = read.number.value, read.high
        unit = "share" if read.number.share and not read.unit.name else read.unit.name
        figures.append(Figure(value, high, unit, subject, approximate, passage, bound))
    return tuple(figures)


def _outside(numbers: list[Number], spans: list[tuple[int, int]]) -> list[Number]:
    """The numbers that stand in none of `spans`, both in order."""
    kept: list[Number] = []
    at = 0
    for number in numbers:
        while at < len(spans) and spans[at][1] <= number.start:
            at += 1
        if at == len(spans) or spans[at][0] >= number.end:
            kept.append(number)
    return kept


def _apart(reads: list[_Read]) -> list[_Read]:
    """Without those that begin inside the unit of the one before ("five hundreds")."""
    kept: list[_Read] = []
    for read in reads:
        if not kept or read.number.start >= kept[-1].end:
            kept.append(read)
    return kept


def _joined(text: str, numbers: list[Number], start: int, end: int) -> list[_Read]:
    """Numbers with their units; two that form a range become one, two that form a change share the unit."""
    reads: list[_Read] = []
    skip = False
    for index, number in enumerate(numbers):
        if skip:
            skip = False
            continue
        following = numbers[index + 1] if index + 1 < len(numbers) else None
        unit = _unit_of(text, number, end if following is None else max(number.end, following.start))
        if following is not None and unit.kind in {"none", "currency", "noun"}:
            link = _link(text, number, following, start)
            if link:
                second = read_unit(text, following.end, end, following.currency or number.currency)
                if link == "range":
                    reads.append(_range(number, following, second))
                    skip = True
                    continue
                unit = (
                    Unit(second.name, second.kind, number.end, hyphen=second.hyphen, words="")
                    if unit.kind == "none"
                    else unit
                )
        elif following is None:
            unit = _unit_of(text, number, end)
        reads.append(_Read(number, unit, end=unit.end))
    return reads


def _unit_of(text: str, number: Number, end: int) -> Unit:
    """What the number counts; a share ("one in five soldiers") counts nothing."""
    if number.share:
        return Unit("", "none", number.end)
    return read_unit(text, number.end, end, number.currency)


def _range(low: Number, high: Number, unit: Unit) -> _Read:
    """The low end takes the scale of the high one ("$5-10 billion"), when it is written without one."""
    factor = 1.0
    for scale in (1e12, 1e9, 1e6, 1e3):
        if (
            high.value >= scale > low.value
            and low.value < 1000
            and high.digits == low.digits
            and low.value * scale < high.value
        ):
            factor = scale
            break
    value = low.value * factor
    vague = low.vague or high.vague
    number = Number(value, low.start, high.end, low.currency, vague=vague, share=low.share, digits=low.digits)
    return _Read(number, unit, high=high.value, end=unit.end)


def _link(text: str, number: Number, following: Number, start: int) -> str:
    """Tell a "range" from a "change" (two figures of one thing) and from two numbers ("")."""
    match = _BETWEEN.fullmatch(text, number.end, following.start)
    left = text[max(start, number.start - 60) : number.start]
    clause = re.split(r"[.;:!?]\s|\n", left)[-1]
    if match is None:
        return ""
    if match["and"]:
        return "range" if re.search(r"\bbetween\s+(?:about\s+|some\s+)?$", left, re.IGNORECASE) else ""
    rising = following.value > number.value
    if match["or"]:
        return "range" if rising and following.value <= number.value * 2 + 1 else ""
    if match["dash"]:
        return (
            "range"
            if rising and "-" not in text[following.end : following.end + 1] + text[number.start - 1 : number.start]
            else "change"
        )
    if _RANGE_FROM.search(left):
        return "range"
    if _FROM.search(left) or not rising or _CHANGE.search(clause):
        return "change"
    return "range"


def _counts(text: str, read: _Read, start: int, end: int) -> bool:
    """Whether the number is a quantity at all."""
    number, unit = read.number, read.unit
    before, after = text[max(start, number.start - 40) : number.start], text[read.end : min(end, read.end + 24)]
    if _DATED_AFTER.match(after) and unit.name in {"", "day", "week", "month", "year", "decade", "hour", "minute"}:
        return False
    if number.currency or number.share or unit.kind == "currency":
        return True
    if number.digits and _is_name_or_label(text, read, before, start, end):
        return False
    if unit.kind in {"measure", "person"}:
        return number.digits or number.value != 1 or unit.name != "point"
    if number.vague:
        return unit.kind != "none" or bool(re.match(r"\s+(?:of|in)\b", after)) or number.value >= 100
    if abs(number.value) < _LEAST_WORTH and not number.digits:
        return number.value > 1 and unit.kind == "count" and not _POINTING.search(before)
    if unit.kind == "bland":
        return number.value >= _LEAST_WORTH
    if unit.kind == "none":
        return _bare(text, read, before, after)
    return number.value != 1


def _is_name_or_label(text: str, read: _Read, before: str, start: int, end: int) -> bool:
    number = read.number
    tail = text[number.end : min(end, number.end + 3)]
    if _LIST_HEAD.search(text[max(0, number.start - 8) : number.start]):
        section = "." in text[number.start : number.end] and re.match(r"\s[A-Z]", tail)
        if section or _LIST_TAIL.match(tail) or not tail.strip():
            return True
    if text[max(start, number.start - 1) : number.start] in {"(", "["} and tail[:1] in {")", "]"}:
        return True
    if _LABEL.search(before) and read.unit.kind in {"none", "noun", "count", "bland"}:
        return True
    if _AGE.search(before) and tail[:1] == "," and number.value < 120:
        return True
    name = _NAME_BEFORE.search(before)
    if name is None or read.unit.kind != "none" or "," in text[number.start : number.end]:
        return False
    return not _NAME_EXEMPT.match(name["word"]) and number.value < 10000


def _bare(text: str, read: _Read, before: str, after: str) -> bool:
    """A number without a unit counts if it is large, or a hedge, a bound, a limit or a change stands at it."""
    number = read.number
    if not number.digits and number.value < 100:
        return bool(_hedge_before(text, number.start, number.start - len(before)) and number.value >= _LEAST_WORTH)
    if number.value >= 1000:
        return True
    return bool(
        _hedge_before(text, number.start, number.start - len(before))
        or _AFTER.match(after)
        or re.search(r"\b(?:to|from|by|of|at|at only|total(?:led|ling)?|number(?:ed|ing)?|was|were|is|are)\s$", before)
    )


def _hedge_before(text: str, at: int, floor: int) -> list[str]:
    """Kinds of the hedges that end at `at`, the nearest first."""
    kinds: list[str] = []
    for _ in range(2):
        window = text[max(floor, at - 28, 0) : at]
        match = next((m for m in _HEDGE.finditer(window) if m.end() == len(window)), None)
        if match is None:
            return kinds
        kinds.append(match.lastgroup or "")
        word = match.group().split()[0].lower()
        if word in {"over", "about", "around"} and _TOPIC.search(
            window[: match.start()] or text[max(0, at - 50) : at - len(match.group())]
        ):
            kinds.pop()
        at -= len(match.group())
    return kinds


def _told(text: str, read: _Read, start: int, end: int, subject: str) -> tuple[str | None, bool]:
    """Bound and approximation of a figure."""
    kinds = _hedge_before(text, read.number.start, start)
    if read.unit.hyphen and _PREPOSITION.search(text, max(start, read.number.start - 8), read.number.start):
        kinds = []
    for at in (read.number.end, read.end):  # "40-plus minutes", "40 minutes or more"
        after = _AFTER.match(text, at, min(end, at + 24))
        if after is not None and after.lastgroup:
            kinds.append(after.lastgroup)
    bound = "at-most" if "most" in kinds else "at-least" if "least" in kinds else None
    if bound is None and not kinds:
        head = " ".join(subject.lower().split()[:2])
        if re.search(r"\b(?:cap|limit|ceiling|maximum|upper)\b", head):
            bound = "at-most"
        elif re.search(r"\b(?:minimum|floor|threshold)\b", head):
            bound = "at-least"
    return bound, "approx" in kinds or read.number.vague
