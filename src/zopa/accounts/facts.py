"""Facts of talks that accounts tell in many words: no result, going on, who mediates, the next round, direct or not.

Rows of `en/facts.tsv` say by which word classes a sentence tells one; the accounts agree or contradict by the row, whoever is named, the
place and the day. A row holds only what is told as so: nothing under a condition, and a denial only where the row is one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.fact_rows import find_rows
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import one_occasion
from zopa.accounts.outcome import find_outcome
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import StatementPlaces, days_differ, days_of
from zopa.text.dates import find_dates
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding, Relation
    from zopa.sources import Document, Passage
    from zopa.statements import Record
    from zopa.text.types import DateRef

_OFTEN = 3  # sentences of a document that are shown for one fact
SWITCHED_OFF = frozenset({"next"})  # rows on which accounts are seen to agree wrongly too often on foreign stories
_NOW = frozenset({"go-on", "next"})  # rows that tell what is to come
_HISTORY = 30  # days


if TYPE_CHECKING:
    _Edges = dict[tuple[StarNode, StarNode], Edge[tuple[tuple["Fact", "Fact"], ...]]]


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact in one sentence.

    Attributes:
        row: its name.
        item: the statement of the sentence.
        words: the words that tell it.
        names: capitalised words of the sentence and parties in it.
        days: days the sentence tells, `dates` all its dates.
    """

    row: str
    item: Item
    words: Passage
    names: frozenset[str]
    days: frozenset[str]
    dates: tuple[DateRef, ...]


def find_facts(documents: Sequence[Document], items: Sequence[Sequence[Item]]) -> list[Fact]:
    """The facts of all documents, in document order; each sentence is looked at once."""
    found: list[Fact] = []
    for document, own in zip(documents, items, strict=True):
        seen: set[int] = set()
        for item in own:
            start = item.statement.passage.start
            if item.statement.within is None and start not in seen:
                seen.add(start)
                found.extend(_facts(document, item))
    return found


def outcome_facts(
    documents: Sequence[Document], records: Sequence[Record], items: Sequence[Sequence[Item]]
) -> list[Fact]:
    """Where each document tells that nothing came of the talks.

    That it was settled is no fact to agree on here: on foreign stories an "accord reached" was another accord three times of four.
    """
    found: list[Fact] = []
    for document, record, own in zip(documents, records, items, strict=True):
        places = StatementPlaces(own)
        for told in find_outcome([record], {record.source: None}).accounts:
            item = places.at(told.passage.start)
            if (
                item is not None
                and told.state == "not-settled"
                and told.how not in {"postponed", "continuing", "no-agreement", "refused"}
            ):
                dates = find_dates(document, item.statement.passage.start, item.statement.passage.end)
                days = days_of(dates)
                row = "lapsed" if told.how == "lapsed" else "no-result"
                found.append(Fact(row, item, told.passage, _names(item), days, dates))
    return found


def _names(item: Item) -> frozenset[str]:
    return (item.proper | frozenset(party.lower() for party in item.parties)) - words_of("time_noun")


def _facts(document: Document, item: Item) -> Iterator[Fact]:
    passage = item.statement.passage
    told = find_rows(passage.text)
    if not told:
        return
    dates = find_dates(document, passage.start, passage.end)
    days = days_of(dates)
    names = _names(item)
    for name, start, end in told:
        words = _part(passage, start, end)
        yield Fact(name, item, words, names, days, dates)


def _part(passage: Passage, start: int, end: int) -> Passage:
    return type(passage)(passage.source, passage.start + start, passage.start + end, passage.text[start:end])


def compare_facts(
    documents: Sequence[Document],
    items: Sequence[Sequence[Item]],
    stories: Stories,
    outcomes: Sequence[Fact] = (),
) -> list[Finding]:
    """Facts on which accounts agree, and forms of one meeting that exclude each other.

    `stories` tell which documents belong together, where a sentence names nobody.
    """
    by_row: dict[str, list[Fact]] = defaultdict(list)
    for fact in (*find_facts(documents, items), *outcomes):
        by_row[fact.row].append(fact)
    found: list[Finding] = []
    for row in sorted(set(by_row) - {"direct", "stopped"} - SWITCHED_OFF):
        found.extend(_compare_row(row, by_row[row], stories))
    for name, one, other in _EXCLUDE:
        found += _excluding(name, by_row[one], by_row[other], stories)
    return found


