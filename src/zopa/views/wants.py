"""Who wants what, as far as the documents say it: parties by issues, each entry with its voice.

A position described by somebody else is marked as such: ``*`` the party's own speaker is quoted, ``~`` reported without
quotation, ``°`` somebody of another side says so, ``!`` the author says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.views.letters import around, label
from zopa.views.settled import UNSETTLED
from zopa.views.types import Line, Piece, Section, Table
from zopa.views.unread import unread

if TYPE_CHECKING:
    from zopa.sources import Passage
    from zopa.statements import Statement
    from zopa.views.material import Material

_STANCES = frozenset("demand reject accept propose offer support concede threaten".split())
_WANT = re.compile(
    r"\b(?:must|want\w*|need\w*|insist\w*|demand\w*|require\w*|non-negotiable|red line|never|will not|won['’]t|ready to|positions?|"
    r"condition\w*|be used|propos(?:e|es|ed|ing)|refus\w+|reject\w*|only if|call\w* for|seek\w*|oppos\w+)\b",
    re.IGNORECASE,
)
_HYPOTHETICAL = re.compile(r"\b(?:can|could|would|should|might)\b", re.IGNORECASE)
_VOICE_RANK = {"*": 0, "~": 1, "°": 2, "!": 3}
_ROWS, _ENTRIES = 8, 2
_WORDS = 10  # words of a passage that a cell shows
_NEAR = 90  # characters up to which the words of the deed are shown together with those of the issue
_NOT_FOUND = Piece("not found", tone="gap")


def find_wants(material: Material) -> dict[tuple[str, str], list[tuple[str, Statement]]]:
    """(issue, party) -> [(voice, statement)], best voice first; only statements that want, refuse, offer or accept."""
    wants: dict[tuple[str, str], list[tuple[str, Statement]]] = {}
    for statement in material.statements:
        if not _tells_a_want(statement) or not statement.party:
            continue
        party = material.column(statement.party)
        for issue in statement.issues:
            if issue != "process":
                wants.setdefault((issue, party), []).append((voice_of(material, statement, party), statement))
    for entries in wants.values():
        entries.sort(key=lambda entry: (_VOICE_RANK[entry[0]], entry[1].hedged, entry[1].id))
    return wants


def voice_of(material: Material, statement: Statement, party: str) -> str:
    """Who is heard in a statement about what `party` wants."""
    speaker = statement.speaker.party if statement.speaker else None
    named = statement.speaker is not None and not statement.speaker.anonymous
    own = named and speaker is not None and material.column(speaker) == party
    if statement.form == "quotation" and own:
        return "*"
    if statement.form == "own-voice":
        return "!"
    return "°" if named and speaker is not None and not own else "~"


def _tells_a_want(statement: Statement) -> bool:
    """True for the terms of a party's plan, for what its own speakers want or refuse, and for what an author says it does."""
    if (statement.within is not None and len(statement.said.split()) < 3) or UNSETTLED.search(statement.said):
        return False
    if statement.terms_of:
        return True
    wants = statement.act in _STANCES or bool(_WANT.search(statement.said))
    if statement.form == "own-voice":
        return wants and statement.subject == statement.party and not _HYPOTHETICAL.search(statement.said)
    if statement.speaker is None or statement.speaker.party == statement.party:
        return statement.speaker is not None and (wants or statement.form == "quotation")
    # Told of the party by somebody else: only a deed that it is said to have done, never what it should do.
    told = statement.act in _STANCES and statement.plover is not None and not statement.prediction
    return told and statement.deed is not None and not _HYPOTHETICAL.search(statement.said)


