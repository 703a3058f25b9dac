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

if TYPE_CHECKING:
    from zopa.accounts.wants import Want
    from zopa.case import Case
    from zopa.sources import Passage
    from zopa.statements import ReportedGate, ReportedMeeting
    from zopa.views.material import Material

_STANCES = {"wants": "supports", "offers": "supports", "accepts": "accepts", "refuses": "opposes", "never": "opposes"}
_PLACES = 6  # statements that a proposed position carries; the others are found with `zopa statements`
_PEOPLE = 8  # people of a party that a sketch lists


def build_sketch(material: Material, *, title: str) -> Case:
    """The proposed case of a set of documents; a side that says nothing on an issue has no position there."""
    talks = material.talks
    parties = {name: _slug(name) for name in material.parties}
    issues = {
        issue.label: _slug(issue.label)
        for issue in talks.dispute.issues
        if len(issue.sides) > 1 or len(issue.passages) >= _OFTEN
    }
    issues = issues or {issue.label: _slug(issue.label) for issue in talks.dispute.issues[:_MOST]}
    wants = [w for w in talks.dispute.wants if w.issue in issues and material.column(w.party) in parties]
    plain: dict[str, Any] = {
        "title": title,
        "as-of": max((d.published.value for d in material.documents if d.published), default=""),
        "sources": {d.id: {"file": d.path} for d in material.documents},
        "parties": {slug: _party(material, name) for name, slug in parties.items()},
        "issues": {slug: _issue(label, [w for w in wants if w.issue == label]) for label, slug in issues.items()},
        "positions": {
            slug: own
            for name, slug in parties.items()
            if (
                own := {
                    issues[label]: _position(material, mine)
                    for label in issues
                    if (mine := [w for w in wants if w.issue == label and material.column(w.party) == name])
                }
            )
        },
        "process": {
            "meetings": [_meeting(material, group) for group in group_meetings(material)],
            "gates": [_gate(material, gate, parties) for record in material.originals for gate in record.gates],
        },
    }
    return type_case(plain)[0]


_MOST = 8  # issues to propose where no two sides speak to the same one
_OFTEN = 3  # passages in which one side alone speaks to an issue, for it to be proposed all the same


def _party(material: Material, name: str) -> dict[str, Any]:
    """Who a party is: the people who are named for it, with their offices as the texts give them, most named first."""
    found = [p for p in material.talks.participants.parties if material.column(p.name) == name]
    people = sorted((person for p in found for person in p.people.values()), key=lambda person: -len(person.passages))
    told = {person.name: ({"office": person.offices[0]} if person.offices else {}) for person in people[:_PEOPLE]}
    return {"name": name, "people": told, "status": "proposed"}


def _issue(label: str, wants: list[Want]) -> dict[str, Any]:
    """An issue with the options that the figures of demands and offers give; none where no figures are told."""
    figures = {_slug(f.passage.text): " ".join(f.passage.text.split()) for w in wants for f in w.figures}
    made: dict[str, Any] = {"name": label[:1].upper() + label[1:], "status": "proposed"}
    return made | ({"options": figures} if len(figures) > 1 else {})


def _position(material: Material, wants: list[Want]) -> dict[str, Any]:
    """What a party is told to want on an issue; what another side says of it carries that side's name."""
    stance = Counter(_STANCES[w.stance] for w in wants if w.voice != "other-side").most_common(1)
    status = {s.id: s.status for s in material.statements}
    chosen: dict[tuple[str, int], dict[str, str]] = {}
    for want in wants:
        item = _evidence(material, want.core)
        if want.says:
            item["said-by"] = want.says
        told = status.get(want.statement) if want.voice == "quoted" else "paraphrase" if want.says else ""
        if told:
            item["status"] = told
        chosen.setdefault((want.core.source, want.core.start), item)
    return {
        "stance": stance[0][0] if stance else "open",
        "status": "proposed",
        "evidence": list(chosen.values())[:_PLACES],
    }


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
