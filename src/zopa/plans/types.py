"""A plan as numbered points, and what became of them in another version."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

Status = Literal["split", "merged", "changed", "moved", "same", "added", "dropped"]
ChangeKind = Literal["bracket", "negation", "modal", "date", "figure", "condition", "reference", "wording"]
Part = Literal["point", "heading", "preamble", "annex", "closing", "footnote"]
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point, or another part of a text: a heading, a paragraph of the preamble, an annex, a closing line.

    Attributes:
        number: its whole path ("4.2.b"); "¶3" for a paragraph without number.
        text: its words without number and heading; what stands in points under it is not among them.
        start, end: from the first to the last character of `text` in the document.
        part: what it is; the words of a text are in exactly one of them.
        heading: of the article or section that it stands in.
        within: number of the article that it stands in, "" where none is.
        spans: all that it owns, its number and signs too, in order; a page's header between two of them is no part of it.
    """

    number: str
    text: str
    start: int
    end: int
    part: Part = "point"
    heading: str = ""
    within: str = ""
    spans: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Plan:
    """A text cut into its parts.

    Attributes:
        points: the numbered points (paragraphs, where nothing is numbered), in order.
        parts: headings, preamble, annexes, footnotes and closing lines, in order.
        unplaced: spans of words that are in none of them, each with why.
        words: how many words the text has.
        placed: how many of them are in a point or part.
        numbered: whether anything has a number.
        options: "Option 1", "Alternative B": how many there are.
    """

    points: tuple[Point, ...]
    parts: tuple[Point, ...]
    unplaced: tuple[tuple[int, int, str], ...]
    words: int
    placed: int
    numbered: bool
    options: int = 0

    def numbers_at(self, starts: Sequence[int]) -> list[str]:
        """For each place in the text the number of the point or part that owns it, or of the last before it; "" before all."""
        begun = sorted((p.spans[0][0], p.number) for p in (*self.points, *self.parts) if p.spans)
        at = [bisect_right(begun, start, key=lambda one: one[0]) for start in starts]
        return [begun[n - 1][1] if n else "" for n in at]


@dataclass(frozen=True, slots=True)
class Bracket:
    """Words that are not agreed, and who holds them ("" where the text does not say)."""

    text: str
    holder: str = ""


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that differs between two versions of a point.

    `before` is "" for what was added, `after` is "" for what was dropped; `stronger` tells of a modal verb whether it binds more.
    """

    kind: ChangeKind
    before: str
    after: str
    holder: str = ""
    stronger: bool | None = None


@dataclass(frozen=True, slots=True)
class WordRun:
    """Words in a comparison of two texts: in both, only in the first (deleted) or only in the second (inserted)."""

    kind: Literal["same", "deleted", "inserted"]
    text: str


@dataclass(frozen=True, slots=True)
class RedlinePoint:
    """What became of one point, or of points that were split or merged.

    Attributes:
        status: by the precedence split, merged, changed, moved, same, added, dropped.
        a, b: the points in either version; one of them is empty for what was added or dropped.
        changes: what differs, the most telling first; empty for `moved` and `same`.
        runs: the texts word for word.
        share: how alike the texts are, 0 to 1; 1 where a person has set the pair.
        set_by_hand: a person has said that these belong together.
        whole: it stands for a whole article that moved; its words stand in the points of the article.
    """

    status: Status
    a: tuple[Point, ...]
    b: tuple[Point, ...]
    changes: tuple[Change, ...] = ()
    runs: tuple[WordRun, ...] = ()
    share: float = 0.0
    set_by_hand: bool = False
    whole: bool = False


@dataclass(frozen=True, slots=True)
class Redline:
    """Two versions compared, in the order of the second; what was dropped stands where it stood in the first.

    `points` are rows of numbered points, `parts` rows of headings, preamble, annexes and closing lines.
    """

    points: tuple[RedlinePoint, ...]
    a: tuple[Point, ...]
    b: tuple[Point, ...]
    parts: tuple[RedlinePoint, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict[str, str])
