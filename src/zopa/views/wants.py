"""Who wants what, as far as the documents say it: parties by issues, each entry with its voice.

``*`` the party's own speaker is quoted, ``~`` reported without quotation, ``°`` somebody of another side says so, ``!`` the author says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.accounts.joining import describes
from zopa.text.lexicon import words_of
from zopa.views.letters import balanced, label
from zopa.views.silence import NOT_FOUND, say_silence
from zopa.views.types import Line, Piece, Section, Table
from zopa.views.unread import unread

if TYPE_CHECKING:
    from collections.abc import Iterator

    from zopa.accounts.issues import Want
    from zopa.sources import Passage
    from zopa.statements import Record, Speaker
    from zopa.views.material import Material

SIGNS = {"quoted": "*", "reported": "~", "other-side": "°", "author": "!"}
_RANK = {"quoted": 0, "reported": 1, "other-side": 2, "author": 3}
_ROWS, _ENTRIES = 8, 2
_FILLED = 3  # sides that want something, from which on those that are told to want nothing get no column
_CUE = 4  # words behind a quotation among which a verb of saying stands
_QUOTED = re.compile(r"[“\"][^“”\"\n]{20,600}[”\"]")  # more than a phrase
_BEHIND = 40  # characters behind a name in which it is told who somebody is
_MARKS = '"“”«»'
_COLUMN, _LABEL = 24, 40  # letters of a heading that a table of five columns can show
_WORDS = 14  # words of a passage that a cell shows


def build_wants(material: Material) -> Section:
    """The table of who wants what: at most eight issues, those to which most sides speak first."""
    parties = material.parties
    wants = material.talks.dispute.wants
    told = {material.column(w.party) for w in wants}
    if len(told & set(parties)) >= _FILLED:
        parties = tuple(p for p in parties if p in told)
    rows: list[tuple[Line, tuple[tuple[Piece, ...], ...]]] = []
    for issue in material.talks.dispute.issues:
        cells = [
            [w for w in wants if w.issue == issue.label and material.column(w.party) == party] for party in parties
        ]
        if any(cells):
            rows.append((Line((Piece(short(issue.label, _LABEL)),)), tuple(_cell(material, cell) for cell in cells)))
    if not rows or not parties:
        gap = say_silence(material, "wants")
        return Section("wants", "Who wants what", (gap,) if gap else ())
    return Section(
        "wants", "Who wants what", table=Table(("Issue", *(short(party, _COLUMN) for party in parties)), tuple(rows[:_ROWS])),
        note="As far as the documents say it; not found is not neutral.",
    )  # fmt: skip


def _cell(material: Material, entries: list[Want]) -> tuple[Piece, ...]:
    if not entries:
        return (NOT_FOUND,)
    pieces: list[Piece] = []
    shown: set[str] = set()
    for want in sorted(entries, key=lambda w: (_RANK[w.voice], w.sure != "told", w.passage)):
        piece = cut(want.core)
        if piece.text in shown:
            continue
        if len(shown) == _ENTRIES:
            break
        pieces += [Piece("; ")] if shown else []
        shown.add(piece.text)
        maybe = " possibly " if want.sure == "possible" else " "
        pieces += [
            Piece(SIGNS[want.voice], tone="voice"),
            label(material.letters[want.passage.source], (want.passage,)),
            Piece(maybe),
            piece,
        ]
    return tuple(pieces)


def cut(passage: Passage, size: int = _WORDS) -> Piece:
    """The words of a passage, from its first on, cut behind `size`."""
    parts = passage.text.lstrip(" ,;:.").split()
    shown = " ".join(parts[:size]).rstrip(" ,;:.") + (" …" if len(parts) > size else "")
    return Piece(balanced(shown), (passage,), "quote")


def short(name: str, letters: int) -> str:
    """A name cut behind its last whole word within so many letters."""
    if len(name) <= letters:
        return name
    return name[: letters - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def find_unheard(material: Material) -> list[str]:
    """Negotiating parties of whom no speaker is quoted, alphabetical; none where some document or voice may be theirs.

    A party told by a common noun only ("the union") is never among them: it may be quoted under the name that it has elsewhere.
    """
    open_ = unread(material.documents) or find_unplaced(material) or has_voiceless(material)
    return [] if open_ else [party for party in not_quoted(material) if not describes(party)]


def has_voiceless(material: Material) -> bool:
    """True where a quotation of more than a few words is given to nobody: whoever says it may be of any side."""
    for record in material.originals:
        given = [c for s in record.statements if s.speaker is not None for c in s.content]
        text = material.by_id[record.source].text
        for match in _QUOTED.finditer(text):
            said = set(text[match.end() : match.end() + _BEHIND].lower().split()[:_CUE]) & words_of("said")
            if said and not any(c.start < match.end() and match.start() < c.end for c in given):
                return True
    return False


def find_unplaced(material: Material) -> list[Speaker]:
    """Quoted speakers of whom no text tells the side, each once; empty where every negotiating party is quoted anyway."""
    found: dict[str, Speaker] = {}
    for record, speaker in _quoted(material) if not_quoted(material) else ():
        if (
            _is_unknown(material, record, speaker)
            and _may_be_of_a_side(speaker)
            and not _comments(material, record, speaker)
        ):
            found.setdefault(speaker.name, speaker)
    return list(found.values())


def _is_unknown(material: Material, record: Record, speaker: Speaker) -> bool:
    """True for a voice that may be a side's: none told, or a body of which nothing shows how it stands to the sides."""
    parties = _parties_of(material, record, speaker)
    if not parties:
        return speaker.party is None
    found = [party for name in parties if (party := material.talks.participants.named(name)) is not None]
    known = any(p.role != "comments" or p.kind in {"state", "government body"} for p in found)
    return bool(found) and not known


def not_quoted(material: Material) -> list[str]:
    """Negotiating parties of which no speaker that is known is quoted, alphabetical."""
    heard = {
        material.column(party)
        for record, speaker in _quoted(material)
        for party in _parties_of(material, record, speaker)
    }
    return sorted(p for p in material.negotiating if p not in heard)


def _quoted(material: Material) -> Iterator[tuple[Record, Speaker]]:
    for record in material.originals:
        for statement in record.statements:
            quotes = any(mark in part.text for part in statement.content for mark in _MARKS)
            if statement.speaker is not None and (statement.form == "quotation" or quotes):
                yield record, statement.speaker


def _parties_of(material: Material, record: Record, speaker: Speaker) -> list[str]:
    participants = material.talks.participants
    found = [
        participants.party_of_person(record.source, side, speaker.name)
        for side in speaker.parties or (speaker.party or "",)
    ]
    return [party for party in found if party]


def _comments(material: Material, record: Record, speaker: Speaker) -> bool:
    """True for whom the words behind the name call an analyst, a fellow, a professor."""
    text = material.by_id[record.source].text
    ends = [p.end for actor in record.actors if actor.name == speaker.name for p in actor.passages]
    behind = {
        word.strip(",.;:") for end in (speaker.end, *ends) for word in text[end : end + _BEHIND].lower().split()
    }  # fmt: skip
    return bool(behind & words_of("informant"))


def _may_be_of_a_side(speaker: Speaker) -> bool:
    """False for the press and for unnamed people of no office."""
    words = set(speaker.name.lower().replace("'s", " ").split())
    if words & words_of("press_name"):
        return False
    return not speaker.anonymous or not words & (words_of("informant") | words_of("nobody_body"))
