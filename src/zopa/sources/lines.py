"""The lines of a text with their places, and what can be told from how they are set."""

from __future__ import annotations

import re
from dataclasses import dataclass

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\n|\r|\Z)")
_SENTENCE_END = ".!?…:;"
_CLOSING = "\"'”’»)]*_"
WRAP_WIDTH = 40
"""A line shorter than this is no full line of hard-wrapped text (wrapping is done at 60 to 80 characters)."""


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line without its newline and without the white space around it.

    Attributes:
        number: 1-based.
        start: first code point that is no white space (the line's start where all is white space).
        end: one past the last that is none.
        text: the characters between them.
        joined: True when no blank line stands between it and the line with text before it.
    """

    number: int
    start: int
    end: int
    text: str
    joined: bool

    @property
    def words(self) -> int:
        """How many words stand in it, parted by white space."""
        return len(self.text.split())


def split_lines(text: str) -> tuple[TextLine, ...]:
    """The lines of `text` that hold more than white space, in order; empty for an empty text."""
    lines: list[TextLine] = []
    joined = False
    for number, match in enumerate(_LINE.finditer(text), start=1):
        raw = match.group().rstrip("\r\n")
        stripped = raw.strip()
        if not stripped:
            joined = False
            continue
        start = match.start() + len(raw) - len(raw.lstrip())
        lines.append(TextLine(number, start, start + len(stripped), stripped, joined))
        joined = True
    return tuple(lines)


def ends_sentence(text: str) -> bool:
    """Whether `text` ends as a sentence does, closing quotation marks and brackets aside."""
    bare = text.rstrip().rstrip(_CLOSING)
    return bool(bare) and bare[-1] in _SENTENCE_END


def goes_on(line: TextLine, following: TextLine | None) -> bool:
    """Whether the sentence in `line` goes on in `following`: hard-wrapped text."""
    if following is None or not following.joined or ends_sentence(line.text):
        return False
    return following.text[0].islower() and len(line.text) >= WRAP_WIDTH and not _SMALL_NAME.match(following.text)


_SMALL_NAME = re.compile(r"[a-z]{1,12}(?:[A-Z]|\d|\.[a-z])\w*")  # "allAfrica", "bdnews24.com": a name that begins small


def inside_wrapping(lines: tuple[TextLine, ...], at: int) -> bool:
    """Whether line `at` is a piece of a hard-wrapped sentence, and so no line of its own."""
    line = lines[at]
    following = lines[at + 1] if at + 1 < len(lines) else None
    if goes_on(line, following):
        return True
    before = lines[at - 1] if at else None
    if before is None or not line.joined or len(before.text) < WRAP_WIDTH:
        return False
    return goes_on(before, line) or (not ends_sentence(before.text) and ends_sentence(line.text) and line.words > 1)
