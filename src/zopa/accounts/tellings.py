"""Deeds as the comparison of accounts sees them: sides joined over the documents, matters as lemmas, days, certainty.

Flow: `Record.deeds` become `Telling`s (`find_tellings`), each with the statement in which it stands; `content` compares them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from itertools import pairwise, takewhile
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.items import is_content, read_table, stem
from zopa.text.datewords import WEEKDAYS
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.accounts.items import Item
    from zopa.accounts.parties import Participants
    from zopa.sources import Passage
    from zopa.statements import Record
    from zopa.statements.deed_types import Deed
    from zopa.text.types import DateRef, Figure

_WORD = re.compile(r"[^\W\d_]+(?:['’](?=[^\W\d_]{3,})[^\W\d_]+)?")
_GAPPED = re.compile(r"(?:,|\band|\bbut|\bwhile)\s+((?:[A-Z][\w'’-]* )+)(?:an? |the |only |by )?$")
_CACHE = 65_536  # clauses
_ALONE = frozenset({"leaves", "fails", "ends"})  # stances of deeds that need no matter
_ANSWERS = frozenset({"refuses", "accepts"})
_REFUSING = frozenset({"refuses", "never"})
_SAYING = ("said", "telling", "saying_on")


@dataclass(frozen=True, slots=True)
class Telling:
    """One deed in one account.

    Attributes:
        deed: as read.
        item: the statement in which it stands.
        kinds: kinds of deed that its predicate tells (`en/predicates.tsv`), its stance among them.
        doers: sides that do it, as joined over the documents; names where no side is told.
        matter: stems of what it is about, without words that tell nothing.
        words: stems of the content words of its clause.
        figures: in its matter.
        days: days that its clause or, for want of one, its sentence tells.
        ranks: words that tell one of several alike things apart ("first", "third", "previous").
        acts: kinds that its predicate tells, whatever stance it takes to them ("refused to sign": signing).
        denied: told not to be so, by its own words or by a denial above it ("denied that it had signed", "failed to sign").
    """

    deed: Deed
    item: Item
    kinds: frozenset[str]
    doers: frozenset[str]
    matter: frozenset[str]
    words: frozenset[str]
    figures: tuple[Figure, ...]
    days: frozenset[str]
    ranks: frozenset[str]
    acts: frozenset[str]
    denied: bool

    @property
    def done(self) -> bool:
        """True where the act is told as done: neither denied nor refused."""
        return not self.denied and (self.deed.stance not in _REFUSING or "refuse" in self.acts)


def find_tellings(
    records: Sequence[Record], documents: Sequence[Sequence[Item]], participants: Participants
) -> list[Telling]:
    """The deeds of all records that stand in a statement and tell more than that somebody speaks, in document order."""
    told: list[Telling] = []
    for record, items in zip(records, documents, strict=True):
        places = StatementPlaces(items)
        above: list[Deed] = []
        for deed in record.deeds:
            above = [d for d in above if d.passage == deed.passage]
            item = places.at(deed.at)
            if item is not None and not (deed.predicate in _says() and not deed.stance):
                telling = _telling(record.source, deed, item, participants, _is_denied(deed, above))
                told.extend(_gapped(telling))
            above.append(deed)
    return told


def _gapped(telling: Telling) -> list[Telling]:
    """A deed, and the same of others with another figure and the verb left out: "X offered 20 percent, and Y 18 percent"."""
    text, at = telling.deed.passage, telling.deed.core.start
    own, others = list(telling.figures), list[Telling]()
    for figure in telling.item.statement.figures:
        if at < figure.passage.start < text.end and any(f.unit == figure.unit for f in telling.figures):
            match = _GAPPED.search(text.text[at - text.start : figure.passage.start - text.start])
            if match:
                own = [f for f in own if f.passage.start != figure.passage.start]
                others.append(replace(telling, doers=frozenset({match.group(1).strip()}), figures=(figure,)))
            at = figure.passage.end
    return [replace(telling, figures=tuple(own)), *others]


def _name_before(deed: Deed) -> set[str]:
    """The name that stands right before a predicate, where the reading found no doer; without days."""
    before = deed.passage.text[: deed.core.start - deed.passage.start].split()
    while before and (before[-1] == "also" or "have" in lemma(before[-1]) or before[-1].endswith("ly")):
        before.pop()
    words = list(takewhile(lambda word: word[0].isupper() and word[-1].isalnum(), reversed(before)))[::-1]
    days = [k for k, word in enumerate(words) if word.lower() in words_of("time_noun")]
    words = words[days[-1] + 1 :] if days else words
    return {" ".join(words)} if words and words[0].lower() not in _opening_words() else set()


@cache
def _opening_words() -> frozenset[str]:
    return words_of("own_pronoun") | words_of("relative") | words_of("both") | words_of("label_opener")


def _is_denied(deed: Deed, above: Sequence[Deed]) -> bool:
    """True for a deed told only under a denial by the same doer."""
    denials = [d for d in above if d.predicate in words_of("denial") and not d.negated]
    return any(d.at < deed.at < d.words.end and (d.depth < deed.depth or d.core.end <= deed.at) for d in denials)


def _telling(source: str, deed: Deed, item: Item, participants: Participants, denied: bool) -> Telling:
    names = {(d.name, d.side) for d in deed.doers}
    doers = {participants.party_of_person(source, side, name) or side or name for name, side in names}
    if not doers and deed.stance:
        doers = {
            participants.party_of(source, name) or participants.called(name) or name for name in _name_before(deed)
        }
    if deed.says_side and any(_is_bare(name) for name, _ in names):
        doers.add(participants.party_of(source, deed.says_side) or deed.says_side)
    undone = deed.stance == "fails" and any(m.clause for m in deed.matters)  # "failed to release the ship"
    predicate, stance = (deed.matters[0].head, "") if undone else (deed.predicate, deed.stance)
    acts = kinds_of(predicate) | ({"offer"} if stance == "offers" else frozenset[str]())  # "put a plan on the table"
    refuses = stance in _REFUSING and "refuse" not in acts
    kinds = set[str]() if refuses else set(acts)
    if stance:
        kinds.add(stance)
    if stance == "wants" or deed.predicate in class_of("favours"):
        kinds.add("favours")
    return Telling(
        deed, item, frozenset(kinds), frozenset(doers), _matter(deed, {predicate} if undone else set()),
        content_lemmas(deed.words.text), tuple(f for m in deed.matters for f in m.figures), _days(deed, item),
        frozenset(word for word in _plain(deed.core.text) if word in words_of("rank")), acts,
        deed.negated ^ denied ^ undone,
    )  # fmt: skip


def _matter(deed: Deed, without: set[str]) -> frozenset[str]:
    """Stems of what a deed is about, less names of whom it concerns, its doers, days and words that tell nothing."""
    matter = {word for m in deed.matters for word in m.words if not _names(m.text, word)}
    matter = matter or {word for m in deed.matters for word in m.words} or set(deed.nouns)
    matter -= {word for m in deed.matters for f in m.figures for word in f.unit.split()}
    matter -= {word for d in deed.doers for word in content_words_of(d.name)} | words_of("time_noun") | without
    if deed.stance in _ANSWERS and any(m.head in words_of("offer_noun") for m in deed.matters):
        return _stems(matter) or frozenset({"@offer"})  # "rejected all offers"
    return _stems(matter) or (frozenset({"-"}) if deed.stance in _ALONE else frozenset())


def _stems(matter: set[str]) -> frozenset[str]:
    return frozenset(
        stem(word) for word in matter - words_of("no_matter") - words_of("own_pronoun") if is_content(word)
    )


def content_words_of(name: str) -> set[str]:
    """The words of a name in lower case, and their base forms."""
    return {base for word in _plain(name) for base in (word, *lemma(word))}


def _names(text: str, word: str) -> bool:
    """True where a word stands in a matter only with a capital: whom it concerns, not what."""
    return word.capitalize() in text and word not in text


def _is_bare(name: str) -> bool:
    """True for "the group", "the side": a noun that leans on what was said before."""
    return name == name.lower() and " " not in name and name in words_of("collective") | words_of("nobody_body")


def _days(deed: Deed, item: Item) -> frozenset[str]:
    if deed.date is not None and (found := day_key(deed.date)):
        return frozenset({found})
    return item_days(item)


def item_days(item: Item) -> frozenset[str]:
    """The days that a statement tells."""
    return days_of(item.statement.dates)


def days_of(dates: Iterable[DateRef]) -> frozenset[str]:
    """The days among dates."""
    return frozenset(key for date in dates if (key := day_key(date)))


def day_key(ref: DateRef) -> str:
    """The day of a date, a weekday by its name where it could not be resolved; "" for anything longer."""
    if ref.precision == "day" and ref.from_ is not None:
        return ref.from_.isoformat()
    low = ref.passage.text.lower()
    return low if low in WEEKDAYS else ""


def is_thought(item: Item) -> bool:
    """True where somebody only believes or supposes what is told."""
    cue = item.statement.cue
    return cue is not None and any(base in words_of("thinking") for word in _plain(cue.text) for base in lemma(word))


def ranks_differ(passages: Sequence[Passage]) -> bool:
    """True where passages tell of different ones of several ("the first draft", "the third draft")."""
    ranks = [words_of("rank") & set(_plain(p.text)) for p in passages]
    return len(ranks) > 1 and all(ranks) and not any(a & b for a, b in pairwise(ranks))


def days_differ(one: frozenset[str], two: frozenset[str]) -> bool:
    """True where both tell days of one form and none is common."""
    if not one or not two or one & two:
        return False
    return {key in WEEKDAYS for key in one} == {key in WEEKDAYS for key in two}


def weekdays_of(days: frozenset[str]) -> frozenset[str]:
    """The weekdays of days, to hold a weekday against a day with its date."""
    return frozenset(day if day in WEEKDAYS else tuple(WEEKDAYS)[date.fromisoformat(day).weekday()] for day in days)


@cache
def _says() -> frozenset[str]:
    bases = {base for name in _SAYING for word in words_of(name) for base in lemma(word)}
    return frozenset(bases) - {kind for kind in _kinds() if kind in bases}


@cache
def _kinds() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for kind, members in read_table("predicates.tsv"):
        for word in members.split("|")[0].split():
            name = word.replace("_", " ")
            found[name] = found.get(name, frozenset()) | {kind}
    return found


def kinds_of(predicate: str) -> frozenset[str]:
    """The kinds of deed that a predicate tells; itself where the table has none."""
    return _kinds().get(predicate, frozenset({predicate}))


@lru_cache(_CACHE)
def content_lemmas(text: str) -> frozenset[str]:
    """Stems of the content words of a text, names left out."""
    return frozenset(
        stem(m.group())
        for m in _WORD.finditer(text)
        if is_content(m.group()) and (m.group().islower() or not m.start())
    )


def _plain(text: str) -> list[str]:
    return [m.group().lower() for m in _WORD.finditer(text)]


class StatementPlaces:
    """The statements of a document by place."""

    def __init__(self, items: Iterable[Item]) -> None:
        self.items = sorted((i for i in items if i.statement.within is None), key=lambda i: i.statement.passage.start)
        self.starts = [i.statement.passage.start for i in self.items]

    def at(self, place: int) -> Item | None:
        """The statement whose content holds a place, else the one whose sentence does, else None."""
        best: Item | None = None
        for item in reversed(
            self.items[max(0, bisect_right(self.starts, place) - 12) : bisect_right(self.starts, place)]
        ):
            if item.statement.passage.end <= place:
                continue
            if any(part.start <= place < part.end for part in item.statement.content):
                return item
            best = best or item
        return best
