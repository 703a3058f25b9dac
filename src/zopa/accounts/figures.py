"""Figures that measure the same thing: equal ones agree, different ones contradict each other."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import Item, find_stems, one_occasion, share, stem
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of
from zopa.text.measured import is_time_passed

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding
    from zopa.text import Figure

_SAME_MEASURE = 0.5  # Jaccard index of what two figures measure from which on they measure the same
_CONFLICT_MEASURE = 0.6  # stricter: a wrongly reported contradiction costs more than a missed one
_SAME_NAMES = 0.34  # share of capitalised words that two tellings of one event have in common at the least
_SAME_WORDS = 0.2  # the same of all content words
_EXACT, _ROUGH = (
    0.005,
    0.1,
)  # relative difference within which two figures are equal; "about" widens it to at most the second
_CUT_SHORT = 0.05  # share of a number that its last place may be for the number to be cut short


@dataclass(frozen=True)
class Measured:
    """A figure of an item, with the stems of what it measures."""

    item: Item
    figure: Figure
    of: frozenset[str]

    @property
    def unit(self) -> str:
        """What is counted or measured; one word for "nations" and "countries", for "workers" and "employees"."""
        return _one_unit(self.figure.unit)

    @cached_property
    def passed(self) -> bool:
        """True for a length of waiting or travelling, which is no other length's."""
        return is_time_passed(self.figure, self.item.statement.passage)

    @cached_property
    def is_denied(self) -> bool:
        """True behind a word of denial with no mark between: "no way that it would bring plans within two weeks", "denied that 30 came"."""
        passage = self.item.statement.passage
        before = re.split(r"[,;:.–—]", passage.text[: max(0, self.figure.passage.start - passage.start)])[-1]
        words = re.findall(r"[\w'’]+", before.lower())
        denied = any(set(lemma(one)) & words_of("denial") and two == "that" for one, two in pairwise(words))
        return denied or bool(set(words) & words_of("negation"))


def compare_figures(documents: list[list[Item]], stories: Stories | None = None) -> list[Finding]:
    """Findings on figures, one for each thing measured by two documents or more that are not copies of each other.

    With `stories`, documents that name nobody in common measure two things.
    """
    clusters: list[list[Measured]] = []
    by_key: dict[
        tuple[str, str], list[int]
    ] = {}  # clusters by unit and by each thing that two figures of one measure may share
    for measured in all_measured(documents):
        keys = [(measured.unit, key) for key in _keys(measured)]
        near = [clusters[n] for n in sorted({n for key in keys for n in by_key.get(key, ())})]
        homes = [
            c for c in near if (stories is None or stories.one(c[0].item, measured.item)) and _same(c[0], measured)
        ]
        home = next((c for c in homes if _equal(c[0].figure, measured.figure)), homes[0] if homes else None)
        if home is None:
            for key in keys:
                by_key.setdefault(key, []).append(len(clusters))
            clusters.append([measured])
        else:
            home.append(measured)
    return [finding for cluster in clusters for finding in _judge(cluster)]


def all_measured(documents: list[list[Item]]) -> Iterable[Measured]:
    """Figures of statements that stand for themselves, and what a speaker foretells."""
    for items in documents:
        for item in items:
            if item.statement.within is None and (not item.statement.prediction or item.statement.speaker is not None):
                for figure in item.statement.figures:
                    yield Measured(item, figure, find_stems(figure.of) - base_of(figure))


@cache
def _one_unit(unit: str) -> str:
    groups = (class_of(f"counted_{name}") for name in ("land", "staff", "fighter", "firm"))
    return next((min(group) for group in groups if unit in group), unit)


def share_of_measure(a: Measured, b: Measured) -> float:
    """Jaccard index of what two figures measure."""
    return share(a.of, b.of)


def _keys(measured: Measured) -> frozenset[str]:
    """Of which two figures have one in common where they measure the same thing, as `_same` has it."""
    item = measured.item
    return measured.of | item.names | item.parties | (item.stems & _SAME_TALKS)


_SAME_TALKS = frozenset({"@meeting", "@plan"})


