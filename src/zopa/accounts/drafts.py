"""Drafts of one plan: two accounts that tell of different ones of them are in no dispute over what the plan holds."""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.accounts.classes import class_of
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from zopa.sources import Passage

_WORD = re.compile(r"[\w'’]+(?:-\w+)*")
_NEAR = 4  # words before "draft" in which it is told which one ("the first American 28-point draft")
_POINT = "-point"
_CACHE = 4_096  # passages of findings


def drafts_differ(passages: Sequence[Passage]) -> bool:
    """True where each passage says which draft it tells of ("the first draft", "the 28-point plan"), and no two name the same."""
    told = [which_drafts(passage.text) for passage in passages]
    return len(told) > 1 and all(told) and not any(a & b for a, b in pairwise(told))


@lru_cache(_CACHE)
def which_drafts(text: str) -> frozenset[str]:
    """By what a text tells drafts apart: "early", "late", another word of order, "28-point"; empty where it names none of several."""
    words = [word.group().lower() for word in _WORD.finditer(text)]
    nouns = [at for at, word in enumerate(words) if word in class_of("draft_noun")]
    near = {word for at in nouns for word in words[max(0, at - _NEAR) : at]}
    counted = {
        f"{words[at + 2]}{_POINT}"
        for at in nouns
        if words[at + 1 : at + 2] == ["of"] and "points" in words[at + 3 : at + 4]
    }
    return frozenset({kind for word in near if (kind := _kind(word))} | counted)


def _kind(word: str) -> str:
    """Which draft a word before "draft" tells of, "" where it tells nothing of that."""
    if word.endswith(_POINT):
        return word
    for kind in ("early", "late"):
        if word in class_of(f"{kind}_draft"):
            return kind
    return word if word in words_of("rank") else ""
