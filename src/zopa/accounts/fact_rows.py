"""The rows of `en/facts.tsv`: by which classes of words a sentence tells that nothing came of talks, that they go on, who mediates.

A row holds only what is told as so: nothing under a condition, and a denial only where the row is one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.accounts.items import read_table
from zopa.text.lemmas import lemma
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)?|[-;:.!?]")
_NOT = "n't"


@dataclass(frozen=True, slots=True)
class FactRow:
    """What tells a fact: classes of words that follow each other within `reach` words; `denied`: the first class is a denial."""

    name: str
    first: frozenset[str]
    second: frozenset[str]
    reach: int


def find_rows(text: str) -> list[tuple[str, int, int]]:
    """(name of the row, first place, end) of each row that a sentence fills, in characters; empty where it fills none."""
    tokens = [(m.start(), m.end(), m.group().lower().replace("’", "'")) for m in _TOKEN.finditer(text)]
    bases = [frozenset([*lemma(low), low, *([_NOT] if low.endswith(_NOT) else [""])]) for _, _, low in tokens]
    return [(name, tokens[first][0], tokens[last][1]) for name, first, last in _told(tokens, bases)]


def _told(tokens: Sequence[tuple[int, int, str]], bases: Sequence[frozenset[str]]) -> Iterator[tuple[str, int, int]]:
    """(name of the row, first word, last word) of each row that a sentence fills, its first place for each row."""
    for row in _rows():
        for k, words in enumerate(bases):
            if not words & row.first:
                continue
            end = _second(row, bases, tokens, k)
            if end is not None and not _unsure(row, bases, k):
                yield _DENIED[row.name] if row.name in _DENIED and _is_denied(bases, k) else row.name, k, end
                break


def _second(
    row: FactRow, bases: Sequence[frozenset[str]], tokens: Sequence[tuple[int, int, str]], k: int
) -> int | None:
    if not row.second:
        return k
    for j in range(k + 1, min(len(bases), k + 1 + row.reach)):
        if tokens[j][2] in ";:.!?":
            return None
        if bases[j] & row.second:
            return j
    return None


def _unsure(row: FactRow, bases: Sequence[frozenset[str]], k: int) -> bool:
    """True behind a condition, a possibility, or a denial that the row does not count on."""
    before = frozenset[str]().union(*bases[max(0, k - 4) : k])
    if row.name == "no-result" and frozenset[str]().union(*bases[max(0, k - _MAYBE) : k]) & class_of("maybe"):
        return True
    if row.name == "no-result" and (
        bases[min(k + 1, len(bases) - 1)] & class_of("in_no_hurry") or _is_no_end(bases, k)
    ):
        return True
    if row.name == "next" and not row.second and not _is_of_talks(bases, k):
        return True
    near = frozenset[str]().union(*bases[max(0, k - _SUBJECT) : k], *bases[k + 1 : k + 4])
    if row.name == "go-on" and near & words_of("pact") and not near & words_of("talks"):
        return True  # that a truce goes on tells nothing of talks
    if row.name == "next" and (
        not (near if not row.second else frozenset[str]().union(*bases)) & _ahead()
        or frozenset[str]().union(*bases[k : k + 6]) & words_of("negation")
    ):
        return True
    if frozenset[str]().union(*bases[max(0, k - _CLAUSE) : k]) & words_of("condition") or any(
        b & words_of("condition") - {"should", "whether"} for b in bases[: min(k, 3)]
    ):
        return True
    if before & (words_of("modal_possible") | words_of("modal_conditional")):
        return True
    return _is_denied(bases, k) and row.name not in {"no-result", *_DENIED}


def _is_no_end(bases: Sequence[frozenset[str]], k: int) -> bool:
    """True where "no deal" tells of no end: "no solution can begin", "no deal existed as yet", "before they passed on with no deal".

    "Is nobody without this deal" tells of the deal that there is.
    """
    if bases[k] & words_of("gate_without") and bases[min(k + 1, len(bases) - 1)] & words_of("demonstrative"):
        return True
    before = frozenset[str]().union(*bases[max(0, k - _CLAUSE) : k])
    behind = bases[k + 1 : k + _BEHIND]
    words = [word for word in class_of("still_open") if all(any(part in b for b in behind) for part in word.split())]
    modal = words_of("modal_possible") | words_of("modal_conditional") | words_of("modal_can")
    return bool(before & class_of("step_before") or frozenset[str]().union(*behind[:3]) & modal or words)


_BEHIND = 7  # words behind "no" among which "as yet" and "on the table" stand
_MAYBE = 14  # words before "no deal" among which "it is possible" stands
_DENIED = {"direct": "indirect"}  # what a row tells where it is denied: "did not meet directly"


def _is_denied(bases: Sequence[frozenset[str]], k: int) -> bool:
    """True behind "not" or "refused to": whoever refuses to speak directly does not."""
    before = frozenset[str]().union(*bases[max(0, k - 4) : k])
    return bool(before & (words_of("negation") | words_of("turns_away")))


def _is_of_talks(bases: Sequence[frozenset[str]], k: int) -> bool:
    """True where talks, or the sides at a table, stand before a word of going on, or talks right behind it."""
    before = frozenset[str]().union(*bases[max(0, k - _SUBJECT) : k])
    behind = frozenset[str]().union(*bases[k + 1 : k + 4])
    talks = words_of("talks") | words_of("encounter")
    return bool(before & (talks | words_of("at_table")) or behind & talks)


_CLAUSE = 8  # words before a word among which the "if" of its clause stands
_SUBJECT = 6  # words before a verb in which its subject stands


def _ahead() -> frozenset[str]:
    """Words that tell of what is to come."""
    return words_of("modal_future") | words_of("about_to") | words_of("plans_for") | frozenset({"next"})


@cache
def _rows() -> list[FactRow]:
    rows: list[FactRow] = []
    for name, rest in read_table("facts.tsv"):
        first, second, reach = rest.split("|")[:3]
        rows.append(FactRow(name, _classes(first), _classes(second), int(reach)))
    return rows


def _classes(names: str) -> frozenset[str]:
    return frozenset(word for name in names.split() for word in words_of(name))
