"""What would hold as a plain dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.json_output.documents import Json
    from zopa.solve.stability import Explanation, Route, StabilityResult
    from zopa.views.stability_more import StabilityMore


def stability_json(result: StabilityResult, more: StabilityMore) -> Json:
    """States as "YN-..." in option order; what is stable for whom under which concept, equilibria, reasons, routes."""
    return {
        "decision_makers": list(result.decision_makers), "options": list(result.options), "states": list(result.states),
        "states_count": result.counts["states"], "status_quo": result.status_quo,
        "stable": {m: {c: list(states) for c, states in by.items()} for m, by in result.stable.items()},
        "equilibria": {c: list(states) for c, states in result.equilibria.items()},
        "counts": dict(result.counts), "cannot_tell": {c: list(states) for c, states in result.cannot_tell.items()},
        "explanations": [_explanation(e) for e in result.explanations], "routes": [_route(r) for r in result.routes],
        "truncated": result.truncated, "method": result.method, **_more(more),
    }  # fmt: skip


def _more(more: StabilityMore) -> Json:
    """Answers to further questions; null where they were not asked."""
    c, m, h = more.coalitions, more.make_hold, more.how_sure
    asked = [] if m is None else [
        {"decision_maker": a.decision_maker, "state": a.state, "other": a.other, "before": a.before, "after": a.after} for a in m.changes
    ]  # fmt: skip
    return {
        "coalitions": {"variant": c.variant, "stable": {k: list(v) for k, v in c.stable.items()}} if c else None,
        "make_hold": {"state": m.state, "concept": m.concept, "distance": m.distance, "changes": asked} if m else None,
        "how_sure": {
            "shares": {k: dict(v) for k, v in h.shares.items()}, "draws": h.draws, "seed": h.seed, "open": list(h.open_questions),
        } if h else None,
    }  # fmt: skip


def _explanation(e: Explanation) -> Json:
    return {
        "state": e.state, "decision_maker": e.decision_maker, "verdict": e.verdict, "concepts": list(e.concepts), "tempting": e.tempting,
        "answer": [{"decision_maker": who, "state": state} for who, state in e.answer], "text": e.text,
    }  # fmt: skip


def _route(route: Route) -> Json:
    def steps(way: tuple[tuple[str, str], ...] | None) -> list[Json] | None:
        return None if way is None else [{"decision_maker": who, "state": state} for who, state in way]

    return {
        "state": route.state, "by_moves": steps(route.by_moves), "by_improvements": steps(route.by_improvements),
        "first_by_moves": list(route.first_by_moves), "first_by_improvements": list(route.first_by_improvements),
    }  # fmt: skip
