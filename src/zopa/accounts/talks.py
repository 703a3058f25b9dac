"""The talks as several documents tell them: who takes part, over what, what blocks, what came of it; one computation for all screens."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.blame import Charge, find_charges
from zopa.accounts.blocks import is_left_open
from zopa.accounts.deadlines import Deadline, find_deadlines
from zopa.accounts.edits import unused_edits
from zopa.accounts.history import without_history
from zopa.accounts.issues import Dispute, find_dispute
from zopa.accounts.omissions import Omission, find_omissions
from zopa.accounts.outcome import TalksOutcome, find_outcome
from zopa.accounts.papers import ToldTerm, find_told_terms
from zopa.accounts.parties import Participants, find_participants
from zopa.accounts.sticking import DividedOver, join_sticking_points
from zopa.accounts.theses import Thesis, find_theses
from zopa.errors import Problem

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from zopa.accounts.edits import TalksEdit
    from zopa.statements import Record

PROBLEM_CODES = {
    "talks-edit-without-object": "an entry of record.yaml names a party, person or issue that these documents do not have"
}


@dataclass(frozen=True, slots=True)
class ReportedTalks:
    """Everything that a reader asks first; `problems` are with the edits that found nothing to edit."""

    participants: Participants
    dispute: Dispute
    outcome: TalksOutcome
    charges: tuple[Charge, ...]
    deadlines: tuple[Deadline, ...] = ()
    theses: tuple[Thesis, ...] = ()
    omissions: tuple[Omission, ...] = ()
    sticking: tuple[DividedOver, ...] = ()
    terms: tuple[ToldTerm, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_talks(
    records: Sequence[Record],
    published: Mapping[str, date | None],
    unread: Sequence[str] = (),
    edits: Sequence[TalksEdit] = (),
) -> ReportedTalks:
    """The talks that the records tell of.

    Args:
        records: of all documents.
        published: day of each document by id.
        unread: ids of documents in a language that is not read.
        edits: what a person says of parties, people and issues.
    """
    read = [without_history(record, published.get(record.source)) for record in records if record.source not in unread]
    participants = find_participants(read, edits)
    dispute = find_dispute(read, participants, edits)
    outcome = find_outcome(read, published, unread)
    sticking = join_sticking_points(read)
    if outcome.state == "settled" and not all(told.part for told in outcome.accounts if told.state == "settled"):
        ends = {told.source: told.passage.start for told in reversed(outcome.accounts) if told.state == "settled"}
        dispute = Dispute(dispute.issues, dispute.wants, tuple(b for b in dispute.blocks if is_left_open(b, ends)))
        sticking = ()  # what stood in the way of what is settled stands there no more
    terms = find_told_terms(read, participants)
    return ReportedTalks(
        participants, dispute, outcome, find_charges(read, participants), find_deadlines(read, published), find_theses(read),
        find_omissions(read, dispute, outcome, participants, published), sticking, terms, _unused(read, edits),
    )  # fmt: skip


def _unused(records: Sequence[Record], edits: Sequence[TalksEdit]) -> tuple[Problem, ...]:
    """A problem for each edit whose name is no word for anything that the texts have, before any edit."""
    if not edits:
        return ()
    bare = find_participants(records)
    issues = find_dispute(records, bare).issues
    made = [edit.to for edit in edits if edit.to]  # an edit may name what an earlier one made
    parties = [word for p in bare.parties for word in (p.name, *p.aliases)] + [side for _, side in bare.names]
    people = [word for p in bare.parties for q in p.people.values() for word in (q.name, *q.aliases)]
    labels = [label for issue in issues for label in issue.labels]
    return tuple(
        Problem(
            "warning", edit.file, edit.line, "talks-edit-without-object",
            f"Expected {edit.what} {edit.name!r} in these documents, found none of that name.",
            "Not applied. `zopa talks` lists the names; take the entry out where it is not needed any more.",
        )
        for edit in unused_edits(edits, parties + made, people + made, labels + made)
    )  # fmt: skip
