"""How long one thing lasted: a meeting, the talks, a press conference, a stoppage, as several accounts tell it.

A length belongs to what it is told of: the noun that it qualifies ("a 40-minute meeting", "five days of talks"), or the subject of a verb
of lasting in front of it ("the talks lasted eight hours"). Two lengths of one thing agree, exclude each other, or do neither, where a
rough number or a bound leaves room for both.
"""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass, replace
from itertools import combinations, zip_longest
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.figures import last_place
from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import one_occasion
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import days_differ, days_of
from zopa.text.dates import find_dates
from zopa.text.figures import find_figures
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of
from zopa.text.measured import is_time_passed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding, Relation
    from zopa.sources import Document, Passage
    from zopa.text.types import Figure

_HOURS: Mapping[str, float] = {"minute": 1 / 60, "hour": 1.0}
_DAYS: Mapping[str, float] = {"day": 1.0, "night": 1.0, "week": 7.0, "fortnight": 14.0}
_MONTHS: Mapping[str, float] = {"month": 30.0, "year": 365.0}
_SAME = 0.05  # relative difference within which two lengths are one
_ROUGH = 0.2  # share of a rough length by which it may be off, at most half of its last place
_MOST = 24  # hours; a longer stretch is no single meeting
_BEHIND, _BEFORE = 6, 10  # words behind and before a length among which the thing stands that lasted
_NEAR, _EARLIER = 3, 4  # words right before it among which "in", "lasted", "earlier" stand
_AND = 5  # characters between an hour and its minutes: " and "
_OFTEN = 3  # sentences of a document that are shown for one length
_OVER = re.compile(r"\b(?:is|was|were|are|now|finally)\s+over\b", re.IGNORECASE)
_STOP = re.compile(r"(?<=[.!?])[\"”’)\]]*(?:\s+|$)|\n")
_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[,;:.!?()]")
_WHAT = {
    "meeting": "the length of the meeting",
    "talks": "the length of the talks",
    "press": "the length of the press conference",
    "stoppage": "the length of the stoppage",
    "dispute": "how long it has gone on",
}


@dataclass(frozen=True, slots=True)
class Length:
    """A length in one sentence.

    Attributes:
        of: what lasted: "meeting", "talks", "press", "stoppage", or "dispute" for months of it.
        item: the statement of the sentence.
        figure: the length as told.
        low, high: what it allows, in hours or in days; `high` is infinite for "more than".
        exact: the number itself, in the same measure.
        names: capitalised words of the sentence and parties in it.
        days: days that the sentence tells.
    """

    of: str
    item: Item
    figure: Figure
    low: float
    high: float
    exact: float
    names: frozenset[str]
    days: frozenset[str]


def find_lengths(documents: Sequence[Document], items: Sequence[Sequence[Item]]) -> list[Length]:
    """The lengths of all documents, in document order; each sentence is looked at once, with the words around a quotation."""
    found: list[Length] = []
    for document, own in zip(documents, items, strict=True):
        seen: set[int] = set()
        for item in own:
            if item.statement.within is None:
                passage = _whole(document, item.statement.passage)
                if passage.start not in seen and _may_tell(passage.text):
                    seen.add(passage.start)
                    found.extend(_lengths(document, item, passage))
    return found


def _whole(document: Document, passage: Passage) -> Passage:
    """A passage with what stands around it in its sentence: who tells of a quotation may tell a length too."""
    text = document.plain
    line = text.rfind("\n", 0, passage.start) + 1
    start = max((m.end() for m in _STOP.finditer(text, line, passage.start)), default=line)
    ahead = _STOP.search(text, max(passage.start, passage.end - 2))
    return document.passage(min(start, passage.start), max(passage.end, ahead.start() if ahead else len(text)))


def _lengths(document: Document, item: Item, passage: Passage) -> Iterator[Length]:
    dates = days_of(find_dates(document, passage.start, passage.end))
    names = (item.proper | frozenset(party.lower() for party in item.parties)) - words_of("time_noun")
    for figure in _with_minutes(document, find_figures(document, passage.start, passage.end)):
        scale = _HOURS.get(figure.unit) or _DAYS.get(figure.unit) or _MONTHS.get(figure.unit)
        if scale is None or is_time_passed(figure, passage) or _is_foretold(figure, item):
            continue
        of = _what_lasted(passage.text, figure, passage.start)
        if figure.unit in _DAYS:
            of = {"meeting": "talks", "stoppage": "stoppage"}.get(of, "")
        elif figure.unit in _MONTHS:
            of = "dispute" if of in {"meeting", "dispute"} else ""
        elif of == "meeting" and figure.value * scale > _MOST:
            of = "talks in hours"  # one that goes on for days, told in hours
        if (
            of
            and (of != "dispute" or figure.unit in _MONTHS)
            and (of != "stoppage" or (figure.unit in _DAYS and _is_over(passage.text, figure, passage.start)))
        ):
            low, high = _span(figure, scale)
            yield Length(of, item, figure, low, high, figure.value * scale, names, dates)


