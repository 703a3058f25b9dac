"""Who is blamed: where one account has a side charge the other, and another account has that other charge the first.

A charge is an accusation, a cause given for a failure, or a deed that hinders, told by one side of the other. Both cannot be the one to
blame, and neither account settles it: the finding is an opposed judgement.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.findings import build_finding
from zopa.accounts.items import one_occasion, with_article
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.parties import Participants
    from zopa.accounts.tellings import Telling
    from zopa.accounts.types import Finding
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed

_WORD = re.compile(r"[^\W\d_]+")
_REACH = 60  # characters behind a word of cause in which the blamed one stands


@dataclass(frozen=True, slots=True)
class Charge:
    """One side charges another: both as joined over the documents, and the words."""

    by: str
    against: str
    item: Item
    words: Passage
    open: bool = False  # told as blame or an accusation


def compare_blame(
    records: Sequence[Record],
    documents: Sequence[Sequence[Item]],
    tellings: Sequence[Telling],
    participants: Participants,
) -> list[Finding]:
    """One opposed judgement for each two sides that charge each other in different accounts."""
    by_deeds = [*_by_deeds(tellings, participants)]
    blamed = [charge for charge in by_deeds if charge.open]
    hindering = [charge for charge in by_deeds if not charge.open]  # the weakest word for a charge comes last
    charges = [*blamed, *_by_causes(records, documents, participants), *hindering]
    by_sides: dict[tuple[str, str], list[Charge]] = defaultdict(list)
    for charge in charges:
        by_sides[charge.by, charge.against].append(charge)
    found: list[Finding] = []
    for one, two in sorted(key for key in by_sides if key[0] < key[1] and key[::-1] in by_sides):
        found.extend(_opposed(by_sides[one, two], by_sides[two, one]))
    return found


def _opposed(ones: Sequence[Charge], others: Sequence[Charge]) -> Iterator[Finding]:
    """One finding over the accounts, each with its strongest charge; none where one account tells both sides of it alone."""
    edges: dict[tuple[StarNode, StarNode], Edge[tuple[Charge, Charge]]] = {}
    for a in ones:
        for b in others:
            if a.item.group != b.item.group and one_occasion(a.item, b.item):
                pair = _node(a), _node(b)
                edges.setdefault(pair, Edge(*pair, 1.0, (a, b)))
    for star in find_stars(edges.values()):
        charges = {c.words: c for edge in star for c in edge.what}.values()
        first, second = star[0].what
        charges_of = [(c.by, with_article(c.against)) for c in (first, second)]
        why = ", and ".join(f"{with_article(by)} blames {against}" for by, against in charges_of) + "."
        why = why[0].upper() + why[1:]
        items = list({c.item.statement.id: c.item for c in charges}.values())
        yield build_finding(
            "opposed-judgement", "blame", f"Who is to blame: {with_article(first.by)} or {with_article(second.by)}", why,
            items, marked=[c.words for c in charges],
        )  # fmt: skip


def _node(charge: Charge) -> StarNode:
    return StarNode((charge.item.statement.source, charge.by), charge.item.order, 0)


def _by_deeds(tellings: Sequence[Telling], participants: Participants) -> Iterator[Charge]:
    """Accusations, and hindering deeds of one side told by another."""
    for told in tellings:
        deed, source = told.deed, told.item.statement.source
        says = participants.party_of(source, deed.says_side) or deed.says_side
        if deed.sure != "told" or told.denied:
            continue
        if deed.stance == "blames":
            for by in told.doers or ({says} if says else set[str]()):
                for other in deed.others:
                    against = participants.party_of(source, other.side) or other.side
                    if against and against != by:
                        yield Charge(by, against, told.item, _told_words(deed), open=True)
        elif says and told.doers and says not in told.doers and _hinders(deed):
            for against in sorted({j for d in deed.doers if (j := _joined(participants, source, d.side))} - {says}):
                yield Charge(says, against, told.item, deed.words)


def _told_words(deed: Deed) -> Passage:
    """The clause from its subject on: what stands before ("While ...,") tells no charge."""
    words, at = deed.words, deed.gist.start
    if not words.start < at < words.end:
        return words
    return type(words)(words.source, at, words.end, words.text[at - words.start :])


def _hinders(deed: Deed) -> bool:
    """A deed that one side holds against another: it hinders, or leaves the talks."""
    about = {m.head for m in deed.matters} | set(deed.nouns)
    leaves = deed.predicate in class_of("breaks_off") and about & (
        words_of("talks") | words_of("offer_noun") | class_of("talk_place")
    )
    return bool(leaves) or bool(set(_bases(deed.core.text)) & words_of("hinders"))


def _by_causes(
    records: Sequence[Record], documents: Sequence[Sequence[Item]], participants: Participants
) -> Iterator[Charge]:
    """ "The talks failed because of Peru's refusal", said by a side: whoever is named first behind the cause."""
    for record, items in zip(records, documents, strict=True):
        names = sorted(
            (p.start, party)
            for actor in record.actors
            if (party := _joined(participants, record.source, _side(record, actor.name))) is not None
            for p in actor.passages
        )
        for item in items:
            speaker, passage = item.statement.speaker, item.statement.passage
            says = _joined(participants, record.source, speaker.party) if speaker else None
            if says is None or item.statement.within is not None or not set(_bases(passage.text)) & words_of("failing"):
                continue
            for at in _causes(passage.text):
                near = [n for n in names if passage.start + at <= n[0] < min(passage.end, passage.start + at + _REACH)]
                if near and near[0][1] != says:
                    yield Charge(says, near[0][1], item, passage)
                    break


def _side(record: Record, name: str) -> str | None:
    actor = next((a for a in record.actors if a.name == name), None)
    return actor.side if actor else None


def _joined(participants: Participants, source: str, side: str | None) -> str | None:
    return participants.party_of(source, side) or side


def _bases(text: str) -> list[str]:
    return [base for m in _WORD.finditer(text) for base in lemma(m.group())]


def _causes(text: str) -> Iterator[int]:
    """Where the words behind a word of cause begin."""
    words = [(m.group().lower(), m.start(), m.end()) for m in _WORD.finditer(text)]
    for (one, _, end), (two, _, next_end) in zip(words, [*words[1:], ("", 0, 0)], strict=True):
        if f"{one} {two}" in words_of("cause_preposition"):
            yield next_end
        elif one in words_of("cause_marker") - {"since"} or (one in words_of("blaming") and two):
            yield end
