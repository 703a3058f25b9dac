"""A brief for others without ways out: nothing in it says what a party could give up, or what could be dropped, to open a deal."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.solve.deadlock import DeadlockResult
    from zopa.solve.deals import DealsResult
    from zopa.views.case_brief import CaseAnalysis


def count_ways_out(analysis: CaseAnalysis) -> int:
    """Ways out of the deadlocks that a brief shows; next concessions, trades, and what leaving something out would open."""
    found = sum(len(under.result.ways_out) + len(under.result.legal_ways_out) for under in analysis.deadlock[:1])
    for under in analysis.deals.readings[:1] if analysis.deals else ():
        found += sum(len(draft.concessions) + len(draft.trades) for draft in under.result.drafts)
        found += sum(effect.effect == "opens" for effect in under.result.effects)
    return found


def without_ways_out(analysis: CaseAnalysis) -> CaseAnalysis:
    """The analysis without them; what blocks, and which deals are possible, stays."""
    deals = analysis.deals and replace(
        analysis.deals, readings=tuple(replace(u, result=_deals(u.result)) for u in analysis.deals.readings)
    )
    deadlock = tuple(replace(under, result=_deadlock(under.result)) for under in analysis.deadlock)
    found = analysis.found_out and replace(
        analysis.found_out, lifted=()
    )  # which conditions would open a deal if dropped
    return replace(analysis, deals=deals, deadlock=deadlock, found_out=found)


def _deadlock(result: DeadlockResult) -> DeadlockResult:
    """The conflicts only; the sentence ends before it counts the ways out."""
    told = result.sentence.partition(", and there ")
    sentence = f"{told[0]}." if told[1] else result.sentence
    return replace(result, sentence=sentence, ways_out=(), by_party={}, legal_ways_out=())


def _deals(result: DealsResult) -> DealsResult:
    drafts = tuple(replace(draft, concessions=(), trades=()) for draft in result.drafts)
    return replace(result, drafts=drafts, effects=())
