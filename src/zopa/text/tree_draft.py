"""A tree of one sentence that is being mended: words, tags, heads and relations that rules may change."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from zopa.text.base_forms import base_form, known_that_verbs
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


@dataclass(slots=True)
class TreeDraft:
    """A tree that is being mended."""

    forms: list[str]
    lows: list[str]
    tags: list[str]
    heads: list[int]
    relations: list[str]

    def under(self, at: int, *relations: str) -> list[int]:
        """Words on `at` by one of the relations or their subtypes."""
        found: list[int] = []
        k = -1
        for _ in range(self.heads.count(at)):  # asked some hundred times a sentence
            k = self.heads.index(at, k + 1)
            relation = self.relations[k]
            if relation in relations or (":" in relation and relation.partition(":")[0] in relations):
                found.append(k)
        return found

    def doubles(self, relation: str) -> bool:
        """True where a word has two or more under it by a relation or its subtypes: asked once a sentence before each word is."""
        heads = [head for head, own in zip(self.heads, self.relations, strict=True) if is_kind(own, relation)]
        return len(heads) > len(set(heads))

    def says(self, at: int) -> bool:
        """True for a form of a verb that takes what is said or thought as a clause ("said that ...")."""
        if self.lows[at] in words_of("said"):
            return True
        return self.tags[at].startswith("VERB") and base_form(self.lows[at], "VERB", "Fin") in known_that_verbs()

    def is_finite(self, at: int) -> bool:
        """True for a predicate with a finite form of its own or of its auxiliary."""
        return "-Fin" in self.tags[at] or any("-Fin" in self.tags[k] for k in self.under(at, "aux", "cop"))

    def last_before(self, at: int, limit: int) -> int:
        """The last word below `at` that stands before `limit`."""
        return max((k for k in range(at, limit) if hangs(self, k, at)), default=at)

    def last_of(self, at: int) -> int:
        """The last word below `at`."""
        return max((k for k in range(at, len(self.heads)) if hangs(self, k, at)), default=at)


def is_kind(relation: str, wanted: str) -> bool:
    """True for the relation that is wanted or a subtype of it ("nsubj:pass" of "nsubj")."""
    return relation == wanted or (":" in relation and relation.partition(":")[0] == wanted)


def hangs(draft: TreeDraft, at: int, head: int) -> bool:
    """True where `at` is `head` or hangs below it."""
    for _ in draft.heads:
        if at == head:
            return True
        at = draft.heads[at]
        if at < 0:
            return False
    return False


def climb(draft: TreeDraft, at: int, goes_on: Callable[[int], bool]) -> int:
    """The word reached from `at` by going up as long as `goes_on` says so of where one stands; -1 above the root."""
    for _ in draft.heads:  # never more steps than words, whatever a rule made of the tree
        if at < 0 or not goes_on(at):
            return at
        at = draft.heads[at]
    return at


def is_tree(heads: Sequence[int]) -> bool:
    """True where every word hangs on the root in the end, and none on itself."""
    sound = [head < 0 for head in heads]
    for start in range(len(heads)):
        path: list[int] = []
        at = start
        while not sound[at]:
            if at in path:
                return False
            path.append(at)
            at = heads[at]
        for k in path:
            sound[k] = True
    return True


def words_below(draft: TreeDraft, at: int) -> list[int]:
    """The words below `at` and itself, marks left out."""
    return [k for k in range(len(draft.lows)) if hangs(draft, k, at) and draft.relations[k] != "punct"]
