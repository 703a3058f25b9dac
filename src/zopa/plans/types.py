"""A plan as numbered points, and what became of them in another version."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Status = Literal["split", "merged", "changed", "moved", "same", "added", "dropped"]
ChangeKind = Literal["figure", "date", "modal", "negation", "condition", "bracket", "wording"]


@dataclass(frozen=True, slots=True)
class Point:
    """One numbered point: its number as printed, and its text without the number; `start` and `end` are those of the text."""

    number: str
    text: str
    start: int
    end: int


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
    """

    status: Status
    a: tuple[Point, ...]
    b: tuple[Point, ...]
    changes: tuple[Change, ...] = ()
    runs: tuple[WordRun, ...] = ()
    share: float = 0.0
    set_by_hand: bool = False


@dataclass(frozen=True, slots=True)
class Redline:
    """Two versions compared, in the order of the second; what was dropped stands where it stood in the first."""

    points: tuple[RedlinePoint, ...]
    a: tuple[Point, ...]
    b: tuple[Point, ...]
