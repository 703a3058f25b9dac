"""What can stand in the way of a deal, one by one: red lines, no-deal values, conditions and laws."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Collection

    from zopa.model.frame import Deal, Frame

Kind = Literal["red-line", "no-deal", "condition", "legal"]


@dataclass(frozen=True, slots=True)
class Member:
    """One demand that a deal may have to give up.

    Attributes:
        kind: red-line, no-deal, condition or legal.
        party: id of the party that makes it, "" for conditions and laws.
        issue: id of the issue, "" where it concerns several.
        id: of the red line, condition or law; the party's id for a no-deal value.
        to: what is asked: for a no-deal value the utility that it must fall to (as text with full precision is the
            caller's matter), for a red line or law the option id to take; None in a conflict.
        stated: False for a red line that is only inferred.
    """

    kind: Kind
    party: str
    issue: str
    id: str
    to: float | str | None = None
    stated: bool = True


@dataclass(frozen=True, slots=True)
class Demands:
    """All members of a frame that filter deals, numbered; `place` is their index in the frame's own lists."""

    frame: Frame
    members: tuple[Member, ...]
    place: tuple[int, ...]

    def numbers(self, kind: Kind) -> tuple[int, ...]:
        """Numbers of the members of one kind."""
        return tuple(n for n, member in enumerate(self.members) if member.kind == kind)

    def broken_by(self, deal: Deal) -> frozenset[int]:
        """Members that a deal does not respect."""
        frame, total = self.frame, self.frame.total(deal)
        broken: set[int] = set()
        for n, (member, place) in enumerate(zip(self.members, self.place, strict=True)):
            if member.kind == "red-line":
                holds = deal[frame.red_lines[place].issue] not in frame.red_lines[place].options
            elif member.kind == "legal":
                holds = deal[frame.legal[place].issue] not in frame.legal[place].options
            elif member.kind == "condition":
                holds = frame.conditions[place].holds(deal)
            else:
                holds = total[place] >= (frame.no_deal[place] or 0)
            if not holds:
                broken.add(n)
        return frozenset(broken)

    def only(self, kept: Collection[int]) -> Frame:
        """The frame in which only some members stand; all others are dropped."""
        frame = self.frame
        places = {kind: {self.place[n] for n in kept if self.members[n].kind == kind} for kind in _KINDS}
        return replace(
            frame,
            red_lines=tuple(line for n, line in enumerate(frame.red_lines) if n in places["red-line"]),
            legal=tuple(law for n, law in enumerate(frame.legal) if n in places["legal"]),
            conditions=tuple(tie for n, tie in enumerate(frame.conditions) if n in places["condition"]),
            no_deal=tuple(least if p in places["no-deal"] else None for p, least in enumerate(frame.no_deal)),
        )


_KINDS: tuple[Kind, ...] = ("red-line", "no-deal", "condition", "legal")


def list_demands(frame: Frame) -> Demands:
    """Members in the order red lines, no-deal values, conditions, laws; of parties without veto none."""
    members: list[Member] = []
    place: list[int] = []
    for n, line in enumerate(frame.red_lines):
        if frame.veto[line.party]:
            party, issue = frame.parties[line.party], frame.issues[line.issue]
            members.append(Member("red-line", party, issue, line.id, stated=line.stated))
            place.append(n)
    for p in frame.veto_parties:
        if frame.no_deal[p] is not None:
            members.append(Member("no-deal", frame.parties[p], "", frame.parties[p]))
            place.append(p)
    for n, condition in enumerate(frame.conditions):
        members.append(Member("condition", "", "", condition.id))
        place.append(n)
    for n, law in enumerate(frame.legal):
        if law.blocks:
            members.append(Member("legal", "", frame.issues[law.issue], law.id))
            place.append(n)
    return Demands(frame, tuple(members), tuple(place))
