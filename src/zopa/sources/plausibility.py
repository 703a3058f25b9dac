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
_COMMON_SIGNS = frozenset(
    "的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说种面而方后多定行法所民得经"
    "이다는을에의가한고로하지서기도를은인사리어대자시해나일그아정부과수있라전보게제원으장했며주상말년국회관들만"
    "這為個國時來們對會發動說過後經開關於無與從實現將東兩長門見進間問題會議政府日本月"
)
"""The signs that make up half of running Chinese or Korean, and some of Japanese newspapers."""
_EASTERN = {"CJK": "EAST", "HIRAGANA": "EAST", "KATAKANA": "EAST", "KATAKANA-HIRAGANA": "EAST"}
_EAST_SCORES = {
    "HIRAGANA": 1.0,
    "KATAKANA": 1.0,
    "KATAKANA-HIRAGANA": 1.0,
    "HANGUL": 0.6,
    "CJK": 0.7,
    "IDEOGRAPHIC": 0.9,
}
_FOREIGN_WORD = 0.6  # more of a Latin word's letters beyond ASCII than this: letters of another script, misread
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
            return 1.0 if char in _COMMON_SIGNS else _EAST_SCORES.get(_script(char), 0.0)
        return 1.0 if char in common or char.lower() in common else 0.2
    if category[0] == "P" and _script(char) in {"IDEOGRAPHIC", "LEFT", "RIGHT", "FULLWIDTH"}:
        return 0.9
    return 0.5 if category in {"Mn", "Cf"} else -1.0


def _oddness(word: str) -> float:
    """Two scripts in a word, a capital after a small letter, or a Latin word of hardly any plain letter."""
    scripts = {_EASTERN.get(_script(char), _script(char)) for char in word}
    mixed = 1.5 if len(scripts) > 1 else 0.0
    turns = sum(a.islower() and b.isupper() for a, b in itertools.pairwise(word))
    shouting = 0.5 * len(word) if word.isupper() and len(word) > 3 else 0.0
    beyond = sum(char > "\x7f" for char in word) if scripts == {"LATIN"} and len(word) > 3 else 0
    foreign = 1.0 * beyond if beyond > _FOREIGN_WORD * len(word) else 0.0
    return mixed + 1.5 * turns + shouting + foreign


def _stands_apart(text: str, at: int) -> float:
    """A sign between two letters is a letter of another encoding, and a letter glued to a number is a sign of one."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if text[at].isalpha():
        return 1.0 if after.isdigit() and not before.isalpha() and _script(text[at]) in COMMON_LETTERS else 0.0
    if unicodedata.category(text[at])[0] not in "SN":
        return 0.0
    return 1.5 if before.isalpha() and after.isalpha() else 0.0
