"""What accounts make of one speaker on one occasion: the same words, or different halves of them."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.accounts.findings import build_finding
from zopa.accounts.items import Item, generic_stems, one_occasion, share
from zopa.accounts.tellings import days_differ
from zopa.text.datewords import WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Collection

    from zopa.accounts.types import Finding

_SAME_WORDS = 0.7
_FRESH = 3  # days before an account that a remark of that day may be told of
_WORDING = 0.5  # share of the shorter quotation's content words that the other has, from which on they are one remark


def compare_quotations(documents: list[list[Item]], met: Collection[frozenset[int]] = ()) -> list[Finding]:
    """Findings on quotations, by speaker: words that several documents quote, and halves that only one quotes.

    Halves need a remark that the accounts share, or a meeting that both tell of: `met` holds the numbers of such documents.
    """
    by_speaker: dict[str, list[Item]] = {}
    for items in documents:
        for item in items:
            speaker = item.statement.speaker
            if item.statement.form == "quotation" and speaker and not speaker.anonymous:
                by_speaker.setdefault(speaker.name, []).append(item)
    findings: list[Finding] = []
    for speaker, quotations in sorted(by_speaker.items()):
        if len({item.group for item in quotations}) > 1:
            findings.extend(_speaker(speaker, quotations, met))
    return findings


def _speaker(speaker: str, quotations: list[Item], met: Collection[frozenset[int]]) -> list[Finding]:
    findings: list[Finding] = []
    common: set[int] = set()
    for i, first in enumerate(quotations):
        if i in common:
            continue
        same = [
            j
            for j, other in enumerate(quotations)
            if j > i and first.group != other.group and _same_words(first, other)
        ]
        if same:
            common.update([i, *same])
            items = _one_each([first, *(quotations[j] for j in same)])
            findings.append(
                build_finding(
                    "corroborated", "wording", f"{speaker}: “{_short(first)}”",
                    f"They quote {speaker} with the same words; it goes back to one originator, the speaker.", items,
                )
            )  # fmt: skip
    halves = [
        q
        for i, q in enumerate(quotations)
        if i not in common and not any(_same_words(q, quotations[j]) for j in common)
    ]
    if len({q.group for q in halves}) > 1:
        chosen = _on_one_matter(_on_one_occasion(_longest(halves)), met, known=bool(common))
        if len({q.group for q in chosen}) > 1:
            findings.append(
                build_finding(
                    "selective-quotation", "wording", f"{speaker} on one occasion, different halves",
                    f"Each account quotes words of {speaker} that the other leaves out.", chosen,
                )
            )  # fmt: skip
    return findings


def _on_one_matter(quotations: list[Item], met: Collection[frozenset[int]], *, known: bool) -> list[Item]:
    """Those that name the day that one of another account names, or are of an account of the same meeting; all where a remark is common.

    One speaker says many things on many occasions: without either, nothing tells that these belong together.
    """
    if known:
        return quotations
    quotations = [
        q for q in quotations
        if any(_weekdays(q) & _weekdays(o) or frozenset({q.order, o.order}) in met for o in quotations if o.group != q.group)
    ]  # fmt: skip
    words = [frozenset(s for s in q.stems if s[0] != "@") - generic_stems() for q in quotations]
    paired = list(zip(quotations, words, strict=True))
    return [q for q, own in paired if any(_belong(q, other, own & theirs) for other, theirs in paired)]


def _belong(a: Item, b: Item, common: frozenset[str]) -> bool:
    """True where two quotations share a day or a content word, name no two days, and are no two wordings of one remark."""
    one, two = _weekdays(a), _weekdays(b)
    if a.group == b.group or days_differ(one, two):
        return False
    alike = len(a.stems & b.stems) >= _WORDING * min(len(a.stems), len(b.stems))
    return not alike and bool(common or one & two or (_fresh(a) and _fresh(b) and _one_day(a, b)))


def _one_day(a: Item, b: Item) -> bool:
    """True where both accounts are dated, at most a day apart."""
    return a.day is not None and b.day is not None and abs((a.day - b.day).days) <= 1


def _fresh(item: Item) -> bool:
    """True where the sentence tells no day long before its account ("In May, she said")."""
    days = [d.to for d in item.statement.dates if d.to is not None and d.precision in {"day", "week", "month"}]
    return item.day is not None and all((item.day - day).days <= _FRESH for day in days)


def _weekdays(item: Item) -> frozenset[str]:
    return frozenset(word for word in _plain(item.statement.passage.text).split() if word in WEEKDAYS)


def _longest(quotations: list[Item]) -> list[Item]:
    """Without quotations that stand in a longer one of the same document."""
    return [
        q for q in quotations
        if not any(o is not q and o.order == q.order and _shorter(q, o) and _same_words(q, o) for o in quotations)
    ]  # fmt: skip


def _shorter(a: Item, b: Item) -> bool:
    return len(_plain(a.statement.said)) < len(_plain(b.statement.said))


def _same_words(a: Item, b: Item) -> bool:
    one, two = _plain(a.statement.said), _plain(b.statement.said)
    if not one or not two:
        return False
    words, others = _words(one), _words(two)
    if share(words, others) >= _SAME_WORDS:
        return True
    shorter, longer = (one, two) if len(one) <= len(two) else (two, one)
    return _words(shorter) <= _words(longer) and f" {shorter} " in f" {longer} "


# Every quotation of a speaker is held against every other, so both are worked out once for each text.
@lru_cache(maxsize=8_192)
def _plain(said: str) -> str:
    return " ".join(re.findall(r"[\w'’\-]+", said.lower()))


@lru_cache(maxsize=8_192)
def _words(plain: str) -> frozenset[str]:
    return frozenset(plain.split())


def _short(item: Item) -> str:
    words = item.statement.said.split()
    return " ".join(words[:10]) + (" …" if len(words) > 10 else "")


def _one_each(items: list[Item]) -> list[Item]:
    return [item for i, item in enumerate(items) if item.order not in {o.order for o in items[:i]}]


def _on_one_occasion(quotations: list[Item]) -> list[Item]:
    """The largest set of quotations whose documents are dated about one day, each document's own among them."""
    sets = [[q for q in quotations if one_occasion(first, q)] for first in quotations]
    return max(sets, key=lambda chosen: (len({q.group for q in chosen}), len(chosen)), default=list[Item]())
