"""Which of many things stand at a place of the text, found without looking at all of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from collections.abc import Iterable

    from zopa.statements.spans import Span

Thing = TypeVar("Thing")
_SIZE = 512  # characters of one stretch; a sentence reaches over one or two


class ByPlace(Generic[Thing]):
    """Things with the spans that they cover, in their order.

    Args:
        things: each with its spans, which end behind their last character.
    """

    def __init__(self, things: Iterable[tuple[Thing, Iterable[Span]]]) -> None:
        self._stretches: dict[int, list[tuple[int, Thing]]] = {}
        for number, (thing, spans) in enumerate(things):
            for stretch in {n for start, end in spans for n in range(start // _SIZE, max(start, end - 1) // _SIZE + 1)}:
                self._stretches.setdefault(stretch, []).append((number, thing))

    def near(self, spans: Iterable[Span]) -> list[Thing]:
        """All things that touch one of the spans, and some that stand near by, in their order."""
        stretches = {n for start, end in spans for n in range(start // _SIZE, max(start, end - 1) // _SIZE + 1)}
        found = {number: thing for n in stretches for number, thing in self._stretches.get(n, ())}
        return [found[number] for number in sorted(found)]
