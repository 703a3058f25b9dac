"""One remark in several accounts: the same words quoted, two wordings of them, or the same words given to two people."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from zopa.accounts.findings import build_finding, independence
from zopa.accounts.items import generic_stems, is_content, one_story, stem
from zopa.accounts.stars import Edge, StarNode, find_stars
from zopa.accounts.tellings import days_differ, days_of, is_thought
from zopa.text.dates import find_dates
from zopa.text.lexicon import words_of
from zopa.text.spellings import is_one_person

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from collections.abc import Set as AbstractSet

    from zopa.accounts.items import Item
    from zopa.accounts.stories import Stories
    from zopa.accounts.types import Finding
    from zopa.sources import Document, Passage

_TOKEN = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_QUOTED = re.compile(r"“[^“”]*(?:”|$)|\"[^\"]*(?:\"|$)|«[^»]*(?:»|$)|‘[^‘’]{3,}’(?!\w)")
_OPENING = '“"«‘'
_NEAR = 16  # characters before a run in which a word of denial belongs to it
_NOT = ("n't", "n’t")
_RUN = 3  # content words in a row that two passages share for one remark
_OWN_RUN = 5  # the same where neither account gives them to anybody
_QUOTED_RUN = 2  # the same where both accounts set them in quotation marks
_BOTH = 2
_WIDE = 5  # words in common that make two wordings one remark, in whatever order
_WORDING = (0.6, 0.5)  # and their share of the shorter one: where nothing is quoted, where something is
_LEAST = 2  # words of a run, those of any account of any talks left out, where one account quotes; one more where neither does
_ONE_QUOTE = 0.9  # the same of one quotation given to two people
_QUOTE = 4  # content words that make a quotation unlikely to be said twice


@dataclass(frozen=True, slots=True)
class WordingWord:
    """A content word of a passage: its stem, where it stands, whether in quotation marks."""

    stem: str
    start: int
    end: int
    quoted: bool


@dataclass(frozen=True, slots=True)
class Remark:
    """A statement with its content words in order, their places by stem, and where it denies something."""

    item: Item
    words: tuple[WordingWord, ...]
    places: dict[str, list[int]]
    denials: tuple[int, ...]


def compare_wordings(
    documents: Sequence[Document],
    items: Sequence[Sequence[Item]],
    people: AbstractSet[str],
    stories: Stories,
) -> list[Finding]:
    """Remarks that two accounts or more carry in the same or nearly the same words, and quotations given to two people.

    `people` are the names of those who are persons: a body and whoever speaks for it are no two speakers. Documents that
    have no name in common are held against each other only where a whole quotation is the same.
    """
    remarks = [build_remark(i) for own in items for i in own if i.statement.within is None]
    by_id = {document.id: document for document in documents}
    shared: list[_Shared] = []
    two: list[_Shared] = []
    said: dict[str, frozenset[str]] = {}

    def days_of(remark: Remark) -> frozenset[str]:
        statement = remark.item.statement
        if statement.id not in said:
            said[statement.id] = said_on(by_id[statement.source], remark.item)
        return said[statement.id]

    for a, b in _candidates(remarks, stories):
        run = longest_run(a, b) if one_story(a.item, b.item) else None
        if run is None:
            continue
        if _speakers(a.item, b.item) == "two":
            if _two_speakers(a, b, run, people) and not stories.apart(a.item, b.item):
                two.append(_Shared(a, b, run))
        elif a.item.group != b.item.group and is_one_remark(a, b, run) and not days_differ(days_of(a), days_of(b)):
            shared.append(_Shared(a, b, run))
    return [*map(_disputed, _groups(two)), *map(_finding, _groups(shared))]


@dataclass(frozen=True, slots=True)
class WordingRun:
    """Content words that two remarks share in a row: their first places and how many."""

    first: int
    second: int
    length: int


@dataclass(frozen=True, slots=True)
class _Shared:
    a: Remark
    b: Remark
    run: WordingRun


def build_remark(item: Item) -> Remark:
    """A statement made ready to be held against others."""
    words, places = content_words(item), dict[str, list[int]]()
    for k, word in enumerate(words):
        places.setdefault(word.stem, []).append(k)
    text = item.statement.passage.text
    denials = [
        m.start()
        for m in _TOKEN.finditer(text)
        if m.group().lower() in words_of("negation") or m.group().lower().endswith(_NOT)
    ]
    return Remark(item, words, places, tuple(denials))


def content_words(item: Item) -> tuple[WordingWord, ...]:
    """The content words of a statement's sentence, in order; names left out, numbers kept."""
    passage = item.statement.passage
    text = passage.text
    quoted = _quoted(text)
    words: list[WordingWord] = []
    for m in _TOKEN.finditer(text):
        token = m.group()
        small = token.islower() or token.isdigit() or _opens(text, m.start())
        if small and (is_content(token) or token.isdigit()):
            words.append(WordingWord(stem(token), m.start(), m.end(), any(s <= m.start() < e for s, e in quoted)))
    return tuple(words)


