"""A statement as comparison sees it: its words cut to stems, its names, whether it reports a fact, who it goes back to."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from zopa.sources import is_near_copy
from zopa.text.lemmas import irregular_verbs
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import date

    from zopa.sources import Originator, Overlap
    from zopa.statements import Record, Statement

UNKNOWN = "unknown"
_OCCASION_DAYS = 5  # documents published further apart than this may tell of different states of things
_STORY_DAYS = 30  # what documents published further apart than this tell alike need not be one fact
_WORD = re.compile(r"[^\W\d_][\w'’\-]*")
_STOP = frozenset(
    "the a an and or but of in on at by for from to with as that this these those it its he she they his her their them "
    "we us our you your i me my is are was were be been being has have had do does did will would can could may might "
    "should must not no nor so than then there here which who whom whose what when where why how if while because after "
    "before during about into over under between against through up out off also just only more most some any all both "
    "each other such own same very too s said says say told according new one two was".split()
)
_SUFFIX = re.compile(
    r"(?:ational|iveness|fulness|ements?|ations?|ities|ances?|ences?|ments?|ingly|edly|ness|ions?|ings?|ally|ity|ies|ied|ers?|ors?|als?|ive|ing|ed|es|ly|s|e|y)$"
)


@dataclass(frozen=True, slots=True)
class Item:
    """One statement of one document.

    Attributes:
        statement: as read.
        order: number of its document.
        stems: content words, cut to stems and joined by kind (`en/kin.tsv`).
        names: canonical names in it, its speaker's too.
        parties: parties among them.
        proper: words with a capital inside its sentence: what tells one place or event from another.
        factual: True when it reports a fact: no judgement, no prediction, no allegation, nobody's thought.
        originator: whom it goes back to: the named speaker, else whom the document names, else "unknown".
        day: when its document was published, or None.
        group: number that copies of one text share: between them nothing is confirmed and nothing contradicted.
        origin: number that documents of one originator share: what they agree on counts once.
    """

    statement: Statement
    order: int
    stems: frozenset[str]
    names: frozenset[str]
    parties: frozenset[str]
    proper: frozenset[str]
    factual: bool
    originator: str
    group: int
    origin: int
    day: date | None = None


def build_items(
    records: Sequence[Record],
    originators: Mapping[str, Originator],
    overlaps: Sequence[Overlap],
    days: Sequence[date | None],
) -> list[list[Item]]:
    """Items of each document, in order; fragments stand for themselves. `days` are the documents' dates."""
    copies: dict[str, set[str]] = {}
    for overlap in overlaps:
        if is_near_copy(overlap):
            copies.setdefault(overlap.a, set()).add(overlap.b)
            copies.setdefault(overlap.b, set()).add(overlap.a)
    sources = [record.source for record in records]
    words: dict[tuple[str, ...], str] = {}  # texts too short for an overlap may still be the same
    for record in records:
        first = words.setdefault(tuple(s.passage.text for s in record.statements), record.source)
        copies.setdefault(record.source, set()).add(first)
    named = {source: originators[source].shared_with if source in originators else () for source in sources}
    shared = {source: copies[source].union(named[source]) for source in sources}
    places = [
        _Place(order, copy, origin, day)
        for order, (copy, origin, day) in enumerate(
            zip(_numbers(sources, copies), _numbers(sources, shared), days, strict=True)
        )
    ]
    return [
        [_item(statement, place, originators) for statement in record.statements]
        for record, place in zip(records, places, strict=True)
    ]


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an item's document stands among the others."""

    order: int
    group: int
    origin: int
    day: date | None


def _numbers(sources: Sequence[str], partners: Mapping[str, set[str]]) -> list[int]:
    """One number for each source; partners share the number of the first of them."""
    numbers: dict[str, int] = {}
    for order, source in enumerate(sources):
        known = {numbers[p] for p in partners.get(source, ()) if p in numbers}
        numbers[source] = min(known, default=order)
        numbers.update({p: numbers[source] for p, number in numbers.items() if number in known})  # it joins them all
    return [numbers[source] for source in sources]