def build_wants(material: Material) -> Section:
    """The table of who wants what: at most eight issues, those on which most parties are told to stand somewhere first."""
    wants = find_wants(material)
    parties = material.parties
    issues = [issue.key for issue in material.vocabulary.issues]
    told = {issue: sum(bool(wants.get((issue, party))) for party in parties) for issue in issues}
    volume = {issue: sum(len(wants.get((issue, party), ())) for party in parties) for issue in issues}
    chosen = sorted((i for i in issues if told[i]), key=lambda i: (-told[i], -volume[i], issues.index(i)))[:_ROWS]
    rows = tuple(
        (
            Line((Piece(material.vocabulary.label(issue)),)),
            tuple(_cell(material, wants.get((issue, p), []), issue) for p in parties),
        )
        for issue in chosen
    )
    if not rows:
        gap = Line((Piece("No statement found of what any side wants on any issue.", tone="gap"),))
        return Section("wants", "Who wants what", (gap,))
    return Section(
        "wants",
        "Who wants what",
        table=Table(("Issue", *parties), rows),
        note="As far as the documents say it; not found is not neutral.",
    )


def _cell(material: Material, entries: list[tuple[str, Statement]], issue: str) -> tuple[Piece, ...]:
    if not entries:
        return (_NOT_FOUND,)
    pieces: list[Piece] = []
    shown: set[str] = set()
    for voice, statement in entries:
        if len(shown) == _ENTRIES:
            break
        piece = _words(material, statement, issue)
        if piece.text in shown:
            continue
        if shown:
            pieces.append(Piece("; "))
        shown.add(piece.text)
        maybe = " possibly " if statement.hedged else " "
        pieces += [
            Piece(voice, tone="voice"), label(material.letters[statement.source], (statement.passage,)),
            Piece(maybe), piece,
        ]  # fmt: skip
    return tuple(pieces)


def _words(material: Material, statement: Statement, issue: str) -> Piece:
    """The words of the statement around those that touch the issue."""
    entry = next(i for i in material.vocabulary.issues if i.key == issue)
    found: list[Passage] = []
    for part in statement.content:
        low = part.text.lower()
        for way in entry.patterns:
            if all(expression.search(low) for expression in way):
                spans = [m.span() for expression in way for m in expression.finditer(low)]
                found += [material.by_id[part.source].passage(part.start + a, part.start + b) for a, b in spans]
    if not found:
        return around(statement, [], _WORDS)
    deed = statement.deed
    if deed is None:
        return around(statement, [min(found)], _WORDS)
    nearest = min(found, key=lambda p: abs(p.start - deed.start))
    near = abs(nearest.start - deed.start) <= _NEAR
    return around(statement, [_joined(material, deed, nearest) if near else nearest], _WORDS)


def _joined(material: Material, a: Passage, b: Passage) -> Passage:
    """The passage that spans both."""
    return material.by_id[a.source].passage(min(a.start, b.start), max(a.end, b.end))


def find_unheard(material: Material) -> list[str]:
    """Parties of whom no speaker is quoted in any document, alphabetical; none where a document is not read, for it may quote them."""
    if unread(material.documents):
        return []
    heard = {
        material.column(s.speaker.party)
        for s in material.statements
        if s.form == "quotation" and s.speaker and s.speaker.party and not s.speaker.anonymous
    }
    return [party for party in material.parties if party not in heard]


def find_blocks(material: Material) -> list[tuple[str, tuple[str, Statement], tuple[str, Statement]]]:
    """(issue, (party, statement that is against), (party, statement that asks)): the sides are told to face each other."""
    wants = find_wants(material)
    blocks: list[tuple[str, tuple[str, Statement], tuple[str, Statement]]] = []
    for issue in (i.key for i in material.vocabulary.issues):
        asking = [(p, s) for p in material.parties for _, s in wants.get((issue, p), []) if _insists(s)]
        against = [
            (p, s)
            for p in material.parties
            for _, s in wants.get((issue, p), [])
            if s.act == "reject" and not _insists(s)
        ]
        pair = next(((a, b) for a in against for b in asking if a[0] != b[0] and a[1].id != b[1].id), None)
        if pair:
            blocks.append((issue, *pair))
    return blocks


def _insists(statement: Statement) -> bool:
    """True where the party asks for something: by the words of the statement or of the cue that carries it."""
    cue = statement.cue.text if statement.cue else ""
    return bool(_INSISTS.search(f"{cue} {statement.said}"))


_INSISTS = re.compile(
    r"\b(?:non-negotiable|full control|must|insist\w*|demand(?:s|ed|ing)|demand that|requires?|red line|calls? (?:for|on))\b",
    re.IGNORECASE,
)
