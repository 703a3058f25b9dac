"""Meetings, channels and gates as lines: who met whom, what is to come, what must come before what, who stayed away."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from zopa.accounts import is_same_meeting
from zopa.views.letters import label, surname
from zopa.views.silence import say_silence
from zopa.views.types import Line, Piece, Section

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.statements import ReportedGate, ReportedMeeting
    from zopa.views.material import Material

_LINES = 3  # meetings of one status that a first page has room for


def build_gates(material: Material, limit: int | None = None) -> list[Line]:
    """One line a gate: what comes first, what it opens, who says so."""
    lines = [_gate(material, gate) for record in material.originals for gate in record.gates]
    order = {"precondition": 0, "sequence": 1, "condition": 2}
    lines.sort(key=lambda line: order.get(line.tag or "", 3))
    return lines[:limit]


def _gate(material: Material, gate: ReportedGate) -> Line:
    says = gate.says or "the author"
    letter = label(material.letters[gate.passage.source], (gate.passage,))
    return Line(
        (
            Piece("Gate", tone="plain"), Piece(" ("), letter, Piece(f", says {surname(says)}): " if gate.says else ", the author says): "),
            _cut(gate.before, gate.passage), Piece(" → "), _cut(gate.after, gate.passage),
        ),
        tag=gate.kind,
    )  # fmt: skip


def _cut(part: Passage, whole: Passage, words: int = 18) -> Piece:
    parts = part.text.split()
    shown = " ".join(parts[:words]) + (" …" if len(parts) > words else "")
    return Piece(shown, (whole,), "quote")


def _who(meeting: ReportedMeeting) -> str:
    return ", ".join(
        surname(name) if " " in name and name not in meeting.parties else name for name in meeting.participants
    )


def group_meetings(material: Material) -> list[list[ReportedMeeting]]:
    """Tellings of one meeting together: the same status, two who met in common, no place or date against it."""
    groups: list[list[ReportedMeeting]] = []
    for record in material.originals:
        for meeting in record.meetings:
            home = next((g for g in groups if _alike(g[0], meeting)), None)
            if home is None:
                groups.append([meeting])
            else:
                home.append(meeting)
    return groups


def _alike(a: ReportedMeeting, b: ReportedMeeting) -> bool:
    if a.status == "planned" and (a.date is None) != (b.date is None):
        return False  # one account names a time, the other a condition: two versions of what is to come
    same = (a.status, a.absent, a.not_consulted, a.what) == (b.status, b.absent, b.not_consulted, b.what)
    return same and (is_same_meeting(a, b) or _one_table(a, b))


def _one_table(a: ReportedMeeting, b: ReportedMeeting) -> bool:
    """True for a held meeting of the same two sides or more, with no place and no day against it."""
    if a.status != "held" or len(set(a.parties)) < _TWO or set(a.parties) != set(b.parties):
        return False
    places = {m.place for m in (a, b) if m.place}
    days = [(m.date.from_, m.date.to) for m in (a, b) if m.date and m.date.from_ and m.date.to]
    apart = len(days) == _TWO and (days[0][0] > days[1][1] or days[1][0] > days[0][1])
    return len(places) < _TWO and not apart


_TWO = 2  # sides that make a meeting
_WIDTH = {"day": 0, "week": 1, "month": 2, "season": 3, "year": 4}


def describe(material: Material, group: list[ReportedMeeting]) -> tuple[Piece, ...]:
    """ "Putin, Witkoff, Kushner, Moscow, 2 December (A, B)" with a letter for each telling."""
    place = next((m.place for m in group if m.place), None)
    date = min((m.date for m in group if m.date), key=lambda d: _WIDTH.get(d.precision, 9), default=None)
    length = next((m.duration for m in group if m.duration), None)
    details = [_who(_fullest(group))]
    details += [place] if place else []
    details += [date.passage.text.rstrip(".")] if date else []
    details += [length.passage.text] if length else []
    pieces = [Piece(", ".join(details) + " ("), *_letters(material, group), Piece(")")]
    return tuple(pieces)


def _adds_nothing(one: list[ReportedMeeting], other: list[ReportedMeeting]) -> bool:
    """True where a meeting has no day and no place of its own, and another of the same people is told."""
    told = {name for m in other for name in m.participants}
    return not any(m.date or m.place for m in one) and all(set(m.participants) <= told for m in one)


def _fullest(group: list[ReportedMeeting]) -> ReportedMeeting:
    """The telling with most participants, less those whom it alone names where two others are named by several."""
    count = Counter(name for m in group for name in set(m.participants))
    shared = {name for name, n in count.items() if n > 1}
    fullest = max(group, key=lambda m: (len(shared & set(m.participants)), len(m.participants)))
    if len(shared) < _TWO or len(group) <= _TWO:
        return fullest
    return replace(fullest, participants=tuple(name for name in fullest.participants if name in shared))


def _letters(material: Material, group: list[ReportedMeeting]) -> list[Piece]:
    pieces: list[Piece] = []
    for letter in dict.fromkeys(material.letters[m.passage.source] for m in group):
        passages = [m.passage for m in group if material.letters[m.passage.source] == letter]
        if pieces:
            pieces.append(Piece(", "))
        pieces.append(label(letter, passages))
    return pieces


_HEADS = {
    "held": "Met", "reported": "Reported to have met", "cancelled": "Cancelled", "refused": "Refused", "planned": "Spoken of, not fixed",
}  # fmt: skip


def build_meetings(material: Material, limit: int | None = _LINES) -> list[Line]:
    """One line for each status: who met whom; then who is told to have stayed away, at most `limit` of each."""
    groups = group_meetings(material)
    lines: list[Line] = []
    for status, head in _HEADS.items():
        chosen = [g for g in groups if g[0].status == status and not g[0].absent]
        if status == "held":
            chosen = [g for g in chosen if any(len(m.participants) > 1 for m in g)]  # one alone meets nobody
            chosen = [
                g
                for k, g in enumerate(chosen)
                if not any(
                    _adds_nothing(g, h) for h in chosen if h is not g and (len(h), -chosen.index(h)) > (len(g), -k)
                )
            ]
        chosen.sort(key=lambda g: (-len({m.passage.source for m in g}), -len(g[0].participants)))
        if chosen:
            pieces: list[Piece] = [Piece(f"{head}: ")]
            for number, group in enumerate(chosen[:limit]):
                pieces += [Piece("; ")] if number else []
                pieces += describe(material, group)
            if limit and len(chosen) > limit:
                pieces.append(Piece(f"; {len(chosen) - limit} more behind this page", tone="soft"))
            lines.append(Line((*pieces, Piece(".")), tag=status))
    lines.extend(_absences(material)[:limit])
    return lines


def _absences(material: Material) -> list[Line]:
    lines: list[Line] = []
    for record in material.originals:
        for meeting in record.meetings:
            if meeting.absent:
                names = ", ".join(surname(name) for name in meeting.absent)
                with_ = f" from the meeting with {_who(meeting)}" if meeting.participants else ""
                letter = label(material.letters[meeting.passage.source], (meeting.passage,))
                lines.append(Line((Piece(f"Absent{with_}: {names} ("), letter, Piece(").")), tag="absent"))
    return lines


def build_process(material: Material) -> Section:
    """All meetings and gates, with the sentence that tells each."""
    lines: list[Line] = []
    for group in group_meetings(material):
        head = _HEADS[group[0].status]
        absent = [Piece(f" Absent: {', '.join(group[0].absent)}.")] if group[0].absent else []
        quotes: list[Piece] = []
        for meeting in group:
            quotes += [Piece(" "), _sentence(meeting.passage)]
        lines.append(
            Line((Piece(f"{head}: "), *describe(material, group), *absent, Piece("."), *quotes), tag=group[0].status)
        )
    lines.extend(build_gates(material))
    if not lines:
        lines = [gap] if (gap := say_silence(material, "process")) else []
    return Section("process", "Meetings, channels and gates", tuple(lines))


def _sentence(passage: Passage) -> Piece:
    return Piece(" ".join(passage.text.split()), (passage,), "quote")
