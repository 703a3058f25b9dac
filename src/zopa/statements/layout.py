"""Attributions that only the layout tells: "Name: ..." and a quotation with its author behind a dash."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.attribution_types import Attribution
from zopa.text.lexicon import words_of
from zopa.text.words import FINITE_AUXILIARIES

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from zopa.statements.clauses import ClauseUnit

_LABEL = 9  # tokens that the speaker of "Name, office: words" may have
_SIGNATURE = 14  # tokens that a speaker behind a dash may have ("- Name, of the charity Open Hand")
_DASHES = frozenset("-–—―‒~")


def find_layout_attributions(unit: ClauseUnit, finite: Collection[int] = ()) -> Iterator[Attribution]:
    """What the layout of a unit attributes; nothing where it attributes nothing.

    Args:
        unit: a sentence, or several that a quotation or a dash holds together.
        finite: where its finite verbs begin.
    """
    found = _label(unit) or _signature(unit, finite)
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
    if any(unit.low(i) in words_of("credit_label") for i in range(colon)):
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


def _signature(unit: ClauseUnit, finite: Collection[int]) -> Attribution | None:
    """A quotation with its author behind a dash or in brackets: "..." - Matthew Ingram."""
    first = next((i for i in range(len(unit.tokens)) if unit.opens_quote(i)), None)
    if first is None or (any(t.is_word for t in unit.tokens[:first]) and unit.low(first - 1) != ":"):
        return None
    end = next((i for i in range(first, len(unit.tokens)) if unit.closes_quote(i)), None)
    last = len(unit.tokens) - 1
    if end is None or end >= last or not (unit.low(end + 1) in _DASHES or unit.low(end + 1) == "("):
        return None
    begins = next((i for i in range(end + 1, last + 1) if unit.tokens[i].is_word), last + 1)
    while last > begins and not unit.tokens[last].is_word:
        last -= 1
    words = unit.tokens[begins : last + 1]
    named = any(unit.mention[i] >= 0 for i in range(begins, min(begins + 4, last + 1)))
    if not words or len(words) > _SIGNATURE or not (named or any(t.low in words_of("office") for t in words)):
        return None
    if any(t.start in finite and not t.is_capital for t in words):
        return None
    source, dash = _span(unit, begins, last), _span(unit, end + 1, begins - 1)
    return Attribution(source, dash, (_span(unit, first, end),), "say", "signature", "-")
