"""Positions that two accounts tell alike: one party wants, offers or refuses one thing, in whatever words.

The parties are one by `parties`, the things by `issues`; what agrees is who holds which stance on what. Nothing agrees where the stance is
only possible or a condition, where figures of one unit differ, or where one account alone has it from another side.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from zopa.accounts.findings import build_finding, independence
from zopa.accounts.history import without_history
from zopa.accounts.issues import find_dispute
from zopa.accounts.items import one_story, with_article
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import StatementPlaces

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.parties import Participants
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding
    from zopa.accounts.wants import Want
    from zopa.statements import Record

_Held = tuple["Want", "Item"]
_ALIKE = {"never": "refuses"}  # a red line is a refusal too
_NAMES = {"wants": "a demand", "offers": "an offer", "refuses": "a refusal", "accepts": "acceptance"}
_SURE = frozenset({"told", "future", "wish"})


def compare_positions(
    records: Sequence[Record], documents: Sequence[Sequence[Item]], participants: Participants, stories: Stories
) -> list[Finding]:
    """One finding for each party, stance and issue that two independent accounts or more tell."""
    by_position: dict[tuple[str, str, str], list[_Held]] = defaultdict(list)
    places = {record.source: StatementPlaces(own) for record, own in zip(records, documents, strict=True)}
    recent = [
        without_history(record, own[0].day if own else None) for record, own in zip(records, documents, strict=True)
    ]
    for want in find_dispute(recent, participants).wants:
        item = places[want.passage.source].at(want.core.start)
        if item is not None and want.sure in _SURE and want.voice != "other-side" and not item.statement.hedged:
            by_position[want.party, _ALIKE.get(want.stance, want.stance), want.issue].append((want, item))
    return [
        _finding(f"{_NAMES[stance]} of {with_article(party)}: {issue}", star)
        for (party, stance, issue), held in sorted(by_position.items())
        for star in find_stars(_edges(held, stories))
    ]


def _edges(held: Sequence[_Held], stories: Stories) -> Iterator[Edge[tuple[_Held, _Held]]]:
    for one, two in combinations(held, 2):
        a, b = one[1], two[1]
        apart = a.group != b.group and a.origin != b.origin
        if apart and stories.one(a, b) and one_story(a, b) and not _figures_differ(one[0], two[0]):
            yield Edge(_node(one), _node(two), 1.0, (one, two))


def _node(held: _Held) -> StarNode:
    return StarNode((held[1].statement.source,), held[1].group, held[0].core.start)


def _figures_differ(one: Want, two: Want) -> bool:
    """True where both tell how much, in one unit, and no number is the same."""
    for unit in {f.unit for f in one.figures} & {f.unit for f in two.figures}:
        values = [{f.value for f in want.figures if f.unit == unit} for want in (one, two)]
        if values[0].isdisjoint(values[1]):
            return True
    return False


def _finding(about: str, star: Sequence[Edge[tuple[_Held, _Held]]]) -> Finding:
    held = sorted(
        {h[0].core: h for edge in star for h in edge.what}.values(), key=lambda h: (h[1].order, h[0].core.start)
    )
    items = list({item.statement.id: item for _, item in held}.values())
    marked = [want.core for want, _ in held]
    return build_finding(
        "corroborated", "position", about, f"They tell the same position; {independence(items)}.", items, marked=marked
    )
