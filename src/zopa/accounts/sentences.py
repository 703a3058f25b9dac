"""Sentences as accounts tell them: each wording once, with the documents that have it, and what fills its slots.

A sentence that several documents have word for word is one wording. Wordings of different documents that are nearly alike
are joined one to one; the slots (numbers, dates, negations, deeds) are left out when likeness is measured, because they
are what may differ.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.accounts.align import find_similar
from zopa.accounts.items import Item, is_content, stem
from zopa.accounts.slots import DENIED, Slots, read_slots

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.sources import Passage

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_NEXT = re.compile(r"(?<=[a-z\d\)][.!?])[\"”’]?\s+(?=[\"“]?[A-Z])")
_PROPOSE = 0.35  # cosine from which on two wordings are looked at
_ALIKE_VERSIONS, _ALIKE = 0.6, 0.75  # Dice index of their words from which on they are joined: in versions of one text, elsewhere
_NAMELESS = 0.6  # the same without names, where documents are no versions of one text
_SHORT, _STRICTER = 5, 0.05  # a sentence with no more words of its own must be that much liker
_DIFFERS = 0.15  # of several like sentences the one whose slots agree is the counterpart, unless it is this much less like
_CACHE = 16384  # sentences


@dataclass(frozen=True, slots=True)
class Told:
    """One sentence of one document, with its statements."""

    passage: Passage
    items: tuple[Item, ...]

    @property
    def order(self) -> int:
        """Number of its document."""
        return self.items[0].order

    @property
    def group(self) -> int:
        """Number that copies of one text share."""
        return self.items[0].group


@dataclass(frozen=True, slots=True)
class Wording:
    """A sentence and all documents that have it word for word, in their order."""

    told: tuple[Told, ...]
    words: tuple[tuple[str, int], ...]

    @property
    def slots(self) -> Slots:
        """What fills its slots."""
        return read_slots(self.told[0].passage.text)

    @property
    def orders(self) -> frozenset[int]:
        """Numbers of its documents."""
        return frozenset(one.order for one in self.told)


@dataclass(frozen=True, slots=True)
class Match:
    """Two wordings of different documents that tell one thing; `alike` is the Dice index of their words."""

    one: Wording
    two: Wording
    alike: float


def find_wordings(documents: Sequence[Sequence[Item]]) -> list[Wording]:
    """Every sentence that holds a statement, in order of first appearance."""
    by_key: dict[tuple[str, ...], list[Told]] = {}
    for items in documents:
        places: dict[tuple[int, int], list[Item]] = {}
        for item in items:
            passage = item.statement.passage
            places.setdefault((passage.start, passage.end), []).append(item)
        for here in places.values():
            for passage in _split(here[0].statement.passage):
                by_key.setdefault(split_keys(passage.text), []).append(Told(passage, tuple(here)))
    return [Wording(tuple(told), _frame(told[0].passage.text, _speakers(told[0]))) for key, told in by_key.items() if key]


def _split(passage: Passage) -> list[Passage]:
    """The sentences of a passage: a quotation may run over several, of which one was changed."""
    cuts = [0, *(m.end() for m in _NEXT.finditer(passage.text)), len(passage.text)]
    return [
        type(passage)(passage.source, passage.start + a, passage.start + b, passage.text[a:b])
        for a, b in itertools.pairwise(cuts)
    ]


def match_wordings(wordings: Sequence[Wording]) -> list[Match]:
    """Wordings joined one to one between any two documents, the likest first; none that one document has both."""
    proposed: list[Match] = []
    terms = [[word for word, _ in wording.words] for wording in wordings]
    for i, j, _ in find_similar(terms, _PROPOSE):
        one, two = wordings[i], wordings[j]
        if one.orders & two.orders:
            continue
        match = Match(one, two, likeness(one.words, two.words))
        if match.alike >= _least(match) and (_are_versions(match) or likeness(_nameless(one), _nameless(two)) >= _NAMELESS):
            proposed.append(match)
    proposed.sort(key=_rank)
    taken: set[tuple[int, int]] = set()
    chosen: list[Match] = []
    for match in proposed:
        keys = {(id(match.one), order) for order in match.two.orders} | {(id(match.two), order) for order in match.one.orders}
        if not keys & taken:
            taken |= keys
            chosen.append(match)
    return chosen


def likeness(one: Iterable[tuple[str, int]], two: Iterable[tuple[str, int]]) -> float:
    """Dice index of two bags of words; 0 where both are empty."""
    a, b = Counter(dict(one)), Counter(dict(two))
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


@lru_cache(_CACHE)
def split_keys(text: str) -> tuple[str, ...]:
    """Words in lower case: two texts with the same are one wording."""
    return tuple(word.lower().replace("’", "'") for word in _TOKEN.findall(text))


def _least(match: Match) -> float:
    """How like the two must be."""
    least = _ALIKE_VERSIONS if _are_versions(match) else _ALIKE
    return least + (_STRICTER if min(_size(match.one), _size(match.two)) <= _SHORT else 0)


def _are_versions(match: Match) -> bool:
    return bool({told.group for told in match.one.told} & {told.group for told in match.two.told})


def _nameless(wording: Wording) -> list[tuple[str, int]]:
    """The words less names and slots: the same people and some number or other do not make two sentences alike."""
    names = {stem(name.key) for name in wording.slots.names}
    return [(word, count) for word, count in wording.words if word not in names and word[0] != "#"]


def _rank(match: Match) -> tuple[float, int, list[str]]:
    """The likest first; equal ones by place and by their words, so that the order of the documents decides nothing."""
    one, two = match.one.slots, match.two.slots
    differs = [sorted(c.value for c in one.counts), one.keys()] != [sorted(c.value for c in two.counts), two.keys()]
    texts = sorted([match.one.told[0].passage.text, match.two.told[0].passage.text])
    return -round(match.alike - _DIFFERS * differs, 9), _distance(match), texts


@lru_cache(_CACHE)
def _frame(text: str, named: frozenset[int]) -> tuple[tuple[str, int], ...]:
    """Stems of the content words, with how often each stands; what fills a slot counts by the slot alone.

    `named` are places of a speaker's name, which count for nothing.
    """
    slots = read_slots(text)
    words: list[str] = []
    for m in _TOKEN.finditer(text):
        slot = slots.at(m.start())
        if slot:
            words.append(slot)
        elif m.start() not in named and is_content(m.group()):
            words.append(stem(m.group()))
    return tuple(sorted((word, count) for word, count in Counter(words).items() if word != DENIED))


def _speakers(told: Told) -> frozenset[int]:
    """Places of the sentence at which its speakers are named."""
    spans = [(s.start - told.passage.start, s.end - told.passage.start) for i in told.items if (s := i.statement.speaker)]
    return frozenset(place for start, end in spans if end - start < 100 for place in range(start, end))


def _size(wording: Wording) -> int:
    return sum(count for _, count in wording.words)


def _distance(match: Match) -> int:
    """How far apart the two stand in their documents, in characters."""
    return abs(match.one.told[0].passage.start - match.two.told[0].passage.start)
