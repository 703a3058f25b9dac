"""From words to numbers, exactly as the design says (section 6); every filling is an `Assumption`.

Salience high 75, medium 50, low 25, absent: medium. Ranks give equally spaced values from 1 (best) to 0 (worst), all tied: 1. No
position: weight 0. A range counts as its midpoint. A no-deal value in words lies on the party's own utility scale: as good as X is X's
utility, better than X the range from it to 1, worse than X from 0 to it.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from zopa.case.values import WORDS_OF_SALIENCE

if TYPE_CHECKING:
    from collections.abc import Mapping

    from zopa.case.types import Case, Draft, Position

Basis = Literal["evidence", "judgement", "default", "unknown"]
Range = tuple[Fraction, Fraction]
MEDIUM = Fraction(WORDS_OF_SALIENCE["medium"])


@dataclass(frozen=True, slots=True)
class PartyNumbers:
    """What a party's words come to: for each issue its salience and the value of each option, as ranges; its no-deal value."""

    salience: Mapping[str, Range]
    values: Mapping[str, Mapping[str, Range]]
    no_deal: Range | None


def option_values(position: Position, options: tuple[str, ...]) -> dict[str, Range] | None:
    """The value of each option, from 0 to 1; None where the position tells no order of them."""
    if position.values:
        given = {o: (Fraction(a.low), Fraction(a.high)) for o, a in position.values.items()}
        return {option: given.get(option, (Fraction(0), Fraction(0))) for option in options}
    if position.prefers is None:
        return None
    tiers = list(position.prefers.tiers)
    rest = tuple(option for option in options if option not in position.prefers.options)
    if rest:
        tiers.append(rest)
    last = len(tiers) - 1
    rank = {
        option: Fraction(last - n, last) if last else Fraction(1) for n, tier in enumerate(tiers) for option in tier
    }
    return {option: (rank[option], rank[option]) for option in options}


def salience_range(position: Position) -> Range:
    """The salience; medium where nobody has said it."""
    if position.salience is None:
        return MEDIUM, MEDIUM
    return Fraction(position.salience.amount.low), Fraction(position.salience.amount.high)


def party_numbers(case: Case, party: str) -> PartyNumbers:
    """What the words of a party come to, for the issues of the case that have options and are confirmed."""
    salience: dict[str, Range] = {}
    values: dict[str, Mapping[str, Range]] = {}
    for issue, question in case.issues.items():
        position = case.position(party, issue)
        if position is None or position.status == "proposed" or question.status == "proposed" or not question.options:
            continue
        told = option_values(position, tuple(question.options))
        if told is not None:
            salience[issue], values[issue] = salience_range(position), told
    return PartyNumbers(salience, values, _no_deal(case, party, salience, values))


def middle(span: Range) -> Fraction:
    """The midpoint, as which a range counts outside `whatif`."""
    return (span[0] + span[1]) / 2


def draft_utility(draft: Draft, salience: Mapping[str, Range], values: Mapping[str, Mapping[str, Range]]) -> Range:
    """Least and greatest utility of a draft's completions to a party: brackets and silence leave every option they allow."""
    total = sum((middle(s) for s in salience.values()), Fraction(0))
    if not total:
        return Fraction(0), Fraction(0)
    low = high = Fraction(0)
    for issue, weight in salience.items():
        open_ = draft.terms.get(issue) or tuple(values[issue])
        there = [middle(values[issue][option]) for option in open_]
        low += middle(weight) * min(there)
        high += middle(weight) * max(there)
    return low / total, high / total


def _no_deal(
    case: Case, party: str, salience: Mapping[str, Range], values: Mapping[str, Mapping[str, Range]]
) -> Range | None:
    told = case.parties[party].no_deal
    if told is None:
        return None
    if told.amount is not None:
        return Fraction(told.amount.low), Fraction(told.amount.high)
    there = middle(draft_utility(case.drafts[told.draft], salience, values))
    return {"as good as": (there, there), "better than": (there, Fraction(1)), "worse than": (Fraction(0), there)}[
        told.kind
    ]
