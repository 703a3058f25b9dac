"""Meetings that several documents tell of: the same one told alike, or with another place, date or outcome."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.findings import weigh
from zopa.accounts.items import UNKNOWN, Item, with_article
from zopa.accounts.types import Finding

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from zopa.sources import Originator
    from zopa.statements import Record, ReportedMeeting


@dataclass(frozen=True, slots=True)
class _Told:
    meeting: ReportedMeeting
    order: int
    group: int
    origin: int
    items: tuple[Item, ...]


def compare_meetings(
    records: Sequence[Record], documents: list[list[Item]], originators: Mapping[str, Originator]
) -> list[Finding]:
    """One finding for each meeting that two documents tell of, unless they are copies."""
    told = [
        _Told(meeting, order, *_numbers(documents[order], order), _items_at(documents[order], meeting))
        for order, record in enumerate(records)
        for meeting in record.meetings
    ]
    clusters: list[list[_Told]] = []
    for one in told:
        home = next((c for c in clusters if is_same_meeting(c[0].meeting, one.meeting)), None)
        if home is None:
            clusters.append([one])
        else:
            home.append(one)
    return [finding for cluster in clusters if (finding := _judge(cluster, originators)) is not None]


def _numbers(items: list[Item], order: int) -> tuple[int, int]:
    """The numbers of copies and of originators of a document's items."""
    return (items[0].group, items[0].origin) if items else (order, order)


def _items_at(items: list[Item], meeting: ReportedMeeting) -> tuple[Item, ...]:
    here = [i for i in items if i.statement.passage.start == meeting.passage.start and i.statement.within is None]
    named = [i for i in here if i.names & set(meeting.participants)]
    return tuple(named or here)


def find_common_meetings(records: Sequence[Record]) -> set[frozenset[int]]:
    """Pairs of documents, by number, that tell of one meeting that was held: who met, or where and on which day."""
    by_day: dict[tuple[str, date], set[int]] = defaultdict(set)
    by_people: dict[str, list[tuple[int, ReportedMeeting]]] = defaultdict(list)
    found: set[frozenset[int]] = set()
    for number, record in enumerate(records):
        for meeting in record.meetings:
            if meeting.status not in {"held", "reported"}:
                continue
            if meeting.place and meeting.date and meeting.date.from_ and meeting.date.from_ == meeting.date.to:
                by_day[meeting.place, meeting.date.from_].add(number)
            known = {
                other
                for name in meeting.participants
                for other, told in by_people[name]
                if is_same_meeting(told, meeting)
            }
            found |= {frozenset({number, other}) for other in known if other != number}
            for name in meeting.participants:
                by_people[name].append((number, meeting))
    found |= {frozenset({a, b}) for numbers in by_day.values() for a in numbers for b in numbers if a != b}
    return found


def is_same_meeting(one: ReportedMeeting, two: ReportedMeeting) -> bool:
    """True when two tellings may mean one meeting: two who met in common, and neither date nor kind speaks against it."""
    people = set(one.participants) & set(two.participants)
    parties = set(one.parties) & set(two.parties)
    if not people or len(parties) < 2:
        return False  # the same envoys meet one side after the other
    same_place = bool(one.place and two.place and one.place == two.place)
    same_day = bool(one.date and two.date and one.date.from_ and two.date.from_)
    if people <= {*one.parties, *two.parties} and not (same_place or same_day):
        return False  # delegations of the same states meet often
    if _disjoint(one, two):
        return False
    if (one.status == "planned") != (two.status == "planned"):
        return False
    return same_place or same_day or not (one.place and two.place)


def _disjoint(one: ReportedMeeting, two: ReportedMeeting) -> bool:
    a, b = one.date, two.date
    if not (a and b and a.from_ and a.to and b.from_ and b.to):
        return False
    return a.to < b.from_ or b.to < a.from_


