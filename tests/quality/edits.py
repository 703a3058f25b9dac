"""Second accounts with known differences: sentences of a text dropped, reworded or changed in one slot, each with its place.

Everything is made in memory from texts that lie elsewhere; no sentence of theirs stands here. The same text and seed give
the same edits. The word lists below are not the ones that `zopa.accounts` reads with.
"""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from .edit_kinds import CHANGES, Change, find_sentences
from .rewording import reword

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

KINDS = tuple(CHANGES)
SPAN = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Edit:
    """One known difference: the kind, and the words concerned in the first and in the second text."""

    kind: str
    first: SPAN
    second: SPAN


@dataclass(frozen=True, slots=True)
class Edited:
    """A second account: its text, the edits that contradict the first, and which of its sentences are copies."""

    text: str
    edits: tuple[Edit, ...]
    copied: tuple[tuple[SPAN, SPAN], ...]
    dropped: int = 0
    reworded: int = 0


@dataclass(frozen=True, slots=True)
class Plan:
    """What is done to a text.

    Attributes:
        changes: how many sentences are changed, by kind.
        drop: share of the other sentences that is dropped.
        rewords: share of the sentences that is lightly reworded, changed ones among them.
        anew: share of the other sentences that is replaced by sentences of `others`.
        others: sentences of other texts.
    """

    changes: Mapping[str, int]
    drop: float = 0.0
    rewords: float = 0.0
    anew: float = 0.0
    others: tuple[str, ...] = ()


def edit_text(text: str, plan: Plan, seed: int, speakers: Iterable[SPAN] = ()) -> Edited:
    """A second account of `text` by `plan`; `speakers` are spans known to name a speaker."""
    dice = random.Random(seed)
    sentences = find_sentences(text)
    chosen = _choose(text, sentences, plan, dice, frozenset(speakers))
    pieces: list[str] = []
    edits: list[Edit] = []
    copied: list[tuple[SPAN, SPAN]] = []
    length = reached = dropped = reworded = 0
    for number, (start, end) in enumerate(sentences):
        pieces.append(text[reached:start])
        if start > reached:
            copied.append(((reached, start), (length, length + start - reached)))
        length += start - reached
        reached = end
        change = chosen.get(number)
        if change is None and dice.random() < plan.drop:
            dropped += 1
            continue
        if change is None and plan.others and dice.random() < plan.anew:
            new = dice.choice(plan.others)
        else:
            new = change.apply(text)[start : end + change.grown] if change else text[start:end]
            if dice.random() < plan.rewords:
                new, before = reword(new, dice, keep=change.words if change else ""), new
                reworded += new != before
            if new == text[start:end]:
                copied.append(((start, end), (length, length + len(new))))
        if change:
            edits.append(Edit(change.kind, (start, end), (length, length + len(new))))
        pieces.append(new)
        length += len(new)
    return Edited("".join(pieces) + text[reached:], tuple(edits), tuple(copied), dropped, reworded)


def _choose(
    text: str, sentences: list[SPAN], plan: Plan, dice: random.Random, speakers: frozenset[SPAN]
) -> dict[int, Change]:
    """Which sentence gets which change: no sentence two, rarer kinds first."""
    chosen: dict[int, Change] = {}
    offers: dict[str, dict[int, list[Change]]] = {}
    for kind in plan.changes:
        found = {n: CHANGES[kind](text, span, speakers) for n, span in enumerate(sentences)}
        offers[kind] = {n: changes for n, changes in found.items() if changes}
    for kind in sorted(offers, key=lambda kind: len(offers[kind])):
        free = [n for n in offers[kind] if n not in chosen]
        for number in dice.sample(free, min(plan.changes[kind], len(free))):
            chosen[number] = dice.choice(offers[kind][number])
    return chosen


def sentences_of(text: str) -> tuple[str, ...]:
    """Sentences of eight words or more, for mixing into other texts."""
    found = (text[a:b] for a, b in find_sentences(text))
    return tuple(s for s in found if len(re.findall(r"\w+", s)) >= 8)
