"""Quotes that find their place again: exact words with what stands before and after them.

The selector is the W3C's TextQuoteSelector (Web Annotation Data Model, section 4.2.4: exact, prefix, suffix). Texts are
compared whatever their white space, quotation marks, apostrophes and dashes: a source that was saved again, or reflowed, or
set with other quotation marks, keeps its anchors. A place is given only where it is the only one that can be meant.
"""

from __future__ import annotations

import itertools
import re
import unicodedata
from array import array
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from zopa.sources import Document, Passage

_CONTEXT = 40  # characters kept on either side; more where the same words stand twice with the same neighbours
_LONGEST_CONTEXT = 640
_QUOTES = frozenset("\"'`´“”„‟‘’‚‛«»‹›″′＂＇")
_APOSTROPHES = frozenset("'`´’‘ʼ′＇")
_DASHES = frozenset("-‐‑‒–—―−")
_LONG = 5  # words from which on a quote that stands once is its own witness, where some of its context is left
_SURE, _LIKELY = (
    0.5,
    0.2,
)  # share of the context that must be left: for one of several places or a short quote; for a long one
_AHEAD = 0.25  # by so much more context the best of several places must be ahead of the next


_PIECES = re.compile(r"[^\W_]+|.", re.DOTALL)  # words as wholes, everything else one by one


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a source, with what stands before and after them; the context may be empty."""

    source: str
    exact: str
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class FoundQuote:
    """Where a quote stands.

    Attributes:
        span: start and end in the text as read; None where it is absent or ambiguous.
        places: all spans at which the exact words stand, in order.
        certain: the words before and after the place are just those of the quote.
    """

    span: tuple[int, int] | None
    places: tuple[tuple[int, int], ...] = ()
    certain: bool = False


@dataclass(frozen=True, slots=True)
class Folded:
    """A text without what does not count, and for each of its characters the place in the text it comes from."""

    text: str
    at: array[int]


@lru_cache(maxsize=64)
def fold(text: str) -> Folded:
    """The text with white space as single spaces, dashes as one, apostrophes as one, and without quotation marks."""
    letters: list[str] = []
    at = array("I")
    gap = False
    for piece in _PIECES.finditer(text):
        place, letter = piece.start(), piece.group()
        if letter[0].isalnum():  # a whole word, the common case first
            if gap and letters:
                letters.append(" ")
                at.append(at[-1] + 1)
            gap = False
            letters.append(letter)
            at.extend(range(place, piece.end()))
            continue
        if letter in _QUOTES or letter == "ʼ":
            inside = 0 < place < len(text) - 1 and text[place - 1].isalnum() and text[place + 1].isalnum()
            if not (inside and letter in _APOSTROPHES):
                continue
            kept = "'"
        elif letter.isspace() or unicodedata.category(letter) == "Cc":
            gap = True
            continue
        elif unicodedata.category(letter) == "Cf":  # soft hyphens, zero-width marks, direction marks
            continue
        else:
            kept = "-" if letter in _DASHES else letter
        if gap and letters:
            letters.append(" ")
            at.append(at[-1] + 1)
        gap = False
        letters.append(kept)
        at.append(place)
    return Folded("".join(letters), at)


def find_quote(text: str, quote: Quote) -> FoundQuote:
    """Where `quote` stands in `text`; no span where it is absent, or where more than one place may be meant."""
    folded = fold(text)
    exact = fold(quote.exact).text
    starts = _occurrences(folded.text, exact, quote)
    places = tuple((folded.at[a], folded.at[a + len(exact) - 1] + 1) for a in starts)
    if not places:
        return FoundQuote(None)
    scores = [_context_share(folded.text, a, a + len(exact), quote) for a in starts]
    ranked = sorted(scores, reverse=True)
    best = scores.index(ranked[0])
    if len(places) > 1:
        clear = ranked[0] >= _SURE and (ranked[0] - ranked[1] >= _AHEAD or (ranked[0] == 1.0 > ranked[1]))
    else:
        clear = ranked[0] >= (_LIKELY if len(exact.split()) >= _LONG else _SURE)
    certain = ranked[0] == 1.0
    clear = clear and (certain or not _is_look_alike(folded.text, starts[best], starts[best] + len(exact), quote))
    return FoundQuote(places[best] if clear else None, places, certain and clear)


def analysed_places(document: Document, places: Iterable[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Those of `places` that analysis reads; all of them where it reads none: a body that stands twice counts once."""
    spans, given = document.analysed(), tuple(places)
    return tuple((a, b) for a, b in given if any(x <= a and b <= y for x, y in spans)) or given


def quote_at(document: Document, start: int, end: int) -> Quote:
    """The quote that finds ``document.text[start:end]`` again, with as much context as that takes."""
    text = document.text
    size = _CONTEXT
    while True:
        before, after = text[max(0, start - size) : start], text[end : end + size]
        quote = Quote(document.id, one_space(text[start:end]), one_space(before), one_space(after))
        found = find_quote(text, quote)
        if size >= _LONGEST_CONTEXT or (found.span is not None and core(text, *found.span) == core(text, start, end)):
            return quote
        size *= 2


