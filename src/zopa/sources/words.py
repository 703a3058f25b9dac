"""The words of a text with their places: what repeats and overlaps are counted in."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zopa.sources.letters import fold_look_alikes

_WORD = re.compile(r"\w+(?:['’\u00ad\u200b-\u200d\u2060\ufeff]+\w+)*")
_FOLDED: dict[int, str | None] = {
    **dict.fromkeys((0xAD, *range(0x200B, 0x200E), 0x2060, 0xFEFF)),  # between letters: soft hyphens and the like
    **{ord(power): digit for power, digit in zip("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789", strict=True)},
}


@dataclass(frozen=True, slots=True)
class Words:
    """Words of one text, in order.

    Attributes:
        keys: each word in the form in which words are compared: case, look-alike letters and apostrophes folded.
        starts: first code point of each word.
        ends: one past its last.
    """

    keys: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def __len__(self) -> int:
        return len(self.keys)


def split_words(text: str, spans: tuple[tuple[int, int], ...] | None = None) -> Words:
    """The words of `text`, or of some spans of it.

    Args:
        text: any text.
        spans: where to look, in order; None for all of it.

    Returns:
        The words with places in `text`; empty where there is none.
    """
    folded = fold_look_alikes(text)
    found = [
        m for start, end in (((0, len(text)),) if spans is None else spans) for m in _WORD.finditer(folded, start, end)
    ]
    keys = tuple([_key(match.group()) for match in found])
    return Words(keys, tuple([match.start() for match in found]), tuple([match.end() for match in found]))


def _key(word: str) -> str:
    return (word if word.isascii() else word.replace("’", "'").translate(_FOLDED)).lower()