def _opens(text: str, at: int) -> bool:
    """True for the first word of a sentence or quotation, whose capital tells nothing."""
    before = text[:at].rstrip()
    return not before or before[-1] in _OPENING or before[-1] in ".:!?"


@lru_cache(maxsize=16_384)
def _quoted(text: str) -> tuple[tuple[int, int], ...]:
    return tuple((m.start(), m.end()) for m in _QUOTED.finditer(text))


def _candidates(remarks: Sequence[Remark], stories: Stories) -> Iterator[tuple[Remark, Remark]]:
    """Pairs of different documents with two content words in a row, or all that is quoted, in common; each once."""
    index: dict[tuple[str, ...], list[int]] = defaultdict(list)
    whole: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for number, remark in enumerate(remarks):
        near: set[int] = set()
        stems = [word.stem for word in remark.words]
        for key in set(pairwise(stems)):
            near.update(index[key])
            index[key].append(number)
        near = {other for other in near if stories.one(remarks[other].item, remark.item)}
        quoted = tuple(word.stem for word in remark.words if word.quoted)
        if len(quoted) >= _QUOTE:
            near.update(whole[quoted])
            whole[quoted].append(number)
        for other in sorted(near):
            if remarks[other].item.order != remark.item.order:
                yield remarks[other], remark


def longest_run(a: Remark, b: Remark) -> WordingRun | None:
    """The longest run of content words that two remarks share; None below two words."""
    best = WordingRun(0, 0, 0)
    lengths: dict[int, int] = {}
    for i, word in enumerate(a.words):
        here = {k: lengths.get(k - 1, 0) + 1 for k in b.places.get(word.stem, ())}
        for k, length in here.items():
            if length > best.length:
                best = WordingRun(i - length + 1, k - length + 1, length)
        lengths = here
    return best if best.length >= _QUOTED_RUN else None


def is_one_remark(a: Remark, b: Remark, run: WordingRun) -> bool:
    """True where the words in common are enough for one remark: more are needed where less is in quotation marks."""
    one, two = _words_of(a, run.first, run), _words_of(b, run.second, run)
    telling = {word.stem for word in one if not word.stem.isdigit()} - generic_stems()
    quoted = all(w.quoted for w in one) + all(w.quoted for w in two)
    sure = all(r.item.factual and not is_thought(r.item) for r in (a, b)) or _speakers(a.item, b.item) == "one"
    if not telling or (not quoted and not sure):
        return False
    known = _speakers(a.item, b.item) == "one"
    if run.length < _RUN and not (_is_whole_quote(a, one) or _is_whole_quote(b, two)):
        return False  # "take place" inside two remarks
    if known and _wide(a, b):
        return _denied(a, one) == _denied(b, two)
    if _quoted_in_both(one, two, _QUOTED_RUN if known else _RUN):
        return _denied(a, one) == _denied(b, two)
    said = sum(r.item.statement.form != "own-voice" for r in (a, b))
    least = {2: _QUOTED_RUN if known else _RUN, 1: _RUN, 0: _RUN + 1 if said else _OWN_RUN}[quoted] + (
        not known and quoted < _BOTH
    )
    enough = run.length >= least and len(telling) >= (_LEAST + 2 - quoted if quoted < _BOTH else 1)
    return enough and _denied(a, one) == _denied(b, two)


def _is_whole_quote(remark: Remark, words: Sequence[WordingWord]) -> bool:
    """True where the words are all that stands in one pair of quotation marks ("a paltry gesture")."""
    for start, end in _quoted(remark.item.statement.passage.text):
        if start <= words[0].start and words[-1].end <= end:
            return sum(start <= w.start < end for w in remark.words) == len(words)
    return False


def _quoted_in_both(one: Sequence[WordingWord], two: Sequence[WordingWord], least: int) -> bool:
    """True where so many words in a row stand in quotation marks in both, one of them telling, as one remark needs."""
    run: list[str] = []
    for x, y in zip(one, two, strict=True):
        run = [*run, x.stem] if x.quoted and y.quoted else []
        if len(run) >= least and set(run) - generic_stems():
            return True
    return False


def _wide(a: Remark, b: Remark) -> bool:
    """True where so many words are common that one remark stands behind both, in whatever order."""
    if len(a.places.keys() & b.places.keys()) < _WIDE:
        return False
    one, two = (r.places.keys() - generic_stems() for r in (a, b))
    common = one & two
    quoted = any(w.quoted for r in (a, b) for w in r.words)
    return len(common) >= _WIDE and len(common) >= _WORDING[quoted] * min(len(one), len(two))


def _words_of(remark: Remark, first: int, run: WordingRun) -> tuple[WordingWord, ...]:
    return remark.words[first : first + run.length]


def _denied(remark: Remark, words: Sequence[WordingWord]) -> int:
    """Words of denial in the run and just before it."""
    return sum(words[0].start - _NEAR <= at < words[-1].end for at in remark.denials)