def core(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without white space and signs at either end; the span itself where it holds nothing else."""
    a, b = start, end
    while a < b and not text[a].isalnum():
        a += 1
    while b > a and not text[b - 1].isalnum():
        b -= 1
    return (a, b) if b > a else (start, end)


def nearest_passages(document: Document, words: str, count: int = 2) -> tuple[Passage, ...]:
    """The sentences of `document` that are most like `words`, best first; empty where none is like them."""
    wanted = fold(words).text.lower().split()
    scored: list[tuple[float, int, int]] = []
    for start, end in _stretches(document.text):
        there = fold(document.text[start:end]).text.lower().split()
        if common := len(set(wanted) & set(there)):
            matcher = SequenceMatcher(None, wanted, there, autojunk=False)
            same = sum(block.size for block in matcher.get_matching_blocks())
            scored.append((-(same + common / 10) / max(1, len(wanted)), start, end))
    near = [span for span in sorted(scored) if span[0] <= -0.3]  # fewer common words than that tell nothing
    return tuple(document.passage(start, end) for _, start, end in near[:count])


def _stretches(text: str) -> list[tuple[int, int]]:
    """Spans from one end of a sentence or a paragraph to the next, roughly: they only point at a place."""
    cuts = [0, *(m.end() for m in _ENDS.finditer(text)), len(text)]
    return [(a, b) for a, b in itertools.pairwise(cuts) if text[a:b].strip()]


_ENDS = re.compile(r"(?<=[.!?…。؟])[\"'’”»)]*\s+|\n\s*\n\s*")


def one_space(text: str) -> str:
    """The text with every run of white space and control characters as one space."""
    return re.sub(r"[\s\x00-\x1f\x7f-\x9f]+", " ", text)


def _occurrences(text: str, exact: str, quote: Quote) -> list[int]:
    """Starts of `exact` as whole words; inside a word only where what stands before and after it is just what the quote says."""
    starts: list[int] = []
    at = text.find(exact) if exact else -1
    while at >= 0:
        end = at + len(exact)
        inside = _goes_on(text, at - 1, exact[0]) or _goes_on(text, end, exact[-1])
        if not inside or (quote.prefix and quote.suffix and _context_share(text, at, end, quote) == 1.0):
            starts.append(at)
        at = text.find(exact, at + 1)
    return starts


def _goes_on(text: str, place: int, beside: str) -> bool:
    """Whether the character at `place` belongs to the same word as `beside`."""
    return beside.isalnum() and 0 <= place < len(text) and (text[place].isalnum() or text[place] == "_")


def _context_share(text: str, start: int, end: int, quote: Quote) -> float:
    """Share of the words of prefix and suffix that stand before and after the place; 1.0 where there are none."""
    prefix, suffix = fold(quote.prefix).text.strip(), fold(quote.suffix).text.strip()
    total = len(prefix) + len(suffix)
    if not total:
        return 1.0
    before, after = text[:start].rstrip(), text[end:].lstrip()
    if before.endswith(prefix) and after.startswith(suffix):
        return 1.0
    near_before, near_after = before[-2 * len(prefix) :] if prefix else "", after[: 2 * len(suffix)]
    kept = _common(prefix, near_before) + _common(suffix, near_after)
    return min(0.99, kept / total)


def _is_look_alike(text: str, start: int, end: int, quote: Quote) -> bool:
    """Whether the words stand in another sentence than the quote's: its own sentence is told otherwise, or a neighbour names another.

    "Alba said that we will not move" must not become "Boria said that we will not move".
    """
    prefix, suffix = fold(quote.prefix).text.strip(), fold(quote.suffix).text.strip()
    before, after = text[:start].rstrip(), text[end:].lstrip()
    own_head, own_tail = _SENTENCE_END.split(f"{prefix} ")[-1].strip(), _own_tail(suffix)
    if not before.lower().endswith(own_head.lower()) or not after.lower().startswith(own_tail.lower()):
        return True
    words, others = prefix.split(), suffix.split()
    near = before[-4 * len(prefix) :].split()[-len(words) - 2 :], after[: 4 * len(suffix)].split()[: len(others) + 2]
    return bool(words and _names_another(words, near[0])) or bool(others and _names_another(others, near[1]))


_SENTENCE_END = re.compile(r"(?<=[.!?…。؟])\s+")


def _own_tail(suffix: str) -> str:
    """What of a suffix belongs to the sentence that the quote stands in."""
    return re.split(r"[.!?…。؟](?=\s|$)", suffix, maxsplit=1)[0]


def _names_another(was: Sequence[str], now: Sequence[str]) -> bool:
    """Whether one capital or figure stands where another stood between words that stayed."""
    matcher = SequenceMatcher(None, [w.lower() for w in was], [w.lower() for w in now], autojunk=False)
    if not any(block.size for block in matcher.get_matching_blocks()):
        return False
    return any(
        kind == "replace" and all(any(map(_is_name, part)) for part in (was[a:b], now[c:d]))
        for kind, a, b, c, d in matcher.get_opcodes()
    )


# How sentences open without naming anybody; a swap of two of these is an edit of style.
_OPENERS = frozenset(
    "a after afterwards also an and at before but earlier finally first for here however in later meanwhile next now on so still "
    "the then there this today when while yesterday yet".split()
)


def _is_name(word: str) -> bool:
    return (word[0].isupper() or word[0].isdigit()) and word.strip(",;:.").lower() not in _OPENERS


def _common(context: str, there: str) -> int:
    """Characters of `context` in words that stand in `there` in the same order."""
    wanted, words = re.findall(r"\S+\s*", context), re.findall(r"\S+\s*", there)
    bare = [word.strip().lower() for word in wanted]
    matcher = SequenceMatcher(None, bare, [word.strip().lower() for word in words], autojunk=False)
    return sum(len(wanted[i]) for block in matcher.get_matching_blocks() for i in range(block.a, block.a + block.size))
