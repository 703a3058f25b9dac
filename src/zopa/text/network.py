"""The trained part of reading: from words to tags, heads and relations, for many sentences at once.

A small convolutional network (dilated convolutions over embeddings of word, affixes and shape; cf. Strubell et al. 2017, EMNLP) with
one output for tags and a biaffine one for heads and relations (Dozat & Manning 2017, ICLR). Its table is trained by `training` and holds
numbers and the list of known words only; this module multiplies matrices and knows no language.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from numpy.typing import NDArray

    Floats = NDArray[np.float32]
    Ints = NDArray[np.int32]

DILATIONS = (1, 1, 2, 4, 8)
TAG_LAYER = 3  # tags are read off behind this many convolutions
FEATURES = ("word", "suffix3", "suffix2", "prefix3", "shape")
_STEPS = (1, 2, 3, 4, 5, 7, 10, 15)  # lower ends of the classes of distance
N_DISTANCES = 2 * len(_STEPS) + 1  # both directions, and the root


@dataclass(frozen=True)
class TrainedTable:
    """What was learnt.

    Attributes:
        known: row of each known value, by feature; row 0 is for what is unknown, row 1 for padding.
        tags, relations: names in the order of the outputs.
        weights: arrays by name.
        origin: what the table was trained from, with licences and hashes.
    """

    known: dict[str, dict[str, int]]
    tags: tuple[str, ...]
    relations: tuple[str, ...]
    weights: dict[str, Any]
    origin: dict[str, Any]


@lru_cache(maxsize=4)
def read_table(path: Path) -> TrainedTable:
    """The table of a file; small integers come back as floats with the scale of their column."""
    with np.load(path, allow_pickle=False) as stored:
        facts = json.loads(bytes(stored["facts"]).decode("utf-8"))
        weights: dict[str, Any] = {}
        for name in stored.files:
            if name.startswith("w:"):
                weights[name[2:]] = stored[name].astype(np.float32) * stored[f"s:{name[2:]}"].astype(np.float32)
    known = {feature: {value: n + 2 for n, value in enumerate(values)} for feature, values in facts["known"].items()}
    return TrainedTable(known, tuple(facts["tags"]), tuple(facts["relations"]), weights, facts["origin"])


def features_of(form: str) -> tuple[str, str, str, str, str]:
    """Word in lower case with digits alike, last three and two letters, first three, and shape ("Xxx-", "dd")."""
    low = "".join("0" if c.isdigit() else c for c in form.lower().replace("’", "'"))
    shape = "".join(dict.fromkeys(_kind(c) for c in form[:1])) + "".join(dict.fromkeys(_kind(c) for c in form[1:]))
    return low, low[-3:], low[-2:], low[:3], f"{shape}{min(len(form), 4)}"


def _kind(character: str) -> str:
    if character.isdigit():
        return "d"
    if character.isupper():
        return "X"
    return "x" if character.isalpha() else character if character in ".'-’" else "p"


class Coder:
    """Numbers of the features of words, remembered for words seen before."""

    def __init__(self, table: TrainedTable) -> None:
        self._known = [table.known[feature] for feature in FEATURES]
        self._seen: dict[str, tuple[int, ...]] = {}

    def rows(self, form: str) -> tuple[int, ...]:
        """One row number for each feature; 0 where its value is unknown."""
        found = self._seen.get(form)
        if found is None:
            found = tuple(known.get(value, 0) for known, value in zip(self._known, features_of(form), strict=True))
            if len(self._seen) < 50_000:  # names of a hostile text must not fill the memory
                self._seen[form] = found
        return found


@lru_cache(maxsize=256)
def distances(length: int) -> Ints:
    """Class of distance from each word to each possible head (column 0: the root), shape (length, length + 1)."""
    place = np.arange(length)
    apart = place[None, :] - place[:, None]
    step = np.searchsorted(np.array(_STEPS), np.abs(apart), side="right") - 1
    step = np.where(apart < 0, step, step + len(_STEPS))
    step[apart == 0] = 0
    made = np.full((length, length + 1), N_DISTANCES - 1, dtype=np.int32)
    made[:, 1:] = step
    return made


def _norm(x: Floats, gain: Floats, shift: Floats) -> Floats:
    size = x.shape[-1]  # sums, since `mean` takes as long to check what it is given as to add it up
    centred = x - np.add.reduce(x, -1, keepdims=True) / size
    return centred / np.sqrt(np.add.reduce(centred * centred, -1, keepdims=True) / size + 1e-5) * gain + shift


def encode(w: dict[str, Any], ids: Ints, places: Ints, left: Ints) -> tuple[Floats, Floats]:
    """Scores of the tags, and vectors for heads and relations, of the words of several sentences in one row.

    Args:
        w: the weights.
        ids: rows of the features, shape (words, features).
        places: how many words of its sentence stand before each word, shape (words,).
        left: how many stand behind it.

    Returns:
        Arrays of shape (words, tags) and (words, size).
    """
    parts = [w[f"embed.{name}"][ids[:, n]] for n, name in enumerate(FEATURES)]
    h = _norm(np.maximum(np.concatenate(parts, -1) @ w["in.w"] + w["in.b"], 0), w["in.g"], w["in.s"])
    tags = h
    for n, step in enumerate(DILATIONS):
        z = np.maximum(_windows(h, step, places, left) @ w[f"conv{n}.w"] + w[f"conv{n}.b"], 0)
        h = _norm(h + z, w[f"conv{n}.g"], w[f"conv{n}.s"])
        if n + 1 == TAG_LAYER:
            tags = h @ w["tag.w"] + w["tag.b"]
            chance = np.exp(tags - tags.max(-1, keepdims=True))
            h = h + chance / chance.sum(-1, keepdims=True) @ w["mix.w"]
    return tags, h


def _windows(h: Floats, step: int, places: Ints, left: Ints) -> Floats:
    """Each word's vector between those `step` places before and behind it, zeros where its sentence has none there."""
    size = h.shape[1]
    made = np.zeros((len(h), 3 * size), h.dtype)
    (here,) = np.nonzero(places >= step)
    made[here, :size] = h[here - step]
    made[:, size : 2 * size] = h
    (here,) = np.nonzero(left >= step)
    made[here, 2 * size :] = h[here + step]
    return made


