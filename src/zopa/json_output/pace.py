"""What waiting does as a plain dictionary."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.json_output.case import assumptions_json
from zopa.json_output.documents import Json, passage_json

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.case import Assumption
    from zopa.solve.pace import PatientDeal
    from zopa.views.pace import Pace, PaceUnder


def pace_json(made: Pace, ledger: Sequence[Assumption]) -> Json:
    """Claims about time, open gates, what patience does to the agreed deal, what a month costs, and what that assumes."""
    used = [a for a in ledger if a.what in {"patience", "no-deal value"} and a.basis != "evidence"]
    return {
        "claims": [
            {"by": list(c.says), "helps": c.helps or None, "hurts": c.hurts or None, "what": c.what, "disputed_by": list(c.disputed_by),
             "passages": [passage_json(p) for p in c.passages], "against": [passage_json(p) for p in c.against]}
            for c in made.claims
        ],
        "open_gates": [
            {"before": g.before, "after": g.after, "says": list(g.says), "disputed_by": list(g.disputed_by), "holder": g.holder or None,
             "passages": [passage_json(p) for p in g.passages]}
            for g in made.process.open_gates
        ],
        "patience": [row for under in made.readings for row in _patience(made, under)],
        "month_costs": [
            {"reading": under.reading, "party": party, "cost": cost, "filed": party in made.discounts}
            for under in made.readings for party, cost in under.usual.month_cost.items()
        ],
        "by_deadline": [
            {"reading": under.reading, "first": first, "month": month, "deal": outcome.deal if outcome else None}
            for under in made.readings for first, (outcome, month) in (under.last or {}).items()
        ],
        "closes": {under.reading: under.closes for under in made.readings} if made.drift else None,
        "deadlines": dict(made.deadlines), "months": made.months, "risk": made.risk, "drift": dict(made.drift),
        "assumptions": assumptions_json(used),
    }  # fmt: skip


def _patience(made: Pace, under: PaceUnder) -> list[Json]:
    """For each party that must agree the deal as filed and as its patience is tried."""
    veto = [under.frame.parties[p] for p in under.frame.veto_parties]
    return [
        {
            "reading": under.reading, "party": party, "word": made.words.get(party), "discount": made.discounts.get(party),
            "cost": made.costs.get(party),
            "deal_by_patience": [_deal("as filed", under.usual), *(_deal(t.word, t.found) for t in under.tried if t.party == party)],
        }
        for party in veto
    ]  # fmt: skip


def _deal(word: str, found: PatientDeal) -> Json:
    return {
        "word": word, "weights": dict(found.weights), "deal": found.outcome.deal if found.outcome else None,
        "utility": found.outcome.utility if found.outcome else None,
    }  # fmt: skip
