"""What a line begins with: "Article 4", "(a)", "2.1", "iv)", a bullet, a row of a table, a footnote's sign."""

from __future__ import annotations

import re
from dataclasses import dataclass

RANKS = {"book": 0, "part": 1, "title": 2, "chapter": 3, "section": 4, "article": 6, "clause": 7, "option": 8}
"""Labels from the widest to the narrowest; a section stands above articles unless a text puts it below them."""
_KINDS = {
    "book": "book", "part": "part", "partie": "part", "parte": "part", "teil": "part", "частина": "part",
    "часть": "part", "title": "title",
    "titre": "title", "titel": "title", "título": "title", "titolo": "title", "chapter": "chapter", "chapitre": "chapter",
    "capítulo": "chapter", "capitolo": "chapter", "kapitel": "chapter", "глава": "chapter", "раздел": "chapter",
    "розділ": "chapter",
    "section": "section", "sección": "section", "sezione": "section", "abschnitt": "section", "subsection": "clause",
    "division": "section",
    "article": "article", "art": "article", "artikel": "article", "artículo": "article", "articulo": "article",
    "artigo": "article",
    "articolo": "article", "статья": "article", "стаття": "article", "rule": "article", "regulation": "article",
    "principle": "article", "§": "article", "clause": "clause", "point": "clause", "item": "clause",
    "paragraph": "clause", "para": "clause",
    "пункт": "clause", "option": "option", "alternative": "option", "variant": "option",
    "annex": "annex", "annexe": "annex", "anexo": "annex", "anhang": "annex", "appendix": "annex", "schedule": "annex",
    "attachment": "annex",
    "exhibit": "annex", "приложение": "annex", "додаток": "annex",
}  # fmt: skip
_COUNT = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty"
).split()
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
_LEAD = r"(?P<lead>(?:[#>*_\-•][#>*_\-• \t]*)?(?P<bracket>\[*)[*_]*)"
_BIS = r"(?:[ ]?(?:bis|ter|quater|quinquies|sexies|septies)\b)"
_LABEL = re.compile(
    rf"{_LEAD}(?P<word>{'|'.join(sorted(map(re.escape, _KINDS), key=len, reverse=True))})(?P<join>\.?[ \t\u00a0\-–(]*)"
    rf"(?P<number>\d{{1,4}}(?:[.\-]\d{{1,3}})*(?:{_BIS}|[A-Za-z](?![^\W_]))?|[IVXLCDM]{{1,7}}(?![^\W_]){_BIS}?|[ivxlcdm]{{1,7}}(?![^\W_])"
    rf"|[A-Za-z](?![^\W_])|(?:{'|'.join(sorted([*_COUNT, *_ORDINALS], key=len, reverse=True))})\b)"
    r"(?P<close>[\])]?[*_]*[.:)\]*_]*)(?=[\s–—\-(*_\[]|$|[.:])(?P<gap>[ \t\u00a0]*(?:[–—:\-]+[ \t]*)?[*_]*)",
    re.IGNORECASE,
)
_BARE_ANNEX = re.compile(
    rf"{_LEAD}(?P<word>annexe?|anexo|anhang|appendix|schedule)(?P<close>[*_]*\s*(?::|[–—-](?=\s)|$)[*_]*)(?P<gap>[ \t]*)",
    re.IGNORECASE,
)
_CHINESE = re.compile(
    r"(?P<lead>(?P<bracket>\[*))第(?P<number>[一二三四五六七八九十百〇零两\d]+)(?P<word>[条條章节節编編款])(?P<gap>[：:、.\s]*)"
)
_CHINESE_KINDS = {
    "条": "article",
    "條": "article",
    "章": "chapter",
    "节": "section",
    "節": "section",
    "编": "part",
    "編": "part",
    "款": "clause",
}
_NUMBER = re.compile(
    rf"{_LEAD}(?P<open>[(（]?)(?P<number>\d{{1,4}}(?:\.\d{{1,3}})*|[A-Z](?:\.\d{{1,3}})+(?=[.):\s])|[ivxlcdm]{{1,7}}(?![a-z])|[IVXLCDM]{{1,7}}(?![A-Z])"
    r"|(?P<twin>[a-z])(?P=twin)|[A-Za-z]|[一二三四五六七八九十]{1,3})"
    rf"(?P<bis>{_BIS}|[A-Z](?=[.)]))?(?P<close>\\?[.．][)]?|\\?[)）]|[:、]|[*_]+[.)]?|[ \t]+[–—-](?=[ \t])|)[*_]*"
    r"(?P<gap>[ \t\u00a0\u3000]*)"
)
_BULLET = re.compile(r"(?P<sign>[-–—•‣▪●◦·*+])(?P<gap>[ \t\u00a0]+)(?=\S)")
_FOOTNOTE = re.compile(r"(?P<sign>\[\^[\w-]+\]:|[¹²³⁴-⁹⁰]+|\\\*+)(?P<gap>[ \t]*)")
_LONGEST = 300  # characters of a line in which its marker and the words that decide about it stand
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_CANON = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_HAN = {c: n for n, c in enumerate("一二三四五六七八九", 1)} | {"〇": 0, "零": 0, "两": 2}


