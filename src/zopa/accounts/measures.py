"""One figure with its unit in several accounts, told of one thing in other words."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.figures import counts_sides, is_bare_span
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import find_stems, one_occasion, stem
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.tellings import Telling
    from zopa.accounts.types import Finding
    from zopa.text.types import Figure

_AROUND = 70  # characters on each side of a figure that tell what it measures
_RARE = 1000  # a value from which on a figure with a unit is seldom met by chance
_WORDS, _RARE_WORDS = 2, 1  # content words around two figures that must be common
_ROUND = 5  # a count above `_SMALL` that is no multiple of it is of one thing wherever one noun is counted
_SMALL = 12


class _Measure:
    """A figure of a sentence with the content words around it, and the stance and doers of the deed in which it stands."""

    __slots__ = ("doers", "figure", "item", "near", "stance")

    def __init__(self, figure: Figure, item: Item, told: Telling | None) -> None:
        self.figure, self.item = figure, item
        self.stance = told.deed.stance if told else ""
        self.doers = told.doers if told else frozenset[str]()
        passage, at = item.statement.passage, figure.passage
        low = max(0, at.start - passage.start - _AROUND)
        text = passage.text[low : at.start - passage.start] + " " + passage.text[at.end - passage.start :][:_AROUND]
        units = {stem(word) for word in figure.unit.split()}
        self.near = find_stems(text) - units - {stem(word) for word in words_of("time_noun") | words_of("label_opener")}


def compare_measures(
    documents: Sequence[Sequence[Item]], tellings: Sequence[Telling], stories: Stories
) -> list[Finding]:
    """Equal figures of one unit with words in common around them; never a demand with an offer, nor a forecast with a report."""
    deeds = {(f.passage.source, f.passage.start): t for t in tellings for f in t.figures}
    by_value: dict[tuple[float, float | None, str], list[_Measure]] = defaultdict(list)
    for own in documents:
        for item in own:
            told = not (item.statement.negated or item.statement.prediction or item.statement.hedged)
            if told and item.statement.within is None:
                for figure in item.statement.figures:
                    if figure.unit and not counts_sides(figure) and not is_bare_span(figure, item):
                        deed = deeds.get((figure.passage.source, figure.passage.start))
                        by_value[figure.value, figure.high, _counted(figure)].append(_Measure(figure, item, deed))
    found: list[Finding] = []
    for _, measures in sorted(by_value.items(), key=lambda pair: str(pair[0])):
        found.extend(_told(star) for star in find_stars(_edges(measures, stories)))
    return found


def _edges(measures: Sequence[_Measure], stories: Stories) -> Iterator[Edge[tuple[_Measure, _Measure]]]:
    for i, a in enumerate(measures):
        for b in measures[i + 1 :]:
            if a.item.origin == b.item.origin or not stories.one(a.item, b.item):
                continue
            common = a.near & b.near
            least = 0 if _is_odd_count(a.figure) else _RARE_WORDS if a.figure.value >= _RARE else _WORDS
            if len(common) >= least and _may_agree(a, b):
                yield Edge(_node(a), _node(b), max(1, len(common)), (a, b))


def _counted(figure: Figure) -> str:
    """What a figure counts; large numbers of workers and of members of their union are of the same people."""
    unit = figure.unit.split(" per ")[0]
    people = unit in class_of("counted_people") and figure.value >= _RARE
    return "people" if people else unit


def _is_odd_count(figure: Figure) -> bool:
    """True for "29 ports", "193 countries": a count that nobody rounds, of one noun."""
    unit = set(figure.unit.split())
    counted = bool(unit) and not unit & (class_of("measure") | class_of("counted_people")) and figure.bound is None
    whole = figure.value == int(figure.value) and figure.high is None and not figure.approximate
    return counted and whole and figure.value > _SMALL and figure.value % _ROUND > 0


def _may_agree(a: _Measure, b: _Measure) -> bool:
    opposed = {a.stance, b.stance} in (
        {"wants", "offers"},
        {"wants", "refuses"},
        {"accepts", "refuses"},
        {"offers", "refuses"},
        {"agrees", "offers"},
    )
    if a.doers and b.doers and not a.doers & b.doers and a.stance in {"offers", "wants"}:
        return False  # two who want or offer the same
    # How many ports there are is the same next week.
    standing = _is_odd_count(a.figure) or _counted(a.figure) == "people"
    return not opposed and a.figure.bound == b.figure.bound and (standing or one_occasion(a.item, b.item))


def _node(measure: _Measure) -> StarNode:
    return StarNode(measure.figure.passage, measure.item.group, measure.figure.passage.start)


def _told(star: Sequence[Edge[tuple[_Measure, _Measure]]]) -> Finding:
    measures = sorted(
        {m.figure.passage: m for e in star for m in e.what}.values(),
        key=lambda m: (m.item.order, m.figure.passage.start),
    )
    items = list({m.item.statement.id: m.item for m in measures}.values())
    value = " ".join(max((m.figure.passage.text for m in measures), key=len).split())
    of = min((m.figure.of for m in measures if m.figure.of), key=lambda of: (" " not in of, len(of)), default="")
    about = f"{value} ({of})" if of and of not in value else value
    why = f"They give the same figure ({value}); {independence(items)}."
    return build_finding("corroborated", "figure", about, why, items, marked=[m.figure.passage for m in measures])
