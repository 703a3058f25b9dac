"""Who wants what, as far as the documents say it: parties by issues, each entry with its voice.

``*`` the party's own speaker is quoted, ``~`` reported without quotation, ``°`` somebody of another side says so, ``!`` the author says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.views.letters import balanced, label
from zopa.views.silence import NOT_FOUND, say_silence
from zopa.views.types import Line, Piece, Section, Table
from zopa.views.unread import unread

if TYPE_CHECKING:
    from zopa.accounts.issues import Want
    from zopa.sources import Passage
    from zopa.views.material import Material

SIGNS = {"quoted": "*", "reported": "~", "other-side": "°", "author": "!"}
_RANK = {"quoted": 0, "reported": 1, "other-side": 2, "author": 3}
_ROWS, _ENTRIES = 8, 2
_COLUMN, _LABEL = 24, 40  # letters of a heading that a table of five columns can show
_WORDS = 14  # words of a passage that a cell shows


def build_wants(material: Material) -> Section:
    """The table of who wants what: at most eight issues, those to which most sides speak first."""
    parties = material.parties
    wants = material.talks.dispute.wants
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
    """Negotiating parties of whom no speaker is quoted, alphabetical; none where a document is not read, for it may quote them."""
    if unread(material.documents):
        return []
    heard: set[str] = set()
    for record in material.originals:
        for statement in record.statements:
            if statement.form == "quotation" and statement.speaker is not None:
                for side in statement.speaker.parties or (statement.speaker.party or "",):
                    party = material.talks.participants.party_of_person(record.source, side, statement.speaker.name)
                    if party:
                        heard.add(material.column(party))
    return sorted(p for p in material.negotiating if p not in heard)
