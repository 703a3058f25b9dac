"""Markdown: the raw characters, with front matter, headings and signs of markup marked."""

from __future__ import annotations

import re
from bisect import bisect_right

from zopa.sources.encoding import decode_bytes, find_encoding_problems
from zopa.sources.extract import Extract, Reading
from zopa.sources.front_matter import read_front_matter
from zopa.sources.lines import split_lines
from zopa.sources.problems import tell_problem
from zopa.sources.reasons import BLOCK_QUOTE, FRONT_MATTER, HEADING, LINK_TARGET, LIST_ITEM, MARKUP, TITLE
from zopa.sources.types import Guess, Mark

_HEADING = re.compile(r"(?P<signs>#{1,6})[ \t].*")
_RULED = re.compile(r"(?:[-*_][ \t]*){3,}|={3,}|```.*|~~~.*|(?=[ \t:|-]*---)[ \t:|-]+")
_REFERENCE = re.compile(r"\[(?!\^)[^\]]+\]:[ \t]+\S+.*")
_IMAGE_LINE = re.compile(r"!\[[^\]]*\]\([^)]*\)")
_TARGET = re.compile(r"(?<=\])\((?:[^()\s]|\([^()\s]*\))+(?:[ \t]+\"[^\"]*\")?\)")
_EMPHASIS = re.compile(
    r"\*{2,3}|__(?=\S)|(?<=\S)__|(?<![\w*])\*(?=[^\s*])|(?<=[^\s*])\*(?![\w*])|(?<!\w)_(?=[^\W_]|[\"“‘'«„])|(?<=[^\s_])_(?!\w)|`+"
)
_LINKED = re.compile(  # the brackets round the words of a link; the mark of a note
    r"\[(?=[^\[\]\n]{0,300}\]\()|(?<!\\)\](?=\()|\[\^[^\]\s]{1,20}\](?!:)"
)
_ITEM = re.compile(r"(?:[-*+]|\d{1,3}[.)])[ \t]+\S")
_QUOTE_SIGN = re.compile(r"^[ \t]*(?:>[ \t]?)+", re.MULTILINE)


def read_markdown(data: bytes, file: str) -> Reading:
    """The characters of a Markdown text as they stand.

    Args:
        data: the file's bytes.
        file: its path as given, for problems.

    Returns:
        The extract. Whole lines of markup are left out; signs inside a sentence (emphasis, the address behind a link)
        are only pointed at, since the sentence goes on around them. None and a problem when the bytes are no text.
    """
    decoded = decode_bytes(data)
    if decoded is None:
        message = "expected Markdown text, got bytes that are no text in any encoding known here."
        return None, (tell_problem("binary-file", file, message, "Save the file as UTF-8 text."),)
    text = decoded.text
    guesses, marks = read_front_matter(text)
    top = marks[0].end if marks else 0
    lines = _mark_lines(text, top)
    title = next((mark for mark in lines if mark.reason == TITLE), None)
    if title is not None:
        guesses.setdefault("title", _title_guess(text, title))
    inline = _mark_inline(text, top, [*marks, *lines])
    blocks = _mark_blocks(text, top)
    return Extract(text, decoded.encoding, (*marks, *lines, *inline, *blocks), guesses), find_encoding_problems(
        decoded, file
    )


def _mark_lines(text: str, top: int) -> list[Mark]:
    """Headings (the first of the highest rank is the title), rules, fences, references and comments."""
    marks = _find_comments(text, top)
    ranked: list[tuple[int, Mark]] = []
    for line in split_lines(text):
        if line.start < top:
            continue
        heading = _HEADING.fullmatch(line.text)
        if heading is not None:
            ranked.append((len(heading["signs"]), Mark(line.start, line.end, HEADING)))
        elif _REFERENCE.fullmatch(line.text):
            marks.append(Mark(line.start, line.end, LINK_TARGET))
        elif _RULED.fullmatch(line.text) or _IMAGE_LINE.fullmatch(line.text):
            marks.append(Mark(line.start, line.end, MARKUP))
    if ranked and ranked[0][0] == 1:
        ranked[0] = (1, Mark(ranked[0][1].start, ranked[0][1].end, TITLE))
    return sorted([*marks, *(mark for _, mark in ranked)])


def _mark_blocks(text: str, top: int) -> list[Mark]:
    """Block quotations (lines with ``>`` in front, and those that go on from them) and items of lists: pointed at."""
    marks: list[Mark] = []
    quoting = False
    for line in split_lines(text):
        if line.start < top:
            continue
        if _QUOTE_SIGN.match(line.text) or (quoting and line.joined and not _ITEM.match(line.text)):
            if quoting and marks and line.joined:
                marks[-1] = Mark(marks[-1].start, line.end, BLOCK_QUOTE, left_out=False)
            else:
                marks.append(Mark(line.start, line.end, BLOCK_QUOTE, left_out=False))
            quoting = True
            continue
        quoting = False
        if _ITEM.match(line.text):
            marks.append(Mark(line.start, line.end, LIST_ITEM, left_out=False))
    return marks


def _find_comments(text: str, top: int) -> list[Mark]:
    """Closed comments; one that is never closed is text."""
    marks: list[Mark] = []
    start = text.find("<!--", top)
    while start >= 0:
        end = text.find("-->", start + 4)
        if end < 0:
            break
        marks.append(Mark(start, end + 3, MARKUP))
        start = text.find("<!--", end + 3)
    return marks


def _title_guess(text: str, mark: Mark) -> Guess:
    raw = text[mark.start : mark.end]
    bare = raw.strip("# \t*_")
    start = mark.start + raw.find(bare)
    return Guess(bare, f"line {len(text[:start].splitlines())}, a heading of the first rank", start, start + len(bare))


def _mark_inline(text: str, top: int, taken: list[Mark]) -> list[Mark]:
    """Signs inside lines that no other mark holds: pointed at only."""
    found = [Mark(match.start(), match.end(), LINK_TARGET, left_out=False) for match in _TARGET.finditer(text, top)]
    targets = list(found)
    for pattern in (_EMPHASIS, _QUOTE_SIGN, _LINKED):
        found.extend(Mark(m.start(), m.end(), MARKUP, left_out=False) for m in pattern.finditer(text, top))
    covered = [*(mark for mark in taken if mark.reason != FRONT_MATTER or mark.end > top), *targets]
    inside = _Cover(covered)
    return [
        mark
        for mark in sorted(found)
        if mark.end > mark.start and (mark.reason == LINK_TARGET or mark.start not in inside)
    ]


class _Cover:
    """Whether a place lies in one of some spans: by halving, since a text may hold thousands of both."""

    def __init__(self, marks: list[Mark]) -> None:
        self._starts: list[int] = []
        self._reach: list[int] = []
        for mark in sorted(marks):
            self._starts.append(mark.start)
            self._reach.append(max(mark.end, self._reach[-1] if self._reach else 0))

    def __contains__(self, place: int) -> bool:
        at = bisect_right(self._starts, place) - 1
        return at >= 0 and place < self._reach[at]
