"""What differs between two versions of a point: word for word, and as changes that matter in a text to be signed."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

from zopa.plans.types import Bracket, Change, WordRun

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.plans.types import ChangeKind

_TOKENS = re.compile(r"\s+|\d[\d,.]*\d|\w+(?:['’]\w+)?|[^\w\s]")
_FIGURE = re.compile(
    r"(?:[$€£]\s?)?\d+(?:[.,]\d+)*(?:\s?(?:%|percent|per cent|million|billion|bn|m|km|days?|months?|years?|weeks?|hours?)\b)?"
    r"|\b(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty|sixty|ninety|hundred|half)\b"
    r"(?:[ -](?:percent|per cent|million|billion|thousand|days?|months?|years?|weeks?|points?))?",
    re.IGNORECASE,
)
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_DATE = re.compile(rf"\b\d{{1,2}} {_MONTH}(?: \d{{4}})?\b|\b{_MONTH} \d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b")
_MODALS = {
    "must": 3, "shall": 3, "undertakes": 3, "undertake": 3, "commits": 3, "commit": 3, "will": 2, "agrees to": 2, "agree to": 2,
    "should": 1, "is expected to": 1, "are expected to": 1, "intends to": 1, "aims to": 1, "may": 0, "might": 0, "can": 0, "could": 0,
}  # fmt: skip
_MODAL = re.compile(
    rf"\b(?:{'|'.join(sorted(map(re.escape, _MODALS), key=len, reverse=True))})\b(?! \d)", re.IGNORECASE
)
_NEGATION = re.compile(r"\b(?:not|no|never|nor|without|neither|none|cannot)\b|n['’]t\b", re.IGNORECASE)
_CONDITION = re.compile(
    r"\b(?:(?:only )?(?:if|unless|until|provided(?: that)?|on condition that|subject to|except(?: for| that)?|as long as|in the event of|"
    r"only after|once|pending|in peacetime|in return for|without prejudice to))\b[^.;,\n]*",
    re.IGNORECASE,
)
_BRACKET = re.compile(
    r"\[(?:(?P<holder>[\w./&' -]{1,30}):\s*)?(?P<text>[^\[\]]+)\](?:\s?\((?P<behind>[A-Z][\w./& -]{0,20})\))?"
)
_LINK = re.compile(r"\]\(")


def plain_words(text: str) -> str:
    """The text with one kind of space, dash and quotation mark, lower case, for telling whether two are the same."""
    folded = re.sub(r"[‐‑‒–—―−]", "-", re.sub(r"[\"“”„‟«»‘’‚‛`´]", "'", text))
    return " ".join(re.sub(r"[*_#>]+", "", folded).split()).lower().strip(" .;")


def find_runs(a: str, b: str) -> tuple[WordRun, ...]:
    """The two texts word for word; what was replaced stands deleted, then inserted."""
    left, right = _TOKENS.findall(" ".join(a.split())), _TOKENS.findall(" ".join(b.split()))
    runs: list[WordRun] = []
    for tag, a0, a1, b0, b1 in SequenceMatcher(None, left, right, autojunk=False).get_opcodes():
        if tag == "equal":
            runs.append(WordRun("same", "".join(left[a0:a1])))
            continue
        if a1 > a0:
            runs.append(WordRun("deleted", "".join(left[a0:a1])))
        if b1 > b0:
            runs.append(WordRun("inserted", "".join(right[b0:b1])))
    return _tidy(runs)


def find_changes(a: str, b: str) -> tuple[Change, ...]:
    """What differs, the most telling first: figures, dates, modal verbs, denials, conditions, brackets; wording where nothing else.

    Empty where the texts are the same but for signs and spaces.
    """
    if plain_words(a) == plain_words(b):
        return ()
    changes = [
        *_paired("date", _found(_DATE, a), _found(_DATE, b)),
        *_paired("figure", _found(_FIGURE, _DATE.sub(" ", a)), _found(_FIGURE, _DATE.sub(" ", b))),
        *_modals(a, b),
        *_negations(a, b),
        *_paired("condition", _found(_CONDITION, a), _found(_CONDITION, b)),
        *_brackets(a, b),
    ]
    runs = find_runs(a, b)
    deleted, inserted = (
        " … ".join(r.text.strip() for r in runs if r.kind == k and r.text.strip()) for k in ("deleted", "inserted")
    )
    if not changes or len((deleted + inserted).split()) > _TELLING:
        changes.append(Change("wording", deleted, inserted))
    return tuple(changes)


_TELLING = 6  # words beyond which the wording is told beside what else has changed


def find_brackets(text: str) -> tuple[Bracket, ...]:
    """Words in square brackets, which are not agreed, with who holds them: ``[Ukraine: ...]`` or ``[...] (UA)``."""
    return tuple(
        Bracket(m["text"].strip(), (m["holder"] or m["behind"] or "").strip())
        for m in _BRACKET.finditer(text)
        if not _LINK.match(text, m.end() - 1)
    )


def _found(pattern: re.Pattern[str], text: str) -> list[str]:
    return [" ".join(match.group().split()) for match in pattern.finditer(text)]


def _paired(kind: ChangeKind, before: list[str], after: list[str]) -> Iterable[Change]:
    """What stands on one side only, paired in order: a figure that was replaced is one change."""
    gone, new = _less(before, after), _less(after, before)
    for n in range(max(len(gone), len(new))):
        yield Change(kind, gone[n] if n < len(gone) else "", new[n] if n < len(new) else "")


def _less(these: list[str], those: list[str]) -> list[str]:
    """`these` without what stands in `those`, as often as it stands there."""
    left = [word.lower() for word in those]
    kept: list[str] = []
    for word in these:
        if word.lower() in left:
            left.remove(word.lower())
        else:
            kept.append(word)
    return kept


def _modals(a: str, b: str) -> Iterable[Change]:
    gone, new = _less(_found(_MODAL, a), _found(_MODAL, b)), _less(_found(_MODAL, b), _found(_MODAL, a))
    for before, after in zip(gone, new, strict=False):
        left, right = _MODALS[before.lower()], _MODALS[after.lower()]
        if left != right:
            yield Change("modal", before, after, stronger=right > left)


def _negations(a: str, b: str) -> Iterable[Change]:
    """A denial that was added or dropped, told with the words behind it."""
    before, after = (re.findall(rf"(?:{_NEGATION.pattern})(?:\s+\w+){{0,4}}", text, re.IGNORECASE) for text in (a, b))
    if len(_NEGATION.findall(a)) != len(_NEGATION.findall(b)):
        yield from _paired("negation", [" ".join(m.split()) for m in before], [" ".join(m.split()) for m in after])


def _brackets(a: str, b: str) -> Iterable[Change]:
    before, after = find_brackets(a), find_brackets(b)
    known = {(x.text.lower(), x.holder.lower()) for x in before} & {(x.text.lower(), x.holder.lower()) for x in after}
    for bracket in before:
        if (bracket.text.lower(), bracket.holder.lower()) not in known:
            yield Change("bracket", bracket.text, "", bracket.holder)
    for bracket in after:
        if (bracket.text.lower(), bracket.holder.lower()) not in known:
            yield Change("bracket", "", bracket.text, bracket.holder)


def _tidy(runs: list[WordRun]) -> tuple[WordRun, ...]:
    """Runs in which a lone space between two changes belongs to both, so that replaced phrases stay whole."""
    merged: list[WordRun] = []
    n = 0
    while n < len(runs):
        deleted, inserted = "", ""
        while n < len(runs) and (
            runs[n].kind != "same" or ((deleted or inserted) and not runs[n].text.strip() and n + 1 < len(runs))
        ):
            run = runs[n]
            deleted += run.text if run.kind != "inserted" else ""
            inserted += run.text if run.kind != "deleted" else ""
            n += 1
        merged += [WordRun("deleted", deleted)] if deleted.strip() else []
        merged += [WordRun("inserted", inserted)] if inserted.strip() else []
        if not deleted.strip() and not inserted.strip() and (deleted or inserted):
            merged.append(WordRun("same", inserted or deleted))
        if n < len(runs):
            merged.append(runs[n])
            n += 1
    return tuple(merged)
