"""A text with numbered points as `Point`s; what stands before the first number is its title and preamble."""

from __future__ import annotations

import re

from zopa.plans.types import Point

_HEAD = re.compile(
    r"^[ \t]*(?:[#>*_\-•]+[ \t]*)*(?:(?:point|article|art\.|item|paragraph|para|§|no\.?|пункт|стаття|статья)[ \t]*)?"
    r"[\[(]?(?P<number>\d{1,3}(?:\.\d{1,3})*)(?:[.):\]*_]+(?=\s|$)|[ \t]*[–—:\-](?=\s)|(?=[ \t]+[^\W\d_]))[*_]*[ \t]*",
    re.IGNORECASE | re.MULTILINE,
)
_LEAP = 12  # points that may be missing between two: a version may keep the numbers of what was cut


def parse_points(text: str) -> tuple[Point, ...]:
    """The numbered points of a text, in order; () where it has none.

    A line opens a point where its number follows the last one (some may be missing); ``4.1`` opens a point of its own under 4.
    Sub-items (letters, dashes) belong to their point. A markdown heading behind the last point ends it.
    """
    heads: list[tuple[str, int, int]] = []
    last: tuple[int, ...] = (0,)
    for match in _HEAD.finditer(text):
        number = tuple(int(part) for part in match["number"].split("."))
        if _follows(number, last):
            heads.append((match["number"], match.start(), match.end()))
            last = number
    points: list[Point] = []
    for n, (number, _, start) in enumerate(heads):
        end = heads[n + 1][1] if n + 1 < len(heads) else _close(text, start)
        body = text[start:end]
        lead = len(body) - len(body.lstrip())
        points.append(Point(number, body.strip(), start + lead, start + lead + len(body.strip())))
    return tuple(points)


def _follows(number: tuple[int, ...], last: tuple[int, ...]) -> bool:
    """Whether a number can be the next: one level at a time, upwards, never far ahead."""
    if len(number) == 1:
        return 0 < number[0] - last[0] <= _LEAP
    if number[:-1] == last[: len(number) - 1]:
        before = last[len(number) - 1] if len(last) >= len(number) else 0
        return 0 < number[-1] - before <= _LEAP
    return 0 < number[0] - last[0] <= _LEAP and all(part == 1 for part in number[1:])


def _close(text: str, start: int) -> int:
    """Where the last point ends: at a heading, a rule, or the end of the text."""
    match = re.compile(r"^(?:#{1,6} |-{3,}\s*$|\*{3,}\s*$|_{3,}\s*$)", re.MULTILINE).search(text, start)
    return match.start() if match else len(text)
