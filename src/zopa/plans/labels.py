"""Labels that a line begins with: "Article 4", "Erster Abschnitt", "第三条"; and words that a text itself uses as labels.

The words are in ``labels.tsv``, plain text that a person may edit; its head says what the columns mean.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.plans.folding import MONTHS
from zopa.plans.lines import ends_there
from zopa.plans.tables import english_words, label_rows

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.plans.lines import PlanLine

RANKS = {"book": 0, "part": 1, "title": 2, "chapter": 3, "section": 4, "article": 6, "clause": 7, "option": 8}
"""Labels from the widest to the narrowest; a section stands above articles unless a text puts it below them."""
LEAD = r"(?P<lead>(?:[#>*_\-•][#>*_\-• \t]*+)?+(?P<bracket>[\[{]*+)[*_]*+)"
BIS = r"(?:[ ]?(?:bis|ter|quater|quinquies|sexies|septies|[Aa]lt\.?(?:[ ]?\d{1,2})?)\b)"
NTH = r"(?:\.?[ºª°]|er\b|re\b|ère\b|ª\b)"
"""What makes a figure an ordinal: "1er", "2º"."""
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_CANON = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_HAN = {c: n for n, c in enumerate("一二三四五六七八九", 1)} | {"〇": 0, "零": 0, "两": 2}
_EAST = {
    "条": "article", "條": "article", "조": "article", "章": "chapter", "장": "chapter", "节": "section", "節": "section", "절": "section",
    "编": "part", "編": "part", "部": "part", "편": "part", "款": "clause", "項": "clause", "项": "clause", "항": "clause", "号": "clause",
}  # fmt: skip
LONGEST = 300
"""Characters of a line in which its marker and the words that decide about it stand."""
_LEAST_GOOD = 0.8  # share of a learned label's lines that begin a paragraph
_LONG_RUN = 2  # steps from number to next number that a label needs which does not begin with one


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
        learned: its word is a label in this text only.
    """

    kind: str
    token: str
    readings: tuple[tuple[str, int], ...]
    length: int
    bracket: int = 0
    strong: bool = True
    word: str = ""
    parts: tuple[int, ...] = ()
    learned: bool = False


def _kinds() -> dict[str, str]:
    known = {*RANKS, "annex", "none"}
    named = {word: kind for kind, words in label_rows() if kind in known for word in words}
    return dict.fromkeys(MONTHS, "none") | named  # "May 1", "May 2" are days


def _ordered(kind: str) -> dict[str, int]:
    return {word: n for one, words in label_rows() if one == kind for n, word in enumerate(words, 1)}


_KINDS = _kinds()
_ORDINALS = _ordered("ordinal")
_COUNT = _ordered("count")
_TENS = ("twenty", "thirty", "forty")
_NUMBERS = _COUNT | _ORDINALS | {f"{t}{s}{w}": 10 * n + v for n, t in enumerate(_TENS, 2) for s in "- "
                                 for w, v in [*_COUNT.items(), *_ORDINALS.items()] if v < 10 and w.isascii()}  # fmt: skip


