"""What a line begins with: "Article 4", "(a)", "2.1", "iv)", a bullet, a row of a table, a footnote's sign."""

from __future__ import annotations

import re
import unicodedata

from zopa.plans.labels import (
    BIS,
    LEAD,
    LONGEST,
    NTH,
    ORDINAL,
    RANKS,
    Marker,
    find_label,
    han_value,
    label_value,
    roman_value,
)
from zopa.plans.tables import label_rows

_ALPHABETS = tuple(words for kind, words in label_rows() if kind == "letters")
_LETTER = "|".join(sorted({letter for words in _ALPHABETS for letter in words}, key=len, reverse=True))
_NUMBER = re.compile(
    rf"{LEAD}(?P<open>[(（]?)(?P<number>\d{{1,4}}(?:\.\d{{1,3}})*|[A-Z](?:\.\d{{1,3}})+(?=[.):\s])|[ivxlcdm]{{1,7}}(?![a-z])|[IVXLCDM]{{1,7}}(?![A-Z])"
    r"|(?P<twin>[a-z])(?P=twin)|[A-Za-z]|[一二三四五六七八九十]{1,3})"
    rf"(?P<bis>{BIS}|(?<=\d)[A-Za-z](?=[.)]))?(?P<close>\\?[.．][)]?|\\?[)）](?:[.:](?=[ \t]))?|[:、]|[*_]+[.)]?"
    r"|[ \t]+[–—-](?=[ \t])|)[*_]*"
    r"(?P<gap>[ \t\u00a0\u3000]*)"
)
_BULLET = re.compile(r"(?P<sign>[-–—•‣▪●◦·*+])(?P<gap>[ \t\u00a0]+)(?=\S)")
_FOOTNOTE = re.compile(
    r"(?P<sign>\[\^[\w-]+\]:|\[[^\]\[]{1,60}\]:(?=[ \t]+(?:\w+:|[#/.<])\S+$)|[¹²³⁴-⁹⁰]+|\\\*+)(?P<gap>[ \t]*)"
)
_SIGNED = (
    ("circled", re.compile(rf"{LEAD}(?P<number>[①-⑳⑴-⒇])(?P<gap>[ \t\u3000]*)")),
    ("letter", re.compile(rf"{LEAD}[(（]?(?P<number>{_LETTER})[)）.][*_]*(?P<gap>[ \t]+|$)", re.IGNORECASE)),
    ("lettered", re.compile(r"(?P<bracket>\[*)(?P<number>[A-Z]-?\d{1,3})[.):](?P<gap>[ \t]+|$)")),
    ("inner", re.compile(r"(?P<bracket>\[*)(?P<number>\d{1,3}\([a-z]\))[.:]?(?P<gap>[ \t]+|$)")),
    ("framed", re.compile(r"(?P<bracket>)[\[{<«‹〔【](?P<number>\d{1,3})[\]}>»›〕】](?P<gap>[ \t\u3000]*|$)")),
    ("marked", re.compile(rf"{LEAD}¶[ \t\u00a0]*(?P<number>\d{{1,4}})\.?(?P<gap>[ \t]+|$)")),
    ("nth", re.compile(rf"{LEAD}(?P<number>\d{{1,3}})(?:{NTH}[.)]?-?|[ ]?§\.?|/|\.-)(?P<gap>[ \t]+|$)", re.IGNORECASE)),
    (
        "dashed",
        re.compile(r"(?P<bracket>\[*)(?P<number>\d{1,3}|[IVXL]{1,7})(?:\.?—(?P<gap>[ \t]*)(?=[^\W\d])|[ \t]*[–—-]$)"),
    ),
    ("ordinal", re.compile(rf"{LEAD}(?P<number>{ORDINAL})(?:[.:]-?|[ ]?[–—])(?P<gap>[ \t]+|$)", re.IGNORECASE)),
)
"""Rarer forms of numbers by name: ①, а), A-1., 1(a), [1], <1>, ¶ 1, 1º, 1—, "First:"; all have a sign of their own."""


def find_marker(line: str) -> Marker | None:
    """The marker at the start of a line, None where it begins with words."""
    line = line[:LONGEST]
    return find_label(line) or _footnote(line) or _number(line) or _signed(line) or _bullet(line)


