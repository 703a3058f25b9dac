"""One figure with its unit in several accounts, told of one thing in other words."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache
from itertools import accumulate
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.figures import Measured, base_of, counts_sides, is_bare_span, is_common_share
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import find_stems, one_occasion, stem
from zopa.accounts.slots import opposites
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.tellings import Telling
    from zopa.accounts.types import Finding
    from zopa.text.types import Figure

_AROUND = 70  # characters on each side of a figure whose words tell what it measures
_RARE = 1000  # a value from which on a figure with a unit is seldom met by chance
_DIGITS = 2  # digits but for zeros at the end that make such a sum of money one that nobody names by chance
_WORDS, _RARE_WORDS = 2, 1  # content words around two figures that must be common
_ROUND = 5  # a count above `_SMALL` that is no multiple of it is of one thing wherever one noun is counted
_SMALL = 12
_ROUND_SPANS = (7, 12)  # 14 days, 24 hours, 48 hours, 36 months are spans of many things
_YEARS = (1800, 2200)


class Measure:
    """A figure of a sentence with the content words around it, and the stance and doers of the deed in which it stands."""

    __slots__ = ("doers", "figure", "item", "near", "stance")

    def __init__(self, figure: Figure, item: Item, told: Telling | None) -> None:
        self.figure, self.item = figure, item
        self.stance = told.deed.stance if told else ""
        self.doers = told.doers if told else frozenset[str]()
        passage, at = item.statement.passage, figure.passage
        before, behind = passage.text[: at.start - passage.start], passage.text[at.end - passage.start :]
        text = " ".join([*_within(before.split()[::-1])[::-1], *_within(behind.split())])
        units = {stem(word) for word in figure.unit.split()}
        self.near = find_stems(text) - units - {stem(word) for word in words_of("time_noun") | words_of("label_opener")}
        if is_common_share(figure):
            self.near -= base_of(figure) | find_stems(" ".join(item.names))


def compare_measures(
    documents: Sequence[Sequence[Item]], tellings: Sequence[Telling], stories: Stories
) -> list[Finding]:
    """Equal figures of one unit with words in common around them; never a demand with an offer, nor a forecast with a report."""
    by_value: dict[tuple[float, float | None, str], list[Measure]] = defaultdict(list)
    for measure in read_measures(documents, tellings):
        item, figure = measure.item, measure.figure
        sure = not (item.statement.prediction or item.statement.hedged) or is_own(figure)
        if sure and not counts_sides(figure) and not (is_bare_span(figure, item) and not _is_own_span(figure)):
            by_value[figure.value, figure.high, _counted(figure)].append(measure)
    found: list[Finding] = []
    for _, measures in sorted(by_value.items(), key=lambda pair: str(pair[0])):
        found.extend(_told(star) for star in find_stars(_edges(measures, stories)))
    return found


def read_measures(documents: Sequence[Sequence[Item]], tellings: Sequence[Telling]) -> Iterator[Measure]:
    """The figures of all statements that count or measure something, less those that are denied."""
    deeds = {(f.passage.source, f.passage.start): t for t in tellings for f in t.figures}
    for own in documents:
        for item in own:
            for figure in item.statement.figures if item.statement.within is None else ():
                denied = item.statement.negated and Measured(item, figure, frozenset()).is_denied
                if (figure.unit or _counted(figure)) and not denied:
                    yield Measure(figure, item, deeds.get((figure.passage.source, figure.passage.start)))


def _within(words: Sequence[str]) -> list[str]:
    """The first words of a list that stand within `_AROUND` characters."""
    ends = accumulate(len(word) + 1 for word in words)
    return [word for word, end in zip(words, ends, strict=True) if end <= _AROUND]


def _edges(measures: Sequence[Measure], stories: Stories) -> Iterator[Edge[tuple[Measure, Measure]]]:
    for i, a in enumerate(measures):
        for b in measures[i + 1 :]:
            if a.item.origin == b.item.origin or not stories.one(a.item, b.item):
                continue
            common = a.near & b.near
            named = a.item.parties & b.item.parties if a.figure.value >= _RARE else frozenset[str]()
            if len(common | named) >= _least(a.figure) and _may_agree(a, b):
                yield Edge(_node(a), _node(b), max(1, len(common)), (a, b))


def _least(figure: Figure) -> int:
    """How many words or sides two equal figures must have in common to be of one thing."""
    if _is_odd_count(figure) or is_own(figure):
        return 0
    return _RARE_WORDS if figure.value >= _RARE or _is_odd_share(figure) else _WORDS


def is_own(figure: Figure) -> bool:
    """True for a figure that two accounts of one story do not give for two things: "£62.5 million", "8,576", "6.5 percent", "17 months"."""
    return _is_own_sum(figure) or _is_own_count(figure) or _is_own_share(figure) or _is_own_span(figure)


def _digits(figure: Figure) -> int:
    """Digits of its whole part but for zeros at the end: 3 for 36,800."""
    return len(f"{figure.value:.0f}".rstrip("0"))


def _is_own_count(figure: Figure) -> bool:
    """True for a count of three digits or more that nobody rounds ("8,576 prisoners", "364 votes"), whatever it counts; a year is none."""
    whole = (
        figure.value == int(figure.value) and figure.high is None and not figure.approximate and figure.bound is None
    )
    year = not figure.unit and _YEARS[0] < figure.value < _YEARS[1]
    return whole and not year and not _is_measure(figure) and _digits(figure) > _DIGITS


def _is_own_share(figure: Figure) -> bool:
    """True for a share with a decimal: "6.5 percent"."""
    return figure.unit == "percent" and figure.value != int(figure.value) and figure.high is None


def _is_odd_share(figure: Figure) -> bool:
    """True for "57 percent", "83 percent"."""
    return figure.unit == "percent" and figure.value > _SMALL and figure.value % _ROUND > 0


def _is_own_span(figure: Figure) -> bool:
    """True for "17 months", "33 hours": a span that is no number of weeks, days or years, told with another unit."""
    odd = figure.value > _SMALL and figure.value % _ROUND > 0 and all(figure.value % n for n in _ROUND_SPANS)
    return odd and figure.unit in class_of("span_unit") and figure.high is None and figure.bound is None


def _is_measure(figure: Figure) -> bool:
    unit = figure.unit.split(" per ")[0]
    return bool(set(unit.lower().split()) & (class_of("measure") | class_of("span_unit"))) or unit.isupper()


def _is_own_sum(figure: Figure) -> bool:
    """True for "$1.95 billion", "£62 million": money that two accounts of one story do not name for two things."""
    money = re.match(r"[A-Z]{3}\b", figure.unit) is not None  # "USD", "EUR per day"
    return money and figure.value >= _RARE and figure.high is None and _digits(figure) >= _DIGITS


def _counted(figure: Figure) -> str:
    """What a figure counts; large numbers of workers and of members of their union are of the same people."""
    unit = figure.unit.split(" per ")[0]
    if _is_own_count(figure) or (figure.value >= _RARE and _digits(figure) >= _DIGITS and not _is_measure(figure)):
        return "#"  # "8,576 detainees" are "8,576 prisoners"
    people = unit in class_of("counted_people") and figure.value >= _RARE
    return "people" if people else unit


def _is_odd_count(figure: Figure) -> bool:
    """True for "29 ports", "193 countries": a count that nobody rounds, of one noun."""
    unit = set(figure.unit.split())
    counted = bool(unit) and not unit & (class_of("measure") | class_of("counted_people")) and figure.bound is None
    whole = figure.value == int(figure.value) and figure.high is None and not figure.approximate
    return counted and whole and figure.value > _SMALL and figure.value % _ROUND > 0


def _may_agree(a: Measure, b: Measure) -> bool:
    opposed = {a.stance, b.stance} in (
        {"wants", "offers"},
        {"wants", "refuses"},
        {"accepts", "refuses"},
        {"offers", "refuses"},
        {"agrees", "offers"},
    )
    if a.doers and b.doers and not a.doers & b.doers and a.stance in {"offers", "wants"}:
        return False  # two who want or offer the same
    if {other for word in a.near for other in _opposite_stems().get(word, ())} & b.near:
        return False  # "rises of 15 percent for plaice", "cuts of 15 percent for haddock"
    # How many ports there are is the same next week.
    standing = _is_odd_count(a.figure) or is_own(a.figure) or _counted(a.figure) == "people"
    return not opposed and a.figure.bound == b.figure.bound and (standing or one_occasion(a.item, b.item))


@cache
def _opposite_stems() -> dict[str, frozenset[str]]:
    """Stems of deeds to those of deeds that exclude them."""
    return {stem(word): frozenset(map(stem, others)) for word, others in opposites().items()}


def _node(measure: Measure) -> StarNode:
    return StarNode(measure.figure.passage, measure.item.group, measure.figure.passage.start)


def measures_of(star: Sequence[Edge[tuple[Measure, Measure]]]) -> tuple[list[Measure], list[Item]]:
    """The figures of a group of pairs in the order of the documents, each once, and their statements."""
    told = {m.figure.passage: m for edge in star for m in edge.what}.values()
    measures = sorted(told, key=lambda m: (m.item.order, m.figure.passage.start))
    return measures, list({m.item.statement.id: m.item for m in measures}.values())


def _told(star: Sequence[Edge[tuple[Measure, Measure]]]) -> Finding:
    measures, items = measures_of(star)
    value = " ".join(max((m.figure.passage.text for m in measures), key=len).split())
    of = min((m.figure.of for m in measures if m.figure.of), key=lambda of: (" " not in of, len(of)), default="")
    about = f"{value} ({of})" if of and of not in value else value
    why = f"They give the same figure ({value}); {independence(items)}."
    return build_finding("corroborated", "figure", about, why, items, marked=[m.figure.passage for m in measures])
