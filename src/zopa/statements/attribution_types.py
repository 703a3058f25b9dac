"""What attributes words to somebody: its spans, the clause that it is read in, and the row that finds it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.statements.cues import CueVerb
    from zopa.statements.regions import Region
    from zopa.text.frames import Frame
    from zopa.text.quotations import Quoted
    from zopa.text.tagged import Sentence


Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Attribution:
    """Source, cue and content as spans of the text as read.

    Attributes:
        source: the words that tell who, or None where nobody in particular says it ("it is believed that").
        cue: the words that attribute.
        content: what is said; several spans where the attribution stands in the middle.
        kind: say, think or show.
        row: name of the row that found it.
        lemma: of the cue.
        negated: the saying is denied ("did not say").
        hedged: nobody in particular says it.
        members: one span for each of several who say it together.
    """

    source: Span | None
    cue: Span
    content: tuple[Span, ...]
    kind: str
    row: str
    lemma: str
    negated: bool = False
    hedged: bool = False
    members: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Clause:
    """A frame in its sentence, with the quotations of the unit and the level (quotation number or -1) at which it is read."""

    sentence: Sentence
    frames: dict[int, Frame]
    frame: Frame
    verb: CueVerb
    quotations: tuple[Quoted, ...]
    level: int


@dataclass(frozen=True, slots=True)
class Row:
    """One way to attribute: its name, its weight (which row wins where two claim one cue) and what finds the content."""

    name: str
    weight: int
    find: Callable[[Clause, Region], list[Span]]
    example: str
