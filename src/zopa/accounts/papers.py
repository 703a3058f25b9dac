"""What offers, drafts and pacts hold, as all accounts tell it: each term once an account, with the party whose paper it is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.statements.plan_terms import ROW_NAMES
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.accounts.parties import Participants
    from zopa.statements import Record
    from zopa.statements.types import PlanTerm


@dataclass(frozen=True, slots=True)
class ToldTerm:
    """A term of a paper as an account tells it, and the party whose paper it is, or None where that is not told."""

    term: PlanTerm
    owner: str | None


def find_told_terms(records: Sequence[Record], participants: Participants) -> tuple[ToldTerm, ...]:
    """The terms of all accounts in their order, those told most plainly first; of two that overlap the longer."""
    found: list[ToldTerm] = []
    for record in records:
        kept: list[PlanTerm] = []
        told = [
            t
            for t in record.terms
            if t.owner or t.paper.text.split(maxsplit=1)[0].lower() not in words_of("own_possessive")
        ]
        for term in sorted(told, key=lambda t: t.what.start - t.what.end):
            if not any(term.what.start < other.what.end and other.what.start < term.what.end for other in kept):
                kept.append(term)
        kept.sort(key=lambda t: t.what.start)
        found += [ToldTerm(term, participants.party_of(record.source, term.owner)) for term in kept]
    return tuple(sorted(found, key=lambda told: ROW_NAMES.index(told.term.kind)))
