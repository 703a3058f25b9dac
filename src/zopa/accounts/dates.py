"""Days ahead and conditions that several accounts tell: one deadline, one next round, one step that must come first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.deadlines import find_deadlines
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import one_occasion, share
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
_Told = tuple["Item", "Passage", str]  # the statement, the words to mark, what it is


def compare_dates(
    records: Sequence[Record], documents: Sequence[Sequence[Item]], days: Sequence[date | None], stories: Stories
) -> list[Finding]:
    """Agreements on deadlines, next rounds and gates; `days` are those on which the documents were published."""
    dated: dict[tuple[str, date], list[_Told]] = {}
    gates: list[tuple[Item, ReportedGate]] = []
    for record, own, day in zip(records, documents, days, strict=True):
        places = StatementPlaces(own)
        for deadline in find_deadlines([record], {record.source: day}):
            item = places.at(deadline.passage.start)
            off = item is not None and deadline.kind == "meeting" and item.statement.negated  # "will not be held"
            if item is not None and deadline.date is not None and not deadline.told and not off:
                dated.setdefault((deadline.kind, deadline.date), []).append((item, deadline.passage, deadline.what))
        gates += [(item, g) for g in record.gates if (item := places.at(g.passage.start)) is not None]
    found = [f for (kind, day), told in sorted(dated.items()) for f in _one_day(kind, day, told, stories)]
    return [*found, *_one_gate(gates, stories)]


def _one_day(kind: str, day: date, told: Sequence[_Told], stories: Stories) -> Iterator[Finding]:
    edges = [
        Edge(_node(a), _node(b), 1.0, (a, b))
        for i, a in enumerate(told) for b in told[i + 1 :]
        if _may_agree(a[0], b[0], stories)
    ]  # fmt: skip
    for star in find_stars(edges):
        rows = list({t[1]: t for edge in star for t in edge.what}.values())
        what = "the next round" if kind == "meeting" else "what is due by"
        about = f"{what} {day.day} {day:%B %Y}" if kind == "due" else f"{what}: {day.day} {day:%B %Y}"
        items = list({t[0].statement.id: t[0] for t in rows}.values())
        why = f"They give the same day; {independence(items)}."
        marked = [d.passage for item in items for d in item.statement.dates if d.to == day]
        yield build_finding("corroborated", "date", about, why, items, marked=marked)


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


def _node(told: _Told) -> StarNode:
    return StarNode(told[0].statement.source, told[0].group, told[1].start)


def _place(row: tuple[Item, ReportedGate]) -> StarNode:
    return StarNode(row[1].before, row[0].group, row[1].before.start)