def _same(a: Measured, b: Measured) -> bool:
    """True when two figures measure the same thing."""
    if a.unit != b.unit or not a.unit or (counts_sides(a.figure) and _equal(a.figure, b.figure)):
        return False  # a bare number measures nothing that could be told apart
    if not _one_mood(a.item, b.item) or a.passed != b.passed or a.is_denied != b.is_denied:
        return False
    alike = share(a.of, b.of)
    if a.figure.unit in _SPANS and len(a.item.stems & b.item.stems) < _ALIKE_STEMS:
        return False  # "in two weeks", "over three years": spans of time that may be of anything
    if is_bare_span(a.figure, a.item) and is_bare_span(b.figure, b.item) and _equal(a.figure, b.figure):
        return False
    if _equal(a.figure, b.figure):
        # An equal value with a unit is evidence by itself: a name, a word of what is measured, or the event must agree too.
        related = bool(
            a.item.names & b.item.names or a.item.parties & b.item.parties or "@meeting" in a.item.stems & b.item.stems
        )
        plans = a.figure.unit == "point" and "@plan" in a.item.stems & b.item.stems
        if is_common_share(a.figure):  # "1 percent" of what?
            return bool((a.of & b.of) - find_stems(" ".join(a.item.names | a.item.parties)))
        return alike >= _SAME_MEASURE or (related and (alike > 0 or plans or a.figure.unit != "point"))
    return alike >= _CONFLICT_MEASURE and bool(a.of & b.of) and _one_event(a.item, b.item)


def base_of(figure: Figure) -> frozenset[str]:
    """Stems of what a share is a share of ("of GDP"), which tell nothing of what it measures."""
    return frozenset(stem(word) for word in class_of("percent_base")) if figure.unit == "percent" else frozenset()


def is_common_share(figure: Figure) -> bool:
    """True for 1, 5, 20 percent: a share of one digit is one of many things."""
    return figure.unit == "percent" and last_place(figure.value) * 10 > figure.value


def counts_sides(figure: Figure) -> bool:
    """True for "the four parties", "both leaders": how many take part is no fact that accounts confirm."""
    return figure.value < _MANY and set(figure.unit.split()) <= class_of("counted_side")


_MANY = 12


def is_bare_span(figure: Figure, item: Item) -> bool:
    """True for months or years of anything ("after three months", "a five-year conflict"); not for those of a pact, a pause or a strike."""
    if figure.unit not in _SPANS:
        return False
    passage = item.statement.passage
    behind = passage.text[figure.passage.end - passage.start :].lower().replace("-", " ").split()[:_BEHIND]
    front = passage.text[: figure.passage.start - passage.start].lower().split()[-_BEHIND:]
    bases = {base for word in (*front, *behind) for base in lemma(word.strip(',.;:”"'))}
    return not bases & (words_of("talks") | words_of("pact") | words_of("offer_noun") | class_of("term_noun"))


_BEHIND = 4  # words before and behind a span of time among which it is told of what
_SPANS = frozenset({"day", "week", "month", "year"})
_ALIKE_STEMS = 4  # stems that two sentences share for their spans of time to be one


def _one_mood(a: Item, b: Item) -> bool:
    """True where neither foretells, or one side foretells both."""
    if not (a.statement.prediction or b.statement.prediction):
        return True
    one, two = a.statement.speaker, b.statement.speaker
    if a.statement.prediction != b.statement.prediction or one is None or two is None:
        return False
    return one.name == two.name or bool(one.party and one.party == two.party)


def _one_event(a: Item, b: Item) -> bool:
    """True unless the dates, names, places or words around the figures tell of two events."""
    if not one_occasion(a, b):
        return False
    if a.names and b.names and not a.names & b.names:
        return False
    if a.proper and b.proper and share(a.proper, b.proper) < _SAME_NAMES:
        return False
    days = [
        {d.from_ for d in item.statement.dates if d.precision in {"day", "month", "year"} and d.from_}
        for item in (a, b)
    ]
    if all(days) and not days[0] & days[1]:
        return False
    return share(a.stems, b.stems) >= _SAME_WORDS


def _equal(a: Figure, b: Figure) -> bool:
    low_a, high_a = a.value, a.high if a.high is not None else a.value
    low_b, high_b = b.value, b.high if b.high is not None else b.value
    size = max(abs(high_a), abs(high_b))
    slack = _EXACT * size
    if a.unit != "point":  # "about 96.75" is not 90, and "about eight" is not seven
        slack = max([slack, *(min(_ROUGH * size, last_place(f.value) / 2) for f in (a, b) if f.approximate)])
    return low_a - slack <= high_b and low_b - slack <= high_a


def last_place(value: float) -> float:
    """The place to which a number is told: 100 for 800, 0.01 for 96.75, 1 for 0."""
    if not value:
        return 1.0
    digits, _, power = f"{abs(value):.9e}".partition("e")
    return 10.0 ** (int(power) - len(digits.replace(".", "").rstrip("0")) + 1)