def _with_minutes(document: Document, figures: Sequence[Figure]) -> Iterator[Figure]:
    """The figures, with "one hour and 50 minutes" as one of them."""
    minutes: Figure | None = None
    for figure, behind in zip_longest(figures, figures[1:]):
        if figure is minutes:
            continue
        near = behind is not None and behind.passage.start - figure.passage.end <= _AND
        if behind is not None and near and (figure.unit, behind.unit) == ("hour", "minute"):
            minutes = behind
            both = document.passage(figure.passage.start, behind.passage.end)
            yield replace(figure, value=figure.value + behind.value / 60, passage=both)
        else:
            yield figure


def _may_tell(text: str) -> bool:
    low = text.lower()
    return any(unit in low for unit in (*_HOURS, *_DAYS, *_MONTHS))


def _is_foretold(figure: Figure, item: Item) -> bool:
    statement = item.statement
    return statement.prediction and any(part.start <= figure.passage.start < part.end for part in statement.content)


def _what_lasted(text: str, figure: Figure, start: int) -> str:
    """What a length is told of: the first thing behind it that lasts, else the last one before it; "" for none in the clause.

    A length that is tied to its noun by a hyphen ("the 21-day deadline") is that noun's; one with "in" before it lies ahead, in days.
    """
    before, behind = text[: figure.passage.start - start], text[figure.passage.end - start :]
    if {word.lower() for word in _WORD.findall(before)[-_EARLIER:]} & (class_of("came_before") - {"last"}):
        return ""  # "the earlier five-day talks"
    last = [word.lower() for word in _WORD.findall(before)[-1:]]
    if figure.unit in _HOURS and last == ["in"] and behind.lower().startswith(" of "):
        return ""  # "in 18 hours of negotiations" adds up sessions
    for word in _up_to_mark(_WORD.findall(behind)[:_BEHIND]):
        if kind := _kind(word):
            return kind
    if "-" in figure.passage.text.split()[-1]:
        return ""
    words, near = _WORD.findall(before), _last_words(before, _NEAR)
    reach = len(words) if near & class_of("lasts") else _BEFORE
    kind = next((kind for word in reversed(words[-reach:]) if (kind := _kind(word) or _kind_of_verb(word))), "")
    ahead = (
        figure.unit in _DAYS and bool(near & class_of("time_ahead")) and not (kind == "stoppage" and "after" in near)
    )
    return "" if ahead else kind


def _last_words(text: str, count: int) -> set[str]:
    return {base for word in _WORD.findall(text)[-count:] for base in (word.lower(), *lemma(word.lower()))}


def _up_to_mark(words: Iterable[str]) -> Iterator[str]:
    for word in words:
        if word in ",;:.!?()" or word.lower() in class_of("apart_word"):
            return
        yield word


def _kind(word: str) -> str:
    bases = {word.lower(), *lemma(word.lower())}
    if bases & class_of("press_meeting"):
        return "press"
    if bases & class_of("stoppage"):
        return "stoppage"
    if bases & class_of("long_dispute"):
        return "dispute"
    return "meeting" if bases & (words_of("encounter") | class_of("talk_place")) else ""


def _kind_of_verb(word: str) -> str:
    return "meeting" if set(lemma(word.lower())) & class_of("sits_together") else ""


def _is_over(text: str, figure: Figure, start: int) -> bool:
    """True where a stoppage is told as past: the length of one that is planned may change."""
    words, before = _last_words(text, len(text)), _last_words(text[: figure.passage.start - start], _NEAR)
    return bool(words & class_of("is_over") or _OVER.search(text) or before & class_of("told_as_past"))


def _span(figure: Figure, scale: float) -> tuple[float, float]:
    low, high = figure.value * scale, (figure.high or figure.value) * scale
    if figure.approximate:
        slack = min(last_place(figure.value) * scale / 2, _ROUGH * high)
        low, high = low - slack, high + slack
    if figure.bound == "at-most":
        low = 0.0
    elif figure.bound == "at-least" and figure.unit in _HOURS:  # "over two days of talks" are two days
        high = float("inf")
    return low, high


