"""How far the sides are from each other, as accounts tell it: close to a deal, or far apart.

Both are judgements. Accounts that judge alike agree, accounts that judge otherwise are set against each other; what is only hoped,
feared, suggested or asked tells neither.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import one_occasion
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import days_differ, item_days
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding, Relation
    from zopa.sources import Passage

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[,;:.!?]")
_SUBJECT, _GOAL, _LINK, _DENIED = 7, 5, 4, 4  # words within which subject, goal, verb and denial of a judgement stand
_UNSURE = 12  # words before it among which a word stands that makes it no more than a claim of a claim


@dataclass(frozen=True, slots=True)
class Closeness:
    """A judgement on how far the sides are from each other: "near" or "far", the statement and the words."""

    kind: str
    item: Item
    words: Passage


def find_closeness(documents: Sequence[Sequence[Item]]) -> list[Closeness]:
    """The judgements of all accounts in their order, at most one of a kind in a sentence."""
    found: dict[tuple[Passage, str], Closeness] = {}
    for own in documents:
        for item in own:
            if item.statement.within is None:
                for told in _told(item):
                    found.setdefault((item.statement.passage, told.kind), told)
    return list(found.values())


def _told(item: Item) -> Iterator[Closeness]:
    passage = item.statement.passage
    tokens = list(_TOKEN.finditer(passage.text))
    words = [m.group().lower().replace("’", "'") for m in tokens]
    for k, word in enumerate(words):
        kind = _kind(words, k) if word in class_of("closeness_word") else ""
        if kind and not _unsure(words, k):
            start, end = tokens[max(0, k - 1)].start(), tokens[k].end()
            text = passage.text[start:end]
            yield Closeness(kind, item, type(passage)(passage.source, passage.start + start, passage.start + end, text))


def _bases(words: Sequence[str]) -> frozenset[str]:
    return frozenset(
        base for word in words for base in (word, *lemma(word), *(["not"] if word.endswith("n't") else []))
    )


def _up_to(words: Sequence[str]) -> list[str]:
    """Words up to the end of their clause."""
    end = next((n for n, word in enumerate(words) if word in ",;:.!?"), len(words))
    return list(words[:end])


def _before(words: Sequence[str], k: int, count: int) -> frozenset[str]:
    return _bases(_up_to(words[max(0, k - count) : k][::-1]))


def _kind(words: Sequence[str], k: int) -> str:
    """ "near", "far" or "" for a word of closeness where it stands."""
    word, behind = words[k], _up_to(words[k + 1 :])
    denied = bool(_before(words, k, _DENIED) & words_of("negation"))
    if word == "apart":
        far = _before(words, k, 3) & class_of("far_word") and behind[:1] != ["from"]
        return "far" if far and not denied else ""
    if word in class_of("gap_noun"):
        near_by = _before(words, k, 3) | _bases(behind[:_LINK])
        wide = near_by & class_of("wide") and (
            _bases(behind[:_LINK]) & class_of("there_is") or _before(words, k, 1) & class_of("wide")
        )
        return "far" if wide and not denied and not _bases(behind[:_LINK]) & class_of("closes_gap") else ""
    if not _is_near(words, k, behind):
        return ""
    return "far" if denied else "near"


def _is_near(words: Sequence[str], k: int, behind: Sequence[str]) -> bool:
    """ "close to a deal", "the sides were very close", "closer than ever"; not "close the deal", "a source close to the company"."""
    goal = _bases(behind[1 : 1 + _GOAL])
    if behind[:1] == ["to"]:
        sides = _before(words, k, _SUBJECT) & (words_of("at_table") | class_of("comes_near"))
        return bool(goal & (words_of("pact") | words_of("progress") | class_of("near_goal")) and sides)
    if behind[:1] == ["than"]:
        return bool(_before(words, k, _SUBJECT) & (words_of("at_table") | words_of("pact")))
    linked = _before(words, k, _LINK) & class_of("comes_near")
    subject = _before(words, k, _SUBJECT) & (words_of("at_table") | words_of("pact") | class_of("near_party"))
    return bool(linked and subject) and behind[:1] != ["enough"] and (not behind or behind[0] in class_of("near_on"))


def _unsure(words: Sequence[str], k: int) -> bool:
    """True where it is only hoped, rumoured, or told as somebody else's claim."""
    return bool(_bases(words[max(0, k - _UNSURE) : k]) & class_of("no_more_than_claimed"))


def compare_closeness(documents: Sequence[Sequence[Item]], stories: Stories) -> list[Finding]:
    """Accounts that judge the distance between the sides alike, and such as judge it opposite ways."""
    told = find_closeness(documents)
    kinds = {(t.item.order, t.kind) for t in told}
    both = {
        order for order, _ in kinds if {(order, "near"), (order, "far")} <= kinds
    }  # close on pay, far apart on hours
    alike: list[Edge[tuple[Closeness, Closeness]]] = []
    opposed: list[Edge[tuple[Closeness, Closeness]]] = []
    for a, b in combinations(told, 2):
        if a.item.group == b.item.group or not _one_event(a, b, stories):
            continue
        edge = Edge(_node(a), _node(b), 1.0, (a, b))
        if a.kind != b.kind:
            opposed += [] if {a.item.order, b.item.order} & both else [edge]
        elif a.item.origin != b.item.origin:
            alike.append(edge)
    return [
        *(_finding("opposed-judgement", star) for star in find_stars(opposed)),
        *(_finding("corroborated", star) for star in find_stars(alike)),
    ]


def _one_event(a: Closeness, b: Closeness, stories: Stories) -> bool:
    return (
        one_occasion(a.item, b.item)
        and stories.together(a.item, b.item)
        and not days_differ(item_days(a.item), item_days(b.item))
    )


def _node(told: Closeness) -> StarNode:
    return StarNode((told.item.statement.source, told.kind), told.item.group, 0)


def _finding(relation: Relation, star: Sequence[Edge[tuple[Closeness, Closeness]]]) -> Finding:
    told = sorted(
        {t.words: t for edge in star for t in edge.what}.values(), key=lambda t: (t.item.order, t.words.start)
    )
    items = list({t.item.statement.id: t.item for t in told}.values())
    marked = [t.words for t in told]
    if relation == "corroborated":
        about = "that the sides are far apart" if told[0].kind == "far" else "that the sides are close to a deal"
        return build_finding(
            relation, "closeness", about, f"They judge it alike; {independence(items)}.", items, marked=marked
        )
    why = "They judge it opposite ways; both are judgements, not facts."
    return build_finding(relation, "closeness", "how close the sides are", why, items, marked=marked)
