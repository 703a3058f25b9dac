"""One fact told by two accounts in words of their own: how likely, from what two sentences have in common.

Eight measures of two sentences are weighed by a logistic regression (weights in `retelling.tsv`; `python -m training retellings` fits
them on lists, written down by hand, of what accounts of one negotiation agree on). Likeness alone decides nothing: what one account tells
as a rumour or a belief, of another day, figure or draft, or denied, is no agreement, however alike the sentences are.
"""

from __future__ import annotations

import math
import re
from collections import Counter, defaultdict
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from zopa.accounts.align import find_similar
from zopa.accounts.classes import class_of
from zopa.accounts.content import are_apart
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import generic_stems, is_content, one_occasion, one_story, stem
from zopa.accounts.sentences import find_wordings, speaker_places
from zopa.accounts.slots import may_both_hold, opposites, read_slots
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import days_differ, days_of, is_thought, ranks_differ, weekdays_of
from zopa.text.lexicon import words_of
from zopa.text.numerals import find_numbers

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.sentences import Told
    from zopa.accounts.stories import Stories
    from zopa.accounts.tellings import Telling
    from zopa.accounts.types import Finding
    from zopa.sources import Passage
    from zopa.text.types import DateRef

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_ROOT = 5  # letters
_PROPOSE = 0.2  # cosine from which on two sentences are looked at
_CLOSE = 12  # words within which what is common stands together
_LIKELY = 0.32  # from here on nine of ten pairs were one fact by the judgement of fresh readers (docs/accounts.md)
SURE = 0.42  # below it one in two pairs that fresh readers saw was not one thing (docs/accounts.md)
_LATER = 0.55  # from here on sentences of accounts that are more than a few days apart are taken for one fact
_LEAST = 3  # roots of a sentence that tells something
_BEST = 1 - 1e-9  # of the best cosine, which counts as the best itself
_FEW = 12  # what is counted up to it may be anything
_BOTH = 2  # roots in common, one of them no name
MEASURES = ("cosine", "share", "close", "figures", "nearest", "mutual", "weight", "speaker")


@dataclass(frozen=True, slots=True)
class Retelling:
    """Two sentences of different documents and how likely they tell one fact.

    Attributes:
        a, b: the sentences.
        likely: by `likelihood`.
        first, second: the stretches of them in which the words in common stand.
        common: roots of those words, names left out.
    """

    a: Told
    b: Told
    likely: float
    first: Passage
    second: Passage
    common: frozenset[str]


@dataclass(frozen=True, slots=True)
class RetellingSentence:
    """A sentence as its roots: each with its place, in order; `keys` are the roots, `capital` those with a capital inside the sentence."""

    told: Told
    roots: tuple[tuple[str, int, int], ...]
    keys: frozenset[str]
    capital: frozenset[str]


@dataclass(frozen=True, slots=True)
class RetellingPair:
    """Two sentences with their cosine; `near`: that over the best of either with the other's document, the larger, and 1 for two best."""

    a: RetellingSentence
    b: RetellingSentence
    cosine: float
    near: tuple[float, float]


