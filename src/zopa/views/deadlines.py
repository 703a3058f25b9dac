"""Days that are due, as lines: what, by when, in the words that lead to the day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of
from zopa.views.excerpts import cut
from zopa.views.letters import balanced, label
from zopa.views.types import Line, Piece

if TYPE_CHECKING:
    from zopa.accounts.deadlines import Deadline
    from zopa.views.material import Material

_BEFORE = 16  # words in front of a day that a line shows


def build_deadlines(material: Material, most: int) -> list[Line]:
    """Days that are due, the earliest first, at most so many; empty where no text tells one."""
    lines: list[Line] = []
    dated = [d for d in material.talks.deadlines if d.date or d.told]  # "the deadline is looming" tells no day
    for deadline in dated[:most]:
        day = f"{deadline.date.day} {deadline.date:%B %Y}: " if deadline.date else "No day given: "
        day = f"{deadline.told[:1].upper()}{deadline.told[1:]}: " if deadline.told else day
        source = material.letters[deadline.passage.source]
        told: tuple[Piece, ...] = (
            Piece(day),
            label(source, (deadline.passage,)),
            Piece(" "),
            _up_to(material, deadline),
            Piece("."),
        )
        if deadline.kind == "meeting" and deadline.when is None:
            what = f"{day}{deadline.what[:1].upper()}{deadline.what[1:]} ("
            told = (Piece(what), label(source, (deadline.passage,)), Piece(")."))
        lines.append(Line(told, tag="next date" if deadline.kind == "meeting" else "deadline"))
    return lines


def _up_to(material: Material, deadline: Deadline) -> Piece:
    """The words of a sentence that lead to its day; its first words where the day stands nowhere in it."""
    passage, when = deadline.passage, deadline.when
    if when is None or not passage.start <= when.start < passage.end:
        return cut(material, passage, 24)
    before = passage.text[: when.start - passage.start].split()
    most = (
        _BEFORE if not {w.lower() for w in before[:-_BEFORE]} & words_of("negation") else len(before)
    )  # never cut behind "no"
    shown = ("… " if len(before) > most else "") + " ".join(before[-most:]) + " " + " ".join(when.text.split())
    shown += ")" if "(" in shown.rpartition(")")[2] and passage.text[when.end - passage.start :].startswith(")") else ""
    return Piece(balanced(shown.strip(" ,;:.")), (passage,), "quote")
