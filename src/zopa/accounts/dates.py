"""Days ahead and conditions that several accounts tell: one deadline, one next round, one step that must come first."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from zopa.accounts.classes import class_of
from zopa.accounts.deadlines import find_deadlines
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import generic_stems, one_occasion, share, stem
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import StatementPlaces, content_lemmas
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.types import ReportedGate

_SAME_STEP = 0.4  # Jaccard index of the content words of two gates from which on they are one


class _Dated(NamedTuple):
    """A day ahead as one statement tells it: its kind (see `deadlines.Deadline`), the sentence, and whether it is told as a day."""

    kind: str
    item: Item
    passage: Passage
    exact: bool


def compare_dates(
    records: Sequence[Record], documents: Sequence[Sequence[Item]], days: Sequence[date | None], stories: Stories
) -> list[Finding]:
    """Agreements on deadlines, next rounds and gates; `days` are those on which the documents were published."""
    dated: dict[date, list[_Dated]] = {}
    gates: list[tuple[Item, ReportedGate]] = []
    for record, own, day in zip(records, documents, days, strict=True):
        places = StatementPlaces(own)
        for deadline in find_deadlines([record], {record.source: day}):
            item = places.at(deadline.passage.start)
            off = item is not None and deadline.kind == "meeting" and item.statement.negated  # "will not be held"
            spanned = deadline.told and words_of("time_end").isdisjoint(
                deadline.told.split()
            )  # "until the end of the month" is a day
            if item is not None and deadline.date is not None and not spanned and not off:
                dated.setdefault(deadline.date, []).append(
                    _Dated(deadline.kind, item, deadline.passage, not deadline.told)
                )
        gates += [(item, g) for g in record.gates if (item := places.at(g.passage.start)) is not None]
    found = [f for day, told in sorted(dated.items()) for f in _one_day(day, told, stories)]
    return [*found, *_one_gate(gates, stories)]


def _one_day(day: date, told: Sequence[_Dated], stories: Stories) -> Iterator[Finding]:
    edges = [
        Edge(_node(a), _node(b), 1.0, (a, b))
        for i, a in enumerate(told) for b in told[i + 1 :]
        if _may_agree(a.item, b.item, stories) and _is_one_day(a, b)
    ]  # fmt: skip
    for star in find_stars(edges):
        rows = list({t.passage: t for edge in star for t in edge.what}.values())
        kinds = {row.kind for row in rows}
        what = "the next round" if "meeting" in kinds else "what is due by" if "due" in kinds else "what is planned for"
        about = f"{what}: {day.day} {day:%B %Y}" if "meeting" in kinds else f"{what} {day.day} {day:%B %Y}"
        items = list({t.item.statement.id: t.item for t in rows}.values())
        why = f"They give the same day; {independence(items)}."
        marked = [d.passage for item in items for d in item.statement.dates if d.to == day]
        yield build_finding("corroborated", "date", about, why, items, marked=marked)


def _is_one_day(a: _Dated, b: _Dated) -> bool:
    """True for one day of one kind; at the end of a month much is due, and of two kinds the words must tell that it is one thing."""
    return (a.kind == b.kind and a.exact and b.exact) or _is_one_matter(a.item, b.item)


def _is_one_matter(a: Item, b: Item) -> bool:
    """True for two sentences that have a word of what is to happen in common, no name and none that all accounts have."""
    names = {
        stem(word) for item in (a, b) for name in (*item.names, *item.parties, *item.proper) for word in name.split()
    }
    return bool((a.stems & b.stems) - generic_stems() - names)


def _one_gate(gates: Sequence[tuple[Item, ReportedGate]], stories: Stories) -> Iterator[Finding]:
    edges = [
        Edge(_place(a), _place(b), 1.0, (a, b))
        for i, a in enumerate(gates) for b in gates[i + 1 :]
        if _may_agree(a[0], b[0], stories) and _one_step(a[1], b[1])
    ]  # fmt: skip
    for star in find_stars(edges):
        rows = list({g.before: (item, g) for edge in star for item, g in edge.what}.values())
        items = list({item.statement.id: item for item, _ in rows}.values())
        about = f"what must come first: {' '.join(rows[0][1].before.text.split())}"
        why = f"They name the same step; {independence(items)}."
        yield build_finding("corroborated", "gate", about, why, items, marked=[g.before for _, g in rows])


def _one_step(a: ReportedGate, b: ReportedGate) -> bool:
    """True where two gates have most words in common, or both are the approval of one thing or by one body."""
    one, two = (content_lemmas(f"{g.before.text} {g.after.text}") for g in (a, b))
    approval = all(
        {base for word in f"{g.before.text} {g.after.text}".lower().split() for base in lemma(word)}
        & words_of("ratify")
        for g in (a, b)
    )
    common = (one & two) - class_of("no_issue")
    return share(one, two) >= _SAME_STEP or (approval and len(common) > 1)


def _may_agree(a: Item, b: Item, stories: Stories) -> bool:
    near = a.group != b.group and a.origin != b.origin and stories.one(a, b) and one_occasion(a, b)
    return near and stories.together(a, b)


def _node(told: _Dated) -> StarNode:
    return StarNode(told.item.statement.source, told.item.group, told.passage.start)


def _place(row: tuple[Item, ReportedGate]) -> StarNode:
    return StarNode(row[1].before, row[0].group, row[1].before.start)
