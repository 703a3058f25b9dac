"""Deals and deadlocks as plain dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.json_output.documents import Json, passage_json

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.solve.deadlock import Member, WayOut
    from zopa.solve.deals import DealsResult, DraftResult, Effect, Existence, Outcome, RobustPackage, Share, Solution
    from zopa.sources import Passage
    from zopa.views.deadlock import DeadlockUnder
    from zopa.views.deals import Deals, DealsUnder

CONCEPTS = {"weighted-nash": "weighted_nash", "kalai-smorodinsky": "kalai_smorodinsky"}


def deals_json(made: Deals, limit: int) -> Json:
    """One entry for each reading, and the packages that hold under several."""
    return {
        "readings": [_reading(under, made.robust, limit) for under in made.readings],
        "robust": [_robust(package) for package in made.robust],
    }


def deadlock_json(
    made: Sequence[DeadlockUnder], passages: Mapping[tuple[str, str], Sequence[Passage]], limit: int
) -> Json:
    """Conflicts and ways out under each reading; `passages` are those behind the red line of (party, issue)."""
    return {"readings": [_deadlock(under, passages, limit) for under in made]}


def outcome_json(outcome: Outcome) -> Json:
    """A deal and what it is worth to each party."""
    return {"deal": outcome.deal, "utility": outcome.utility}


def _reading(under: DealsUnder, robust: Sequence[RobustPackage], limit: int) -> Json:
    result = under.result
    return {
        "reading": under.reading, "title": under.title,
        "zopa": _zopa(result.zopa, result.share),
        "exact": result.exact, "bound": result.bound, "frontier_count": result.frontier_count,
        "frontier": [outcome_json(row) for row in result.frontier[:limit]],
        "truncated": len(result.frontier) > limit or (result.frontier_count or 0) > len(result.frontier)
        or any(len(s.outcomes) > limit or not s.complete for s in result.solutions.values()),
        "solutions": {CONCEPTS.get(c, c): [outcome_json(o) for o in s.outcomes[:limit]] for c, s in result.solutions.items()},
        "solutions_count": {CONCEPTS.get(c, c): s.count for c, s in result.solutions.items()},
        "certificates": {CONCEPTS.get(c, c): _certificate(s) for c, s in result.solutions.items()},
        "drafts": [_draft(draft) for draft in result.drafts],
        "robust": [_robust(package) for package in robust if under.reading in package.readings],
        "surviving": _surviving(result), "arithmetic": [_effect(effect) for effect in result.effects],
        "interrupted": result.interrupted, "warnings": list(result.warnings), "method": result.method, "seed": result.seed,
    }  # fmt: skip


def _zopa(zopa: Existence | None, share: Share | None) -> Json:
    exact = share is not None and share.exact
    return {
        "exists": zopa.exists if zopa else None, "answer": zopa.certain if zopa else "cannot tell",
        "share": share.share if share else None, "share_interval": list(share.interval) if share else None,
        "share_exact": exact, "count": share.count if share else None, "of": share.of if share else None,
        "reason": (zopa.reason or None) if zopa else None,
        "turns_on": [{"unknown": u.kind, "text": u.text} for u in zopa.flips] if zopa else [],
    }  # fmt: skip


def _certificate(solution: Solution) -> Json | None:
    c = solution.certificate
    shown = None if c is None else {"value": c.value, "bound": c.bound, "method": c.method, "proven": c.proven}
    return {"certificate": shown, "count": solution.count, "complete": solution.complete, "source": solution.source}


def _draft(draft: DraftResult) -> Json:
    reference = draft.reference.utility if draft.reference else {p: low for p, (low, _) in draft.utility.items()}
    return {
        "id": draft.id, "name": draft.name, "utility": reference,
        "utility_range": {party: list(span) for party, span in draft.utility.items()},
        "acceptable": list(draft.acceptable_to), "in_zopa": draft.in_zopa,
        "refused_by": {party: list(why) for party, why in draft.refused_by.items()},
        "dominated_by": outcome_json(draft.dominated_by) if draft.dominated_by else None, "joint_gain": draft.joint_gain,
        "completions": draft.completions,
        "concessions": [
            {"party": c.party, "issue": c.issue, "option": c.option, "cost": c.cost, "gain": c.gain} for c in draft.concessions
        ],
        "trades": [{"issues": list(t.issues), "options": list(t.options), "utility_change": t.utility_change} for t in draft.trades],
    }  # fmt: skip


def _robust(package: RobustPackage) -> Json:
    return {
        "deal": package.outcome.deal, "readings": list(package.readings), "except_for": package.except_for or None,
        "margin": package.margin,
    }  # fmt: skip


def _surviving(result: DealsResult) -> Json | None:
    s = result.surviving
    return (
        None
        if s is None
        else {"some": {i: list(o) for i, o in s.some.items()}, "all": {i: list(o) for i, o in s.all.items()}}
    )


def _effect(effect: Effect) -> Json:
    return {
        "what": effect.what,
        "id": effect.id,
        "effect": effect.effect,
        "with_it": effect.with_it,
        "without": effect.without,
    }


def _deadlock(under: DeadlockUnder, passages: Mapping[tuple[str, str], Sequence[Passage]], limit: int) -> Json:
    result = under.result
    conflicts = [[_member(member, passages) for member in members] for members in result.conflicts]
    near = result.nearness
    return {
        "reading": under.reading, "title": under.title, "zopa_exists": result.zopa_exists, "sentence": result.sentence,
        "conflicts": conflicts[:limit], "conflicts_count": len(conflicts),
        "ways_out": [_way(way, passages) for way in result.ways_out[:limit]], "ways_out_count": len(result.ways_out),
        "legal_ways_out": [_way(way, passages) for way in result.legal_ways_out[:limit]],
        "complete": result.complete,
        "nearness": {"room": near.room, "rise": near.rise, "red_lines": [list(line) for line in near.red_lines]} if near else None,
        "method": result.method,
    }  # fmt: skip


def _way(way: WayOut, passages: Mapping[tuple[str, str], Sequence[Passage]]) -> Json:
    return {
        "asks": ", ".join(way.asks), "parties": list(way.asks), "give_up": [_member(member, passages) for member in way.give_up],
        "opens": outcome_json(way.opens), "opens_count": way.opens_count, "needs_law": way.needs_law,
    }  # fmt: skip


def _member(member: Member, passages: Mapping[tuple[str, str], Sequence[Passage]]) -> Json:
    return {
        "kind": member.kind, "party": member.party or None, "issue": member.issue or None, "id": member.id, "to": member.to,
        "stated": member.stated, "passages": [passage_json(p) for p in passages.get((member.party, member.issue), ())],
    }  # fmt: skip
