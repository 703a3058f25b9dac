"""What the accounts themselves name as what divides the sides, as lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.excerpts import sentence_key
from zopa.views.letters import balanced, label
from zopa.views.types import Line, Piece
from zopa.views.wants import short_name

if TYPE_CHECKING:
    from collections.abc import Collection

    from zopa.views.material import Material

_WORDS = 40  # of a sentence that is shown whole; of a longer one its clause


def build_sticking_points(material: Material, shown: Collection[tuple[str, int]], limit: int) -> list[Line]:
    """ "Sticking point (A, C, says Brod): “the talks broke down over pay”"; none whose sentence another line shows already."""
    lines: list[Line] = []
    for point in material.talks.sticking:
        first = point.points[0]
        if sentence_key(material, first.passage) in shown:
            continue
        head = [Piece("Sticking point (")]
        for k, source in enumerate(dict.fromkeys(p.passage.source for p in point.points)):
            passages = tuple(p.passage for p in point.points if p.passage.source == source)
            head += [Piece(", ")] * (k > 0) + [label(material.letters[source], passages)]
        told = first.passage if len(first.passage.text.split()) <= _WORDS else first.core
        name = short_name(material, first.says) if first.says and first.says[0].isalpha() else ""
        says = f", says {name}" if name and name not in told.text else ""
        quote = Piece(balanced(" ".join(told.text.split()).rstrip(" .,")), (told,), "quote")
        lines.append(Line((*head, Piece(f"{says}): "), quote, Piece(".")), tag="sticking"))
    return lines[:limit]
