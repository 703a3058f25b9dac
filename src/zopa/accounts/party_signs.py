"""What shows each side to take part in talks: what it does, what it says, who sits with it, whom it brings together."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.joining import Side
from zopa.accounts.mediating import brings_together, is_mediator, mediates, mediators_told, steers
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Container, Mapping, Sequence

    from zopa.sources import Passage
    from zopa.statements import Record, Statement
    from zopa.statements.deed_types import Deed

_ACTING = frozenset("wants offers accepts refuses never yields agrees signs leaves threatens meets".split())
_OF_A_SIDE = frozenset("refuses never yields leaves threatens".split())  # what a mediator does not do
_WITH_MATTER = frozenset("accepts offers wants".split())  # stances that show a party only where their matter is told
_ROUND = 3  # parties at one table, for the meeting alone to show that each takes part; two may meet about anything
_PAIR = 2


@dataclass(slots=True)
class Shown:
    """What shows each side to take part, counted while the documents are gone through; `own` is what no mediator does."""

    passages: dict[Side, list[Passage]] = field(default_factory=dict[Side, "list[Passage]"])
    acted: Counter[Side] = field(default_factory=Counter[Side])
    own: Counter[Side] = field(default_factory=Counter[Side])
    mediated: Counter[Side] = field(default_factory=Counter[Side])
    brought: Counter[Side] = field(default_factory=Counter[Side])
    spoke: Counter[Side] = field(default_factory=Counter[Side])

    def see(self, counter: Counter[Side], key: Side, passage: Passage) -> None:
        """Count a passage for a side."""
        counter[key] += 1
        self.passages.setdefault(key, []).append(passage)

    def weight(self, key: Side) -> int:
        """How much a side does; only for an order."""
        return 2 * self.acted[key] + self.spoke[key] + self.mediated[key] + self.brought[key]


def count_signs(records: Sequence[Record]) -> Shown:
    """What all documents show of each side, by document and side."""
    shown = Shown()
    elsewhere = _told_elsewhere(records)
    pairs = _pairs_that_met(records)
    table = {side for record in records for side in _at_table(record)}
    for record in records:
        bringing = [d for d in record.deeds if brings_together(d) or steers(d, table)]
        for deed in record.deeds:
            if deed in bringing or not any(_is_inside(deed, outer) for outer in bringing):
                _count_deed(record.source, deed, shown, elsewhere, table)
        for side, words in mediators_told(record):
            shown.see(shown.mediated, (record.source, side), words)
        for actor in record.actors:
            if (
                actor.side
                and actor.passages
                and actor.side not in table
                and not words_of("mediator").isdisjoint(actor.offices)
            ):
                shown.see(shown.mediated, (record.source, actor.side), actor.passages[0])  # "Ana Brod, the UN mediator"
        _count_meetings(record, shown, pairs)
        for statement in record.statements:
            if statement.speaker is None or statement.form == "own-voice":
                continue
            said_by = statement.speaker.parties or ((statement.speaker.party,) if statement.speaker.party else ())
            for side in said_by if not _only_reports(statement) else ():
                shown.see(shown.spoke, (record.source, side), statement.passage)
    _count_with_mediators(records, shown)
    return shown


def _count_meetings(record: Record, shown: Shown, pairs: Container[frozenset[str]]) -> None:
    """Whoever sits at a table with several, or in talks "between" two, takes part."""
    for meeting in record.meetings:
        pair = len(meeting.parties) == _PAIR and _is_between(meeting.passage.text)
        at_table = len(meeting.parties) >= _ROUND or pair or frozenset(meeting.parties) in pairs
        if at_table and not meeting.what:
            for side in meeting.parties:
                shown.see(shown.acted, (record.source, side), meeting.passage)


def _only_reports(statement: Statement) -> bool:
    """True for "Spiegel reported that": a paper tells what others do, and does not take part."""
    cue = statement.cue.text.lower().split() if statement.cue is not None else []
    body = statement.speaker is not None and statement.speaker.name == statement.speaker.party
    return body and any("report" in lemma(word) for word in cue)


def _is_between(text: str) -> bool:
    """True for "talks in Lund between the yard and the union": whoever stands behind takes part."""
    words = [m.group().lower() for m in _WORD.finditer(text)]
    near = (set(words[max(0, at - _NEAR) : at]) for at, word in enumerate(words) if word == "between")
    return any(before & words_of("talks") for before in near)


_NEAR = 6  # words before "between" in which the talks are told
_WORD = re.compile(r"[^\W\d_]+")


def _pairs_that_met(records: Sequence[Record]) -> set[frozenset[str]]:
    """Two sides whose meeting or talks two accounts tell: they deal with each other."""
    met = Counter(
        pair for r in records for pair in {frozenset(m.parties) for m in r.meetings if len(m.parties) == _PAIR}
    )
    bodies = class_of("of_states")  # that mostly bring others together
    return {pair for pair, count in met.items() if count >= _PAIR and not {side.lower() for side in pair} & bodies}


def _told_elsewhere(records: Sequence[Record]) -> dict[str, Side]:
    """The side of each person as the accounts that tell one call it: "Mr Tell accepted" is his party's deed in the others too."""
    found: dict[str, dict[str, Side]] = {}
    for record in records:
        for actor in record.actors:
            if actor.kind == "person" and actor.named and " " in actor.name and actor.side is not None:
                found.setdefault(actor.name, {}).setdefault(actor.side, (record.source, actor.side))
    return {name: next(iter(sides.values())) for name, sides in found.items() if len(sides) == 1}


