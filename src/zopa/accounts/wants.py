"""Who wants, offers, accepts or refuses what, as a deed tells it: whose stance it is, to whom, and in whose voice.

A claim of one side about another is kept apart (voice "other-side") and never counts as the other's own.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from datetime import date

    from zopa.accounts.parties import Participants
    from zopa.sources import Passage
    from zopa.statements.deed_types import Deed, Doer, Matter
    from zopa.text.types import Figure

STANCES = ("wants", "offers", "accepts", "refuses", "never")


@dataclass(frozen=True, slots=True)
class Want:
    """What one side wants, offers, accepts or refuses, as a text tells it.

    Attributes:
        party: name of the party.
        issue: label of the issue.
        stance: wants, offers, accepts, refuses or never (a red line).
        figures: told with it.
        to: the party that it is addressed to, or None.
        date: day, or None.
        draft: the draft whose term it is, or None.
        voice: "quoted", "reported", "author", or "other-side" where another side says so.
        says: who says so, or None for the author.
        passage: the clause.
        core: the words from the verb to the end of what is wanted.
        sure: "told", "future", "possible", "condition" or "wish".
        statement: id of the statement in which it stands, "" for the author's own words.
        by: party of whoever says so, None for the author and for somebody of no party.
        link: how the clause that tells it is governed ("root", "ccomp", "conj", "noun", ...).
    """

    party: str
    issue: str
    stance: str
    figures: tuple[Figure, ...]
    to: str | None
    date: date | None
    draft: str | None
    voice: str
    says: str | None
    passage: Passage
    core: Passage
    sure: str
    statement: str = ""
    by: str | None = None
    link: str = "root"


@dataclass(frozen=True, slots=True)
class Held:
    """Who holds what a deed tells: the party, its stance, to whom, in whose voice, and the party of whoever says so."""

    party: str
    stance: str
    to: str | None
    voice: str
    by: str | None


_ACROSS = frozenset(
    {"refuses", "never", "wants"}
)  # stances that show the other side; "they" may offer and accept anything


def held_in(source: str, deed: Deed, participants: Participants) -> list[Held]:
    """Whose stance a deed tells; what one side says that another must do is its own demand, an author's "must" is nobody's."""
    if deed.stance == "agrees" and deed.negated:
        return []  # "has not agreed to pay" is no yes, and no plain refusal
    stance = {"yields": "offers", "agrees": "accepts"}.get(deed.stance, deed.stance)
    by = participants.party_of_person(source, deed.says_side, deed.says)
    to = next((p for d in deed.others if (p := participants.party_of(source, d.side))), None)
    must = _is_bidden(deed)
    found: list[Held] = []
    for doer in deed.doers:
        party = participants.party_of_person(source, doer.side, doer.name)
        if party is not None and party == by and deed.across:
            party = participants.across_from(source, party)  # nobody says "they" of their own side
        if party is None:
            continue
        if must and not (stance == "wants" and party == by):
            found += [Held(by, "wants", party, deed.voice, by)] if by not in {None, party} and by else []
            continue
        others = by != party if by is not None else _is_anothers(source, deed, doer, participants)
        unknown = by is None and doer.name != deed.says  # somebody of whom no side is known
        voice = (
            "other-side"
            if deed.voice != "author" and others
            else "reported"
            if unknown and deed.voice == "quoted"
            else deed.voice
        )
        found.append(Held(party, stance, to, voice, by))
    opposite = participants.across_from(source, by) if by is not None else None
    if deed.across and not deed.doers and stance in _ACROSS and opposite is not None:
        found.append(Held(opposite, stance, to, "other-side", by))
    return found


def _is_bidden(deed: Deed) -> bool:
    """True for "must sign", "has to sign": whoever tells so asks it of the doer."""
    words = deed.core.text.lower().split()
    return bool(words) and (
        words[0] in words_of("modal_must") or (words[0] in words_of("have_to") and words[1:2] == ["to"])
    )


def _is_anothers(source: str, deed: Deed, doer: Doer, participants: Participants) -> bool:
    """True for what somebody of a body that is no party says of another, or somebody named of whom no side is told."""
    if deed.says is None or deed.says in {doer.name, doer.side}:
        return False
    if deed.says_side is not None:
        return deed.says_side != doer.side and participants.party_of(source, deed.says_side) is None
    return deed.says.lower() in participants.others


def _draft_of(deed: Deed) -> str | None:
    """The plan or pact whose term a deed is told as ("Under the truce, X will"), in the text's words, or None."""
    words = deed.passage.text[: deed.at - deed.passage.start].split()
    for k, word in enumerate(words):
        if word.lower() in class_of("under_draft"):
            for end in range(k + 1, min(len(words), k + _DRAFT)):
                noun = words[end].strip(",;:").lower()
                if noun in words_of("offer_noun") | words_of("pact"):
                    inside = [
                        w.strip(",;:") for w in words[k + 1 : end + 1] if w.lower() not in words_of("label_opener")
                    ]
                    return " ".join(inside)
    return None


_DRAFT = 8  # words behind "under" in which the plan stands


def wants_of(source: str, deed: Deed, matter: Matter, label: str, participants: Participants) -> list[Want]:
    """What a deed tells each side to want, offer, accept or refuse of a matter, under the label of its issue."""
    day = deed.date.from_ if deed.date else None
    draft = _draft_of(deed)
    return [
        Want(
            held.party, label, held.stance, matter.figures, held.to, day, draft, held.voice, deed.says, deed.words, deed.core, deed.sure,
            deed.statement, held.by, deed.link,
        )
        for held in held_in(source, deed, participants)
    ]  # fmt: skip
