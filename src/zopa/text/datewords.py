"""The words of dates: month names of eight languages and the patterns that dates are read by.

`months()` is the shipped table `en/months.tsv`. The alternatives of `patterns` are tried at every place in their
order, the fullest first; the name of each says which rule in `dateresolve` resolves it.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from importlib.resources import files

WEEKDAYS = {
    name: index
    for index, name in enumerate(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))
}
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
COUNTS = {
    "a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12,
}  # fmt: skip

ORDINALS = {
    word: number
    for number, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth "
        "seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third twenty-fourth twenty-fifth twenty-sixth "
        "twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first".split(),
        1,
    )
}

_SHORT = {"jan", "feb", "mar", "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec"}
_WEEKDAY = "Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday"
_YEAR = r"(?:1[89]|20)\d\d"
_DASH = r"\s?[-–—]\s?|\s+(?:to|and|or|until|through)\s+"
_PART = r"(?:\s+(?:morning|afternoon|evening|night))?"


@cache
def months(language: str = "") -> dict[str, int]:
    """Month names in lower case, to their number: of one language, or of all."""
    table: dict[str, int] = {}
    text = files("zopa.text").joinpath("en", "months.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            number, of, forms = line.split("\t")
            if language in {"", of}:
                table.update((form.lower(), int(number)) for form in forms.split(","))
    return table


@cache
def triggers() -> frozenset[str]:
    """Words in lower case without which nothing near by is a date; a number of four digits is the other trigger."""
    names = {word for name in months() for word in name.split()}
    relative = "ago earlier today yesterday tomorrow tonight night week month year weekend day days morning afternoon evening now"
    return frozenset(names | set(WEEKDAYS) | set(SEASONS) | set(relative.split()))


@cache
def _other_months() -> re.Pattern[str]:
    """A month's name in lower case that is none of English."""
    names = sorted(months().keys() - months("en").keys(), key=len, reverse=True)
    return re.compile(f"(?:{'|'.join(map(re.escape, names))})(?!\\w)")


@lru_cache(maxsize=64)
def patterns(text: str) -> re.Pattern[str]:
    """The pattern of dates for a text: that of all languages takes long to build, and most texts name English months alone."""
    return _patterns("" if _other_months().search(text.lower()) else "en")


