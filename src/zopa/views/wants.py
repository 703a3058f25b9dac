"""Who wants what, as far as the documents say it: parties by issues, each entry with its voice.

``*`` the party's own speaker is quoted, ``~`` reported without quotation, ``°`` somebody of another side says so, ``!`` the author says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.joining import describes
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of
from zopa.views.excerpts import cut, sentence_key
from zopa.views.letters import label, surname
from zopa.views.silence import NOT_FOUND
from zopa.views.types import Line, Piece, Section, Table
from zopa.views.unread import unread

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from zopa.accounts.wants import Want
    from zopa.sources import Passage
    from zopa.statements import Record, Speaker
    from zopa.views.material import Material

SIGNS = {"quoted": "*", "reported": "~", "other-side": "°", "author": "!"}
_RANK = {"quoted": 0, "reported": 1, "other-side": 2, "author": 3}
_ROWS, _ENTRIES = 8, 2
_TELLING = 4  # words of a clause that tell what is wanted
_A_SIDE = 3  # wants of a side that a first page has room for
_PLAIN = frozenset({"root", "ccomp", "relcl", "noun"})
_IN_FRONT = 14  # characters before a bid in which an adjective stands
_SHARE = 0.5  # of the cells of a table that must be filled: else each side gets a line
_ORDER = ("wants", "offers", "accepts", "refuses", "never")
_VERBS = {"wants": "wants", "offers": "offers", "accepts": "accepts", "refuses": "refuses", "never": "never:"}
LINE_VERBS = {"never": "draws a line"}  # a red line in a sentence; the other stances are verbs
_SIGNS_TOLD = "* its own speaker is quoted, ~ reported, ° another side says so, ! the author says so."
_FILLED = 3  # sides that want something, from which on a table shows them, and those that are told to want nothing get no column
_CUE = 4  # words behind a quotation among which a verb of saying stands
_QUOTED = re.compile(r"[“\"][^“”\"\n]{20,600}[”\"]")  # more than a phrase
_BEHIND = 40  # characters behind a name in which it is told who somebody is
_MARKS = '"“”«»'
_COLUMN, _LABEL = 24, 40  # letters of a heading that a table of five columns can show


def build_wants(
    material: Material, told: Collection[tuple[str, int]] = (), stances: Collection[Stance] = ()
) -> Section:
    """Who wants what: a table where three sides or more speak to most issues, else a line a want; empty where nobody wants anything.

    `told` are sentences (`sentence_key`) that other lines of the page quote, `stances` what they tell (`stance_key`): nothing is repeated.
    """
    parties = material.parties
    wants = material.talks.dispute.wants
    wanting = {material.column(w.party) for w in wants}
    if len(wanting & set(parties)) >= _FILLED:
        parties = tuple(p for p in parties if p in wanting)
    rows: list[tuple[str, list[list[Want]]]] = []
    for issue in material.talks.dispute.issues:
        cells = [
            [w for w in wants if w.issue == issue.label and material.column(w.party) == party] for party in parties
        ]
        if any(cells):
            rows.append((issue.label, cells))
    shown = rows[:_ROWS]
    filled = sum(bool(cell) for _, cells in shown for cell in cells)
    shared = sum(sum(bool(cell) for cell in cells) > 1 for _, cells in shown)
    if (
        len(parties) < _FILLED
        or not shown
        or filled < _SHARE * len(shown) * len(parties)
        or shared < _SHARE * len(shown)
    ):
        lines = tuple(_each_want(material, parties, rows, set(told), set(stances)))
        return Section("wants", "Who wants what", lines, note=_SIGNS_TOLD if lines else "")
    table = tuple(
        (Line((Piece(short(label, _LABEL)),)), tuple(_cell(material, cell) for cell in cells)) for label, cells in shown
    )
    return Section(
        "wants", "Who wants what", table=Table(("Issue", *(short(party, _COLUMN) for party in parties)), table),
        note="As far as the documents say it; not found is not neutral.",
    )  # fmt: skip


def _each_want(
    material: Material,
    parties: tuple[str, ...],
    rows: list[tuple[str, list[list[Want]]]],
    told: set[tuple[str, int]],
    stances: set[Stance],
) -> Iterator[Line]:
    """ "Norway wants: ~A “...”": a line a want, what most sides speak to first; sides that one clause tells stand together."""
    for number, party in enumerate(parties):
        mine = [w for _, row in rows for w in sorted(row[number], key=_by_voice) if _is_plain(w) and not _is_stale(w)]
        count = 0
        for want in _told_once(material, mine):
            key = sentence_key(material, want.passage)
            if count == _A_SIDE or key in told or stance_key(party, want) in stances:
                continue
            told.add(key)
            stances.add(stance_key(party, want))
            count += 1
            verb, *rest = LINE_VERBS.get(want.stance, want.stance).split(" ", 1)
            with_it = [
                other for n, other in enumerate(parties)
                if n > number and any(_is_one(material, want, w) for _, row in rows for w in row[n])
            ]  # fmt: skip
            who = ", ".join([party, *with_it][:-1]) + f" and {with_it[-1]}" if with_it else party
            does = material.does(party, verb) if not with_it else verb.removesuffix("s")
            says = says_of(material, want)
            does = " ".join([does, *rest])
            yield Line((Piece(f"{who} {does}{says}: "), *_entry(material, want), Piece(".")))


Stance = tuple[str, str, str]


def stance_key(party: str, want: Want) -> Stance:
    """A side, its stance and what it is to: an offer, whatever it is called, is one thing that a page need not tell twice."""
    words = want.issue.lower().split()
    offer = any(set(lemma(word)) & words_of("offer_noun") for word in words)
    return party, want.stance, "offer" if offer else want.issue


def says_of(material: Material, want: Want) -> str:
    """ ", as Orr says" behind what another side says of a party."""
    if want.voice != "other-side" or not (want.says or want.by):
        return ""
    name = short_name(material, want.says) if want.says else want.by or ""
    plural = name.endswith("s") and name.split()[-1].islower()  # "officials"
    return f", as {name} {'say' if plural else 'says'}"


def _is_one(material: Material, one: Want, two: Want) -> bool:
    """True where one clause tells of two sides together."""
    same = sentence_key(material, one.passage) == sentence_key(material, two.passage)
    return same and (one.stance, one.core) == (two.stance, two.core)


def _is_plain(want: Want) -> bool:
    """True for what a clause with its own subject tells, or a noun: of clauses that lean on another one too many are another side's."""
    return want.link in _PLAIN


