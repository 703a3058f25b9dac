"""Names of encodings that a file itself gives, and what they stand for."""

from __future__ import annotations

import codecs
import re

DEFAULT_DECLARED = "cp1252"
"""What browsers read a page as that declares Latin-1 or ASCII (WHATWG Encoding Standard, section 4.2)."""

_MEANT = {
    "ascii": "cp1252", "iso8859-1": "cp1252", "iso8859-9": "cp1254", "iso8859-11": "cp874", "tis-620": "cp874",
    "gb2312": "gb18030", "gbk": "gb18030", "hz": "hz", "shift_jis": "cp932", "euc_kr": "cp949", "big5": "big5hkscs",
}  # fmt: skip
"""By the same standard: names that stand for a larger set of characters than they say."""
_NO_TEXT = frozenset(
    {"unicode-escape", "raw-unicode-escape", "idna", "punycode", "undefined", "utf-7", "mbcs", "oem", "utf-16", "utf-32",
     "utf-16-le", "utf-16-be", "utf-32-le", "utf-32-be"}
)  # fmt: skip
"""Codecs that are no encoding of a page, or that a page in one-byte letters can only declare by mistake."""
_ESCAPES = (
    (re.compile(rb"\x1b\$[@B]|\x1b\(J"), "iso2022_jp"),
    (re.compile(rb"\x1b\$\([DO]|\x1b\$A"), "iso2022_jp_2"),
    (re.compile(rb"\x1b\$\)C"), "iso2022_kr"),
    (re.compile(rb"~\{[!-w][!-~][!-~]*~\}"), "hz"),
)
_SEVEN_BITS = re.compile(rb"[\x80-\xff]")
_LOOK_BYTES = 2_000_000


def resolve_declared(name: str) -> str | None:
    """The codec for a declared name; None where it names none, or one that cannot be meant."""
    try:
        known = codecs.lookup(name.strip()).name
    except (LookupError, ValueError, UnicodeError):
        return None
    if known.replace("_", "-") in _NO_TEXT or not getattr(codecs.lookup(known), "_is_text_encoding", True):
        return None
    return _MEANT.get(known, known)


def escaped_encoding(data: bytes) -> str | None:
    """The encoding that switches of seven-bit text name; None where there are none."""
    look = data[:_LOOK_BYTES]
    if _SEVEN_BITS.search(look):
        return None
    return next((name for pattern, name in _ESCAPES if pattern.search(look)), None)