def is_definition(text: str) -> bool:
    """Whether a line defines where a link leads, as Markdown does below the text: ``[map]: https://...``; a footnote of its text."""
    match = _FOOTNOTE.match(text[:LONGEST])
    return match is not None and match["sign"].startswith("[")


def _footnote(line: str) -> Marker | None:
    match = _FOOTNOTE.match(line)
    return Marker("footnote", match["sign"].strip("[]^:\\"), (("footnote", 0),), match.end()) if match else None


def _number(line: str) -> Marker | None:
    match = _NUMBER.match(line)
    if match is None:
        return None
    number, close, tail = match["number"], match["close"].strip(" \t\\"), line[match.end() :]
    if match["open"] and close[:1] not in {")", "）"}:
        return None
    alone = not tail
    digits = number[0].isdecimal()
    if not close.strip("*_") and not match["bis"]:
        if not digits or not (alone or (match["gap"] and (tail[0].isalpha() or tail[0] in '“"[(«*_'))):
            return None
        if tail[:1].islower():
            return None
    elif (
        tail
        and not match["gap"]
        and close != "、"
        and ((not digits and not match["open"]) or not (tail[0].isalpha() or tail[0] in '“"[(«*_（'))
    ):
        return None
    if close == ":" and not digits:
        return None
    lettered = not digits and "." in number  # A.1
    parts = (
        tuple(int(part) if part.isdecimal() else ord(part) - 64 for part in number.split("."))
        if digits or lettered
        else ()
    )
    sign = "()" if match["open"] else ")" if close[:1] in {")", "）"} else "."
    readings = _readings(number, sign) if not parts else ((f"1{sign}", parts[-1]),)
    if not readings:
        return None
    strong = bool(close) or alone or bool(match["bis"]) or len(parts) > 1
    token = number + " ".join((match["bis"] or "").replace(".", " ").split())  # "4 alt. 2" is 4alt 2
    return Marker("number", token, readings, match.end(), len(match["bracket"]), strong, "", parts)


def _signed(line: str) -> Marker | None:
    """A number in one of the rarer forms."""
    for name, expression in _SIGNED:
        match = expression.match(line)
        if match is None:
            continue
        number = match["number"]
        low = number.lower()
        if name == "ordinal" and number[0].islower():
            continue
        token, parts, style = number, (), name
        value = label_value(number)
        if name == "circled":
            value = int(unicodedata.numeric(number))
            token = str(value)
        elif name == "letter":
            alphabet = next(words for words in _ALPHABETS if low in words)
            value, style = alphabet.index(low) + 1, f"{alphabet[0]}{number.islower()}"
        elif name == "lettered":
            value, style = int(re.sub(r"\D", "", number)), f"{number[0]}#"
        elif name == "inner":
            token = f"{number[:-3]}.{number[-2]}"
            parts = (int(number[:-3]), ord(number[-2]) - 96)
            value = parts[-1]
        elif name in {"nth", "dashed"} and number.isdecimal():
            style = "1."
        if style == "1.":
            parts = (value,)
        return Marker("number", token, ((style, value),), match.end(), len(match["bracket"]), True, "", parts)
    return None


def _readings(token: str, sign: str) -> tuple[tuple[str, int], ...]:
    """What letters may mean: a roman number, a letter, a doubled letter, a Chinese number."""
    if han_value(token[0]) or token[0] in "十〇零":
        return ((f"一{sign}", han_value(token)),)
    case = "i" if token.islower() else "I"
    found: list[tuple[str, int]] = []
    if len(token) == 1:
        found.append((("a" if case == "i" else "A") + sign, ord(token.lower()) - 96))
    value = roman_value(token) if token in {token.lower(), token.upper()} else 0
    if value:
        found.append((case + sign, value))
    elif len(token) == 2 and token[0] == token[1]:
        found.append((f"aa{sign}", ord(token[0].lower()) - 96))
    return tuple(found)


def _bullet(line: str) -> Marker | None:
    match = _BULLET.match(line)
    return Marker("bullet", match["sign"], ((f"bullet{match['sign']}", 0),), match.end()) if match else None


__all__ = ["RANKS", "Marker", "find_marker", "label_value", "roman_value"]