class RetellingCorpus:
    """All sentences of the documents, what each root weighs among them, and which roots are names."""

    def __init__(self, documents: Sequence[Sequence[Item]]) -> None:
        told = [one for wording in find_wordings(documents) for one in wording.told]
        self.sentences = [s for one in told if _tells_something(s := read_sentence(one))]
        counts = Counter(key for sentence in self.sentences for key in sentence.keys)
        total = len(self.sentences)
        self.weight = {key: math.log((total + 1) / (count + 0.5)) for key, count in counts.items()}
        self._sums: dict[frozenset[str], float] = {}
        self.names = _names(self.sentences) | _offices()

    def pairs(self, related: Callable[[Item, Item], bool] = lambda _a, _b: True) -> Iterator[RetellingPair]:
        """All pairs of sentences of different documents that have enough in common and are `related`, each once."""
        found: list[tuple[int, int, float]] = []
        for i, j, cosine in find_similar([sorted(s.keys) for s in self.sentences], _PROPOSE):
            a, b = self.sentences[i], self.sentences[j]
            if a.told.order == b.told.order or not related(a.told.items[0], b.told.items[0]):
                continue
            common = a.keys & b.keys
            if len(common) >= _BOTH and common - self.names_in(a, b):
                found.append((i, j, cosine))
        best: dict[tuple[int, int], float] = defaultdict(float)  # of a sentence with each other document
        for i, j, cosine in found:
            for one, other in ((i, j), (j, i)):
                key = one, self.sentences[other].told.order
                best[key] = max(best[key], cosine)
        for i, j, cosine in found:
            a, b = self.sentences[i], self.sentences[j]
            near = cosine / best[i, b.told.order], cosine / best[j, a.told.order]
            yield RetellingPair(a, b, cosine, (max(near), float(min(near) >= _BEST)))

    def measures(self, pair: RetellingPair, close: int | None = None) -> tuple[float, ...]:
        """Values of `MEASURES`, in their order; with `close` that stands for how many roots are close together."""
        a, b = pair.a, pair.b
        common = a.keys & b.keys
        lighter = max(1.0, min(self._sum(a.keys), self._sum(b.keys)))
        return (
            pair.cosine,
            self._sum(common) / lighter,
            float(len(self.together(a, b) - self.names_in(a, b)) if close is None else close),
            float(sum(key[0] == "#" for key in common)),
            *pair.near,
            math.log(lighter),
            float(bool(_speakers(a.told) & _speakers(b.told))),
        )

    def may_be_one(self, pair: RetellingPair) -> bool:
        """False where not even all that is common, standing close together, would make it likely that they tell one fact."""
        common = (pair.a.keys & pair.b.keys) - self.names_in(pair.a, pair.b)
        return likelihood(self.measures(pair, len(common))) >= _LIKELY

    def names_in(self, a: RetellingSentence, b: RetellingSentence) -> frozenset[str]:
        """Roots that are names where these two sentences have them: among all sentences, or with a capital in both ("the Right")."""
        return self.names | (a.capital & b.capital)

    def _sum(self, keys: frozenset[str]) -> float:
        if keys not in self._sums:
            self._sums[keys] = math.fsum(self.weight[key] for key in keys)  # in whatever order
        return self._sums[keys]

    def together(self, a: RetellingSentence, b: RetellingSentence) -> frozenset[str]:
        """The heaviest set of common roots that stand within `_CLOSE` words of each other in both sentences."""
        common = a.keys & b.keys
        ones, others = _stretches(a, common), _stretches(b, common)
        both = {x & y for x in ones for y in others}
        return max(both, key=lambda keys: (self._sum(keys), sorted(keys)), default=frozenset[str]())


def read_sentence(told: Told) -> RetellingSentence:
    """The roots of a sentence: beginnings of stems, numbers by their value; whoever says it is no part of what is told."""
    text = told.passage.text
    named = speaker_places(told)
    counted = [n for n in find_numbers(text, 0, len(text)) if n.digits or n.value > 1]
    numbers = {place: n for n in counted for place in range(n.start, n.end)}
    roots: list[tuple[str, int, int]] = []
    end = 0
    for m in _TOKEN.finditer(text):
        if m.start() < end:
            continue
        if (number := numbers.get(m.start())) is not None:
            end = number.end
            roots.append((f"#{number.value:g}", m.start(), end))
        elif m.start() not in named and is_content(m.group()):
            roots.append((_root(m.group()), m.start(), m.end()))
    capital = frozenset(root for root, start, _ in roots[1:] if text[start].isupper())
    return RetellingSentence(told, tuple(roots), frozenset(root for root, _, _ in roots), capital)


def _tells_something(sentence: RetellingSentence) -> bool:
    """False for a few words, and for names and dates alone: an outlet with its day, the heading of a list."""
    text = sentence.told.passage.text
    small = {root for root, start, _ in sentence.roots if text[start].islower()}
    return len(sentence.keys) >= _LEAST and len(small) >= _BOTH


def _speakers(told: Told) -> set[str]:
    """Names of those who say what a sentence holds."""
    return {
        s.name for item in told.items if (s := item.statement.speaker) is not None
        and not s.anonymous and item.statement.form != "own-voice"
    }  # fmt: skip


def _names(sentences: Sequence[RetellingSentence]) -> frozenset[str]:
    """Roots that inside sentences stand with a capital more often than without."""
    capital: Counter[str] = Counter()
    for sentence in sentences:
        text = sentence.told.passage.text
        for root, start, _ in sentence.roots[1:]:
            capital[root] += 1 if text[start].isupper() else -1
    return frozenset(root for root, count in capital.items() if count > 0)