def _count_with_mediators(records: Sequence[Record], shown: Shown) -> None:
    """Whoever speaks or acts as one with a mediator mediates."""
    mediating = {side for _, side in shown.mediated}
    for record in records:
        groups = [
            tuple((record.source, d.side) for d in deed.doers if d.side)
            for deed in record.deeds
            if deed.stance in {"offers", "wants", ""}
        ]
        groups += [
            tuple((record.source, side) for side in s.speaker.parties)
            for s in record.statements
            if s.speaker and s.form != "own-voice"
        ]
        for group in groups:
            if len(set(group)) > 1 and any(side in mediating for _, side in group):
                shown.mediated.update(set(group))


def _is_inside(deed: Deed, outer: Deed) -> bool:
    """True for the "proposal" of "presented a proposal to both sides", and for what somebody else is asked to do."""
    return deed.passage == outer.passage and outer.core.start <= deed.at < outer.core.end


def _at_table(record: Record) -> set[str]:
    """The sides that a document tells to deal with each other: in talks or a dispute together, or in a meeting of two."""
    found = {side for m in record.meetings if len(m.parties) == _PAIR and not m.what for side in m.parties}
    dealing = (
        words_of("talks")
        | words_of("talk_verb")
        | words_of("stick_noun")
        | words_of("divide_noun")
        | class_of("fighting")
    )
    for deed in record.deeds:
        told = {deed.predicate, *deed.nouns, *(m.head for m in deed.matters)}
        sides = {doer.side or doer.name for doer in deed.doers}
        if len(sides) == _PAIR and told & dealing:
            found |= sides
    return found


def _count_deed(source: str, deed: Deed, shown: Shown, elsewhere: Mapping[str, Side], table: Container[str]) -> None:
    if about_press(deed):
        return
    between = mediates(deed)
    brings = brings_together(deed) or steers(deed, table)
    for doer in deed.doers:
        key = (source, doer.side) if doer.side is not None else elsewhere.get(doer.name)
        if key is None:
            continue
        if between or is_mediator(doer):
            shown.see(shown.mediated, key, deed.words)
        elif brings:
            shown.see(shown.brought, key, deed.words)
        elif deed.stance in _ACTING and (deed.matters or deed.stance not in _WITH_MATTER):
            shown.own[key] += deed.stance in _OF_A_SIDE
            shown.see(shown.acted, key, deed.words)
        elif (deed.predicate in words_of("meet_verb") and len(deed.doers) > 1) or _changes_bid(deed):
            shown.see(shown.acted, key, deed.words)


def _changes_bid(deed: Deed) -> bool:
    """True for "raised its offer": whoever changes an offer has made one."""
    own = any(word in words_of("own_possessive") for word in deed.core.text.lower().split())
    return (
        own
        and deed.predicate in class_of("changes_figure")
        and any(m.head in class_of("bid_noun") for m in deed.matters)
    )


def about_press(deed: Deed) -> bool:
    """True for what somebody asks of a reporter ("asked not to be named", "requested anonymity", "declined to comment")."""
    return bool({deed.predicate, *(m.head for m in deed.matters)} & class_of("of_reporters"))
