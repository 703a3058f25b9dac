"""Offers and demands that somebody refuses or accepts with no word of what they are ("rejected the offer"): which bid is meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.matters import tells
from zopa.accounts.party_signs import about_press
from zopa.accounts.wants import held_in
from zopa.text.lemmas import lemma

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.accounts.issues import FoundIssue
    from zopa.accounts.parties import Participants
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed, Matter

    Placed = tuple[str, Deed, Matter, FoundIssue]


def find_answers(records: Sequence[Record], placed: Sequence[Placed], participants: Participants) -> list[Placed]:
    """Offers and demands refused or accepted with no word of what they are: they are about what the other side offered or demanded before.

    The nearest bid of another side in the same account counts, else where all accounts have bids on one issue, that.
    """
    bids = [
        (row, held.party) for row in placed if row[1].stance in {"wants", "offers"} and row[3].words
        for held in held_in(row[0], row[1], participants)
    ]  # fmt: skip
    found: list[Placed] = [*_bare_bids(records, placed, participants)]
    for record in records:
        for deed in record.deeds:
            if deed.stance not in {"refuses", "accepts", "never"} or deed.sure == "condition" or about_press(deed):
                continue
            mine = {held.party for held in held_in(record.source, deed, participants)}
            inside = [
                (record.source, deed, m, row[3]) for m in deed.matters if _is_bid(m) for row, party in bids
                if party not in mine and _stands_in(row, record.source, m)
            ]  # fmt: skip
            if inside and mine:  # "rejected BHP's plea to extend the deadline"
                found.append(inside[0])
                continue
            matter = next((m for m in deed.matters if _is_bid(m) and not tells(m, participants)), None)
            if matter is None or not mine or _goes_on(deed, matter):
                continue
            others = [row for row, party in bids if party not in mine and _kind_fits(matter, row[1])]
            near = [row for row in others if row[0] == record.source]
            before = [row for row in near if row[1].at < deed.at]
            issues = {id(row[3]): row for row in others}
            if before or near:  # the last one before, else the first that follows
                row = max(before, key=lambda r: r[1].at) if before else min(near, key=lambda r: r[1].at)
            else:
                row = next(iter(issues.values())) if len(issues) == 1 else None
            if row is not None:
                found.append((record.source, deed, matter, row[3]))
    return found


def _goes_on(deed: Deed, matter: Matter) -> bool:
    """True for "a request to extend the deadline": the words behind a bid tell themselves what it is."""
    behind = deed.passage.text[matter.passage.end - deed.passage.start :].split(maxsplit=1)
    return bool(behind) and behind[0].lower() in class_of("tells_bid")


def _bare_bids(records: Sequence[Record], placed: Sequence[Placed], participants: Participants) -> Iterator[Placed]:
    """ "Russia refused a truce despite Ukraine's proposals": a bid with no word of what it is, in the clause of another's refusal."""
    refused = [row for row in placed if row[1].stance in {"refuses", "never"} and row[3].words]
    for record in records:
        bare = [d for d in record.deeds if d.link == "noun" and d.stance in {"wants", "offers"} and not d.matters]
        for bid in bare:
            mine = {held.party for held in held_in(record.source, bid, participants)}
            for source, deed, matter, issue in refused:
                inside = source == record.source and deed.words.start <= bid.at < deed.words.end
                if inside and mine and not mine & {held.party for held in held_in(source, deed, participants)}:
                    yield source, bid, matter, issue


def _stands_in(row: Placed, source: str, matter: Matter) -> bool:
    """True for a bid that is told within a matter."""
    return row[0] == source and matter.passage.start <= row[1].at < matter.passage.end


def _is_bid(matter: Matter) -> bool:
    return not matter.clause and matter.head in class_of("bid_noun") | class_of("demand_noun")


def _kind_fits(matter: Matter, deed: Deed) -> bool:
    """True where what is refused may be this bid: a demand is wanted, an offer offered."""
    if matter.head in class_of("demand_noun"):
        return deed.stance == "wants"
    return deed.stance == "offers" and _bids(deed)


def _bids(deed: Deed) -> bool:
    """True where the words of a deed hold a verb or noun of bidding ("had offered", "its offer of")."""
    return any(base in class_of("bid_verb") for word in deed.core.text.split() for base in lemma(word.lower()))
