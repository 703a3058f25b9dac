"""Numbers in running text, in digits and in English words, before anybody asks what they count.

`find_numbers` gives every number that could be a quantity. What only looks like one is left out here when its own
spelling shows it ("F-16", "19th", "10:30", a telephone number, a web address); what shows it by its neighbours (a year,
"Article 5") is left to `figures`.

Vague words ("hundreds of billions", "dozens", "multi-billion") count as the order of magnitude that they name, 1e11, 12
and 1e9, and are `vague`: the least that the words allow, never a midpoint that nobody stated.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from zopa.text.lexicon import words_of
from zopa.text.units import known_units

_SMALL = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
_TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_SCALE = {
    "dozen": 12.0,
    "hundred": 100.0,
    "thousand": 1e3,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "lakh": 1e5,
    "crore": 1e7,
    "k": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "mln": 1e6,
    "bn": 1e9,
    "bln": 1e9,
    "b": 1e9,
    "tn": 1e12,
    "trn": 1e12,
}
_AND_HALF = re.compile(
    r"[\s-]and[\s-]a[\s-]half\b(?:[\s-](?P<scale>hundred|thousand|million|billion|trillion|lakh|crore|dozen)\b)?",
    re.IGNORECASE,
)
_PARTS = {"half": 2, "halves": 2, "third": 3, "quarter": 4, "fifth": 5, "sixth": 6, "eighth": 8, "tenth": 10}

_CURRENCY = r"(?:US|A|C|AU|CA|HK)?\$|[€£¥₽₴₺₪₹]|\b(?:USD|EUR|GBP|RUB|UAH|CNY|JPY|CHF|INR)\b|\bRs\b\.?"
_WORD = "|".join(sorted([*_SMALL, *_TENS], key=len, reverse=True))
_BIG = "hundred|thousand|million|billion|trillion|dozen|lakh|crore"
_SPAN = "minute|hour|day|week|month|year|decade"
_DIGIT = "zero|oh|one|two|three|four|five|six|seven|eight|nine"
# Groups of three, of two behind the first three (South Asia), a continental point, and a decimal comma (which `_read` looks at again).
_DIGITS = (
    r"\d{1,3}(?:,\d{2})+,\d{3}(?:\.\d+)?(?!\d)|\d{1,3}(?:\.\d{3})+,\d{1,2}(?!\d)|\d{1,3}(?:[,\u00a0\u202f\u2009 ]\d{3})+(?:\.\d+)?(?!\d)"
    r"|\d{1,3}(?:\.000)+(?![\d.])|\d{1,3},\d{1,2}(?![\d,])|\d+(?:\.\d+)?"
)

_NUMBER = re.compile(
    rf"""
    (?P<currency>{_CURRENCY})\s?(?=[\d])
    (?P<money>{_DIGITS})(?:[\s-]?(?P<moneyscale>{_BIG}|bn|bln|tn|trn|mn|mln|m|k|b)s?\b(?:\s(?P<moneymore>crore)s?\b)?)?
  | (?<![\w.,:/#@+^])(?<![^\W\d][-‑])(?P<digits>{_DIGITS})
    (?:[\s-](?P<scale>{_BIG})s?\b(?:\s(?P<more>crore)s?\b)?|\s?(?P<short>bn|bln|tn|trn|mn|mln)\b|(?P<close>[kKmMbB])\b)?
  | (?<![\w-])(?P<multi>multi|several|many|a\ few)[\s-](?P<multiscale>{_BIG})\b
  | (?<![\w-])(?P<plural>(?:(?:tens|dozens|hundreds|thousands|millions|billions|trillions|lakhs|crores)\b
      (?:\s+of\s+(?=(?:thousand|million|billion|trillion|lakh|crore)s\b))?)+)
  | (?<![\w-])(?P<long>(?=(?:{_SPAN})[-\s]long\b))
  | (?<![\w-])(?P<halfway>half-(?=hour|day|year|century|decade))
  | (?<![\w-])(?P<single>an?)(?=\s(?:{_SPAN})\b(?!-))
  | (?<![\w-])(?P<part>(?:(?P<top>a|one|two|three|four|five)[\s-])?
      (?P<bottom>half|halves|third|quarter|fifth|sixth|eighth|tenth)(?P<parts>s)?
      (?:\s+(?:a|an)\s+(?P<partscale>million|billion|trillion|dozen))?)\b(?!-)
  | (?<![\w-])(?P<pointed>(?:{_WORD})\b(?:[\s-](?:{_WORD})\b)?\s+point(?P<decimals>(?:\s+(?:{_DIGIT})\b)+)
      (?:[\s-](?P<pointscale>{_BIG})s?\b)?)
  | (?<![\w-])(?P<words>(?:(?:{_WORD})|an?(?=[\s-](?:{_BIG})\b))\b
      (?:(?:[\s-]|\s+and\s+)(?:{_WORD}|{_BIG})\b)*)
    """,
    re.VERBOSE | re.IGNORECASE,
)
_ORDINAL_TAIL = re.compile(
    r"-?(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|\w+teenth|\w+tieth"
    r"|hundredth|thousandth)\b",
    re.IGNORECASE,
)
_PHONE = re.compile(r"\+\d[\d ().\-]{6,}\d|(?<!\d)\d{2,4}(?:[-.]\d{2,4}){2,}(?!\d)|\(\d{3}\)\s?\d{3}[-\s]\d{4}")
_ADDRESS = re.compile(r"https?://|www\.|@|\.(?:com|org|net|su|ru|ua|gov|int)\b", re.IGNORECASE)
_CLOCK = re.compile(
    r"\b\d{1,2}[:.]\d{2}\s?(?:[ap]\.?m\b\.?|GMT|UTC|CET|EST|hrs?\b)|\b\d{1,2}:\d{2}(?::\d{2})?\b"
    r"|\b\d{1,2}\s?(?:[ap]\.m\.|[ap]m\b|o['’]clock)|\b\d{4}\s?(?:GMT|UTC|CET|EST)\b"
    r"|\b\w+\s+o['’]clock\b|\b24/7\b|\b50/50\b|\b9/11\b",
    re.IGNORECASE,
)
_NOT_AFTER_DIGITS = re.compile(r"(?!(?:k?m[²³23]?|kg|mm|cm|t)\b)(?:[^\W\d_]|[\d_/:]|\.\d|,\d)")


_REFERENCE = re.compile(r"\S\[\d{1,3}\]")
_RAISED_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}")  # of a note, glued to the number
_MINUS = re.compile(
    r"(?<![\w%°)\]])(?<!\d\s)(?<!plus or )(?P<sign>(?P<dash>[-−–])|(?:minus|negative)\s)$", re.IGNORECASE
)
_PERCENT = re.compile(r"\s?(?:%|per\s?cent\b|pct\b)", re.IGNORECASE)
_DECIMAL_COMMA = re.compile(r"\d{1,3},\d{1,2}|\d{1,3}(?:\.\d{3})+,\d{1,2}")
_WORD_BEHIND = re.compile(r"[\s-]?([^\W\d_]+)")
_OF_SO_MANY = re.compile(r"\s+(?:in|out\s+of|of\s+(?=every|each))\s*(?:(?:every|each|the)\s+)?", re.IGNORECASE)
_LASTS = re.compile(
    r"\b(?:for|last(?:ed|s|ing)?|took|takes?|taking|about|around|nearly|almost|roughly|over|under|(?:more|less) than|just)\s$",
    re.IGNORECASE,
)
_SPAN_ON = re.compile(
    r"\s\w+(?P<half>\s+and\s+a\s+half\b)?(?P<of>\s+of\s)?(?P<apart>\s+(?:later|ago|earlier|before|after|ahead|away|old)\b)?"
)
_STRETCH = re.compile(
    r"[\s-](?:[a-z]+\s)?(?:seconds?|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|quarters|years?|decades?|rounds?|attempts?)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Number:
    """A number and where it stands.

    Attributes:
        value: the number itself.
        start, end: its characters, currency sign and scale word included.
        currency: the sign or code in front, or "".
        vague: the words name only an order of magnitude.
        share: a fraction of a whole ("half", "two thirds").
        digits: written in digits.
    """

    value: float
    start: int
    end: int
    currency: str = ""
    vague: bool = False
    share: bool = False
    digits: bool = False


def find_numbers(text: str, start: int, end: int) -> list[Number]:
    """Every number between `start` and `end` that may be a quantity, in order, none overlapping another."""
    closed = _closed(text, start, end)
    found: list[Number] = []
    at = 0
    for match in _NUMBER.finditer(text, start, end):
        while at < len(closed) and closed[at][1] <= match.start():
            at += 1
        if at < len(closed) and closed[at][0] < match.end():
            continue
        number = _read(match, text, end)
        if number is not None and not (found and number.start < found[-1].end):
            found.append(_signed(_with_half(number, text, end), text, found[-1].end if found else start))
    return _with_shares(found, text, end)


def _signed(number: Number, text: str, floor: int) -> Number:
    """ "-3.5%", "minus 40 million": below zero, where a minus stands right before it and no number before that."""
    sign = _MINUS.search(text, max(floor, number.start - 12), number.start)
    if sign is None or number.vague or number.share or (sign["dash"] == "–" and not _PERCENT.match(text, number.end)):
        return number
    return replace(number, value=-number.value, start=sign.start("sign"))


def _with_shares(numbers: list[Number], text: str, end: int) -> list[Number]:
    """ "One in five", "three out of every ten": a share of the second number, never a count of it."""
    kept: list[Number] = []
    for number in numbers:
        before = kept[-1] if kept else None
        joined = before is not None and _OF_SO_MANY.fullmatch(text, before.end, number.start)
        if before and joined and 0 < before.value < number.value and _is_whole(number, text, end):
            kept[-1] = Number(before.value / number.value, before.start, number.end, share=True, digits=before.digits)
        else:
            kept.append(number)
    return kept


def _is_whole(number: Number, text: str, end: int) -> bool:
    """False for a year, money, or a stretch of time ("two in three days"): no share is told of it."""
    if number.vague or number.share or number.currency or _STRETCH.match(text, number.end, end):
        return False
    return number.value == int(number.value) and (number.value <= 1000 or number.value in {1e4, 1e5, 1e6})


def _with_half(number: Number, text: str, end: int) -> Number:
    """ "Two and a half hours", "a two-and-a-half-hour meeting": half of one more."""
    half = None if number.vague or number.share else _AND_HALF.match(text, number.end, end)
    if half is None:
        return number
    if half["scale"]:
        return replace(number, value=(number.value + 0.5) * _SCALE[half["scale"].lower()], end=half.end())
    last = re.search(r"[a-z]+$", text[number.start : number.end].lower())
    scale = _SCALE.get(last.group(), 1.0) if last else 1.0  # "a million and a half"
    return replace(number, value=number.value + scale / 2, end=half.end())


def _closed(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of telephone numbers, clock times and web addresses, ordered by their ends."""
    spans = [m.span() for pattern in (_PHONE, _CLOCK) for m in pattern.finditer(text, start, end)]
    last = start
    for match in _ADDRESS.finditer(text, start, end):
        if match.start() < last:
            continue
        first, last = match.span()
        while first > start and not text[first - 1].isspace():
            first -= 1
        while last < end and not text[last].isspace():
            last += 1
        spans.append((first, last))
    return sorted(spans, key=lambda span: span[1])


def _read(match: re.Match[str], text: str, end: int) -> Number | None:
    kind = match.lastgroup
    if match["money"] is not None:
        value = _digits(match["money"]) * _scale(match["moneyscale"]) * _scale(match["moneymore"])
        return Number(value, match.start(), match.end(), match["currency"], digits=True)
    if match["digits"] is not None:
        return _digit_number(match, text, end)
    if match["multi"] is not None or match["plural"] is not None:
        size = _SCALE[match["multiscale"].lower()] if match["multi"] else _order_of_magnitude(match["plural"])
        return Number(size, match.start(), match.end(), vague=True)
    if match["long"] is not None or match["halfway"] is not None:  # "an hour-long meeting": its unit is the word itself
        return Number(1.0 if match["halfway"] is None else 0.5, match.start(), match.end())
    if match["single"] is not None:
        return _single(match, text, end)
    if match["part"] is not None:
        return _fraction(match, text, end)
    if match["pointed"] is not None:
        return _pointed(match, text, end)
    assert kind is not None
    return _word_number(match, text, end)


def _digit_number(match: re.Match[str], text: str, end: int) -> Number | None:
    stop = match.end()
    if _REFERENCE.fullmatch(text, max(0, match.start() - 2), min(end, stop + 1)):
        return None  # "1,200[3] boats": the mark of a note
    close = match["close"]
    if close in {"m", "b", "B"} and not _is_million(text, stop, end):
        close, stop = None, stop - 1  # "120m" is a length
    mark = _RAISED_MARK.match(text, stop, end) if match["digits"] != "10" else None
    if _NOT_AFTER_DIGITS.match(text, mark.end() if mark else stop, end):
        return None
    scale = _scale(match["scale"] or match["short"] or close) * _scale(match["more"])
    if _DECIMAL_COMMA.fullmatch(match["digits"]) and scale == 1.0 and not _is_measured(text, stop, end):
        return None  # "points 1,2 and 3"
    return Number(_digits(match["digits"]) * scale, match.start(), stop, digits=True)


def _scale(word: str | None) -> float:
    return _SCALE.get((word or "").lower(), 1.0)


def _is_measured(text: str, at: int, end: int) -> bool:
    """True where a measure or money stands behind a number: its comma is that of a decimal."""
    word = _WORD_BEHIND.match(text, at, end)
    return bool(_PERCENT.match(text, at)) or (
        word is not None and known_units().get(word[1].lower(), ("", ""))[1] in {"measure", "currency"}
    )


def _is_million(text: str, at: int, end: int) -> bool:
    """True for the "m" of "120m dollars", "5m people" and "2m doses", not of "a 120m tunnel" or "60m waves"."""
    word = _WORD_BEHIND.match(text, at, end)
    if word is None or text[at : at + 1] != " ":
        return False
    unit, kind = known_units().get(word[1].lower(), ("", ""))
    if kind:
        return kind in {"person", "currency", "count"} or (kind == "measure" and unit in words_of("mass_unit"))
    return word[1].islower() and word[1].endswith("s") and len(word[1]) > 3 and word[1] not in words_of("long_thing")


def _digits(written: str) -> float:
    if re.fullmatch(r"\d{1,3}(?:\.000)+", written):  # a continental thousands point; no English decimal ends in .000
        written = written.replace(".", "")
    if _DECIMAL_COMMA.fullmatch(written):
        written = written.replace(".", "").replace(",", ".")
    return float(re.sub(r"[,\s\u00a0\u202f\u2009]", "", written))


def _order_of_magnitude(words: str) -> float:
    value = 1.0
    for word in re.findall(r"[a-z]+", words.lower()):
        if word != "of":
            value *= 10.0 if word == "tens" else _SCALE[word[:-1]]
    return value


def _fraction(match: re.Match[str], text: str, end: int) -> Number | None:
    bottom, top = match["bottom"].lower(), (match["top"] or "").lower()
    if match["partscale"]:
        return Number(_SCALE[match["partscale"].lower()] / _PARTS[bottom], match.start(), match.end())
    after = text[match.end() : min(end, match.end() + 16)].lower()
    plural = bool(match["parts"]) or bottom == "halves"
    whole = (
        re.match(r"\s+(?:of|the|its|his|her|their|our)\b", after) if bottom == "half" else re.match(r"\s+of\b", after)
    )
    time = bottom == "half" and re.match(r"(\s+an?|)(?=\s+(?:hour|day|year|century|decade)\b)", after)
    if time:  # "half an hour" is half of one, not half per hour
        return Number(0.5, match.start(), match.end() + len(time.group(1)))
    if plural != (top in {"two", "three", "four", "five"}) or not (plural or whole):
        return None
    if bottom != "half" and not plural and top not in {"a", "one"}:
        return None
    share = _SMALL.get(top, 1) / _PARTS[bottom]
    return Number(share, match.start(), match.end(), share=True)


def _single(match: re.Match[str], text: str, end: int) -> Number | None:
    """ "For about an hour", "after an hour of talks": one stretch of time, where a word tells that it lasted; "an hour later" is none."""
    behind = _SPAN_ON.match(text, match.end(), end)
    if behind is None or behind["apart"]:
        return None
    if not behind["of"] and not behind["half"] and not _LASTS.search(text, max(0, match.start() - 12), match.start()):
        return None
    return Number(1.5 if behind["half"] else 1.0, match.start(), match.end())


def _pointed(match: re.Match[str], text: str, end: int) -> Number | None:
    """ "One point two million": with a scale, a measure, or several decimals; "at one point two ministers left" is none."""
    decimals = match["decimals"].lower().split()
    if not (match["pointscale"] or len(decimals) > 1 or _is_measured(text, match.end(), end)):
        return None
    whole = sum(
        _SMALL.get(word, 0) + _TENS.get(word, 0)
        for word in re.findall(r"[a-z]+", match["pointed"].lower().split("point")[0])
    )
    part = float("0." + "".join(str(_SMALL.get(word, 0)) for word in decimals))
    return Number((whole + part) * _scale(match["pointscale"]), match.start(), match.end())


def _word_number(match: re.Match[str], text: str, end: int) -> Number | None:
    if _ORDINAL_TAIL.match(text, match.end(), end):
        return None
    tokens = list(re.finditer(r"[a-z]+", match["words"].lower()))
    total, group, used = 0.0, 0.0, 0
    last = ""
    for token in tokens:
        word = token.group()
        if word in {"a", "an"}:
            group = 1
        elif word == "and":
            if last not in {"hundred", "thousand", "million"}:
                break
            last = word
            continue
        elif word in _SMALL:
            if last in _SMALL:
                break
            group += _SMALL[word]
        elif word in _TENS:
            if last in _SMALL or last in _TENS:
                break
            group += _TENS[word]
        elif word in {"hundred", "dozen"}:
            group = (group or 1) * _SCALE[word]
        else:
            total, group = total + (group or 1) * _SCALE[word], 0.0
        last, used = word, token.end()
    return Number(total + group, match.start(), match.start() + used)
