"""How much a decoded text looks like words that people write: tells legacy encodings apart.

Text decoded in the wrong encoding betrays itself by capitals inside words, letters of two scripts in one word, signs
and control characters beside letters, and rare letters where common ones should stand.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from functools import lru_cache

COMMON_LETTERS = {
    "CYRILLIC": "оеаинтслвркдмупяіыьзбг",
    "ARABIC": "المينرتوبعدةسهفحكقأ",
    "GREEK": "αοιετσνηυρπκμλςάίήόέύώ",
    "HEBREW": "יוהלאתרבשמנםדח",
    "LATIN": "éèàùçêîôâûëïüöäßñáíóúãõåøæœłąęśżźćńěščřžýůďťőűășțğışİÖÄÜÉÀÇŁŚŻŠČŽ",
}
"""By script: the letters that make up most of its running text (for Latin: the accented ones in use)."""
TYPOGRAPHY = "“”‘’„‚«»‹›–—…•©®°№§€£\u00a0·¿¡²³½"
_WORD = re.compile(r"[^\W\d_]+")
_OUTSIDE = re.compile(r"[^\x00-\x7f]")


def score_text(text: str) -> float:
    """Between about -2 and 1: above 0 the text is plausible; 1 means every foreign character is a common one.

    Args:
        text: a few hundred characters or more, as decoded.

    Returns:
        Mean score of the characters beyond ASCII, less what odd words cost; 0.5 where there are none.
    """
    outside = _OUTSIDE.findall(text)
    if not outside:
        return 0.5
    total = sum(_score_char(char) for char in outside)
    odd = sum(_oddness(word) for word in _WORD.findall(text) if not word.isascii())
    apart = sum(_stands_apart(text, match.start()) for match in _OUTSIDE.finditer(text))
    return (total - odd - apart) / len(outside)


def script_of(char: str) -> str:
    """Name of the script of a letter as Unicode names it ("LATIN", "CYRILLIC"), "" for what has no name."""
    return _script(char)


@lru_cache(maxsize=4096)
def _script(char: str) -> str:
    return unicodedata.name(char, "").split(" ", 1)[0]


@lru_cache(maxsize=4096)
def _score_char(char: str) -> float:
    if char in TYPOGRAPHY:
        return 0.9  # a little less than a letter, so that words decide
    category = unicodedata.category(char)
    if category in {"Cc", "Co", "Cn", "Cs"}:
        return -3.0
    if category[0] == "L":
        common = COMMON_LETTERS.get(_script(char))
        if common is None:
            return 0.8 if _script(char) in {"CJK", "HIRAGANA", "KATAKANA", "HANGUL"} else 0.0
        return 1.0 if char in common or char.lower() in common else 0.2
    return 0.5 if category in {"Mn", "Cf"} else -1.0


def _oddness(word: str) -> float:
    """Two scripts in a word, or a capital after a small letter beyond ASCII, count as one wrong character each."""
    scripts = {_script(char) for char in word}
    mixed = 1.5 if len(scripts) > 1 else 0.0
    turns = sum(a.islower() and b.isupper() for a, b in itertools.pairwise(word))
    shouting = 0.5 * len(word) if word.isupper() and len(word) > 3 else 0.0
    return mixed + 1.5 * turns + shouting


def _stands_apart(text: str, at: int) -> float:
    """A sign such as a currency or a fraction between two letters is a letter of another encoding."""
    if unicodedata.category(text[at])[0] not in "SN" or not 0 < at < len(text) - 1:
        return 0.0
    return 1.5 if text[at - 1].isalpha() and text[at + 1].isalpha() else 0.0
