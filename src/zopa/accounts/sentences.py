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

from zopa.accounts.align import find_alike
from zopa.accounts.items import Item, is_content, stem
from zopa.accounts.slots import DENIED, Slots, read_slots

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Passage

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ADDRESS = re.compile(r"https?:|www\.", re.IGNORECASE)
_NEXT = re.compile(r"(?<=[a-z\d\)][.!?])[\"”’]?\s+(?=[\"“]?[A-Z])")
_ALIKE_VERSIONS, _ALIKE = (
    0.6,
    0.75,
)  # Dice index of their words from which on they are joined: in versions of one text, elsewhere
_NAMELESS = 0.6  # the same without names, where documents are no versions of one text
_LEAST_WORDS = 2  # content words besides numbers, dates and speakers without which a sentence tells nothing
_TOLD = 8  # tellings of one wording that are looked at
_SHORT, _STRICTER = 5, 0.05  # a sentence with no more words of its own must be that much liker
_DIFFERS = (
    0.15  # of several like sentences the one whose slots agree is the counterpart, unless it is this much less like
)
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
    def source(self) -> str:
        """Id of its document."""
        return self.passage.source


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
    """Two wordings of different documents that tell one thing.

    Attributes:
        one, two: the wordings.
        alike: the Dice index of their words.
        versions: a telling of either in two documents that are versions of one text, or None.
    """

    one: Wording
    two: Wording
    alike: float
    versions: tuple[Told, Told] | None = None

    @property
    def pair(self) -> tuple[Told, Told]:
        """A telling of either: of versions of one text where there are such, else the first."""
        return self.versions or (self.one.told[0], self.two.told[0])


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
    found = [Wording(tuple(told), _frame(told[0].passage.text, speaker_places(told[0]))) for told in by_key.values()]
    return [wording for wording in found if _says_something(wording)]


def _says_something(wording: Wording) -> bool:
    """False for datelines, addresses of pages and scraps of a few words."""
    own = sum(count for word, count in wording.words if word not in {"#number", "#date"})
    return own >= _LEAST_WORDS and not _ADDRESS.search(wording.told[0].passage.text)


def _split(passage: Passage) -> list[Passage]:
    """The sentences of a passage: a quotation may run over several, of which one was changed."""
    cuts = [0, *(m.end() for m in _NEXT.finditer(passage.text)), len(passage.text)]
    return [
        type(passage)(passage.source, passage.start + a, passage.start + b, passage.text[a:b])
        for a, b in itertools.pairwise(cuts)
    ]


def match_wordings(wordings: Sequence[Wording], copies: frozenset[frozenset[str]]) -> list[Match]:
    """Wordings joined one to one between any two documents, the likest first; none that one document has both.

    `copies` are pairs of ids of documents that are versions of one text: there less likeness is needed.
    """
    proposed: list[Match] = []
    terms = [[word for word, _ in wording.words] for wording in wordings]
    orders = [wording.orders for wording in wordings]
    for i, j, alike in find_alike(terms, _ALIKE_VERSIONS):
        if orders[i] & orders[j]:
            continue
        one, two = wordings[i], wordings[j]
        match = Match(one, two, alike, versions=_pair_of(one, two, copies))
        if match.alike >= _least(match) and (match.versions or likeness(_nameless(one), _nameless(two)) >= _NAMELESS):
            proposed.append(match)
    proposed.sort(key=_rank)
    taken: set[tuple[int, int]] = set()
    chosen: list[Match] = []
    for match in proposed:
        keys = {(id(match.one), order) for order in match.two.orders} | {
            (id(match.two), order) for order in match.one.orders
        }
        if not keys & taken:
            taken |= keys
            chosen.append(match)
    return chosen


def likeness(one: frozenset[str], two: frozenset[str]) -> float:
    """Dice index of two sets of words; 0 where both are empty."""
    total = len(one) + len(two)
    return 2 * len(one & two) / total if total else 0.0


@lru_cache(_CACHE)
def split_keys(text: str) -> tuple[str, ...]:
    """Words in lower case: two texts with the same are one wording."""
    return tuple(word.lower().replace("’", "'") for word in _TOKEN.findall(text))


def _least(match: Match) -> float:
    """How like the two must be."""
    least = _ALIKE_VERSIONS if match.versions else _ALIKE
    return least + (_STRICTER if min(_size(match.one), _size(match.two)) <= _SHORT else 0)


def _pair_of(one: Wording, two: Wording, copies: frozenset[frozenset[str]]) -> tuple[Told, Told] | None:
    """A telling of either in two versions of one text, or None."""
    pairs = ((a, b) for a in one.told[:_TOLD] for b in two.told[:_TOLD])
    return next((pair for pair in pairs if frozenset((pair[0].source, pair[1].source)) in copies), None)


def _nameless(wording: Wording) -> frozenset[str]:
    """The words less names and slots: the same people and some number or other do not make two sentences alike."""
    names = {stem(name.key) for name in wording.slots.names}
    return frozenset(word for word, _ in wording.words if word not in names and word[0] != "#")


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


def speaker_places(told: Told) -> frozenset[int]:
    """Places of the sentence at which its speakers are named."""
    spans = [
        (s.start - told.passage.start, s.end - told.passage.start) for i in told.items if (s := i.statement.speaker)
    ]
    return frozenset(place for start, end in spans if end - start < 100 for place in range(start, end))


def _size(wording: Wording) -> int:
    return sum(count for _, count in wording.words)


def _distance(match: Match) -> int:
    """How far apart the two stand in their documents, in characters."""
    return abs(match.one.told[0].passage.start - match.two.told[0].passage.start)
