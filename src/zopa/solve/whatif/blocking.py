"""How often each conflict blocks: sets of demands that no deal meets together, found in some draws and counted in all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import numpy as np

from zopa.solve.deadlock.conflicts import find_conflicts
from zopa.solve.deadlock.corrections import find_corrections
from zopa.solve.deadlock.members import list_demands
from zopa.solve.whatif.draw import frame_at
from zopa.solve.whatif.possible import NO, Answers, Pool, decide

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.solve.deadlock import Member
    from zopa.solve.whatif.draw import Batch

ROUNDS = 4
"""Draws in which conflicts are looked for: each time the first that no conflict known so far explains."""
LIMIT = 12
"""Conflicts kept."""


@dataclass(frozen=True, eq=False)
class BlockingConflict:
    """Demands that no deal meets together; `blocks`, shape (n,): 1 in the draws in which they do so."""

    members: tuple[Member, ...]
    blocks: Answers


def find_blocking(batch: Batch, deal: Answers) -> tuple[BlockingConflict, ...]:
    """Conflicts of the draws without a deal, those that block most often first; none where every draw has a deal.

    Args:
        batch: the draws.
        deal: shape (n,), whether each has an acceptable deal.
    """
    found: dict[tuple[tuple[str, ...], ...], BlockingConflict] = {}
    unexplained = deal == NO
    for _ in range(ROUNDS):
        if not unexplained.any():
            break
        number = int(np.argmax(unexplained))
        unexplained[number] = False
        for members in _conflicts_of(batch, number):
            key = tuple(sorted((m.kind, m.party, m.issue, m.id) for m in members))
            if key not in found:
                found[key] = BlockingConflict(members, count_blocking(batch, members))
            unexplained &= found[key].blocks != 1
    ordered = sorted(found.items(), key=lambda item: (-int((item[1].blocks == 1).sum()), item[0]))
    return tuple(conflict for _, conflict in ordered[:LIMIT])


def _conflicts_of(batch: Batch, number: int) -> list[tuple[Member, ...]]:
    demands = list_demands(frame_at(batch, number))
    conflicts = find_conflicts(demands, find_corrections(demands, limit=LIMIT), limit=LIMIT)
    return [tuple(demands.members[n] for n in sorted(numbers)) for numbers in conflicts.sets]


def count_blocking(batch: Batch, members: Sequence[Member]) -> Answers:
    """In which draws no deal meets these demands together, shape (n,): 1 where none does, 0 where one does or a demand is not made."""
    frame = batch.frame
    ids = {kind: {m.id for m in members if m.kind == kind} for kind in ("red-line", "no-deal", "condition", "legal")}
    lines = {(m.party, m.issue) for m in members if m.kind == "red-line"}
    barred = [np.zeros_like(flags) for flags in batch.barred]
    made = np.ones(batch.size, dtype=np.bool_)
    for p, party in enumerate(frame.parties):
        for i, issue in enumerate(frame.issues):
            if (party, issue) in lines:
                barred[i][:, :, p] = batch.barred[i][:, :, p]
                made &= batch.barred[i][:, :, p].any(axis=1)
    floors = batch.floors * np.array([party in ids["no-deal"] for party in frame.parties])
    only = replace(
        frame,
        conditions=tuple(c for c in frame.conditions if c.id in ids["condition"]),
        legal=tuple(law for law in frame.legal if law.id in ids["legal"]),
    )
    answer = decide(Pool(replace(batch, frame=only, barred=tuple(barred), floors=floors)), only=made)
    return np.where(answer < 0, np.where(made, answer, 0), answer == NO).astype(np.int8)
