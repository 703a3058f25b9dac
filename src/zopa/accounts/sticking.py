"""What the accounts themselves name as what divides the sides, joined over wordings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.sticking_rows import ROW_NAMES
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements import Record
    from zopa.statements.types import StickingPoint


@dataclass(frozen=True, slots=True)
class DividedOver:
    """One sticking point: what it is in the words of the account that names it most openly, and all who name it."""

    what: str
    points: tuple[StickingPoint, ...]


def join_sticking_points(records: Sequence[Record]) -> tuple[DividedOver, ...]:
    """Sticking points of all accounts, those that most accounts name first, then the most open words; empty where none is named.

    Two are one where most words of the shorter stand in the longer too ("posts", "posts in the executive").
    """
    told = sorted(
        (point for record in records for point in record.sticking_points),
        key=lambda p: (ROW_NAMES.index(p.kind), p.passage.source, p.passage.start),
    )
    groups: list[list[StickingPoint]] = []
    for point in told:
        home = next((g for g in groups if any(_is_one(other, point) for other in g)), None)
        if home is None:
            groups.append([point])
        else:
            home.append(point)
    groups.sort(key=lambda group: -len({point.passage.source for point in group}))
    return tuple(DividedOver(" ".join(group[0].what.text.split()), tuple(group)) for group in groups)


def _is_one(one: StickingPoint, two: StickingPoint) -> bool:
    a, b = _content(one), _content(two)
    return len(a & b) > min(len(a), len(b)) * _HALF


_HALF = 0.5


def _content(point: StickingPoint) -> set[str]:
    words = (word.strip(".,;:“”\"'’()").lower() for word in point.what.text.split())
    return {min(lemma(word), key=len) for word in words if len(word) > _SHORT and word not in words_of("question")}


_SHORT = 2  # letters
