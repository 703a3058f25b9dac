"""Words that only their place on the page gives to somebody: block quotations, and a line behind a quotation that signs it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from itertools import groupby, pairwise
from typing import TYPE_CHECKING

from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from zopa.text.annotate import Text
    from zopa.text.sentences import Paragraph

Span = tuple[int, int]
_WORDS = 14  # that a signature may have ("- Name, of the charity Open Hand")
_DASHES = re.compile(r"\s*(?:[-–—―‒~]{1,3}\s*|\((?=[^()]*\)[.\s]*$))")
_HANDLE = re.compile(r"[(@|•·\n]")  # what stands behind the name below an embedded post


@dataclass(slots=True)
class Signatures:
    """Who signs what.

    Attributes:
        by_start: start of a paragraph -> the words that tell whose its words are.
        lines: starts of sentences that only sign, and say nothing.
        pulled: starts of paragraphs without quotation marks that a credit line gives to somebody.
    """

    by_start: dict[int, Span] = field(default_factory=dict[int, Span])
    lines: set[int] = field(default_factory=set[int])
    pulled: set[int] = field(default_factory=set[int])


def find_signatures(text: Text) -> Signatures:
    """Lines behind quotations that tell who says them; empty where nothing is signed.

    Behind a paragraph that is one quotation it takes a dash (or brackets); below a block quotation a dash, or a name that ends it.
    """
    found = Signatures()
    groups = [
        list(group)
        for _, group in groupby(text.paragraphs, key=lambda p: (p.set_apart, p.start if p.set_apart < 0 else 0))
    ]
    for group, following in pairwise([*groups, []]):
        if group[0].set_apart >= 0:
            _sign_block(text, group, following[0] if following else None, found)
        elif following and following[0].set_apart < 0 and is_all_quoted(text, group[0]):
            source = _signature(text, following[0].start, following[0].end, dashed=True)
            if source:
                found.by_start[group[0].start] = source
                found.lines.update(start for start, _ in following[0].sentences)
    _sign_pulled(text, found)
    return found


def _sign_pulled(text: Text, found: Signatures) -> None:
    """Quotations set without marks, each with the same credit line below ("Erik Sund, head - Fishers' Guild"), twice or more in a text.

    The line stands by itself, or as the last sentence of the paragraph that it signs.
    """
    plain = text.document.plain
    starts = [p.sentences[-1][0] if p.sentences else p.start for p in text.paragraphs]
    lines = [plain[start : p.end].strip() for p, start in zip(text.paragraphs, starts, strict=True)]
    for number, (paragraph, start, line) in enumerate(zip(text.paragraphs, starts, lines, strict=True)):
        signed = paragraph if start > paragraph.start else text.paragraphs[number - 1] if number else None
        if signed is None or signed.set_apart >= 0 or signed.quoted or lines.count(line) < _AGAIN or "," not in line:
            continue
        source = _signature(text, start, paragraph.end, dashed=False)
        office = any(t.low in words_of("office") for s, _ in text.within(start, paragraph.end) for t in s.tokens)
        if source and office and (signed is paragraph or line != lines[number - 1]):
            found.by_start[signed.start] = source
            found.pulled.add(signed.start)
            found.lines.update(first for first, _ in paragraph.sentences if first >= start)


_AGAIN = 2  # times that a credit line stands in a text before it is taken for one


def _sign_block(text: Text, block: list[Paragraph], following: Paragraph | None, found: Signatures) -> None:
    """The signature of a block quotation: its last sentence or line, or the line behind it."""
    last = block[-1].sentences[-1:] if len(block) > 1 or len(block[-1].sentences) > 1 else ()
    for start, end in last:
        source = _signature(text, start, end, dashed=False)
        if source:
            found.lines.add(start)
            found.by_start.update((p.start, source) for p in block)
            return
    source = _signature(text, following.start, following.end, dashed=True) if following else None
    if following and source:
        found.lines.update(start for start, _ in following.sentences)
        found.by_start.update((p.start, source) for p in block)


def is_all_quoted(text: Text, paragraph: Paragraph) -> bool:
    """True for a paragraph that holds nothing but quotations, and signs around them."""
    at = paragraph.start
    outside = list[str]()
    for quotation in paragraph.quoted:
        if quotation.depth == 0:
            outside.append(text.document.plain[at : quotation.start])
            at = quotation.end
    outside.append(text.document.plain[at : paragraph.end])
    return at > paragraph.start and not any(character.isalnum() for piece in outside for character in piece)


def _signature(text: Text, start: int, end: int, *, dashed: bool) -> Span | None:
    """The words of a signature in a stretch; None where it tells anything else.

    Args:
        text: the analysed text.
        start: first place of the stretch; a dash that opened it as an item of a list may stand before it.
        end: behind its last place.
        dashed: it takes a dash or brackets in front.
    """
    plain = text.document.plain
    line = max(plain.rfind("\n", 0, start), plain.rfind("\r", 0, start)) + 1
    opening = _DASHES.match(plain, start, end)
    has_dash = bool(opening) or bool(plain[line:start].strip() and _DASHES.fullmatch(plain, line, start))
    if (dashed and not has_dash) or (not has_dash and plain[start:end].rstrip().endswith((".", "!", "?"))):
        return None
    first = opening.end() if opening else start
    tokens = [
        t for sentence, _ in text.within(start, end) for t in sentence.tokens if first <= t.start < end and t.is_word
    ]
    if not tokens or len(tokens) > _WORDS or any(t.form == "Fin" and t.text[0].islower() for t in tokens):
        return None
    names = [m for m in text.names.within(first, end) if m.kind != "place"]
    office = any(t.low in words_of("office") for t in tokens)
    if not (names and names[0].passage.start <= tokens[min(3, len(tokens) - 1)].start) and not (office and has_dash):
        return None
    stop = _HANDLE.search(plain, tokens[0].end, end)
    until = first + len(plain[first : stop.start()].rstrip()) if stop else tokens[-1].end
    return (tokens[0].start, max(until, tokens[0].end))
