"""Square brackets: words that are not agreed, nested or not, who holds them, and which were opened or closed."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from zopa.plans.folding import plain_words
from zopa.plans.types import Bracket, Change

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HOLDER = re.compile(r"(?P<holder>[^\W\d_][\w./&,' -]{0,40}):\s+(?=\S)")
_BEHIND = re.compile(
    r"\s?\((?P<holder>[A-Z][\w./&, -]{0,30})\)|\s?(?:reservation|proposal) (?:by|of) (?P<by>[A-Z][\w ]{1,30})"
)
_NO_HOLDER = re.compile(r"(?:option|alternative|placeholder|note|the following)\b", re.IGNORECASE)
_FILLED = re.compile(r"\s*[^\s\]]")
_MANY, _LONGEST = (
    200,
    300,
)  # beyond so many brackets in a point, so many characters of each are looked at: they lie in each other
_ALIKE = 0.5  # share of words that two brackets have in common to be one whose words changed


def find_brackets(text: str) -> tuple[Bracket, ...]:
    """Brackets in the order in which they open, with who holds them: ``[Ukraine: ...]`` or ``[...] (UA)``.

    One that is not closed reaches to the end of the text. Links and footnote signs are no brackets.
    """
    spans = _spans(text)
    longest = _LONGEST if len(spans) > _MANY else len(text)
    return tuple(_bracket(text, start, end, longest) for start, end in spans)


def count_brackets(text: str) -> int:
    """How many brackets a text opens."""
    return len(_spans(text))


def _spans(text: str) -> list[tuple[int, int]]:
    """Place of each bracket and of the one that closes it, in the order in which they open."""
    open_at: list[int] = []
    found: list[tuple[int, int]] = []
    for match in re.finditer(r"[\[\]]", text):
        if match.group() == "[":
            open_at.append(match.start())
        elif open_at:
            found.append((open_at.pop(), match.start()))
    found += [(start, len(text)) for start in open_at]
    return sorted((start, end) for start, end in found if _counts(text, start, end))


def _counts(text: str, start: int, end: int) -> bool:
    return (
        bool(_FILLED.match(text, start + 1, end))
        and text[start + 1 : start + 2] != "^"
        and text[end : end + 2] not in {"](", "]:"}
    )


def _bracket(text: str, start: int, end: int, longest: int) -> Bracket:
    inside = text[start + 1 : min(end, start + 1 + longest)]
    lead = _HOLDER.match(inside)
    if lead and not _NO_HOLDER.match(inside):
        return Bracket(inside[lead.end() :].strip(), lead["holder"].strip())
    behind = _BEHIND.match(text, end + 1)
    return Bracket(inside.strip(), ((behind["holder"] or behind["by"]) if behind else "").strip())


def bracket_changes(a: str, b: str) -> tuple[Change, ...]:
    """Brackets of the first text that were closed and of the second that were opened; where only their words changed, none."""
    if "[" not in a and "[" not in b:
        return ()
    before, after = list(find_brackets(a)), list(find_brackets(b))
    gone, new = list(_rest(before, after)), list(_rest(after, before))
    if [x.holder for x in before] == [x.holder for x in after] and _outside(a) == _outside(b):
        return ()  # "[five] boats" is "[six] boats": nothing was closed
    for bracket in gone[:] if len(gone) * len(new) < _MANY * _MANY else ():
        twin = next(
            (other for other in new if other.holder == bracket.holder and _alike(bracket.text, other.text)), None
        )
        if twin is not None:
            gone.remove(bracket)
            new.remove(twin)
    return (
        *(Change("bracket", x.text, "", x.holder) for x in gone),
        *(Change("bracket", "", x.text, x.holder) for x in new),
    )


def _rest(these: Sequence[Bracket], those: Sequence[Bracket]) -> Iterator[Bracket]:
    """`these` without those that stand in `those`, as often as they stand there."""
    left = Counter((plain_words(x.text), x.holder.lower()) for x in those)
    for bracket in these:
        key = (plain_words(bracket.text), bracket.holder.lower())
        if left[key]:
            left[key] -= 1
        else:
            yield bracket


def _outside(text: str) -> str:
    """The words that stand in no bracket, with a sign for each outer bracket."""
    told, at = "", 0
    for start, end in _spans(text):
        if start >= at:
            told, at = f"{told}{text[at:start]} ¤ ", end + 1
    return plain_words(told + text[at:])


def _alike(a: str, b: str) -> bool:
    left, right = set(plain_words(a).split()), set(plain_words(b).split())
    return len(left & right) > _ALIKE * max(len(left), len(right))
