"""How the talks ended, held against each other: the day of the pact, whether they failed at all, whether another round is to come.

A day must be told with the pact itself. That the talks failed is contradicted only where another account tells that they did not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.deadlines import find_deadlines
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import one_occasion
from zopa.accounts.outcome import denied_by
from zopa.accounts.outcome_deeds import read_outcome
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import StatementPlaces
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding, Relation
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed

_APART = 7  # days between two pacts that are one, told with unlike days; what lies further apart may be another pact


@dataclass(frozen=True, slots=True)
class ToldEnding:
    """What one passage tells of the end: "pact", "failed", "not-failed", "next" or "no-next", its day or None, and the words."""

    kind: str
    day: date | None
    item: Item
    words: Passage


@dataclass(frozen=True, slots=True)
class _Pair:
    relation: Relation
    slot: str
    about: str
    a: ToldEnding
    b: ToldEnding


def compare_endings(
    records: Sequence[Record], documents: Sequence[Sequence[Item]], days: Sequence[date | None], stories: Stories
) -> list[Finding]:
    """Agreements and contradictions on how the talks ended; `days` are those on which the documents were published."""
    told = [
        ending
        for record, own, day in zip(records, documents, days, strict=True)
        for ending in _endings(record, StatementPlaces(own), day)
    ]
    edges: dict[tuple[Relation, str, str], list[Edge[_Pair]]] = {}
    for i, a in enumerate(told):
        for b in told[i + 1 :]:
            near = a.item.group != b.item.group and stories.one(a.item, b.item) and one_occasion(a.item, b.item)
            pair = _judge(a, b) if near else None
            if pair is not None:
                key = pair.relation, pair.slot, pair.about
                edges.setdefault(key, []).append(Edge(_node(a), _node(b), 1.0, pair))
    return [_finding([edge.what for edge in star]) for _, alike in sorted(edges.items()) for star in find_stars(alike)]


def _endings(record: Record, places: StatementPlaces, published: date | None) -> Iterator[ToldEnding]:
    for deed in record.deeds:
        item = places.at(deed.at)
        kind = _kind(deed) if item is not None and denied_by(record, deed) is None else ""
        if item is not None and kind:
            yield ToldEnding(kind, _day(deed, item), item, deed.words)
    for deadline in find_deadlines([record], {record.source: published}):
        item = places.at(deadline.passage.start)
        if deadline.kind == "meeting" and item is not None:
            yield ToldEnding("next", deadline.date, item, deadline.passage)


def _day(deed: Deed, item: Item) -> date | None:
    """The day told with a deed, else the only one of its sentence."""
    if deed.date is not None:
        return deed.date.from_ if deed.date.precision == "day" else None
    days = {d.from_ for d in item.statement.dates if d.precision == "day"}
    return next(iter(days)) if len(days) == 1 else None


def _kind(deed: Deed) -> str:
    if _is_no_next(deed):
        return "no-next"
    if deed.stance == "fails" and deed.negated and deed.sure == "told" and set(deed.nouns) & words_of("talks"):
        return "not-failed"
    state, how = read_outcome(deed) or ("", None)
    if state == "settled" and deed.stance in {"signs", "agrees", "accepts"}:
        return "pact"
    return "failed" if how == "failed" and deed.stance == "fails" else ""


def _is_no_next(deed: Deed) -> bool:
    """True for "no further talks are planned", "no new meeting has been scheduled"."""
    return (
        deed.negated
        and deed.sure in {"told", "future"}
        and not _was_not_held(deed)
        and not deed.place
        and deed.predicate in class_of("is_set")
        and bool(set(deed.nouns) & (words_of("talks") | words_of("encounter")))
    )


def _was_not_held(deed: Deed) -> bool:
    """True for "no meeting was held that night": of a sitting that fell out, not of a round to come."""
    past = set(deed.words.text.lower().split()) & class_of("was_so")
    return bool(past) and deed.sure == "told" and deed.predicate not in class_of("is_planned")


def _judge(a: ToldEnding, b: ToldEnding) -> _Pair | None:
    kinds = {a.kind, b.kind}
    if kinds == {"failed", "not-failed"}:
        return _Pair("contradicted", "polarity", "Whether the talks have failed", a, b)
    if kinds == {"next", "no-next"}:
        return _Pair("contradicted", "polarity", "Whether there will be another round", a, b)
    if kinds == {"no-next"}:
        return _Pair("corroborated", "next", "That no other round is planned", a, b)
    if kinds == {"pact"} and a.day and b.day:
        if a.day == b.day:
            return _Pair("corroborated", "date", f"The day of the pact: {a.day.day} {a.day:%B %Y}", a, b)
        if abs((a.day - b.day).days) <= _APART:
            return _Pair("contradicted", "date", "The day of the pact", a, b)
    return None


def _node(told: ToldEnding) -> StarNode:
    return StarNode((told.item.statement.source, told.kind, told.day), told.item.group, told.words.start)


def _finding(pairs: Sequence[_Pair]) -> Finding:
    first = pairs[0]
    told = list({t.words: t for pair in pairs for t in (pair.a, pair.b)}.values())
    items = list({t.item.statement.id: t.item for t in told}.values())
    words = [" ".join(t.words.text.split()) for t in told]
    why = f"They tell it differently: “{words[0]}” against “{words[-1]}”."
    if first.relation == "corroborated":
        why = f"They tell the same; {independence(items)}."
    return build_finding(first.relation, first.slot, first.about, why, items, marked=[t.words for t in told])
