"""A case proposed from documents: parties, issues, positions, meetings and gates, all to be confirmed by a person.

Every position is a list of statements filed under a party and an issue; its stance is what their acts imply. Nothing here reaches a
solver or a headline before somebody takes ``status: proposed`` away.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from zopa.case.build import type_case
from zopa.sources.anchors import Quote, analysed_places, find_quote, one_space, quote_at
from zopa.views.process import group_meetings
from zopa.views.wants import find_wants

if TYPE_CHECKING:
    from zopa.case import Case
    from zopa.sources import Passage
    from zopa.statements import ReportedGate, ReportedMeeting, Statement
    from zopa.views.material import Material

_STANCE_OF_ACT = {
    "demand": "supports", "propose": "supports", "offer": "supports", "support": "supports", "threaten": "supports",
    "accept": "accepts", "concede": "accepts", "reject": "opposes",
}  # fmt: skip
_PLACES = 6  # statements that a proposed position carries; the others are found with `zopa statements`
_PEOPLE = 8  # people of a party that a sketch lists


def build_sketch(material: Material, *, title: str) -> Case:
    """The proposed case of a set of documents; a side that says nothing on an issue has no position there."""
    wants = find_wants(material)
    parties = {name: _slug(name) for name in material.parties}
    wanted = [issue.key for issue in material.vocabulary.issues if any((issue.key, p) in wants for p in parties)]
    touched = Counter(issue for s in material.statements for issue in s.issues if issue != "process")
    issues = [*wanted, *(i for i, count in touched.most_common() if count >= _OFTEN and i not in wanted)]
    plain: dict[str, Any] = {
        "title": title,
        "as-of": max((d.published.value for d in material.documents if d.published), default=""),
        "sources": {d.id: {"file": d.path} for d in material.documents},
        "parties": {slug: _party(material, name) for name, slug in parties.items()},
        "issues": {issue: {"name": material.vocabulary.label(issue), "status": "proposed"} for issue in issues},
        "positions": {
            slug: own
            for name, slug in parties.items()
            if (own := {i: _position(material, wants[i, name]) for i in wanted if (i, name) in wants})
        },
        "process": {
            "meetings": [_meeting(material, group) for group in group_meetings(material)],
            "gates": [_gate(material, gate, parties) for record in material.originals for gate in record.gates],
        },
    }
    return type_case(plain)[0]


_OFTEN = 3  # statements that touch an issue nobody is told to stand on, for it to be proposed all the same


def _party(material: Material, name: str) -> dict[str, Any]:
    """Who a party is: the people who are heard for it, most heard first."""
    heard = Counter(
        s.speaker.name
        for s in material.statements
        if s.speaker and not s.speaker.anonymous and s.speaker.party and material.column(s.speaker.party) == name
    )
    people = {person: _office(material, person) for person, _ in heard.most_common() if _is_person(material, person)}
    return {"name": name, "people": dict(list(people.items())[:_PEOPLE]), "status": "proposed"}


def _is_person(material: Material, name: str) -> bool:
    entry = material.vocabulary.named(name)
    return (entry is not None and entry.kind == "person") or (entry is None and " " in name)


def _office(material: Material, person: str) -> dict[str, str]:
    entry = material.vocabulary.named(person)
    return {"office": entry.offices[-1].title} if entry and entry.offices else {}


def _position(material: Material, entries: list[tuple[str, Statement]]) -> dict[str, Any]:
    stances = Counter(stance for _, s in entries if (stance := _STANCE_OF_ACT.get(s.act)))
    stance = stances.most_common(1)[0][0] if stances else "open"
    chosen: dict[tuple[str, int], dict[str, str]] = {}
    for voice, statement in entries:
        part = max(statement.content, key=lambda p: len(p.text))
        item = _evidence(material, part)
        if statement.speaker and voice in {"*", "~", "°"}:
            item["said-by"] = statement.speaker.name
        if status := statement.status or ("" if statement.form == "quotation" else "paraphrase"):
            item["status"] = status
        chosen.setdefault((part.source, part.start), item)
    return {"stance": stance, "status": "proposed", "evidence": list(chosen.values())[:_PLACES]}


def _evidence(material: Material, passage: Passage) -> dict[str, str]:
    """The quote of a passage; with the words around it only where the quote alone is not enough."""
    document = material.by_id[passage.source]
    item = {"source": passage.source, "quote": one_space(passage.text).strip()}
    places = find_quote(document.text, Quote(passage.source, item["quote"])).places
    if len(analysed_places(document, places)) > 1:
        quote = quote_at(document, passage.start, passage.end)
        item |= {"prefix": quote.prefix, "suffix": quote.suffix}
    return item


def _meeting(material: Material, group: list[ReportedMeeting]) -> dict[str, Any]:
    fullest = max(group, key=lambda m: len(m.participants))
    spans = [
        (m.date.to - m.date.from_, m.date.from_, m.date.to) for m in group if m.date and m.date.from_ and m.date.to
    ]
    _, first, last = min(spans, default=(None, None, None))
    day = "" if first is None else first.isoformat() if first == last else f"{first}..{last}"
    return {
        "date": day, "place": next((m.place for m in group if m.place), ""), "people": list(fullest.participants),
        "status": fullest.status, "absent": list(fullest.absent), "duration": fullest.duration.passage.text if fullest.duration else "",
        "called-off-by": fullest.called_off_by or "", "evidence": [_evidence(material, m.passage) for m in group], "proposed": "yes",
    }  # fmt: skip


def _gate(material: Material, gate: ReportedGate, parties: dict[str, str]) -> dict[str, Any]:
    says = parties.get(gate.says or "", gate.says or "")
    return {
        "before": one_space(gate.before.text).strip(), "after": one_space(gate.after.text).strip(), "says": [says] if says else [],
        "kind": "sequence" if gate.kind == "sequence" else "precondition",
        "evidence": [_evidence(material, gate.passage)], "proposed": "yes",
    }  # fmt: skip


def _slug(name: str) -> str:
    return re.sub(r"[^\w]+", "-", name.lower()).strip("-")
