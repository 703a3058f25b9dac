"""Which documents may tell of one story: those that name somebody or some place in common."""

from __future__ import annotations

from collections import defaultdict
from functools import lru_cache
from typing import TYPE_CHECKING

from zopa.accounts.items import is_content
from zopa.text.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from collections.abc import Set as AbstractSet

    from zopa.accounts.items import Item

_CLOSE = ((4, 0.25), (2, 0.6))  # names in common, and their share of the shorter account's
_FEW = 12  # documents that somebody put into one folder by hand; of more than these only those with a name in common are one story


class Stories:
    """Documents by what they name; `sides` are the parties of each document by its id."""

    def __init__(self, documents: Sequence[Sequence[Item]], sides: Mapping[str, AbstractSet[str]]) -> None:
        names = [_names(own, sides) for own in documents]
        index: dict[str, list[int]] = defaultdict(list)
        for order, named in enumerate(names):
            for name in named:
                index[name].append(order)
        every = frozenset(range(len(names)))
        few = len(names) <= _FEW
        self._named = names
        self._together: dict[tuple[int, int], bool] = {}  # by two documents
        self._related = [every if few else frozenset(o for name in named for o in index[name]) for named in names]
        self._sides = [
            frozenset(sides.get(own[0].statement.source, ())) if own else frozenset[str]() for own in documents
        ]

    def one(self, a: Item, b: Item) -> bool:
        """True where the documents of two statements name somebody or something in common."""
        return b.order in self._related[a.order]

    def close(self, a: Item, b: Item) -> bool:
        """True where the documents of two statements name so much in common that they tell of the same talks."""
        one, two = self._named[a.order], self._named[b.order]
        common, least = len(one & two), min(len(one), len(two))
        return any(common >= count and common >= share * least for count, share in _CLOSE)

    def together(self, a: Item, b: Item) -> bool:
        """True where the accounts of two statements are of the same talks: two sides, many names, or two of the sentences in common."""
        key = a.order, b.order
        if key not in self._together:
            self._together[key] = len(self.common_sides(a, b)) > 1 or self.close(a, b)
        if self._together[key]:
            return True
        return len(_capitals(a) & _capitals(b)) > 1

    def common_sides(self, a: Item, b: Item) -> frozenset[str]:
        """The parties that the documents of two statements have in common."""
        return self._sides[a.order] & self._sides[b.order]

    def apart(self, a: Item, b: Item) -> bool:
        """True where the documents of two statements have parties, and none in common."""
        return bool(self._sides[a.order] and self._sides[b.order]) and not self.common_sides(a, b)


@lru_cache(maxsize=16_384)
def _capitals_of(text: str) -> frozenset[str]:
    words = (word.strip(".,;:!?()\"'“”‘’").removesuffix("'s").removesuffix("’s") for word in text.split())
    return frozenset(w.lower() for w in words if w[:1].isupper() and is_content(w)) - words_of("time_noun")


def _capitals(item: Item) -> frozenset[str]:
    """Words of a sentence with a capital, less days and months; the first one too."""
    return _capitals_of(item.statement.passage.text)


def _names(own: Sequence[Item], sides: Mapping[str, AbstractSet[str]]) -> frozenset[str]:
    if not own:
        return frozenset()
    named = frozenset[str]().union(*(item.proper for item in own), *(item.names for item in own))
    kept = {name for name in named if is_content(name)} | set(sides.get(own[0].statement.source, ()))
    return (
        frozenset(name.lower() for name in kept) - words_of("time_noun") - words_of("press_name") - words_of("office")
    )
