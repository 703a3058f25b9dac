"""Noun phrases: the words of a noun with what describes it, whose they are, and what stands in apposition."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from zopa.text.tagged import Sentence

_APART = (
    "conj",
    "cc",
    "appos",
    "acl",
    "advcl",
    "parataxis",
    "punct",
    "ccomp",
    "dep",
    "nsubj",
    "cop",
    "aux",
    "mark",
    "advmod",
    "csubj",
    "obl",
    "discourse",
    "list",
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A noun phrase; places are words of its sentence.

    Attributes:
        head: the noun.
        first, last: the words of the phrase without relative clauses, appositions and what is coordinated with it.
        start, end: the same in the text as read.
        appositions: heads of "Y" in "X, Y," and "the minister, X".
        owner: head of whose it is ("Russia's", "their"), -1 for none.
        of: heads behind "of".
    """

    head: int
    first: int
    last: int
    start: int
    end: int
    appositions: tuple[int, ...]
    owner: int
    of: tuple[int, ...]


def phrase_at(sentence: Sentence, head: int) -> Phrase:
    """The noun phrase of a head; a preposition before it is not part of it."""
    tokens = sentence.tokens
    words = sorted({head, *_core(sentence, head)})
    cases = {
        k
        for k in words
        if tokens[k].relation == "case" and tokens[k].head == head and tokens[k].low not in {"'s", "’s", "'", "’"}
    }
    fixed = {m for k in cases for m in sentence.tree(k)}
    words = [k for k in words if k not in fixed]
    first, last = _run(words, head)
    while last > head and tokens[last].low in {"'s", "'"}:
        last -= 1
    owner = next(iter(sentence.under(head, "nmod:poss")), -1)
    of = tuple(sentence.behind(head, {"of"}))
    appositions = tuple(k for k in sentence.under(head, "appos"))
    return Phrase(head, first, last, tokens[first].start, tokens[last].end, appositions, owner, of)


def _core(sentence: Sentence, head: int) -> list[int]:
    found: list[int] = []
    for k in sentence.children[head]:
        relation = sentence.tokens[k].relation
        if relation.split(":")[0] in _APART and relation != "nmod:poss":
            if relation == "advmod" and k < head and k == head - 1:
                found.append(k)
            continue
        found.extend([k, *_inner(sentence, k)])
    return found


def _inner(sentence: Sentence, at: int) -> list[int]:
    """All below a modifier, less clauses that follow it."""
    found: list[int] = []
    for k in sentence.children[at]:
        if sentence.tokens[k].relation.split(":")[0] in {"acl", "advcl", "parataxis", "appos", "ccomp"}:
            continue
        if sentence.tokens[k].relation == "punct" and sentence.tokens[k].text not in "-‑/&'’":
            continue
        found.extend([k, *_inner(sentence, k)])
    return found


def _run(words: list[int], head: int) -> tuple[int, int]:
    """First and last of the words that stand with the head, small gaps (a hyphen, a quotation mark) allowed."""
    first = last = head
    for k in reversed([w for w in words if w < head]):
        if first - k > 2:
            break
        first = k
    for k in [w for w in words if w > head]:
        if k - last > 2:
            break
        last = k
    return first, last