def score_heads(w: dict[str, Any], h: Floats, lengths: Sequence[int]) -> Iterator[Floats]:
    """For each sentence the score of each head (column 0: the root) for each word, shape (length, length + 1)."""
    dependent = np.maximum(h @ w["dep.w"] + w["dep.b"], 0)
    head = np.maximum(h @ w["head.w"] + w["head.b"], 0)
    asks, root = dependent @ w["arc.u"], np.maximum(w["root"], 0)[None, :]
    by_distance = dependent @ w["arc.p"].T  # (words, classes)
    start = 0
    for length in lengths:
        own = slice(start, start + length)
        heads = np.concatenate((root, head[own]))
        scores = asks[own] @ heads.T + heads @ w["arc.v"]
        scores += np.take_along_axis(by_distance[own], distances(length), -1)
        scores[np.arange(length), np.arange(length) + 1] = -1e9
        yield scores
        start += length


def score_relations(w: dict[str, Any], h: Floats, heads: Ints, apart: Ints) -> Floats:
    """Score of each relation of each word to its head.

    Args:
        w: the weights.
        h: of `encode`.
        heads: the row of each word's head, -1 for the root, shape (words,).
        apart: the class of distance to it, shape (words,).

    Returns:
        Shape (words, relations).
    """
    above = np.where(heads[:, None] < 0, np.float32(0), h[heads])
    hidden = np.maximum(h @ w["rel.d"] + above @ w["rel.h"] + w["rel.p"][apart] + w["rel.b"], 0)
    return hidden @ w["rel.w"] + w["rel.c"]


@dataclass(frozen=True, slots=True)
class Parsed:
    """Tags, heads (0-based, -1 for the root) and relations of one sentence's words."""

    tags: tuple[str, ...]
    heads: tuple[int, ...]
    relations: tuple[str, ...]


LONGEST = 256  # words; a longer sentence is parsed in pieces
_TOGETHER = 4096  # words that are parsed at once, as memory allows


def parse(table: TrainedTable, coder: Coder, sentences: Sequence[Sequence[str]]) -> list[Parsed]:
    """Tags, heads and relations of each sentence; an empty sentence gives an empty answer."""
    pieces = [forms[at : at + LONGEST] for forms in sentences for at in range(0, len(forms), LONGEST)]
    found: list[Parsed] = []
    batch: list[Sequence[str]] = []
    words = 0
    for piece in pieces:
        if words + len(piece) > _TOGETHER:
            found += _parse_batch(table, coder, batch)
            batch, words = [], 0
        batch.append(piece)
        words += len(piece)
    found += _parse_batch(table, coder, batch)
    parsed = iter(found)
    return [_joined([next(parsed) for _ in range(0, len(forms), LONGEST)]) for forms in sentences]