def _item(statement: Statement, place: _Place, originators: Mapping[str, Originator]) -> Item:
    names = {m.name for m in statement.mentions if m.kind != "place"}
    parties = {m.party for m in statement.mentions if m.party}
    if statement.party:
        parties.add(statement.party)
    if statement.speaker and not statement.speaker.anonymous:
        names.add(statement.speaker.name)
    return Item(
        statement=statement,
        order=place.order,
        stems=find_stems(statement.said),
        names=frozenset(names),
        parties=frozenset(parties),
        proper=find_proper(statement.passage.text),
        factual=not (statement.judgement or statement.prediction or statement.hedged),
        originator=_originator(statement, originators),
        group=place.group,
        origin=place.origin,
        day=place.day,
    )


def _originator(statement: Statement, originators: Mapping[str, Originator]) -> str:
    speaker = statement.speaker
    if speaker and not speaker.anonymous and statement.form != "own-voice":
        return speaker.name
    origin = originators.get(statement.source)
    return origin.name if origin and origin.named else UNKNOWN


def find_stems(text: str) -> frozenset[str]:
    """Content words of `text` as stems; words of one kind become one."""
    return frozenset(stem(word) for word in _WORD.findall(text) if is_content(word))


def is_content(word: str) -> bool:
    """True for words that say what a sentence is about: no article, preposition, auxiliary or pronoun."""
    return len(word) > 2 and word.lower() not in _STOP


def find_proper(text: str) -> frozenset[str]:
    """Capitalised words that do not begin the text, lower-cased, with numbers such as years left out."""
    return frozenset(
        m.group().lower().removesuffix("'s").removesuffix("’s")
        for m in _WORD.finditer(text)
        if m.start() and m.group()[0].isupper()
    )


@cache
def stem(word: str) -> str:
    """A crude stem, good enough to join "negotiated" with "negotiations" and "paid" with "pays"; words of one kind become "@kind"."""
    low = word.lower().replace("’", "'").removesuffix("'s")
    low = irregular_verbs().get(low, low)
    cut = _SUFFIX.sub("", low)
    root = cut if len(cut) >= 3 else low
    return _kin().get(root, _kin().get(low, root))


@cache
def _kin() -> dict[str, str]:
    return {root: f"@{kind}" for kind, roots in read_table("kin.tsv") for root in roots.split()}


def read_table(name: str) -> list[tuple[str, str]]:
    """Rows of one of this folder's tables: (first cell, second cell)."""
    text = (files("zopa.accounts") / "en" / name).read_text(encoding="utf-8")
    rows = [line.split("|", 1) for line in text.splitlines() if line.strip() and not line.startswith("#")]
    return [(row[0], row[1]) for row in rows]


@cache
def sign_patterns(name: str) -> tuple[tuple[int, re.Pattern[str]], ...]:
    """(+1 or -1, expression) of a table of signed words; negative words are looked for first."""
    rows = sorted(read_table(name), key=lambda row: row[0] != "-")
    return tuple((1 if sign == "+" else -1, _joined(words)) for sign, words in rows)


def _joined(words: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(words.split(';'))})(?!\w)", re.IGNORECASE)


def one_occasion(a: Item, b: Item) -> bool:
    """True unless the documents are dated so far apart that a difference may be a change rather than a conflict."""
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= _OCCASION_DAYS


def one_story(a: Item, b: Item) -> bool:
    """True unless the documents are dated so far apart that what they tell alike may be two things."""
    return a.day is None or b.day is None or abs((a.day - b.day).days) <= _STORY_DAYS


def with_article(party: str) -> str:
    """ "the United States", "Russia": a party's name as it stands in a sentence."""
    plural = party.endswith("s") and party not in {
        "Honduras",
        "Laos",
        "Cyprus",
        "Belarus",
        "Barbados",
        "Mauritius",
        "Hamas",
    }
    return (
        f"the {party}"
        if plural or party.split(maxsplit=1)[0] in {"United", "European", "Central", "Democratic"}
        else party
    )


def share(a: frozenset[str], b: frozenset[str]) -> float:
    """Jaccard index of two sets; 0 where both are empty."""
    return len(a & b) / len(a | b) if a or b else 0.0


@cache
def generic_stems() -> frozenset[str]:
    """Stems of words that any account of any talks has: common to two remarks, they tie nothing together."""
    names = (
        "talks",
        "pact",
        "progress",
        "offer_noun",
        "time_noun",
        "said",
        "collective",
        "office",
        "no_matter",
        "rank",
        "nobody_body",
    )
    return frozenset(stem(word) for name in names for word in words_of(name))