def _judge(cluster: list[_Told], originators: Mapping[str, Originator]) -> Finding | None:
    if len({told.group for told in cluster}) < 2:
        return None
    chosen = [told for i, told in enumerate(cluster) if told.order not in {o.order for o in cluster[:i]}]
    who = _who(chosen)
    states = {told.meeting.status for told in chosen} - {"reported"}
    places = {told.meeting.place for told in chosen if told.meeting.place}
    if {"held", "cancelled"} <= states or {"held", "refused"} <= states:
        return _finding(
            "contradicted",
            "status",
            who,
            "One account has the meeting held, the other has it not held.",
            chosen,
            originators,
        )
    callers = {told.meeting.called_off_by for told in chosen if told.meeting.called_off_by}
    if len(callers) > 1:
        listed = " against ".join(with_article(caller) for caller in sorted(callers))
        return _finding(
            "contradicted",
            "agent",
            f"Who called off the meeting of {who}?",
            f"They name different sides: {listed}.",
            chosen,
            originators,
        )
    if states == {"planned"} and len(chosen) > 1:
        return _expectation(who, chosen, originators)
    if len(places) > 1 and states == {"cancelled"}:
        listed = " against ".join(sorted(places))
        return _finding("contradicted", "place", who, f"They name different places: {listed}.", chosen, originators)
    if len(places) > 1 and states <= {"held"}:
        return _places(who, chosen, originators)
    if len({told.origin for told in chosen}) < 2:
        return None
    where = f" ({next(iter(places))})" if len(places) == 1 else ""
    how = "cancelled" if states == {"cancelled"} else "met"
    return _finding(
        "corroborated", "meeting", f"{who} {how}{where}",
        "Both tell of the meeting; whether they know it independently of each other is unknown.", chosen, originators,
    )  # fmt: skip


def _places(who: str, chosen: list[_Told], originators: Mapping[str, Originator]) -> Finding | None:
    """Two places of one meeting on one day; None where a place may hold the other, or the day is not told by all."""
    states = {m.name for told in chosen for i in told.items for m in i.statement.mentions if m.kind == "state"}
    by_place = {told.meeting.place: told for told in chosen if told.meeting.place and told.meeting.place not in states}
    days = {told.meeting.date.from_ if told.meeting.date else None for told in by_place.values()}
    if len(by_place) < 2 or len(days) != 1 or None in days or len({t.group for t in by_place.values()}) < 2:
        return None
    listed = " against ".join(sorted(place for place in by_place if place))
    why = f"They name different places: {listed}."
    return _finding("contradicted", "place", who, why, list(by_place.values()), originators)


def _expectation(who: str, chosen: list[_Told], originators: Mapping[str, Originator]) -> Finding | None:
    """Two days named for a meeting to come; None where the day is one."""
    if len({told.meeting.date and told.meeting.date.from_ for told in chosen}) < 2:
        return None
    why = "They expect it in different ways or at different times; predictions confirm nothing."
    return _finding("opposed-judgement", "prediction", f"a meeting to come: {who}", why, chosen, originators)


def _who(chosen: list[_Told]) -> str:
    """Whom all have taking part; parties stand for whom only one names."""
    people = [n for n in chosen[0].meeting.participants if all(n in t.meeting.participants for t in chosen)]
    if len(people) > 1:
        return ", ".join(people)
    return (
        " and ".join(p for p in chosen[0].meeting.parties if all(p in t.meeting.parties for t in chosen)) or people[0]
    )


def _finding(
    relation: str, slot: str, about: str, why: str, chosen: list[_Told], originators: Mapping[str, Originator]
) -> Finding:
    items = [item for told in chosen for item in told.items]
    return Finding(
        relation=relation,  # pyright: ignore[reportArgumentType] - one of the five, given above
        about=about,
        why=why,
        passages=tuple(told.meeting.passage for told in chosen),
        originators=tuple(_originator(told, originators) for told in chosen),
        weight=weigh(relation, items),  # pyright: ignore[reportArgumentType]
        slot=slot,
        issues=(),
        statements=tuple(item.statement.id for item in items),
    )


def _originator(told: _Told, originators: Mapping[str, Originator]) -> str:
    speaker = told.meeting.speaker
    if speaker and not speaker.anonymous:
        return speaker.name
    origin = originators.get(told.meeting.passage.source)
    return origin.name if origin and origin.named else UNKNOWN
