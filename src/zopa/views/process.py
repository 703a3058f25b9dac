"""Meetings, channels and gates as lines: who met whom, what is to come, what must come before what, who stayed away."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from zopa.accounts import is_same_meeting
from zopa.sources import Passage
from zopa.views.letters import balanced, label, surname
from zopa.views.silence import say_silence
from zopa.views.types import Line, Piece, Section
from zopa.views.wants import short_name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.statements import ReportedGate, ReportedMeeting
    from zopa.text import DateRef
    from zopa.views.material import Material

_GATE = 45  # words of a sentence that a first page has room for
_LINES = 3  # meetings of one status that a first page has room for


def build_gates(material: Material, limit: int | None = None) -> list[Line]:
    """One line a gate: who says so, and the sentence; one that several accounts tell in nearly the same words once, with their letters.

    Within a limit a long sentence is cut to the two clauses of the gate, and left out where they are too long: no "unless" is cut off.
    """
    groups: list[list[ReportedGate]] = []
    for gate in (gate for record in material.originals for gate in record.gates):
        if limit is not None and len(_told_in(gate).text.split()) > _GATE:
            continue
        home = next((g for g in groups if _is_told_again(g[0], gate)), None)
        if home is None:
            groups.append([gate])
        else:
            home.append(gate)
    lines = [_gate(material, group, whole=limit is None) for group in groups]
    order = sorted(range(len(lines)), key=lambda k: (_KINDS.get(groups[k][0].kind, len(_KINDS)), -len(groups[k])))
    return [lines[k] for k in order][:limit]


def _told_in(gate: ReportedGate) -> Passage:
    """The sentence of a gate; of a long one the stretch over its two clauses, from the mark before them on."""
    whole = gate.passage
    if len(whole.text.split()) <= _GATE:
        return whole
    start = min(gate.before.start, gate.after.start) - whole.start
    end = max(gate.before.end, gate.after.end) - whole.start
    opened = max((whole.text.rfind(mark, 0, start) for mark in _MARKS), default=-1)
    start = opened + 1 if opened >= 0 and len(whole.text[opened:start].split()) <= _OPENERS else start
    start += len(whole.text[start:]) - len(whole.text[start:].lstrip())
    return Passage(whole.source, whole.start + start, whole.start + end, whole.text[start:end])


_MARKS = ',;:“"'
_OPENERS = 5  # words that may open a clause before what it tells ("but only as soon as")


def _is_told_again(one: ReportedGate, two: ReportedGate) -> bool:
    """True where two accounts tell a gate in mostly the same words."""
    a, b = ({w for w in f"{g.before.text} {g.after.text}".lower().split() if len(w) > _SHORT} for g in (one, two))
    return one.passage.source != two.passage.source and len(a & b) >= _SAME * max(1, min(len(a), len(b)))


_SAME = 0.7  # share of the longer words of the shorter telling that the other has too
_SHORT = 3  # letters


_KINDS = {"precondition": 0, "sequence": 1, "condition": 2}


def _gate(material: Material, gates: Sequence[ReportedGate], *, whole: bool) -> Line:
    """ "Gate (A, says Y): “talks resume only once the port is open”", by the first of those who tell it."""
    gate = gates[0]
    told = gate.passage if whole else _told_in(gate)
    name = short_name(material, gate.says) if gate.says and gate.says[0].isalpha() else ""  # no pronoun in brackets
    says = f", says {name}" if name and name not in told.text else ""
    head = [Piece("Gate (")]
    for k, other in enumerate(gates):
        head += [Piece(", ")] * (k > 0) + [label(material.letters[other.passage.source], (other.passage,))]
    words = " ".join(told.text.split()).rstrip(" .")
    return Line((*head, Piece(f"{says}): "), Piece(balanced(words), (told,), "quote"), Piece(".")), tag=gate.kind)


def _who(meeting: ReportedMeeting, place: str | None = None) -> str:
    """ "Putin, Witkoff and Kushner"; a state where they met is named among them only if one of its people took part."""
    names = [
        surname(name) if " " in name and name not in meeting.parties else name
        for name in meeting.participants
        if name != place and not (name in meeting.parties and _has_people(meeting, name))
    ]
    return f"{', '.join(names[:-1])} and {names[-1]}" if len(names) > 1 else "".join(names)


def _has_people(meeting: ReportedMeeting, party: str) -> bool:
    """True where a party's own people are told to have met, so that it need not stand beside them: as many people as parties."""
    people = [name for name in meeting.participants if name not in meeting.parties]
    return len(people) >= len(meeting.parties) and party in meeting.participants


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


_SEVERAL = 3  # accounts of which one alone does not settle a place
_TWO = 2  # sides that make a meeting
_WIDTH = {"day": 0, "week": 1, "month": 2, "season": 3, "year": 4}


def describe(material: Material, group: list[ReportedMeeting]) -> tuple[Piece, ...]:
    """ "Putin, Witkoff and Kushner in Moscow, 2 December (A, B)" with a letter for each telling."""
    places = Counter(m.place for m in group if m.place)
    place, count = places.most_common(1)[0] if places else (None, 0)
    place = (
        place if count > 1 or len({m.passage.source for m in group}) < _SEVERAL else None
    )  # one of many may be another meeting's
    dates = [m.date for m in group if m.date and (m.status != "held" or _is_recent(material, m))]
    date = min(dates, key=lambda d: _WIDTH.get(d.precision, 9), default=None)
    length = next((m.duration for m in group if m.duration), None)
    who = _who(_fullest(group), place)
    details = [f"{who} in {place}" if place and who else who or place or "those named"]
    details += [_day(date)] if date else []
    details += [length.passage.text] if length else []
    pieces = [Piece(", ".join(details) + " ("), *_letters(material, group), Piece(")")]
    return tuple(pieces)


def _day(told: DateRef) -> str:
    """The day that words mean where it is known, else the words: "yesterday" tells a later reader nothing."""
    if told.from_ is not None and told.from_ == told.to:
        return f"{told.from_.day} {told.from_:%B %Y}"
    return told.passage.text.rstrip(".")


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
        if limit is not None:
            chosen = [g for g in chosen if _is_sure(material, g)]
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


def _is_sure(material: Material, group: list[ReportedMeeting]) -> bool:
    """True for what two accounts tell, or one with its day or place; a call-off with who called it off. The rest stands behind the page."""
    if group[0].status == "planned":
        return any(m.date or m.place for m in group)
    if len({m.passage.source for m in group}) > 1:
        return True
    if group[0].status in {"cancelled", "refused"}:
        return any(m.called_off_by or m.date for m in group)
    recent = [m for m in group if m.date and _is_recent(material, m)]
    if group[0].status == "held" and len(material.originals) >= _SEVERAL:
        return False  # of several accounts one alone: on foreign stories none of four such meetings was one
    return bool(recent) and any(m.place or len(m.participants) > 1 for m in recent)


def _is_recent(material: Material, meeting: ReportedMeeting) -> bool:
    """True for a day at most two weeks from that of its document, or of a document of no day."""
    published = material.by_id[meeting.passage.source].published
    if meeting.date is None or meeting.date.from_ is None or published is None:
        return meeting.date is not None
    return abs((meeting.date.from_ - date.fromisoformat(published.value[:10])).days) <= _RECENT


_RECENT = 14  # days


def _absences(material: Material) -> list[Line]:
    lines: list[Line] = []
    for record in material.originals:
        for meeting in record.meetings:
            if meeting.absent:
                names = ", ".join(short_name(material, name) for name in meeting.absent)
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