@cache
def _offices() -> frozenset[str]:
    """Roots of what people are called by office: common to two sentences they tell who it is, not what happened."""
    return frozenset(_root(word) for name in ("office", "office_opener") for word in words_of(name) if " " not in word)


@cache
def _times() -> frozenset[str]:
    """Roots of words that only tell when or how long."""
    return frozenset(_root(word) for word in words_of("time_noun") | class_of("part_of_time") if " " not in word)


def _root(word: str) -> str:
    """The beginning of a word's stem; words of one kind are one."""
    found = stem(word)
    return found if found[0] == "@" else found[:_ROOT]


def _stretches(sentence: RetellingSentence, common: frozenset[str]) -> set[frozenset[str]]:
    """The common roots within `_CLOSE` content words, from each of them on."""
    places = [(k, root) for k, (root, _, _) in enumerate(sentence.roots) if root in common]
    return {frozenset(root for k, root in places if at <= k < at + _CLOSE) for at, _ in places}


def compare_retellings(
    documents: Sequence[Sequence[Item]], tellings: Sequence[Telling], stories: Stories
) -> list[Finding]:
    """What sentences of two accounts or more tell alike, each fact once, around the sentence that most others are like."""
    deeds: dict[str, list[Telling]] = defaultdict(list)
    for telling in tellings:
        deeds[telling.item.statement.id].append(telling)
    edges: list[Edge[Retelling]] = []
    for found in find_retellings(documents, stories.together):
        one, two = ([t for item in told.items for t in deeds[item.statement.id]] for told in (found.a, found.b))
        if not _held_apart(one, two):
            edges.append(Edge(_node(found.a), _node(found.b), found.likely, found))
    return [_finding(star) for star in find_stars(edges, lambda _, one, two: _one_fact(one, two))]


def _held_apart(ones: Sequence[Telling], others: Sequence[Telling]) -> bool:
    """True where the deeds in common are told otherwise, or by one account only as a rumour or a belief."""
    alike = [(a, b) for a in ones for b in others if a.acts & b.acts and a.matter & b.matter]
    unsure = [a.deed.hedged != b.deed.hedged or is_thought(a.item) != is_thought(b.item) for a, b in alike]
    return are_apart(ones, others) or (bool(alike) and all(unsure))


def find_retellings(
    documents: Sequence[Sequence[Item]], related: Callable[[Item, Item], bool] = lambda _a, _b: True
) -> list[Retelling]:
    """Pairs of `related` sentences that tell one fact by `likelihood`, and that no slot of what they have in common holds apart."""
    corpus = RetellingCorpus(documents)
    generic = frozenset(_root(word) for word in generic_stems()) | generic_stems()
    found: list[Retelling] = []
    for pair in corpus.pairs(related):
        if not corpus.may_be_one(pair):
            continue
        together = corpus.together(pair.a, pair.b)
        own = together - corpus.names_in(pair.a, pair.b)
        likely = likelihood(corpus.measures(pair, len(own)))
        if likely < _LIKELY:
            continue
        first, second = _stretch(pair.a, together), _stretch(pair.b, together)
        words = {root for root in own if root[0] != "#"}
        counted = any(root[0] == "#" and float(root[1:]) > _FEW for root in together)
        if len(own) < _BOTH or (len(words) <= _BOTH and words <= generic and not counted):  # "the two sides meet"
            continue  # the same names and one word: of 46 such pairs of opened stories one in two told one fact
        if all(root[0] == "#" or root in _times() for root in together):
            continue  # "two parties since the first week", "in about two weeks"
        one = Retelling(pair.a.told, pair.b.told, likely, first, second, own)
        if likely < _LATER and not one_occasion(one.a.items[0], one.b.items[0]):
            continue  # accounts of other days need to be more alike
        if not _apart(one):
            found.append(one)
    return found


def likelihood(measures: Sequence[float]) -> float:
    """The probability, by the fitted weights, that somebody would write two sentences down as telling one fact."""
    weights = _weights()
    total = weights["constant"] + sum(weights[name] * value for name, value in zip(MEASURES, measures, strict=True))
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> dict[str, float]:
    text = (files("zopa.accounts") / "retelling.tsv").read_text(encoding="utf-8")
    rows = [line.split("\t") for line in text.splitlines() if line and line[0] != "#"]
    return {name: float(value) for name, value in rows}


