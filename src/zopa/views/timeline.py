"""The process as data: meetings, channels, gates, calendar, who is not heard; from a case, or from documents alone."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.case.checks import gate_circles
from zopa.case.speakers import find_teller
from zopa.case.values import first_day, last_day
from zopa.views.process import group_meetings
from zopa.views.unread import say_unread, unread_words
from zopa.views.wants import find_unheard

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from collections.abc import Set as AbstractSet

    from zopa.case import Case
    from zopa.sources import Passage
    from zopa.statements import ReportedMeeting
    from zopa.text import DateRef
    from zopa.views.grid import CaseEvidence
    from zopa.views.material import Material


@dataclass(frozen=True, slots=True)
class MeetingRow:
    """Who met whom; `date` as precise as it is known."""

    date: str
    place: str
    participants: tuple[str, ...]
    parties: tuple[str, ...]
    status: str
    passages: tuple[Passage, ...]
    mandate: str = ""
    sent_by: str = ""
    absent: tuple[str, ...] = ()
    not_consulted: tuple[str, ...] = ()
    called_off_by: str = ""
    duration: str = ""
    track: str = ""
    what: str = ""
    proposed: bool = False
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class ChannelRow:
    """The standing link between parties: through whom, how often they met, when last."""

    parties: tuple[str, ...]
    people: tuple[str, ...]
    passages: tuple[Passage, ...]
    last: str = ""
    meetings: int = 0
    what: str = ""
    track: str = ""


@dataclass(frozen=True, slots=True)
class GateRow:
    """X before Y, says Z; `holder` can let it happen, `passed` is the day on which it did."""

    before: str
    after: str
    says: tuple[str, ...]
    passages: tuple[Passage, ...]
    disputed_by: tuple[str, ...] = ()
    holder: str = ""
    passed: str = ""
    kind: str = "precondition"
    track: str = ""
    hedged: bool = False


@dataclass(frozen=True, slots=True)
class CalendarRow:
    """What is due when; fixed, reported or speculated."""

    date: str
    what: str
    status: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class ProcessView:
    """The negotiation about the negotiation. Names are as shown; `not_heard` are parties without a quoted word of their own."""

    meetings: tuple[MeetingRow, ...]
    channels: tuple[ChannelRow, ...]
    gates: tuple[GateRow, ...]
    calendar: tuple[CalendarRow, ...]
    not_heard: tuple[str, ...]
    not_searched: tuple[str, ...] = ()
    circles: tuple[tuple[str, ...], ...] = ()
    unread: str = ""  # texts in languages that are not read, in words

    @property
    def open_gates(self) -> tuple[GateRow, ...]:
        """Gates that stand between today and a settlement, those that open others first; circles in the order given."""
        waiting = [gate for gate in self.gates if not gate.passed]
        ordered: list[GateRow] = []
        while waiting:
            after = {gate.after for gate in waiting}
            free = [gate for gate in waiting if gate.before not in after] or waiting[:1]
            ordered += free
            waiting = [gate for gate in waiting if gate not in free]
        return tuple(ordered)


def process_of_case(
    case: Case, evidence: CaseEvidence, quoted: Callable[[AbstractSet[str]], AbstractSet[str]] = lambda _: frozenset[str](),
    unread: str = "",
) -> ProcessView:  # fmt: skip
    """The process that a case holds.

    Args:
        case: the case.
        evidence: what the views know of its quotes.
        quoted: tells of parties that no evidence quotes which the documents quote all the same.
        unread: documents in languages that are not read, in words; what they quote cannot be seen, so nobody counts as not heard.
    """

    def passages(kind: str, n: int) -> tuple[Passage, ...]:
        path = ("process", kind, n, "evidence")
        return tuple(p for key, p in evidence.passages.items() if key[:4] == path)

    meetings = tuple(
        MeetingRow(
            m.date, m.place, m.people or tuple(case.party_name(p) for p in m.parties), _parties(case, m.people, m.parties), m.status,
            passages("meetings", n), m.mandate, m.sent_by, m.absent, m.not_consulted, case.party_name(m.called_off_by), m.duration,
            m.track, m.what, m.proposed,
        )
        for n, m in enumerate(case.process.meetings)
    )  # fmt: skip
    stated = tuple(
        ChannelRow(
            tuple(sorted(case.party_name(p) for p in c.parties)),
            c.people,
            passages("channels", n),
            what=c.what,
            track=c.track,
        )
        for n, c in enumerate(case.process.channels)
    )
    gates = tuple(
        GateRow(g.before, g.after, tuple(case.party_name(s) for s in g.says), passages("gates", n),
                tuple(case.party_name(s) for s in g.disputed_by), case.party_name(g.holder) if g.holder else "", g.passed, g.kind, g.track)
        for n, g in enumerate(case.process.gates)
    )  # fmt: skip
    calendar = tuple(
        CalendarRow(c.date, c.what, c.status, passages("calendar", n)) for n, c in enumerate(case.process.calendar)
    )
    unheard = () if unread else _unheard(case, evidence, quoted)
    not_searched = (*case.process.not_searched, *((say_unread(unread),) if unread else ()))
    return ProcessView(
        tuple(sorted(meetings, key=lambda m: (first_day(m.date) if m.date else "9999", m.place))),
        _channels(stated, meetings), gates, tuple(sorted(calendar, key=lambda c: first_day(c.date))), unheard,
        not_searched, tuple(gate_circles(case)), unread,
    )  # fmt: skip


def _unheard(
    case: Case, evidence: CaseEvidence, quoted: Callable[[AbstractSet[str]], AbstractSet[str]]
) -> tuple[str, ...]:
    """Names of the parties whom neither evidence nor a document quotes."""
    heard = {
        party
        for party in case.parties
        for issue in case.issues
        for word in evidence.words(case, party, issue)
        if word.voice == "quoted"
    }
    silent = set(case.parties) - heard
    silent -= quoted(silent) if silent else set()
    return tuple(sorted((case.party_name(p) for p in silent), key=str.lower))


def process_of_documents(material: Material) -> ProcessView:
    """The process that documents tell of."""
    meetings = tuple(_told_meeting(group) for group in group_meetings(material))
    gates = tuple(
        GateRow(_flat(g.before.text), _flat(g.after.text), (g.says,) if g.says else (), (g.passage,),
                kind="sequence" if g.kind == "sequence" else "precondition")
        for record in material.originals
        for g in record.gates
    )  # fmt: skip
    unread = unread_words(material.documents)
    return ProcessView(
        tuple(sorted(meetings, key=lambda m: (first_day(m.date) if m.date else "9999", m.place))),
        _channels((), meetings), gates, _told_calendar(material, meetings), tuple(find_unheard(material)),
        ("other accounts than the documents given", *((say_unread(unread),) if unread else ())), unread=unread,
    )  # fmt: skip


def _parties(case: Case, people: Iterable[str], parties: Sequence[str]) -> tuple[str, ...]:
    found = {find_teller(case, person).party for person in people} | set(parties)
    return tuple(sorted(case.party_name(p) for p in found if p))


def _channels(stated: Sequence[ChannelRow], meetings: Sequence[MeetingRow]) -> tuple[ChannelRow, ...]:
    """Channels as stated, with what the meetings that were held tell of them; and those that meetings alone tell of."""
    rows: dict[tuple[str, ...], ChannelRow] = {}
    for channel in stated:
        rows[channel.parties] = channel
    for meeting in meetings:
        if meeting.status not in {"held", "reported"} or len(meeting.parties) < 2:
            continue
        row = rows.get(meeting.parties) or ChannelRow(meeting.parties, (), ())
        last = max(row.last, last_day(meeting.date) if meeting.date else "")
        rows[meeting.parties] = ChannelRow(
            row.parties, tuple(dict.fromkeys((*row.people, *meeting.participants))),
            tuple(dict.fromkeys((*row.passages, *meeting.passages))), last, row.meetings + 1, row.what, row.track or meeting.track,
        )  # fmt: skip
    return tuple(sorted(rows.values(), key=lambda c: c.parties))


def _told_meeting(group: list[ReportedMeeting]) -> MeetingRow:
    fullest = max(group, key=lambda m: len(m.participants))
    spans = [
        (m.date.to - m.date.from_, m.date.from_, m.date.to) for m in group if m.date and m.date.from_ and m.date.to
    ]
    _, first, last = min(spans, default=(None, None, None))
    day = "" if first is None else first.isoformat() if first == last else f"{first}..{last}"
    return MeetingRow(
        day, next((m.place for m in group if m.place), ""), fullest.participants, fullest.parties, fullest.status,
        tuple(m.passage for m in group), absent=fullest.absent, called_off_by=fullest.called_off_by or "",
        duration=fullest.duration.passage.text if fullest.duration else "", not_consulted=fullest.not_consulted,
        sent_by=next((m.sent_by for m in group if m.sent_by), ""), what=fullest.what, hedged=all(m.hedged for m in group),
    )  # fmt: skip


def _told_calendar(material: Material, meetings: Sequence[MeetingRow]) -> tuple[CalendarRow, ...]:
    """What documents tell of days after their own: planned meetings, and statements that look ahead to a date."""
    published = {d.id: d.published.value for d in material.documents if d.published}
    rows = {
        (m.date, m.place or ", ".join(m.participants)): CalendarRow(
            m.date, _about(m), "speculated" if m.hedged else "reported", m.passages
        )
        for m in meetings
        if m.status == "planned" and m.date and last_day(m.date) >= min(published.get(p.source, "") for p in m.passages)
    }
    known = {passage for row in rows.values() for passage in row.passages}
    for statement in material.statements:
        after = published.get(statement.source, "9999")
        told = statement.prediction or bool(_AHEAD.search(statement.said))
        ahead = [d for d in statement.dates if told and d.from_ and d.to and _is_ahead(d, after)]
        if ahead and statement.within is None and statement.passage not in known:
            day = ahead[0]
            date = str(day.from_) if day.from_ == day.to else f"{day.from_}..{day.to}"
            status = "speculated" if statement.hedged or statement.prediction else "reported"
            rows.setdefault(
                (date, statement.passage.text), CalendarRow(date, _flat(statement.said), status, (statement.passage,))
            )
    return tuple(sorted(rows.values(), key=lambda c: c.date))


_AHEAD = re.compile(
    r"\b(?:will|shall|would|(?:is|are) (?:due |set |expected |about )?to|scheduled|slated|due|planned|expected|deadline|ultimatum|"
    r"by (?:the end|the close)|until|no later than)\b",
    re.IGNORECASE,
)


def _is_ahead(date: DateRef, published: str) -> bool:
    """Whether the days meant lie after the document's own; a week that has begun counts while it lasts, a longer span does not."""
    if date.from_ is None or date.to is None:
        return False
    return date.from_.isoformat() > published or (date.precision in {"day", "week"} and date.to.isoformat() > published)


def _about(meeting: MeetingRow) -> str:
    return " ".join(part for part in (", ".join(meeting.participants), meeting.place) if part)


def _flat(text: str) -> str:
    return " ".join(text.split())
