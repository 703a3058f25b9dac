"""What one side holds against another, as a text tells it: that it will not bargain, broke its word, stalls, offers too little.

"Peru has gone back on its word, the union said"; "the union called Peru's letter irresponsible". A complaint is somebody's: what the author
tells in the author's own words is none, nor what a side says of itself, denies, or puts under a condition. Rows: `complaint_rows`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.statements.complaint_rows import ROWS, clause_at
from zopa.statements.deed_passages import clause_of, gist_of
from zopa.statements.places import ByPlace
from zopa.statements.stances import certainty, is_question
from zopa.statements.types import Complaint
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from zopa.statements.actors import Actors
    from zopa.statements.complaint_rows import ComplaintRoles
    from zopa.statements.deed_types import Deed
    from zopa.statements.types import Statement
    from zopa.text.annotate import Text
    from zopa.text.frames import Frame
    from zopa.text.tagged import Sentence

_Name = tuple[str, str | None]  # who, and the side


def find_complaints(
    text: Text, actors: Actors, deeds: Sequence[Deed], statements: Sequence[Statement], off: Collection[str] = ()
) -> tuple[Complaint, ...]:
    """What somebody in a text holds against somebody else in it, in document order.

    Args:
        text: the annotated document.
        actors: who acts in it.
        deeds: its deeds, for whom a pronoun means.
        statements: its statements, for who says so.
        off: names of rows that are switched off.
    """
    said_at = ByPlace((s, [(c.start, c.end) for c in s.content]) for s in statements if s.form != "own-voice")
    doers = {deed.at: deed for deed in deeds}
    who = _Complainers(text, actors, doers)
    found: list[Complaint] = []
    for number, (sentence, frames) in enumerate(zip(text.sentences, text.frames, strict=True)):
        by_head = {frame.head: frame for frame in frames}
        for frame in frames:
            if not _is_told(sentence, by_head, frame):
                continue
            clause = clause_at(sentence, frame)
            named = ((row.name, roles) for row in ROWS if row.name not in off and (roles := row.roles(clause)))
            kind, roles = next(named, ("", None))
            if roles is None:
                continue
            at = sentence.tokens[frame.head].start
            inside = (s for s in said_at.near([(at, at + 1)]) if any(c.start <= at < c.end for c in s.content))
            said = min(inside, key=lambda s: s.content[-1].end - s.content[0].start, default=None)
            for says, charged in who.pairs(number, sentence, frame, roles, said):
                found.append(_complaint(text, sentence, frame, kind, says, charged))
    return tuple(found)


def _is_told(sentence: Sentence, by_head: dict[int, Frame], frame: Frame) -> bool:
    """True for a clause that holds something to be so: no noun, question or condition, nothing that the clause above denies."""
    above = by_head.get(frame.above)
    denied = above is not None and (above.predicate in words_of("denial") or above.group.negated)
    taken = frame.link == "xcomp" and above is not None  # told with the clause that takes it
    return not (
        frame.kind == "noun" or taken or denied or is_question(sentence, by_head, frame)
        or certainty(sentence, by_head, frame) == "condition"
    )  # fmt: skip


class _Complainers:
    """Who complains of whom in one text."""

    def __init__(self, text: Text, actors: Actors, deeds: dict[int, Deed]) -> None:
        self.text, self.actors, self.deeds = text, actors, deeds

    def pairs(
        self, number: int, sentence: Sentence, frame: Frame, roles: ComplaintRoles, said: Statement | None
    ) -> Iterator[tuple[_Name, _Name]]:
        """(who complains, of whom); nobody complains of itself, nor a person of the own side."""
        if roles.chargers is None:
            speaker = said.speaker if said is not None else None
            chargers = [(speaker.name, speaker.party or self.actors.side(speaker.name))] if speaker else []
        else:
            chargers = self._named(number, sentence, frame, roles.chargers)
        for charged in self._named(number, sentence, frame, roles.charged):
            for says in chargers:
                if not {says[0], says[1]} & ({*charged} - {None}):
                    yield says, charged

    def _named(self, number: int, sentence: Sentence, frame: Frame, heads: Sequence[int]) -> list[_Name]:
        """Who the heads mean: the actors that stand there, else whoever does the deed whose subject is a pronoun."""
        found: list[_Name] = []
        for head in heads:
            for k in sentence.together(head):
                actor = self.actors.culprit(number, k)
                if actor is not None:
                    found.append((actor.name, self.actors.side(actor.name)))
                elif sentence.tokens[k].tag == "PRON":
                    deed = self.deeds.get(sentence.tokens[frame.head].start)
                    found += (
                        [(d.name, d.side) for d in deed.doers] if deed is not None and head in frame.subject else []
                    )
        return list(dict.fromkeys(found))


def _complaint(text: Text, sentence: Sentence, frame: Frame, kind: str, says: _Name, charged: _Name) -> Complaint:
    behind = [
        m
        for k in sentence.tree(frame.head, without=("parataxis",))
        if k >= frame.head
        for m in (k,)
        if sentence.tokens[m].is_word
    ]
    first, last = sentence.tokens[min(frame.group.words)].start, sentence.tokens[max(behind, default=frame.head)].end
    return Complaint(
        charged[0], charged[1], says[0], says[1], text.document.passage(sentence.start, sentence.end),
        clause_of(text.document, sentence, frame), gist_of(text.document, sentence, frame, first, last),
        sentence.tokens[frame.head].start, kind,
    )  # fmt: skip
