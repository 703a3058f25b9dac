"""Attributions that only the layout tells: "Name: ..." and a quotation with its author behind a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.attribution import Attribution
from zopa.text.words import FINITE_AUXILIARIES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.statements.clauses import ClauseUnit

_LABEL = 9  # tokens that the speaker of "Name, office: words" may have
_SIGNATURE = 14  # tokens that a speaker behind a dash may have ("- Name, of the charity Open Hand")
_CREDITS = frozenset(
    "image images photo photos photograph picture pictures video file source credit caption map graphic".split()
)


def find_layout_attributions(unit: ClauseUnit) -> Iterator[Attribution]:
    """What the layout of a unit attributes; nothing where it attributes nothing."""
    found = _label(unit) or _signature(unit)
    if found:
        yield found


def _span(unit: ClauseUnit, first: int, last: int) -> tuple[int, int]:
    return unit.tokens[first].start, unit.tokens[last].end


def _label(unit: ClauseUnit) -> Attribution | None:
    """ "Mark Rutte, NATO: ..." or "Rutte: ..." at the start of a unit: a speaker, a colon, words."""
    colon = next((i for i in range(min(_LABEL, len(unit.tokens))) if unit.low(i) == ":" and unit.quote[i] < 0), None)
    if not colon or colon + 1 >= len(unit.tokens):
        return None
    names = [i for i in range(colon) if unit.mention[i] >= 0]
    if any(unit.low(i) in _CREDITS for i in range(colon)):
        return None
    if not names or names[0] > 3 or not (unit.opens_quote(colon + 1) or len({unit.mention[i] for i in names}) == 1):
        return None
    if any(unit.low(i) in FINITE_AUXILIARIES or unit.low(i).endswith("ed") for i in range(colon)):
        return None
    if not unit.opens_quote(colon + 1) and len(names) < colon:
        return None
    last = len(unit.tokens) - 1
    return Attribution(
        _span(unit, 0, colon - 1), _span(unit, colon, colon), (_span(unit, colon + 1, last),), "say", "label", ":"
    )


def _signature(unit: ClauseUnit) -> Attribution | None:
    """A quotation with its author behind a dash: "..." - Matthew Ingram."""
    if not unit.opens_quote(0):
        return None
    end = next((i for i in range(len(unit.tokens)) if unit.closes_quote(i)), None)
    if end is None or unit.low(end + 1) not in {"-", "–", "—"} or end + 2 >= len(unit.tokens):
        return None
    last = len(unit.tokens) - 1
    if last - end > _SIGNATURE or unit.mention[end + 2] < 0:
        return None
    source, dash = _span(unit, end + 2, last), _span(unit, end + 1, end + 1)
    return Attribution(source, dash, (_span(unit, 0, end),), "say", "signature", "-")
