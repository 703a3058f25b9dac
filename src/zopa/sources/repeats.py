"""A body that stands twice in one document: the first is analysed, the second is marked."""

from __future__ import annotations

import re
from dataclasses import dataclass

from zopa.sources.reasons import REPEATS
from zopa.sources.types import Mark
from zopa.sources.words import Words, split_words

MIN_REPEAT_WORDS = 60
"""A shorter repetition is a refrain, a pull quote or a caption and is left alone."""
_SHINGLE_WORDS = 8
_MAX_GAP_WORDS = 40  # between two stretches of one repeated body: a line that one copy has and the other has not
_PIECE_END = re.compile(r"(?<![.!?…])[.!?…]+[\"'”’»)\]]*(?=\s)|[\r\n]+|\Z")


@dataclass(slots=True)
class _Run:
    """Words `later` to ``later + size`` that also stand at `earlier`."""

    later: int
    earlier: int
    size: int


def find_repeats(text: str) -> tuple[Mark, ...]:
    """Marks on the sentences and lines that repeat a long earlier stretch word by word.

    Args:
        text: the text as read.

    Returns:
        Marks with the reason ``repeats: START-END`` (the earlier span). Only whole sentences and lines are marked, so
        what differs between two copies stays in the analysis. Empty where nothing of 60 words or more stands twice.
    """
    words = split_words(text)
    marks: list[Mark] = []
    for chain in _chain_runs(_find_runs(words.keys)):
        if sum(run.size for run in chain) >= MIN_REPEAT_WORDS:
            marks.extend(_mark_chain(text, words, chain))
    return tuple(marks)


def _find_runs(keys: tuple[str, ...]) -> list[_Run]:
    """Maximal stretches that stand earlier too, without overlap of the two, left to right."""
    first: dict[tuple[str, ...], int] = {}
    runs: list[_Run] = []
    at, indexed = 0, 0
    while at + _SHINGLE_WORDS <= len(keys):
        while indexed + _SHINGLE_WORDS <= at:
            first.setdefault(keys[indexed : indexed + _SHINGLE_WORDS], indexed)
            indexed += 1
        earlier = first.get(keys[at : at + _SHINGLE_WORDS])
        if earlier is None:
            at += 1
            continue
        size = _SHINGLE_WORDS
        while at + size < len(keys) and earlier + size < at and keys[at + size] == keys[earlier + size]:
            size += 1
        runs.append(_Run(at, earlier, size))
        at += size
    return runs


def _chain_runs(runs: list[_Run]) -> list[list[_Run]]:
    """Runs that follow each other closely in both copies, together."""
    chains: list[list[_Run]] = []
    for run in runs:
        last = chains[-1][-1] if chains else None
        if last is not None and _follows(last, run):
            chains[-1].append(run)
        else:
            chains.append([run])
    return chains


def _follows(last: _Run, run: _Run) -> bool:
    later_gap = run.later - last.later - last.size
    earlier_gap = run.earlier - last.earlier - last.size
    return later_gap <= _MAX_GAP_WORDS and -_SHINGLE_WORDS <= earlier_gap <= _MAX_GAP_WORDS


def _mark_chain(text: str, words: Words, chain: list[_Run]) -> list[Mark]:
    """One mark for each unbroken series of pieces all of whose words are repeated."""
    origin = {run.later + step: run.earlier + step for run in chain for step in range(run.size)}
    first, last = chain[0].later, chain[-1].later + chain[-1].size - 1
    spans: list[list[int]] = []  # start, end, first earlier word, last earlier word, index of the last later word
    for start, end, inside in _pieces(text, words, first, last):
        if not inside or any(word not in origin for word in inside):
            continue
        if spans and spans[-1][4] + 1 == inside[0]:
            spans[-1][1], spans[-1][3], spans[-1][4] = end, origin[inside[-1]], inside[-1]
        else:
            spans.append([start, end, origin[inside[0]], origin[inside[-1]], inside[-1]])
    return [
        Mark(start, end, f"{REPEATS}: {words.starts[low]}-{words.ends[high]}") for start, end, low, high, _ in spans
    ]


def _pieces(text: str, words: Words, first: int, last: int) -> list[tuple[int, int, list[int]]]:
    """Sentences and lines that hold the words `first` to `last`: start, end, the words in them."""
    start = max(text.rfind("\n", 0, words.starts[first]), text.rfind("\r", 0, words.starts[first])) + 1
    pieces: list[tuple[int, int, list[int]]] = []
    word = first
    while word > 0 and words.starts[word - 1] >= start:
        word -= 1
    for match in _PIECE_END.finditer(text, start):
        end = match.start() if match.group()[:1] in {"\r", "\n"} else match.end()
        inside: list[int] = []
        while word < len(words) and words.starts[word] < end:
            inside.append(word)
            word += 1
        raw = text[start:end]
        left = start + len(raw) - len(raw.lstrip())
        if raw.strip():
            pieces.append((left, start + len(raw.rstrip()), inside))
        start = match.end()
        if word > last:
            break
    return pieces
