"""Days that are due, as lines: what, by when, in the words that lead to the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.excerpts import cut
from zopa.views.letters import label
from zopa.views.types import Line, Piece

if TYPE_CHECKING:
    from zopa.views.material import Material

_TELLING = 4  # words of a sentence that tell what is due; "8 August" in a list tells nothing


def build_deadlines(material: Material, most: int) -> list[Line]:
    """Days that are due, the earliest first, at most so many; empty where no text tells one."""
    lines: list[Line] = []
    dated = [d for d in material.talks.deadlines if d.date or d.told]  # "the deadline is looming" tells no day
    dated = [d for d in dated if len(d.passage.text.split()) >= _TELLING]
    for deadline in dated[:most]:
        day = f"{deadline.date.day} {deadline.date:%B %Y}: " if deadline.date else "No day given: "
        day = f"{deadline.told[:1].upper()}{deadline.told[1:]}: " if deadline.told else day
        source = material.letters[deadline.passage.source]
        told: tuple[Piece, ...] = (
            Piece(day),
            label(source, (deadline.passage,)),
            Piece(" "),
            cut(material, deadline.when or deadline.passage),
            Piece("."),
        )
        if deadline.kind == "meeting" and deadline.when is None:
            what = f"{day}{deadline.what[:1].upper()}{deadline.what[1:]} ("
            told = (Piece(what), label(source, (deadline.passage,)), Piece(")."))
        lines.append(Line(told, tag="deadline" if deadline.kind == "due" else "next date"))
    return lines
