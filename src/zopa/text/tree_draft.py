"""A tree of one sentence that is being mended: words, tags, heads and relations that rules may change."""

from __future__ import annotations

from dataclasses import dataclass

from zopa.text.base_forms import base_form, known_that_verbs
from zopa.text.lexicon import words_of


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
        if at not in self.heads:
            return []
        return [
            k
            for k, head in enumerate(self.heads)
            if head == at and (self.relations[k] in relations or self.relations[k].partition(":")[0] in relations)
        ]

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
        last, todo = at, [at]
        while todo:
            node = todo.pop()
            last = max(last, node)
            todo.extend(k for k, head in enumerate(self.heads) if head == node and k not in todo)
        return last


def hangs(draft: TreeDraft, at: int, head: int) -> bool:
    """True where `at` is `head` or hangs below it."""
    for _ in draft.heads:
        if at == head:
            return True
        at = draft.heads[at]
        if at < 0:
            return False
    return False


def words_below(draft: TreeDraft, at: int) -> list[int]:
    """The words below `at` and itself, marks left out."""
    return [k for k in range(len(draft.lows)) if hangs(draft, k, at) and draft.relations[k] != "punct"]
