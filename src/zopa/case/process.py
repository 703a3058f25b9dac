"""The negotiation about the negotiation in the case file: meetings, channels, gates, calendar, and what is said of time."""

from __future__ import annotations

from typing import Literal

from zopa.case.entry import Entry, EvidenceList, Several
from zopa.case.values import Day, Truth, Words


class Meeting(Entry):
    """Who met whom, where, when, by whose mandate; who was absent or not consulted."""

    date: Day = ""
    place: Words = ""
    people: Several = ()
    parties: Several = ()
    mandate: Words = ""
    sent_by: Words = ""
    status: Literal["held", "cancelled", "refused", "reported", "planned"] = "held"
    absent: Several = ()
    not_consulted: Several = ()
    called_off_by: Words = ""
    duration: Words = ""
    track: Words = ""
    what: Words = ""
    evidence: EvidenceList = ()
    proposed: Truth = False


class Channel(Entry):
    """The standing link between parties, and the people who carry it."""

    parties: Several
    people: Several = ()
    what: Words = ""
    track: Words = ""
    since: Day = ""
    evidence: EvidenceList = ()
    proposed: Truth = False


class Gate(Entry):
    """X before Y, says Z: `before` must come first and opens `after`; `holder` is the party that can let it happen."""

    before: Words
    after: Words
    says: Several = ()
    disputed_by: Several = ()
    holder: Words = ""
    passed: Day = ""
    kind: Literal["precondition", "sequence", "ratification"] = "precondition"
    track: Words = ""
    evidence: EvidenceList = ()
    proposed: Truth = False


class CalendarEntry(Entry):
    """What is due when, and how sure that is."""

    date: Day
    what: Words
    status: Literal["fixed", "reported", "speculated"] = "reported"
    evidence: EvidenceList = ()
    proposed: Truth = False


class TimeClaim(Entry):
    """Somebody says that time helps or hurts a party, by id; who disputes it is named, and evidence `for: denial` speaks against it."""

    says: Several = ()
    helps: Words = ""
    hurts: Words = ""
    what: Words = ""
    disputed_by: Several = ()
    evidence: EvidenceList = ()
    proposed: Truth = False


class Process(Entry):
    """The negotiation about the negotiation."""

    meetings: tuple[Meeting, ...] = ()
    channels: tuple[Channel, ...] = ()
    gates: tuple[Gate, ...] = ()
    calendar: tuple[CalendarEntry, ...] = ()
    time: tuple[TimeClaim, ...] = ()
    not_searched: Several = ()
