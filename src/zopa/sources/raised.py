"""What is set raised beside a word or number: the mark of a note, a power, or letters that belong to the word."""

from __future__ import annotations

import re

NOTE, POWER, PLAIN = "note", "power", "plain"

_POWERS = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_NOTE_MARK = re.compile(r"[\[(]?\d{1,3}[\])]?|[*†‡§¶]{1,4}|[\[(][a-z][\])]")
_SEVERAL = re.compile(r"\s*[,;–-]\s*|\s+")  # "3, 4": marks of two notes
_UNIT = re.compile(
    r"(?<![^\W\d_])(?:[kcdhmµ]?m|ft|in|yd|mi|miles?|feet|inches|meters?|metres?|kilomet(?:er|re)s?|км|м|см)$"
)
_TEN = re.compile(r"[×x*·]\s?10$")
_WORD = re.compile(r"[a-zà-ÿ]{3}[.,;:!?”\"’)]?$")
_LOOK_BACK = 24  # characters: longer than any unit


def read_raised(before: str, raised: str) -> tuple[str, str]:
    """What raised text is.

    Args:
        before: what stands in front of it.
        raised: the raised text.

    Returns:
        Its kind and the text to show: a power with raised digits ("km²"), the mark of a note, or anything else, as it
        stands ("2nd").
    """
    bare = raised.strip()
    tail = before[-_LOOK_BACK:]
    if (
        bare.isascii()
        and bare.isdigit()
        and len(bare) <= 3
        and (_TEN.search(tail) or (bare in "23" and _UNIT.search(tail)))
    ):
        return POWER, raised.translate(_POWERS)
    if len(bare) == 1 and bare.islower() and _WORD.search(tail):
        return NOTE, bare  # "percent" and a raised a; "2e" and "XIVe" are ordinals
    parts = [part for part in _SEVERAL.split(bare) if part] if len(bare) <= 40 else []
    if parts and all(_NOTE_MARK.fullmatch(part) for part in parts):
        return NOTE, bare
    return PLAIN, raised
