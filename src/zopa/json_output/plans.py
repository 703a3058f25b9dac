"""A redline as a plain dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.json_output.documents import Json, limited
from zopa.plans import count_brackets
from zopa.views.redline import change_words

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.plans import Change, CourseStep, Plan, Point, Redline, RedlinePoint, VersionHistory
    from zopa.sources import Document
    from zopa.views.redline import Favour

_LISTS = {
    "heading": "headings",
    "preamble": "preamble",
    "annex": "annexes",
    "footnote": "annexes",
    "closing": "annexes",
}


def redline_json(
    redline: Redline, favours: Mapping[int, tuple[Favour, ...]], limit: int,
    versions: Sequence[tuple[str, Document, Plan]] = (), history: VersionHistory | None = None,
) -> Json:  # fmt: skip
    """The points in the order of the second version; numbers are strings.

    `headings`, `preamble` and `annexes` (with footnotes and closing lines) hold the other words of the texts, in the same form; with
    `unplaced` they hold every word of both texts once.
    """
    names, documents, plans = [v[0] for v in versions], [v[1] for v in versions], [v[2] for v in versions]
    ids = (documents[0].id, documents[-1].id) if documents else ("a", "b")
    rows = [_point(point, favours.get(n, ()), documents, ids) for n, point in enumerate(redline.points)]
    if history is not None:
        for n, row in enumerate(rows):
            row["history"] = [_step(step, names) for step in history.histories.get(n, ())]
        rows += [_passing(course, names) for course in history.passing]
    parts: dict[str, list[Json]] = {"headings": [], "preamble": [], "annexes": []}
    for point in redline.parts:
        part = (point.b or point.a)[0].part
        parts[_LISTS[part]].append({**_point(point, (), documents, ids), "part": part})
    made: Json = {
        **limited("points", rows, limit),
        "a_numbers": [p.number for p in redline.a],
        "b_numbers": [p.number for p in redline.b],
    }
    for name, some in parts.items():
        made |= limited(name, some, limit)
    if plans:
        made |= _coverage(documents, plans, limit)
    tracked = [row for each in zip(names, documents, plans, strict=True) for row in _tracked(*each)]
    made |= limited("tracked", tracked, limit)
    if history is not None:
        made["versions"] = [_version(*each) for each in zip(names, documents, plans, strict=True)]
        made |= limited("blame", [
            {"number": b.number, "runs": [{"version": names[v], "text": t} for v, t in b.runs]} for b in history.blame
        ], limit)  # fmt: skip
    return made


def _tracked(name: str, document: Document, plan: Plan) -> list[Json]:
    """Tracked changes and comments that a version's own file holds, each with the point in which it stands."""
    numbers = plan.numbers_at([one.start for one in document.revisions])
    return [
        {"version": name, "source": document.id, "number": number, "kind": one.kind, "author": one.author, "date": one.date,
         "text": one.text, "start": one.start}
        for number, one in zip(numbers, document.revisions, strict=True)
    ]  # fmt: skip


def _coverage(documents: Sequence[Document], plans: Sequence[Plan], limit: int) -> Json:
    """Words of each version, how many are in a point or part, and what is in none; brackets and options by version."""
    keys = ("a", "b") if len(plans) == 2 else tuple(chr(97 + n) if n < 26 else str(n + 1) for n in range(len(plans)))
    unplaced = {
        key: [
            {"source": d.id, "start": s, "end": e, "text": d.text[s:e], "reason": why} for s, e, why in plan.unplaced
        ][:limit]
        for key, d, plan in zip(keys, documents, plans, strict=True)
    }
    return {
        "coverage": {key: {"words": plan.words, "placed": plan.placed} for key, plan in zip(keys, plans, strict=True)},
        "unplaced": unplaced,
        "unplaced_count": {key: len(plan.unplaced) for key, plan in zip(keys, plans, strict=True)},
        "brackets": {key: count_brackets(d.text) for key, d in zip(keys, documents, strict=True)},
        "options": {key: plan.options for key, plan in zip(keys, plans, strict=True)},
    }


def _version(name: str, document: Document, plan: Plan) -> Json:
    return {
        "name": name, "source": document.id, "words": plan.words, "placed": plan.placed, "points": len(plan.points),
        "brackets": count_brackets(document.text), "options": plan.options,
    }  # fmt: skip


def _point(
    point: RedlinePoint, favours: tuple[Favour, ...], documents: Sequence[Document], ids: tuple[str, str]
) -> Json:
    whole = point.whole
    return {
        "status": point.status,
        "a": [p.number for p in point.a],
        "b": [p.number for p in point.b],
        "heading": next((p.heading for p in (*point.b, *point.a) if p.heading), ""),
        "changes": [_change(change) for change in point.changes],
        "bracket_changes": [
            {"kind": "closed" if c.before else "opened", "text": c.before or c.after, "holder": c.holder or None}
            for c in point.changes if c.kind == "bracket"
        ],
        "told": [change_words(change) for change in point.changes],
        "favours": [{"party": f.party, "issue": f.issue} for f in favours],
        "text_a": [] if whole else [p.text for p in point.a],
        "text_b": [] if whole else [p.text for p in point.b],
        "passages_a": _passages(point.a, documents[0] if documents else None, ids[0]),
        "passages_b": _passages(point.b, documents[-1] if documents else None, ids[1]),
        "runs": [{"kind": run.kind, "text": run.text} for run in point.runs],
        "share": point.share,
        "set_by_hand": point.set_by_hand,
        "whole": whole,
    }  # fmt: skip


def _passages(points: Sequence[Point], document: Document | None, source: str) -> list[Json]:
    """All that the points own in their text, their numbers too."""
    if document is None:
        return []
    return [{"source": source, "start": s, "end": e, "text": document.text[s:e]} for p in points for s, e in p.spans]


def _step(step: CourseStep, names: Sequence[str]) -> Json:
    return {"version": names[step.version], "number": step.number or None, "status": step.status}


def _passing(course: Sequence[CourseStep], names: Sequence[str]) -> Json:
    """A point that stood only between the first and the last version."""
    return {
        "status": "dropped", "a": [], "b": [], "heading": "", "changes": [], "bracket_changes": [], "told": [], "favours": [],
        "text_a": [], "text_b": [], "passages_a": [], "passages_b": [], "runs": [], "share": 0.0, "set_by_hand": False, "whole": False,
        "history": [_step(step, names) for step in course],
    }  # fmt: skip


def _change(change: Change) -> Json:
    return {
        "kind": change.kind, "before": change.before, "after": change.after, "holder": change.holder or None, "stronger": change.stronger,
    }  # fmt: skip
