"""One spelling for what means the same: figures, dates, signs, and references that only follow new numbers."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.plans.tables import label_rows

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTHS: tuple[str, ...] = tuple(
    "january february march april may june july august september october november december".split()
)
_MONTH = "|".join(MONTHS)
_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "mn": 1_000_000,
}
_VALUES = {word: n for n, word in enumerate(_SMALL)} | {word: 10 * n for n, word in enumerate(_TENS, 2)}
NUMBER_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_SCALE = "|".join(_SCALES)
_WORDS = re.compile(rf"\b(?:{NUMBER_WORD})\b(?:(?:[ -]|,? and )(?:{NUMBER_WORD}|hundred|thousand|million|billion)\b)*")
_SCALED = re.compile(rf"(?<!\d)(\d++(?:\.\d++)?) ?({_SCALE})\b")
_GROUPED = re.compile(r"(?<!\d)\d{1,3}(?:[,'\u2009 ]\d{3})+(?!\d)(?!\.\d{3})")
_PERCENT = re.compile(r"(\d) ?(?:percent\b|per cent\b|per centum\b|%|v\.h\.)")
_DAY_FIRST = re.compile(rf"\b(?:the )?(\d{{1,2}})(?:st|nd|rd|th)?(?: day)?(?: of)? ({_MONTH}),? (\d{{4}})\b")
_MONTH_FIRST = re.compile(rf"\b({_MONTH}) (\d{{1,2}})(?:st|nd|rd|th)?,? (\d{{4}})\b")
_DASHES = re.compile(r"[‐‑‒–—―−]")
_QUOTES = re.compile(r"[\"“”„‟«»‘’‚‛`´]")
_NUM = r"(?:\d+(?:\.\d+)*(?:bis|ter)?[a-z]?(?![\w%])|[IVX]{1,6}(?!\w)|(?=\())(?:\([a-z0-9]{1,5}\))*"
_STEMMED = 5  # letters from which a word may have another ending: "статья", "статье"
_KINDS = ("title", "chapter", "section", "article", "clause", "annex")
_FOREIGN = "|".join(
    sorted(
        {
            rf"{re.escape(word[:-1])}\w{{0,4}}" if len(word) >= _STEMMED else re.escape(word)
            for kind, words in label_rows() if kind in _KINDS
            for word in words if kind == "article" or not word.isascii()
        } - {re.escape("§")}, key=len, reverse=True,
    )
)  # fmt: skip
_REFERENCE = re.compile(
    rf"(?:\b(?:articles?|arts?\.|paragraphs?|paras?\.?|subparagraphs?|sub-paragraphs?|points?|sections?|clauses?|rules?|items?|annex(?:es)?"
    rf"|chapters?|parts?|principles?|regulations?|options?|{_FOREIGN})|§§?)\s*(?P<numbers>{_NUM}(?:\s*(?:,\s*(?:and|or)|,|and|or|to|through|–|-)\s+{_NUM})*)",
    re.IGNORECASE,
)
_EACH = re.compile(_NUM, re.IGNORECASE)


def plain_words(text: str) -> str:
    """The text with one kind of space, dash and quotation mark, lower case, for telling whether two are the same."""
    folded = _DASHES.sub("-", _QUOTES.sub("'", text))
    return re.sub(r"[;,] and$", "", " ".join(re.sub(r"[*_#>\\]+", "", folded).split()).lower().strip(" .;:,"))


@lru_cache(maxsize=8192)
def fold(text: str) -> str:
    """The words with every figure and date in one spelling: "five per cent" and "5 %" are the same, and no sign counts."""
    words = plain_words(unicodedata.normalize("NFKC", text))
    words = _WORDS.sub(lambda m: str(_value(m.group())), words)
    words = _GROUPED.sub(lambda m: re.sub(r"\D", "", m.group()), words)
    for _ in "ab":  # "six hundred thousand" has two of them
        words = _SCALED.sub(lambda m: f"{float(m[1]) * _SCALES[m[2]]:.10g}".replace("e+", "e"), words)
    words = _PERCENT.sub(r"\1%", words)
    words = _DAY_FIRST.sub(lambda m: _iso(m[3], m[2], m[1]), words)
    words = _MONTH_FIRST.sub(lambda m: _iso(m[3], m[1], m[2]), words)
    return " ".join(re.sub(r"([$€£¥]) ", r"\1", words).split())


def _iso(year: str, month: str, day: str) -> str:
    return f"{year}-{MONTHS.index(month) + 1:02}-{int(day):02}"


def _value(words: str) -> str:
    """Number words as figures; words that only stand beside each other ("two, three") stay apart."""
    total, current, before = 0, 0, ""
    for word in re.findall(r"[a-z]+", words):
        if word == "and":
            continue
        if word in _SCALES:
            current = max(1, current) * _SCALES[word]
            if word != "hundred":
                total, current = total + current, 0
        elif before and (before in _VALUES) and not (_VALUES[before] >= 20 and 0 < _VALUES[word] < 10):
            return words  # "two three": a list
        else:
            current += _VALUES[word]
        before = word
    return str(total + current)


def find_references(text: str) -> list[tuple[int, int]]:
    """Spans of the numbers in "Article 4", "paragraphs 1 and 2(b)", "§ 3"."""
    return [
        (start + each.start(), start + each.end())
        for match in _REFERENCE.finditer(text)
        for start in [match.start("numbers")]
        for each in _EACH.finditer(match["numbers"])
        if each.group()
    ]


def without_references(text: str) -> str:
    """The text without the numbers of what it refers to."""
    return _REFERENCE.sub(" ", text)


def follow_references(a: str, b: str, numbers: Mapping[str, str], within: str) -> str:
    """`a` with each reference as it stands in `b`, where it only follows a new number.

    Args:
        a: text of a point in the first version.
        b: text of the same point in the second.
        numbers: number in the first version -> number in the second, of points and articles.
        within: the article in which the point stands, "" for none.
    """
    if not numbers:
        return a
    left, right = find_references(a), find_references(b)
    new = [b[s:e] for s, e in right]
    old = [a[s:e] for s, e in left]
    if old == new:
        return a
    pieces: list[str] = []
    at = 0
    article = within
    for n, (start, end) in enumerate(left):
        own = a[start:end]
        wanted = [new[n]] if len(old) == len(new) else [w for w in new if w not in old] if own not in new else []
        found = next((w for w in wanted if w != own and w.lower() in _successors(own, numbers, (within, article))), own)
        if re.search(r"art(?:icle)?s?\.?\s*$", a[max(0, start - 10) : start], re.IGNORECASE):
            article = own
        pieces += [a[at:start], found]
        at = end
    return "".join((*pieces, a[at:]))


def _successors(own: str, numbers: Mapping[str, str], articles: tuple[str, ...]) -> set[str]:
    """What a reference may have become: "2(b)" and "2.b" are one number."""
    key = _key(own)
    found: set[str] = set()
    for lead in ("", *(f"{article}." for article in articles if article)):
        whole = numbers.get(f"{lead}{key}", numbers.get(f"{lead}{key}".upper()))
        if whole is None:
            continue
        tail = whole.split(".")
        depth = len(key.split("."))
        found |= {_shaped(whole, own), _shaped(".".join(tail[-depth:]), own)}
    return {w.lower() for w in found}


def _key(reference: str) -> str:
    return re.sub(r"\(", ".", reference.replace(")", "")).strip(".")


def _shaped(path: str, like: str) -> str:
    """A path in the spelling of a reference: 2.b as "2(b)" where that one has brackets."""
    if "(" not in like:
        return path
    head, *rest = path.split(".")
    first = f"({head})" if like.startswith("(") else head
    return first + "".join(f"({part})" for part in rest)
