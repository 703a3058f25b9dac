"""Deeds of several accounts held against each other by content: what agrees, and what cannot both be so.

Candidates come from an index over kinds of deed and words of the matter; similarity decides nothing. Deeds agree that are of one kind, by
the same side, over the same matter with the same figures, both told as done (or both told as not done), on days that do not differ. A
refusal, a condition, a forecast or another day is no agreement, and a contradiction needs all of that and one slot that excludes the other.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import one_occasion, share
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import Telling, days_differ, is_thought
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.types import Finding, Relation

_SAME_MATTER = 0.34  # Jaccard index of the words of two matters from which on they are one
_NEAR_MATTER = 0.5  # stricter: a wrongly reported contradiction costs more than a missed one
_SAME_CLAUSE = 0.4  # of the words of the shorter clause that the other has, where one account names no actor
_SUM = 1000  # a bare number from which on it is a sum
_WORDS = 3  # content words that two clauses share for one matter
_STANCES = frozenset({"refuses", "accepts", "never", "signs"})  # what a side does only once to one thing
_EVENTS = frozenset({"", "meets", "signs"})  # what is done, and no position
_BIDS = frozenset({"wants", "offers", "refuses", "accepts"})
_OPPOSITE = {"accepts": "refuses", "refuses": "accepts", "accept": "refuse", "refuse": "accept"}
_GENERIC = frozenset({"@offer", "@plan", "@meeting", "@talks", "-"})  # matters that tell nothing by themselves
SWITCHED_OFF = frozenset[
    tuple[str, str]
]()  # (relation, slot) of kinds of finding that are wrong too often on foreign stories


@dataclass(frozen=True, slots=True)
class ContentMatch:
    """Two tellings of different documents that agree or contradict: the slot that decides, a strength to rank by, why."""

    a: Telling
    b: Telling
    relation: Relation
    slot: str
    strength: float
    why: str = ""


def compare_content(tellings: Sequence[Telling], *, exhaustive: bool = False) -> list[Finding]:
    """Findings over deeds; with `exhaustive` every pair is looked at, which gives the same and is slow."""
    pairs = _all_pairs(tellings) if exhaustive else candidates(tellings)
    matches = [m for a, b in pairs if (m := judge(a, b)) is not None and (m.relation, m.slot) not in SWITCHED_OFF]
    return [_finding(group) for group in _cover(matches)]


def _all_pairs(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    for i, a in enumerate(tellings):
        for b in tellings[i + 1 :]:
            if a.item.order != b.item.order:
                yield a, b


def keys_of(telling: Telling) -> Iterator[tuple[str, str]]:
    """What a telling is looked up by: each kind of its deed, or one it excludes, with each word of its matter."""
    for kind in telling.kinds | telling.acts:
        for word in telling.matter:
            yield min(kind, _OPPOSITE.get(kind, kind)), word


def candidates(tellings: Sequence[Telling]) -> Iterator[tuple[Telling, Telling]]:
    """Pairs of different documents that share a key; each once."""
    index: dict[tuple[str, str], list[int]] = defaultdict(list)
    for number, telling in enumerate(tellings):
        near: set[int] = set()
        for key in set(keys_of(telling)):
            near.update(index[key])
            index[key].append(number)
        for other in sorted(near):
            if tellings[other].item.order != telling.item.order:
                yield tellings[other], telling


def judge(a: Telling, b: Telling) -> ContentMatch | None:
    """What two tellings are to each other; None where they may be of two deeds, or only differ in what may change."""
    if a.item.group == b.item.group or (a.ranks != b.ranks and a.ranks and b.ranks):
        return None
    if a.deed.sure != "told" or b.deed.sure != "told" or not _one_matter(a, b):
        return None
    return _agreement(a, b) if a.kinds & b.kinds and a.denied == b.denied else _polarity(a, b)


def _one_matter(a: Telling, b: Telling) -> bool:
    common = a.matter & b.matter
    if not common:
        return False
    return (
        _near_matter(a, b)
        or len(a.words & b.words) >= _WORDS
        or bool(a.doers & b.doers and a.kinds & b.kinds & _STANCES)
    )


def _near_matter(a: Telling, b: Telling) -> bool:
    common = a.matter & b.matter
    return share(a.matter, b.matter) >= _SAME_MATTER or common in (a.matter, b.matter)


def _one_doer(a: Telling, b: Telling) -> bool:
    return bool(a.doers & b.doers)


def _other_people(a: Telling, b: Telling) -> bool:
    """True where each names somebody who does it and the names differ: of one side one may sign and another not."""
    one, two = (
        {word for doer in t.deed.doers for word in doer.name.split()[-1:] if word[:1].isupper()} for t in (a, b)
    )
    sides = {doer.side.split()[-1] for t in (a, b) for doer in t.deed.doers if doer.side}
    return bool(one - sides and two - sides) and not one & two


def _agreement(a: Telling, b: Telling) -> ContentMatch | None:
    if days_differ(a.days, b.days) or not (one_occasion(a.item, b.item) or a.days & b.days):
        return None
    if (a.doers and b.doers and not _one_doer(a, b)) or other_matters([a], [b]):
        return None
    alike = len(a.words & b.words) / max(1, min(len(a.words), len(b.words)))
    if _extents_differ(a, b):
        sure = _one_doer(a, b) and _near_matter(a, b)
        return ContentMatch(a, b, "contradicted", "extent", alike + 1, "extent") if sure else None
    conflict = _figures(a, b)
    if conflict is False:
        return _figure_conflict(a, b, alike)
    if a.item.origin == b.item.origin or a.deed.hedged or b.deed.hedged or is_thought(a.item) or is_thought(b.item):
        return None
    common = a.matter & b.matter
    if _too_vague(a, b, alike, known=bool(conflict)):
        return None
    return ContentMatch(a, b, "corroborated", "act", alike + len(common) + bool(conflict))


def _too_vague(a: Telling, b: Telling, alike: float, *, known: bool) -> bool:
    """True where what two deeds share may be of two things; `known` where they have a figure in common."""
    common = a.matter & b.matter
    if "blames" in a.kinds & b.kinds and alike < _SAME_CLAUSE:
        return True  # two accusations of two things
    if set(common) <= _GENERIC and len(a.words & b.words) < _WORDS and not known and not a.days & b.days:
        return True  # "dismissed the request", "resisted key demands"; "held a meeting"
    weak = len(common) < 2 and not known and not (a.deed.stance or a.denied)
    if (weak or not _one_doer(a, b)) and alike < _SAME_CLAUSE:
        return True
    return not _one_doer(a, b) and len(a.words & b.words) < _WORDS


def _extent(telling: Telling) -> str:
    """ "part" or "whole" where a deed tells how much of its matter is meant, else ""."""
    words = set(
        re.findall(r"[a-z]+", telling.deed.words.text[max(0, telling.deed.at - telling.deed.words.start) :].lower())
    )
    part, whole = (bool(words & class_of(name)) for name in ("part_of_it", "whole_of_it"))
    return "" if part == whole else "part" if part else "whole"


def _extents_differ(a: Telling, b: Telling) -> bool:
    one, two = _extent(a), _extent(b)
    return bool(one and two) and one != two


def _figures(a: Telling, b: Telling) -> bool | None:
    """True where figures of one unit are equal, False where they exclude each other, None where none can be held against another."""
    sums = all(
        any(not f.unit and f.value >= _SUM for f in t.figures) for t in (a, b)
    )  # "80 million", of whatever money
    units = {f.unit for f in a.figures} & {f.unit for f in b.figures} - (set() if sums else {""})
    if not units:
        return None
    for unit in units:
        one, two = ({(f.value, f.high) for f in t.figures if f.unit == unit} for t in (a, b))
        if not one & two:
            bound = any(f.bound or f.approximate for t in (a, b) for f in t.figures if f.unit == unit)
            return None if bound else False
    return True


def _figure_conflict(a: Telling, b: Telling, alike: float) -> ContentMatch | None:
    """Two figures for one deed of one side: an offer on one day, a measure that does not move."""
    demand = "wants" in a.kinds & b.kinds and not a.days | b.days  # what a side asks for is the same all day
    same_day = bool(a.days & b.days) or (demand and a.item.day is not None and a.item.day == b.item.day)
    if not (_one_doer(a, b) and same_day and _near_matter(a, b)):
        return None
    if {a.deed.stance, b.deed.stance} == {"wants", "offers"} or a.deed.hedged != b.deed.hedged:
        return None
    return ContentMatch(a, b, "contradicted", "figure", alike + 1, "figure")


def _polarity(a: Telling, b: Telling) -> ContentMatch | None:
    """Done in one account, not done or refused in the other: by one side, over one matter, on days that do not differ."""
    opposed = any(_OPPOSITE.get(kind) in b.kinds for kind in a.kinds) and a.denied == b.denied
    if not opposed and not (a.acts & b.acts and a.done != b.done):
        return None
    if not _one_doer(a, b) or _other_people(a, b) or a.deed.hedged or b.deed.hedged or _figures(a, b) is False:
        return None
    if days_differ(a.days, b.days) or not one_occasion(a.item, b.item) or bool(a.days) != bool(b.days):
        return None
    if _one_mouth(a.item, b.item):
        return None
    if share(a.matter, b.matter) < _NEAR_MATTER:
        return None
    return ContentMatch(a, b, "contradicted", "act" if opposed else "polarity", share(a.matter, b.matter))


def _one_mouth(one: Item, two: Item) -> bool:
    """True for two quotations of one speaker: who speaks does not contradict themselves by going on."""
    speakers = [item.statement.speaker for item in (one, two)]
    quoted = all(item.statement.form == "quotation" for item in (one, two))
    return (
        quoted
        and all(s is not None and not s.anonymous for s in speakers)
        and len({s.name for s in speakers if s}) == 1
    )


def node_of(telling: Telling) -> StarNode:
    """A telling as one end of a pair."""
    return StarNode((telling.item.statement.id, telling.deed.at), telling.item.group, telling.deed.at)


def tells_otherwise(ones: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """True where all deeds of one kind and matter in two statements differ in certainty, in whether they are done, or in their days."""
    alike = [(a, b) for a in ones for b in others if a.acts & b.acts and a.matter & b.matter]
    return bool(alike) and all(
        a.deed.sure != b.deed.sure or a.done != b.done or days_differ(a.days, b.days) or _extents_differ(a, b)
        for a, b in alike
    )


def other_doers(ones: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """True where the same is done in both, or one stance taken, each time by one side that is told by name, and never by the same."""
    alike = [
        (a, b) for a in ones for b in others
        if _is_named_side(a) and _is_named_side(b)
        and ((a.deed.predicate == b.deed.predicate and a.matter & b.matter) or (a.deed.stance == b.deed.stance and a.deed.stance in _BIDS))
    ]  # fmt: skip
    return bool(alike) and not any(a.doers & b.doers for a, b in alike)


def other_matters(ones: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """True where both tell what one side wants, offers or refuses, and never the same ("offered data", "offered water")."""
    alike = [
        (a, b) for a in ones for b in others
        if a.deed.stance == b.deed.stance and a.deed.stance in _BIDS and a.doers & b.doers and a.matter and b.matter
    ]  # fmt: skip
    return bool(alike) and not any(_may_be_one_matter(a, b) for a, b in alike)


def _may_be_one_matter(a: Telling, b: Telling) -> bool:
    """True for one noun or figure, and for mostly the same words; "data of its dams" is not "water from its dams"."""
    heads = [{m.head for m in t.deed.matters} for t in (a, b)]
    return bool(heads[0] & heads[1]) or share(a.matter, b.matter) >= _SAME_MATTER or bool(_figures(a, b))


def other_time(ones: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """True where one tells as done what the other tells as still to come ("met", "will meet")."""
    alike = [
        (a, b)
        for a in ones
        for b in others
        if a.deed.predicate == b.deed.predicate and {a.deed.stance, b.deed.stance} <= _EVENTS
    ]
    return bool(alike) and all({a.deed.sure, b.deed.sure} == {"told", "future"} for a, b in alike)


def are_apart(ones: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """True where the deeds of two sentences are told otherwise, are of other doers or matters, or of another time.

    What one speaker says in two wordings is one remark, whatever its deeds are read as.
    """
    if tells_otherwise(ones, others):
        return True
    names = [
        {t.item.statement.speaker.name for t in told if t.item.statement.speaker and t.item.statement.form != "own-voice"}
        for told in (ones, others)
    ]  # fmt: skip
    apart = other_doers(ones, others) or other_matters(ones, others) or other_time(ones, others)
    return apart and not names[0] & names[1]


def _is_named_side(telling: Telling) -> bool:
    """True for one doer by name; a pronoun or "the group" may mean anybody."""
    told = [d.passage.text for d in telling.deed.doers]
    named = all(text[:1].isupper() and text.lower() not in words_of("own_pronoun") for text in told)
    return len(telling.doers) == 1 and bool(told) and named


def offered_by_two(deeds: Sequence[Telling]) -> bool:
    """True where two different sides offer or want what happens to be the same."""
    bids = [t for t in deeds if t.deed.stance in {"offers", "wants"} and t.doers]
    return any(not a.doers & b.doers for a in bids for b in bids if a.item.order != b.item.order)


def _cover(matches: Iterable[ContentMatch]) -> Iterator[list[ContentMatch]]:
    """Groups of matches of one relation and slot around one telling each."""
    by_slot: dict[tuple[str, str], list[Edge[ContentMatch]]] = defaultdict(list)
    told = [m for m in matches if m.relation != "corroborated" or not (_is_bare(m.a) and _is_bare(m.b))]
    best: dict[tuple[StarNode, int], float] = defaultdict(float)  # of a deed, with each other document
    for m in told:
        for one, other in ((m.a, m.b), (m.b, m.a)):
            key = node_of(one), other.item.order
            best[key] = max(best[key], m.strength)
    for m in told:
        least = min(best[node_of(m.a), m.b.item.order], best[node_of(m.b), m.a.item.order])
        if m.strength >= least:  # two sentences that each have a closer partner are no pair of their own
            by_slot[m.relation, m.slot].append(Edge(node_of(m.a), node_of(m.b), m.strength, m))
    for _, alike in sorted(by_slot.items()):
        yield from ([edge.what for edge in star] for star in find_stars(alike, _one_side))


def _is_bare(telling: Telling) -> bool:
    """True for a deed told by one word that says nothing of what ("demands", "asked"): any other of its kind would be as like it."""
    deed = telling.deed
    return not deed.matters and " " not in deed.core.text.strip() and deed.stance not in {"fails", "ends", "leaves"}


def _one_side(centre: StarNode, first: Edge[ContentMatch], edge: Edge[ContentMatch]) -> bool:
    """False where two accounts agree with a third that names nobody, and name two sides themselves."""
    one, two = (e.what.b if e.a == centre else e.what.a for e in (first, edge))
    return edge.what.relation != "corroborated" or not (one.doers and two.doers) or bool(one.doers & two.doers)


def _finding(group: list[ContentMatch]) -> Finding:
    first = group[0]
    tellings = list({id(t): t for m in group for t in (m.a, m.b)}.values())
    tellings.sort(key=lambda t: (t.item.order, t.deed.at))
    items = list({t.item.statement.id: t.item for t in tellings}.values())
    return build_finding(
        first.relation, first.slot, about_of(tellings), _why(first, tellings, independence(items)), items,
        marked=[t.deed.core for t in tellings],
    )  # fmt: skip


def _why(first: ContentMatch, tellings: Sequence[Telling], sources: str) -> str:
    words = [" ".join(t.deed.core.text.split()) for t in tellings]
    if first.relation == "corroborated":
        return f"{'Both' if len(tellings) == 2 else 'They all'} tell it; {sources}."
    says: dict[str, Callable[[], str]] = {
        "figure": lambda: "They give different figures for one deed",
        "extent": lambda: "One account has a part of what the other has whole",
        "act": lambda: "One account has the same side accept what the other has it refuse",
        "polarity": lambda: "One account says that it was done, the other that it was not",
    }
    return f"{says[first.slot]()}: “{words[0]}” against “{words[-1]}”."


def about_of(tellings: Sequence[Telling]) -> str:
    """The shortest of the deeds' own words, cut to a dozen."""
    words = min((" ".join(t.deed.core.text.split()) for t in tellings), key=len).split()
    return " ".join(words[:12]).rstrip(",;:.") + (" …" if len(words) > 12 else "")
