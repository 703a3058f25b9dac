"""Figures of one thing on which accounts differ: how many strikers, how much debt, what share of the output.

Two figures of one unit that are close to each other, with the same words around them, and of which neither account gives the other's, are
rivals; further apart they mostly are of two things, the whole and a part or two steps. What changes from day to day (a price), from vote to
vote or with a new bid is left out where the days differ, and so is what a bound or a rounding reconciles.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.figures import Measured, may_both_be_right
from zopa.accounts.findings import build_finding
from zopa.accounts.items import generic_stems, one_occasion, stem
from zopa.accounts.measures import Measure, measures_of, read_measures
from zopa.accounts.stars import Edge, StarNode, find_stars

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding

_APART = 1.6  # the larger over the smaller, at most: of 27 pairs of opened stories 9 of the 16 nearer ones were rivals, none of the others
_SHARES_APART = 1.25  # the same of percentages
_LEAST = 10  # a count below it is one of many things
_RECENT = 14  # days
_MANY = 1000  # people or things of one side
_OF_SHARES = 2  # words around two percentages that must be common


def compare_rival_figures(documents: Sequence[Sequence[Item]], stories: Stories) -> list[Finding]:
    """Where accounts give different figures for one thing, each account once."""
    by_unit: dict[str, list[Measure]] = defaultdict(list)
    given: dict[int, set[tuple[str, float]]] = defaultdict(set)
    for measure in read_measures(documents, ()):
        given[measure.item.order].add((measure.figure.unit, measure.figure.value))
        if _may_differ(measure):
            by_unit[measure.figure.unit].append(measure)
    edges: list[Edge[tuple[Measure, Measure]]] = []
    for _, measures in sorted(by_unit.items()):
        for a, b in combinations(measures, 2):
            told = any((x.figure.unit, x.figure.value) in given[y.item.order] for x, y in ((a, b), (b, a)))
            if not told and a.item.group != b.item.group and stories.one(a.item, b.item) and _are_rivals(a, b):
                edges.append(Edge(_node(a), _node(b), float(len(a.near & b.near)), (a, b)))
    return [_finding(star) for star in find_stars(edges)]


def _may_differ(measure: Measure) -> bool:
    """True for a figure of something that has one value: no span of time, no price of a unit, no votes, nothing foretold or supposed."""
    figure, statement = measure.figure, measure.item.statement
    unit = set(figure.unit.lower().split())
    changes = " per " in f" {figure.unit} " or bool(unit & (class_of("span_unit") | class_of("changing_unit")))
    if Measured(measure.item, figure, frozenset()).is_denied:
        return False
    return (
        bool(unit)
        and figure.bound is None
        and figure.value >= _LEAST
        and not changes
        and not statement.prediction
        and not statement.hedged
    )


def _are_rivals(a: Measure, b: Measure) -> bool:
    low, high = sorted((a.figure.value, b.figure.value))
    share = a.figure.unit == "percent"
    if low == high or high / low > (_SHARES_APART if share else _APART) or may_both_be_right(a.figure, b.figure):
        return False
    many = not a.figure.unit.isupper() and not share and low >= _MANY  # how many work there is the same next week
    if not (many or one_occasion(a.item, b.item)) or not _may_be_one_event(a.item, b.item):
        return False
    names = {
        stem(word)
        for item in (a.item, b.item)
        for name in (*item.names, *item.parties, *item.proper)
        for word in name.split()
    }
    common = (a.near & b.near) - names - generic_stems() - {stem(word) for word in class_of("of_any_sum")}
    return len(common) >= (_OF_SHARES if share else 1)


def _may_be_one_event(a: Item, b: Item) -> bool:
    """False where both name somebody or some place, and none in common, or both tell days or years, and no common one."""
    names = [{name.lower() for name in (*item.names, *item.parties, *item.proper)} for item in (a, b)]
    if all(names) and names[0].isdisjoint(names[1]):
        return False
    spans = [[(d.from_, d.to) for d in item.statement.dates if d.from_ and d.to] for item in (a, b)]
    if bool(spans[0]) != bool(spans[1]):  # "in 2019", and now
        day = b.day if spans[0] else a.day
        return day is None or any((day - to).days <= _RECENT for _, to in spans[0] or spans[1])
    return not all(spans) or any(x[0] <= y[1] and y[0] <= x[1] for x in spans[0] for y in spans[1])


def _node(measure: Measure) -> StarNode:
    return StarNode(measure.figure.passage, measure.item.group, measure.figure.passage.start)


def _finding(star: Sequence[Edge[tuple[Measure, Measure]]]) -> Finding:
    measures, items = measures_of(star)
    given = list(dict.fromkeys(" ".join(m.figure.passage.text.split()) for m in measures))
    why = f"They give different figures for what seems one thing: {' against '.join(given)}."
    return build_finding(
        "contradicted", "figure", " or ".join(given), why, items, marked=[m.figure.passage for m in measures]
    )
