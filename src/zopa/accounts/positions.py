"""Positions that two accounts tell alike: one party wants, offers or refuses one thing, in whatever words.

The parties are one by `parties`, the things by their words; what agrees is who holds which stance on what. Nothing agrees where the
stance is only possible or a condition, where figures of one unit differ, or where one account alone has it from another side.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.charges import with_charges
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.history import without_history
from zopa.accounts.issues import find_matters, is_alike
from zopa.accounts.items import one_story, with_article
from zopa.accounts.matters import label_of, own_words
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import StatementPlaces
from zopa.accounts.wants import wants_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.parties import Participants
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding
    from zopa.accounts.wants import Want
    from zopa.statements import Record

_ALIKE = {"never": "refuses"}  # a red line is a refusal too
_NAMES = {"wants": "a demand", "offers": "an offer", "refuses": "a refusal", "accepts": "acceptance"}
_SURE = frozenset({"told", "future", "wish"})


@dataclass(frozen=True, slots=True)
class ToldPosition:
    """What a party holds on a matter as one account tells it; `words` and `head` tell what it is about."""

    want: Want
    item: Item
    words: frozenset[str]
    head: str


def compare_positions(
    records: Sequence[Record], documents: Sequence[Sequence[Item]], participants: Participants, stories: Stories
) -> list[Finding]:
    """One finding for each party, stance and matter that two independent accounts or more tell."""
    by_stance: dict[tuple[str, str], list[ToldPosition]] = defaultdict(list)
    for position in _positions(records, documents, participants):
        by_stance[position.want.party, _ALIKE.get(position.want.stance, position.want.stance)].append(position)
    return [
        _finding(f"{_NAMES[stance]} of {with_article(party)}", star)
        for (party, stance), told in sorted(by_stance.items())
        for star in find_stars(_edges(told, stories))
    ]


def _positions(
    records: Sequence[Record], documents: Sequence[Sequence[Item]], participants: Participants
) -> Iterator[ToldPosition]:
    days = {record.source: own[0].day if own else None for record, own in zip(records, documents, strict=True)}
    places = {record.source: StatementPlaces(own) for record, own in zip(records, documents, strict=True)}
    recent = [with_charges(without_history(record, days[record.source])) for record in records]
    for source, deed, matter in find_matters(recent, lambda matter: bool(own_words(matter))):
        if deed.sure not in _SURE:
            continue
        for want in wants_of(source, deed, matter, label_of(matter), participants):
            item = places[source].at(want.core.start)
            if item is not None and want.voice != "other-side" and not item.statement.hedged:
                yield ToldPosition(want, item, own_words(matter), matter.head)


def _edges(told: Sequence[ToldPosition], stories: Stories) -> Iterator[Edge[tuple[ToldPosition, ToldPosition]]]:
    by_word: dict[str, list[int]] = defaultdict(list)
    for number, position in enumerate(told):
        near = sorted({other for word in position.words for other in by_word[word]})
        for other in near:
            one = told[other]
            a, b = one.item, position.item
            apart = a.group != b.group and a.origin != b.origin and stories.one(a, b) and one_story(a, b)
            same_head = one.head == position.head
            alike = apart and is_alike(one.words, position.words, same_head=same_head)
            alike = alike and (same_head or len(one.words & position.words) > 1)  # terrorism; who pays for terrorism
            if alike and not _figures_differ(one.want, position.want):
                yield Edge(_node(one), _node(position), float(len(one.words & position.words)), (one, position))
        for word in position.words:
            by_word[word].append(number)


def _node(position: ToldPosition) -> StarNode:
    return StarNode(
        (position.item.statement.source, position.want.core.start), position.item.group, position.want.core.start
    )


def _figures_differ(one: Want, two: Want) -> bool:
    """True where both tell how much, in one unit, and no number is the same."""
    for unit in {f.unit for f in one.figures} & {f.unit for f in two.figures}:
        values = [{f.value for f in want.figures if f.unit == unit} for want in (one, two)]
        if values[0].isdisjoint(values[1]):
            return True
    return False


def _finding(held: str, star: Sequence[Edge[tuple[ToldPosition, ToldPosition]]]) -> Finding:
    told = {position.want.core: position for edge in star for position in edge.what}
    ordered = sorted(told.values(), key=lambda p: (p.item.order, p.want.core.start))
    items = list({p.item.statement.id: p.item for p in ordered}.values())
    what = min((p.want.issue for p in ordered), key=lambda label: (len(label), label))
    why = f"They tell the same position; {independence(items)}."
    return build_finding(
        "corroborated", "position", f"{held}: {what}", why, items, marked=[p.want.core for p in ordered]
    )
