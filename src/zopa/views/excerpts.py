"""What a page quotes of a passage: its sentence where there is room, else a whole clause, else a stretch around the words that decide.

A clause is never cut before "not" or "but without ...": `zopa.statements.wholes` knows which stretches read by themselves.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from zopa.accounts.items import find_stems
from zopa.text.lexicon import words_of
from zopa.views.letters import balanced
from zopa.views.types import Piece

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from zopa.sources import Passage
    from zopa.statements import Statement
    from zopa.views.material import Material

_SENTENCE = 36  # words up to which a sentence is shown whole
_LONG = 600  # characters of a sentence that are looked at
_MOST = 26  # words of a whole clause that a line has room for


def find_sentence(material: Material, passage: Passage, home: Passage | None = None) -> Passage | None:
    """The sentence that holds a passage, as far as it lies within `home`; None where it is too long, and for a passage of several."""
    document = material.by_id[passage.source]
    spans = material.sentences.get(passage.source, ())
    at = bisect_right(spans, (passage.start, len(document.text))) - 1
    if at < 0 or spans[at][1] < passage.start + len(passage.text.rstrip()):
        return None
    start, end = spans[at]
    found = document.passage(max(start, home.start), min(end, home.end)) if home else document.passage(start, end)
    found = document.passage(found.start, found.start + len(found.text.rstrip(" ,;:.")))
    return found if len(found.text.split()) <= _SENTENCE else None


def sentence_key(material: Material, passage: Passage) -> tuple[str, int]:
    """The document and place of the sentence in which a passage begins, to tell whether two lines quote one sentence."""
    spans = material.sentences.get(passage.source, ())
    at = bisect_right(spans, (passage.start, len(material.by_id[passage.source].text))) - 1
    return passage.source, spans[at][0] if at >= 0 else passage.start


def _main_part(material: Material, words: Passage) -> Passage:
    """The longest part of a passage that lies in one sentence; the passage itself where no sentence is known."""
    document = material.by_id[words.source]
    parts = [(max(a, words.start), min(b, words.end)) for a, b in material.sentences.get(words.source, ())]
    longest = max(parts, key=lambda part: part[1] - part[0], default=(0, 0))
    return document.passage(*longest) if longest[0] < longest[1] else words


def find_whole(
    material: Material, source: str, words: tuple[int, int], home: tuple[int, int], most: int = _MOST
) -> Passage | None:
    """The longest stretch that reads by itself, holds `words`, lies within `home` has at most so many words; None for none."""
    spans = material.wholes.get(source, ())
    document = material.by_id[source]
    best: tuple[int, int] | None = None
    for start, end in spans[bisect_left(spans, (home[0], 0)) :]:
        if start > words[0]:
            break
        held = words[1] <= end <= home[1] and len(document.text[start:end].split()) <= most
        if held and (best is None or end - start > best[1] - best[0]):
            best = (start, end)
    return document.passage(*best) if best else None


def cut(material: Material, passage: Passage, size: int = 14, most: int = _MOST) -> Piece:
    """A passage as a quotation: the clause that holds it, else the first clause of it, else its first `size` words."""
    if (sentence := find_sentence(material, passage)) is not None:
        return Piece(_clean(sentence.text), (sentence,), "quote")
    if (opened := _opening(material, passage, at_pause=True)) is not None:
        return opened
    lead = len(passage.text) - len(passage.text.lstrip(" ,;:."))
    opening = _OPENER.match(passage.text, lead)
    lead = opening.end() if opening else lead
    start, end = passage.start + lead, passage.start + len(passage.text.rstrip(" ,;:."))
    found = find_whole(material, passage.source, (start, end), _around_it(material, passage), most)
    if found is None and len(passage.text.split()) > size:
        opening = passage.text[lead:].split()[: size // 2]
        found = find_whole(
            material, passage.source, (start, start + len(" ".join(opening))), (start, passage.end), most
        )
    if found is not None:
        inside = passage.start <= found.start and found.end <= passage.end
        return Piece(_clean(found.text), (passage if inside else found,), "quote")
    if (opened := _opening(material, passage, at_pause=False)) is not None:
        return opened
    if (whole := _from_its_beginning(material, passage, start, end)) is not None:
        return Piece(_clean(whole.text), (whole,), "quote")
    parts = passage.text[lead:].split()
    size = max(size, most) if len(parts) <= most else size
    shown = " ".join(parts[:size]).rstrip(" ,;:.") + (" …" if len(parts) > size else "")
    return Piece(balanced(shown), (passage,), "quote")


def _opening(material: Material, passage: Passage, *, at_pause: bool) -> Piece | None:
    """A long sentence from its beginning, within `_SENTENCE` words: up to its last pause behind the passage, else cut at a word.

    None where the passage does not end within so many words, and with `at_pause` where no pause follows it.
    """
    source, start = sentence_key(material, passage)
    text = material.by_id[source].text[start : start + _LONG]
    words = list(re.finditer(r"\S+", text))[:_SENTENCE]
    behind = [m for m in words if start + m.end() >= passage.start + len(passage.text.rstrip(" ,;:."))]
    pauses = [m.end() for m in behind if m.group()[-1] in ",;:"]
    if len(words) < _SENTENCE or not behind or (at_pause and not pauses):
        return None
    while len(behind) > 1 and not pauses and _leads_on(text, behind[-1].span()):
        behind.pop()
    found = material.by_id[source].passage(start, start + (pauses[-1] if pauses else behind[-1].end()))
    return Piece(f"{_clean(found.text)} …", (found,), "quote")


def _from_its_beginning(material: Material, passage: Passage, start: int, end: int) -> Passage | None:
    """The sentence up to the end of a stretch that begins inside a phrase ("between UPS and | the Teamsters broke down"); else None."""
    document = material.by_id[passage.source]
    before = document.text[max(0, start - _LEAD) : start]
    last = re.search(r"(\w+)\s+$", before)
    if last is None or last.group(1).lower() in _before_clause():
        return None
    opening = max(before.rfind(mark) for mark in (". ", "? ", "! ", "\n", "”", ": "))
    first = start - len(before) + opening + 1 if opening >= 0 else start
    whole = document.passage(first + len(document.text[first:start]) - len(document.text[first:start].lstrip()), end)
    return whole if opening >= 0 and len(whole.text.split()) <= _SENTENCE else None


@cache
def _before_clause() -> frozenset[str]:
    """Words behind which a clause begins: "said", "that", "while"."""
    names = ("subordinate", "condition", "relative", "said", "thinking", "gate_after")
    return frozenset(word for name in names for word in words_of(name))


_LEAD = 160  # characters in front of a stretch in which its sentence begins
_OPENER = re.compile(
    r"(?:[Tt]hat|[Aa]fter|[Aa]s|[Ww]hile|[Aa]nd|[Bb]ut) (?=(?:the |an? |its |their |his |her |no )?\w)"
)


def _around_it(material: Material, passage: Passage) -> tuple[int, int]:
    """The whole document: a clause never reaches out of its sentence."""
    return 0, len(material.by_id[passage.source].text)


def _clean(text: str) -> str:
    shown = balanced(" ".join(text.split()).strip(" ,;:—–."))
    inside = shown[1:-1]
    if shown[:1] in _OPEN and shown[-1:] in _SHUT and not set(inside) & {*_OPEN, *_SHUT}:
        return inside.strip(" ,;:—–.")  # all of it is quoted: the page has its own marks
    return shown


_OPEN, _SHUT = '“"«', '”"»'


def excerpt(passage: Passage, words: int = 22) -> Piece:
    """A quotation of a passage, cut behind `words` words; the whole passage opens."""
    text = " ".join(passage.text.split())
    parts = text.split(" ")
    shown = text if len(parts) <= words else " ".join(parts[:words]).rstrip(",;:") + " …"
    return Piece(shown, (passage,), "quote")


def around(
    material: Material, statement: Statement, words: Sequence[Passage], size: int = 12, common: Collection[str] = ()
) -> Piece:
    """The clause that holds the words that decide, else as much of the statement around them as makes `size` words, exactly as they stand.

    The words that decide are `words`; where none of them stands here, those whose stems are among `common`. The piece opens the whole
    passage of the statement.
    """
    home = statement.passage
    inside = [w for w in words if w.source == home.source and home.start <= w.start and w.end <= home.end]
    if not inside and statement.form == "quotation":
        return said_of(material, statement)
    inside = inside or _densest(material, statement, common, size)
    if not inside:
        piece = excerpt_of(statement, size)
        return replace(piece, text=piece.text.rstrip(" ,;:."))
    if statement.form == "quotation":  # words of whoever is quoted never run on into those of whoever reports them
        home = next((p for p in statement.content if p.start <= inside[0].start and inside[0].end <= p.end), home)
    document = material.by_id[home.source]
    words_ = _main_part(material, document.passage(min(w.start for w in inside), max(w.end for w in inside)))
    hull = (words_.start, words_.end)
    found = find_sentence(material, words_, None if home is statement.passage else home)
    if (
        found is None
        and statement.form != "quotation"
        and (opened := _opening(material, words_, at_pause=True)) is not None
    ):
        return replace(opened, passages=(statement.passage,))
    found = found or find_whole(material, statement.source, hull, (home.start, home.end), _SENTENCE)
    if found is not None:
        return Piece(_clean(found.text), (statement.passage,), "quote")
    if (opened := _up_to(material, home, words_)) is not None:
        return Piece(f"{_clean(opened.text)} …", (statement.passage,), "quote")
    return Piece(
        _window(home.text, max(0, words_.start - home.start), words_.end - home.start, size),
        (statement.passage,),
        "quote",
    )


def _up_to(material: Material, home: Passage, words: Passage) -> Passage | None:
    """A sentence, as far as it lies in `home`, from its beginning up to words that decide; None where that is too long."""
    start = max(home.start, sentence_key(material, words)[1])
    text = material.by_id[home.source].text[start : home.end]
    tokens = list(re.finditer(r"\S+", text))
    last = next((k for k, m in enumerate(tokens) if start + m.end() >= words.end), len(tokens) - 1)
    while last + 1 < len(tokens) and _leads_on(text, tokens[last].span()):
        last += 1
    if last >= _SENTENCE or start > words.start or not tokens:
        return None
    return material.by_id[home.source].passage(start, start + len(text[: tokens[last].end()].rstrip(" ,;:.—–")))


def _window(text: str, start: int, end: int, size: int) -> str:
    """The words between two places with as much around them as makes `size` words, never ending on a word that leads on."""
    tokens = [(m.start(), m.end()) for m in re.finditer(r"\S+", text)]
    first = next(i for i, token in enumerate(tokens) if token[1] > start)
    last = next((i for i, token in enumerate(tokens) if token[1] >= end), len(tokens) - 1)
    long = last - first + 1 > 2 * size
    last = first + 2 * size - 1 if long else last
    while last - first + 1 < size:
        grown = False
        if last + 1 < len(tokens) and not _border(text, tokens[last][1] - 1) and not _links(text, tokens[last + 1]):
            last, grown = last + 1, True
        if (
            last - first + 1 < size
            and first > 0
            and not _border(text, tokens[first - 1][1] - 1)
            and not _links(text, tokens[first - 1])
            and text[slice(*tokens[first - 1])].lower() != "that"  # what was said begins behind it
        ):
            first, grown = first - 1, True
        if not grown:
            break
    # A cut never ends on a word that leads on: it takes what follows, or gives the word up.
    while last + 1 < len(tokens) and _leads_on(text, tokens[last]) and last - first < size + 4:
        last += 1
    while last > first and _leads_on(text, tokens[last]) and tokens[last][0] >= end:
        last -= 1
    while first < last and tokens[first][1] < start and text[slice(*tokens[first])].lower() in _LINKS:
        first += 1
    shown = " ".join(text[tokens[first][0] : tokens[last][1]].split())
    return balanced(shown.strip(" ,;:—–.")) + (" …" if long else "")


def _densest(material: Material, statement: Statement, common: Collection[str], size: int) -> list[Passage]:
    """The shortest stretch of at most `size` words in which most of the `common` stems stand, or nothing."""
    home = statement.passage
    tokens = [(m.start(), m.end(), find_stems(m.group()) & set(common)) for m in re.finditer(r"\S+", home.text)]
    best: tuple[int, int, tuple[int, int]] = (0, 0, (0, 0))
    for first, (start, _, stems) in enumerate(tokens):
        held: set[str] = set()
        for last in range(first, min(first + size, len(tokens))) if stems else ():
            held |= tokens[last][2]
            if tokens[last][2]:
                best = max(best, (len(held), first - last, (start, tokens[last][1])), key=lambda found: found[:2])
    if not best[0]:
        return []
    return [material.by_id[home.source].passage(home.start + best[2][0], home.start + best[2][1])]


_LINKS = frozenset("and but where which that who while with for of as to so or by in on".split())


_LEADING = frozenset(
    "to from of the a an and or on in with by for at its their than new that".split()
    + "be been is are was were has have had will would not".split()
)


def _leads_on(text: str, token: tuple[int, int]) -> bool:
    """True for a word that is nothing without the next one, and for any in front of a number ("no later than March | 4")."""
    return text[slice(*token)].lower() in _LEADING or bool(re.match(r"\s\d", text[token[1] :]))


def _links(text: str, token: tuple[int, int]) -> bool:
    """True for a word that begins another clause."""
    return text[slice(*token)].lower() in {"but", "and", "while", "where", "which", "who", "because", "although"}


def _border(text: str, at: int) -> bool:
    """True at a character that ends a clause."""
    return text[at] in ",;:—–" or (text[at] in '.!?”"' and at + 1 == len(text))


def said_of(material: Material, statement: Statement, most: int = _SENTENCE) -> Piece:
    """What is said, whole where it has at most `most` words, else the longest clause from its beginning, else its first words."""
    part = max(statement.content, key=lambda p: len(p.text))
    if len(part.text.split()) <= most:
        return Piece(_clean(part.text), (statement.passage,), "quote")
    found = find_whole(material, part.source, (part.start, part.start + 1), (part.start, part.end), most)
    if found is not None:
        return Piece(_clean(found.text), (statement.passage,), "quote")
    return excerpt_of(statement, most)


def excerpt_of(statement: Statement, size: int = 16) -> Piece:
    """The first `size` words of what is said."""
    text = " ".join(statement.content[0].text.split())
    parts = text.split(" ")
    shown = text if len(parts) <= size else " ".join(parts[:size]).rstrip(",;:") + " …"
    return Piece(balanced(shown), (statement.passage,), "quote")
