"""Words of a sentence as the tagger and the lexicon see them, and the sentence as a tree of them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection


@dataclass(slots=True, unsafe_hash=True)  # as for `tokens.Token`
class TaggedToken:
    """One word or mark.

    Attributes:
        start, end: in the text as read.
        text, low: as written, and in lower case with plain apostrophes.
        lemma: base form in lower case; a name keeps its own.
        tag: universal part of speech (NOUN, PROPN, VERB, AUX, ...).
        form: Fin, Inf, Part, Ger for verbs and auxiliaries, else "".
        tense: Past, Pres or "".
        head: place of the governing word in the sentence, -1 for the root.
        relation: universal dependency relation to it.
    """

    start: int
    end: int
    text: str
    low: str
    lemma: str
    tag: str
    form: str
    tense: str
    head: int
    relation: str

    @property
    def is_word(self) -> bool:
        """False for punctuation and symbols."""
        return self.text[0].isalnum()


@dataclass(frozen=True)
class Sentence:
    """A sentence: its span in the text as read, its words as a tree, the paragraph it stands in.

    `quote` gives for each word the number of the outer quotation of the text that it stands in, or -1; `kind` is "sentence", "heading",
    "item", "caption", "dateline" or "notice".
    """

    start: int
    end: int
    tokens: tuple[TaggedToken, ...]
    quote: tuple[int, ...]
    paragraph: int
    kind: str = "sentence"

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """The words that hang on each word, in order."""
        below: list[list[int]] = [[] for _ in self.tokens]
        for at, token in enumerate(self.tokens):
            if token.head >= 0:
                below[token.head].append(at)
        return tuple(tuple(found) for found in below)

    def under(self, at: int, *relations: str) -> list[int]:
        """Words that hang on word `at` by one of the relations ("nsubj" stands for "nsubj:pass" too), in order."""
        found: list[int] = []
        for k in self.children[at]:
            relation = self.tokens[k].relation  # as `_is`, without a call: asked some hundred times a sentence
            if relation in relations or (":" in relation and relation.partition(":")[0] in relations):
                found.append(k)
        return found

    def behind(self, noun: int, prepositions: Collection[str]) -> list[int]:
        """Phrases that hang on a noun behind one of the prepositions ("of Peru" behind "the demand"), by their heads in order."""
        return [
            k
            for k in self.under(noun, "nmod")
            if any(self.tokens[c].low in prepositions for c in self.under(k, "case"))
        ]

    def tree(self, at: int, without: tuple[str, ...] = ()) -> list[int]:
        """Word `at` and all below it, in order; branches by one of the relations `without` are left out (not that of `at`)."""
        found, todo = [at], [at]
        while todo:
            for k in self.children[todo.pop()]:
                if not _is(self.tokens[k].relation, without):
                    found.append(k)
                    todo.append(k)
        return sorted(found)

    def together(self, at: int) -> list[int]:
        """Word `at` and the words coordinated with it ("X, Y and Z" from X), in order."""
        found = [at]
        for k in self.under(at, "conj"):
            found.extend(self.together(k))
        return sorted(found)

    def above(self, at: int) -> list[int]:
        """The words that govern word `at`, the nearest first."""
        found: list[int] = []
        while (at := self.tokens[at].head) >= 0:
            found.append(at)
        return found


def _is(relation: str, relations: tuple[str, ...]) -> bool:
    return relation in relations or (":" in relation and relation.partition(":")[0] in relations)
