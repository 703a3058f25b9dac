"""The unit of a number: what stands behind it and is counted or measured ("soldier per week", "USD", "percent").

The words are in `en/units.tsv`, plain text that a person may edit; its head says what the columns mean.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from zopa.text.lemmas import word_set

_SIGNS = {
    "$": "USD", "€": "EUR", "£": "GBP", "¥": "CNY", "₽": "RUB", "₴": "UAH", "₺": "TRY", "₪": "ILS", "₹": "INR",
    "a$": "AUD", "au$": "AUD", "c$": "CAD", "ca$": "CAD", "hk$": "HKD", "us$": "USD",
    "rs": "INR", "rs.": "INR",
}  # fmt: skip
_NOTE_MARK = re.compile(r"[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3}|\[\d{1,3}\]")
_TOKEN = re.compile(
    r"[ \t\u00a0\u202f\n]*([^\W\d_]+(?:['’][^\W\d_]+|(?:[-‑][^\W\d_]+)*(?:[-‑]\s(?:and|or)\s[^\W\d_]+[-‑][^\W\d_]+)?)|[%€₽₴])"
)
_PER_CENT = re.compile(
    r"[\s-]?(?:per\s?cent\b|percent\b|pct\b|%)(?P<points>(?:\s|-)?(?:age)?\s?points?\b)?", re.IGNORECASE
)
_PERCENTAGE = re.compile(r"[\s-]percentage[\s-]points?\b", re.IGNORECASE)
_SQUARE = re.compile(
    r"[\s-]?(?:(?:sq\.?|square|cubic)[\s-](?P<word>km|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|m|feet|foot)\b"
    r"|(?P<short>km|m)(?:\^(?=[23]))?(?P<power>[²³]|[23](?!\w)))",
    re.IGNORECASE,
)
_STRETCH_LONG = re.compile(r"(?P<word>minute|hour|day|week|month|year|decade)[-‑\s]long\b", re.IGNORECASE)
_RATE = re.compile(
    r"\s?(?:(?:per|a|an|each|every)\s(?:single\s)?(?P<period>second|minute|hour|day|night|week|month|quarter"
    r"|year|decade|capita|head)\b"
    r"|/(?P<slash>day|week|month|year|h|hour)\b|(?P<adverb>daily|weekly|monthly|annually|yearly)\b(?!\s+[a-z]))",
    re.IGNORECASE,
)
_ADVERBS = {"daily": "day", "weekly": "week", "monthly": "month", "annually": "year", "yearly": "year", "h": "hour"}
_STOPS = word_set(
    """
    a an the this that these those of in on at by to from for with without into onto over under between among
    against about as than and or but nor if when while after before since until because so that which who whom
    whose is are was were be been being has have had do does did will would shall should can could may might
    must not no he she it they we you i his her its their our your my him them us said says say told ago also
    only just even still already now then there here all both each every any some such more less most least
    worth strong during through per within across along toward towards upon via amid despite versus vs including
    plus times
    """
)
_NOT_PLURAL = word_set(
    """
    always across perhaps besides towards afterwards sometimes news politics economics series species gas bus
    crisis basis diplomatics plus thus less unless ours theirs yours hers says goes does has was is its his this
    us yes previous serious various dangerous religious famous numerous ambitious precious Paris Texas Laos
    Cyprus Belarus Honduras Wales Moscow Damascus Hamas Brussels
    """
)
_IRREGULAR = {"people": "person", "men": "man", "women": "woman", "children": "child", "lives": "life", "feet": "foot"}
_MAX_ADJECTIVES = 4  # "600,000 well trained Ukrainian soldiers"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit read behind a number.

    Attributes:
        name: singular, "" for a bare count.
        kind: "measure", "person", "count", "bland", "currency", "noun" (a plural that no table knows), or "none".
        end: where the words of the unit end; where the number ends when there is none.
        hyphen: the unit is tied by a hyphen and qualifies what follows ("28-point plan").
        words: the counted noun with its adjectives ("Russian war aims"), "" where there is none.
    """

    name: str
    kind: str
    end: int
    hyphen: bool = False
    words: str = ""


@cache
def known_units() -> dict[str, tuple[str, str]]:
    """The shipped table: word to (unit, kind)."""
    table: dict[str, tuple[str, str]] = {}
    text = files("zopa.text").joinpath("en", "units.tsv").read_text(encoding="utf-8")
    for line in text.splitlines():
        if line and not line.startswith("#"):
            words, unit, kind = line.split("\t")
            table.update(dict.fromkeys(words.split(","), (unit, kind)))
    return table