def _is_stale(want: Want) -> bool:
    """True for what a side is told to have asked or offered at first ("an initial offer"): it may have moved since."""
    before = max(0, want.core.start - want.passage.start - _IN_FRONT)
    words = want.passage.text[before : want.core.end - want.passage.start].lower().replace(",", " ").split()
    return bool(set(words) & class_of("at_first"))


def _by_voice(want: Want) -> tuple[int, bool, Passage]:
    return _RANK[want.voice], want.sure != "told", want.passage


def _told_once(material: Material, wants: list[Want]) -> list[Want]:
    """The wants less those whose words another one already shows: one clause refuses four things together."""
    kept: list[Want] = []
    shown: set[str] = set()
    for want in wants:
        text = words_of_want(material, want).text
        if not any(text in other for other in shown):
            shown.add(text)
            kept.append(want)
    return sorted(kept, key=lambda w: _ORDER.index(w.stance))


def _entry(material: Material, want: Want) -> list[Piece]:
    """ "~A “has refused the map”": sign of the voice, letter of the document, the words."""
    maybe = " possibly " if want.sure == "possible" else " "
    letter = label(material.letters[want.passage.source], (want.passage,))
    return [Piece(SIGNS[want.voice], tone="voice"), letter, Piece(maybe), words_of_want(material, want)]


def words_of_want(material: Material, want: Want) -> Piece:
    """The clause that tells a want; where the words from its verb on are next to nothing, all of the sentence that has room."""
    piece = cut(material, want.core, most=30)
    bare = want.core.text.startswith(piece.text.split(" …")[0])  # its subject is not shown
    return cut(material, want.passage, 20, 30) if bare or len(piece.text.split()) < _TELLING else piece


def _cell(material: Material, entries: list[Want]) -> tuple[Piece, ...]:
    if not entries:
        return (NOT_FOUND,)
    pieces: list[Piece] = []
    for want in _told_once(material, sorted(entries, key=_by_voice))[:_ENTRIES]:
        pieces += [Piece("; ")] if pieces else []
        pieces += [Piece(f"{_VERBS[want.stance]} "), *_entry(material, want)]
    return tuple(pieces)


def short_name(material: Material, name: str) -> str:
    """The surname of a person, the whole name of a body ("Anglo American")."""
    bodies = {actor.name for record in material.records for actor in record.actors if actor.kind != "person"}
    return name if name in bodies or material.talks.participants.named(name) else surname(name)


def short(name: str, letters: int) -> str:
    """A name cut behind its last whole word within so many letters."""
    if len(name) <= letters:
        return name
    return name[: letters - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def find_unheard(material: Material) -> list[str]:
    """Negotiating parties of whom no speaker is quoted, alphabetical; none where some document or voice may be theirs.

    A party told by a common noun only ("the union") is never among them: it may be quoted under the name that it has elsewhere.
    """
    often = {
        party.name for party in material.talks.participants.parties
        if 2 * len({passage.source for passage in party.passages}) >= len(material.originals)
    }  # fmt: skip
    open_ = unread(material.documents) or find_unplaced(material) or has_voiceless(material)
    return [] if open_ else [p for p in not_quoted(material) if p in often and not describes(p)]


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
    return _unplaced(material, _quoted(material)) if not_quoted(material) else []


def has_unplaced_report(material: Material) -> bool:
    """True where somebody of whom no text tells the side is quoted or reported: a side of which no words are found may be theirs."""
    return bool(_unplaced(material, _speakers(material)))


def _unplaced(material: Material, voices: Iterable[tuple[Record, Speaker]]) -> list[Speaker]:
    found: dict[str, Speaker] = {}
    for record, speaker in voices:
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


def reported_parties(material: Material) -> frozenset[str]:
    """Negotiating parties for which somebody is reported to speak, quoted or not."""
    told = (
        material.column(party)
        for record, speaker in _speakers(material)
        for party in _parties_of(material, record, speaker)
    )
    return frozenset(told)


def _speakers(material: Material) -> Iterator[tuple[Record, Speaker]]:
    """Everybody who is quoted or reported, once for each statement."""
    return ((record, s.speaker) for record in material.originals for s in record.statements if s.speaker is not None)


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