@dataclass(frozen=True, slots=True)
class Marker:
    """What a line begins with.

    Attributes:
        kind: a label ("article", "annex", ...), "number", "bullet", "row" or "footnote".
        token: the number as printed, without its signs.
        readings: (style, value) that it may be: "i" is roman 1 or the ninth letter.
        length: of the marker with its signs and the space behind it.
        bracket: how many square brackets stand open before the number; they belong to the words.
        strong: it has a sign of its own (a dot, a bracket), or stands alone on its line.
        word: the label's own word, as printed.
        parts: of a number such as 4.2.1, its figures.
    """

    kind: str
    token: str
    readings: tuple[tuple[str, int], ...]
    length: int
    bracket: int = 0
    strong: bool = True
    word: str = ""
    parts: tuple[int, ...] = ()


def find_marker(line: str) -> Marker | None:
    """The marker at the start of a line, None where it begins with words."""
    line = line[:_LONGEST]
    return _label(line) or _chinese(line) or _footnote(line) or _number(line) or _bullet(line)


def roman_value(text: str) -> int:
    """Value of a roman number in its usual spelling, 0 for any other letters."""
    if not text or not _CANON.fullmatch(text):
        return 0
    values = [_ROMAN[c] for c in text.lower()]
    return sum(-v if n + 1 < len(values) and v < values[n + 1] else v for n, v in enumerate(values))


def label_value(token: str) -> int:
    """Value of a label's number: digits, roman, a number word or a letter; 0 for none of them."""
    digits = re.match(r"\d+", token)
    if digits:
        return int(digits.group())
    low = token.lower()
    for words in (_COUNT, _ORDINALS):
        if low in words:
            return words.index(low) + 1
    return roman_value(low) or (ord(low) - 96 if len(low) == 1 and "a" <= low <= "z" else _han(token))


def _label(line: str) -> Marker | None:
    match = _LABEL.match(line)
    if match is None:
        bare = _BARE_ANNEX.match(line)
        if bare is None or not bare["word"][0].isupper():
            return None
        return Marker("annex", "", (("annex", 1),), bare.end(), len(bare["bracket"]), word=bare["word"])
    kind = _KINDS[match["word"].lower()]
    if match["word"][0].islower() or (match["word"].lower() != "§" and not match["join"]):
        return None
    tail = line[match.end() :]
    number = match["number"]
    if number.isalpha() and number.islower() and (kind not in {"option", "annex"} or "(" not in match["join"]):
        return None
    if tail and (tail[0].islower() or tail[0] in ",;") and not match["close"]:
        return None
    if re.match(r"\((?:\d+|[a-z]{1,2})\)[\s,]*(?:[a-z,]|$)", tail):
        return None  # "Section 9(a) of": a reference
    if re.search(r"(?:\.{3,}|…|\t|\s{3,})\s*\d+$", tail):
        return None  # a line of a table of contents
    length = match.end() - (1 if match["gap"].endswith("[") else 0)
    return Marker(kind, number, ((kind, label_value(number)),), length, len(match["bracket"]),
                  bool(match["close"].strip("*_")) or not tail.strip(), match["word"])  # fmt: skip


def _chinese(line: str) -> Marker | None:
    match = _CHINESE.match(line)
    if match is None:
        return None
    kind = _CHINESE_KINDS[match["word"]]
    value = label_value(match["number"])
    return Marker(
        kind, str(value or match["number"]), ((kind, value),), match.end(), len(match["bracket"]), word=match["word"]
    )


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
    return Marker(
        "number", number + (match["bis"] or "").strip(), readings, match.end(), len(match["bracket"]), strong, "", parts
    )


def _readings(token: str, sign: str) -> tuple[tuple[str, int], ...]:
    """What letters may mean: a roman number, a letter, a doubled letter, a Chinese number."""
    if token[0] in _HAN or token[0] == "十":
        return ((f"一{sign}", _han(token)),)
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


def _han(text: str) -> int:
    """Value of a Chinese number up to some hundreds; 0 for other signs."""
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total += (digit or 1) * (10 if char == "十" else 100)
            digit = 0
        elif char in _HAN:
            digit = digit * 10 + _HAN[char] if text.isdigit() else _HAN[char]
        else:
            return 0
    return total + digit
