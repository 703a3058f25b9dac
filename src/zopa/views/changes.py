"""What changed between two days or two sets of documents: positions, drafts, meetings, gates; both passages beside each other."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from zopa.accounts.changes import PositionChange, Utterance, find_position_changes
from zopa.views.excerpts import excerpt
from zopa.views.letters import label
from zopa.views.process_page import gate_line, meeting_line
from zopa.views.redline import change_words, point_numbers
from zopa.views.silence import say_filed
from zopa.views.types import Line, Piece, Section

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from zopa.case import Case
    from zopa.plans import Redline
    from zopa.sources import Passage
    from zopa.views.grid import CaseEvidence
    from zopa.views.material import Material
    from zopa.views.timeline import GateRow, MeetingRow, ProcessView

_TELLING = {"dropped", "added", "split", "merged", "changed"}
_LEAST_WINDOW = 14  # days: silence is told only of a party that spoke on an issue in so long a period before, or in as long as since
KINDS = {
    "denied": "denied", "hardened": "hardened", "softened": "softened", "new": "new", "dropped": "dropped", "silent": "gone silent",
    "retold": "another account's wording", "translated": "another translation",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class DraftChange:
    """A draft that is new in the period, compared with the one before it; `redline` is None where one of them has no text."""

    id: str
    name: str
    date: str
    before: str
    redline: Redline | None = None


@dataclass(frozen=True, slots=True)
class Changes:
    """All that changed since a day. Names of parties and issues are as shown; `unread` names texts that were not read."""

    since: str
    until: str
    positions: tuple[PositionChange, ...]
    drafts: tuple[DraftChange, ...] = ()
    meetings: tuple[MeetingRow, ...] = ()
    gates: tuple[GateRow, ...] = ()
    unread: str = ""

    def heard(self, unread: str) -> Changes:
        """The same where texts (in words) are not read, in which nobody can be said to have gone silent; itself for none."""
        kept = tuple(change for change in self.positions if change.kind != "silent")
        return replace(self, positions=kept, unread=unread) if unread else self

    @property
    def is_empty(self) -> bool:
        """True where nothing changed."""
        return not (self.positions or self.drafts or self.meetings or self.gates)


def silence_window(since: str, until: str) -> str:
    """The first day of the period before `since` in which a party must have spoken to count as silent now."""
    start = date.fromisoformat(since)
    length = (date.fromisoformat(until) - start).days if until else _LEAST_WINDOW
    return (start - timedelta(days=max(length, _LEAST_WINDOW))).isoformat()


def utterances_of_case(case: Case, evidence: CaseEvidence, act_at: Callable[[Passage], str]) -> list[Utterance]:
    """What each party is heard with on each issue, by the case's evidence; `act_at` tells the act of a passage."""
    found: list[Utterance] = []
    for party in case.parties:
        for issue in case.issues:
            found += [
                Utterance(
                    case.party_name(party), case.issue_name(issue), word.day, word.passage, word.voice == "quoted", act_at(word.passage),
                    denial=word.for_ == "denial", translated=word.status == "translated", speaker=word.teller.name,
                )
                for word in evidence.words(case, party, issue)
            ]  # fmt: skip
    return found


_ACTS = {"wants": "demand", "offers": "offer", "accepts": "accept", "refuses": "reject", "never": "reject"}


def utterances_of_documents(material: Material) -> list[Utterance]:
    """What each party is heard with on each issue, by documents alone; of the day that the text tells, else of that of publication."""
    days = {d.id: d.published.value for d in material.documents if d.published}
    status = {s.id: s.status for s in material.statements}
    return [
        Utterance(
            material.column(w.party), w.issue, w.date.isoformat() if w.date else days.get(w.passage.source, ""), w.core,
            w.voice == "quoted",
            _ACTS[w.stance], denial=False, translated=status.get(w.statement) == "translated", speaker=w.says or "",
        )
        for w in material.talks.dispute.wants
        if w.voice != "other-side"
    ]  # fmt: skip


def changed_positions(utterances: Iterable[Utterance], since: str, until: str) -> tuple[PositionChange, ...]:
    """Changes of position since a day."""
    return tuple(find_position_changes(utterances, since, silence_window(since, until)))


def new_meetings(before: ProcessView, now: ProcessView) -> tuple[MeetingRow, ...]:
    """Meetings that were not told before, or that have another status now."""
    known = {(m.date, m.place, m.participants, m.status) for m in before.meetings}
    return tuple(m for m in now.meetings if (m.date, m.place, m.participants, m.status) not in known)


def new_gates(before: ProcessView, now: ProcessView) -> tuple[GateRow, ...]:
    """Gates that were not told before, or that are passed now."""
    known = {(g.before, g.after, g.passed) for g in before.gates}
    return tuple(g for g in now.gates if (g.before, g.after, g.passed) not in known)


def build_changes_sections(changes: Changes, letters: Mapping[str, str]) -> list[Section]:
    """What changed, the gravest first; a part in which nothing changed is left out."""
    if changes.is_empty:
        gap = say_filed("changes", since=str(changes.since), unread=changes.unread)
        return [Section("changes", "What changed", (gap,))]
    sections = [
        Section("drafts", "Versions of the plan", tuple(line for draft in changes.drafts for line in _draft(draft))),
        Section(
            "positions",
            "Positions",
            tuple(_position(change, letters) for change in changes.positions),
            note=_note(changes.positions),
        ),
        Section("meetings", "Meetings since", tuple(meeting_line(meeting, letters) for meeting in changes.meetings)),
        Section("gates", "Gates since", tuple(gate_line(gate, letters) for gate in changes.gates)),
    ]
    return [section for section in sections if section.lines]


def _note(changes: Sequence[PositionChange]) -> str:
    retold = sum(change.kind in {"retold", "translated"} for change in changes)
    return (
        f"{retold} rest(s) on another account's wording or translation, and is no change of position." if retold else ""
    )


def _position(change: PositionChange, letters: Mapping[str, str]) -> Line:
    pieces: list[Piece] = [Piece(f"{change.party} on {change.issue}: ", tone="label")]
    for head, utterance in (("before ", change.before), ("since ", change.after)):
        if utterance is None:
            continue
        who = f" {utterance.speaker}," if utterance.speaker else ""
        source = utterance.passage.source
        pieces += [
            Piece(f"{head}({utterance.day or 'undated'},{who} "), label(letters.get(source, source), (utterance.passage,)), Piece(") "),
            excerpt(utterance.passage, 18), Piece("; "),
        ]  # fmt: skip
    return Line((*pieces, Piece(change.why, tone="soft")), tag=change.kind)


def _draft(draft: DraftChange) -> Iterable[Line]:
    """A draft's head, then what became of each point that is no longer as it was."""
    against = f", against {draft.before}" if draft.before else ", the first version"
    yield Line((Piece(f"{draft.name} ({draft.date or 'undated'}){against}", tone="label"),), tag="new")
    if draft.redline is None and draft.before:
        yield say_filed("versions")
    if draft.redline is None:
        return
    for point in draft.redline.points:
        if point.status in _TELLING:
            text = (point.a or point.b)[0].text
            told = "; ".join(change_words(c) for c in point.changes[:3]) or " ".join(text.split()[:14])
            yield Line((Piece(f"Point {point_numbers(point)}: {told}"),), tag=point.status)
