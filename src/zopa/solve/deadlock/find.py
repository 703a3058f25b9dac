"""The whole answer of a deadlock for one frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.solve.budget import SolverStoppedError
from zopa.solve.deadlock.conflicts import find_conflicts
from zopa.solve.deadlock.corrections import MAX_SETS, find_corrections
from zopa.solve.deadlock.members import Member, list_demands
from zopa.solve.deadlock.nearness import Nearness, find_nearness
from zopa.solve.deadlock.ways import WayOut, build_way_out
from zopa.solve.deals.exists import find_plain_reason

if TYPE_CHECKING:
    from collections.abc import Callable

    from zopa.model.frame import Frame


@dataclass(frozen=True, slots=True)
class DeadlockResult:
    """Why there is no deal and every way out, or how near the zone is to closing.

    Attributes:
        zopa_exists: whether some deal is acceptable.
        sentence: the answer in one plain sentence.
        conflicts: minimal sets of demands that no deal meets together, smallest first; none where a deal exists.
        ways_out: minimal ways out that need no law to change, by size; each concerns the parties in its `asks`.
        by_party: name of each veto party, alphabetical, to the ways that ask it for something; "" for those that ask nobody.
        legal_ways_out: minimal ways out that need a law to change, apart.
        conflicts_complete, ways_complete: False where only the first hundred, or those found in time, are listed.
        nearness: where a deal exists; None in a deadlock.
        method: how it was found.
        interrupted: stopped by the user, or because the time was up; what was found stands.
    """

    zopa_exists: bool
    sentence: str
    conflicts: tuple[tuple[Member, ...], ...]
    ways_out: tuple[WayOut, ...]
    by_party: dict[str, tuple[WayOut, ...]]
    legal_ways_out: tuple[WayOut, ...]
    conflicts_complete: bool
    ways_complete: bool
    nearness: Nearness | None
    method: str
    interrupted: bool = False

    @property
    def complete(self) -> bool:
        """Whether all conflicts and all ways out are listed."""
        return self.conflicts_complete and self.ways_complete


METHOD = (
    "integer programmes (HiGHS), every deal checked in integers; conflicts as hitting sets of what must be given up"
)


def find_deadlock(
    frame: Frame, *, limit: int = MAX_SETS, progress: Callable[[int, int], None] | None = None
) -> DeadlockResult:
    """Conflicts and ways out of an empty zone, or how near a zone is to closing.

    Args:
        frame: the negotiation.
        limit: conflicts and ways out listed, each.
        progress: called with (ways told, ways).

    An interrupt returns what is known so far, marked so.
    """
    demands = list_demands(frame)
    corrections = find_corrections(demands, limit=limit)
    if corrections.sets and not corrections.sets[0].given_up:
        nearness = find_nearness(frame, corrections.sets[0].deal)
        sentence = "There is a deal that every party with a veto can accept."
        return DeadlockResult(True, sentence, (), (), {}, (), True, True, nearness, METHOD)
    ways: list[WayOut] = []
    sets: tuple[frozenset[int], ...] = ()
    whole = interrupted = False
    try:
        conflicts = find_conflicts(demands, corrections, limit=limit)
        sets, whole = conflicts.sets, conflicts.complete
        listed = corrections.sets[:limit]
        for correction in listed:
            ways.append(build_way_out(demands, correction))
            if progress:
                progress(len(ways), len(listed))
    except (KeyboardInterrupt, SolverStoppedError):
        interrupted = True
    told = tuple(tuple(demands.members[n] for n in sorted(s)) for s in sets)
    free = tuple(way for way in ways if not way.needs_law)
    return DeadlockResult(
        False, _sentence(frame, told, len(free)), told, free, _by_party(frame, free),
        tuple(way for way in ways if way.needs_law), whole,
        corrections.complete and len(ways) == len(corrections.sets), None, METHOD, interrupted,
    )  # fmt: skip


def _by_party(frame: Frame, ways: tuple[WayOut, ...]) -> dict[str, tuple[WayOut, ...]]:
    """Ways by the party that they ask, in the order of the parties' names; a way that asks two stands under both."""
    parties = sorted((frame.parties[p] for p in frame.veto_parties), key=lambda id: (frame.name(id), id))  # noqa: A006
    grouped = {party: tuple(way for way in ways if party in way.asks) for party in parties}
    nobody = tuple(way for way in ways if not way.asks)
    return {party: found for party, found in grouped.items() if found} | ({"": nobody} if nobody else {})


def _sentence(frame: Frame, conflicts: tuple[tuple[Member, ...], ...], ways: int) -> str:
    plain = find_plain_reason(frame)
    if plain:
        return f"There is no deal. {plain}"
    if not conflicts:
        return "There is no deal that every party with a veto can accept."
    size = len(conflicts[0])
    clash = "one demand alone cannot be met" if size == 1 else f"the smallest conflict is between {size} demands"
    out = "is 1 minimal way" if ways == 1 else f"are {ways} minimal ways"
    return f"There is no deal: {clash}, and there {out} out without a change of law."