def _stretch(sentence: RetellingSentence, together: frozenset[str]) -> Passage:
    """The shortest stretch of a sentence that holds all of these roots."""
    places = [(root, start, end) for root, start, end in sentence.roots if root in together]
    best = (places[0][1], places[-1][2])
    for k, (_, start, _) in enumerate(places):
        missing = set(together)
        for root, _, end in places[k:]:
            missing.discard(root)
            if not missing:
                best = min(best, (start, end), key=lambda span: span[1] - span[0])
                break
    home = sentence.told.passage
    return type(home)(home.source, home.start + best[0], home.start + best[1], home.text[best[0] : best[1]])


def _apart(found: Retelling) -> bool:
    """True where copies, one originator, two days, two figures, a denial in one or a word and its opposite forbid that they agree."""
    one, two = found.a.items[0], found.b.items[0]
    if one.group == two.group or one.origin == two.origin or not one_story(one, two):
        return True
    days = [days_of(_days_told(told)) for told in (found.a, found.b)]
    if days_differ(*days) or days_differ(*map(weekdays_of, days)) or ranks_differ([found.first, found.second]):
        return True
    a, b = read_slots(found.first.text), read_slots(found.second.text)
    if bool(a.negations) != bool(b.negations):
        return True
    excluded = {other for word in a.words for other in opposites().get(word.key, ())}
    if excluded & {word.key for word in b.words}:
        return True
    return _other_counts(found) or any(
        x.beside[0] == y.beside[0] and not may_both_hold(x, y) for x in a.counts for y in b.counts
    )


def _other_counts(found: Retelling) -> bool:
    """True where both count the same and no number is common: "150 crew members", "17 members"; spans of time may be of many things."""
    counted: list[dict[str, set[float]]] = []
    for told in (found.a, found.b):
        by_unit: dict[str, set[float]] = defaultdict(set)
        for item in told.items:
            for figure in item.statement.figures:
                if figure.unit and figure.unit not in class_of("span_unit"):
                    by_unit[figure.unit].add(figure.value)
        counted.append(by_unit)
    units = counted[0].keys() & counted[1].keys()
    return bool(units) and all(counted[0][unit].isdisjoint(counted[1][unit]) for unit in units)


def _days_told(told: Told) -> Iterator[DateRef]:
    """Dates of a sentence, but for those that name something else: "Monday's strike" tells no day of talks about it."""
    text, start = told.passage.text, told.passage.start
    for item in told.items:
        for date in item.statement.dates:
            if not _POSSESSIVE.match(text, max(0, date.passage.end - start)):
                yield date


_POSSESSIVE = re.compile(r"['’]s\b")


def _node(told: Told) -> StarNode:
    return StarNode((told.source, told.passage.start), told.items[0].group, told.passage.start)


def _one_fact(one: Edge[Retelling], two: Edge[Retelling]) -> bool:
    """True where two accounts have most of the same words in common with the sentence between them."""
    first, second = one.what.common, two.what.common
    return 2 * len(first & second) >= min(len(first), len(second)) and len(first & second) >= min(_BOTH, len(first))


def _finding(star: Sequence[Edge[Retelling]]) -> Finding:
    """One finding for the likeliest pair and the further accounts that surely tell it too."""
    best = max(star, key=lambda edge: edge.what.likely)
    star = [edge for edge in star if edge is best or edge.what.likely >= SURE]
    told = {edge.what.a.passage: edge.what.a for edge in star} | {edge.what.b.passage: edge.what.b for edge in star}
    items = [one.items[0] for one in sorted(told.values(), key=lambda t: (t.order, t.passage.start))]
    marked = [passage for edge in star for passage in (edge.what.first, edge.what.second)]
    about = min((" ".join(passage.text.split()) for passage in marked), key=len)
    why = f"{'Both' if len(items) == _BOTH else 'They all'} tell it, in words of their own; {independence(items)}."
    finding = build_finding("corroborated", "act", about, why, items, marked=list(dict.fromkeys(marked)))
    return replace(finding, likely=min(edge.what.likely for edge in star))