def read_unit(text: str, at: int, end: int, currency: str) -> Unit:
    """The unit of a number that ends at `at`; `currency` is the sign in front of it, or ""; the mark of a note stands between."""
    note = _NOTE_MARK.match(text, at, end)
    at = note.end() if note else at
    if currency:
        name = _SIGNS.get(currency.lower(), currency.upper())
        return _with_rate(text, end, Unit(name, "currency", at, hyphen=text[at : at + 1] == "-"))
    for pattern, name in ((_PERCENTAGE, "percentage point"), (_PER_CENT, "percent")):
        match = pattern.match(text, at, end)
        if match:
            points = match.groupdict().get("points")
            return _with_rate(text, end, Unit("percentage point" if points else name, "measure", match.end()))
    square = _SQUARE.match(text, at, end)
    if square:
        base = known_units().get((square["word"] or square["short"]).lower(), ("", ""))[0]
        cubic = square["power"] in {"³", "3"} or "cubic" in square.group().lower()
        return _with_rate(text, end, Unit(f"{'cubic' if cubic else 'square'} {base}", "measure", square.end()))
    stretch = _STRETCH_LONG.match(text, at, end)
    if stretch:
        return Unit(known_units()[stretch["word"].lower()][0], "measure", stretch.end(), hyphen=True)
    if text[at : at + 1] in {"-", "‑"}:
        return _hyphen_unit(text, at, end)
    return _with_rate(text, end, _noun_unit(text, at, end))


def _hyphen_unit(text: str, at: int, end: int) -> Unit:
    """Only a known unit may be tied on by a hyphen: "five-hour", "multi-billion-dollar", not "three-way"."""
    match = re.compile(r"[-‑](?P<word>[^\W\d_]+)(?P<old>[-‑\s]olds?\b)?").match(text, at, end)
    if match is None or match["old"]:
        return Unit("", "none", at)
    if match["word"].lower() in {"strong", "odd", "plus"}:
        rest = _noun_unit(text, match.end(), end)
        return Unit("", "measure", match.end(), hyphen=True) if rest.kind == "none" else rest
    name, kind = known_units().get(match["word"].lower(), ("", "none"))
    if kind not in {"measure", "currency", "person"} and name not in {"member", "state", "nation", "article", "item"}:
        return Unit("", "none", at)
    return Unit(name, kind, match.end(), hyphen=True)


def _noun_unit(text: str, at: int, end: int) -> Unit:
    """The first plural noun within a few words, by the table or by its ending."""
    position, table = at, known_units()
    for index in range(_MAX_ADJECTIVES + 1):
        match = _TOKEN.match(text, position, end)
        if match is None or (index == 0 and "\n\n" in match.group()):
            break
        word, low = match[1], match[1].lower()
        if low in _STOPS:
            break
        name, kind = table.get(low, ("", ""))
        if kind and (index == 0 or _is_plural(low, name)) and not _goes_on(text, match.end(), end, low, kind):
            if text[match.end() : match.end() + 5].lower().lstrip() in {"old", "old,", "old."}:
                break
            return Unit(name, kind, match.end(), words=text[at : match.end()].strip())
        if (
            not kind
            and _is_plural(low, "")
            and word not in _NOT_PLURAL
            and not _goes_on(text, match.end(), end, low, kind)
        ):
            return Unit(singular(low), "noun", match.end(), words=text[at : match.end()].strip())
        position = match.end()
    return Unit("", "none", at)


def _is_plural(word: str, unit: str) -> bool:
    if word in _IRREGULAR or (unit and word != unit and not word.endswith("’s")):
        return True
    if word in {"personnel", "troops", "police", "aircraft"}:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s", "ous"))


def _goes_on(text: str, at: int, end: int, word: str, kind: str) -> bool:
    """A first noun that only qualifies the next plural one ("seven member states", "two weapons inspectors")."""
    if kind in {"measure", "currency"}:
        return False
    following = _TOKEN.match(text, at, end)
    if following is None or text[at : following.start(1)].strip(" "):
        return False
    low = following[1].lower()
    known = known_units().get(low)
    return known is not None and known[1] in {"person", "count"} and low != known[0] and word != low


def _with_rate(text: str, end: int, unit: Unit) -> Unit:
    match = _RATE.match(text, unit.end, end)
    if match is None or unit.hyphen:
        return unit
    period = (match["period"] or match["slash"] or match["adverb"]).lower()
    name = f"{unit.name} per {_ADVERBS.get(period, period)}".strip()
    kind = "measure" if unit.kind == "none" else unit.kind
    return Unit(name, kind, match.end(), words=unit.words)


def singular(noun: str) -> str:
    """The singular of an English plural, by rule."""
    if noun in _IRREGULAR:
        return _IRREGULAR[noun]
    if noun.endswith("men"):
        return noun[:-3] + "man"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    if noun.endswith("s") and not noun.endswith("ss"):
        return noun[:-1]
    return noun
