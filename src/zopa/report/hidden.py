"""Hidden characters: those that a screen would obey instead of showing.

A document may hold terminal escapes, controls, bidirectional overrides and zero-width characters. All renderers show
them as text: C0 controls as their pictures (␛, ␇), the others by number (‹U+202E›). Newline and tab stay. Marks that
belong to a script's spelling stay where they stand beside its letters (the zero-width non-joiner of Persian, the joiner
of emoji, direction marks in Arabic and Hebrew).
"""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

# Letters whose spelling uses joiners and direction marks: Hebrew to Arabic, Indic to Burmese, Khmer, presentation
# forms; and emoji with their variation selector.
_SPELT = "\u0590-\u08ff\u0900-\u109f\u1780-\u17ff\ufb1d-\ufdff\ufe70-\ufefc\u2600-\u27bf\ufe0f\U0001f000-\U0001faff"
_JOINERS = "\u061c\u200c-\u200f"
_ALWAYS = (
    "\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f"  # C0 less tab, newline and return; delete; C1
    "\u00ad\u180e\u200b\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"  # soft hyphen, zero width, separators, bidi
    "\ud800-\udfff"  # lone surrogates, which no file can hold
    "\U000e0000-\U000e007f"  # tags: invisible ASCII
)
_HIDDEN = re.compile(f"\r|[{_ALWAYS}]|(?<![{_SPELT}])[{_JOINERS}](?![{_SPELT}])")


def visible(text: str) -> str:
    """`text` with every hidden character shown; a return before a newline is dropped, newlines and tabs stay."""
    return _HIDDEN.sub(_show, text)


def visible_slices(text: str, cuts: Sequence[int]) -> Iterator[str]:
    """The visible text between each two neighbouring `cuts`; joined over the whole text, they are ``visible(text)``.

    What a character looks like depends on its neighbours, so the slices are shown as part of the whole.
    """
    shown = {match.start(): _show(match) for match in _HIDDEN.finditer(text)}
    for start, end in pairwise(cuts):
        yield "".join(shown.get(at, text[at]) for at in range(start, end)) if shown else text[start:end]


def _show(match: re.Match[str]) -> str:
    char = match[0]
    if char == "\r" and match.string.startswith("\n", match.end()):
        return ""
    code = ord(char)
    if code < 0x20:
        return chr(0x2400 + code)  # the block of control pictures
    return "\u2421" if code == 0x7F else f"‹U+{code:04X}›"


def one_line(text: str) -> str:
    """`text` on one line: visible, every run of white space one space."""
    return " ".join(visible(text).split())
