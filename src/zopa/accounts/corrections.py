"""What a person adds, changes or rejects among findings, and which statements they join or part.

Findings are recomputed at every comparison; a correction always wins. Its quotes are found in their documents as those of
statements are. Parting two statements takes every finding back that sets them beside each other and judges the rest anew;
joining two lets every judge look at them, and where no slot speaks against it they corroborate each other.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from zopa.accounts.align import Pair
from zopa.accounts.compare import Comparison, published_day, rank_findings
from zopa.accounts.deeds import compare_assent, compare_authorship
from zopa.accounts.events import compare_events
from zopa.accounts.figures import compare_figures
from zopa.accounts.findings import build_finding
from zopa.accounts.items import UNKNOWN, Item, build_items
from zopa.accounts.judgements import compare_judgements, compare_prescriptions
from zopa.accounts.quoting import compare_quotations
from zopa.accounts.single import find_single
from zopa.accounts.types import Finding
from zopa.statements.corrections import locate, tell
from zopa.text.sentences import find_paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.accounts.types import Relation
    from zopa.errors import Problem
    from zopa.sources import Document, Passage
    from zopa.statements import Record
    from zopa.statements.corrections import Correction

_PERSONS_WEIGHT = 1.0  # what a person adds stands before what rules find


@dataclass(frozen=True, slots=True)
class _Table:
    """The documents with their items, and the comparison as far as it is corrected."""

    documents: dict[str, Document]
    items: list[list[Item]]
    comparison: Comparison

    def at(self, place: Passage) -> list[Item]:
        """Items whose content overlaps a place."""
        return [item for items in self.items for item in items if _overlaps(item, place)]


def apply_corrections(
    comparison: Comparison,
    documents: Sequence[Document],
    records: Sequence[Record],
    corrections: Sequence[Correction],
) -> tuple[Comparison, tuple[Problem, ...]]:
    """The comparison as corrected, and a problem for each correction that could not be applied.

    Corrections of statements, and those with a source that is not among `documents`, are passed over. They are always
    applied to the comparison as it was made, so that applying them twice gives the same as once.
    """
    comparison = comparison.as_read or comparison
    known = {document.id: document for document in documents}
    chosen = [c for c in corrections if c.what in {"finding", "alignment"} and all(q.source in known for q in c.quotes)]
    if not chosen:
        return comparison, ()
    days = [published_day(document) for document in documents]
    items = build_items(records, comparison.originators, comparison.overlaps, days)
    findings = list(comparison.findings)
    problems: list[tuple[Problem, ...]] = []
    for correction in chosen:
        table = _Table(known, items, replace(comparison, findings=tuple(findings)))
        places, found = _places(known, correction)
        if not found:
            act = _align if correction.what == "alignment" else _correct
            findings, found = act(table, correction, places)
        problems.append(found)
    told = tuple(problem for found in problems for problem in found)
    corrected = replace(comparison, findings=rank_findings(findings), problems=told, as_read=comparison)
    return corrected, told


def _places(documents: dict[str, Document], correction: Correction) -> tuple[list[Passage], tuple[Problem, ...]]:
    """The passages of all quotes of a correction, or the problems."""
    places: list[Passage] = []
    problems: list[Problem] = []
    for quote in correction.quotes:
        document = documents[quote.source]
        span, problem = locate(document, correction, quote)
        if span:
            places.append(document.passage(*span))
        elif problem:
            problems.append(problem)
    return places, tuple(problems)


def _correct(table: _Table, correction: Correction, places: list[Passage]) -> tuple[list[Finding], tuple[Problem, ...]]:
    """One correction of a finding."""
    findings = list(table.comparison.findings)
    if correction.do == "add":
        return [*findings, _added(table, correction, places)], ()
    meant = _meant(findings, correction, places)
    if len(meant) > 1:
        listed = "; ".join(f"{f.relation} about {f.about!r}" for f in meant[:4])
        message = f"Expected one finding at these quotes, found {len(meant)}."
        cure = f"Not applied. Write `was: {{relation, about}}` of one of them: {listed}."
        return findings, (tell(correction, "correction-ambiguous", message, cure),)
    if not meant and correction.do == "reject":
        return findings, ()  # the comparison does not make it any more: nothing is left to reject
    if not meant:
        near = [f for f in findings if any(_touches(f, place) for place in places)]
        listed = "; ".join(f"{f.relation} about {f.about!r}" for f in near[:3]) or "none"
        message = "Expected a finding at these quotes, found none."
        cure = f"Not applied. Findings with one of them: {listed}. To add one, write `do: add`."
        return findings, (tell(correction, "correction-without-object", message, cure),)
    if correction.do == "reject":
        return [f for f in findings if f is not meant[0]], ()
    return [_changed(f, correction) if f is meant[0] else f for f in findings], ()


def _meant(findings: Sequence[Finding], correction: Correction, places: Sequence[Passage]) -> list[Finding]:
    """Findings that have all the places, narrowed by what they were and by how many passages they have."""
    meant = [f for f in findings if all(_touches(f, place) for place in places)]
    for name in ("relation", "about"):
        if name in correction.was:
            meant = [f for f in meant if getattr(f, name) == correction.was[name]]
    just = [f for f in meant if len(f.passages) == len(places)]
    return just if len(meant) > 1 and just else meant


def _changed(finding: Finding, correction: Correction) -> Finding:
    values = correction.set
    relation = cast("Relation", values.get("relation", finding.relation))
    about, why = values.get("about", finding.about), values.get("why", finding.why)
    return replace(finding, relation=relation, about=about, why=why, found_by=correction.person)


def _added(table: _Table, correction: Correction, places: list[Passage]) -> Finding:
    """The finding that a person adds: the sentences of the quotes, in the order of the documents."""
    order = list(table.documents)
    ordered = sorted(places, key=lambda place: (order.index(place.source), place.start))
    told = [next(iter(table.at(place)), None) for place in ordered]
    why = correction.set.get("why") or correction.note or f"Set beside each other by {correction.by}."
    return Finding(
        relation=cast("Relation", correction.set["relation"]),
        about=correction.set.get("about") or " ".join(ordered[0].text.split()),
        why=why,
        passages=tuple(_sentence(table.documents[place.source], place) for place in ordered),
        originators=tuple(
            item.originator if item else _originator(table, place) for item, place in zip(told, ordered, strict=True)
        ),
        weight=_PERSONS_WEIGHT,
        slot="judgement of a person",
        issues=tuple(sorted({issue for item in told if item for issue in item.statement.issues})),
        statements=tuple(item.statement.id for item in told if item),
        marked=tuple(ordered),
        found_by=correction.person,
    )


def _originator(table: _Table, place: Passage) -> str:
    origin = table.comparison.originators.get(place.source)
    return origin.name if origin and origin.named else UNKNOWN


def _align(table: _Table, correction: Correction, places: list[Passage]) -> tuple[list[Finding], tuple[Problem, ...]]:
    """One alignment joined or parted."""
    findings = list(table.comparison.findings)
    one, two = table.at(places[0]), table.at(places[1])
    if not one or not two:
        gap = correction.quotes[0 if not one else 1]
        message = f"Expected a statement at the quote, found none: “{gap.exact[:80]}”."
        cure = "Not applied. Add the statement first (`what: statement`, `do: add`), or correct the quote."
        return findings, (tell(correction, "correction-without-object", message, cure),)
    if correction.do == "reject":
        return _parted(table, correction, _ids(one), _ids(two)), ()
    return _joined(table, correction, one, two), ()


def _parted(table: _Table, correction: Correction, one: set[str], two: set[str]) -> list[Finding]:
    """Findings without those that set `one` beside `two`; their other statements are judged among themselves."""
    kept: list[Finding] = []
    taken: list[Finding] = []
    for finding in table.comparison.findings:
        both = one & set(finding.statements) and two & set(finding.statements)
        (taken if both else kept).append(finding)
    for finding in taken:
        rest = _chosen(table.items, set(finding.statements) - one)
        judged = [f for f in _judged(rest, []) if f.relation == finding.relation and f.slot == finding.slot]
        kept += [replace(f, found_by=correction.person) for f in judged]
    freed = {statement for finding in taken for statement in finding.statements}
    others = {item.statement.id for items in table.items for item in items} - freed
    return [*kept, *find_single(table.items, kept, others)]


def _joined(table: _Table, correction: Correction, one: list[Item], two: list[Item]) -> list[Finding]:
    """Findings with what the judges make of the two as one thing; they are no single source any more."""
    ids = _ids(one) | _ids(two)
    pairs = [Pair(a, b, 1.0) for a in one for b in two if a.order != b.order]
    judged = [
        f
        for f in _judged(_chosen(table.items, ids), pairs)
        if set(f.statements) & _ids(one) and set(f.statements) & _ids(two)
    ]
    if not judged:
        who = f"{correction.by} takes them to tell of the same thing; no slot speaks against it."
        about = " ".join(one[0].statement.said.split()[:12])
        judged = [
            build_finding("corroborated", "judgement of a person", about, correction.note or who, [one[0], two[0]])
        ]
    known = {(f.relation, f.slot, frozenset(f.statements)) for f in table.comparison.findings}
    new = [f for f in judged if (f.relation, f.slot, frozenset(f.statements)) not in known]
    together = {statement for finding in judged for statement in finding.statements}
    kept = [
        f for f in table.comparison.findings if not (f.relation == "single-source" and set(f.statements) <= together)
    ]
    return [*kept, *(replace(f, found_by=correction.person) for f in new)]


def _judged(items: list[list[Item]], pairs: list[Pair]) -> list[Finding]:
    """What the judges of single slots, and of aligned pairs, make of a few items."""
    judges = (
        compare_figures, compare_assent, compare_authorship, compare_quotations, compare_judgements, compare_prescriptions,
    )  # fmt: skip
    found = [finding for judge in judges for finding in judge(items)]
    return found or compare_events(pairs)


def _chosen(items: list[list[Item]], ids: Iterable[str]) -> list[list[Item]]:
    wanted = set(ids)
    return [[item for item in of_one if item.statement.id in wanted] for of_one in items]


def _ids(items: Iterable[Item]) -> set[str]:
    return {item.statement.id for item in items}


def _overlaps(item: Item, place: Passage) -> bool:
    return any(p.source == place.source and p.start < place.end and place.start < p.end for p in item.statement.content)


def _touches(finding: Finding, place: Passage) -> bool:
    return any(p.source == place.source and p.start < place.end and place.start < p.end for p in finding.passages)


def _sentence(document: Document, place: Passage) -> Passage:
    """The sentence or sentences in which a place stands."""
    spans = [span for paragraph in find_paragraphs(document) for span in paragraph.sentences]
    inside = [(a, b) for a, b in spans if a < place.end and place.start < b]
    return document.passage(min(place.start, inside[0][0]), max(place.end, inside[-1][1])) if inside else place
