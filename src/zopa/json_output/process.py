"""The process and what changed as plain dictionaries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.json_output.documents import Json, limited, passage_json

if TYPE_CHECKING:
    from zopa.accounts.changes import PositionChange, Utterance
    from zopa.views.changes import Changes, DraftChange
    from zopa.views.timeline import CalendarRow, ChannelRow, GateRow, MeetingRow, ProcessView


def process_json(process: ProcessView, limit: int) -> Json:
    """Meetings, channels, gates, calendar, and who is not heard."""
    return {
        **limited("meetings", [meeting_json(m) for m in process.meetings], limit),
        **limited("channels", [_channel(c) for c in process.channels], limit),
        **limited("gates", [gate_json(g) for g in process.gates], limit),
        **limited("calendar", [_due(c) for c in process.calendar], limit),
        "not_heard": list(process.not_heard), "not_searched": list(process.not_searched),
        "circles": [list(circle) for circle in process.circles],
        "open_gates": [{"before": g.before, "after": g.after, "holder": g.holder or None} for g in process.open_gates],
    }  # fmt: skip


def meeting_json(meeting: MeetingRow) -> Json:
    """A meeting."""
    return {
        "date": meeting.date or None, "place": meeting.place or None, "participants": list(meeting.participants),
        "parties": list(meeting.parties), "mandate": meeting.mandate or None, "status": meeting.status,
        "absent": list(meeting.absent), "not_consulted": list(meeting.not_consulted), "sent_by": meeting.sent_by or None,
        "called_off_by": meeting.called_off_by or None, "duration": meeting.duration or None, "track": meeting.track or None,
        "what": meeting.what or None, "proposed": meeting.proposed, "passages": [passage_json(p) for p in meeting.passages],
    }  # fmt: skip


def gate_json(gate: GateRow) -> Json:
    """A gate."""
    return {
        "before": gate.before, "after": gate.after, "says": list(gate.says), "disputed_by": list(gate.disputed_by),
        "holder": gate.holder or None, "passed": gate.passed or None, "gate_kind": gate.kind, "track": gate.track or None,
        "passages": [passage_json(p) for p in gate.passages],
    }  # fmt: skip


def changes_json(changes: Changes, limit: int) -> Json:
    """Changes of position, new drafts with what became of their points, new meetings and gates."""
    return {
        "since": changes.since, "until": changes.until or None,
        **limited("changes", [_change(c) for c in changes.positions], limit),
        "drafts": [_draft(d) for d in changes.drafts],
        **limited("meetings", [meeting_json(m) for m in changes.meetings], limit),
        **limited("gates", [gate_json(g) for g in changes.gates], limit),
    }  # fmt: skip


def _channel(channel: ChannelRow) -> Json:
    return {
        "parties": list(channel.parties), "people": list(channel.people), "last": channel.last or None, "meetings": channel.meetings,
        "what": channel.what or None, "track": channel.track or None, "passages": [passage_json(p) for p in channel.passages],
    }  # fmt: skip


def _due(row: CalendarRow) -> Json:
    return {
        "date": row.date,
        "what": row.what,
        "status": row.status,
        "passages": [passage_json(p) for p in row.passages],
    }


def _change(change: PositionChange) -> Json:
    return {
        "kind": change.kind, "party": change.party, "issue": change.issue, "before": _passage(change.before),
        "after": _passage(change.after), "said_before": _said(change.before), "said_after": _said(change.after), "why": change.why,
    }  # fmt: skip


def _passage(utterance: Utterance | None) -> Json | None:
    return passage_json(utterance.passage) if utterance else None


def _said(utterance: Utterance | None) -> Json | None:
    if utterance is None:
        return None
    return {
        "day": utterance.day or None,
        "speaker": utterance.speaker or None,
        "own_words": utterance.own,
        "act": utterance.act,
    }


def _draft(draft: DraftChange) -> Json:
    points = draft.redline.points if draft.redline else ()
    return {
        "id": draft.id, "name": draft.name, "date": draft.date or None, "against": draft.before or None,
        "points": [{"status": p.status, "a": [x.number for x in p.a], "b": [x.number for x in p.b]} for p in points],
    }  # fmt: skip
