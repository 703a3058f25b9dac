"""A sentence cut into words and marks as the trees that the tagger learnt from cut them (universal dependencies, English)."""

from __future__ import annotations

import re

UNSEEN = "\x00\u200b\u200c\u200d\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
_NOTHING = dict.fromkeys(map(ord, UNSEEN))
_PIECE = re.compile(
    r"(?:[A-Za-z]\.){2,}(?:[A-Za-z]\b)?"  # U.S., a.m.
    r"|\d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s|bn|m|k|am|pm)?\b"
    rf"|[^\W\d_](?:[\w{UNSEEN}]|['’](?=\w)|\.(?=[a-z]{{2,3}}\b))*"
    r"|\d+\w*"
    r"|\.{2,}|…|--+"
    r"|\S"
)
# Endings that are words of their own: not, be, have, will, would, and the possessive.
_ENDING = re.compile(r"(?i)(n['’]t|['’](?:s|re|ve|ll|d|m))$")
_WHOLE_BEFORE_HYPHEN = frozenset(
    "co e non anti re ex pre al el ar as ash ad an pro neo sub ultra trans post semi quasi pan de bin ibn".split()
)
_ABBREVIATED = frozenset(
    "mr mrs ms dr prof gen lt col maj sgt capt adm sen rep gov st rev hon jr sr inc ltd co corp bros jan feb mar apr jun jul aug sep sept "
    "oct nov dec no vs etc".split()
)


def seen(text: str) -> str:
    """`text` without the characters that nobody sees (soft hyphens, marks of direction, zero-width spaces)."""
    return text if text.isascii() and "\x00" not in text else text.translate(_NOTHING)


def split_words(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Spans of the words and marks of ``text[start:end]``, in order; invisible characters belong to none."""
    spans: list[tuple[int, int]] = []
    for match in _PIECE.finditer(text, start, end):
        a, b = match.span()
        if text[a] in UNSEEN:
            continue
        while text[b - 1] in UNSEEN:
            b -= 1
        spans.extend(_cut(text, a, b))
    return _joined(text, spans)


def _cut(text: str, a: int, b: int) -> list[tuple[int, int]]:
    """A piece without its ending ("do", "n't"; "can", "not")."""
    word = text[a:b]
    if word.lower() == "cannot":
        return [(a, a + 3), (a + 3, b)]
    ending = _ENDING.search(word)
    if ending and ending.start() > 0 and not word[0].isdigit():
        return [(a, a + ending.start()), (a + ending.start(), b)]
    return [(a, b)]


def _joined(text: str, spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The pieces, names and words with a bound first part joined over their hyphen, abbreviations with their dot."""
    made: list[tuple[int, int]] = []
    at = 0
    while at < len(spans):
        a, b = spans[at]
        if (
            made
            and text[a:b] in "-‑"
            and made[-1][1] == a
            and at + 1 < len(spans)
            and spans[at + 1][0] == b
            and _binds(text[slice(*made[-1])], text[slice(*spans[at + 1])])
        ):
            made[-1] = (made[-1][0], spans[at + 1][1])
            at += 2
            continue
        if (
            made
            and text[a:b] == "."
            and made[-1][1] == a
            and _is_short(text[slice(*made[-1])], last=at + 1 == len(spans))
        ):
            made[-1] = (made[-1][0], b)
        else:
            made.append((a, b))
        at += 1
    return made


def _binds(before: str, after: str) -> bool:
    """True where a hyphen does not part: "co-founder", "Min-Woo", "al-Ansari"; "four-day" and "US-led" are three pieces each."""
    if not before[-1].isalpha() or not after[0].isalpha():
        return False
    return before.lower() in _WHOLE_BEFORE_HYPHEN or (
        before[0].isupper() and after[0].isupper() and not before.isupper() and not after.isupper()
    )


def _is_short(word: str, *, last: bool) -> bool:
    return word.lower() in _ABBREVIATED or (len(word) == 1 and word.isupper() and not last)
