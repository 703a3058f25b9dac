"""The talks as several documents tell them: who takes part, over what, what blocks, what came of it; one computation for all screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.issues import Dispute, find_dispute
from zopa.accounts.outcome import Cause, TalksOutcome, find_causes, find_outcome
from zopa.accounts.parties import Participants, find_participants

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from zopa.statements import Record


@dataclass(frozen=True, slots=True)
class ReportedTalks:
    """Everything that a reader asks first."""

    participants: Participants
    dispute: Dispute
    outcome: TalksOutcome
    causes: tuple[Cause, ...]


def find_talks(
    records: Sequence[Record], published: Mapping[str, date | None], unread: Sequence[str] = ()
) -> ReportedTalks:
    """The talks that the records tell of; `unread` are ids of documents in a language that is not read."""
    read = [record for record in records if record.source not in unread]
    participants = find_participants(read)
    dispute = find_dispute(read, participants)
    outcome = find_outcome(read, published, unread)
    if outcome.state == "settled":
        dispute = Dispute(dispute.issues, dispute.wants, ())
    return ReportedTalks(participants, dispute, outcome, find_causes(read, participants))
