"""Text that was decoded in the wrong encoding before it was saved: ``â€œ`` where ``“`` stood."""

from __future__ import annotations

import re
import unicodedata

_ENCODINGS = ("cp1252", "latin-1", "mac_roman", "cp1251")
_SURE = {"cp1252": 1, "latin-1": 1, "mac_roman": 1, "cp1251": 3}
"""By encoding: so many different places before it is told; Cyrillic capitals before a quotation mark may be words."""


def _shown(byte: int, encoding: str) -> str:
    """What a byte looks like in `encoding`; undefined ones as the control character that browsers show."""
    try:
        return bytes([byte]).decode(encoding)
    except UnicodeDecodeError:
        return chr(byte)


def _compile(encoding: str) -> tuple[re.Pattern[str], dict[str, int]]:
    table = {_shown(byte, encoding): byte for byte in range(0x80, 0x100)}
    follow = "[" + re.escape("".join(_shown(byte, encoding) for byte in range(0x80, 0xC0))) + "]"
    heads = {1: range(0xC2, 0xE0), 2: range(0xE0, 0xF0), 3: range(0xF0, 0xF5)}
    parts = [
        f"[{re.escape(''.join(_shown(byte, encoding) for byte in bytes_))}]{follow}{{{count}}}"
        for count, bytes_ in heads.items()
    ]
    return re.compile("|".join(parts)), table


_PATTERNS = {name: _compile(name) for name in _ENCODINGS}


def count_mojibake(text: str) -> tuple[int, str]:
    """How many places of `text` are UTF-8 read in another encoding, and the first; (0, "") where none is."""
    if text.isascii():
        return 0, ""
    for encoding in _ENCODINGS:
        pattern, table = _PATTERNS[encoding]
        found = [match.group() for match in pattern.finditer(text) if _stood_for(match.group(), table)]
        if len(found) >= _SURE[encoding] and (encoding != "cp1251" or len(set(found)) >= _SURE[encoding]):
            return len(found), found[0]
    return 0, ""


def _stood_for(seen: str, table: dict[str, int]) -> str:
    """The letter or punctuation mark that `seen` was; "" where it was none."""
    try:
        meant = bytes(table[char] for char in seen).decode("utf-8")
    except UnicodeDecodeError:
        return ""
    return meant if unicodedata.category(meant)[0] in "LP" or meant in "\u00a0£€°©®™" else ""
