"""A redline as a plain dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.json_output.documents import Json, limited

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.plans import Change, Redline, RedlinePoint
    from zopa.views.redline import Favour


def redline_json(redline: Redline, favours: Mapping[int, tuple[Favour, ...]], limit: int) -> Json:
    """The points in the order of the second version; numbers are strings."""
    rows = [_point(point, favours.get(n, ())) for n, point in enumerate(redline.points)]
    return {
        **limited("points", rows, limit),
        "a_numbers": [p.number for p in redline.a],
        "b_numbers": [p.number for p in redline.b],
    }


def _point(point: RedlinePoint, favours: tuple[Favour, ...]) -> Json:
    return {
        "status": point.status,
        "a": [p.number for p in point.a],
        "b": [p.number for p in point.b],
        "changes": [_change(change) for change in point.changes],
        "favours": [{"party": f.party, "issue": f.issue} for f in favours],
        "text_a": [p.text for p in point.a],
        "text_b": [p.text for p in point.b],
        "runs": [{"kind": run.kind, "text": run.text} for run in point.runs],
        "share": point.share,
        "set_by_hand": point.set_by_hand,
    }


def _change(change: Change) -> Json:
    return {
        "kind": change.kind, "before": change.before, "after": change.after, "holder": change.holder or None, "stronger": change.stronger,
    }  # fmt: skip