def _joined(pieces: list[Parsed]) -> Parsed:
    if len(pieces) == 1:
        return pieces[0]
    tags: list[str] = []
    heads: list[int] = []
    relations: list[str] = []
    for piece in pieces:
        heads.extend(h + len(tags) if h >= 0 else -1 for h in piece.heads)
        tags.extend(piece.tags)
        relations.extend(piece.relations)
    return Parsed(tuple(tags), tuple(heads), tuple(relations))


def _parse_batch(table: TrainedTable, coder: Coder, batch: Sequence[Sequence[str]]) -> list[Parsed]:
    """The trees of sentences of which none is empty."""
    if not batch:
        return []
    lengths = [len(forms) for forms in batch]
    starts = np.cumsum([0, *lengths], dtype=np.int32)
    ids = np.array([coder.rows(form) for forms in batch for form in forms], np.int32)
    places = np.concatenate([np.arange(length, dtype=np.int32) for length in lengths])
    tag_scores, h = encode(table.weights, ids, places, np.repeat(np.array(lengths, np.int32), lengths) - places - 1)
    tags: list[int] = tag_scores.argmax(-1).tolist()
    heads = [mend_tree(s, s.argmax(-1).astype(np.int32)) for s in score_heads(table.weights, h, lengths)]
    apart = np.concatenate([distances(len(own))[np.arange(len(own)), own] for own in heads])
    rows = np.concatenate([np.where(own > 0, own - 1 + start, -1) for own, start in zip(heads, starts, strict=False)])
    relations: list[int] = score_relations(table.weights, h, rows, apart).argmax(-1).tolist()
    return [
        Parsed(
            tuple(table.tags[k] for k in tags[start : start + len(own)]),
            tuple(k - 1 for k in own.tolist()),
            tuple(table.relations[k] for k in relations[start : start + len(own)]),
        )
        for own, start in zip(heads, starts.tolist(), strict=False)
    ]


def mend_tree(scores: Floats, heads: Ints) -> Ints:
    """The best heads that make one tree with one root; the given ones where they do already.

    The word that wants the root most keeps it; then each circle is opened at the word that loses least (Chu & Liu 1965 in its greedy
    form: not always the best tree, always a tree).

    Args:
        scores: shape (words, words + 1), column 0 the root.
        heads: shape (words,), the best head of each word, 0 for the root.
    """
    heads = heads.copy()
    roots = np.flatnonzero(heads == 0)
    if len(roots) != 1:
        root = (
            int((scores[:, 0] - scores[:, 1:].max(-1, initial=-1e9)).argmax())
            if len(roots) == 0
            else int(roots[scores[roots, 0].argmax()])
        )
        for word in roots:
            if word != root:
                heads[word] = int(scores[word, 1:].argmax()) + 1 if len(heads) > 1 else 0
        heads[root] = 0
    root = int(np.flatnonzero(heads == 0)[0])
    while True:
        circle = _circle(heads)
        if not circle:
            return heads
        outside = _below(heads, root)
        best: tuple[float, int, int] | None = None
        for word in circle:
            choices = scores[word, 1:].copy()
            choices[[k for k in range(len(heads)) if k not in outside]] = -np.inf
            to = int(choices.argmax())
            loss = float(scores[word, heads[word]] - choices[to])
            if best is None or loss < best[0]:
                best = (loss, word, to)
        assert best is not None
        heads[best[1]] = best[2] + 1


def _circle(heads: Ints) -> list[int]:
    """The words of one circle, [] where there is none."""
    state = [0] * len(heads)
    for start in range(len(heads)):
        path: list[int] = []
        word = start
        while word >= 0 and state[word] == 0:
            state[word] = 1
            path.append(word)
            word = int(heads[word]) - 1
        if word >= 0 and state[word] == 1:
            return path[path.index(word) :]
        for seen in path:
            state[seen] = 2
    return []


def _below(heads: Ints, root: int) -> set[int]:
    """The words that hang on the root, with it."""
    children: dict[int, list[int]] = {}
    for word, head in enumerate(heads):
        children.setdefault(int(head) - 1, []).append(word)
    found, todo = {root}, [root]
    while todo:
        for child in children.get(todo.pop(), []):
            if child not in found:
                found.add(child)
                todo.append(child)
    return found