def _speakers(a: Item, b: Item) -> str:
    """ "one", "two" or "unknown", by the speakers' names and sides."""
    one, two = a.statement.speaker, b.statement.speaker
    if one is None or two is None or one.anonymous or two.anonymous:
        return "unknown"
    names = [{s.name.split()[-1], *s.parties, *([s.party] if s.party else [])} for s in (one, two)]
    if names[0] & names[1] or {one.name, *a.statement.also_said_by} & {two.name, *b.statement.also_said_by}:
        return "one"
    if is_one_person(one.name, two.name):
        return "one"
    return "two"


def _two_speakers(a: Remark, b: Remark, run: WordingRun, people: AbstractSet[str]) -> bool:
    """True for one quotation given to two people; False where either is no person, or the words may well be said twice."""
    statements = [r.item.statement for r in (a, b)]
    if any(s.speaker is None or s.speaker.name not in people or s.form != "quotation" for s in statements):
        return False
    names = [s.speaker.name for s in statements if s.speaker is not None]
    if is_one_person(*names):
        return False
    one, two = (name.split()[-1] for name in names)
    if one in statements[1].passage.text or two in statements[0].passage.text:
        return False  # both are named there: which of them speaks was read in two ways
    shorter = min(sum(w.quoted for w in r.words) for r in (a, b))
    return run.length >= max(_QUOTE, _ONE_QUOTE * shorter)


def _disputed(group: list[_Shared]) -> Finding:
    remarks = sorted({r.item.statement.id: r for s in group for r in (s.a, s.b)}.values(), key=lambda r: r.item.order)
    spoken = [(r.item.statement.passage, s) for r in remarks if (s := r.item.statement.speaker) is not None]
    names = " against ".join(f"“{name}”" for name in dict.fromkeys(s.name for _, s in spoken))
    marked = [
        type(p)(p.source, s.start, s.end, p.text[s.start - p.start : s.end - p.start])
        for p, s in spoken
        if p.start <= s.start < s.end <= p.end
    ]
    about = " ".join(remarks[0].item.statement.said.split()[:12])
    why = f"They give the same words to two people ({names})."
    return build_finding("contradicted", "speaker", about, why, [r.item for r in remarks], marked=marked)


def said_on(document: Document, item: Item) -> frozenset[str]:
    """The days that the words around a remark give, not those inside it."""
    statement = item.statement
    refs = find_dates(document, statement.passage.start, statement.passage.end)
    outside = [r for r in refs if not any(c.start <= r.passage.start < c.end for c in statement.content)]
    return days_of(outside)


def _groups(shared: Sequence[_Shared]) -> Iterator[list[_Shared]]:
    """Groups around one remark each, with one remark of each other document."""
    edges = [Edge(_node(s.a), _node(s.b), s.run.length, s) for s in shared]
    return ([edge.what for edge in star] for star in find_stars(edges, _overlap))


def _node(remark: Remark) -> StarNode:
    statement = remark.item.statement
    return StarNode(statement.id, remark.item.group, statement.passage.start)


def _overlap(centre: StarNode, one: Edge[_Shared], two: Edge[_Shared]) -> bool:
    """True where two remarks share words with the same words of the remark between them."""
    return bool(_part(centre, one.what) & _part(centre, two.what))


def _part(centre: StarNode, shared: _Shared) -> frozenset[int]:
    first = shared.run.first if shared.a.item.statement.id == centre.key else shared.run.second
    return frozenset(range(first, first + shared.run.length))


def _finding(group: list[_Shared]) -> Finding:
    remarks = {r.item.statement.id: r for s in group for r in (s.a, s.b)}
    chosen = sorted(remarks.values(), key=lambda r: (r.item.order, r.item.statement.passage.start))
    run = max(group, key=lambda s: s.run.length)
    words = _span(run.a, _words_of(run.a, run.run.first, run.run))
    marked = [_span(s.a, _words_of(s.a, s.run.first, s.run)) for s in group[:1]]
    marked += [_span(s.b, _words_of(s.b, s.run.second, s.run)) for s in group]
    about = " ".join(words.text.split())
    items = [r.item for r in chosen]
    speakers = [r.item.statement.speaker for r in chosen if r.item.statement.speaker]
    if not speakers:
        why = f"Both report it; {independence(items)}."
        return build_finding("corroborated", "act", about, why, items, marked=marked)
    one = all(_speakers(x, y) == "one" for x in items for y in items)
    if one:
        about = f"{speakers[0].name}: “{about}”"
    of = (
        f"of {speakers[0].name}; it goes back to one originator, the speaker"
        if one
        else f"(“{words.text}”); {independence(items)}"
    )
    return build_finding("corroborated", "wording", about, f"They give one remark {of}.", items, marked=marked)


def _span(remark: Remark, words: Sequence[WordingWord]) -> Passage:
    passage = remark.item.statement.passage
    start, end = words[0].start, words[-1].end
    return type(passage)(passage.source, passage.start + start, passage.start + end, passage.text[start:end])