def may_both_be_right(a: Figure, b: Figure) -> bool:
    """True when both may be right: "at least five" and "seven", "more than 200" and "249", "29 billion" and "29.5 billion"."""
    coarser, size, apart = (
        max(last_place(a.value), last_place(b.value)),
        max(abs(a.value), abs(b.value)),
        abs(a.value - b.value),
    )
    if a.unit != "point" and (
        apart < coarser <= _CUT_SHORT * size
        or ((a.approximate or b.approximate) and apart <= min(coarser / 2, _ROUGH * size))
    ):
        return True
    if _equal(a, b) or (a.bound == "at-least" and b.bound == "at-least"):
        return True
    lower = {"at-least": (a, b), "at-most": (b, a)}.get(a.bound or "") or {"at-least": (b, a), "at-most": (a, b)}.get(
        b.bound or ""
    )
    return lower is not None and lower[0].value <= lower[1].value


def _judge(cluster: list[Measured]) -> list[Finding]:
    """What a cluster of figures for one measure tells: values that several give, and values that cannot both be right."""
    if len({m.item.group for m in cluster}) < 2:
        return []
    values: list[list[Measured]] = []
    for measured in cluster:
        alike = (
            v for v in values if _equal(v[0].figure, measured.figure) and v[0].figure.bound == measured.figure.bound
        )
        home = next(alike, None)
        if home is None:
            values.append([measured])
        else:
            home.append(measured)
    agreed = [_one_each(v) for v in values]
    told = [_one_each([m for m in v if not m.item.statement.hedged]) for v in values]
    findings = [_agreement(chosen) for chosen in told if len({m.item.origin for m in chosen}) > 1]
    conflict = _conflict(agreed)
    return findings + ([conflict] if conflict else [])


def _agreement(chosen: list[Measured]) -> Finding:
    about = _value(chosen) if chosen[0].figure.unit == "point" else f"{_value(chosen)} ({_measure(chosen)})"
    items = [m.item for m in chosen]
    return build_finding(
        "corroborated", "figure", about,
        f"They give the same figure ({_value(chosen)}); {independence(items)}.", items, marked=[m.figure.passage for m in chosen],
    )  # fmt: skip


def adds_up(one: Item, two: Item, unit: str) -> bool:
    """True where one statement's only figure of a unit is the sum of the other's: 2.4 and 2 percent, and 4.4 in two steps."""
    values = [[f.value for f in item.statement.figures if f.unit == unit] for item in (one, two)]
    return any(
        len(whole) == 1 and len(steps) > 1 and abs(sum(steps) - whole[0]) <= _EXACT * abs(whole[0])
        for whole, steps in (values, values[::-1])
    )


def _conflict(values: list[list[Measured]]) -> Finding | None:
    """Values of which no document gives two, and that no "at least" reconciles."""
    chosen: list[Measured] = []
    taken: set[int] = set()
    for value in sorted(values, key=lambda v: v[0].figure.bound is not None):  # exact ones first
        first = value[0]
        givers = {m.item.group for m in value}
        if not taken & givers and all(
            not may_both_be_right(first.figure, m.figure)
            and _same(m, first)
            and not adds_up(m.item, first.item, first.figure.unit)
            for m in chosen
        ):
            chosen.append(first)
            taken |= givers
    groups = [m.item.group for m in chosen]
    if len(chosen) < 2 or len(set(groups)) < 2:
        return None
    given = " against ".join(dict.fromkeys(" ".join(m.figure.passage.text.split()) for m in chosen))
    return build_finding(
        "contradicted", "figure", _measure(chosen), f"They give different figures for the same measure: {given}.",
        [m.item for m in chosen], marked=[m.figure.passage for m in chosen],
    )  # fmt: skip


def _value(chosen: list[Measured]) -> str:
    """The figure in the words that say most: "28-point" rather than "28"."""
    if chosen[0].figure.unit == "point":
        return f"{chosen[0].figure.value:g} points"
    return " ".join(max((m.figure.passage.text for m in chosen), key=len).split())


def _measure(chosen: list[Measured]) -> str:
    """What is measured: the shortest of the texts' own words for it that is more than one word."""
    named = [m.figure.of for m in chosen if m.figure.of]
    return min(named, key=lambda of: (" " not in of, len(of)), default=chosen[0].figure.unit or "a figure")


def _one_each(cluster: list[Measured]) -> list[Measured]:
    """The first of each document."""
    seen: set[int] = set()
    chosen: list[Measured] = []
    for measured in cluster:
        if measured.item.order not in seen:
            seen.add(measured.item.order)
            chosen.append(measured)
    return chosen
