"""What differs between two versions of a point, as changes that matter in a text to be signed."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from zopa.plans.brackets import bracket_changes, find_brackets
from zopa.plans.folding import MONTHS, NUMBER_WORD, find_references, fold, plain_words, without_references
from zopa.plans.runs import find_runs
from zopa.plans.types import Change

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.plans.types import ChangeKind

_SCALES = r"million|billion|trillion|thousand|hundred|bn|mn|m"
_UNITS = r"%|percent|per cent|km|days?|months?|years?|weeks?|hours?|points?"
_FIGURE = re.compile(
    rf"(?:(?:US)?[$€£¥]\s?)?\d+(?:[.,]\d+)*(?:\s?(?:{_SCALES})\b)?(?:\s?(?:{_UNITS})(?!\w))?"
    rf"|\b(?!(?:zero|one)\b)(?:{NUMBER_WORD}|hundred|half)\b(?:[ -](?:{NUMBER_WORD}|{_SCALES})\b)*(?:[ -](?:{_UNITS})(?!\w))?",
    re.IGNORECASE,
)
_MONTH = "|".join(month.capitalize() for month in MONTHS)
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?:{_MONTH})\b(?:,? \d{{4}}\b)?|\b(?:{_MONTH}) \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}\b"
    rf"|\b(?:{_MONTH}) \d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b"
)
_MODALS = {
    "must": 3, "shall": 3, "undertakes": 3, "undertake": 3, "commits": 3, "commit": 3, "will": 2, "agrees to": 2, "agree to": 2,
    "should": 1, "is expected to": 1, "are expected to": 1, "intends to": 1, "aims to": 1, "may": 0, "might": 0, "can": 0, "could": 0,
}  # fmt: skip
_MODAL = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, _MODALS), key=len, reverse=True))})\b(?! \d)", re.IGNORECASE
)
_NEGATION = re.compile(r"\b(?:not|no|never|nor|without|neither|none|cannot)\b|n['’]t\b", re.IGNORECASE)
_DENIED = re.compile(rf"(?:{_NEGATION.pattern})(?:\s+\w+){{0,4}}", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:(?:only )?(?:if|unless|until|provided(?: that)?|on condition that|subject to|except(?: for| that)?|as long as|in the event of|"
    r"only after|once|pending|in peacetime|in return for|without prejudice to))\b[^.;,\n]*",
    re.IGNORECASE,
)
_TELLING = 6  # words beyond which the wording is told beside what else has changed


def find_changes(a: str, b: str) -> tuple[Change, ...]:
    """What differs, the most telling first: dates, figures, modal verbs, denials, conditions, brackets, references; else the wording.

    Empty where the texts are the same but for signs, spaces and the spelling of figures and dates.
    """
    brackets = bracket_changes(a, b)
    if not brackets and (plain_words(a) == plain_words(b) or fold(a) == fold(b)):
        return ()
    bare_a, bare_b = (_DATE.sub(" ", without_references(text)) for text in (a, b))
    changes = [
        *_paired("date", _found(_DATE, a), _found(_DATE, b)),
        *_paired("figure", _found(_FIGURE, bare_a), _found(_FIGURE, bare_b)),
        *_modals(a, b),
        *_negations(a, b),
        *_paired("condition", _found(_CONDITION, a), _found(_CONDITION, b)),
        *brackets,
        *_references(a, b),
    ]
    runs = find_runs(a, b)
    deleted, inserted = (
        " … ".join(r.text.strip() for r in runs if r.kind == k and r.text.strip(" []")) for k in ("deleted", "inserted")
    )
    if not changes or len((deleted + inserted).split()) > _TELLING:
        changes.append(Change("wording", deleted, inserted))
    return tuple(changes)


def _references(a: str, b: str) -> Iterable[Change]:
    """Numbers of articles and paragraphs that a point refers to and that do not only follow new numbers."""
    before, after = ([text[s:e] for s, e in find_references(text)] for text in (a, b))
    return _paired("reference", before, after) if before and after else ()


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [" ".join(match.group().split()) for match in pattern.finditer(text)]


def _paired(kind: ChangeKind, before: Sequence[str], after: Sequence[str]) -> Iterable[Change]:
    """What stands on one side only, paired in order: a figure that was replaced is one change."""
    gone, new = _less(before, after), _less(after, before)
    for n in range(max(len(gone), len(new))):
        yield Change(kind, gone[n] if n < len(gone) else "", new[n] if n < len(new) else "")


def _less(these: Sequence[str], those: Sequence[str]) -> list[str]:
    """`these` without what stands in `those`, as often as it stands there, in whatever spelling."""
    left = Counter(fold(word) for word in those)
    kept: list[str] = []
    for word in these:
        key = fold(word)
        if left[key]:
            left[key] -= 1
        else:
            kept.append(word)
    return kept


def _modals(a: str, b: str) -> Iterable[Change]:
    before, after = _found(_MODAL, a), _found(_MODAL, b)
    for gone, new in zip(_less(before, after), _less(after, before), strict=False):
        left, right = _MODALS[gone.lower()], _MODALS[new.lower()]
        if left != right:
            yield Change("modal", gone, new, stronger=right > left)


def _negations(a: str, b: str) -> Iterable[Change]:
    """A denial that was added or dropped, told with the words behind it."""
    if len(_NEGATION.findall(a)) != len(_NEGATION.findall(b)):
        yield from _paired("negation", _found(_DENIED, a), _found(_DENIED, b))


__all__ = ["find_brackets", "find_changes", "find_runs", "plain_words"]