def _either(words: Sequence[str]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


ORDINAL = _either(list(_ORDINALS))
_NAMES = _either([word for word, kind in _KINDS.items() if kind != "none"])
_WORDED = rf"(?:the )?(?P<worded>{_either(list(_NUMBERS))})\b"
_FIGURES = (
    rf"\d{{1,4}}(?:[.\-]\d{{1,3}})*(?:{BIS}|[A-Za-z](?![^\W_]))?"
    rf"|[IVXLCDM]{{1,7}}(?![^\W_]){BIS}?|[ivxlcdm]{{1,7}}(?![^\W_])|[A-Za-z](?![^\W_])"
)
_ENDING = rf"{NTH}?(?P<close>[\])]?[*_]*[.:)\]*_]*(?:-(?=\s|$))?)(?=[\s–—\-(*_\[]|$|[.:])(?P<gap>[ \t\u00a0]*(?:[–—:\-]+[ \t]*)?[*_]*)"
_LABEL = re.compile(
    rf"{LEAD}(?P<word>{_NAMES})(?P<join>\.?[ \t\u00a0\-–(]*)(?P<number>{_FIGURES}|{_WORDED}){_ENDING}", re.IGNORECASE
)
_INNER = re.compile(r"\((?P<number>\d{1,2}|[a-z]{1,2})\)[.:]?[ \t\u00a0]+(?=[^\W\d_a-z])")
"""Behind a label that is printed again with each of its paragraphs: "Article I (2) The ..."."""
_REVERSED = re.compile(
    rf"{LEAD}(?P<number>{ORDINAL}|\d{{1,3}}(?=\.)|[IVXLC]{{1,7}}(?=\.))\.?[ \t\u00a0](?P<word>{_NAMES})(?:[ \t]?[.:–—-]+[ \t]+|[*_.]*$)",
    re.IGNORECASE,
)
_WIDE = _either(
    [
        w
        for w, kind in _KINDS.items()
        if kind in {"book", "part", "title", "chapter", "section"} and w not in english_words()
    ]
)
_REVERSED_TITLE = re.compile(
    rf"{LEAD}(?P<number>{ORDINAL}|\d{{1,3}}(?=\.)|[IVXLC]{{1,7}}(?=\.))\.?[ \t\u00a0](?P<word>{_WIDE})[ \t\u00a0]+"
    r"(?=[^\W\d_])(?=.{1,80}$)(?!.*[.;,:]$)",
    re.IGNORECASE,
)
"""The same with a title behind it: never in English, where "1. Title to goods" begins a sentence."""
_BARE_ANNEX = re.compile(
    rf"{LEAD}(?P<word>{_either([word for word, kind in _KINDS.items() if kind == 'annex' and len(word) > 2])})"
    r"(?P<close>[*_]*\s*(?::|[–—-](?=\s)|$)[*_]*)(?P<gap>[ \t]*)",
    re.IGNORECASE,
)
_EASTERN = re.compile(
    rf"(?P<lead>(?P<bracket>\[*)[#*]*)[第제][ \u3000]?(?P<number>[一二三四五六七八九十百〇零两]+|\d+)[ \u3000]?(?P<word>[{''.join(_EAST)}])"
    rf"(?P<bis>의\d+|之[一二三四五六七八九])?(?P<gap>[：:、.\s*]*)"
)
_LEARNED = re.compile(
    rf"{LEAD}(?P<word>[^\W\d_][^\W\d_'’-]{{1,20}}(?: [^\W\d_][^\W\d_'’-]{{0,20}}){{0,2}}?)(?P<join>\.?[ \t\u00a0]?)"
    rf"(?P<number>[A-Z]?\d{{1,4}}(?:[.\-:/]\d{{1,3}})*(?:{BIS}|[a-z]?(?![^\W_]))|[IVXLC]{{1,7}}(?![^\W_])|[A-Z](?![^\W_])|{_WORDED}){_ENDING}",
    re.IGNORECASE,
)
_BEHIND = re.compile(r"(?P<lead>(?P<bracket>\[*))(?P<number>\d{1,3})\.? (?P<word>[^\W\d_]{2,20})$")


def find_label(line: str) -> Marker | None:
    """The label at the start of a line; None where it begins with something else."""
    line = line[:LONGEST]
    return _label(line) or _reversed(line) or _eastern(line)


def find_learned(line: str, learned: Mapping[str, str]) -> Marker | None:
    """The label at the start of a line whose word this text alone uses so; `learned` gives kinds by word."""
    if not learned:
        return None
    line = line[:LONGEST]
    match = _learnable(line)
    if match is None or match["word"].lower() not in learned or not _stands(line, match):
        return None
    kind, number = learned[match["word"].lower()], match["number"]
    tail = line[match.end() :]
    gap = match.groupdict().get("gap") or ""
    close = (match.groupdict().get("close") or "").strip("*_")
    return Marker(kind, _token(number), ((kind, _last_value(number)),), match.end() - gap.endswith("["), len(match["bracket"]),
                  bool(close) or not tail.strip(), match["word"], learned=True)  # fmt: skip


def learn_labels(lines: Sequence[PlanLine], markers: Sequence[Marker | None]) -> dict[str, str]:
    """Words that the text puts before numbers which count on, at the start of paragraphs: {"phase": "clause"}.

    A word is learned where its numbers begin with one and go on, or go on for three, and nearly all its lines begin a
    paragraph. They are articles where the text has none and nothing before them is numbered; chapters where articles
    stand between them; else they stand below.
    """
    seen: dict[str, list[tuple[int, int]]] = defaultdict(list)
    bad: dict[str, int] = defaultdict(int)
    for n, line in enumerate(lines):
        text = line.text[:LONGEST]
        match = _learnable(text) if markers[n] is None else None
        if match is None or (match["word"].lower() in _KINDS and match.re is _LEARNED):
            continue
        word = match["word"].lower()
        if _stands(text, match) and (
            not n or line.after_blank or ends_there(lines[n - 1].text) or not text[match.end() :]
        ):
            seen[word].append((n, _last_value(match["number"])))
        else:
            bad[word] += 1
    found: dict[str, str] = {}
    for word, some in seen.items():
        values = [value for _, value in some]
        steps = sum(b == a + 1 for a, b in pairwise(values))
        if (
            steps >= (1 if values[0] == 1 else _LONG_RUN)
            and steps * 2 >= len(some) - 1
            and len(some) >= _LEAST_GOOD * (len(some) + bad[word])
        ):
            at = [n for n, _ in some]
            found[word] = _place(at, markers, alone=all(_is_alone(lines[n].text) for n in at))
    return found


def _is_alone(line: str) -> bool:
    match = _learnable(line[:LONGEST])
    return match is not None and match.end() == len(line)


def _place(at: Sequence[int], markers: Sequence[Marker | None], *, alone: bool) -> str:
    """Kind of a learned label whose lines are given, by what stands between them and before them, and in them beside it."""
    articles = [n for n, marker in enumerate(markers) if marker is not None and marker.kind == "article"]
    if articles:
        if at[0] > articles[-1] and alone:
            return "chapter"  # amendments, protocols: what stands behind the articles
        between = sum(any(a < n < b for n in articles) for a, b in pairwise(at))
        return "chapter" if between * 2 > len(at) - 1 else "clause"
    before = any(
        m is not None and m.kind == "number" and m.strong and m.readings[0][0] == "1." for m in markers[: at[0]]
    )
    return "clause" if before else "article"


def _learnable(line: str) -> re.Match[str] | None:
    match = _LEARNED.match(line) or _BEHIND.match(line)
    if match is None:
        return None
    first = match["word"][0]
    return None if first.islower() and match.re is _LEARNED else match


def _stands(line: str, match: re.Match[str]) -> bool:
    """Whether what looks like a label can be one by what stands behind it."""
    tail = line[match.end() :]
    close = (match.groupdict().get("close") or "").strip("*_")
    number = match["number"]
    if number.isalpha() and number.islower() and tail and not close:
        return False
    if tail and (tail[0].islower() or tail[0] in ",;%)") and not close:
        return False
    return not re.search(r"(?:\.{3,}|…|\t|\s{3,})\s*\d+$", tail)  # a line of a table of contents


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
    number, worded = match["number"], match["worded"]
    small = number.isalpha() and number.islower()
    if (
        small
        and not (worded and (not tail or match["close"] or tail[0].isupper()))
        and (kind not in {"option", "annex"} or "(" not in match["join"])
    ):
        return None
    if tail and (tail[0].islower() or tail[0] in ",;") and not match["close"]:
        return None
    if re.match(r"\((?:\d+|[a-z]{1,2})\)[\s,]*(?:[a-z,]|$)", tail):
        return None  # "Section 9(a) of": a reference
    if re.search(r"(?:\.{3,}|…|\t|\s{3,})\s*\d+$", tail):
        return None  # a line of a table of contents
    length = match.end() - (1 if match["gap"].endswith("[") else 0)
    token, value = _token(number), label_value(_token(number))
    inner = _INNER.match(tail) if kind in {"article", "section", "clause"} else None
    if inner is not None and inner["number"] not in {
        "1",
        "a",
        "i",
    }:  # the first one opens a list of its own below the label
        token, length = f"{token}.{inner['number']}", length + inner.end()
    return Marker(kind, token, ((kind, value),), length, len(match["bracket"]),
                  bool(match["close"].strip("*_")) or not tail.strip(), match["word"])  # fmt: skip


def _reversed(line: str) -> Marker | None:
    """ "Erster Abschnitt", "2. Kapitel": the number stands before the word."""
    match = _REVERSED.match(line) or _REVERSED_TITLE.match(line)
    if match is None or match["number"][0].islower():
        return None
    if match.re is _REVERSED_TITLE and line[match.end()].islower():
        return None
    if match["word"][0].islower() and match.end() < len(line):
        return None
    kind, token = _KINDS[match["word"].lower()], match["number"]
    return Marker(kind, token, ((kind, label_value(token)),), match.end(), len(match["bracket"]), word=match["word"])


def _eastern(line: str) -> Marker | None:
    match = _EASTERN.match(line)
    if match is None:
        return None
    kind = _EAST[match["word"]]
    value = label_value(match["number"])
    token = f"{value or match['number']}{match['bis'] or ''}"
    return Marker(kind, token, ((kind, value),), match.end(), len(match["bracket"]), word=match["word"])


def _token(number: str) -> str:
    """The number without the article before a number word."""
    return number[4:] if number[:4].lower() == "the " else number


def _last_value(number: str) -> int:
    """Value of the last part of a number such as A5.2."""
    parts = re.findall(r"\d+", number)
    return int(parts[-1]) if parts else label_value(_token(number))


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
    if low in _NUMBERS:
        return _NUMBERS[low]
    if len(low) == 1 and "a" <= low <= "z" and low not in "ivx":  # article C follows article B
        return ord(low) - 96
    return roman_value(low) or han_value(token)


def han_value(text: str) -> int:
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
