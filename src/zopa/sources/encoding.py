"""Which characters the bytes of a text stand for."""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.sources.declared import DEFAULT_DECLARED, escaped_encoding, resolve_declared
from zopa.sources.mojibake import count_mojibake
from zopa.sources.plausibility import score_text
from zopa.sources.problems import tell_problem

if TYPE_CHECKING:
    from zopa.errors import Problem

_MARKED = (  # longest first: the UTF-32 mark starts with the UTF-16 one
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_LEGACY = (
    "cp1252", "cp1251", "koi8-r", "koi8-u", "cp1256", "cp1250", "iso-8859-2", "iso-8859-15", "cp866",
    "iso-8859-5", "cp1254", "cp1253", "cp1255", "cp1257", "euc_jp", "cp932", "gb18030", "euc_kr", "big5",
)  # fmt: skip
_BEYOND = re.compile(r"[^\x00-\x7f]")
_SAMPLE_BYTES = 60_000  # a few pages are enough to tell encodings apart
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_CONTROL_SHARE = 0.01  # more control bytes than this: no text (form feeds, tabs, escapes do not count)
_NUL_SHARE = 0.002  # a slip of a program leaves one or two zero bytes; a format that is no text has many
_MAX_NULS = 20
_MIN_WHOLE = 2  # characters of several bytes that are whole: chance does not make them in another encoding
_DAMAGE_SHARE = 0.5  # of the whole ones: so many places may be broken in what still counts as UTF-8


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the name of the encoding it came in, and whether the name is a guess or bytes were damaged."""

    text: str
    encoding: str
    guessed: bool = False
    damaged: int = 0


def decode_bytes(data: bytes, declared: str | None = None) -> Decoded | None:
    """The characters of `data`: byte-order mark, UTF-8, what the file declares, UTF-16, then legacy encodings.

    Args:
        data: the bytes of a file.
        declared: encoding that the file itself names (an HTML page), tried after UTF-8.

    Returns:
        The text without byte-order mark and with newlines as they stand; None when the bytes are no text.
    """
    for mark, encoding in _MARKED:
        if data.startswith(mark):
            return _decode_leniently(data[len(mark) :], encoding)
    wide = _decode_wide(data)
    if wide is not None:
        return wide
    if _is_binary(data):
        return None
    escaped = _decode_escaped(data)
    if escaped is not None:
        return escaped
    plain = _decode_strictly(data, "utf-8")
    return Decoded(plain, "utf-8") if plain is not None else _decode_other(data, declared)


def _decode_other(data: bytes, declared: str | None) -> Decoded | None:
    """What is no clean UTF-8. A declared older encoding is believed less than whole characters of UTF-8."""
    return _decode_damaged(data) or _decode_declared(data, declared) or _decode_legacy(data)


def find_encoding_problems(decoded: Decoded, file: str) -> tuple[Problem, ...]:
    """Notes on a guessed encoding and on damaged bytes; empty for clean UTF-8."""
    found: list[Problem] = []
    if decoded.guessed:
        message = f"expected UTF-8, got bytes that read best as {decoded.encoding}."
        cure = "If letters look wrong, save the file as UTF-8."
        found.append(tell_problem("encoding-guessed", file, message, cure, "note"))
    if decoded.damaged:
        message = f"expected {decoded.encoding} throughout, got {decoded.damaged} damaged place(s), shown as \ufffd."
        cure = "Save or download the file again."
        found.append(tell_problem("encoding-damaged", file, message, cure, "warning"))
    zeros = decoded.text.count("\0")
    if zeros:
        message = f"expected text, got {zeros} zero byte(s) in it: damage, or no text at all."
        found.append(tell_problem("encoding-damaged", file, message, "Save or download the file again.", "warning"))
    twice, example = count_mojibake(decoded.text)
    if twice:
        message = f"expected text, got {twice} place(s) that went through the wrong encoding once, such as {example!r}."
        cure = "Take the text from where it is whole; quotations with such marks are not found."
        found.append(tell_problem("encoding-twice", file, message, cure, "warning"))
    return tuple(found)


def _decode_strictly(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeDecodeError, LookupError):
        return None


def _decode_leniently(data: bytes, encoding: str) -> Decoded:
    text = data.decode(encoding, errors="replace")
    damaged = 0 if _decode_strictly(data, encoding) is not None else text.count("\ufffd")
    return Decoded(text, encoding, damaged=damaged)


def _is_binary(data: bytes) -> bool:
    sample = data[:_SAMPLE_BYTES]
    zeros = data.count(0)
    if zeros > max(2, min(_MAX_NULS, _NUL_SHARE * len(data))):
        return True
    return len(_CONTROL.findall(sample)) - sample.count(0) > max(2, _CONTROL_SHARE * len(sample))


def _decode_wide(data: bytes) -> Decoded | None:
    """UTF-16 without a byte-order mark: every second byte of Latin text is zero, of Cyrillic text four."""
    if len(data) < 4 or len(data) % 2 or b"\0" not in data:
        return None
    even, odd = data[0:_SAMPLE_BYTES:2], data[1:_SAMPLE_BYTES:2]
    for high, encoding in ((odd, "utf-16-le"), (even, "utf-16-be")):
        if len(set(high)) <= 4 and high.count(0) > len(high) // 20:  # spaces alone are a sixth of a text
            text = _decode_strictly(data, encoding)
            if text is not None and score_text(text) > 0:
                return Decoded(text, encoding, guessed=True)
    return None


def _decode_escaped(data: bytes) -> Decoded | None:
    """Text in seven bits whose own signs name the encoding: ISO-2022-JP, ISO-2022-KR, HZ."""
    encoding = escaped_encoding(data)
    text = None if encoding is None else _decode_strictly(data, encoding)
    return None if text is None or encoding is None else Decoded(text, encoding)


def _decode_declared(data: bytes, declared: str | None) -> Decoded | None:
    """What the file declares, as browsers understand the name; a few bytes that it does not know are damage."""
    encoding = None if declared is None else resolve_declared(declared)
    if encoding is None:
        return None
    text = _decode_strictly(data, encoding)
    if text is None and encoding == DEFAULT_DECLARED:
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") > max(1, _CONTROL_SHARE * len(text)):
            return None
    return None if text is None else Decoded(text, encoding, damaged=text.count("\ufffd"))


def _decode_damaged(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes, or cut off inside a character."""
    text = data.decode("utf-8", errors="replace")
    damaged = text.count("\ufffd")
    whole = len(_BEYOND.findall(text)) - damaged
    return Decoded(text, "utf-8", damaged=damaged) if whole >= _MIN_WHOLE and damaged <= _DAMAGE_SHARE * whole else None


def _decode_legacy(data: bytes) -> Decoded | None:
    """The legacy encoding in which the bytes make the most plausible words."""
    sample = data[:_SAMPLE_BYTES]
    best: tuple[float, str] | None = None
    for encoding in dict.fromkeys((*_LEGACY, *_candidates(sample))):
        text = _decode_strictly(sample, encoding)
        if text is None:
            continue
        score = score_text(text)
        if best is None or score > best[0] + 1e-9:  # the first of equals: the commoner encoding
            best = (score, encoding)
    if best is None or best[0] <= 0:
        return None
    text = data.decode(best[1], errors="replace")
    return Decoded(text, best[1], guessed=True, damaged=text.count("\ufffd"))


def _candidates(sample: bytes) -> tuple[str, ...]:
    """Encodings that charset-normalizer holds possible, beyond those always tried."""
    from charset_normalizer import from_bytes  # noqa: PLC0415 - slow to import and rarely needed

    return tuple(match.encoding for match in from_bytes(sample[:8_000]) if match.encoding not in {"ascii", "utf_8"})