@cache
def _patterns(language: str) -> re.Pattern[str]:
    """One pattern with a named alternative for each kind of date; a table, so longer than forty lines."""
    names = sorted(months(language), key=len, reverse=True)
    month = (
        "(?:" + "|".join(map(re.escape, names)) + r")(?!\w)(?:\.(?=\s*[\d,;]))?"
    )  # not the full stop of the sentence
    long = "(?:" + "|".join(re.escape(n) for n in names if n not in _SHORT) + r")(?!\w)"
    day = r"(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th|er|[.º])?(?!\w|-[^\W\d]|[.,]\d{3}(?!\d))"
    weekday = rf"(?:(?:{_WEEKDAY}),?\s+(?:the\s+)?)?"
    of = r"(?:\s+(?:of|de|del))?\s+"
    year = rf"(?:,?\s+(?:(?:de|del)\s+)?(?:{_YEAR})(?!\d|[-–]\d{{3}}))"
    lead = r"(?:(?:early|late|mid)[\s-]|the\s+(?:beginning|end|start)\s+of\s+)?"
    before = (
        r"(?:\b(?:in|since|by|until|till|of|during|from|through|between|before|after|to|early|late|mid"
        r"|en|im|nel|ad|в|у|с|до|від|з|на|في))"
    )
    count = rf"(?:\d{{1,3}}|{'|'.join(sorted(COUNTS, key=len, reverse=True))})"
    nth = "|".join(sorted(ORDINALS, key=len, reverse=True))
    alternatives = {
        "nth": rf"(?P<nth>\b(?:first|second|third|fourth|last)\s+(?:{_WEEKDAY})\s+(?:in|of)\s+{long}{year}?)",
        "ordinal": rf"(?P<ordinal>\b(?:{nth})\s+of\s+{long}{year}?)",
        "ofweek": rf"(?P<ofweek>\b(?:on\s+)?(?:{_WEEKDAY}){_PART}\s+(?:of\s+)?(?:(?:next|this|last)|the\s+(?:following|coming))\s+week\b)",
        "weekfrom": rf"(?P<weekfrom>\b(?:a|one|two)\s+weeks?\s+(?:from|on)\s+(?:{_WEEKDAY})\b|\b(?:{_WEEKDAY})\s+week\b)",
        "fromnow": rf"(?P<fromnow>\b{count}\s+days?\s+from\s+(?:now|today)\b"
        rf"|\b(?:in|within)\s+(?:the\s+next\s+)?{count}\s+days?(?:['’]?s?['’]?\s+time)?\b(?!\s+(?:of|ago|after|before)\b))",
        "numbered": rf"(?P<numbered>\b(?:{_WEEKDAY}),?\s+the\s+(?:0?[1-9]|[12]\d|3[01])(?:st|nd|rd|th)\b(?!\s+(?:of\b|{long})))",
        "iso": rf"(?P<iso>\b{_YEAR}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])(?!\d))",
        "numeric": rf"(?P<numeric>(?<![\d./-])\d{{1,2}}(?P<sep>[./])\d{{1,2}}(?P=sep){_YEAR}(?![\d/]))",
        "span": rf"(?P<span>{weekday}{month}\s+{day}(?:{_DASH}){month}\s+{day}{year}?"
        rf"|{weekday}{day}{of}{month}(?:{_DASH}){day}{of}{month}{year}?)",
        "days": rf"(?P<days>{month}\s+{day}(?:{_DASH}){day}{year}?(?!\s+(?:{long}))"
        rf"|{day}(?:{_DASH}){day}{of}{month}{year}?)",
        "dmy": rf"(?P<dmy>{weekday}(?<![\d.,]){day}{of}{month}{year}?)",
        "mdy": rf"(?P<mdy>{weekday}(?<!\w){month}\s+{day}{year}?)",
        "mspan": rf"(?P<mspan>(?<!\w){long}(?:{_DASH}){long}(?:{of}|,?\s+){_YEAR}(?!\d))",
        "my": rf"(?P<my>{lead}(?<!\w){month}(?:{of}|,?\s+){_YEAR}(?!\d|[-–]\d{{3}}))",
        "rm": rf"(?P<rm>\b(?:last|next|this|this\s+past|this\s+coming)\s+{long})",
        "m": rf"(?P<m>(?<!\w)(?:{before}[\s-])\s?(?:early\s|late\s|mid-)?{long}(?!\s+\d)"
        rf"(?!(?:{_DASH}){long}\s+{_YEAR}))",
        "quarter": rf"(?P<quarter>\b(?:Q[1-4]|(?:first|second|third|fourth)\s+quarter)(?:\s+of)?\s+{_YEAR}(?!\d))",
        "half": rf"(?P<half>\b(?:first|second)\s+half\s+of\s+{_YEAR}(?!\d))",
        "season": rf"(?P<season>\b(?:last|next|this|in|the|early|late|in\s+the)\s+(?:spring|summer|autumn|winter|fall)"
        rf"(?:\s+of)?(?:\s+{_YEAR}(?!\d))?(?!\s+(?:into|to|by)\b)|\b(?:spring|summer|autumn|winter"
        rf"|fall)(?:\s+of)?\s+{_YEAR}(?!\d))",
        "decade": rf"(?P<decade>\b{_YEAR[:-4]}\d0s\b)",
        "years": rf"(?P<years>(?<![\w.,/$€£-]){_YEAR}\s?[-–/]\s?(?:{_YEAR}|\d\d)(?![\w/-]))",
        "ago": r"(?P<ago>\b(?P<count>\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
        r"|(?:a\s)?few|several|some|many|a\scouple\sof)\s+(?P<what>day|week|month|year|decade|hour|minute)s?\s+(?:ago|earlier)\b)",
        "word": r"(?P<word>\b(?:the\s+day\s+(?:before\s+yesterday|after\s+tomorrow)|today|yesterday|tomorrow|tonight"
        rf"|last\s+night|this\s+(?:morning|afternoon|evening))\b{_PART})",
        "unit": r"(?P<unit>\b(?:(?:earlier|later)\s+)?(?:this|last|next|this\s+past|this\s+coming"
        r"|the\s+(?:coming|past))\s+(?:week|month|year|weekend)\b|(?<=\bend\sof\s)the\s+(?:week|month|year)\b)",
        "told": r"(?P<told>\b(?:the\s+)?(?:next|following|previous)\s+(?:day|morning)\b|\bover\s+the\s+weekend\b)",
        "weekday": rf"(?P<weekday>\b(?:(?P<which>last|next|this|this\s+past|this\s+coming)\s+(?:week\s+)?)?"
        rf"(?:on\s+)?(?:{_WEEKDAY})\b(?:['’]s)?{_PART})",
        "year": rf"(?P<year>(?<![\w.,/$€£#+-]){_YEAR}(?![\w%/]|[.,]\d|-\d))",
    }
    return re.compile("|".join(alternatives.values()), re.IGNORECASE)