def compare_lengths(documents: Sequence[Document], items: Sequence[Sequence[Item]], stories: Stories) -> list[Finding]:
    """Lengths of one thing on which accounts agree, and such as exclude each other.

    An account that tells several lengths of such things contradicts none, unless one of them is told alike by the other account.
    """
    by_kind: dict[str, list[Length]] = defaultdict(list)
    for length in find_lengths(documents, items):
        by_kind[length.of].append(length)
    return [finding for of in sorted(by_kind) for finding in _compare(of, by_kind[of], stories)]


_Pairs = tuple[tuple[Length, Length], ...]


def _compare(of: str, lengths: Sequence[Length], stories: Stories) -> Iterator[Finding]:
    agreed: dict[tuple[StarNode, StarNode], Edge[_Pairs]] = {}
    disputed: dict[tuple[StarNode, StarNode], Edge[_Pairs]] = {}
    several = {a.item.order for a, b in combinations(lengths, 2) if a.item.order == b.item.order and _exclude(a, b)}
    for a, b in combinations(lengths, 2):
        if a.item.group == b.item.group or not _one_event(a, b, stories):
            continue
        if _is_same(a, b):
            _keep(agreed, a, b)
        elif of != "dispute" and _exclude(a, b) and not {a.item.order, b.item.order} & several:
            _keep(disputed, a, b)
    for star in find_stars(agreed.values()):
        yield _finding("corroborated", of, star)
    for edges in _joined([edge for pair, edge in disputed.items() if pair not in agreed]):
        yield _finding("contradicted", of, edges)


def _is_same(a: Length, b: Length) -> bool:
    alike = abs(a.exact - b.exact) <= _SAME * max(a.exact, b.exact)
    rough = (a.figure.approximate or b.figure.approximate) and a.low < b.high and b.low < a.high
    return _bound(a) == _bound(b) and (alike or rough)


def _bound(length: Length) -> str | None:
    return length.figure.bound if length.figure.unit in _HOURS else None


def _exclude(a: Length, b: Length) -> bool:
    """True where no length is within what both tell."""
    low, high = max(a.low, b.low), min(a.high, b.high)
    touch = low == high and a.figure.approximate and b.figure.approximate and not (_bound(a) or _bound(b))
    return not _is_same(a, b) and (low > high or touch)


def _one_event(a: Length, b: Length, stories: Stories) -> bool:
    """True where a name, a day, or accounts of the same talks tie two lengths to one thing, and no day speaks against it."""
    if not stories.one(a.item, b.item) or days_differ(a.days, b.days) or not one_occasion(a.item, b.item):
        return False
    one_day = bool(a.days & b.days) and len(a.item.stems & b.item.stems) > 1
    return bool(a.names & b.names) or one_day or stories.together(a.item, b.item)


def _keep(edges: dict[tuple[StarNode, StarNode], Edge[_Pairs]], a: Length, b: Length) -> None:
    """Add a pair to the one edge between two documents: a length is told once, however often an account repeats it."""
    pair = _node(a), _node(b)
    before = edges.get(pair)
    told = sorted((*(before.what if before else ()), (a, b)), key=lambda p: -len(p[0].names & p[1].names))[:_OFTEN]
    edges[pair] = Edge(*pair, max(len(x.names & y.names) for x, y in told), tuple(told))


def _node(length: Length) -> StarNode:
    return StarNode(length.item.statement.source, length.item.group, 0)


def _joined(edges: Sequence[Edge[_Pairs]]) -> list[list[Edge[_Pairs]]]:
    """Edges by what they hang together with: two who say 40 minutes against two who say an hour are one dispute."""
    groups: list[list[Edge[_Pairs]]] = []
    for edge in edges:
        near = [group for group in groups if any({edge.a, edge.b} & {e.a, e.b} for e in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(e for group in near for e in group), edge])
    return groups


def _finding(relation: Relation, of: str, star: Sequence[Edge[_Pairs]]) -> Finding:
    lengths = sorted(
        {x.figure.passage: x for edge in star for pair in edge.what for x in pair}.values(),
        key=lambda x: (x.item.order, x.figure.passage.start),
    )
    items = list({x.item.statement.id: x.item for x in lengths}.values())
    shown = " against ".join(dict.fromkeys(f"“{' '.join(x.figure.passage.text.split())}”" for x in lengths))
    what = _WHAT.get(of, _WHAT["talks"])
    why = (
        f"They differ in {what} ({shown})."
        if relation == "contradicted"
        else f"They agree on {what}; {independence(items)}."
    )
    about = what if relation == "contradicted" else f"{what}: {' '.join(lengths[0].figure.passage.text.split())}"
    return build_finding(relation, "figure", about, why, items, marked=[x.figure.passage for x in lengths])