def _compare_row(row: str, facts: Sequence[Fact], stories: Stories) -> Iterator[Finding]:
    agreed: _Edges = {}
    for i, a in enumerate(facts):
        for b in facts[i + 1 :]:
            if a.item.group == b.item.group or not _one_event(a, b, stories):
                continue
            if row in _NOW and not (_recent(a) and _recent(b)):
                continue  # "agreed in July to resume" goes on no more
            if a.item.origin != b.item.origin:
                _keep(agreed, a, b)
    for star in find_stars(agreed.values()):
        yield _finding("corroborated", row, star)


def _keep(edges: _Edges, a: Fact, b: Fact) -> None:
    """Add a pair to the one edge between two documents: a fact is told once, however often an account repeats it."""
    pair = _node(a), _node(b)
    strength = len(a.names & b.names)
    before = edges.get(pair)
    told = (*before.what, (a, b)) if before else ((a, b),)
    told = tuple(sorted(told, key=lambda p: -len(p[0].names & p[1].names)))[:_OFTEN]
    edges[pair] = Edge(*pair, max(strength, before.strength if before else 0), told)


_EXCLUDE = (("form", "direct", "indirect"), ("going-on", "stopped", "go-on"))  # rows of one name that cannot both be so


def _excluding(name: str, direct: Sequence[Fact], indirect: Sequence[Fact], stories: Stories) -> list[Finding]:
    """Talks face to face in one account and through somebody between in the other; none where an account tells both."""
    both = {f.item.order for f in direct} & {f.item.order for f in indirect} if name == "form" else set[int]()
    edges: _Edges = {}
    for a in direct:
        for b in indirect:
            apart = a.item.group != b.item.group and not {a.item.order, b.item.order} & both
            if apart and _recent(a) and _recent(b) and _one_event(a, b, stories):
                _keep(edges, a, b)
    return [_finding("contradicted", name, star) for star in find_stars(edges.values())]


def _recent(fact: Fact) -> bool:
    """False where the sentence tells a day or month long before its account: that is history."""
    day = fact.item.day
    told = [d.to for d in fact.dates if d.to is not None and d.precision in {"day", "week", "month", "year"}]
    return not told if day is None else all((day - to).days <= _HISTORY for to in told)


def _one_event(a: Fact, b: Fact, stories: Stories) -> bool:
    """True where a name, or a day with something else, ties two sentences to one event, and no day speaks against it."""
    if not stories.one(a.item, b.item) or days_differ(a.days, b.days) or not one_occasion(a.item, b.item):
        return False
    if a.row == "next" and not _dates_may_meet(a.dates, b.dates):
        return False
    if a.names & b.names:
        return True
    return (
        len(stories.common_sides(a.item, b.item)) > 1
        or stories.close(a.item, b.item)
        or (bool(a.days & b.days) and len(a.item.stems & b.item.stems) > 1)
    )


def _dates_may_meet(one: Sequence[DateRef], two: Sequence[DateRef]) -> bool:
    """False where both sentences give dates that are known, and none of the one's overlaps one of the other's."""
    spans = [[(d.from_, d.to) for d in dates if d.from_ and d.to] for dates in (one, two)]
    return not all(spans) or any(a[0] <= b[1] and b[0] <= a[1] for a in spans[0] for b in spans[1])


def _node(fact: Fact) -> StarNode:
    return StarNode(fact.item.statement.source, fact.item.group, 0)


_WHAT = {
    "no-result": "that there was no result",
    "lapsed": "that what was agreed for a time has run out",
    "go-on": "that the talks go on",
    "mediation": "who mediates",
    "next": "that there will be another round",
    "indirect": "that the talks were indirect",
    "form": "direct or indirect talks",
    "going-on": "whether the talks go on",
}


def _finding(relation: Relation, row: str, star: Sequence[Edge[tuple[tuple[Fact, Fact], ...]]]) -> Finding:
    facts = sorted(
        {f.words: f for edge in star for pair in edge.what for f in pair}.values(),
        key=lambda f: (f.item.order, f.words.start),
    )
    items = list({f.item.statement.id: f.item for f in facts}.values())
    shown = " against ".join(dict.fromkeys(f"“{' '.join(f.words.text.split())}”" for f in facts))
    if relation == "contradicted":
        why = f"They differ in {_WHAT[row]} ({shown})."
    else:
        why = f"They agree on {_WHAT[row]}; {independence(items)}."
    return build_finding(relation, row, _WHAT[row], why, items, marked=[f.words for f in facts])
