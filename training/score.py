"""How well the shipped table reads trees that it has not seen: tags, finite verbs, heads of subjects and objects."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from training.trees import read_trees
from zopa.text.annotate import tag_sentences

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from training.trees import Tree
    from zopa.text.tagged import Sentence

Pair = tuple[int, int]
_OPEN_CLASS = frozenset({"punct"})


@dataclass(frozen=True)
class Score:
    """One measure: how many are right, found and wanted."""

    name: str
    right: int
    found: int
    wanted: int

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; for tags, where all three agree but for the cutting of words, near accuracy."""
        return 2 * self.right / (self.found + self.wanted) if self.found + self.wanted else 0.0


def score_file(path: Path) -> list[Score]:
    """The scores of all sentences of a file, each read from its plain text; words are compared by their place."""
    names = ("upos", "upos and verb form", "finite verbs", "subjects", "objects", "heads")
    totals = {name: [0, 0, 0] for name in names}
    trees = list(read_trees(path))
    sentences = tag_sentences_of(trees)
    for tree, sentence in zip(trees, sentences, strict=True):
        for name, gold, found in zip(names, _gold(tree), _found(sentence), strict=True):
            total = totals[name]
            total[0] += len(gold & found)
            total[1] += len(found)
            total[2] += len(gold)
    return [Score(name, *total) for name, total in totals.items()]


def tag_sentences_of(trees: list[Tree]) -> list[Sentence]:
    """Each tree's text as one sentence."""
    text, spans = "", []
    for number, tree in enumerate(trees):
        spans.append((number, len(text), len(text) + len(tree.text)))
        text += tree.text + "\n"
    found = {s.paragraph: s for s in tag_sentences(text, spans)}
    return [found[number] for number in range(len(trees))]


def _gold(tree: Tree) -> tuple[set[object], ...]:
    places = tree.places
    tags = {(p, t.split("-")[0]) for p, t in zip(places, tree.tags, strict=True)}
    forms = {(p, "-".join(t.split("-")[:2])) for p, t in zip(places, tree.tags, strict=True)}
    finite = {p for p, t in zip(places, tree.tags, strict=True) if "-Fin" in t}
    subjects: set[object] = set()
    objects: set[object] = set()
    children: dict[int, list[int]] = {}
    for n, head in enumerate(tree.heads):
        children.setdefault(head - 1, []).append(n)

    def together(n: int) -> Iterable[int]:
        yield n
        for k in children.get(n, []):
            if tree.relations[k] == "conj":
                yield from together(k)

    for n, (head, relation) in enumerate(zip(tree.heads, tree.relations, strict=True)):
        if head == 0 or relation.split(":")[0] not in {"nsubj", "obj"}:
            continue
        governor = head - 1
        helpers = [k for k in children.get(governor, []) if tree.relations[k].split(":")[0] in {"aux", "cop"}]
        if not any("-Fin" in tree.tags[k] for k in [governor, *helpers]):
            continue
        to = subjects if relation.startswith("nsubj") else objects
        to.update((places[governor], places[k]) for k in together(n))
    heads = {
        (p, places[h - 1] if h else None)
        for p, h, r in zip(places, tree.heads, tree.relations, strict=True)
        if r not in _OPEN_CLASS
    }
    return tags, forms, finite, subjects, objects, heads


def _found(sentence: Sentence) -> tuple[set[object], ...]:
    tokens = sentence.tokens
    offset = sentence.start
    place = [(t.start - offset, t.end - offset) for t in tokens]
    tags = {(place[n], t.tag) for n, t in enumerate(tokens)}
    forms = {(place[n], f"{t.tag}-{t.form}" if t.form else t.tag) for n, t in enumerate(tokens)}
    finite = {place[n] for n, t in enumerate(tokens) if t.form == "Fin"}
    subjects: set[object] = set()
    objects: set[object] = set()
    for n, token in enumerate(tokens):
        relation = token.relation.split(":")[0]
        if token.head < 0 or relation not in {"nsubj", "obj"}:
            continue
        helpers = sentence.under(token.head, "aux", "cop")
        if not any(tokens[k].form == "Fin" for k in [token.head, *helpers]):
            continue
        to = subjects if relation == "nsubj" else objects
        to.update((place[token.head], place[k]) for k in sentence.together(n))
    heads = {
        (place[n], place[t.head] if t.head >= 0 else None)
        for n, t in enumerate(tokens)
        if t.relation not in _OPEN_CLASS
    }
    return tags, forms, finite, subjects, objects, heads


def render_scores(scores: list[Score]) -> str:
    """The scores as lines."""
    return "\n".join(f"{s.name:20} {s.f1:.4f}   right {s.right} found {s.found} wanted {s.wanted}" for s in scores)
