"""The process as sections of a page: gates and who holds them, channels, meetings, calendar, who is not heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.charts.gates import draw_gates
from zopa.views.charts.timeline import draw_timeline
from zopa.views.letters import label
from zopa.views.silence import say_filed
from zopa.views.types import Line, Piece, Section, Table

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from zopa.sources import Passage
    from zopa.views.timeline import CalendarRow, GateRow, MeetingRow, ProcessView

_UNHEARD = "not searched"


def build_process_sections(
    process: ProcessView, letters: Mapping[str, str], others: Sequence[tuple[str, str, str]] = ()
) -> list[Section]:
    """All of the process, in the order in which a desk asks; `others` are (kind, day, what) that the line of time shows beside it."""
    return [
        _gates(process, letters),
        _channels(process, letters),
        _meetings(process, letters, others),
        _calendar(process, letters),
        _unheard(process),
    ]


def gate_line(gate: GateRow, letters: Mapping[str, str]) -> Line:
    """ "X → Y, says Z (A); disputed by W; held by V"."""
    pieces: list[Piece] = [Piece(gate.before, gate.passages), Piece(" → "), Piece(gate.after)]
    pieces.append(Piece(f" — says {', '.join(gate.says)}" if gate.says else " — nobody is named as saying so"))
    pieces += cited(gate.passages, letters)
    if gate.disputed_by:
        pieces.append(Piece(f"; order disputed by {', '.join(gate.disputed_by)}"))
    held = f"{gate.holder} holds it" if gate.holder else "who holds it is not filed or found"
    pieces.append(Piece(f"; passed on {gate.passed}" if gate.passed else f"; {held}"))
    return Line(tuple(pieces), tag="disputed" if gate.disputed_by else "passed" if gate.passed else gate.kind)


def meeting_line(meeting: MeetingRow, letters: Mapping[str, str]) -> Line:
    """ "2025-12-02 Moscow: Putin, Witkoff, Kushner (A, B); absent: Lavrov"."""
    who = ", ".join(meeting.participants) or "who met is not filed or found"
    pieces = [
        Piece(f"{meeting.date or 'date not known'}", tone="label"), Piece(f" {meeting.place or 'place not known'}: {who}"),
        *cited(meeting.passages, letters),
    ]  # fmt: skip
    details = {
        "absent": ", ".join(meeting.absent), "not consulted": ", ".join(meeting.not_consulted), "called off by": meeting.called_off_by,
        "mandate": meeting.mandate, "sent by": meeting.sent_by, "length": meeting.duration, "track": meeting.track, "about": meeting.what,
    }  # fmt: skip
    pieces += [Piece(f"; {key}: {value}") for key, value in details.items() if value]
    return Line(tuple(pieces), tag="proposed" if meeting.proposed else meeting.status)


def _gates(process: ProcessView, letters: Mapping[str, str]) -> Section:
    lines = [
        Line(
            (
                Piece("These wait for each other: "),
                Piece(" → ".join((*circle, circle[0]))),
                Piece(". Nothing can come first unless one gives way."),
            )
        )
        for circle in process.circles
    ]
    lines += [gate_line(gate, letters) for gate in (*process.open_gates, *(g for g in process.gates if g.passed))]
    note = ""
    if process.open_gates:
        holders = sorted({gate.holder for gate in process.open_gates if gate.holder})
        held = f" Held by {', '.join(holders)}." if holders else ""
        note = f"{len(process.open_gates)} gate(s) stand between the status quo and a settlement.{held}"
    return Section(
        "gates",
        "Gates",
        tuple(lines) or (say_filed("gates", unread=process.unread),),
        note=note,
        chart=draw_gates(process),
    )


def _channels(process: ProcessView, letters: Mapping[str, str]) -> Section:
    rows = tuple(
        (
            Line((Piece(" – ".join(c.parties)),)),
            (
                (Piece(", ".join(c.people)) if c.people else Piece("people not named", tone="gap"),),
                (Piece(str(c.meetings)),),
                (Piece(c.last) if c.last else Piece("not known", tone="gap"),),
                (Piece(c.what or c.track or "—"), *cited(c.passages[:6], letters)),
            ),
        )
        for c in process.channels
    )
    if not rows:
        return Section("channels", "Channels", (say_filed("channels", unread=process.unread),))
    return Section(
        "channels", "Channels", table=Table(("Between", "Through", "Meetings told of", "Last", "About, sources"), rows)
    )


def _meetings(process: ProcessView, letters: Mapping[str, str], others: Sequence[tuple[str, str, str]]) -> Section:
    lines = tuple(meeting_line(meeting, letters) for meeting in process.meetings)
    return Section(
        "meetings", "Meetings", lines or (say_filed("meetings", unread=process.unread),), note="Earliest first; those without a date last.",
        chart=draw_timeline(process, others),
    )  # fmt: skip


def _calendar(process: ProcessView, letters: Mapping[str, str]) -> Section:
    lines = [
        _due(row, letters)
        for status in ("fixed", "reported", "speculated")
        for row in process.calendar
        if row.status == status
    ]
    return Section("calendar", "What is due", tuple(lines) or (say_filed("calendar", unread=process.unread),))


def _due(row: CalendarRow, letters: Mapping[str, str]) -> Line:
    return Line((Piece(row.date, tone="label"), Piece(f" {row.what}"), *cited(row.passages, letters)), tag=row.status)


def _unheard(process: ProcessView) -> Section:
    lines = [say_filed("unheard-one", names=party) for party in process.not_heard]
    lines += [Line((Piece(f"Not searched: {what}.", tone="gap"),)) for what in process.not_searched]
    return Section(
        "unheard",
        "Who is not heard, what was not searched",
        tuple(lines) or (Line((Piece("Every party is quoted."),)),),
    )


def cited(passages: Sequence[Passage], letters: Mapping[str, str]) -> list[Piece]:
    """The letters of the documents behind a line, in brackets; nothing where there are none."""
    sources = list(dict.fromkeys(p.source for p in passages))
    if not sources:
        return [Piece(" (no passage)", tone="soft")]
    pieces: list[Piece] = [Piece(" (")]
    for n, source in enumerate(sources):
        pieces += [Piece(", ")] if n else []
        pieces.append(label(letters.get(source, source), [p for p in passages if p.source == source]))
    return [*pieces, Piece(")")]
