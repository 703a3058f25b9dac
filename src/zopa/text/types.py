"""What hangs on a passage of a text: figures, dates, names, and what does not fit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from zopa.sources import Passage


@dataclass(frozen=True, slots=True)
class Figure:
    """A quantity with what it measures.

    Attributes:
        value: the number ("7,000" is 7000, "half" is 0.5, "$10 billion" is 1e10).
        high: upper end of a range, or None.
        unit: "hour", "percent", "USD", "soldier per week", "point" ...; singular; "" for a bare count.
        of: what it measures, in the text's own words ("Ukraine's peacetime military", "five-hour session"), "" if unknown.
        approximate: True for "about", "some", "nearly", "approximately".
        bound: "at-least", "at-most" or None ("up to", "over", "limit", "cap").
        passage: the number with its unit.
    """

    value: float
    high: float | None
    unit: str
    of: str
    approximate: bool
    passage: Passage
    bound: str | None = None


@dataclass(frozen=True, slots=True)
class DateRef:
    """A date that the text gives, resolved against the document's date; precision is the width of the span.

    Attributes:
        from_: first day that is meant, or None where the text does not let it be known.
        to: last day that is meant, or None.
        precision: "day", "week", "month", "season", "year", or "unresolved".
        passage: the words.
    """

    from_: date | None
    to: date | None
    precision: str
    passage: Passage


@dataclass(frozen=True, slots=True)
class Mention:
    """A name in the text, joined to one canonical name.

    Attributes:
        name: canonical name.
        kind: "person", "state", "organisation", "group", "place".
        party: canonical name of the party it stands or speaks for, or None.
        passage: the words.
        inferred: True when joined by position (pronoun, bare title), not by name.
        possessive: True for "Russia's", "Russian" and the like, where the name only qualifies what follows.
    """

    name: str
    kind: str
    party: str | None
    passage: Passage
    inferred: bool = False
    possessive: bool = False


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something in a document that does not fit what the vocabulary knows.

    Attributes:
        kind: "office" (another office than the dated table has) or "spelling" (a name nearly like a known one).
        passage: the words.
        name: canonical name of whom it is about.
        given: what the text says.
        known: what the vocabulary has.
    """

    kind: str
    passage: Passage
    name: str
    given: str
    known: str
